"""What starts a timeline, timelines inside others, early termination: by hand in navigator, graph and inspector."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from resources.sample import sample_study_bytes
from study.model import ScheduleTimeline
from tests.ui.real_window import opened, real_window
from ui.canvas.wishes import Spot
from ui.edit_dialogs.asking import EditDialog
from ui.edit_dialogs.starting import EarlyTerminationDialog, EntryDialog
from ui.edit_dialogs.sub_timelines import NEW, SubTimelineDialog
from ui.graph.additions import Additions, place_of
from ui.main_window import MainWindow
from ui.navigator.menu import menu_of
from ui.parts.canvas_editing import CanvasEditing
from ui.parts.inspector_menu import InspectorMenu
from ui.parts.navigator_editing import NavigatorEditing


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with real_window(qtbot, tmp_path) as made:
        opened(made, sample_study_bytes())
        yield made


def study_of(window: MainWindow) -> OpenStudy:
    assert window.study is not None
    return window.study


def timeline(window: MainWindow, title: str) -> ScheduleTimeline:
    return next(t for t in study_of(window).document.designs()[0].timelines if t.title == title)


def address_of(window: MainWindow, listed: str, title: str) -> str:
    design = study_of(window).document.designs()[0]
    return next(str(each.id) for each in getattr(design, listed) if each.title == title)


def visit_of(window: MainWindow, title: str) -> str:
    projection = study_of(window).projection
    assert projection is not None
    return next(key for key, each in projection.graph.instances.items() if each.title == title)


def entries(menu: QMenu) -> dict[str, QAction]:
    return {each.text().split("\t")[0]: each for each in menu.actions()}


def row_menu(window: MainWindow, address: str) -> QMenu:
    """The navigator's menu of a row."""
    part = window.parts["NavigatorEditing"]
    assert isinstance(part, NavigatorEditing)
    entry = window.navigator.entry_at(address)
    assert entry is not None
    return menu_of(part.menu.groups(entry, [entry]), window.theme, window)


def inspector_menu(window: MainWindow, address: str) -> QMenu:
    """The menu of the inspector's button."""
    window.select(address)
    button = next(
        each
        for each in window.inspector.findChildren(QToolButton)
        if each.accessibleName() == "What can be done with it"
    )
    assert button.isVisible()
    button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


Says = Callable[[EditDialog], None]


def trigger(monkeypatch: pytest.MonkeyPatch, entry: QAction, say: Says) -> None:
    assert entry.isEnabled(), entry.toolTip()

    def run(dialog: EditDialog) -> int:
        say(dialog)
        dialog.refresh()
        assert dialog.does.isEnabled(), dialog.error.text()
        dialog.accept()
        return 1

    monkeypatch.setattr(EditDialog, "exec", run)
    entry.trigger()


def test_what_starts_a_timeline_is_said_in_the_navigator(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow
) -> None:
    pk = timeline(window, "PK profile")
    before = pk.entry_condition
    menu = row_menu(window, pk.id or "")

    def say(dialog: EditDialog) -> None:
        assert isinstance(dialog, EntryDialog)
        assert isinstance(dialog.command(), str)  # nothing is another one yet
        dialog.event_field.setText("")
        assert "Say what starts it" in str(dialog.command())
        dialog.event_field.setText("A profile is due")

    trigger(monkeypatch, entries(menu)["What starts it…"], say)
    assert pk.entry_condition == "A profile is due"
    assert study_of(window).editor.undo()
    assert pk.entry_condition == before
    entries(menu)["Show its details"].trigger()
    assert study_of(window).selection == pk.id
    assert window.inspector.edit("entryCondition")


def test_the_selected_visit_runs_a_timeline_and_no_longer(window: MainWindow) -> None:
    pk, visit = timeline(window, "PK profile"), visit_of(window, "Cycle n Day 8")
    window.select("")
    off = entries(row_menu(window, pk.id or ""))["Run it inside what is selected"]
    assert not off.isEnabled()
    assert off.toolTip() == "Select the visit or activity first that is to run it."
    window.select(visit)
    entries(row_menu(window, pk.id or ""))["Run it inside Cycle n Day 8"].trigger()
    assert study_of(window).document.index.unique[visit]["timelineId"] == pk.id
    entries(row_menu(window, pk.id or ""))["No longer run it inside Cycle n Day 8"].trigger()
    assert study_of(window).document.index.unique[visit]["timelineId"] is None


