"""The navigator widget: the lists of one study, in step with the selection and the timeline shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from study.document import Document
from study.model import StudyDesign
from ui.icons import paint_icon
from ui.navigator.entries import Entry, Head, entries_of
from ui.theme import NAVIGATOR_WIDTH, ROW_HEIGHT, SECONDARY_PX, Theme, caps_font, font, system_theme
from ui.widgets.part import set_part
from ui.widgets.rows import Empty, RowDelegate, RowsView, RowWords
from ui.widgets.text import elided, text_width
from ui.widgets.words import count

_HEAD_HEIGHT = 34
_EMPTY = Empty("list-tree", "No study is open", "Its timelines, epochs, arms and activities are listed here.")


class _EntryDelegate(RowDelegate):
    """Icon or epoch hue, title, count; heads in small capitals."""

    inset = 8
    rounded = True

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self.timeline = ""

    def height(self, item: Any, _width: int) -> int:
        return _HEAD_HEIGHT if isinstance(item, Head) else ROW_HEIGHT

    def paint_row(self, painter: QPainter, area: QRect, item: Head | Entry, selected: bool) -> None:
        theme = self.view.theme
        middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        if isinstance(item, Head):
            painter.setFont(caps_font())
            painter.setPen(theme.text_2)
            line = QRectF(area.left() + 16, area.top() + 10, area.width() - 24, area.height() - 12)
            painter.drawText(line, middle, elided(item.title.upper(), caps_font(), line.width()))
            return
        shown = item.kind == "timeline" and item.address == self.timeline and bool(item.address)
        if shown and not selected:
            self._ground(painter, area, theme.accent_soft)
        color = theme.accent if selected or shown else theme.text
        quiet = theme.accent if selected or shown else theme.text_2
        right = area.right() - 16.0
        if item.count is not None:
            number = f"{item.count:,}"
            width = text_width(number, font(SECONDARY_PX))
            painter.setFont(font(SECONDARY_PX))
            painter.setPen(quiet)
            painter.drawText(QRectF(right - width, area.top(), width + 2, area.height()), middle, number)
            right -= width + 8
        left = area.left() + 16.0
        if item.hue >= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.epoch_hue(item.hue))
            painter.drawRoundedRect(QRectF(left + 3, area.center().y() - 4, 9, 9), 2.5, 2.5)
        else:
            paint_icon(painter, item.icon, QRectF(left, area.top() + 6.5, 15, 15), quiet)
        face = font(weight=500 if shown else 400, tabular=False)
        painter.setFont(face)
        painter.setPen(color)
        line = QRectF(left + 24, area.top(), right - left - 24, area.height())
        painter.drawText(line, middle, elided(item.title, face, line.width()))


class NavigatorPane(QWidget):
    """The lists of one study.

    Signals: `open_timeline(id)` when a person chooses a timeline; `selected(address)` for an epoch, arm or
    activity.
    """

    open_timeline = Signal(str)
    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        set_part(self, "pane")
        self._list = RowsView(_words, _EMPTY, theme or system_theme())
        self._list.setAccessibleName("Navigator")
        self._delegate = _EntryDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self._list)
        self.setFocusProxy(self._list)
        self.setMinimumWidth(160)

    def sizeHint(self) -> QSize:
        """The look's default width."""
        return QSize(NAVIGATOR_WIDTH, 600)

    def set_document(self, document: Document | None, design: StudyDesign | None = None) -> None:
        """List what a design holds (the first one where not given); the empty state for None."""
        if document is not None and design is None:
            design = next(iter(document.designs()), None)
        if document is None or design is None:
            self._list.set_items([])
        else:
            self._list.set_items(entries_of(document, design))

    def set_timeline(self, timeline_id: str) -> None:
        """Show which timeline is open in the views; "" for none."""
        self._delegate.timeline = timeline_id
        self._list.viewport().update()

    def set_selection(self, address: str) -> None:
        """Light the row of what is selected, where it has one."""
        current = self._list.current_item()
        if isinstance(current, Entry) and current.address == address:
            return
        rows = [
            row
            for row, item in enumerate(self._list.items())
            if address and isinstance(item, Entry) and item.address == address
        ]
        self._list.set_current_row(rows[0] if rows else -1)

    def entries(self) -> list[Head | Entry]:
        """The rows, in order."""
        return list(self._list.items())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._list.set_theme(theme)

    def _choose(self, item: Entry) -> None:
        if not item.address:
            return
        if item.kind == "timeline":
            self.open_timeline.emit(item.address)
        else:
            self.selected.emit(item.address)


def _words(item: Head | Entry) -> RowWords:
    if isinstance(item, Head):
        return RowWords(item.title, is_head=True)
    counted = "" if item.count is None else f", {_counted(item)}"
    return RowWords(
        item.title,
        spoken=f"{item.kind.capitalize()} {item.title}{counted}",
        tooltip=f"{item.title}{counted}",
    )


def _counted(item: Entry) -> str:
    assert item.count is not None
    return count(item.count, item.counted, "activities" if item.counted == "activity" else "")
