"""A new user's first hour: Home, the sample, one selection in all views, a real study, sub-timelines, exports."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from resources.sample import sample_study_bytes
from tests.e2e.conftest import StartDesktop
from tests.e2e.desktop import SAMPLE_TITLE, Desktop
from tests.shared import ROOT, shared_study_path
from ui.navigator.entries import Entry


def click_row(view: object, row: int) -> None:
    """Click the middle of a row of one of the lists."""
    rect = view.visualRect(view.model().index(row, 0))  # type: ignore[attr-defined]
    view.scrollTo(view.model().index(row, 0))  # type: ignore[attr-defined]
    rect = view.visualRect(view.model().index(row, 0))  # type: ignore[attr-defined]
    QTest.mouseClick(
        view.viewport(),  # type: ignore[attr-defined]
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        rect.center(),
    )


def double_click_cell(desktop: Desktop, row: int, column: int) -> None:
    """Double-click a cell of the matrix, brought into view first."""
    view = desktop.window.matrix.view
    view._move_cursor(row, column, select=False)
    at = view.cell_rect(row, column).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_a_new_user_finds_the_sample_and_opens_it(start: StartDesktop) -> None:
    desktop = start()
    assert desktop.window.pages.currentWidget() is desktop.window.home
    desktop.until_online()
    desktop.open(SAMPLE_TITLE)
    window = desktop.window
    assert window.canvas.scene is not None
    assert window.canvas.scene.count >= 14
    assert window.matrix.view.schedule() is not None
    assert [entry.title for entry in window.navigator.entries()].count("Main timeline") <= 1
    assert "Synced" in window.status.connection_words
    assert window.notices.sentences == []


def test_the_sample_is_opened_as_soon_as_it_is_there(start: StartDesktop) -> None:
    desktop = start()
    desktop.trigger("sample")
    study = desktop.until_open()
    assert study.title.startswith(SAMPLE_TITLE)


def test_one_selection_in_every_view(start: StartDesktop) -> None:
    desktop = start()
    study = desktop.open(SAMPLE_TITLE)
    window = desktop.window
    study.select("")

    desktop.click_card("Instance_C_D8")
    assert study.selection == "Instance_C_D8"
    where = desktop.selections
    assert (where["canvas"], where["matrix"], where["inspector"]) == ("Instance_C_D8",) * 3
    assert "Cycle n Day 8" in window.status._selection.toolTip()

    view = window.matrix.view
    soa = view.schedule()
    assert soa is not None
    column = [each.key for each in soa.columns].index("Instance_BASELINE")
    view._move_cursor(0, column, select=False)
    at = QPoint(round(view.grid.column_left(column) + 20), view.grid.header_height - 10)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert study.selection == "Instance_BASELINE"
    where = desktop.selections
    assert (where["canvas"], where["matrix"], where["inspector"]) == ("Instance_BASELINE",) * 3

    rows = window.navigator.entries()
    row = next(
        at for at, each in enumerate(rows) if isinstance(each, Entry) and each.address == "Activity_SAFETY"
    )
    click_row(window.navigator._list, row)
    where = desktop.selections
    assert (where["navigator"], where["matrix"], where["inspector"]) == ("Activity_SAFETY",) * 3

    window.inspector.link_activated.emit("Instance_SCREEN")
    where = desktop.selections
    assert (where["canvas"], where["matrix"], where["inspector"]) == ("Instance_SCREEN",) * 3

    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_End)
    assert (
        study.selection == desktop.selections["canvas"] == desktop.selections["matrix"] != "Instance_SCREEN"
    )


def test_a_real_study_its_sub_timelines_and_its_problems(start: StartDesktop) -> None:
    path = shared_study_path("alexion-nct04573309-v4")
    desktop = start()
    desktop.until_online()
    study = desktop.open_file(path)
    window = desktop.window
    main = study.projection
    assert main is not None
    assert main.timeline == main.design.main_timeline

    # From a mark into the sub-timeline behind it, and back.
    (row, column), mark = next((at, mark) for at, mark in main.soa.marks.items() if mark.sub_timeline)
    double_click_cell(desktop, row, column)
    assert study.projection is not None
    assert study.projection.timeline.id == mark.sub_timeline
    assert window.matrix.view.schedule() is study.projection.soa
    desktop.trigger("main_timeline")
    assert study.projection.timeline == main.timeline
    assert window.matrix.view.schedule() is study.projection.soa

    # One click on a finding goes to its place.
    desktop.trigger("show_problems")
    desktop.until(window.problems.isVisible, "the problems")
    findings = window.problems.shown()
    assert window.status._count.text().strip().startswith(str(len(study.findings)))
    row = next(
        at
        for at, finding in enumerate(findings)
        if finding.timeline_id and finding.timeline_id != main.timeline.id and study.entity(finding.entity_id)
    )
    click_row(window.problems._list, row)
    assert study.selection == findings[row].entity_id
    assert desktop.selections["inspector"] == findings[row].entity_id
    assert study.projection.timeline.id == findings[row].timeline_id

    # Home, and back to the study, which stayed open.
    desktop.trigger("home")
    assert window.pages.currentWidget() is window.home
    assert desktop.program.current is study
    desktop.trigger("view_split")
    assert window.pages.currentWidget() is window.views


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """What the file dialog answers: the paths here, in turn."""
    paths: list[Path] = []

    def chosen(*_: object, **__: object) -> tuple[str, str]:
        return str(paths.pop(0)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(chosen))
    return paths


def test_exports_from_the_window(start: StartDesktop, save_as: list[Path], tmp_path: Path) -> None:
    desktop = start()
    desktop.open(SAMPLE_TITLE)
    table, picture, usdm = tmp_path / "soa.csv", tmp_path / "graph.png", tmp_path / "study"
    save_as += [table, picture, usdm]
    desktop.trigger("export_soa")
    desktop.until_told("soa.csv")
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert any("12-lead ECG" in row[0] for row in rows)
    desktop.trigger("export_graph")
    desktop.until_told("graph.png")
    assert QImage(str(picture)).width() > 500
    desktop.trigger("export_usdm")
    desktop.until_told("study.json")
    # The ending is added where the person left it out, and unchanged means the same bytes.
    assert (tmp_path / "study.json").read_bytes() == sample_study_bytes()


def test_an_export_of_the_timeline_on_screen(
    start: StartDesktop, save_as: list[Path], tmp_path: Path
) -> None:
    desktop = start()
    study = desktop.open(SAMPLE_TITLE)
    study.show_timeline("Timeline_PK")
    save_as.append(tmp_path / "pk.csv")
    desktop.trigger("export_soa")
    desktop.until_told("pk.csv")
    assert "PK blood sample" in (tmp_path / "pk.csv").read_text(encoding="utf-8-sig")
    assert "12-lead ECG" not in (tmp_path / "pk.csv").read_text(encoding="utf-8-sig")


def test_importing_sends_a_file_to_the_backend_and_opens_it(start: StartDesktop) -> None:
    desktop = start()
    desktop.until_online()
    desktop.window.home.import_file.emit(str(ROOT / "tests/fixtures/minimal-v3.usdm.json"))
    study = desktop.until_open()
    assert study.entry.source is None
    assert study.entry.revision == 1
    desktop.trigger("close_study")
    assert desktop.program.current is None
    assert desktop.until_listed(study.entry.title).id == study.entry.id
