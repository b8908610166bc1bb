"""Half characters and control characters: no edit brings them in, whichever way it comes; what was there is kept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from study.acceptance import RefusalCode, why_refused
from study.annexe import Annexe
from study.change_set import ChangeSet, Recorded, Target, change_set_text, read_change_set
from study.changes import Insert, Place, Set
from study.commands.activities import AddActivity
from study.commands.arms import AddArm
from study.commands.attributes import SetAttribute
from study.commands.command import Command
from study.commands.decisions import SetBranch
from study.commands.encounters import AssignEncounter
from study.commands.epochs import AddEpoch
from study.commands.footnotes import AddFootnote
from study.commands.footnotes import Place as NotedPlace
from study.commands.rename import RenameEntity
from study.commands.side_timelines import AddSideTimeline, SetEntry
from study.commands.timelines import AddTimeline
from study.commands.visits import AddVisit
from study.document import Document
from study.unwritable import why_unwritable, why_unwritable_name, why_unwritable_text
from tests.study.commands.lawful import opened
from tests.study.commands.planned_days import visit
from tests.study.studies import SAMPLE

HALF, NUL, BELL = "Week \ud83d", "Week\x008", "Week\x078"


def reason(document: Document, command: Command) -> str:
    """Why a command is not done, by whichever rule, the document being as it was."""
    from study.commands.command import CannotError
    from study.commands.execute import execute

    before = repr(document.root)
    number = iter(range(1000))
    with pytest.raises(CannotError) as cannot:
        execute(document, command, lambda prefix: f"{prefix}_u{next(number)}")
    assert repr(document.root) == before
    return cannot.value.reason


@pytest.mark.parametrize("bad", [HALF, NUL, BELL])
def test_no_command_takes_such_a_name(bad: str) -> None:
    document = opened(SAMPLE)
    d8 = visit(document, "Cycle n Day 8")
    design = document.designs()[0]
    branch = next(b for t in design.timelines for i in t.instances for b in i.condition_assignments)
    commands: list[Command] = [
        RenameEntity(d8, bad),
        SetAttribute(d8, "label", bad),
        AddVisit(bad, d8, "P1W"),
        AddActivity(bad),
        AddArm(bad),
        AddEpoch(bad),
        AddTimeline(bad),
        AddSideTimeline(bad, "It happens"),
        AssignEncounter((d8,), called=bad),
    ]
    texts: list[Command] = [
        AddFootnote(bad, (NotedPlace(instance=d8),)),
        SetEntry(design.timelines[0].id or "", bad),
        SetBranch(branch.id or "", condition=bad),
        SetAttribute(d8, "description", bad),
    ]
    for command in [*commands, *(texts if bad != BELL else [])]:
        assert "Type it again without it." in reason(document, command), command


def test_the_reason_names_the_character() -> None:
    assert why_unwritable_name(HALF) == (
        "This text holds half a character (U+D83D), which no study can hold. Type it again without it."
    )
    assert "U+0007" in why_unwritable_name(BELL)
    assert why_unwritable_text("Line one\nline two\twide \x0b") == ""  # as texts from other programs have it
    assert why_unwritable_name("Week 8 ✓ \U0001f600 שבוע e\u0301") == ""


def submitted(document: Document, *changes: Insert | Set) -> ChangeSet:
    return ChangeSet(
        "11111111-0000-4000-8000-000000000000",
        "one",
        1,
        "Ada",
        "2026-11-23T10:00:00Z",
        Target.PROTOCOL,
        "rename",
        "Rename",
        tuple(Recorded(each) for each in changes),
    )


@pytest.mark.parametrize("bad", [HALF, NUL, BELL])
def test_no_change_set_of_a_file_or_of_the_backend_brings_one_in(bad: str) -> None:
    document = opened(SAMPLE)
    d8 = visit(document, "Cycle n Day 8")
    old = document.index.unique[d8]["label"]
    edit = submitted(document, Set(d8, "label", old, bad))
    edit = read_change_set(json.dumps(json.loads(change_set_text(edit))))  # as it comes over a wire
    refusal = why_refused(document, edit, "one", Annexe.empty())
    assert refusal is not None
    assert refusal.code is RefusalCode.MALFORMED
    assert "Type it again without it." in refusal.reason
    design = document.designs()[0].id or ""
    arm = {
        "id": "StudyArm_9",
        "name": "A",
        "type": {"id": "Code_9", "decode": NUL},
        "instanceType": "StudyArm",
    }
    assert why_unwritable([Insert(design, "arms", arm, Place(None))])


def test_what_was_there_before_is_changed_and_comes_back() -> None:
    document = opened(SAMPLE)
    d8 = visit(document, "Cycle n Day 8")
    document.index.unique[d8]["label"] = BELL
    bad = document
    edit = submitted(bad, Set(d8, "label", BELL, "Week 8"))
    assert why_refused(bad, edit, "one", Annexe.empty()) is None
    back = replace(submitted(bad, Set(d8, "label", "Week 8", BELL)), undoes=edit.id)
    bad.index.unique[d8]["label"] = "Week 8"
    assert why_refused(bad, back, "one", Annexe.empty()) is None
