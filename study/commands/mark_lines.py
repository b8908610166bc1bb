"""Marking along rows and columns: a whole row, a whole column, one row like another, a block from a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft
from study.commands.marks import Cell, is_planned, why_no_marks_at, write_marks
from study.commands.naming import named
from study.commands.rules import why_no_plan_in, why_not_in
from study.document import Document
from study.language import translate
from study.model import ScheduleTimeline
from study.paste_block import Block, mark_in, why_no_marks
from study.soa import schedule_of_activities


@dataclass(frozen=True, slots=True)
class MarkRow(Command):
    """Plans (`marked`) or no longer plans an activity at every visit of a timeline; decisions are passed over."""

    name: ClassVar[str] = "mark_row"
    activity: str
    timeline: str
    marked: bool = True

    def why_not(self, document: Document) -> str:
        """Not for what is no activity, and not in a timeline without visits."""
        reason = why_not_in(document, "activities", (self.activity,)) or why_not_in(
            document, "scheduleTimelines", (self.timeline,)
        )
        if not reason and not visits_of(document, self.timeline):
            return translate("commands", "“{name}” has no visits to plan anything at.").format(
                name=named(document, self.timeline)
            )
        return reason

    def title(self, document: Document) -> str:
        """ "Plan ECG at every visit"."""
        words = (
            translate("commands", "Plan {activity} at every visit of {timeline}")
            if self.marked
            else translate("commands", "No longer plan {activity} in {timeline}")
        )
        return words.format(activity=named(document, self.activity), timeline=named(document, self.timeline))

    def carry_out(self, draft: Draft) -> None:
        """Write the marks that differ."""
        cells = [(visit, self.activity) for visit in visits_of(draft.document, self.timeline)]
        write_marks(draft, cells, marked=self.marked)


@dataclass(frozen=True, slots=True)
class MarkColumn(Command):
    """Plans (`marked`) or no longer plans every activity of the table at a visit; groups are passed over."""

    name: ClassVar[str] = "mark_column"
    instance: str
    marked: bool = True

    def why_not(self, document: Document) -> str:
        """Not for a decision, and not for what is no visit."""
        return why_no_plan_in(document, (self.instance,))

    def title(self, document: Document) -> str:
        """ "Plan every activity at Week 8"."""
        words = (
            translate("commands", "Plan every activity at {visit}")
            if self.marked
            else translate("commands", "Plan nothing at {visit} any more")
        )
        return words.format(visit=named(document, self.instance))

    def carry_out(self, draft: Draft) -> None:
        """Write the marks that differ, of the rows that this timeline's table has."""
        visit = draft.instance(self.instance)
        if not self.marked:
            write_marks(draft, [(self.instance, activity) for activity in visit.activities], marked=False)
            return
        soa = schedule_of_activities(draft.timeline_of(self.instance), draft.design_of(self.instance))
        rows = [row.activity.id for row in soa.rows if not row.is_group and row.key == row.activity.id]
        write_marks(draft, [(self.instance, row) for row in rows if row], marked=True)


@dataclass(frozen=True, slots=True)
class CopyRowPattern(Command):
    """Plans the activity `onto` at exactly those visits of a timeline at which the activity `like` is planned."""

    name: ClassVar[str] = "copy_row_pattern"
    like: str
    onto: str
    timeline: str

    def why_not(self, document: Document) -> str:
        """Not for what is no activity, and not onto itself."""
        reason = why_not_in(document, "activities", (self.like, self.onto)) or why_not_in(
            document, "scheduleTimelines", (self.timeline,)
        )
        if not reason and self.like == self.onto:
            return translate("commands", "Choose another activity to copy the visits to.")
        return reason

    def title(self, document: Document) -> str:
        """ "Plan Weight at the same visits as ECG"."""
        return translate("commands", "Plan {activity} at the same visits as {other}").format(
            activity=named(document, self.onto), other=named(document, self.like)
        )

    def carry_out(self, draft: Draft) -> None:
        """Write the marks that differ."""
        for visit in visits_of(draft.document, self.timeline):
            marked = is_planned(draft.document, (visit, self.like))
            write_marks(draft, [(visit, self.onto)], marked=marked)


@dataclass(frozen=True, slots=True)
class PasteMarks(Command):
    """Marks and unmarks cells as a block from a spreadsheet says: `block[r][c]` for activity r at instance c.

    `activities` and `instances` are what the block is laid over, in the order shown; more of them than the block has
    rows and columns are left alone.
    """

    name: ClassVar[str] = "paste_marks"
    activities: tuple[str, ...]
    instances: tuple[str, ...]
    block: Block

    def why_not(self, document: Document) -> str:
        """Not where a cell is no mark, not beyond the table's edge, and no mark in a decision or a group's row."""
        reason = why_no_marks(self.block)
        if reason:
            return reason
        rows, columns = len(self.block), max((len(row) for row in self.block), default=0)
        if not rows or not columns:
            return translate("commands", "There is nothing to paste.")
        if rows > len(self.activities) or columns > len(self.instances):
            return translate(
                "commands",
                "The block has {rows} rows and {columns} columns; from this cell on the table has only {below} rows "
                "and {beside} columns. Nothing was pasted.",
            ).format(rows=rows, columns=columns, below=len(self.activities), beside=len(self.instances))
        marked = self._cells(marked=True)
        if marked:
            reason = why_no_marks_at(document, marked)
        return reason or why_not_in(document, "activities", self.activities[:rows])

    def title(self, document: Document) -> str:  # noqa: ARG002 - the same in every study
        """ "Paste marks of 5 activities at 6 visits"."""
        return translate("commands", "Paste marks of {rows} activities at {visits} visits").format(
            rows=len(self.block), visits=len(self.block[0]) if self.block else 0
        )

    def carry_out(self, draft: Draft) -> None:
        """Write the marks that differ."""
        write_marks(draft, self._cells(marked=False), marked=False)
        write_marks(draft, self._cells(marked=True), marked=True)

    def _cells(self, *, marked: bool) -> list[Cell]:
        return [
            (self.instances[c], self.activities[r])
            for r, row in enumerate(self.block)
            for c, cell in enumerate(row)
            if mark_in(cell) is marked
        ]


def visits_of(document: Document, timeline: str) -> list[str]:
    """The activity instances of a timeline that can be changed, in the file's order."""
    item = document.index.object_at(timeline)
    if item is None:
        return []
    return [
        address
        for instance in ScheduleTimeline(item).instances
        if not instance.is_decision and (address := document.index.address_of(instance.raw))
    ]
