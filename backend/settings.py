"""What a backend is told when it starts: by the environment, and its two secrets by stdin or environment."""

from __future__ import annotations

import json
import os
import re
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

from backend.api.access import LOOPBACK_NAMES, is_loopback

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8410
MAX_STUDY_BYTES = 128_000_000
MAX_REQUEST_BYTES = 8 * 1024 * 1024
"""One chunk of 1,000,000 bytes as JSON, whatever its escapes, with room to spare."""
SHORTEST_TOKEN = 16
LONGEST_SECRETS_LINE = 64 * 1024


class SettingsError(Exception):
    """What was configured cannot work; the message says which setting and what it should be."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must not show anywhere: never in argv, files or logs."""

    token: str = field(repr=False)
    store_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to serve. Port 0 means any free one; `allowed_hosts` None takes any Host header."""

    host: str
    port: int
    data_dir: Path
    """The folder `backend` in MAESTRO_DATA_DIR."""
    max_study_bytes: int
    allowed_hosts: frozenset[str] | None


def settings_from(environment: MutableMapping[str, str], *, embedded: bool) -> Settings:
    """Read MAESTRO_HOST, _PORT, _DATA_DIR, _MAX_STUDY_BYTES and _ALLOWED_HOSTS. Raises SettingsError.

    Embedded, host and port are not asked: loopback, and any free port.
    """
    host = DEFAULT_HOST if embedded else environment.get("MAESTRO_HOST") or DEFAULT_HOST
    port = 0 if embedded else _number(environment, "MAESTRO_PORT", DEFAULT_PORT, 0, 65_535)
    folder = environment.get("MAESTRO_DATA_DIR")
    # A folder of its own inside the program's, whose root is the desktop's.
    data_dir = (Path(folder) if folder else user_data_path("Maestro", appauthor=False)) / "backend"
    names = [name.strip() for name in environment.get("MAESTRO_ALLOWED_HOSTS", "").split(",")]
    allowed: frozenset[str] | None = frozenset(name for name in names if name) or None
    if is_loopback(host):
        allowed = LOOPBACK_NAMES | (allowed or frozenset())
    return Settings(
        host=host,
        port=port,
        data_dir=data_dir,
        max_study_bytes=_number(environment, "MAESTRO_MAX_STUDY_BYTES", MAX_STUDY_BYTES, 1, 2**31 - 1),
        allowed_hosts=allowed,
    )


def secrets_from_environment(environment: MutableMapping[str, str]) -> Secrets:
    """Take MAESTRO_TOKEN and MAESTRO_STORE_KEY out of the environment. Raises SettingsError."""
    token = environment.pop("MAESTRO_TOKEN", None)
    key = environment.pop("MAESTRO_STORE_KEY", None)
    if not token or not key:
        raise SettingsError(
            "Set MAESTRO_TOKEN (what clients must bring) and MAESTRO_STORE_KEY (64 hexadecimal digits), "
            'or start with --stdin-secrets and give one line {"token": "...", "storeKey": "..."}.'
        )
    return _checked(token, key)


def secrets_from_line(line: bytes) -> Secrets:
    """Read `{"token": "...", "storeKey": "64 hexadecimal digits"}`. Raises SettingsError, quoting nothing."""
    try:
        told = json.loads(line)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise SettingsError('stdin gave no line like {"token": "...", "storeKey": "..."}.')
    return _checked(told.get("token"), told.get("storeKey"))


def read_line(descriptor: int) -> bytes:
    """The first line of an open file, read without a buffer, so that nothing of the rest is swallowed."""
    line = bytearray()
    while len(line) < LONGEST_SECRETS_LINE:
        byte = os.read(descriptor, 1)
        if not byte or byte == b"\n":
            break
        line += byte
    return bytes(line)


def _checked(token: object, key: object) -> Secrets:
    if not isinstance(token, str) or len(token) < SHORTEST_TOKEN or not re.fullmatch(r"[!-~]+", token):
        raise SettingsError(
            f"The token needs at least {SHORTEST_TOKEN} printable ASCII characters and no spaces."
        )
    if not isinstance(key, str) or re.fullmatch(r"[0-9a-fA-F]{64}", key) is None:
        raise SettingsError("The store key has 64 hexadecimal digits.")
    return Secrets(token=token, store_key=bytes.fromhex(key))


def _number(environment: MutableMapping[str, str], name: str, default: int, least: int, most: int) -> int:
    text = environment.get(name, "")
    if not text:
        return default
    if not re.fullmatch(r"[0-9]{1,12}", text) or not least <= int(text) <= most:
        raise SettingsError(f"{name} is a whole number from {least} to {most}, not {text!r}.")
    return int(text)
