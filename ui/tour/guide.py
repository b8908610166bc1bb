"""The tour on the screen: a veil over the window, the part at hand left clear, and a card beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from study.language import translate
from ui.theme import RADIUS_CARD, Theme, font
from ui.tour.steps import TourStep
from ui.widgets.part import set_part, text_label

_WIDTH = 330
_GAP = 14
_VEIL = 0.42


class Guide(QWidget):
    """Lies over `window`. `ended()` when a person is through, or has had enough."""

    ended = Signal()

    def __init__(self, window: QWidget, steps: Sequence[TourStep], theme: Theme) -> None:
        super().__init__(window)
        self._window, self._steps, self._theme = window, steps, theme
        self.at = 0
        self._hole = QRect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = set_part(QFrame(self), "panel")
        self._title = text_label("")
        self._title.setFont(font(15, 600, tabular=False))
        self._text = text_label("", "label")
        self._text.setWordWrap(True)
        self._count = text_label("", "hint")
        self._count.setWordWrap(False)
        self.skip = QPushButton(translate("tour", "Skip"))
        self.skip.setToolTip(translate("tour", "End the tour (Esc). It is in the menu Help."))
        self.back = QPushButton(translate("tour", "Back"))
        self.forward = QPushButton()
        set_part(self.forward, "primary")
        self.skip.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        self.forward.clicked.connect(lambda: self.go(self.at + 1))
        buttons = self._buttons = QHBoxLayout()
        buttons.addWidget(self._count, 1)
        for button in (self.skip, self.back, self.forward):
            buttons.addWidget(button)
        self._column = column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(buttons)
        self.card.setFixedWidth(_WIDTH)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.go(0)

    def go(self, step: int) -> None:
        """Shows a stop; beyond the last is the end."""
        if step >= len(self._steps):
            self.end()
            return
        self.at = max(0, step)
        stop = self._steps[self.at]
        stop.before()
        self._title.setText(stop.title)
        self._text.setText(stop.text)
        place = translate("tour", "{number} of {all}").format(number=self.at + 1, all=len(self._steps))
        self._count.setText(place)
        self.back.setEnabled(self.at > 0)
        last = self.at == len(self._steps) - 1
        self.forward.setText(translate("tour", "Done") if last else translate("tour", "Next"))
        self.setAccessibleName(f"{stop.title}. {stop.text}")
        self._place()
        self.forward.setFocus()

    def end(self) -> None:
        """Takes the veil away."""
        self._window.removeEventFilter(self)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def _place(self) -> None:
        target = self._steps[self.at].target()
        corner = target.mapTo(self._window, QPoint(0, 0))
        self._hole = QRect(corner, target.size()).intersected(self.rect())
        for button in (self.skip, self.back, self.forward):
            button.ensurePolished()  # their margins come with the look
        self._buttons.invalidate()
        self._column.invalidate()
        beside = self._column.contentsMargins()
        width = max(_WIDTH, self._buttons.sizeHint().width() + beside.left() + beside.right())
        self.card.setFixedSize(width, self._column.totalHeightForWidth(width))
        self.card.move(self._beside(self._hole))
        self.update()

    def _beside(self, hole: QRect) -> QPoint:
        """Where the card stands: outside the part where there is room, else inside its corner."""
        size = self.card.size()
        whole = self.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        top = min(max(hole.top(), whole.top()), whole.bottom() - size.height())
        start = min(max(hole.left(), whole.left()), whole.right() - size.width())
        places = (
            QPoint(hole.right() + _GAP, top),
            QPoint(hole.left() - _GAP - size.width(), top),
            QPoint(start, hole.bottom() + _GAP),
            QPoint(start, hole.top() - _GAP - size.height()),
        )
        for place in places:
            if whole.contains(QRect(place, size)):
                return place
        return QPoint(hole.right() - size.width() - _GAP, hole.bottom() - size.height() - _GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the window's size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends it, the arrow keys go through it."""
        forward = (
            Qt.Key.Key_Right if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else Qt.Key.Key_Left
        )
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go(self.at + (1 if event.key() == forward else -1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What lies below is not for clicking now."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A veil with a hole in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        clear = QPainterPath()
        clear.addRoundedRect(QRectF(self._hole).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)
        shade = QColor(0, 0, 0)
        shade.setAlphaF(_VEIL)
        painter.fillPath(veil.subtracted(clear), shade)
        painter.setPen(QPen(self._theme.accent, 2))
        painter.drawPath(clear)
