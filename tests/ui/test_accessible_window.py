"""The whole window through Qt's accessibility tree and by Tab: everything named, in reach, seen to have the keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QCursor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.actions import ACTIONS
from app.open_study import OpenStudy
from resources.sample import sample_study_bytes
from tests.ui.real_window import opened, real_window
from tests.ui.whole_window import PANES, date_anchors
from ui.main_window import MainWindow
from ui.palette.offers import offers
from ui.theme import contrast
from ui.widgets.focus_ring import FocusRing

NAME = QAccessible.Text.Name
# A page that scrolls is a plain pane to Qt; its name is what a screen reader says.
PLAIN = (QAccessible.Role.NoRole, QAccessible.Role.Client)
VIEWS = ("view_split", "view_axis")
# A label with several links takes a Tab for each.
_AT_ONE = 12
_AA = 4.5
_STROKE = 8  # pixels
_LEAST_CARD = 60
_MOST_STOPS = 400


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    QCursor.setPos(1, 1)
    with real_window(qtbot, tmp_path, size=(1280, 800)) as made:
        made.set_theme(made.theme)
        yield made


@pytest.fixture
def study(window: MainWindow) -> OpenStudy:
    made = opened(window, sample_study_bytes())
    date_anchors(made)
    window.select(next(iter(made.projection.planned.times)))  # type: ignore[union-attr]
    QApplication.processEvents()
    return made


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """An interface and all below it that are not hidden."""
    if interface.state().invisible:
        return
    yield interface
    for child in children(interface):
        yield from tree(child)


def children(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    """Those right below an interface, whatever of them there is by now."""
    asked: list[QAccessibleInterface | None] = [
        interface.child(place) for place in range(interface.childCount())
    ]
    return [child for child in asked if child is not None and child.isValid()]


def told(interface: QAccessibleInterface) -> str:
    """What it is, for the words of a failure."""
    return f"{type(interface.object()).__name__} {interface.text(NAME)!r} {interface.role()}"


def faults(window: MainWindow) -> list[str]:
    """What a screen reader would stumble over."""
    found: list[str] = []
    for each in tree(QAccessible.queryAccessibleInterface(window)):
        widget = each.object()
        takes_tab = isinstance(widget, QWidget) and Qt.FocusPolicy.TabFocus in widget.focusPolicy()
        if each.state().focusable or takes_tab:
            if not each.text(NAME).strip():
                found.append(f"no name: {told(each)}")
            if each.role() in PLAIN and not isinstance(widget, QScrollArea):
                found.append(f"no role: {told(each)}")
        called_so: dict[str, set[object]] = {}
        for child in children(each):
            inside: object = child.object()
            state = child.state()
            if isinstance(inside, QWidget) and state.focusable and not state.invisible:
                # The same link may stand in two sections: it leads to one place.
                what = inside.text() if isinstance(inside, QLabel) else inside
                called_so.setdefault(child.text(NAME), set()).add(what)
        found += [f"{len(n)} called {name!r} in {told(each)}" for name, n in called_so.items() if len(n) > 1]
    return found


def test_home_is_named_throughout(window: MainWindow) -> None:
    assert faults(window) == []


def test_everything_that_takes_the_keys_has_a_name_and_a_role_of_its_own(
    window: MainWindow, study: OpenStudy
) -> None:
    found: set[str] = set()
    for view in VIEWS:
        window.show_views(view)
        QApplication.processEvents()
        found.update(faults(window))
    for pane in PANES:
        window.show_pane(pane)
        QApplication.processEvents()
        found.update(faults(window))
    assert sorted(found) == []


@pytest.mark.parametrize("view", ["canvas", "matrix", "axis"])
def test_what_is_painted_has_a_name_a_place_and_a_state(
    window: MainWindow, study: OpenStudy, view: str
) -> None:
    window.show_views({"canvas": "view_graph", "matrix": "view_matrix", "axis": "view_axis"}[view])
    QApplication.processEvents()
    outside = QRect(window.mapToGlobal(window.rect().topLeft()), window.size())
    widget = getattr(window, view)
    painted = [
        each
        for each in tree(QAccessible.queryAccessibleInterface(widget))
        if not isinstance(each.object(), QWidget)
    ]
    assert len(painted) > 10
    for each in painted:
        assert each.role() not in PLAIN, told(each)
        state = each.state()
        if not state.offscreen and each.rect().isValid():
            assert outside.intersects(each.rect()), told(each)
    names = [each.text(NAME) for each in painted if each.state().focusable or each.state().selectable]
    assert len(names) > 10
    assert all(name.strip() for name in names)
    assert any(each.state().selected for each in painted)


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast-light", "contrast-dark"])
@pytest.mark.parametrize(
    ("view", "role"),
    [("canvas", QAccessible.Role.ListItem), ("matrix", QAccessible.Role.ColumnHeader)],
)
def test_names_are_painted_to_be_read_in_every_theme(
    window: MainWindow, study: OpenStudy, appearance: str, view: str, role: QAccessible.Role
) -> None:
    """Measured from pixels: the ink farthest from a part's own ground, selected ones among them, AA at least."""
    window.system_theme.choose(appearance)
    window.set_theme(window.system_theme.theme)
    window.show_views({"canvas": "view_graph", "matrix": "view_matrix"}[view])
    QApplication.processEvents()
    widget = getattr(window, view)
    seen = QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())
    measured = {}
    for each in tree(QAccessible.queryAccessibleInterface(widget)):
        if each.role() != role or isinstance(each.object(), QWidget) or not seen.contains(each.rect()):
            continue
        if each.rect().width() < _LEAST_CARD:  # a sign, with no name on it
            continue
        picture = window.grab(each.rect().translated(-window.mapToGlobal(window.rect().topLeft()))).toImage()
        pixels = Counter(
            picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
        )
        ground = QColor(pixels.most_common(1)[0][0])
        # A letter's strokes are many pixels of one colour; a stray one proves nothing.
        inks = [QColor(name) for name, count in pixels.items() if count >= _STROKE]
        measured[each.text(NAME), each.state().selected] = max(contrast(ink, ground) for ink in inks)
    assert len(measured) >= 2
    assert {name: ratio for name, ratio in measured.items() if ratio < _AA} == {}


