"""Decisions and their branches: where participants take different ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft, gone, timeline_of
from study.commands.new_visits import name_like, new_branch, new_decision, put_on_way
from study.commands.path import (
    Onward,
    Way,
    instance_at,
    lead,
    leads_to,
    source_name,
    spoken,
    why_no_visits,
    why_no_way,
)
from study.commands.planned import TimingType, new_timing, timing_at
from study.commands.visits import why_no_name
from study.document import Document
from study.language import translate
from study.model import ConditionAssignment

LONGEST_CONDITION = 10_000


@dataclass(frozen=True, slots=True)
class AddDecision(Command):
    """Adds a ScheduledDecisionInstance behind an instance (with `assignment`: on that branch); it goes on by default.

    With `condition` and `to` it gets its first branch. It takes place right after what it stands behind.
    """

    name: ClassVar[str] = "add_decision"
    called: str
    after: str
    condition: str = ""
    to: str = ""
    assignment: str = ""

    def why_not(self, document: Document) -> str:
        """Not without a name, not where the path ends: a decision needs a visit to go on to (DDF00038, 64)."""
        way = Way(self.after, self.assignment)
        if reason := why_no_name(self.called) or why_no_way(document, way):
            return reason
        led = leads_to(document, way)
        if led is None or led.target is None:
            return translate(
                "commands",
                "The path ends after “{visit}”: a decision needs a visit behind it. Add one first.",
            ).format(visit=source_name(document, way))
        if not self.condition and not self.to:
            return ""
        if not self.condition.strip():
            return translate("commands", "Say under which condition the branch is taken.")
        return why_no_target(document, self.after, self.to)

    def title(self, document: Document) -> str:
        """ "Add the decision “Responder?” after Week 8"."""
        if instance_at(document, self.after) is None:
            return translate("commands", "Add the decision {decision} at the beginning").format(
                decision=" ".join(self.called.split())
            )
        return translate("commands", "Add the decision {decision} after {visit}").format(
            decision=" ".join(self.called.split()),
            visit=source_name(document, Way(self.after, self.assignment)),
        )

    def carry_out(self, draft: Draft) -> None:
        """Make it, put it on the way, time it where what it stands behind is timed."""
        timeline = draft.timeline_of(self.after)
        behind = instance_at(draft.document, self.after)
        epoch = behind.epoch if behind is not None else None
        decision = new_decision(draft, timeline, self.called, epoch=epoch, behind=self.after)
        put_on_way(draft, Way(self.after, self.assignment), decision)
        if self.condition:
            new_branch(draft, decision, self.condition.strip(), self.to)
        if behind is not None and timing_at(draft.document, self.after) is not None:
            name = name_like([t.name for t in timeline.timings], self.called)
            new_timing(draft, decision, name, TimingType.AFTER, "PT0M", self.after)


@dataclass(frozen=True, slots=True)
class AddBranch(Command):
    """Adds a branch to a decision: a ConditionAssignment with its text and the instance it leads to."""

    name: ClassVar[str] = "add_branch"
    decision: str
    condition: str
    to: str

    def why_not(self, document: Document) -> str:
        """Only to a decision, with a condition, to another instance of the timeline (DDF00044)."""
        if reason := why_no_decision(document, self.decision) or why_no_condition(self.condition):
            return reason
        return why_no_target(document, self.decision, self.to)

    def title(self, document: Document) -> str:
        """ "Lead from Responder? to Week 12 if no response"."""
        return translate("commands", "Add to {decision} the branch “{condition}” to {visit}").format(
            decision=spoken(document, self.decision),
            condition=" ".join(self.condition.split()),
            visit=spoken(document, self.to),
        )

    def carry_out(self, draft: Draft) -> None:
        """Insert it behind the other branches."""
        new_branch(draft, self.decision, self.condition.strip(), self.to)


@dataclass(frozen=True, slots=True)
class RemoveBranch(Command):
    """Removes a branch of a decision, by the id of its ConditionAssignment; where it led stays."""

    name: ClassVar[str] = "remove_branch"
    assignment: str

    def why_not(self, document: Document) -> str:
        """Not what is no branch any more."""
        return why_no_branch(document, self.assignment)

    def title(self, document: Document) -> str:
        """ "Remove the branch “no response” of Responder?"."""
        return translate("commands", "Remove the branch “{condition}” of {decision}").format(
            condition=condition_of(document, self.assignment),
            decision=_decision_of(document, self.assignment),
        )

    def carry_out(self, draft: Draft) -> None:
        """Take it out."""
        draft.remove(self.assignment)


@dataclass(frozen=True, slots=True)
class SetBranch(Command):
    """Changes a branch: its condition's text, where it leads, or both; None leaves what is there."""

    name: ClassVar[str] = "set_branch"
    assignment: str
    condition: str | None = None
    to: str | None = None

    def why_not(self, document: Document) -> str:
        """Not without a condition, not to the decision itself or another timeline."""
        if reason := why_no_branch(document, self.assignment):
            return reason
        if self.condition is not None and (reason := why_no_condition(self.condition)):
            return reason
        decision = decision_of(document, self.assignment)
        return why_no_target(document, decision, self.to) if self.to is not None else ""

    def title(self, document: Document) -> str:
        """ "Lead “no response” of Responder? to Week 12", or "Change the condition ... to ..."."""
        decision = _decision_of(document, self.assignment)
        old = condition_of(document, self.assignment)
        if self.to is not None:
            return translate("commands", "Lead “{condition}” of {decision} to {visit}").format(
                condition=old if self.condition is None else " ".join(self.condition.split()),
                decision=decision,
                visit=spoken(document, self.to),
            )
        return translate("commands", "Change the condition “{old}” of {decision} to “{new}”").format(
            old=old, decision=decision, new=" ".join((self.condition or "").split())
        )

    def carry_out(self, draft: Draft) -> None:
        """Write what is given."""
        if self.condition is not None:
            draft.set(self.assignment, "condition", self.condition.strip())
        if self.to is not None:
            draft.set(self.assignment, "conditionTargetId", self.to)


