"""A new study in the whole window: asked for by key, made on the backend or in a file, and opened for editing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from services.files import read
from services.library_entries import Freshness, OpenedStudy, StudyEntry, Where
from study.commands.activities import AddActivity
from study.document import Document
from study.new_study_templates import CYCLES, EMPTY, TEMPLATES
from tests.app.held_library import ENTRY, HeldLibrary, done
from tests.ui.real_window import real_window
from ui.edit_dialogs.new_study import NewStudyDialog
from ui.main_window import MainWindow


class NewLibrary(HeldLibrary):
    """Reads files as the library does, and keeps what is imported."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.imported: list[bytes] = []

    def open_file(self, path: Path) -> Future[OpenedStudy]:
        entry = StudyEntry("f", path.name, path.name, "", 0, Where.FILE, None, True, None, None, path)
        return done(OpenedStudy(entry, read(path), Freshness.CURRENT))

    def import_study(self, content: bytes, **_told: object) -> Future[StudyEntry]:
        self.imported.append(content)
        return done(ENTRY)

    def open_study(self, study_id: str, progress: Callable[[int, int], None]) -> Future[OpenedStudy]:
        return done(OpenedStudy(ENTRY, self.imported[-1], Freshness.CURRENT))

    def describe(self, *_told: object) -> Future[None]:
        return done(None)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with real_window(qtbot, tmp_path / "window", NewLibrary) as made:
        yield made


def answers(monkeypatch: pytest.MonkeyPatch, answer: Callable[[NewStudyDialog], None]) -> None:
    """The dialog is shown and filled in as a person would."""

    def run(dialog: NewStudyDialog) -> int:
        dialog.show()
        answer(dialog)
        return dialog.result()

    monkeypatch.setattr(NewStudyDialog, "exec", run)


def test_one_key_a_title_and_enter_make_a_study_on_the_backend(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: NewStudyDialog) -> None:
        assert not dialog.create_button.isEnabled()
        assert dialog.create_button.toolTip() == "A study needs a title: type one."
        QTest.keyClicks(dialog.title_field, "Sleep in shift workers")
        QTest.keyClick(dialog.title_field, Qt.Key.Key_Return)

    answers(monkeypatch, answer)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.is_study_shown)
    study = window.study
    assert study is not None
    assert study.document.title == "Sleep in shift workers"
    assert study.projection is not None
    assert [visit.title for visit in study.projection.graph.instances.values()] == [EMPTY.visits[0].name]
    assert cast(NewLibrary, window.program.library).imported
    assert study.editor.do(AddActivity("Actigraphy")) is not None


def test_home_offers_it_and_a_template_is_kept_in_a_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "cycles.json"
    begun: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        begun.append(Path(start).name)
        return str(target), ""

    def answer(dialog: NewStudyDialog) -> None:
        QTest.keyClicks(dialog.title_field, "Four / cycles")
        dialog.option(CYCLES.title).click()
        dialog.option("In a file").click()
        dialog.create_button.click()

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    answers(monkeypatch, answer)
    QTest.mouseClick(window.home.new_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.is_study_shown)
    assert begun == ["Four - cycles.json"]
    kept = Document.from_bytes(target.read_bytes())
    assert kept.title == "Four / cycles"
    assert window.study is not None
    assert window.study.entry.source == target
    assert not window.study.findings


def test_where_the_file_cannot_be_written_a_sentence_says_so_and_nothing_opens(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    told: list[str] = []
    window.program.noticed.connect(lambda trouble: told.append(trouble.message))
    window.program.create_study("Any", EMPTY, tmp_path / "nowhere" / "a.json")
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].endswith("Choose another folder.")
    assert not window.is_study_shown


def test_without_a_backend_it_says_why_and_a_file_is_chosen(qtbot: QtBot) -> None:
    dialog = NewStudyDialog(None, "The backend cannot be reached.")
    qtbot.addWidget(dialog)
    backend = dialog.option("On the backend")
    assert not backend.isEnabled()
    assert backend.accessibleDescription() == "The backend cannot be reached."
    assert dialog.in_file
    assert [dialog.option(each.title).accessibleDescription() for each in TEMPLATES] == [
        each.purpose for each in TEMPLATES
    ]
