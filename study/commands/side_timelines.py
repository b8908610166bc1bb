"""Timelines beside and inside one another: sub-timelines, what starts a timeline, side timelines, early termination."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft, design_of, gone, timeline_of
from study.commands.new_visits import name_like, new_encounter, new_instance
from study.commands.path import Onward, Way, instance_at, lead, spoken, timeline_exit, why_no_visits
from study.commands.planned import TimingType, new_timing
from study.commands.visits import carry_footnotes, why_no_name
from study.document import Document
from study.json_types import JsonValue
from study.language import translate
from study.model import Encounter, ScheduleTimeline, StudyDesign


@dataclass(frozen=True, slots=True)
class SetSubTimeline(Command):
    """Has an activity, or one visit, run a timeline inside it (USDM timelineId); `timeline` "" for none any more."""

    name: ClassVar[str] = "set_sub_timeline"
    holder: str
    timeline: str

    def why_not(self, document: Document) -> str:
        """Not in a decision (DDF00065), not of another design, and no timeline inside itself (DDF00026)."""
        item = document.index.object_at(self.holder)
        if item is None:
            return gone(self.holder)
        instance = instance_at(document, self.holder)
        if instance is None and not _is_activity(document, self.holder):
            return translate("commands", "“{name}” is no activity and no visit.").format(
                name=spoken(document, self.holder)
            )
        if not self.timeline:
            return ""
        if instance is not None and instance.is_decision:
            return translate("commands", "“{name}” is a decision: nothing runs inside it.").format(
                name=spoken(document, self.holder)
            )
        design = design_of(document, self.holder)
        timeline = _timeline(design, self.timeline)
        if design is None or timeline is None:
            return gone(self.timeline)
        if timeline.main:
            return translate("commands", "“{name}” is the main timeline: it runs in nothing.").format(
                name=timeline.title
            )
        if self._holds(document, design):
            return translate(
                "commands", "“{timeline}” runs “{name}” itself: it cannot run inside it."
            ).format(timeline=timeline.title, name=spoken(document, self.holder))
        return ""

    def title(self, document: Document) -> str:
        """ "Run PK profile in Dosing"."""
        holder = spoken(document, self.holder)
        if not self.timeline:
            return translate("commands", "Run no timeline in {name}").format(name=holder)
        return translate("commands", "Run {timeline} in {name}").format(
            timeline=spoken(document, self.timeline), name=holder
        )

    def carry_out(self, draft: Draft) -> None:
        """Set it; "" clears it as the file has it."""
        now = draft.entity(self.holder).raw.get("timelineId")
        if self.timeline or now is not None:
            draft.set(self.holder, "timelineId", self.timeline or None)

    def _holds(self, document: Document, design: StudyDesign) -> bool:
        """Whether the timeline, or one that it runs, holds what is to run it."""
        home = timeline_of(document, self.holder)
        targets = {home.id} if home is not None else set()
        if home is None:
            targets = {t.id for t in design.timelines for i in t.instances if self.holder in i.activities}
        carried = {a.id: a.sub_timeline for a in design.activities if a.sub_timeline}
        waiting, seen = [self.timeline], set()
        while waiting:
            here = waiting.pop()
            if here in targets:
                return True
            if here in seen:
                continue
            seen.add(here)
            timeline = _timeline(design, here)
            for instance in timeline.instances if timeline is not None else ():
                inside = [instance.sub_timeline, *(carried.get(a) for a in instance.activities)]
                waiting.extend(each for each in inside if each is not None)
        return False


@dataclass(frozen=True, slots=True)
class SetEntry(Command):
    """Says what starts a timeline, and with which instance; None leaves what is there."""

    name: ClassVar[str] = "set_entry"
    timeline: str
    entry_condition: str | None = None
    entry: str | None = None

    def why_not(self, document: Document) -> str:
        """Not an instance of another timeline."""
        timeline = timeline_of(document, self.timeline)
        if timeline is None or timeline.id != self.timeline:
            return gone(self.timeline)
        if self.entry is None:
            return ""
        if reason := why_no_visits(document, (self.entry,)):
            return reason
        if timeline_of(document, self.entry) != timeline:
            return translate("commands", "“{name}” is in another timeline.").format(
                name=spoken(document, self.entry)
            )
        return ""

    def title(self, document: Document) -> str:
        """ "Begin Main timeline with Screening", "Start Unscheduled visit when ..."."""
        timeline = spoken(document, self.timeline)
        if self.entry is not None:
            return translate("commands", "Begin {timeline} with {visit}").format(
                timeline=timeline, visit=spoken(document, self.entry)
            )
        return translate("commands", "Say what starts {timeline}").format(timeline=timeline)

    def carry_out(self, draft: Draft) -> None:
        """Set what is given."""
        if self.entry_condition is not None:
            draft.set(self.timeline, "entryCondition", self.entry_condition)
        if self.entry is not None:
            draft.set(self.timeline, "entryId", self.entry)


@dataclass(frozen=True, slots=True)
class AddSideTimeline(Command):
    """Adds a timeline that starts on an event: one visit (`like` another one), its anchor, and an exit.

    `design` is the id of the design; "" for that of `like`, else the first of the study.
    """

    name: ClassVar[str] = "add_side_timeline"
    called: str
    entry_condition: str
    like: str = ""
    visit: str = ""
    design: str = ""

    def why_not(self, document: Document) -> str:
        """Not without a name and what starts it."""
        if reason := why_no_name(self.called):
            return reason
        if not self.entry_condition.strip():
            return translate("commands", "Say what starts it, such as “An adverse event occurs”.")
        if self.like and (reason := why_no_visits(document, (self.like,))):
            return reason
        if self._design(document) is None:
            return gone(self.design) if self.design else translate("commands", "The study has no design.")
        return ""

    def title(self, document: Document) -> str:
        """ "Add the side timeline Unscheduled visit, like Week 8"."""
        called = " ".join(self.called.split())
        if self.like:
            return translate("commands", "Add the side timeline {timeline}, like {visit}").format(
                timeline=called, visit=spoken(document, self.like)
            )
        return translate("commands", "Add the side timeline {timeline}").format(timeline=called)

    def carry_out(self, draft: Draft) -> None:
        """Make the timeline, then its visit with an encounter, its anchor and its way out."""
        design = self._design(draft.document)
        assert design is not None
        assert design.id is not None
        planned: dict[str, JsonValue] = (
            {"plannedDuration": None} if draft.document.capabilities.planned_duration else {}
        )
        made = draft.new(
            "ScheduleTimeline",
            name=name_like([timeline.name for timeline in design.timelines], self.called),
            label=self.called,
            description=None,
            mainTimeline=False,
            entryCondition=self.entry_condition.strip(),
            entryId=None,
            exits=[],
            timings=[],
            instances=[],
            **planned,
        )
        address = draft.insert(design.id, "scheduleTimelines", made)
        timeline = draft.timeline_of(address)
        like = instance_at(draft.document, self.like) if self.like else None
        item = draft.document.index.object_at(like.encounter or "") if like is not None else None
        called = self.visit or self.called
        last = next((e.id for e in reversed(design.encounters) if e.id in draft.document.index.unique), None)
        encounter = new_encounter(
            draft, design, called, like=Encounter(item) if item is not None else None, behind=last
        )
        visit = new_instance(
            draft,
            timeline,
            called,
            epoch=None,
            activities=like.activities if like is not None else (),
            encounter=encounter,
        )
        lead(draft, Way(address), Onward(target=visit))
        lead(draft, Way(visit), Onward(exit=timeline_exit(draft, timeline)))
        timing = new_timing(
            draft, visit, name_like([], called), TimingType.FIXED_REFERENCE, "P1D", visit, label=called
        )
        draft.set(encounter, "scheduledAtId", timing)
        if like is not None:
            carry_footnotes(draft, self.like, visit)

    def _design(self, document: Document) -> StudyDesign | None:
        if self.like and not self.design:
            return design_of(document, self.like)
        designs = document.designs()
        if not self.design:
            return next((d for d in designs if d.id in document.index.unique), None)
        return next((d for d in designs if d.id == self.design), None)


@dataclass(frozen=True, slots=True)
class AddEarlyTermination(Command):
    """Adds early termination: a side timeline with one visit like that one, mostly the end of study."""

    name: ClassVar[str] = "add_early_termination"
    like: str
    called: str = ""
    entry_condition: str = ""

    def why_not(self, document: Document) -> str:
        """As for a side timeline, and not like a decision."""
        if reason := why_no_visits(document, (self.like,)):
            return reason
        instance = instance_at(document, self.like)
        if instance is not None and instance.is_decision:
            return translate("commands", "“{name}” is a decision: choose a visit.").format(
                name=spoken(document, self.like)
            )
        return self._side_timeline().why_not(document)

    def title(self, document: Document) -> str:
        """ "Add early termination like End of study"."""
        return translate("commands", "Add early termination like {visit}").format(
            visit=spoken(document, self.like)
        )

    def carry_out(self, draft: Draft) -> None:
        """Make the side timeline."""
        self._side_timeline().carry_out(draft)

    def _side_timeline(self) -> AddSideTimeline:
        return AddSideTimeline(
            self.called or translate("commands", "Early termination"),
            self.entry_condition or translate("commands", "The participant leaves the study before its end"),
            self.like,
        )


def _is_activity(document: Document, address: str) -> bool:
    design = design_of(document, address)
    return design is not None and any(activity.id == address for activity in design.activities)


def _timeline(design: StudyDesign | None, address: str) -> ScheduleTimeline | None:
    return next((t for t in design.timelines if t.id == address), None) if design is not None else None