@dataclass(frozen=True, slots=True)
class SetDefaultBranch(Command):
    """Says where a decision leads when none of its conditions holds (USDM defaultConditionId)."""

    name: ClassVar[str] = "set_default_branch"
    decision: str
    to: str

    def why_not(self, document: Document) -> str:
        """Only of a decision, to another instance of its timeline."""
        return why_no_decision(document, self.decision) or why_no_target(document, self.decision, self.to)

    def title(self, document: Document) -> str:
        """ "Lead from Responder? otherwise to Week 12"."""
        return translate("commands", "Lead from {decision} otherwise to {visit}").format(
            decision=spoken(document, self.decision), visit=spoken(document, self.to)
        )

    def carry_out(self, draft: Draft) -> None:
        """Point its default there."""
        lead(draft, Way(self.decision), Onward(target=self.to))


def why_no_decision(document: Document, address: str) -> str:
    """Why something is no decision; "" where it is one."""
    if reason := why_no_visits(document, (address,)):
        return reason
    instance = instance_at(document, address)
    if instance is not None and not instance.is_decision:
        return translate("commands", "“{name}” is a visit: only decisions have branches.").format(
            name=spoken(document, address)
        )
    return ""


def why_no_target(document: Document, source: str, to: str) -> str:
    """Why a branch cannot lead to an instance; "" where it can (DDF00044)."""
    if reason := why_no_visits(document, (to,)):
        return reason
    if to == source:
        return translate("commands", "“{name}” cannot lead to itself.").format(name=spoken(document, to))
    if timeline_of(document, to) != timeline_of(document, source):
        return translate(
            "commands", "“{name}” is in another timeline: a path stays within one. Run it as a sub-timeline."
        ).format(name=spoken(document, to))
    return ""


def why_no_condition(condition: str) -> str:
    """Why a text is no condition; "" where it is."""
    if not condition.strip():
        return translate("commands", "Say under which condition the branch is taken.")
    if len(condition) > LONGEST_CONDITION:
        return translate(
            "commands", "This condition is too long: at most %n character(s).", "", LONGEST_CONDITION
        )
    return ""


def why_no_branch(document: Document, assignment: str) -> str:
    """Why there is no such branch; "" where there is."""
    return "" if decision_of(document, assignment) else gone(assignment)


def decision_of(document: Document, assignment: str) -> str:
    """The id of the decision that a branch belongs to; "" where there is none."""
    item = document.index.object_at(assignment)
    holder = document.index.owner_of(item) if item is not None else None
    if holder is None or holder[1] != "conditionAssignments":
        return ""
    return document.index.address_of(holder[0]) or ""


def condition_of(document: Document, assignment: str) -> str:
    """The text of a branch, on one line and no longer than a title bears."""
    item = document.index.object_at(assignment)
    line = " ".join(ConditionAssignment(item).condition.split()) if item is not None else assignment
    return line if len(line) <= 80 else f"{line[:79]}…"


def _decision_of(document: Document, assignment: str) -> str:
    return spoken(document, decision_of(document, assignment))
