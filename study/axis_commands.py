"""What a hand proposes on the time axis, as commands; and what one would come to, in words, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from study.axis import DAY, Axis, time_axis
from study.axis_edits import (
    DrawWindow,
    Foreseen,
    MoveVisit,
    Proposal,
    PushLater,
    Side,
    Spot,
    moved_spots,
    moving_along,
    spots_of,
)
from study.commands.command import CannotError, Command
from study.commands.timing import MoveVisit as MoveCommand
from study.commands.timing import ShiftAfter
from study.commands.windows import SetWindow
from study.duration_writing import written_duration
from study.durations import Offset, add
from study.language import translate
from study.model import StudyDesign
from study.timeline import PlannedTime, PlannedTimes
from study.wording import day_text, offset_text, window_text


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of an axis before a proposal: where its visits stand, as the schedule alone says."""

    axis: Axis
    spots: dict[tuple[str, str], Spot]

    @staticmethod
    def of(times: Sequence[PlannedTimes], design: StudyDesign | None) -> Shown:
        """The axis of some timelines, with no dates."""
        axis = time_axis(times, design)
        return Shown(axis, spots_of(axis))


def command_of(proposals: Sequence[Proposal], times: PlannedTimes) -> Command:
    """The command that does what is proposed of one visit, with its times as they are now.

    Both sides of a window are one command. Raises CannotError where the visit is gone or has no known time.
    """
    first = proposals[0]
    planned = times.times.get(first.key)
    address = planned.instance.id if planned is not None else None
    if planned is None or not address:
        raise CannotError(translate("commands", "That visit is not in the schedule any more."))
    match first:
        case MoveVisit():
            if planned.offset is None:
                raise CannotError(planned.reason)
            return MoveCommand(address, add(planned.offset, _distance(first.by, planned)))
        case PushLater():
            by = written_duration(_distance(abs(first.by), planned)) or ""
            return ShiftAfter(address, by, earlier=first.by < 0)
        case DrawWindow():
            sides = {each.side: each.distance for each in proposals if isinstance(each, DrawWindow)}
            return SetWindow(
                (address,), _side(planned, sides, Side.EARLIEST), _side(planned, sides, Side.LATEST)
            )


def foreseen(before: Shown, after: Shown, proposal: Proposal, was: PlannedTime, now: PlannedTime) -> Foreseen:
    """What a proposal comes to: `before` and `after` the whole axis, `was` and `now` the visit that is held."""
    spots = moved_spots(before.spots, after.spots)
    along = moving_along(spots, proposal)
    sentence = ""
    match proposal:
        case MoveVisit():
            sentence = translate("axis", "{visit}: {before} → {after}").format(
                visit=was.instance.title, before=day_text(was), after=day_text(now)
            )
            if along:
                sentence = translate("axis", "{move} · %n more (move) with it", "", along).format(
                    move=sentence
                )
        case PushLater():
            length = offset_text(_distance(abs(proposal.by), was))
            words = (
                translate("axis", "%n visit(s) (move) {length} later", "", len(spots))
                if proposal.by > 0
                else translate("axis", "%n visit(s) (move) {length} earlier", "", len(spots))
            )
            sentence = words.format(length=length)
        case DrawWindow():
            sentence = translate("axis", "{visit}: window {window}").format(
                visit=was.instance.title, window=window_text(now)
            )
    return Foreseen(sentence, "", spots)


def _distance(seconds: int, planned: PlannedTime) -> Offset:
    """A distance on the scale as the visit counts: whole days, or by the clock."""
    if planned.whole_days or (seconds and seconds % DAY == 0):
        return Offset(days=round(seconds / DAY))
    return Offset(seconds=seconds)


def _like(planned: PlannedTime) -> str:
    """The units in which a visit's distances are written: none of its own where it is an anchor."""
    return planned.timing.value if planned.timing is not None and not planned.is_anchor else ""


def _side(planned: PlannedTime, sides: dict[Side, int], side: Side) -> str | None:
    timing = planned.timing
    now = (
        (timing.window_lower if side is Side.EARLIEST else timing.window_upper) if timing is not None else ""
    )
    if side not in sides:
        return now or None
    return written_duration(_distance(sides[side], planned), now or _like(planned))
