"""The timelines beside the one shown: a lane of cards that say what starts each, under the canvas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from study.side_timelines import Role, TimelineUse
from ui.canvas.addresses import as_tooltip
from ui.canvas.face import one_line
from ui.canvas.projection import short_title
from ui.icons import icon, paint_icon
from ui.theme import RADIUS_CARD, Theme, caps_font, font
from ui.widgets.flow import FlowLayout
from ui.widgets.part import set_part
from ui.widgets.text import elided

_CARD = QSize(248, 66)


class SideTimelines(QWidget):
    """A head that opens and closes the lane, and a card for each timeline that is not shown.

    `chosen(timeline id)`, `beside_wanted(timeline id)`, `toggled(open)`.
    """

    chosen = Signal(str)
    beside_wanted = Signal(str)
    toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "pane")
        self._theme = theme
        self.cards: list[SideCard] = []
        self.head = QToolButton(self)
        self.head.setCheckable(True)
        self.head.setChecked(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFont(caps_font())
        self.head.setIconSize(QSize(13, 13))
        self.head.setFixedHeight(22)  # as high as a line of chips beside it
        self.head.setToolTip(
            translate("graph", "Show or hide the timelines beside this one, and what starts them")
        )
        self.head.toggled.connect(self._toggle)
        self._lane = QWidget()
        self._row = QHBoxLayout(self._lane)
        self._row.setContentsMargins(12, 0, 12, 8)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._lane)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFixedHeight(_CARD.height() + 18)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chips: list[QPushButton] = []
        self._names = QWidget(self)
        self._chip_row = FlowLayout(self._names, 6)
        top = QHBoxLayout()
        top.setContentsMargins(4, 5, 12, 5)
        top.setSpacing(8)
        top.addWidget(self.head, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._names, 1)
        top.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._scroll)
        self.set_theme(theme)
        self._names.hide()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the cards are seen."""
        return self.head.isChecked()

    def set_open(self, shown: bool) -> None:
        """Show the cards, or the head alone."""
        self.head.setChecked(shown)

    def _toggle(self, shown: bool) -> None:
        self._scroll.setVisible(shown)
        self._names.setVisible(not shown)
        self._set_icon()
        self.toggled.emit(shown)

    def _set_icon(self) -> None:
        self.head.setIcon(icon("chevron-down" if self.is_open else "chevron-right", self._theme.text_2))

    def set_uses(self, uses: Sequence[TimelineUse], shown: str) -> None:
        """Show a card for each timeline but the one that is `shown`; nothing where there is none."""
        for card in self.cards:
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        others = [use for use in uses if use.timeline.id and use.timeline.id != shown]
        self.cards = [SideCard(use, self._theme, self._lane) for use in others]
        for place, card in enumerate(self.cards):
            self._row.insertWidget(place, card)
            card.clicked.connect(lambda _on=False, use=card.use: self.chosen.emit(use.timeline.id or ""))
            card.beside_wanted.connect(self.beside_wanted)
            card.show()
        self._set_chips()
        title = translate("graph", "%n other timeline(s)", "", len(others))
        self.head.setText(title.upper())
        self.head.setAccessibleName(title)
        self.setVisible(bool(others))

    def _set_chips(self) -> None:
        """The names alone, for where the cards are not seen."""
        for chip in self.chips:
            self._chip_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for card in self.cards:
            chip = set_part(QPushButton(self._names), "chip")
            chip.setText(elided(card.title, font(12), 200).replace("&", "&&"))
            chip.setAccessibleName(card.accessibleName())
            chip.setToolTip(card.toolTip())
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            chip.clicked.connect(card.click)
            self._chip_row.addWidget(chip)
            self.chips.append(chip)
            chip.show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.head.setStyleSheet(
            f"QToolButton {{ background: transparent; color: {theme.text_2.name()}; padding: 0 8px; }}"
            f"QToolButton:hover {{ background: {theme.hover.name()}; }}"
            f"QToolButton:focus {{ border: 1px solid {theme.accent.name()}; }}"
        )
        self._set_icon()
        for card in self.cards:
            card.set_theme(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line between the canvas and the lane."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.line)
        painter.drawLine(0, 0, self.width(), 0)


class SideCard(QAbstractButton):
    """A timeline: its name, what starts it, how large it is. A click shows it."""

    beside_wanted = Signal(str)

    def __init__(self, use: TimelineUse, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.use = use
        self._theme = theme
        self.title = short_title(use.timeline)
        self.setFixedSize(_CARD)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{self.title}. {start_text(use)}. {size_text(use)}")
        self.setToolTip(as_tooltip("\n".join([self.title, *start_lines(use), size_text(use), _hint()])))

    def sizeHint(self) -> QSize:
        """As large as it is."""
        return _CARD

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Light it no more."""
        super().leaveEvent(event)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to show it here or beside."""
        self._offer(event.globalPos())

    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("graph", "Show")).triggered.connect(self.click)
        beside = menu.addAction(translate("graph", "Show beside"))
        beside.triggered.connect(lambda: self.beside_wanted.emit(self.use.timeline.id or ""))
        menu.popup(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name and size in the first line, what starts it in the others."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        focused = self.hasFocus()
        painter.setPen(QPen(theme.accent if focused else theme.line, 1.5 if focused else 1))
        painter.setBrush(theme.hover if self.underMouse() else theme.card)
        painter.drawRoundedRect(area, RADIUS_CARD, RADIUS_CARD)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        width = self.width()

        def box(x: float, y: float, w: float, h: float) -> QRectF:
            return QRectF(width - x - w if rtl else x, y, w, h)

        picture = "workflow" if self.use.role is Role.MAIN else "route"
        paint_icon(painter, picture, box(10, 8, 14, 14), theme.text_2)
        face = font(12, 600, tabular=False)
        painter.setFont(face)
        painter.setPen(theme.text)
        painter.drawText(box(30, 5, width - 40, 20), lead, elided(self.title, face, width - 40))
        face = font(11, tabular=False)
        painter.setFont(face)
        painter.setPen(theme.text_2)
        painter.drawText(box(30, 24, width - 40, 18), lead, elided(start_text(self.use), face, width - 40))
        painter.drawText(box(30, 41, width - 40, 18), lead, elided(size_text(self.use), face, width - 40))
        painter.end()


def start_text(use: TimelineUse) -> str:
    """What starts a timeline, in a line."""
    condition = one_line(use.timeline.entry_condition)
    if use.role is Role.SUB:
        activities = list(dict.fromkeys(s.activity.title for s in use.starts if s.activity is not None))
        if activities:
            return translate("graph", "Run by {activity}").format(
                activity=", ".join(map(one_line, activities))
            )
        return translate("graph", "Run inside {visit}").format(visit=one_line(use.starts[0].instance.title))
    if condition:
        return translate("graph", "Starts when: {condition}").format(condition=condition)
    return translate("graph", "What starts it is not stated")


def size_text(use: TimelineUse) -> str:
    """How large it is, and how often it is run."""
    size = translate("graph", "%n instance(s)", "", len(use.timeline.instances))
    places = len({(start.timeline, start.key) for start in use.starts})
    if use.role is not Role.SUB:
        return size
    runs = translate("graph", "run at %n visit(s)", "", places)
    return translate("graph", "{size}, {runs}").format(size=size, runs=runs)


def start_lines(use: TimelineUse) -> list[str]:
    """What starts it in full: its entry condition, and the visits of each timeline that run it."""
    lines = [start_text(use)] if use.role is Role.SUB or not use.timeline.entry_condition else []
    if use.timeline.entry_condition:
        condition = one_line(use.timeline.entry_condition)
        lines.append(translate("graph", "Starts when: {condition}").format(condition=condition))
    by_timeline: dict[str, list[str]] = {}
    for start in use.starts:
        by_timeline.setdefault(one_line(start.timeline.title), []).append(one_line(start.instance.title))
    for timeline, visits in by_timeline.items():
        named = ", ".join(dict.fromkeys(visits))
        lines.append(translate("graph", "{timeline}: {visits}").format(timeline=timeline, visits=named))
    return lines


def _hint() -> str:
    return translate("graph", "Click to show it, right-click to show it beside")
