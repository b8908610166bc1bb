"""What the pictures show of editing: gestures held by real events, editors open, steps named; each undone behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.open_study import OpenStudy
from tests.e2e.by_hand import Hand
from ui.axis.frame import ROW
from ui.edit_dialogs.cycles import CycleDialog
from ui.graph.additions import place_of
from ui.graph.dialogs import dialog_for
from ui.history.pane import HistoryPane
from ui.inspector.editing.duration import WindowEditor
from ui.main_window import MainWindow
from ui.matrix.gestures import Part
from ui.parts.canvas_editing import CanvasEditing

Wait = Callable[[Callable[[], object], str], None]
LEFT = Qt.MouseButton.LeftButton
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Alone:
    """A part of the window that is shown without the rest, or an area of it."""

    widget: QWidget
    area: QRect | None = None


def _study(window: MainWindow) -> OpenStudy:
    assert window.study is not None
    return window.study


def _key(window: MainWindow, title: str) -> str:
    projection = _study(window).projection
    assert projection is not None
    return next(key for key, each in projection.planned.times.items() if each.instance.title == title)


def _view(window: MainWindow, name: str) -> None:
    window.actions_by_id[name].trigger()


def _active(window: MainWindow, wait: Wait, widget: QWidget) -> None:
    """The keys in a part of the window, as in one that a person works in, once it has its size."""
    wait(lambda: widget.isVisible() and widget.height() > window.height() / 2, "its size")
    window.activateWindow()
    widget.setFocus(Qt.FocusReason.MouseFocusReason)
    wait(widget.hasFocus, "the keys")


def drag(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """A visit held on the time axis, two weeks later: what moves with it, and the sentence."""
    _view(window, "view_axis")
    view = window.axis.view
    _active(window, wait, view)
    window.select(_key(window, "Week 8"))
    QApplication.processEvents()
    view.verticalScrollBar().setValue(0)
    frame = view.frame().sections[0]
    place = frame.facts.place[_key(window, "Week 8")]
    held = frame.section.visits[place].at
    height = frame.row_top(frame.lanes[place]) - view.frame().scroll + ROW / 2
    start, end = (QPointF(frame.x(held + days * _DAY), height) for days in (0, 14))
    Hand(window).drag(view.viewport(), start, end, CONTROL, let_go=False)
    assert view.hand.foreseen.spots, f"nothing is held: {view.hand.foreseen}"
    yield Alone(window.axis, window.axis.rect().adjusted(0, 0, 0, -window.axis.height() // 3))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    _view(window, "view_split")


def history(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """Steps made in several views, with what the last one changed."""
    hand, study, table = Hand(window), _study(window), window.matrix.view
    _view(window, "view_matrix")
    _active(window, wait, table)
    hand.double_click(table.viewport(), hand.header_line("Week 8", Part.WINDOW))
    hand.press("Ctrl+A")
    hand.type("-5d/+5d")
    hand.press("Return")
    wait(lambda: len(study.editor.history.steps) == 1, "the window")
    hand.double_click(table.viewport(), hand.header_line("Week 12", Part.DAY))
    hand.press("Ctrl+A")
    hand.type("Day 92")
    hand.press("Return")
    wait(lambda: len(study.editor.history.steps) == 2, "the day")
    start, end = hand.cell("ECG", "Week 16"), hand.cell("ECG", "Week 24")
    hand.drag(table.viewport(), QPointF(start), QPointF(end))
    hand.press("Space")
    wait(lambda: len(study.editor.history.steps) == 3, "the marks")
    _view(window, "view_split")
    window.show_pane("history")
    pane = window.findChild(HistoryPane)
    assert isinstance(pane, HistoryPane)
    window.select(_key(window, "Week 12"))
    window.canvas.fit_selection()
    window.canvas.zoom_actual()
    window.notices.clear()
    yield None
    for _ in range(3):
        study.editor.undo()
    _view(window, "show_history")


def block(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """A block of the table marked, and its marks repeated over the visits beside it, before it is let go."""
    hand, table = Hand(window), window.matrix.view
    _view(window, "view_matrix")
    _active(window, wait, table)
    first, last = (
        hand.cell("Vital signs", "Cycle n Day 1"),
        hand.cell("Physical examination", "Cycle n Day 1"),
    )
    hand.drag(table.viewport(), QPointF(first), QPointF(last))
    row, column = hand.row("Physical examination"), hand.column("Cycle n Day 1")
    corner = QPointF(table.cell_rect(row, column).bottomRight()) - QPointF(2, 2)
    hand.drag(
        table.viewport(), corner, QPointF(hand.cell("Physical examination", "Cycle n Day 15")), let_go=False
    )
    assert table.hand.coming is not None, "nothing is repeated"
    yield Alone(table)
    QTest.keyClick(table, Qt.Key.Key_Escape)
    QTest.mouseRelease(table.viewport(), LEFT)
    _view(window, "view_split")


def field(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """A window typed into the inspector that cannot be read, and why."""
    window.select(_key(window, "Cycle n Day 8"))
    window.activateWindow()
    assert window.inspector.edit("window")
    editor = window.inspector.editor()
    assert isinstance(editor, WindowEditor)
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "about 3 days")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    wait(editor.error, "why it cannot be read")
    yield Alone(window.inspector, window.inspector.rect().adjusted(0, 0, 0, -window.inspector.height() // 3))
    QTest.keyClick(editor.line, Qt.Key.Key_Escape)


def cycle(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """What wrapping two visits in a cycle asks, and what it would do."""
    part = window.parts["CanvasEditing"]
    assert isinstance(part, CanvasEditing)
    study, canvas = _study(window), window.canvas
    assert study.projection is not None
    visits = (_key(window, "Week 4"), _key(window, "Week 6"))
    place = place_of(canvas.editing.spot(), visits, study.projection)
    timeline = study.projection.timeline.id or ""
    dialog = dialog_for(
        "cycle", study, timeline, visits, place, window, lambda command, _: part.foresee(canvas, command)
    )
    dialog.open()
    wait(dialog.isVisible, "the dialog")
    assert isinstance(dialog, CycleDialog)
    for line, text in (
        (dialog.condition, "no progression, at most 6 times"),
        (dialog.every, "28 d"),
        (dialog.called, "Next cycle?"),
    ):
        QTest.keyClicks(line, text)
    yield Alone(dialog)
    dialog.reject()
    dialog.deleteLater()


def way(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """A way drawn from a decision, over a visit that it may go to; the others that it may go to are lit."""
    before = window.canvas.height()
    _view(window, "view_graph")
    wait(lambda: window.canvas.height() > before, "the graph's new size")
    hand, canvas = Hand(window), window.canvas
    window.select(_key(window, "May dosing go on?"))
    canvas.fit_selection()
    canvas.zoom_actual()
    _active(window, wait, canvas)
    hand.card("May dosing go on?")
    start, end = hand.port("May dosing go on?"), hand.card("Safety follow-up")
    hand.drag(canvas, QPointF(start), QPointF(end), let_go=False)
    yield Alone(canvas, QRect(0, start.y() - 110, canvas.width(), 280))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    at = QPointF(8, 8)
    there = QPointF(canvas.mapToGlobal(QPoint(8, 8)))
    QApplication.sendEvent(
        canvas, QMouseEvent(QEvent.Type.MouseButtonRelease, at, there, LEFT, Qt.MouseButton.NoButton, NONE)
    )
    _view(window, "view_split")
