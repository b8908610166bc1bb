"""Durations as people type them: read, refused with a sentence, and read again as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.duration_input import NotUnderstoodError, read_duration
from study.duration_writing import plain_label, value_label, window_label, written_duration
from study.durations import Offset, parse_duration
from study.wording import duration_text, offset_text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4 weeks", "P4W"),
        ("P4W", "P4W"),
        ("p4w", "P4W"),
        ("28 d", "P28D"),
        ("28d", "P28D"),
        ("1 mo", "P1M"),
        ("6 months", "P6M"),
        ("1 year 6 months", "P1Y6M"),
        ("90 min", "PT90M"),
        ("1 h 30 min", "PT1H30M"),
        ("1.5 h", "PT1.5H"),
        ("1,5 h", "PT1.5H"),
        ("1 day and 2 hours", "P1DT2H"),
        ("1 week 2 days", "P9D"),
        ("a week", "P1W"),
        ("2 Wochen", "P2W"),
        ("3 Tage", "P3D"),
        ("1 Std. 30 Min.", "PT1H30M"),
        ("  4\u00a0weeks ", "P4W"),
        ("\uff14 weeks", "P4W"),
        ("0 days", "P0D"),
    ],
)
def test_what_people_type_is_understood(typed: str, meant: str) -> None:
    assert read_duration(typed) == meant


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Type a duration"),
        ("28", "28 of what"),
        ("5 m", "minutes or months"),
        ("soon", "is no duration"),
        ("3 bananas", "is no unit"),
        ("-3 d", "no sign"),
        ("3 days 4 days", "twice"),
        ("1.3 months", "smaller unit"),
        ("x" * 10_000, "too long"),
        ("4 weeks; drop table", "no duration"),
        ("٤ أسابيع", "no duration"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_type(typed: str, says: str) -> None:
    with pytest.raises(NotUnderstoodError, match=says) as refused:
        read_duration(typed)
    assert refused.value.reason[-1] in ".?!"


distances = st.builds(
    Offset,
    months=st.integers(0, 40),
    days=st.integers(0, 400),
    seconds=st.integers(0, 200).map(lambda n: n * 60),
)


@settings(max_examples=60)
@given(distances)
def test_what_is_shown_is_read_again(distance: Offset) -> None:
    text = written_duration(distance)
    assert text is not None
    assert parse_duration(text) == distance
    assert parse_duration(read_duration(duration_text(text))) == distance
    assert parse_duration(read_duration(offset_text(distance))) == distance
    assert parse_duration(read_duration(plain_label(text))) == distance


def test_a_distance_that_goes_both_ways_is_no_duration() -> None:
    assert written_duration(Offset(days=1, seconds=-900)) is None
    assert written_duration(Offset(days=-2, seconds=-900)) == "P2DT15M"


@pytest.mark.parametrize(
    ("distance", "like", "written"),
    [
        (Offset(days=70), "P2W", "P10W"),
        (Offset(days=71), "P2W", "P71D"),
        (Offset(days=70), "P63D", "P70D"),
        (Offset(seconds=7200), "PT60M", "PT120M"),
        (Offset(seconds=7200), "PT1H", "PT2H"),
        (Offset(seconds=5400), "PT1H", "PT1H30M"),
        (Offset(months=18), "P1Y", "P1Y6M"),
        (Offset(months=18), "P6M", "P18M"),
        (Offset(), "PT15M", "PT0M"),
        (Offset(), "P2W", "P0D"),
    ],
)
def test_a_distance_is_written_in_the_units_that_were_used(distance: Offset, like: str, written: str) -> None:
    assert written_duration(distance, like) == written


@pytest.mark.parametrize(
    ("label", "old", "new", "follows"),
    [
        ("42 Days", "P42D", "P49D", "49 Days"),
        ("2 weeks", "P2W", "P10W", "10 weeks"),
        ("2 weeks", "P2W", "P1W", "1 week"),
        ("50min", "PT50M", "PT55M", "55min"),
        ("1 h", "PT1H", "PT90M", "90 min"),
        ("same day", "PT0M", "P7D", "7 days"),
        ("Day 1", "P1D", "P15D", "Day 15"),
        ("Visit of week 2", "P2W", "P3W", None),
        ("3 weeks", "P2W", "P4W", None),
        ("2 weeks", "P2W", "P2W", None),
    ],
)
def test_a_label_follows_only_where_it_repeated_the_value(
    label: str, old: str, new: str, follows: str | None
) -> None:
    assert value_label(label, old, new) == follows


@pytest.mark.parametrize(
    ("label", "old", "new", "follows"),
    [
        ("-3..3 days", ("P3D", "P3D"), ("P1W", "P1W"), "-1..1 weeks"),
        ("0..33 Days", ("P0D", "P33D"), ("P0D", "P40D"), "0..40 Days"),
        ("2..2 Days", ("P2D", "P2D"), ("P3D", "P3D"), "-3..3 Days"),
        ("-15..10 min", ("PT15M", "PT10M"), (None, None), ""),
        ("±3 days", ("P3D", "P3D"), ("P5D", "P5D"), "±5 days"),
        ("", ("", ""), ("P3D", "P5D"), "-3..5 days"),
        ("", ("", ""), ("P1D", "PT4H"), "-1 day / +4 hours"),
        ("as in section 8", ("P3D", "P3D"), ("P5D", "P5D"), None),
        ("-3..3 days", ("P4D", "P4D"), ("P5D", "P5D"), None),
    ],
)
def test_a_windows_label_follows_only_where_it_repeated_the_window(
    label: str, old: tuple[str, str], new: tuple[str | None, str | None], follows: str | None
) -> None:
    assert window_label(label, old, new) == follows
