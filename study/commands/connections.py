"""Rewiring the path: connect, disconnect, put on a way, move a visit within the path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft, gone, timeline_of
from study.commands.new_visits import put_on_way
from study.commands.path import (
    Onward,
    Way,
    can_exit,
    graph_of,
    instance_at,
    lead,
    leads_to,
    onward,
    source_name,
    spoken,
    timeline_exit,
    ways_to,
    why_no_visits,
    why_no_way,
)
from study.document import Document
from study.language import translate
from study.model import ScheduledInstance, ScheduleTimeline

EXIT = ""
"""The timeline's exit, as a target."""


@dataclass(frozen=True, slots=True)
class Connect(Command):
    """Leads from an instance (with `assignment`: from that branch; from a timeline: its beginning) to another one.

    `to`: an instance's id, an exit's, or EXIT for the timeline's own exit.
    """

    name: ClassVar[str] = "connect"
    source: str
    to: str
    assignment: str = ""

    def why_not(self, document: Document) -> str:
        """Not to itself, not into another timeline, and from a decision not straight out (DDF00019, 44, 64)."""
        if reason := why_no_way(document, self._way):
            return reason
        timeline = timeline_of(document, self.source)
        assert timeline is not None  # there is a way
        source = instance_at(document, self.source)
        if self._is_exit(timeline):
            if source is None:
                return translate("commands", "The way in leads to a visit, not to the exit.")
            if self.assignment or not can_exit(source):
                return translate(
                    "commands", "“{name}” is a decision: its ways lead to visits, not straight to the end."
                ).format(name=spoken(document, self.source))
            return ""
        if reason := why_no_visits(document, (self.to,)):
            return reason
        if self.to == self.source:
            return translate("commands", "“{name}” cannot lead to itself.").format(
                name=spoken(document, self.source)
            )
        if timeline_of(document, self.to) != timeline:
            return translate(
                "commands",
                "“{name}” is in another timeline: a path stays within one. Run it as a sub-timeline.",
            ).format(name=spoken(document, self.to))
        return ""

    def title(self, document: Document) -> str:
        """ "Lead from Week 8 to Week 10", "End after Week 26", "Begin with Screening"."""
        timeline = timeline_of(document, self.source)
        if timeline is not None and self._is_exit(timeline):
            return translate("commands", "End after {visit}").format(visit=source_name(document, self._way))
        target = spoken(document, self.to)
        if instance_at(document, self.source) is None:
            return translate("commands", "Begin with {visit}").format(visit=target)
        return translate("commands", "Lead from {source} to {target}").format(
            source=source_name(document, self._way), target=target
        )

    def carry_out(self, draft: Draft) -> None:
        """Point the way to the target; an exit that it had goes."""
        timeline = draft.timeline_of(self.source)
        if self._is_exit(timeline):
            lead(draft, self._way, Onward(exit=self.to or timeline_exit(draft, timeline)))
        else:
            lead(draft, self._way, Onward(target=self.to))

    @property
    def _way(self) -> Way:
        return Way(self.source, self.assignment)

    def _is_exit(self, timeline: ScheduleTimeline) -> bool:
        return self.to == EXIT or any(exit_.id == self.to for exit_ in timeline.exits)


@dataclass(frozen=True, slots=True)
class Disconnect(Command):
    """Takes away the default way (or exit) of an instance, or with `assignment` a branch of a decision."""

    name: ClassVar[str] = "disconnect"
    source: str
    assignment: str = ""

    def why_not(self, document: Document) -> str:
        """Not the way in, not a decision's default, which it must have (DDF00038), not what leads nowhere."""
        way = Way(self.source, self.assignment)
        if reason := why_no_way(document, way):
            return reason
        source = instance_at(document, self.source)
        if source is None:
            return translate("commands", "A timeline begins somewhere: lead its beginning elsewhere instead.")
        if not self.assignment and source.is_decision:
            return translate(
                "commands", "“{name}” is a decision and needs a default way: lead it elsewhere instead."
            ).format(name=spoken(document, self.source))
        if not self.assignment and onward(source) == Onward():
            return translate("commands", "“{name}” leads nowhere already.").format(
                name=spoken(document, self.source)
            )
        return ""

    def title(self, document: Document) -> str:
        """ "Disconnect Week 8 from Week 10"."""
        way = Way(self.source, self.assignment)
        led = leads_to(document, way)
        source = source_name(document, way)
        if led is None or led.target is None:
            return translate("commands", "No longer end after {visit}").format(visit=source)
        return translate("commands", "Disconnect {source} from {target}").format(
            source=source, target=spoken(document, led.target)
        )

    def carry_out(self, draft: Draft) -> None:
        """Clear the way; a branch goes with its condition."""
        if self.assignment:
            draft.remove(self.assignment)
        else:
            lead(draft, Way(self.source), Onward())


