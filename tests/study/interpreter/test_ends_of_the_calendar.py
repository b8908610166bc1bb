"""Dates at both ends of the calendar, in hours that the clock skips or repeats: no event of any kind raises."""

from __future__ import annotations

import random
from zoneinfo import ZoneInfo

import pytest

from study.dating import SiteCalendar
from study.interpreter.events import EventType
from study.interpreter.state import read_state, state_text
from tests.study.interpreter.participants import Participant, plan_of
from tests.study.studies import SAMPLE

BERLIN = SiteCalendar(ZoneInfo("Europe/Berlin"))
DAYS = (
    "0001-01-01",
    "0001-01-01T00:00+14:00",
    "9999-12-31T23:59",
    "9999-12-31T23:59-12:00",
    "2025-03-30T02:30",
    "2025-10-26T02:30",
    "2024-02-29",
)


@pytest.mark.parametrize("seed", range(6))
def test_nothing_raises_at_the_ends_of_the_calendar(seed: int) -> None:
    chance = random.Random(seed)
    plan = plan_of(SAMPLE)
    somebody = Participant(plan, BERLIN)
    somebody.do("consented", chance.choice(DAYS))
    for _ in range(15):
        instance = chance.choice(plan.main.instances)
        somebody.do(
            chance.choice([each.value for each in EventType]),
            chance.choice(DAYS),
            instance=instance.key,
            to=chance.choice(DAYS),
            reason="x",
            answer=chance.choice([way.id for way in instance.ways] or [""]),
            activity=chance.choice(plan.activities).id,
            timeline=chance.choice(plan.timelines).id,
            target="x",
        )
        whole = somebody.course(whole=True)
        assert {each.place for each in somebody.course().occurrences} <= {e.place for e in whole.occurrences}
    assert read_state(state_text(somebody.state)) == somebody.state
