"""What the person has set on this computer: which backend, which certificate, and where the data folder is."""

from __future__ import annotations

import getpass
import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from services import files
from services.trouble import Trouble

log = logging.getLogger(__name__)


SCALES = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
LOG_LEVELS = ("warning", "info", "debug")


def data_folder() -> Path:
    """Where the program keeps its data: MAESTRO_DATA_DIR, else the system's folder for it."""
    told = os.environ.get("MAESTRO_DATA_DIR")
    if told:
        return Path(told).absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("Maestro", appauthor=False))


@dataclass(frozen=True, slots=True)
class Settings:
    """`backend_url` None: the backend on this computer. `site_ca`: a certificate file of the site, if any.

    `proxy` None: the system's; "direct": none; else its address. `language` and `appearance` None: as the system's;
    `scale`: the size of everything in percent, SCALES. `log_level`: one of LOG_LEVELS.
    `author`: the name that edits carry; None: the system's user.
    """

    backend_url: str | None = None
    site_ca: str | None = None
    proxy: str | None = None
    language: str | None = None
    appearance: str | None = None
    scale: int = 100
    log_level: str = "info"
    author: str | None = None

    @property
    def author_name(self) -> str:
        """Who edits are said to be by: the name that was set, else that of the system's user."""
        if self.author:
            return self.author
        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):  # a system that knows no users
            return ""

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The settings in `folder`; the defaults where there are none, or none that can be read."""
        path = folder / _NAME
        if not path.exists():
            return cls()
        try:
            kept = json.loads(files.read(path))
        except (Trouble, ValueError) as error:
            log.info("settings could not be read and are left alone: %s", type(error).__name__)
            return cls()
        if not isinstance(kept, dict):
            return cls()
        texts = {name: kept.get(name) for name in _TEXTS}
        scale, level = kept.get("scale"), kept.get("log_level")
        return cls(
            **{name: value for name, value in texts.items() if isinstance(value, str) and value},
            scale=scale if type(scale) is int and scale in SCALES else 100,
            log_level=level if level in LOG_LEVELS else "info",
        )

    def save(self, folder: Path) -> None:
        """Writes the settings into `folder`. Raises CannotWrite."""
        files.make_folder(folder)
        files.write_atomically(folder / _NAME, json.dumps(asdict(self), indent=2).encode())


_NAME = "settings.json"
_TEXTS = ("backend_url", "site_ca", "proxy", "language", "appearance", "author")
