"""Files as a person means them: written whole or not at all, and read with reasons that help."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

from services.trouble import Trouble
from study.language import number_text, translate

LARGEST = 512 * 1024 * 1024
"""The largest file that is opened, in bytes: ten times the largest study that is promised to open."""


class CannotRead(Trouble):
    """A file could not be read."""


class CannotWrite(Trouble):
    """A file could not be written; what lay there before is untouched."""


def read(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file of at most `largest` bytes. Raises `CannotRead`."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(file.fileno())
            if stat.S_ISDIR(found.st_mode):
                raise CannotRead(
                    translate("trouble", "“{path}” is a folder, not a file.").format(path=path.name),
                    advice=translate("trouble", "Choose a file in it."),
                )
            if not stat.S_ISREG(found.st_mode):
                raise CannotRead(
                    translate("trouble", "“{path}” is no ordinary file.").format(path=path.name),
                    advice=translate("trouble", "Choose a file."),
                )
            content = file.read(largest + 1)
    except OSError as error:
        raise CannotRead(_why_unread(path, error), advice=_advice_unread(path, error)) from error
    except ValueError as error:  # a path with a zero character
        raise CannotRead(
            translate("trouble", "That is not the name of a file."),
            advice=translate("trouble", "Choose a file."),
        ) from error
    if len(content) > largest:
        raise CannotRead(
            translate("trouble", "“{path}” is larger than {megabytes} MB.").format(
                path=path.name, megabytes=number_text(largest // 1024 // 1024)
            ),
            advice=translate("trouble", "Check that this is a study; split what it holds if it is."),
        )
    return content


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` beside `path`, flush it to the disk, then put it in place. Raises `CannotWrite`.

    A reader, also after a crash, sees the old file or the new one, never a part. A symbolic link is
    followed, and the permissions of the file that is replaced are kept.
    """
    target = path
    beside: Path | None = None
    try:
        if path.is_symlink():
            target = path.resolve()
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode_for(target))
        beside.replace(target)
        beside = None
        _sync_folder(target.parent)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink()


def make_folder(path: Path) -> None:
    """Create a folder that only its owner may enter, with its parents. Raises `CannotWrite`."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """The `CannotWrite` that tells why writing to `path` failed."""
    kept = translate("trouble", "What was there before is unchanged.")
    name = f"“{path.name}”"
    folder = f"“{path.parent}”"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return CannotWrite(
            translate("trouble", "The disk is full: {name} could not be written.").format(name=name),
            kept=kept,
            advice=translate("trouble", "Free some space, then try again."),
        )
    if error.errno == errno.EROFS or (
        error.errno in (errno.EACCES, errno.EPERM) and not os.access(path.parent, os.W_OK)
    ):
        return CannotWrite(
            translate("trouble", "The folder {folder} is read-only: {name} could not be written.").format(
                folder=folder, name=name
            ),
            kept=kept,
            advice=translate("trouble", "Choose another folder."),
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return CannotWrite(
            translate("trouble", "There is no permission to write {name}.").format(name=name),
            kept=kept,
            advice=translate("trouble", "Choose another name or folder."),
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return CannotWrite(
            translate("trouble", "The folder {folder} does not exist.").format(folder=folder),
            kept=kept,
            advice=translate("trouble", "Choose another folder."),
        )
    if error.errno == errno.EISDIR:
        return CannotWrite(
            translate("trouble", "{name} is a folder.").format(name=name),
            kept=kept,
            advice=translate("trouble", "Choose the name of a file."),
        )
    return CannotWrite(
        translate("trouble", "{name} could not be written ({value}).").format(
            name=name, value=error.strerror or type(error).__name__
        ),
        kept=kept,
        advice=translate("trouble", "Try again, or choose another folder."),
    )


def _why_unread(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return translate("trouble", "There is no file “{path}”.").format(path=path)
    if error.errno != errno.ENAMETOOLONG and path.is_dir():  # Windows says "permission denied" of a folder
        return translate("trouble", "“{path}” is a folder, not a file.").format(path=path.name)
    if error.errno in (errno.EACCES, errno.EPERM):
        return translate("trouble", "There is no permission to read “{path}”.").format(path=path.name)
    return translate("trouble", "“{path}” could not be read ({value}).").format(
        path=path.name, value=error.strerror or type(error).__name__
    )


def _advice_unread(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return translate("trouble", "Check the name; the file may have been moved.")
    if error.errno == errno.ENAMETOOLONG:
        return translate("trouble", "Its name is longer than this system allows: give it a shorter one.")
    if path.is_dir():
        return translate("trouble", "Choose a file in it.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return translate("trouble", "Ask its owner for access, or copy it to where you may read it.")
    return translate("trouble", "Check that the disk or network drive is connected, then try again.")


def _mode_for(target: Path) -> int:
    """Permissions of the file that is replaced, or what a new file gets here."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return 0o644 if os.name == "nt" else 0o666 & ~_umask()


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network drives refuse it
            os.fsync(handle)
    finally:
        os.close(handle)
