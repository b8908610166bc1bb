"""Gestures: what a press of the mouse begins, as objects with start, move, end and cancel."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF

from ui.canvas.camera import Camera
from ui.canvas.hit import Hit

SLACK = 4.0  # view pixels a hand trembles during a click


class Stage(Protocol):
    """What a gesture may do to the view."""

    @property
    def camera(self) -> Camera:
        """What is shown now."""

    def show_camera(self, camera: Camera) -> None:
        """Show another part, at once."""

    def choose(self, hit: Hit) -> None:
        """Select what was hit; the empty ground means the timeline itself."""


class Gesture(Protocol):
    """One press to release. `cancel` leaves everything as it was before `start`."""

    def start(self, at: QPointF) -> None:
        """The button went down."""

    def move(self, at: QPointF) -> None:
        """The pointer moved while it is down."""

    def end(self, at: QPointF) -> None:
        """The button came up."""

    def cancel(self) -> None:
        """Escape, or the pointer was taken away."""


class Pan:
    """Drags what is shown. A press that does not move is a click on `click`, where one is given."""

    def __init__(self, stage: Stage, click: Hit | None = None) -> None:
        self._stage = stage
        self._click = click
        self._before = stage.camera
        self._from = QPointF()
        self.has_moved = False

    def start(self, at: QPointF) -> None:
        """Remember where the world was taken hold of."""
        self._before = self._stage.camera
        self._from = QPointF(at)

    def move(self, at: QPointF) -> None:
        """Keep the point that was taken hold of under the pointer."""
        shift = at - self._from
        if not self.has_moved and abs(shift.x()) + abs(shift.y()) < SLACK:
            return
        self.has_moved = True
        self._stage.show_camera(self._before.panned(shift.x(), shift.y()))

    def end(self, at: QPointF) -> None:
        """Stay there; a click selects."""
        self.move(at)
        if not self.has_moved and self._click is not None:
            self._stage.choose(self._click)

    def cancel(self) -> None:
        """Go back to where it began."""
        self._stage.show_camera(self._before)


class Select:
    """Selects what was pressed, at once; letting go changes nothing more."""

    def __init__(self, stage: Stage, hit: Hit) -> None:
        self._stage = stage
        self._hit = hit

    def start(self, at: QPointF) -> None:
        """Select."""
        del at
        self._stage.choose(self._hit)

    def move(self, at: QPointF) -> None:
        """A line or an epoch's name is not dragged."""
        del at

    def end(self, at: QPointF) -> None:
        """Nothing more."""
        del at

    def cancel(self) -> None:
        """A selection stays: it is shared, and others have already followed it."""
