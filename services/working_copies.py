"""Working copies: a file that is edited here is written whole, and never over what somebody else wrote meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from services import files
from services.cached_studies import hash_of
from services.trouble import Trouble
from study.language import translate


@dataclass(frozen=True, slots=True)
class FileStamp:
    """By what a file that was written to is noticed without reading it: its size in bytes and when it was modified."""

    size: int
    modified_ns: int


class FileChangedElsewhere(Trouble):
    """The file does not hold what it held when it was read or written last. Nothing was written."""


def stamp_of(path: Path) -> FileStamp | None:
    """The stamp of a file; None where there is none, or it cannot be looked at."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return FileStamp(found.st_size, found.st_mtime_ns)


def check(path: Path, expected_hash: str) -> None:
    """Raises FileChangedElsewhere unless the file holds what is expected, or is gone, and CannotRead."""
    if path.exists() and hash_of(files.read(path)) != expected_hash:
        raise FileChangedElsewhere(
            translate("trouble", "“{file}” was changed by another program.").format(file=path.name),
            kept=translate("trouble", "Nothing was written, and your edits are kept."),
        )


def write(path: Path, content: bytes) -> FileStamp | None:
    """Writes the file, whole or not at all; its stamp then. Raises CannotWrite."""
    files.write_atomically(path, content)
    return stamp_of(path)
