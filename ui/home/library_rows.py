"""A study of the library as Home lists it."""

from __future__ import annotations

from app.library_link import SAMPLE_FILE
from services.library_entries import StudyEntry
from services.library_entries import Where as Kept
from study.language import translate
from ui.home.entries import HomeEntry, Where


def home_entry(entry: StudyEntry, *, offline: bool) -> HomeEntry:
    """The row of a study; `offline` says why one that lies on the backend alone cannot be opened."""
    is_sample = entry.file_name == SAMPLE_FILE and entry.source is None
    where: Where = "sample" if is_sample else entry.where.value
    facts = [entry.file_name] if entry.file_name and entry.file_name != entry.title else []
    if entry.source is not None:
        facts = [entry.file_name, str(entry.source.parent)]
    if entry.usdm_version:
        facts.append(f"USDM {entry.usdm_version}")
    missing = (
        translate("home", "Needs the backend, which cannot be reached")
        if offline and entry.where is Kept.BACKEND
        else ""
    )
    return HomeEntry(
        id=entry.id,
        title=entry.title,
        subtitle=" · ".join(facts),
        where=where,
        revision=entry.revision,
        last_synced=entry.last_synced,
        is_stale=not entry.is_current and entry.where is Kept.BOTH,
        unavailable=missing,
        last_opened=entry.last_opened,
    )
