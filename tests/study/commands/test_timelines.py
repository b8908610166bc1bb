"""Timelines: a new one, the main one, and one less."""

from __future__ import annotations

import pytest

from study.commands.rename import RenameEntity
from study.commands.timelines import AddTimeline, DeleteTimeline, MakeMainTimeline
from study.model import StudyDesign
from study.timeline import Status, planned_times
from tests.study.commands.lawful import BOTH, STUDIES, done, opened, refused
from tests.study.studies import SAMPLE

ORDER = ("DDF00087", "DDF00088")
"""Whether encounters and epochs stand in the schedule's order is asked of the main timeline alone."""


@pytest.mark.parametrize("name", STUDIES)
def test_a_new_timeline_brings_no_finding_and_has_an_anchor(name: str) -> None:
    document = opened(name)
    design = document.designs()[0]
    like = design.timelines[0]
    executed = done(
        document, AddTimeline("Adverse event", entry_condition="An event is reported", first="Report")
    )
    assert executed.title == "Add the timeline Adverse event"
    new = design.timelines[-1]
    assert (new.title, new.main, new.entry_condition) == ("Adverse event", False, "An event is reported")
    assert set(new.raw) == set(like.raw) | (
        {"plannedDuration"} if document.capabilities.planned_duration else set()
    )
    (planned,) = planned_times(new, design).times.values()
    assert planned.is_anchor
    assert planned.status is Status.OK
    done(document, RenameEntity(str(new.id), "Hypoglycaemia"))
    assert new.title == "Hypoglycaemia"


@pytest.mark.parametrize("name", BOTH)
def test_one_timeline_is_the_main_one(name: str) -> None:
    document = opened(name)
    design = document.designs()[0]
    was = design.main_timeline
    assert was is not None
    done(document, AddTimeline("Amended schedule", main=True), explains=ORDER)
    assert [t.title for t in design.timelines if t.main] == ["Amended schedule"]
    done(document, MakeMainTimeline(str(was.id)), explains=ORDER)
    assert [t.id for t in design.timelines if t.main] == [was.id]
    assert "already" in refused(document, MakeMainTimeline(str(was.id)))


@pytest.mark.parametrize("name", STUDIES)
def test_a_deleted_timeline_is_run_by_nothing_any_more(name: str) -> None:
    document = opened(name)
    design = document.designs()[0]
    run = {a.sub_timeline for a in design.activities if a.sub_timeline}
    gone = next(t for t in design.timelines if not t.main and (t.id in run or not run))
    named = {str(each.id) for each in (gone, *gone.instances, *gone.timings, *gone.exits)}
    executed = done(document, DeleteTimeline(str(gone.id)), explains=("DDF00016",))
    assert f"with its {len(gone.instances)} visit" in executed.title
    text = document.to_bytes().decode()
    assert not [name for name in named if f'"{name}"' in text]


def test_the_main_timeline_and_the_last_one_stay() -> None:
    document = opened(SAMPLE)
    design = document.designs()[0]
    main = design.main_timeline
    assert main is not None
    assert "Make another one" in refused(document, DeleteTimeline(str(main.id)))
    assert _others(design)
    for other in _others(design):
        done(document, DeleteTimeline(other), explains=("DDF00016",))
    assert "only timeline" in refused(document, DeleteTimeline(str(main.id)))
    assert "type one" in refused(document, AddTimeline(" "))
    assert "no timeline" in refused(document, DeleteTimeline(str(main.instances[0].id)))


def _others(design: StudyDesign) -> list[str]:
    return [str(t.id) for t in design.timelines if not t.main]
