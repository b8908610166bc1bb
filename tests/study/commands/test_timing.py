"""Time: a visit's timing, moved along the axis, all later at once, fixed and rolling, the anchor, windows."""

from __future__ import annotations

import pytest

from study.commands.attributes import SetAttribute
from study.commands.planned import Sides, TimingType
from study.commands.references import ChangeAnchor, ToFixedReference, ToRollingReference
from study.commands.timing import MoveVisit, SetTiming, ShiftAfter
from study.commands.windows import SetWindow
from study.document import Document
from study.durations import Offset
from study.model import Timing
from tests.study.commands.lawful import STUDIES, done, opened, refused
from tests.study.commands.planned_days import ORDER, done_in_place, main_timeline, planned, visit, when

ALEXION, LZZT, LILLY_3, SAMPLE = STUDIES


def timing(document: Document, title: str) -> Timing:
    found = when(document, title).timing
    assert found is not None
    return found


def days(document: Document) -> dict[str, int | None]:
    return {i.title: when(document, i.title).study_day for i in main_timeline(document).instances}


# Set timing


def test_a_timing_gets_another_value_and_its_label_goes_with_it() -> None:
    document = opened(LZZT)
    dose, week_6 = visit(document, "Dose"), visit(document, "Week 6")
    done_in_place(document, SetTiming(week_6, "P7W", reference=dose), but=(week_6,))
    assert timing(document, "Week 6").value_label == "7 Weeks"
    assert when(document, "Week 6").study_day == 50
    executed = done_in_place(document, SetTiming(week_6, "P6W", reference=dose), but=(week_6,))
    assert executed.title == "Time Week 6 6 weeks after Dose"


def test_a_label_that_says_more_than_the_value_is_kept() -> None:
    document = opened(SAMPLE)
    d8 = visit(document, "Cycle n Day 8")
    anchor = visit(document, "Cycle n Day 1")
    address = str(timing(document, "Cycle n Day 8").id)
    done(document, SetAttribute(address, "valueLabel", "a week, fasting"))
    done_in_place(document, SetTiming(d8, "P8D", reference=anchor), but=(d8,))
    assert timing(document, "Cycle n Day 8").value_label == "a week, fasting"


def test_an_instance_without_a_timing_gets_one() -> None:
    document = opened("observational-v4")
    decision, day_14 = visit(document, "Check opt In by subject"), visit(document, "Day 14")
    done_in_place(document, SetTiming(decision, "PT0M", reference=day_14), but=(decision,))
    assert when(document, "Check opt In by subject").study_day == 15


def test_a_timing_counts_from_the_end_where_that_is_said() -> None:
    document = opened(SAMPLE)
    d8, first = visit(document, "Cycle n Day 8"), visit(document, "Cycle n Day 1")
    done(document, SetTiming(d8, "P7D", reference=first, sides=Sides.END_TO_START))
    assert when(document, "Cycle n Day 8").offset == Offset(days=7, seconds=8 * 3600)


def test_timings_that_make_no_sense_are_refused() -> None:
    document = opened(LZZT)
    week_8, npi, dose = visit(document, "Week 8"), visit(document, "Week NPI"), visit(document, "Dose")
    assert "timed from one another" in refused(document, SetTiming(week_8, "P1W", reference=npi))
    assert "from itself" in refused(document, SetTiming(week_8, "P1W", reference=week_8))
    assert "no duration" in refused(document, SetTiming(week_8, "a while", reference=dose))
    assert "no duration" in refused(document, SetTiming(week_8, "-P1W", reference=dose))
    assert "from which visit" in refused(document, SetTiming(week_8, "P1W"))
    other = visit(document, "Early Termination")
    assert "another timeline" in refused(document, SetTiming(week_8, "P1W", reference=other))


