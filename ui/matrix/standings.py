"""How planned assessments stand for a simulated participant: the signs over the marks, their words, their legend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from study.language import QT_TRANSLATE_NOOP, translate
from study.simulation.standing import Standing
from study.soa import ScheduleOfActivities
from ui.matrix.grid import HEADER
from ui.theme import SECONDARY_PX, Theme, font, mix, system_theme
from ui.widgets.text import elided, text_width

if TYPE_CHECKING:
    from study.simulation.session_marks import Standings
    from ui.matrix.painting import MatrixPainter
    from ui.matrix.pencil import Pencil

_WORDS = {
    Standing.DONE: QT_TRANSLATE_NOOP("matrix", "Done"),
    Standing.OPEN: QT_TRANSLATE_NOOP("matrix", "Open now"),
    Standing.MISSED: QT_TRANSLATE_NOOP("matrix", "Missed"),
    Standing.AHEAD: QT_TRANSLATE_NOOP("matrix", "Still to come"),
    Standing.OFF: QT_TRANSLATE_NOOP("matrix", "Not required"),
}
_SIDE = 13.0  # pixels that a sign takes at 100 %


def standing_words(standing: Standing) -> str:
    """A standing in words."""
    return translate("matrix", _WORDS[standing])


def standing_at(
    soa: ScheduleOfActivities, standings: Standings | None, row: int, column: int
) -> Standing | None:
    """How what is marked in a cell stands; of several visits in one column, the first that is not done."""
    if standings is None or HEADER in (row, column) or (row, column) not in soa.marks:
        return None
    key, visit = soa.rows[row].key, soa.columns[column]
    members = visit.members or (visit,)
    numbers = soa.marks[row, column].instances or range(1, len(members) + 1)
    found = [standings.of(key, members[number - 1].key) for number in numbers if number <= len(members)]
    known = [each for each in found if each is not None]
    for each in (Standing.MISSED, Standing.OPEN, Standing.AHEAD, Standing.DONE):
        if each in known:
            return each
    return known[0] if known else None


def paint_standing(painter: QPainter, at: QPointF, standing: Standing, theme: Theme, scale: float) -> None:
    """A sign around a point: each has a shape of its own beside its colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = _SIDE * scale / 2
    match standing:
        case Standing.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ok)
            painter.drawEllipse(at, half, half)
            painter.setPen(_pen(theme.pane, 1.8 * scale))
            painter.drawPolyline(
                [
                    at + QPointF(-0.46 * half, 0.04 * half),
                    at + QPointF(-0.10 * half, 0.40 * half),
                    at + QPointF(0.50 * half, -0.36 * half),
                ]
            )
        case Standing.MISSED:
            painter.setPen(_pen(theme.error, 2.2 * scale))
            reach = 0.62 * half
            painter.drawLine(at + QPointF(-reach, -reach), at + QPointF(reach, reach))
            painter.drawLine(at + QPointF(-reach, reach), at + QPointF(reach, -reach))
        case Standing.OPEN:
            painter.setPen(QPen(theme.accent, 1.8 * scale))
            painter.setBrush(theme.accent_soft)
            painter.drawEllipse(at, half - scale, half - scale)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawEllipse(at, half * 0.36, half * 0.36)
        case Standing.OFF:
            painter.setPen(_pen(mix(theme.text_2, theme.pane, 0.8), 1.6 * scale))
            painter.drawLine(at + QPointF(-0.5 * half, 0), at + QPointF(0.5 * half, 0))
        case Standing.AHEAD:
            painter.setPen(_pen(theme.text_2, 9.5 * scale))
            painter.drawPoint(at)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_on_pill(
    of: MatrixPainter, pencil: Pencil, x: float, y: float, standing: Standing, scale: float
) -> None:
    """A small sign on the corner of a sub-timeline's pill, ringed with the ground."""
    if standing is Standing.AHEAD:
        return
    at = pencil.point(x, y)
    painter = pencil.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(of.theme.pane)
    side = _SIDE * scale / 2 * 0.82 + 1
    painter.drawEllipse(at, side, side)
    paint_standing(painter, at, standing, of.theme, scale * 0.8)


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


class StandingLegend(QWidget):
    """What the signs mean, in one line under the table, and that they are of a simulation."""

    _SHOWN: Sequence[Standing] = (
        Standing.DONE,
        Standing.OPEN,
        Standing.MISSED,
        Standing.AHEAD,
        Standing.OFF,
    )

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self.setFixedHeight(26)
        words = ", ".join(standing_words(each) for each in self._SHOWN)
        self.setAccessibleName(translate("matrix", "Simulation: {signs}").format(signs=words))
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(400, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line above, the word, then sign and meaning side by side."""
        painter = QPainter(self)
        theme, width, height = self._theme, self.width(), self.height()
        painter.fillRect(self.rect(), theme.pane)
        painter.setPen(theme.line)
        painter.drawLine(0, 0, width, 0)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        face, strong = font(SECONDARY_PX, tabular=False), font(SECONDARY_PX, 600, tabular=False)
        x = 16.0
        head = translate("matrix", "Simulation")

        def text(words: str, face_: QFont, color: QColor, at: float) -> float:
            room = width - at - 8
            if room < 16:
                return at
            shown = elided(words, face_, room)
            wide = text_width(shown, face_)
            painter.setFont(face_)
            painter.setPen(color)
            left = width - at - wide if rtl else at
            painter.drawText(QRectF(left, 1, wide + 2, height - 1), Qt.AlignmentFlag.AlignVCenter, shown)
            return at + wide

        x = text(head, strong, theme.accent, x) + 16
        for each in self._SHOWN:
            if x + 40 > width:
                break
            centre = width - x - 6 if rtl else x + 6
            paint_standing(painter, QPointF(centre, height / 2 + 0.5), each, theme, 0.9)
            x = text(standing_words(each), face, theme.text_2, x + 18) + 16
        painter.end()
