"""The navigator widget: the lists of one study, in step with the selection and the timeline shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from study.document import Document
from study.language import translate
from study.model import StudyDesign
from study.soa import ScheduleOfActivities
from ui.navigator.delegate import INDENT, EntryDelegate
from ui.navigator.entries import Entry, Head, Section, above, rows_of, sections_of
from ui.navigator.rows import NavigatorRows
from ui.navigator.typing import NameLine
from ui.theme import NAVIGATOR_WIDTH, Theme, system_theme
from ui.widgets.part import set_part
from ui.widgets.rows import Empty, RowWords

_NEW = "+new"  # the key of the row in which a name is typed
_REST_MS = 40  # after an edit, before the lists are made anew: several edits in a row make them once
FOLDED_AT_FIRST = ("encounters", "footnotes")


class NavigatorPane(QWidget):
    """The lists of one study.

    Signals: `open_timeline(id)` when a person chooses a timeline; `selected(address)` for anything else;
    `folded_changed(list of keys)` when a list or group is folded or unfolded. With `allow_editing` also:
    `menu_asked(Head or Entry, QPoint of the screen)`; `addition_asked(Head)` to add to a list;
    `renaming_asked(Entry)`; `deletion_asked(list of Entry)`; `step_asked(Entry, bool)` to move a row up, or down;
    `dropped(list of Entry, Entry or None)` for rows that were let go below another one.
    """

    open_timeline = Signal(str)
    selected = Signal(str)
    folded_changed = Signal(list)
    menu_asked = Signal(object, QPoint)
    addition_asked = Signal(object)
    renaming_asked = Signal(object)
    deletion_asked = Signal(list)
    step_asked = Signal(object, bool)
    dropped = Signal(object, object)

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
        self._document: Document | None = None
        self._design: StudyDesign | None = None
        self._table: ScheduleOfActivities | None = None
        self._new_row: tuple[str, Entry] | None = None  # behind which row a name is being typed
        self.name_line: NameLine | None = None
        self._is_stale = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh_if_seen)
        self._list = NavigatorRows(self._spoken_words, _nothing_open(), theme or system_theme())
        self._list.setAccessibleName(translate("navigator", "Navigator"))
        self._delegate = EntryDelegate(self._list)
        self._list.menu_asked.connect(self._menu_at)
        self._list.addition_asked.connect(self.addition_asked)
        self._list.dropped.connect(self.dropped)
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
        *,
        edited: bool = False,
    ) -> None:
        """List what a design holds (the first one where not given); the empty state for None.

        `table` is that of the design's main timeline, where there is one already. `edited`: the document is the same
        and holds something else now; the lists follow once nothing more urgent is to be painted.
        """
        if document is not None and design is None:
            design = next(iter(document.designs()), None)
        shown = (document, design.raw if design is not None else None)
        self._document, self._design, self._table = document, design, table
        if edited and self._shown and self._shown[0] is document:
            self._shown = shown
            self._later.start(_REST_MS)
            return
        if self._shown and all(a is b for a, b in zip(shown, self._shown, strict=True)):
            return
        self._shown = shown
        self._sections = []
        if document is not None and design is not None:
            self._sections = sections_of(document, design, table, whole=self._list.can_edit)
        self._later.stop()
        self._end_typing()
        self.field.clear()
        self.field.setVisible(bool(self._sections))
        self._show_rows()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """List what was edited while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def refresh(self) -> None:
        """List what is there now, after an edit; where one was stays lit."""
        self._later.stop()
        self._is_stale = False
        document, design = self._document, self._design
        sections: list[Section] = []
        if document is not None and design is not None:
            sections = sections_of(document, design, self._table, whole=self._list.can_edit)
        if sections == self._sections:
            return
        self._sections = sections
        self.field.setVisible(bool(sections))
        current = self._list.current_item()
        row = self._list.currentIndex().row()
        bar = self._list.verticalScrollBar()
        was = bar.value()
        self._show_rows(current.key if current is not None else "")
        if not self._list.currentIndex().isValid() and current is not None and self._list.hasFocus():
            # What was lit is gone: its neighbour is, so that the keys stay where they were.
            self._list.set_current_row(min(row, len(self._list.items()) - 1))
        bar.setValue(was)

    def set_timeline(self, timeline_id: str) -> None:
        """Show which timeline is open in the views; "" for none."""
        self._delegate.timeline = timeline_id
        self._list.viewport().update()

    def set_selection(self, address: str) -> None:
        """Light the row of what is selected, where it has one; what it is folded into is unfolded."""
        if address == self._address:
            return  # told again after an edit: the keys stay where they are
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

    # Editing

    def allow_editing(self) -> None:
        """From now on names are typed here, and rows added, moved and deleted; what is done is asked of others."""
        self._list.allow_editing()
        self._delegate.can_add = True
        shown, self._shown = self._shown, ()
        if shown:
            self.set_document(self._document, self._design, self._table)

    @property
    def rows(self) -> NavigatorRows:
        """The list itself."""
        return self._list

    @property
    def sections(self) -> list[Section]:
        """All lists, folded or not."""
        return self._sections

    def entry_at(self, address: str) -> Entry | None:
        """The row of what has this address, whether it is folded away or not; None where the lists hold it not."""
        if self._is_stale or self._later.isActive():
            self.refresh()
        rows = (entry for section in self._sections for entry in section.entries)
        return next((entry for entry in rows if address and entry.address == address), None)

    def section_of(self, item: Head | Entry) -> Section | None:
        """The list that a row is of."""
        wanted = item.key if isinstance(item, Head) else item.key.split("/", 1)[0]
        return next((section for section in self._sections if section.key == wanted), None)

    def head_of(self, item: Head | Entry) -> Head | None:
        """The head over a row; itself for a head."""
        wanted = item.key.split("/", 1)[0]
        return next((row for row in self._list.items() if isinstance(row, Head) and row.key == wanted), None)

    def go_to(self, address: str) -> None:
        """Light the row of an address and bring it into view, unfolding what it stands in."""
        for key in above(self._sections, address):
            if self._is_folded(key):
                self._fold(key, folded=False)
        self._address = address
        self._show_rows()

    def type_name(
        self,
        spoken: str,
        judge: Callable[[str], str],
        keep: Callable[[str], object],
        *,
        at: Head | Entry,
        new: Entry | None = None,
    ) -> None:
        """Have a name typed over the row `at`, or in a `new` row behind it and all in it; a head's last row."""
        self._end_typing()
        self.field.clear()
        if new is not None:
            into = isinstance(at, Head) or new.level > at.level
            if at.is_folded and into:
                self._fold(at.key, folded=False)
            self._new_row = (at.key, replace(new, key=_NEW))
            self._show_rows(_NEW)
        key = _NEW if new is not None else at.key
        row = next((n for n, item in enumerate(self._list.items()) if item.key == key), -1)
        if row < 0:
            self._new_row = None
            return
        self._list.set_current_row(row)
        self._list.scrollTo(self._list.rows.index(row))
        text = at.title if new is None else ""

        def kept(name: str) -> None:
            self._forget_new()
            keep(name)
            self.refresh()
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

        def gave_up() -> None:
            self._forget_new()
            self._show_rows(at.key)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

        self.name_line = NameLine(self._list.viewport(), text, spoken, judge, kept, gave_up)
        self.name_line.lie_over(self._name_area(row))
        self.name_line.start()

    def _name_area(self, row: int) -> QRect:
        area = self._list.visualRect(self._list.rows.index(row))
        item = self._list.items()[row]
        start = 34 + INDENT * (item.level if isinstance(item, Entry) else 0)
        rtl = self._list.isRightToLeft()
        return area.adjusted(8 if rtl else start, 0, -start if rtl else -8, 0)

    def _forget_new(self) -> None:
        self._new_row, self.name_line = None, None

    def keep_what_is_typed(self) -> None:
        """Keep the name that is being typed, where it can be."""
        if self.name_line is not None:
            self.name_line.finish()

    def _end_typing(self) -> None:
        if self.name_line is not None:
            self.name_line.give_up()

    def _menu_at(self, point: QPoint) -> None:
        index = self._list.indexAt(point)
        if index.isValid():
            self.menu_asked.emit(self._list.items()[index.row()], self._list.viewport().mapToGlobal(point))

    def _edit_key(self, event: QKeyEvent, item: Head | Entry) -> bool:
        """The keys that change something, and the one for the menu."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        if (key == Qt.Key.Key_Menu and plain) or (
            key == Qt.Key.Key_F10 and held == Qt.KeyboardModifier.ShiftModifier
        ):
            area = self._list.visualRect(self._list.currentIndex())
            self.menu_asked.emit(item, self._list.viewport().mapToGlobal(area.bottomLeft() + QPoint(24, 0)))
        elif key == Qt.Key.Key_Insert and plain:
            head = self.head_of(item)
            if head is not None:
                self.addition_asked.emit(head)
        elif isinstance(item, Head) or not item.address:
            return False
        elif key == Qt.Key.Key_F2 and plain:
            self.renaming_asked.emit(item)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            self.deletion_asked.emit(self._list.chosen_entries())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held == Qt.KeyboardModifier.AltModifier:
            self.step_asked.emit(item, key == Qt.Key.Key_Down)
        else:
            return False
        return True

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
        self._list.set_items(self._with_new(rows_of(self._sections, folded, self.field.text())))
        if keep:
            rows = [row for row, item in enumerate(self._list.items()) if item.key == keep]
            self._list.set_current_row(rows[0] if rows else -1)
        else:
            self._light()

    def _with_new(self, rows: list[Head | Entry]) -> list[Head | Entry]:
        """The rows with the one in which a name is being typed."""
        if self._new_row is None:
            return rows
        behind, new = self._new_row
        at = next((n for n, row in enumerate(rows) if row.key == behind), -1)
        if at < 0:
            return rows
        level = rows[at].level if isinstance(rows[at], Entry) else -1  # type: ignore[union-attr]
        end = at + 1
        while end < len(rows) and isinstance(row := rows[end], Entry) and row.level > level:
            end += 1
        return [*rows[:end], new, *rows[end:]]

    def _spoken_words(self, item: Head | Entry) -> RowWords:
        return _words(item, can_add=self._list.can_edit)

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
        if item is not None and self._list.can_edit and self._edit_key(event, item):
            return True
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


def _words(item: Head | Entry, *, can_add: bool) -> RowWords:
    if isinstance(item, Head):
        state = translate("navigator", "folded") if item.is_folded else translate("navigator", "unfolded")
        hint = translate("navigator", "Press to fold or unfold this list")
        if can_add:
            hint = translate("navigator", "Press to fold or unfold this list; + or Ins adds to it")
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
        "element": translate("navigator", "Element"),
        "encounter": translate("navigator", "Encounter"),
        "activity": translate("navigator", "Activity"),
        "footnote": translate("navigator", "Footnote"),
    }[kind]


def _counted(item: Entry) -> str:
    if item.count is None:
        return ""
    if item.counted == "activity":
        return translate("navigator", "%n activit(ies)", "", item.count)
    if item.kind == "element":
        return translate("navigator", "In %n cell(s)", "", item.count)
    if item.counted == "cell":
        return translate("navigator", "%n epoch(s)", "", item.count)
    if item.counted == "instance":
        return translate("navigator", "%n scheduled instance(s)", "", item.count)
    return translate("navigator", "Used at %n visit(s)", "", item.count)
