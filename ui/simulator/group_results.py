"""The results of a simulated group: figures that are read first, sentences, plots with their tables, the visits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.language import number_text, translate
from study.plan.plan import Plan
from study.simulation.figures import GroupFigures
from study.simulation.group_plots import (
    Measure,
    Plot,
    days_text,
    deviation_plot,
    length_plot,
    measure_name,
    week_plot,
)
from study.simulation.group_tables import (
    deviation_table,
    length_table,
    tables_tsv,
    tables_xlsx,
    visit_table,
    week_table,
)
from study.simulation.group_words import busiest_week, ratio_text, sentences
from study.simulation.participant import End
from ui.dates.locale_dates import LocaleDates
from ui.icons import icon
from ui.simulator.group_cards import Card, PlotCard, Segments, Tile
from ui.simulator.group_pictures import picture
from ui.simulator.group_table import FigureView
from ui.theme import Theme, system_theme
from ui.widgets.buttons import say_beside_picture
from ui.widgets.part import set_part, text_label

_SIDE_BY_SIDE = 860  # pixels from which two plots stand beside each other


@dataclass(frozen=True, slots=True)
class GroupExport:
    """Figures or a plot for a file: what is written, in words, the ending of the file, and what makes its content.

    `what` is a word or two for the file's name.
    """

    said: str
    what: str
    ending: str
    make: Callable[[], bytes]


class GroupResults(QScrollArea):
    """`chosen(key)`: go to a visit. `export_asked(GroupExport)`: have something written to a file."""

    chosen = Signal(str)
    export_asked = Signal(object)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._figures: GroupFigures | None = None
        self._plan: Plan | None = None
        self._assumed: tuple[str, ...] = ()
        self._measure = Measure.VISITS
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("simulation", "What the group comes to"))
        page = set_part(QWidget(), "ground")
        self.setWidget(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        self._make_head(column)
        self._make_tiles(column)
        self._make_plots(column)
        self._make_visits(column)
        column.addStretch(1)

    # Making

    def _make_head(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        self._title = text_label("", "title")
        head.addWidget(self._title, 1)
        self.export = QToolButton()
        say_beside_picture(self.export, translate("simulation", "Export"))
        self.export.setToolTip(translate("simulation", "Write the figures to a file"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.export)
        menu.addAction(translate("simulation", "Figures as a workbook (XLSX)…")).triggered.connect(
            lambda _checked=False: self._export_tables(".xlsx")
        )
        menu.addAction(translate("simulation", "Figures as text (TSV)…")).triggered.connect(
            lambda _checked=False: self._export_tables(".tsv")
        )
        self.export.setMenu(menu)
        head.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)

    def _make_tiles(self, column: QVBoxLayout) -> None:
        self.tiles = [Tile() for _ in range(4)]
        self._tile_rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._tile_rows.setSpacing(12)
        for pair in (self.tiles[:2], self.tiles[2:]):
            row = QHBoxLayout()
            row.setSpacing(12)
            for tile in pair:
                row.addWidget(tile, 1)
            self._tile_rows.addLayout(row, 1)
        column.addLayout(self._tile_rows)

    def _make_plots(self, column: QVBoxLayout) -> None:
        theme = self._theme
        self.weeks = PlotCard(translate("simulation", "Workload over time"), theme)
        self.measures = Segments(translate("simulation", "What is counted"))
        self.measures.chosen.connect(self._count)
        self.weeks.as_table.toggled.connect(self.measures.setHidden)  # the table has all of them
        self.weeks.body.insertWidget(1, self.measures)
        column.addWidget(self.weeks)
        self.told = Card(translate("simulation", "In words"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(5)
        self._lines.setContentsMargins(0, 0, 0, 6)
        self.told.body.addLayout(self._lines)
        column.addWidget(self.told)
        self.deviations = PlotCard(translate("simulation", "Expected deviations"), theme)
        self.lengths = PlotCard(translate("simulation", "Course lengths"), theme)
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pair.setSpacing(12)
        self._pair.addWidget(self.deviations, 1)
        self._pair.addWidget(self.lengths, 1)
        column.addLayout(self._pair)
        for card in (self.weeks, self.deviations, self.lengths):
            card.chosen.connect(self.chosen)
            card.picture_asked.connect(lambda ending, card=card: self._export_plot(card, ending))

    def _make_visits(self, column: QVBoxLayout) -> None:
        self.visits_card = Card(translate("simulation", "Visits and their windows"))
        self.visits_card.say(
            translate(
                "simulation",
                "Earlier and later: by how many days a window would have to be wider so that 95 % come in it.",
            )
        )
        self.visits = FigureView(60)
        self.visits.chosen.connect(self.chosen)
        self.visits_card.body.addWidget(self.visits)
        column.addWidget(self.visits_card)
        self.set_theme(self._theme)

    # What is shown

    def show_figures(
        self, figures: GroupFigures, plan: Plan, title: str, assumed: tuple[str, ...] = ()
    ) -> None:
        """Show a group. `title` says which it is, `assumed` what was assumed of it, a line each, for files."""
        self._figures, self._plan, self._assumed = figures, plan, assumed
        self._title.setText(title)
        while (item := self._lines.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for sentence in sentences(figures, plan, LocaleDates()):
            self._lines.addWidget(text_label(sentence, "label", selectable=True))
        self._show_tiles(figures)
        choices = [Measure.VISITS, Measure.ASSESSMENTS, Measure.UNDER_WAY]
        if figures.seconds:
            choices.insert(2, Measure.HOURS)
        elif self._measure is Measure.HOURS:
            self._measure = Measure.ASSESSMENTS
        self.measures.set_choices([(each, measure_name(each)) for each in choices], self._measure)
        self._show_weeks()
        plot = deviation_plot(figures, plan)
        self.deviations.show_plot(plot, deviation_table(figures, plan))
        more = len(self.deviations.table.figures.table.rows) - len(plot.bars)
        said = ""
        if not plot.bars:
            said = translate("simulation", "None: everybody comes in the windows of all visits.")
        elif more > 0:
            said = translate("simulation", "The table has %n more visit(s).", "", more)
        self.deviations.say(said)
        self.deviations.pages.setVisible(bool(plot.bars))
        lengths = length_plot(figures)
        self.lengths.show_plot(lengths, length_table(figures))
        self.lengths.say(
            "" if lengths.bars else translate("simulation", "Nobody came to the end of the schedule.")
        )
        self.lengths.pages.setVisible(bool(lengths.bars))
        self.visits.set_table(visit_table(figures, plan))
        self.verticalScrollBar().setValue(0)

    def _show_tiles(self, figures: GroupFigures) -> None:
        completed = sum(n for (end, _), n in figures.ends.items() if end is End.COMPLETED)
        total = sum(figures.deviations.values())
        week = busiest_week(figures)
        median = figures.median_length
        self.tiles[0].show_figure(
            number_text(completed),
            translate("simulation", "of {number} came to the end of the schedule").format(
                number=number_text(figures.participants)
            ),
        )
        self.tiles[1].show_figure(
            days_text(median) if median is not None else "–",
            translate("simulation", "median course, {shortest} to {longest}").format(
                shortest=number_text(figures.shortest or 0), longest=number_text(figures.longest or 0)
            )
            if median is not None
            else translate("simulation", "median course"),
        )
        busiest = figures.visits[week]
        if busiest == 1:
            said = translate("simulation", "visit in week {week}, the busiest")
        else:
            said = translate("simulation", "visits in week {week}, the busiest")
        self.tiles[2].show_figure(number_text(busiest), said.format(week=number_text(week)))
        self.tiles[3].show_figure(
            ratio_text(total, figures.participants),
            translate("simulation", "potential deviations for each participant"),
        )

    def _count(self, measure: object) -> None:
        assert isinstance(measure, Measure)
        self._measure = measure
        self._show_weeks()

    def _show_weeks(self) -> None:
        if self._figures is not None:
            self.weeks.show_plot(
                week_plot(self._figures, self._measure, LocaleDates()), week_table(self._figures)
            )

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        for card in (self.weeks, self.deviations, self.lengths):
            card.set_theme(theme)
        self.export.setIcon(QIcon(icon("download", theme.text_2, theme.text_3)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Plots and figures stand beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(direction)
        self._tile_rows.setDirection(direction)

    # Files

    def _export_tables(self, ending: str) -> None:
        figures, plan, assumed = self._figures, self._plan, self._assumed
        if figures is None or plan is None:
            return
        made = {".xlsx": tables_xlsx, ".tsv": tables_tsv}[ending]
        said = translate("simulation", "Figures of the simulated group")
        self.export_asked.emit(
            GroupExport(said, translate("simulation", "group"), ending, lambda: made(figures, plan, assumed))
        )

    def _export_plot(self, card: PlotCard, ending: str) -> None:
        plot: Plot | None = card.plot.plot
        if plot is None or not plot.bars:
            return
        content = picture(plot, ending, self._title.text())
        said = translate("simulation", "The plot “{plot}”").format(plot=card.heading.text())
        self.export_asked.emit(GroupExport(said, card.heading.text(), ending, lambda: content))
