"""What lies under the graph: the dotted ground and the epochs' bands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QRegion

from study.language import translate
from ui.canvas.camera import Detail
from ui.canvas.cards import hue_color
from ui.canvas.frame import Box, Canvas
from ui.canvas.lettering import caps_type
from ui.canvas.shapes import BAND_HEAD
from ui.theme import RADIUS_BAND, Theme, mix

DOT_STEP = 24.0  # of the dotted ground, world units


class Ground:
    """The dotted ground: one small tile, kept while zoom and colours stay."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._tile = QPixmap()

    def paint(self, painter: QPainter, canvas: Canvas, exposed: QRectF) -> None:
        """Fill the exposed part of the view, but for what bands cover; dots fade as they come closer together."""
        zoom = canvas.camera.zoom
        strength = max(0.0, min(1.0, (zoom - 0.3) / 0.5))
        if strength > 0.0:
            step = max(8, round(DOT_STEP * zoom))
            key = (step, round(strength, 2), canvas.theme.name, canvas.ratio)
            if key != self._key:
                self._key = key
                self._tile = _tile(step, strength, canvas)
        for piece in _uncovered(canvas, exposed.toAlignedRect()):
            if strength <= 0.0:
                painter.fillRect(piece, canvas.theme.ground)
                continue
            span = self._tile.width() / canvas.ratio
            across, down = canvas.camera.x * zoom + piece.x(), canvas.camera.y * zoom + piece.y()
            offset = QPointF(round(across % span), round(down % span))
            painter.drawTiledPixmap(QRectF(piece), self._tile, offset)


def _uncovered(canvas: Canvas, exposed: QRect) -> list[QRect]:
    """The pieces of the view that no opaque band covers."""
    region = QRegion(exposed)
    corner = RADIUS_BAND * min(1.0, canvas.camera.zoom) + 1
    for band in canvas.scene.layout.bands:
        if band.reached:
            rect = canvas.rect(band.x, band.y, band.width, band.height)
            rect = rect.intersected(canvas.inner()).adjusted(corner, 1, -corner, -1)
            if rect.isValid():
                left, top = int(rect.left()) + 1, int(rect.top()) + 1
                region -= QRect(left, top, int(rect.right()) - left, int(rect.bottom()) - top)
    return [region[i] for i in range(region.rectCount())]  # type: ignore[index]  # missing in the stubs


def _tile(step: int, strength: float, canvas: Canvas) -> QPixmap:
    cell = QPixmap(round(step * canvas.ratio), round(step * canvas.ratio))
    cell.fill(canvas.theme.ground)
    painter = QPainter(cell)
    painter.scale(canvas.ratio, canvas.ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(canvas.theme.text_3, canvas.theme.ground, 0.34 * strength))
    painter.drawEllipse(QPointF(step / 2, step / 2), 0.9, 0.9)
    painter.end()
    side = cell.width() * max(1, 256 // step)
    tile = QPixmap(side, side)
    painter = QPainter(tile)
    painter.drawTiledPixmap(tile.rect(), cell)
    painter.end()
    tile.setDevicePixelRatio(canvas.ratio)
    return tile


def paint_bands(painter: QPainter, canvas: Canvas, view: Box) -> None:
    """Paint the bands that show, each with its epoch's name."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    theme, zoom = canvas.theme, canvas.camera.zoom
    caps = caps_type()
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
        if band.reached and (canvas.detail is Detail.BLOCK or clipped.contains(canvas.inner())):
            painter.fillRect(clipped, painter.brush())
        else:
            painter.drawRoundedRect(clipped, radius, radius)
        title = band.title or (
            canvas.scene.content.epoch_title(band.epoch)
            if band.reached
            else translate("canvas", "Not on the path")
        )
        # The name stays in sight while any of its band does.
        start = max(rect.left() + 12, 12.0)
        room = rect.right() - 10 - start
        if room > 28:
            painter.setFont(caps.font)
            painter.setPen(hue_text(theme, hue))
            # Too far out for a name inside the band's head: it stands above.
            inside = BAND_HEAD * zoom >= 24
            y = rect.top() + 9 * min(1.0, zoom) if inside else rect.top() - 20
            caps.draw(painter, start, y, 16, caps.elided(title.upper(), room))


def band_ground(theme: Theme, hue: int) -> QColor:
    """The opaque ground of a band: its hue, thinly over the canvas."""
    return mix(hue_color(theme, hue), theme.ground, 0.1 if theme.is_dark else 0.08)


def hue_text(theme: Theme, hue: int) -> QColor:
    """The colour of a band's name: its hue, moved towards the text where it would be too faint to read."""
    if hue < 0:
        return theme.text_2
    return mix(hue_color(theme, hue), theme.text, 0.72 if not theme.is_dark else 0.85)
