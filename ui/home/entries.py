"""What Home lists: studies and files, as values that the program hands over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from study.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.words import ago

Where = Literal["backend", "cache", "both", "file", "sample"]

WHERE_WORDS: dict[Where, str] = {
    "backend": QT_TRANSLATE_NOOP("home", "On the backend"),
    "cache": QT_TRANSLATE_NOOP("home", "On this computer"),
    "both": QT_TRANSLATE_NOOP("home", "Backend and this computer"),
    "file": QT_TRANSLATE_NOOP("home", "File"),
    "sample": QT_TRANSLATE_NOOP("home", "Comes with Maestro"),
}
WHERE_ICONS: dict[Where, str] = {
    "backend": "cloud",
    "cache": "hard-drive",
    "both": "cloud",
    "file": "file-text",
    "sample": "flask-conical",
}


@dataclass(frozen=True)
class HomeEntry:
    """One study that can be opened.

    `id` is what `open_entry` carries: the backend's study id, a file's path, or the sample's id. `revision` is
    the backend's, None for files. `last_synced` and `last_opened` (with their time zones) are None where it never
    was, `is_stale`
    says that the backend has a newer revision, `unavailable` why it cannot be opened now ("" where it can).
    """

    id: str
    title: str
    subtitle: str = ""
    where: Where = "both"
    revision: int | None = None
    last_synced: datetime | None = None
    is_stale: bool = False
    unavailable: str = ""
    last_opened: datetime | None = None


@dataclass(frozen=True)
class Section:
    """The title over a list of entries."""

    title: str


def sections(entries: list[HomeEntry]) -> list[Section | HomeEntry]:
    """The entries under their titles: studies, recent files, the sample; each in the order given."""
    listed: list[Section | HomeEntry] = []
    for title, places in (
        (translate("home", "Studies"), ("backend", "cache", "both")),
        (translate("home", "Recent files"), ("file",)),
        (translate("home", "Sample"), ("sample",)),
    ):
        found = [entry for entry in entries if entry.where in places]
        if found:
            listed.append(Section(title))
            listed.extend(found)
    return listed


def synced_words(entry: HomeEntry, now: datetime) -> str:
    """When the entry was last synced, plainly; for a file when it was opened; "" for the sample."""
    if entry.where == "file" and entry.last_opened is not None:
        return translate("home", "Opened {when}").format(when=ago(entry.last_opened, now))
    if entry.where in ("file", "sample"):
        return ""
    if entry.where == "backend":
        return translate("home", "Not on this computer yet")
    if entry.last_synced is None:
        return translate("home", "Never synced")
    return translate("home", "Synced {when}").format(when=ago(entry.last_synced, now))
