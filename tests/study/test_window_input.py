"""Windows as people type them, around a visit or as study days; and all that is shown of one is read again."""

from __future__ import annotations

import pytest

from study.duration_input import NotUnderstoodError
from study.durations import parse_duration
from study.timeline import planned_times
from study.window_input import Window, read_window
from study.wording import leeway_text, lengths_text, not_stated, window_text
from tests.study import building
from tests.study.building import anchor, timeline, timing, view


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("-3 d / +3 d", ("P3D", "P3D")),
        ("−3 d / +7 d", ("P3D", "P7D")),
        ("-3d/+7d", ("P3D", "P7D")),
        ("±3 days", ("P3D", "P3D")),
        ("+/- 3 d", ("P3D", "P3D")),
        ("3 days either way", ("P3D", "P3D")),
        ("-3..7 days", ("P3D", "P7D")),
        ("-4 h / 0", ("PT4H", "PT0M")),
        ("0 / +7 d", ("P0D", "P7D")),
        ("not stated / +7 d", (None, "P7D")),
        ("none", (None, None)),
        ("not stated", (None, None)),
        ("", (None, None)),
        ("exact", ("P0D", "P0D")),
        ("54 to 60", ("P3D", "P3D")),
        ("54–60", ("P3D", "P3D")),
        ("Day 57 to 60", ("P0D", "P3D")),
        ("57 only", ("P0D", "P0D")),
        ("from 54", ("P3D", None)),
        ("until Day 60", (None, "P3D")),
        ("up to 3 days later, not earlier", ("P0D", "P3D")),
        ("at most 3 days earlier, latest not stated", ("P3D", None)),
    ],
)
def test_what_people_type_around_day_57_is_understood(typed: str, meant: Window) -> None:
    assert read_window(typed, 57) == meant


def test_there_is_no_day_0_to_count() -> None:
    assert read_window("−3 to 2", 1) == ("P3D", "P1D")
    assert read_window("−42 to −9", -42) == ("P0D", "P33D")
    with pytest.raises(NotUnderstoodError, match="no Day 0"):
        read_window("0 to 3", 1)


@pytest.mark.parametrize(
    ("typed", "day", "says"),
    [
        ("58 to 60", 57, "must lie within"),
        ("60 to 54", 57, "must lie within"),
        ("54 to 60", None, "has no study day"),
        ("+3 d / +5 d", 57, "puts it outside"),
        ("whenever", 57, "is no window"),
        ("3 bananas either way", 57, "is no unit"),
        ("x" * 10_000, 57, "is no window"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_type(typed: str, day: int | None, says: str) -> None:
    with pytest.raises(NotUnderstoodError, match=says):
        read_window(typed, day)


WINDOWS: list[Window] = [
    (None, None),
    ("P0D", "P0D"),
    ("P3D", "P3D"),
    ("P2D", "P5D"),
    ("P0D", "P2D"),
    ("P5D", "P0D"),
    ("P3D", None),
    (None, "P7D"),
    ("P1W", "P2W"),
    ("P1M", "P1M"),
    ("PT4H", "PT0M"),
    ("PT90M", "PT90M"),
]


@pytest.mark.parametrize("window", WINDOWS)
def test_what_is_shown_of_a_window_is_read_again(window: Window) -> None:
    raw = timeline(
        [building.visit("a", "b"), building.visit("b")],
        [anchor("a"), timing("b", value="P56D", to="a", window=window)],
    )
    planned = planned_times(view(raw), None).times["b"]
    shown = [lengths_text(planned), leeway_text(planned)]
    if window_text(planned) != not_stated():
        shown.append(window_text(planned))
    for text in shown:
        typed = text.replace("window not stated", "not stated")
        assert _same(read_window(typed, planned.study_day), window), text


def _same(first: Window, second: Window) -> bool:
    return [parse_duration(side) if side else side for side in first] == [
        parse_duration(side) if side else side for side in second
    ]