def test_an_activity_gets_a_new_timeline_inside_in_one_step(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow
) -> None:
    ecg = next(
        str(each.id) for each in study_of(window).document.designs()[0].activities if not each.children
    )

    def say(dialog: EditDialog) -> None:
        assert isinstance(dialog, SubTimelineDialog)
        dialog.runs.setCurrentIndex(dialog.runs.findData(NEW))
        dialog.refresh()
        assert dialog.error.text() == "A name is missing: type one."
        dialog.called.setText("Triplicate")

    trigger(monkeypatch, entries(row_menu(window, ecg))["Timeline inside it…"], say)
    made = timeline(window, "Triplicate")
    assert study_of(window).document.index.unique[ecg]["timelineId"] == made.id
    assert len(study_of(window).editor.history.steps) == 1
    study_of(window).editor.undo()
    assert "Triplicate" not in [t.title for t in study_of(window).document.designs()[0].timelines]
    assert not study_of(window).document.index.unique[ecg].get("timelineId")


@pytest.mark.parametrize("place", ["navigator", "graph"])
def test_early_termination_is_like_the_end_of_the_study(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow, place: str
) -> None:
    projection = study_of(window).projection
    assert projection is not None
    last = next(k for k in reversed(projection.graph.order) if projection.graph.instances[k].exit is not None)
    if place == "navigator":
        menu = row_menu(window, projection.timeline.id or "")
    else:
        part = window.parts["CanvasEditing"]
        assert isinstance(part, CanvasEditing)
        menu = part.menu(window.canvas, Spot())

    def say(dialog: EditDialog) -> None:
        assert isinstance(dialog, EarlyTerminationDialog)
        assert dialog.like.currentData() == last

    trigger(monkeypatch, entries(menu)["Add early termination…"], say)
    added = study_of(window).document.designs()[0].timelines[-1]
    assert added.title == "Early termination"
    assert added.entry_condition == "The participant leaves the study before its end"
    assert added.instances[0].activities == projection.graph.instances[last].activities
    study_of(window).editor.undo()
    assert len(study_of(window).document.designs()[0].timelines) == len(projection.design.timelines)


def test_the_palette_finds_early_termination_and_timelines_inside(window: MainWindow) -> None:
    projection = study_of(window).projection
    assert projection is not None
    visit = visit_of(window, "Cycle n Day 8")
    found = Additions(place_of(Spot(visit), (visit,), projection), projection)
    dialogs = {getattr(each, "dialog", "") for each in (*found.found("early"), *found.found("inside"))}
    assert {"early_termination", "sub_timeline"} <= dialogs


def test_the_inspector_offers_what_graph_and_navigator_offer(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow
) -> None:
    visit = visit_of(window, "Cycle n Day 8")
    menu = inspector_menu(window, visit)
    offered = set(entries(menu))
    assert {"Add after…", "Shift what comes after…", "Add a decision after…", "Wrap in a cycle…"} <= offered

    def say(dialog: EditDialog) -> None:
        assert isinstance(dialog, SubTimelineDialog)
        dialog.runs.setCurrentIndex(dialog.runs.findText("PK profile"))

    trigger(monkeypatch, entries(menu)["Timeline inside it…"], say)
    menu.close()
    pk = timeline(window, "PK profile").id
    assert study_of(window).document.index.unique[visit]["timelineId"] == pk
    arm = study_of(window).document.designs()[0].arms[0]
    menu = inspector_menu(window, arm.id or "")
    assert {"Rename", "Move up", "Delete"} <= set(entries(menu))
    menu.close()


def test_the_inspector_leads_to_what_is_in_another_timeline(window: MainWindow) -> None:
    step = timeline(window, "PK profile").instances[0].id or ""
    part = window.parts["InspectorMenu"]
    assert isinstance(part, InspectorMenu)
    entries(part.menu(step))["Show it in PK profile"].trigger()
    projection = study_of(window).projection
    assert projection is not None
    assert projection.timeline.title == "PK profile"
    assert "Add after…" in entries(part.menu(step))
