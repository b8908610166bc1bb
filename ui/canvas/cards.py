"""Cards and other nodes, painted as vectors in world units."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from ui.canvas.camera import Detail
from ui.canvas.face import CardFace
from ui.canvas.lettering import CENTRE, Type, type_of
from ui.canvas.shapes import CARD_HEIGHT, CARD_WIDTH, NodeKind
from ui.theme import RADIUS_CARD, Theme, mix

_LEFT, _RIGHT = 13.0, 11.0  # between a card's sides and its texts


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


def paint_card_texts(painter: QPainter, face: CardFace, theme: Theme, detail: Detail) -> None:
    """Paint what a card says, at its level of detail."""
    if detail is Detail.NAME:
        _paint_name_only(painter, face, theme)
    elif detail is Detail.FULL:
        _paint_head(painter, face, theme)
        _paint_time(painter, face, theme)
        _paint_foot(painter, face, theme)


def _paint_name_only(painter: QPainter, face: CardFace, theme: Theme) -> None:
    name = type_of(24, 600)
    painter.setFont(name.font)
    painter.setPen(theme.text)
    lines = name.two_lines(face.title, CARD_WIDTH - 22)
    height = 28.0
    top = (CARD_HEIGHT - height * len(lines)) / 2
    for i, line in enumerate(lines):
        name.draw(painter, _LEFT, top + i * height, height, line)


def _paint_head(painter: QPainter, face: CardFace, theme: Theme) -> None:
    """The name, and the footnotes' letters at the right."""
    room = CARD_WIDTH - _LEFT - _RIGHT
    if face.letters:
        small = type_of(11, 600)
        letters = small.elided(face.letters, 56)
        width = small.width(letters)
        painter.setFont(small.font)
        painter.setPen(theme.accent)
        small.draw(painter, CARD_WIDTH - _RIGHT - width, 7, 16, letters)
        room -= width + 8
    name = type_of(13, 600)
    painter.setFont(name.font)
    painter.setPen(theme.text)
    name.draw(painter, _LEFT, 7, 18, name.elided(face.title, room))


def _paint_time(painter: QPainter, face: CardFace, theme: Theme) -> None:
    """The day, and the window after it, in figures that line up."""
    room = CARD_WIDTH - _LEFT - _RIGHT
    at = 0.0
    if face.day:
        body = type_of(12, 500, tabular=True)
        day = body.elided(face.day, room)
        painter.setFont(body.font)
        painter.setPen(theme.text)
        body.draw(painter, _LEFT, 27, 16, day)
        at = body.width(day) + 5
    if face.window and room - at > 24:
        quiet = type_of(12, 400, tabular=True)
        painter.setFont(quiet.font)
        painter.setPen(theme.text_2)
        text = f"· {face.window}" if face.day else face.window
        quiet.draw(painter, _LEFT + at, 27, 16, quiet.elided(text, room - at))


def _paint_foot(painter: QPainter, face: CardFace, theme: Theme) -> None:
    """The number of activities, and the chip of the sub-timelines at the right."""
    quiet, right = type_of(11, 400), CARD_WIDTH - 8.0
    if face.chips:
        chip = type_of(11, 500)
        text = _chip_text(face, chip, quiet)
        width = chip.width(text) + 10
        rect = QRectF(CARD_WIDTH - 5 - width, 45, width, 18)
        right = rect.left() - 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent_soft)
        painter.drawRoundedRect(rect, 9, 9)
        painter.setFont(chip.font)
        painter.setPen(theme.accent)
        chip.draw(painter, rect.left() + 5, rect.top(), rect.height(), text)
    if face.meta:
        painter.setFont(quiet.font)
        painter.setPen(theme.text_2)
        quiet.draw(painter, _LEFT, 46, 16, quiet.elided(face.meta, right - _LEFT))


def _chip_text(face: CardFace, chip: Type, quiet: Type) -> str:
    """The words of the chip: the first sub-timeline, and how many more."""
    more = f" +{len(face.chips) - 1}" if len(face.chips) > 1 else ""
    name, _, count = face.chips[0].text.rpartition(" · ")
    tail = f" · {count}{more}"
    # The chip gives way, down to a few letters, so that the number of activities is never cut.
    space = CARD_WIDTH - 40
    if face.meta:
        space = max(56.0, CARD_WIDTH - _LEFT - quiet.width(face.meta) - 4 - 10 - 5)
    return chip.elided(name, space - chip.width(tail)) + tail


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
        painter.setPen(QPen(theme.text_3, 1.5))
        painter.setBrush(theme.card)
        painter.drawEllipse(middle, 7.0, 7.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(theme.text_3))
    painter.drawEllipse(middle, 3.5 if ringed else 5.0, 3.5 if ringed else 5.0)
