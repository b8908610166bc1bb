"""The page of one entity: the sentence, what the schedule says, dates, footnotes, texts, and every attribute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from study.attribute_kinds import TITLE, attribute_of
from study.dating import DateStatus
from study.document import Document
from study.json_types import JsonValue
from study.language import translate
from study.model import Entity
from study.usdm_names import attribute_words, class_words
from study.visit_title import visit_title
from ui.dates.locale_dates import LocaleDates
from ui.inspector.dates import date_rows
from ui.inspector.editing.asking import Asking, Place
from ui.inspector.editing.editor import FieldEditor
from ui.inspector.editing.paths import place_of
from ui.inspector.fields import Field, Fields, Value, fields_of, fields_within
from ui.inspector.labels import Chip, ValueLabel
from ui.inspector.pages import Page
from ui.inspector.row_grid import RowGrid, Spot, label_width
from ui.inspector.rows import CLIPPED, LONG_TEXT, Row, cut, empty_words, how_many, rows_of
from ui.inspector.sections import About, Note, Section
from ui.inspector.took_place import TookPlace
from ui.theme import TITLE_PX, Theme, font
from ui.widgets.flow import FlowLayout
from ui.widgets.part import set_part, text_label

_FIRST_CHIPS = 40
_STRETCH = 20_000  # characters of a footnote that each request shows
_IN_HEADER = frozenset(("instanceType",))
_FILE = "file"


class EntityPage(Page):
    """Everything that is said of an entity, as it is when the page is made.

    `asked` are the keys of what a person asked to see, with how often; `asking` the one they ask for just now, and
    `grown` where that shows. `mentions` link to where the protocol's text names the entity. `study` is asked what can
    be edited, None for nothing; `editors` are the open ones and `explained` what a person asked why it is not edited.
    `boxes` are the values that open, in the order of the page. `width`: of what it is to be seen in, in pixels.

    Signals: `link_chosen(address)`; `mention_chosen(address)`; `asked(key)` to open or close a value, `more_asked(key)`
    for more of it; `took_place(key, Moment or None)` and `dates_wanted()` as the pane says; `edit_wanted(spot, words)`
    when a value is opened, `put_wanted(spot, value)` where one click says it all.
    """

    link_chosen = Signal(str)
    mention_chosen = Signal(str)
    asked = Signal(str)
    more_asked = Signal(str)
    took_place = Signal(str, object)
    dates_wanted = Signal()
    edit_wanted = Signal(object, str)
    put_wanted = Signal(object, object)

    def __init__(
        self,
        document: Document,
        entity: Entity,
        told: About,
        theme: Theme,
        *,
        asked: Mapping[str, int],
        asking: str = "",
        mentions: Sequence[Value] = (),
        study: Asking | None = None,
        editors: Mapping[Spot, FieldEditor] | None = None,
        explained: tuple[Spot, str] | None = None,
        width: int = 280,
    ) -> None:
        super().__init__()
        self._document = document
        self._study = study
        self._editors = editors or {}
        self._grid = RowGrid(
            theme,
            study,
            self._editors,
            explained,
            width=width - 32,
            follow=self.link_chosen.emit,
            ask=self.asked.emit,
            show=self._show,
            opened=self.edit_wanted.emit,
            put=self.put_wanted.emit,
        )
        self.boxes: dict[Spot, QAbstractButton] = self._grid.boxes
        self._theme = theme
        self._asked = asked
        self._asking = asking
        self._mentions = mentions
        self.grown: QWidget | None = None
        self.said: object = None
        """All that the page says, as a value that the pane compares."""
        set_part(self, "pane")
        self._build(entity, told)

    def _build(self, entity: Entity, told: About) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 2, 16, 20)
        column.setSpacing(0)
        column.addWidget(self._title(entity))
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
        self._head(column, translate("inspector", "In the file"))
        self._fields(column, entity, self._fields_of(entity, told))
        self._add_owner(column, entity)
        column.addStretch(1)

    def _title(self, entity: Entity) -> QWidget:
        """The entity's title, by which people call it: its label, else its name."""
        title = ValueLabel([Value(entity.title)], self._theme)
        title.setFont(font(TITLE_PX, 600, tabular=False))
        address = self._document.index.address_of(entity.raw)
        place = Place(address or "", TITLE)
        stands = self._study.stands(place) if self._study is not None and address else None
        if stands is None or self._study is None or not ("name" in entity.raw or "label" in entity.raw):
            return title
        spot = ("title", place)
        if spot in self._editors:
            self._editors[spot].show()
            return self._editors[spot]
        if not stands.attribute.is_edited or self._study.locked():
            return title
        named = translate("inspector", "{what}: {value}")
        words = translate("inspector", "Title")
        title.setAccessibleName(named.format(what=words, value=title.accessibleName()))
        return self._grid.box(title, spot, stands.attribute, words, quiet=True)

    def _fields_of(self, entity: Entity, told: About) -> Fields:
        document = self._document
        without = _IN_HEADER | told.hidden
        return fields_of(entity.raw, document.entity, document.index.address_of, without)

    def _add_owner(self, column: QVBoxLayout, entity: Entity) -> None:
        """What holds the entity in the file."""
        document, index = self._document, self._document.index
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

    def _add_section(self, column: QVBoxLayout, section: Section) -> None:
        if section.title and section.place is not None and self._study is not None:
            self._editable_head(column, section, section.place)
        elif section.title:
            self._head(column, section.title)
        else:
            column.addSpacing(8)
        if section.rows:
            rows = [self._bounded(row, f"{section.name} {number}") for number, row in enumerate(section.rows)]
            self._rows(column, rows, whole=True, section=section.name or section.title)
        if section.chips:
            if section.rows:
                column.addSpacing(4)
            chips = self._chips(section.chips, f"chips {section.name} ")
            column.addWidget(chips)
            if self._asking and any(
                value.key == self._asking for row in section.rows for value in row.values
            ):
                self.grown = chips
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
            link = ValueLabel([Value(words, address="dates")], self._theme)
            link.link_chosen.connect(lambda _address: self.dates_wanted.emit())
            column.addWidget(link)
            if not dated.planned.is_anchor:
                return
        column.addSpacing(7 if rows else 0)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        name_label = text_label(translate("inspector", "Took place on"), "label")
        name_label.setFixedWidth(label_width([name_label]))
        name_label.setMinimumHeight(28)
        field = TookPlace(dated, dates, self._theme)
        key = dated.key
        field.entered.connect(lambda moment: self.took_place.emit(key, moment))
        name_label.setBuddy(field.field)
        grid.addWidget(name_label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, 0, 1)
        column.addLayout(grid)

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
        mentions = self._mentions
        if not mentions:
            return
        self._head(column, translate("inspector", "Protocol text · {number}").format(number=len(mentions)))
        key = "mentions "
        shown, more = how_many(len(mentions), self._asked.get(key, 0))
        for value in mentions[:shown]:
            label = ValueLabel([value], self._theme)
            label.link_chosen.connect(self.mention_chosen)
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

    def _editable_head(self, column: QVBoxLayout, section: Section, place: Place) -> None:
        """A section's head with a button that edits all of it; below it the editor where that is open."""
        spot: Spot = (section.name, place)
        stands = self._study.stands(place) if self._study is not None else None
        if (
            stands is None
            or not stands.attribute.is_edited
            or (self._study is not None and self._study.locked())
        ):
            self._head(column, section.title)
            return
        column.addSpacing(14)
        line = QHBoxLayout()
        line.setSpacing(8)
        head = text_label(section.title.upper(), "caps")
        head.setAccessibleName(section.title)
        line.addWidget(head, 1)
        column.addLayout(line)
        editor = self._editors.get(spot)
        if editor is not None:
            column.addSpacing(6)
            column.addWidget(editor)
            editor.show()
        else:
            button = set_part(QPushButton(translate("inspector", "Edit")), "link")
            words = attribute_words(place.attribute)
            button.setAccessibleName(translate("inspector", "Edit {what}").format(what=words))
            button.clicked.connect(lambda: self.edit_wanted.emit(spot, words))
            self.boxes[spot] = button
            line.addWidget(button)
        column.addSpacing(2)

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
            chip.link_chosen.connect(self.link_chosen)
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
        text.asked.connect(self.more_asked)
        if told.places:
            text.setToolTip(f"<qt>{escape(cut(told.places, LONG_TEXT))}</qt>")
        line.addWidget(text, 1)
        return box

    def _fields(self, column: QVBoxLayout, entity: Entity, fields: Fields) -> None:
        rows = [self._placed(entity, row) for row in rows_of(fields.stated, self._read, self._asked)]
        empty = list(fields.empty)
        address = self._document.index.address_of(entity.raw)
        if self._study is not None and address and not self._study.locked():
            addable = [part for part in empty if attribute_of(entity.raw, part.attribute).is_edited]
            empty = [part for part in empty if part not in addable]
            rows += [
                Row(part.words, (), part.attribute, place=Place(address, part.attribute))
                for part in addable
                if (_FILE, Place(address, part.attribute)) in self._editors
            ]
        else:
            addable = []
        self._rows(column, rows, section=_FILE)
        if addable and address:
            self._add_addable(column, address, addable)
        if empty:
            column.addSpacing(10)
            key = "empty "
            names = translate("inspector", "Not stated: {attributes}").format(attributes=empty_words(empty))
            clipped = names if self._asked.get(key) else cut(names, LONG_TEXT)
            ask = translate("inspector", "Show all") if clipped != names else ""
            label = ValueLabel([Value(clipped, key=key if ask else "", ask=ask)], self._theme, "secondary")
            label.asked.connect(self.more_asked)
            usdm = ", ".join(part.attribute for part in empty)
            label.setToolTip(f"<qt>{escape(cut(usdm, LONG_TEXT))}</qt>")
            column.addWidget(label)

    def _add_addable(self, column: QVBoxLayout, address: str, parts: Sequence[Field]) -> None:
        """What the file leaves empty and a person can state: a button each."""
        closed = [part for part in parts if (_FILE, Place(address, part.attribute)) not in self._editors]
        if not closed:
            return
        column.addSpacing(10)
        box = QWidget()
        flow = FlowLayout(box)
        head = text_label(translate("inspector", "Add"), "label")
        head.setContentsMargins(0, 4, 4, 0)
        flow.addWidget(head)
        for part in closed:
            button = set_part(QPushButton(part.words), "link")
            button.setAccessibleName(translate("inspector", "Add {attribute}").format(attribute=part.words))
            button.setToolTip(
                f"<qt>{translate('inspector', 'USDM attribute {name}').format(name=f'<b>{part.attribute}</b>')}</qt>"
            )
            spot: Spot = (_FILE, Place(address, part.attribute))
            button.clicked.connect(
                lambda _checked=False, spot=spot, words=part.words: self.edit_wanted.emit(spot, words)
            )
            self.boxes[spot] = button
            flow.addWidget(button)
        column.addWidget(box)

    def _placed(self, entity: Entity, row: Row) -> Row:
        """A row of the file's attributes with the place that it can be edited at."""
        if self._study is None or row.place is not None or not row.words.strip() or not row.values:
            return row
        return replace(row, place=place_of(entity.raw, row.attribute, self._document.index.address_of))

    def _read(self, value: JsonValue) -> Fields:
        return fields_within(value, self._document.entity, self._document.index.address_of)

    def _rows(
        self,
        column: QVBoxLayout,
        rows: Sequence[Row],
        space: int = 0,
        *,
        whole: bool = False,
        section: str = "",
    ) -> None:
        """`whole`: values without words take the whole width; else they go on below those of the row above."""
        column.addLayout(self._grid.laid_out(rows, space, whole=whole, section=section))

    def _show(self, key: str, what: str) -> QPushButton:
        button = set_part(QPushButton(translate("inspector", "Show {what}").format(what=what)), "link")
        button.clicked.connect(lambda: self.more_asked.emit(key))
        return button


def file_rows(document: Document, entity: Entity, hidden: frozenset[str], asked: Mapping[str, int]) -> object:
    """What a page says of the file's attributes, and of what holds the entity, as a value."""
    resolve, address_of = document.entity, document.index.address_of
    fields = fields_of(entity.raw, resolve, address_of, _IN_HEADER | hidden)
    owner = document.index.owner_of(entity.raw)
    return (
        rows_of(fields.stated, lambda value: fields_within(value, resolve, address_of), asked),
        tuple(part.attribute for part in fields.empty),
        Entity(owner[0]).title if owner is not None else "",
    )
