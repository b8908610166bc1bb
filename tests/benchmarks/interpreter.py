"""How many events a second the interpreter takes: on real studies, and on a generated plan of 1,000 instances.

    python -m tests.benchmarks.interpreter [--json]

CPU time of the process. Each participant does what is asked on its planned day, to the end; loops are gone round once.
`bytes` is the size of the participant's state as JSON, at the end.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from study.document import Document
from study.interpreter.advance import advance, course
from study.interpreter.events import Event, EventType
from study.interpreter.state import State, new_state, state_text
from study.interpreter.when import When
from study.plan.compile import compile_plan, compile_timeline
from study.plan.plan import Plan
from tests.benchmarks.compile import studies
from tests.study.building import anchor, design, timeline, timing, visit

CONSENTED = dt.date(2025, 1, 7)
SECONDS = 2.0  # CPU time spent on each plan


def long_plan(instances: int = 1_000) -> Plan:
    """Visits a day apart, all timed from the first, with windows."""
    keys = [f"v{n}" for n in range(instances)]
    visits = [visit(k, to, activities=("a",)) for k, to in zip(keys, [*keys[1:], None], strict=True)]
    timings = [timing(k, value=f"P{n}D", to="v0", window=("P1D", "P1D")) for n, k in enumerate(keys) if n]
    raw = timeline(visits, [anchor("v0"), *timings])
    of = design(raw)
    of.raw["activities"] = [{"id": "a", "name": "A"}]
    plan = compile_timeline(of.timelines[0], of).plan
    assert plan is not None
    return plan


def next_event(plan: Plan, state: State, number: int) -> Event | None:
    """What is to be done next, on its planned day; None at the end."""
    now = course(plan, state)
    assert now.now is not None
    for asked in now.decisions:
        if asked.asked:
            first = asked.ways[0]
            way = first if first.back and asked.pass_ < 2 else asked.ways[-1]
            day = asked.dated.date if asked.dated is not None else now.now.date
            place = {"run": asked.run, "instance": asked.instance.key, "pass_": asked.pass_}
            return Event(EventType.DECISION_ANSWERED, When(day), id=f"e{number}", answer=way.id, **place)  # type: ignore[arg-type]
    for each in now.occurrences:
        if each.status.is_open and each.on_path:
            day = each.dated.date if each.dated is not None else now.now.date
            place = {"run": each.run, "instance": each.instance.key, "pass_": each.pass_}
            return Event(EventType.VISIT_DONE, When(day), id=f"e{number}", **place)  # type: ignore[arg-type]
    return None


def script(plan: Plan) -> list[Event]:
    """All that happens to one participant."""
    events = [Event(EventType.CONSENTED, When(CONSENTED), id="consent")]
    state, _ = advance(plan, new_state(plan), events[0])
    while (event := next_event(plan, state, len(events))) is not None:
        events.append(event)
        state, _ = advance(plan, state, event)
    return events


def played(plan: Plan, events: list[Event]) -> State:
    """One participant to the end."""
    state = new_state(plan)
    for event in events:
        state, _ = advance(plan, state, event)
    return state


def measured(name: str, plan: Plan) -> dict[str, float | int | str]:
    """One row of the table."""
    events = script(plan)
    state = played(plan, events)
    before, participants = time.process_time(), 0
    while time.process_time() - before < SECONDS:
        played(plan, events)
        participants += 1
    spent = time.process_time() - before
    return {
        "plan": name,
        "instances": len(plan.main.instances),
        "events": len(events),
        "events_a_second": round(participants * len(events) / spent),
        "us_an_event": round(spent * 1e6 / participants / len(events)),
        "bytes": len(state_text(state)),
    }


def plans() -> Iterator[tuple[str, Plan]]:
    """The plans to be measured, by name."""
    for name, data in studies():
        plan = compile_plan(Document.from_bytes(data)).plan
        if plan is not None:
            yield name, plan
    yield "1,000 instances", long_plan()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    asked = parser.parse_args()
    rows = [measured(name, plan) for name, plan in plans()]
    if asked.json:
        print(json.dumps({"interpreter": rows}, indent=2))
        return 0
    names = list(rows[0])
    print("  ".join(f"{name:>24}" for name in names))
    for row in rows:
        print("  ".join(f"{row[name]:>24}" for name in names))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
