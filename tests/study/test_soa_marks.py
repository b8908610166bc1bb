"""A table of which only marks changed is the table that the whole document would make."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.commands.execute import execute
from study.commands.marks import SetMarks
from study.document import Document
from study.soa import ScheduleOfActivities, schedule_of_activities
from study.soa_marks import remarked
from tests.study.studies import SAMPLE, study_bytes, there

Cells = list[tuple[int, int]]


def edited(
    document: Document, before: ScheduleOfActivities, cells: Cells, planned: bool
) -> tuple[ScheduleOfActivities | None, ScheduleOfActivities]:
    """What `remarked` makes of it, and what is made of the whole document."""
    ids = tuple((before.columns[c].key, before.rows[r].key) for r, c in cells)
    numbers = itertools.count()
    done = execute(document, SetMarks(ids, planned), lambda prefix: f"{prefix}{next(numbers)}")
    design = before.design
    assert design is not None
    changed = {address for address, _ in done.changed.attributes}
    return remarked(before, changed, design), schedule_of_activities(before.timeline, design)


@pytest.mark.parametrize("name", there(SAMPLE, "alexion-nct04573309-v4", "lilly-nct03421379-v3"))
@settings(max_examples=8, deadline=None)
@given(picked=st.data())
def test_marking_any_cells_makes_the_table_that_the_document_has(name: str, picked: st.DataObject) -> None:
    document = Document.from_bytes(study_bytes(name))
    timelines = list(document.timelines())
    _, design, timeline = timelines[picked.draw(st.integers(0, len(timelines) - 1))]
    before = schedule_of_activities(timeline, design)
    visits = [c for c, column in enumerate(before.columns) if not column.is_decision]
    if not visits or not before.rows:
        return
    for planned in (True, False):
        cell = st.tuples(st.integers(0, len(before.rows) - 1), st.sampled_from(visits))
        cells = picked.draw(st.lists(cell, min_size=1, max_size=12, unique=True))
        quick, whole = edited(document, before, cells, planned)
        if quick is not None:
            assert quick.marks == whole.marks
            assert quick.unmarked == whole.unmarked
            assert quick.rows == whole.rows
            assert quick.footnotes == whole.footnotes
        before = whole


def test_what_stays_is_taken_over_and_not_made_again() -> None:
    document = Document.from_bytes(study_bytes(SAMPLE))
    found = document.default_timeline()
    assert found is not None
    before = schedule_of_activities(found[2], found[1])
    cell = next(
        (r, c)
        for r, row in enumerate(before.rows)
        for c, column in enumerate(before.columns)
        if (r, c) not in before.marks and not row.is_group and not column.is_decision
    )
    quick, _ = edited(document, before, [cell], planned=True)
    assert quick is not None
    assert quick.rows is before.rows
    assert quick.columns is before.columns
    assert set(quick.marks) == {*before.marks, cell}
    assert cell not in before.marks


def test_a_row_that_is_only_shown_where_it_is_planned_goes_with_its_last_mark() -> None:
    document = Document.from_bytes(study_bytes(SAMPLE))
    _, design, timeline = next(found for found in document.timelines() if found[2].id == "Timeline_PK")
    before = schedule_of_activities(timeline, design)
    row = next(r for r, each in enumerate(before.rows) if not each.is_group)
    cells = [cell for cell in before.marks if cell[0] == row]
    quick, whole = edited(document, before, cells, planned=False)
    assert quick is None
    assert len(whole.rows) < len(before.rows)
