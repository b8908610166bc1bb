"""The floating zoom control: smaller, how large now, larger, fit all."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from ui.icons import icon
from ui.theme import Theme, font

HEIGHT = 34


class ZoomBar(QFrame):
    """Four buttons in a rounded pane. The figure in the middle goes to 100 %."""

    smaller = Signal()
    larger = Signal()
    actual = Signal()
    fit = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvasZoom")
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(0)
        self._minus = self._button("Zoom out (−)", "Zoom out")
        self._figure = self._button("Show at 100 % (0)", "Zoom")
        self._figure.setFixedWidth(56)
        self._plus = self._button("Zoom in (+)", "Zoom in")
        self._fit = self._button("Fit all (F)", "Fit all")
        for button, signal in (
            (self._minus, self.smaller),
            (self._figure, self.actual),
            (self._plus, self.larger),
            (self._fit, self.fit),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        self.setFixedHeight(HEIGHT)
        self.set_theme(theme)
        self.set_percent(100)

    def _button(self, tip: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedSize(30, HEIGHT - 6)
        button.setIconSize(QSize(15, 15))
        button.setCursor(Qt.CursorShape.ArrowCursor)
        return button

    def set_percent(self, percent: int) -> None:
        """Show the zoom."""
        self._figure.setText(f"{percent} %")
        self._figure.setAccessibleDescription(f"{percent} percent")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for button, name in ((self._minus, "minus"), (self._plus, "plus"), (self._fit, "maximize")):
            button.setIcon(icon(name, theme.text_2))
        self._figure.setFont(font(12, 500))
        self.setStyleSheet(
            f"#canvasZoom {{ background: {theme.pane.name()}; border: 1px solid {theme.line.name()};"
            " border-radius: 8px; }"
            f"QToolButton {{ border: none; border-radius: 5px; color: {theme.text_2.name()};"
            " background: transparent; padding: 0; }"
            f"QToolButton:hover {{ background: {theme.hover.name()}; color: {theme.text.name()}; }}"
            f"QToolButton:focus {{ border: 2px solid {theme.accent.name()}; }}"
        )
