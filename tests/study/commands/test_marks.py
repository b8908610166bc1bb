"""Marks: one cell, a row, a column, a block, and what a person copied from a spreadsheet."""

from __future__ import annotations

import json

import pytest

from study.changes import AddRef, Place, RemoveRef
from study.commands.mark_lines import CopyRowPattern, MarkColumn, MarkRow, PasteMarks
from study.commands.marks import SetMarks
from study.document import Document
from study.model import ScheduledInstance, ScheduleTimeline
from study.paste_block import read_block
from tests.study.commands.lawful import BOTH, STUDIES, done, opened, refused
from tests.study.studies import SAMPLE


def main_of(document: Document) -> ScheduleTimeline:
    found = document.default_timeline()
    assert found is not None
    return found[2]


def visits(document: Document) -> list[ScheduledInstance]:
    return [i for i in main_of(document).instances if not i.is_decision]


def activity_ids(document: Document) -> list[str]:
    return [str(a.id) for a in document.designs()[0].activities]


def planned(document: Document, activity: str) -> list[str]:
    return [str(i.id) for i in visits(document) if activity in i.activities]


@pytest.mark.parametrize("name", STUDIES)
def test_a_block_is_marked_and_unmarked_in_one_step(name: str) -> None:
    document = opened(name)
    rows, columns = activity_ids(document)[5:9], [str(i.id) for i in visits(document)[1:4]]
    cells = tuple((column, row) for row in rows for column in columns)
    done(document, SetMarks(cells, marked=True))
    assert all(set(columns) <= set(planned(document, row)) for row in rows)
    executed = done(document, SetMarks(cells, marked=False))
    assert all(not set(columns) & set(planned(document, row)) for row in rows)
    assert len(executed.recorded) == len(cells)


def test_the_title_says_cell_row_column_block_or_how_many() -> None:
    document = opened(SAMPLE)
    (a, b, c), (x, y) = activity_ids(document)[1:4], [str(i.id) for i in visits(document)[:2]]
    names = {key: document.index.unique[key]["label"] for key in (a, x)}

    def title(*cells: tuple[str, str], marked: bool = True) -> str:
        return SetMarks(cells, marked).title(document)

    assert title((x, a)) == f"Plan {names[a]} at {names[x]}"
    assert title((x, a), (y, a)) == f"Plan {names[a]} at 2 visits"
    assert title((x, a), (x, b), (x, c), marked=False) == f"No longer plan 3 activities at {names[x]}"
    assert title((x, a), (y, a), (x, b), (y, b)) == "Plan 2 activities at 2 visits"
    assert title((x, a), (y, b)) == "Plan 2 assessments"


def test_marking_what_is_marked_changes_nothing() -> None:
    document = opened(SAMPLE)
    instance = visits(document)[0]
    executed = done(document, SetMarks(((str(instance.id), instance.activities[0]),), marked=True))
    assert executed.recorded == ()


def test_two_people_who_mark_cells_of_one_visit_write_different_changes() -> None:
    document = opened(SAMPLE)
    instance = visits(document)[0]
    free = next(a for a in activity_ids(document) if a not in instance.activities)
    executed = done(document, SetMarks(((str(instance.id), free),), marked=True))
    (recorded,) = executed.recorded
    assert isinstance(recorded.change, AddRef)
    assert recorded.change.place == Place(instance.activities[-2])
    executed = done(document, SetMarks(((str(instance.id), free),), marked=False))
    assert isinstance(executed.recorded[0].change, RemoveRef)


def test_fifty_by_fifty_cells_are_one_step() -> None:
    base = json.loads(opened(SAMPLE).to_bytes())
    design = base["study"]["versions"][0]["studyDesigns"][0]
    timeline = next(t for t in design["scheduleTimelines"] if t["mainTimeline"])
    design["activities"] += [
        {"id": f"A{n}", "name": f"A{n}", "previousId": None, "nextId": None, "instanceType": "Activity"}
        for n in range(50)
    ]
    first = timeline["instances"][0]
    timeline["instances"] += [
        {**first, "id": f"I{n}", "name": f"I{n}", "label": f"I{n}", "activityIds": []} for n in range(50)
    ]
    document = Document.from_bytes(json.dumps(base).encode())
    cells = tuple((f"I{c}", f"A{r}") for c in range(50) for r in range(50))
    executed = done(document, SetMarks(cells, marked=True))
    assert len(executed.recorded) == 2500
    assert executed.title == "Plan 50 activities at 50 visits"


