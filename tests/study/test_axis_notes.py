"""What the time axis tells: overlaps of windows, long gaps, and days and distances in words."""

from __future__ import annotations

import pytest

from study.axis import DAY, Section, time_axis
from study.axis_notes import (
    distance_text,
    gap_text,
    gaps,
    length_text,
    overlap_text,
    overlaps,
    point_text,
    study_day,
)
from study.json_types import JsonObject
from study.timeline import study_times
from tests.study.building import anchor, sample_design, shared_design, timing
from tests.study.test_axis import section


def weekly(*days: int, window: str = "") -> Section:
    """An anchor on Day 1 and visits so many days after it."""
    sides = (window or None, window or None)
    names = " ".join(f"w{day}" for day in days)
    timings: list[JsonObject] = [timing(f"w{day}", value=f"P{day}D", to="d", window=sides) for day in days]
    return section(f"d {names}", anchor("d"), *timings)


def told(of: Section) -> list[str]:
    return [overlap_text(each, of) for each in overlaps(of)] + [gap_text(each, of) for each in gaps(of)]


def test_windows_of_neighbours_that_overlap_are_told_with_their_days() -> None:
    assert told(weekly(28, 33, window="P3D")) == ["w28’s and w33’s windows overlap on Days 31 to 32"]
    assert told(weekly(28, 34, window="P3D")) == ["w28’s and w34’s windows overlap on Day 32"]


def test_windows_that_end_where_the_next_begin_do_not_overlap() -> None:
    assert told(weekly(28, 35, window="P3D")) == []


def test_what_is_planned_for_the_same_day_is_no_overlap() -> None:
    of = section(
        "d a b",
        anchor("d"),
        timing("a", value="P7D", to="d", window=("P1D", "P1D")),
        timing("b", value="P7D", to="d", window=("P1D", "P1D")),
    )
    assert overlaps(of) == ()


def test_a_bare_point_within_a_window_is_no_overlap() -> None:
    of = section(
        "d a b",
        anchor("d"),
        timing("a", value="P7D", to="d", window=("P3D", "P3D")),
        timing("b", value="P8D", to="d"),
    )
    assert overlaps(of) == ()


def test_windows_in_minutes_overlap_from_a_time_to_a_time() -> None:
    of = section(
        "d a b",
        anchor("d", "PT0M"),
        timing("a", value="PT30M", to="d", window=("PT10M", "PT10M")),
        timing("b", value="PT45M", to="d", window=("PT10M", "PT10M")),
        main=False,
    )
    assert told(of) == ["a’s and b’s windows overlap from +35 min to +40 min"]


def test_a_gap_is_more_than_twice_what_is_usual() -> None:
    assert told(weekly(14, 28, 42, 56, 84)) == []
    assert told(weekly(14, 28, 42, 56, 85)) == ["No visit between Day 57 and Day 86, 29 days apart"]


def test_hours_and_two_distances_alone_have_no_gaps() -> None:
    assert gaps(weekly(1, 100)) == ()
    clock = [timing(f"t{n}", value=f"PT{n}H", to="d") for n in (1, 2, 3, 24)]
    assert gaps(section("d t1 t2 t3 t24", anchor("d", "PT0M"), *clock, main=False)) == ()


def test_the_sample_and_lilly_tell_what_their_schedules_hold() -> None:
    of = sample_design()
    main = time_axis(study_times(of), of).sections[0]
    assert told(main) == [
        "Screening’s and Baseline’s windows overlap on Days −3 to −1",
        "End of treatment’s and Safety follow-up’s windows overlap on Days 28 to 29",
        "No visit between Day 31 and Day 115, 84 days apart",
        "No visit between Day 115 and Day 199, 84 days apart",
    ]
    lilly = shared_design("lilly-nct03421379-v4")
    assert told(time_axis(study_times(lilly), lilly).sections[0]) == [
        "No visit between Day 15 and Day 33, 18 days apart"
    ]


def test_lzzt_has_neither() -> None:
    of = shared_design("cdisc-pilot-lzzt-v4")
    assert told(time_axis(study_times(of), of).sections[0]) == []


@pytest.mark.parametrize(
    ("first", "days", "day"), [(1, 0, 1), (1, -1, -1), (1, 56, 57), (0, -1, -1), (0, 0, 0)]
)
def test_there_is_no_day_0_where_the_anchor_is_day_1(first: int, days: int, day: int) -> None:
    assert study_day(first, days) == day


@pytest.mark.parametrize(
    ("seconds", "days", "text"),
    [
        (0, True, "0 d"),
        (0, False, "0 min"),
        (-DAY * 14, True, "−14 d"),
        (5400, False, "+1 h 30 min"),
        (DAY, False, "+24 h"),
        (45, False, "+45 s"),
    ],
)
def test_distances_have_a_sign_and_a_unit(seconds: int, days: bool, text: str) -> None:
    assert distance_text(seconds, days) == text


def test_lengths_are_said_in_words() -> None:
    assert length_text(DAY) == "1 day"
    assert length_text(28 * DAY) == "28 days"
    assert length_text(DAY + 6 * 3600) == "1 day 6 h"


def test_points_are_days_or_distances() -> None:
    assert point_text(weekly(7), 56 * DAY) == "Day 57"
    assert point_text(weekly(7), -DAY) == "Day −1"
    side = section("d a", anchor("d"), timing("a", value="P42D", to="d"), main=False)
    assert point_text(side, 42 * DAY) == "+42 d"
