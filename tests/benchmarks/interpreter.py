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
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.verbs.running import runnable
from study.document import Document
from study.interpreter.advance import advance, course
from study.interpreter.events import Event, EventType
from study.interpreter.rules import NO_RULES, Rules
from study.interpreter.state import State, new_state, state_text
from study.interpreter.when import When
from study.plan.compile import compile_plan, compile_timeline
from study.plan.plan import Plan, TextRule
from study.rules.deciding import PLAN_RULES
from study.rules.model import Attribute, Rule
from study.rules.writing import rule_text
from tests.benchmarks.compile import studies
from tests.study.building import anchor, design, timeline, timing, visit
from tests.study.rules.drawing import compare, q

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


def next_event(plan: Plan, state: State, number: int, rules: Rules = NO_RULES) -> Event | None:
    """What is to be done next, on its planned day; None at the end."""
    now = course(plan, state, rules=rules)
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


def script(plan: Plan, rules: Rules = NO_RULES) -> list[Event]:
    """All that happens to one participant."""
    events = [Event(EventType.CONSENTED, When(CONSENTED), id="consent")]
    state, _ = advance(plan, new_state(plan), events[0], rules=rules)
    while (event := next_event(plan, state, len(events), rules)) is not None:
        events.append(event)
        state, _ = advance(plan, state, event, rules=rules)
    return events


def played(plan: Plan, events: list[Event], rules: Rules = NO_RULES) -> State:
    """One participant to the end."""
    state = new_state(plan)
    for event in events:
        state, _ = advance(plan, state, event, rules=rules)
    return state


def measured(name: str, plan: Plan, rules: Rules = NO_RULES) -> dict[str, float | int | str]:
    """One row of the table."""
    events = script(plan, rules)
    state = played(plan, events, rules)
    before, participants = time.process_time(), 0
    while time.process_time() - before < SECONDS:
        played(plan, events, rules)
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


def judged(plan: Plan) -> Plan:
    """The plan with a footnote's rule, of the participant's age, at every other visit."""
    text = rule_text(Rule(compare(Attribute("age"), ">=", q(18, "a"))))
    main = plan.main
    instances = tuple(
        replace(each, conditions=(TextRule("footnote", text, "adults", each.activities[:1]),))
        if number % 2 and each.activities
        else each
        for number, each in enumerate(main.instances)
    )
    return replace(plan, timelines=(replace(main, instances=instances), *plan.timelines[1:]))


def plans() -> Iterator[tuple[str, Plan, Rules]]:
    """The plans to be measured, by name; where a study's texts say rules, also with these, and with footnotes'."""
    for name, data in studies():
        document = Document.from_bytes(data)
        plan = compile_plan(document).plan
        if plan is None:
            continue
        yield name, plan, NO_RULES
        by_text = runnable(document, None, follow_texts=True).plan
        if any(way.rule for each in by_text.main.instances for way in each.ways):
            yield f"{name[:14]} by rules", by_text, PLAN_RULES
            yield f"{name[:14]} footnotes", judged(by_text), PLAN_RULES
    yield "1,000 instances", long_plan(), NO_RULES


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    asked = parser.parse_args()
    rows = [measured(name, plan, rules) for name, plan, rules in plans()]
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
