"""What a self-painted widget says to screen readers: its parts as children of it in Qt's accessibility tree."""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count as counting
from typing import Any, Protocol
from weakref import proxy

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
    QWindow,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from study.language import translate

Role = QAccessible.Role
Event = QAccessible.Event
Relation = QAccessible.RelationFlag

_ATTRIBUTE = "_accessible_exposure"
_installed: list[bool] = []
_numbers = counting()

# Qt's cache holds bare pointers: an interface must outlive the last moment in which Qt may ask it. The roots are
# deleted by Qt, with their widgets; the children of each exposure, by its number, have the numbers Qt gave them.
_roots: list[_Root] = []
_children: dict[int, dict[int, tuple[_Child, int]]] = {}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a widget, as it is now. `rect` is in the widget's own pixels, in sight or not.

    `follows` and `leads_to` are the places of its neighbours, which a screen reader can go to. `keys` are the keys
    that do what pressing does, for reading out.
    """

    name: str
    role: QAccessible.Role
    rect: QRect
    description: str = ""
    value: str = ""
    is_selected: bool = False
    is_focused: bool = False
    can_select: bool = True
    follows: tuple[int, ...] = ()
    leads_to: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()


class Parts(Protocol):
    """What a self-painted widget consists of: its parts by place, 0 to `count() - 1`, made when they are asked for."""

    def count(self) -> int:
        """How many parts there are."""

    def part(self, place: int) -> Part:
        """The part at a place, as it is now."""

    def at(self, point: QPoint) -> int | None:
        """The place of the part under a point of the widget."""

    def focused(self) -> int | None:
        """The place of the part that has the widget's focus."""

    def selected(self) -> Sequence[int]:
        """The places of the parts that are selected."""

    def select(self, place: int) -> None:
        """Select a part, as a click does."""

    def press(self, place: int) -> None:
        """Open or do what a part stands for, as Enter does."""


class Exposure:
    """The children of one widget in the accessibility tree. Keep it as long as the widget lives.

    Tell it what changes: `rebuilt` when other parts are shown, `focus_moved` and `selection_moved` when people move.
    """

    def __init__(self, widget: QWidget, parts: Parts, role: QAccessible.Role) -> None:
        self.widget = widget
        self.parts = parts
        self.role = role
        self.number = next(_numbers)
        _children[self.number] = {}
        widget.destroyed.connect(partial(_release, self.number))

    def child(self, place: int) -> QAccessibleInterface | None:
        """The interface of a part; None where there is no such place."""
        if not 0 <= place < self.parts.count():
            return None
        kept = _children[self.number].get(place)
        if kept is None or not shiboken6.isValid(kept[0]):
            child = _Child(self, place)
            kept = _children[self.number][place] = (child, QAccessible.registerAccessibleInterface(child))
        return kept[0]

    def rebuilt(self) -> None:
        """Other parts are shown: what a screen reader holds of the old ones is void."""
        _forget_children(self.number)
        self._tell(Event.ObjectReorder)

    def focus_moved(self, place: int | None) -> None:
        """Another part has the focus; a screen reader reads it out."""
        if place is not None and self.widget.hasFocus():
            self._tell(Event.Focus, place)

    def selection_moved(self, place: int | None) -> None:
        """Another part is selected; None where nothing is."""
        if place is None:
            self._tell(Event.SelectionWithin)
        else:
            self._tell(Event.Selection, place)

    def renamed(self, place: int) -> None:
        """A part is called something else now."""
        self._tell(Event.NameChanged, place)

    def _tell(self, kind: QAccessible.Event, place: int | None = None) -> None:
        if QAccessible.isActive():
            event = QAccessibleEvent(self.widget, kind)
            if place is not None:
                event.setChild(place)
            send(event)


def _forget_children(number: int) -> None:
    kept = _children.get(number, {})
    for child, identity in kept.values():
        if shiboken6.isValid(child):
            QAccessible.deleteAccessibleInterface(identity)
    kept.clear()


def _release(number: int) -> None:
    """The widget goes: so do its children; the roots of those that went before it are gone by now."""
    _forget_children(number)
    _children.pop(number, None)
    _roots[:] = [root for root in _roots if shiboken6.isValid(root)]


@atexit.register
def _close() -> None:
    """Takes back from Qt what it holds of ours, before Python takes it apart."""
    for number in list(_children):
        _forget_children(number)
    _children.clear()
    for root in _roots:
        if shiboken6.isValid(root):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(root))
    _roots.clear()


