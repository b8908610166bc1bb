"""Painting a scene: ground, bands, edges, nodes and labels, for the widget and straight to paper."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from ui.canvas import cards
from ui.canvas.camera import Camera
from ui.canvas.cards import CENTRE, LEFT, MARGIN, Detail, Pixmaps, detail_at, elided, hue_color, two_lines
from ui.canvas.edges import draw_lines, draw_rects
from ui.canvas.scene import LOOP, OFF_PATH, PATH, Scene
from ui.canvas.shapes import BAND_HEAD, LABEL_LINE, Label, NodeKind
from ui.theme import RADIUS_BAND, Theme, caps_font, font, mix

TIP = 7.0  # length and width of an arrow's head, world units
DOT_STEP = 24.0  # of the dotted ground, world units
_Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Canvas:
    """What a painting needs to know. Without `pixmaps` everything is painted as vectors."""

    scene: Scene
    theme: Theme
    camera: Camera
    width: float
    height: float
    ratio: float = 1.0
    pixmaps: Pixmaps | None = None
    moving: bool = False

    @property
    def detail(self) -> Detail:
        """The level of detail; what is printed shows all."""
        return detail_at(self.camera.zoom) if self.pixmaps is not None else Detail.FULL

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A world rectangle in view pixels."""
        zoom = self.camera.zoom
        return QRectF((x - self.camera.x) * zoom, (y - self.camera.y) * zoom, width * zoom, height * zoom)


class Ground:
    """The dotted ground: one small tile, kept while zoom and colours stay."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._tile = QPixmap()

    def paint(self, painter: QPainter, canvas: Canvas, exposed: QRectF) -> None:
        """Fill the exposed part of the view; the dots fade as they come closer together."""
        inner = _inner(canvas)
        if any(
            band.reached and canvas.rect(band.x, band.y, band.width, band.height).contains(inner)
            for band in canvas.scene.layout.bands
        ):
            return  # one epoch fills the view, and its band is opaque
        painter.fillRect(exposed, canvas.theme.ground)
        zoom = canvas.camera.zoom
        strength = max(0.0, min(1.0, (zoom - 0.3) / 0.5))
        if strength <= 0.0:
            return
        step = max(8, round(DOT_STEP * zoom))
        key = (step, round(strength, 2), canvas.theme.name, canvas.ratio)
        if key != self._key:
            self._key = key
            self._tile = self._make(step, strength, canvas)
        span = self._tile.width() / canvas.ratio
        offset = QPointF(
            (canvas.camera.x * zoom + exposed.x()) % span, (canvas.camera.y * zoom + exposed.y()) % span
        )
        painter.drawTiledPixmap(exposed, self._tile, QPointF(round(offset.x()), round(offset.y())))

    @staticmethod
    def _make(step: int, strength: float, canvas: Canvas) -> QPixmap:
        cells = max(1, 256 // step)
        side = round(step * cells * canvas.ratio)
        tile = QPixmap(side, side)
        tile.setDevicePixelRatio(canvas.ratio)
        tile.fill(canvas.theme.ground)
        color = mix(canvas.theme.text_3, canvas.theme.ground, 0.34 * strength)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for row in range(cells):
            for column in range(cells):
                painter.drawEllipse(QPointF((column + 0.5) * step, (row + 0.5) * step), 0.9, 0.9)
        painter.end()
        return tile


def paint_scene(painter: QPainter, canvas: Canvas, exposed: QRectF) -> None:
    """Paint bands, edges, nodes and labels that show in the exposed part of the view (view pixels)."""
    zoom = canvas.camera.zoom
    left, top = canvas.camera.to_world((exposed.left() - 2, exposed.top() - 2))
    right, bottom = canvas.camera.to_world((exposed.right() + 2, exposed.bottom() + 2))
    view = (left, top, right, bottom)
    _paint_bands(painter, canvas, view)
    _paint_edges(painter, canvas, view)
    if canvas.detail is Detail.BLOCK:
        _paint_blocks(painter, canvas, view)
    else:
        _paint_nodes(painter, canvas, view)
        if zoom >= 0.5 or canvas.pixmaps is None:
            _paint_labels(painter, canvas, view)


def _paint_bands(painter: QPainter, canvas: Canvas, view: _Box) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    theme, zoom = canvas.theme, canvas.camera.zoom
    type_ = caps_font()
    metrics = QFontMetricsF(type_)
    radius = RADIUS_BAND * min(1.0, zoom)
    for band in canvas.scene.layout.bands:
        if band.x > view[2] or band.x + band.width < view[0] or band.y > view[3]:
            continue
        if band.y + band.height < view[1]:
            continue
        rect = canvas.rect(band.x, band.y, band.width, band.height)
        hue = canvas.scene.content.epoch_hue(band.epoch)
        # Far away ends are cut off before painting: a band can be wider than a painter likes.
        clipped = rect.intersected(QRectF(-64, -64, canvas.width + 128, canvas.height + 128))
        if band.reached:
            # Opaque: the dotted ground ends where an epoch begins.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(band_ground(theme, hue))
        else:
            painter.setPen(QPen(theme.line, 1.0, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if band.reached and (canvas.detail is Detail.BLOCK or clipped.contains(_inner(canvas))):
            painter.fillRect(clipped, painter.brush())
        else:
            painter.drawRoundedRect(clipped, radius, radius)
        title = canvas.scene.content.epoch_title(band.epoch) if band.reached else "Not on the path"
        # The name stays in sight while any of its band does.
        start = max(rect.left() + 12, 12.0)
        room = rect.right() - 10 - start
        if room > 28:
            painter.setFont(type_)
            painter.setPen(hue_text(theme, hue))
            text = metrics.elidedText(title.upper(), Qt.TextElideMode.ElideRight, room)
            # Too far out for a name inside the band's head: it stands above.
            inside = BAND_HEAD * zoom >= 24
            y = rect.top() + 9 * min(1.0, zoom) if inside else rect.top() - 20
            painter.drawText(QRectF(start, y, room + 4, 16), LEFT, text)


def _inner(canvas: Canvas) -> QRectF:
    """The view with a margin: a band that holds all of it shows none of its corners."""
    return QRectF(-16, -16, canvas.width + 32, canvas.height + 32)


def band_ground(theme: Theme, hue: int) -> QColor:
    """The opaque ground of a band: its hue, thinly over the canvas."""
    return mix(hue_color(theme, hue), theme.ground, 0.1 if theme.is_dark else 0.08)


def hue_text(theme: Theme, hue: int) -> QColor:
    """The colour of a band's name: its hue, moved towards the text where it would be too faint to read."""
    if hue < 0:
        return theme.text_2
    return mix(hue_color(theme, hue), theme.text, 0.72 if not theme.is_dark else 0.85)


