"""What differs between two Schedules of Activities, in the words by which a table marks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Difference(StrEnum):
    """How something differs from the other side."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class TableDifferences:
    """The differing rows (by row key), columns (by column key) and cells (by row and column key) of one table."""

    rows: Mapping[str, Difference] = field(default_factory=dict)
    columns: Mapping[str, Difference] = field(default_factory=dict)
    cells: Mapping[tuple[str, str], Difference] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.rows or self.columns or self.cells)
