"""Keeping every edit of an open study: into the journal at once, tried again until it is there, in order.

An edit is *saving* from the moment it is done, *saved* when it stands on disk in the journal, *accepted* when the
backend has it (or its file holds it). Nothing here waits; what was done to a study that is closed meanwhile is kept
all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from services.cache import CacheFull
from services.journal import EditState, JournalEntry, goes_on
from services.trouble import Trouble
from study.change_set import ChangeSet, change_set_text

if TYPE_CHECKING:
    from app.library_link import LibraryLink
    from app.open_study import OpenStudy
    from study.history import Step

_AGAIN_MS = (200, 1_000, 3_000, 10_000)


class Kept(Enum):
    """How far the edits of a study are kept."""

    NOTHING = auto()
    """Nothing was edited, or all of it is where it belongs."""
    SAVING = auto()
    SAVED = auto()
    """All are in the journal; some are not accepted, or not in the file, yet."""
    NOT_SAVED = auto()
    """The journal could not be written; it is tried again."""


@dataclass(frozen=True, slots=True)
class KeptState:
    """`unsaved`: edits that are not in the journal; `waiting`: those that are, but go on from there.

    `trouble` says why the journal could not be written.
    """

    kept: Kept = Kept.NOTHING
    unsaved: int = 0
    waiting: int = 0
    refused: int = 0
    trouble: Trouble | None = None

    @property
    def is_full(self) -> bool:
        """Whether it is the disk that has no room."""
        return isinstance(self.trouble, CacheFull)


class Keeping(QObject):
    """The edits of one open study on their way. `changed()` when they got further; `settled()` when all are saved."""

    changed = Signal()
    settled = Signal()

    def __init__(self, link: LibraryLink, study_id: str) -> None:
        """Lives as long as the library: study and window may be closed before the last edit is on disk."""
        super().__init__(link)
        self._link = link
        self.study_id = study_id
        self.open_in: list[OpenStudy] = []
        self.waiting: list[str] = []
        self.refused = 0
        self._unsaved: list[JournalEntry] = []
        self._where_they_belong: set[str] = set()
        self._has_edits = False
        self._in_flight = 0
        self._tries = 0
        self._trouble: Trouble | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._write)

    def keep(self, study: OpenStudy) -> None:
        """From now on the edits of this study are taken; that of a second window as well, in one order."""
        if not self.open_in:
            on_their_way = {each.id for each in self._unsaved}
            self.waiting = [each.id for each in study.recovered.pending if each.id not in on_their_way]
            self.refused = len(study.recovered.unfit)
            self._has_edits = self._has_edits or bool(self.waiting)
        self.open_in.append(study)
        study.editor.made.connect(lambda made, step: self._edited(study, made, step))

    def let_go(self, study: OpenStudy) -> None:
        """The study was closed."""
        self.open_in = [each for each in self.open_in if each is not study]

    @property
    def unsaved(self) -> Sequence[JournalEntry]:
        """What is not on disk yet, in order."""
        return self._unsaved

    @property
    def state(self) -> KeptState:
        """How things stand."""
        if self._trouble is not None:
            kept = Kept.NOT_SAVED
        elif self._unsaved:
            kept = Kept.SAVING
        elif self.waiting or self.refused:
            kept = Kept.SAVED
        else:
            kept = Kept.NOTHING
        return KeptState(kept, len(self._unsaved), len(self.waiting), self.refused, self._trouble)

    @property
    def was_edited(self) -> bool:
        """Whether there is anything to say: something was edited, now or earlier, and is not all forgotten."""
        return self._has_edits or self.state.kept is not Kept.NOTHING

    def try_now(self) -> None:
        """Writes what is unsaved now, also when the next try is some time away."""
        self._again.stop()
        self._write()

    def stop(self) -> None:
        """Tries no more: the library is closed."""
        self._again.stop()

    def accepted(self, ids: Sequence[str]) -> None:
        """These edits are where they belong: part of a revision, or in the file."""
        gone = set(ids)
        self._where_they_belong |= gone  # word of it can be quicker than word that they are saved
        self.waiting = [each for each in self.waiting if each not in gone]
        self.changed.emit()

    @property
    def going_on(self) -> list[str]:
        """The ids of the edits that are in the document and not in the file yet, saved or not."""
        return [*self.waiting, *(each.id for each in self._unsaved if goes_on(each))]

    def may_be_written(self, ids: Sequence[str]) -> bool:
        """Whether these edits can go into a file: each is in the journal, or the journal cannot be written."""
        if self._trouble is not None:
            return not self._in_flight
        on_their_way = {each.id for each in self._unsaved}
        return on_their_way.isdisjoint(ids)

    def written(self, ids: Sequence[str], content_hash: str) -> None:
        """A file with this content holds these edits, also those that could not be saved yet."""
        held = set(ids)
        self._unsaved = [
            replace(each, state=EditState.WRITTEN, content_hash=content_hash) if each.id in held else each
            for each in self._unsaved
        ]
        self.accepted(ids)

    def look_again(self, edits: Sequence[JournalEntry]) -> None:
        """What the journal says now of edits that were read from it a while ago: some may have got further since."""
        waiting = set(self.waiting)
        self.were_refused(
            [each.id for each in edits if each.state is EditState.REFUSED and each.id in waiting]
        )
        self.accepted([each.id for each in edits if each.state in (EditState.ACCEPTED, EditState.WRITTEN)])

    def were_refused(self, ids: Sequence[str]) -> None:
        """The backend did not accept these; they stay in the journal."""
        gone = set(ids)
        before = len(self.waiting)
        self.waiting = [each for each in self.waiting if each not in gone]
        self.refused += before - len(self.waiting)
        self.changed.emit()

    def were_decided(self, ids: Sequence[str]) -> None:
        """A person decided about these, which were refused."""
        self.refused = max(0, self.refused - len(ids))
        self.changed.emit()

    def _edited(self, study: OpenStudy, made: ChangeSet, step: Step | None) -> None:
        self._has_edits = True
        self._unsaved.append(journal_entry(study, made, step))
        self.changed.emit()
        if self._trouble is None:
            self._write()

    def _write(self) -> None:
        """All that is unsaved, in one go; one at a time, so that their order is theirs on disk."""
        if self._in_flight or not self._unsaved:
            return
        entries = list(self._unsaved)
        self._in_flight = len(entries)
        self._link.when_done(self._link.library.keep_edits(entries), self._written, self._failed)

    def _written(self, _: object = None) -> None:
        done, self._unsaved = self._unsaved[: self._in_flight], self._unsaved[self._in_flight :]
        self._in_flight = self._tries = 0
        self._trouble = None
        self.waiting += [each.id for each in done if goes_on(each) and each.id not in self._where_they_belong]
        self.changed.emit()
        if self._unsaved:
            self._write()
        else:
            self.settled.emit()

    def _failed(self, error: BaseException) -> None:
        from services.library import shown

        self._in_flight = 0
        self._trouble = shown(error)
        self._again.start(_AGAIN_MS[min(self._tries, len(_AGAIN_MS) - 1)])
        self._tries += 1
        self.changed.emit()


def journal_entry(study: OpenStudy, made: ChangeSet, step: Step | None) -> JournalEntry:
    """An edit that was just made, with its step, as the journal keeps it.

    What takes an undoing (which is no step) back is never asked for: doing the step again makes it anew.
    """
    return JournalEntry(
        made.id,
        study.entry.id,
        change_set_text(made),
        change_set_text(replace(made, recorded=step.inverse)) if step is not None else "",
        step.made_at if step is not None else made.captured_at,
        step.again_of if step is not None else "",
        study.content_hash,
        made.target.value,
    )
