"""In the window: Save by key, the title that says what the file lacks, and the question where two wrote the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.open_study import prepared
from app.saving import FileConflict
from resources.sample import sample_study_bytes
from services.library_entries import Freshness, OpenedStudy, Where
from tests.app.held_library import ENTRY, HeldLibrary, done
from tests.ui.conftest import ShowStudy
from tests.ui.parts.test_editing import rename
from ui.main_window import MainWindow
from ui.parts.saving import ConflictDialog


def test_the_title_says_what_the_file_lacks_and_saving_ends_it(
    qtbot: QtBot,
    window: MainWindow,
    libraries: list[HeldLibrary],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (library,) = libraries
    path = tmp_path / "study.json"
    path.write_bytes(sample_study_bytes())
    entry = replace(ENTRY, id="file:x", source=path, where=Where.FILE, revision=None)
    opened = OpenedStudy(entry, sample_study_bytes(), Freshness.CURRENT)
    monkeypatch.setattr(library, "open_file", lambda _: done(opened), raising=False)
    monkeypatch.setattr(library, "describe", lambda *_: done(None), raising=False)
    written: list[bytes] = []

    def write(_id: str, _path: Path, content: bytes, _edits: list[str], _expected: str) -> object:
        written.append(content)
        return done("sha256:new")

    monkeypatch.setattr(library, "write_working_copy", write, raising=False)
    with qtbot.waitSignal(window.study_shown):
        window.open_path(path)
    study = window.study
    assert study is not None
    before = window.windowTitle()
    rename(study, "First")
    assert "not in the file yet" in window.windowTitle()
    qtbot.waitUntil(lambda: window.status.kept_words == "Saved, not in the file yet")
    window.actions_by_id["save"].trigger()
    qtbot.waitUntil(lambda: window.status.kept_words == "In the file")
    assert window.windowTitle() == before
    assert written == [study.document.to_bytes()]


def test_saving_a_study_of_the_backend_says_that_nothing_is_to_be_done(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study()
    window.actions_by_id["save"].trigger()
    assert any("saved as it is made" in sentence for sentence in window.notices.sentences)


def test_a_conflict_names_the_edits_and_offers_three_ways(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study()
    opened = OpenedStudy(ENTRY, sample_study_bytes(), Freshness.CURRENT)
    conflict = FileConflict(study, opened, prepared(sample_study_bytes()), ("Rename A to B",))
    dialog = ConflictDialog(conflict, window)
    qtbot.addWidget(dialog)
    offered = [
        each for each in dialog.findChildren(QPushButton) if "heirs" in each.text() or "mine" in each.text()
    ]
    assert len(offered) == 3
    offered[1].click()
    assert dialog.choice == "theirs"
