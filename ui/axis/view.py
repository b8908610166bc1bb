"""The time axis widget: people select, open, zoom, pan and ask what lies where; `ui.axis.surface` shows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from study.axis import AxisVisit
from study.language import translate
from ui.accessible import expose
from ui.axis.accessible import AxisParts
from ui.axis.frame import CAPTION, OUTSIDE, ROW, Place, Zone
from ui.axis.hand import AxisHand
from ui.axis.keys import moved
from ui.axis.surface import AxisSurface
from ui.axis.words import place_tooltip, spoken, spoken_untimed
from ui.theme import Theme

_STEP = 1.25  # of one step of the wheel or one key


class AxisView(AxisSurface):
    """The planned times of one or more timelines. It changes nothing itself: it says what a hand proposes.

    Signals: `selected(address)` when a person chooses a visit or an epoch; `open_timeline(id)` when they open the
    sub-timeline that a visit runs; `zoomed()` when what is in view changes; `proposed(Proposal)` when a hand lets go,
    `proposed_together(list of them)` what one key asks for; `refused(str)` why what it asked for cannot be.
    """

    selected = Signal(str)
    open_timeline = Signal(str)
    proposed = Signal(object)
    proposed_together = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent, theme)
        self._selection = ""
        self._press: QPointF | None = None
        self._dragged: tuple[int, float, int] | None = None
        self.hand = AxisHand(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("axis", "Time axis"))
        self._exposure = expose(self, AxisParts(self))

    def _axis_changed(self) -> None:
        self._light(self._selection)
        self._exposure.rebuilt()
        if self._cursor[0] < 0:  # what was selected while this was not looked at
            self._stand_at_selection()
        self._tell()

    def _rows_changed(self) -> None:
        self._show_cursor()

    # Selection and cursor

    def set_selection(self, address: str) -> None:
        """Light what has this address and bring it into view; "" for none."""
        if address == self._selection:
            return
        self._light(address)
        if not self._stand_at_selection():
            self.show_lit()

    def _stand_at_selection(self) -> bool:
        """Put the cursor on the selected visit and bring it into view; whether it is one of these."""
        for section, facts in enumerate(self._facts):
            if self._selection and self._selection in facts.place:
                self._cursor = (section, facts.place[self._selection])
                self._show_cursor()
                self._tell()
                return True
        return False

    def selection(self) -> str:
        """The address that is lit."""
        return self._selection

    def current(self) -> tuple[int, int]:
        """The cursor: the section, and the place among its visits and what has no known time; -1 for none."""
        return self._cursor

    def lit(self) -> frozenset[str]:
        """The keys of the visits that are lit."""
        return self._keys

    def _light(self, address: str) -> None:
        """Light the visits that an address means: an instance, or all of an epoch, encounter or activity."""
        self._selection = address
        keys: set[str] = set()
        bands: set[str] = set()
        for facts in self._facts if address else ():
            section = facts.section
            for item in section.items:
                instance, timing = item.planned.instance, item.planned.timing
                if (
                    address in (item.key, instance.encounter, instance.epoch)
                    or (timing is not None and timing.id == address)
                    or address in instance.activities
                ):
                    keys.add(item.key)
            bands.update(band.epoch for band in section.bands if band.epoch == address)
        self._keys, self._bands = frozenset(keys), frozenset(bands)
        self._exposure.selection_moved(None)
        self._refresh()

    def _choose(self, address: str) -> None:
        if address and address != self._selection:
            self._light(address)
            self.selected.emit(address)

    def go_to(self, section: int, place: int) -> None:
        """Move the cursor to a place of a section, and select what is there."""
        self._move_cursor(section, place)

    def open_current(self) -> None:
        """Open the sub-timeline that the visit at the cursor runs, if it runs one."""
        visit = self._visit_at_cursor()
        if visit is not None and visit.sub_timeline:
            self.open_timeline.emit(visit.sub_timeline)

    def _move_cursor(self, section: int, place: int) -> None:
        if not 0 <= section < len(self._facts):
            return
        self._cursor = (section, place)
        shown = self._facts[section].section
        visits = len(shown.visits)
        key = shown.visits[place].key if place < visits else shown.untimed[place - visits].key
        self._show_cursor()
        self._choose(key)
        self._tell()
        self._refresh()

    def _show_cursor(self) -> None:
        """Bring the cursor's visit into view, down and across."""
        section, place = self._cursor
        frame = self._section(section)
        if frame is None:
            return
        if self._current != section:
            self._current = section
            self._set_across()
        visits = frame.section.visits
        if place < len(visits):
            self._show_rows(frame, frame.row_top(frame.lanes[place]))
            left, right = frame.extent(visits[place])
            if left < frame.left or right > frame.left + frame.width:
                middle = frame.zoom.scroll + frame.x(visits[place].at) - frame.left - frame.width / 2
                self._scroll_to(section, middle)
        else:
            top = frame.top + frame.untimed + CAPTION + (place - len(visits)) * ROW
            self._show_rows(frame, top)

    def show_lit(self) -> None:
        """Bring the first lit visit into view."""
        for section, facts in enumerate(self._facts):
            for place, visit in enumerate(facts.section.visits):
                if visit.key in self._keys:
                    cursor, self._cursor = self._cursor, (section, place)
                    self._show_cursor()
                    self._cursor = cursor
                    return

    def _tell(self) -> None:
        """Say the current visit to assistive technology."""
        self.setAccessibleDescription(self.cursor_text())
        self._exposure.focus_moved(self._exposure.parts.focused())

    def cursor_text(self) -> str:
        """What is at the cursor, in a line."""
        section, place = self._cursor
        if not 0 <= section < len(self._facts):
            return (
                translate("axis", "No visit chosen")
                if self._facts
                else translate("axis", "No schedule to show")
            )
        shown = self._facts[section].section
        if place < len(shown.visits):
            return spoken(shown.visits[place])
        return spoken_untimed(shown.untimed[place - len(shown.visits)])

    def _visit_at_cursor(self) -> AxisVisit | None:
        section, place = self._cursor
        if not 0 <= section < len(self._facts):
            return None
        visits = self._facts[section].section.visits
        return visits[place] if 0 <= place < len(visits) else None

    def visit_at_cursor(self) -> tuple[str, AxisVisit] | None:
        """The visit at the cursor with the id of its timeline; None where the cursor stands at none."""
        visit = self._visit_at_cursor()
        if visit is None:
            return None
        return self._facts[self._cursor[0]].section.timeline.id or "", visit

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End and Page keys move; Enter opens; + and − zoom, F fits; Shift with arrows pans."""
        if not self._facts or not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if self.hand.key(event, self._section(self._cursor[0]), self._visit_at_cursor()):
            return True
        shifted = modifiers == Qt.KeyboardModifier.ShiftModifier
        if (key == Qt.Key.Key_Menu and not modifiers) or (key == Qt.Key.Key_F10 and shifted):
            self.customContextMenuRequested.emit(self.cursor_area().bottomLeft().toPoint())
            return True
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_out()
        elif key in (Qt.Key.Key_F, Qt.Key.Key_0):
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            section = self._section(self._current)
            if section is not None:
                step = section.width / 4 * (1 if key == Qt.Key.Key_Right else -1)
                self._scroll_to(self._current, section.zoom.scroll + step)
        else:
            counts = [len(f.section.visits) + len(f.section.untimed) for f in self._facts]
            page = max(1, int(self._frame.height // ROW) - 4)
            cursor = moved(key, self._cursor, counts, page)
            if cursor is None:
                return False
            self._move_cursor(*cursor)
        return True

    def zoom_in(self) -> None:
        """Zoom the current section in, around the cursor where it is in view."""
        self.zoom_by(_STEP, self._cursor_x())

    def zoom_out(self) -> None:
        """Zoom the current section out, around the cursor where it is in view."""
        self.zoom_by(1 / _STEP, self._cursor_x())

    def _cursor_x(self) -> float | None:
        section, place = self._cursor
        frame = self._section(section)
        if frame is None or section != self._current or place >= len(frame.section.visits):
            return None
        x = frame.x(frame.section.visits[place].at)
        return x if frame.left <= x <= frame.left + frame.width else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, or to drag what is in view."""
        if event.button() == Qt.MouseButton.RightButton:  # what is asked about is chosen first
            self._click(self._frame.at(event.position().x(), event.position().y()))
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            super().mousePressEvent(event)
            return
        place = self._frame.section_at(event.position().y())
        self._press = event.position()
        section = self._section(place)
        if section is not None:
            self._current = place
            self._set_across()
            self._dragged = (place, section.zoom.scroll, self.verticalScrollBar().value())
            if event.button() == Qt.MouseButton.LeftButton:
                self._click(self._frame.at(event.position().x(), event.position().y()))
                self.hand.press(event.position(), event.modifiers())

    def _click(self, place: Place) -> None:
        section = self._frame.sections[place.section].section if place.section >= 0 else None
        if section is None:
            return
        if place.visit >= 0:
            self._move_cursor(place.section, place.visit)
        elif place.zone is Zone.UNTIMED:
            self._move_cursor(place.section, len(section.visits) + place.item)
        elif place.zone is Zone.EPOCH:
            self._choose(section.bands[place.item].epoch)
        elif place.zone is Zone.LOOP:
            self._choose(section.loops[place.item].tail)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the cross-hair and light what lies under the pointer; drag what is in view."""
        at = event.position()
        if event.buttons() and self.hand.move(at, event.modifiers(), QApplication.startDragDistance()):
            self.point(at)
            return
        if self._press is not None and self._dragged is not None and event.buttons():
            way = at - self._press
            place, across, down = self._dragged
            far = way.manhattanLength() >= QApplication.startDragDistance()
            if far or self.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self._scroll_to(place, across - way.x())
                self.verticalScrollBar().setValue(round(down - way.y()))
        elif not event.buttons():
            shape = self.hand.cursor_at(at, event.modifiers())
            self.viewport().setCursor(shape) if shape is not None else self.viewport().unsetCursor()
        self.point(at)

    def point(self, at: QPointF | None) -> None:
        """Move the cross-hair to a point of the viewport; None: the pointer is elsewhere."""
        self._pointer = at
        place = self._frame.at(at.x(), at.y()) if at is not None else OUTSIDE
        if place != self._hover:
            self._hover = place
            if self._packed:
                self.viewport().update()
            else:
                self._refresh()
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag; what a hand held is asked for where it is let go."""
        self.hand.release()
        self._press = self._dragged = None
        self.viewport().unsetCursor()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the sub-timeline that a visit runs; on a ruler or a title, fit the section."""
        place = self._frame.at(event.position().x(), event.position().y())
        if event.button() != Qt.MouseButton.LeftButton or place.section < 0:
            return
        if place.visit >= 0:
            visit = self._frame.sections[place.section].section.visits[place.visit]
            if visit.sub_timeline:
                self.open_timeline.emit(visit.sub_timeline)
        elif place.zone in (Zone.RULER, Zone.TITLE):
            self._zooms.pop(self._frame.sections[place.section].section.key, None)
            self._lay_out()

    def _paint_crosshair(self, painter: QPainter) -> None:
        if not self.hand.is_holding:  # a hand snaps: what it says would be another time than the line's
            super()._paint_crosshair(painter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in view, and over it what a hand would change."""
        super().paintEvent(event)
        if self.hand.is_holding:
            painter = QPainter(self.viewport())
            self.hand.paint(painter)
            painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom to the pointer; with Shift, or with two fingers across, pan."""
        place = self._frame.section_at(event.position().y())
        section = self._section(place)
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = turned.y() or turned.x()
            if turn and section is not None:
                self.zoom_by(_STEP ** (turn / 120), event.position().x(), place)
                self.point(event.position())
            event.accept()
            return
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else turned / 120 * 54
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not delta.x():
            delta = QPoint(delta.y(), 0)
        if delta.x() and section is not None:
            self._current = place
            self._set_across()
            self._scroll_to(place, section.zoom.scroll - delta.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - delta.y())
        self.point(event.position())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips, pinching, and the pointer leaving."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.tooltip_at(event.pos())
            if text:
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        if isinstance(event, QNativeGestureEvent) and (
            event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            at = event.position()
            self.zoom_by(max(0.2, 1 + event.value()), at.x(), self._frame.section_at(at.y()))
            return True
        if event.type() == QEvent.Type.Leave:
            self.point(None)
        return super().viewportEvent(event)

    def tooltip_at(self, at: QPoint) -> str:
        """The full texts of what lies at a point of the viewport; "" where there is nothing."""
        return place_tooltip(self._frame, self._frame.at(at.x(), at.y()))
