"""Cards and other nodes, painted as vectors in world units."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from ui.canvas.camera import Detail
from ui.canvas.card_texts import paint_card_texts
from ui.canvas.face import CardFace
from ui.canvas.lettering import CENTRE, type_of
from ui.canvas.shapes import CARD_HEIGHT, CARD_WIDTH, NodeKind
from ui.theme import RADIUS_CARD, Theme, mix


def hue_color(theme: Theme, hue: int) -> QColor:
    """The full hue of an epoch by its place; a quiet grey for none."""
    return theme.epoch_hue(hue) if hue >= 0 else QColor(theme.text_3)


def paint_node(
    painter: QPainter,
    kind: int,
    face: CardFace,
    hue: int,
    size: tuple[float, float],
    theme: Theme,
    detail: Detail,
) -> None:
    """Paint a node with its top left corner at (0, 0), in world units."""
    if kind == NodeKind.CARD:
        paint_card(painter, face, hue_color(theme, hue), theme, detail)
    elif kind == NodeKind.DECISION:
        _paint_decision(painter, face, size, theme, detail)
    else:
        _paint_dot(painter, kind == NodeKind.EXIT, size, theme)


def paint_card(painter: QPainter, face: CardFace, hue: QColor, theme: Theme, detail: Detail) -> None:
    """Paint a card at (0, 0): ground, the epoch's edge, texts, chips and marks."""
    paint_card_ground(painter, hue, face.problem, theme, detail)
    paint_card_texts(painter, face, theme, detail)


def paint_card_ground(painter: QPainter, hue: QColor, problem: int, theme: Theme, detail: Detail) -> None:
    """Paint what many cards have in common: ground, the epoch's edge and the mark of a problem."""
    rect = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    if detail is Detail.BLOCK:
        painter.setBrush(mix(hue, theme.card, 0.55))
        painter.drawRoundedRect(rect, RADIUS_CARD, RADIUS_CARD)
        return
    painter.setBrush(QColor(0, 0, 0, 60 if theme.is_dark else 14))
    painter.drawRoundedRect(rect.translated(0, 1.5), RADIUS_CARD, RADIUS_CARD)
    painter.setPen(QPen(theme.line, 1.0))
    painter.setBrush(theme.card)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hue)
    painter.drawRoundedRect(QRectF(0, 6, 3, CARD_HEIGHT - 12), 1.5, 1.5)
    if problem:
        paint_problem(painter, QPointF(CARD_WIDTH - 2, 2), problem, theme)


def paint_problem(painter: QPainter, at: QPointF, problem: int, theme: Theme) -> None:
    """A dot with a stroke and a point, ringed with the ground so that it reads on any card."""
    painter.setPen(QPen(theme.card, 1.5))
    painter.setBrush(theme.error if problem > 1 else theme.warning)
    painter.drawEllipse(at, 6.5, 6.5)
    painter.setPen(QPen(theme.card, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(at + QPointF(0, -3.2), at + QPointF(0, 0.6))
    painter.drawPoint(at + QPointF(0, 3.2))


def _paint_decision(
    painter: QPainter, face: CardFace, size: tuple[float, float], theme: Theme, detail: Detail
) -> None:
    width, height = size
    diamond = QPolygonF(
        [
            QPointF(width / 2, 0),
            QPointF(width, height / 2),
            QPointF(width / 2, height),
            QPointF(0, height / 2),
        ]
    )
    painter.setBrush(mix(theme.warning, theme.card, 0.5) if detail is Detail.BLOCK else theme.card)
    painter.setPen(
        QPen(theme.warning, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPolygon(diamond)
    if detail is not Detail.BLOCK:
        painter.setFont(type_of(15, 700).font)
        painter.setPen(theme.warning)
        painter.drawText(QRectF(0, 0, width, height), CENTRE, "?")
    if face.problem and detail is not Detail.BLOCK:
        paint_problem(painter, QPointF(width * 0.8, height * 0.2), face.problem, theme)


def _paint_dot(painter: QPainter, ringed: bool, size: tuple[float, float], theme: Theme) -> None:
    middle = QPointF(size[0] / 2, size[1] / 2)
    if ringed:
        painter.setPen(QPen(theme.text_2, 1.5))
        painter.setBrush(theme.card)
        painter.drawEllipse(middle, 7.0, 7.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(theme.text_2))
    painter.drawEllipse(middle, 3.5 if ringed else 5.0, 3.5 if ringed else 5.0)
