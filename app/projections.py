"""One timeline as every view of it needs it: graph, planned times and table, each made when first asked for.

A projection belongs to one state of the document. After an edit there is another one, which takes over from the one
before what the edit cannot have touched.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from study.apply import Changed
from study.graph import ScheduleGraph, schedule_graph
from study.model import ScheduleTimeline, StudyDesign
from study.soa import ScheduleOfActivities, schedule_of_activities
from study.soa_marks import remarked
from study.timeline import PlannedTimes, planned_times

_NAMES: Final = frozenset({"name", "label", "description"})
_TIMES: Final = frozenset({"value", "windowLower", "windowUpper", "windowLabel"})
_MARKS: Final = frozenset({"activityIds"})


class Projection:
    """The projections of one timeline of a design. What was asked for once is kept."""

    def __init__(self, design: StudyDesign, timeline: ScheduleTimeline) -> None:
        self.design = design
        self.timeline = timeline

    @cached_property
    def graph(self) -> ScheduleGraph:
        """The timeline as a graph."""
        return schedule_graph(self.timeline, self.design)

    @cached_property
    def planned(self) -> PlannedTimes:
        """When each instance is planned."""
        return planned_times(self.timeline, self.design, self.graph)

    @cached_property
    def soa(self) -> ScheduleOfActivities:
        """The timeline as a table."""
        return schedule_of_activities(self.timeline, self.design, self.planned)

    def whole(self) -> Projection:
        """The same, with all of it made: for a worker, and before a preview changes the document for a moment."""
        _ = self.soa
        return self

    def after(self, changed: Changed, design: StudyDesign, timeline: ScheduleTimeline) -> Projection:
        """That of the same timeline after an edit, with what it cannot have touched."""
        made = Projection(design, timeline)
        attributes = {attribute for _, attribute in changed.attributes}
        is_retimed = (timeline.id or "") in changed.retimed
        # A mark changes the graph only where its activity runs a timeline, and then it may change times.
        kept = _NAMES | _TIMES if is_retimed else _NAMES | _TIMES | _MARKS
        graph, planned = self.__dict__.get("graph"), self.__dict__.get("planned")
        if changed.structure or not attributes <= kept or graph is None:
            return made
        made.__dict__["graph"] = graph
        # What says why a time is not known names others.
        names_none = planned is not None and not any(p.reason or p.note for p in planned.times.values())
        if not is_retimed and (names_none or not attributes & _NAMES) and planned is not None:
            made.__dict__["planned"] = planned
            soa = self.__dict__.get("soa")
            if soa is not None and attributes <= _MARKS:
                instances = {address for address, _ in changed.attributes}
                if (table := remarked(soa, instances, design)) is not None:
                    made.__dict__["soa"] = table
        return made
