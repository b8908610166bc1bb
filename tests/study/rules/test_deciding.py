"""A plan's rules through the interpreter: Alexion's loop, what asks, and that nothing recorded later turns it round."""

from __future__ import annotations

import datetime as dt

import pytest

from study.annexe import Annexe
from study.document import Document
from study.interpreter.advance import course
from study.interpreter.course import Decision
from study.json_types import JsonObject
from study.plan.compile import compile_plan, compile_timeline
from study.plan.plan import Plan, Role
from study.rules.deciding import PLAN_RULES, UPPER
from study.rules.model import (
    ANCHOR,
    Condition,
    Done,
    Elapsed,
    Judged,
    Observed,
    Reading,
    Rule,
    Truth,
    Who,
    Words,
)
from study.rules.place import WHOSE, places, rule_address
from study.rules.suggest import suggested
from study.rules.vocabulary import vocabulary
from study.rules.writing import rule_to_json
from tests.study.building import anchor, decision, design, timeline, timing, visit
from tests.study.interpreter.participants import Participant
from tests.study.rules.drawing import AGE, SEX, compare, q
from tests.study.studies import study_bytes

ALT = Observed("BC_ALT", "ALT", unit="U/L", reading=Reading.OF_UPPER_LIMIT)


def kept(**rules: Rule) -> Annexe:
    """An annexe with rules by the id of their ConditionAssignment."""
    annexe = Annexe.empty()
    annexe.root["rules"] = [
        {
            "id": rule_address(address),
            WHOSE["ConditionAssignment"]: address,
            "rule": rule_to_json(rule),
            **({} if rule.at_most is None else {"atMost": rule.at_most}),
        }
        for address, rule in rules.items()
    ]
    return annexe


def branching(**conditions: Condition | Rule) -> Plan:
    """V1 on Day 1, V2 a week later, there a decision: to `stop` or `more` by rule, else to V3."""
    instances: list[JsonObject] = [
        visit("V1", "V2", activities=("A",)),
        visit("V2", "D", activities=("A", "B")),
        decision("D", "V3", **dict.fromkeys(conditions, "V4")),
        visit("V3", "V4"),
        visit("V4"),
    ]
    timings = [
        anchor("V1"),
        timing("V2", "After", "P7D", "V1"),
        timing("D", "After", "P7D", "V1"),
        timing("V3", "After", "P14D", "V1"),
        timing("V4", "After", "P21D", "V1"),
    ]
    of = design(timeline(instances, timings))
    of.raw["activities"] = [{"id": "A"}, {"id": "B"}]
    annexe = kept(
        **{f"D_{name}": each if isinstance(each, Rule) else Rule(each) for name, each in conditions.items()}
    )
    plan = compile_timeline(of.timelines[0], of, annexe).plan
    assert plan is not None
    return plan


def somebody(plan: Plan) -> Participant:
    """Consented on 1 March, V1 on 2 March, V2 two days late on 11 March."""
    one = Participant(plan, rules=PLAN_RULES)
    one.do("consented", "2026-03-01")
    one.do("anchor happened", "2026-03-02")
    one.done("V1", "2026-03-02")
    one.done("V2", "2026-03-11")
    return one


def decided(one: Participant) -> Decision:
    return course(one.plan, one.state, rules=PLAN_RULES).decisions[0]


def test_alexions_loop_gives_day_6_and_day_5_and_goes_on() -> None:
    document = Document.from_bytes(study_bytes("alexion-nct04573309-v4"))
    place = next(each for each in places(document) if each.kind == "ConditionAssignment")
    offered = suggested(place.text, vocabulary(document))
    assert offered is not None
    plan = compile_plan(document, annexe=kept(**{place.address: offered.rule})).plan
    assert plan is not None
    one = Participant(plan, rules=PLAN_RULES)
    one.do("consented", "2025-01-01")
    one.do("anchor happened", "2025-02-01")
    decisions = course(plan, one.state, rules=PLAN_RULES).decisions
    assert [(each.pass_, each.taken, each.by_rule, each.asked) for each in decisions] == [
        (1, place.address, True, False),
        (2, "otherwise", True, False),
    ]
    days = [each.dated.date for each in decisions if each.dated is not None]
    assert days == [dt.date(2025, 1, 26), dt.date(2025, 1, 27)], "Day -6 and Day -5"


