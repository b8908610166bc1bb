"""Opening a study with the edits that its content does not hold yet: applied in order, with their steps and undoing.

For a worker thread, on a document that nobody else has yet. Nothing is dropped: what does not fit the study any more
is handed back with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from services.journal import PROTOCOL, EditState, JournalEntry, outside
from study.annexe import Annexe
from study.apply import Changed, ChangeRefusedError, apply
from study.change_set import ChangeSet, Recorded, Target, inverse_recorded, read_change_set
from study.changes import AddRef, Insert, Move, Remove, RemoveRef, Set
from study.document import Document
from study.history import History, Step


@dataclass(frozen=True, slots=True)
class Unfit:
    """An edit that does not fit what the study is now, and why. It stays in the journal."""

    entry: JournalEntry
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """What the journal gave back. `applied`: the edits that were carried out on the content, in order."""

    log: tuple[ChangeSet, ...] = ()
    steps: tuple[Step, ...] = ()
    position: int = 0
    applied: tuple[JournalEntry, ...] = ()
    unfit: tuple[Unfit, ...] = ()

    @property
    def pending(self) -> tuple[JournalEntry, ...]:
        """Those of them that the backend, or the file, does not have."""
        return tuple(
            each for each in self.applied if each.state is EditState.SAVED and each.target == PROTOCOL
        )

    def give(self, history: History) -> None:
        """Has a history go on from here."""
        history.restored(self.log, self.steps, self.position)


def recover(
    document: Document,
    annexe: Annexe,
    journalled: Sequence[JournalEntry],
    revision: int | None,
    content_hash: str,
) -> Recovered:
    """Applies to a document and its annexe the edits that are not in them, and restores the steps of all."""
    to_apply = {each.id for each in outside(journalled, revision, content_hash)}
    steps = _Steps()
    unfit: list[Unfit] = []
    carried_out: list[JournalEntry] = []
    for entry in journalled:
        if entry.state is EditState.REFUSED:
            continue
        try:
            made = read_change_set(entry.text)
        except ValueError as error:  # of a newer program, or damaged: it is kept as it is
            unfit.append(Unfit(entry, "", str(error)))
            continue
        if entry.id not in to_apply:
            steps.add(entry, made, Changed(entities=frozenset(_touched(made))), ())
            continue
        try:
            applied = apply(annexe if made.target is Target.ANNEXE else document, made.changes)
        except ChangeRefusedError as refused:
            unfit.append(Unfit(entry, made.title, refused.reason))
            continue
        carried_out.append(entry)
        steps.add(entry, made, applied.changed, inverse_recorded(made, applied.inverse))
    return Recovered(tuple(steps.log), tuple(steps.steps), steps.position, tuple(carried_out), tuple(unfit))


class _Steps:
    """The list of steps as it came about: edits, what took them back, and what did them again."""

    def __init__(self) -> None:
        self.log: list[ChangeSet] = []
        self.steps: list[Step] = []
        self.position = 0

    def add(
        self, entry: JournalEntry, made: ChangeSet, changed: Changed, inverse: tuple[Recorded, ...]
    ) -> None:
        self.log.append(made)
        last = self.steps[self.position - 1].change_set.id if self.position else None
        if made.undoes is not None and made.undoes == last:
            self.position -= 1
            return
        # An undoing of what did not fit, or is not kept any more, stands for itself.
        if not inverse:
            try:
                inverse = read_change_set(entry.inverse).recorded
            except ValueError:
                inverse = ()
        step = Step(made, inverse, changed, entry.made_at, entry.again_of)
        is_again = (
            bool(entry.again_of)
            and self.position < len(self.steps)
            and self.steps[self.position].change_set.id == entry.again_of
        )
        if is_again:
            self.steps[self.position] = step
        else:
            del self.steps[self.position :]
            self.steps.append(step)
        self.position += 1


def _touched(made: ChangeSet) -> Iterable[str]:
    for change in made.changes:
        match change:
            case Insert() | Remove():
                identifier = change.entity.get("id")
                yield change.owner
                if type(identifier) is str:
                    yield identifier
            case Move():
                yield change.entity
            case Set() | AddRef() | RemoveRef():
                yield change.address
