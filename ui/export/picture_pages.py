"""The graph and the time axis on pages: all of it on one, or in parts at a size that can be read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from study.axis import Axis
from study.export.identity import Identity, Imprint
from study.export.paper import Paper
from study.language import translate
from ui.axis.painting import Page, axis_frame, axis_pages, paint_axis
from ui.canvas.export import Harm, column_breaks, paint_part
from ui.canvas.scene import Scene
from ui.export.lettering import QUIET, TextBlock, lettering
from ui.export.pages import LEAST_POINTS, Frame, mm, points
from ui.theme import CAPS_PX, Theme

PIXEL = points(LEAST_POINTS) / CAPS_PX
"""Page units of a pixel at 100 % at which the smallest letters are LEAST_POINTS."""
_OVERLAP = 24.0  # world units that neighbouring parts share
_LARGEST = 1.35  # how many times the least size a small graph is painted
_MAP_MM = (34.0, 12.0)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the graph (world units) at (x, y) of its page, and which of its sides go on elsewhere."""

    area: QRectF
    x: float
    y: float
    goes_on: tuple[bool, bool, bool, bool]  # left, top, right, bottom
    number: int


class _PictureFrame:
    """Heading and sentences on the first page of a picture, and the frame of all of them."""

    def __init__(
        self,
        heading: str,
        sentences: Sequence[str],
        identity: Identity,
        imprint: Imprint,
        paper: Paper,
    ) -> None:
        self.paper = paper
        self.imprint = imprint
        self.title = f"{identity.name} · {heading}"
        self._frame = Frame(paper, identity, imprint, heading)
        self._area = self._frame.content
        self._heading = TextBlock(heading, lettering(12.0, 600), self._area.width())
        self._said = [TextBlock(text, lettering(7.0), self._area.width(), ink=QUIET) for text in sentences]

    @property
    def _taken(self) -> float:
        """The height of heading and sentences on the first page."""
        return self._heading.height + sum(said.height for said in self._said) + mm(3)

    def _paint_heading(self, painter: QPainter) -> None:
        y = self._area.top()
        for block in (self._heading, *self._said):
            block.paint(painter, self._area.left(), y)
            y += block.height


