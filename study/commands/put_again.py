"""Changes that did not fit beside what others did, put again where a person decided for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.annexe import Annexe
from study.change_set import ChangeSet, Target
from study.changes import AddRef, Change, Insert, Move, Place, Remove, RemoveRef, Set
from study.commands.command import CannotError, Command
from study.commands.draft import LAST, After, Draft, gone
from study.document import Document
from study.json_types import JsonValue, copied, same
from study.language import translate
from study.rebase import value_now, values_of
from study.touched import touched
from study.tree import Tree


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that an edit meant. `base`: the value before, `mine`: as the edit has it, `theirs`: as it is now.

    ABSENT where there is none. `why_not`: why mine cannot be put again, "" where it can.
    """

    change: Change
    base: JsonValue
    mine: JsonValue
    theirs: JsonValue
    why_not: str = ""

    @property
    def is_done(self) -> bool:
        """Whether mine stands there already: nothing is to be decided."""
        return same(self.mine, self.theirs)

    @property
    def is_met(self) -> bool:
        """Whether somebody else changed it meanwhile."""
        return not same(self.base, self.theirs)


def fields_of(change_set: ChangeSet, document: Document, annexe: Annexe) -> tuple[Field, ...]:
    """What a person decides about an edit that did not fit: each change that was meant, not what only followed."""
    tree: Tree = annexe if change_set.target is Target.ANNEXE else document
    meant = change_set.meant
    coming = {str(each.entity.get("id")) for each in meant if isinstance(each, Insert)}
    return tuple(
        Field(each, *values_of(each), value_now(tree, each), _why_not(document, tree, each, coming))
        for each in meant
    )


@dataclass(frozen=True, slots=True)
class PutAgain(Command):
    """Carries out changes on what is there now, whatever stood there when they were made."""

    name: ClassVar[str] = "put_again"
    changes: tuple[Change, ...]
    called: str

    def why_not(self, document: Document) -> str:
        """Not without any, and not where what one of them is about, or refers to, is gone."""
        if not self.changes:
            return translate("commands", "Nothing is chosen.")
        if self.target is Target.ANNEXE:  # it is asked when it is written to
            return ""
        coming = {str(each.entity.get("id")) for each in self.changes if isinstance(each, Insert)}
        return next((why for each in self.changes if (why := _why_not(document, document, each, coming))), "")

    def title(self, document: Document) -> str:  # noqa: ARG002 - what it is called is said by the edit that it is of
        """ "Again: Move Week 8 to Week 9"."""
        return translate("commands", "Again: {title}").format(title=self.called)

    def carry_out(self, draft: Draft) -> None:
        """Do each; what is so already stays. Raises CannotError where what one is about is gone."""
        coming: set[str] = set()
        for change in self.changes:
            if reason := _why_not(draft.document, draft.tree, change, coming):
                raise CannotError(reason)
            _put(draft, change)
            if isinstance(change, Insert):
                coming.add(str(change.entity.get("id")))


@dataclass(frozen=True, slots=True)
class PutAgainBeside(PutAgain):
    """As `PutAgain`, in the annexe."""

    target: ClassVar[Target] = Target.ANNEXE


def put_again(change_set: ChangeSet, fields: tuple[Field, ...]) -> PutAgain:
    """The command that puts the chosen fields of an edit again."""
    made = PutAgainBeside if change_set.target is Target.ANNEXE else PutAgain
    return made(tuple(each.change for each in fields), change_set.title)


def _put(draft: Draft, change: Change) -> None:
    match change:
        case Set():
            draft.set(change.address, change.attribute, copied(change.new))
        case Insert():
            if draft.tree.index.object_at(str(change.entity.get("id"))) is None:
                entity = copied(change.entity)
                after = _after(draft, change.owner, change.attribute, change.place)
                draft.insert(change.owner, change.attribute, entity, after)
        case Remove():
            if draft.tree.index.object_at(str(change.entity.get("id"))) is not None:
                draft.remove(str(change.entity.get("id")))
        case Move():
            after = _after(draft, change.owner, change.attribute, change.place)
            draft.move(change.entity, after, owner=change.owner, attribute=change.attribute)
        case AddRef():
            draft.add_ref(change.address, change.attribute, change.ref)
        case RemoveRef():
            draft.remove_ref(change.address, change.attribute, change.ref)


def _after(draft: Draft, owner: str, attribute: str, place: Place) -> After:
    """Behind what it stood behind, where that is still in the list; else at the end."""
    if place.after is None:
        return None if not place.skip else LAST
    item = draft.tree.index.object_at(place.after)
    holder = draft.tree.index.owner_of(item) if item is not None else None
    is_there = (
        holder is not None and holder[1] == attribute and draft.tree.index.address_of(holder[0]) == owner
    )
    return place.after if is_there else LAST


def _why_not(document: Document, tree: Tree, change: Change, coming: set[str]) -> str:
    """Why a change cannot be put again: what it is about, or refers to, is gone."""
    for address in sorted(touched(change).about):
        if tree.index.object_at(address) is None and address not in coming and not address.startswith("$"):
            return gone(address)
    if tree is document:
        for ref in sorted(touched(change).refs - coming):
            if document.index.object_at(ref) is None and ref not in document.index.repeated:
                return translate(
                    "commands", "It refers to “{name}”, which is not in the study any more."
                ).format(name=ref)
    match change:
        case Set(address=address) | AddRef(address=address) | RemoveRef(address=address):
            missing = address if tree.index.object_at(address) is None and address not in coming else ""
        case Move(entity=entity):
            missing = entity if tree.index.object_at(entity) is None and entity not in coming else ""
        case _:
            missing = ""
    return gone(missing) if missing and not missing.startswith("$") else ""
