"""The simulator's pane below the views: how it begins, its controls and the calendar; a group beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from ui.dates.field import DateField
from ui.icons import icon
from ui.simulator.calendar_table import CalendarTable
from ui.simulator.player import SPEEDS
from ui.simulator.start_page import StartPage
from ui.theme import Theme, system_theme
from ui.widgets.buttons import beside_picture
from ui.widgets.flow import FlowLayout
from ui.widgets.part import set_part, text_label

_CONTROLS = ("simulate_step", "simulate_run", "simulate_back")
_AT_THE_END = ("simulate_start", "simulate_leave")


class SimulatorPanel(QWidget):
    """One participant, and beside it a group where there is one.

    `run_to_asked(Moment or None)`; `speed_chosen(ms)`;
    `participant_asked(QPoint)` for the menu of what happens to the participant; `edited_answered(str)`: what is to be
    done about an edited study ("go_on", "anew" or "later").
    """

    run_to_asked = Signal(object)
    speed_chosen = Signal(int)
    participant_asked = Signal(QPoint)
    edited_answered = Signal(str)

    def __init__(
        self, actions: Mapping[str, QAction], theme: Theme | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme or system_theme()
        set_part(self, "pane")
        self._actions = actions
        self.start_page = StartPage(self.theme)
        self.calendar = CalendarTable(self.theme)
        self.one = QStackedWidget()
        self.one.addWidget(self.start_page)
        self.one.addWidget(self._make_running())
        self.stack = QStackedWidget()
        self.stack.addWidget(self.one)
        self._switch = self._make_switch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._switch)
        column.addWidget(self.stack, 1)
        self.set_theme(self.theme)

    def sizeHint(self) -> QSize:
        """Wide and low: it lies below the views."""
        return QSize(860, 210)

    # Building

    def _make_switch(self) -> QWidget:
        """Between one participant and a group; seen once there is a group."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 12, 2)
        holder = set_part(QWidget(), "segments")
        segments = QHBoxLayout(holder)
        segments.setContentsMargins(2, 2, 2, 2)
        segments.setSpacing(2)
        self._segments = QButtonGroup(self)
        for number, words in enumerate(
            (translate("simulator", "One participant"), translate("simulator", "Group"))
        ):
            button = set_part(QToolButton(), "segment")
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._segments.addButton(button, number)
            segments.addWidget(button)
        self._segments.idClicked.connect(self.show_side)
        row.addWidget(holder)
        row.addStretch(1)
        bar.hide()
        return bar

    def _make_running(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        column.addWidget(self._make_banner())
        column.addWidget(self.calendar, 1)
        return page

    def _make_bar(self) -> QWidget:
        bar = QFrame()
        flow = FlowLayout(bar, 4)
        flow.setContentsMargins(10, 6, 10, 6)
        self._buttons: dict[str, QToolButton] = {}
        for name in _CONTROLS:
            flow.addWidget(self._button(name))
        until = QWidget()
        row = QHBoxLayout(until)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(2)
        self.until = DateField(translate("simulator", "Run to this date"), on_leaving=False, theme=self.theme)
        self.until.setPlaceholderText(translate("simulator", "Run to a date"))
        self.until.setFixedWidth(150)
        self.until.entered.connect(self.run_to_asked)
        row.addWidget(self.until)
        flow.addWidget(until)
        self.speed = QComboBox()
        self.speed.setAccessibleName(translate("simulator", "Speed of the run"))
        self.speed.setToolTip(translate("simulator", "How fast Run goes from event to event"))
        for interval, words in zip(
            SPEEDS,
            (
                translate("simulator", "Slow"),
                translate("simulator", "Normal"),
                translate("simulator", "Fast"),
                translate("simulator", "At once"),
            ),
            strict=True,
        ):
            self.speed.addItem(words, interval)
        self.speed.setCurrentIndex(1)
        self.speed.currentIndexChanged.connect(lambda _: self.speed_chosen.emit(self.speed.currentData()))
        flow.addWidget(self.speed)
        self.what_if = QToolButton()
        self.what_if.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.what_if.setText(beside_picture(translate("simulator", "What if…")))
        self.what_if.setAccessibleName(translate("simulator", "What if, to the participant"))
        self.what_if.setToolTip(self._actions["simulate_participant"].toolTip())
        self.what_if.clicked.connect(
            lambda: self.participant_asked.emit(self.what_if.mapToGlobal(self.what_if.rect().bottomLeft()))
        )
        flow.addWidget(self.what_if)
        for name in _AT_THE_END:
            flow.addWidget(self._button(name))
        self.today = QLabel()
        self.today.setTextFormat(Qt.TextFormat.PlainText)
        self.today.setStyleSheet("font-weight: 600;")
        self.today.setContentsMargins(8, 5, 8, 5)
        flow.addWidget(self.today)
        return bar

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if name in ("simulate_back", *_AT_THE_END)
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        action = self._actions[name]
        button.clicked.connect(lambda _checked=False: action.trigger())
        button.setIconSize(QSize(16, 16))
        self._buttons[name] = button

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            tip = action.toolTip() or action.statusTip()
            button.setToolTip(f"{tip} ({keys})" if keys else tip)

        action.changed.connect(follow)
        follow()
        button.setAccessibleName(action.text())
        button.setText(beside_picture(action.text()))
        return button

    def _make_banner(self) -> QWidget:
        self.banner = set_part(QFrame(), "soft")
        row = QHBoxLayout(self.banner)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        self.banner_text = text_label("")
        row.addWidget(self.banner_text, 1)
        self.go_on = QPushButton(translate("simulator", "Go on with the new plan"))
        self.anew = QPushButton(translate("simulator", "Start anew"))
        self.later = QPushButton(translate("simulator", "Not now"))
        for button, what in ((self.go_on, "go_on"), (self.anew, "anew"), (self.later, "later")):
            button.clicked.connect(lambda _checked=False, said=what: self.edited_answered.emit(said))
            row.addWidget(button)
        self.banner.hide()
        return self.banner

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        for part in (self.start_page, self.calendar, self.until):
            part.set_theme(theme)
        pictures = {
            "simulate_step": "step-forward",
            "simulate_back": "step-back",
            "simulate_start": "refresh-cw",
            "simulate_leave": "x",
        }
        for name, picture in pictures.items():
            self._buttons[name].setIcon(icon(picture, theme.text_2, theme.text_3))
        self.what_if.setIcon(icon("user", theme.text_2, theme.text_3))
        self.show_running(False)

    def show_running(self, running: bool) -> None:
        """Whether it goes on by itself: the button pauses then."""
        button = self._buttons["simulate_run"]
        words = translate("simulator", "Pause") if running else translate("simulator", "Run")
        button.setText(beside_picture(words))
        button.setAccessibleName(words)
        button.setIcon(icon("pause" if running else "play", self.theme.text_2, self.theme.text_3))

    @property
    def is_simulating(self) -> bool:
        """Whether the controls of a simulation are shown, not how it begins."""
        return self.one.currentIndex() == 1

    def show_simulating(self, simulating: bool) -> None:
        """The controls of a simulation, or how it begins."""
        self.one.setCurrentIndex(1 if simulating else 0)

    def set_group(self, group: QWidget) -> None:
        """Offer a group beside the one participant."""
        self.stack.addWidget(group)
        self._switch.show()

    def show_side(self, side: int) -> None:
        """0 for one participant, 1 for the group."""
        if side < self.stack.count():
            self.stack.setCurrentIndex(side)
            button = self._segments.button(side)
            if button is not None:
                button.setChecked(True)

    def say_edited(self, words: str, *, can_go_on: bool) -> None:
        """That the study was edited since; "" where it was not."""
        self.banner_text.setText(words)
        self.go_on.setVisible(can_go_on)
        self.anew.setVisible(can_go_on)
        self.banner.setVisible(bool(words))

    def set_near(self, day: dt.date) -> None:
        """The day that a date without a year is reckoned from."""
        self.until.set_near(day)
        self.until.setPlaceholderText(translate("simulator", "Run to a date"))

    def set_today(self, words: str) -> None:
        """The simulated day in words."""
        self.today.setText(words)
        self.today.setAccessibleName(
            translate("simulator", "Simulated day: {day}").format(day=words) if words else ""
        )
