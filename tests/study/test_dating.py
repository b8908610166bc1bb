"""Dates of a schedule, rule by rule: days and instants, fixed and rolling, calendar months, forecasts, what moves."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from study.changes import UnknownFormatError
from study.dating import (
    NO_DATING,
    Anchor,
    DatedTime,
    DateStatus,
    Dating,
    Moment,
    SiteCalendar,
    dated_times,
    is_anchor_of,
)
from study.dating_json import dating_from_json, dating_to_json
from study.dating_moved import moved
from study.dating_words import (
    ISO_DATES,
    free_day_text,
    moved_text,
    took_place_text,
    until_then_text,
    when_dates_text,
)
from study.document import Document
from study.timeline import PlannedTimes, planned_times
from tests.shared import shared_study
from tests.study.building import anchor, decision, design, timeline, timing, view, visit

BERLIN = SiteCalendar(ZoneInfo("Europe/Berlin"))
DAY_1 = dt.date(2025, 1, 7)


def on(month: int, day: int, year: int = 2025) -> dt.date:
    return dt.date(year, month, day)


def plan(names: str, *timings: dict[str, Any], main: bool = True) -> PlannedTimes:
    """The planned times of a chain of visits."""
    each = names.split()
    visits = [visit(name, after) for name, after in zip(each, [*each[1:], None], strict=True)]
    raw = timeline(visits, list(timings), main=main)
    return planned_times(view(raw), design(raw))


def lzzt() -> PlannedTimes:
    document = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    first = document.default_timeline()
    assert first is not None
    return planned_times(first[2], first[1])


def by_name(planned: PlannedTimes, dating: Dating, calendar: SiteCalendar = BERLIN) -> dict[str, DatedTime]:
    dated = dated_times(planned, dating, calendar)
    return {each.planned.instance.name: each for each in dated.times.values()}


def key_of(planned: PlannedTimes, name: str) -> str:
    return next(key for key, time in planned.times.items() if time.instance.name == name)


def dosed(planned: PlannedTimes, day: dt.date, at: dt.time | None = None, happened: bool = True) -> Dating:
    return NO_DATING.with_anchor(key_of(planned, "DOSE"), Anchor(day, at, happened))


def test_lzzt_week_8_is_on_tuesday_4_march_and_may_be_from_1_to_7_march() -> None:
    planned = lzzt()
    week_8 = by_name(planned, dosed(planned, DAY_1))["WK8"]
    assert (week_8.date, week_8.first, week_8.last) == (on(3, 4), on(3, 1), on(3, 7))
    assert week_8.date is not None
    assert week_8.date.strftime("%A") == "Tuesday"
    assert week_8.status is DateStatus.DATED
    assert week_8.study_day == week_8.planned.study_day == 57


@pytest.mark.parametrize("hour", [dt.time(0, 0), dt.time(16, 30), dt.time(23, 59), None])
def test_lzzt_dosed_on_3_march_has_week_2_on_14_to_20_march_at_any_hour(hour: dt.time | None) -> None:
    planned = lzzt()
    week_2 = by_name(planned, dosed(planned, on(3, 3), hour))["WK2"]
    assert (week_2.first, week_2.date, week_2.last) == (on(3, 14), on(3, 17), on(3, 20))
    assert week_2.at is None
    assert week_2.opens is None


def test_lzzt_week_8_three_days_late_moves_the_week_10_call_alone() -> None:
    planned = lzzt()
    before = dosed(planned, DAY_1)
    after = before.with_actual(key_of(planned, "WK8"), Moment(on(3, 7)))
    moves = moved(planned, before, after, BERLIN)
    assert [(m.title, m.old, m.new) for m in moves] == [("Week NPI", on(3, 18), on(3, 21))]
    assert moves[0].why == "because it is timed from Week 8"
    assert moved_text(moves[0], ISO_DATES) == (
        "Week NPI: 2025-03-18 → 2025-03-21, because it is timed from Week 8"
    )
    dates = by_name(planned, after)
    assert (dates["WK12"].date, dates["WK12"].first, dates["WK12"].last) == (on(4, 1), on(3, 28), on(4, 5))
    week_8 = dates["WK8"]
    assert (week_8.status, week_8.day, week_8.date) == (DateStatus.DONE, on(3, 7), on(3, 4))
    assert took_place_text(week_8) == "3 days after planned, within the window"
    assert week_8.study_day == 60  # it took place on Day 60; its nominal day stays 57
    assert week_8.planned.study_day == 57
    assert dates["WK8N"].study_day == 74
    assert dates["WK8N"].planned.study_day == 71


def test_lzzt_until_week_8_has_been_its_call_is_from_earliest_to_latest() -> None:
    planned = lzzt()
    dating = dosed(planned, DAY_1)
    call = by_name(planned, dating)["WK8N"]
    assert (call.earliest, call.date, call.latest) == (on(3, 15), on(3, 18), on(3, 21))
    assert until_then_text(call, "Week 8", ISO_DATES) == (
        "2025-03-15 to 2025-03-21, until Week 8 has taken place"
    )
    after = dating.with_actual(key_of(planned, "WK8"), Moment(on(3, 7)))
    call = by_name(planned, after)["WK8N"]
    assert (call.earliest, call.latest) == (None, None)
    assert call.base == key_of(planned, "WK8")


def test_there_is_no_day_0_between_the_day_before_and_the_anchor() -> None:
    planned = plan("s d", anchor("d", "P1D"), timing("s", "Before", "P1D", "d"))
    dating = NO_DATING.with_anchor("d", Anchor(DAY_1))
    dates = dated_times(planned, dating).times
    assert (dates["s"].date, dates["s"].study_day) == (on(1, 6), -1)
    assert (dates["d"].date, dates["d"].study_day) == (DAY_1, 1)
    late = dated_times(planned, dating.with_actual("s", Moment(on(1, 4)))).times["s"]
    assert late.study_day == -3


def test_hours_are_instants_across_a_change_to_daylight_saving_time() -> None:
    planned = plan(
        "d h w",
        anchor("d", "P1D"),
        timing("h", "After", "PT24H", "d", window=("PT1H", "PT2H")),
        timing("w", "After", "P1D", "d"),
    )
    spring = NO_DATING.with_anchor("d", Anchor(on(3, 29), dt.time(16, 30)))  # Berlin goes forward on 30 March
    dates = dated_times(planned, spring, BERLIN).times
    assert dates["h"].at == dt.datetime(2025, 3, 30, 17, 30, tzinfo=BERLIN.zone)
    assert dates["h"].opens == dt.datetime(2025, 3, 30, 16, 30, tzinfo=BERLIN.zone)
    assert dates["h"].closes == dt.datetime(2025, 3, 30, 19, 30, tzinfo=BERLIN.zone)
    assert (dates["w"].date, dates["w"].at) == (on(3, 30), None)
    without = dated_times(planned, NO_DATING.with_anchor("d", Anchor(on(3, 29))), BERLIN).times["h"]
    assert (without.date, without.at, without.first) == (on(3, 30), None, None)


def test_late_at_night_some_hours_later_is_the_next_day() -> None:
    planned = plan("d h", anchor("d", "P1D"), timing("h", "After", "PT4H", "d"))
    at_night = dated_times(planned, NO_DATING.with_anchor("d", Anchor(DAY_1, dt.time(22, 0))), BERLIN).times[
        "h"
    ]
    assert at_night.date == on(1, 8)
    assert at_night.at is not None
    assert at_night.at.time() == dt.time(2, 0)


def test_hours_after_a_visit_planned_by_days_have_no_clock_time() -> None:
    planned = plan(
        "d v h", anchor("d", "P1D"), timing("v", "After", "P7D", "d"), timing("h", "After", "PT2H", "v")
    )
    dating = NO_DATING.with_anchor("d", Anchor(DAY_1, dt.time(9, 0)))
    assert dated_times(planned, dating).times["h"].at is None
    came = dating.with_actual("v", Moment(on(1, 15), dt.time(10, 15)))
    found = dated_times(planned, came, BERLIN).times["h"]
    assert found.at == dt.datetime(2025, 1, 15, 12, 15, tzinfo=BERLIN.zone)


def test_a_window_in_hours_around_a_date_is_not_dated() -> None:
    planned = lzzt()
    second = by_name(planned, dosed(planned, DAY_1, dt.time(9, 0)))["SCREEN2"]
    assert (second.date, second.first, second.last, second.opens) == (on(1, 5), None, None, None)


def test_months_count_from_the_anchor_and_are_clamped_never_chained() -> None:
    planned = plan(
        "d a b c",
        anchor("d", "P1D"),
        timing("a", "After", "P1M", "d"),
        timing("b", "After", "P1M", "a"),
        timing("c", "Before", "P1Y", "d"),
    )
    dates = dated_times(planned, NO_DATING.with_anchor("d", Anchor(on(1, 31, 2024)))).times
    assert [dates[key].date for key in "abc"] == [on(2, 29, 2024), on(3, 31, 2024), on(1, 31, 2023)]
    came = NO_DATING.with_anchor("d", Anchor(on(1, 31))).with_actual("a", Moment(on(2, 27)))
    assert dated_times(planned, came).times["b"].date == on(3, 27)


def test_before_the_anchor_has_happened_dates_are_a_forecast_and_are_dated_again_when_it_does() -> None:
    planned = lzzt()
    forecast = dosed(planned, DAY_1, happened=False)
    dates = by_name(planned, forecast)
    assert {each.status for each in dates.values()} == {DateStatus.FORECAST}
    assert when_dates_text(dates["WK8"], ISO_DATES) == "2025-03-04, 2025-03-01 to 2025-03-07, forecast"
    happened = dosed(planned, on(1, 9))
    moves = moved(planned, forecast, happened, BERLIN)
    assert {(m.new - m.old).days for m in moves} == {2}
    assert len(moves) == len(planned.times) - 1  # the anchor took place: it does not move
    assert by_name(planned, happened)["DOSE"].status is DateStatus.DONE


def test_without_an_anchor_date_nothing_is_dated_but_what_took_place_is_kept() -> None:
    planned = lzzt()
    dates = by_name(planned, NO_DATING)
    assert {each.status for each in dates.values()} == {DateStatus.UNDATED}
    assert dates["WK8"].reason == "Dose has no date yet."
    came = by_name(planned, NO_DATING.with_actual(key_of(planned, "WK8"), Moment(on(3, 7))))
    assert (came["WK8"].status, came["WK8"].date) == (DateStatus.DONE, None)
    assert came["WK8N"].date == on(3, 21)  # it follows Week 8, whatever Day 1 was
    assert came["WK12"].date is None


def test_two_anchors_are_two_time_bases_each_with_a_date_of_its_own() -> None:
    planned = plan(
        "d a e b",
        anchor("d", "P1D"),
        timing("a", "After", "P1D", "d"),
        anchor("e", "P1D"),
        timing("b", "After", "P1D", "e"),
    )
    first = dated_times(planned, NO_DATING.with_anchor("d", Anchor(DAY_1))).times
    assert (first["a"].date, first["b"].date, first["b"].status) == (on(1, 8), None, DateStatus.UNDATED)
    both = NO_DATING.with_anchor("d", Anchor(DAY_1)).with_anchor("e", Anchor(on(6, 1)))
    assert dated_times(planned, both).times["b"].date == on(6, 2)
    assert is_anchor_of(planned, "e")
    assert not is_anchor_of(planned, "b")


def test_a_loop_is_dated_for_one_pass() -> None:
    raw = timeline(
        [visit("d", "h"), visit("h", "t"), visit("t", "q"), decision("q", None, again="h")],
        [anchor("d"), timing("h", "After", "P7D", "d"), timing("t", "After", "P1D", "h")],
        main=True,
    )
    planned = planned_times(view(raw), design(raw))
    dates = dated_times(planned, NO_DATING.with_anchor("d", Anchor(DAY_1))).times
    assert (dates["h"].date, dates["t"].date) == (on(1, 14), on(1, 15))
    assert dates["q"].status is DateStatus.UNKNOWN


def test_what_is_timed_from_itself_or_lies_outside_the_calendar_is_unknown() -> None:
    planned = plan(
        "d a b z",
        anchor("d"),
        timing("a", "After", "P1D", "b"),
        timing("b", "After", "P1D", "a"),
        timing("z", "After", "P9999Y", "d"),
    )
    dates = dated_times(planned, NO_DATING.with_anchor("d", Anchor(DAY_1))).times
    assert [dates[key].status for key in "abz"] == [DateStatus.UNKNOWN] * 3
    assert dates["z"].reason == "Its date lies outside the calendar."


def test_a_range_is_told_by_its_first_and_last_day() -> None:
    planned = plan("s d", timing("s", "Before", "P42D", "d", window=("P0D", "P33D")), anchor("d"))
    dating = NO_DATING.with_anchor("d", Anchor(DAY_1))
    screening = dated_times(planned, dating).times["s"]
    assert when_dates_text(screening, ISO_DATES) == "2024-11-26 to 2024-12-29"
    came = dated_times(planned, dating.with_actual("s", Moment(on(12, 20, 2024)))).times["s"]
    assert took_place_text(came) == "within the planned days"
    late = dated_times(planned, dating.with_actual("s", Moment(on(1, 2)))).times["s"]
    assert took_place_text(late) == "4 days after the last planned day"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (on(3, 4), "on the planned day"),
        (on(3, 2), "2 days before planned, within the window"),
        (on(3, 9), "5 days after planned, 2 days after the window"),
        (on(2, 28), "4 days before planned, 1 day before the window"),
    ],
)
def test_how_a_visit_lies_to_its_plan_is_told_and_not_judged(day: dt.date, words: str) -> None:
    planned = lzzt()
    dating = dosed(planned, DAY_1).with_actual(key_of(planned, "WK8"), Moment(day))
    assert took_place_text(by_name(planned, dating)["WK8"]) == words


def test_weekends_and_holidays_are_told_with_the_working_days_of_the_window() -> None:
    planned = lzzt()
    holiday = {on(3, 4): "Shrove Tuesday"}
    calendar = SiteCalendar(weekend=frozenset((4, 5)), holiday=lambda day: holiday.get(day, ""))
    week_8 = by_name(planned, dosed(planned, DAY_1), calendar)["WK8"]
    assert week_8.holiday == "Shrove Tuesday"
    assert week_8.working_days == 4  # 1 and 7 March 2025 are a Saturday and a Friday
    assert free_day_text(week_8, ISO_DATES) == (
        "2025-03-04 is a holiday: Shrove Tuesday. Its window has 4 working days."
    )
    saturday = by_name(planned, dosed(planned, on(1, 11)))["WK8"]
    assert saturday.weekend
    assert free_day_text(saturday, ISO_DATES) == (
        "2025-03-08 is on the weekend. Its window has 5 working days."
    )


def test_a_dating_is_kept_as_json_and_comes_back_the_same() -> None:
    dating = Dating(
        anchors={"d": Anchor(DAY_1, dt.time(16, 30), happened=False), "e": Anchor(on(6, 1))},
        actual={"v": Moment(on(3, 7)), "w": Moment(on(3, 8), dt.time(9, 5))},
        zone="Europe/Berlin",
        country="DE",
        subdivision="BY",
    )
    assert dating_from_json(dating_to_json(dating)) == dating
    assert dating_from_json(dating_to_json(NO_DATING)) == NO_DATING
    with pytest.raises(UnknownFormatError):
        dating_from_json('{"format": 2}')
    for damaged in ('{"format": 1}', '{"format": 1, "anchors": {"d": 5}}', "[]", "no"):
        with pytest.raises(ValueError, match="no dating"):
            dating_from_json(damaged)


def test_taking_a_date_away_is_as_it_was() -> None:
    dating = NO_DATING.with_anchor("d", Anchor(DAY_1)).with_actual("v", Moment(on(3, 7)))
    assert dating.with_anchor("d", None).with_actual("v", None) == NO_DATING
    assert NO_DATING.is_empty
    assert not dating.is_empty
