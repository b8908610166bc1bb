"""Timelines inside and beside others: run in an activity, started by an event, early termination like end of study."""

from __future__ import annotations

import pytest

from study.commands.side_timelines import AddEarlyTermination, AddSideTimeline, SetEntry, SetSubTimeline
from study.document import Document
from study.graph import EdgeKind, schedule_graph
from study.model import Activity, ScheduleTimeline
from study.side_timelines import Role, timeline_uses
from tests.study.commands.lawful import STUDIES, opened, refused
from tests.study.commands.planned_days import done_in_place, main_timeline, titles, visit

ALEXION, LZZT, LILLY_3, SAMPLE = STUDIES


def timeline(document: Document, title: str) -> ScheduleTimeline:
    return next(t for t in document.designs()[0].timelines if t.title == title)


@pytest.mark.parametrize("name", [LZZT, LILLY_3])
def test_early_termination_is_a_side_timeline_with_a_visit_like_the_last(name: str) -> None:
    document = opened(name)
    last = visit(document, titles(document)[-1])
    executed = done_in_place(document, AddEarlyTermination(last, "Leaving early", "Consent is withdrawn"))
    assert executed.title == f"Add early termination like {titles(document)[-1]}"
    added = timeline(document, "Leaving early")
    assert (added.main, added.entry_condition) == (False, "Consent is withdrawn")
    (instance,) = added.instances
    assert added.entry == instance.id
    assert (
        instance.activities == next(i for i in main_timeline(document).instances if i.id == last).activities
    )
    assert instance.exit == added.exits[0].id
    assert instance.encounter in document.index.unique
    uses = {use.timeline.title: use.role for use in timeline_uses(document.designs()[0])}
    assert uses["Leaving early"] is Role.SIDE
    assert ("plannedDuration" in added.raw) == document.capabilities.planned_duration


def test_a_side_timeline_says_what_starts_it() -> None:
    document = opened(SAMPLE)
    done_in_place(document, AddSideTimeline("Hospital stay", "The participant is admitted"))
    assert timeline(document, "Hospital stay").entry_condition == "The participant is admitted"
    assert "Say what starts it" in refused(document, AddSideTimeline("Hospital stay", " "))
    assert "name" in refused(document, AddSideTimeline("", "Something happens"))
    assert "decision" in refused(document, AddEarlyTermination(visit(document, "Eligible?")))


def test_a_timeline_is_run_in_a_visit_and_in_none() -> None:
    document = opened(SAMPLE)
    pk, d8 = str(timeline(document, "PK profile").id), visit(document, "Cycle n Day 8")
    executed = done_in_place(document, SetSubTimeline(d8, pk))
    assert executed.title == "Run PK profile in Cycle n Day 8"
    edges = schedule_graph(main_timeline(document), document.designs()[0]).edges
    assert any(e.kind is EdgeKind.SUB_TIMELINE and (e.source, e.target) == (d8, pk) for e in edges)
    done_in_place(document, SetSubTimeline(d8, ""))
    assert document.index.unique[d8]["timelineId"] is None


def test_a_timeline_never_runs_inside_itself() -> None:
    document = opened(SAMPLE)
    pk = str(timeline(document, "PK profile").id)
    assert "cannot run inside it" in refused(document, SetSubTimeline(visit(document, "1 h"), pk))
    design = document.designs()[0]
    held = next(i.activities[0] for i in timeline(document, "PK profile").instances if i.activities)
    assert "cannot run inside it" in refused(document, SetSubTimeline(held, pk))
    assert isinstance(design.activities[0], Activity)
    main = str(main_timeline(document).id)
    assert "main timeline" in refused(document, SetSubTimeline(visit(document, "1 h"), main))
    assert "decision" in refused(document, SetSubTimeline(visit(document, "Eligible?"), pk))
    assert "no activity and no visit" in refused(document, SetSubTimeline(pk, pk))


def test_what_starts_a_timeline_and_with_what_is_set() -> None:
    document = opened(SAMPLE)
    pk = timeline(document, "PK profile")
    done_in_place(document, SetEntry(str(pk.id), "A profile is due"))
    assert pk.entry_condition == "A profile is due"
    executed = done_in_place(
        document, SetEntry(str(pk.id), entry=visit(document, "Start of infusion")), ("MAESTRO-UNREACHABLE",)
    )
    assert executed.title == "Begin PK profile with Start of infusion"
    assert "another timeline" in refused(document, SetEntry(str(pk.id), entry=visit(document, "Baseline")))
    assert "not in the study" in refused(document, SetEntry("gone", "x"))
