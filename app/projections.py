"""One timeline as every view of it needs it: graph, planned times and table, each made when first asked for.

A projection belongs to one state of the document. After an edit there is another one, which takes over from the one
before what the edit cannot have touched.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property
from typing import Final

from study.apply import Changed
from study.graph import ScheduleGraph, relabelled, schedule_graph
from study.model import ScheduleTimeline, StudyDesign
from study.soa import ScheduleOfActivities, schedule_of_activities
from study.soa_kept import NAMES as _NAMES
from study.soa_kept import ORDER as _ORDER
from study.soa_kept import kept_up
from study.soa_marks import remarked
from study.timeline import PlannedTimes, planned_times
from study.timeline_kept import kept_times, names_nothing

_TIMES: Final = frozenset({"value", "windowLower", "windowUpper", "windowLabel"})
_LABELS: Final = frozenset({"valueLabel"})
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
        graph, planned, soa = (self.__dict__.get(name) for name in ("graph", "planned", "soa"))
        # A mark changes the graph only where its activity runs a timeline, and then it may change times. So may
        # the order of activities, where their ids do not tell them apart.
        kept = _NAMES | _TIMES | _LABELS if is_retimed else _NAMES | _TIMES | _LABELS | _MARKS | _ORDER
        if changed.structure or not attributes <= kept or graph is None:
            return made
        said_otherwise = {address for address, attribute in changed.attributes if attribute in _LABELS}
        if said_otherwise:
            graph = relabelled(graph, said_otherwise)
        made.__dict__["graph"] = graph
        if planned is None:
            return made
        planned = _planned_after(planned, changed, attributes, design, is_retimed=is_retimed)
        if planned is None:
            return made
        if planned.graph is not graph:
            planned = replace(planned, graph=graph)
        made.__dict__["planned"] = planned
        table: ScheduleOfActivities | None = None
        if soa is not None and attributes and attributes <= _MARKS:
            instances = {address for address, _ in changed.attributes}
            table = remarked(soa, instances, design)
        elif soa is not None and not attributes & _MARKS:
            table = kept_up(soa, changed.attributes, design, planned)
        if table is not None:
            made.__dict__["soa"] = table
        return made


def _planned_after(
    planned: PlannedTimes,
    changed: Changed,
    attributes: AbstractSet[str],
    design: StudyDesign,
    *,
    is_retimed: bool,
) -> PlannedTimes | None:
    """The planned times as they are now; None where they are to be made anew."""
    # What says why a time is not known names others.
    if attributes & _NAMES and not all(names_nothing(each) for each in planned.times.values()):
        return None
    if not is_retimed:
        return planned
    timings = {address for address, attribute in changed.attributes if attribute in _TIMES}
    return kept_times(planned, timings, design)
