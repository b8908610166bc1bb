"""The time axis: where visits, windows, ranges, bands and loops lie, and what has no known time."""

from __future__ import annotations

from study.axis import DAY, HALF_DAY, Axis, Section, Shape, Unit, time_axis
from study.json_types import JsonObject
from study.model import StudyDesign, StudyVersion
from study.timeline import planned_times, study_times
from tests.study.building import (
    anchor,
    decision,
    design,
    sample_design,
    shared_design,
    timeline,
    timing,
    view,
    visit,
)


def chain(*names: str) -> list[JsonObject]:
    return [visit(name, after) for name, after in zip(names, [*names[1:], None], strict=True)]


def axis_of(raw: JsonObject, of: StudyDesign | None = None) -> Axis:
    of = of or design(raw)
    return time_axis([planned_times(view(raw), of)], of)


def section(names: str, *timings: JsonObject, main: bool = True) -> Section:
    """The one section of a chain of visits, on the main timeline or on one beside it."""
    raw = timeline(chain(*names.split()), list(timings), main=main)
    found = axis_of(raw, design(timeline([visit("m")], identity="other"), raw)).sections
    assert len(found) == 1
    return found[0]


def test_a_window_in_days_reaches_from_the_beginning_of_its_first_day_to_the_end_of_its_last() -> None:
    made = section("d w", anchor("d"), timing("w", value="P56D", to="d", window=("P3D", "P3D")))
    week = made.visits[1]
    assert (week.shape, week.at) == (Shape.WINDOW, 56 * DAY)
    assert (week.opens, week.closes) == (53 * DAY - HALF_DAY, 59 * DAY + HALF_DAY)
    assert (made.unit, made.first_day) == (Unit.STUDY_DAYS, 1)
    assert (made.start, made.end) == (-HALF_DAY, 59 * DAY + HALF_DAY)


def test_a_window_in_minutes_is_as_long_as_it_says() -> None:
    made = section(
        "d s", anchor("d", "PT0M"), timing("s", value="PT30M", to="d", window=("PT5M", "PT10M")), main=False
    )
    assert (made.visits[1].opens, made.visits[1].closes) == (25 * 60, 40 * 60)
    assert made.unit is Unit.CLOCK


def test_not_stated_is_a_bare_point_and_one_stated_side_leaves_the_other_open() -> None:
    made = section(
        "d a b c",
        anchor("d"),
        timing("a", value="P7D", to="d"),
        timing("b", value="P9D", to="d", window=("P1D", None)),
        timing("c", value="P11D", to="d", window=(None, "P2D")),
    )
    assert [visit.shape for visit in made.visits] == [Shape.POINT, Shape.POINT, Shape.FROM, Shape.UNTIL]
    assert made.visits[2].opens == 8 * DAY - HALF_DAY
    assert made.visits[2].closes is None
    assert made.visits[3].opens is None
    assert made.visits[3].closes == 13 * DAY + HALF_DAY


def test_a_range_is_a_range_and_no_target_with_a_window() -> None:
    made = section("s d", anchor("d"), timing("s", "Before", "P42D", "d", window=("P0D", "P33D")))
    screening = made.visits[0]
    assert screening.shape is Shape.RANGE
    assert (screening.first, screening.last) == (-42 * DAY - HALF_DAY, -9 * DAY + HALF_DAY)
    assert (screening.at, screening.end) == (-42 * DAY, -9 * DAY)


def test_order_is_the_graphs_and_time_never_reorders() -> None:
    made = section("d late early", anchor("d"), timing("late", value="P9D", to="d"), timing("early", to="d"))
    assert [visit.key for visit in made.visits] == ["d", "late", "early"]


def test_what_has_no_known_time_stands_apart_with_the_reason() -> None:
    made = section("d lost", anchor("d"))
    assert [visit.key for visit in made.visits] == ["d"]
    assert [(item.key, item.reason) for item in made.untimed] == [("lost", "No timing says when this is.")]
    assert [item.key for item in made.items] == ["d", "lost"]


def test_circular_timings_and_none_at_all_leave_a_section_without_visits() -> None:
    circle = section("a b", timing("a", to="b"), timing("b", to="a"))
    assert circle.visits == ()
    assert [item.key for item in circle.untimed] == ["a", "b"]
    assert all("comes back to itself" in item.reason for item in circle.untimed)
    empty = axis_of(timeline([], entry=None)).sections
    assert [(each.visits, each.untimed) for each in empty] == [((), ())]


def test_two_fixed_references_are_two_sections_with_scales_of_their_own() -> None:
    raw = timeline(
        chain("d", "a", "e", "b"),
        [
            anchor("d"),
            timing("a", value="P7D", to="d"),
            anchor("e", "P29D"),
            timing("b", value="P2D", to="e"),
        ],
    )
    first, second = axis_of(raw).sections
    assert ([v.key for v in first.visits], [v.key for v in second.visits]) == (["d", "a"], ["e", "b"])
    assert (first.base, second.base) == ("d", "e")
    assert second.first_day is None
    assert first.key != second.key


