"""Durations: ISO 8601 text in, calendar months, whole days and clock seconds out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.durations import (
    Offset,
    add,
    is_clock_duration,
    negate,
    nominal_seconds,
    offset_seconds,
    parse_duration,
)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("P42D", Offset(days=42)),
        ("PT15M", Offset(seconds=900)),
        ("P1DT2H", Offset(days=1, seconds=7200)),
        ("P2W", Offset(days=14)),
        ("P1M", Offset(months=1)),
        ("P1Y", Offset(months=12)),
        ("P1Y2M3DT4H5M6S", Offset(14, 3, 14706)),
        ("P0D", Offset()),
        ("PT0M", Offset()),
        ("PT24H", Offset(seconds=86400)),
        ("PT0.5H", Offset(seconds=1800)),
        ("PT1,5M", Offset(seconds=90)),
        ("P0.5D", Offset(seconds=43200)),
        ("P1.5W", Offset(days=10, seconds=43200)),
        ("P0.5Y", Offset(months=6)),
    ],
)
def test_reads_what_iso_8601_says(text: str, offset: Offset) -> None:
    assert parse_duration(text) == offset


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "PT",
        "P1DT",
        "-P1D",
        "P-1D",
        "+P1D",
        "1D",
        "P1",
        "PD",
        "P1H",
        "PT1D",
        "p1d",
        "P1D ",
        "P1D\n",
        "P 1D",
        "P1D2W",
        "P0.5M",
        "P0.1Y",
        "PT0.1S",
        "P1.5DT2H",
        "P1234567890D",
        "P१D",
        "P1D/P2D",
        "P0001-01-01",
        "28 days",
    ],
)
def test_anything_else_is_no_duration(text: str) -> None:
    assert parse_duration(text) is None


@given(st.text(max_size=30) | st.from_regex(r"P[0-9YMWDTHS.,]{0,12}", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    offset = parse_duration(text)
    assert offset is None or min(offset.months, offset.days, offset.seconds) >= 0


@given(*(st.integers(0, 999) for _ in range(7)))
def test_each_unit_lands_in_its_own_part(y: int, mo: int, w: int, d: int, h: int, mi: int, s: int) -> None:
    text = f"P{y}Y{mo}M{w}W{d}DT{h}H{mi}M{s}S"
    assert parse_duration(text) == Offset(12 * y + mo, 7 * w + d, 3600 * h + 60 * mi + s)


offsets = st.builds(Offset, *(st.integers(-500, 500) for _ in range(3)))


@given(offsets, offsets, offsets)
def test_distances_add_part_by_part(a: Offset, b: Offset, c: Offset) -> None:
    assert add(a, b) == add(b, a)
    assert add(add(a, b), c) == add(a, add(b, c))
    assert add(a, negate(a)) == Offset()


def test_two_days_before_a_quarter_of_an_hour_before_keeps_both() -> None:
    assert add(negate(Offset(seconds=900)), negate(Offset(days=2))) == Offset(days=-2, seconds=-900)


def test_calendar_months_have_no_seconds() -> None:
    assert offset_seconds(Offset(days=-2, seconds=-900)) == -173_700
    assert offset_seconds(Offset(months=1)) is None


def test_distances_are_ordered_by_a_nominal_length() -> None:
    lengths = [
        nominal_seconds(o) for o in (Offset(days=27), Offset(months=1), Offset(days=32), Offset(months=2))
    ]
    assert lengths == sorted(lengths)
    assert nominal_seconds(Offset(months=12)) == pytest.approx(365.2425 * 86_400, abs=12)


def test_clock_time_is_told_from_dates_by_its_letter() -> None:
    assert is_clock_duration("PT24H")
    assert not is_clock_duration("P1D")
