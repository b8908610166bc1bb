"""The interpreter's dates against those of the static schedule, wherever both speak."""

from __future__ import annotations

import datetime as dt
import json
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from study.dating import Anchor, Dating, Moment, SiteCalendar, dated_times
from study.document import Document
from study.loop_passes import passes
from study.timeline import PlannedTimes, planned_times
from tests.shared import SHARED_STUDIES
from tests.study.building import design, view
from tests.study.interpreter.generated import schedules
from tests.study.interpreter.participants import Participant, compiled, plan_of
from tests.study.studies import SAMPLE, study_bytes, there

BERLIN = SiteCalendar(ZoneInfo("Europe/Berlin"))
DAY_1 = dt.date(2025, 1, 31)


def agrees(somebody: Participant, static: PlannedTimes, dating: Dating) -> int:
    """Holds every date on the path, in its first pass, against `dated_times`; how many had one."""
    times = dated_times(static, dating, BERLIN).times
    compared = 0
    for each in somebody.course().occurrences:
        if each.run != "main" or each.pass_ > 1:
            continue
        other, dated = times[each.instance.key], each.dated
        if dated is None:
            assert other.date is None
            continue
        compared += 1
        assert (dated.date, dated.first, dated.last) == (other.date, other.first, other.last)
        assert (dated.at, dated.opens, dated.closes) == (other.at, other.opens, other.closes)
    return compared


@pytest.mark.parametrize("study", there(*SHARED_STUDIES, SAMPLE))
@pytest.mark.parametrize("time", [None, dt.time(16, 30)])
def test_dates_are_those_of_the_static_schedule(study: str, time: dt.time | None) -> None:
    found = Document.from_bytes(study_bytes(study)).default_timeline()
    assert found is not None
    static = planned_times(found[2], found[1])
    somebody = Participant(plan_of(study), BERLIN)
    somebody.do("consented", DAY_1 - dt.timedelta(days=40))
    anchors = {key: Anchor(DAY_1, time) for key, each in static.times.items() if each.is_anchor}
    dating = Dating(anchors=anchors)
    for key in anchors:
        somebody.do("anchor happened", DAY_1 if time is None else f"{DAY_1}T16:30", instance=key)
    for key, each in static.times.items():
        if each.instance.is_decision:
            somebody.answered(key, "otherwise", DAY_1)
    assert agrees(somebody, static, dating) > 3
    visits = [
        key for key, each in static.times.items() if not each.instance.is_decision and key not in anchors
    ]
    for place, key in enumerate(visits[:12:3]):
        day = DAY_1 + dt.timedelta(days=9 * place)
        dating = dating.with_actual(key, Moment(day))
        somebody.done(key, day)
        agrees(somebody, static, dating)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(schedules(), st.data())
def test_dates_are_those_of_any_static_schedule(
    schedule: list[dict[str, object]], data: st.DataObject
) -> None:
    raw = json.loads(json.dumps(schedule))
    of = design(*raw, carried={"carrier": "sub"})
    static = planned_times(view(raw[0]), of)
    made = compiled(*raw, carried={"carrier": "sub"})
    assume(made.plan is not None)
    assert made.plan is not None
    # A visit that is another one's reference across a way back means another pass of it: that is not static.
    assume(not static.graph.loops)
    somebody = Participant(made.plan, BERLIN)
    dating = Dating()
    for key, each in static.times.items():
        if each.instance.is_decision or not data.draw(st.booleans()):
            continue
        day = DAY_1 + dt.timedelta(days=data.draw(st.integers(-40, 70)))
        time = data.draw(st.sampled_from((None, dt.time(2, 30), dt.time(16, 0))))
        said = str(day) if time is None else f"{day}T{time:%H:%M}"
        if each.is_anchor:
            dating = dating.with_anchor(key, Anchor(day, time))
            somebody.do("anchor happened", said, instance=key)
        else:
            dating = dating.with_actual(key, Moment(day, time))
            somebody.done(key, said)
    assume(all(key in dating.anchors for key, each in static.times.items() if each.is_anchor))
    if dating.is_empty:
        return
    somebody.do("consented", DAY_1 - dt.timedelta(days=90))
    agrees(somebody, static, dating)


def test_the_loop_of_alexion_gives_day_minus_6_day_minus_5_and_out() -> None:
    plan = plan_of("alexion-nct04573309-v4")
    somebody = Participant(plan)
    somebody.do("consented", "2025-01-01")
    somebody.do("anchor happened", "2025-02-12")
    day_6, loop = "ScheduledActivityInstance_20", "ScheduledDecisionInstance_1"
    again = plan.main.by_key[loop].ways[0]
    assert (again.text, again.back) == ("Day = -6", True)
    somebody.answered(loop, again.id, "2025-02-06")
    somebody.answered(loop, "otherwise", "2025-02-07", pass_=2)
    assert somebody.planned(day_6) == dt.date(2025, 2, 6)
    assert somebody.planned(day_6, 2) == dt.date(2025, 2, 7)
    path = somebody.path()
    assert path[path.index((day_6, 2)) + 1] == ("ScheduledActivityInstance_21", 1)
    assert somebody.planned("ScheduledActivityInstance_21") == dt.date(2025, 2, 8)  # Day -4
    found = Document.from_bytes(study_bytes("alexion-nct04573309-v4")).default_timeline()
    assert found is not None
    static = passes(planned_times(found[2], found[1]), day_6)
    assert static is not None
    assert static.days == (-6, -5)
