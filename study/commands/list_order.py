"""Putting arms, elements and encounters of a design in another order; epochs and activities have their own commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from study.commands.command import Command
from study.commands.draft import Draft, gone
from study.commands.naming import named
from study.commands.rules import why_not_in
from study.document import Document
from study.language import QT_TRANSLATE_NOOP, translate

# The list of a design -> what moving behind another is called, and to the beginning.
_WORDS: Final = {
    "arms": (
        QT_TRANSLATE_NOOP("commands", "Move the arm {name} behind {other}"),
        QT_TRANSLATE_NOOP("commands", "Move the arm {name} to the beginning"),
    ),
    "elements": (
        QT_TRANSLATE_NOOP("commands", "Move the element {name} behind {other}"),
        QT_TRANSLATE_NOOP("commands", "Move the element {name} to the beginning"),
    ),
    "encounters": (
        QT_TRANSLATE_NOOP("commands", "Move the encounter {name} behind {other}"),
        QT_TRANSLATE_NOOP("commands", "Move the encounter {name} to the beginning"),
    ),
}


@dataclass(frozen=True, slots=True)
class MoveInList(Command):
    """Puts an arm, element or encounter behind another one of its design (None: at the beginning).

    The visits stay at their encounters and when they are; the links between encounters follow (previousId, nextId).
    """

    name: ClassVar[str] = "move_in_list"
    entity: str
    after: str | None

    def why_not(self, document: Document) -> str:
        """Only arms, elements and encounters, behind one of their own list, and not behind themselves."""
        listed = _list_of(document, self.entity)
        if listed is None:
            return gone(self.entity)
        if listed not in _WORDS:
            return translate(
                "commands", "“{name}” is in no list that can be put in another order here."
            ).format(name=named(document, self.entity))
        if self.after is None:
            return ""
        if self.after == self.entity:
            return translate("commands", "“{name}” does not come after itself.").format(
                name=named(document, self.entity)
            )
        if reason := why_not_in(document, listed, (self.after,)):
            return reason
        if _owner(document, self.after) is not _owner(document, self.entity):
            return translate("commands", "Both must be of the same study design.")
        return ""

    def title(self, document: Document) -> str:
        """ "Move the arm Placebo behind 15 mg"."""
        behind, first = _WORDS[_list_of(document, self.entity) or "arms"]
        name = named(document, self.entity)
        if self.after is None:
            return translate("commands", first).format(name=name)
        return translate("commands", behind).format(name=name, other=named(document, self.after))

    def carry_out(self, draft: Draft) -> None:
        """Move it in the design's list; the links follow."""
        draft.move(self.entity, self.after)


def _list_of(document: Document, address: str) -> str | None:
    item = document.index.object_at(address)
    holder = document.index.owner_of(item) if item is not None else None
    return holder[1] if holder is not None else None


def _owner(document: Document, address: str) -> object:
    item = document.index.object_at(address)
    holder = document.index.owner_of(item) if item is not None else None
    return holder[0] if holder is not None else None