class GraphPages(_PictureFrame):
    """A scene on pages. `fitted`: on one page, as large as it goes; else in parts between columns, legible."""

    def __init__(
        self,
        scene: Scene,
        heading: str,
        sentences: Sequence[str],
        identity: Identity,
        imprint: Imprint,
        paper: Paper,
        *,
        fitted: bool = False,
    ) -> None:
        super().__init__(heading, sentences, identity, imprint, paper)
        self._scene = scene
        self._theme = Theme.light()
        self._scale = PIXEL
        self._pages: list[list[_Part]] = [[]]
        self._count = 0
        self._breaks: Sequence[float] = column_breaks(scene) if scene.count else ()
        self._harm = Harm(scene)
        if scene.count:
            (self._fit if fitted else self._tile)()

    def __len__(self) -> int:
        return len(self._pages)

    def _fit(self) -> None:
        """Strips under each other on one page, as many as make it largest."""
        x, y, width, height = self._scene.layout.bounds
        room_x, room_y = self._area.width(), self._area.height() - self._taken
        best: tuple[float, list[tuple[float, float]]] = (0.0, [(x, x + width)])
        for count in range(1, 40):
            strips = self._strips(width / count * 1.12 if count > 1 else width + 1)
            widest = max(right - left for left, right in strips)
            high = len(strips) * (height + _OVERLAP)
            scale = min(room_x / widest, room_y / high, PIXEL * _LARGEST)
            if scale > best[0] * 1.02:
                best = scale, strips
            elif len(strips) > count + 3 or high * PIXEL > room_y * 6:
                break
        self._scale, strips = best
        top = self._area.top() + self._taken
        for n, (left, right) in enumerate(strips):
            area = QRectF(left, y, right - left, height)
            goes_on = (n > 0, False, n < len(strips) - 1, False)
            self._put(area, self._area.left(), top, goes_on)
            top += (height + _OVERLAP) * self._scale

    def _tile(self) -> None:
        """Parts that fit a page at the least size, several of them under each other where they are low."""
        _, y, _, height = self._scene.layout.bounds
        room_x = self._area.width() / self._scale
        whole = self._area.height() / self._scale
        first = whole - self._taken / self._scale
        strips = self._strips(room_x)
        if len(strips) == 1 and height < first:  # it fits: as large as it goes
            wide = strips[0][1] - strips[0][0]
            self._scale *= max(1.0, min(room_x / wide, first / height, _LARGEST))
            self._put(
                QRectF(strips[0][0], y, wide, height), self._area.left(), self._area.top() + self._taken
            )
            return
        whole -= mm(_MAP_MM[1] + 2) / self._scale  # below the parts stands the map of them
        first -= mm(_MAP_MM[1] + 2) / self._scale
        rows = _cuts(y, y + height, first if height > whole else whole)
        used, is_first = self._taken / self._scale, True
        for top, bottom in rows:
            for n, (left, right) in enumerate(strips):
                high = bottom - top
                if used + high > whole + 1 and not (is_first and not self._pages[-1]):
                    self._pages.append([])
                    used, is_first = 0.0, False
                goes_on = (n > 0, top > y + 1, n < len(strips) - 1, bottom < y + height - 1)
                area = QRectF(left, top, right - left, high)
                self._put(area, self._area.left(), self._area.top() + used * self._scale, goes_on)
                used += high + _OVERLAP

    def _strips(self, room: float) -> list[tuple[float, float]]:
        return _strips(self._scene, room, self._breaks, self._harm)

    def _put(
        self, area: QRectF, x: float, y: float, goes_on: tuple[bool, bool, bool, bool] = (False,) * 4
    ) -> None:
        self._count += 1
        self._pages[-1].append(_Part(area, x, y, goes_on, self._count))

    def paint(self, painter: QPainter, page: int) -> None:
        """Paints one page; its unit is the page unit."""
        self._frame.paint(painter, page, len(self))
        if page == 0:
            self._paint_heading(painter)
        if not self._scene.count:
            said = translate("export", "This timeline has no instances.")
            block = TextBlock(said, lettering(9.0), self._area.width(), ink=QUIET)
            block.paint(painter, self._area.left(), self._area.top() + self._taken)
        for part in self._pages[page]:
            painter.save()
            painter.translate(part.x, part.y)
            painter.scale(self._scale, self._scale)
            paint_part(painter, self._scene, self._theme, part.area)
            painter.restore()
            self._paint_marks(painter, part)
        if len(self._pages) > 1:
            self._paint_map(painter, page)

    def _paint_marks(self, painter: QPainter, part: _Part) -> None:
        """Where a part goes on elsewhere: a dashed line and the number of that part."""
        if not any(part.goes_on):
            return
        scale = self._scale
        area = QRectF(part.x, part.y, part.area.width() * scale, part.area.height() * scale)
        pen = QPen(QColor(self._theme.text_3))
        pen.setWidthF(mm(0.25))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        left, top, right, bottom = part.goes_on
        for wanted, a, b in (
            (left, area.topLeft(), area.bottomLeft()),
            (top, area.topLeft(), area.topRight()),
            (right, area.topRight(), area.bottomRight()),
            (bottom, area.bottomLeft(), area.bottomRight()),
        ):
            if wanted:
                painter.drawLine(QPointF(a), QPointF(b))
        for wanted, number, at_right in ((left, part.number - 1, False), (right, part.number + 1, True)):
            if not wanted:
                continue
            template = (
                translate("export", "to part {number}")
                if at_right
                else translate("export", "from part {number}")
            )
            align = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
            text = TextBlock(
                template.format(number=number), lettering(LEAST_POINTS), mm(40), align=align, ink=QUIET
            )
            x = area.right() - mm(41) if at_right else area.left() + mm(1)
            text.paint(painter, x, area.bottom() - text.height)

    def _paint_map(self, painter: QPainter, page: int) -> None:
        """The whole graph small, its parts outlined and those of this page filled."""
        x, y, width, height = self._scene.layout.bounds
        box_w, box_h = mm(_MAP_MM[0]), mm(_MAP_MM[1])
        scale = min(box_w / width, box_h / height)
        high = max(scale, mm(3) / height)  # a long lane would be but a line
        left = self._frame.content.right() - width * scale
        top = self._area.bottom() + mm(0.6) - height * high
        pen = QPen(QColor(self._theme.text_3))
        pen.setWidthF(mm(0.15))
        for n, parts in enumerate(self._pages):
            for part in parts:
                painter.setPen(pen)
                painter.setBrush(QColor(self._theme.accent if n == page else self._theme.pane))
                painter.drawRect(
                    QRectF(
                        left + (part.area.left() - x) * scale,
                        top + (part.area.top() - y) * high,
                        part.area.width() * scale,
                        part.area.height() * high,
                    )
                )


