"""Laying out again, seen before it happens: where each card would go, with Apply and Cancel."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from study.language import translate
from study.layout_store import Spot
from ui.canvas.arrangement import ArrangedScene
from ui.canvas.frame import Canvas
from ui.canvas.shapes import ROW_GAP, NodeKind, Point
from ui.theme import RADIUS_CARD, Theme, font, mix
from ui.widgets.part import set_part

_APART = 16.0  # world units that a card keeps from one that was placed


def tidied(scene: ArrangedScene, spots: Mapping[str, Spot], *, also_by_hand: bool) -> dict[str, Spot | None]:
    """Where a new layout puts each instance, by address; None is where the layout puts it by itself.

    What a person placed stays, unless `also_by_hand`; the others go where the layout wants them, or below what a
    person placed there. Only what differs from `spots` is named. For a scene in order, with nothing collapsed.
    """
    content = scene.content
    cards = [i for i in range(scene.count) if scene.kind[i] <= NodeKind.DECISION]
    by_hand = {key for key, spot in spots.items() if spot.by_hand and not also_by_hand}
    standing: list[tuple[float, float, float, float]] = []
    for i in cards:
        key = content.address(i)
        if key in by_hand:
            x, y = spots[key].x, spots[key].y
            standing.append((x, y, x + scene.sizes[i][0], y + scene.sizes[i][1]))
    new: dict[str, Spot | None] = {}
    for i in cards:
        key = content.address(i)
        if key in by_hand or not key:
            continue
        x, y, width, height = scene.automatic[i].tolist()
        at = y
        while any(
            left < x + width + _APART
            and x - _APART < right
            and top < at + height + _APART
            and at - _APART < bottom
            for left, top, right, bottom in standing
        ):
            at += ROW_GAP
        wanted = None if at == y else Spot(x, at, by_hand=False)
        if wanted is not None:
            standing.append((x, at, x + width, at + height))
        if wanted != spots.get(key):
            new[key] = wanted
    return new


def ghosts(scene: ArrangedScene, new: Mapping[str, Spot | None]) -> list[tuple[int, Point]]:
    """The nodes that would move, and where their top left corners would come to be."""
    found = []
    for key, spot in new.items():
        node = scene.place_of(key)
        if node is None:
            continue
        x, y = (float(v) for v in scene.automatic[node, :2]) if spot is None else (spot.x, spot.y)
        if np.hypot(x - scene.left[node], y - scene.top[node]) > 0.5:
            found.append((node, (x, y)))
    return found


def paint_ghosts(painter: QPainter, canvas: Canvas, moves: list[tuple[int, Point]]) -> None:
    """Dashed outlines where cards would stand, each with a line from where it stands now."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    zoom, theme = canvas.camera.zoom, canvas.theme
    wash = mix(theme.accent, theme.ground, 1.0)
    wash.setAlphaF(0.1)
    for node, (x, y) in moves:
        width, height = canvas.scene.sizes[node]
        rect = canvas.rect(x, y, width, height)
        now = canvas.rect(*canvas.scene.rects[node].tolist())
        painter.setPen(QPen(mix(theme.accent, theme.ground, 0.6), 1.0))
        painter.drawLine(QLineF(now.center(), rect.center()))
        pen = QPen(theme.accent, 1.6)
        pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        painter.setBrush(wash)
        painter.drawRoundedRect(rect, RADIUS_CARD * zoom, RADIUS_CARD * zoom)
        painter.setBrush(theme.accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(now.center()), 2.5, 2.5)


class PreviewBar(QFrame):
    """What a new layout would do, in words, with Apply and Cancel."""

    applied = Signal()
    cancelled = Signal()
    by_hand_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layoutPreview")
        self.setAccessibleName(translate("canvas", "New layout"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        self.words = QLabel(self)
        self.words.setFont(font(13, 600))
        self.also = QCheckBox(translate("canvas", "Also those placed by hand"), self)
        self.also.toggled.connect(self.by_hand_changed)
        self.apply = QPushButton(translate("canvas", "Apply"), self)
        self.apply.setToolTip(translate("canvas", "Take the new layout (Enter)"))
        self.apply.clicked.connect(self.applied)
        set_part(self.apply, "primary")
        self.cancel = QPushButton(translate("canvas", "Cancel"), self)
        self.cancel.setToolTip(translate("canvas", "Leave everything where it is (Esc)"))
        self.cancel.clicked.connect(self.cancelled)
        for widget in (self.words, self.also, self.apply, self.cancel):
            row.addWidget(widget)
        self.set_theme(theme)

    def show_count(self, count: int, by_hand: int) -> None:
        """Say how many would move, and offer those placed by hand where there are any."""
        self.words.setText(
            translate("canvas", "%n visit(s) would move", "", count)
            if count
            else translate("canvas", "Nothing would move")
        )
        self.also.setVisible(by_hand > 0)
        self.apply.setEnabled(count > 0)
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter applies and Esc cancels, wherever in the bar the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.apply.isEnabled():
            self.applied.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"#layoutPreview {{ background: {theme.pane.name()}; border: 1px solid {theme.accent.name()};"
            " border-radius: 8px; }"
            f"QLabel, QCheckBox {{ color: {theme.text.name()}; background: transparent; }}"
        )
