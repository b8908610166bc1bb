"""What a rule comes to otherwise, who decides where it asks, waiting, a default, and how many passes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from study.language import translate
from study.rules.model import Default, Quantity, Wait, Who
from study.rules.sentence import number_words
from study.rules.ways import ASKS, ELSE, WAITS
from ui.rules.fields import Choice, CountField, DurationField, who_options
from ui.rules.lines import label

_WEEK: Final = Quantity(Decimal(7), "d")


@dataclass(frozen=True, slots=True)
class Settled:
    """All of it as values: outcomes by their keys, `wait` and `default` without theirs."""

    otherwise: str = ELSE
    who: Who = Who.INVESTIGATOR
    wait: Wait | None = None
    then: str = ELSE
    default: Default | None = None
    unanswered: str = ELSE
    passes: int | None = None


class SettingsPane(QWidget):
    """The fields. `changed` follows every change of a person."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.otherwise = Choice(translate("rules", "Otherwise"))
        self.who = Choice(translate("rules", "Who decides where it asks"), who_options())
        self.pause = DurationField(translate("rules", "Try again after"), _WEEK)
        self.tries = CountField(translate("rules", "How often at most"), 1, 100, 3)
        self.then = Choice(translate("rules", "Then"))
        self.has_default = QCheckBox(translate("rules", "Where nobody answers within"))
        self.unanswered_after = DurationField(translate("rules", "Without an answer after"), _WEEK)
        self.unanswered = Choice(translate("rules", "Without an answer"))
        self.has_limit = QCheckBox(translate("rules", "At most"))
        self.limit = CountField(translate("rules", "Passes at most"), 1, 1_000, 6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)

        def row(number: int, first: QWidget, *rest: QWidget) -> tuple[QWidget, QWidget]:
            grid.addWidget(first, number, 0, Qt.AlignmentFlag.AlignVCenter)
            holder = QWidget()
            line = QHBoxLayout(holder)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            for each in rest:
                line.addWidget(each)
            line.addStretch(1)
            grid.addWidget(holder, number, 1)
            return first, holder

        row(0, label(translate("rules", "Otherwise"), self.otherwise), self.otherwise)
        self._wait = row(
            1,
            label(translate("rules", "To wait: try again after"), self.pause.amount),
            self.pause,
            label(translate("rules", "at most")),
            self.tries,
            label(translate("rules", "times")),
        )
        self._then = row(2, label(translate("rules", "After that"), self.then), self.then)
        row(
            3,
            label(translate("rules", "Where it asks"), self.who),
            self.who,
            label(translate("rules", "decides")),
        )
        self._default = row(4, self.has_default, self.unanswered_after, self.unanswered)
        self._limit = row(5, self.has_limit, self.limit, label(translate("rules", "passes of the loop")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        for choice in (self.otherwise, self.who, self.then, self.unanswered):
            choice.picked.connect(self._tell)
        for duration in (self.pause, self.unanswered_after):
            duration.changed.connect(self._tell)
        for counted in (self.tries, self.limit):
            counted.counted.connect(self._tell)
        for box in (self.has_default, self.has_limit):
            box.toggled.connect(lambda _on: self._tell())

    def _tell(self) -> None:
        self.unanswered_after.setEnabled(self.has_default.isChecked())
        self.unanswered.setEnabled(self.has_default.isChecked())
        self.limit.setEnabled(self.has_limit.isChecked())
        if not self._filling:
            self.changed.emit()

    def fill(self, settled: Settled, outcomes: Sequence[tuple[str, str]], *, but: str = "") -> None:
        """Show values; `but` is the outcome that "otherwise" cannot be: what is taken anyway."""
        self._filling = True
        plain = [each for each in outcomes if each[0] != WAITS]
        final = [each for each in plain if each[0] != ASKS]
        self.otherwise.offer([*(each for each in outcomes if each[0] != but)], settled.otherwise)
        self.then.offer([*plain], settled.then)
        self.unanswered.offer([*final], settled.unanswered)
        self.who.choose(settled.who)
        if settled.wait is not None:
            self.pause.amount.setText(number_words(settled.wait.pause.value))
            self.pause.unit.choose(settled.wait.pause.unit)
            self.tries.set_count(min(100, max(1, settled.wait.at_most)))
        self.has_default.setChecked(settled.default is not None)
        if settled.default is not None:
            self.unanswered_after.amount.setText(number_words(settled.default.after.value))
            self.unanswered_after.unit.choose(settled.default.after.unit)
        self.has_limit.setChecked(settled.passes is not None)
        self.limit.set_count(settled.passes or 6)
        self._tell()
        self._filling = False

    def show_rows(self, *, waits: bool, asks: bool, loops: bool) -> None:
        """Only what means something for the rule as it is."""
        for rows, seen in (
            (self._wait, waits),
            (self._then, waits),
            (self._default, asks or self.has_default.isChecked()),
            (self._limit, loops),
        ):
            for each in rows:
                each.setVisible(seen)

    def settled(self, *, waits: bool, loops: bool) -> Settled:
        """What is said now."""
        pause, after = self.pause.quantity(), self.unanswered_after.quantity()
        return Settled(
            str(self.otherwise.kept or ELSE),
            Who(str(self.who.kept)),
            Wait(pause, self.tries.count()) if waits and pause is not None else None,
            str(self.then.kept or ELSE),
            Default(after) if self.has_default.isChecked() and after is not None else None,
            str(self.unanswered.kept or ELSE),
            self.limit.count() if loops and self.has_limit.isChecked() else None,
        )

    def why_not(self, *, waits: bool) -> str:
        """What is missing; "" for nothing."""
        if waits and self.pause.quantity() is None:
            return translate("rules", "Say after how long it is tried again, such as 7 days.")
        if self.has_default.isChecked() and self.unanswered_after.quantity() is None:
            return translate("rules", "Say within which time somebody has to answer, such as 7 days.")
        return ""


def outcomes_of_one(outcomes: Sequence[tuple[str, str]], way: str, *, several: bool) -> list[tuple[str, str]]:
    """What a way's own rule can come to: that way, the next one or the default, asking and waiting."""
    made = [each for each in outcomes if each[0] in (way, ELSE, ASKS, WAITS)]
    if not several:
        return made
    return [
        (key, translate("rules", "The next way is asked") if key == ELSE else words) for key, words in made
    ]
