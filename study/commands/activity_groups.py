"""Where activities stand: rows in the list's order, groups by childIds (v4), and what moves along with a group."""

from __future__ import annotations

from collections.abc import Iterable

from study.document import Document
from study.model import Activity, StudyDesign


class ActivityRows:
    """The activities of one design as rows: what is in which group, and what stands beneath a row.

    A damaged study may hold an activity in several groups, or groups in a circle: the first group counts, and each
    row is met once.
    """

    def __init__(self, design: StudyDesign, document: Document) -> None:
        self._own = [a for a in design.activities if a.id and document.index.address_of(a.raw) == a.id]
        self.by_id: dict[str, Activity] = {a.id: a for a in self._own if a.id}
        self.place = {address: n for n, address in enumerate(self.by_id)}
        self.group_of: dict[str, str] = {}
        for address, activity in self.by_id.items():
            for child in activity.children:
                if child in self.by_id and child != address:
                    self.group_of.setdefault(child, address)

    def in_order(self, addresses: Iterable[str]) -> list[str]:
        """Those of the addresses that are rows, each once, as they stand in the list."""
        return sorted({a for a in addresses if a in self.place}, key=lambda a: self.place[a])

    def groups_around(self, address: str) -> list[str]:
        """The groups that a row stands in, the nearest first."""
        around: list[str] = []
        above = self.group_of.get(address)
        while above is not None and above not in around and above != address:
            around.append(above)
            above = self.group_of.get(above)
        return around

    def beneath(self, address: str) -> list[str]:
        """The row and all in it, as they stand in the table."""
        found: list[str] = []
        pending = [address]
        met = {address}
        while pending:
            here = pending.pop()
            found.append(here)
            for child in reversed(self.by_id[here].children if here in self.by_id else ()):
                if child not in met and self.group_of.get(child) == here:
                    met.add(child)
                    pending.append(child)
        return found

    def last_of(self, address: str) -> str:
        """The last row of the list that is in the row at `address`, or that itself."""
        return max(self.beneath(address), key=lambda a: self.place[a])

    def outermost(self, addresses: Iterable[str]) -> list[str]:
        """Those of the rows that are in no other of them, as they stand in the list."""
        chosen = set(addresses)
        return [a for a in self.in_order(chosen) if not chosen.intersection(self.groups_around(a))]
