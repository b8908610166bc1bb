"""Fields of the group's form: numbers with their unit, and the shape of who comes when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from study.simulation.outcomes import Compliance
from ui.theme import ROW_HEIGHT

WIDTH = 160
"""Pixels of every field, so that they line up; room for a date with its calendar and its cross."""


class NumberField(QDoubleSpinBox):
    """A number with its unit behind it; arrow keys step, the wheel only where the field has the focus.

    `none`: what stands in its place for the lowest number, where that means that nothing is said.
    """

    def __init__(
        self,
        name: str,
        low: float,
        high: float,
        value: float,
        *,
        decimals: int = 0,
        suffix: str = "",
        step: float = 1.0,
        none: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.lineEdit().setTextMargins(8, 0, 8, 0)  # the style sheet moves the frame alone
        self.setFixedHeight(ROW_HEIGHT)
        self.setValue(value)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if none:
            self.setSpecialValueText(none)

    def textFromValue(self, value: float) -> str:
        """The number without zeros behind its point."""
        if value == round(value):
            return self.locale().toString(round(value))
        for decimals in range(1, self.decimals() + 1):
            if round(value, decimals) == round(value, self.decimals()):
                return self.locale().toString(value, "f", decimals)
        return super().textFromValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A form that is scrolled changes no number."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def compliance_of(on_day: float, farthest: int, missed: float) -> Compliance:
    """Who comes when, from three numbers: chances from 0 to 1, and days.

    Who does not come on the planned day comes up to `farthest` days off, the nearer the likelier, before as after.
    """
    if farthest < 1 or on_day >= 1:
        return Compliance(missed)
    weights = {off: farthest + 1 - abs(off) for off in range(-farthest, farthest + 1) if off}
    of = sum(weights.values())
    off_days = {off: round((1 - on_day) * weight / of, 9) for off, weight in weights.items()}
    return Compliance(missed, tuple(sorted({**off_days, 0: round(on_day, 9)}.items())))


def numbers_of(compliance: Compliance) -> tuple[float, int, float] | None:
    """The three numbers that `compliance_of` takes; None where the form cannot say it."""
    if not compliance.days_off:
        planned = Compliance(compliance.missed, farthest_days=compliance.farthest_days)
        return (1.0, 1, compliance.missed) if compliance == planned else None
    weights = dict(compliance.days_off)
    whole = sum(weights.values())
    farthest = max(abs(off) for off in weights)
    on_day = weights.get(0, 0.0) / whole
    again = dict(compliance_of(on_day, farthest, compliance.missed).days_off)
    if again.keys() != weights.keys():
        return None
    if any(abs(again[off] - weight / whole) > 1e-6 for off, weight in weights.items()):
        return None
    return on_day, farthest, compliance.missed
