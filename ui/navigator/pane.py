"""The navigator widget: the lists of one study, in step with the selection and the timeline shown."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from study.document import Document
from study.language import translate
from study.model import StudyDesign
from study.soa import ScheduleOfActivities
from ui.icons import paint_icon
from ui.navigator.entries import Entry, Head, Section, above, rows_of, sections_of
from ui.theme import NAVIGATOR_WIDTH, ROW_HEIGHT, SECONDARY_PX, Theme, caps_font, font, system_theme
from ui.widgets.part import set_part
from ui.widgets.rows import Empty, RowDelegate, RowsView, RowWords
from ui.widgets.text import elided, text_width

_HEAD_HEIGHT = 34
_INDENT = 16
FOLDED_AT_FIRST = ("encounters", "footnotes")


class _EntryDelegate(RowDelegate):
    """Icon, epoch hue or letter, title, count; heads in small capitals; an arrow on what folds."""

    inset = 8
    rounded = True

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self.timeline = ""

    def height(self, item: Any, _width: int) -> int:
        return _HEAD_HEIGHT if isinstance(item, Head) else ROW_HEIGHT

    def paint_row(self, painter: QPainter, area: QRect, item: Head | Entry, selected: bool) -> None:
        theme = self.view.theme
        rtl = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        middle |= int(Qt.TextFlag.TextSingleLine)

        def box(x: float, width: float, top: float = 0.0, height: float | None = None) -> QRectF:
            """From where reading begins, within the row."""
            high = area.height() if height is None else height
            left = area.right() + 1 - x - width if rtl else area.left() + x
            return QRectF(left, area.top() + top, width, high)

        if isinstance(item, Head):
            self._arrow(painter, item.is_folded, box(8, 11, 13.5, 11), rtl)
            painter.setFont(caps_font())
            painter.setPen(theme.text_2)
            room = area.width() - 34
            painter.drawText(
                box(23, room, 10, area.height() - 12), middle, elided(item.title.upper(), caps_font(), room)
            )
            return
        shown = item.kind == "timeline" and item.address == self.timeline and bool(item.address)
        if shown and not selected:
            self._ground(painter, area, theme.accent_soft)
        color = theme.accent if selected or shown else theme.text
        quiet = theme.accent if selected or shown else theme.text_2
        end = area.width() - 16.0
        if item.count is not None:
            number = QLocale().toString(item.count)
            width = text_width(number, font(SECONDARY_PX))
            painter.setFont(font(SECONDARY_PX))
            painter.setPen(quiet)
            painter.drawText(box(end - width, width + 2), middle, number)
            end -= width + 8
        start = 20.0 + _INDENT * item.level
        if item.has_children:
            self._arrow(painter, item.is_folded, box(start - 12, 11, 8.5, 11), rtl)
        if item.letter:
            painter.setFont(font(SECONDARY_PX, 600))
            painter.setPen(theme.accent)
            painter.drawText(box(start, 20), middle, item.letter)
        elif item.hue >= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.epoch_hue(item.hue))
            painter.drawRoundedRect(box(start + 3, 9, area.height() / 2 - 4.5, 9), 2.5, 2.5)
        else:
            paint_icon(painter, item.icon, box(start, 15, 6.5, 15), quiet)
        face = font(weight=500 if shown else 400, tabular=False)
        painter.setFont(face)
        painter.setPen(color)
        painter.drawText(
            box(start + 24, end - start - 24), middle, elided(item.title, face, end - start - 24)
        )

    def _arrow(self, painter: QPainter, is_folded: bool, area: QRectF, rtl: bool) -> None:
        name = ("chevron-left" if rtl else "chevron-right") if is_folded else "chevron-down"
        paint_icon(painter, name, area, self.view.theme.text_2)


class NavigatorPane(QWidget):
    """The lists of one study.

    Signals: `open_timeline(id)` when a person chooses a timeline; `selected(address)` for anything else;
    `folded_changed(list of keys)` when a list or group is folded or unfolded.
    """

    open_timeline = Signal(str)
    selected = Signal(str)
    folded_changed = Signal(list)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        set_part(self, "pane")
        self._sections: list[Section] = []
        self._folded: set[str] = set(FOLDED_AT_FIRST)
        self._touched: set[str] = set()  # groups that somebody folded or unfolded: the others are folded
        self._shown: tuple[object, ...] = ()
        self._address = ""
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("navigator", "Filter"))
        self.field.setAccessibleName(translate("navigator", "Filter the navigator"))
        self.field.setToolTip(translate("navigator", "Type a part of a name; Esc shows everything again"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._refilter)
        self.field.installEventFilter(self)
        self._list = RowsView(_words, _nothing_open(), theme or system_theme())
        self._list.setAccessibleName(translate("navigator", "Navigator"))
        self._delegate = _EntryDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.chosen.connect(self._choose)
        self._list.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 4)
        layout.setSpacing(0)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 0, 12, 2)
        inset.addWidget(self.field)
        layout.addLayout(inset)
        layout.addWidget(self._list)
        self.setMinimumWidth(160)
        self.field.hide()

    def sizeHint(self) -> QSize:
        """The look's default width."""
        return QSize(NAVIGATOR_WIDTH, 600)

    def set_document(
        self,
        document: Document | None,
        design: StudyDesign | None = None,
        table: ScheduleOfActivities | None = None,
    ) -> None:
        """List what a design holds (the first one where not given); the empty state for None.

        `table` is that of the design's main timeline, where there is one already.
        """
        if document is not None and design is None:
            design = next(iter(document.designs()), None)
        shown = (document, design.raw if design is not None else None)
        if self._shown and all(a is b for a, b in zip(shown, self._shown, strict=True)):
            return
        self._shown = shown
        self._sections = []
        if document is not None and design is not None:
            self._sections = sections_of(document, design, table)
        self.field.clear()
        self.field.setVisible(bool(self._sections))
        self._show_rows()

    def set_timeline(self, timeline_id: str) -> None:
        """Show which timeline is open in the views; "" for none."""
        self._delegate.timeline = timeline_id
        self._list.viewport().update()

    def set_selection(self, address: str) -> None:
        """Light the row of what is selected, where it has one; what it is folded into is unfolded."""
        self._address = address
        current = self._list.current_item()
        if isinstance(current, Entry) and current.address == address:
            return
        if address and not self.field.text():
            hidden = [key for key in above(self._sections, address) if self._is_folded(key)]
            if hidden:
                for key in hidden:
                    self._fold(key, folded=False)
                self._show_rows()
        self._light()

    def _light(self) -> None:
        rows = [
            row
            for row, item in enumerate(self._list.items())
            if self._address and isinstance(item, Entry) and item.address == self._address
        ]
        self._list.set_current_row(rows[0] if rows else -1)

    def entries(self) -> list[Head | Entry]:
        """The rows that are seen, in order."""
        return list(self._list.items())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list takes the focus. Not as a proxy: Tab would pass by the field."""
        self._list.setFocus(event.reason())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._list.set_theme(theme)

    # Folding and filtering

    def set_folded(self, kept: Iterable[str]) -> None:
        """Fold as it was left: keys, those that were unfolded begin with "+"."""
        for each in kept:
            self._fold(each.removeprefix("+"), folded=not each.startswith("+"))
        self._show_rows()

    def folded(self) -> list[str]:
        """What somebody folded or unfolded, for `set_folded`."""
        return sorted(key if key in self._folded else f"+{key}" for key in self._touched)

    def _is_folded(self, key: str) -> bool:
        if key in self._touched or "/" not in key:
            return key in self._folded
        return True  # groups are folded at first

    def _fold(self, key: str, *, folded: bool) -> None:
        self._touched.add(key)
        (self._folded.add if folded else self._folded.discard)(key)

    def _show_rows(self, keep: str = "") -> None:
        keys = [entry.key for section in self._sections for entry in section.entries if entry.has_children]
        keys += [section.key for section in self._sections]
        folded = {key for key in keys if self._is_folded(key)}
        self._list.set_empty(_nothing_found() if self._sections else _nothing_open())
        self._list.set_items(rows_of(self._sections, folded, self.field.text()))
        if keep:
            rows = [row for row, item in enumerate(self._list.items()) if item.key == keep]
            self._list.set_current_row(rows[0] if rows else -1)
        else:
            self._light()

    def _refilter(self) -> None:
        self._show_rows()

    def _toggle(self, item: Head | Entry, *, folded: bool | None = None) -> None:
        if self.field.text():
            return
        self._fold(item.key, folded=not item.is_folded if folded is None else folded)
        self._show_rows(item.key)
        self.folded_changed.emit(self.folded())

    def _choose(self, item: Head | Entry) -> None:
        if isinstance(item, Head):
            self._toggle(item)
            return
        if item.has_children and (item.is_folded or item.address == self._address):
            self._toggle(item)
        if not item.address:
            return
        self._address = item.address
        if item.kind == "timeline":
            self.open_timeline.emit(item.address)
        else:
            self.selected.emit(item.address)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and Right fold and unfold, letters go to the filter, Down leads from the filter to the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if watched is self._list:
            return self._list_key(event) or super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            rows = [row for row, item in enumerate(self._list.items()) if isinstance(item, Entry)]
            if rows:
                self._list.setFocus(Qt.FocusReason.TabFocusReason)
                self._list.set_current_row(rows[0])
                if event.key() != Qt.Key.Key_Down:
                    self._choose(self._list.current_item())
            return True
        return super().eventFilter(watched, event)

    def _list_key(self, event: QKeyEvent) -> bool:
        item = self._list.current_item()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        opens = Qt.Key.Key_Left if rtl else Qt.Key.Key_Right
        closes = Qt.Key.Key_Right if rtl else Qt.Key.Key_Left
        if item is not None and event.key() in (opens, closes):
            foldable = isinstance(item, Head) or item.has_children
            if foldable and item.is_folded == (event.key() == opens):
                self._toggle(item)
            elif event.key() == closes:
                self._go_up()
            return True
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.text().strip().isprintable() and event.text().strip() and not event.modifiers() & commands:
            self.field.setFocus()
            self.field.setText(self.field.text() + event.text())
            return True
        return False

    def _go_up(self) -> None:
        row = self._list.currentIndex().row()
        items = self._list.items()
        level = items[row].level if isinstance(items[row], Entry) else -1
        for place in range(row - 1, -1, -1):
            other = items[place]
            if isinstance(other, Head) or other.level < level:
                self._list.set_current_row(place)
                return


def _nothing_open() -> Empty:
    return Empty(
        "list-tree",
        translate("navigator", "No study is open"),
        translate("navigator", "Its timelines, epochs, arms and activities are listed here."),
    )


def _nothing_found() -> Empty:
    return Empty(
        "list-filter",
        translate("navigator", "Nothing matches"),
        translate(
            "navigator", "Nothing in this study has these words in its name. Esc shows everything again."
        ),
    )


def _words(item: Head | Entry) -> RowWords:
    if isinstance(item, Head):
        state = translate("navigator", "folded") if item.is_folded else translate("navigator", "unfolded")
        hint = translate("navigator", "Press to fold or unfold this list")
        return RowWords(item.title, spoken=f"{item.title}, {state}", tooltip=hint)
    counted = _counted(item)
    lines = [f"{item.letter}  {item.title}" if item.letter else item.title, item.tip, counted]
    spoken = ", ".join(part for part in (kind_text(item.kind), item.letter, item.title, counted) if part)
    return RowWords(
        item.title,
        spoken=spoken,
        tooltip=f"<qt>{'<br>'.join(escape(line) for line in lines if line)}</qt>",
    )


def kind_text(kind: str) -> str:
    """What a kind of row is called."""
    return {
        "timeline": translate("navigator", "Timeline"),
        "epoch": translate("navigator", "Epoch"),
        "arm": translate("navigator", "Arm"),
        "cell": translate("navigator", "Cell"),
        "encounter": translate("navigator", "Encounter"),
        "activity": translate("navigator", "Activity"),
        "footnote": translate("navigator", "Footnote"),
    }[kind]


def _counted(item: Entry) -> str:
    if item.count is None:
        return ""
    if item.counted == "activity":
        return translate("navigator", "%n activit(ies)", "", item.count)
    if item.counted == "cell":
        return translate("navigator", "%n epoch(s)", "", item.count)
    if item.counted == "instance":
        return translate("navigator", "%n scheduled instance(s)", "", item.count)
    return translate("navigator", "Used at %n visit(s)", "", item.count)
