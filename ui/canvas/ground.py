"""What lies under the graph: the dotted ground and the epochs' bands."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from study.language import translate
from ui.canvas.cards import hue_color
from ui.canvas.edges import draw_pixel_rects
from ui.canvas.frame import Box, Canvas
from ui.canvas.lettering import caps_type
from ui.canvas.shapes import BAND_HEAD, Band
from ui.theme import RADIUS_BAND, Theme, mix

DOT_STEP = 24.0  # of the dotted ground, world units


class Ground:
    """The dotted ground; where the dots of a view lie is kept while zoom and size stay."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._dots: npt.NDArray[np.int32] = np.empty((0, 0, 4), np.int32)

    def paint(self, painter: QPainter, canvas: Canvas, exposed: QRectF) -> None:
        """Fill the exposed part of the view, but for what bands cover; dots fade as they come closer together."""
        theme = canvas.theme
        region = _uncovered(canvas, exposed.toAlignedRect())
        if region.isEmpty():
            return
        for piece in region:  # type: ignore[attr-defined]  # missing in the stubs
            painter.fillRect(piece, theme.ground)
        open_ = region.boundingRect()
        strength = dot_strength(canvas.camera.zoom)
        if strength <= 0.0:
            return
        ratio = canvas.ratio
        pixels = canvas.camera.zoom * ratio
        step = round(DOT_STEP * pixels)
        while step < 18 * ratio:
            step *= 2
        key = (step, canvas.width, canvas.height, ratio)
        if key != self._key:
            self._key = key
            self._dots = _dots(step, round(canvas.width * ratio), round(canvas.height * ratio), ratio)
        x, y = (
            math.floor(-canvas.camera.x * pixels + 0.5) % step,
            math.floor(-canvas.camera.y * pixels + 0.5) % step,
        )
        # The rows and columns of dots that show: the first of each lies one step before the view.
        top, bottom = (
            int((open_.top() * ratio - y) // step),
            int(((open_.bottom() + 1) * ratio - y) // step) + 2,
        )
        left, right = (
            int((open_.left() * ratio - x) // step),
            int(((open_.right() + 1) * ratio - x) // step) + 2,
        )
        dots = self._dots[max(0, top) : max(0, bottom), max(0, left) : max(0, right)].reshape(-1, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_mixed(theme.text_3.rgb(), theme.ground.rgb(), 0.22 * strength))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.translate(x, y)
        draw_pixel_rects(painter, dots)
        painter.restore()


def dot_strength(zoom: float) -> float:
    """How strongly the dots show, 0 to 1."""
    return max(0.0, min(1.0, (zoom - 0.3) / 0.4))


def _dots(step: int, width: int, height: int, ratio: float) -> npt.NDArray[np.int32]:
    """Squares of two points, `step` device pixels apart, over a view and one step before it."""
    size = max(1, round(2 * ratio))
    across, down = np.arange(-step, width, step), np.arange(-step, height, step)
    dots = np.empty((len(down), len(across), 4), np.int32)
    dots[:, :, 0], dots[:, :, 1] = across[None, :], down[:, None]
    dots[:, :, 2:] = dots[:, :, :2] + (size - 1)
    return dots


def _uncovered(canvas: Canvas, exposed: QRect) -> QRegion:
    """The part of the view that no opaque band covers."""
    left, top, width, height = exposed.left(), exposed.top(), exposed.width(), exposed.height()
    covers = []
    zoom, corner = canvas.camera.zoom, RADIUS_BAND * min(1.0, canvas.camera.zoom) + 1
    for band in canvas.scene.layout.bands:
        if not band.reached:
            continue
        x1, y1 = canvas.camera.to_view((band.x, band.y))
        x2, y2 = x1 + band.width * zoom - corner, y1 + band.height * zoom - 1
        x1, y1 = int(max(x1, -16.0) + corner) + 1, int(max(y1, -16.0) + 1) + 1
        x2, y2 = int(min(x2, canvas.width + 16 - corner)), int(min(y2, canvas.height + 15))
        if x1 < x2 and y1 < y2 and x2 > left and x1 < left + width and y2 > top and y1 < top + height:
            if x1 <= left and y1 <= top and x2 >= left + width and y2 >= top + height:
                return QRegion()
            covers.append(QRect(x1, y1, x2 - x1, y2 - y1))
    region = QRegion(exposed)
    for cover in covers:
        region -= cover
    return region


def paint_bands(painter: QPainter, canvas: Canvas, view: Box) -> None:
    """Paint the bands that show, and the epochs' names."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    theme = canvas.theme
    radius = RADIUS_BAND * min(1.0, canvas.camera.zoom)
    x, y = canvas.camera.to_view((view[0], view[1]))
    right, bottom = canvas.camera.to_view((view[2], view[3]))
    for band in canvas.scene.layout.bands:
        if band.x > view[2] or band.x + band.width < view[0] or band.y > view[3]:
            continue
        if band.y + band.height < view[1]:
            continue
        rect = canvas.rect(band.x, band.y, band.width, band.height)
        # Far away ends are cut off before painting: a band can be wider than a painter likes.
        clipped = rect.intersected(QRectF(-64, -64, canvas.width + 128, canvas.height + 128))
        if band.reached:
            # Opaque: the dotted ground ends where an epoch begins.
            hue = canvas.scene.content.epoch_hue(band.epoch)
            color = canvas.color(("band", hue, 0), functools.partial(band_ground, theme, hue))
            _fill_band(painter, canvas, clipped, radius, color, y, bottom)
        else:
            painter.setPen(QPen(theme.line, 1.0, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(clipped, radius, radius)
    caps = caps_type()
    painter.setFont(caps.font)
    for title in band_titles(canvas):
        if title.x > right or title.x + title.width < x or title.y > bottom or title.y + _TITLE_HEIGHT < y:
            continue
        hue = canvas.scene.content.epoch_hue(title.band.epoch)
        painter.setPen(canvas.color(("title", hue, 0), functools.partial(hue_text, theme, hue)))
        caps.stamp(painter, title.x, title.y, _TITLE_HEIGHT, title.text)
        if title.foot:
            # A name that stands higher than the others is tied to its band.
            painter.drawLine(
                QPointF(title.x - 3, title.y + _TITLE_HEIGHT / 2), QPointF(title.x - 3, title.foot)
            )


def _fill_band(
    painter: QPainter, canvas: Canvas, rect: QRectF, radius: float, color: QColor, top: float, bottom: float
) -> None:
    """Fill straight, on whole pixels, and round only the ends that show between `top` and `bottom` of the view.

    Smoothing all of a band costs a lot.
    """
    whole = rect.toRect()
    edge = math.ceil(radius) if radius >= 2 else 0
    if canvas.pixmaps is None or whole.height() < 4 * edge or whole.width() < 4 * edge:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(rect if canvas.pixmaps is None else QRectF(whole), radius, radius)
        return
    first, last = whole.top() + edge, whole.bottom() + 1 - edge
    painter.fillRect(whole.left(), first, whole.width(), last - first, color)
    for at, begin in ((whole.top(), whole.top()), (last, last - 3 * edge)):
        if edge and at < bottom and at + edge > top:
            painter.save()
            painter.setClipRect(QRect(whole.left(), at, whole.width(), edge), Qt.ClipOperation.IntersectClip)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(QRect(whole.left(), begin, whole.width(), 4 * edge), radius, radius)
            painter.restore()


_TITLE_HEIGHT = 16.0
_TITLE_GAP = 10.0  # between two names in one row


@dataclass(frozen=True, slots=True)
class BandTitle:
    """An epoch's name in view pixels; `foot` is where its tie to the band ends, 0 for none."""

    band: Band
    x: float
    y: float
    width: float
    text: str
    foot: float = 0.0


def band_titles(canvas: Canvas) -> list[BandTitle]:
    """The epochs' names: in the heads of their bands, or from far out above them, on up to three rows."""
    if canvas.pixmaps is None:
        return _titles(canvas)
    # A frame asks for them several times, scrolling for those of the frame before too.
    kept, key = canvas.pixmaps.titles, (canvas.scene, canvas.camera, canvas.width, canvas.height)
    found = kept.get(key)
    if not isinstance(found, list):
        if len(kept) > 3:
            kept.clear()
        found = kept[key] = _titles(canvas)
    return found


def _titles(canvas: Canvas) -> list[BandTitle]:
    zoom, caps = canvas.camera.zoom, caps_type()
    found: list[BandTitle] = []
    ends: dict[tuple[float, int], float] = {}
    inside = BAND_HEAD * zoom >= 24
    for band in sorted(canvas.scene.layout.bands, key=lambda each: each.x):
        rect = canvas.rect(band.x, band.y, band.width, band.height)
        if rect.right() < 0 or rect.left() > canvas.width:
            continue
        text = band_title(canvas, band)
        # The name stays in sight while any of its band does.
        start = max(rect.left() + min(12.0, rect.width() / 8 + 1), 12.0)
        room = rect.right() - 10 - start
        width = caps.width(text)
        free = True
        if not inside:  # a name before this one may reach into its band
            behind = max(start, ends.get((band.y, 0), -math.inf) + _TITLE_GAP)
            free = behind + width <= rect.right()
            start = behind if free else start
            room = rect.right() - 4 - start if free else room
        if inside or (free and width <= room + 4):
            y = rect.top() + 9 * min(1.0, zoom) if inside else rect.top() - 20
            if room > 28:
                shown = caps.elided(text, room)
                found.append(BandTitle(band, start, y, min(width, room), shown))
                ends[band.y, 0] = start + min(width, room)
            continue
        start = min(start, max(12.0, canvas.width - 12 - width))
        width = min(width, 0.3 * canvas.width)
        for row in range(3):
            if start >= ends.get((band.y, row), -math.inf) + _TITLE_GAP:
                ends[band.y, row] = start + width
                y = rect.top() - 20 - row * _TITLE_HEIGHT
                foot = rect.top() if row else 0.0
                found.append(BandTitle(band, start, y, width, caps.elided(text, width), foot))
                break
    return found


def band_title(canvas: Canvas, band: Band) -> str:
    """What a band is headed with, in capitals."""
    if band.title:
        return band.title.upper()
    if not band.reached:
        return translate("canvas", "Not on the path").upper()
    return canvas.scene.content.epoch_title(band.epoch).upper()


def title_areas(before: list[BandTitle], after: list[BandTitle], dx: int, dy: int) -> list[QRect]:
    """Where names look different after what is painted was scrolled by (dx, dy): those kept in sight."""
    old, found = {title.band: title for title in before}, []
    for title in after:
        was = old.pop(title.band, None)
        if was is not None and _is_moved(was, title, dx, dy):
            continue
        found.append(_area(title))
        if was is not None:
            found.append(_area(was).translated(dx, dy))
    return found + [_area(was).translated(dx, dy) for was in old.values()]


def _is_moved(was: BandTitle, title: BandTitle, dx: int, dy: int) -> bool:
    near = abs(title.x - was.x - dx) < 0.01 and abs(title.y - was.y - dy) < 0.01
    return near and title.text == was.text and bool(title.foot) == bool(was.foot)


def _area(title: BandTitle) -> QRect:
    area = QRectF(title.x - 4, title.y - 1, title.width + 8, _TITLE_HEIGHT + 2)
    if title.foot:
        area.setBottom(title.foot)
    return area.toAlignedRect()


def band_ground(theme: Theme, hue: int) -> QColor:
    """The opaque ground of a band: its hue, thinly over the canvas."""
    return _mixed(hue_color(theme, hue).rgb(), theme.ground.rgb(), 0.1 if theme.is_dark else 0.08)


def hue_text(theme: Theme, hue: int) -> QColor:
    """The colour of a band's name: its hue, moved towards the text where it would be too faint to read."""
    if hue < 0:
        return theme.text_2
    return _mixed(hue_color(theme, hue).rgb(), theme.text.rgb(), 0.72 if not theme.is_dark else 0.85)


@functools.lru_cache(maxsize=256)
def _mixed(over: int, under: int, opacity: float) -> QColor:
    return mix(QColor(over), QColor(under), opacity)
