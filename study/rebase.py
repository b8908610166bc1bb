"""Carrying edits that wait over to what others have done meanwhile, and saying plainly where both touch the same.

Conflicts are judged on what people meant: a change that only follows from another (links between visits, timings that
follow) is no conflict, it is computed again. A change set with a conflict is kept out **whole**: it is one thing that
a person did, such as deleting a visit and re-timing what hung on it, and half of it would be an edit that nobody made.
All its conflicts are told, the set itself is handed back, and nothing is dropped. What both sides did alike is no
conflict. Free of I/O; the document is left as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from study.annexe import Annexe
from study.apply import ChangeRefusedError, apply, place_of, removal_of, setting_of
from study.change_set import ChangeSet, Recorded, Target
from study.changes import AddRef, Change, Insert, Move, Remove, RemoveRef, Set
from study.commands.command import CannotError
from study.commands.draft import Draft, FreshIds
from study.commands.execute import derive
from study.document import Document
from study.json_types import ABSENT, JsonObject, JsonValue, copied, same
from study.language import translate
from study.rebase_places import ListHistory
from study.touched import Touched, touched, touched_by
from study.tree import Tree


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change that meets what others did, for a person to decide.

    `change_set`: the id of the set it is part of. `base`, `mine`, `theirs`: the value before, as this change would
    have it, and as it is now; ABSENT where there is none. `reason`: why, as a sentence. `against`: the id of the
    change set of theirs that it meets, "" where none does (it rests on a set that is held back, or never fitted).
    """

    change_set: str
    change: Change
    base: JsonValue
    mine: JsonValue
    theirs: JsonValue
    reason: str
    against: str = ""