def test_epochs_are_bands_side_by_side_and_in_lanes_where_their_times_overlap() -> None:
    visits = chain("d", "a", "b", "c")
    for each, epoch in zip(visits, ("E1", "E1", "E2", "E1"), strict=True):
        each["epochId"] = epoch
    raw = timeline(
        visits,
        [
            anchor("d"),
            timing("a", value="P9D", to="d"),
            timing("b", value="P5D", to="d"),
            timing("c", value="P20D", to="d"),
        ],
    )
    of = StudyDesign(
        {
            "scheduleTimelines": [raw],
            "epochs": [{"id": "E1", "name": "First"}, {"id": "E2", "name": "Second"}],
        },
        StudyVersion({}),
    )
    bands = axis_of(raw, of).sections[0].bands
    assert [(band.title, band.lane) for band in bands] == [("First", 0), ("Second", 1), ("First", 0)]
    assert (bands[0].start, bands[0].end) == (-HALF_DAY, 9 * DAY + HALF_DAY)
    assert axis_of(raw, of).epochs == {"E1": 0, "E2": 1}


def test_a_loop_is_one_pass_with_its_condition() -> None:
    raw = timeline(
        [visit("d", "x"), visit("x", "q"), decision("q", "z", again="x"), visit("z")],
        [
            anchor("d"),
            timing("x", value="P7D", to="d"),
            timing("q", value="P14D", to="d"),
            timing("z", value="P20D", to="d"),
        ],
    )
    made = axis_of(raw).sections[0]
    (loop,) = made.loops
    assert (loop.head, loop.tail, loop.label) == ("x", "q", "again")
    assert (loop.start, loop.end) == (7 * DAY, 14 * DAY)
    assert len(made.visits) == 4


def test_seconds_stand_beside_years() -> None:
    made = section(
        "d s y", anchor("d"), timing("s", value="PT5S", to="d"), timing("y", value="P2Y", to="d"), main=False
    )
    assert [visit.at for visit in made.visits[:2]] == [0, 5]
    assert made.visits[2].nominal
    assert 730 * DAY < made.visits[2].at < 731 * DAY


def test_each_arm_has_the_visits_of_its_epochs_and_those_of_no_epoch() -> None:
    visits = chain("d", "a", "b")
    visits[1]["epochId"], visits[2]["epochId"] = "E1", "E2"
    raw = timeline(visits, [anchor("d"), timing("a", to="d"), timing("b", value="P2D", to="d")])
    of = StudyDesign(
        {
            "scheduleTimelines": [raw],
            "epochs": [{"id": "E1", "name": "First"}, {"id": "E2", "name": "Second"}],
            "arms": [{"id": "A1", "name": "Drug"}, {"id": "A2", "name": "Other"}],
            "studyCells": [
                {"id": "c1", "armId": "A1", "epochId": "E1"},
                {"id": "c2", "armId": "A1", "epochId": "E2"},
                {"id": "c3", "armId": "A2", "epochId": "E2"},
            ],
        },
        StudyVersion({}),
    )
    both = time_axis([planned_times(view(raw), of)], of, ["A1", "A2"]).sections
    assert [(s.title, [v.key for v in s.visits]) for s in both] == [
        ("timeline · Drug", ["d", "a", "b"]),
        ("timeline · Other", ["d", "b"]),
    ]
    assert both[0].key != both[1].key


def test_the_sample_counts_main_and_side_timelines_each_in_its_own_unit() -> None:
    of = sample_design()
    found = {each.title: each for each in time_axis(study_times(of), of).sections}
    assert found["Main timeline"].unit is Unit.STUDY_DAYS
    assert found["PK profile"].unit is Unit.CLOCK
    assert found["Tumour assessments"].unit is Unit.DAYS
    start = next(v for v in found["Main timeline"].visits if v.title == "Cycle n Day 1")
    assert start.is_anchor
    assert start.sub_count == len(found["PK profile"].visits)


def test_alexions_screening_and_end_of_study_lie_as_the_protocol_says() -> None:
    of = shared_design("alexion-nct04573309-v4")
    main = time_axis(study_times(of), of).sections[0]
    assert main.visits[0].shape is Shape.RANGE
    assert (main.visits[0].at // DAY, main.visits[0].end // DAY) == (-42, -9)
    assert main.visits[-1].title == "EOS"
    assert main.visits[-1].at == 53 * DAY
    assert [band.title for band in main.bands] == ["Screening", "Check In", "Treatment", "Follow Up"]
