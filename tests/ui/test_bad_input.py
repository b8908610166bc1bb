"""Studies and places that are as bad as they come, in the whole window: calm, legible, nothing lost, nothing asked."""

from __future__ import annotations

import csv
import errno
import io
import os
import time
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from resources.sample import sample_study_bytes
from services.trouble import Trouble
from study.document import Document, DocumentError
from tests.fuzz import mutant, sources
from tests.ui.hard_studies import HARD, HOSTILE, LONG
from tests.ui.real_window import opened, real_window
from tests.ui.whole_window import show_everything, timelines
from ui.export import printing
from ui.exports import export
from ui.main_window import MainWindow
from ui.parts.export import Export
from ui.parts.text import Text

# Of processor time, for one study through every view: far more than it takes, far less than for ever.
_ENDLESS_S = 60
_SEED = 2026
_MUTANTS = 12


@pytest.mark.parametrize("name", HARD)
def test_a_hard_study_is_shown_in_every_view(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    content = HARD[name]()
    with real_window(qtbot, tmp_path) as window:
        began = time.process_time()
        study = opened(window, content)
        show_everything(window, study)
        assert time.process_time() - began < _ENDLESS_S
        assert study.document.to_bytes() == content
        window.close_study()
        assert not window.is_study_shown


def test_damaged_files_are_shown_or_refused(qtbot: QtBot, tmp_path: Path) -> None:
    """Mutants of real studies by a fixed seed, in one window, one after the other as a person opens them."""
    studies = {name: data for name, data in sources().items() if len(data) < 400_000}
    shown = 0
    with real_window(qtbot, tmp_path) as window:
        for number in range(_MUTANTS):
            told, content, _ = mutant(studies, _SEED, number)
            try:
                Document.from_bytes(content)
            except DocumentError:
                continue
            began = time.process_time()
            study = opened(window, content)
            show_everything(window, study, grab=number % 4 == 0, most_timelines=2)
            assert time.process_time() - began < _ENDLESS_S, told
            assert study.document.to_bytes() == content, told
            window.close_study()
            shown += 1
    assert shown > _MUTANTS // 3


def test_the_worst_names_still_tell_visits_apart(qtbot: QtBot, tmp_path: Path) -> None:
    with real_window(qtbot, tmp_path) as window:
        before = window.width()
        study = opened(window, HARD["odd labels"]())
        assert study.projection is not None
        assert all(column.title.strip() for column in study.projection.soa.columns)
        window.select(next(key for key in study.projection.planned.times))
        assert window.status.height() < 60
        assert window.width() == before
        assert len(window.windowTitle()) < 3000
        widest = max(
            each.minimumSizeHint().width() for each in window.findChildren(QWidget) if each.isVisible()
        )
        assert widest <= before, LONG[:20]


def test_nothing_in_a_text_runs_asks_or_hides(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HTML of footnotes and narrative is read for its words: no request, no file, no browser, no style of its own."""
    asked: list[str] = []

    def refuse(what: str) -> object:
        return lambda *arguments: asked.append(f"{what} {arguments[-1]!r}")

    before = QTextDocument.loadResource

    def load(document: QTextDocument, kind: int, name: QUrl) -> object:
        asked.append(f"resource {name.toString()}")
        return before(document, kind, name)

    monkeypatch.setattr(QNetworkAccessManager, "get", refuse("get"))
    monkeypatch.setattr(QDesktopServices, "openUrl", refuse("open"))
    monkeypatch.setattr(QTextDocument, "loadResource", load)
    with real_window(qtbot, tmp_path) as window:
        study = opened(window, HARD["hostile text"]())
        show_everything(window, study, most_timelines=2)
        pane = cast(Text, window.parts["Text"]).pane
        window.show_pane("text")
        qtbot.waitUntil(lambda: "Blood is drawn" in pane.browser.toPlainText())
        html, words = pane.browser.toHtml(), pane.browser.toPlainText()
        assert "never closed" in words
        for bad in ("<script", "javascript:", "127.0.0.1", "onclick", "onerror", "etc/hostname", "alert"):
            assert bad in HOSTILE
            assert bad not in html
            assert bad not in words
        assert "font-size:0" not in html.replace(" ", "")
        assert window.windowTitle() != "x"
    assert asked == []


@pytest.mark.parametrize(
    "name", ["crowded visit", "heavy card", "odd labels", "hostile text", "no ids", "forty pieces"]
)
def test_hard_tables_are_exported_whole(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "soa.csv"
    with real_window(qtbot, tmp_path) as window:
        study = opened(window, HARD[name]())
        answer(monkeypatch, path)
        with qtbot.waitSignal(window.program.told, timeout=20_000):
            export("soa", window)
        assert study.projection is not None
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        assert max(len(row) for row in rows) > len(study.projection.soa.columns)


# Places that cannot be written


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """What a person answers to the question where to."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def refused(qtbot: QtBot, window: MainWindow) -> Trouble:
    """What a person is told when an export cannot be written."""
    with qtbot.waitSignal(window.program.noticed, timeout=20_000) as told:
        export("soa", window)
    trouble = told.args[0]
    assert isinstance(trouble, Trouble)
    assert trouble.happened
    assert trouble.advice
    return trouble


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sealed"
    folder.mkdir(mode=0o500)
    with real_window(qtbot, tmp_path) as window:
        opened(window, sample_study_bytes())
        answer(monkeypatch, folder / "soa.csv")
        refused(qtbot, window)
    assert not list(folder.iterdir())


@pytest.mark.parametrize("place", ["a folder.csv", "gone/soa.csv", "a file/soa.csv", "n" * 300 + ".csv"])
def test_places_where_no_file_can_be(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    base = tmp_path / "out"
    (base / "a folder.csv").mkdir(parents=True)
    (base / "a file").write_bytes(b"kept")
    with real_window(qtbot, tmp_path) as window:
        opened(window, sample_study_bytes())
        answer(monkeypatch, base / place)
        refused(qtbot, window)
        assert window.is_study_shown
    assert sorted(each.name for each in base.iterdir()) == ["a file", "a folder.csv"]
    assert (base / "a file").read_bytes() == b"kept"


def test_a_full_disk_keeps_the_file_that_was_there(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stand-in for a disk that is full: the system refuses to put the bytes on it."""
    path = tmp_path / "soa.csv"
    path.write_bytes(b"last week's")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with real_window(qtbot, tmp_path / "window") as window:
        opened(window, sample_study_bytes())
        answer(monkeypatch, path)
        monkeypatch.setattr(os, "fsync", full)
        trouble = refused(qtbot, window)
        monkeypatch.undo()
        assert "full" in f"{trouble.happened} {trouble.advice}".lower() or "space" in trouble.advice.lower()
    assert path.read_bytes() == b"last week's"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["soa.csv"]


def test_no_printer_is_told_with_a_way_out(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    with real_window(qtbot, tmp_path) as window:
        opened(window, HARD["heavy card"]())
        window.actions_by_id["print"].trigger()
        dialog = cast(Export, window.parts["Export"]).dialog
        assert dialog is not None
        qtbot.waitUntil(lambda: dialog.preview.count > 0, timeout=20_000)
        dialog.print_wanted.emit(dialog.choice)
        assert any("printer" in sentence for sentence in dialog.notices.sentences)
        ways = [each for each in dialog.notices.findChildren(QPushButton) if "PDF" in each.text()]
        assert len(ways) == 1
        ways[0].click()
        assert dialog.choice.ending == ".pdf"
        assert dialog.notices.sentences == []
        dialog.reject()
        QApplication.processEvents()


# The window itself


def test_no_bar_of_tabs_lies_over_the_header(qtbot: QtBot, tmp_path: Path) -> None:
    with real_window(qtbot, tmp_path) as window:
        opened(window, sample_study_bytes())
        for _ in range(3):
            window.reset_layout()
            QApplication.processEvents()
        header = window.header.geometry()
        bars = [bar for bar in window.findChildren(QTabBar) if bar.parent() is window and bar.isVisible()]
        assert not [bar for bar in bars if bar.geometry().intersects(header)]


def test_timelines_come_and_go_without_a_main_one(qtbot: QtBot, tmp_path: Path) -> None:
    with real_window(qtbot, tmp_path) as window:
        for name in ("no main timeline", "three main timelines"):
            study = opened(window, HARD[name]())
            assert len(timelines(study)) == 5
            for timeline in timelines(study):
                window.show_timeline(timeline)
                assert study.projection is not None
                assert study.projection.timeline.id == timeline
            window.actions_by_id["main_timeline"].trigger()
            window.close_study()
