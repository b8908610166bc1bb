"""The fonts of the time axis, what is lit on it, and texts painted so that they stay where they belong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from ui.axis.frame import OUTSIDE, Place
from ui.theme import SECONDARY_PX, Theme, caps_font, font

LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_FLAGS = {align: int(align) | int(Qt.TextFlag.TextSingleLine) for align in (LEADING, TRAILING, CENTER)}


@dataclass(frozen=True)
class Fonts:
    """The fonts of the axis, made once."""

    title: QFont
    name: QFont
    time: QFont
    strong: QFont
    caps: QFont
    small: QFont

    @staticmethod
    def make() -> Fonts:
        """Inter in the axis' sizes."""
        return Fonts(
            title=font(weight=600, tabular=False),
            name=font(tabular=False),
            time=font(SECONDARY_PX),
            strong=font(SECONDARY_PX, 600),
            caps=caps_font(),
            small=font(11),
        )


@dataclass(frozen=True)
class Marks:
    """What others say of visits, by key: `problems` 1 (warning) or 2 (error), `changes` a word for what differs."""

    problems: Mapping[str, int] = field(default_factory=dict)
    changes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Lit:
    """What stands out: keys that are selected, what lies under the pointer, the cursor of the keyboard."""

    keys: frozenset[str] = frozenset()
    bands: frozenset[str] = frozenset()  # ids of epochs
    hover: Place = OUTSIDE
    cursor: tuple[int, int] = (-1, -1)  # section, place of the visit
    focused: bool = False


def put(painter: QPainter, area: QRectF, align: Qt.AlignmentFlag, text: str) -> None:
    """Paint one line of text, as it is."""
    painter.drawText(area, _FLAGS[align], text)


def hue_of(theme: Theme, epochs: Mapping[str, int], epoch: str) -> QColor:
    """The hue of an epoch; a quiet one for none."""
    return theme.epoch_hue(epochs.get(epoch, 0)) if epoch else QColor(theme.text_2)
