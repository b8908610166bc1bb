"""What the time axis widget shows: sections with their zoom and scroll, marks, dates, and the picture of it all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from study.axis import DAY, Axis, AxisVisit, Section
from study.axis_dates import dated_axis
from study.axis_scale import scale
from study.dating import DatedTimes
from study.findings import Finding, Severity
from study.language import translate
from ui.axis.frame import (
    CAPTION,
    MARGIN,
    OUTSIDE,
    ROW,
    Facts,
    Frame,
    SectionFrame,
    Zone,
    Zoom,
    densest,
    fit_scale,
    framed,
)
from ui.axis.heading import HeadPainter
from ui.axis.looks import Fonts, Lit, Marks
from ui.axis.painting import Widths, paint_frame
from ui.axis.rulers import pointer_text
from ui.axis.stamps import Stamps
from ui.theme import Theme, system_theme
from ui.widgets.empty import paint_empty

_FAR = 1e8  # pixels that a section may be long


class AxisSurface(QAbstractScrollArea):
    """Lays out and paints an axis; `ui.axis.view` adds what people do with it.

    `zoomed()` follows when what is in view changes.
    """

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._fonts = Fonts.make()
        self._axis: Axis | None = None
        self._undated: Axis | None = None
        self._missing = ""
        self._dates: tuple[DatedTimes, ...] = ()
        self._facts: list[Facts] = []
        self._widths = Widths(None, self._fonts)
        self._zooms: dict[str, Zoom] = {}
        self._packed = self._squeezed = False
        self._findings: Mapping[str, Sequence[Finding]] = {}
        self._changes: Mapping[str, str] = {}
        self._marks = Marks()
        self._keys: frozenset[str] = frozenset()
        self._bands: frozenset[str] = frozenset()
        self._hover = OUTSIDE
        self._pointer: QPointF | None = None
        self._cursor = (-1, -1)
        self._current = 0  # the section that the horizontal scroll bar moves
        self._picture: QPixmap | None = None
        self._today: tuple[dt.date, str] | None = None
        self._stamps = Stamps()
        self._settling = False
        self._frame = self._measured()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Time runs from left to right in every language; only the words turn.
        self.horizontalScrollBar().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled_across)
        self.verticalScrollBar().valueChanged.connect(self._scrolled_down)
        self.setMinimumSize(240, 120)

    # What those that build on it do

    def _axis_changed(self) -> None:
        """Another axis is shown, or it has other dates."""

    def _rows_changed(self) -> None:
        """Visits stand on other rows."""

    # What is shown

    def set_axis(self, axis: Axis | None) -> None:
        """Show an axis, or the empty state for None. How each section was zoomed before is kept."""
        self._undated = axis
        stood = self._stands_at()
        self._hover, self._cursor, self._current = OUTSIDE, (-1, -1), 0
        self._take(dated_axis(axis, self._dates) if axis else None, stood)

    def _stands_at(self) -> tuple[str, str] | None:
        """The timeline and the key of the visit at the cursor."""
        place, at = self._cursor
        if not 0 <= place < len(self._facts):
            return None
        section = self._facts[place].section
        keys = _keys(section)
        return (section.timeline.id or "", keys[at]) if 0 <= at < len(keys) else None

    def _stand_at(self, timeline: str, key: str) -> None:
        """Put the cursor where it stood, as far as that visit is still there; nothing is scrolled."""
        for place, facts in enumerate(self._facts):
            if facts.section.timeline.id == timeline:
                keys = _keys(facts.section)
                if key in keys:
                    self._cursor, self._current = (place, keys.index(key)), place
                    return

    def set_dating(self, dates: Sequence[DatedTimes]) -> None:
        """Show dates of timelines whose anchor is dated: on the ruler, beside names, and what moved or took place."""
        self._dates = tuple(dates)
        if self._undated is not None:
            self._take(dated_axis(self._undated, self._dates))

    def _take(self, axis: Axis | None, stood: tuple[str, str] | None = None) -> None:
        self._axis = axis
        self._facts = [Facts.of(section) for section in axis.sections] if axis else []
        self._widths = Widths(axis, self._fonts)
        self._mark()
        self._lay_out()
        if stood is not None:
            self._stand_at(*stood)
        self._axis_changed()

    def set_missing(self, text: str) -> None:
        """What to say where there is no axis; "" for that a study may be opened."""
        self._missing = text
        self.viewport().update()

    def axis(self) -> Axis | None:
        """What is shown."""
        return self._axis

    def facts(self) -> Sequence[Facts]:
        """The overlaps and gaps of each section that is shown."""
        return self._facts

    def frame(self) -> Frame:
        """Where everything lies now."""
        return self._frame

    def theme(self) -> Theme:
        """What it is painted in."""
        return self._theme

    def fonts(self) -> Fonts:
        """The fonts of everything on it."""
        return self._fonts

    def set_packed(self, packed: bool) -> None:
        """Pack visits into as few lanes as they need, or give each a row."""
        if packed != self._packed:
            self._packed = packed
            self._lay_out()
            self._rows_changed()

    def is_packed(self) -> bool:
        """Whether visits are packed into lanes."""
        return self._packed

    def set_squeezed(self, squeezed: bool) -> None:
        """Draw long empty times short, with a mark that they are."""
        if squeezed != self._squeezed:
            self._squeezed = squeezed
            self._lay_out()

    def is_squeezed(self) -> bool:
        """Whether long empty times are drawn short."""
        return self._squeezed

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._refresh()

    def set_findings(self, findings: Mapping[str, Sequence[Finding]]) -> None:
        """Mark visits that findings speak of; by the entity's id."""
        self._findings = findings
        self._mark()
        self._refresh()

    def set_changes(self, changes: Mapping[str, str]) -> None:
        """Mark visits that differ, by their keys, each with a sign of one letter."""
        self._changes = changes
        self._mark()
        self._refresh()

    def _mark(self) -> None:
        problems: dict[str, int] = {}
        for facts in self._facts if self._findings else ():
            for item in facts.section.items:
                found = problem_of(item.planned.instance.id, item.planned.timing, self._findings)
                if found:
                    problems[item.key] = found
        self._marks = Marks(problems, self._changes)

    def _measured(self) -> Frame:
        size = self.viewport().size()
        return framed(
            self._axis or Axis((), {}),
            self._facts,
            self._zooms,
            size.width(),
            size.height(),
            self._widths.names,
            is_packed=self._packed,
            squeezed=self._squeezed,
            label_width=self._widths.label,
        )

    def _lay_out(self) -> None:
        """Lay out anew, and set the scroll bars to what there is."""
        scroll = self._frame.scroll
        self._frame = self._measured()
        self._settling = True
        down = self.verticalScrollBar()
        down.setPageStep(max(1, self.viewport().height()))
        down.setSingleStep(ROW)
        down.setRange(0, max(0, round(self._frame.contents - self._frame.height)))
        down.setValue(round(scroll))
        self._frame.scroll = float(down.value())
        self._settling = False
        self._set_across()
        self._refresh()
        self.zoomed.emit()

    def _set_across(self) -> None:
        across = self.horizontalScrollBar()
        section = self._section(self._current)
        self._settling = True
        if section is None:
            across.setRange(0, 0)
        else:
            across.setPageStep(max(1, round(section.width)))
            across.setSingleStep(40)
            across.setRange(0, max(0, round(section.length - section.width)))
            across.setValue(round(section.zoom.scroll))
        self._settling = False

    def _section(self, place: int) -> SectionFrame | None:
        return self._frame.sections[place] if 0 <= place < len(self._frame.sections) else None

    def _refresh(self) -> None:
        self._picture = None
        self.viewport().update()

    def _scrolled_down(self, value: int) -> None:
        if not self._settling:
            self._frame.scroll = float(value)
            self._refresh()

    def _scrolled_across(self, value: int) -> None:
        if not self._settling:
            self._scroll_to(self._current, float(value))

    def _scroll_to(self, place: int, scroll: float) -> None:
        section = self._section(place)
        if section is None:
            return
        scroll = min(max(0.0, scroll), max(0.0, section.length - section.width))
        density = section.zoom.density or section.scale.density
        if not section.zoom.density and scroll == 0:
            return  # all of it is in view
        section.zoom = Zoom(density, scroll)
        self._zooms[section.section.key] = section.zoom
        if place == self._current:
            self._set_across()
        self._refresh()
        self.zoomed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is fitted anew."""
        super().resizeEvent(event)
        self._lay_out()

    def zoom_by(self, factor: float, x: float | None = None, place: int | None = None) -> None:
        """Zoom a section (the current one) so that what lies at `x` of the viewport (its middle) stays there."""
        place = self._current if place is None else place
        section = self._section(place)
        if section is None or not section.facts.has_span:
            return
        self._current = place
        x = section.left + section.width / 2 if x is None else max(x, section.left)
        at = section.at_x(x)
        facts = section.facts
        fitted = fit_scale(facts, section.width, self._squeezed, self._label_room())
        most = min(densest(section.section), _FAR / max(1, facts.end - facts.start))
        density = min(section.scale.density * factor, max(most, fitted.density))
        if density <= fitted.density:
            self._zooms.pop(section.section.key, None)
        else:
            made = scale(facts.start, density, facts.empty if self._squeezed else ())
            scroll = made.x(at) + section.left + MARGIN - x
            self._zooms[section.section.key] = Zoom(density, max(0.0, scroll))
        self._lay_out()

    def fit(self) -> None:
        """Show all of the current section; once more, of all sections."""
        section = self._section(self._current)
        if section is not None and section.section.key in self._zooms:
            del self._zooms[section.section.key]
        else:
            self._zooms.clear()
        self._lay_out()

    def _label_room(self) -> Callable[[AxisVisit], float] | None:
        return self._widths.label if self._packed else None

    def show_section(self, timeline_id: str) -> None:
        """Bring the first section of a timeline into view."""
        for place, frame in enumerate(self._frame.sections):
            if frame.section.timeline.id == timeline_id:
                self._current = place
                self._set_across()
                self.verticalScrollBar().setValue(round(frame.top))
                return

    def _show_rows(self, frame: SectionFrame, top: float) -> None:
        down = self.verticalScrollBar()
        first = frame.head  # a head lies over the rows at the top
        if top - first < down.value():
            down.setValue(round(top - first))
        elif top + ROW > down.value() + self._frame.height:
            down.setValue(round(top + ROW - self._frame.height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in view, kept as a picture; the cross-hair and the cursor go over it."""
        painter = QPainter(self.viewport())
        if not self._facts:
            self._paint_nothing(painter)
            return
        ratio = self.viewport().devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.viewport().size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            inner = QPainter(self._picture)
            self._stamps.begin(ratio, self._theme, self._fonts)
            paint_frame(
                inner,
                self._frame,
                self._theme,
                self._fonts,
                self._widths,
                self._lit_now(),
                self._marks,
                self._stamps,
            )
            inner.end()
        painter.drawPixmap(0, 0, self._picture)
        if self._today is not None:
            self._paint_today(painter, *self._today)
        self._paint_crosshair(painter)
        if self.hasFocus():
            self._paint_cursor(painter)

    def _lit_now(self) -> Lit:
        return Lit(self._keys, self._bands, self._hover, self._cursor, self.hasFocus())

    def _paint_nothing(self, painter: QPainter) -> None:
        if self._axis is None:
            title = translate("axis", "No schedule")
            text = self._missing or translate("axis", "Open a study to see its visits in time here.")
        else:
            title = translate("axis", "No timeline chosen")
            text = translate("axis", "Choose above which timelines to show.")
        paint_empty(painter, self.viewport().rect(), self._theme, "chart-gantt", title, text)

    def set_today(self, day: dt.date | None, words: str = "") -> None:
        """A line at a day through every section whose anchor has a date, with its words; None for no line."""
        self._today = None if day is None else (day, words)
        self.viewport().update()

    def _paint_today(self, painter: QPainter, day: dt.date, words: str) -> None:
        head = HeadPainter(
            self._frame, self._theme, self._fonts, self._lit_now(), self._widths.columns(self._frame.names)
        )
        for section in self._frame.visible():
            zero = section.section.zero
            if zero is None or not section.facts.has_span:
                continue
            x = section.x((day - zero).days * DAY)
            if section.left <= x <= section.left + section.width:
                head.today(painter, section, x, words)

    def _paint_crosshair(self, painter: QPainter) -> None:
        if self._pointer is None:
            return
        place = self._frame.section_at(self._pointer.y())
        section = self._section(place)
        if section is None or not section.facts.has_span or self._pointer.x() < section.left:
            return
        if self._hover.zone not in (Zone.BODY, Zone.RULER, Zone.EPOCH, Zone.LOOP):
            return
        text = pointer_text(section, self._pointer.x())
        columns = self._widths.columns(self._frame.names)
        head = HeadPainter(self._frame, self._theme, self._fonts, self._lit_now(), columns)
        head.crosshair(painter, section, self._pointer.x(), text)

    def _paint_cursor(self, painter: QPainter) -> None:
        area = self.cursor_area()
        if area.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.accent, 1.5))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)

    def cursor_area(self) -> QRectF:
        """Where the cursor's visit lies in the viewport, as far as it is not covered; null for none."""
        section, place = self._cursor
        frame = self._section(section)
        return self.place_area(frame, place) if frame is not None else QRectF()

    def place_area(self, frame: SectionFrame, place: int) -> QRectF:
        """Where a visit, or behind them what has no known time, lies in the viewport; null where it is covered."""
        visits = frame.section.visits
        if place < len(visits):
            top = frame.row_top(frame.lanes[place]) - self._frame.scroll
            if self._packed:
                left, right = frame.extent(visits[place])
                area = QRectF(
                    left - 5, top + 2, right - left + self._widths.label(visits[place]) + 18, ROW - 4
                )
            else:
                area = QRectF(0, top, self._frame.width, ROW)
        else:
            top = frame.top + frame.untimed + CAPTION + (place - len(visits)) * ROW - self._frame.scroll
            area = QRectF(0, top, self._frame.width, ROW)
        clip = QRectF(0, 0, self._frame.width, self._frame.height)
        clip.setTop(max(0.0, self._frame.head_top(frame) + frame.head))
        return area.intersected(clip)


_SEVERITIES = {Severity.ERROR: 2, Severity.WARNING: 1}


def _keys(section: Section) -> list[str]:
    """The keys of all places that the cursor can stand at."""
    return [*(visit.key for visit in section.visits), *(item.key for item in section.untimed)]


def problem_of(identity: str | None, timing: object, findings: Mapping[str, Sequence[Finding]]) -> int:
    """The worst that findings say of an instance or its timing: 0 nothing, 1 a warning, 2 an error."""
    ids: Iterable[str | None] = (identity, getattr(timing, "id", None))
    return max(
        (_SEVERITIES.get(found.severity, 0) for each in ids if each for found in findings.get(each, ())),
        default=0,
    )
