"""The pane where dates are typed: the anchor's, the site's, what took place, and what that moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.dating import NO_DATING, Anchor, DatedTime, DatedTimes, Dating
from study.dating_moved import Moved, moved, next_that_stays
from study.dating_words import moved_dates_text, took_place_text, when_dates_text
from study.language import translate
from study.visit_title import visit_title
from ui.dates.anchor_row import AnchorRow
from ui.dates.choice import ChoiceField
from ui.dates.locale_dates import LocaleDates
from ui.icons import icon
from ui.inspector.fields import Value
from ui.inspector.labels import ValueLabel
from ui.theme import Theme, system_theme
from ui.widgets.part import set_part, text_label

_HEAD_HEIGHT = 26
_NARROW = 720
_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
_FEW = 60  # moves and actual dates that are listed


class DatesPane(QWidget):
    """Dates of one study, beside its schedule.

    `changed(Dating)` when a person typed; `undo()` and `redo()` when they ask; `chosen(key)` for a visit to show.
    """

    changed = Signal(object)
    undo = Signal()
    redo = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._dated: DatedTimes | None = None
        self._anchors: dict[str, AnchorRow] = {}
        set_part(self, "pane")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(16, 8, 16, 12)
        self._columns.setSpacing(20)
        self._make_anchors()
        self._make_site()
        self._took, self._took_head = self._column()
        self._moves, self._moves_head = self._column()
        page = QWidget()
        page.setLayout(self._columns)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        self._scroll.setAccessibleName(translate("dates", "Dates"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self.set_dates(None)

    def sizeHint(self) -> QSize:
        """Wide and low: it lies below the views."""
        return QSize(800, 190)

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        for row in self._anchors.values():
            row.set_theme(theme)
        self._dress()
        self._show_lists()

    def set_zones(self, names: Mapping[str, str]) -> None:
        """The time zones to choose from."""
        self.zone.set_choices(names)

    def set_countries(self, names: Mapping[str, str]) -> None:
        """The countries to choose from, by code."""
        self.country.set_choices(names)

    def set_subdivisions(self, names: Mapping[str, str]) -> None:
        """The parts of the chosen country that have holidays of their own; the field hides where there are none."""
        self.subdivision.set_choices(names)
        self.subdivision.setVisible(bool(names))

    def set_dates(
        self,
        dated: DatedTimes | None,
        *,
        unreadable: bool = False,
        can_undo: bool = False,
        can_redo: bool = False,
    ) -> None:
        """Show the dates of a timeline; None without one. `unreadable`: what was kept is of a newer program."""
        self._dated = dated
        self._undo_button.setEnabled(can_undo)
        self._redo_button.setEnabled(can_redo)
        dating = dated.dating if dated is not None else NO_DATING
        self._clear.setEnabled(not dating.is_empty)
        self.setEnabled(dated is not None)
        self._unreadable.setVisible(unreadable)
        self._show_anchors(dated)
        for field, code in (
            (self.zone, dating.zone),
            (self.country, dating.country),
            (self.subdivision, dating.subdivision),
        ):
            if not field.hasFocus() or field.code != code:
                field.set_code(code)
        self._show_lists()

    def focus_anchor(self) -> None:
        """Puts the cursor into the first anchor's date."""
        for row in self._anchors.values():
            row.date.setFocus(Qt.FocusReason.ShortcutFocusReason)
            row.date.selectAll()
            self._scroll.ensureWidgetVisible(row.date)
            return

    @property
    def anchor_fields(self) -> Mapping[str, AnchorRow]:
        """The fields of each anchor, by its key."""
        return self._anchors

    # Building

    def _make_anchors(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(_head(_caps(translate("dates", "Anchor"))), 1)
        self._undo_button = self._tool(translate("dates", "Undo (Ctrl+Z)"), self.undo.emit)
        self._redo_button = self._tool(translate("dates", "Redo (Ctrl+Shift+Z)"), self.redo.emit)
        self._clear = self._tool(translate("dates", "Clear all dates of this study"), self._clear_all)
        for button in (self._undo_button, self._redo_button, self._clear):
            head.addWidget(button)
        column.addLayout(head)
        self._unreadable = text_label(
            translate(
                "dates",
                "Dates that a newer version of Maestro kept here cannot be shown. They stay until you type a date.",
            ),
            "warning",
        )
        column.addWidget(self._unreadable)
        self._anchor_rows = QVBoxLayout()
        self._anchor_rows.setSpacing(6)
        column.addLayout(self._anchor_rows)
        kept = translate(
            "dates",
            "Dates are kept on this computer, beside the study and never in it. They are no participant record.",
        )
        column.addWidget(text_label(kept, "secondary"))
        column.addStretch(1)
        self._columns.addLayout(column, 5)
        self._dress()

    def _make_site(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(_head(_caps(translate("dates", "Site"))))
        self.zone = ChoiceField(translate("dates", "Time zone of the site"))
        self.zone.setPlaceholderText(translate("dates", "Time zone"))
        self.zone.setToolTip(
            translate("dates", "The site's time zone; where none is stated, clock times are UTC")
        )
        self.country = ChoiceField(translate("dates", "Country of the site"))
        self.country.setPlaceholderText(translate("dates", "Country"))
        self.country.setToolTip(translate("dates", "The site's country, for its weekend and holidays"))
        self.subdivision = ChoiceField(translate("dates", "Part of the country"))
        self.subdivision.setPlaceholderText(translate("dates", "Part of the country"))
        self.subdivision.setToolTip(
            translate(
                "dates", "A state or region with holidays of its own; where none is stated, those of all hold"
            )
        )
        self.subdivision.hide()
        for field in (self.zone, self.country, self.subdivision):
            column.addWidget(field)
            field.entered.connect(self._site_entered)
        column.addStretch(1)
        self._columns.addLayout(column, 5)

    def _tool(self, words: str, call: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda _checked=False: call())
        return button

    def _dress(self) -> None:
        theme = self._theme
        self._undo_button.setIcon(icon("undo-2", theme.text_2, theme.line))
        self._redo_button.setIcon(icon("redo-2", theme.text_2, theme.line))
        self._clear.setIcon(icon("trash-2", theme.text_2, theme.line))

    def _column(self) -> tuple[QVBoxLayout, QLabel]:
        column = QVBoxLayout()
        column.setSpacing(6)
        head = _head(_caps(""))
        column.addWidget(head)
        inside = QVBoxLayout()
        inside.setSpacing(4)
        column.addLayout(inside)
        column.addStretch(1)
        self._columns.addLayout(column, 4)
        return inside, head

    def _show_anchors(self, dated: DatedTimes | None) -> None:
        found = (
            {k: t.planned for k, t in dated.times.items() if t.planned.is_anchor} if dated is not None else {}
        )
        if list(found) != list(self._anchors):
            _empty(self._anchor_rows)
            self._anchors = {key: AnchorRow(planned, self._theme) for key, planned in found.items()}
            for key, row in self._anchors.items():
                row.entered.connect(lambda anchor, key=key: self._anchor_entered(key, anchor))
                self._anchor_rows.addWidget(row)
            if not found:
                text = translate("dates", "This timeline has no anchor that a date could be given to.")
                self._anchor_rows.addWidget(text_label(text, "secondary"))
        if dated is not None:
            for key, row in self._anchors.items():
                row.show_anchor(dated.dating.anchors.get(key))

    def _show_lists(self) -> None:
        for place in (self._took, self._moves):
            _empty(place)
        dated = self._dated
        times = dated.times.values() if dated is not None else ()
        came = [each for each in times if each.actual is not None and not each.planned.is_anchor]
        _name(self._took_head, translate("dates", "Took place · {number}").format(number=len(came)))
        for each in came[:_FEW]:
            self._took.addWidget(self._actual_row(each))
        if not came:
            hint = translate("dates", "Select a visit and say in the inspector when it took place.")
            self._took.addWidget(text_label(hint, "secondary"))
        form = LocaleDates()
        moves: tuple[Moved, ...] = ()
        if dated is not None:
            moves = moved(dated.planned, replace(dated.dating, actual={}), dated.dating, dated.calendar)
        _name(
            self._moves_head,
            translate("dates", "What moves · {number}").format(number=len(moves)),
        )
        for move in moves[:_FEW]:
            self._moves.addWidget(self._told(move.title, move.key, moved_dates_text(move, form)))
        if not moves:
            if came:
                hint = translate(
                    "dates", "Nothing moves: no open visit is timed from what took place on another day."
                )
            else:
                hint = translate(
                    "dates", "Visits that are timed from one that was early or late are listed here."
                )
            self._moves.addWidget(text_label(hint, "secondary"))
        more = len(moves) - _FEW
        if more > 0:
            self._moves.addWidget(text_label(translate("dates", "and %n more", "", more), "secondary"))
        stays = next_that_stays(dated, moves) if dated is not None and came else None
        if stays is not None:
            text = translate("dates", "stays on {dates}").format(dates=when_dates_text(stays, form))
            self._moves.addWidget(self._told(visit_title(stays.planned), stays.key, text))

    def _actual_row(self, dated: DatedTime) -> QWidget:
        form = LocaleDates()
        assert dated.actual is not None
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        told = took_place_text(dated)
        day = form.day(dated.actual.date)
        title = visit_title(dated.planned)
        text = translate("dates", "{date}, {difference}").format(date=day, difference=told) if told else day
        line.addWidget(self._told(title, dated.key, text), 1)
        remove = QToolButton()
        remove.setIcon(icon("x", self._theme.text_2))
        words = translate("dates", "Take away the date of {visit}").format(visit=title)
        remove.setAccessibleName(words)
        remove.setToolTip(words)
        remove.clicked.connect(lambda: self._remove(dated))
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _told(self, title: str, key: str, text: str) -> QWidget:
        """A visit as a link, and below it what is said of it."""
        label = ValueLabel([Value(" ".join(title.split()), key), Value(text)], self._theme)
        label.link_chosen.connect(self.chosen)
        return label

    # What people type

    @property
    def _dating(self) -> Dating:
        return self._dated.dating if self._dated is not None else NO_DATING

    def _anchor_entered(self, key: str, anchor: Anchor | None) -> None:
        self.changed.emit(self._dating.with_anchor(key, anchor))

    def _site_entered(self) -> None:
        country = self.country.code
        part = self.subdivision.code if country == self._dating.country else ""
        self.changed.emit(self._dating.with_site(self.zone.code, country, part))

    def _remove(self, dated: DatedTime) -> None:
        self.changed.emit(self._dating.with_actual(dated.key, None))

    def _clear_all(self) -> None:
        self.changed.emit(replace(self._dating, anchors={}, actual={}))

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z in this pane is about dates, whatever it means elsewhere in the window."""
        if isinstance(event, QKeyEvent) and (event.matches(_UNDO) or event.matches(_REDO)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                (self.undo if event.matches(_UNDO) else self.redo).emit()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns stand one under the other where there is little room."""
        super().resizeEvent(event)
        wide = event.size().width() >= _NARROW
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() is not direction:
            self._columns.setDirection(direction)
            self._columns.setSpacing(20 if wide else 12)


def _caps(words: str) -> QLabel:
    head = text_label("", "caps")
    _name(head, words)
    return head


def _head(head: QLabel) -> QLabel:
    """As high in every column as beside the buttons of the first."""
    head.setFixedHeight(_HEAD_HEIGHT)
    return head


def _name(head: QLabel, words: str) -> None:
    head.setText(words.upper())
    head.setAccessibleName(words)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        gone = item.widget()
        if gone is not None:
            gone.hide()
            gone.deleteLater()
