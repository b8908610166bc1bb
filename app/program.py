"""The program as one window works with it: the study that is open, and the work of opening, importing and exporting."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.arrivals import Arrivals
from app.editing import fresh_id
from app.keeping import Keeping
from app.library_link import SAMPLE_FILE, LibraryLink, MakeLibrary, told_trouble, was_refused
from app.memory import LARGE, let_go
from app.open_study import OpenStudy, Prepared, prepared
from app.saving import Saving
from app.settings import Settings
from app.version import program_version
from services import files
from services.journal import EditState, JournalEntry
from services.library import Library
from services.library_entries import LibraryStatus, OpenedStudy, StudyEntry
from services.trouble import Cancelled, Trouble
from study.document import Document
from study.language import translate
from study.new_study import new_study
from study.new_study_templates import Template

Answer = TypeVar("Answer")


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
    study_opened_again = Signal()  # the one that is open was asked for: show it
    study_updated = Signal(object)  # StudyEntry that is open and has newer content now
    leaving = Signal()  # the study is about to be left or written: what is being typed belongs to it
    work_changed = Signal(object)  # Work, or None when idle
    noticed = Signal(object)  # Trouble
    told = Signal(str)  # a sentence about something that went well

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        *,
        sample: Callable[[], bytes] | None = None,
        library: MakeLibrary = Library,
        link: LibraryLink | None = None,
    ) -> None:
        """Takes the data folder, or shares the `link` of another window. Raises Trouble where it cannot have it."""
        super().__init__()
        self._owns_link = link is None
        self.link = link or LibraryLink(folder, settings, sample=sample, library=library)
        self._read_again = 0
        self.current: OpenStudy | None = None
        self._arrivals = Arrivals(self)
        self._work: Future[Any] | None = None
        self._given_up = Event()
        self._sample_wanted = False
        self.saving = Saving(self)
        link = self.link
        link.started.connect(self.started)
        link.status_changed.connect(self.status_changed)
        link.entries_changed.connect(self._listed)
        link.study_updated.connect(self._updated)
        link.sample_ready.connect(self._sample_ready)
        link.leaving.connect(self.cancel)
        link.noticed.connect(self.noticed)
        link.told.connect(self.told)

    def another(self) -> Program:
        """The same program for one more window. Close it before this one."""
        return Program(self.folder, self.settings, link=self.link)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.link.folder

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.link.settings

    @property
    def library(self) -> Library:
        """All studies; its futures are followed with `when_done`."""
        return self.link.library

    @property
    def entries(self) -> list[StudyEntry]:
        """The studies as last listed."""
        return self.link.entries

    @property
    def status(self) -> LibraryStatus | None:
        """The library's state; None before the first is known."""
        return self.link.status

    # Start and end

    def start(self) -> None:
        """Opens the cache and begins to connect."""
        self.link.start()

    def close(self) -> None:
        """Ends everything that was started."""
        self.cancel()
        self._arrivals.close()
        self.link.disconnect(self)
        if self._owns_link:
            self.link.close()

    def use_backend(self, settings: Settings, token: str | None = None) -> None:
        """Works with another backend from now on. What is on this computer stays."""
        self.link.use_backend(settings, token)

    # For the parts of the window

    def when_done(
        self,
        future: Future[Answer],
        then: Callable[[Answer], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Calls `then` here with the future's result; a failure goes to `failed`, or is told as a notice."""
        self._arrivals.when_done(future, then, failed or self._fail)

    def in_worker(self, call: Callable[..., Answer], *arguments: Any) -> Future[Answer]:
        """Runs `call` in a worker thread."""
        return self.link.workers.submit(call, *arguments)

    # Studies

    def list_studies(self) -> None:
        """Asks for every known study; `entries_changed` answers. Before the start there is nobody to ask."""
        self.link.list_studies()

    def refresh(self) -> None:
        """Asks the backend now."""
        self.link.refresh()

    def open_study(self, study_id: str, at: str = "", timeline: str = "") -> None:
        """Opens a study of the library, with the entity at an address selected, and a timeline shown.

        Where `at` or `timeline` is given and the study is open already, it stays as it is.
        """
        if self.link.is_changing:
            return
        if (at or timeline) and self.current is not None and self.current.entry.id == study_id:
            self._go_to(self.current, at, timeline)
            self.study_opened_again.emit()
            return
        title = next((entry.title for entry in self.entries if entry.id == study_id), "")
        heading = translate("program", "Opening {title}").format(
            title=title or translate("program", "the study")
        )
        self._opening(heading, lambda progress: self.library.open_study(study_id, progress), at, timeline)

    def open_file(self, path: Path) -> None:
        """Opens a file as a working copy."""
        if self.link.is_changing:
            return
        heading = translate("program", "Opening {title}").format(title=path.name)
        self._opening(heading, lambda _: self.library.open_file(path))

    def forget_file(self, study_id: str) -> None:
        """Takes a file off the list of recent ones, unless it is open here; the file itself stays as it is."""
        entry = next((each for each in self.entries if each.id == study_id), None)
        if entry is None or self.link.is_changing:
            return
        if self.current is not None and self.current.entry.id == study_id:
            self.told.emit(translate("program", "{title} is open: close it first.").format(title=entry.title))
            return
        told = translate("program", "{title} is off the list; its file is unchanged.").format(
            title=entry.title
        )
        self.when_done(self.library.remove(study_id), lambda _: self.told.emit(told))

    def open_sample(self) -> None:
        """Opens the sample study, as soon as it is there."""
        if self.link.is_changing:
            return
        found = next((entry for entry in self.entries if entry.file_name == SAMPLE_FILE), None)
        if found is not None:
            self.open_study(found.id)
        elif self.link.has_sample_source:
            self._sample_wanted = True
            if self.settings.backend_url is not None:
                self.link.provide_sample(anywhere=True)

    def import_file(self, path: Path) -> None:
        """Reads a file, makes sure that it is a study, and sends it to the backend."""
        if self.link.is_changing:
            return
        self.cancel()
        self._begin(Work(_importing(path)))
        self._follow(
            self.in_worker(_checked, path),
            lambda found: self._send(_importing(path), found[0], found[1], path.name),
        )

    def create_study(self, title: str, template: Template, path: Path | None = None) -> None:
        """Makes a new study from a template and opens it: of the backend, or in a file where `path` is given.

        A file that is there already is replaced, whole or not at all.
        """
        if self.link.is_changing:
            return
        self.cancel()
        heading = translate("program", "Making {title}").format(title=title)
        self._begin(Work(heading))
        made = self.in_worker(_new_study, title, template, path)
        if path is None:
            self._follow(made, lambda content: self._send(heading, content, title, None))
        else:
            self._follow(made, lambda _: self.open_file(path))

    def close_study(self) -> None:
        """Closes what is open."""
        self.leaving.emit()
        before, self.current = self.current, None
        if before is not None:
            self.link.leave(before)
        self._let_go(before)

    def use_passphrase(self, text: str) -> None:
        """Opens the cache with a passphrase."""
        self.link.use_passphrase(text)

    def write(self, path: Path, make: Callable[[], bytes], what: str) -> None:
        """Writes what `make` gives to a file, whole or not at all, in a worker."""
        self.cancel()
        heading = translate("program", "Writing {file}").format(file=path.name)
        self._begin(Work(heading))
        given_up = self._given_up = Event()

        def work() -> None:
            content = make()
            if given_up.is_set():
                raise Cancelled(heading)
            files.write_atomically(path, content)

        told = translate("program", "{what} was written to {file}.").format(what=what, file=path.name)
        self._follow(self.in_worker(work), lambda _: self._end(told))

    def cancel(self) -> None:
        """Gives up the long work that is under way."""
        if self._work is not None:
            self._given_up.set()
            self._work.cancel()
            self._work = None
            self.work_changed.emit(None)

    # Inside

    def _opening(
        self,
        title: str,
        ask: Callable[[Callable[[int, int], None]], Future[OpenedStudy]],
        at: str = "",
        timeline: str = "",
    ) -> None:
        self.cancel()
        self._begin(Work(title))
        future = ask(self._arrivals.queued(lambda done, total: self._progress(title, done, total)))
        self._follow(future, lambda opened: self._arrived(opened, at, timeline))

    def _arrived(self, opened: OpenedStudy, at: str, timeline: str) -> None:
        reading = translate("program", "Reading {title}").format(title=opened.entry.title)
        self.work_changed.emit(Work(reading))
        entry = opened.entry
        # An edit of a window that was closed may still be on its way to the journal.
        journalled = {each.id for each in opened.edits}
        on_its_way = [each for each in self.link.unsaved(entry.id) if each.id not in journalled]
        revision = None if entry.source is not None else entry.revision or 0
        edits = [*opened.edits, *on_its_way]
        made = self.in_worker(prepared, opened.content, edits, revision, opened.annexe)
        self._follow(made, lambda made: self._show(opened, made, at, timeline))

    def _show(self, opened: OpenedStudy, made: Prepared, at: str, timeline: str) -> None:
        entry = opened.entry
        shown_before = self.current
        keep = shown_before is not None and shown_before.entry.id == entry.id
        if shown_before is not None:
            self.leaving.emit()
        went_on = keep and shown_before is not None and _went_on(shown_before, made)
        self._read_again = self._read_again + 1 if went_on else 0
        if 0 < self._read_again <= _MOST_READ_AGAIN:
            self._end()  # somebody typed while the study was read: it is read again, with that
            if entry.source is not None:
                self.open_file(entry.source)
            else:
                self.open_study(entry.id)
            return
        current = OpenStudy(made, entry, opened.freshness, self, size=len(opened.content))
        if keep and shown_before is not None:
            if shown_before.projection is not None and shown_before.projection.timeline.id:
                current.show_timeline(shown_before.projection.timeline.id)
            current.selection = shown_before.selection if current.entity(shown_before.selection) else ""
        current.editor.author = self.settings.author_name
        if shown_before is not None:
            self.link.leave(shown_before)
        self.link.keep_edits_of(current)
        self.current = current
        self._note_recovered(current)
        self.saving.opened(current)
        self._end()
        self.study_opened.emit(current)
        self._go_to(current, at, timeline)
        self._let_go(shown_before)
        if entry.source is not None or not entry.usdm_version:
            described = self.library.describe(entry.id, made.document.title, made.document.usdm_version)
            self._arrivals.when_done(described, lambda _: None, self._fail)
        self.list_studies()

    def _note_recovered(self, study: OpenStudy) -> None:
        """Tells the journal what became of its edits on this content."""
        recovered, tell = study.recovered, self.library
        for unfit in recovered.unfit:
            self.when_done(tell.mark_edit_refused(unfit.entry.id, unfit.reason), lambda _: None)
        if recovered.pending and study.keeping is not None:
            # The backend may have accepted some while the study was being read.
            self.when_done(tell.edits(study.entry.id), partial(self._look_again, study, study.keeping))
        if recovered.rewritten:
            self.when_done(tell.rewrite_edits(recovered.rewritten), lambda _: None)
        if recovered.already and study.entry.source is not None:
            ids = [each.id for each in recovered.already]
            self.when_done(tell.note_written(study.entry.id, ids, study.content_hash), lambda _: None)

    def _look_again(self, study: OpenStudy, keeping: Keeping, edits: list[JournalEntry]) -> None:
        if self.current is not study or not isValid(keeping):
            return
        applied = {each.id for each in study.recovered.pending}
        for each in edits:
            if each.id in applied and each.state is EditState.ACCEPTED and each.revision is not None:
                study.accepted(each.revision)
        keeping.look_again(edits)

    def show_again(self, opened: OpenedStudy, made: Prepared) -> None:
        """Shows a study that is open as it was read anew."""
        self._show(opened, made, "", "")

    def fail(self, error: BaseException) -> None:
        """Tells what went wrong; nothing of what a person cancelled themselves."""
        self._fail(error)

    def _go_to(self, study: OpenStudy, at: str, timeline: str) -> None:
        if timeline and not study.show_timeline(timeline):
            self.told.emit(translate("program", "The timeline that was asked for is not in this study."))
        if at and study.entity(at) is None:
            self.told.emit(translate("program", "What was asked for is not in this study any more."))
        elif at:
            study.select(at)

    def _let_go(self, study: OpenStudy | None) -> None:
        """Frees a large study bit by bit, once the views have turned away from it."""
        if study is None or study.size < LARGE:
            return
        document = study.document
        self._arrivals.post(lambda: self._arrivals.post(lambda: self._free(document)))

    def _free(self, document: Document) -> None:
        if self.current is None or self.current.document is not document:
            self.in_worker(let_go, document)

    def _send(self, heading: str, content: bytes, title: str, file_name: str | None) -> None:
        future = self.library.import_study(
            content,
            title=title,
            file_name=file_name,
            on_progress=self._arrivals.queued(lambda done, total: self._progress(heading, done, total)),
        )
        self._follow(future, self._imported)

    def _imported(self, entry: StudyEntry) -> None:
        self._end(translate("program", "{title} is on the backend.").format(title=entry.title))
        self.open_study(entry.id)

    def _listed(self, entries: list[StudyEntry]) -> None:
        if self.current is not None:
            mine = next((entry for entry in entries if entry.id == self.current.entry.id), None)
            if mine is not None and mine != self.current.entry:
                self.current.entry = mine
                self.current.entry_changed.emit()
        self.entries_changed.emit(entries)

    def _updated(self, entry: StudyEntry) -> None:
        if self.current is None or self.current.entry.id != entry.id:
            return
        known = self.current.revision or 0
        mixed = self.current.is_apart or self.current.is_mixed
        if mixed and not was_refused(self.current):
            return  # what the backend has is shown by itself, once it has all of what was done here
        if entry.revision is not None and entry.revision <= known and not self.current.is_apart:
            # Its changes are in the document already: one's own, or told as they were made.
            self.current.entry = entry
            self.current.entry_changed.emit()
        else:
            self.study_updated.emit(entry)

    def _sample_ready(self, found: StudyEntry | BaseException) -> None:
        if self._sample_wanted:
            self._sample_wanted = False
            if isinstance(found, BaseException):
                self._fail(found)
            else:
                self.open_study(found.id)

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
        trouble = told_trouble(error)
        if trouble is not None:
            self.noticed.emit(trouble)


_MOST_READ_AGAIN = 5


def _went_on(study: OpenStudy, made: Prepared) -> bool:
    """Whether a study was edited after its journal was read for `made`."""
    log = study.editor.history.log
    return bool(log) and log[-1].id not in made.recovered.seen and study.keeping is not None


def _importing(path: Path) -> str:
    return translate("program", "Importing {file}").format(file=path.name)


def _new_study(title: str, template: Template, path: Path | None) -> bytes:
    """The bytes of a new study, written to a file where a path is given. Raises Trouble where that cannot be."""
    try:
        content = new_study(title, template, fresh_id=fresh_id, system_version=program_version())
    except ValueError as unfit:
        raise Trouble(str(unfit)) from unfit
    if path is not None:
        files.write_atomically(path, content)
    return content


def _checked(path: Path) -> tuple[bytes, str]:
    """A file's bytes and title, once it has opened as a study."""
    content = files.read(path)
    return content, prepared(content).document.title
