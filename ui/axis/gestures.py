"""Gestures on the time axis: each begins at a press, says what it proposes as the pointer moves, and is dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, Qt

from study.axis import DAY, AxisVisit, Shape
from study.axis_edits import DrawWindow, MoveVisit, Proposal, PushLater, Side, before_point, snapped, step_of
from ui.axis.frame import DOT, Frame, Place, SectionFrame, Zone

_GRIP = 5.0  # pixels around a window's end that take hold of it
_LEAST_BAR = 18.0  # of a bar whose ends can be told from its middle


class Gesture(Protocol):
    """What a hand holds."""

    @property
    def cursor(self) -> Qt.CursorShape:
        """What the pointer shows while it moves."""

    def proposed(self, section: SectionFrame, at: QPointF, *, fine: bool) -> Proposal | None:
        """What letting go at a point of the viewport would do; None for nothing."""


@dataclass(frozen=True, slots=True)
class HoldVisit:
    """A visit held at its point: it goes where the hand goes."""

    visit: AxisVisit
    grabbed: float  # x where it was taken
    cursor: Qt.CursorShape = Qt.CursorShape.SizeHorCursor

    def proposed(self, section: SectionFrame, at: QPointF, *, fine: bool) -> Proposal | None:
        """The visit moved by what the hand moved, in steps."""
        step = step_of(section.section, section.scale.density, fine=fine)
        by = snapped(section.at_x(at.x()) - section.at_x(self.grabbed), step)
        return MoveVisit(section.section.timeline.id or "", self.visit.key, by) if by else None


@dataclass(frozen=True, slots=True)
class HoldSide:
    """One end of a visit's window: it becomes wider or narrower on that side."""

    visit: AxisVisit
    side: Side
    cursor: Qt.CursorShape = Qt.CursorShape.SplitHCursor

    def proposed(self, section: SectionFrame, at: QPointF, *, fine: bool) -> Proposal | None:
        """The side at the hand's distance from the planned time, in steps, never beyond it."""
        visit = self.visit
        step = step_of(section.section, section.scale.density, fine=fine)
        way = section.at_x(at.x()) - visit.at
        # A day reaches half a day to either side of its point: its outer edge is what the hand holds.
        reach = (way if self.side is Side.LATEST else -way) - (DAY / 2 if visit.planned.whole_days else 0)
        distance = max(0, snapped(reach, step))
        if distance == side_distance(visit, self.side):
            return None
        return DrawWindow(section.section.timeline.id or "", visit.key, self.side, distance)


@dataclass(frozen=True, slots=True)
class HoldSpace:
    """A place in time: everything that is planned later is pushed."""

    after: AxisVisit
    grabbed: float
    cursor: Qt.CursorShape = Qt.CursorShape.SizeHorCursor

    def proposed(self, section: SectionFrame, at: QPointF, *, fine: bool) -> Proposal | None:
        """Everything later, moved by what the hand moved, in steps."""
        step = step_of(section.section, section.scale.density, fine=fine)
        by = snapped(section.at_x(at.x()) - section.at_x(self.grabbed), step)
        return PushLater(section.section.timeline.id or "", self.after.key, by) if by else None


def side_distance(visit: AxisVisit, side: Side) -> int | None:
    """How far a window's side lies from the planned time, in seconds; None where it is not stated."""
    half = DAY // 2 if visit.planned.whole_days else 0
    if side is Side.EARLIEST:
        return None if visit.opens is None else visit.at - visit.opens - half
    return None if visit.closes is None else visit.closes - visit.at - half


def gesture_at(frame: Frame, place: Place, at: QPointF, *, pushes: bool) -> Gesture | None:
    """What a press at a point takes hold of; `pushes`: the key for pushing everything later is held. None: nothing."""
    if place.section < 0 or not frame.sections[place.section].facts.has_span:
        return None
    section = frame.sections[place.section]
    if at.x() < section.left:
        return None
    if pushes:
        after = before_point(section.section, section.at_x(at.x()))
        return HoldSpace(after, at.x()) if after is not None and place.zone in _TIMED else None
    if place.zone is not Zone.BODY or place.visit < 0:
        return None
    visit = section.section.visits[place.visit]
    side = _side_at(section, visit, at.x())
    if side is not None:
        return HoldSide(visit, side)
    left, right = section.extent(visit)
    return HoldVisit(visit, at.x()) if left - 3 <= at.x() <= right + 3 and not visit.is_decision else None


_TIMED = (Zone.BODY, Zone.RULER, Zone.EPOCH, Zone.LOOP)


def _side_at(section: SectionFrame, visit: AxisVisit, x: float) -> Side | None:
    if visit.shape is not Shape.WINDOW or visit.opens is None or visit.closes is None:
        return None
    left, right, middle = section.x(visit.opens), section.x(visit.closes), section.x(visit.at)
    if right - left < _LEAST_BAR or abs(x - middle) <= DOT:
        return None
    if abs(x - left) <= _GRIP:
        return Side.EARLIEST
    return Side.LATEST if abs(x - right) <= _GRIP else None
