"""Schedules and events for property tests: loops, branches, missing timings, several anchors, odd records."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from study.json_types import JsonObject
from study.plan.plan import Plan
from tests.study.building import anchor, decision, timeline, timing, visit

FIRST = dt.date(2024, 2, 20)
"""The dates of generated events begin here: 29 February and a change of the clock are among them."""

_VALUES = ("P1D", "P7D", "P1M", "PT2H", "P0D", "P2W", "PT15M", "bad")
_WINDOWS = ((None, None), ("P1D", "P2D"), ("P0D", "P9D"), ("PT1H", "PT30M"), (None, "P1D"), ("P1M", "P1M"))


@st.composite
def schedules(draw: st.DrawFn) -> list[JsonObject]:
    """A main timeline, a side timeline that may end it, and one that runs inside an activity."""
    number = draw(st.integers(2, 7))
    keys = [f"i{n}" for n in range(number)]
    instances: list[JsonObject] = []
    timings: list[JsonObject] = []
    for n, key in enumerate(keys):
        after = keys[n + 1] if n + 1 < number else None
        if after is not None and draw(st.integers(0, 3)) == 0:
            ways = {f"{key}_{w}": draw(st.sampled_from(keys)) for w in range(draw(st.integers(1, 2)))}
            instances.append(decision(key, after, **ways))
        else:
            activities = ("carrier", "plain") if draw(st.booleans()) else ()
            instances.append(visit(key, after, activities=activities, label=f"Visit {n}"))
        kind = draw(st.sampled_from(("anchor", "after", "after", "before", "none")))
        if kind == "anchor" and "conditionAssignments" not in instances[-1]:
            timings.append(anchor(key))
        elif kind != "none":
            word = "After" if kind == "after" else "Before"
            value, window = draw(st.sampled_from(_VALUES)), draw(st.sampled_from(_WINDOWS))
            to = draw(st.sampled_from([*keys, "nowhere"]))
            sides = draw(st.sampled_from(("Start to Start", "End to Start")))
            timings.append(timing(key, word, value, to, window, sides))
    side = timeline(
        [visit("s0", "s1"), visit("s1")],
        [anchor("s0"), timing("s1", "After", "P3D", "s0", ("P1D", "P1D"))],
        main=False,
        identity="side",
    )
    side["entryCondition"] = draw(st.sampled_from(("An adverse event", "Early termination")))
    sub = timeline(
        [visit("p0", "p1"), visit("p1")],
        [anchor("p0", "PT0M"), timing("p1", "After", "PT2H", "p0", ("PT10M", "PT10M"))],
        main=False,
        identity="sub",
    )
    return [timeline(instances, timings), side, sub]


_TIMES = st.none() | st.sampled_from(("00:00", "02:30", "09:15", "23:59"))


@st.composite
def moments(draw: st.DrawFn, most: int = 60) -> str:
    """A date, with a clock time and a distance from UTC now and then."""
    day = FIRST + dt.timedelta(days=draw(st.integers(-3, most)))
    time = draw(_TIMES)
    return f"{day}" if time is None else f"{day}T{time}{draw(st.sampled_from(('', '', '+01:00', 'Z')))}"


_RUNS = ("", "", "", "side:side:a", "main/i1#1/sub@carrier", "main:2", "main/i9#1/none", "nonsense")
_TYPES = (
    *("visit done",) * 5,
    *("decision answered",) * 3,
    "consented",
    "anchor happened",
    "activity done",
    "activity not done",
    "visit not done",
    "observation recorded",
    "timer fired",
    "visit rescheduled",
    "unscheduled visit",
    "side timeline started",
    "intervention stopped",
    "screen failed",
    "re-screened",
    "consent withdrawn",
    "lost to follow-up",
    "died",
    "corrected",
    "amendment applied",
    "unheard of",
)


@st.composite
def events(draw: st.DrawFn, plan: Plan, number: int) -> dict[str, Any]:
    """One event, mostly one that makes sense; `number` makes its id."""
    type_ = draw(st.sampled_from(_TYPES))
    run = draw(st.sampled_from(_RUNS))
    event: dict[str, Any] = {"type": type_, "occurred": draw(moments()), "id": f"e{number}", "run": run}
    if draw(st.integers(0, 3)) == 0:
        event["recorded"] = draw(moments(most=90))
    if type_ == "side timeline started":
        event |= {"timeline": "side", "run": draw(st.sampled_from(("", "side:side:a")))}
    elif type_ == "corrected":
        target = draw(st.integers(0, 12))
        event |= {"target": f"e{target}", "reason": "mistyped", "run": ""}
        if draw(st.booleans()):
            event["instead"] = draw(events(plan, number))
    else:
        event["instance"] = draw(
            st.sampled_from([*(each.key for each in plan.main.instances), "s1", "p1", ""])
        )
        event["activity"] = draw(st.sampled_from(("plain", "plain", "unknown", "")))
        event["reason"] = draw(st.sampled_from(("ill", "ill", "")))
        event["to"] = draw(moments())
        event["pass"] = draw(st.sampled_from((1, 1, 1, 2, 3, 0)))
        instance = plan.main.by_key.get(event["instance"])
        ways = [way.id for way in instance.ways] if instance is not None else []
        event["answer"] = draw(st.sampled_from([*ways, "none"]))
    return event
