"""The table of contents: sections as a tree, with how often each holds what is looked for or names what is selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from study.language import translate
from study.narrative import ProtocolText
from ui.icons import paint_icon
from ui.text.reading import At
from ui.theme import SECONDARY_PX, Theme, font
from ui.widgets.text import elided

_AT = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_EMPTY = Qt.ItemDataRole.UserRole + 2
_ROW = 26
_BADGE = 18


class Contents(QTreeWidget):
    """`chosen(At)` when a person goes to a section."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._items: dict[At, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("text", "Contents of the protocol"))
        self.setItemDelegate(_Row(self))
        self.currentItemChanged.connect(self._choose)

    def set_texts(self, texts: Sequence[ProtocolText]) -> None:
        """Shows the sections of other texts; each text has a row of its own where there are several."""
        self.blockSignals(True)
        self.clear()
        self._items.clear()
        for number, text in enumerate(texts):
            at_level: list[QTreeWidgetItem] = []
            top: QTreeWidgetItem | None = None
            if len(texts) > 1:
                top = QTreeWidgetItem([text_title(text)])
                top.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.addTopLevelItem(top)
            for section in text.sections:
                item = QTreeWidgetItem([section.heading or translate("text", "Without a title")])
                item.setData(0, _AT, At(number, section.place))
                item.setData(0, _EMPTY, section.is_empty)
                item.setToolTip(0, section.heading)
                del at_level[section.level :]
                holder = at_level[-1] if at_level else top
                if holder is None:
                    self.addTopLevelItem(item)
                else:
                    holder.addChild(item)
                at_level.append(item)
                self._items[At(number, section.place)] = item
            if top is not None:
                top.setExpanded(True)
        self.blockSignals(False)

    def set_counts(self, counts: Mapping[At, int]) -> None:
        """A number behind each of these sections; what holds one is unfolded to."""
        for at, item in self._items.items():
            count = counts.get(at, 0)
            if (item.data(0, _COUNT) or 0) == count:
                continue
            item.setData(0, _COUNT, count)
            heading = item.text(0)
            told = (
                translate("text", "{section}, %n time(s)", "", count).format(section=heading)
                if count
                else heading
            )
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
            holder = item.parent()
            while count and holder is not None:
                holder.setExpanded(True)
                holder = holder.parent()
        self.viewport().update()

    def set_current(self, at: At | None) -> None:
        """Lights the section that is shown; emits nothing."""
        item = self._items.get(at) if at is not None else None
        self.blockSignals(True)
        if item is None:
            self.clearSelection()
        else:
            self.setCurrentItem(item)
            holder = item.parent()
            while holder is not None:
                holder.setExpanded(True)
                holder = holder.parent()
            self.scrollToItem(item)
        self.blockSignals(False)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paints in another theme."""
        self.theme = theme
        self.viewport().update()

    def drawBranches(  # type: ignore[override]
        self, painter: QPainter, rect: QRect, index: QModelIndex
    ) -> None:
        """The mark that folds a section."""
        if self.selectionModel().isSelected(index):
            painter.fillRect(rect, self.theme.accent_soft)
        if not index.model().hasChildren(index):
            return
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        closed = "chevron-left" if turned else "chevron-right"
        name = "chevron-down" if self.isExpanded(index) else closed
        left = rect.left() + 1 if turned else rect.right() - 12
        paint_icon(painter, name, QRectF(left, rect.center().y() - 5.5, 12, 12), self.theme.text_2)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        at = item.data(0, _AT) if item is not None else None
        if at is not None:
            self.chosen.emit(at)


def text_title(text: ProtocolText) -> str:
    """What one of several texts is called."""
    if text.template and text.version:
        return translate("text", "{name}, {template}, version {version}").format(
            name=text.name, template=text.template, version=text.version
        )
    return ", ".join(part for part in (text.name, text.template) if part)


class _Row(QStyledItemDelegate):
    """The heading, quiet where there is no text, and a number at its end."""

    def __init__(self, tree: Contents) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._tree.theme
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        turned = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.accent_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.hover)
        count = index.data(_COUNT) or 0
        room = QRectF(area).adjusted(4, 0, -8, 0)
        if count:
            face = font(SECONDARY_PX, 600)
            words = str(count)
            width = max(_BADGE, QFontMetricsF(face).horizontalAdvance(words) + 12)
            left = room.left() if turned else room.right() - width
            badge = QRectF(left, area.center().y() - _BADGE / 2 + 1, width, _BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.chip)
            painter.drawRoundedRect(badge, _BADGE / 2, _BADGE / 2)
            painter.setFont(face)
            painter.setPen(theme.accent)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
            room.adjust(width + 6 if turned else 0, 0, 0 if turned else -width - 6, 0)
        top = index.data(_AT) is None
        face = font(SECONDARY_PX if top else 13.0, 600 if top else 400, tabular=False)
        painter.setFont(face)
        painter.setPen(theme.text_2 if top or index.data(_EMPTY) else theme.text)
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(side) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(room, flags, elided(str(index.data()), face, room.width()))
        painter.restore()
