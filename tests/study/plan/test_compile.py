"""Compiling: what a plan holds, its hash and JSON, who decides, what cannot run and what is doubtful."""

from __future__ import annotations

import json

import pytest

from study.annexe import Annexe
from study.changes import UnknownFormatError
from study.document import Document
from study.plan.compile import compile_plan, compile_timeline
from study.plan.plan import Role, read_plan
from study.plan.roles import ends_the_main, role_of
from tests.shared import SHARED_STUDIES
from tests.study.building import anchor, decision, design, timeline, timing, visit
from tests.study.interpreter.participants import compiled, plan_from, plan_of
from tests.study.studies import SAMPLE, study_bytes, there


@pytest.mark.parametrize("study", there(*SHARED_STUDIES, SAMPLE))
def test_every_study_compiles_to_the_same_plan_and_back(study: str) -> None:
    plan = plan_of(study)
    again = compile_plan(Document.from_bytes(study_bytes(study))).plan
    assert again is not None
    assert again.hash == plan.hash
    assert plan.hash.startswith("sha256:")
    read = read_plan(plan.canonical)
    assert read == plan
    assert read.hash == plan.hash


def test_another_window_is_another_plan() -> None:
    def one(window: str) -> str:
        visits = [visit("a", "b"), visit("b")]
        return plan_from(timeline(visits, [anchor("a"), timing("b", to="a", window=(window, "P1D"))])).hash

    assert one("P1D") == one("P1D")
    assert one("P1D") != one("P2D")


def test_a_newer_plan_and_a_damaged_one_are_refused() -> None:
    text = plan_from(timeline([visit("a")], [anchor("a")])).canonical
    with pytest.raises(UnknownFormatError, match="newer Maestro"):
        read_plan(text.replace('"format":1', '"format":9'))
    for damaged in (
        "",
        "[]",
        '{"format":1}',
        '{"format":1,"plan":{"timelines":[]}}',
        text.replace('"id"', '"no"'),
    ):
        with pytest.raises(ValueError, match="cannot be read"):
            read_plan(damaged)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Not eligible: screen failure", Role.INVESTIGATOR),
        ("Progression of disease", Role.INVESTIGATOR),
        ("Dose-limiting toxicity", Role.INVESTIGATOR),
        ("Fit to be discharged", Role.INVESTIGATOR),
        ("Related to the study drug", Role.INVESTIGATOR),
        ("Randomised to arm A", Role.IRT),
        ("Randomised if eligible", Role.INVESTIGATOR),
        ("Day = -6", Role.SITE_COORDINATOR),
        ("if opted out", Role.SITE_COORDINATOR),
    ],
)
def test_who_decides_is_told_from_the_text_conservatively(text: str, role: Role) -> None:
    told, word = role_of(text)
    assert told is role
    assert bool(word) == (role is not Role.SITE_COORDINATOR)
    assert word in text


def test_which_side_timelines_end_the_main_one() -> None:
    assert ends_the_main("Early Termination Timeline") == "Early Termination"
    assert ends_the_main("Side", "Subject terminates the study early")
    assert not ends_the_main("Adverse Event Timeline", "Subject suffers an adverse event")
    assert not ends_the_main("Unscheduled visit", "The investigator judges that a visit is needed")


def test_remarks_say_what_was_taken_for_granted() -> None:
    made = compiled(
        timeline(
            [visit("a", "d"), decision("d", "b", again="a"), visit("b", "gone")], [anchor("a")], entry=None
        )
    )
    assert made.plan is not None
    said = [each.text for each in made.remarks]
    assert any("does not say where it starts" in each for each in said)
    assert any("Nothing tells who decides at “d”" in each for each in said)
    assert any("refers to “gone”" in each for each in said)
    assert any(each.startswith("When “b” is cannot be told") for each in said)
    assert any("After “b” the schedule does not say how it goes on" in each for each in said)


def test_nothing_to_run_is_an_obstacle() -> None:
    assert compiled(timeline([])).plan is None
    assert compile_plan(Document.from_bytes(study_bytes(SAMPLE)), "no such timeline").obstacles


def test_a_timeline_that_contains_itself_is_left_out() -> None:
    main = timeline([visit("a", activities=("x",))], [anchor("a")])
    inner = timeline([visit("b", activities=("x",))], [anchor("b")], main=False, identity="inner")
    made = compiled(main, inner, carried={"x": "inner"})
    assert made.plan is not None
    assert [s.timeline for s in made.plan.by_id["timeline"].by_key["a"].subs] == ["inner"]
    assert made.plan.by_id["inner"].by_key["b"].subs == ()


def test_what_the_annexe_classes_and_limits_is_in_the_plan() -> None:
    of = design(
        timeline([visit("a", "d", activities=("x", "y", "z")), decision("d", None, again="a")], [anchor("a")])
    )
    of.raw["activities"] = [{"id": each} for each in "xyz"]
    annexe = {
        "format": 1,
        "marks": [{"id": "m", "instanceId": "a", "activityId": "x", "kind": "conditional"}],
        "groups": [{"id": "g", "name": "", "instanceId": "a", "activityIds": ["y", "z"]}],
        "times": [],
        "spans": [],
        "rules": [],
    }
    plan = compile_timeline(of.timelines[0], of, Annexe.from_bytes(json.dumps(annexe).encode())).plan
    assert plan is not None
    first = plan.main.by_key["a"]
    assert first.optional == ("x",)
    assert first.one_of == (("y", "z"),)
    assert plan.main.by_key["d"].ways[0].back
