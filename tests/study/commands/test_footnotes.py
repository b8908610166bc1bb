"""Footnotes on rows, columns and blocks of cells, as the table reads them."""

from __future__ import annotations

import pytest

from study.commands.activities import DeleteActivities
from study.commands.footnotes import (
    AddFootnote,
    AttachFootnote,
    DeleteFootnote,
    DetachFootnote,
    Place,
    SetFootnoteText,
)
from study.document import Document
from study.soa import ScheduleOfActivities, schedule_of_activities
from study.soa_footnotes import footnote_places
from tests.study.commands.lawful import BOTH, STUDIES, done, opened, refused
from tests.study.studies import SAMPLE

ALEXION = STUDIES[0]
TEXT = "<p>Only at sites with a <b>scanner</b></p>"


def table(document: Document) -> ScheduleOfActivities:
    found = document.default_timeline()
    assert found is not None
    return schedule_of_activities(found[2], found[1])


def standing(document: Document, footnote: str) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    """Rows, columns and cells on which the table shows a footnote, by id."""
    soa = table(document)
    letter = next(note.letter for note in soa.footnotes if note.condition.id == footnote)
    places = footnote_places(soa).get(letter)
    if places is None:
        return [], [], []
    return (
        [soa.rows[r].key for r in places.rows],
        [soa.columns[c].key for c in places.columns],
        sorted((soa.rows[r].key, soa.columns[c].key) for r, c in [*places.marked, *places.unmarked]),
    )


def newest(document: Document) -> str:
    return str(document.designs()[0].conditions[-1].id)


def some(document: Document) -> tuple[list[str], list[str]]:
    soa = table(document)
    rows = [row.key for row in soa.rows if not row.is_group]
    return rows, [column.key for column in soa.columns if not column.is_decision]


@pytest.mark.parametrize("name", STUDIES)
def test_a_footnote_is_put_on_a_cell_where_the_file_keeps_footnotes(name: str) -> None:
    document = opened(name)
    rows, columns = some(document)
    like = document.designs()[0].conditions[0].raw
    executed = done(document, AddFootnote(TEXT, (Place(rows[2], columns[1]),)))
    assert executed.title.startswith("Add a footnote to ")
    note = newest(document)
    assert standing(document, note) == ([], [], [(rows[2], columns[1])])
    condition = document.index.unique[note]
    holder = document.index.owner_of(condition)
    assert holder is not None
    v4 = document.capabilities.generation == 4
    assert holder[0] is (document.versions()[0] if v4 else document.designs()[0]).raw
    assert condition["text"] == TEXT
    if "notes" in like or not v4:
        assert set(condition) == set(like)


@pytest.mark.parametrize("name", BOTH)
def test_a_row_a_column_and_a_block_stand_as_the_table_reads_them(name: str) -> None:
    document = opened(name)
    rows, columns = some(document)
    done(document, AddFootnote(TEXT, (Place(rows[1]), Place(rows[3]))))
    assert standing(document, newest(document)) == ([rows[1], rows[3]], [], [])
    done(document, AddFootnote(TEXT, (Place(instance=columns[2]),)), explains=("DDF00016",))
    assert standing(document, newest(document)) == ([], [columns[2]], [])
    block = tuple(Place(row, column) for row in rows[4:6] for column in columns[1:3])
    done(document, AddFootnote(TEXT, block))
    assert standing(document, newest(document))[2] == sorted(
        (row, column) for row in rows[4:6] for column in columns[1:3]
    )


def test_a_footnote_goes_on_more_places_and_off_again() -> None:
    document = opened(SAMPLE)
    rows, columns = some(document)
    done(document, AddFootnote(TEXT, (Place(rows[2], columns[1]),)))
    note = newest(document)
    done(document, AttachFootnote(note, (Place(rows[2], columns[3]),)))
    assert standing(document, note)[2] == sorted([(rows[2], columns[1]), (rows[2], columns[3])])
    done(document, DetachFootnote(note, (Place(rows[2], columns[1]),)))
    assert standing(document, note)[2] == [(rows[2], columns[3])]
    done(document, DetachFootnote(note, (Place(rows[2], columns[3]),)), explains=("DDF00016",))
    assert standing(document, note) == ([], [], [])
    done(document, AttachFootnote(note, (Place(rows[1]),)))
    assert standing(document, note) == ([rows[1]], [], [])