def test_a_value_against_the_range_of_the_day_decides() -> None:
    one = somebody(branching(stop=compare(ALT, ">=", q(3))))
    assert (decided(one).taken, decided(one).asked) == ("", True), "no value yet: a person is asked"
    one.do("observation recorded", "2026-03-11", name="BC_ALT", value=130, unit="U/L")
    assert decided(one).asked, "no range of that day yet"
    one.do("observation recorded", "2026-03-11", name="BC_ALT" + UPPER, value=40, unit="U/L")
    assert (decided(one).taken, decided(one).by_rule) == ("D_stop", True)


def test_what_is_observed_later_never_turns_a_decision_round() -> None:
    one = somebody(branching(stop=compare(ALT, ">=", q(3))))
    one.do("observation recorded", "2026-03-11", name="BC_ALT", value=130, unit="U/L")
    one.do("observation recorded", "2026-03-11", name="BC_ALT" + UPPER, value=40, unit="U/L")
    one.do("observation recorded", "2026-03-20", name="BC_ALT", value=20, unit="U/L")
    one.do("observation recorded", "2026-03-20", name="BC_ALT" + UPPER, value=40, unit="U/L")
    assert decided(one).taken == "D_stop"


@pytest.mark.parametrize(
    ("condition", "taken"),
    [
        (compare(Done("V2", "V2"), "=", Truth()), "D_on"),
        (compare(Done("B", "ECG"), "=", Truth()), "D_on"),
        (compare(Done("B", "ECG"), "=", Truth(False)), "otherwise"),
        (compare(Done("V3", "V3"), "=", Truth()), "otherwise"),
        (compare(Elapsed(ANCHOR, "first dose"), "=", q(9, "d")), "D_on"),
        (compare(Elapsed("V1", "V1", "wk"), ">", q(2, "wk")), "otherwise"),
        (compare(Elapsed("V1", "V1", "h"), ">", q(2, "h")), ""),
    ],
)
def test_what_was_done_and_when_decides(condition: Condition, taken: str) -> None:
    assert decided(somebody(branching(on=condition))).taken == taken


def test_attributes_and_answers_are_observations_that_name_them() -> None:
    one = somebody(branching(old=compare(AGE, ">=", q(65, "a")), rash=compare(Judged("rash"), "=", Truth())))
    assert decided(one).asked
    one.do("observation recorded", "2026-03-01", name="age", value=40)
    assert decided(one).asked, "whether there is a rash is not said"
    one.do("observation recorded", "2026-03-10", name="rash", value=True)
    assert decided(one).taken == "D_rash"


def test_an_earlier_rule_that_asks_is_not_passed_over() -> None:
    one = somebody(branching(old=compare(AGE, ">=", q(65, "a")), f=compare(SEX, "=", Words("female"))))
    one.do("observation recorded", "2026-03-01", name="sex", value="female")
    assert (decided(one).taken, decided(one).asked) == ("", True)
    one.do("observation recorded", "2026-03-01", name="age", value=40)
    assert decided(one).taken == "D_f"
    one.do("decision answered", "2026-03-11", instance="D", answer="otherwise")
    assert (decided(one).taken, decided(one).by_rule) == ("otherwise", False), "a person's answer counts"


def test_who_a_rule_asks_is_who_the_plan_asks() -> None:
    asks = Rule(compare(Judged("Is it safe?"), "=", Truth()), who=Who.COMMITTEE)
    plan = branching(stop=asks)
    decision = next(each for each in plan.main.instances if each.asks)
    assert decision.role is Role.COMMITTEE
