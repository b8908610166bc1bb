"""Planned times, rule by rule: offsets, study days, windows, ends, time bases, and a status for every damage."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from study.durations import Offset
from study.model import StudyDesign
from study.timeline import PlannedTime, Status, clock_window_on_date, planned_times
from tests.study.building import anchor, decision, design, timeline, timing, view, visit

JsonObject = dict[str, Any]


def chain(*names: str) -> list[JsonObject]:
    return [visit(name, after) for name, after in zip(names, [*names[1:], None], strict=True)]


def times_of(raw: JsonObject, of: StudyDesign | None = None) -> dict[str, PlannedTime]:
    return dict(planned_times(view(raw), of or design(raw)).times)


def times(names: str, *timings: JsonObject, main: bool = True) -> dict[str, PlannedTime]:
    """The planned times of a chain of visits."""
    return times_of(timeline(chain(*names.split()), list(timings), main=main))


def test_after_adds_and_before_subtracts_from_the_anchor_which_is_zero() -> None:
    found = times(
        "s d w", anchor("d", "P7D"), timing("s", "Before", "P14D", "d"), timing("w", "After", "P2W", "d")
    )
    assert [found[k].offset for k in "sdw"] == [Offset(days=-14), Offset(), Offset(days=14)]
    assert found["d"].is_anchor
    assert {found[k].time_base for k in "sdw"} == {"d"}


def test_offsets_chain_over_references_in_any_order_of_the_file() -> None:
    found = times("a b c", timing("c", value="P2D", to="b"), timing("b", value="P3D", to="a"), anchor("a"))
    assert found["c"].offset == Offset(days=5)
    assert found["c"].reference == "b"


def test_fifteen_minutes_before_dosing_is_day_1_and_two_days_before_that_is_day_minus_2() -> None:
    found = times(
        "s p d", anchor("d"), timing("p", "Before", "PT15M", "d"), timing("s", "Before", "P2D", "p")
    )
    assert found["p"].study_day == 1
    assert (found["s"].offset, found["s"].study_day) == (Offset(days=-2, seconds=-900), -2)


@pytest.mark.parametrize(
    ("value", "kind", "distance", "day"),
    [
        ("P1D", "Before", "P1D", -1),
        ("P1D", "After", "P0D", 1),
        ("P1D", "After", "P56D", 57),
        ("P0D", "Before", "P1D", -1),
        ("P0D", "After", "P0D", 0),
        ("P0D", "After", "P7D", 7),
        ("P8D", "After", "P7D", 15),
        ("P8D", "Before", "P7D", 1),
        ("P8D", "Before", "P8D", -1),
        ("PT0M", "After", "P1D", 2),
        ("no duration", "After", "P1D", 2),
        ("P1D", "After", "PT24H", 2),
        ("P1D", "Before", "PT24H", -1),
        ("P1D", "After", "PT23H", 1),
    ],
)
def test_the_anchors_value_says_its_day(value: str, kind: str, distance: str, day: int) -> None:
    assert times("a b", anchor("a", value), timing("b", kind, distance, "a"))["b"].study_day == day


def test_side_timelines_have_no_study_day() -> None:
    raw = timeline(
        chain("a", "b"), [anchor("a"), timing("b", value="PT2H", to="a")], main=False, identity="side"
    )
    found = times_of(raw, design(timeline(chain("m")), raw))
    assert found["a"].study_day is None
    assert (found["b"].offset, found["b"].study_day) == (Offset(seconds=7200), None)


def test_a_lone_timeline_that_nobody_marked_stands_in_as_main() -> None:
    assert times("a", anchor("a"), main=False)["a"].study_day == 1


def test_windows_are_inclusive_and_their_missing_side_is_unknown() -> None:
    found = times(
        "a b c d",
        anchor("a"),
        timing("b", value="P8W", to="a", window=("P3D", "P4D")),
        timing("c", value="P9W", to="a", window=(None, "P3D")),
        timing("d", value="P10W", to="a", window=("", "")),
    )
    assert (found["b"].window_open, found["b"].window_close) == (Offset(days=53), Offset(days=60))
    assert (found["b"].window_open_day, found["b"].window_close_day) == (54, 61)
    assert (found["c"].window_open_day, found["c"].window_close_day) == (None, 67)
    assert (found["d"].window_open, found["d"].window_close) == (None, None)


def test_a_window_over_the_anchor_skips_day_0() -> None:
    found = times("a b", anchor("b"), timing("a", "Before", "P1D", "b", ("P2D", "P2D")))
    assert (found["a"].window_open_day, found["a"].study_day, found["a"].window_close_day) == (-3, -1, 2)


def test_an_unreadable_window_is_not_stated_and_says_so() -> None:
    found = times("a b", anchor("a"), timing("b", to="a", window=("three days", "P3D")))
    assert found["b"].status is Status.OK
    assert found["b"].window_open is None
    assert "three days" in found["b"].note


def test_hours_on_a_day_without_clock_time_cannot_be_judged() -> None:
    found = times(
        "a b c",
        anchor("c"),
        timing("a", "Before", "P2D", "c", ("PT4H", "PT0H")),
        timing("b", "Before", "PT15M", "c", ("PT4H", "PT0H")),
    )
    assert [clock_window_on_date(found[k]) for k in "abc"] == [True, False, False]
    assert [found[k].whole_days for k in "abc"] == [False, False, True]
    assert found["a"].window_open == Offset(days=-2, seconds=-14_400)
    assert found["a"].window_open_day is None


@pytest.mark.parametrize(
    ("kind", "value", "window", "is_range"),
    [
        ("Before", "P42D", ("P0D", "P33D"), True),  # Alexion: screening, "Day -42 to -9"
        ("Before", "P28D", ("P0D", "P26D"), True),  # Lilly: screening, 28 to 2 days before admission
        ("After", "P3D", ("P0D", "P11D"), True),  # Lilly: washout of 3 to 14 days
        ("After", "P0D", ("P0D", "P7D"), True),  # within 7 days of stopping
        ("After", "P28D", ("P0D", "P3D"), False),  # day 28, up to 3 days later
        ("After", "P56D", ("P3D", "P3D"), False),
        ("Before", "P1D", ("P2D", "P0D"), False),  # a target with leeway to one side
        ("Before", "P2D", ("PT4H", "PT0H"), False),
        ("Before", "P42D", (None, "P33D"), False),  # the earliest is not stated
        ("After", "P7D", ("P0D", "P0D"), False),
        ("After", "PT2H", ("PT0H", "PT2H"), False),
    ],
)
def test_a_range_is_told_from_a_target_by_its_shape(
    kind: str, value: str, window: tuple[str, str], is_range: bool
) -> None:
    assert times("a b", anchor("a"), timing("b", kind, value, "a", window))["b"].is_range is is_range


def test_pt0m_is_the_same_day_as_its_reference() -> None:
    found = times("a b c", anchor("a"), timing("b", value="P7D", to="a"), timing("c", value="PT0M", to="b"))
    assert (found["c"].offset, found["c"].study_day) == (found["b"].offset, 8)
    assert found["c"].whole_days


def test_calendar_months_are_nominal_and_stay_so_when_they_cancel() -> None:
    found = times(
        "a b c d",
        anchor("a"),
        timing("b", value="P1M", to="a"),
        timing("c", "Before", "P1M", "b"),
        timing("d", to="c"),
    )
    assert (found["b"].status, found["b"].offset, found["b"].study_day) == (
        Status.NOMINAL,
        Offset(months=1),
        None,
    )
    assert found["c"].offset == Offset()
    assert [found[k].status for k in "cd"] == [
        Status.NOMINAL
    ] * 2  # 31 January + 1 month - 1 month is 28 January
    assert "calendar" in found["b"].reason


def test_two_anchors_are_two_time_bases_and_one_of_them_counts_study_days() -> None:
    found = times(
        "i c d w",
        anchor("i", "P0D"),
        timing("c", to="i"),
        anchor("d", "P1D"),
        timing("w", value="P7D", to="d"),
    )
    assert [found[k].time_base for k in "icdw"] == ["i", "i", "d", "d"]
    assert [found[k].study_day for k in "icdw"] == [None, None, 1, 8]


PK = timeline(
    chain("pre", "dose", "late"),
    [
        anchor("dose", "PT0M"),
        timing("pre", "Before", "PT15M", "dose"),
        timing("late", value="PT8H", to="dose"),
    ],
    main=False,
    identity="pk",
)


def leaving(sides: str, kind: str = "After") -> JsonObject:
    first = visit("d", "leave", activities=("sampling",))
    return timeline([first, visit("leave")], [anchor("d"), timing("leave", kind, "PT30M", "d", sides=sides)])


def test_an_end_is_the_latest_offset_over_the_references_sub_timelines() -> None:
    raw = leaving("End to Start")
    found = times_of(raw, design(raw, PK, carried={"sampling": "pk"}))
    assert found["leave"].offset == Offset(seconds=8 * 3600 + 1800)
    assert not found["leave"].note


def test_an_end_counts_sub_timelines_inside_sub_timelines_and_of_the_instance() -> None:
    raw = leaving("End to Start")
    raw["instances"][0] |= {"timelineId": "outer", "activityIds": []}
    outer = timeline(
        [visit("o", "p"), visit("p", sub="pk")],
        [anchor("o"), timing("p", value="P1D", to="o")],
        identity="outer",
        main=False,
    )
    found = times_of(raw, design(raw, outer, PK))
    assert found["leave"].offset == Offset(days=1, seconds=8 * 3600 + 1800)


def test_without_sub_timelines_an_end_is_the_start_and_the_note_says_so() -> None:
    raw = leaving("End to Start")
    found = times_of(raw, design(raw))
    assert (found["leave"].status, found["leave"].offset) == (Status.OK, Offset(seconds=1800))
    assert "its start stands for it" in found["leave"].note


def test_the_second_word_is_the_side_of_the_timed_instance() -> None:
    raw = timeline(
        [visit("d", "infusion"), visit("infusion", sub="pk")],
        [anchor("d"), timing("infusion", "After", "PT10H", "d", sides="Start to End")],
    )
    assert times_of(raw, design(raw, PK))["infusion"].offset == Offset(seconds=2 * 3600)
    raw["timings"][1]["relativeToFrom"] = {"code": "", "decode": "end to END"}
    raw["instances"][0]["timelineId"] = "pk"
    assert times_of(raw, design(raw, PK))["infusion"].offset == Offset(seconds=10 * 3600)


def test_a_sub_timeline_that_contains_itself_has_no_end() -> None:
    raw = leaving("End to Start")
    raw["instances"][0] |= {"timelineId": "pk", "activityIds": []}
    inner = timeline([visit("x", sub="timeline")], [anchor("x")], identity="pk", main=False)
    found = times_of(raw, design(raw, inner))
    assert found["leave"].offset == Offset(seconds=1800)
    assert found["leave"].note


def test_the_static_view_is_the_first_pass_of_a_loop() -> None:
    raw = timeline(
        [
            visit("a", "head"),
            visit("head", "body"),
            visit("body", "d"),
            decision("d", "out", again="head"),
            visit("out"),
        ],
        [
            anchor("a"),
            timing("head", value="PT0M", to="a"),
            timing("body", value="P1D", to="head"),
            timing("d", value="PT0M", to="body"),
            timing("out", value="P3D", to="a"),
        ],
    )
    found = times_of(raw)
    assert [found[k].study_day for k in ("a", "head", "body", "d", "out")] == [1, 1, 2, 2, 4]


@pytest.mark.parametrize(
    ("timings", "status", "words"),
    [
        ([], Status.MISSING, "No timing"),
        ([timing("b")], Status.MISSING, "no reference"),
        ([timing("b", to="gone")], Status.DANGLING, "“gone”, which does not exist"),
        ([timing("b", to="b")], Status.CIRCULAR, "refers to itself"),
        ([timing("b", to="c"), timing("c", to="b")], Status.CIRCULAR, "b, c are timed from one another"),
        ([timing("b", value="soon", to="a")], Status.UNREADABLE, "“soon”"),
        ([timing("b", value="-P1D", to="a")], Status.UNREADABLE, "“-P1D”"),
        ([timing("b", value="", to="a")], Status.UNREADABLE, "value is nothing"),
        ([timing("b", "Around", to="a")], Status.UNREADABLE, "neither Before, After"),
    ],
)
def test_each_damage_is_a_status_with_a_reason(timings: list[JsonObject], status: Status, words: str) -> None:
    found = times("a b c", anchor("a"), *timings)
    assert (found["b"].status, found["b"].offset, found["b"].study_day) == (status, None, None)
    assert words in found["b"].reason
    assert found["a"].status is Status.OK


def test_what_hangs_off_a_damaged_timing_names_it() -> None:
    found = times("a b c", anchor("a"), timing("b", value="soon", to="a"), timing("c", to="b"))
    assert found["c"].status is Status.UNREADABLE
    assert "timed from b" in found["c"].reason


def test_a_reference_in_another_timeline_says_where_it_is() -> None:
    raw = timeline(chain("a", "b"), [anchor("a"), timing("b", to="dose")])
    found = times_of(raw, design(raw, PK))
    assert found["b"].status is Status.DANGLING
    assert "which is in pk, not in this timeline" in found["b"].reason


def test_of_several_timings_a_fixed_reference_counts_then_the_first_with_a_reference() -> None:
    found = times(
        "a b",
        timing("a", to="b"),
        anchor("a"),
        timing("b"),
        timing("b", to="a"),
        timing("b", value="P9D", to="a"),
    )
    assert found["a"].is_anchor
    assert found["b"].offset == Offset(days=1)


def test_of_a_repeated_id_the_first_instance_is_timed() -> None:
    raw = timeline([visit("a", "b"), visit("b"), visit("b")], [anchor("a"), timing("b", to="a")])
    found = times_of(raw)
    assert [found[k].status for k in ("a", "#2", "#3")] == [Status.OK, Status.OK, Status.MISSING]


def test_the_times_stand_in_graph_order() -> None:
    raw = timeline([visit("c"), visit("a", "b"), visit("b", "c")], [anchor("c")], entry="a")
    assert list(times_of(raw)) == ["a", "b", "c"]


@pytest.mark.parametrize("shape", ["chain", "circle", "all dangling"])
def test_thousands_of_references_are_followed_without_recursion(shape: str) -> None:
    count = 5000
    names = [f"v{n}" for n in range(count)]
    match shape:
        case "chain":
            timings = [anchor(names[-1]), *(timing(a, to=b) for a, b in pairwise(names))]
        case "circle":
            timings = [timing(a, to=b) for a, b in zip(names, [*names[1:], names[0]], strict=True)]
        case _:
            timings = [timing(name, to=f"gone_{name}") for name in names]
    found = times_of(timeline(chain(*names), timings))
    if shape == "chain":
        assert found["v0"].offset == Offset(days=count - 1)
    else:
        assert {planned.status for planned in found.values()} == {
            Status.CIRCULAR if shape == "circle" else Status.DANGLING
        }