def test_a_footnote_never_comes_to_stand_where_nobody_put_it() -> None:
    document = opened(SAMPLE)
    rows, columns = some(document)
    ragged = (Place(rows[1], columns[1]), Place(rows[2], columns[2]))
    assert "block of cells" in refused(document, AddFootnote(TEXT, ragged))
    assert "block of cells" in refused(document, AddFootnote(TEXT, (Place(rows[1]), Place(None, columns[1]))))
    block = tuple(Place(row, column) for row in rows[1:3] for column in columns[1:3])
    done(document, AddFootnote(TEXT, block))
    note = newest(document)
    assert "block of cells" in refused(document, AttachFootnote(note, (Place(rows[5], columns[1]),)))
    assert "block of cells" in refused(document, AttachFootnote(note, (Place(rows[5]),)))
    assert "block of cells" in refused(document, DetachFootnote(note, block[:1]))
    assert "does not stand there" in refused(document, DetachFootnote(note, (Place(rows[7], columns[1]),)))
    done(document, DetachFootnote(note, block[:2]))
    assert len(standing(document, note)[2]) == 2


def test_a_footnote_of_a_procedure_leaves_its_row() -> None:
    document = opened(BOTH[0])
    design = document.designs()[0]
    procedures = {p.id: str(a.id) for a in design.activities for p in a.procedures}
    note = next(c for c in design.conditions if set(c.applies_to) & set(procedures))
    activity = procedures[note.applies_to[0]]
    done(document, DetachFootnote(str(note.id), (Place(activity),)), explains=("DDF00016",))
    assert note.applies_to == ()


def test_a_text_is_changed_and_a_footnote_deleted() -> None:
    document = opened(ALEXION)
    note = document.designs()[0].conditions[5]
    places = (note.contexts, note.applies_to)
    executed = done(document, SetFootnoteText(str(note.id), TEXT))
    assert executed.title.startswith("Change the footnote “")
    assert (note.text, note.contexts, note.applies_to) == (TEXT, *places)
    executed = done(document, DeleteFootnote(str(note.id)))
    assert executed.title == "Delete the footnote “Only at sites with a scanner”"


def test_a_footnote_of_several_activities_loses_the_one_that_is_deleted() -> None:
    document = opened(STUDIES[1])
    note = next(c for c in document.designs()[0].conditions if len(c.applies_to) > 1)
    gone, *left = note.applies_to
    contexts = note.contexts
    done(document, DeleteActivities((gone,)))
    assert (list(note.applies_to), note.contexts) == (left, contexts)


@pytest.mark.parametrize("text", ["", "  ", "<p> </p>", "x" * 100_001])
def test_a_text_that_is_none_is_refused(text: str) -> None:
    document = opened(SAMPLE)
    rows, _ = some(document)
    note = str(document.designs()[0].conditions[0].id)
    assert "footnote" in refused(document, AddFootnote(text, (Place(rows[0]),)))
    assert "footnote" in refused(document, SetFootnoteText(note, text))


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "صائم", "<p>a<sup>1</sup> e\u0301</p>", "<script>x</script> < & >"]
)
def test_any_other_text_is_kept_as_it_is(text: str) -> None:
    document = opened(SAMPLE)
    note = str(document.designs()[0].conditions[0].id)
    done(document, SetFootnoteText(note, text))
    assert document.index.unique[note]["text"] == text


def test_what_cannot_be_done_is_refused_with_a_sentence() -> None:
    document = opened(SAMPLE)
    rows, columns = some(document)
    note = str(document.designs()[0].conditions[0].id)
    assert "Choose a row" in refused(document, AddFootnote(TEXT, ()))
    assert "Choose a row" in refused(document, AddFootnote(TEXT, (Place(),)))
    assert "no activity" in refused(document, AddFootnote(TEXT, (Place(columns[0]),)))
    assert "no visit" in refused(document, AddFootnote(TEXT, (Place(None, rows[0]),)))
    assert "no footnote" in refused(document, DeleteFootnote(rows[0]))
    assert "not in the study" in refused(document, AttachFootnote(note, (Place("gone"),)))
