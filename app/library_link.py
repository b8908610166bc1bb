"""The one library that all windows share: its start and end, its settings, its studies and its state."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.arrivals import Arrivals
from app.layout_sending import LayoutSending
from app.settings import Settings
from services.library import Library, LibrarySettings, shown
from services.library_entries import LibraryEvents, LibraryStatus, StudyEntry
from services.sync import Offline, Online
from services.trouble import Cancelled, Trouble
from study.document import DocumentError
from study.language import translate

if TYPE_CHECKING:
    from app.keeping import Keeping
    from app.open_study import OpenStudy
    from services.catching_up import AcceptedEdits, ArrivedChanges, RefusedEdit
    from services.journal import JournalEntry
    from study.change_set import ChangeSet

log = logging.getLogger(__name__)

SAMPLE_FILE = "maestro-sample.usdm.json"
_INDEX_AFTER_S = 2.0
MakeLibrary = Callable[[LibrarySettings, LibraryEvents], Library]


class LibraryLink(QObject):
    """Asked by the `Program` of each window, answers by signals. Nothing here waits for anything."""

    started = Signal()
    status_changed = Signal(object)  # LibraryStatus
    entries_changed = Signal(object)  # list[StudyEntry]
    study_updated = Signal(object)  # StudyEntry that has newer content now
    saved = Signal()  # edits that were on their way are on disk
    changes_arrived = Signal(object)  # ArrivedChanges: others changed a study
    edit_refused = Signal(object)  # RefusedEdit
    differs = Signal(object)  # OpenStudy: the backend has the edits of all in another order than it shows
    sample_ready = Signal(object)  # StudyEntry, or the error why it could not be provided
    noticed = Signal(object)  # Trouble
    told = Signal(str)  # a sentence about something that went well
    leaving = Signal()  # another backend is about to be used

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        *,
        sample: Callable[[], bytes] | None = None,
        library: MakeLibrary = Library,
    ) -> None:
        """Takes the data folder. Raises Trouble where a second program has it or it cannot be written."""
        super().__init__()
        self.folder = folder
        self.settings = settings
        self.entries: list[StudyEntry] = []
        self.status: LibraryStatus | None = None
        self.workers = ThreadPoolExecutor(2, thread_name_prefix="maestro-work")
        self.is_changing = False
        self.is_ready = False
        self._make_library = library
        self._sample = sample
        self._arrivals = Arrivals(self)
        self._has_sample = False
        self._was_offline = False
        self.library = self._new_library()
        self.keepings: list[Keeping] = []
        self._shown: list[OpenStudy] = []
        self._layouts = LayoutSending(self)

    def start(self) -> None:
        """Opens the cache and begins to connect."""
        self._arrivals.when_done(self.library.start(), lambda _: self._ready(), self._fail)

    def close(self) -> None:
        """Ends everything that was started."""
        for keeping in self.keepings:
            keeping.stop()
        self._arrivals.close()
        self.library.close()
        self.workers.shutdown(wait=True, cancel_futures=True)

    def use_backend(self, settings: Settings, token: str | None = None) -> None:
        """Works with another backend from now on. What is on this computer stays."""
        if self.is_changing or not self.keep_settings(settings):
            return
        self.leaving.emit()
        self.is_ready = False
        self.is_changing = True
        # Ending the library joins its threads and its backend: not in the thread that paints.
        ended = self.workers.submit(self.library.close)
        self._arrivals.when_done(ended, lambda _: self._changed(token), self._fail)

    def keep_settings(self, settings: Settings) -> bool:
        """Keeps settings that the library need not hear of; whether they could be written."""
        try:
            settings.save(self.folder)
        except Trouble as trouble:
            self.noticed.emit(trouble)
            return False
        self.settings = settings
        return True

    def list_studies(self) -> None:
        """Asks for every known study; `entries_changed` answers. Before the start there is nobody to ask."""
        if self.is_ready:
            self._arrivals.when_done(self.library.list_studies(), self._listed, self._fail)

    def refresh(self) -> None:
        """Asks the backend now."""
        if not self.is_changing:
            self._arrivals.when_done(self.library.refresh(), lambda _: None, self._fail)

    def use_passphrase(self, text: str) -> None:
        """Opens the cache with a passphrase."""
        if self.is_changing:
            return
        told = translate("program", "Studies are kept on this computer, encrypted.")
        done = self.library.use_passphrase(text)
        self._arrivals.when_done(done, lambda _: self.told.emit(told), self._fail)

    @property
    def has_sample_source(self) -> bool:
        """Whether this program brings a sample study."""
        return self._sample is not None

    def provide_sample(self, *, anywhere: bool = False) -> None:
        """Puts the sample study on the backend of this computer; on another one only if asked (`anywhere`)."""
        if self._sample is not None and self.is_ready and (anywhere or self.settings.backend_url is None):
            have = self.library.ensure_sample(self._sample(), SAMPLE_FILE)
            self._arrivals.when_done(have, self._sample_there, self._sample_missing)

    # Edits on their way to the journal

    def keep_edits_of(self, study: OpenStudy) -> None:
        """From now on every edit of a study is taken into the journal, and seen in other windows that show it."""
        from app.keeping import Keeping  # once the first window is seen

        self._catch_up(study)
        keeping = next((each for each in self.keepings if each.study_id == study.entry.id), None)
        if keeping is None:
            keeping = Keeping(self, study.entry.id)
            keeping.settled.connect(self._settled)
            self.keepings.append(keeping)
        study.keeping = kept = keeping
        keeping.keep(study)
        self._shown.append(study)
        study.editor.edited.connect(lambda made, _changed: self._share(study, made))
        study.destroyed.connect(lambda: self._left(study, kept))

    def leave(self, study: OpenStudy) -> None:
        """A study is shown no longer; its last edits are saved all the same."""
        if study.keeping is not None and study in self._shown:
            self._left(study, study.keeping)

    def shows(self, study_id: str) -> bool:
        """Whether some window has this study open."""
        return bool(self._having(study_id))

    def unsaved(self, study_id: str) -> list[JournalEntry]:
        """Edits of a study that are not on disk yet, in order."""
        return [each for keeping in self.keepings if keeping.study_id == study_id for each in keeping.unsaved]

    @property
    def unsaved_count(self) -> int:
        """How many edits of any study are not on disk yet."""
        return sum(len(keeping.unsaved) for keeping in self.keepings)

    def when_done(
        self,
        future: Future[Any],
        then: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Calls `then` here with the future's result; a failure goes to `failed`, or is told as a notice."""
        self._arrivals.when_done(future, then, failed or self._fail)

    def file_written(self, study_id: str, content_hash: str) -> None:
        """The file of a working copy holds what every window shows of it."""
        for study in self._having(study_id):
            study.content_hash = content_hash

    def _share(self, study: OpenStudy, made: ChangeSet) -> None:
        """What is edited in one window is so in every other that shows the same study."""
        for other in self._shown:
            if other is not study and other.entry.id == study.entry.id:
                other.editor.follow(made, study.editor.history)

    def _catch_up(self, study: OpenStudy) -> None:
        """What was done in another window while this one read the journal."""
        known = study.recovered.seen
        other = next((each for each in self._shown if each.entry.id == study.entry.id), None)
        if other is None:
            return
        missing: list[ChangeSet] = []
        for made in reversed(other.editor.history.log):
            if made.id in known:
                break
            missing.append(made)
        for made in reversed(missing):
            study.editor.follow(made, other.editor.history)

    def _left(self, study: OpenStudy, keeping: Keeping) -> None:
        if not isValid(self) or not isValid(keeping):
            return  # all of it ends
        self._shown = [each for each in self._shown if each is not study]
        self._layouts.look_again()
        keeping.let_go(study)
        self._settled()

    def _settled(self) -> None:
        for keeping in [each for each in self.keepings if not each.open_in and not each.unsaved]:
            self.keepings.remove(keeping)
            keeping.deleteLater()
        self.saved.emit()

    # What became of edits

    def _edits_accepted(self, accepted: AcceptedEdits) -> None:
        for study in self._having(accepted.study_id):
            for each in accepted.edits:
                study.accepted(each.revision)
                study.told_of(each.revision, each.content_hash)
        for keeping in self.keepings:
            if keeping.study_id == accepted.study_id:
                keeping.accepted([each.id for each in accepted.edits])
        self._compare(accepted.study_id)

    def _edit_refused(self, refused: RefusedEdit) -> None:
        for keeping in self.keepings:
            if keeping.study_id == refused.study_id:
                keeping.were_refused([refused.edit_id])
        self.edit_refused.emit(refused)

    def _changes_arrived(self, arrived: ArrivedChanges) -> None:
        """What others did is in every window at once. Where it does not fit beside one's own, opening again tells."""
        for study in self._having(arrived.study_id):
            study.is_mixed = study.is_mixed or is_on_its_way(study)
            study.take_over(arrived.change_sets, arrived.revision)
            study.told_of(arrived.revision, arrived.content_hash)
        self.changes_arrived.emit(arrived)
        self._compare(arrived.study_id)

    def _compare(self, study_id: str) -> None:
        """Where people edited at the same moment, each applied the other's edits after their own: one order is right.

        What was refused waits for a person's word first.
        """
        for study in self._having(study_id):
            if not is_on_its_way(study) and not was_refused(study) and not study.is_as_latest():
                self.differs.emit(study)

    def _having(self, study_id: str) -> list[OpenStudy]:
        return [study for study in self._shown if study.entry.id == study_id]

    # Inside

    def _changed(self, token: str | None) -> None:
        self.is_changing = False
        self._was_offline = self._has_sample = False
        try:
            self.library = self._new_library()
        except Trouble as trouble:
            self.noticed.emit(trouble)
            return
        self.start()
        if token:
            self._arrivals.when_done(self.library.use_token(token), lambda _: None, self._fail)

    def _new_library(self) -> Library:
        events = LibraryEvents(
            status=self._arrivals.queued(self._status_arrived),
            studies_changed=self._arrivals.queued(self.list_studies),
            study_updated=self._arrivals.queued(self.study_updated.emit),
            changes_arrived=self._arrivals.queued(self._changes_arrived),
            edits_accepted=self._arrivals.queued(self._edits_accepted),
            edit_refused=self._arrivals.queued(self._edit_refused),
            notice=self._arrivals.queued(self.noticed.emit),
        )
        site_ca = Path(self.settings.site_ca) if self.settings.site_ca else None
        return self._make_library(
            LibrarySettings(
                self.folder,
                backend_url=self.settings.backend_url,
                site_ca=site_ca,
                proxy=self.settings.proxy,
                index_after=_INDEX_AFTER_S,
            ),
            events,
        )

    def _ready(self) -> None:
        self.is_ready = True
        self.started.emit()
        self.list_studies()
        self._arrivals.when_done(self.library.status(), self._status_arrived, self._fail)
        self.provide_sample()

    def _listed(self, entries: list[StudyEntry]) -> None:
        self.entries = entries
        self.entries_changed.emit(entries)

    def _sample_there(self, entry: StudyEntry) -> None:
        self._has_sample = True
        self.list_studies()
        self.sample_ready.emit(entry)

    def _sample_missing(self, error: BaseException) -> None:
        # Being offline is told by the status bar; only who asked for the sample needs to hear of it.
        log.info("the sample study could not be provided: %s", type(error).__name__)
        self.sample_ready.emit(error)

    def _status_arrived(self, status: LibraryStatus) -> None:
        self.status = status
        if isinstance(status.sync, Offline):
            self._was_offline = True
        elif isinstance(status.sync, Online) and self._was_offline:
            self._was_offline = False
            self.told.emit(translate("program", "The backend can be reached again."))
            if not self._has_sample:
                self.provide_sample()
        self.status_changed.emit(status)

    def _fail(self, error: BaseException) -> None:
        trouble = told_trouble(error)
        if trouble is not None:
            self.noticed.emit(trouble)


def is_on_its_way(study: OpenStudy) -> bool:
    """Whether some edit of a study is not accepted, or not even saved, yet."""
    return study.keeping is not None and bool(study.keeping.waiting or study.keeping.unsaved)


def was_refused(study: OpenStudy) -> bool:
    """Whether an edit that the study shows was refused."""
    return study.keeping is not None and study.keeping.refused > 0


def told_trouble(error: BaseException) -> Trouble | None:
    """What a person is told of an error; None for what they cancelled themselves. What nobody expected is logged."""
    if isinstance(error, CancelledError | Cancelled):
        return None
    if isinstance(error, DocumentError):
        error = Trouble(error.message, kept=translate("program", "The file itself is unchanged."))
    elif not isinstance(error, Trouble):
        # Where it was raised, and not its own words: those may hold a study's text.
        places = "".join(traceback.format_tb(error.__traceback__))
        log.error("unexpected %s\n%s", type(error).__name__, places)
    return shown(error)
