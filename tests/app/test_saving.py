"""A working copy is saved to its file, never over what others wrote, and put together with it where that fits."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from app.program import Program
from app.saving import FileConflict
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.cached_studies import hash_of
from services.files import CannotWrite
from services.library import Library
from study.commands.attributes import SetAttribute
from study.document import Document
from tests.services.memory_keyring import MemoryKeyring

Start = Callable[[], Program]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with the sample."""
    made = tmp_path / "study.json"
    made.write_bytes(sample_study_bytes())
    return made


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Starts a program with a real library, a key that lasts, and no backend that could be reached."""
    keyring = MemoryKeyring()
    running: list[Program] = []

    def begin() -> Program:
        for before in running:
            before.close()
        program = Program(
            tmp_path / "desk",
            Settings(backend_url="https://127.0.0.1:9", author="Ada"),
            library=lambda settings, events: Library(settings, events, open_keyring=lambda: keyring),
        )
        running[:] = [program]
        with qtbot.waitSignal(program.started, timeout=20_000):
            program.start()
        return program

    yield begin
    for program in running:
        program.close()
        program.deleteLater()


def opened(qtbot: QtBot, program: Program, path: Path) -> OpenStudy:
    """The file, opened."""
    with qtbot.waitSignal(program.study_opened, timeout=20_000):
        program.open_file(path)
    assert program.current is not None
    return program.current


def address(study: OpenStudy, place: int = 0) -> str:
    """The id of a visit."""
    assert study.projection is not None
    return study.projection.timeline.instances[place].id or ""


def rename(study: OpenStudy, label: str, place: int = 0) -> None:
    """One edit."""
    assert study.editor.do(SetAttribute(address(study, place), "label", label)) is not None


def labels(content: bytes) -> list[str]:
    """The labels of the visits in a file."""
    found = Document.from_bytes(content).default_timeline()
    assert found is not None
    return [each.label for each in found[2].instances]


def changed_elsewhere(path: Path, place: int, label: str) -> None:
    """Another program writes to the file."""
    document = Document.from_bytes(path.read_bytes())
    found = document.default_timeline()
    assert found is not None
    item = found[2].instances[place].raw
    text = json.loads(path.read_text())
    wanted = item["id"]

    def visit(value: object) -> None:
        if isinstance(value, dict):
            if value.get("id") == wanted:
                value["label"] = label
            for each in value.values():
                visit(each)
        elif isinstance(value, list):
            for each in value:
                visit(each)

    visit(text)
    path.write_text(json.dumps(text))


def saved(qtbot: QtBot, study: OpenStudy) -> None:
    """Waits until every edit is in the journal."""
    keeping = study.keeping
    assert keeping is not None
    qtbot.waitUntil(lambda: not keeping.unsaved, timeout=20_000)


def test_save_writes_the_file_and_says_that_it_holds_everything(
    qtbot: QtBot, start: Start, path: Path
) -> None:
    program = start()
    study = opened(qtbot, program, path)
    rename(study, "First")
    with qtbot.waitSignal(program.saving.wrote, timeout=20_000):
        program.saving.save()
    assert path.read_bytes() == study.document.to_bytes()
    assert study.keeping is not None
    assert study.keeping.going_on == []
    rename(study, "Second")
    assert len(study.keeping.going_on) == 1
    again = opened(qtbot, start(), path)
    assert labels(path.read_bytes())[0] == "First"
    assert labels(again.document.to_bytes())[0] == "Second"
    assert len(again.recovered.pending) == 1
    again.editor.steps.jump_to(0)
    assert again.document.to_bytes() == sample_study_bytes()


def test_what_was_never_saved_to_the_file_is_there_after_a_restart(
    qtbot: QtBot, start: Start, path: Path
) -> None:
    study = opened(qtbot, start(), path)
    rename(study, "First")
    saved(qtbot, study)
    again = opened(qtbot, start(), path)
    assert labels(again.document.to_bytes())[0] == "First"
    assert path.read_bytes() == sample_study_bytes()


def test_a_file_that_was_written_though_nobody_could_note_it_is_not_edited_twice(
    qtbot: QtBot, start: Start, path: Path
) -> None:
    program = start()
    study = opened(qtbot, program, path)
    rename(study, "First")
    saved(qtbot, study)
    # As far as a program comes that is killed once the file is in place.
    path.write_bytes(study.document.to_bytes())
    again = opened(qtbot, start(), path)
    assert again.document.to_bytes() == study.document.to_bytes()
    assert again.recovered.unfit == ()
    assert again.recovered.pending == ()


def test_a_file_that_was_changed_elsewhere_is_never_written_over_and_put_together(
    qtbot: QtBot, start: Start, path: Path
) -> None:
    program = start()
    study = opened(qtbot, program, path)
    rename(study, "Mine")
    changed_elsewhere(path, 1, "Theirs")
    theirs = path.read_bytes()
    with qtbot.waitSignal(program.study_opened, timeout=20_000):
        program.saving.save()
    assert path.read_bytes() == theirs
    both = program.current
    assert both is not None
    assert both is not study
    assert labels(both.document.to_bytes())[:2] == ["Mine", "Theirs"]
    with qtbot.waitSignal(program.saving.wrote, timeout=20_000):
        program.saving.save()
    assert labels(path.read_bytes())[:2] == ["Mine", "Theirs"]


def test_a_change_elsewhere_is_noticed_when_the_window_comes_to_the_front(
    qtbot: QtBot, start: Start, path: Path
) -> None:
    program = start()
    study = opened(qtbot, program, path)
    qtbot.waitUntil(lambda: program.saving._stamped is study, timeout=20_000)
    changed_elsewhere(path, 1, "Theirs, and longer")
    with qtbot.waitSignal(program.study_opened, timeout=20_000):
        program.saving.look()
    assert program.current is not None
    assert labels(program.current.document.to_bytes())[1] == "Theirs, and longer"


@pytest.fixture
def conflict(qtbot: QtBot, start: Start, path: Path) -> tuple[Program, FileConflict]:
    """The same visit was renamed here and elsewhere, and another one here."""
    program = start()
    study = opened(qtbot, program, path)
    rename(study, "Mine")
    rename(study, "Mine as well", 1)
    changed_elsewhere(path, 0, "Theirs")
    with qtbot.waitSignal(program.saving.conflict, timeout=20_000) as asked:
        program.saving.save()
    (found,) = asked.args
    assert isinstance(found, FileConflict)
    assert len(found.titles) == 1
    assert program.current is study
    return program, found


def test_a_conflict_can_be_settled_by_another_file(
    qtbot: QtBot, conflict: tuple[Program, FileConflict], path: Path, start: Start
) -> None:
    program, asked = conflict
    other = path.with_name("mine.json")
    with qtbot.waitSignal(program.study_opened, timeout=20_000):
        program.saving.keep_mine(asked, other)
    assert labels(other.read_bytes())[:2] == ["Mine", "Mine as well"]
    assert labels(path.read_bytes())[0] == "Theirs"
    again = opened(qtbot, start(), path)
    assert labels(again.document.to_bytes())[0] == "Theirs"
    assert again.recovered.pending == ()


def test_a_conflict_can_be_settled_by_taking_theirs_and_mine_is_kept_beside(
    qtbot: QtBot, conflict: tuple[Program, FileConflict], path: Path
) -> None:
    program, asked = conflict
    with qtbot.waitSignal(program.study_opened, timeout=20_000):
        program.saving.take_theirs(asked)
    assert program.current is not None
    assert program.current.document.to_bytes() == path.read_bytes()
    kept = program.library.edits(program.current.entry.id).result(20)
    assert [each.state.value for each in kept] == ["refused", "refused"]


def test_a_conflict_can_be_settled_by_what_fits(qtbot: QtBot, conflict: tuple[Program, FileConflict]) -> None:
    program, asked = conflict
    with qtbot.waitSignal(program.study_opened, timeout=20_000):
        program.saving.put_together(asked)
    assert program.current is not None
    assert labels(program.current.document.to_bytes())[:2] == ["Theirs", "Mine as well"]


def test_a_file_that_cannot_be_written_says_so_and_loses_nothing(
    qtbot: QtBot, start: Start, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    study = opened(qtbot, program, path)
    rename(study, "First")

    def full(*_: object) -> None:
        raise CannotWrite("The disk is full.")

    monkeypatch.setattr("services.files.write_atomically", full)
    with qtbot.waitSignal(program.noticed, timeout=20_000):
        program.saving.save()
    assert hash_of(path.read_bytes()) == hash_of(sample_study_bytes())
    monkeypatch.undo()
    again = opened(qtbot, start(), path)
    assert labels(again.document.to_bytes())[0] == "First"
