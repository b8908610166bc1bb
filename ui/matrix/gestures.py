"""What a person asks to have changed in the table, as values: the part that edits makes commands of them."""

from __future__ import annotations

from dataclasses import dataclass

MarkedCell = tuple[str, str]
"""The ids of a visit (a ScheduledActivityInstance) and of an Activity."""


@dataclass(frozen=True, slots=True)
class PlanCells:
    """Plan the activity of each cell at its visit, or no longer plan it."""

    cells: tuple[MarkedCell, ...]
    planned: bool
