"""The floating control at the canvas's top: in order, or to scale by planned time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from study.language import translate
from ui.icons import icon
from ui.theme import Theme, font
from ui.widgets.buttons import say_beside_picture

HEIGHT = 34


class ScaleBar(QFrame):
    """Two buttons of which one is down."""

    chosen = Signal(bool)  # to scale

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvasScale")
        self.setAccessibleName(translate("canvas", "How visits are spaced"))
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        self.ordinal = self._button(
            translate("canvas", "Ordinal"), translate("canvas", "Visits evenly spaced, in their order")
        )
        self.to_scale = self._button(
            translate("canvas", "To scale"), translate("canvas", "Visits at their planned time, with a ruler")
        )
        group = QButtonGroup(self)
        group.setExclusive(True)
        for button in (self.ordinal, self.to_scale):
            group.addButton(button)
            row.addWidget(button)
        self.ordinal.setChecked(True)
        self.to_scale.clicked.connect(lambda: self.chosen.emit(True))
        self.ordinal.clicked.connect(lambda: self.chosen.emit(False))
        self.setFixedHeight(HEIGHT)
        self.set_theme(theme)
        self.hide()

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        say_beside_picture(button, text)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFont(font(12, 500))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedHeight(HEIGHT - 6)
        button.setIconSize(QSize(15, 15))
        button.setCursor(Qt.CursorShape.ArrowCursor)
        return button

    def show_scale(self, to_scale: bool) -> None:
        """Show which it is."""
        (self.to_scale if to_scale else self.ordinal).setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.ordinal.setIcon(icon("workflow", theme.text_2))
        self.to_scale.setIcon(icon("chart-gantt", theme.text_2))
        self.setStyleSheet(
            f"#canvasScale {{ background: {theme.pane.name()}; border: 1px solid {theme.line.name()};"
            " border-radius: 8px; }"
            f"QToolButton {{ border: none; border-radius: 5px; color: {theme.text_2.name()};"
            " background: transparent; padding: 0 8px; }"
            f"QToolButton:hover {{ background: {theme.hover.name()}; color: {theme.text.name()}; }}"
            f"QToolButton:checked {{ background: {theme.accent_soft.name()}; color: {theme.text.name()};"
            " font-weight: 600; }"
            f"QToolButton:focus {{ border: 2px solid {theme.accent.name()}; }}"
        )
