"""What Qt asks of a self-painted widget and its parts: role, name, place, state, neighbours, actions, selection.

Each holds its exposure weakly: Qt may ask an interface after its widget has gone.
"""

from __future__ import annotations

from typing import Any, Protocol
from weakref import proxy

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
    QWindow,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from study.language import translate
from ui.accessible.parts import Part, Parts, Relation, Role


class Exposed(Protocol):
    """A widget and its parts, as the interfaces know them."""

    @property
    def widget(self) -> QWidget:
        """The widget that paints the parts."""

    @property
    def parts(self) -> Parts:
        """What it paints."""

    @property
    def role(self) -> QAccessible.Role:
        """What the widget is."""

    @property
    def is_kept(self) -> bool:
        """Whether the widget has not been taken apart."""

    def child(self, place: int) -> QAccessibleInterface | None:
        """The interface of a part; None where there is no such place."""


def _is_there(exposure: Exposed) -> bool:
    """Whether an exposure and its widget still are; `exposure` is a proxy."""
    try:
        return exposure.is_kept and shiboken6.isValid(exposure.widget)
    except ReferenceError:
        return False


def _place_of(interface: QAccessibleInterface | None) -> int:
    return interface.place if isinstance(interface, PartInterface) else -1


class WidgetInterface(QAccessibleInterface):
    """A widget whose children are its painted parts, then the widgets that lie on it.

    Not a QAccessibleWidget: Shiboken would delete that with the widget's wrapper, before Qt has forgotten it.
    """

    def __init__(self, exposure: Exposed) -> None:
        super().__init__()
        self._exposure: Exposed = proxy(exposure)
        self._selection = _PartsSelected(exposure)

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
            and not each.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # a ring of the focus
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


class PartInterface(QAccessibleInterface):
    """One painted part."""

    def __init__(self, exposure: Exposed, place: int) -> None:
        super().__init__()
        self._exposure: Exposed = proxy(exposure)
        self.place = place
        self._press = _PartActions(exposure, place)

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


class _PartActions(QAccessibleActionInterface):
    """What can be done with a part: select it, open it."""

    def __init__(self, exposure: Exposed, place: int) -> None:
        super().__init__()
        self._exposure: Exposed = proxy(exposure)
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


class _PartsSelected(QAccessibleSelectionInterface):
    """Which parts of a widget are selected."""

    def __init__(self, exposure: Exposed) -> None:
        super().__init__()
        self._exposure: Exposed = proxy(exposure)

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
