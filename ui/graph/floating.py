"""Floating bars over the canvas: one look for all of them, and their buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from ui.icons import icon
from ui.theme import Theme, font
from ui.widgets.buttons import beside_picture

HEIGHT = 34


class Floating(QFrame):
    """A rounded pane with a row of controls; `icons` of its buttons follow the theme."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvasFloating")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(3, 3, 3, 3)
        self.row.setSpacing(2)
        self._icons: list[tuple[QToolButton, str]] = []
        self.theme = theme

    def button(self, name: str, tip: str, picture: str = "", text: str = "") -> QToolButton:
        """A button of this bar: accessible name, tooltip with the shortcut, an icon and a text or one of them."""
        made = QToolButton(self)
        made.setAccessibleName(name)
        made.setToolTip(tip)
        made.setAutoRaise(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setFont(font(12, 500))
        made.setIconSize(QSize(15, 15))
        made.setText(beside_picture(text) if picture else text)
        if text and picture:
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFixedHeight(HEIGHT - 6)
        if not text:
            made.setFixedWidth(30)
        if picture:
            self._icons.append((made, picture))
            made.setIcon(icon(picture, self.theme.text_2, self.theme.text_3))
        return made

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        for made, picture in self._icons:
            made.setIcon(icon(picture, theme.text_2, theme.text_3))
        self.setStyleSheet(
            f"#canvasFloating {{ background: {theme.pane.name()}; border: 1px solid {theme.line.name()};"
            " border-radius: 8px; }"
            f"QToolButton {{ border: 1px solid transparent; border-radius: 5px; color: {theme.text_2.name()};"
            " background: transparent; padding: 0 7px; }"
            f"QToolButton:hover {{ background: {theme.hover.name()}; color: {theme.text.name()}; }}"
            f"QToolButton:checked {{ background: {theme.accent_soft.name()}; color: {theme.accent.name()}; }}"
            f"QToolButton:focus {{ border: 1px solid {theme.accent.name()}; }}"
            f"QToolButton:disabled {{ color: {theme.text_3.name()}; }}"
            "QToolButton::menu-indicator { image: none; }"
            f"QLabel {{ color: {theme.text_2.name()}; padding: 0 4px; }}"
            f"QLineEdit {{ background: {theme.card.name()}; border: 1px solid {theme.line.name()};"
            f" border-radius: 6px; padding: 2px 8px; color: {theme.text.name()}; }}"
            f"QLineEdit:focus {{ border-color: {theme.accent.name()}; }}"
        )
