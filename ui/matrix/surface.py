"""What the matrix widget shows: a table, filtered, folded and zoomed, laid out and painted where it is scrolled to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from study.language import translate
from study.said_of_marks import Said
from study.soa import ScheduleOfActivities
from study.soa_differences import TableDifferences
from study.soa_shown import Asked, Shown, narrowed
from ui.matrix.empty import paint_nothing
from ui.matrix.fonts import Fonts
from ui.matrix.grid import HEADER, TITLES_LEAST, Grid, Place
from ui.matrix.letters import letter_under, letters_at
from ui.matrix.lit import NOWHERE, Lit
from ui.matrix.measuring import Room, are_texts_others, measured, text_widths
from ui.matrix.painting import MatrixPainter, area_in_viewport
from ui.matrix.sheet import Overlays, Sheet
from ui.matrix.words import place_tooltip, summary
from ui.theme import Theme, system_theme

if TYPE_CHECKING:
    from study.simulation.session_marks import Standings


ZOOM_LEAST, ZOOM_MOST = 0.6, 2.0
_ZOOM_STEP = 1.1


class MatrixSurface(QAbstractScrollArea):
    """Lays out and paints a table; `ui.matrix.view` adds what people do with it.

    Signals: `shown_changed()` when other rows or columns are shown; `laid_out()` when they lie elsewhere;
    `told(text)` when something was done that is not seen.
    """

    shown_changed = Signal()
    laid_out = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self.fonts = Fonts.make()
        self.sheet = Sheet(None)
        self.overlays = Overlays()
        self.has_totals = False
        self.hover = NOWHERE
        self._missing = ""
        self._study = ""
        self._folded: dict[tuple[str, str], frozenset[str]] = {}
        self._epoch_index: dict[str, int] = {}
        self._zoom = 1.0
        self._titles_asked = 0
        self._widths = text_widths(None, self.overlays, self.fonts, 1.0)
        self.grid = self._measure()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 120)

    def _table_changed(self) -> None:
        """Another table is shown; `MatrixView` lights in it what is selected."""

    def _places_changed(self) -> None:
        """Other rows or columns of the table are shown; `MatrixView` tells screen readers."""

    def _lit(self) -> Lit:
        """What stands out; `MatrixView` knows more."""
        return Lit(hover=self.hover)

    # What is shown

    def set_study(self, key: str) -> None:
        """Which study the tables belong to, by any key of it: what is folded is remembered for each."""
        self._study = key

    def set_missing(self, text: str) -> None:
        """What to say where there is no table, though a study is open; "" for no study."""
        self._missing = text
        self.viewport().update()

    def set_schedule(self, soa: ScheduleOfActivities | None, epoch_ids: Sequence[str] = ()) -> None:
        """Show a table, or the empty state for None.

        `epoch_ids` is the design's order of epochs, by which they take their hues; the order of first use in
        the table where not given. What was folded in this timeline before stays folded; a filter ends.
        """
        self.hover = NOWHERE
        self._set_hues(soa, epoch_ids)
        asked = self.sheet.asked
        timeline = (soa.timeline.id or "") if soa is not None else ""
        folded = self._folded.get((self._study, timeline), frozenset())
        self.sheet = Sheet(soa, replace(asked, folded=folded, phrase=""), self.sheet.merged)
        self._measure_texts()
        self._lay_out()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        self._table_changed()
        self.shown_changed.emit()

    def show_edited(self, soa: ScheduleOfActivities, epoch_ids: Sequence[str] = ()) -> None:
        """Show the same table after an edit: what a person asked to see, and where they looked, stays."""
        before, grid = self.sheet, self.grid
        first_row, first_column = grid.visible_rows(), grid.visible_columns()
        held_row = before.shown.rows[first_row.start] if first_row else HEADER
        held_column = before.shown.columns[first_column.start] if first_column else HEADER
        above = grid.scroll_y - grid.tops[first_row.start] if first_row else 0
        across = grid.scroll_x - first_column.start * grid.column_width if first_column else 0.0
        self._set_hues(soa, epoch_ids)
        self.hover = NOWHERE
        self.sheet = before.edited(soa)
        if self.sheet.soa is None or before.soa is None or are_texts_others(before.soa, self.sheet.soa):
            self._measure_texts()
        self._lay_out()
        held = self.sheet.same_cell(before, (held_row, held_column))
        if held is not None:
            row, column = held
            if column != HEADER:
                left = self.sheet.column_place[column] * self.grid.column_width + across
                self.horizontalScrollBar().setValue(round(left))
            if row != HEADER:
                self.verticalScrollBar().setValue(self.grid.tops[self.sheet.row_place[row]] + above)
        self._places_changed()
        self.shown_changed.emit()

    def _set_hues(self, soa: ScheduleOfActivities | None, epoch_ids: Sequence[str]) -> None:
        self._epoch_index = {}
        if soa is not None:
            for epoch in [*epoch_ids, *(run.entity_id for run in soa.epochs)]:
                self._epoch_index.setdefault(epoch, len(self._epoch_index))

    def schedule(self) -> ScheduleOfActivities | None:
        """The table, with nothing merged, hidden or filtered."""
        return self.sheet.original

    def shown(self) -> Shown:
        """Which rows and columns of `shown_schedule(whole=True)` are shown."""
        return self.sheet.shown

    def shown_schedule(self, whole: bool = False) -> ScheduleOfActivities | None:
        """The table as it is shown: merged, filtered, without what is hidden; groups unfolded. `whole`: merged only."""
        soa, shown = self.sheet.soa, self.sheet.shown
        if soa is None or whole:
            return soa
        return narrowed(soa, shown.counted, shown.columns)

    def summary(self) -> str:
        """The count of what is shown."""
        return summary(self.sheet.soa, self.sheet.shown) if self.sheet.soa else ""

    def ask(self, asked: Asked) -> None:
        """Show another part of the table. What was selected stays so where it is shown."""
        if asked == self.sheet.asked:
            return
        if asked.folded != self.asked.folded:
            self._folded[self._timeline_key()] = asked.folded
        self._show_sheet(self.sheet.asking(asked))

    @property
    def asked(self) -> Asked:
        """What a person asked to see of the table."""
        return self.sheet.asked

    def set_phrase(self, phrase: str) -> None:
        """Filter activities and visits; "" ends it."""
        self.ask(replace(self.asked, phrase=phrase))

    def set_hidden(self, *, rows: bool | None = None, columns: bool | None = None) -> None:
        """Hide activities, or visits, with no mark, or show them again; None leaves it."""
        asked = self.asked
        self.ask(
            replace(
                asked,
                hide_empty_rows=asked.hide_empty_rows if rows is None else rows,
                hide_empty_columns=asked.hide_empty_columns if columns is None else columns,
            )
        )

    def set_merged(self, merged: bool) -> None:
        """A column for each contiguous run of an encounter's visits, or one for each visit."""
        if merged != self.sheet.merged:
            self._show_sheet(self.sheet.merging(merged))

    def set_totals(self, shown: bool) -> None:
        """Totals behind the rows and below the columns."""
        if shown != self.has_totals:
            self.has_totals = shown
            self._lay_out()
            self.shown_changed.emit()

    def set_folded(self, keys: frozenset[str]) -> None:
        """Fold exactly the groups with these row keys."""
        self.ask(replace(self.asked, folded=keys))

    def folded(self) -> frozenset[str]:
        """The row keys of the folded groups."""
        return self.asked.folded

    def fold_all(self, folded: bool = True) -> None:
        """Fold or unfold every group."""
        self.set_folded(self.sheet.groups() if folded else frozenset())

    def set_dates(self, dates: Mapping[str, str], told: Mapping[str, str] | None = None) -> None:
        """Dates with weekdays by column key, shown under day and window; `told` are the longer texts of tooltips."""
        self.overlays = replace(self.overlays, dates=dict(dates), told_dates=dict(told or dates))
        self._measure_texts()
        self._lay_out()

    def set_differences(self, differences: TableDifferences | None) -> None:
        """What differs from a table beside this one."""
        self.overlays = replace(self.overlays, differences=differences or TableDifferences())
        self.viewport().update()

    def set_standings(self, standings: Standings | None) -> None:
        """How what is planned stands for a simulated participant; None for no simulation."""
        self.overlays = replace(self.overlays, standings=standings)
        self.viewport().update()

    def set_conditional(self, cells: Iterable[tuple[str, str]]) -> None:
        """The marks, by row and column key, that a person classed as conditional: they are rings."""
        self.overlays = replace(self.overlays, conditional=frozenset(cells))
        self.viewport().update()

    def set_said(self, said: Said) -> None:
        """What a person said of marks beyond USDM: rings, how often in a visit, one of several, what goes on."""
        self.overlays = replace(
            self.overlays,
            conditional=frozenset((activity, visit) for visit, activity in said.conditional),
            optional=frozenset((activity, visit) for visit, activity in said.optional),
            times={(activity, visit): times for (visit, activity), times in said.times.items()},
            groups={(each, group.instance): group for group in said.groups for each in group.activities},
            spans=said.spans,
        )
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.viewport().update()

    # Zoom and geometry

    @property
    def zoom(self) -> float:
        """The scale, 1 at 100 %."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Scale between 60 and 200 %; what is at the top stays there."""
        zoom = max(ZOOM_LEAST, min(ZOOM_MOST, round(zoom, 2)))
        if zoom == self._zoom:
            return
        ratio = zoom / self._zoom
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._zoom = zoom
        self.fonts = Fonts.make(zoom)
        self._measure_texts()
        self._lay_out()
        self.horizontalScrollBar().setValue(round(left * ratio))
        self.verticalScrollBar().setValue(round(top * ratio))
        self.told.emit(translate("matrix", "{percent} %").format(percent=round(zoom * 100)))

    def zoom_by(self, steps: float) -> None:
        """Zoom in by so many steps, or out."""
        self.set_zoom(self._zoom * _ZOOM_STEP**steps)

    def set_titles_width(self, width: int) -> None:
        """How wide the names of activities are, in pixels; 0 as wide as they need."""
        self._titles_asked = max(TITLES_LEAST, width) if width else 0
        self._lay_out()

    @property
    def titles_width(self) -> int:
        """How wide the names of activities are now, in pixels."""
        return self.grid.titles_width

    def _timeline_key(self) -> tuple[str, str]:
        soa = self.sheet.original
        return self._study, (soa.timeline.id or "") if soa else ""

    def _measure_texts(self) -> None:
        self._widths = text_widths(self.sheet.soa, self.overlays, self.fonts, self._zoom)

    def _measure(self) -> Grid:
        size = self.viewport().size()
        return measured(
            self.sheet,
            self.overlays,
            self.fonts,
            self._widths,
            Room(size.width(), size.height(), self._titles_asked, self._zoom, self.has_totals),
            right_to_left=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )

    def _lay_out(self) -> None:
        self.grid = grid = self._measure()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(grid.body_width)
        across.setSingleStep(round(grid.column_width))
        across.setRange(0, max(0, grid.contents_width - grid.body_width))
        down.setPageStep(grid.body_height)
        down.setSingleStep(grid.row_height)
        down.setRange(0, max(0, grid.contents_height - grid.body_height))
        grid.scroll_x, grid.scroll_y = across.value(), down.value()
        self.viewport().update()
        self.laid_out.emit()

    def _show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet of the same table."""
        others = sheet.soa is not self.sheet.soa
        self.sheet = sheet
        self.hover = NOWHERE
        if others:
            self._measure_texts()
        self._lay_out()
        self._places_changed()
        self.shown_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again where lines run the other way."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Follow the scroll bars."""
        self.grid.scroll_x = self.horizontalScrollBar().value()
        self.grid.scroll_y = self.verticalScrollBar().value()
        self.viewport().update()

    def bring_into_view(self, row: int, column: int) -> None:
        """Scroll so that a cell or header of the table is seen."""
        grid, sheet = self.grid, self.sheet
        if column != HEADER and column in sheet.column_place:
            place = sheet.column_place[column]
            left, right = place * grid.column_width, (place + 1) * grid.column_width
            across = self.horizontalScrollBar()
            if left < across.value():
                across.setValue(int(left))
            elif right > across.value() + grid.body_width:
                across.setValue(round(right - grid.body_width))
        if row != HEADER and row in sheet.row_place:
            top, bottom = grid.tops[sheet.row_place[row]], grid.tops[sheet.row_place[row] + 1]
            down = self.verticalScrollBar()
            if top < down.value():
                down.setValue(top)
            elif bottom > down.value() + grid.body_height:
                down.setValue(bottom - grid.body_height)

    # What lies where

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """The cell or header of the table at a point of the viewport; None where there is none."""
        place = self.grid.at(point.x(), point.y())
        shown = self.sheet.shown
        if self.sheet.soa is None or (place.row == HEADER and place.column == HEADER):
            return None
        return (
            shown.rows[place.row] if place.row != HEADER else HEADER,
            shown.columns[place.column] if place.column != HEADER else HEADER,
        )

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell or header of the table lies in the viewport, in sight or not; empty where it is not shown."""
        return area_in_viewport(self.sheet, self.grid, row, column).toRect()

    def letter_at(self, position: QPointF) -> str:
        """The footnote letter at a point of the viewport; "" where there is none."""
        cell = self.cell_at(position.toPoint())
        if cell is None:
            return ""
        run = letters_at(self.sheet, self.grid, self.fonts, *cell)
        x = self.grid.width - position.x() if self.grid.right_to_left else position.x()
        return letter_under(run, x, position.y(), self.fonts)

    def tooltip_at(self, place: Place) -> str:
        """The full texts of what lies at `place`, as the tooltip says them; "" where there is nothing."""
        return place_tooltip(self.sheet, place, self.overlays)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the table, or what to do where there is none."""
        painter = QPainter(self.viewport())
        if self.sheet.soa is None or not self.sheet.soa.columns:
            paint_nothing(painter, self.viewport().rect(), self._theme, self.sheet, self._missing)
            return
        MatrixPainter(
            self.sheet, self.grid, self._theme, self.fonts, self._lit(), self._epoch_index, self.overlays
        ).paint(painter)
        if not self.sheet.shown.rows or not self.sheet.shown.columns:
            grid = self.grid
            below = QRect(0, grid.header_height, grid.width, grid.body_height)
            paint_nothing(painter, below, self._theme, self.sheet, self._missing)
