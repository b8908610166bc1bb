"""LZZT: its protocol visits from dosing, its windows on every edge, and what a monitor would write down."""

from __future__ import annotations

import datetime as dt

import pytest

from study.interpreter.effects import OpenTask
from tests.study.interpreter.participants import DAY, Participant, plan_of

STUDY = "cdisc-pilot-lzzt-v4"
DOSED = dt.date(2025, 1, 7)
# The protocol's visits: weeks from dosing, and days either way.
VISITS = {2: 3, 4: 3, 6: 3, 8: 3, 12: 4, 16: 4, 20: 4, 24: 4, 26: 3}
NPI = {10: 8, 14: 12, 18: 16, 22: 20}


def key(title: str) -> str:
    return next(each.key for each in plan_of(STUDY).main.instances if each.title == title)


def week(number: int) -> str:
    if number in NPI:
        return key("Week NPI" if number == 10 else f"Week {NPI[number]} NPI")
    return key(f"Week {number}")


def planned_day(weeks: int) -> dt.date:
    return DOSED + weeks * 7 * DAY


@pytest.fixture
def dosed() -> Participant:
    """Somebody who was dosed on 7 January 2025, all in order until then."""
    somebody = Participant(plan_of(STUDY))
    somebody.do("consented", "2024-12-24")
    somebody.done(key("Screen One"), "2024-12-24")
    somebody.done(key("Screen Two"), "2025-01-05")
    somebody.do("anchor happened", DOSED)
    return somebody


def test_the_protocol_visits_from_dosing(dosed: Participant) -> None:
    for weeks, leeway in VISITS.items():
        dated = dosed.at(week(weeks)).dated
        assert dated is not None
        assert dated.date == planned_day(weeks)
        assert dated.first == planned_day(weeks) - leeway * DAY
        assert dated.last == planned_day(weeks) + leeway * DAY
        assert not dosed.at(week(weeks)).provisional
    for weeks in NPI:
        dated = dosed.at(week(weeks)).dated
        assert dated is not None
        assert dated.date == planned_day(weeks)
        assert dated.first is None
        assert dated.last is None


def test_before_dosing_dates_are_a_forecast() -> None:
    somebody = Participant(plan_of(STUDY))
    somebody.do("consented", "2024-12-24")
    assert somebody.planned(week(8)) == dt.date(2025, 3, 4)
    assert somebody.at(week(8)).provisional
    somebody.do("anchor happened", "2025-01-10")
    assert somebody.planned(week(8)) == dt.date(2025, 3, 7)
    assert not somebody.at(week(8)).provisional


@pytest.mark.parametrize("weeks", VISITS)
def test_every_edge_of_the_windows(dosed: Participant, weeks: int) -> None:
    leeway, before = VISITS[weeks], dosed.state
    first, last = planned_day(weeks) - leeway * DAY, planned_day(weeks) + leeway * DAY
    edges = [
        (first - DAY, "done early", "1 day before"),
        (first, "done in window", ""),
        (planned_day(weeks), "done in window", ""),
        (last, "done in window", ""),
        (last + DAY, "done after window", "1 day after"),
    ]
    day = weeks * 7 + 1
    for on, status, said in edges:
        dosed.state = before
        dosed.effects.clear()
        dosed.done(week(weeks), on)
        assert dosed.status(week(weeks)) == status
        expected = [
            (
                f"Week {weeks} done on Study Day {day + (on - planned_day(weeks)).days}, {said} its window, "
                f"Day {day - leeway} to {day + leeway}"
            )
        ]
        assert dosed.deviations() == (expected if said else [])


def test_how_a_monitor_would_write_it(dosed: Participant) -> None:
    dosed.done(week(8), DOSED + 61 * DAY)
    assert dosed.deviations() == ["Week 8 done on Study Day 62, 2 days after its window, Day 54 to 60"]


def test_late_within_its_window_moves_the_call_that_hangs_on_it_alone(dosed: Participant) -> None:
    before = {weeks: dosed.planned(week(weeks)) for weeks in (*VISITS, *NPI)}
    dosed.done(week(8), "2025-03-07")
    after = {weeks: dosed.planned(week(weeks)) for weeks in (*VISITS, *NPI)}
    moved = {weeks: (before[weeks], after[weeks]) for weeks in before if before[weeks] != after[weeks]}
    assert moved == {10: (dt.date(2025, 3, 18), dt.date(2025, 3, 21))}
    assert dosed.deviations() == []


def test_upcoming_due_overdue_is_a_prompt_and_no_deviation(dosed: Participant) -> None:
    said = []
    for day in ("2025-02-28", "2025-03-01", "2025-03-07", "2025-03-08"):
        dosed.on(day)
        said.append(dosed.status(week(8)))
    assert said == ["upcoming", "due", "due", "overdue"]
    assert dosed.deviations() == []
    opened = [e for e in dosed.effects if isinstance(e, OpenTask) and e.title == "Week 8"]
    assert len(opened) == 1
    assert len(opened[0].activities) == 10


def test_one_deviation_for_a_visit_that_was_not_done(dosed: Participant) -> None:
    dosed.do("visit not done", "2025-03-10", instance=week(8), reason="holiday")
    (said,) = dosed.deviations()
    assert said.startswith("Week 8 was not done (holiday), planned for Day 54 to 60: ")
    named = [plan_of(STUDY).activity_titles[a] for a in plan_of(STUDY).main.by_key[week(8)].activities]
    assert len(named) == 10
    assert said.endswith(": " + ", ".join(named))


def test_re_booked_inside_the_window_is_none_outside_is_one_when_done(dosed: Participant) -> None:
    dosed.do("visit rescheduled", "2025-03-02", instance=week(8), to="2025-03-06")
    dosed.done(week(8), "2025-03-06")
    dosed.do("visit rescheduled", "2025-03-20", instance=week(12), to="2025-04-07")
    assert dosed.deviations() == []
    dosed.done(week(12), "2025-04-07")
    assert dosed.deviations() == ["Week 12 done on Study Day 91, 2 days after its window, Day 81 to 89"]


def test_stopping_early_gives_no_missed_visits(dosed: Participant) -> None:
    dosed.done(week(2), planned_day(2))
    termination = next(each for each in plan_of(STUDY).timelines if each.ends_main)
    dosed.do("intervention stopped", "2025-02-03", reason="adverse event")
    dosed.do("side timeline started", "2025-02-05", timeline=termination.id, name="1")
    run = f"side:{termination.id}:1"
    assert dosed.status(termination.entry, run=run) == "due"
    dosed.done(termination.entry, "2025-02-05", run=run)
    dosed.on("2025-09-01")
    assert {dosed.status(week(w)) for w in (*VISITS, *NPI) if w != 2} == {"not required"}
    assert dosed.deviations() == []
    assert dosed.course().complete


def test_all_in_order_ends_complete_with_no_deviation(dosed: Participant) -> None:
    for weeks in sorted((*VISITS, *NPI)):
        dosed.done(week(weeks), planned_day(weeks))
    assert dosed.course().complete
    assert dosed.deviations() == []
    assert {e.status.value for e in dosed.course().occurrences} == {"done", "done in window"}
