"""The map: the whole timeline in a corner, with the part that is in view; drag or click to go there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from study.language import translate
from ui.canvas.camera import Camera
from ui.canvas.cards import hue_color
from ui.canvas.shapes import NodeKind
from ui.canvas.view import ScheduleCanvas
from ui.theme import Theme, mix

SIZE = QSize(190, 84)
_MARGIN = 8.0


class Minimap(QWidget):
    """Painted once for a scene, then only the frame moves."""

    def __init__(self, canvas: ScheduleCanvas, theme: Theme) -> None:
        super().__init__(canvas)
        self._canvas, self._theme = canvas, theme
        self._picture: QPixmap | None = None
        self._lighting: object = None
        self.setFixedSize(SIZE)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(translate("graph", "Map of the timeline"))
        self.setToolTip(translate("graph", "Click or drag to go there; arrow keys move the view"))
        canvas.camera_moved.connect(self.update)
        canvas.scene_changed.connect(self._forget)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._forget()

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def _scale(self) -> tuple[float, float, float]:
        """View pixels of the map per world unit, and where the world's origin lies in the map."""
        scene = self._canvas.scene
        assert scene is not None
        x, y, width, height = scene.layout.bounds
        room_x, room_y = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        scale = min(room_x / max(1.0, width), room_y / max(1.0, height))
        return (
            scale,
            (self.width() - width * scale) / 2 - x * scale,
            (self.height() - height * scale) / 2 - y * scale,
        )

    def frame(self) -> QRectF:
        """Where the part in view lies on the map, in its pixels."""
        if self._canvas.scene is None or not self._canvas.scene.count:
            return QRectF()
        scale, dx, dy = self._scale()
        camera = self._canvas.camera
        zoom = camera.zoom
        return QRectF(
            camera.x * scale + dx,
            camera.y * scale + dy,
            self._canvas.width() / zoom * scale,
            self._canvas.height() / zoom * scale,
        )

    def is_needed(self) -> bool:
        """Whether something of the timeline is out of view."""
        scene = self._canvas.scene
        if scene is None or not scene.count:
            return False
        x, y, width, height = scene.layout.bounds
        left, top = self._canvas.camera.to_view((x, y))
        right, bottom = self._canvas.camera.to_view((x + width, y + height))
        slack = 2.0
        across = left < -slack or right > self._canvas.width() + slack
        return across or top < -slack or bottom > self._canvas.height() + slack

    def paintEvent(self, event: QPaintEvent) -> None:
        """The timeline, and the frame of what is in view."""
        del event
        painter = QPainter(self)
        scene = self._canvas.scene
        ratio = self.devicePixelRatioF()
        lighting = scene.lighting if scene is not None else None
        if (
            self._picture is None
            or self._picture.devicePixelRatio() != ratio
            or lighting is not self._lighting
        ):
            self._lighting = lighting
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._paint_scene()
        painter.drawPixmap(0, 0, self._picture)
        if scene is not None and scene.count:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
            painter.setPen(QPen(self._theme.accent, 1.25))
            veil = QColor(self._theme.accent)
            veil.setAlphaF(0.06)
            painter.setBrush(veil)
            painter.drawRoundedRect(self.frame().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if self.hasFocus():
            painter.setClipping(False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.accent, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 8, 8)
        painter.end()

    def _paint_scene(self) -> None:
        assert self._picture is not None
        theme, scene = self._theme, self._canvas.scene
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(theme.pane)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if scene is None or not scene.count:
            painter.end()
            return
        scale, dx, dy = self._scale()
        painter.setPen(Qt.PenStyle.NoPen)
        for band in scene.layout.bands:
            hue = scene.content.epoch_hue(band.epoch)
            if hue >= 0:
                painter.setBrush(theme.epoch_band(hue))
                area = QRectF(
                    band.x * scale + dx, band.y * scale + dy, band.width * scale, band.height * scale
                )
                painter.drawRect(area)
        dim = scene.lighting.dim
        for kind, hue, places in scene.alike:
            if kind > NodeKind.DECISION:
                continue
            color = theme.warning if kind == NodeKind.DECISION else hue_color(theme, hue)
            faint = dim[places] if dim is not None else np.zeros(len(places), np.bool_)
            for nodes, strength in ((places[~faint], 0.75), (places[faint], 0.18)):
                painter.setBrush(mix(color, theme.pane, strength))
                painter.drawRects(
                    [
                        QRectF(
                            x * scale + dx, y * scale + dy, max(1.5, width * scale), max(2.0, height * scale)
                        )
                        for x, y, width, height in scene.rects[nodes].tolist()
                    ]
                )
        painter.end()

    # Going there

    def _go_to(self, at: QPointF) -> None:
        if self._canvas.scene is None or not self._canvas.scene.count:
            return
        scale, dx, dy = self._scale()
        camera = self._canvas.camera
        width, height = self._canvas.width() / camera.zoom, self._canvas.height() / camera.zoom
        x, y = (at.x() - dx) / scale, (at.y() - dy) / scale
        self._canvas.flight.stop()
        self._canvas.show_camera(Camera(x - width / 2, y - height / 2, camera.zoom))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the view by a quarter of it."""
        steps = {
            Qt.Key.Key_Left: (1, 0),
            Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        dx, dy = step[0] * self._canvas.width() / 4, step[1] * self._canvas.height() / 4
        self._canvas.show_camera(self._canvas.camera.panned(dx, dy))

    def changeEvent(self, event: QEvent) -> None:
        """Another density or style needs another picture."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._forget()