def expose(widget: QWidget, parts: Parts, role: QAccessible.Role = Role.List) -> Exposure:
    """Put a widget's parts into the accessibility tree. To be called while the widget is being made."""
    if not _installed:
        QAccessible.installFactory(_made)
        _installed.append(True)
    exposure = Exposure(widget, parts, role)
    setattr(widget, _ATTRIBUTE, exposure)
    if QAccessible.isActive():
        # Naming a widget is enough for Qt to have described it already, without its parts.
        before = QAccessible.queryAccessibleInterface(widget)
        if not isinstance(before, _Root):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(before))
    return exposure


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text, where one listens and the widget or what is in it has the focus."""
    if not text or not QAccessible.isActive():
        return
    focus = widget.window().focusWidget()
    if focus is widget or widget.isAncestorOf(focus):
        send(QAccessibleAnnouncementEvent(widget, text))


def send(event: QAccessibleEvent) -> None:
    """Hand an event to whatever assistive technology listens."""
    QAccessible.updateAccessibility(event)


def _made(_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt asks this of every object that it first describes; None leaves it to Qt."""
    exposure: Exposure | None = getattr(thing, _ATTRIBUTE, None)
    # A widget that is being taken apart is asked again by its children as they go.
    if exposure is None or exposure.number not in _children:
        return None
    # Each time another one: Qt asks again where the widget's meta-object has grown, and deletes each that it was given.
    root = _Root(exposure)
    _roots.append(root)
    return root


def _is_there(exposure: Exposure) -> bool:
    """Whether an exposure and its widget still are; `exposure` is a proxy."""
    try:
        return exposure.number in _children and shiboken6.isValid(exposure.widget)
    except ReferenceError:
        return False


def _place_of(interface: QAccessibleInterface | None) -> int:
    return interface.place if isinstance(interface, _Child) else -1


class _Root(QAccessibleInterface):
    """A widget whose children are its painted parts, then the widgets that lie on it.

    Not a QAccessibleWidget: Shiboken would delete that with the widget's wrapper, before Qt has forgotten it.
    """

    def __init__(self, exposure: Exposure) -> None:
        super().__init__()
        self._exposure: Exposure = proxy(exposure)
        self._selection = _Selection(exposure)

    def isValid(self) -> bool:
        return _is_there(self._exposure)

    def object(self) -> QObject | None:  # type: ignore[override]
        return self._exposure.widget if self.isValid() else None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._exposure.widget.window().windowHandle() if self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        if not self.isValid():
            return None
        widget = self._exposure.widget
        above: QObject | None = None if widget.isWindow() else widget.parentWidget()
        above = above or QApplication.instance()
        return QAccessible.queryAccessibleInterface(above) if above is not None else None

    def role(self) -> QAccessible.Role:
        return self._exposure.role

    def rect(self) -> QRect:
        widget = self._exposure.widget
        return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())

    def text(self, kind: QAccessible.Text) -> str:
        widget = self._exposure.widget
        if kind == QAccessible.Text.Name:
            return widget.accessibleName()
        return widget.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        del kind, text

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        widget = self._exposure.widget
        for name, value in {
            "focusable": widget.focusPolicy() != Qt.FocusPolicy.NoFocus,
            "focused": widget.hasFocus(),
            "disabled": not widget.isEnabled(),
            "invisible": not widget.isVisible(),
            "active": widget.isActiveWindow(),
        }.items():
            setattr(state, name, value)
        return state

    def relations(
        self, match: QAccessible.RelationFlag = Relation.AllRelations
    ) -> list[tuple[QAccessibleInterface, QAccessible.RelationFlag]]:
        del match
        return []

    def _widgets(self) -> list[QWidget]:
        widget = self._exposure.widget
        # What scrolls is painted on a viewport, which is no part of its own and would lie over all that are.
        viewport = widget.viewport() if isinstance(widget, QAbstractScrollArea) else None
        return [
            each
            for each in widget.children()
            if isinstance(each, QWidget)
            and each is not viewport
            and not each.isWindow()
            and not each.isHidden()
        ]

    def childCount(self) -> int:
        return self._exposure.parts.count() + len(self._widgets())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        count = self._exposure.parts.count()
        if 0 <= index < count:
            return self._exposure.child(index)
        widgets = self._widgets()
        if 0 <= index - count < len(widgets):
            return QAccessible.queryAccessibleInterface(widgets[index - count])
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        place = _place_of(child)
        if place >= 0:
            return place
        try:
            thing = child.object()
            return self._exposure.parts.count() + self._widgets().index(thing)  # type: ignore[arg-type]
        except ValueError:
            return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = self._exposure.widget.mapFromGlobal(QPoint(x, y))
        for widget in self._widgets():
            if widget.geometry().contains(point):
                return QAccessible.queryAccessibleInterface(widget)
        place = self._exposure.parts.at(point)
        return self._exposure.child(place) if place is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        widget = self._exposure.widget
        if not widget.hasFocus():
            inside = widget.window().focusWidget()
            return QAccessible.queryAccessibleInterface(inside) if widget.isAncestorOf(inside) else None
        place = self._exposure.parts.focused()
        return self._exposure.child(place) if place is not None else self

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.SelectionInterface:
            return self._selection
        return None


