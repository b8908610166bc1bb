"""A library that answers nothing until the test lets it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from services.credentials import CredentialStatus, KeyringState
from services.journal import JournalEntry
from services.library import LibrarySettings
from services.library_entries import LibraryEvents, LibraryStatus, OpenedStudy, StudyEntry, Where
from services.sync import Connecting
from study.shared_layout import ArrivedPlaces, PlacesMessage

ENTRY = StudyEntry("one", "One", "one.json", "4.0", 1, Where.BOTH, 1, True, None, None, None)
OTHER = StudyEntry("two", "Two", "two.json", "4.0", 1, Where.BOTH, 1, True, None, None, None)
STATUS = LibraryStatus("embedded", Connecting(None), CredentialStatus(KeyringState.NONE), True)


class HeldLibrary:
    """Answers nothing until the test lets it."""

    def __init__(self, settings: LibrarySettings, events: LibraryEvents) -> None:
        self.settings = settings
        self.events = events
        self.opening: dict[str, Future[OpenedStudy]] = {}
        self.progress: dict[str, Callable[[int, int], None]] = {}
        self.importing: Future[StudyEntry] = Future()
        self.import_progress: Callable[[int, int], None] = lambda *_: None
        self.closed = threading.Event()
        self.settings_kept: dict[tuple[str, str], str] = {}
        self.edits_kept: list[JournalEntry] = []
        self.refused: dict[str, str] = {}
        self.journal_trouble: BaseException | None = None
        self.held: list[tuple[Future[None], list[JournalEntry]]] | None = None

    def start(self) -> Future[None]:
        return done(None)

    def close(self) -> None:
        self.closed.set()

    def status(self) -> Future[LibraryStatus]:
        return done(STATUS)

    def list_studies(self) -> Future[list[StudyEntry]]:
        return done([ENTRY, OTHER])

    def open_study(self, study_id: str, progress: Callable[[int, int], None]) -> Future[OpenedStudy]:
        self.progress[study_id] = progress
        self.opening[study_id] = Future()
        return self.opening[study_id]

    def study_setting(self, study_id: str, name: str) -> Future[str | None]:
        return done(self.settings_kept.get((study_id, name)))

    def keep_study_setting(self, study_id: str, name: str, text: str) -> Future[None]:
        self.settings_kept[study_id, name] = text
        return done(None)

    def kept_settings(self, name: str) -> Future[list[tuple[str, str]]]:
        return done([(study, text) for (study, each), text in self.settings_kept.items() if each == name])

    def exchange_layout(
        self, study_id: str, since: int, message: PlacesMessage | None
    ) -> Future[ArrivedPlaces | None]:
        """As with a backend that keeps no layout."""
        return done(None)

    def keep_edits(self, entries: Sequence[JournalEntry]) -> Future[None]:
        """Kept at once; with `held` a list, when the test lets it; with `journal_trouble`, never."""
        if self.journal_trouble is not None:
            failed: Future[None] = Future()
            failed.set_exception(self.journal_trouble)
            return failed
        if self.held is not None:
            self.held.append((Future(), list(entries)))
            return self.held[-1][0]
        self.edits_kept += entries
        return done(None)

    def edits(self, study_id: str) -> Future[list[JournalEntry]]:
        return done([each for each in self.edits_kept if each.study_id == study_id])

    def let_go(self) -> None:
        """The oldest writing that is held is done."""
        assert self.held
        future, entries = self.held.pop(0)
        self.edits_kept += entries
        future.set_result(None)

    def mark_edit_refused(self, edit_id: str, reason: str) -> Future[None]:
        self.refused[edit_id] = reason
        return done(None)

    def import_study(
        self, content: bytes, *, title: str, file_name: str, on_progress: Callable[[int, int], None]
    ) -> Future[StudyEntry]:
        self.import_progress = on_progress
        return self.importing


def done(result: Any) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_result(result)
    return future
