"""Where things lie on the time axis: sections one under the other, each with its scale; and what lies at a point.

All lengths are device-independent pixels. Contents coordinates begin at the top of the first section and at the left
edge of the viewport.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property

import numpy as np
import numpy.typing as npt

from study.axis import DAY, Axis, AxisVisit, Section, Shape, Unit, Untimed
from study.axis_lanes import packed
from study.axis_notes import Gap, Overlap, gaps, overlaps
from study.axis_scale import Scale, empty_times, fitting, scale
from ui.theme import MATRIX_ROW_HEIGHT

ROW = MATRIX_ROW_HEIGHT
TITLE = 36
RULER = 40
STRIP = 22
LOOP = 20
CAPTION = 28
BELOW = 20  # under a section
MARGIN = 28  # left and right of what fits
DOT = 4.5
BAR = 10
DONE = 15  # the sign that it took place
LABEL_GAP = 8
LABEL_MOST = 180  # of a name in a packed lane
OPEN_END = 34  # the length of a side that is not stated
_MOST_STRIPS = 3
_LEAST_DAYS = 7 * DAY
_LEAST_CLOCK = 600


class Zone(Enum):
    """A part of the axis that a point can lie in."""

    TITLE = auto()
    RULER = auto()
    EPOCH = auto()
    LOOP = auto()
    NAME = auto()
    BODY = auto()
    UNTIMED = auto()
    OUTSIDE = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """What lies at a point: the section, the place of a visit, of what has no time, of a band or of a loop."""

    zone: Zone
    section: int = -1
    visit: int = -1
    item: int = -1


OUTSIDE = Place(Zone.OUTSIDE)


@dataclass(frozen=True, slots=True)
class Zoom:
    """How a section is zoomed: pixels a second, 0 for all of it in view; and how far it is scrolled, in pixels."""

    density: float = 0.0
    scroll: float = 0.0


@dataclass(frozen=True)
class Facts:
    """What does not change with zoom and size: found once for a section."""

    section: Section
    overlaps: tuple[Overlap, ...]
    gaps: tuple[Gap, ...]
    empty: tuple[tuple[int, int], ...]
    start: int  # what is shown at the least, wider than a section of a single moment
    end: int
    band_lanes: int
    loop_lanes: tuple[int, ...]
    place: Mapping[str, int] = field(default_factory=dict)
    has_span: bool = False
    """Whether there is any length of time to measure: not where all is planned for one moment, without windows."""

    @staticmethod
    def of(section: Section) -> Facts:
        """The facts of a section."""
        spans = [(float(loop.start), float(loop.end) + 1) for loop in section.loops]
        lanes = tuple(min(lane, _MOST_STRIPS - 1) for lane in packed(spans))
        least = _LEAST_CLOCK if section.unit is Unit.CLOCK else _LEAST_DAYS
        more = max(0, least - (section.end - section.start)) // 2
        return Facts(
            section=section,
            start=section.start - more,
            end=section.end + more,
            overlaps=overlaps(section),
            gaps=gaps(section),
            empty=empty_times(section),
            band_lanes=max((band.lane + 1 for band in section.bands), default=0),
            loop_lanes=lanes,
            place={visit.key: place for place, visit in enumerate(section.visits)},
            has_span=any(v.at != section.visits[0].at or v.shape is not Shape.POINT for v in section.visits),
        )


@dataclass
class SectionFrame:
    """One section in the viewport: `top` in contents, `left` where its body begins, `width` of the body."""

    facts: Facts
    zoom: Zoom
    scale: Scale
    top: float
    left: float
    width: float
    lanes: Sequence[int]  # the row of each visit
    rows: int

    @property
    def section(self) -> Section:
        """What is framed."""
        return self.facts.section

    @property
    def ruler(self) -> float:
        """Top of the ruler below the section's top."""
        return TITLE

    @property
    def bands(self) -> float:
        """Top of the epochs' strips below the section's top."""
        return TITLE + (RULER if self.facts.has_span else 0)

    @property
    def loops(self) -> float:
        """Top of the loops' strips below the section's top."""
        return self.bands + STRIP * self.facts.band_lanes

    @cached_property
    def head(self) -> float:
        """Height of all that stays while rows scroll."""
        return self.loops + LOOP * (max(self.facts.loop_lanes, default=-1) + 1)

    @property
    def untimed(self) -> float:
        """Top of the caption over what has no known time, below the section's top."""
        return self.head + self.rows * ROW

    @property
    def height(self) -> float:
        """All of it, with the space below."""
        more = CAPTION + ROW * len(self.section.untimed) if self.section.untimed else 0
        if not self.section.visits and not self.section.untimed:
            more = ROW
        return self.untimed + more + BELOW

    @cached_property
    def lane_array(self) -> npt.NDArray[np.int64]:
        """The row of each visit."""
        return np.array(self.lanes, np.int64)

    @cached_property
    def length(self) -> float:
        """The width of everything at this zoom, margins included."""
        return self.scale.x(self.facts.end) + 2 * MARGIN

    def x(self, at: float) -> float:
        """A position in the viewport."""
        return self.left + MARGIN + self.scale.x(at) - self.zoom.scroll

    def at_x(self, x: float) -> float:
        """The position in seconds at an x of the viewport."""
        return self.scale.at(x - self.left - MARGIN + self.zoom.scroll)

    def row_top(self, row: int) -> float:
        """Top of a row, in contents."""
        return self.top + self.head + row * ROW

    @cached_property
    def edges(self) -> npt.NDArray[np.float64]:
        """Left and right edge of what is drawn of each visit, in lengths of the scale; shape (visits, 2)."""
        return np.array([self._edges(visit) for visit in self.section.visits], np.float64).reshape(-1, 2)

    def _edges(self, visit: AxisVisit) -> tuple[float, float]:
        x = self.scale.x
        left, right, middle = x(visit.first), x(visit.last), x(visit.at)
        left, right = min(left, middle - DOT - 2), max(right, middle + DOT + 2)
        for other in (visit.before, visit.actual):
            if other is not None:
                left, right = min(left, x(other) - DONE / 2), max(right, x(other) + DONE / 2)
        if visit.shape is Shape.FROM:
            right = max(right, middle + OPEN_END)
        elif visit.shape is Shape.UNTIL:
            left = min(left, middle - OPEN_END)
        return left, right

    def extent(self, visit: AxisVisit) -> tuple[float, float]:
        """Left and right edge of what is drawn of a visit, without its label, in the viewport."""
        shift = self.left + MARGIN - self.zoom.scroll
        left, right = self._edge_pairs[self.facts.place[visit.key]]
        return left + shift, right + shift

    @cached_property
    def _edge_pairs(self) -> list[list[float]]:
        pairs: list[list[float]] = self.edges.tolist()
        return pairs

    def in_view(self, more: float) -> npt.NDArray[np.bool_]:
        """Which visits lie in the viewport across, with `more` pixels for what stands behind them."""
        shift = MARGIN - self.zoom.scroll
        ahead = self.edges[:, 1] + shift + more > 0
        return ahead & (self.edges[:, 0] + shift - 40 < self.width)


