"""A bundle for who helps when something fails: what the program is and did; no study, no participant, no secret."""

from __future__ import annotations

import io
import json
import os
import platform
import re
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.settings import Settings
from app.version import program_version

if TYPE_CHECKING:
    from services.library_entries import LibraryStatus

_LIBRARIES = (
    "PySide6_Essentials",
    "shiboken6",
    "numpy",
    "httpx",
    "gql",
    "sqlcipher3",
    "keyring",
    "truststore",
)
_MOMENT = (1980, 1, 1, 0, 0, 0)
_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s\"'<>]+", re.IGNORECASE)
_IDENTITY = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.IGNORECASE)


def bundle(
    settings: Settings,
    status: LibraryStatus | None,
    folder: Path,
    logs: Mapping[str, str],
    window: Mapping[str, Any],
) -> dict[str, str]:
    """The files of the bundle with their texts, for a person to read before it is written.

    `window` is what only the window knows: Qt, screens, sizes. Addresses lose what stands behind the host, names of
    this computer's person and folders are replaced, and ids are shortened.
    """
    about = {
        "maestro": program_version() or "not installed",
        "python": platform.python_version(),
        "system": platform.platform(),
        "machine": platform.machine(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "libraries": {name: _installed(name) for name in _LIBRARIES},
        **window,
    }
    kept = {name: value for name, value in asdict(settings).items() if value is not None}
    state: dict[str, Any] = {"known": status is not None}
    if status is not None:
        state |= {
            "backend": "on this computer" if status.backend == "embedded" else "at an address",
            "sync": type(status.sync).__name__,
            "keyring": status.credentials.state.name,
            "cache": "in memory" if status.cache_in_memory else "on disk",
        }
    sizes = {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    texts = {
        "about.json": _json(about),
        "settings.json": _json(kept),
        "state.json": _json(state),
        "files.json": _json(sizes),
        **{f"logs/{name}": text for name, text in logs.items()},
    }
    return {name: scrubbed(text) for name, text in texts.items()}


def scrubbed(text: str) -> str:
    """`text` without this person's name and folders, without paths of addresses, with ids shortened."""
    home = str(Path.home())
    for written in {home, home.replace("\\", "\\\\"), home.replace("\\", "/")}:
        if len(written) > 1:
            text = text.replace(written, "~")
    person = os.environ.get("USERNAME") or os.environ.get("USER") or ""
    if len(person) > 2 and person != "root":
        text = re.sub(rf"\b{re.escape(person)}\b", "person", text)
    text = _ADDRESS.sub(_host, text)
    return _IDENTITY.sub(lambda found: f"{found.group(0)[:8]}…", text)


def _host(found: re.Match[str]) -> str:
    try:
        parts = urlsplit(found.group(0))
        return f"{parts.scheme}://{parts.hostname}/…"
    except ValueError:
        return "…"


def zipped(texts: Mapping[str, str]) -> bytes:
    """The bundle as a ZIP file; the same bytes for the same texts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), text.encode("utf-8", errors="replace"))
    return written.getvalue()


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str) + "\n"