@dataclass(frozen=True, slots=True)
class InsertOnEdge(Command):
    """Puts an instance that is there on a way, between its two ends; the path leads past where it stood."""

    name: ClassVar[str] = "insert_on_edge"
    visit: str
    source: str
    assignment: str = ""

    def why_not(self, document: Document) -> str:
        """Not on a way of its own, not in another timeline, no decision where the way leads straight out."""
        return why_not_onto(document, self.visit, Way(self.source, self.assignment))

    def title(self, document: Document) -> str:
        """ "Put Week 10 between Week 8 and Week 12"."""
        way = Way(self.source, self.assignment)
        led = leads_to(document, way)
        visit = spoken(document, self.visit)
        if instance_at(document, self.source) is None:
            return translate("commands", "Put {visit} at the beginning").format(visit=visit)
        if led is None or led.target is None:
            return translate("commands", "Put {visit} after {source}").format(
                visit=visit, source=source_name(document, way)
            )
        return translate("commands", "Put {visit} between {source} and {target}").format(
            visit=visit, source=source_name(document, way), target=spoken(document, led.target)
        )

    def carry_out(self, draft: Draft) -> None:
        """Take it out of the path where it is in one, and put it on the way."""
        put_elsewhere(draft, self.visit, Way(self.source, self.assignment))


@dataclass(frozen=True, slots=True)
class ReorderVisit(Command):
    """Moves a visit within the path, behind `after` (a timeline's id: to the beginning). Its timing stays."""

    name: ClassVar[str] = "reorder_visit"
    visit: str
    after: str

    def why_not(self, document: Document) -> str:
        """Not behind itself, not where it stands, not into another timeline."""
        way = Way(self.after)
        led = leads_to(document, way)
        if led is not None and led.target == self.visit:
            return translate("commands", "“{name}” stands there already.").format(
                name=spoken(document, self.visit)
            )
        return why_not_onto(document, self.visit, way)

    def title(self, document: Document) -> str:
        """ "Move Week 10 behind Week 12 in the path"."""
        visit = spoken(document, self.visit)
        if instance_at(document, self.after) is None:
            return translate("commands", "Move {visit} to the beginning of the path").format(visit=visit)
        return translate("commands", "Move {visit} behind {other} in the path").format(
            visit=visit, other=spoken(document, self.after)
        )

    def carry_out(self, draft: Draft) -> None:
        """Lead the path past it, then through it behind the other one; its own encounter moves along."""
        put_elsewhere(draft, self.visit, Way(self.after))


def why_not_onto(document: Document, visit: str, way: Way) -> str:
    """Why an instance cannot be put on a way; "" where it can."""
    if reason := why_no_visits(document, (visit,)) or why_no_way(document, way):
        return reason
    timeline, instance = timeline_of(document, visit), instance_at(document, visit)
    if timeline is None or instance is None:
        return gone(visit)
    if timeline_of(document, way.source) != timeline:
        return translate(
            "commands", "“{name}” is in another timeline: cut it there and paste it here."
        ).format(name=spoken(document, visit))
    led = leads_to(document, way)
    if visit == way.source or (led is not None and led.target == visit):
        return translate("commands", "“{name}” is an end of this way already.").format(
            name=spoken(document, visit)
        )
    if instance.is_decision and (led is None or led.target is None):
        return translate("commands", "“{name}” is a decision: behind it another visit must follow.").format(
            name=spoken(document, visit)
        )
    if ways_to(timeline, visit) and (reason := why_not_past(document, timeline, instance)):
        return reason
    return ""


def why_not_past(document: Document, timeline: ScheduleTimeline, instance: ScheduledInstance) -> str:
    """Why the path cannot lead past an instance: a decision before it would lead straight out; "" where it can."""
    assert instance.id is not None
    led = onward(instance)
    if led.target is not None and led.target != instance.id:
        return ""
    for way in ways_to(timeline, instance.id):
        source = instance_at(document, way.source)
        if source is not None and source.is_decision:
            return translate(
                "commands",
                "“{decision}” would then lead straight to the end, and a decision cannot. "
                "Lead it elsewhere first, or remove that branch.",
            ).format(decision=source_name(document, way))
    return ""


def put_elsewhere(draft: Draft, visit: str, way: Way) -> None:
    """Lead the path past an instance and through it on another way. A forward branch to it still leads to it."""
    timeline = draft.timeline_of(visit)
    instance = draft.instance(visit)
    past = onward(instance)
    graph = graph_of(draft.document, timeline)
    back = {(edge.source, edge.target) for edge in graph.edges if edge.back}
    for each in ways_to(timeline, visit):
        to_itself = past.target == each.source
        if not each.assignment:
            lead(draft, each, Onward() if to_itself else past)
        elif (each.source, visit) in back and not to_itself and past.target is not None:
            lead(draft, each, past)
    put_on_way(draft, way, visit)
    _write_behind(draft, timeline, visit, way)


def _write_behind(draft: Draft, timeline: ScheduleTimeline, visit: str, way: Way) -> None:
    """Move the instance in the file, and the encounter that it alone has in the order of encounters."""
    behind = instance_at(draft.document, way.source)
    draft.move(visit, way.source if behind is not None else None)
    encounter = draft.instance(visit).encounter
    design = draft.design_of(visit)
    if encounter is None or encounter not in draft.document.index.unique or not timeline.main:
        return
    users = [i for t in design.timelines for i in t.instances if i.encounter == encounter]
    if len(users) != 1:
        return
    order = list(graph_of(draft.document, timeline).order)
    instances = {i.id: i for i in timeline.instances if i.id}
    known = {e.id for e in design.encounters if e.id in draft.document.index.unique}
    before = [instances[key].encounter for key in order[: order.index(visit)] if key in instances]
    kept = [each for each in before if each in known and each != encounter]
    draft.move(encounter, kept[-1] if kept else None)
