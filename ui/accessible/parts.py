"""The parts that a self-painted widget consists of, as a screen reader is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible

Role = QAccessible.Role
Relation = QAccessible.RelationFlag


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a widget, as it is now. `rect` is in the widget's own pixels, in sight or not.

    `follows` and `leads_to` are the places of its neighbours, which a screen reader can go to. `keys` are the keys
    that do what pressing does, for reading out.
    """

    name: str
    role: QAccessible.Role
    rect: QRect
    description: str = ""
    value: str = ""
    is_selected: bool = False
    is_focused: bool = False
    can_select: bool = True
    follows: tuple[int, ...] = ()
    leads_to: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()


class Parts(Protocol):
    """What a self-painted widget consists of: its parts by place, 0 to `count() - 1`, made when they are asked for."""

    def count(self) -> int:
        """How many parts there are."""

    def part(self, place: int) -> Part:
        """The part at a place, as it is now."""

    def at(self, point: QPoint) -> int | None:
        """The place of the part under a point of the widget."""

    def focused(self) -> int | None:
        """The place of the part that has the widget's focus."""

    def selected(self) -> Sequence[int]:
        """The places of the parts that are selected."""

    def select(self, place: int) -> None:
        """Select a part, as a click does."""

    def press(self, place: int) -> None:
        """Open or do what a part stands for, as Enter does."""
