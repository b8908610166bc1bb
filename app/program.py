"""The program behind the window: settings, the library, and the work of opening, importing and exporting studies."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.arrivals import Arrivals
from app.memory import LARGE, let_go
from app.open_study import OpenStudy, Prepared, prepared
from app.settings import Settings
from services import files
from services.library import Library, LibrarySettings, shown
from services.library_entries import LibraryEvents, LibraryStatus, OpenedStudy, StudyEntry
from services.sync import Offline, Online
from services.trouble import Cancelled, Trouble
from study.document import Document, DocumentError

log = logging.getLogger(__name__)

SAMPLE_FILE = "maestro-sample.usdm.json"


@dataclass(frozen=True, slots=True)
class Work:
    """Long work that is under way: what a person calls it, how far it is (`total` 0: not known)."""

    title: str
    done: int = 0
    total: int = 0


class Program(QObject):
    """Asked by the window, answers by signals. Nothing here waits for anything."""

    started = Signal()
    status_changed = Signal(object)  # LibraryStatus
    entries_changed = Signal(object)  # list[StudyEntry]
    study_opened = Signal(object)  # OpenStudy
    study_updated = Signal(object)  # StudyEntry that is open and has newer content now
    work_changed = Signal(object)  # Work, or None when idle
    noticed = Signal(object)  # Trouble
    told = Signal(str)  # a sentence about something that went well

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        *,
        sample: Callable[[], bytes] | None = None,
        library: Callable[[LibrarySettings, LibraryEvents], Library] = Library,
    ) -> None:
        """Takes the data folder. Raises Trouble where a second program has it or it cannot be written."""
        super().__init__()
        self.folder = folder
        self.settings = settings
        self.entries: list[StudyEntry] = []
        self.status: LibraryStatus | None = None
        self.current: OpenStudy | None = None
        self._make_library = library
        self._sample = sample
        self._arrivals = Arrivals(self)
        self._workers = ThreadPoolExecutor(2, thread_name_prefix="maestro-work")
        self._work: Future[Any] | None = None
        self._given_up = Event()
        self._sample_wanted = False
        self._has_sample = False
        self._was_offline = False
        self._is_ready = False
        self._is_changing = False
        self._library = self._new_library()

    # Start and end

    def start(self) -> None:
        """Opens the cache and begins to connect."""
        self._arrivals.when_done(self._library.start(), lambda _: self._ready(), self._fail)

    def close(self) -> None:
        """Ends everything that was started."""
        self.cancel()
        self._arrivals.close()
        self._library.close()
        self._workers.shutdown(wait=True, cancel_futures=True)

    def use_backend(self, settings: Settings, token: str | None = None) -> None:
        """Works with another backend from now on. What is on this computer stays."""
        if self._is_changing:
            return
        try:
            settings.save(self.folder)
        except Trouble as trouble:
            self.noticed.emit(trouble)
            return
        self.settings = settings
        self.cancel()
        self._is_ready = False
        self._is_changing = True
        # Ending the library joins its threads and its backend: not in the thread that paints.
        ended = self._workers.submit(self._library.close)
        self._arrivals.when_done(ended, lambda _: self._changed(token), self._fail)

    def _changed(self, token: str | None) -> None:
        self._is_changing = False
        self._was_offline = self._has_sample = False
        try:
            self._library = self._new_library()
        except Trouble as trouble:
            self.noticed.emit(trouble)
            return
        self.start()
        if token:
            self._arrivals.when_done(self._library.use_token(token), lambda _: None, self._fail)

    def _new_library(self) -> Library:
        events = LibraryEvents(
            status=self._arrivals.queued(self._status_arrived),
            studies_changed=self._arrivals.queued(self.list_studies),
            study_updated=self._arrivals.queued(self._updated),
            notice=self._arrivals.queued(self.noticed.emit),
        )
        site_ca = Path(self.settings.site_ca) if self.settings.site_ca else None
        return self._make_library(
            LibrarySettings(self.folder, backend_url=self.settings.backend_url, site_ca=site_ca), events
        )

    def _ready(self) -> None:
        self._is_ready = True
        self.started.emit()
        self.list_studies()
        self._arrivals.when_done(self._library.status(), self._status_arrived, self._fail)
        self._provide_sample()

    def _provide_sample(self) -> None:
        """Puts the sample study on the backend of this computer; others keep what their people put there."""
        if self._sample is not None and self._is_ready and self.settings.backend_url is None:
            have = self._library.ensure_sample(self._sample(), SAMPLE_FILE)
            self._arrivals.when_done(have, self._sample_there, self._sample_missing)

    # Studies

    def list_studies(self) -> None:
        """Asks for every known study; `entries_changed` answers. Before the start there is nobody to ask."""
        if not self._is_ready:
            return
        self._arrivals.when_done(self._library.list_studies(), self._listed, self._fail)

    def refresh(self) -> None:
        """Asks the backend now."""
        if self._is_changing:
            return
        self._arrivals.when_done(self._library.refresh(), lambda _: None, self._fail)

    def open_study(self, study_id: str) -> None:
        """Opens a study of the library."""
        if self._is_changing:
            return
        title = next((entry.title for entry in self.entries if entry.id == study_id), "the study")
        self._opening(f"Opening {title}", lambda progress: self._library.open_study(study_id, progress))

    def open_file(self, path: Path) -> None:
        """Opens a file as a working copy."""
        if self._is_changing:
            return
        self._opening(f"Opening {path.name}", lambda _: self._library.open_file(path))

    def open_sample(self) -> None:
        """Opens the sample study, as soon as it is there."""
        if self._is_changing:
            return
        found = next((entry for entry in self.entries if entry.file_name == SAMPLE_FILE), None)
        if found is not None:
            self.open_study(found.id)
        elif self._sample is not None:
            self._sample_wanted = True
            if self.settings.backend_url is not None:
                have = self._library.ensure_sample(self._sample(), SAMPLE_FILE)
                self._arrivals.when_done(have, self._sample_there, self._fail)

    def import_file(self, path: Path) -> None:
        """Reads a file, makes sure that it is a study, and sends it to the backend."""
        if self._is_changing:
            return
        self.cancel()
        self._begin(Work(f"Importing {path.name}"))
        checked = self._workers.submit(_checked, path)
        self._follow(checked, lambda found: self._send(path, *found))

    def close_study(self) -> None:
        """Closes what is open."""
        before, self.current = self.current, None
        self._let_go(before)

    def use_passphrase(self, text: str) -> None:
        """Opens the cache with a passphrase."""
        if self._is_changing:
            return
        done = self._library.use_passphrase(text)
        self._arrivals.when_done(
            done, lambda _: self.told.emit("Studies are kept on this computer, encrypted."), self._fail
        )

    def write(self, path: Path, make: Callable[[], bytes], what: str) -> None:
        """Writes what `make` gives to a file, whole or not at all, in a worker."""
        self.cancel()
        self._begin(Work(f"Writing {path.name}"))
        given_up = self._given_up = Event()

        def work() -> None:
            content = make()
            if given_up.is_set():
                raise Cancelled(f"Writing {path.name}")
            files.write_atomically(path, content)

        self._follow(self._workers.submit(work), lambda _: self._end(f"{what} was written to {path.name}."))

    def cancel(self) -> None:
        """Gives up the long work that is under way."""
        if self._work is not None:
            self._given_up.set()
            self._work.cancel()
            self._work = None
            self.work_changed.emit(None)

    # Inside

    def _opening(self, title: str, ask: Callable[[Callable[[int, int], None]], Future[OpenedStudy]]) -> None:
        self.cancel()
        self._begin(Work(title))
        future = ask(self._arrivals.queued(lambda done, total: self._progress(title, done, total)))
        self._follow(future, self._arrived)

    def _arrived(self, opened: OpenedStudy) -> None:
        self.work_changed.emit(Work(f"Reading {opened.entry.title}"))
        self._follow(self._workers.submit(prepared, opened.content), lambda made: self._show(opened, made))

    def _show(self, opened: OpenedStudy, made: Prepared) -> None:
        entry = opened.entry
        shown_before = self.current
        keep = shown_before is not None and shown_before.entry.id == entry.id
        current = OpenStudy(made, entry, opened.freshness, self, size=len(opened.content))
        if keep and shown_before is not None:
            if shown_before.projection is not None and shown_before.projection.timeline.id:
                current.show_timeline(shown_before.projection.timeline.id)
            current.selection = shown_before.selection if current.entity(shown_before.selection) else ""
        self.current = current
        self._end()
        self.study_opened.emit(current)
        self._let_go(shown_before)
        if entry.source is not None or not entry.usdm_version:
            described = self._library.describe(entry.id, made.document.title, made.document.usdm_version)
            self._arrivals.when_done(described, lambda _: None, self._fail)
        self.list_studies()

    def _let_go(self, study: OpenStudy | None) -> None:
        """Frees a large study bit by bit, once the views have turned away from it."""
        if study is None or study.size < LARGE:
            return
        document = study.document
        self._arrivals.post(lambda: self._arrivals.post(lambda: self._free(document)))

    def _free(self, document: Document) -> None:
        if self.current is None or self.current.document is not document:
            self._workers.submit(let_go, document)

    def _send(self, path: Path, content: bytes, title: str) -> None:
        heading = f"Importing {path.name}"
        future = self._library.import_study(
            content,
            title=title,
            file_name=path.name,
            on_progress=self._arrivals.queued(lambda done, total: self._progress(heading, done, total)),
        )
        self._follow(future, self._imported)

    def _imported(self, entry: StudyEntry) -> None:
        self._end(f"{entry.title} is on the backend.")
        self.open_study(entry.id)

    def _listed(self, entries: list[StudyEntry]) -> None:
        self.entries = entries
        if self.current is not None:
            mine = next((entry for entry in entries if entry.id == self.current.entry.id), None)
            if mine is not None and mine != self.current.entry:
                self.current.entry = mine
                self.current.entry_changed.emit()
        self.entries_changed.emit(entries)

    def _updated(self, entry: StudyEntry) -> None:
        if self.current is not None and self.current.entry.id == entry.id:
            self.study_updated.emit(entry)

    def _sample_there(self, entry: StudyEntry) -> None:
        self._has_sample = True
        self.list_studies()
        if self._sample_wanted:
            self._sample_wanted = False
            self.open_study(entry.id)

    def _sample_missing(self, error: BaseException) -> None:
        # Being offline is told by the status bar; only who asked for the sample needs to hear of it.
        log.info("the sample study could not be provided: %s", type(error).__name__)
        if self._sample_wanted:
            self._sample_wanted = False
            self._fail(error)

    def _status_arrived(self, status: LibraryStatus) -> None:
        self.status = status
        if isinstance(status.sync, Offline):
            self._was_offline = True
        elif isinstance(status.sync, Online) and self._was_offline:
            self._was_offline = False
            self.told.emit("The backend can be reached again.")
            if not self._has_sample:
                self._provide_sample()
        self.status_changed.emit(status)

    def _begin(self, work: Work) -> None:
        self.work_changed.emit(work)

    def _progress(self, title: str, done: int, total: int) -> None:
        if self._work is not None:
            self.work_changed.emit(Work(title, done, total))

    def _follow(self, future: Future[Any], then: Callable[[Any], None]) -> None:
        """Goes on with `then` unless somebody cancelled or began other work meanwhile."""
        self._work = future

        def go_on(result: Any) -> None:
            if self._work is future:
                then(result)

        def failed(error: BaseException) -> None:
            if self._work is future:
                self._end()
                self._fail(error)

        self._arrivals.when_done(future, go_on, failed)

    def _end(self, sentence: str = "") -> None:
        self._work = None
        self.work_changed.emit(None)
        if sentence:
            self.told.emit(sentence)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, CancelledError | Cancelled):
            return
        if isinstance(error, DocumentError):
            error = Trouble(error.message, kept="The file itself is unchanged.")
        elif not isinstance(error, Trouble):
            # Where it was raised, and not its own words: those may hold a study's text.
            places = "".join(traceback.format_tb(error.__traceback__))
            log.error("unexpected %s\n%s", type(error).__name__, places)
        self.noticed.emit(shown(error))


def _checked(path: Path) -> tuple[bytes, str]:
    """A file's bytes and title, once it has opened as a study."""
    content = files.read(path)
    return content, prepared(content).document.title
