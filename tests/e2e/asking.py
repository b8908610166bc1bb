"""A coordinator before the real window: what they can read in it at this moment, and how few actions it took."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy, prepared
from app.program import Program
from app.settings import Settings
from app.study_dates import SETTING
from services.library import Library, LibrarySettings
from services.library_entries import Freshness, LibraryEvents
from study.dating import NO_DATING, Dating
from study.dating_json import dating_to_json
from tests.app.held_library import ENTRY, HeldLibrary
from ui.main_window import MainWindow
from ui.parts.text import Text
from ui.start import layout_settings
from ui.style import apply_theme
from ui.theme import SystemTheme

MOST_ACTIONS = 3
_PATIENCE_MS = 15_000
_TO_READ = 5  # how often in a row a text must be found where it is
SIZE = (1440, 900)  # the window as it comes up at first
_SEEN = 0.9  # of a part's area must be in sight for its words to count as readable
_LOOKS_RICH = re.compile(r"<[a-zA-Z/][^>]*>")
_INVISIBLE = re.compile(
    "[\u200b\u2060\u00ad\u200e\u200f\u2066-\u2069]"
)  # where long words may break, and directions


class Coordinator:
    """Opens a study in a window of its own and asks it. An action is a click, a key chord, or a text and Enter.

    `reads` is all that can be read without scrolling or hovering: the texts of widgets, the rows of lists, and the
    names of painted cards, cells and visits, each only where nearly all of it is in sight.
    """

    def __init__(self, qtbot: QtBot, folder: Path, content: bytes, dating: Dating = NO_DATING) -> None:
        """`content` is the study's file, `dating` what was typed and kept on another day; opening is no action."""

        def make(settings: LibrarySettings, events: LibraryEvents) -> Library:
            library = HeldLibrary(settings, events)
            if not dating.is_empty:
                library.settings_kept[ENTRY.id, SETTING] = dating_to_json(dating)
            return cast(Library, library)

        self.qtbot = qtbot
        self.actions = 0
        program = Program(folder, Settings(), library=make)
        theme = SystemTheme()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, theme.theme)
        self.window = MainWindow(program, theme, layout_settings(folder))
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        study = OpenStudy(prepared(content), ENTRY, Freshness.CURRENT)
        program.current = study
        with qtbot.waitSignal(study.dating_changed):  # the dates that are kept for it have been asked for
            program.study_opened.emit(study)
        qtbot.waitUntil(self.window.canvas.isVisible)
        text = self.window.parts["Text"]
        assert isinstance(text, Text)
        qtbot.waitUntil(lambda: text.pane.reading.is_done)  # what is read ahead tells the inspector

    def leave(self) -> None:
        """Closes the window."""
        self.window.close()
        self.window.program.close()
        self.window.deleteLater()

    # What people do

    def _act(self) -> None:
        self.actions += 1
        assert self.actions <= MOST_ACTIONS, f"more than {MOST_ACTIONS} actions"

    def press(self, keys: str) -> None:
        """A key chord, wherever the focus is."""
        self._act()
        self._come_back()
        QTest.keySequence(QApplication.focusWidget() or self.window, keys)

    def _come_back(self) -> None:
        """A window manager activates the window again when what lay over it has gone; with no screen there is none."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)

    def enter(self, text: str) -> None:
        """Types a text where the focus is, and Enter."""
        self._act()
        self._come_back()
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit), f"nothing to type in: {field}"
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def click(self, place: QWidget, name: str, *, keys: Qt.KeyboardModifier | None = None) -> None:
        """Clicks what a widget shows under a name: a card, a header, a cell, a row of a list."""
        found = [
            (widget, point)
            for widget, point, words in targets(place)
            if words == name or words.startswith(name + ",")
        ]
        assert found, (
            f"nothing named “{name}” in sight; there are {[words for *_, words in targets(place)][:60]}"
        )
        self._act()
        widget, point = found[0]
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, keys or Qt.KeyboardModifier.NoModifier, point)

    def follow(self, place: QWidget, words: str) -> None:
        """Clicks a link in a text of a widget, found as people find it: the pointer turns into a hand over it."""
        self._act()
        for label in place.findChildren(QLabel):
            if words in _plain(label.text()) and is_in_sight(label, label.rect()):
                point = _link_in(label, words)
                if point is not None:
                    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=point)
                    return
        raise AssertionError(f"no link “{words}” in sight; there is {self.sees(place)}")

    # What they read

    def sees(self, place: QWidget | None = None) -> list[str]:
        """Every text in sight, in the window or one part of it, and in what lies open over it."""
        tops = [place] if place is not None else [self.window, *_popups(self.window)]
        texts = [text for top in tops for text in _texts(top)]
        if place is None and QToolTip.isVisible():
            texts.append(QToolTip.text())
        return [" ".join(_INVISIBLE.sub("", text).split()) for text in texts if text.strip()]

    def reads(self, *words: str, place: QWidget | None = None) -> None:
        """Waits until all these words can be read, each within one text."""

        def missing() -> list[str]:
            texts = self.sees(place)
            return [each for each in words if not any(each in text for text in texts)]

        self._until(lambda: not missing(), lambda: f"{missing()} cannot be read; there is {self.sees(place)}")

    def reads_together(self, *words: str, place: QWidget | None = None) -> None:
        """Waits until all these words can be read in one and the same text."""

        def found() -> bool:
            return any(all(each in text for each in words) for text in self.sees(place))

        self._until(found, lambda: f"no text has {words}; there is {self.sees(place)}")

    def reads_rows(self, head: str, words: str, *, place: QWidget) -> None:
        """Waits until a text is followed by another, as in a row of two columns."""

        def found() -> bool:
            texts = self.sees(place)
            return any(pair == (head, words) for pair in itertools.pairwise(texts))

        self._until(found, lambda: f"no row “{head}: {words}”; there is {self.sees(place)}")

    def reads_nothing_of(self, *words: str, place: QWidget | None = None) -> None:
        """None of these words is in sight."""
        texts = self.sees(place)
        assert not [each for each in words if any(each in text for text in texts)]

    def _until(self, condition: Callable[[], bool], told: Callable[[], str]) -> None:
        """Waits until something holds, and goes on holding: what flits by cannot be read."""
        held = 0

        def holds() -> bool:
            nonlocal held
            held = held + 1 if condition() else 0
            return held >= _TO_READ

        try:
            self.qtbot.waitUntil(holds, timeout=_PATIENCE_MS)
        except AssertionError as error:
            raise AssertionError(told()) from error


def _popups(window: QWidget) -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]


def _texts(top: QWidget) -> Iterator[str]:
    for widget in [top, *top.findChildren(QWidget)]:
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel):
            if is_in_sight(widget, widget.rect()):
                yield _plain(widget.text())
        elif isinstance(widget, (QAbstractButton, QGroupBox)):
            if is_in_sight(widget, widget.rect()):
                yield widget.text() if isinstance(widget, QAbstractButton) else widget.title()
        elif isinstance(widget, QLineEdit):
            yield widget.text() or widget.placeholderText()
        elif isinstance(widget, QTextEdit):
            yield from _lines(widget)
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            yield from (words for *_, words in _rows(widget))
        else:
            yield from (words for *_, words in _painted(widget))


def targets(top: QWidget) -> Iterator[tuple[QWidget, QPoint, str]]:
    for widget in [top, *top.findChildren(QWidget)]:
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QAbstractButton):
            yield widget, widget.rect().center(), widget.accessibleName() or widget.text()
        elif isinstance(widget, QAbstractItemView):
            yield from _rows(widget)
        else:
            yield from _painted(widget)


def _rows(view: QAbstractItemView) -> Iterator[tuple[QWidget, QPoint, str]]:
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        area = view.visualRect(index)
        if is_in_sight(view.viewport(), area):
            words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
            yield view.viewport(), area.center(), str(words or "")


def _painted(widget: QWidget) -> Iterator[tuple[QWidget, QPoint, str]]:
    """The parts that a self-painted widget says it has, of those that are in sight."""
    root = QAccessible.queryAccessibleInterface(widget)
    surface = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    for number in range(root.childCount()):
        child = cast(QAccessibleInterface | None, root.child(number))
        if child is None or child.object() is not None:  # a widget of its own
            continue
        area = child.rect()
        area = QRect(surface.mapFromGlobal(area.topLeft()), area.size())
        if is_in_sight(surface, area):
            yield surface, area.center(), child.text(QAccessible.Text.Name)


def is_in_sight(widget: QWidget, area: QRect) -> bool:
    whole = area.width() * area.height()
    parts = cast(Iterable[QRect], widget.visibleRegion().intersected(area))
    seen = sum(part.width() * part.height() for part in parts)
    return whole > 0 and seen >= _SEEN * whole


_STEP = 4  # pixels between the places at which a link is looked for


def _link_in(label: QLabel, words: str) -> QPoint | None:
    """Where a label has the link with these words; the words may stand before it as well."""
    found = re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', label.text(), re.DOTALL)
    wanted = [href for href, inside in found if words in _INVISIBLE.sub("", _plain(inside))]
    under: list[str] = []
    label.linkHovered.connect(under.append)
    try:
        for y in range(2, label.height(), _STEP):
            for x in range(2, label.width(), _STEP):
                QTest.mouseMove(label, QPoint(x, y))
                if under and under[-1] and under[-1] in wanted:
                    return QPoint(x, y)
    finally:
        label.linkHovered.disconnect(under.append)
    return None


def _lines(text: QTextEdit) -> Iterator[str]:
    """The paragraphs of which something is in sight."""
    port = text.viewport().rect()
    block = text.cursorForPosition(port.topLeft()).block()
    last = text.cursorForPosition(port.bottomRight()).block().blockNumber()
    while block.isValid() and block.blockNumber() <= last:
        yield block.text()
        block = block.next()


def _plain(text: str) -> str:
    return QTextDocumentFragment.fromHtml(text).toPlainText() if _LOOKS_RICH.search(text) else text
