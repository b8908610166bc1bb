"""A lock on the data folder, so that only one backend writes there; the system drops it with the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = "backend.lock"


class FolderInUseError(Exception):
    """Another backend works on the folder."""


class FolderLock:
    """Held from `acquire` until leaving; kept through nothing but an open file."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_NAME
        self._file = -1

    def acquire(self) -> None:
        """Raises FolderInUseError, or OSError where the folder cannot be written."""
        self._file = os.open(self._path, os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._file, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            raise FolderInUseError(
                f"Another backend works on the data folder {self._path.parent}. Use that one, end it, or "
                "choose another folder with MAESTRO_DATA_DIR."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)
