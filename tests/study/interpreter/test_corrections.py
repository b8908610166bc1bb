"""Corrections, corrections of corrections, and which record counts where they were written in several time zones."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from study.dating import Moment, SiteCalendar
from tests.study.building import anchor, timeline, timing, visit
from tests.study.interpreter.participants import Participant, plan_from

BERLIN = SiteCalendar(ZoneInfo("Europe/Berlin"))
WEEKLY = plan_from(
    timeline(
        [visit("dose", "week"), visit("week")],
        [anchor("dose"), timing("week", value="P7D", to="dose", window=("P1D", "P1D"))],
    )
)


def somebody(calendar: SiteCalendar = BERLIN) -> Participant:
    one = Participant(WEEKLY, calendar)
    one.do("consented", "2025-01-01")
    one.done("dose", "2025-01-02")
    return one


def week_on(day: str) -> dict[str, str]:
    return {"type": "visit done", "instance": "week", "occurred": day}


def corrected(one: Participant, identity: str, target: str, known: str, day: str = "") -> None:
    fields: dict[str, object] = {"instead": week_on(day)} if day else {}
    one.do("corrected", known, id=identity, target=target, reason="misread", **fields)


def done_on(one: Participant) -> dt.date | None:
    actual = one.at("week").actual
    return actual.date if actual is not None else None


RECORDS = (
    ("record", "", "2025-01-09", "2025-01-09"),
    ("wrong", "record", "2025-02-03", "2025-01-12"),
    ("back", "wrong", "2025-02-03", ""),
    ("back again", "back", "2025-02-05", ""),
)


@pytest.mark.parametrize(("known", "day"), [(1, 9), (2, 12), (3, 9), (4, 12)])
def test_a_correction_that_is_taken_back_leaves_what_was_there_in_any_order(known: int, day: int) -> None:
    for order in permutations(RECORDS[:known]):
        one = somebody()
        for identity, target, at, said in order:
            if target:
                corrected(one, identity, target, at, said)
            else:
                one.done("week", said, id=identity)
        assert done_on(one) == dt.date(2025, 1, day), order


def test_struck_out_it_never_happened() -> None:
    one = somebody()
    one.done("week", "2025-01-09", id="record")
    corrected(one, "struck", "record", "2025-02-03")
    assert done_on(one) is None
    corrected(one, "after all", "struck", "2025-02-04", "2025-01-10")
    assert done_on(one) == dt.date(2025, 1, 10)


def test_corrections_that_take_back_each_other_change_nothing() -> None:
    one = somebody()
    one.done("week", "2025-01-09", id="record")
    corrected(one, "one", "other", "2025-02-03")
    corrected(one, "other", "one", "2025-02-03")
    corrected(one, "itself", "itself", "2025-02-03")
    assert done_on(one) == dt.date(2025, 1, 9)
    assert [each.subject for each in one.course().queries] == ["itself"]


def test_of_two_corrections_the_later_counts_wherever_its_hour_was_read() -> None:
    one = somebody()
    one.done("week", "2025-01-09", id="record")
    corrected(one, "new york", "record", "2025-02-03T09:00-05:00", "2025-01-12")  # 15:00 in Berlin
    corrected(one, "berlin", "record", "2025-02-03T10:00+01:00", "2025-01-10")
    assert done_on(one) == dt.date(2025, 1, 12)


def test_of_two_records_the_earlier_counts_wherever_its_hour_was_read() -> None:
    one = somebody()
    one.done("week", "2025-01-08T20:00-10:00")  # 07:00 on the next day in Berlin
    one.done("week", "2025-01-09T01:00")
    assert one.at("week").actual == Moment(dt.date(2025, 1, 9), dt.time(1))


def test_of_two_bookings_the_one_recorded_last_counts_wherever_its_hour_was_read() -> None:
    one = somebody()
    one.do("visit rescheduled", "2025-01-05T09:00-05:00", instance="week", to="2025-01-10")
    one.do("visit rescheduled", "2025-01-05T14:00+01:00", instance="week", to="2025-01-08")
    booked = one.at("week").booked
    assert booked is not None
    assert booked.date == dt.date(2025, 1, 10)


@pytest.mark.parametrize("order", [("+02:00", "+01:00"), ("+01:00", "+02:00")])
def test_the_hour_that_comes_twice_is_told_apart_whoever_was_there_first(order: tuple[str, str]) -> None:
    plan = plan_from(
        timeline(
            [visit("dose", "sample"), visit("sample")],
            [anchor("dose"), timing("sample", value="PT2H", to="dose", window=("PT15M", "PT15M"))],
        )
    )
    found = {}
    for offset in order:
        one = Participant(plan, BERLIN)
        one.do("consented", "2025-10-01")
        one.do("anchor happened", f"2025-10-26T02:30{offset}")
        dated = one.at("sample").dated
        assert dated is not None
        assert dated.at is not None
        found[offset] = dated.at.isoformat()
    assert found == {"+02:00": "2025-10-26T03:30:00+01:00", "+01:00": "2025-10-26T04:30:00+01:00"}


def test_a_run_is_named_by_its_number_alone() -> None:
    one = somebody()
    (refused,) = one.done("week", "2025-01-09", run="main:02")
    assert "no run" in getattr(refused, "reason", "")
