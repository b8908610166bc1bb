"""The tools over the time axis: which timelines and arms are shown, how visits stand, squeezed gaps, zoom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from study.language import translate
from ui.icons import icon
from ui.theme import Theme
from ui.widgets.buttons import beside_picture
from ui.widgets.part import set_part
from ui.widgets.text import one_line

HEIGHT = 36
_LEAST_WIDTH = 300
_LONGEST = 60  # characters of a timeline's name in the menu


@dataclass(frozen=True, slots=True)
class Choice:
    """One timeline or arm that can be shown: `key` is its id."""

    key: str
    title: str
    shown: bool


class _StayingMenu(QMenu):
    """A menu of ticks that stays open while they are set."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what is under the pointer."""
        if not self._toggle(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        if event.key() != Qt.Key.Key_Space or not self._toggle(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _toggle(action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class AxisTools(QWidget):
    """A row of buttons.

    Signals: `timeline_toggled(id, shown)`, `arm_toggled(id, shown)`, `packed(bool)`, `squeezed(bool)`, `smaller()`,
    `larger()`, `fit()`.
    """

    timeline_toggled = Signal(str, bool)
    arm_toggled = Signal(str, bool)
    packed = Signal(bool)
    squeezed = Signal(bool)
    smaller = Signal()
    larger = Signal()
    fit = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "pane")
        self.timelines = self._button(translate("axis", "Timelines"))
        self.timelines.setToolTip(translate("axis", "Which timelines and arms are shown"))
        self.timelines.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = _StayingMenu(self.timelines)
        self.timelines.setMenu(self.menu)
        self.rows = self._toggle(
            translate("axis", "One row a visit"), translate("axis", "Each visit on a row of its own")
        )
        self.lanes = self._toggle(
            translate("axis", "Packed"), translate("axis", "Visits side by side, on as few rows as they need")
        )
        self.rows.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.rows)
        group.addButton(self.lanes)
        for button in (self.rows, self.lanes):
            set_part(button, "segment")
        self.squeeze = self._toggle(
            translate("axis", "Squeeze gaps"),
            translate("axis", "Draw long empty times short, with a break mark"),
        )
        self.squeeze.setText(beside_picture(self.squeeze.text()))
        self.minus = self._button("", translate("axis", "Zoom out (−)"), translate("axis", "Zoom out"))
        self.plus = self._button("", translate("axis", "Zoom in (+)"), translate("axis", "Zoom in"))
        self.whole = self._button(
            "", translate("axis", "Fit the timeline (F); once more: all timelines"), translate("axis", "Fit")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.timelines)
        row.addSpacing(10)
        segments = set_part(QWidget(), "segments")
        segments.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        inside = QHBoxLayout(segments)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.setSpacing(2)
        for button in (self.rows, self.lanes):
            inside.addWidget(button)
        row.addWidget(segments)
        row.addSpacing(10)
        row.addWidget(self.squeeze)
        row.addStretch(1)
        for button in (self.minus, self.plus, self.whole):
            row.addWidget(button)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(_LEAST_WIDTH)  # not what the buttons would like: side panes keep their room
        self.lanes.toggled.connect(self.packed)
        self.squeeze.toggled.connect(self.squeezed)
        self.minus.clicked.connect(self.smaller)
        self.plus.clicked.connect(self.larger)
        self.whole.clicked.connect(self.fit)
        self.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures alone where there is no room for words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words beside the pictures where they have room."""
        styles = Qt.ToolButtonStyle
        told = (self.timelines, self.squeeze)
        for button in told:
            button.setToolButtonStyle(styles.ToolButtonTextBesideIcon)
        layout = self.layout()
        assert layout is not None
        if layout.sizeHint().width() > self.width():
            for button in told:
                button.setToolButtonStyle(styles.ToolButtonIconOnly)

    def _button(self, text: str, tip: str = "", name: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(name or text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(15, 15))
        return button

    def _toggle(self, text: str, tip: str) -> QToolButton:
        button = self._button(text, tip)
        button.setCheckable(True)
        return button

    def set_packed(self, packed: bool) -> None:
        """Press one of the two buttons, as a click does."""
        (self.lanes if packed else self.rows).setChecked(True)

    def set_choices(self, timelines: Sequence[Choice], arms: Sequence[Choice]) -> None:
        """Offer timelines, and under them arms; what is shown is ticked."""
        self.menu.clear()
        self._add(timelines, self.timeline_toggled.emit)
        if arms:
            self.menu.addSeparator()
            head = self.menu.addAction(translate("axis", "The main timeline once for each arm:"))
            head.setEnabled(False)
            self._add(arms, self.arm_toggled.emit)
        shown = sum(choice.shown for choice in timelines)
        self.timelines.setEnabled(bool(timelines))
        text = translate("axis", "Timelines: {shown} of {all}").format(shown=shown, all=len(timelines))
        words = text if timelines else translate("axis", "Timelines")
        self.timelines.setText(beside_picture(words))
        self.timelines.setAccessibleName(words)
        self._fit()

    def _add(self, choices: Sequence[Choice], tell: object) -> None:
        for choice in choices:
            title = one_line(choice.title)
            title = title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
            action = self.menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice.shown)
            action.setData(choice.key)
            action.toggled.connect(lambda shown, key=choice.key: tell(key, shown))  # type: ignore[operator]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for button, name in (
            (self.timelines, "list-filter"),
            (self.squeeze, "minimize"),
            (self.minus, "minus"),
            (self.plus, "plus"),
            (self.whole, "maximize"),
        ):
            button.setIcon(icon(name, theme.text_2))
        self._fit()
