"""Many steps are taken back and done again as one, and all that is made of the study is then what it must be."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.open_study import OpenStudy, prepared
from resources.sample import sample_study_bytes
from services.library_entries import Freshness
from study.commands.attributes import SetAttribute
from study.commands.marks import SetMarks
from study.findings import find_problems
from tests.app.held_library import ENTRY


def done_to(study: OpenStudy, number: int) -> None:
    """One of several kinds of edit."""
    assert study.projection is not None
    timeline, design = study.projection.timeline, study.projection.design
    visits = [each for each in timeline.instances if not each.is_decision]
    visit = visits[number % len(visits)]
    match number % 4:
        case 0:
            study.editor.do(SetAttribute(visit.id or "", "label", f"Visit {number}"))
        case 1:
            activity = design.activities[number % len(design.activities)].id or ""
            study.editor.do(SetMarks(((visit.id or "", activity),), activity not in visit.activities))
        case 2:
            timing = timeline.timings[number % len(timeline.timings)]
            study.editor.do(SetAttribute(timing.id or "", "value", f"P{number}D"))
        case _:
            study.editor.do(SetAttribute(visit.id or "", "epochId", None))


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=12), st.data())
def test_jumping_refreshes_once_and_everything_is_as_if_opened_so(
    numbers: list[int], data: st.DataObject
) -> None:
    study = OpenStudy(prepared(sample_study_bytes()), ENTRY, Freshness.CURRENT)
    for number in numbers:
        done_to(study, number)
    refreshed: list[object] = []
    made: list[object] = []
    study.content_changed.connect(refreshed.append)
    study.editor.edited.connect(lambda change_set, _: made.append(change_set))
    steps = study.editor.steps
    before = steps.position
    target = data.draw(st.integers(0, before))
    steps.jump_to(target)
    assert steps.position == target
    assert len(made) == before - target
    assert len(refreshed) == (1 if target != before else 0)
    fresh = OpenStudy(prepared(study.document.to_bytes()), ENTRY, Freshness.CURRENT)
    assert sorted(map(repr, study.findings)) == sorted(map(repr, find_problems(study.document)))
    assert study.projection is not None
    assert fresh.projection is not None
    assert [
        (planned.instance.id, planned.study_day, planned.offset)
        for planned in study.projection.planned.times.values()
    ] == [
        (planned.instance.id, planned.study_day, planned.offset)
        for planned in fresh.projection.planned.times.values()
    ]
    steps.jump_to(before)
    steps.jump_to(0)
    assert study.document.to_bytes() == sample_study_bytes()
