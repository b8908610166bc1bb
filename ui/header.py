"""The bar at the top: the menu, where one is (study, timeline, revision), and which views are shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from study.language import translate
from ui.icons import icon
from ui.theme import BODY_PX, TOOLBAR_HEIGHT, Theme, font
from ui.widgets.buttons import beside_picture, say_beside_picture
from ui.widgets.part import set_part, text_label
from ui.widgets.text import one_line

# The widest that study and timeline are written, and the narrowest that a subtitle is worth its place.
_TITLE_WIDTH = 320
_LEAST_SUBTITLE = 80
_LEAST_TITLE = 60
# Narrower than this, finding has a picture alone.
_LEAST_FOR_WORDS = 1180
_SPACING = 8
_MARGIN = 8


class MenuButton(QToolButton):
    """The product's sign, which opens the menu of all actions."""

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(translate("header", "Menu"))
        self.setToolTip(translate("header", "Menu (F10)"))
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
    """Across the top of the window. `main_timeline()` when the way back to the main timeline is chosen,
    `search()` when somebody wants to find or do something."""

    main_timeline = Signal()
    search = Signal()

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
        say_beside_picture(self._back, translate("header", "Main timeline"))
        self._back.setToolTip(translate("header", "Back to the main timeline (Ctrl+M)"))
        self._back.clicked.connect(self.main_timeline)
        self._revision = QLabel()
        self._revision.setFixedHeight(20)
        for label in (self._study, self._subtitle, self._slash, self._timeline, self._revision):
            label.setWordWrap(False)
        self._words: dict[QLabel, str] = {}
        place = QWidget()
        # It takes the room that it is given; `_fit` writes no more into it than it holds.
        place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
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
        # None of them is on where an arrangement is seen that stands in the menu alone.
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self._buttons: list[QToolButton] = []
        for view in views:
            self._group.addAction(view)
            button = QToolButton()
            view.setIconText(
                beside_picture(view.text())
            )  # what a button of the action shows; menus have its text
            button.setDefaultAction(view)
            say_beside_picture(button, view.text())
            button.setIconSize(QSize(15, 15))
            set_part(button, "segment")
            segments.addWidget(button)
            self._buttons.append(button)
        self._find = QToolButton()
        say_beside_picture(self._find, translate("header", "Find or do anything"))
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self._find.setToolTip(translate("header", "Find or do anything ({keys})").format(keys=keys))
        self._find.setFixedHeight(30)
        self._keys = QLabel(keys)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self._find)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addStretch(1)
        inside.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignVCenter)
        self._find.setIconSize(QSize(15, 15))
        self._find.clicked.connect(self.search)
        self._aside = QWidget()
        aside = QHBoxLayout(self._aside)
        aside.setContentsMargins(_SPACING, 0, 4, 0)
        aside.addStretch(1)
        aside.addWidget(self._find)
        self._bar = QHBoxLayout(self)
        self._bar.setContentsMargins(_MARGIN, 0, _MARGIN, 1)
        self._bar.setSpacing(0)
        self._bar.addWidget(place, 1)
        self._bar.addSpacing(_SPACING)
        self._bar.addWidget(self._segments)
        self._bar.addWidget(self._aside, 1)
        self.set_theme(theme)
        self.show_home()

    def show_home(self) -> None:
        """No study is open."""
        self._words = {self._study: "Maestro"}
        for part in (self._subtitle, self._slash, self._timeline, self._revision, self._back):
            part.hide()
        self._segments.hide()
        self._fit()

    def show_study(self, title: str, subtitle: str, timeline: str, revision: str, *, is_main: bool) -> None:
        """Where one is: the study, the timeline, and which revision of it."""
        self._words = {self._study: title, self._subtitle: subtitle, self._timeline: timeline}
        self._timeline.setVisible(bool(timeline))
        self._slash.setVisible(bool(timeline))
        self._back.setVisible(bool(timeline) and not is_main)
        self._revision.setText(revision)
        self._revision.setVisible(bool(revision))
        self._segments.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words are cut where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.menu_button.set_theme(theme)
        self.setStyleSheet(
            f"#header {{ background: {theme.pane.name()}; border-bottom: 1px solid {theme.line.name()}; }}"
        )
        self._find.setIcon(icon("search", theme.text_2))
        self._find.setStyleSheet(
            f"QToolButton {{ background: {theme.ground.name()}; color: {theme.text_2.name()}; padding: 0 12px;"
            f" border: 1px solid {theme.line.name()}; border-radius: 6px; }}"
            f"QToolButton:hover {{ background: {theme.hover.name()}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
        )
        self._keys.setStyleSheet(
            f"background: {theme.pane.name()}; color: {theme.text_2.name()}; border: 1px solid {theme.line.name()};"
            " border-radius: 4px; padding: 0 4px; font-size: 11px;"
        )
        self._back.setIcon(icon("chevron-left", theme.text_2))
        self._revision.setStyleSheet(
            f"background: {theme.accent_soft.name()}; color: {theme.accent.name()}; border-radius: 9px;"
            "padding: 0 9px; font-size: 12px; font-weight: 600;"
        )

    def _fit(self) -> None:
        """Writes study, timeline and subtitle into the room that there is: the subtitle gives way first.

        The switch of views stands in the middle of the window, and moves aside where the titles need that.
        """
        titles = [label for label in (self._study, self._timeline) if self._words.get(label)]
        wanted = {label: min(_TITLE_WIDTH, self._wide(label)) for label in titles}
        others = [part for part in (self._slash, self._back, self._revision) if part.isVisibleTo(self)]
        taken = self.menu_button.width() + sum(part.sizeHint().width() for part in others)
        taken += _SPACING * (len(titles) + len(others))
        switch = self._segments.sizeHint().width() + _SPACING if self._segments.isVisibleTo(self) else 0
        narrow = self.width() < _LEAST_FOR_WORDS
        self._find.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        self._keys.setHidden(narrow)
        wide = self._find.sizeHint().width() + (0 if narrow else self._keys.sizeHint().width() + 3 * _SPACING)
        self._find.setFixedWidth(wide)
        find = wide + _SPACING + 4
        room = self.width() - 2 * _MARGIN - switch - (0 if switch else find)
        beside = room // 2 if switch else room
        roomy = sum(wanted.values()) <= beside - taken
        room = (beside if roomy else room - (find if switch else 0)) - taken
        self._bar.setStretchFactor(self._aside, 1 if roomy else 0)
        share = min(1.0, max(0, room) / max(1, sum(wanted.values())))
        for label in titles:
            self._write(label, max(_LEAST_TITLE, int(wanted[label] * share)))
        left = min(_TITLE_WIDTH, room - sum(wanted.values()) - _SPACING)
        self._write(self._subtitle, left)
        self._subtitle.setVisible(bool(self._words.get(self._subtitle)) and left >= _LEAST_SUBTITLE)

    def _wide(self, label: QLabel) -> int:
        return label.fontMetrics().horizontalAdvance(one_line(self._words[label])) + 1

    def _write(self, label: QLabel, width: int) -> None:
        line = one_line(self._words.get(label, ""))
        label.setText(label.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width))
        label.setToolTip(line)
