"""The title over a pane that can be put away: its name in capitals and a button that hides it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QToolButton, QWidget

from study.language import translate
from ui.icons import icon
from ui.theme import Theme, caps_font
from ui.widgets.part import set_part, text_label

_HEIGHT = 30


class PaneTitle(QWidget):
    """Stands where a dock's own title bar would."""

    def __init__(self, title: str, dock: QDockWidget) -> None:
        super().__init__(dock)
        set_part(self, "pane")
        self.setFixedHeight(_HEIGHT)
        name = text_label(title.upper(), "caps")
        name.setFont(caps_font())
        self.close_button = QToolButton()
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setFixedSize(24, 22)
        self.close_button.setStyleSheet("padding: 0;")
        hide = translate("panes", "Hide {pane}").format(pane=title)
        self.close_button.setAccessibleName(hide)
        self.close_button.setToolTip(hide)
        self.close_button.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 0)
        row.addWidget(name, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button)

    def sizeHint(self) -> QSize:
        """What the dock leaves free for it."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.close_button.setIcon(icon("x", theme.text_2, size=14))
