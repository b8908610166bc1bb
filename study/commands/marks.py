"""Marking planned assessments: activities of visits, one cell or a block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import LAST, Draft, gone
from study.commands.naming import named
from study.document import Document
from study.language import translate
from study.model import ScheduledInstance

Cell = tuple[str, str]
"""The ids of a ScheduledActivityInstance and of an Activity."""


@dataclass(frozen=True, slots=True)
class SetMarks(Command):
    """Plans (`marked`) or no longer plans the activity of each cell at its visit; what is so already stays."""

    name: ClassVar[str] = "set_marks"
    cells: tuple[Cell, ...]
    marked: bool

    def why_not(self, document: Document) -> str:
        """Not for what is not there, and not in a decision, which has no activities."""
        return why_no_marks_at(document, self.cells)

    def title(self, document: Document) -> str:
        """ "Plan ECG at Week 8", "Plan ECG at 6 visits", "Plan 5 activities at 6 visits", "Plan 12 assessments"."""
        return marks_title(document, self.cells, marked=self.marked)

    def carry_out(self, draft: Draft) -> None:
        """Add or remove the activity's id in `activityIds` of each instance."""
        write_marks(draft, self.cells, marked=self.marked)


def why_no_marks_at(document: Document, cells: Sequence[Cell]) -> str:
    """Why nothing can be planned or unplanned at some cells; "" where it can."""
    if not cells:
        return translate("commands", "No cell is chosen.")
    for address in dict.fromkeys(activity for _, activity in cells):
        if document.index.object_at(address) is None:
            return gone(address)
    for address in dict.fromkeys(instance for instance, _ in cells):
        item = document.index.object_at(address)
        if item is None:
            return gone(address)
        if ScheduledInstance(item).is_decision:
            return translate("commands", "“{name}” is a decision: nothing is planned in it.").format(
                name=named(document, address)
            )
    return ""


def marks_title(document: Document, cells: Sequence[Cell], *, marked: bool) -> str:
    """What marking some cells is called: by its visits and activities where they make a cell, row, column or block."""
    instances = list(dict.fromkeys(instance for instance, _ in cells))
    activities = list(dict.fromkeys(activity for _, activity in cells))
    visits, rows = len(instances), len(activities)
    if visits * rows != len(set(cells)):
        return (
            translate("commands", "Plan %n assessment(s)", "", len(set(cells)))
            if marked
            else translate("commands", "No longer plan %n assessment(s)", "", len(set(cells)))
        )
    if rows == 1 and visits == 1:
        words = (
            translate("commands", "Plan {activity} at {visit}")
            if marked
            else translate("commands", "No longer plan {activity} at {visit}")
        )
        return words.format(activity=named(document, activities[0]), visit=named(document, instances[0]))
    if rows == 1:
        words = (
            translate("commands", "Plan {activity} at %n visit(s)", "", visits)
            if marked
            else translate("commands", "No longer plan {activity} at %n visit(s)", "", visits)
        )
        return words.format(activity=named(document, activities[0]))
    if visits == 1:
        words = (
            translate("commands", "Plan %n activit(ies) at {visit}", "", rows)
            if marked
            else translate("commands", "No longer plan %n activit(ies) at {visit}", "", rows)
        )
        return words.format(visit=named(document, instances[0]))
    words = (
        translate("commands", "Plan {rows} activities at {visits} visits")
        if marked
        else translate("commands", "No longer plan {rows} activities at {visits} visits")
    )
    return words.format(rows=rows, visits=visits)


def write_marks(draft: Draft, cells: Sequence[Cell], *, marked: bool) -> None:
    """Adds or removes the activity's id in `activityIds` of each instance; what is so already stays."""
    for instance, activity in cells:
        if marked:
            draft.add_ref(instance, "activityIds", activity, LAST)
        else:
            draft.remove_ref(instance, "activityIds", activity)


def is_planned(document: Document, cell: Cell) -> bool:
    """Whether the activity of a cell is planned at its visit."""
    item = document.index.object_at(cell[0])
    return item is not None and cell[1] in ScheduledInstance(item).activities
