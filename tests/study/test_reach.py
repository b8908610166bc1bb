"""How far a deletion reaches: counted on the pilot study, for each kind of thing that can be deleted."""

from __future__ import annotations

import pytest

from study.arm_grid import arm_grid
from study.document import Document
from study.reach import deletion_reach
from tests.shared import shared_study


@pytest.fixture(scope="module")
def document() -> Document:
    return Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))


def test_each_kind_says_what_goes_or_changes_with_it(document: Document) -> None:
    design = document.designs()[0]
    epoch = next(each for each in design.epochs if each.title == "Treatment Two")
    instances = [each for _, _, timeline in document.timelines() for each in timeline.instances]
    inside = sum(each.epoch == epoch.id for each in instances)
    assert deletion_reach(document, [epoch.id or ""]) == (
        f"{inside} visits are in it. 3 cells of the design are removed with it."
    )
    assert deletion_reach(document, [design.arms[0].id or ""]) == "5 cells of the design are removed with it."
    assert deletion_reach(document, [design.elements[0].id or ""]) == "3 cells have it."
    encounter = next(each for each in instances if each.encounter).encounter or ""
    at = sum(each.encounter == encounter for each in instances)
    assert deletion_reach(document, [encounter]).startswith(f"{at} visit")
    activity = next(each for each in instances if each.activities).activities[0]
    planned = sum(activity in each.activities for each in instances)
    assert deletion_reach(document, [activity]) == f"Planned at {planned} visit{'s' * (planned != 1)}."


def test_what_is_used_nowhere_reaches_nothing(document: Document) -> None:
    design = document.designs()[0]
    used = {each for _, _, t in document.timelines() for i in t.instances for each in i.activities}
    idle = [each.id for each in design.activities if each.id and each.id not in used and not each.children]
    assert all(deletion_reach(document, [each]) == "" for each in idle)
    assert deletion_reach(document, ["gone"]) == ""


def test_the_grid_has_every_cell_of_the_design(document: Document) -> None:
    design = document.designs()[0]
    grid = arm_grid(design)
    assert {place for place, cell in grid.cells.items() if cell.elements} == {
        (cell.arm, cell.epoch) for cell in design.cells if cell.elements
    }
    first = grid.at(grid.arms[0][0], grid.epochs[0][0])
    assert first.titles == ("Screening",)
    assert first.shared == first.elements
