"""Opening a study with the edits that its content does not hold yet: applied in order, with their steps and undoing.

For a worker thread, on a document that nobody else has yet. Nothing is dropped: what does not fit the study any more
is handed back with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.editing import fresh_id
from services.journal import EditState, JournalEntry, goes_on, outside
from study.annexe import Annexe
from study.apply import Changed, ChangeRefusedError, apply
from study.change_set import (
    ChangeSet,
    Recorded,
    Target,
    change_set_text,
    inverse_recorded,
    read_change_set,
)
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
    rewritten: tuple[JournalEntry, ...] = ()
    """Those of `applied` that had to be put otherwise, because the content is not the one they were made on."""
    already: tuple[JournalEntry, ...] = ()
    """Those of which nothing was left to do: the content has them."""
    seen: frozenset[str] = frozenset()
    """The ids of all that the journal held, refused ones included."""

    @property
    def pending(self) -> tuple[JournalEntry, ...]:
        """Those of them that the backend, or the file, does not have."""
        return tuple(each for each in self.applied if each.state is EditState.SAVED and goes_on(each))

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
    found = _Found()
    readable: list[tuple[JournalEntry, ChangeSet]] = []
    for entry in journalled:
        if entry.state in (EditState.REFUSED, EditState.DECIDED):
            continue
        try:
            readable.append((entry, read_change_set(entry.text)))
        except ValueError as error:  # of a newer program, or damaged: it is kept as it is
            found.unfit.append(Unfit(entry, "", str(error)))
    for place, (entry, made) in enumerate(readable):
        if entry.id not in to_apply:
            found.steps.add(entry, made, Changed(entities=frozenset(_touched(made))), ())
            continue
        try:
            applied = apply(annexe if made.target is Target.ANNEXE else document, made.changes)
        except ChangeRefusedError:
            # Not what it was made on: from here on the edits are carried over to what is there.
            _carry_over(document, annexe, readable[place:], to_apply, found)
            break
        found.carried_out.append(entry)
        found.steps.add(entry, made, applied.changed, inverse_recorded(made, applied.inverse))
    steps = found.steps
    return Recovered(
        tuple(steps.log),
        tuple(steps.steps),
        steps.position,
        tuple(found.carried_out),
        tuple(found.unfit),
        tuple(found.rewritten),
        tuple(found.already),
        frozenset(each.id for each in journalled),
    )


class _Found:
    """What comes of the edits, one after the other."""

    def __init__(self) -> None:
        self.steps = _Steps()
        self.carried_out: list[JournalEntry] = []
        self.unfit: list[Unfit] = []
        self.rewritten: list[JournalEntry] = []
        self.already: list[JournalEntry] = []


def _carry_over(
    document: Document,
    annexe: Annexe,
    edits: Sequence[tuple[JournalEntry, ChangeSet]],
    to_apply: set[str],
    found: _Found,
) -> None:
    """Applies edits to a document that is not the one they were made on, as far as they can be meant there."""
    from study.rebase import rebase

    pending = [made for entry, made in edits if entry.id in to_apply]
    rebased = rebase(pending, (), document, fresh_id, annexe)
    kept = {made.id: made for made in rebased.pending}
    reasons = {each.change_set: each.reason for each in reversed(rebased.conflicts)}
    for entry, made in edits:
        now = kept.get(made.id)
        if now is None and made.id in reasons:
            found.unfit.append(Unfit(entry, made.title, reasons[made.id]))
            continue
        if now is None:
            found.steps.add(entry, made, Changed(entities=frozenset(_touched(made))), ())
            if entry.id in to_apply:
                found.already.append(entry)
            continue
        try:
            applied = apply(annexe if now.target is Target.ANNEXE else document, now.changes)
        except ChangeRefusedError as refused:
            found.unfit.append(Unfit(entry, made.title, refused.reason))
            continue
        inverse = inverse_recorded(now, applied.inverse)
        if now.recorded != made.recorded:
            text = change_set_text(replace(now, recorded=inverse))
            entry = replace(entry, text=change_set_text(now), inverse=text)
            found.rewritten.append(entry)
        found.carried_out.append(entry)
        found.steps.add(entry, now, applied.changed, inverse)


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
