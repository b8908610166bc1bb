"""What a person asks to have changed in the table, as values: the part that edits makes commands of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from study.commands.beside import BESIDE
from study.commands.command import Command

MarkedCell = tuple[str, str]
"""The ids of a visit (a ScheduledActivityInstance) and of an Activity."""


@dataclass(frozen=True, slots=True)
class PlanCells:
    """Plan the activity of each cell at its visit, or no longer plan it."""

    cells: tuple[MarkedCell, ...]
    planned: bool


@dataclass(frozen=True, slots=True)
class FillCells:
    """Plan some cells and no longer plan others, as what is beside them says."""

    planned: tuple[MarkedCell, ...]
    cleared: tuple[MarkedCell, ...]


@dataclass(frozen=True, slots=True)
class PasteBlock:
    """Lay a block of marks ("x" or "") over activities and visits, in the order shown."""

    activities: tuple[str, ...]
    visits: tuple[str, ...]
    block: tuple[tuple[str, ...], ...]


class Part(Enum):
    """What of a header can be typed."""

    NAME = auto()
    DAY = auto()
    WINDOW = auto()


@dataclass(frozen=True, slots=True)
class Typed:
    """Someone typed a name, a day or a window for what is at `addresses`; only a window is for several."""

    part: Part
    addresses: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a gesture would come to: why it cannot be, or what it does beyond the thing touched; both may be ""."""

    reason: str = ""
    effect: str = ""
    is_change: bool = True


@dataclass(frozen=True, slots=True)
class MoveRows:
    """Put activities, with all in them, behind a row (None: at the top); `group` as `ReorderActivities` has it."""

    activities: tuple[str, ...]
    after: str | None
    group: str | None = BESIDE


@dataclass(frozen=True, slots=True)
class MoveVisits:
    """Put visits, in this order, behind another one in the path; "" puts them at its beginning."""

    visits: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True)
class AddRow:
    """Add an activity behind another one, in its group, or as the last of the group `group`.

    `visit` is where it is planned at once in a table that shows only what it plans.
    """

    after: str | None
    called: str
    visit: str = ""
    group: str | None = None


@dataclass(frozen=True, slots=True)
class GroupRows:
    """Put activities into a new group."""

    activities: tuple[str, ...]
    called: str


@dataclass(frozen=True, slots=True)
class DoCommand:
    """A command as it stands, from the menu."""

    command: Command


Gesture = PlanCells | FillCells | PasteBlock | Typed | MoveRows | MoveVisits | AddRow | GroupRows | DoCommand
