"""The fonts of the matrix at one zoom."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from ui.theme import BODY_PX, CAPS_PX, SECONDARY_PX, caps_font, font


@dataclass(frozen=True)
class Fonts:
    """Made once for each zoom."""

    body: QFont
    group: QFont
    visit: QFont
    time: QFont
    encounter: QFont
    caps: QFont
    letter: QFont
    small: QFont

    @staticmethod
    def make(scale: float = 1.0) -> Fonts:
        """Inter in the matrix's sizes at a zoom (1: 100 %)."""
        return Fonts(
            body=font(round(BODY_PX * scale), tabular=False),
            group=font(round(BODY_PX * scale), 600, tabular=False),
            visit=font(round(SECONDARY_PX * scale), 600, tabular=False),
            time=font(round(SECONDARY_PX * scale)),
            encounter=font(round(SECONDARY_PX * scale), tabular=False),
            caps=caps_font(round(CAPS_PX * scale)),
            letter=font(round(CAPS_PX * scale), 600),
            small=font(round(CAPS_PX * scale)),
        )