def test_an_anchor_refers_to_itself_and_has_no_window() -> None:
    document = opened("minimal-v3")
    week_4 = visit(document, "Week 4")
    done(
        document,
        SetTiming(week_4, "P29D", TimingType.FIXED_REFERENCE),
        ("MAESTRO-SEVERAL-ANCHORS", "DDF00009"),
    )
    anchor = timing(document, "Week 4")
    assert (anchor.relative_to, anchor.window_lower, anchor.window_upper) == (week_4, "", "")


# Move, shift


def test_a_visit_moved_takes_along_what_hangs_on_it_and_nothing_else() -> None:
    document = opened(LZZT)
    week_8, npi = visit(document, "Week 8"), visit(document, "Week NPI")
    executed = done_in_place(document, MoveVisit(week_8, Offset(days=63)), but=(week_8, npi))
    assert executed.title == "Move Week 8 from Day 57 to Day 64"
    assert len([r for r in executed.recorded if not r.derived]) == 2  # value and label
    assert (timing(document, "Week 8").value, when(document, "Week NPI").study_day) == ("P9W", 78)


def test_a_visit_moved_across_its_reference_turns_from_after_to_before() -> None:
    document = opened(LZZT)
    screen = visit(document, "Screen Two")
    executed = done_in_place(
        document, MoveVisit(screen, Offset(days=3)), ("MAESTRO-ORDER-TIME",), but=(screen,)
    )
    assert executed.title == "Move Screen Two from Day −2 to Day 4"
    now = timing(document, "Screen Two")
    assert (now.value, now.type.decode if now.type else "", now.value_label) == ("P3D", "After", "3 days")


def test_an_anchor_is_not_moved() -> None:
    document = opened(LZZT)
    assert "anchor" in refused(document, MoveVisit(visit(document, "Dose"), Offset(days=3)))


def test_everything_later_is_shifted_once() -> None:
    document = opened(LZZT)
    before = days(document)
    executed = done(document, ShiftAfter(visit(document, "Week 6"), "P1W"))
    assert executed.title == "Shift everything after Week 6 by 1 week"
    after = days(document)
    order = list(before)
    later = order[order.index("Week 6") + 1 :]
    for title in order:
        day, now = before[title], after[title]
        assert day is not None
        assert now == day + (7 if title in later else 0)
    assert timing(document, "Week NPI").value == "P2W"
    done(document, ShiftAfter(visit(document, "Week 6"), "P1W", earlier=True))
    assert days(document) == before


def test_a_shift_before_the_anchor_widens_the_gap_in_front_of_what_moves() -> None:
    document = opened(LZZT)
    before = days(document)
    done(document, ShiftAfter(visit(document, "Screen One"), "P1W"))
    after = days(document)
    assert after["Screen One"] == -21
    assert {t: d for t, d in after.items() if t != "Screen One"} == {
        t: d for t, d in before.items() if t != "Screen One"
    }


def test_a_shift_with_nothing_behind_is_refused() -> None:
    document = opened(LZZT)
    assert "Nothing that is timed" in refused(document, ShiftAfter(visit(document, "Week 26"), "P1W"))
    assert "no duration" in refused(document, ShiftAfter(visit(document, "Week 6"), "one week"))


# References


@pytest.mark.parametrize("name", [ALEXION, LILLY_3, SAMPLE])
def test_fixed_becomes_rolling_and_back_with_every_date_kept(name: str) -> None:
    document = opened(name)
    times = planned(document)
    chosen = [
        str(i.id)
        for i in main_timeline(document).instances
        if times[str(i.id)].reference and not i.is_decision and not times[str(i.id)].is_range
    ][-3:]
    done_in_place(document, ToRollingReference(tuple(chosen)))
    first = planned(document)[chosen[-1]]
    assert first.reference != times[chosen[-1]].time_base
    done_in_place(document, ToFixedReference(tuple(chosen)))
    now = planned(document)
    assert {now[each].reference for each in chosen} == {times[chosen[0]].time_base}