@pytest.mark.parametrize("name", BOTH)
def test_a_row_is_planned_at_every_visit_but_no_decision(name: str) -> None:
    document = opened(name)
    timeline, activity = main_of(document), activity_ids(document)[3]
    done(document, MarkRow(activity, str(timeline.id)))
    assert planned(document, activity) == [str(i.id) for i in visits(document)]
    assert all(not i.activities for i in timeline.instances if i.is_decision)
    done(document, MarkRow(activity, str(timeline.id), marked=False))
    assert planned(document, activity) == []


@pytest.mark.parametrize("name", BOTH)
def test_a_column_has_every_row_of_the_table_but_no_group(name: str) -> None:
    document = opened(name)
    column = visits(document)[2]
    done(document, MarkColumn(str(column.id)))
    groups = {str(a.id) for a in document.designs()[0].activities if a.children}
    assert not groups & set(column.activities)
    assert {a for i in visits(document) for a in i.activities} - groups <= set(column.activities)
    done(document, MarkColumn(str(column.id), marked=False))
    assert column.activities == ()


@pytest.mark.parametrize("name", BOTH)
def test_a_row_is_planned_like_another(name: str) -> None:
    document = opened(name)
    by_marks = sorted(activity_ids(document), key=lambda a: len(planned(document, a)))
    like, onto = by_marks[-1], by_marks[len(by_marks) // 2]
    done(document, CopyRowPattern(like, onto, str(main_of(document).id)))
    assert planned(document, onto) == planned(document, like) != []


def test_a_block_from_a_spreadsheet_marks_and_unmarks() -> None:
    document = opened(SAMPLE)
    rows, columns = activity_ids(document)[6:9], [str(i.id) for i in visits(document)[:4]]
    done(document, SetMarks(((columns[1], rows[0]),), marked=True))
    block = read_block("X\t\t✓\r\n1\t0\tx\r\n")
    executed = done(document, PasteMarks(tuple(rows), tuple(columns), block))
    assert executed.title == "Paste marks of 2 activities at 3 visits"
    marked = [[column in planned(document, row) for column in columns[:3]] for row in rows[:2]]
    assert marked == [[True, False, True], [True, False, True]]


def test_a_block_that_does_not_fit_is_refused_whole() -> None:
    document = opened(SAMPLE)
    rows, columns = tuple(activity_ids(document)[6:8]), tuple(str(i.id) for i in visits(document)[:2])
    assert "Row 2, column 1" in refused(document, PasteMarks(rows, columns, read_block("x\tx\nmaybe\tx")))
    assert "3 columns" in refused(document, PasteMarks(rows, columns, read_block("x\tx\tx")))
    assert "nothing to paste" in refused(document, PasteMarks(rows, columns, ()))


def test_nothing_is_planned_where_nothing_can_be() -> None:
    document = opened(SAMPLE)
    decision = next(str(i.id) for i in main_of(document).instances if i.is_decision)
    activity = activity_ids(document)[5]
    assert "is a decision" in refused(document, SetMarks(((decision, activity),), marked=True))
    assert "is a decision" in refused(document, MarkColumn(decision))
    assert "is a decision" in refused(document, PasteMarks((activity,), (decision,), (("x",),)))
    assert "No cell" in refused(document, SetMarks((), marked=True))
    assert "no activity" in refused(document, MarkRow(decision, str(main_of(document).id)))
    assert "no timeline" in refused(document, MarkRow(activity, decision))
    assert "another activity" in refused(
        document, CopyRowPattern(activity, activity, str(main_of(document).id))
    )
