"""Visits, time, cycles and paths on damaged studies: refused with a sentence or done, never raised, always undone."""

from __future__ import annotations

import json
from random import Random

import pytest

from study.apply import apply
from study.commands.clipping import PasteVisits, clip
from study.commands.command import CannotError, Command
from study.commands.connections import EXIT, Connect, Disconnect, InsertOnEdge, ReorderVisit
from study.commands.cycles import SplitCycle, UnrollCycle, WrapInCycle
from study.commands.decisions import AddBranch, AddDecision, RemoveBranch, SetBranch, SetDefaultBranch
from study.commands.deletion import DeleteVisit, DeleteVisits
from study.commands.execute import execute, why_not
from study.commands.planned import TimingType
from study.commands.references import ChangeAnchor, ToFixedReference, ToRollingReference
from study.commands.repetition import RepeatBlock
from study.commands.side_timelines import AddEarlyTermination, AddSideTimeline, SetEntry, SetSubTimeline
from study.commands.timing import MoveVisit, SetTiming, ShiftAfter
from study.commands.visits import AddVisit, DuplicateVisit
from study.commands.windows import SetWindow
from study.document import Document
from study.durations import Offset
from tests.study.commands.lawful import numbered
from tests.study.damage import damaged


def drawn(document: Document, random: Random) -> list[Command]:
    """One of each command on what the study holds, or on something of another kind, or on nothing at all."""
    timelines = [t for design in document.designs() for t in design.timelines]
    instances = [i for t in timelines for i in t.instances]
    others = ["nothing", *document.index.unique]

    def one(listed: list[str | None]) -> str:
        found = [str(each) for each in listed] or ["nothing"]
        return random.choice([*random.choices(found, k=15), random.choice(others)])

    visits = [i.id for i in instances]
    i, j, k = one(visits), one(visits), one(visits)
    decision = one([each.id for each in instances if each.is_decision])
    branch = one([b.id for each in instances for b in each.condition_assignments])
    timeline, activity = (
        one([t.id for t in timelines]),
        one([a.id for d in document.designs() for a in d.activities]),
    )
    at = next((n for n, each in enumerate(visits) if each == i), 0)
    run = tuple(str(each) for each in visits[at : at + 2])
    commands: list[Command] = [
        *(AddVisit("V", i, "P1W", j, like=k), AddVisit("V", "", "P1W", i, like=j), AddVisit("V", timeline)),
        *(
            AddVisit("V", decision, assignment=branch),
            DuplicateVisit(i),
            DeleteVisit(i),
            DeleteVisits((i, j)),
        ),
        *(
            DeleteVisits(tuple(str(each) for each in visits)),
            DeleteVisits(run),
            Connect(i, j),
            Connect(i, EXIT),
        ),
        *(Connect(timeline, i), Connect(decision, i, branch), Disconnect(i), Disconnect(decision, branch)),
        *(
            InsertOnEdge(i, j),
            InsertOnEdge(i, decision, branch),
            ReorderVisit(i, j),
            ReorderVisit(i, timeline),
        ),
        *(SetTiming(i, "P1W", reference=j), SetTiming(i, "P1D", TimingType.FIXED_REFERENCE)),
        *(
            MoveVisit(i, Offset(days=3)),
            ShiftAfter(i, "P1W"),
            ShiftAfter(i, "PT1H", earlier=True, with_it=True),
        ),
        *(ToFixedReference((i,)), ToRollingReference((i, j)), ToRollingReference((i,), j), ChangeAnchor(i)),
        *(
            SetWindow((i, j), "P1D", None),
            WrapInCycle(run, "Again"),
            WrapInCycle((i,), "Again", j, every="P1W"),
        ),
        *(UnrollCycle(decision, 3), SplitCycle(decision, 3), SplitCycle(decision, 2)),
        *(RepeatBlock(run, "P4W", "P20W"), AddDecision("D", i, "If", j), AddBranch(decision, "If", i)),
        *(RemoveBranch(branch), SetBranch(branch, "If", i), SetDefaultBranch(decision, i)),
        *(SetSubTimeline(i, timeline), SetSubTimeline(activity, timeline), SetEntry(timeline, "If", i)),
        *(AddSideTimeline("Side", "If", i), AddSideTimeline("Side", "If"), AddEarlyTermination(i)),
    ]
    for chosen in ((i,), run):
        try:
            clipping = clip(document, chosen)
        except CannotError:
            continue
        else:
            commands += [PasteVisits(clipping, j), PasteVisits(clipping, timeline)]
    return commands


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["sample", "minimal-v3"])
def test_commands_on_damage_are_refused_or_undone(name: str, seed: int) -> None:
    random = Random(f"{name} {seed}")
    document = Document.from_bytes(json.dumps(damaged(name, random, 25)).encode())
    first = document.to_bytes()
    for command in drawn(document, random):
        reason = why_not(document, command)
        assert command.title(document)
        try:
            executed = execute(document, command, numbered())
        except CannotError as cannot:
            assert cannot.reason.endswith((".", "?", "!"))  # noqa: PT017 - many may be done instead
            assert document.to_bytes() == first, command
            continue
        assert reason == ""
        assert "{" not in executed.title
        Document.from_bytes(document.to_bytes())
        apply(document, executed.inverse)
        assert document.to_bytes() == first, command
