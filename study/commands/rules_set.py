"""An executable rule beside a text of the study (annexe): said, said otherwise, and taken away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.change_set import Target
from study.commands.command import CannotError, Command
from study.commands.draft import Draft, design_of, gone
from study.document import Document
from study.json_types import ABSENT, JsonObject
from study.language import translate
from study.model import objects
from study.rules.kinds import troubles
from study.rules.model import Rule
from study.rules.place import SAID, WHOSE, name_of, place_at, rule_address
from study.rules.vocabulary import vocabulary, why_not_said
from study.rules.writing import rule_to_json, why_too_large


@dataclass(frozen=True, slots=True)
class SetRule(Command):
    """Has a rule decide whether a text of the study holds. The text stays as it is.

    `address`: that of the ConditionAssignment, Condition, ScheduleTimeline (its entry condition) or TransitionRule.
    """

    name: ClassVar[str] = "set_rule"
    target: ClassVar[Target] = Target.ANNEXE
    address: str
    rule: Rule

    def why_not(self, document: Document) -> str:
        """Only beside such a text, of what the study has, compared with what it can be compared with."""
        reason = _why_no_place(document, self.address) or why_too_large(self.rule)
        if reason:
            return reason
        found = troubles(self.rule)
        if found:
            return found[0].placed
        return why_not_said(self.rule, vocabulary(document, design_of(document, self.address)))

    def title(self, document: Document) -> str:
        """ "Decide “Day = -6” by a rule"."""
        return translate("commands", "Decide “{text}” by a rule").format(text=name_of(document, self.address))

    def carry_out(self, draft: Draft) -> None:
        """Write the rule's entry, whole: two rules for one text are a conflict, never a mixture."""
        place = place_at(draft.document, self.address)
        if place is None:
            raise CannotError(gone(self.address))
        value = rule_to_json(self.rule)
        held = _entry(draft, self.address)
        if held is not None:
            draft.set(held, "rule", value)
            draft.set(held, SAID, place.text)
            draft.set(held, "atMost", ABSENT if self.rule.at_most is None else self.rule.at_most)
            return
        entry: JsonObject = {"id": rule_address(self.address), WHOSE[place.kind]: self.address, "rule": value}
        if self.rule.at_most is not None:
            entry["atMost"] = self.rule.at_most
        entry[SAID] = place.text
        draft.insert("$root", "rules", entry)


@dataclass(frozen=True, slots=True)
class ClearRule(Command):
    """Has a person decide again whether a text of the study holds."""

    name: ClassVar[str] = "clear_rule"
    target: ClassVar[Target] = Target.ANNEXE
    address: str

    def title(self, document: Document) -> str:
        """ "Have “Day = -6” decided by a person"."""
        return translate("commands", "Have “{text}” decided by a person").format(
            text=name_of(document, self.address)
        )

    def carry_out(self, draft: Draft) -> None:
        """Take the entry away. Raises CannotError where there is none."""
        held = _entry(draft, self.address)
        if held is None:
            raise CannotError(translate("commands", "There is no rule here: a person decides already."))
        draft.remove(held)


@dataclass(frozen=True, slots=True)
class SetRules(Command):
    """Sets and takes away the rules of several texts at once, such as the ways of one decision, as one step."""

    name: ClassVar[str] = "set_rules"
    target: ClassVar[Target] = Target.ANNEXE
    commands: tuple[SetRule | ClearRule, ...]
    called: str

    def why_not(self, document: Document) -> str:
        """Not where one of them cannot be done; they do not depend on one another."""
        return next((reason for each in self.commands if (reason := each.why_not(document))), "")

    def title(self, document: Document) -> str:
        """What they do together: "Decide “Responder?” by a rule"."""
        return translate("commands", "Decide “{text}” by a rule").format(
            text=self.called or name_of(document, self.commands[0].address)
        )

    def carry_out(self, draft: Draft) -> None:
        """Do all of them, or none."""
        for command in self.commands:
            command.carry_out(draft)


def _entry(draft: Draft, address: str) -> str | None:
    """The address of the entry for a text, also of one that another program named otherwise."""
    if rule_address(address) in draft.tree.index.unique:
        return rule_address(address)
    for entry in objects(draft.tree.root.get("rules")):
        if any(entry.get(key) == address for key in WHOSE.values()):
            return draft.tree.index.address_of(entry)
    return None


def _why_no_place(document: Document, address: str) -> str:
    if document.index.object_at(address) is None:
        return gone(address)
    if place_at(document, address) is None:
        return translate(
            "commands",
            "A rule stands beside a condition: of a decision, a footnote, a timeline's entry or a transition.",
        )
    return ""
