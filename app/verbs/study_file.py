"""Files for the headless verbs: a study read, a result written, each failure one line."""

from __future__ import annotations

from pathlib import Path

from app.verbs import VerbError
from services import files
from services.trouble import Trouble
from study.document import Document, DocumentError


def study_from(name: str) -> Document:
    """The study in a file. Raises VerbError where it cannot be read or is no study."""
    try:
        return Document.from_bytes(files.read(Path(name)))
    except Trouble as trouble:
        raise VerbError(trouble.message) from None
    except DocumentError as error:
        raise VerbError(f"{name}: {error.message}") from None


def write(path: Path, content: bytes) -> None:
    """Writes a result whole or not at all. Raises VerbError."""
    try:
        files.write_atomically(path, content)
    except Trouble as trouble:
        raise VerbError(trouble.message) from None
