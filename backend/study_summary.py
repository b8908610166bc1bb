"""Reads a study's content once, on its way in: what it is called, or why it cannot be opened."""

from __future__ import annotations

from backend.api.errors import BadStudyError
from backend.store.port import StudySummary
from study.document import Document, DocumentError

TITLE_CHARACTERS = 500


def study_summary(content: bytes) -> StudySummary:
    """Open the document as the desktop would. Raises BadStudyError with the place where known."""
    try:
        document = Document.from_bytes(content)
    except DocumentError as error:
        raise BadStudyError(error.message, error.line, error.column) from error
    return summary_of(document)


def summary_of(document: Document) -> StudySummary:
    """What is kept of a document beside its content."""
    return StudySummary(title=_storable(document.title), usdm_version=_storable(document.usdm_version))


def _storable(text: str) -> str:
    """Without half characters, which JSON can spell and no database can hold, and not endless."""
    return text.encode("utf-8", "replace").decode()[:TITLE_CHARACTERS]
