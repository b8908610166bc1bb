"""Filling marks, and activities that are planned as they are added: held to the laws of every command."""

from __future__ import annotations

import pytest

from study.commands.activities import AddActivity
from study.commands.add_planned import AddPlannedActivity
from study.commands.fill_marks import FillMarks
from study.commands.marks import is_planned
from study.document import Document
from study.model import ScheduledInstance
from tests.study.commands.lawful import STUDIES, done, opened, refused


def visits(document: Document) -> list[ScheduledInstance]:
    found = document.default_timeline()
    assert found is not None
    return [each for each in found[2].instances if not each.is_decision and each.activities]


@pytest.mark.parametrize("name", STUDIES)
def test_a_fill_plans_and_clears_in_one_step(name: str) -> None:
    document = opened(name)
    first, second = visits(document)[:2]
    assert first.id is not None
    assert second.id is not None
    gone = second.activities[0]
    new = first.activities[0]
    cells = (second.id, new), (first.id, gone)
    cleared = ((second.id, gone),) if gone != new else ()
    done(document, FillMarks(cells, cleared))
    assert all(is_planned(document, cell) for cell in cells)
    assert not any(is_planned(document, cell) for cell in cleared)


def test_a_new_activity_is_planned_at_its_visit() -> None:
    document = opened(STUDIES[0])
    visit = visits(document)[0]
    assert visit.id is not None
    before = list(visit.activities)
    executed = done(document, AddPlannedActivity(AddActivity("Skin biopsy", after=before[0]), visit.id))
    (new,) = set(visit.activities) - set(before)
    assert "Skin biopsy" in executed.title
    entity = document.entity(new)
    assert entity is not None
    assert entity.title == "Skin biopsy"


def test_nothing_is_planned_in_a_decision_or_added_without_a_name() -> None:
    document = opened(STUDIES[0])
    found = document.default_timeline()
    assert found is not None
    decision = next(each.id for each in found[2].instances if each.is_decision)
    visit = visits(document)[0]
    assert decision is not None
    assert visit.id is not None
    beside = visit.activities[0]
    refused(document, FillMarks(((decision, beside),)))
    refused(document, AddPlannedActivity(AddActivity("ECG", after=beside), decision))
    refused(document, AddPlannedActivity(AddActivity(" ", after=beside), visit.id))
