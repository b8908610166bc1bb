"""Painting edges: lines, and the heads of their arrows."""

from __future__ import annotations

import functools

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from ui.canvas.camera import Detail
from ui.canvas.edges import copies_of, draw_lines, pixel_rects
from ui.canvas.frame import Box, Canvas
from ui.canvas.in_view import Strokes, draw_strokes, in_view
from ui.canvas.pixmaps import MARGIN
from ui.canvas.scene import LOOP, OFF_PATH, PATH
from ui.canvas.shapes import Bools, Floats, Ints, PixelRects
from ui.theme import mix

TIP = 7.0  # length and width of an arrow's head, world units


_DIM = 8  # added to a style: the same edge, faint
_MOST_TIP = 1.5  # zoom up to which heads grow
_ROUNDED_MOVING = 0.6
_MOST_ROUNDED = 150  # edges in view; with more of them corners are plain


@functools.lru_cache(maxsize=8)
def _edge_colors(name: str, ink: int, accent: int, ground: int) -> dict[int, QColor]:
    del name
    line, on = QColor(ink), QColor(ground)
    colors = {PATH: mix(line, on, 0.85), LOOP: QColor(accent), OFF_PATH: mix(line, on, 0.45)}
    return colors | {style + _DIM: mix(color, on, 0.25) for style, color in colors.items()}


def paint_edges(painter: QPainter, canvas: Canvas, view: Box) -> None:
    """Paint the edges that show: fine with turns and heads, or far out as hairlines."""
    edges, dim, theme = canvas.scene.edges, canvas.scene.dim_routes, canvas.theme
    if not len(edges.style):
        return
    colors = _edge_colors(theme.name, theme.text_3.rgb(), theme.accent.rgb(), theme.ground.rgb())
    if canvas.detail is Detail.BLOCK:
        _paint_coarse(painter, canvas, view, colors)
        return
    styles = edges.style if dim is None else edges.style + _DIM * dim
    if canvas.pixmaps is None:
        found = np.flatnonzero(edges.mask(view, 12.0))
        _paint_vectors(painter, canvas, view, found, styles, colors)
        return
    shown = in_view(canvas, view)
    if shown.strokes is None:
        shown.strokes = _strokes(canvas, shown.region, styles, colors)
    draw_strokes(painter, canvas, shown.strokes)


def _width(canvas: Canvas, style: int) -> float:
    """How wide a line is, in view pixels."""
    zoom = canvas.camera.zoom
    if canvas.detail is Detail.BLOCK:
        return 1.0
    return max(1.0, (1.9 if style % _DIM == LOOP else 1.5) * min(zoom, 1.6))


def _paint_coarse(painter: QPainter, canvas: Canvas, view: Box, colors: dict[int, QColor]) -> None:
    """Hairlines with plain corners, as rectangles of whole pixels: there may be tens of thousands."""
    draw_strokes(painter, canvas, Strokes(_coarse(canvas, view, colors)))


def _coarse(canvas: Canvas, view: Box, colors: dict[int, QColor]) -> list[tuple[QColor, PixelRects]]:
    edges, dim = canvas.scene.edges, canvas.scene.dim_routes
    scale = canvas.camera.zoom * canvas.ratio
    faint = [] if dim is None else edges.coarse(view, scale, dim)
    plain = edges.coarse(view, scale, None if dim is None else ~dim)
    return [
        (colors[each.style + by], _thick(canvas, each.rects, each.style))
        for runs, by in ((faint, _DIM), (plain, 0))
        for each in runs
    ]


def _thick(canvas: Canvas, rects: PixelRects, style: int) -> PixelRects:
    """Level and upright pieces (left, top, right, bottom) as wide as their style is, in screen pixels."""
    thick = max(1, round(_width(canvas, style) * canvas.ratio))
    if thick == 1:
        return rects
    before = thick // 2
    return rects + np.array((-before, -before, thick - 1 - before, thick - 1 - before), np.int32)


def _strokes(canvas: Canvas, region: Box, styles: Ints, colors: dict[int, QColor]) -> Strokes:
    """The edges of a region, ready to be drawn.

    On a screen straight pieces lie on whole pixels, crisp and quick; only the turns are smoothed.
    """
    found = np.flatnonzero(canvas.scene.edges.mask(region, 12.0))
    strokes = Strokes()
    area = (region[2] - region[0]) * (region[3] - region[1]) * canvas.camera.zoom**2
    # While zooming far out nobody sees that turns are rounded.
    plain = canvas.moving and canvas.camera.zoom < _ROUNDED_MOVING
    if plain or len(found) * canvas.width * canvas.height > _MOST_ROUNDED * area:
        strokes.straight = _coarse(canvas, region, colors)
    else:
        fine = canvas.scene.edges.fine(found)
        scale = canvas.camera.zoom * canvas.ratio
        style_of, level = styles[fine.of], fine.straight
        for style in sorted(set(styles[found].tolist()), reverse=True):
            mine = style_of == style
            lines = fine.lines[mine & level].T
            ends = np.vstack([np.minimum(lines[:2], lines[2:]), np.maximum(lines[:2], lines[2:])])
            rects = _thick(canvas, pixel_rects(ends, scale), style)
            strokes.straight.append((colors[style], rects))
            turns = fine.lines[mine & ~level]
            if len(turns):
                width = max(1, round(_width(canvas, style) * canvas.ratio))
                strokes.turns.append((colors[style], width, turns * scale))
    strokes.heads = _heads(canvas, region, found, styles, colors)
    return strokes


