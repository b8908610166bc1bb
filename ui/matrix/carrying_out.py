"""What a gesture in the table is as a command of the study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from study.commands.command import Command
from study.language import translate
from study.timeline import is_main_timeline
from ui.matrix.gestures import (
    AddRow,
    DoCommand,
    FillCells,
    Gesture,
    GroupRows,
    MoveRows,
    MoveVisits,
    Part,
    PasteBlock,
    PlanCells,
    Typed,
)

if TYPE_CHECKING:
    from app.open_study import Projection


def command_for(gesture: Gesture, projection: Projection) -> Command | None:
    """The command that does it in the timeline that is shown; None where it changes nothing.

    Raises NotUnderstoodError where something was typed that nobody can read.
    """
    from study.commands.activities import AddActivity
    from study.commands.activity_rows import GroupActivities, ReorderActivities
    from study.commands.add_planned import AddPlannedActivity
    from study.commands.fill_marks import FillMarks
    from study.commands.mark_lines import PasteMarks
    from study.commands.marks import SetMarks

    match gesture:
        case PlanCells(cells, planned):
            return SetMarks(cells, planned)
        case FillCells(planned_cells, cleared):
            return FillMarks(planned_cells, cleared)
        case PasteBlock(activities, visits, block):
            return PasteMarks(activities, visits, block)
        case Typed():
            return _typed(gesture, projection)
        case MoveRows(activities, after, group):
            return ReorderActivities(activities, after, group)
        case MoveVisits(visits, behind):
            return _moved(visits, behind or projection.timeline.id or "")
        case AddRow(after_row, called, visit, in_group):
            adding = AddActivity(called, after=after_row, group=in_group)
            if visit and not is_main_timeline(projection.timeline, projection.design):
                return AddPlannedActivity(adding, visit)
            return adding
        case GroupRows(rows, called_group):
            return GroupActivities(rows, called_group)
        case DoCommand(command):
            return command


def _typed(typed: Typed, projection: Projection) -> Command | None:
    from study.commands.rename import RenameEntity
    from study.typed_times import read_time, read_windows

    if typed.part is Part.NAME:
        return RenameEntity(typed.addresses[0], typed.text)
    planned = projection.planned
    if any(address not in planned.times for address in typed.addresses):
        return None  # the table shows it no more
    if typed.part is Part.DAY:
        return read_time(planned, typed.addresses[0], typed.text)
    return read_windows(planned, typed.addresses, typed.text)


def _moved(visits: tuple[str, ...], behind: str) -> Command:
    """Each visit behind the one before it, in one step."""
    from study.commands.connections import ReorderVisit
    from study.commands.several import Several

    commands = []
    for visit in visits:
        commands.append(ReorderVisit(visit, behind))
        behind = visit
    if len(commands) == 1:
        return commands[0]
    called = translate("commands", "Move %n visit(s) within the path", "", len(commands))
    return Several(tuple(commands), called)
