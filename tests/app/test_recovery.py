"""A study opens with the edits of its journal: applied in order, with their steps; what does not fit is handed back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.keeping import journal_entry
from app.open_study import OpenStudy, prepared
from resources.sample import sample_study_bytes
from services.journal import EditState, JournalEntry
from services.library_entries import Freshness
from study.change_set import change_set_text, read_change_set, recorded
from study.changes import Set
from study.commands.attributes import SetAttribute
from tests.app.held_library import ENTRY


class Journal:
    """Writes down what is done to a study, as the program would."""

    def __init__(self, study: OpenStudy) -> None:
        self.entries: list[JournalEntry] = []
        study.editor.made.connect(lambda made, step: self.entries.append(journal_entry(study, made, step)))

    def numbered(self) -> list[JournalEntry]:
        """As the journal gives them back."""
        return [replace(entry, sequence=number) for number, entry in enumerate(self.entries, start=1)]


def opened(edits: list[JournalEntry], revision: int | None = 1) -> OpenStudy:
    """The sample with a journal."""
    return OpenStudy(prepared(sample_study_bytes(), edits, revision), ENTRY, Freshness.CURRENT)


def visits(study: OpenStudy) -> list[str]:
    """The ids of the visits."""
    assert study.projection is not None
    return [each.id or "" for each in study.projection.timeline.instances]


def rename(study: OpenStudy, place: int, label: str) -> None:
    """One edit."""
    study.editor.do(SetAttribute(visits(study)[place], "label", label))


def test_what_was_journalled_is_there_again_with_its_steps() -> None:
    study = opened([])
    journal = Journal(study)
    rename(study, 0, "First")
    rename(study, 1, "Second")
    rename(study, 0, "Third")
    study.editor.undo()
    again = opened(journal.numbered())
    assert again.document.to_bytes() == study.document.to_bytes()
    assert [step.change_set.title for step in again.editor.history.steps] == [
        step.change_set.title for step in study.editor.history.steps
    ]
    assert again.editor.history.position == 2
    assert len(again.recovered.pending) == 4
    again.editor.redo()
    assert again.entity(visits(again)[0]).title == "Third"  # type: ignore[union-attr]
    again.editor.steps.jump_to(0)
    assert again.document.to_bytes() == sample_study_bytes()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(["rename", "undo", "redo", "alone"]), max_size=12))
def test_whatever_was_done_and_undone_stands_as_it_stood(doing: list[str]) -> None:
    study = opened([])
    journal = Journal(study)
    for number, what in enumerate(doing):
        if what == "alone":
            done = study.editor.history.steps[: study.editor.history.position]
            if done:
                study.editor.undo_alone(done[len(done) // 2])
        elif what == "rename":
            rename(study, number % 3, f"Name {number}")
        elif what == "undo":
            study.editor.undo()
        else:
            study.editor.redo()
    again = opened(journal.numbered())
    assert again.document.to_bytes() == study.document.to_bytes()
    assert again.editor.history.position == study.editor.history.position
    assert len(again.editor.history.steps) == len(study.editor.history.steps)
    assert [each.id for each in again.editor.history.log] == [each.id for each in study.editor.history.log]
    again.editor.steps.jump_to(0)
    assert again.document.to_bytes() == sample_study_bytes()


def test_what_the_content_holds_already_is_not_done_twice_and_can_be_undone() -> None:
    study = opened([])
    journal = Journal(study)
    rename(study, 0, "First")
    accepted = study.document.to_bytes()
    rename(study, 1, "Second")
    first, second = journal.numbered()
    first = replace(first, state=EditState.ACCEPTED, revision=2)
    again = OpenStudy(prepared(accepted, [first, second], 2), ENTRY, Freshness.CURRENT)
    assert again.document.to_bytes() == study.document.to_bytes()
    assert [each.id for each in again.recovered.pending] == [second.id]
    again.editor.steps.jump_to(0)
    assert again.document.to_bytes() == sample_study_bytes()


def test_what_does_not_fit_is_handed_back_and_the_rest_is_there() -> None:
    study = opened([])
    journal = Journal(study)
    rename(study, 0, "First")
    rename(study, 1, "Second")
    first, second = journal.numbered()
    made = read_change_set(first.text)
    change = made.changes[0]
    assert isinstance(change, Set)
    wrong = replace(made, recorded=recorded([replace(change, old="?")]))
    newer = replace(second, id="newer-one", text='{"format": 9}', sequence=3)
    again = opened([replace(first, text=change_set_text(wrong)), second, newer])
    assert {each.entry.id for each in again.recovered.unfit} == {first.id, "newer-one"}
    assert all(each.reason for each in again.recovered.unfit)
    assert again.entity(visits(again)[1]).title == "Second"  # type: ignore[union-attr]
    assert again.entity(visits(again)[0]).title != "First"  # type: ignore[union-attr]


def test_a_step_that_was_undone_alone_stays_so_and_can_be_done_again() -> None:
    study = opened([])
    journal = Journal(study)
    rename(study, 0, "First")
    rename(study, 1, "Second")
    assert study.editor.undo_alone(study.editor.history.steps[0]) is not None
    again = opened(journal.numbered())
    assert again.document.to_bytes() == study.document.to_bytes()
    assert [each.is_taken_back for each in again.editor.steps.listed()] == [True, False, False]
    assert again.editor.why_not_alone(again.editor.history.steps[0]).startswith("Nothing of it is left")
    assert again.editor.why_not_alone(again.editor.history.steps[1]) == ""
    again.editor.undo()
    assert again.entity(visits(again)[0]).title == "First"  # type: ignore[union-attr]
    alone = opened([])
    rename(alone, 1, "Second")
    assert alone.document.to_bytes() == study.document.to_bytes()  # as if it had never been done
