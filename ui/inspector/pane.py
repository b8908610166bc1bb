"""The inspector widget: builds what is said of one entity, and remembers where one has been."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.dating import DatedTimes, DateStatus, Moment
from study.document import Document
from study.json_types import JsonValue
from study.language import translate
from study.model import Entity
from study.soa import ScheduleOfActivities
from study.visit_title import visit_title
from ui.dates.field import DateField
from ui.dates.locale_dates import LocaleDates
from ui.icons import icon
from ui.inspector.about import About, Note, Section, about
from ui.inspector.dates import date_rows
from ui.inspector.fields import Fields, Value, fields_of, fields_within
from ui.inspector.labels import Chip, ValueLabel
from ui.inspector.names import class_words
from ui.inspector.pages import Nothing, Page
from ui.inspector.rows import CLIPPED, LONG_TEXT, Row, cut, empty_words, how_many, rows_of
from ui.inspector.took_place import TookPlace
from ui.theme import INSPECTOR_WIDTH, TITLE_PX, Theme, font, system_theme
from ui.widgets.flow import FlowLayout
from ui.widgets.part import set_part, text_label

_LABEL_WIDTH = 96
Mentions = Callable[[str], Sequence[Value]]
"""Where the protocol's text names the entity at an address: links."""
_FIRST_CHIPS = 40
_STRETCH = 20_000  # characters of a footnote that each request shows
_REMEMBERED = 100
_IN_HEADER = frozenset(("instanceType",))


