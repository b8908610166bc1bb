"""The bar at the top: the menu, where one is (study, timeline, revision), and which views are shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from ui.icons import icon
from ui.theme import BODY_PX, TOOLBAR_HEIGHT, Theme, font
from ui.widgets.part import set_part, text_label
from ui.widgets.text import one_line

_TITLE_WIDTH = 320


class MenuButton(QToolButton):
    """The product's sign, which opens the menu of all actions."""

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName("Menu")
        self.setToolTip("Menu (F10)")
        self.setFixedSize(32, 32)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded square in the accent with a white M."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(5, 5, 22, 22)
        if self.hasFocus() or self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.focus_ring)
            painter.drawRoundedRect(square.adjusted(-3, -3, 3, 3), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.accent)
        painter.drawRoundedRect(square, 6, 6)
        painter.setPen(self._theme.on_accent)
        painter.setFont(font(13, 700))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, "M")
        painter.end()


class Header(QWidget):
    """Across the top of the window. `main_timeline()` when the way back to the main timeline is chosen."""

    main_timeline = Signal()

    def __init__(
        self, theme: Theme, menu: QMenu, views: list[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(TOOLBAR_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.menu_button = MenuButton(theme, menu)
        self._study = text_label("")
        self._study.setFont(font(BODY_PX, 600))
        self._subtitle = text_label("", "label")
        self._slash = text_label("/", "label")
        self._timeline = text_label("")
        self._timeline.setFont(font(BODY_PX, 500))
        self._back = QToolButton()
        self._back.setText("Main timeline")
        self._back.setToolTip("Back to the main timeline (Ctrl+M)")
        self._back.clicked.connect(self.main_timeline)
        self._revision = QLabel()
        self._revision.setFixedHeight(20)
        for label in (self._study, self._subtitle, self._slash, self._timeline, self._revision):
            label.setWordWrap(False)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.menu_button)
        row.addWidget(self._study)
        row.addWidget(self._subtitle)
        row.addWidget(self._slash)
        row.addWidget(self._back)
        row.addWidget(self._timeline)
        row.addWidget(self._revision, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._segments = QWidget()
        segments = QHBoxLayout(self._segments)
        self._segments.setFixedHeight(32)
        segments.setContentsMargins(3, 3, 3, 3)
        self._segments.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        segments.setSpacing(2)
        set_part(self._segments, "segments")
        self._group = QActionGroup(self)
        self._buttons: list[QToolButton] = []
        for view in views:
            self._group.addAction(view)
            button = QToolButton()
            button.setDefaultAction(view)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(15, 15))
            set_part(button, "segment")
            segments.addWidget(button)
            self._buttons.append(button)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(8, 0, 12, 1)
        bar.setSpacing(12)
        bar.addWidget(place, 1)
        bar.addWidget(self._segments)
        bar.addStretch(1)
        self.set_theme(theme)
        self.show_home()

    def show_home(self) -> None:
        """No study is open."""
        self._study.setText("Maestro")
        for part in (self._subtitle, self._slash, self._timeline, self._revision, self._back):
            part.hide()
        self._segments.hide()

    def show_study(self, title: str, subtitle: str, timeline: str, revision: str, *, is_main: bool) -> None:
        """Where one is: the study, the timeline, and which revision of it."""
        self._set(self._study, title)
        self._set(self._subtitle, subtitle)
        self._set(self._timeline, timeline)
        self._slash.setVisible(bool(timeline))
        self._back.setVisible(bool(timeline) and not is_main)
        self._revision.setText(revision)
        self._revision.setVisible(bool(revision))
        self._segments.show()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.menu_button.set_theme(theme)
        self.setStyleSheet(
            f"#header {{ background: {theme.pane.name()}; border-bottom: 1px solid {theme.line.name()}; }}"
        )
        self._back.setIcon(icon("chevron-left", theme.text_2))
        self._back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._revision.setStyleSheet(
            f"background: {theme.accent_soft.name()}; color: {theme.accent.name()}; border-radius: 9px;"
            "padding: 0 9px; font-size: 12px; font-weight: 600;"
        )
        self._segments.setStyleSheet(
            f'QWidget[part="segments"] {{ background: {theme.chip.name()}; border-radius: 8px; }}'
            f"QToolButton {{ padding: 0 11px; min-height: 24px; max-height: 24px; color: {theme.text_2.name()};"
            " border: 1px solid transparent; }"
            f"QToolButton:checked {{ background: {theme.pane.name()}; color: {theme.text.name()};"
            f" font-weight: 600; border-color: {theme.line.name()}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
        )

    @staticmethod
    def _set(label: QLabel, text: str) -> None:
        line = one_line(text)
        label.setText(label.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, _TITLE_WIDTH))
        label.setToolTip(line)
        label.setVisible(bool(line))