def _paint_vectors(
    painter: QPainter, canvas: Canvas, view: Box, found: Ints, styles: Ints, colors: dict[int, QColor]
) -> None:
    """Edges and the heads of their arrows for paper."""
    camera, zoom = canvas.camera, canvas.camera.zoom
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fine = canvas.scene.edges.fine(found)
    shown = _shows(fine.lines, view)
    lines, style_of = fine.lines[shown], styles[fine.of[shown]]
    for style in sorted(set(style_of.tolist()), reverse=True):
        width = _width(canvas, style)
        painter.setPen(QPen(colors[style], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        draw_lines(painter, (lines[style_of == style] - (camera.x, camera.y, camera.x, camera.y)) * zoom)
    painter.setPen(Qt.PenStyle.NoPen)
    tips, kinds = _tips(canvas, view, found, styles)
    share = min(1.0, _MOST_TIP / zoom)
    corners = (tips[:, :2] - (tips[:, 2:] + 1) * (TIP / 2) * share - (camera.x, camera.y)) * zoom
    for (dx, dy), (px, py), style in zip(tips[:, 2:].tolist(), corners.tolist(), kinds.tolist(), strict=True):
        painter.save()
        painter.translate(px, py)
        painter.scale(zoom * share, zoom * share)
        _paint_tip(painter, dx, dy, colors[style])
        painter.restore()


def _shows(lines: Floats, view: Box) -> Bools:
    """Which segments may show in the rectangle left, top, right, bottom (world units)."""
    left, top, right, bottom = view
    shown: Bools = (
        (np.minimum(lines[:, 0], lines[:, 2]) <= right)
        & (np.maximum(lines[:, 0], lines[:, 2]) >= left)
        & (np.minimum(lines[:, 1], lines[:, 3]) <= bottom)
        & (np.maximum(lines[:, 1], lines[:, 3]) >= top)
    )
    return shown


def _tips(canvas: Canvas, view: Box, found: Ints, styles: Ints) -> tuple[Floats, Ints]:
    """Where edges end in the rectangle, and from where they come there: (n, 4), and the style of each (n,)."""
    tips = canvas.scene.edges.tips[found]
    x, y = tips[:, 0], tips[:, 1]
    near = (x >= view[0] - 12) & (x <= view[2] + 12) & (y >= view[1] - 12) & (y <= view[3] + 12)
    return tips[near], styles[found[near]]


def _heads(
    canvas: Canvas, region: Box, found: Ints, styles: Ints, colors: dict[int, QColor]
) -> list[tuple[QPixmap, Floats]]:
    """The heads of arrows, as copies of a few pixmaps."""
    zoom, ratio, pixmaps = canvas.camera.zoom, canvas.ratio, canvas.pixmaps
    assert pixmaps is not None
    tips, style_of = _tips(canvas, region, found, styles)
    # The top left corner of each head's square; from close by heads grow no further, as lines do not.
    share = min(1.0, _MOST_TIP / zoom)
    corners = (tips[:, :2] - (tips[:, 2:] + 1) * (TIP / 2) * share - MARGIN * share) * (zoom * ratio)
    places = np.floor(corners + 0.5)
    ways = np.rint(tips[:, 2:]).astype(np.int64)
    kinds = (ways[:, 0] + 1) * 3 + ways[:, 1] + 1 + 9 * style_of
    heads = []
    for kind in set(kinds.tolist()):
        mine = np.flatnonzero(kinds == kind)
        (dx, dy), style = ways[mine[0]].tolist(), int(style_of[mine[0]])
        key = ("tip", dx, dy, style)
        kept = pixmaps.find(key, zoom * share, ratio, moving=canvas.moving)
        if kept is None:
            kept = pixmaps.make(
                key,
                (TIP, TIP),
                zoom * share,
                ratio,
                lambda onto, dx=dx, dy=dy, style=style: _paint_tip(onto, dx, dy, colors[style]),  # type: ignore[misc]
            )
        heads.append((kept.pixmap, copies_of(kept.pixmap, places[mine], zoom * share / kept.zoom)))
    return heads


def _paint_tip(painter: QPainter, dx: float, dy: float, color: QColor) -> None:
    """An arrow's head in a square of TIP at (0, 0), pointing along (dx, dy)."""
    middle = TIP / 2
    tip = QPointF(middle + dx * middle, middle + dy * middle)
    base = QPointF(middle - dx * middle, middle - dy * middle)
    side = QPointF(-dy * middle, dx * middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawConvexPolygon(QPolygonF([tip, base + side, base - side]))