def _strips(scene: Scene, room: float, breaks: Sequence[float], harm: Harm) -> list[tuple[float, float]]:
    """Left and right of parts no wider than `room`, broken between columns where that does least harm."""
    x, _, width, _ = scene.layout.bounds
    end, left = x + width, x
    strips: list[tuple[float, float]] = []
    while end - left > room + 1:
        reach = breaks[bisect_left(breaks, left + 0.55 * room) : bisect_right(breaks, left + room)]
        if reach:
            cut = min(reach, key=lambda b: (left + room - b) / room * 2 + harm.at(b))
            strips.append((left, cut))
            left = cut
        else:  # a card wider than a page: cut, and show the edge again
            strips.append((left, left + room))
            left += room - _OVERLAP
    return [*strips, (left, end)]


def _cuts(start: float, end: float, room: float) -> list[tuple[float, float]]:
    """Top and bottom of parts no higher than `room`, each sharing a little with the next."""
    cuts: list[tuple[float, float]] = []
    while end - start > room + 1:
        cuts.append((start, start + room))
        start += max(1.0, room - _OVERLAP)
    return [*cuts, (start, end)]


class AxisPages(_PictureFrame):
    """A time axis on pages. `fitted`: all rows on one page; else as many pages as it needs, heads on each."""

    def __init__(
        self,
        axis: Axis,
        heading: str,
        sentences: Sequence[str],
        identity: Identity,
        imprint: Imprint,
        paper: Paper,
        *,
        fitted: bool = False,
        packed: bool = False,
        squeezed: bool = False,
    ) -> None:
        super().__init__(heading, sentences, identity, imprint, paper)
        self._axis = axis
        self._packed, self._squeezed = packed, squeezed
        self._scale = PIXEL
        room = self._area.height() - self._taken
        width = self._area.width() / self._scale
        if fitted:
            for _ in range(6):  # a smaller scale makes it wider, and packed rows then fewer
                frame, _, _ = axis_frame(axis, width, packed=packed, squeezed=squeezed)
                needed = frame.contents * self._scale
                if needed <= room:
                    break
                self._scale *= max(0.3, room / needed * 0.999)
                width = self._area.width() / self._scale
            self._pages: list[Page] = [
                Page(0.0, axis_frame(axis, width, packed=packed, squeezed=squeezed)[0].contents)
            ]
        else:
            self._pages = list(axis_pages(axis, width, room / self._scale, packed=packed, squeezed=squeezed))
        if not self._pages:
            self._pages = [Page(0.0, 1.0)]

    def __len__(self) -> int:
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paints one page; its unit is the page unit."""
        self._frame.paint(painter, page, len(self))
        top = self._area.top()
        if page == 0:
            self._paint_heading(painter)
            top += self._taken
        else:
            top += mm(1)
        area = QRectF(self._area.left(), top, self._area.width(), self._area.bottom() - top)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        paint_axis(
            painter,
            self._axis,
            area,
            Theme.light(),
            packed=self._packed,
            squeezed=self._squeezed,
            page=self._pages[page],
            scale=self._scale,
        )
