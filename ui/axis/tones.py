"""The colours of each epoch's visits on the time axis, mixed once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPen

from ui.axis.looks import hue_of
from ui.theme import Theme, mix


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of one epoch's visits, mixed once."""

    hue: QColor
    fill: QColor
    border: QPen
    strong: QColor


class EpochTones:
    """The tones by epoch id; `epochs` is the place of each in the design, by which it takes its hue."""

    def __init__(self, theme: Theme, epochs: Mapping[str, int]) -> None:
        self._theme = theme
        self._epochs = epochs
        self._made: dict[str, Tones] = {}

    def of(self, epoch: str) -> Tones:
        """The tones of one epoch; "" is a visit without one."""
        tones = self._made.get(epoch)
        if tones is None:
            hue = hue_of(self._theme, self._epochs, epoch)
            pane = self._theme.pane
            tones = Tones(hue, mix(hue, pane, 0.28), QPen(mix(hue, pane, 0.75), 1), mix(hue, pane, 0.45))
            self._made[epoch] = tones
        return tones
