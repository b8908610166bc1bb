"""A lock on the data folder that keeps a second program out, and dies with the one that holds it."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Self

from services.files import cannot_write, make_folder
from services.trouble import Trouble
from study.language import translate

LOCK_NAME = "in-use.lock"

_FAR_AWAY = 1 << 30
"""The byte that is locked on Windows: beyond the file's end, so that what it says stays readable."""


class FolderInUse(Trouble):
    """Another program has the data folder open."""


class FolderLock:
    """Holds a data folder for this process until `release`, or until the process ends however it ends.

    The operating system owns the lock (`flock`, or a locked byte on Windows), so a kill leaves nothing
    stale. The file itself stays: removing it would let two programs hold two files of one name.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder, creating it. Raises `FolderInUse`, or `CannotWrite` when it is read-only."""
        self.folder = folder
        make_folder(folder)
        path = folder / LOCK_NAME
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise cannot_write(path, error) from error
        try:
            _lock(handle)
        except OSError as error:
            holder = _holder(handle)
            os.close(handle)
            if error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                raise cannot_write(path, error) from error
            raise FolderInUse(
                translate(
                    "trouble", "Maestro is already open{holder} with the data folder “{folder}”."
                ).format(holder=holder, folder=folder),
                kept=translate("trouble", "Nothing was changed."),
                advice=translate(
                    "trouble", "Use the window that is open, or start this one with another data folder."
                ),
            ) from error
        self._handle: int | None = handle
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode("ascii"))

    def release(self) -> None:
        """Let the folder go. Idempotent."""
        if self._handle is not None:
            _unlock(self._handle)
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def _holder(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    said = os.read(handle, 20)
    return f" (process {said.decode('ascii')})" if said.isdigit() else ""


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR_AWAY, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)

    def _unlock(handle: int) -> None:
        os.lseek(handle, _FAR_AWAY, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
