"""Editors of durations and windows: typed as people say them, with how they are understood beside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from study.duration_input import NotUnderstoodError, read_duration
from study.durations import parse_duration
from study.language import translate
from study.window_input import Window, read_window
from study.wording import duration_text, not_stated
from ui.inspector.editing.asking import Asking, Place
from ui.inspector.editing.editor import FieldEditor, Read
from ui.inspector.editing.text import shown_text
from ui.theme import Theme


class _Typed(FieldEditor):
    """One line that is read into something else."""

    def __init__(
        self, place: Place, words: str, asking: Asking, theme: Theme, text: str, example: str
    ) -> None:
        super().__init__(place, words, asking, theme)
        self._start = shown_text(text)
        self.line = QLineEdit(self._start)
        self.line.setMaxLength(1_000_000)
        self.line.setAccessibleName(words)
        self.line.setPlaceholderText(example)
        self.line.setMinimumHeight(28)
        self.put(self.line)
        self.listen(self.line)
        self.line.textEdited.connect(self.edited)
        self.line.selectAll()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys to the line."""
        self.line.setFocus(reason)

    def describe(self, text: str) -> None:
        """Says it with the line."""
        self.line.setAccessibleDescription(text)

    def is_touched(self) -> bool:
        """Whether another text stands in the line than at first."""
        return self.line.text().strip() != self._start

    def show_again(self, text: str) -> None:
        """Another start, where nobody typed."""
        if not self.is_touched():
            self.line.setText(shown_text(text))
            self.line.selectAll()
        self._start = shown_text(text)


class DurationEditor(_Typed):
    """A duration: "4 weeks", "28 d", "P4W". Its value is ISO 8601."""

    def __init__(self, place: Place, words: str, asking: Asking, theme: Theme, value: str) -> None:
        super().__init__(
            place,
            words,
            asking,
            theme,
            duration_text(value) or value,
            translate("inspector", "like 4 weeks, 28 d"),
        )
        self._before = value

    def read(self) -> Read:
        """ISO 8601, told in days where it is weeks."""
        if not self.is_touched():
            return Read(self._before)
        try:
            value = read_duration(self.line.text())
        except NotUnderstoodError as why:
            return Read(error=why.reason)
        return Read(value, told=understood(value))

    def is_changed(self) -> bool:
        """Whether another duration is meant; what cannot be read is a change."""
        return self.is_touched() and self.read().value != self._before

    def study_changed(self) -> None:
        """Shows what stands there now, where nobody typed."""
        stands = self.asking.stands(self.place)
        value = stands.value if stands is not None and type(stands.value) is str else ""
        self.show_again(duration_text(value) or value)
        self._before = value


class WindowEditor(_Typed):
    """Both ends of a window: "−3 d / +3 d", "54 to 60", "not stated". Its value is a pair, None where not stated."""

    def __init__(
        self, place: Place, words: str, asking: Asking, theme: Theme, value: Window, day: int | None
    ) -> None:
        super().__init__(
            place,
            words,
            asking,
            theme,
            window_as_typed(value),
            translate("inspector", "not stated, like −3 d / +3 d"),
        )
        self._before, self._day = value, day

    def read(self) -> Read:
        """The two sides, told in the words that views use."""
        if not self.is_touched():
            return Read(self._before)
        try:
            value = read_window(self.line.text(), self._day)
        except NotUnderstoodError as why:
            return Read(error=why.reason)
        return Read(value, told=window_understood(value, self._day))

    def is_changed(self) -> bool:
        """Whether another window is meant; what cannot be read is a change."""
        return self.is_touched() and self.read().value != self._before

    def study_changed(self) -> None:
        """Shows what stands there now, where nobody typed."""
        stands = self.asking.stands(self.place)
        if stands is not None and isinstance(stands.value, tuple):
            self.show_again(window_as_typed(stands.value))
            self._before, self._day = stands.value, stands.day


def understood(value: str) -> str:
    """How a duration is understood: "= 28 days"."""
    offset = parse_duration(value)
    words = duration_text(value)
    if offset is not None and offset.days and not offset.months and not offset.seconds:
        words = translate("inspector", "%n day(s)", "", offset.days)
    return translate("inspector", "= {duration}").format(duration=words)


def window_as_typed(window: Window) -> str:
    """A window as the editor shows it and reads it: "−3 days / +3 days", "exact"; "" where neither side is stated."""
    lower, upper = window
    if lower is None and upper is None:
        return ""
    if lower is not None and upper is not None and _is_zero(lower) and _is_zero(upper):
        return translate("wording", "exact")
    return f"{_side(lower, '−')} / {_side(upper, '+')}"


def window_understood(window: Window, day: int | None) -> str:
    """How a window is understood: "3 days earlier to 3 days later: Day 54 to 60"."""
    lower, upper = window
    if lower is None and upper is None:
        return translate("inspector", "not stated: nobody says how early or late")
    said = translate("inspector", "{earlier} earlier, {later} later").format(
        earlier=_words(lower), later=_words(upper)
    )
    days = _study_days(window, day)
    return translate("inspector", "{window}: {days}").format(window=said, days=days) if days else said


def _side(value: str | None, sign: str) -> str:
    if value is None:
        return not_stated()
    words = duration_text(value)
    return "0" if _is_zero(value) else f"{sign}{words or value}"


def _words(value: str | None) -> str:
    return not_stated() if value is None else duration_text(value) or value


def _is_zero(value: str) -> bool:
    offset = parse_duration(value)
    return offset is not None and not (offset.months or offset.days or offset.seconds)


def _study_days(window: Window, day: int | None) -> str:
    """The study days that a window of whole days allows; "" for any other. There is no Day 0."""
    if day is None:
        return ""
    sides = [parse_duration(side) if side is not None else None for side in window]
    first, last = sides
    if first is None or last is None or any(side.months or side.seconds for side in (first, last)):
        return ""
    planned = day - 1 if day > 0 else day
    shown: Callable[[int], str] = lambda index: str(index + 1) if index >= 0 else f"−{-index}"  # noqa: E731
    return translate("inspector", "Day {first} to {last}").format(
        first=shown(planned - first.days), last=shown(planned + last.days)
    )