class _Child(QAccessibleInterface):
    """One painted part."""

    def __init__(self, exposure: Exposure, place: int) -> None:
        super().__init__()
        self._exposure: Exposure = proxy(exposure)
        self.place = place
        self._press = _Press(exposure, place)

    def isValid(self) -> bool:
        return _is_there(self._exposure) and self.place < self._exposure.parts.count()

    def _part(self) -> Part | None:
        return self._exposure.parts.part(self.place) if self.isValid() else None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._exposure.widget.window().windowHandle() if self.isValid() else None

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._exposure.widget)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        del index
        return None

    def childCount(self) -> int:
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        del x, y
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        del child
        return -1

    def role(self) -> QAccessible.Role:
        part = self._part()
        return part.role if part is not None else Role.NoRole

    def text(self, kind: QAccessible.Text) -> str:
        part = self._part()
        if part is None:
            return ""
        if kind == QAccessible.Text.Name:
            return part.name
        if kind in (QAccessible.Text.Description, QAccessible.Text.Help):
            return part.description
        return part.value if kind == QAccessible.Text.Value else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        del kind, text  # what is shown follows the document

    def rect(self) -> QRect:
        part = self._part()
        if part is None:
            return QRect()
        widget = self._exposure.widget
        return QRect(widget.mapToGlobal(part.rect.topLeft()), part.rect.size())

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        part = self._part()
        if part is None:
            state.invalid = True
            return state
        widget = self._exposure.widget
        hidden = not widget.isVisible()
        values: dict[str, bool] = {
            "selectable": part.can_select,
            "selected": part.is_selected,
            "focusable": part.can_select,
            "focused": part.is_focused and widget.hasFocus(),
            "invisible": hidden,
            "offscreen": hidden or not widget.rect().intersects(part.rect),
            "readOnly": True,
        }
        for name, value in values.items():
            setattr(state, name, value)
        return state

    def relations(
        self, match: QAccessible.RelationFlag = Relation.AllRelations
    ) -> list[tuple[QAccessibleInterface, QAccessible.RelationFlag]]:
        part = self._part()
        if part is None:
            return []
        found = []
        for places, flag in ((part.follows, Relation.FlowsFrom), (part.leads_to, Relation.FlowsTo)):
            if match & flag:
                found += [(one, flag) for place in places if (one := self._exposure.child(place)) is not None]
        return found

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return self._press if kind == QAccessible.InterfaceType.ActionInterface else None


class _Press(QAccessibleActionInterface):
    """What can be done with a part: select it, open it."""

    def __init__(self, exposure: Exposure, place: int) -> None:
        super().__init__()
        self._exposure: Exposure = proxy(exposure)
        self._place = place

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.setFocusAction(), QAccessibleActionInterface.pressAction()]

    def localizedActionName(self, name: str) -> str:
        if name == QAccessibleActionInterface.setFocusAction():
            return translate("accessible", "Select")
        return translate("accessible", "Open")

    def localizedActionDescription(self, name: str) -> str:
        return self.localizedActionName(name)

    def doAction(self, name: str) -> None:
        if self._place >= self._exposure.parts.count():
            return
        if name == QAccessibleActionInterface.setFocusAction():
            self._exposure.widget.setFocus()
            self._exposure.parts.select(self._place)
        elif name == QAccessibleActionInterface.pressAction():
            self._exposure.parts.press(self._place)

    def keyBindingsForAction(self, name: str) -> list[str]:
        if name != QAccessibleActionInterface.pressAction() or self._place >= self._exposure.parts.count():
            return []
        return list(self._exposure.parts.part(self._place).keys)


class _Selection(QAccessibleSelectionInterface):
    """Which parts of a widget are selected."""

    def __init__(self, exposure: Exposure) -> None:
        super().__init__()
        self._exposure: Exposure = proxy(exposure)

    def selectedItemCount(self) -> int:
        return len(self._exposure.parts.selected())

    def selectedItems(self) -> list[QAccessibleInterface]:
        found = (self._exposure.child(place) for place in self._exposure.parts.selected())
        return [each for each in found if each is not None]

    def select(self, child: QAccessibleInterface) -> bool:
        place = _place_of(child)
        if place < 0:
            return False
        self._exposure.parts.select(place)
        return True

    def unselect(self, child: QAccessibleInterface) -> bool:
        del child
        return False

    def selectAll(self) -> bool:
        return False

    def clear(self) -> bool:
        return False
