"""The free text that says when an encounter or element starts or ends (USDM TransitionRule)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft, gone
from study.commands.naming import named
from study.document import Document
from study.json_types import ABSENT
from study.language import translate

START, END = "transitionStartRule", "transitionEndRule"


@dataclass(frozen=True, slots=True)
class SetTransitionRule(Command):
    """Says when an encounter or element starts (`attribute` START) or ends (END); "" takes the rule away."""

    name: ClassVar[str] = "set_transition_rule"
    address: str
    attribute: str
    text: str

    def why_not(self, document: Document) -> str:
        """Not for what is not there, and not for what has no such rule in USDM."""
        item = document.index.object_at(self.address)
        if item is None:
            return gone(self.address)
        if self.attribute not in (START, END) or item.get("instanceType") not in (
            "Encounter",
            "StudyElement",
        ):
            return translate(
                "commands", "Only encounters and elements have rules by which they start and end."
            )
        return ""

    def title(self, document: Document) -> str:
        """ "Say when Visit 10 starts"."""
        starts = self.attribute == START
        if not self.text:
            words = (
                translate("commands", "No longer say when {name} starts")
                if starts
                else translate("commands", "No longer say when {name} ends")
            )
        else:
            words = (
                translate("commands", "Say when {name} starts")
                if starts
                else translate("commands", "Say when {name} ends")
            )
        return words.format(name=named(document, self.address))

    def carry_out(self, draft: Draft) -> None:
        """Write the text into the rule that is there; a new rule where there is none, none where there is no text."""
        value = draft.entity(self.address).raw.get(self.attribute)
        own = draft.document.index.address_of(value) if type(value) is dict else None
        if not self.text:
            if value is not None:
                draft.set(self.address, self.attribute, None)
        elif own is not None:
            draft.set(own, "text", self.text)
        else:
            rule = draft.new(
                "TransitionRule",
                name=_rule_name(draft, self.attribute),
                label=None,
                description=None,
                text=self.text,
                notes=ABSENT,
            )
            draft.set(self.address, self.attribute, rule)


def _rule_name(draft: Draft, attribute: str) -> str:
    """A name that no other rule has: USDM's names are unique within their class (DDF00010)."""
    taken = {
        item.get("name")
        for item in draft.document.index.unique.values()
        if item.get("instanceType") == "TransitionRule"
    }
    stem = "START_RULE" if attribute == START else "END_RULE"
    number = len(taken) + 1
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"