class InspectorPane(QWidget):
    """Every attribute of the selected entity, read-only.

    `link_activated(address)` when a person follows a link, a chip, or goes back or forward: select that.
    `took_place(key, Moment or None)` when a person says when a visit took place, or takes that away; `dates_wanted()`
    when they ask for the place where the anchor's date is typed; `undo_wanted()`, `redo_wanted()` for the last date.
    `mention_activated(address)` when they follow a place of the protocol's text.
    """

    link_activated = Signal(str)
    took_place = Signal(str, object)
    dates_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    mention_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._document: Document | None = None
        self._schedules: Sequence[ScheduleOfActivities] = ()
        self._dates: Sequence[DatedTimes] = ()
        self._mentions: Mentions | None = None
        self._refocus = False
        self._address = ""
        self._asked: dict[str, int] = {}
        self._asking = ""  # the key of what a person asks for just now
        self._grown: QWidget | None = None  # and where it shows
        self._been: list[str] = []
        self._here = -1
        set_part(self, "pane")
        self.setMinimumWidth(220)
        self._back, self._forward = QToolButton(), QToolButton()
        for button, words, step, keys in (
            (self._back, translate("inspector", "Back"), -1, "Alt+Left"),
            (self._forward, translate("inspector", "Forward"), 1, "Alt+Right"),
        ):
            button.setIconSize(QSize(16, 16))
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({keys})")
            button.clicked.connect(lambda _checked=False, step=step: self._go(step))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._go(step))
        self._class = text_label("", "secondary")
        self._class.setWordWrap(False)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(16, 8, 8, 0)
        bar.setSpacing(2)
        bar.addWidget(self._class, 1)
        bar.addWidget(self._back)
        bar.addWidget(self._forward)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(translate("inspector", "Inspector"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._scroll, 1)
        self._rebuild()

    def sizeHint(self) -> QSize:
        """The look's default width."""
        return QSize(INSPECTOR_WIDTH, 600)

    # What is shown

    def set_document(self, document: Document | None, schedules: Sequence[ScheduleOfActivities] = ()) -> None:
        """Look into another document; `schedules` are its tables, the one on screen first."""
        self._document = document
        self._schedules = tuple(schedules)
        self._address = ""
        self._asked.clear()
        self._been, self._here = [], -1
        self._rebuild()

    def set_schedules(self, schedules: Sequence[ScheduleOfActivities]) -> None:
        """The document's tables changed, or another one is on screen."""
        self._schedules = tuple(schedules)
        self._rebuild()

    def set_dating(self, dates: Sequence[DatedTimes] | None) -> None:
        """Dates beside days: those of the timelines, the one on screen first; None without a study."""
        self._dates = tuple(dates or ())
        self._build_in_place()

    def set_mentions(self, mentions: Mentions | None) -> None:
        """Who says where the protocol's text names an entity: links with an address, told by `mention_activated`."""
        self._mentions = mentions
        self._build_in_place()

    def focus_took_place(self) -> bool:
        """Puts the cursor where one says when the selected visit took place; whether there is such a place."""
        field = self.findChild(DateField)
        if field is None:
            return False
        self._scroll.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()
        return True

    def set_selection(self, address: str) -> None:
        """Show the entity at `address`; "" for nothing selected."""
        if address == self._address:
            return
        self._address = address
        self._asked.clear()
        if address and (self._here < 0 or self._been[self._here] != address):
            self._been = [*self._been[: self._here + 1], address][-_REMEMBERED:]
            self._here = len(self._been) - 1
        self._rebuild()
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read the entity again, after the document changed."""
        self._rebuild()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._rebuild()

    def can_go_back(self) -> bool:
        """Whether there is something to go back to."""
        return self._here > 0

    def can_go_forward(self) -> bool:
        """Whether there is something to go forward to."""
        return self._here < len(self._been) - 1

    def go_back(self) -> None:
        """Select what was selected before."""
        self._go(-1)

    def go_forward(self) -> None:
        """Select what was selected before going back."""
        self._go(1)

    def _go(self, step: int) -> None:
        if not 0 <= self._here + step < len(self._been):
            return
        self._here += step
        address = self._been[self._here]
        self.set_selection(address)
        self.link_activated.emit(address)

    # Building

    def _rebuild(self) -> None:
        theme = self._theme
        for button, name, can in (
            (self._back, "arrow-left", self.can_go_back()),
            (self._forward, "arrow-right", self.can_go_forward()),
        ):
            button.setIcon(icon(name, theme.text_2, theme.line))
            button.setEnabled(can)
        entity = self._document.entity(self._address) if self._document and self._address else None
        self._bar.setVisible(entity is not None)
        if entity is None:
            self._class.setText("")
            self._put(self._nothing())
            return
        self._class.setText(class_words(entity.instance_type))
        named = translate("inspector", "USDM class {name}").format(name=escape(entity.instance_type))
        self._class.setToolTip(named if entity.instance_type else "")
        self._put(self._contents(entity))

    def _put(self, page: QWidget) -> None:
        # What was there may hold the link that was just clicked: it goes when its event is over.
        gone = self._scroll.takeWidget()
        if gone is not None:
            gone.hide()
            gone.deleteLater()
        self._scroll.setWidget(page)

    def _nothing(self) -> QWidget:
        if self._document is None:
            text = translate("inspector", "What a study says of each of its parts shows here.")
            return Nothing(self._theme, translate("inspector", "No study is open"), text)
        if self._address:
            text = translate(
                "inspector",
                "Its id is missing, or another entity has the same one. It is kept in the file as it is; "
                "Problems tells where.",
            )
            return Nothing(self._theme, translate("inspector", "This cannot be addressed"), text)
        text = translate(
            "inspector",
            "Select a visit, an activity or an arrow to read everything the study says of it. "
            "Links lead on; Alt+Left leads back.",
        )
        return Nothing(self._theme, translate("inspector", "Nothing selected"), text)

    def _contents(self, entity: Entity) -> QWidget:
        assert self._document is not None
        document = self._document
        told = about(self._address, self._schedules, self._dates, lambda key: bool(self._asked.get(key)))
        page = set_part(Page(), "pane")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 2, 16, 20)
        column.setSpacing(0)
        title = ValueLabel([Value(entity.title)], self._theme)
        title.setFont(font(TITLE_PX, 600, tabular=False))
        column.addWidget(title)
        if told.sentence:
            column.addSpacing(10)
            column.addWidget(self._sentence(told))
        place = 0
        for section in told.sections:
            if place == 1 or (place == 0 and not told.sections[0].rows):
                self._add_dates(column, told)
            self._add_section(column, section)
            place += 1
        if place <= 1:
            self._add_dates(column, told)
        self._add_notes(column, told.notes)
        self._add_mentions(column)
        without = _IN_HEADER | told.hidden
        index = document.index
        fields = fields_of(entity.raw, document.entity, index.address_of, without)
        self._head(column, translate("inspector", "In the file"))
        self._fields(column, fields)
        owner = index.owner_of(entity.raw)
        if owner is not None:
            address, _ = index.home_of(owner[0])
            holder = document.entity(address)
            if holder is not None:
                kind = class_words(holder.instance_type) if holder.instance_type else ""
                held = Value(
                    holder.title if address != "$root" else translate("inspector", "The file"),
                    address,
                    hint=kind,
                )
                self._rows(column, [Row(translate("inspector", "Part of"), (held,))], 6)
        column.addStretch(1)
        return page

    def _add_section(self, column: QVBoxLayout, section: Section) -> None:
        if section.title:
            self._head(column, section.title)
        else:
            column.addSpacing(8)
        if section.rows:
            rows = [self._bounded(row, f"{section.name} {number}") for number, row in enumerate(section.rows)]
            self._rows(column, rows, whole=True)
        if section.chips:
            if section.rows:
                column.addSpacing(4)
            chips = self._chips(section.chips, f"chips {section.name} ")
            column.addWidget(chips)
            if self._asking and any(
                value.key == self._asking for row in section.rows for value in row.values
            ):
                self._grown = chips
        if section.remark:
            column.addSpacing(6 if section.rows or section.chips else 0)
            column.addWidget(ValueLabel([Value(section.remark)], self._theme, "secondary"))

    def _bounded(self, row: Row, key: str) -> Row:
        """A row whose long texts are cut until a person asks for them."""
        key = f"{key} "
        if self._asked.get(key) or all(len(value.text) <= CLIPPED for value in row.values):
            return row
        values = tuple(
            replace(value, text=cut(value.text, CLIPPED), key=key, ask=translate("inspector", "Show all"))
            if len(value.text) > CLIPPED
            else value
            for value in row.values
        )
        return replace(row, values=values)

    def _add_dates(self, column: QVBoxLayout, told: About) -> None:
        """The dates of a visit, and the field that says when it took place."""
        dated, dates = told.dated, told.dates
        if dated is None or dates is None:
            return
        self._head(column, translate("inspector", "Dates"))
        rows = date_rows(dated, dates, LocaleDates())
        self._rows(column, [Row(words, (Value(text),)) for words, text in rows])
        if dated.date is None and dated.status is DateStatus.UNDATED:
            anchor = dates.planned.times.get(dated.planned.time_base)
            name = visit_title(anchor) if anchor is not None else ""
            words = translate("inspector", "Type the date of {anchor} to see dates").format(anchor=name)
            button = set_part(QPushButton(words), "link")
            button.clicked.connect(lambda _checked=False: self.dates_wanted.emit())
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            if not dated.planned.is_anchor:
                return
        column.addSpacing(7 if rows else 0)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        name_label = text_label(translate("inspector", "Took place on"), "label")
        name_label.setFixedWidth(_LABEL_WIDTH)
        name_label.setMinimumHeight(28)
        field = TookPlace(dated, dates, self._theme)
        key = dated.key
        field.entered.connect(lambda moment: self._date_entered(key, moment))
        name_label.setBuddy(field.field)
        grid.addWidget(name_label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, 0, 1)
        column.addLayout(grid)

    def _date_entered(self, key: str, moment: Moment | None) -> None:
        self._refocus = True
        self.took_place.emit(key, moment)
        self._refocus = False

    def _add_notes(self, column: QVBoxLayout, notes: Sequence[Note]) -> None:
        if not notes:
            return
        self._head(column, translate("inspector", "Footnotes here"))
        key = "footnotes "
        shown, more = how_many(len(notes), self._asked.get(key, 0))
        for number, note in enumerate(notes[:shown]):
            column.addWidget(self._note(note, f"{key}{number}"))
        if more:
            column.addWidget(self._show(key, more), 0, Qt.AlignmentFlag.AlignLeading)

    def _add_mentions(self, column: QVBoxLayout) -> None:
        """Where the protocol's text names what is selected; nothing where it does not, or nobody said."""
        mentions = self._mentions(self._address) if self._mentions is not None else ()
        if not mentions:
            return
        self._head(column, translate("inspector", "Protocol text · {number}").format(number=len(mentions)))
        key = "mentions "
        shown, more = how_many(len(mentions), self._asked.get(key, 0))
        for value in mentions[:shown]:
            label = ValueLabel([value], self._theme)
            label.link_chosen.connect(self.mention_activated)
            column.addWidget(label)
            column.addSpacing(3)
        if more:
            column.addWidget(self._show(key, more), 0, Qt.AlignmentFlag.AlignLeading)

    def _head(self, column: QVBoxLayout, title: str) -> None:
        column.addSpacing(18)
        head = text_label(title.upper(), "caps")
        head.setAccessibleName(title)
        column.addWidget(head)
        column.addSpacing(6)

    def _sentence(self, told: About) -> QWidget:
        box = set_part(QFrame(), "soft")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 9, 12, 9)
        label = ValueLabel([Value(told.sentence, missing=told.sentence_warns)], self._theme, "label")
        inside.addWidget(label)
        return box

    def _chips(self, chips: Sequence[Value], key: str) -> QWidget:
        """`key` holds a space: no attribute's path does."""
        box = QWidget()
        flow = FlowLayout(box)
        shown, more = how_many(len(chips), self._asked.get(key, 0), _FIRST_CHIPS)
        for value in chips[:shown]:
            chip = Chip(value)
            chip.link_chosen.connect(self.link_activated)
            flow.addWidget(chip)
        if more:
            flow.addWidget(self._show(key, more))
        return box

    def _note(self, told: Note, key: str) -> QWidget:
        note = told.footnote
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 6)
        line.setSpacing(0)
        letter = text_label(note.letter)
        letter.setFont(font(weight=600))
        letter.setStyleSheet(f"color: {self._theme.accent.name()};")
        letter.setFixedWidth(22)
        line.addWidget(letter, 0, Qt.AlignmentFlag.AlignTop)
        asked = self._asked.get(key, 0)
        shown = note.text[: _STRETCH * asked] if asked else cut(note.text, CLIPPED)
        ask = ""
        if len(note.text) > max(CLIPPED, _STRETCH * asked):
            ask = translate("inspector", "Show more") if asked else translate("inspector", "Show all")
        values = [Value(shown, key=key if ask else "", ask=ask)]
        values += [Value(said, missing=True) for said in told.differs]
        text = ValueLabel(values, self._theme, "label")
        text.asked.connect(self._ask_more)
        if told.places:
            text.setToolTip(f"<qt>{escape(cut(told.places, LONG_TEXT))}</qt>")
        line.addWidget(text, 1)
        return box

    def _fields(self, column: QVBoxLayout, fields: Fields) -> None:
        rows = rows_of(fields.stated, self._read, self._asked)
        self._rows(column, rows)
        if fields.empty:
            column.addSpacing(10)
            key = "empty "
            names = translate("inspector", "Not stated: {attributes}").format(
                attributes=empty_words(fields.empty)
            )
            clipped = names if self._asked.get(key) else cut(names, LONG_TEXT)
            ask = translate("inspector", "Show all") if clipped != names else ""
            label = ValueLabel([Value(clipped, key=key if ask else "", ask=ask)], self._theme, "secondary")
            label.asked.connect(self._ask_more)
            usdm = ", ".join(part.attribute for part in fields.empty)
            label.setToolTip(f"<qt>{escape(cut(usdm, LONG_TEXT))}</qt>")
            column.addWidget(label)

    def _read(self, value: JsonValue) -> Fields:
        assert self._document is not None
        return fields_within(value, self._document.entity, self._document.index.address_of)

    def _rows(self, column: QVBoxLayout, rows: Sequence[Row], space: int = 0, *, whole: bool = False) -> None:
        """`whole`: values without words take the whole width; else they go on below those of the row above."""
        grid = QGridLayout()
        grid.setContentsMargins(0, space, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(rows):
            if whole and not row.words:
                grid.addWidget(self._values(row), number, 0, 1, 2)
                continue
            name = text_label(row.words, "label")
            if whole and not (row.values or row.more):
                grid.addWidget(name, number, 0, 1, 2)
                continue
            name.setFixedWidth(_LABEL_WIDTH)
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            if row.attribute:
                named = translate("inspector", "USDM attribute {name}")
                name.setToolTip(f"<qt>{named.format(name=f'<b>{escape(row.attribute)}</b>')}</qt>")
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            if row.values or row.more:
                grid.addWidget(self._values(row), number, 1)
        column.addLayout(grid)

    def _values(self, row: Row) -> QWidget:
        label = ValueLabel(row.values, self._theme)
        if row.words.strip():
            named = translate("inspector", "{what}: {value}")
            label.setAccessibleName(named.format(what=row.words.strip(), value=label.accessibleName()))
        label.link_chosen.connect(self.link_activated)
        label.asked.connect(self._ask)
        if not row.more:
            return label
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        label.setVisible(bool(row.values))
        inside.addWidget(label)
        inside.addWidget(self._show(row.key, row.more), 0, Qt.AlignmentFlag.AlignLeading)
        return box

    def _show(self, key: str, what: str) -> QPushButton:
        button = set_part(QPushButton(translate("inspector", "Show {what}").format(what=what)), "link")
        button.clicked.connect(lambda: self._ask_more(key))
        return button

    def _ask(self, key: str) -> None:
        """Open the value that has this key; or close it, and whatever was opened within."""
        if key not in self._asked:
            self._ask_more(key)
            return
        self._asked = {asked: times for asked, times in self._asked.items() if not asked.startswith(key)}
        self._build_in_place()

    def _ask_more(self, key: str) -> None:
        self._asked[key] = self._asked.get(key, 0) + 1
        self._asking = key
        self._build_in_place()
        self._asking = ""
        self._show_grown()

    def _show_grown(self) -> None:
        """Scroll to what a person asked for, where it lies below the edge."""
        page, grown, self._grown = self._scroll.widget(), self._grown, None
        if grown is not None and page is not None:
            page.adjustSize()
            self._scroll.ensureWidgetVisible(grown, 0, 12)

    def _build_in_place(self) -> None:
        at = self._scroll.verticalScrollBar().value()
        field = self.findChild(DateField)
        focused = self._refocus or (field is not None and field.hasFocus())
        typed = field.text() if field is not None and field.hasFocus() and field.isModified() else ""
        self._rebuild()
        self._scroll.verticalScrollBar().setValue(at)
        page = self._scroll.widget()
        field = page.findChild(DateField) if page is not None else None
        if focused and field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            if typed:
                field.retype(typed)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z where one types when a visit took place is about dates."""
        field = self.findChild(DateField)
        if isinstance(event, QKeyEvent) and field is not None and field.hasFocus():
            undo, redo = (
                event.matches(QKeySequence.StandardKey.Undo),
                event.matches(QKeySequence.StandardKey.Redo),
            )
            if (undo or redo) and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if (undo or redo) and event.type() == QEvent.Type.KeyPress:
                (self.undo_wanted if undo else self.redo_wanted).emit()
                return True
        return super().event(event)
