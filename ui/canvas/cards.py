"""Cards and other nodes: painted as vectors, and kept as one pixmap per node in view."""

from __future__ import annotations

import functools
from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from ui.canvas.camera import BLOCK_BELOW, NAME_ONLY_BELOW
from ui.canvas.face import CardFace, Chip
from ui.canvas.shapes import CARD_HEIGHT, CARD_WIDTH, NodeKind
from ui.theme import RADIUS_CARD, Theme, font, mix

MARGIN = 7.0  # around a node's rectangle, for the shadow and the problem dot
_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
LEFT = int(_ABSOLUTE | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextSingleLine)
RIGHT = int(_ABSOLUTE | Qt.AlignmentFlag.AlignRight) | int(Qt.TextFlag.TextSingleLine)
CENTRE = int(_ABSOLUTE | Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextSingleLine)


class Detail(IntEnum):
    """How much of a card shows: a block, its name, or all of it."""

    BLOCK = 0
    NAME = 1
    FULL = 2


def detail_at(zoom: float) -> Detail:
    """The level of detail at a zoom."""
    if zoom < BLOCK_BELOW:
        return Detail.BLOCK
    return Detail.NAME if zoom < NAME_ONLY_BELOW else Detail.FULL


def hue_color(theme: Theme, hue: int) -> QColor:
    """The full hue of an epoch by its place; a quiet grey for none."""
    return theme.epoch_hue(hue) if hue >= 0 else QColor(theme.text_3)


@functools.cache
def type_of(size_px: float, weight: int) -> QFont:
    """The canvas's font of a size, kept: making one costs more than drawing with it."""
    return font(size_px, weight)


@functools.cache
def metrics_of(size_px: float, weight: int) -> QFontMetricsF:
    """The metrics of `type_of`, kept."""
    return QFontMetricsF(type_of(size_px, weight))


def elided(text: str, type_: QFont, width: float) -> str:
    """The text cut to a width in the font's own pixels, with an ellipsis where it was cut."""
    metrics = QFontMetricsF(type_)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))


def two_lines(text: str, type_: QFont, width: float) -> list[str]:
    """The text on at most two lines of a width, broken between words; the second is cut where need be."""
    metrics = QFontMetricsF(type_)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words = text.split(" ")
    first = words[0]
    taken = 1
    while taken < len(words) and metrics.horizontalAdvance(f"{first} {words[taken]}") <= width:
        first = f"{first} {words[taken]}"
        taken += 1
    rest = " ".join(words[taken:])
    if not rest:
        return [elided(first, type_, width)]
    return [elided(first, type_, width), elided(rest, type_, width)]


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
    rect = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
    if detail is Detail.BLOCK:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(hue, theme.card, 0.55))
        painter.drawRoundedRect(rect, RADIUS_CARD, RADIUS_CARD)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 60 if theme.is_dark else 14))
    painter.drawRoundedRect(rect.translated(0, 1.5), RADIUS_CARD, RADIUS_CARD)
    painter.setPen(QPen(theme.line, 1.0))
    painter.setBrush(theme.card)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hue)
    painter.drawRoundedRect(QRectF(0, 6, 3, CARD_HEIGHT - 12), 1.5, 1.5)
    if detail is Detail.NAME:
        _paint_name_only(painter, face, theme)
    else:
        _paint_texts(painter, face, theme)
    if face.problem:
        paint_problem(painter, QPointF(CARD_WIDTH - 2, 2), face.problem, theme)


def _paint_name_only(painter: QPainter, face: CardFace, theme: Theme) -> None:
    type_ = type_of(24, 600)
    painter.setFont(type_)
    painter.setPen(theme.text)
    lines = two_lines(face.title, type_, CARD_WIDTH - 22)
    height = 28.0
    top = (CARD_HEIGHT - height * len(lines)) / 2
    for i, line in enumerate(lines):
        painter.drawText(QRectF(13, top + i * height, CARD_WIDTH - 20, height), LEFT, line)


