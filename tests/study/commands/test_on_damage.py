"""Commands on damaged studies, where ids repeat and references lead nowhere: refused or done, never damaged further."""

from __future__ import annotations

import json
from random import Random

import pytest

from study.apply import apply
from study.code_lists import CLINIC, TELEPHONE_CALL
from study.commands.activities import AddActivity, DeleteActivities, SwapActivity
from study.commands.activity_rows import GroupActivities, ReorderActivities, Ungroup
from study.commands.arms import AddArm, DeleteArm
from study.commands.cells import AddElement, AssignElements, DeleteElement, MergeCells, SplitCell
from study.commands.command import CannotError, Command
from study.commands.encounters import (
    AssignEncounter,
    DeleteEncounter,
    MergeEncounters,
    SetContactModes,
    SetEnvironmentalSettings,
)
from study.commands.epochs import AddEpoch, AssignEpoch, DeleteEpoch, MergeEpochs, MoveEpoch, SplitEpoch
from study.commands.execute import execute
from study.commands.footnotes import (
    AddFootnote,
    AttachFootnote,
    DeleteFootnote,
    DetachFootnote,
    Place,
    SetFootnoteText,
)
from study.commands.mark_lines import CopyRowPattern, MarkColumn, MarkRow, PasteMarks
from study.commands.marks import SetMarks
from study.commands.rename import RenameEntity
from study.commands.timelines import AddTimeline, DeleteTimeline, MakeMainTimeline
from study.document import Document
from tests.study.commands.lawful import numbered
from tests.study.damage import damaged
from tests.study.studies import SAMPLE, study_bytes


def drawn(document: Document, random: Random) -> list[Command]:
    """One of each command on what the study holds, or on something of another kind, or on nothing at all."""
    design = document.designs()[0]

    def one(listed: str) -> str:
        raw = design.raw.get(listed)
        entries = [e for e in raw if isinstance(e, dict)] if isinstance(raw, list) else []
        if listed == "instances":
            entries = [i.raw for t in design.timelines for i in t.instances]
        elif listed == "conditions":
            entries = [c.raw for c in design.conditions]
        found = str(random.choice(entries).get("id")) if entries else "nothing"
        return random.choice([found] * 12 + ["nothing", *document.index.unique][:14])

    a, b, c = (one("activities") for _ in range(3))
    i, j = one("instances"), one("instances")
    e, f = one("epochs"), one("epochs")
    n, m = one("encounters"), one("encounters")
    arm, element, timeline = one("arms"), one("elements"), one("scheduleTimelines")
    note, cells = one("conditions"), (one("studyCells"), one("studyCells"))
    return [
        *(AddActivity("ECG", after=a), AddActivity("ECG", group=b), AddActivity("ECG")),
        *(DeleteActivities((a, b)), DeleteActivities((c,), with_children=True), SwapActivity(a, b)),
        *(ReorderActivities((a, b), c), ReorderActivities((a,), None), ReorderActivities((b,), c, group=a)),
        *(GroupActivities((a, b, c), "Group"), Ungroup(a), RenameEntity(one("activities"), "New")),
        *(SetMarks(((i, a), (j, b)), True), SetMarks(((i, a), (j, b)), False), MarkRow(a, timeline)),
        *(MarkColumn(i), MarkColumn(j, marked=False), CopyRowPattern(a, b, timeline)),
        *(PasteMarks((a, b), (i,), (("x",), ("",))), AddEpoch("Epoch", after=e), DeleteEpoch(e, into=f)),
        *(DeleteEpoch(f), MoveEpoch(e, f), SplitEpoch(i, "Second"), MergeEpochs((e, f))),
        *(AssignEpoch((i, j), e), AddArm("Arm", like=arm), DeleteArm(arm), AddElement("Element")),
        *(DeleteElement(element), AssignElements(arm, e, (element,)), AssignElements(arm, e, ())),
        *(
            SplitCell(cells[0]),
            MergeCells(cells),
            AssignEncounter((i,), n),
            AssignEncounter((j,), called="V"),
        ),
        *(SetContactModes((n, m), (TELEPHONE_CALL,)), SetEnvironmentalSettings((n,), (CLINIC,))),
        *(DeleteEncounter(n), MergeEncounters(n, (m,)), AddFootnote("Text", (Place(a, i),))),
        *(AttachFootnote(note, (Place(a),)), DetachFootnote(note, (Place(a), Place(a, i)))),
        *(SetFootnoteText(note, "Other"), DeleteFootnote(note), AddTimeline("Side", main=True)),
        *(DeleteTimeline(timeline), MakeMainTimeline(timeline)),
    ]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", ["sample", "minimal-v3"])
def test_a_command_on_a_damaged_study_is_done_or_refused_whole(name: str, seed: int) -> None:
    random = Random(seed)
    document = Document.from_bytes(json.dumps(damaged(name, random, 25)).encode())
    first = repr(document.root)
    did = 0
    for command in drawn(document, random):
        reason = command.why_not(document)
        assert command.title(document)
        try:
            executed = execute(document, command, numbered())
        except CannotError as cannot:
            assert cannot.reason.endswith((".", "?", "!"))  # noqa: PT017 - many may be done instead
        else:
            assert reason == ""
            apply(document, executed.inverse)
            did += 1
        assert repr(document.root) == first, command
    assert did > 5


@pytest.mark.parametrize("seed", range(3))
def test_a_long_run_of_edits_is_taken_back_to_the_first_bytes(seed: int) -> None:
    random = Random(seed)
    document = Document.from_bytes(study_bytes(SAMPLE))
    first = document.to_bytes()
    inverses = []
    for _ in range(4):
        commands = drawn(document, random)
        random.shuffle(commands)
        for command in commands:
            try:
                inverses.append(execute(document, command, numbered()).inverse)
            except CannotError:
                continue
        changed = document.to_bytes()
        assert repr(Document.from_bytes(changed).root) == repr(document.root)
    assert len(inverses) > 40
    for inverse in reversed(inverses):
        apply(document, inverse)
    assert document.to_bytes() == first
