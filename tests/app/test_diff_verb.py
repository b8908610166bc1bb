"""`maestro diff`: what a person did, told back in the field's words, and for scripts."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.main import main
from app.verbs import VerbError
from app.verbs.diff import FORMATS, diff
from study.commands.activities import DeleteActivities
from study.commands.attributes import SetAttribute
from study.commands.command import Command
from study.commands.cycles import UnrollCycle, WrapInCycle
from study.commands.decisions import SetBranch
from study.commands.deletion import DeleteVisit
from study.commands.execute import execute
from study.commands.marks import SetMarks
from study.commands.timing import SetTiming, ShiftAfter
from study.commands.visits import AddVisit
from study.commands.windows import SetWindow
from study.document import Document
from tests.shared import SHARED, shared_study_path
from tests.study.damage import damaged

ALEXION, LZZT = "alexion-nct04573309-v4", "cdisc-pilot-lzzt-v4"


class Edited:
    """A shared study, and what is done to it."""

    def __init__(self, name: str) -> None:
        self.before = Document.from_bytes(shared_study_path(name).read_bytes())
        self.document = Document.from_bytes(shared_study_path(name).read_bytes())
        self._number = count(1)

    def do(self, command: Command) -> None:
        execute(self.document, command, lambda prefix: f"{prefix}_new{next(self._number)}")

    def visit(self, title: str) -> str:
        for _, _, timeline in self.document.timelines():
            for instance in timeline.instances:
                if instance.title == title:
                    return instance.id or ""
        raise KeyError(title)

    def activity(self, name: str) -> str:
        return next(e.id or "" for e in self.document.designs()[0].activities if name in (e.title, e.name))

    def told(self) -> dict[str, list[str]]:
        """The lines of each group."""
        text, differs = diff(self.before, self.document, "text")
        assert differs
        groups: dict[str, list[str]] = {}
        for line in text.splitlines()[:-1]:
            if line.startswith("  "):
                groups[next(reversed(groups))].append(line.strip())
            elif line:
                groups[line] = []
        return groups

    def items(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(diff(self.before, self.document, "json")[0])["differences"]
        return found


def test_a_cycle_with_its_decision_is_told_well() -> None:
    edited = Edited(ALEXION)
    last = edited.visit("40")
    edited.do(AddVisit("Cycle Day 1", after=last, offset="P2D", window=("P2D", "P2D"), like=last))
    first = edited.visit("Cycle Day 1")
    edited.do(AddVisit("Cycle Day 8", after=first, offset="P7D", window=("P2D", "P2D"), like=last))
    edited.do(WrapInCycle((first, edited.visit("Cycle Day 8")), "no progression", called="Progression?"))
    told = edited.told()
    assert told["Visits"] == [
        "+ Cycle Day 1: visit added, with 9 activities; Day 42, 40 to 44; the same as at Day 40",
        "+ Cycle Day 8: visit added, with 9 activities; Day 49, 47 to 51; the same as at Day 40",
    ]
    assert told["Cycles and decisions"] == [
        "+ Progression?: decision added; no progression → Cycle Day 1; otherwise → EOS",
        "+ Cycle added: 2 visits, Cycle Day 1 and Cycle Day 8, repeated while “no progression”",
    ]
    assert told["Footnotes"][0].endswith(": the footnote also stands at Cycle Day 1, Cycle Day 8")


def test_a_cycle_that_changes_or_goes() -> None:
    edited = Edited(ALEXION)
    decision = edited.document.entity(edited.visit("D-6-5_DECISION"))
    assert decision is not None
    edited.do(SetBranch(decision.raw["conditionAssignments"][0]["id"], condition="Day < -4"))
    (conditions, cycle) = edited.told()["Cycles and decisions"]
    assert conditions.startswith("~ D-6-5_DECISION: the decision's conditions changed: was Day = -6 → ")
    assert cycle.startswith("~ The cycle was 2 visits, ")
    assert cycle.endswith("repeated while “Day < -4”")
    edited = Edited(ALEXION)
    edited.do(UnrollCycle(edited.visit("D-6-5_DECISION"), 2))
    kinds = {(each["kind"], each["what"]) for each in edited.items() if each["group"] == "cycles"}
    assert {("removed", "decision"), ("removed", "cycle")} <= kinds


def test_windows_and_marks_are_told_together() -> None:
    edited = Edited(ALEXION)
    days = [edited.visit(str(day)) for day in range(16, 24)]
    edited.do(SetWindow(tuple(days[:3]), "P1D", "P3D"))
    activities = [edited.activity("Inclusion/exclusion"), edited.activity("Alcohol test")]
    edited.do(SetMarks(tuple((day, activity) for day in days for activity in activities), marked=True))
    told = edited.told()
    assert told["Windows"] == [
        "~ Day 16, Day 17 and Day 18: was not stated, is up to 1 day earlier or 3 days later"
    ]
    assert told["Planned assessments"] == [
        "+ Inclusion/exclusion and Alcohol test newly planned at Day 16 to Day 23 (8 visits)"
    ]
    (block,) = json.loads(diff(edited.before, edited.document, "json")[0])["mark_blocks"]
    assert [each["id"] for each in block["visits"]] == days
    assert [each["id"] for each in block["activities"]] == activities


def test_visits_that_move_together_are_told_once() -> None:
    edited = Edited(LZZT)
    edited.do(ShiftAfter(edited.visit("Week NPI"), "P1W"))
    assert edited.told()["Planned times"][0].startswith("~ Week 12 to Week 26 (8 visits): 7 days later")
    assert {each["later_s"] for each in edited.items() if each["group"] == "times"} == {7 * 86_400}


def test_a_time_that_follows_is_told_as_one_that_follows() -> None:
    edited = Edited(LZZT)
    edited.do(SetTiming(edited.visit("Week 8"), "P8W1D", reference=edited.visit("Dose")))
    assert [each["what"] for each in edited.items() if each["group"] == "times"] == ["time", "followed"]


def test_a_time_and_a_window_that_both_change_are_both_told() -> None:
    edited = Edited(LZZT)
    week = edited.visit("Week 4")
    edited.do(SetTiming(week, "P30D", reference=edited.visit("Dose")))
    edited.do(SetWindow((week,), "P1D", "P1D"))
    told = edited.told()
    assert told["Planned times"][0].startswith("~ Week 4: planned time was Day 29, is Day 31")
    assert told["Windows"] == ["~ Week 4: was 3 days either way, is 1 day either way"]


def test_renamed_and_moved_are_not_one_gone_and_one_new() -> None:
    edited = Edited(LZZT)
    edited.do(SetAttribute(edited.visit("Week 4"), "label", "Week four"))
    assert edited.told()["Visits"] == ["~ Week four: renamed, was “Week 4”"]


def test_a_text_that_shows_the_schedule_is_not_told_as_written_anew() -> None:
    edited = Edited(ALEXION)
    edited.do(SetWindow((edited.visit("20"),), "P1D", "P3D"))
    texts = edited.told()["Texts"]
    assert texts == [
        "~ 1.3 Schedule of Activities (SoA): the section shows what changed elsewhere in the study"
    ]


@given(st.integers(0, 2**32))
@settings(max_examples=5, deadline=None)
def test_damaged_studies_are_told_apart_too(seed: int) -> None:
    one, other = (
        Document.from_bytes(json.dumps(damaged("minimal-v4", Random(seed + side), 8)).encode())
        for side in (0, 1)
    )
    for written in FORMATS:
        assert diff(one, other, written)[1] == diff(other, one, written)[1]


def test_what_was_deleted_is_told() -> None:
    edited = Edited(LZZT)
    edited.do(DeleteVisit(edited.visit("Week 16")))
    edited.do(DeleteActivities((edited.activity("Inclusion and exclusion criteria"),)))
    told = edited.told()
    assert told["Visits"] == ["- Week 16: visit removed, with 10 activities; Day 113, 109 to 117"]
    assert told["Activities"] == ["- Inclusion and exclusion criteria: activity removed"]


def test_the_same_study_does_not_differ() -> None:
    edited = Edited(LZZT)
    assert diff(edited.before, edited.document, "text") == (
        "No differences: both files are the same, byte for byte.\n",
        False,
    )
    assert json.loads(diff(edited.before, edited.document, "json")[0]) == {
        "format": 1,
        "equal": True,
        "matched_by": "id",
        "differences": [],
        "mark_blocks": [],
    }
    other = Document.from_bytes(json.dumps(edited.before.root).encode())
    assert diff(edited.before, other, "text")[0].startswith("No differences in what the studies say;")


def test_scripts_get_all_fields() -> None:
    edited = Edited(LZZT)
    edited.do(SetAttribute(edited.visit("Week 4"), "label", "Week four"))
    (item,) = edited.items()
    fields = "group kind what title sentence id_a id_b also_b was now later_s"
    assert list(item) == fields.split()
    assert (item["group"], item["kind"], item["what"]) == ("visits", "changed", "name")
    assert (item["was"], item["now"]) == ("Week 4", "Week four")
    assert item["id_a"] == item["id_b"] == edited.visit("Week four")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared studies are not beside this clone")
def test_the_exit_code_says_whether_anything_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "a.json", tmp_path / "b.json"
    edited = Edited(LZZT)
    one.write_bytes(edited.before.to_bytes())
    other.write_bytes(edited.before.to_bytes())
    assert main(["diff", str(one), str(other)]) == 0
    edited.do(SetAttribute(edited.visit("Week 4"), "label", "Week\u2028four"))
    other.write_bytes(edited.document.to_bytes())
    capsys.readouterr()
    assert main(["diff", str(one), str(other)]) == 1
    assert "renamed, was “Week 4”" in capsys.readouterr().out
    other.write_bytes(b"{")
    assert main(["diff", str(one), str(other)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert str(other) in said.err


def test_another_format_is_refused() -> None:
    document = Document.from_bytes(b'{"study": {"id": null}}')
    with pytest.raises(VerbError, match="text or json"):
        diff(document, document, "yaml")
