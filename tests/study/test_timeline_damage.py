"""Whatever is in a timeline, graph, times and words come without an exception, one for each instance."""

from __future__ import annotations

import copy
import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from study.durations import offset_seconds
from study.graph import schedule_graph
from study.model import StudyDesign, StudyVersion, objects
from study.timeline import Status, clock_window_on_date, planned_times, study_times
from study.wording import day_text, leeway_text, sentence, timing_text, when_text, window_text
from tests.study.building import anchor, decision, design, sample_design, timeline, timing, view, visit

NAMES = [f"i{n}" for n in range(7)]
references = st.sampled_from([*NAMES, "gone"]) | st.none()
durations = st.sampled_from(["P1D", "P0D", "PT0M", "PT15M", "P2W", "P1M", "P1Y", "soon", "", "-P1D", "PT24H"])
windows = st.tuples(durations | st.none(), durations | st.none())
timings = st.builds(anchor, references, durations) | st.builds(
    timing,
    references,
    st.sampled_from(["Before", "After", "Around"]),
    durations,
    references,
    windows,
    st.sampled_from(["Start to Start", "End to Start", "Start to End", "End to End", "Never"]),
)


@st.composite
def designs(draw: st.DrawFn) -> StudyDesign:
    """Up to three timelines, wired and timed at random, that run inside one another."""
    names = [f"t{n}" for n in range(draw(st.integers(1, 3)))]
    sub = st.sampled_from([*names, "gone"]) | st.none()
    raws = []
    for name in names:
        instances = [
            decision(i, draw(references), yes=draw(references) or "gone")
            if draw(st.booleans())
            else visit(i, draw(references), sub=draw(sub), activities=("a", "b"))
            for i in draw(st.lists(st.sampled_from(NAMES), max_size=7))
        ]
        raws.append(
            timeline(
                instances,
                draw(st.lists(timings, max_size=8)),
                entry=draw(references),
                main=draw(st.booleans()),
                identity=name,
            )
        )
    return design(*raws, carried={"a": draw(st.sampled_from(names)), "b": "gone"})


def check(of: StudyDesign) -> None:
    """Goes through all that is shown of a design's times, and holds it against what was promised."""
    for one in of.timelines:
        graph = schedule_graph(one, of)
        times = planned_times(one, of, graph)
        assert list(times.times) == list(graph.order)
        assert len(times.times) == len(one.instances)
        for key, planned in times.times.items():
            known = planned.status in (Status.OK, Status.NOMINAL)
            assert (planned.offset is not None) == known
            assert (planned.status is Status.OK) == (planned.reason == "")
            assert planned.key == key
            if known:
                assert times.times[planned.time_base].is_anchor
                assert day_text(planned) != ""
                assert timing_text(planned, times) != ""
            else:
                assert (day_text(planned), window_text(planned), when_text(planned)) == ("", "", "")
                assert sentence(planned, times) == planned.reason
            if planned.status is Status.OK and planned.offset is not None:
                assert planned.study_day is None or offset_seconds(planned.offset) is not None
            assert leeway_text(planned) == leeway_text(planned).strip()
            assert clock_window_on_date(planned) in (True, False)


@given(designs())
def test_loops_branches_anchors_and_missing_timings_give_a_status_each(of: StudyDesign) -> None:
    check(of)


@given(designs())
def test_a_reference_that_is_known_is_where_the_distance_is_counted_from(of: StudyDesign) -> None:
    for one in of.timelines:
        times = planned_times(one, of).times
        for planned in times.values():
            if planned.reference:
                assert planned.time_base == times[planned.reference].time_base


@given(designs())
def test_a_designs_times_together_are_those_of_each_timeline_alone(of: StudyDesign) -> None:
    assert study_times(of) == tuple(planned_times(one, of) for one in of.timelines)


scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(NAMES)
)
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
attributes = st.sampled_from(
    [
        "id",
        "name",
        "label",
        "instanceType",
        "entryId",
        "mainTimeline",
        "instances",
        "timings",
        "exits",
        "defaultConditionId",
        "timelineExitId",
        "timelineId",
        "activityIds",
        "conditionAssignments",
        "conditionTargetId",
        "type",
        "value",
        "relativeToFrom",
        "windowLower",
        "windowUpper",
        "relativeFromScheduledInstanceId",
        "relativeToScheduledInstanceId",
    ]
)


@given(st.dictionaries(attributes, json_values), json_values, json_values)
def test_any_json_can_stand_anywhere(raw: dict[str, Any], instance: Any, time: Any) -> None:
    for shape in (
        raw,
        raw | {"instances": [instance, raw, visit("i0", "i1")], "timings": [time, raw, anchor("i0")]},
    ):
        check(StudyDesign({"scheduleTimelines": [shape], "activities": [raw, instance]}, StudyVersion({})))
        schedule_graph(view(shape))
        planned_times(view(shape), None)


@given(st.integers(0, 2**32), st.lists(st.tuples(st.integers(0, 2**16), json_values), min_size=1, max_size=6))
def test_the_sample_with_attributes_replaced_and_dropped(seed: int, edits: list[tuple[int, Any]]) -> None:
    raw = copy.deepcopy(sample_design().raw)
    places = [
        entity
        for one in objects(raw["scheduleTimelines"])
        for entity in [one, *objects(one["instances"]), *objects(one["timings"])]
    ]
    choice = random.Random(seed)
    for place, value in edits:
        entity = places[place % len(places)]
        key = choice.choice(sorted(entity)) if entity else "id"
        if choice.random() < 0.3:
            entity.pop(key, None)
        else:
            entity[key] = value
    check(StudyDesign(raw, StudyVersion({})))