def _edge_colors(theme: Theme) -> dict[int, QColor]:
    return {
        PATH: mix(theme.text_3, theme.ground, 0.85),
        LOOP: QColor(theme.accent),
        OFF_PATH: mix(theme.text_3, theme.ground, 0.45),
    }


def _paint_edges(painter: QPainter, canvas: Canvas, view: _Box) -> None:
    edges = canvas.scene.edges
    if not len(edges.style):
        return
    zoom = canvas.camera.zoom
    fine = canvas.detail is not Detail.BLOCK
    found = edges.visible(view, fine=fine)
    lines, of = (edges.fine, edges.fine_of) if fine else (edges.coarse, edges.coarse_of)
    camera = canvas.camera
    placed = (lines[found] - (camera.x, camera.y, camera.x, camera.y)) * zoom
    styles = edges.style[of[found]]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, fine)
    colors = _edge_colors(canvas.theme)
    for style in sorted(set(styles.tolist())):
        width = max(1.0, (1.9 if style == LOOP else 1.5) * min(zoom, 1.6)) if fine else 0.0
        mine = styles == style
        if canvas.pixmaps is None or not fine:
            painter.setPen(QPen(colors[style], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            draw_lines(painter, placed[mine])
            continue
        # On a screen straight pieces lie on whole pixels, crisp and quick; only the turns are smoothed.
        width = max(1, round(width * canvas.ratio)) / canvas.ratio
        painter.setPen(QPen(colors[style], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        straight = edges.fine_straight[found]
        draw_lines(painter, np.round(placed[mine & straight] * canvas.ratio) / canvas.ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_lines(painter, placed[mine & ~straight])
    if fine:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        _paint_tips(painter, canvas, view, colors)


def _paint_tips(painter: QPainter, canvas: Canvas, view: _Box, colors: dict[int, QColor]) -> None:
    edges = canvas.scene.edges
    x, y = edges.tips[:, 0], edges.tips[:, 1]
    found = np.flatnonzero(
        (x >= view[0] - 12) & (x <= view[2] + 12) & (y >= view[1] - 12) & (y <= view[3] + 12)
    )
    camera, zoom, ratio = canvas.camera, canvas.camera.zoom, canvas.ratio
    half = (TIP / 2 + MARGIN) * zoom
    for k in found.tolist():
        tx, ty, dx, dy = edges.tips[k].tolist()
        px, py = camera.to_view((tx, ty))
        style = int(edges.style[k])
        if canvas.pixmaps is None:
            painter.save()
            painter.translate(px, py)
            painter.scale(zoom, zoom)
            painter.translate(-TIP / 2 - dx * TIP / 2, -TIP / 2 - dy * TIP / 2)
            _paint_tip(painter, dx, dy, colors[style])
            painter.restore()
            continue
        key = ("tip", round(dx), round(dy), style)
        pixmap = canvas.pixmaps.kept(key, zoom, ratio, moving=canvas.moving)
        if pixmap is None:
            pixmap = canvas.pixmaps.make(
                key,
                (TIP, TIP),
                zoom,
                ratio,
                lambda onto, dx=dx, dy=dy, style=style: _paint_tip(onto, dx, dy, colors[style]),  # type: ignore[misc]
            )
        x = px - dx * TIP / 2 * zoom - half
        y = py - dy * TIP / 2 * zoom - half
        span = TIP + 2 * MARGIN
        _put(painter, pixmap, round(x * ratio) / ratio, round(y * ratio) / ratio, span, span, zoom)


def _paint_tip(painter: QPainter, dx: float, dy: float, color: QColor) -> None:
    """An arrow's head in a square of TIP at (0, 0), pointing along (dx, dy)."""
    middle = TIP / 2
    tip = QPointF(middle + dx * middle, middle + dy * middle)
    base = QPointF(middle - dx * middle, middle - dy * middle)
    side = QPointF(-dy * middle, dx * middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawConvexPolygon(QPolygonF([tip, base + side, base - side]))


def _paint_blocks(painter: QPainter, canvas: Canvas, view: _Box) -> None:
    scene, theme, camera = canvas.scene, canvas.theme, canvas.camera
    found = scene.visible(view)
    rects = scene.rects[found].copy()
    rects[:, :2] -= (camera.x, camera.y)
    rects *= camera.zoom
    # Whole pixels, never narrower than one: a row of visits must not flicker or vanish.
    rects[:, :2] = np.round(rects[:, :2])
    rects[:, 2:] = np.maximum(1.0, np.round(rects[:, 2:]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    kinds, hues = scene.kind[found], scene.hue[found]
    cards_only = kinds == NodeKind.CARD
    for hue in sorted(set(hues[cards_only].tolist())):
        painter.setBrush(mix(hue_color(theme, hue), theme.card, 0.7))
        draw_rects(painter, rects[cards_only & (hues == hue)])
    painter.setBrush(theme.warning)
    draw_rects(painter, rects[kinds == NodeKind.DECISION])
    painter.setBrush(theme.text_3)
    draw_rects(painter, rects[kinds >= NodeKind.ENTRY])


def _paint_nodes(painter: QPainter, canvas: Canvas, view: _Box) -> None:
    scene, theme, zoom = canvas.scene, canvas.theme, canvas.camera.zoom
    detail = canvas.detail
    found = scene.visible(view).tolist()
    if canvas.pixmaps is None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for i in found:
            x, y, width, height = scene.rects[i].tolist()
            painter.save()
            painter.translate(*canvas.camera.to_view((x, y)))
            painter.scale(zoom, zoom)
            cards.paint_node(
                painter, int(scene.kind[i]), scene.face(i), int(scene.hue[i]), (width, height), theme, detail
            )
            painter.restore()
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, canvas.moving)
    camera = canvas.camera
    scale = zoom * canvas.ratio
    places = (
        (scene.rects[found, :2] - (camera.x + MARGIN, camera.y + MARGIN)) * scale
    ).round() / canvas.ratio
    for i, (x, y) in zip(found, places.tolist(), strict=True):
        _stamp(painter, canvas, i, x, y)


def _stamp(painter: QPainter, canvas: Canvas, i: int, x: float, y: float) -> None:
    """Draw the kept pixmap of a node with its top left corner at a view point; paint it first where need be."""
    scene, zoom = canvas.scene, canvas.camera.zoom
    assert canvas.pixmaps is not None
    pixmap = canvas.pixmaps.kept(i, zoom, canvas.ratio, moving=canvas.moving)
    width, height = scene.sizes[i]
    if pixmap is None:
        kind, hue = int(scene.kind[i]), int(scene.hue[i])
        detail = canvas.detail

        def paint(onto: QPainter) -> None:
            cards.paint_node(onto, kind, scene.face(i), hue, (width, height), canvas.theme, detail)

        pixmap = canvas.pixmaps.make(i, (width, height), zoom, canvas.ratio, paint)
    _put(painter, pixmap, x, y, width + 2 * MARGIN, height + 2 * MARGIN, zoom)


def _put(
    painter: QPainter, pixmap: QPixmap, x: float, y: float, width: float, height: float, zoom: float
) -> None:
    """Draw a kept pixmap of a world size at a view point, scaled where it was painted at another zoom."""
    if abs(pixmap.width() / pixmap.devicePixelRatio() - width * zoom) <= 1.0:
        painter.drawPixmap(QPointF(x, y), pixmap)
    else:
        painter.drawPixmap(QRectF(x, y, width * zoom, height * zoom), pixmap, QRectF(pixmap.rect()))


def _paint_labels(painter: QPainter, canvas: Canvas, view: _Box) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for label in canvas.scene.layout.labels:
        if label.x > view[2] or label.x + label.width < view[0] or label.y > view[3]:
            continue
        if label.y + label.height < view[1]:
            continue
        text = canvas.scene.content.links[label.link].label
        if canvas.pixmaps is None:
            painter.save()
            painter.translate(*canvas.camera.to_view((label.x, label.y)))
            painter.scale(canvas.camera.zoom, canvas.camera.zoom)
            paint_label(painter, label, text, canvas.theme)
            painter.restore()
            continue
        _stamp_label(painter, canvas, label, text)


def _stamp_label(painter: QPainter, canvas: Canvas, label: Label, text: str) -> None:
    zoom, ratio = canvas.camera.zoom, canvas.ratio
    assert canvas.pixmaps is not None
    key = ("label", label.link)
    pixmap = canvas.pixmaps.kept(key, zoom, ratio, moving=canvas.moving)
    if pixmap is None:
        size = (label.width, label.height)
        pixmap = canvas.pixmaps.make(
            key, size, zoom, ratio, lambda onto: paint_label(onto, label, text, canvas.theme)
        )
    x, y = canvas.camera.to_view((label.x - MARGIN, label.y - MARGIN))
    x, y = round(x * ratio) / ratio, round(y * ratio) / ratio
    _put(painter, pixmap, x, y, label.width + 2 * MARGIN, label.height + 2 * MARGIN, zoom)


def paint_label(painter: QPainter, label: Label, text: str, theme: Theme) -> None:
    """Paint a label at (0, 0) in world units: a pill on a way back, plain text beside a way out."""
    if label.pill:
        rect = QRectF(0, 0, label.width, label.height)
        painter.setPen(QPen(mix(theme.accent, theme.card, 0.3), 1.0))
        painter.setBrush(theme.card)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), label.height / 2, label.height / 2)
        type_ = font(11, 500)
        painter.setFont(type_)
        painter.setPen(theme.text)
        painter.drawText(rect, CENTRE, elided(text, type_, label.width - 20))
        return
    type_ = font(11, 500)
    painter.setFont(type_)
    painter.setPen(theme.text_2)
    align = CENTRE if label.width < 1 else LEFT
    for i, line in enumerate(two_lines(text, type_, label.width)):
        painter.drawText(QRectF(0, i * LABEL_LINE, label.width + 2, LABEL_LINE), align, line)
