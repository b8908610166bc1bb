"""What the pictures show beside a study's plain views: each scene sets the window up, and undoes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from tests.scenes_of_editing import Alone, block, cycle, drag, field, history, way
from tests.scenes_of_rules import rule
from tests.scenes_of_simulating import decide, group, simulate, simulate_long, what_if
from ui.dates.field import DateField
from ui.main_window import MainWindow

# Waits until a condition holds, naming what is waited for.
Wait = Callable[[Callable[[], object], str], None]
Scene = Callable[[MainWindow, Wait], "Iterator[QWidget | Alone | None]"]


def _view(window: MainWindow, name: str) -> None:
    window.actions_by_id[name].trigger()


def _alone(window: MainWindow, wait: Wait) -> None:
    """The graph alone, as high as it then is."""
    before = window.canvas.height()
    _view(window, "view_graph")
    wait(lambda: window.canvas.height() > before, "the graph's new size")


def _visit(window: MainWindow, title: str) -> None:
    study = window.study
    assert study is not None
    assert study.projection is not None
    instances = study.projection.planned.graph.instances
    window.select(next(key for key, each in instances.items() if each.title == title))
    window.canvas.fit_selection()
    window.canvas.zoom_actual()


def axis(window: MainWindow, _wait: Wait) -> Iterator[QWidget | Alone | None]:
    """The time axis."""
    _view(window, "view_axis")
    yield None
    _view(window, "view_split")


def to_scale(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """The graph to scale, all of it."""
    _alone(window, wait)
    _view(window, "graph_to_scale")
    window.canvas.fit_all()
    yield None
    _view(window, "graph_to_scale")
    _view(window, "view_split")


def arm(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """An arm's path lit in the graph."""
    study = window.study
    assert study is not None
    assert study.projection is not None
    _alone(window, wait)
    window.select(study.projection.design.arms[0].id or "")
    window.canvas.fit_all()
    yield None
    _view(window, "view_split")


def dates(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """Dates in every view, and what moves because a visit took place three days late."""
    window.show_pane("dates")
    dock = window.panes["dates"].dock
    field = next(each for each in dock.findChildren(DateField) if each.isVisibleTo(dock))
    field.setFocus()
    QTest.keyClicks(field, date(2025, 1, 7).isoformat())
    QTest.keyClick(field, Qt.Key.Key_Return)
    study = window.study
    assert study is not None
    wait(lambda: study.dated() is not None, "dates")
    _visit(window, "Week 8")
    took_place = next(each for each in window.inspector.findChildren(DateField) if each.isVisibleTo(window))
    took_place.setFocus()
    QTest.keyClicks(took_place, date(2025, 3, 7).isoformat())
    QTest.keyClick(took_place, Qt.Key.Key_Return)
    window.canvas.setFocus()
    yield None
    _view(window, "clear_dates")
    _view(window, "show_dates")


def text(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """The protocol's text beside the table, with what was searched for."""
    _view(window, "view_matrix")
    window.show_pane("text")
    pane = window.panes["text"].dock.widget()
    search = getattr(pane, "search")  # noqa: B009 - the pane's own, whatever dock it lies in
    search("30 mg")
    wait(pane.isVisible, "the text")
    yield None
    _view(window, "show_text")
    _view(window, "view_split")


def palette(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """Finding or doing anything."""
    _view(window, "palette")
    yield from _typed(window, "day", wait)


def search(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """Searching all studies."""
    _view(window, "search_studies")
    yield from _typed(window, "vital signs", wait)


def export(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """Exporting, with the first page."""
    _view(window, "export")
    wait(lambda: _over(window) is not None, "the dialog")
    yield _over(window)
    _close(window)


def shortcuts(window: MainWindow, _wait: Wait) -> Iterator[QWidget | Alone | None]:
    """The shortcuts, all of them."""
    from ui.shortcuts.sheet import ShortcutsDialog

    dialog = ShortcutsDialog(window)
    dialog.open()
    yield dialog
    dialog.close()
    dialog.deleteLater()


def tour(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """The tour's first stop."""
    _view(window, "tour")
    guide = getattr(window.parts["Tour"], "guide")  # noqa: B009 - made by the action
    wait(guide.isVisible, "the tour")
    yield None
    guide.end()


def add(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """A visit typed into the graph's palette, and where it will stand."""
    _alone(window, wait)
    _visit(window, "Cycle n Day 8")
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_A)
    yield from _typed(window, "Call like +4d ±1d", wait)
    _view(window, "view_split")


SCENES: Mapping[str, Mapping[str, Scene]] = {
    "sample": {
        "axis": axis,
        "to-scale": to_scale,
        "arm": arm,
        "add": add,
        "palette": palette,
        "search": search,
        "shortcuts": shortcuts,
        "tour": tour,
        "block": block,
        "field": field,
        "way": way,
        "rule": rule,
        "simulate": simulate,
        "decide": decide,
        "group": group,
    },
    "cdisc": {
        "dates": dates,
        "axis": axis,
        "drag": drag,
        "cycle": cycle,
        "history": history,
        "what-if": what_if,
    },
    "alexion": {"text": text, "export": export, "axis": axis, "simulate": simulate_long},
}


@contextmanager
def played(scene: Scene, window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """The scene set up; gives what stands over the window, or None."""
    steps = scene(window, wait)
    over = next(steps)
    yield over
    for _ in steps:
        raise AssertionError("a scene is shown once")


def _typed(window: MainWindow, words: str, wait: Wait) -> Iterator[QWidget | Alone | None]:
    wait(lambda: _over(window) is not None, "the field")
    over = _over(window)
    assert over is not None
    QTest.keyClicks(over.findChildren(QLineEdit)[0], words)
    yield over
    over.close()


def _over(window: MainWindow) -> QWidget | None:
    found = [each for each in window.findChildren(QDialog) if each.isVisible()]
    return found[-1] if found else None


def _close(window: MainWindow) -> None:
    dialog = _over(window)
    if isinstance(dialog, QDialog):
        dialog.reject()