@dataclass(frozen=True, slots=True)
class Rebased:
    """`pending`: what can be carried out now, in order, written anew. `conflicts`: what cannot, each change by itself.

    `held`: the change sets of the conflicts, whole and as they were. `already`: those of which nothing is left to do,
    because the others did the same or have taken them in. Each set that was pending is in one of the three lists.
    """

    pending: tuple[ChangeSet, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    held: tuple[ChangeSet, ...] = ()
    already: tuple[ChangeSet, ...] = ()


def rebase(
    pending: Sequence[ChangeSet],
    theirs: Sequence[ChangeSet],
    document: Document,
    fresh_id: FreshIds,
    annexe: Annexe | None = None,
    *,
    revision: int | None = None,
) -> Rebased:
    """`pending` as it is to be done on a document (and annexe) that has `theirs` and not `pending`. Never raises.

    Both are in the order in which they were done. `fresh_id` names what follow-ups may have to make. The sets are
    said to be made on `revision` where that is given. Sets for the layout are handed on as they are.
    """
    accepted = {each.id for each in theirs}
    onto: dict[Target, _Onto] = {
        Target.PROTOCOL: _Onto(document, document, theirs, Target.PROTOCOL, fresh_id)
    }
    if annexe is not None:
        onto[Target.ANNEXE] = _Onto(document, annexe, theirs, Target.ANNEXE, fresh_id)
    kept: list[ChangeSet] = []
    conflicts: list[Conflict] = []
    held: list[ChangeSet] = []
    already: list[ChangeSet] = []
    for each in pending:
        if each.id in accepted:
            already.append(each)
            continue
        side = onto.get(each.target)
        found = each.recorded if side is None else side.carried_over(each)
        if isinstance(found, list):
            conflicts += found
            held.append(each)
        elif found or not each.recorded:
            kept.append(replace(each, recorded=found))
        else:
            already.append(each)
    for side in onto.values():
        side.take_back()
    if revision is not None:
        kept = [each.on(revision) for each in kept]
    return Rebased(tuple(kept), tuple(conflicts), tuple(held), tuple(already))


class _MetError(Exception):
    """A change that cannot be carried over: what is there now in its place, and why."""

    def __init__(self, now: JsonValue, reason: str) -> None:
        super().__init__(reason)
        self.now = now
        self.reason = reason


class _Onto:
    """The document or the annexe with theirs, while pending sets are carried over one after the other."""

    def __init__(
        self, document: Document, tree: Tree, theirs: Sequence[ChangeSet], target: Target, fresh_id: FreshIds
    ) -> None:
        self._document, self._tree, self._fresh_id = document, tree, fresh_id
        self._theirs = [each for each in theirs if each.target is target]
        self._counted = _not_taken_back(self._theirs)
        self._meant = touched_by(change for each in self._counted for change in each.meant)
        self._all = touched_by(change for each in self._theirs for change in each.changes)
        self._lists = ListHistory()
        for each in self._theirs:
            self._lists.note(each.changes)
        self._leaving: frozenset[str] = frozenset()  # what they removed, and this set is to remove as well
        self._held: list[ChangeSet] = []
        self._inverse: list[tuple[Change, ...]] = []

    def carried_over(self, change_set: ChangeSet) -> tuple[Recorded, ...] | list[Conflict]:
        """The set's changes as they fit now, carried out; or its conflicts, nothing then being changed."""
        self._leaving = touched_by(change_set.changes).gone & self._all.gone
        as_it_was = self._as_recorded(change_set)
        found = self._derived_anew(change_set) if as_it_was is None else as_it_was
        if isinstance(found, list):
            self._held.append(change_set)
            self._lists.note_missing(change_set.changes)
        return found

    def take_back(self) -> None:
        """Leave the tree as it was given."""
        for inverse in reversed(self._inverse):
            apply(self._tree, inverse)
        self._inverse.clear()

    # The two ways of carrying a set over

    def _as_recorded(self, change_set: ChangeSet) -> tuple[Recorded, ...] | None:
        """With its derived changes as they were, where nothing of theirs reaches them; None where that cannot be."""
        derived = [each.change for each in change_set.recorded if each.derived]
        if derived and touched_by(derived).meets(self._all):
            return None
        draft = Draft(self._document, self._fresh_id, self._tree)
        try:
            for each in change_set.recorded:
                if each.derived:
                    with draft.deriving():
                        draft.do(each.change)
                elif (change := self._fitted(each.change)) is not None:
                    draft.do(change)
        except (_MetError, ChangeRefusedError):
            draft.roll_back()
            return None
        if self._leading_nowhere(draft):
            draft.roll_back()
            return None
        return self._kept(draft)

    def _derived_anew(self, change_set: ChangeSet) -> tuple[Recorded, ...] | list[Conflict]:
        draft = Draft(self._document, self._fresh_id, self._tree)
        conflicts: list[Conflict] = []
        for each in change_set.recorded:
            if each.derived:
                continue
            try:
                change = self._fitted(each.change)
                if change is not None:
                    draft.do(change)
            except _MetError as met:
                conflicts.append(self._conflict(change_set, each.change, met.now, met.reason))
            except ChangeRefusedError as refused:
                now = value_now(self._tree, each.change)
                conflicts.append(self._conflict(change_set, each.change, now, refused.reason))
        if conflicts:
            draft.roll_back()
            # What merely builds on a change that could not be done is no conflict of its own.
            return [each for each in conflicts if each.against] or conflicts[:1]
        try:
            derive(draft)
        except (ChangeRefusedError, CannotError) as refused:
            draft.roll_back()
            first = change_set.recorded[0].change
            return [self._conflict(change_set, first, value_now(self._tree, first), str(refused))]
        self._with_what_is_left(draft, change_set)
        if nowhere := self._leading_nowhere(draft):
            draft.roll_back()
            words = translate("conflicts", "It refers to “{name}”, which is not in the study.")
            return [
                self._conflict(change_set, each, value_now(self._tree, each), words.format(name=name))
                for each, name in nowhere
            ]
        lost = [each.change for each in draft.recorded if each.derived and self._undoes_theirs(each.change)]
        if lost:
            draft.roll_back()
            reason = translate(
                "conflicts", "It was changed meanwhile, and this edit would take it away or change it."
            )
            return [self._conflict(change_set, each, value_now(self._tree, each), reason) for each in lost]
        return self._kept(draft)

    def _leading_nowhere(self, draft: Draft) -> list[tuple[Change, str]]:
        """What was meant and would refer to nothing, where it is not known what others did: another file, say."""
        if self._theirs or self._tree is not self._document:
            return []
        index = self._document.index
        return [
            (each.change, ref)
            for each in draft.recorded
            if not each.derived
            for ref in sorted(touched(each.change).refs)
            if ref not in index.unique and ref not in index.repeated
        ]

    def _undoes_theirs(self, derived: Change) -> bool:
        """Whether what only follows would overwrite, or take away, what they meant."""
        own = touched(derived)
        reach = Touched(fields=own.fields if isinstance(derived, Set) else frozenset(), whole=own.gone)
        return reach.meets(self._meant)

    def _with_what_is_left(self, draft: Draft, change_set: ChangeSet) -> None:
        """Derived changes that no follow-up makes: those of a command, and those that an undo takes back."""
        written = touched_by(each.change for each in draft.recorded)
        for each in change_set.recorded:
            if (
                not each.derived
                or isinstance(each.change, Insert | Move)
                or touched(each.change).meets(written)
            ):
                continue
            if any(self._tree.index.object_at(ref) is None for ref in touched(each.change).refs):
                continue
            with draft.deriving():
                try:
                    draft.do(each.change)
                except ChangeRefusedError:
                    continue  # theirs is there now

    def _kept(self, draft: Draft) -> tuple[Recorded, ...]:
        recorded = draft.recorded
        self._inverse.append(draft.commit().inverse)
        return recorded

    # One change

    def _fitted(self, change: Change) -> Change | None:
        """The change as it fits now, None where it is done already. Raises _MetError where it meets theirs."""
        if _on_what(change) in self._leaving and self._object(_on_what(change)) is None:
            return None
        lost = [ref for ref in touched(change).refs if ref in self._all.gone and self._object(ref) is None]
        if lost:
            raise _MetError(
                value_now(self._tree, change),
                translate("conflicts", "It refers to “{name}”, which was removed meanwhile.").format(
                    name=lost[0]
                ),
            )
        match change:
            case Set():
                return self._fitted_set(change)
            case Insert():
                return self._fitted_insert(change)
            case Remove():
                return self._fitted_remove(change)
            case Move():
                return self._fitted_move(change)
            case AddRef():
                entries = self._entries(change, change.address, change.attribute)
                if change.ref in entries:
                    return None
                listed = (change.address, change.attribute)
                return replace(
                    change, place=self._lists.place(self._tree, listed, entries, change.place, change.ref)
                )
            case RemoveRef():
                entries = self._entries(change, change.address, change.attribute)
                if change.ref not in entries and touched(change).fields <= self._all.fields:
                    return None
                if entries.count(change.ref) != 1:
                    return change  # refused, with the reason
                return replace(change, place=place_of(self._tree, entries, entries.index(change.ref)))

    def _fitted_set(self, change: Set) -> Change | None:
        item = self._object(change.address)
        if item is None:
            raise _MetError(ABSENT, self._why_gone(change.address))
        now = item.get(change.attribute, ABSENT)
        if same(now, change.old):
            return change
        if same(now, change.new) or (type(now) is list and not touched(change).fields):
            return None
        field = Touched(fields=frozenset({(change.address, change.attribute)}))
        if field.meets(self._meant) or touched(change).meets(self._meant):
            raise _MetError(now, translate("conflicts", "It was changed meanwhile."))
        if change.attribute != "id" and field.meets(self._all):
            return setting_of(self._tree, change.address, change.attribute, copied(change.new))
        raise _MetError(now, self._why_else(change))

    def _fitted_insert(self, change: Insert) -> Change | None:
        there = self._object(str(change.entity.get("id")))
        if there is not None:
            if same(there, change.entity):
                return None
            raise _MetError(copied(there), translate("conflicts", "Its id is that of something else now."))
        entries = self._entries(change, change.owner, change.attribute)
        listed = (change.owner, change.attribute)
        name = str(change.entity.get("id"))
        return replace(change, place=self._lists.place(self._tree, listed, entries, change.place, name))

    def _fitted_remove(self, change: Remove) -> Change | None:
        name = str(change.entity.get("id"))
        there = self._object(name)
        if there is None:
            if name in self._all.gone:
                return None
            raise _MetError(ABSENT, self._why_else(change))
        if touched(change).meets(self._meant):
            raise _MetError(
                copied(there),
                translate("conflicts", "It was changed or is used anew meanwhile, and is to be removed."),
            )
        try:
            return removal_of(self._tree, name)
        except KeyError:
            return change  # refused, with the reason

    def _fitted_move(self, change: Move) -> Change | None:
        entity = self._object(change.entity)
        if entity is None:
            raise _MetError(ABSENT, self._why_gone(change.entity))
        try:
            stood = removal_of(self._tree, change.entity)
        except KeyError:
            return change  # refused, with the reason
        entries = [
            entry for entry in self._entries(change, change.owner, change.attribute) if entry is not entity
        ]
        listed = (change.owner, change.attribute)
        place = self._lists.place(self._tree, listed, entries, change.place, change.entity)
        now = (stood.owner, stood.attribute, stood.place)
        if now == (change.owner, change.attribute, place):
            return None
        if (change.entity,) in self._meant.fields:
            raise _MetError(_where(stood), translate("conflicts", "It was moved elsewhere meanwhile."))
        return Move(change.entity, change.owner, change.attribute, place, *now)

    def _entries(self, change: Change, address: str, attribute: str) -> list[JsonValue]:
        item = self._object(address)
        if item is None:
            raise _MetError(ABSENT, self._why_gone(address))
        entries = item.get(attribute)
        if type(entries) is not list or (address, attribute) in self._meant.fields:
            if type(entries) is list and isinstance(change, AddRef) and change.ref in entries:
                return entries
            raise _MetError(copied(entries), translate("conflicts", "The whole list was changed meanwhile."))
        return entries

    def _object(self, address: str) -> JsonObject | None:
        return self._tree.index.object_at(address)

    # What is told

    def _conflict(self, change_set: ChangeSet, change: Change, now: JsonValue, reason: str) -> Conflict:
        base, mine = values_of(change)
        return Conflict(change_set.id, change, base, mine, copied(now), reason, self._against(change))

    def _against(self, change: Change) -> str:
        own = touched(change)
        return next((each.id for each in reversed(self._counted) if own.meets(touched_by(each.meant))), "")

    def _why_gone(self, address: str) -> str:
        if address in self._all.gone:
            return translate("conflicts", "What it changes was removed meanwhile.")
        for held in self._held:
            if address in touched_by(held.changes).whole:
                return self._rests_on(held)
        return translate("conflicts", "“{name}” is not in the study.").format(name=address)

    def _why_else(self, change: Change) -> str:
        own = touched(change)
        for held in reversed(self._held):
            if own.meets(touched_by(held.changes)):
                return self._rests_on(held)
        return translate("conflicts", "What it was made on is not there: the study says something else.")

    def _rests_on(self, held: ChangeSet) -> str:
        return translate("conflicts", "It builds on “{title}”, which waits to be decided.").format(
            title=held.title
        )


def _not_taken_back(theirs: Sequence[ChangeSet]) -> list[ChangeSet]:
    """Theirs without what they took back themselves: that touches nothing any more."""
    left: list[ChangeSet] = []
    for each in theirs:
        undone = next((at for at, one in enumerate(left) if one.id == each.undoes), None)
        if undone is None:
            left.append(each)
        else:
            del left[undone]
    return left


def _on_what(change: Change) -> str:
    """The address of what a change is done to."""
    match change:
        case Insert() | Remove():
            return change.owner
        case Move():
            return change.entity
        case Set() | AddRef() | RemoveRef():
            return change.address


def values_of(change: Change) -> tuple[JsonValue, JsonValue]:
    """The value before, and as a change would have it; ABSENT where there is none."""
    match change:
        case Set():
            return copied(change.old), copied(change.new)
        case Insert():
            return ABSENT, copied(change.entity)
        case Remove():
            return copied(change.entity), ABSENT
        case Move():
            old = {
                "owner": change.old_owner,
                "attribute": change.old_attribute,
                "after": change.old_place.after,
            }
            return old, {"owner": change.owner, "attribute": change.attribute, "after": change.place.after}
        case AddRef():
            return ABSENT, change.ref
        case RemoveRef():
            return change.ref, ABSENT


def value_now(tree: Tree, change: Change) -> JsonValue:
    """What stands now where a change would write."""
    match change:
        case Set() | AddRef() | RemoveRef():
            item = tree.index.object_at(change.address)
            value = ABSENT if item is None else item.get(change.attribute, ABSENT)
            if isinstance(change, Set):
                return copied(value)
            return change.ref if type(value) is list and change.ref in value else ABSENT
        case Insert() | Remove():
            there = tree.index.object_at(str(change.entity.get("id")))
            return ABSENT if there is None else copied(there)
        case Move():
            try:
                return _where(removal_of(tree, change.entity))
            except KeyError:
                return ABSENT


def _where(stood: Remove) -> JsonObject:
    return {"owner": stood.owner, "attribute": stood.attribute, "after": stood.place.after}
