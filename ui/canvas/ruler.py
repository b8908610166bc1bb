"""The ruler of a schedule to scale: study days or hours along the top, honest about where it is not even."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from study.axis import DAY, Section
from study.axis_notes import length_text, point_text
from study.axis_ticks import ticks
from study.language import translate
from ui.canvas.arrangement import ArrangedScene
from ui.canvas.camera import Camera
from ui.canvas.frame import Box, Canvas
from ui.canvas.lettering import CENTRE, type_of
from ui.canvas.scaled import Evenness, Piece, ScaledLayout, Strip
from ui.theme import mix

HEIGHT = 34.0
"""Of a ruler, in view pixels."""

_ROOM = 76.0  # view pixels between two labelled ticks, at least


def ruler_rects(canvas: Canvas) -> list[tuple[Strip, Section, QRectF]]:
    """Each ruler in view pixels: along the top of the view, for further time bases in sight above their strip."""
    scene = canvas.scene
    if not isinstance(scene, ArrangedScene) or not isinstance(scene.layout, ScaledLayout):
        return []
    found: list[tuple[Strip, Section, QRectF]] = []
    first = next(iter(scene.layout.strips), None)
    for strip in scene.layout.strips:
        top = canvas.camera.to_view((0.0, strip.top))[1]
        bottom = canvas.camera.to_view((0.0, strip.bottom))[1]
        y = min(max(0.0, top - HEIGHT), bottom - HEIGHT) if found or strip is not first else 0.0
        if y > canvas.height or bottom < HEIGHT / 2:
            continue
        found.append((strip, scene.sections[strip.section], QRectF(0, y, canvas.width, HEIGHT)))
    return found


def paint_rulers(painter: QPainter, canvas: Canvas, node: int | None) -> None:
    """Paint the rulers over everything; the time of `node` is marked in the accent."""
    for strip, section, rect in ruler_rects(canvas):
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        _paint(painter, canvas, strip, section, rect, node)
        painter.restore()


def paint_rulers_on_paper(painter: QPainter, canvas: Canvas, view: Box) -> None:
    """Paint each ruler above its strip, along with the world: on paper nothing stays at the top."""
    scene = canvas.scene
    if not isinstance(scene, ArrangedScene) or not isinstance(scene.layout, ScaledLayout):
        return
    left, _, right, _ = view
    for strip in scene.layout.strips:
        corner = (left, strip.top - HEIGHT)
        along = replace(canvas, camera=Camera(*corner, 1.0), width=right - left)
        painter.save()
        painter.translate(*canvas.camera.to_view(corner))
        painter.scale(canvas.camera.zoom, canvas.camera.zoom)
        rect = QRectF(0, 0, right - left, HEIGHT)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        _paint(painter, along, strip, scene.sections[strip.section], rect, None)
        painter.restore()


def on_ruler(canvas: Canvas, x: float, y: float) -> bool:
    """Whether a ruler covers a point of the view."""
    return any(rect.contains(x, y) for _, _, rect in ruler_rects(canvas))


def piece_at(canvas: Canvas, x: float, y: float) -> tuple[Section, Piece] | None:
    """The piece of a ruler that lies under a point of the view, where it is not even."""
    for strip, section, rect in ruler_rects(canvas):
        if rect.contains(x, y):
            world = canvas.camera.to_world((x, y))[0]
            for piece in strip.pieces:
                if piece.left <= world <= piece.right and piece.evenness is not Evenness.EVEN:
                    return section, piece
    return None


def piece_text(section: Section, piece: Piece) -> str:
    """Why a piece of a ruler is not even, in a sentence."""
    if piece.evenness is Evenness.CUT:
        text = translate("canvas", "{length} with no visit, drawn short")
        return text.format(length=length_text(round(piece.end - piece.start)))
    text = translate("canvas", "Not to scale: more room for the visits around {day}")
    return text.format(day=point_text(section, round(piece.start)))


def _paint(
    painter: QPainter, canvas: Canvas, strip: Strip, section: Section, rect: QRectF, node: int | None
) -> None:
    theme = canvas.theme
    painter.fillRect(rect, theme.pane)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.line, 1.0))
    painter.drawLine(QPointF(rect.left(), rect.bottom() - 0.5), QPointF(rect.right(), rect.bottom() - 0.5))
    prose = type_of(11, 500, True)
    painter.setFont(prose.font)
    shown = []
    for piece in strip.pieces:
        left, _ = canvas.camera.to_view((piece.left, 0.0))
        right, _ = canvas.camera.to_view((piece.right, 0.0))
        if right < -_ROOM or left > canvas.width + _ROOM:
            continue
        shown.append((piece, right))
        if piece.evenness is not Evenness.EVEN:
            _paint_break(painter, canvas, piece, rect, left, right)
    free = -1e9  # no label begins before this: pieces do not know of one another's
    for place, (piece, right) in enumerate(shown):
        if piece.evenness is Evenness.EVEN:
            following = shown[place + 1][0] if place + 1 < len(shown) else piece
            end = (
                right - 4 if following.evenness is Evenness.CUT else 1e9
            )  # what was cut out says how long it is
            free = _paint_ticks(painter, canvas, strip, section, piece, rect, (free, end))
        elif piece.evenness is Evenness.CUT:
            free = max(free, right)
    painter.setPen(Qt.PenStyle.NoPen)
    for i, x in strip.marks:
        at = canvas.camera.to_view((x, 0.0))[0]
        if -6 < at < canvas.width + 6:
            _paint_mark(painter, canvas, at, rect, chosen=i == node)


def _paint_ticks(
    painter: QPainter,
    canvas: Canvas,
    strip: Strip,
    section: Section,
    piece: Piece,
    rect: QRectF,
    between: tuple[float, float],
) -> float:
    """Paint the ticks of an even piece, with labels where there is room; returns where the next label may begin."""
    free, last = between
    theme, prose = canvas.theme, type_of(11, 500, True)
    low = canvas.camera.to_world((-_ROOM, 0.0))[0]
    high = canvas.camera.to_world((canvas.width + _ROOM, 0.0))[0]
    # Only what is in sight: a strip of years has a great many ticks of a minute.
    per = (piece.end - piece.start) / max(1e-9, piece.right - piece.left)
    start = piece.start + max(0.0, low - piece.left) * per
    end = piece.end - max(0.0, piece.right - high) * per
    density = strip.density * canvas.camera.zoom
    room = _ROOM
    if all(visit.planned.whole_days for visit in section.visits):
        room = max(room, DAY * density)  # where all is planned in days, hours say nothing
    for tick in ticks(section, start, end, density, room):
        x = canvas.camera.to_view((piece.left + (tick.at - piece.start) / per, 0.0))[0]
        long = bool(tick.text)
        painter.setPen(QPen(theme.text_3 if long else theme.line, 1.0))
        painter.drawLine(
            QPointF(x, rect.bottom() - (9 if long else 5)),
            QPointF(x, rect.bottom() - 1),
        )
        width = prose.width(tick.text)
        if long and x - width / 2 > free and x + width / 2 < last:
            place = QRectF(x - width / 2 - 3, rect.top() + 4, width + 6, 16)
            painter.fillRect(place, theme.pane)
            painter.setPen(theme.text_2)
            painter.drawText(place, CENTRE, tick.text)
            free = x + width / 2 + 10
    return free


def _paint_break(
    painter: QPainter, canvas: Canvas, piece: Piece, rect: QRectF, left: float, right: float
) -> None:
    theme = canvas.theme
    middle = (left + right) / 2
    box = QRectF(left, rect.top(), right - left, rect.height() - 1)
    if piece.evenness is Evenness.WAITS:
        # Hatched: here the ruler makes room and no time passes.
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        painter.fillRect(box, mix(theme.text_3, theme.pane, 0.1))
        painter.setPen(QPen(mix(theme.text_3, theme.pane, 0.5), 1.0))
        start = max(left, -rect.height()) - rect.height()
        for k in range(int((min(right, canvas.width) - start) / 7) + 2):
            x = start + 7 * k
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        painter.restore()
        return
    painter.fillRect(box, theme.ground)
    painter.setPen(QPen(theme.text_2, 1.4))
    y = rect.bottom() - 8
    for shift in (-3.0, 3.0):
        painter.drawLine(QPointF(middle + shift - 3, y + 6), QPointF(middle + shift + 3, y - 6))
    prose = type_of(11, 500, True)
    text = length_text(round(piece.end - piece.start))
    if prose.width(text) + 4 <= right - left:
        painter.setPen(theme.text_2)
        painter.drawText(QRectF(left, rect.top() + 1, right - left, 16), CENTRE, text)


def _paint_mark(painter: QPainter, canvas: Canvas, x: float, rect: QRectF, *, chosen: bool) -> None:
    """A small wedge where a visit's time is."""
    size = 5.0 if chosen else 3.5
    bottom = rect.bottom() - 0.5
    painter.setBrush(canvas.theme.accent if chosen else canvas.theme.text_2)
    painter.drawPolygon(
        QPolygonF([QPointF(x - size, bottom - size), QPointF(x + size, bottom - size), QPointF(x, bottom)])
    )
