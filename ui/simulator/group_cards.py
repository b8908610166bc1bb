"""Cards of the simulated group's results: a heading, a plot or the same figures as a table, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from study.simulation.group_plots import Plot
from study.simulation.group_tables import FigureTable
from ui.icons import icon
from ui.simulator.group_plot import PlotView
from ui.simulator.group_table import FigureView
from ui.theme import BODY_PX, TITLE_PX, Theme, font
from ui.widgets.flow import FlowLayout
from ui.widgets.part import set_part, text_label

_PAD = 2  # pixels around segments


class Card(QWidget):
    """A panel with its heading; controls go into `head`, what it holds into `body`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "panel")
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 10, 14, 8)
        self.body.setSpacing(6)
        self.head = QHBoxLayout()
        self.head.setSpacing(4)
        self.heading = text_label(title)
        self.heading.setFont(font(BODY_PX, 600))
        self.heading.setWordWrap(False)
        self.head.addWidget(self.heading, 1)
        self.body.addLayout(self.head)
        self.note = text_label("", "secondary")
        self.note.hide()
        self.body.addWidget(self.note)

    def say(self, text: str) -> None:
        """A line below the heading; "" for none."""
        self.note.setText(text)
        self.note.setVisible(bool(text))


class PlotCard(Card):
    """A plot and its table. `chosen(key)`: go to a visit. `picture_asked(ending)`: write the plot to a file."""

    chosen = Signal(str)
    picture_asked = Signal(str)

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._theme = theme
        self.plot = PlotView(theme)
        self.table = FigureView(8)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.plot)
        self.pages.addWidget(self.table)
        self.body.addWidget(self.pages)
        self.body.addStretch(1)
        self.plot.chosen.connect(self.chosen)
        self.table.chosen.connect(self.chosen)
        self.as_table = QToolButton()
        self.as_table.setCheckable(True)
        self.as_table.setText(translate("simulation", "Table"))
        self.as_table.setToolTip(translate("simulation", "The same figures as a table"))
        self.as_table.setAccessibleName(translate("simulation", "{plot} as a table").format(plot=title))
        self.as_table.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.as_table.toggled.connect(self._turn)
        self.more = QToolButton()
        self.more.setText(translate("simulation", "Write to a file"))
        self.more.setToolTip(self.more.text())
        self.more.setAccessibleName(translate("simulation", "{plot}: write to a file").format(plot=title))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        for ending, words in (
            (".png", translate("simulation", "Plot as a PNG picture…")),
            (".svg", translate("simulation", "Plot as an SVG picture…")),
        ):
            menu.addAction(words).triggered.connect(
                lambda _checked=False, ending=ending: self.picture_asked.emit(ending)
            )
        self.more.setMenu(menu)
        self.head.addWidget(self.as_table)
        self.head.addWidget(self.more)
        self.set_theme(theme)

    def show_plot(self, plot: Plot, table: FigureTable) -> None:
        """Show other figures."""
        self.plot.show_plot(plot)
        self.table.set_table(table)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.plot.set_theme(theme)
        self.as_table.setIcon(QIcon(icon("table-2", theme.text_2, theme.text_3)))
        self.more.setIcon(QIcon(icon("download", theme.text_2, theme.text_3)))

    def _turn(self, as_table: bool) -> None:
        self.pages.setCurrentIndex(int(as_table))
        self._fit()

    def _fit(self) -> None:
        """As high as what is seen: a stack alone would be as high as its highest page."""
        shown = self.pages.currentWidget()
        if shown is not None:
            self.pages.setFixedHeight(shown.sizeHint().height())


class Segments(QWidget):
    """A few choices side by side, one of which is pressed. `chosen(value)` when a person presses another."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        around = QVBoxLayout(self)
        around.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self._row = FlowLayout(gap=0)
        around.addLayout(self._row)
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))

    def set_choices(self, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        """The choices with their words."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._values = [value for value, _ in choices]
        for place, (value, words) in enumerate(choices):
            button = set_part(QToolButton(), "segment")
            button.setText(words)
            button.setAccessibleName(words)
            button.setCheckable(True)
            button.setChecked(value == chosen)
            self._group.addButton(button, place)
            self._row.addWidget(button)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All in one line; where there is no room for that, they take as many as they need."""
        buttons = [button.sizeHint() for button in self._group.buttons()]
        wide = sum(size.width() for size in buttons)
        high = max((size.height() for size in buttons), default=0)
        return QSize(wide + 2 * _PAD, high + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        """The widest of them."""
        widest = max((button.sizeHint().width() for button in self._group.buttons()), default=0)
        return QSize(widest + 2 * _PAD, self.sizeHint().height())


class Tile(QWidget):
    """One figure that is read first: large, with what it is below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(1)
        self.number = text_label("")
        self.number.setFont(font(TITLE_PX + 4, 600))
        self.words = text_label("", "secondary")
        column.addWidget(self.number)
        column.addWidget(self.words)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_figure(self, number: str, words: str) -> None:
        """Show a figure."""
        self.number.setText(number)
        self.words.setText(words)
        self.setAccessibleName(f"{number} {words}")

    def minimumSizeHint(self) -> QSize:
        """Room for a word or two."""
        return QSize(128, super().minimumSizeHint().height())