def test_an_anchor_counts_from_nothing_else() -> None:
    document = opened(LZZT)
    dose = visit(document, "Dose")
    assert "anchor" in refused(document, ToRollingReference((dose,)))
    assert "anchor" in refused(document, ToFixedReference((dose,)))
    assert "from itself" in refused(
        document, ToRollingReference((visit(document, "Week 8"),), visit(document, "Week 8"))
    )


def test_another_anchor_keeps_every_study_day() -> None:
    document = opened(LZZT)
    before = days(document)
    executed = done(document, ChangeAnchor(visit(document, "Week 4")))
    assert executed.title == "Make Week 4 the anchor instead of Dose"
    assert days(document) == before
    assert timing(document, "Week 4").value == "P29D"
    assert when(document, "Dose").reference == visit(document, "Week 4")
    assert when(document, "Week 26").reference == visit(document, "Week 4")
    assert timing(document, "Week 26").value == "P22W"
    assert "already" in refused(document, ChangeAnchor(visit(document, "Week 4")))


def test_an_anchor_before_day_1_keeps_the_distances() -> None:
    document = opened(LZZT)
    before = planned(document)
    screen, dose = visit(document, "Screen Two"), visit(document, "Dose")
    done(document, ChangeAnchor(screen))
    assert when(document, "Screen Two").study_day == 1
    for key, time in planned(document).items():
        if time.time_base == screen:
            old = before[key].offset
            assert old is not None
            assert time.offset is not None
            assert time.offset.days == old.days + 2
    assert when(document, "Dose").is_anchor is False
    assert before[dose].is_anchor


# Windows


def test_windows_are_set_in_bulk_and_their_labels_with_them() -> None:
    document = opened(LZZT)
    chosen = tuple(visit(document, f"Week {week}") for week in (4, 6, 8))
    executed = done_in_place(document, SetWindow(chosen, "P2D", "P5D"), but=chosen)
    assert executed.title == "Set the windows of 3 visits: up to 2 days earlier or 5 days later"
    for week in (4, 6, 8):
        assert timing(document, f"Week {week}").window_label == "-2..5 days"
    assert (when(document, "Week 8").window_open_day, when(document, "Week 8").window_close_day) == (55, 62)


def test_not_stated_is_not_zero() -> None:
    document = opened(LZZT)
    week_8 = visit(document, "Week 8")
    executed = done_in_place(document, SetWindow((week_8,), None, None), but=(week_8,))
    assert executed.title == "Clear the window of Week 8"
    raw = timing(document, "Week 8").raw
    assert (raw["windowLower"], raw["windowUpper"], raw["windowLabel"]) == (None, None, "")
    assert when(document, "Week 8").window_open is None
    done_in_place(document, SetWindow((week_8,), "P0D", "P0D"), but=(week_8,))
    assert when(document, "Week 8").window_open == when(document, "Week 8").offset
    assert timing(document, "Week 8").window_label == "0..0 days"


def test_a_range_is_a_window_of_its_own() -> None:
    document = opened(ALEXION)
    screening = visit(document, "-42 to -9")
    done_in_place(document, SetWindow((screening,), "P0D", "P40D"), but=(screening,))
    time = when(document, "-42 to -9")
    assert time.is_range
    assert (time.study_day, time.window_close_day) == (-42, -2)
    assert time.timing is not None
    assert time.timing.window_label == "0..40 Days"


def test_windows_that_cannot_be_are_refused() -> None:
    document = opened(LZZT)
    week_8, dose = visit(document, "Week 8"), visit(document, "Dose")
    assert "anchor" in refused(document, SetWindow((week_8, dose), "P1D", "P1D"))
    assert "no duration" in refused(document, SetWindow((week_8,), "3 days", "P1D"))
    assert "Nothing is selected" in refused(document, SetWindow((), "P1D", "P1D"))


def test_a_shift_that_would_put_a_visit_before_another_is_told_as_a_finding() -> None:
    document = opened(LZZT)
    done(document, MoveVisit(visit(document, "Week 8"), Offset(days=200)), (ORDER,))