# Tab


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keys"
    return found


def ring(*, back: bool = False, visit: Callable[[QWidget], None] = lambda _: None) -> list[QWidget]:
    """Where Tab goes, until it comes round. Fails where it stays for ever or never comes round."""
    key, held = (
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        if back
        else (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    )
    start = focus()
    stops: list[QWidget] = []
    at_one = 0
    for _ in range(_MOST_STOPS):
        before = focus()
        QTest.keyClick(before, key, held)
        if focus() is before:
            at_one += 1
            assert at_one < _AT_ONE, f"Tab stays at {called(before)}"
            continue
        at_one = 0
        stops.append(focus())
        visit(focus())
        if focus() is start:
            return stops
    raise AssertionError(f"Tab never comes round to {called(start)}")


def called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text!r}"


@pytest.mark.parametrize("panes", [("inspector",), ("dates", "inspector"), ("problems", "text")])
@pytest.mark.parametrize("view", VIEWS)
def test_tab_goes_round_both_ways(
    window: MainWindow, study: OpenStudy, view: str, panes: tuple[str, ...]
) -> None:
    for pane in panes:
        window.show_pane(pane)
    window.show_views(view)
    QApplication.processEvents()
    window.header.menu_button.setFocus(Qt.FocusReason.TabFocusReason)
    ring()  # the button that mends what is lit in Problems shows itself as one comes to the list
    there = ring()
    again = ring(back=True)
    assert {called(each) for each in there} == {called(each) for each in again}
    assert there[-1] is again[-1] is window.header.menu_button
    for part in (window.header, window.navigator, window.views, window.status):
        assert any(part.isAncestorOf(each) for each in there), part
    for pane in panes:
        assert any(window.panes[pane].dock.isAncestorOf(each) for each in there), pane


