"""A person's hand in the real window: every key, click and drag is sent as the system sends it, and counted.

What a test does through it a person could do: a place is found by what it shows, a field by having the keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tests.e2e.asking import is_in_sight, targets
from ui.canvas.ports import Port, place_of
from ui.canvas.ports import Side as PortSide
from ui.canvas.view import ScheduleCanvas
from ui.graph.adding import AddPalette
from ui.main_window import MainWindow
from ui.matrix.gestures import Part
from ui.matrix.grid import HEADER
from ui.matrix.letters import visit_title
from ui.matrix.view import MatrixView

WAIT_MS = 30_000
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
_LOOK_MS = 5
_AT_REST = 4  # looks in a row at which something stands at the same place
_STEPS = 6  # moves of the mouse in one drag


Answer = Callable[[QWidget], object]
"""What is done with a menu or dialog that has opened."""


class Hand:
    """Works in a window whose study is open. `clicks` and `keys` count what was done; a drag is a click."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.clicks = 0
        self.keys = 0

    # Waiting

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Lets the window live until something holds."""
        deadline = QDeadlineTimer(WAIT_MS)
        while not condition():
            if deadline.hasExpired():
                raise AssertionError(f"{what} did not come; notices {self.window.notices.sentences}")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    # Keys

    @property
    def focus(self) -> QWidget:
        """What has the keys."""
        if QApplication.activeWindow() is None:  # as a window manager does when what lay over it has gone
            self.window.activateWindow()
            self.until(self.window.isActiveWindow, "the window's turn")
        return QApplication.focusWidget() or self.window

    def press(self, *chords: str) -> None:
        """Key chords, one after the other, wherever the keys are."""
        for chord in chords:
            self.keys += 1
            QTest.keySequence(self.focus, QKeySequence(chord))

    def type(self, text: str) -> None:
        """Types a text where the keys are; each character is a keystroke."""
        self.keys += len(text)
        QTest.keyClicks(self.focus, text)

    def has_palette(self) -> bool:
        """Whether the palette of what can be added is open."""
        return any(each.isVisible() for each in self.window.findChildren(AddPalette))

    def palette(self) -> None:
        """Waits for the palette of what can be added, which then has the keys."""
        self.until(self.has_palette, "the palette")

    # The mouse

    def click(self, place: QWidget, name: str, keys: Qt.KeyboardModifier = NONE) -> None:
        """Clicks what a part of the window shows in sight under a name."""
        widget, point = self.found(place, name)
        self.clicks += 1
        QTest.mouseClick(widget, LEFT, keys, point)

    def double_click(self, place: QWidget, point: QPoint) -> None:
        """Two clicks at one point."""
        self.clicks += 2
        QTest.mouseClick(place, LEFT, NONE, point)
        QTest.mouseDClick(place, LEFT, NONE, point)
        QTest.mouseRelease(place, LEFT, NONE, point)

    def found(self, place: QWidget, name: str) -> tuple[QWidget, QPoint]:
        """Where a part of the window shows something in sight under a name."""
        there = [(widget, point, words) for widget, point, words in targets(place)]
        fits = [each for each in there if each[2] == name or each[2].startswith(name + ",")]
        assert fits, f"nothing named “{name}” in sight; there are {[words for *_, words in there][:80]}"
        return fits[0][0], fits[0][1]

    def drag(
        self,
        place: QWidget,
        start: QPointF,
        end: QPointF,
        keys: Qt.KeyboardModifier = NONE,
        *,
        let_go: bool = True,
    ) -> None:
        """Presses at one point, moves in steps, and lets go at another."""
        self.clicks += 1

        def send(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
            there = QPointF(place.mapToGlobal(at.toPoint()))
            QApplication.sendEvent(place, QMouseEvent(kind, at, there, button, held, keys))

        nothing = Qt.MouseButton.NoButton
        send(QEvent.Type.MouseMove, start, nothing, nothing)
        send(QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
        for step in range(1, _STEPS + 1):
            send(QEvent.Type.MouseMove, start + (end - start) * step / _STEPS, nothing, LEFT)
        if let_go:
            send(QEvent.Type.MouseButtonRelease, end, LEFT, nothing)

    # What opens over the window

    def choose(self, place: QWidget, name: str, *entries: str, then: Answer | None = None) -> None:
        """Opens the menu of what is shown under a name, and chooses an entry, in submenus where several are named.

        `then` answers the dialog that this opens.
        """
        self.choose_at(*self.found(place, name), *entries, then=then)

    def choose_at(self, widget: QWidget, point: QPoint, *entries: str, then: Answer | None = None) -> None:
        """Opens the menu at a point, and chooses an entry."""
        self.clicks += 1
        with self.answering(lambda menu: self._choose_in(menu, entries), *([then] if then else [])):
            QTest.mouseClick(widget, RIGHT, NONE, point)
            shown = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point))
            QApplication.sendEvent(widget, shown)

    def _choose_in(self, menu: QWidget, entries: tuple[str, ...]) -> None:
        assert isinstance(menu, QMenu)
        there = {each.text().split("\t")[0]: each for each in menu.actions()}
        entry = there.get(entries[0])
        assert entry is not None, f"no “{entries[0]}” among {list(there)}"
        assert entry.isEnabled(), f"“{entries[0]}” cannot be: {entry.toolTip()}"
        self.clicks += 1
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(entry).center())
        inside = entry.menu()
        if isinstance(inside, QMenu):
            self.until(inside.isVisible, "the menu inside")
            self._choose_in(inside, entries[1:])

    @contextmanager
    def answering(self, *answers: Answer) -> Iterator[None]:
        """What is done inside opens menus or dialogs, which hold it up until they are answered, in this order."""
        left = list(answers)
        failed: list[BaseException] = []
        first = _over()
        before: list[QWidget] = [] if first is None else [first]
        timers: list[QTimer] = []

        def wait_for_next() -> None:
            # One for each answer: a timer does not fire again within what it set off, and answers may be nested.
            timer = QTimer()
            timer.timeout.connect(look)
            timers.append(timer)
            timer.start(_LOOK_MS)

        def look() -> None:
            over = _over()
            if over is None or over in before or not left:
                return
            before.append(over)
            answer = left.pop(0)
            timers[-1].stop()
            if left:
                wait_for_next()
            try:
                answer(over)
            except BaseException as error:  # noqa: BLE001 - a slot would swallow it
                failed.append(error)
                left.clear()
                over.close()

        wait_for_next()
        try:
            yield
            self.until(lambda: failed or not left, "what was to be answered")
        finally:
            for timer in timers:
                timer.stop()
        if failed:
            raise failed[0]

    def filled_in(self, *texts: str) -> Answer:
        """Answers a dialog: its fields, by Tab from one to the next, then Enter. "" leaves one as it is."""

        def fill(dialog: QWidget) -> None:
            assert isinstance(dialog, QDialog)
            self.until(lambda: dialog.isActiveWindow() and QApplication.focusWidget(), "the keys")
            for number, text in enumerate(texts):
                if number:
                    self.press("Tab")
                self.type(text)
            self.press("Return")

        return fill

    # Places in the views

    def card(self, title: str, canvas: ScheduleCanvas | None = None) -> QPoint:
        """The middle of a card of the graph, once it is in sight and at rest."""
        shown = canvas or self.window.canvas
        seen: list[QPoint] = []

        def rests() -> bool:
            x, y = shown.point_of(self._node(shown, title))
            seen.append(QPoint(round(x), round(y)))
            return shown.rect().contains(seen[-1]) and seen[-_AT_REST:] == [seen[-1]] * _AT_REST

        self.until(rests, f"{title} in sight")
        return seen[-1]

    def is_in_graph(self, title: str) -> bool:
        """Whether the middle of a card is in sight."""
        canvas = self.window.canvas
        x, y = canvas.point_of(self._node(canvas, title))
        return canvas.rect().adjusted(8, 8, -8, -8).contains(QPoint(round(x), round(y)))

    def port(self, title: str, side: PortSide = PortSide.OUT) -> QPoint:
        """The edge of a card from which ways are drawn."""
        canvas = self.window.canvas
        assert canvas.scene is not None
        x, y = canvas.camera.to_view(place_of(canvas.scene, Port(self._node(canvas, title), side)))
        return QPoint(round(x), round(y))

    def _node(self, canvas: ScheduleCanvas, title: str) -> int:
        scene = canvas.scene
        assert scene is not None
        return next(node for node in range(scene.count) if scene.face(node).title == title)

    @property
    def table(self) -> MatrixView:
        """The table."""
        return self.window.matrix.view

    def row(self, title: str) -> int:
        """The row of an activity."""
        soa = self.table.sheet.soa
        assert soa is not None
        return next(row for row, each in enumerate(soa.rows) if each.title == title)

    def column(self, title: str) -> int:
        """The column of a visit."""
        soa = self.table.sheet.soa
        assert soa is not None
        return next(column for column, each in enumerate(soa.columns) if each.title == title)

    def cell(self, activity: str, visit: str) -> QPoint:
        """The middle of a cell, scrolled into sight."""
        row, column = self.row(activity), self.column(visit)
        self.table.bring_into_view(row, column)
        return self.table.cell_rect(row, column).center()

    def header_line(self, visit: str, part: Part) -> QPoint:
        """The middle of a line of a visit's header: its name, its day or its window."""
        view, column = self.table, self.column(visit)
        view.bring_into_view(HEADER, column)
        lines, top = visit_title(view.sheet, view.grid, view.fonts, column)
        at = {Part.NAME: 0, Part.DAY: len(lines), Part.WINDOW: len(lines) + 1}[part]
        area = view.cell_rect(HEADER, column)
        assert is_in_sight(view.viewport(), area), f"the header of {visit} is not in sight"
        return QPoint(area.center().x(), round(top + (at + 0.5) * view.grid.line))


def _over() -> QWidget | None:
    """The menu or dialog that lies open over everything."""
    found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    return found if isinstance(found, QObject) and found.isVisible() else None
