"""A value that opens: a quiet box around it, opened by a click, Enter or F2."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.inspector.labels import ValueLabel
from ui.theme import RADIUS_FIELD, Theme

INSET = 10  # pixels between the box and what stands in it
_ABOVE = 2  # and below: as much of an entity as can be is to be read at once
_ARROW = 14
_NARROW, _TIGHT = 130, 3  # where a box is narrower its words get nearly all of it, without an arrow


class Inset(QWidget):
    """What only tells, in line with what stands in boxes."""

    def __init__(self, value: QWidget) -> None:
        super().__init__()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(INSET, _ABOVE, INSET, _ABOVE)
        self._inside.addWidget(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the words get it."""
        super().resizeEvent(event)
        side = INSET if event.size().width() >= _NARROW else _TIGHT
        self._inside.setContentsMargins(side, _ABOVE, side, _ABOVE)


class ValueBox(QAbstractButton):
    """Around the label of one value. `opened()` when a person wants to edit it, or to know why that cannot be.

    `edits`: whether it can be edited; where not it has no frame. `chooses`: a choice, which an arrow says. `quiet`:
    no frame at rest, and in line with what has none.
    """

    opened = Signal()

    def __init__(
        self, label: ValueLabel, theme: Theme, *, edits: bool, chooses: bool = False, quiet: bool = False
    ) -> None:
        super().__init__()
        self._quiet = quiet
        self._theme, self._edits, self._chooses = theme, edits, chooses
        self.label = label
        self._over = False
        self._by_key = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(label.accessibleName())
        self._inside = QVBoxLayout(self)
        self._arrange(is_narrow=False)
        self._inside.addWidget(label)
        label.words_clicked.connect(self.opened)
        self.clicked.connect(self.opened)
        if edits:
            self.setCursor(Qt.CursorShape.PointingHandCursor if chooses else Qt.CursorShape.IBeamCursor)

    def _arrange(self, *, is_narrow: bool) -> None:
        """The room around the words; what opens a list has its arrow there, where there is room for it."""
        self._has_arrow = self._chooses and self._edits and not is_narrow
        near = _TIGHT if is_narrow else INSET
        far = near + (_ARROW + 6 if self._has_arrow else 0)
        if self._quiet:
            self._inside.setContentsMargins(0, 2, 0, 2)
        elif self.isRightToLeft():
            self._inside.setContentsMargins(far, _ABOVE, near, _ABOVE)
        else:
            self._inside.setContentsMargins(near, _ABOVE, far, _ABOVE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the words get it."""
        super().resizeEvent(event)
        self._arrange(is_narrow=event.size().width() < _NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open; Ctrl+C copies."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.label.plain())
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The frame is seen better under the pointer."""
        super().enterEvent(event)
        self._over = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No longer under the pointer."""
        super().leaveEvent(event)
        self._over = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who come by key."""
        super().focusInEvent(event)
        self._by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame; the accent's where it has the focus."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(theme.hover if self._over and self._edits else Qt.BrushStyle.NoBrush)
        if self.hasFocus() and self._by_key:
            painter.setPen(QPen(theme.accent, 1.5))
        elif self._edits and (self._over or not self._quiet):
            painter.setPen(QPen(theme.text_3 if self._over else theme.line, 1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, RADIUS_FIELD, RADIUS_FIELD)
        if self._has_arrow:
            left = float(INSET) if self.isRightToLeft() else self.width() - INSET - _ARROW
            arrow = QRectF(left, (min(self.height(), 28) - _ARROW) / 2, _ARROW, _ARROW)
            paint_icon(painter, "chevron-down", arrow, theme.text_2)
        painter.end()
