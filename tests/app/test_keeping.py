"""Every edit is saving at once, saved when the journal has it, tried again when the disk is full, seen everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.keeping import Kept, KeptState
from app.open_study import OpenStudy
from app.program import Program
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.cache import CacheFull
from services.library import Library
from services.library_entries import Freshness, OpenedStudy
from study.commands.attributes import SetAttribute
from tests.app.held_library import ENTRY, HeldLibrary


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """A program over a library that the test decides about."""
    made = Program(
        tmp_path,
        Settings(author="Ada"),
        library=lambda settings, events: cast(Library, HeldLibrary(settings, events)),
    )
    yield made
    made.close()
    made.deleteLater()


def held(program: Program) -> HeldLibrary:
    """Its library."""
    return cast(HeldLibrary, program.library)


def opened(qtbot: QtBot, program: Program, edits: tuple[object, ...] = ()) -> OpenStudy:
    """The sample, opened the way every study is."""
    with qtbot.waitSignal(program.study_opened):
        program.open_study(ENTRY.id)
        held(program).opening[ENTRY.id].set_result(
            OpenedStudy(ENTRY, sample_study_bytes(), Freshness.CURRENT, edits)  # type: ignore[arg-type]
        )
    assert program.current is not None
    return program.current


def rename(study: OpenStudy, label: str) -> None:
    """One edit."""
    assert study.projection is not None
    address = study.projection.timeline.instances[0].id or ""
    study.editor.do(SetAttribute(address, "label", label))


def label(study: OpenStudy) -> str:
    """What it is called now."""
    assert study.projection is not None
    return study.projection.timeline.instances[0].label


def test_an_edit_is_saving_at_once_and_saved_when_the_journal_has_it(qtbot: QtBot, program: Program) -> None:
    study = opened(qtbot, program)
    keeping = study.keeping
    assert keeping is not None
    assert keeping.state.unsaved == 0
    held(program).held = []
    rename(study, "First")
    rename(study, "Second")
    assert keeping.state == KeptState(Kept.SAVING, 2)
    held(program).let_go()
    qtbot.waitUntil(lambda: keeping.state == KeptState(Kept.SAVING, 1, 1))
    held(program).let_go()
    qtbot.waitUntil(lambda: keeping.state == KeptState(Kept.SAVED, 0, 2))
    kept = held(program).edits_kept
    assert [each.id for each in kept] == [made.id for made in study.editor.history.log]
    assert all(made.author == "Ada" for made in study.editor.history.log)
    keeping.accepted([each.id for each in kept])
    assert keeping.state == KeptState()


def test_a_full_disk_is_said_the_edit_stays_and_is_tried_again_in_order(
    qtbot: QtBot, program: Program
) -> None:
    study = opened(qtbot, program)
    keeping = study.keeping
    assert keeping is not None
    held(program).journal_trouble = CacheFull("The disk is full.")
    rename(study, "First")
    qtbot.waitUntil(lambda: keeping.state.kept is Kept.NOT_SAVED)
    assert keeping.state.is_full
    rename(study, "Second")
    assert label(study) == "Second"
    assert keeping.state.unsaved == 2
    held(program).journal_trouble = None
    qtbot.waitUntil(lambda: keeping.state.kept is Kept.SAVED, timeout=20_000)
    assert [each.id for each in held(program).edits_kept] == [made.id for made in study.editor.history.log]


def test_a_study_that_is_opened_again_has_the_edits_that_are_still_on_their_way(
    qtbot: QtBot, program: Program
) -> None:
    study = opened(qtbot, program)
    held(program).held = []
    rename(study, "First")
    again = opened(qtbot, program)
    assert again is not study
    assert label(again) == "First"
    study.deleteLater()
    qtbot.waitUntil(lambda: program.link.keepings[0].open_in == [again])
    held(program).let_go()
    keeping = again.keeping
    assert keeping is not None
    qtbot.waitUntil(lambda: keeping.state.kept is Kept.SAVED)
    assert len(program.link.keepings) == 1
    assert len(held(program).edits_kept) == keeping.state.waiting == 1


def test_what_is_edited_while_the_study_is_read_again_is_shown_as_well(
    qtbot: QtBot, program: Program
) -> None:
    study = opened(qtbot, program)
    rename(study, "First")
    qtbot.waitUntil(lambda: program.link.unsaved_count == 0)
    program.open_study(ENTRY.id)
    journal = tuple(held(program).edits_kept)
    reading = held(program).opening[ENTRY.id]
    rename(study, "Second")
    qtbot.waitUntil(lambda: program.link.unsaved_count == 0)
    reading.set_result(OpenedStudy(ENTRY, sample_study_bytes(), Freshness.CURRENT, journal))
    # It is read once more, now with what was edited meanwhile.
    qtbot.waitUntil(lambda: held(program).opening[ENTRY.id] is not reading)
    assert program.current is study
    with qtbot.waitSignal(program.study_opened):
        held(program).opening[ENTRY.id].set_result(
            OpenedStudy(ENTRY, sample_study_bytes(), Freshness.CURRENT, tuple(held(program).edits_kept))
        )
    assert program.current is not study
    assert program.current is not None
    assert label(program.current) == "Second"
    assert len(program.current.editor.history.steps) == 2


def test_two_windows_with_one_study_stay_the_same(qtbot: QtBot, program: Program) -> None:
    study = opened(qtbot, program)
    another = program.another()
    rename(study, "First")
    other = opened(qtbot, another, tuple(held(program).edits_kept))
    assert label(other) == "First"
    rename(study, "Second")
    assert label(other) == "Second"
    other.editor.undo()
    other.editor.undo()
    assert label(study) == label(other) != "First"
    study.editor.redo()
    assert label(other) == "First"
    assert other.document.to_bytes() == study.document.to_bytes()
    qtbot.waitUntil(lambda: program.link.unsaved_count == 0)
    assert [each.id for each in held(program).edits_kept] == [made.id for made in other.editor.history.log]
    assert len(other.editor.history.log) == 5
    another.close()
