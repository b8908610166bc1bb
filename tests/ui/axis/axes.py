"""Axes and projections for tests of the time axis."""

from __future__ import annotations

import functools

from app.open_study import Projection, projected
from study.axis import Axis, time_axis
from study.json_types import JsonObject
from study.timeline import planned_times
from tests.study.building import anchor, design, timeline, timing, view, visit
from tests.ui.studies import sample_design


@functools.cache
def sample_projections() -> tuple[Projection, ...]:
    """The sample's timelines, the main one first."""
    of = sample_design()
    ordered = sorted(of.timelines, key=lambda each: each != of.main_timeline)
    return tuple(projected(of, each) for each in ordered)


def axis(raw: JsonObject) -> Axis:
    """The axis of one timeline."""
    of = design(raw)
    return time_axis([planned_times(view(raw), of)], of)


def week_after_week(count: int, *, days: int = 7, label: str = "") -> JsonObject:
    """An anchor on Day 1, then a visit every so many days, 2 days either way."""
    names = ["d", *(f"v{n}" for n in range(1, count))]
    visits = [visit(name, after, label=label) for name, after in zip(names, [*names[1:], None], strict=True)]
    timings = [
        timing(name, value=f"P{n * days}D", to="d", window=("P2D", "P2D"))
        for n, name in enumerate(names[1:], 1)
    ]
    return timeline(visits, [anchor("d"), *timings])
