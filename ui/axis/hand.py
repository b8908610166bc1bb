"""A person's hand on the time axis: what it holds, what letting go would come to, and the same by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from study.axis import AxisVisit
from study.axis_edits import (
    NOTHING,
    DrawWindow,
    Foreseen,
    MoveVisit,
    Proposal,
    PushLater,
    Side,
    step_of,
)
from ui.axis.frame import SectionFrame
from ui.axis.gestures import Gesture, gesture_at, side_distance
from ui.axis.ghosts import GhostPainter

if TYPE_CHECKING:
    from ui.axis.view import AxisView

Foresee = Callable[[Proposal], Foreseen]

_ALT, _SHIFT, _CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class AxisHand:
    """Turns presses, moves and keys into proposals. `foresee` None: the axis is only read."""

    def __init__(self, view: AxisView) -> None:
        self._view = view
        self.foresee: Foresee | None = None
        self._gesture: Gesture | None = None
        self._section = -1
        self._pressed = QPointF()
        self._at = QPointF()
        self._is_moving = False
        self._proposal: Proposal | None = None
        self._foreseen = NOTHING

    @property
    def is_holding(self) -> bool:
        """Whether a gesture is under way that changes something when it is let go."""
        return self._is_moving

    @property
    def foreseen(self) -> Foreseen:
        """What letting go now would come to."""
        return self._foreseen

    # By mouse

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        """Take hold of what lies at a point; whether there is something to hold."""
        if self.foresee is None:
            return False
        frame = self._view.frame()
        place = frame.at(at.x(), at.y())
        self._gesture = gesture_at(frame, place, at, pushes=bool(modifiers & _SHIFT))
        self._section, self._pressed, self._at = place.section, at, at
        return self._gesture is not None

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier, least: int) -> bool:
        """The hand moves; whether it holds something. `least`: pixels before anything is meant by it."""
        section = self._held_section()
        if self._gesture is None or section is None:
            return False
        if not self._is_moving and (at - self._pressed).manhattanLength() < least:
            return True
        self._is_moving = True
        self._at = at
        self._propose(self._gesture.proposed(section, at, fine=bool(modifiers & _CONTROL)))
        self._view.viewport().setCursor(
            Qt.CursorShape.ForbiddenCursor if self._foreseen.reason else self._gesture.cursor
        )
        return True

    def release(self) -> bool:
        """Let go: what is proposed is asked for, where it can be; whether something was held."""
        held, proposal, reason = self._is_moving, self._proposal, self._foreseen.reason
        self.give_up()
        if held and proposal is not None:
            if reason:
                self._view.refused.emit(reason)
            else:
                self._view.proposed.emit(proposal)
        return held

    def give_up(self) -> bool:
        """Let go and change nothing; whether something was held."""
        held = self._is_moving
        self._gesture, self._proposal, self._foreseen = None, None, NOTHING
        self._is_moving = False
        self._view.viewport().unsetCursor()
        self._view.viewport().update()
        return held

    def cursor_at(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Qt.CursorShape | None:
        """What the pointer shows over something that can be held; None elsewhere."""
        if self.foresee is None:
            return None
        frame = self._view.frame()
        gesture = gesture_at(frame, frame.at(at.x(), at.y()), at, pushes=bool(modifiers & _SHIFT))
        return gesture.cursor if gesture is not None else None

    def _propose(self, proposal: Proposal | None) -> None:
        if proposal != self._proposal:
            self._proposal = proposal
            asked = self.foresee is not None and proposal is not None
            self._foreseen = self.foresee(proposal) if asked and self.foresee and proposal else NOTHING
        self._view.viewport().update()

    def _held_section(self) -> SectionFrame | None:
        sections = self._view.frame().sections
        return sections[self._section] if 0 <= self._section < len(sections) else None

    # By keyboard

    def key(self, event: QKeyEvent, section: SectionFrame | None, visit: AxisVisit | None) -> bool:
        """Ctrl with arrows: the visit earlier or later, its window wider or narrower; with Shift all later visits."""
        if event.key() == Qt.Key.Key_Escape:
            return self.give_up()
        modifiers = event.modifiers()
        if not modifiers & _CONTROL or modifiers & _ALT or section is None or visit is None:
            return False
        proposals = self._by_key(event.key(), bool(modifiers & _SHIFT), section, visit)
        if self.foresee is None or not proposals:
            return False
        for proposal in proposals:
            foreseen = self.foresee(proposal)
            if foreseen.reason:
                self._view.refused.emit(foreseen.reason)
                return True
        self._view.proposed_together.emit(proposals)
        return True

    def _by_key(self, key: int, pushes: bool, section: SectionFrame, visit: AxisVisit) -> list[Proposal]:
        timeline = section.section.timeline.id or ""
        step = step_of(section.section, section.scale.density, fine=True)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = step if key == Qt.Key.Key_Right else -step
            return [PushLater(timeline, visit.key, by) if pushes else MoveVisit(timeline, visit.key, by)]
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not pushes:
            by = step if key == Qt.Key.Key_Up else -step
            sides = [(side, side_distance(visit, side)) for side in Side]
            return [
                DrawWindow(timeline, visit.key, side, max(0, (distance or 0) + by))
                for side, distance in sides
                if max(0, (distance or 0) + by) != distance
            ]
        return []

    # What is seen

    def paint(self, painter: QPainter) -> None:
        """What letting go would come to, over everything else."""
        if not self._is_moving:
            return
        ghosts = GhostPainter(self._view.frame(), self._view.theme(), self._view.fonts())
        ghosts.paint(painter, self._foreseen)
        ghosts.hint(painter, self._foreseen, self._at)
