"""Filling a block of the table with the marks beside it: what is planned and what no longer is, in one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft
from study.commands.marks import Cell, marks_title, why_no_marks_at, write_marks
from study.document import Document
from study.language import translate


@dataclass(frozen=True, slots=True)
class FillMarks(Command):
    """Plans the cells in `planned` and no longer plans those in `cleared`; what is so already stays."""

    name: ClassVar[str] = "fill_marks"
    planned: tuple[Cell, ...]
    cleared: tuple[Cell, ...] = ()

    def why_not(self, document: Document) -> str:
        """Not for what is not there, and not in a decision."""
        return why_no_marks_at(document, (*self.planned, *self.cleared))

    def title(self, document: Document) -> str:
        """ "Plan ECG at 6 visits" where marks only come or only go, else "Fill marks over 3 activities at 6 visits"."""
        if not self.planned or not self.cleared:
            return marks_title(document, self.planned or self.cleared, marked=bool(self.planned))
        cells = (*self.planned, *self.cleared)
        return translate("commands", "Fill marks over {activities} activities at {visits} visits").format(
            activities=len({activity for _, activity in cells}), visits=len({visit for visit, _ in cells})
        )

    def carry_out(self, draft: Draft) -> None:
        """Write the marks that differ."""
        write_marks(draft, self.cleared, marked=False)
        write_marks(draft, self.planned, marked=True)
