"""Puts the parts of self-painted widgets into the accessibility tree, tells of changes, takes all back in time."""

from __future__ import annotations

import atexit
from functools import partial
from itertools import count as counting

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QWidget

from ui.accessible.interfaces import PartInterface, WidgetInterface
from ui.accessible.parts import Parts, Role

Event = QAccessible.Event

_ATTRIBUTE = "_accessible_exposure"
_installed: list[bool] = []
_numbers = counting()

# Qt's cache holds bare pointers: an interface must outlive the last moment in which Qt may ask it. The roots are
# deleted by Qt, with their widgets; the children of each exposure, by its number, have the numbers Qt gave them.
_roots: list[WidgetInterface] = []
_children: dict[int, dict[int, tuple[PartInterface, int]]] = {}


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

    @property
    def is_kept(self) -> bool:
        """Whether the widget has not been taken apart."""
        return self.number in _children

    def child(self, place: int) -> QAccessibleInterface | None:
        """The interface of a part; None where there is no such place."""
        if not 0 <= place < self.parts.count():
            return None
        kept = _children[self.number].get(place)
        if kept is None or not shiboken6.isValid(kept[0]):
            child = PartInterface(self, place)
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
        if not isinstance(before, WidgetInterface):
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
    if exposure is None or not exposure.is_kept:
        return None
    # Each time another one: Qt asks again where the widget's meta-object has grown, and deletes each that it was given.
    root = WidgetInterface(exposure)
    _roots.append(root)
    return root
