"""The camera in motion: jumps, flights of 120 ms, and the moment when everything has come to rest."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation, Signal
from PySide6.QtWidgets import QStyle, QWidget

from ui.canvas.camera import Camera

MOTION_MS = 120
IDLE_MS = 90  # after the last zoom, cards are painted anew at their exact size


class Flight(QObject):
    """Where a view's camera is, and where it is going.

    `moved` is told of every step, with whether the zoom changed; `settled` a moment after the last change of zoom.
    """

    moved = Signal(bool)
    settled = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.camera = Camera()
        self.is_zooming = False  # from a change of zoom until it has settled
        self._from = self._to = self.camera
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._step)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self.settle)

    @property
    def target(self) -> Camera:
        """Where the camera will be when it has arrived."""
        return self._to if self._is_flying else self.camera

    @property
    def _is_flying(self) -> bool:
        return self._motion.state() == QVariantAnimation.State.Running

    def begin_at(self, camera: Camera) -> None:
        """Stand there from the beginning, told to nobody."""
        self.stop()
        self.camera = camera

    def jump(self, camera: Camera) -> None:
        """Be there at once."""
        zoomed = camera.zoom != self.camera.zoom
        self.camera = camera
        if zoomed:
            self.is_zooming = True
            self._idle.start()
        self.moved.emit(zoomed)

    def fly(self, camera: Camera) -> None:
        """Get there in 120 ms; at once where the system asks for less motion."""
        self.stop()
        if not self._view.isVisible() or not self._may_move():
            self.jump(camera)
            return
        self._from, self._to = self.camera, camera
        self._motion.start()

    def stop(self) -> None:
        """Stay where the camera is now."""
        self._motion.stop()

    def settle(self) -> None:
        """Come to rest: what was scaled for the time being may be painted at its exact size."""
        self.is_zooming = False
        self.settled.emit()

    def _may_move(self) -> bool:
        duration = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._view.style().styleHint(duration, None, self._view) > 0

    def _step(self, share: object) -> None:
        assert isinstance(share, float)
        if not self._is_flying and self.camera == self._to:
            return
        self.jump(self._from.between(self._to, share))