def test_nothing_behind_another_tab_takes_the_keys(window: MainWindow, study: OpenStudy) -> None:
    for pane in ("dates", "problems", "text", "inspector"):
        window.show_pane(pane)
    QApplication.processEvents()
    window.header.menu_button.setFocus(Qt.FocusReason.TabFocusReason)
    for each in ring():
        assert not window.panes["dates"].dock.isAncestorOf(each), called(each)
        assert not window.panes["text"].dock.isAncestorOf(each), called(each)


@pytest.mark.parametrize("view", VIEWS)
def test_the_focus_is_seen_wherever_it_is(window: MainWindow, study: OpenStudy, view: str) -> None:
    window.show_pane("dates")
    window.show_views(view)
    QApplication.processEvents()
    window.header.menu_button.setFocus(Qt.FocusReason.TabFocusReason)
    unseen = []

    def look(stop: QWidget) -> None:
        """The window with the keys at a stop, and the same with the keys nowhere."""
        QApplication.processEvents()
        with_keys = window.grab().toImage()
        stop.clearFocus()
        QApplication.processEvents()
        if window.grab().toImage() == with_keys:
            unseen.append(called(stop))
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    ring(visit=look)
    assert unseen == []


# Every action


def test_every_action_is_in_the_menu_and_in_the_palette(window: MainWindow, study: OpenStudy) -> None:
    window.header.menu_button.setFocus()
    menu = window.header.menu_button.menu()
    listed = {
        each.objectName()
        for part in menu.actions()
        if isinstance(part.menu(), QMenu)
        for each in cast(QMenu, part.menu()).actions()
    }
    offered = {offer.action for offer in offers(window)}
    for each in ACTIONS:
        assert each.id in listed
        assert each.id in offered or each.id == "palette", each.id


def test_no_two_actions_share_a_key_and_none_takes_what_fields_need(window: MainWindow) -> None:
    keys = Counter(
        QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
        for each in ACTIONS
        for keys in each.shortcuts
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert not keys.keys() & {"Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Tab", "Esc", "Return", "Space", "Del"}


# Escape, and coming back


def test_escape_leaves_the_palette_and_the_focus_comes_back(
    qtbot: QtBot, window: MainWindow, study: OpenStudy
) -> None:
    window.matrix.setFocus()
    before = focus()
    window.actions_by_id["palette"].trigger()
    popup = window.parts["Palette"].popup  # type: ignore[attr-defined]
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is before)


@pytest.mark.parametrize("action", ["shortcuts", "about", "preferences", "backend"])
def test_after_a_dialog_the_focus_is_where_it_was(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.matrix.setFocus()
    before = focus()
    seen: list[str] = []

    def run(dialog: QDialog) -> int:
        """As `exec` does, with a person who presses Escape at once."""
        dialog.setModal(True)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        seen.append(dialog.windowTitle())
        for each in dialog.findChildren(QWidget):
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled():
                name = QAccessible.queryAccessibleInterface(each).text(NAME)
                assert name.strip(), f"{type(each).__name__} in {seen}"
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        return 0

    monkeypatch.setattr(QDialog, "exec", run)
    window.actions_by_id[action].trigger()
    assert len(seen) == 1
    assert seen[0]
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_escape_empties_a_field_that_filters(window: MainWindow, study: OpenStudy) -> None:
    window.actions_by_id["matrix_filter"].trigger()
    field = focus()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "ecg")
    assert field.text() == "ecg"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert focus() is not field


def test_a_ring_is_for_those_who_come_by_key(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    mark = FocusRing(around)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    around.clearFocus()
    around.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not mark.isVisible()
    around.clearFocus()
    around.setFocus(Qt.FocusReason.TabFocusReason)
    assert mark.isVisible()
    around.resize(321, 123)
    assert mark.size() == around.size()
    around.clearFocus()
    assert not mark.isVisible()
