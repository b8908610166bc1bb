"""The steps of a sub-timeline in words, as a mark tells them: "+5 min Vital signs supine"."""

from __future__ import annotations

from dataclasses import dataclass

from study.soa import ScheduleOfActivities
from study.timeline import planned_times
from study.wording import day_text


@dataclass(frozen=True, slots=True)
class Step:
    """An instance of a sub-timeline: when ("" where unknown), what it is called, and whether anything is planned."""

    when: str
    title: str
    is_planned: bool


def timeline_steps(soa: ScheduleOfActivities, timeline_id: str) -> tuple[str, tuple[Step, ...]]:
    """The name of a sub-timeline and its steps in graph order; ("", ()) where there is none with this id."""
    design = soa.design
    found = next((t for t in design.timelines if t.id == timeline_id), None) if design else None
    if found is None:
        return "", ()
    planned = planned_times(found, design)
    return found.title, tuple(
        Step(
            day_text(planned.times[key]),
            instance.title,
            bool(instance.activities or instance.sub_timeline or instance.is_decision),
        )
        for key in planned.graph.order
        for instance in (planned.graph.instances[key],)
    )
