"""Scale, ticks and lanes of the time axis: laws, and steps as people expect them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.axis import DAY
from study.axis_lanes import packed
from study.axis_scale import SQUEEZED, empty_times, fitting, scale
from study.axis_ticks import DateStep, date_ticks, ticks
from tests.study.building import anchor, timing
from tests.study.test_axis import section

gaps_ = st.lists(st.integers(0, 10**8), unique=True, max_size=12).map(
    lambda edges: [(a, b) for a, b in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False)]
)
densities = st.floats(1e-6, 50, allow_nan=False)


@given(gaps_, densities, st.integers(-(10**6), 10**8))
def test_a_position_comes_back_from_its_length(empty: list[tuple[int, int]], density: float, at: int) -> None:
    made = scale(-1000, density, empty)
    assert made.at(made.x(at)) == pytest.approx(at, abs=max(1.0, abs(at) * 1e-6))


@given(gaps_, densities, st.lists(st.integers(-(10**6), 10**8), min_size=2))
def test_later_lies_further_to_the_right(
    empty: list[tuple[int, int]], density: float, times: list[int]
) -> None:
    made = scale(0, density, empty)
    lengths = [made.x(at) for at in sorted(times)]
    assert lengths == sorted(lengths)


@given(gaps_, st.integers(10**7, 2 * 10**8), st.floats(100, 3000))
def test_what_fits_is_as_long_as_the_room(empty: list[tuple[int, int]], end: int, width: float) -> None:
    within = [(a, b) for a, b in empty if a > 0 and b < end]
    assert fitting(0, end, width, within).x(end) == pytest.approx(width, rel=1e-6)


def test_a_squeezed_time_has_one_length_however_long_it_is() -> None:
    made = scale(0, 1.0, [(100, 10_000)])
    assert made.x(100) == 100
    assert made.x(10_000) == 100 + SQUEEZED
    assert made.x(10_050) == 150 + SQUEEZED
    assert made.stretches(0, 500) == [(0.0, 100.0), (10_000.0, made.at(500))]


def test_a_time_that_is_short_already_is_not_squeezed() -> None:
    assert scale(0, 0.001, [(100, 10_000)]).squeezed == ()


def test_long_empty_times_are_those_over_a_tenth_of_the_whole() -> None:
    of = section(
        "d a b c",
        anchor("d"),
        timing("a", value="P7D", to="d"),
        timing("b", value="P14D", to="d"),
        timing("c", value="P365D", to="d"),
    )
    ((start, end),) = empty_times(of)
    assert (start / DAY, end / DAY) == (14.5, 364.5)


@pytest.mark.parametrize(
    ("day_width", "texts"),
    [
        (80.0, ["Day −1", "Day 1", "Day 2"]),
        (12.0, ["Day −7", "Day 1", "Day 8"]),
        (3.0, ["Day −28", "Day 1", "Day 29"]),
        (1.0, ["Day −84", "Day 1", "Day 85"]),
        (0.11, ["Day −730", "Day 1", "Day 731"]),
    ],
)
def test_days_weeks_and_years_are_marked_as_wide_as_the_zoom_allows(
    day_width: float, texts: list[str]
) -> None:
    of = section("d a", anchor("d"), timing("a", value="P7D", to="d"))
    reach = 1000 * DAY
    made = [tick for tick in ticks(of, -reach, reach, day_width / DAY, 74) if tick.text]
    zero = next(n for n, tick in enumerate(made) if tick.at == 0)
    assert [tick.text for tick in made[zero - 1 : zero + 2]] == texts
    assert all((b.at - a.at) * day_width / DAY >= 74 for a, b in pairwise(made))


def test_weeks_and_years_from_the_anchor_stand_below_the_day() -> None:
    of = section("d a", anchor("d"), timing("a", value="P7D", to="d"))
    weeks = {tick.text: tick.below for tick in ticks(of, -60 * DAY, 60 * DAY, 3 / DAY, 74)}
    assert weeks["Day 29"] == "+4 wk"
    assert weeks["Day −28"] == "−4 wk"
    assert weeks["Day 1"] == ""
    years = {tick.text: tick.below for tick in ticks(of, 0, 4000 * DAY, 0.21 / DAY, 74)}
    assert years["Day 366"] == "+1 y"


@pytest.mark.parametrize(
    ("density", "step"),
    [(80.0, 1), (20.0, 5), (5.0, 15), (1.5, 60), (0.3, 300), (0.1, 900), (0.01, 6 * 3600)],
)
def test_the_clock_is_marked_in_seconds_minutes_and_hours(density: float, step: int) -> None:
    of = section("d a", anchor("d", "PT0M"), timing("a", value="PT1H", to="d"), main=False)
    labelled = [tick.at for tick in ticks(of, 0, 2000 / density, density, 74) if tick.text]
    assert {b - a for a, b in pairwise(labelled)} == {step}


def test_hours_within_a_day_count_from_the_middle_of_the_nearest_day() -> None:
    of = section("d a", anchor("d"), timing("a", value="P7D", to="d"))
    texts = [tick.text for tick in ticks(of, 0, DAY, 320 / DAY, 74) if tick.text]
    assert texts == ["Day 1", "+6 h", "+12 h", "−6 h", "Day 2"]


def test_dated_marks_are_days_weeks_months_and_years() -> None:
    zero = date(2025, 1, 7)

    def labelled(day_width: float, days: int) -> list[date]:
        made = date_ticks(zero, 0, days * DAY, day_width / DAY, 92)
        return [tick.day for tick in made if tick.labelled]

    assert labelled(100, 2) == [date(2025, 1, 7), date(2025, 1, 8), date(2025, 1, 9)]
    assert [day for day in labelled(10, 20) if day >= zero] == [
        date(2025, 1, 13),
        date(2025, 1, 20),
        date(2025, 1, 27),
    ]
    assert labelled(4, 90)[1:] == [date(2025, 2, 1), date(2025, 3, 1), date(2025, 4, 1)]
    assert labelled(1, 300)[1:] == [date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1)]
    assert labelled(0.3, 1200)[1:] == [date(2026, 1, 1), date(2027, 1, 1), date(2028, 1, 1)]


def test_dated_marks_stop_where_the_calendar_ends() -> None:
    made = date_ticks(date(9999, 12, 20), 0, 400 * DAY, 100 / DAY, 92)
    assert made[-1].day == date.max
    early = date_ticks(date(1, 1, 2), -400 * DAY, 0, 10 / DAY, 92)
    assert early[0].day >= date.min
    assert early[0].step is DateStep.WEEKS


spans = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(1, 200)).map(lambda s: (float(s[0]), float(s[0] + s[1])))
)


@given(spans)
def test_no_two_of_a_lane_overlap_and_no_lane_is_without_need(of: list[tuple[float, float]]) -> None:
    lanes = packed(of)
    by_lane: dict[int, list[tuple[float, float]]] = {}
    for lane, span in zip(lanes, of, strict=True):
        by_lane.setdefault(lane, []).append(span)
    for inside in by_lane.values():
        assert all(a[1] <= b[0] for a, b in pairwise(sorted(inside)))
    most = max((sum(a <= x < b for a, b in of) for x, _ in of), default=0)
    assert len(by_lane) == most