def _paint_texts(painter: QPainter, face: CardFace, theme: Theme) -> None:
    inner = CARD_WIDTH - 13 - 11
    used = 0.0
    if face.letters:
        small = type_of(11, 600)
        letters = elided(face.letters, small, 56)
        used = metrics_of(11, 600).horizontalAdvance(letters) + 8
        painter.setFont(small)
        painter.setPen(theme.accent)
        painter.drawText(QRectF(CARD_WIDTH - 11 - 60, 7, 60, 16), RIGHT, letters)
    name = type_of(13, 600)
    painter.setFont(name)
    painter.setPen(theme.text)
    painter.drawText(QRectF(13, 7, inner - used, 18), LEFT, elided(face.title, name, inner - used))

    body = type_of(12, 500)
    painter.setFont(body)
    day = elided(face.day, body, inner)
    painter.drawText(QRectF(13, 27, inner, 16), LEFT, day)
    if face.window:
        at = metrics_of(12, 500).horizontalAdvance(day) + (5 if day else 0)
        quiet = type_of(12, 400)
        painter.setFont(quiet)
        painter.setPen(theme.text_2)
        text = f"· {face.window}" if day else face.window
        if inner - at > 24:
            painter.drawText(QRectF(13 + at, 27, inner - at, 16), LEFT, elided(text, quiet, inner - at))

    right = CARD_WIDTH - 8.0
    if face.chips:
        right = chip_rect(face).left() - 3
        _paint_chip(painter, face, theme)
    quiet = type_of(11, 400)
    painter.setFont(quiet)
    painter.setPen(theme.text_2)
    painter.drawText(QRectF(13, 46, right - 13, 16), LEFT, elided(face.meta, quiet, right - 13))


def chip_text(face: CardFace) -> str:
    """The words of the chip: the first sub-timeline, and how many more."""
    more = f" +{len(face.chips) - 1}" if len(face.chips) > 1 else ""
    first: Chip = face.chips[0]
    name, _, count = first.text.rpartition(" · ")
    type_ = type_of(11, 500)
    tail = f" · {count}{more}"
    # The chip gives way, down to a few letters, so that the number of activities is never cut.
    meta = metrics_of(11, 400).horizontalAdvance(face.meta)
    space = max(56.0, CARD_WIDTH - 13 - meta - 4 - 10 - 5) if face.meta else CARD_WIDTH - 40
    room = space - metrics_of(11, 500).horizontalAdvance(tail)
    return elided(name, type_, room) + tail


def chip_rect(face: CardFace) -> QRectF:
    """Where the chip lies in the card, in world units; empty where there is none."""
    if not face.chips:
        return QRectF()
    width = metrics_of(11, 500).horizontalAdvance(chip_text(face)) + 10
    return QRectF(CARD_WIDTH - 5 - width, 45, width, 18)


def _paint_chip(painter: QPainter, face: CardFace, theme: Theme) -> None:
    rect = chip_rect(face)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent_soft)
    painter.drawRoundedRect(rect, 9, 9)
    painter.setFont(type_of(11, 500))
    painter.setPen(theme.accent)
    painter.drawText(rect, CENTRE, chip_text(face))


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
        painter.setFont(type_of(15, 700))
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


class Pixmaps:
    """One pixmap per node in view, painted when first seen, scaled while moving, painted anew when idle."""

    def __init__(self, most: int = 1500) -> None:
        self._most = most
        self._kept: dict[object, tuple[float, float, Detail, QPixmap]] = {}
        self.painted = 0  # how many were painted since the start, for tests and benchmarks

    def clear(self) -> None:
        """Forget all: the theme or the texts have changed."""
        self._kept.clear()

    def kept(self, key: object, zoom: float, ratio: float, *, moving: bool) -> QPixmap | None:
        """The kept pixmap; while moving one of another zoom will do, where it shows the same level of detail."""
        kept = self._kept.get(key)
        if kept is None or kept[1] != ratio:
            return None
        if kept[0] == zoom or (moving and kept[2] == detail_at(zoom) and 0.4 < kept[0] / zoom < 2.5):
            return kept[3]
        return None

    def make(
        self,
        key: object,
        size: tuple[float, float],
        zoom: float,
        ratio: float,
        paint: Callable[[QPainter], None],
    ) -> QPixmap:
        """Paint and keep what `paint` paints in a rectangle of `size` world units, with MARGIN around it."""
        if len(self._kept) >= self._most and key not in self._kept:
            for old in list(self._kept)[: self._most // 3]:
                del self._kept[old]
        scale = zoom * ratio
        width = max(1, round((size[0] + 2 * MARGIN) * scale))
        height = max(1, round((size[1] + 2 * MARGIN) * scale))
        pixmap = QPixmap(width, height)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        painter.translate(MARGIN, MARGIN)
        paint(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        self._kept[key] = (zoom, ratio, detail_at(zoom), pixmap)
        self.painted += 1
        return pixmap