@dataclass
class Frame:
    """All sections in one viewport, scrolled down by `scroll`."""

    axis: Axis
    sections: list[SectionFrame]
    width: float
    height: float  # of the viewport
    names: float  # the width of the column of names
    is_packed: bool
    scroll: float = 0.0

    @property
    def contents(self) -> float:
        """The height of all sections."""
        return self.sections[-1].top + self.sections[-1].height if self.sections else 0.0

    def head_top(self, frame: SectionFrame) -> float:
        """Where a section's head stands in the viewport: it stays at the top while its rows pass by."""
        top = frame.top - self.scroll
        return min(max(top, 0.0), top + frame.height - BELOW - frame.head) if top < 0 else top

    def visible(self) -> list[SectionFrame]:
        """The sections of which something is in view."""
        return [
            frame
            for frame in self.sections
            if frame.top + frame.height > self.scroll and frame.top < self.scroll + self.height
        ]

    def section_at(self, y: float) -> int:
        """The place of the section at a y of the viewport; -1 for none."""
        place = bisect_right([frame.top for frame in self.sections], y + self.scroll) - 1
        return place if place >= 0 and y + self.scroll < self.contents else -1

    def at(self, x: float, y: float) -> Place:
        """What lies at a point of the viewport."""
        place = self.section_at(y)
        if place < 0 or not 0 <= x < self.width or not 0 <= y < self.height:
            return OUTSIDE
        frame = self.sections[place]
        below = y - self.head_top(frame)
        if below < frame.head:
            return self._in_head(place, frame, x, below)
        row = int((y + self.scroll - frame.row_top(0)) // ROW)
        if row < frame.rows:
            return self._in_row(place, frame, row, x)
        item = int((y + self.scroll - frame.top - frame.untimed - CAPTION) // ROW)
        if 0 <= item < len(frame.section.untimed):
            return Place(Zone.UNTIMED, place, item=item)
        return Place(Zone.OUTSIDE, place)

    def _in_row(self, place: int, frame: SectionFrame, row: int, x: float) -> Place:
        if not self.is_packed:
            return Place(Zone.NAME if x < frame.left else Zone.BODY, place, row)
        for visit in self.in_rows(frame, range(row, row + 1)):
            left, right = frame.extent(frame.section.visits[visit])
            if left - 3 <= x <= right + LABEL_GAP + LABEL_MOST and (
                x <= right + 3 or self._on_label(frame, visit, x)
            ):
                return Place(Zone.BODY, place, visit)
        return Place(Zone.BODY, place)

    label_width: Callable[[AxisVisit], float] = field(default=lambda _visit: 0.0)

    def _on_label(self, frame: SectionFrame, place: int, x: float) -> bool:
        visit = frame.section.visits[place]
        return x <= frame.extent(visit)[1] + LABEL_GAP + self.label_width(visit)

    def _in_head(self, place: int, frame: SectionFrame, x: float, below: float) -> Place:
        if below < frame.ruler or not frame.facts.has_span:
            return Place(Zone.TITLE, place)
        if below < frame.bands:
            return Place(Zone.RULER, place)
        if x < frame.left:
            return Place(Zone.TITLE, place)
        at = frame.at_x(x)
        slack = abs(frame.at_x(x + 6) - at)
        if below < frame.loops:
            lane = int((below - frame.bands) // STRIP)
            for item, band in enumerate(frame.section.bands):
                if band.lane == lane and band.start - slack <= at <= band.end + slack:
                    return Place(Zone.EPOCH, place, item=item)
        else:
            lane = int((below - frame.loops) // LOOP)
            for item, loop in enumerate(frame.section.loops):
                if frame.facts.loop_lanes[item] == lane and loop.start - slack <= at <= loop.end + slack:
                    return Place(Zone.LOOP, place, item=item)
        return Place(Zone.RULER, place)

    def in_rows(self, frame: SectionFrame, rows: range) -> Sequence[int]:
        """The places of the visits in some rows."""
        if not self.is_packed:
            return range(max(0, rows.start), min(len(frame.section.visits), rows.stop))
        lanes = frame.lane_array
        return np.flatnonzero((lanes >= rows.start) & (lanes < rows.stop)).tolist()

    def visible_rows(self, frame: SectionFrame) -> range:
        """The rows of a section of which something is in view."""
        first = int((self.scroll - frame.row_top(0)) // ROW)
        last = int((self.scroll + self.height - frame.row_top(0)) // ROW)
        return range(max(0, first), max(0, min(frame.rows, last + 1)))


def framed(
    axis: Axis,
    facts: Sequence[Facts],
    zooms: Mapping[str, Zoom],
    width: float,
    height: float,
    names: float,
    *,
    is_packed: bool = False,
    squeezed: bool = False,
    label_width: Callable[[AxisVisit], float] = lambda _visit: 0.0,
) -> Frame:
    """Lay out the sections: `names` is the width of the column of names, 0 where they are packed."""
    names = 0.0 if is_packed else min(names, max(120.0, width / 2))
    frame = Frame(axis, [], width, height, names, is_packed, label_width=label_width)
    top = 0.0
    for each in facts:
        body = max(40.0, width - names)
        zoom = zooms.get(each.section.key, Zoom())
        made = _section(each, zoom, top, names, body, is_packed, squeezed, label_width)
        frame.sections.append(made)
        top += made.height
    return frame


def _section(
    facts: Facts,
    zoom: Zoom,
    top: float,
    left: float,
    width: float,
    is_packed: bool,
    squeezed: bool,
    label_width: Callable[[AxisVisit], float],
) -> SectionFrame:
    section = facts.section
    empty = facts.empty if squeezed else ()
    fit = fit_scale(facts, width, squeezed, label_width if is_packed else None)
    chosen = scale(facts.start, zoom.density, empty) if zoom.density > 0 else fit
    frame = SectionFrame(
        facts, zoom, chosen, top, left, width, range(len(section.visits)), len(section.visits)
    )
    most = max(0.0, frame.length - width)
    if zoom.density <= 0:
        frame.zoom = Zoom()
    elif not 0 <= zoom.scroll <= most:
        frame.zoom = Zoom(zoom.density, min(max(0.0, zoom.scroll), most))
    if is_packed and section.visits:
        spans = [
            (first - 4, last + LABEL_GAP + label_width(visit) + 10)
            for visit, (first, last) in zip(section.visits, frame.edges.tolist(), strict=True)
        ]
        frame.lanes = packed(spans)
        frame.rows = max(frame.lanes) + 1
    return frame


def fit_scale(
    facts: Facts, width: float, squeezed: bool, label_width: Callable[[AxisVisit], float] | None = None
) -> Scale:
    """The scale on which a whole section is in view, with room for the last label where names stand in the body."""
    section = facts.section
    room = width - 2 * MARGIN
    if label_width is not None and section.visits:
        last = max(section.visits, key=lambda visit: visit.last)
        room -= min(label_width(last) + LABEL_GAP, width / 4)
    return fitting(facts.start, facts.end, max(40.0, room), facts.empty if squeezed else ())


def untimed_at(frame: Frame, place: Place) -> Untimed | None:
    """What has no known time, at a place."""
    if place.zone is not Zone.UNTIMED:
        return None
    return frame.sections[place.section].section.untimed[place.item]


def densest(section: Section) -> float:
    """The most pixels a second that make sense: 60 px a second by the clock, 480 px a day for dates alone."""
    if section.unit is Unit.CLOCK:
        return 60.0
    return 1.0 if any(not visit.planned.whole_days for visit in section.visits) else 480 / 86_400
