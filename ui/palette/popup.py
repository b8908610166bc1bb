"""The palette itself: a field and what fits, over the window, gone as soon as something is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from study.language import translate
from ui.icons import paint_icon
from ui.palette.offers import Offer, ranked
from ui.theme import SECONDARY_PX, Theme, font
from ui.widgets.part import set_part
from ui.widgets.rows import Empty, RowDelegate, RowsView, RowWords
from ui.widgets.text import elided, one_line

_WIDTH = 620
_ROWS = 11
_ROW = 36
_MARGIN = 14
_KIND_WIDTH = 86


class Palette(QDialog):
    """Asks for a few letters and carries out what is chosen."""

    def __init__(
        self,
        window: QWidget,
        offers: Sequence[Offer],
        recent: Sequence[str],
        theme: Theme,
        chosen: Callable[[Offer], None],
    ) -> None:
        """`recent` are the actions chosen before, newest first; `chosen` hears of the choice once this has closed."""
        super().__init__(window, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._offers, self._recent, self._chosen = offers, recent, chosen
        self.setAccessibleName(translate("palette", "Find or do anything"))
        set_part(self, "panel")
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            translate("palette", "Find a visit, an activity, a study, or something to do")
        )
        self.field.setAccessibleName(self.accessibleName())
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list = RowsView(_words, theme=theme)
        self.list.setAccessibleName(translate("palette", "What fits"))
        self.list.setItemDelegate(_OfferDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.chosen.connect(self._choose)
        self.list.set_empty(
            Empty(
                "search",
                translate("palette", "Nothing fits"),
                translate("palette", "Try fewer letters, or the beginning of each word."),
            )
        )
        panel = set_part(QFrame(), "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(panel)
        width = min(_WIDTH, window.width() - 32)
        self.resize(width, min(_ROWS * _ROW + 60, window.height() - 80))
        self.move(
            window.mapToGlobal(window.rect().topLeft()).x() + (window.width() - width) // 2,
            window.mapToGlobal(window.rect().topLeft()).y() + 48,
        )
        self._show("")
        self.field.setFocus()

    def found(self, query: str) -> list[Offer]:
        """What fits what is typed, best first."""
        return ranked(query, self._offers, self._recent)

    def _show(self, query: str) -> None:
        self.list.set_items(self.found(query))
        self.list.set_current_row(0 if self.list.items() else -1)

    def _choose(self, offer: Offer) -> None:
        if offer.why_not:
            return
        self.accept()
        self._chosen(offer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list, while the field has the focus."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                offer = self.list.current_item()
                if offer is not None:
                    self._choose(offer)
                return True
        return super().eventFilter(watched, event)


class _OfferDelegate(RowDelegate):
    """Picture, title, what it is or when, and its keys."""

    inset = 2
    rounded = True

    def height(self, _item: Any, _width: int) -> int:
        return _ROW

    def paint_row(self, painter: QPainter, area: QRect, item: Offer, selected: bool) -> None:
        theme = self.view.theme
        line = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        near = int(Qt.AlignmentFlag.AlignLeading) | line
        far = int(Qt.AlignmentFlag.AlignTrailing) | line
        mirrored = self.view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        strong, small = font(weight=500, tabular=False), font(SECONDARY_PX)
        ink = theme.text_3 if item.why_not else theme.text
        row = QRectF(area).adjusted(_MARGIN, 0, -_MARGIN, 0)

        def placed(start: float, width: float) -> QRectF:
            left = row.right() - start - width if mirrored else row.left() + start
            return QRectF(left, row.top(), width, row.height())

        picture = placed(0, 16)
        tint = theme.accent if selected else theme.text_2
        paint_icon(painter, item.icon, QRectF(picture.left(), picture.center().y() - 8, 16, 16), tint)
        end = row.width()
        tail = item.keys or item.kind
        painter.setFont(small)
        painter.setPen(theme.text_2)
        painter.drawText(
            placed(end - _KIND_WIDTH - 20, _KIND_WIDTH + 20), far, elided(tail, small, _KIND_WIDTH + 20)
        )
        room = end - 28 - _KIND_WIDTH - 28
        title = elided(one_line(item.title), strong, room)
        painter.setFont(strong)
        painter.setPen(ink)
        painter.drawText(placed(28, room), near, title)
        used = painter.fontMetrics().horizontalAdvance(title) + 10
        if room - used > 40:
            painter.setFont(small)
            painter.setPen(theme.text_2)
            hint = elided(one_line(item.why_not or item.hint), small, room - used)
            painter.drawText(placed(28 + used, room - used), near, hint)


def _words(offer: Offer) -> RowWords:
    parts = [offer.title, offer.kind, offer.why_not or offer.hint, offer.keys]
    spoken = ", ".join(one_line(part) for part in parts if part)
    return RowWords(one_line(offer.title), spoken=spoken, tooltip=offer.why_not)
