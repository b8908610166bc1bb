"""Times and windows as people type them in the table, done on real studies and read back from the planned times."""

from __future__ import annotations

import itertools

import pytest

from study.commands.execute import execute
from study.document import Document
from study.duration_input import NotUnderstoodError
from study.timeline import PlannedTime, PlannedTimes, planned_times
from study.typed_times import read_time, read_windows
from study.wording import day_text, lengths_text, window_text
from tests.study.studies import SAMPLE, study_bytes


def opened() -> tuple[Document, PlannedTimes]:
    document = Document.from_bytes(study_bytes(SAMPLE))
    return document, times_of(document)


def times_of(document: Document) -> PlannedTimes:
    found = document.default_timeline()
    assert found is not None
    return planned_times(found[2], found[1])


def moved_visit(times: PlannedTimes) -> PlannedTime:
    """A visit with a study day and a reference, planned as a day and not as a span."""
    return next(
        each
        for each in times.times.values()
        if each.study_day and each.study_day > 0 and each.reference and each.whole_days and not each.is_range
    )


def after(document: Document, times: PlannedTimes, key: str, text: str) -> PlannedTime:
    command = read_time(times, key, text)
    assert command is not None
    numbers = itertools.count()
    execute(document, command, lambda prefix: f"{prefix}_{next(numbers)}")
    return times_of(document).times[key]


@pytest.mark.parametrize("typed", ["Day 99", "99", "day  99", "Tag 99"])
def test_a_study_day_moves_the_visit_there(typed: str) -> None:
    document, times = opened()
    visit = moved_visit(times)
    now = after(document, times, visit.key, typed)
    assert now.study_day == 99
    assert now.reference == visit.reference
    assert lengths_text(now) == lengths_text(visit)


def test_there_is_no_day_nought_between_before_and_after() -> None:
    document, times = opened()
    visit = moved_visit(times)
    assert after(document, times, visit.key, "−3").study_day == -3
    with pytest.raises(NotUnderstoodError, match="no Day 0"):
        read_time(times, visit.key, "Day 0")


def test_a_length_counts_from_what_the_visit_is_timed_from() -> None:
    document, times = opened()
    visit = moved_visit(times)
    reference = times.times[visit.reference]
    assert reference.offset is not None
    now = after(document, times, visit.key, "4 weeks")
    assert now.offset is not None
    assert now.offset.days - reference.offset.days == 28
    assert now.reference == visit.reference


def test_a_span_of_days_is_one_step() -> None:
    document, times = opened()
    visit = moved_visit(times)
    now = after(document, times, visit.key, "Day 40 to 45")
    assert (now.study_day, now.window_open_day, now.window_close_day) == (40, 40, 45)


def test_what_stands_there_changes_nothing() -> None:
    _, times = opened()
    for planned in times.times.values():
        assert read_time(times, planned.key, day_text(planned)) is None
        if planned.offset is not None:
            assert read_windows(times, (planned.key,), window_text(planned)) is None


@pytest.mark.parametrize(
    "typed",
    ["soon", "Day", "x" * 10_000, "4 weeks ±", "Day 5 to 2", "−", "اليوم", "9999999999 d", "not stated"],
)
def test_what_nobody_can_read_gets_a_sentence(typed: str) -> None:
    _, times = opened()
    with pytest.raises(NotUnderstoodError) as why:
        read_time(times, moved_visit(times).key, typed)
    assert why.value.reason.strip()
    assert len(why.value.reason) < 300


def test_several_visits_get_one_window_around_each() -> None:
    document, times = opened()
    visits = [each.key for each in times.times.values() if each.reference and each.study_day is not None][:2]
    command = read_windows(times, tuple(visits), "−2 d / +5 d")
    assert command is not None
    execute(document, command, lambda prefix: prefix)
    now = times_of(document)
    assert {lengths_text(now.times[key]) for key in visits} == {"−2 d / +5 d"}
    with pytest.raises(NotUnderstoodError):
        read_windows(times, tuple(visits), "3 to 5")
