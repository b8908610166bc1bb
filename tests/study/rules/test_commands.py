"""Rules as edits: set beside every kind of text in v3 and v4, undone to the byte, refused where they cannot be."""

from __future__ import annotations

from itertools import count

import pytest

from study.annexe import Annexe
from study.apply import apply
from study.change_set import Target
from study.changes import Insert, Set, UnknownFormatError
from study.commands.command import CannotError, Command
from study.commands.execute import Executed, execute
from study.commands.rules_set import ClearRule, SetRule
from study.document import Document
from study.plan.compile import compile_plan
from study.rules.decision import branches_of, impact_of
from study.rules.model import Attribute, Done, Judged, Rule, Truth, Words
from study.rules.place import WHOSE, kept_rules, place_at, places, rule_at, rules_in
from study.rules.writing import read_rule, rule_text
from tests.study.rules.drawing import AGE, DAY, compare, q
from tests.study.studies import study_bytes

DAY_6 = Rule(compare(DAY, "=", q(-6)))
ADULT = Rule(compare(AGE, ">=", q(18, "a")), at_most=3)


class Beside:
    """A study and its annexe."""

    def __init__(self, study: str) -> None:
        self.document = Document.from_bytes(study_bytes(study))
        self.annexe = Annexe.empty()
        self._number = count(1)

    def do(self, command: Command) -> Executed:
        return execute(self.document, command, lambda p: f"{p}_{next(self._number)}", self.annexe)

    def place(self, kind: str) -> str:
        return next(each.address for each in places(self.document) if each.kind == kind)


@pytest.fixture
def alexion() -> Beside:
    return Beside("alexion-nct04573309-v4")


@pytest.mark.parametrize(
    ("study", "kind"),
    [
        *(("alexion-nct04573309-v4", kind) for kind in WHOSE),
        *(("lilly-nct03421379-v3", kind) for kind in WHOSE if kind != "ConditionAssignment"),
        ("minimal-v3", "ScheduleTimeline"),
    ],
)
def test_a_rule_stands_beside_each_kind_of_text_in_v3_and_v4(study: str, kind: str) -> None:
    beside = Beside(study)
    address = beside.place(kind)
    place = place_at(beside.document, address)
    beside.do(SetRule(address, ADULT))
    assert rule_at(Annexe.from_bytes(beside.annexe.to_bytes()), address) == ADULT
    assert [whose for whose, _ in kept_rules(beside.annexe)] == [address]
    assert place_at(beside.document, address) == place
    assert not beside.document.is_changed


def test_titles_undo_and_taking_away(alexion: Beside) -> None:
    address = alexion.place("ConditionAssignment")
    empty = alexion.annexe.to_bytes()
    first = alexion.do(SetRule(address, DAY_6))
    assert (first.title, first.target) == ("Decide “Day = -6” by a rule", Target.ANNEXE)
    assert isinstance(first.recorded[0].change, Insert)
    once = alexion.annexe.to_bytes()
    second = alexion.do(SetRule(address, ADULT))
    assert {each.change.attribute for each in second.recorded if isinstance(each.change, Set)} == {
        "rule",
        "atMost",
    }
    assert rules_in(alexion.annexe) == {address: ADULT}
    cleared = alexion.do(ClearRule(address))
    assert cleared.title == "Have “Day = -6” decided by a person"
    assert alexion.annexe.to_bytes() == empty
    apply(alexion.annexe, cleared.inverse)
    apply(alexion.annexe, second.inverse)
    assert alexion.annexe.to_bytes() == once
    apply(alexion.annexe, first.inverse)
    assert alexion.annexe.to_bytes() == empty


def test_the_same_rule_again_changes_nothing(alexion: Beside) -> None:
    address = alexion.place("ConditionAssignment")
    alexion.do(SetRule(address, ADULT))
    assert alexion.do(SetRule(address, read_rule(rule_text(ADULT)))).recorded == ()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule(compare(AGE, "=", Words("old"))), "Row 1, column 1: This compares a text with a number"),
        (Rule(compare(Done("gone", "Week 99"), "=", Truth())), "“Week 99” is not in this study any more"),
        (Rule(compare(AGE, ">", q(3, "mg"))), "do not measure the same"),
    ],
)
def test_what_cannot_be_said_is_refused(alexion: Beside, rule: Rule, words: str) -> None:
    command = SetRule(alexion.place("ConditionAssignment"), rule)
    assert words in command.why_not(alexion.document)
    with pytest.raises(CannotError, match=words):
        alexion.do(command)
    assert alexion.annexe.is_empty


def test_where_no_rule_can_stand(alexion: Beside) -> None:
    activity = alexion.document.designs()[0].activities[0].id or ""
    assert "stands beside a condition" in SetRule(activity, DAY_6).why_not(alexion.document)
    assert SetRule("gone", DAY_6).why_not(alexion.document)
    with pytest.raises(CannotError, match="a person decides already"):
        alexion.do(ClearRule(alexion.place("Condition")))


def test_a_blinded_arm_is_refused() -> None:
    lzzt = Beside("cdisc-pilot-lzzt-v4")
    rule = Rule(compare(Attribute("arm"), "=", Words("Placebo")))
    assert "blinded" in SetRule(lzzt.place("Condition"), rule).why_not(lzzt.document)


def test_a_rule_of_a_newer_program_is_kept_and_not_used(alexion: Beside) -> None:
    address = alexion.place("ConditionAssignment")
    alexion.do(SetRule(address, DAY_6))
    newer = Annexe.from_bytes(alexion.annexe.to_bytes().replace(b'"rule":{"format":1', b'"rule":{"format":2'))
    assert rules_in(newer) == {}
    with pytest.raises(UnknownFormatError):
        rule_at(newer, address)
    assert b'"format":2' in newer.to_bytes()


def test_the_plan_carries_the_rule_and_its_limit(alexion: Beside) -> None:
    address = alexion.place("ConditionAssignment")
    before = compile_plan(alexion.document, annexe=alexion.annexe).plan
    alexion.do(SetRule(address, ADULT))
    plan = compile_plan(alexion.document, annexe=alexion.annexe).plan
    assert plan is not None
    assert before is not None
    (way,) = (way for each in plan.main.instances for way in each.ways if way.id == address)
    assert read_rule(way.rule) == ADULT
    assert way.at_most == 3
    assert plan.hash != before.hash


def test_the_impact_on_a_decision_is_told_before_saving(alexion: Beside) -> None:
    address = alexion.place("ConditionAssignment")
    told = impact_of(alexion.document, alexion.annexe, address, DAY_6)
    assert told is not None
    assert told.gaps == ("the study day: less than −6", "the study day: more than −6")
    never = Rule(compare(DAY, "=", q(0)))
    assert impact_of(alexion.document, alexion.annexe, address, never).unreachable == (address,)  # type: ignore[union-attr]
    assert impact_of(alexion.document, alexion.annexe, alexion.place("Condition"), DAY_6) is None
    assert branches_of(alexion.document, alexion.annexe, "gone") == ()
    asked = impact_of(alexion.document, alexion.annexe, address, Rule(compare(Judged("rash"), "=", Truth())))
    assert asked is not None
    assert asked.unreachable == ()
