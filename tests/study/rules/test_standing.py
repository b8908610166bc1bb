"""All conditions of a study with how each stands, and what Problems says of rules."""

from __future__ import annotations

import json
from collections import Counter

from study.apply import apply
from study.commands.rules_set import ClearRule, SetRule, SetRules
from study.document import Document
from study.findings import Severity
from study.rules.model import Done, Observed, Rule, Truth
from study.rules.place import rules_in
from study.rules.standing import State, look_at, next_open, rule_findings, standings
from tests.study.rules.drawing import AGE, DAY, compare, q
from tests.study.rules.test_commands import Beside

DAY_6 = Rule(compare(DAY, "=", q(-6)))


def _states(beside: Beside) -> Counter[State]:
    return Counter(each.state for each in standings(beside.document, beside.annexe))


def test_every_condition_of_a_real_study_is_listed_once() -> None:
    beside = Beside("alexion-nct04573309-v4")
    found = standings(beside.document, beside.annexe)
    first = found[0]
    assert (first.place.text, first.state) == ("Day = -6", State.OFFERED)
    assert first.offer is not None
    assert first.offer.rule.when == DAY_6.when
    assert first.whose.startswith("Decision “")
    assert len({each.place.address for each in found}) == len(found)
    assert Counter(each.state for each in found)[State.NONE] > 0
    beside.do(SetRule(first.place.address, DAY_6))
    assert _states(beside)[State.RULED] == 1
    assert next_open(standings(beside.document, beside.annexe), first.place.address)
    beside.do(ClearRule(first.place.address))
    assert _states(beside)[State.RULED] == 0


def test_a_text_that_was_changed_since_needs_a_look_until_the_rule_is_kept_again() -> None:
    beside = Beside("alexion-nct04573309-v4")
    address = beside.place("ConditionAssignment")
    beside.do(SetRule(address, DAY_6))
    item = beside.document.index.object_at(address)
    assert item is not None
    assert look_at(beside.document, beside.annexe, address) == ""
    item["condition"] = "Day = -7"
    assert "Before: “Day = -6”" in look_at(beside.document, beside.annexe, address)
    told = [each for each in rule_findings(beside.document, beside.annexe) if each.rule == "MAESTRO-RULE"]
    assert [(each.entity_id, each.severity) for each in told] == [(address, Severity.WARNING)]
    again = beside.do(SetRule(address, DAY_6))
    assert len(again.recorded) == 1
    assert look_at(beside.document, beside.annexe, address) == ""


def test_a_rule_of_what_was_deleted_says_so() -> None:
    beside = Beside("alexion-nct04573309-v4")
    address = beside.place("ConditionAssignment")
    activity = beside.document.designs()[0].activities[0]
    beside.do(SetRule(address, Rule(compare(Done(activity.id or "", "Weighing"), "=", Truth()))))
    owner = beside.document.designs()[0].raw
    owner["activities"] = [each for each in owner["activities"] if each is not activity.raw]
    rest = Document.from_bytes(json.dumps(beside.document.root).encode())
    found = next(each for each in standings(rest, beside.annexe) if each.place.address == address)
    assert (found.state, found.why) == (State.LOOK, "“Weighing” is not in this study any more.")
    assert any("“Weighing”" in each.message for each in rule_findings(rest, beside.annexe))


def test_a_rule_whose_text_is_gone_or_that_cannot_be_read_is_listed() -> None:
    beside = Beside("alexion-nct04573309-v4")
    address = beside.place("ConditionAssignment")
    beside.do(SetRule(address, DAY_6))
    entry = beside.annexe.root["rules"][0]
    entry["rule"] = {"format": 99}
    broken = next(each for each in standings(beside.document, beside.annexe) if each.place.address == address)
    assert broken.state is State.LOOK
    assert "format 99" in broken.why
    assert broken.rule is None
    entry["conditionAssignmentId"] = "gone"
    gone = standings(beside.document, beside.annexe)[-1]
    assert (gone.place.address, gone.state, gone.place.text) == ("gone", State.LOOK, "Day = -6")


def test_problems_says_which_decisions_ask_and_which_ways_are_never_taken() -> None:
    beside = Beside("alexion-nct04573309-v4")
    asks = list(rule_findings(beside.document, beside.annexe))
    assert [(each.rule, each.severity) for each in asks] == [("MAESTRO-DECISION-ASKS", Severity.INFO)]
    assert asks[0].timeline_id
    address = beside.place("ConditionAssignment")
    beside.do(SetRule(address, DAY_6))
    assert rule_findings(beside.document, beside.annexe) == ()
    beside.do(SetRule(address, Rule(compare(DAY, "=", q(0)))))
    assert ["never taken" in each.message for each in rule_findings(beside.document, beside.annexe)] == [True]


def test_several_rules_are_one_step_and_one_undo() -> None:
    beside = Beside("alexion-nct04573309-v4")
    one, other = beside.place("ConditionAssignment"), beside.place("Condition")
    empty = beside.annexe.to_bytes()
    command = SetRules((SetRule(one, DAY_6), SetRule(other, Rule(compare(AGE, ">", q(2, "a"))))), "Day?")
    done = beside.do(command)
    assert done.title == "Decide “Day?” by a rule"
    assert set(rules_in(beside.annexe)) == {one, other}
    apply(beside.annexe, done.inverse)
    assert beside.annexe.to_bytes() == empty
    bad = SetRules((SetRule(one, DAY_6), SetRule("gone", DAY_6)), "")
    assert bad.why_not(beside.document)


def test_an_observation_that_is_gone_is_named() -> None:
    beside = Beside("alexion-nct04573309-v4")
    rule = Rule(compare(Observed("nowhere", "Hemoglobin", unit="g/dL"), "<", q(7, "g/dL")))
    assert SetRule(beside.place("ConditionAssignment"), rule).why_not(beside.document)
