"""Bad input: each gives a deviation, a query or a clear refusal; never an exception, never a wrong date in silence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from study.changes import UnknownFormatError
from study.dating import Moment, SiteCalendar
from study.interpreter.advance import advance, course
from study.interpreter.effects import RaiseQuery, Refused
from study.interpreter.state import FORMAT, read_state, state_text
from study.interpreter.words import query_text
from tests.study.building import anchor, decision, timeline, timing, visit
from tests.study.interpreter.participants import Participant, compiled, plan_from, refusal

BERLIN = SiteCalendar(ZoneInfo("Europe/Berlin"))


def somebody(value: str = "P7D", window: tuple[str | None, str | None] = ("P1D", "P1D")) -> Participant:
    """Consented and dosed on 31 January 2024, with one visit after it."""
    plan = plan_from(
        timeline(
            [visit("dose", "next", activities=("ecg",)), visit("next", activities=("ecg", "labs"))],
            [anchor("dose"), timing("next", "After", value, "dose", window)],
        ),
        activities=[{"id": "ecg", "name": "ECG"}, {"id": "labs", "name": "Labs"}],
    )
    made = Participant(plan, BERLIN)
    made.do("consented", "2024-01-20")
    made.do("anchor happened", "2024-01-31")
    return made


def queries(of: Participant) -> list[str]:
    return [query_text(each.query) for each in of.effects if isinstance(each, RaiseQuery)]


def test_a_visit_before_consent() -> None:
    one = somebody()
    one.do(
        "corrected",
        "2024-02-20",
        target=one.state.facts[0].id,
        reason="typed wrongly",
        instead={"type": "consented", "occurred": "2024-02-10"},
    )
    assert one.deviations() == ["dose done on 2024-01-31, before consent on 2024-02-10"]


def test_a_visit_recorded_before_its_consent_is_recorded() -> None:
    one = Participant(somebody().plan)
    one.do("anchor happened", "2024-01-31")
    assert queries(one) == ["Something is recorded, but no consent: record when consent was given."]
    one.do("consented", "2024-01-30", recorded="2024-03-01")
    assert one.deviations() == []
    assert not any(subject.startswith("query/") for subject in one.state.open)


def test_a_visit_recorded_twice() -> None:
    one = somebody()
    one.done("next", "2024-02-07")
    said = refusal(one.done("next", "2024-02-07"))
    assert "recorded already" in said
    one.done("next", "2024-02-20")
    assert queries(one) == [
        (
            "next is recorded as done more than once (2024-02-07, 2024-02-20): the first counts. Correct the others, "
            "or record them as unscheduled visits."
        )
    ]
    assert one.status("next") == "done in window"
    assert one.deviations() == []


def test_sent_again_with_its_id_it_changes_nothing() -> None:
    one = somebody()
    one.done("next", "2024-02-07", id="a")
    before = one.state
    assert one.done("next", "2024-02-07", id="a") == ()
    assert "recorded already" in refusal(one.done("next", "2024-02-08", id="a"))
    assert one.state == before


def test_after_withdrawal_of_consent() -> None:
    one = somebody()
    one.do("consent withdrawn", "2024-02-05")
    assert one.status("next") == "not required"
    one.done("next", "2024-02-07")
    assert one.deviations() == ["next done on 2024-02-07, after consent was withdrawn on 2024-02-05"]


def test_after_death() -> None:
    one = somebody()
    one.do("died", "2024-02-05")
    one.done("next", "2024-02-07")
    assert queries(one) == [
        "next is recorded as done on 2024-02-07, after the participant's death: correct one."
    ]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ({"type": "activity done", "instance": "next", "activity": "none"}, "no activity “none”"),
        ({"type": "visit done", "instance": "none"}, "no visit “none”"),
        ({"type": "visit done", "instance": "next", "run": "side:x:1"}, "no run “side:x:1”"),
        ({"type": "visit done", "instance": "next", "pass": 0}, "no pass 0"),
        ({"type": "visit not done", "instance": "next"}, "needs a reason"),
        ({"type": "visit done", "instance": "next", "recorded": "2024-02-01"}, "after it was recorded"),
        ({"type": "visit rescheduled", "instance": "next"}, "to which date"),
        ({"type": "decision answered", "instance": "next", "answer": "yes"}, "no decision “next”"),
        ({"type": "side timeline started", "timeline": "x"}, "no side timeline “x”"),
        ({"type": "corrected", "reason": "x"}, "must name the event"),
        (
            {"type": "visit done", "instance": "next", "occurred": "2023-02-29"},
            "no day or no time of the calendar",
        ),
        ({"type": "visit done", "instance": "next", "occurred": "yesterday"}, "is no date"),
        ({"type": "visit done", "instance": "next", "occurred": None}, "when it occurred"),
        ({"type": "visit done", "instance": "next", "format": 2}, "a newer Maestro can read it"),
        ({"type": "teleported"}, "no event of the type 'teleported'"),
        ({"type": "observation recorded", "value": float("nan")}, "no number"),
    ],
)
def test_refused_with_a_reason_and_nothing_changed(event: dict[str, object], said: str) -> None:
    one = somebody()
    before = one.state
    occurred = event.pop("occurred", "2024-02-07")
    given = {"occurred": occurred, **event}
    state, effects = advance(one.plan, one.state, given, BERLIN)
    assert state == before
    assert said in refusal(effects)
    assert isinstance(effects[0], Refused)


def test_29_february_and_a_month_after_31_january() -> None:
    one = somebody("P1M")
    assert one.planned("next") == dt.date(2024, 2, 29)
    one.done("next", "2024-02-29")
    assert one.status("next") == "done in window"
    one.do(
        "corrected",
        "2024-03-01",
        target=one.state.facts[1].id,
        reason="year",
        instead={"type": "anchor happened", "occurred": "2023-01-31"},
    )
    assert one.planned("next") == dt.date(2023, 2, 28)


def test_hours_over_a_change_of_the_clock() -> None:
    plan = plan_from(
        timeline(
            [visit("dose", "sample"), visit("sample")],
            [anchor("dose"), timing("sample", "After", "PT24H", "dose", ("PT30M", "PT30M"))],
        )
    )
    one = Participant(plan, BERLIN)
    one.do("consented", "2025-03-29")
    one.do("anchor happened", "2025-03-29T12:00")
    dated = one.at("sample").dated
    assert dated is not None
    assert str(dated.at) == "2025-03-30 13:00:00+02:00"  # the clock was put forward in between
    before = one.state
    one.done("sample", "2025-03-30T13:35")
    assert one.deviations() == [
        "sample done on 2025-03-30 at 13:35, 5 minutes after its window, 12:30 to 13:30"
    ]
    one.state = before
    one.done("sample", "2025-03-30T11:29Z")  # the same as 13:29 at the site
    assert one.status("sample") == "done in window"


def test_who_travels_and_a_site_whose_zone_changes() -> None:
    """Said with its distance from UTC it is an instant, on the site's day; said without, it is the site's own hour."""
    one = Participant(somebody().plan, BERLIN)
    one.do("consented", "2024-01-20")
    one.do("anchor happened", "2024-01-31T23:30-08:00")
    assert (one.at("dose").actual, one.planned("next")) == (
        Moment(dt.date(2024, 2, 1), dt.time(8, 30)),
        dt.date(2024, 2, 8),
    )
    moved = course(one.plan, one.state, SiteCalendar(ZoneInfo("America/Los_Angeles")))
    assert moved.at["main", "dose", 1].actual == Moment(dt.date(2024, 1, 31), dt.time(23, 30))
    assert moved.at["main", "next", 1].dated is not None
    assert moved.at["main", "next", 1].dated.date == dt.date(2024, 2, 7)
    local = somebody()
    for zone in ("Asia/Tokyo", "America/Los_Angeles"):
        there = course(local.plan, local.state, SiteCalendar(ZoneInfo(zone)))
        assert [each.dated for each in there.occurrences] == [
            each.dated for each in local.course().occurrences
        ]
    state, effects = advance(
        one.plan,
        one.state,
        {"type": "timer fired", "occurred": "2024-02-01T12:00"},
        SiteCalendar(ZoneInfo("UTC")),
    )
    bare, also = advance(
        one.plan,
        replace(one.state, trace=None),
        {"type": "timer fired", "occurred": "2024-02-01T12:00"},
        SiteCalendar(ZoneInfo("UTC")),
    )
    assert (state, effects) == (bare, also), "nothing that was worked out in another zone is kept"


def test_days_do_not_care_about_the_hour() -> None:
    one = somebody()
    one.done("next", "2024-02-08T23:59")
    assert one.status("next") == "done in window"
    other = somebody()
    other.done("next", "2024-02-08T23:30Z")  # the day after at the site
    assert other.deviations() == ["next done on Study Day 10, 1 day after its window, Day 7 to 9"]


def test_a_loop_with_no_way_out_is_an_obstacle() -> None:
    made = compiled(timeline([visit("a", "b"), visit("b", "a")], [anchor("a")]))
    assert made.plan is None
    assert [each.text for each in made.obstacles] == [
        (
            "No way leads out of the loop of a, b in “timeline”: it would never end. Give it a decision with a way on, "
            "or an exit."
        )
    ]
    assert compiled(timeline([visit("a", "d"), decision("d", "a", x="a")], [anchor("a")])).obstacles
    assert not compiled(timeline([visit("a", "d"), decision("d", None, x="a")], [anchor("a")])).obstacles


def test_a_newer_state_is_refused_and_an_older_one_loads() -> None:
    one = somebody()
    text = state_text(one.state)
    assert read_state(text) == one.state
    for older in range(1, FORMAT + 1):
        assert read_state(text.replace(f'"format":{FORMAT}', f'"format":{older}')) == one.state
    with pytest.raises(UnknownFormatError, match="newer Maestro"):
        read_state(text.replace(f'"format":{FORMAT}', f'"format":{FORMAT + 1}'))


OF_FORMAT_1 = (
    '{"facts":[{"format":1,"id":"c","occurred":"2024-01-20","type":"consented"},{"format":1,"id":"a","instance":"dose",'
    '"occurred":"2024-01-31T08:00","recorded":"2024-02-01","type":"anchor happened"}],"format":1,"open":{"timer/next":'
    '"2024-02-06|","visit/main/dose#1":"2024-01-20|None|None|1"},"plan":"PLAN","sequence":2}'
)


def test_a_state_that_was_written_with_format_1_goes_on() -> None:
    """Its questions are answered and its keys go on counting, though what it had open was worked out otherwise."""
    one = somebody()
    state = read_state(OF_FORMAT_1.replace("PLAN", one.plan.hash))
    assert [each.type.value for each in state.facts] == ["consented", "anchor happened"]
    event = {"type": "visit done", "instance": "next", "occurred": "2024-02-07", "id": "n"}
    after, effects = advance(one.plan, state, event, BERLIN)
    assert after.sequence == 3
    assert {each.key.split("/")[0] for each in effects} == {"3"}
    assert "visit/main/dose#1" in [each.subject for each in effects], "it is closed now"
    fresh = Participant(one.plan, BERLIN)
    for each in state.facts:
        fresh.state, _ = advance(one.plan, fresh.state, each, BERLIN)
    fresh.done("next", "2024-02-07", id="n")
    assert course(one.plan, after, BERLIN).occurrences == fresh.course().occurrences
    assert after.open == fresh.state.open


def test_a_correction_moves_what_hangs_on_it() -> None:
    one = somebody()
    one.done("next", "2024-02-12", id="visit")
    assert one.deviations() == ["next done on Study Day 13, 4 days after its window, Day 7 to 9"]
    one.do(
        "corrected",
        "2024-02-13",
        target="visit",
        reason="slip of the pen",
        instead={"type": "visit done", "instance": "next", "occurred": "2024-02-08"},
    )
    assert one.deviations() == []
    one.do("corrected", "2024-02-14", target="visit", reason="another participant's")
    assert one.status("next") == "overdue"
    assert len(one.state.facts) == 5


def test_a_correction_of_nothing_is_asked_about_until_its_target_comes() -> None:
    one = somebody()
    event = {"type": "visit done", "instance": "next", "occurred": "2024-02-08"}
    one.do("corrected", "2024-02-13", target="visit", reason="slip of the pen", instead=event)
    assert queries(one) == ["A correction names no event that is recorded: correct what it names."]
    one.done("next", "2024-02-12", id="visit", recorded="2024-02-12")
    assert not any(subject.startswith("query/") for subject in one.state.open)
    assert one.status("next") == "done in window"


def test_far_out_of_a_window_in_hours_its_day_and_the_hours_are_told() -> None:
    plan = plan_from(
        timeline(
            [visit("dose", "sample"), visit("sample", "last"), visit("last")],
            [
                anchor("dose"),
                timing("sample", value="PT30M", to="dose", window=("PT5M", "PT5M")),
                timing("last", value="PT24H", to="dose", window=("PT2H", None)),
            ],
        )
    )
    one = Participant(plan)
    one.do("consented", "2025-03-01")
    one.do("anchor happened", "2025-03-28T23:28")
    one.done("sample", "2025-03-29T00:10")
    one.done("last", "2025-03-29T20:00")
    assert one.deviations() == [
        (
            "sample done on 2025-03-29 at 00:10, 7 minutes after its window, "
            "2025-03-28 at 23:53 to 2025-03-29 at 00:03"
        ),
        "last done on 2025-03-29 at 20:00, 88 minutes before its window, from 21:28",
    ]
    one = Participant(plan)
    one.do("consented", "2025-03-01")
    one.do("anchor happened", "2025-03-28T22:00")
    one.done("sample", "2025-03-31T10:00")
    assert one.deviations() == [
        (
            "sample done on 2025-03-31 at 10:00, 59 hours 25 minutes after its window, "
            "2025-03-28 at 22:25 to 22:35"
        )
    ]


def test_an_activity_after_death_is_doubted_like_a_visit() -> None:
    plan = plan_from(
        timeline(
            [visit("dose", "week"), visit("week", activities=("ecg",))],
            [anchor("dose"), timing("week", value="P7D", to="dose", window=("P1D", "P1D"))],
        ),
        activities=[{"id": "ecg", "name": "ECG"}],
    )
    one = Participant(plan)
    one.do("consented", "2025-01-01")
    one.done("dose", "2025-01-02")
    one.do("died", "2025-01-05")
    one.do("activity done", "2025-01-09", instance="week", activity="ecg")
    assert queries(one) == [
        "week is recorded as done on 2025-01-09, after the participant's death: correct one."
    ]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('"kept":[]', '"kept":7'),
        ('"kept":[]', '"kept":null'),
        ('"kept":[]', '"kept":[7]'),
        ('"kept":[]', '"clock":5,"kept":[]'),
        ('"kept":[]', '"clock":"soon","kept":[]'),
        ('"facts":[{', '"facts":["x",{'),
        ('"sequence":2', '"sequence":"2"'),
        ('"type":"consented"', '"type":"came by"'),
    ],
)
def test_a_state_that_was_edited_by_hand_is_refused_with_a_reason(was: str, now: str) -> None:
    text = state_text(somebody().state)
    text = f'{text[:-1]},"kept":[]}}'
    assert read_state(text).sequence == 2
    assert was in text
    with pytest.raises(ValueError, match=r"."):
        read_state(text.replace(was, now, 1))
