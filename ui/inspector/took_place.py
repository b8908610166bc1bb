"""Saying in the inspector when a visit took place: the field, and at each key what that moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from study.dating import Anchor, DatedTime, DatedTimes, Dating, Moment, dated_times
from study.dating_moved import Moved, moved, next_that_stays
from study.dating_words import moved_text, took_place_text, when_dates_text
from study.language import translate
from study.visit_title import visit_title
from ui.dates.field import DateField
from ui.dates.locale_dates import LocaleDates
from ui.theme import Theme
from ui.widgets.part import text_label

_FEW = 6  # moves that are listed one by one


class TookPlace(QWidget):
    """The field of one visit. `entered(Moment or None)` on Enter: None where it is taken away."""

    entered = Signal(object)

    def __init__(self, dated: DatedTime, times: DatedTimes, theme: Theme) -> None:
        super().__init__()
        self._dated, self._times = dated, times
        title = visit_title(dated.planned)
        name = translate("inspector", "{visit} took place on").format(visit=title)
        self.field = DateField(name, with_time=True, on_leaving=False, theme=theme)
        self.field.set_near(dated.date)
        self.field.set_moment(dated.actual)
        self.field.typed.connect(self._preview)
        self.field.entered.connect(self.entered)
        self._told = text_label("", "secondary")
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._told)
        self._preview(dated.actual)

    def told(self) -> str:
        """What is said below the field: how the day lies to the plan, and what moves."""
        return self._told.text()

    def _preview(self, moment: Moment | None) -> None:
        lines = self._lines(moment)
        self._told.setText("\n".join(lines))
        self._told.setAccessibleName(" ".join(lines))
        self._told.setVisible(bool(lines))

    def _lines(self, moment: Moment | None) -> list[str]:
        """For a date that is typed or kept: without it the dates are as planned, with it they are what follows."""
        if moment is None:
            return []
        times = self._times
        without, given = self._with(None), self._with(moment)
        found = dated_times(times.planned, given, times.calendar).times[self._dated.key]
        told = took_place_text(found)
        day = LocaleDates().whole(moment.date)
        lines = [translate("inspector", "{day}: {difference}.").format(day=day, difference=told)]
        if not told or self._dated.planned.is_anchor:
            lines = [translate("inspector", "{day}.").format(day=day)]
        moves = moved(times.planned, without, given, times.calendar)
        if self._dated.planned.is_anchor:
            moves = moved(times.planned, times.dating, given, times.calendar)
        lines += self._moves(moves)
        stays = next_that_stays(dated_times(times.planned, given, times.calendar), moves)
        if stays is not None and moves and not self._dated.planned.is_anchor:
            text = translate("inspector", "{visit} stays on {dates}.")
            when = when_dates_text(stays, LocaleDates())
            lines.append(text.format(visit=visit_title(stays.planned), dates=when))
        return lines

    def _with(self, moment: Moment | None) -> Dating:
        """The dating with this visit's date being another."""
        dating, key = self._times.dating, self._dated.key
        if self._dated.planned.is_anchor:
            return dating.with_anchor(key, Anchor(moment.date, moment.time) if moment is not None else None)
        return dating.with_actual(key, moment)

    def _moves(self, moves: Sequence[Moved]) -> list[str]:
        if not moves:
            return [translate("inspector", "No other visit moves.")]
        form = LocaleDates()
        lines = [translate("inspector", "%n visit(s) (move):", "", len(moves))] if len(moves) > 1 else []
        lines += [moved_text(move, form) for move in moves[:_FEW]]
        if len(moves) > _FEW:
            lines.append(translate("inspector", "and %n more", "", len(moves) - _FEW))
        return lines
