"""Files in the whole window: dropped, several of them and folders, gone meanwhile, and taken off the list."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from services.files import CannotRead, read
from services.library_entries import OpenedStudy, StudyEntry, Where
from tests.app.held_library import ENTRY, HeldLibrary, done
from tests.ui.real_window import real_window
from ui.home import HomeEntry
from ui.main_window import MainWindow

FILE = replace(ENTRY, id="file", title="A file", where=Where.FILE, source=Path("/studies/a.json"))


class FileLibrary(HeldLibrary):
    """Reads files as the library does, keeps nothing, and knows one recent file."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.asked: list[Path] = []
        self.forgotten: list[str] = []

    def list_studies(self) -> Future[list[StudyEntry]]:
        return done([FILE])

    def open_file(self, path: Path) -> Future[OpenedStudy]:
        self.asked.append(path)
        future: Future[OpenedStudy] = Future()
        try:
            read(path)
        except CannotRead as trouble:
            future.set_exception(trouble)
        return future

    def remove(self, study_id: str) -> Future[None]:
        self.forgotten.append(study_id)
        return done(None)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with real_window(qtbot, tmp_path / "window", FileLibrary) as made:
        made.program.link.is_ready = True
        made.program.list_studies()
        qtbot.waitUntil(lambda: bool(made.home.entries()))
        yield made


def library(window: MainWindow) -> FileLibrary:
    return cast(FileLibrary, window.program.library)


def drop(window: MainWindow, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.home.dropEvent(QDropEvent(QPointF(50, 50), copy, mime, left, none))


def test_of_several_files_each_has_a_window(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.json" for n in range(12)]
    for path in paths:
        path.write_text("{}")
    others: list[Path] = []
    window.another_wanted.connect(others.append)
    drop(window, *paths)
    assert library(window).asked == paths[:1]
    assert others == paths[1:8]
    assert any("first 8 files" in sentence for sentence in window.notices.sentences)


def test_a_folder_is_told_and_the_files_beside_it_opened(window: MainWindow, tmp_path: Path) -> None:
    folder, file = tmp_path / "protocols", tmp_path / "a.json"
    folder.mkdir()
    file.write_text("{}")
    drop(window, folder)
    assert library(window).asked == []
    assert any("“protocols” is a folder" in sentence for sentence in window.notices.sentences)
    drop(window, folder, file)
    assert library(window).asked == [file]


@pytest.mark.parametrize("name", ["gone.json", "n" * 300 + ".json"])
def test_a_file_that_is_not_there_is_told_with_what_to_do(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str
) -> None:
    with qtbot.waitSignal(window.program.noticed) as told:
        drop(window, tmp_path / name)
    trouble = told.args[0]
    assert trouble.happened
    assert trouble.advice
    assert not window.is_study_shown


def test_a_recent_file_is_taken_off_the_list_once_confirmed(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = window.home.entries()[0]
    assert entry == HomeEntry(
        id="file",
        title="A file",
        subtitle=f"one.json · {Path('/studies')} · USDM 4.0",
        where="file",
        revision=1,
        last_opened=None,
    )
    monkeypatch.setattr(QDialog, "exec", lambda _: 0)
    window.home.removal_wanted.emit(entry)
    assert library(window).forgotten == []
    monkeypatch.setattr(QDialog, "exec", lambda _: 1)
    with qtbot.waitSignal(window.program.told) as told:
        window.home.removal_wanted.emit(entry)
    assert library(window).forgotten == ["file"]
    assert told.args == ["A file is off the list; its file is unchanged."]
