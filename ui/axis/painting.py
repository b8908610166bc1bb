"""Paints a time axis, for the window and for paper alike.

`paint_axis(painter, axis, rect, theme)` paints the whole of an axis into a rectangle with any painter (PDF, SVG,
printer, picture), every section fitted to the rectangle's width; the axis comes from `study.axis.time_axis`, with dates
from `study.axis_dates.dated_axis`. `axis_pages(axis, width, height)` says how high it is
and where pages may break, so that a page is `paint_axis(..., top=page.top, height=page.height)`. No widget is needed,
only a QGuiApplication.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from study.axis import Axis, AxisVisit
from study.dating_words import card_dates_text
from study.wording import day_text, window_text
from ui.axis.body import BodyPainter
from ui.axis.frame import LABEL_MOST, ROW, Facts, Frame, SectionFrame, framed
from ui.axis.heading import HeadPainter
from ui.axis.looks import Fonts, Lit, Marks
from ui.axis.names import PAD
from ui.axis.rulers import marks_of
from ui.axis.stamps import Stamps
from ui.dates.locale_dates import LocaleDates
from ui.theme import Theme
from ui.widgets.text import text_width

NAME_LEAST, NAME_MOST = 90.0, 240.0
DAY_LEAST, DAY_MOST = 44.0, 130.0
WINDOW_LEAST, WINDOW_MOST = 58.0, 130.0
DATE_MOST = 170.0


class Widths:
    """The widths of the columns of names, measured once for an axis."""

    def __init__(self, axis: Axis | None, fonts: Fonts) -> None:
        self.fonts = fonts
        self._labels: dict[str, float] = {}
        visits = [visit for section in axis.sections for visit in section.visits] if axis else []
        untimed = [item.title for section in axis.sections for item in section.untimed] if axis else []
        titles = {*(visit.title for visit in visits), *untimed}
        name = max((text_width(title, fonts.name) for title in titles), default=0.0)
        days = {day_text(visit.planned) for visit in visits if window_text(visit.planned)}
        windows = {window_text(visit.planned) for visit in visits}
        day = max((text_width(text, fonts.time) for text in days), default=0.0)
        window = max((text_width(text, fonts.time) for text in windows), default=0.0)
        form = LocaleDates()
        dates = [card_dates_text(visit.dated, form) for visit in visits if visit.dated is not None]
        date = max((text_width(text, fonts.time) for text in dates if text), default=0.0)
        self.date = min(date + 2, DATE_MOST) if date else 0.0
        self.name = min(max(name + 2, NAME_LEAST), NAME_MOST)
        self.day = min(max(day + 2, DAY_LEAST), DAY_MOST)
        # A range of days has no window: its text may run on under that column, while there is one.
        whole = max((text_width(day_text(visit.planned), fonts.time) for visit in visits), default=0.0)
        self._whole_day = min(max(whole + 2, DAY_LEAST), DAY_MOST)
        self.window = min(max(window + 2, WINDOW_LEAST), WINDOW_MOST)

    def columns(self, room: float) -> tuple[float, float, float]:
        """The widths of the days, of the windows and of the dates in `room`; 0 for one that is left out.

        A visit's name is never what has to go: where room is short, the windows go first (each bar draws its own),
        then the dates, then the days.
        """
        ways = (
            (self.day, self.window, self.date),
            (self._whole_day, 0.0, self.date),
            (self._whole_day, 0.0, 0.0),
        )
        for way in ways:
            if PAD + NAME_LEAST + 12 + sum(width + 10 for width in way if width) <= room:
                return way
        return 0.0, 0.0, 0.0

    @property
    def names(self) -> float:
        """The width of all columns together."""
        date = self.date + 10 if self.date else 0
        return PAD + self.name + 10 + self.day + 10 + self.window + date + 12

    def label(self, visit: AxisVisit) -> float:
        """The width of a name beside its bar, where visits are packed."""
        width = self._labels.get(visit.title)
        if width is None:
            width = self._labels[visit.title] = min(LABEL_MOST, text_width(visit.title, self.fonts.name) + 1)
        return width


def paint_frame(
    painter: QPainter,
    frame: Frame,
    theme: Theme,
    fonts: Fonts,
    widths: Widths,
    lit: Lit,
    marks: Marks,
    stamps: Stamps | None = None,
) -> None:
    """Paint all that is in view of a frame; the painter's origin is the viewport's top left corner.

    On a screen `stamps` keeps what looks alike; without them everything is painted as vectors.
    """
    painter.fillRect(QRectF(0, 0, frame.width, frame.height), theme.pane)
    body = BodyPainter(frame, theme, fonts, lit, marks, widths.columns(frame.names), stamps)
    head = HeadPainter(frame, theme, fonts, lit, widths.columns(frame.names))
    for section in frame.visible():
        ticks = marks_of(section) if section.facts.has_span else []
        top = frame.head_top(section) + section.head
        painter.save()
        painter.setClipRect(
            QRectF(0, max(0.0, top), frame.width, max(0.0, frame.height - top)),
            Qt.ClipOperation.IntersectClip,
        )
        body.rows(painter, section, ticks)
        painter.restore()
        head.head(painter, section, ticks)


@dataclass(frozen=True, slots=True)
class Page:
    """A part of an axis that fits a page: its top and height in the whole, in device-independent pixels."""

    top: float
    height: float


def axis_frame(
    axis: Axis, width: float, *, packed: bool = False, squeezed: bool = False
) -> tuple[Frame, Widths, Fonts]:
    """The whole of an axis laid out for a width in pixels, with what is needed to paint it."""
    fonts = Fonts.make()
    widths = Widths(axis, fonts)
    facts = [Facts.of(section) for section in axis.sections]
    frame = framed(
        axis,
        facts,
        {},
        width,
        1.0,
        widths.names,
        is_packed=packed,
        squeezed=squeezed,
        label_width=widths.label,
    )
    frame.height = max(1.0, frame.contents)
    return frame, widths, fonts


def axis_pages(
    axis: Axis, width: float, height: float, *, packed: bool = False, squeezed: bool = False
) -> Sequence[Page]:
    """The pages on which an axis fits: they break between rows, and not between a head and its first row.

    A page that begins within a section shows the section's head again, for which room is kept.
    """
    frame, _, _ = axis_frame(axis, width, packed=packed, squeezed=squeezed)
    pages: list[Page] = []
    top = 0.0
    while top < frame.contents - 1:
        bottom = _break(frame, top, height)
        pages.append(Page(top, bottom - top))
        top = bottom
    return pages


def _break(frame: Frame, top: float, height: float) -> float:
    """Where the page that begins at `top` ends at the latest."""
    first = next((s for s in frame.sections if s.top < top < s.top + s.height), None)
    limit = top + height - (_repeated(first) if first is not None else 0.0)
    if frame.contents <= limit:
        return frame.contents
    breaks = [y for section in frame.sections for y in _between_rows(section) if top + ROW <= y <= limit]
    return breaks[-1] if breaks else top + max(ROW, height)


def _repeated(section: SectionFrame) -> float:
    """The room that a head takes which is painted once more."""
    return section.head


def _between_rows(section: SectionFrame) -> list[float]:
    rows = [section.top + section.head + row * ROW for row in range(1, section.rows)]
    return [section.top, *rows] if section.top else rows


def paint_axis(
    painter: QPainter,
    axis: Axis,
    rect: QRectF,
    theme: Theme,
    *,
    packed: bool = False,
    squeezed: bool = False,
    page: Page | None = None,
    scale: float = 1.0,
    marks: Marks | None = None,
) -> float:
    """Paint an axis, or one `page` of it, into `rect`; gives the height that it took, in the painter's units.

    `scale` is how many of the painter's units a device-independent pixel takes; pages come from `axis_pages` with
    `rect.width() / scale` and `rect.height() / scale`. `marks` are problems and differences to be shown. Painted is
    what the window shows: names, study days, windows, bands, loops, overlaps and gaps, and what has no known time.
    """
    frame, widths, fonts = axis_frame(axis, rect.width() / scale, packed=packed, squeezed=squeezed)
    page = page or Page(0.0, frame.contents)
    within = next((s for s in frame.sections if s.top < page.top < s.top + s.height), None)
    repeated = _repeated(within) if within is not None else 0.0
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(scale, scale)
    painter.setClipRect(
        QRectF(0, 0, frame.width, min(page.height + repeated, rect.height() / scale)),
        Qt.ClipOperation.IntersectClip,
    )
    frame.scroll = page.top - repeated
    frame.height = page.height + repeated
    if within is not None:  # nothing of the rows before it is painted again: the head lies over their place
        frame.sections = [s for s in frame.sections if s.top + s.height > page.top]
    paint_frame(painter, frame, theme, fonts, widths, Lit(), marks or Marks())
    painter.restore()
    return (page.height + repeated) * scale
