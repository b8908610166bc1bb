"""The time axis for screen readers: each visit, and each that has no known time, as a child of the widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible

from study.axis import AxisVisit
from study.wording import sentence
from ui.accessible import Part
from ui.axis.frame import Zone
from ui.axis.words import spoken, spoken_untimed

if TYPE_CHECKING:
    from ui.axis.view import AxisView

_MOST_SELECTED = 50


class AxisParts:
    """Implements `ui.accessible.Parts`: visits section by section, in the order of their rows."""

    def __init__(self, view: AxisView) -> None:
        self._view = view

    def count(self) -> int:
        """How many visits are shown, timed or not."""
        return sum(len(facts.section.items) for facts in self._view.facts())

    def spot(self, place: int) -> tuple[int, int]:
        """The section of a part, and its place there; (-1, -1) for none."""
        for section, facts in enumerate(self._view.facts()):
            if place < len(facts.section.items):
                return section, place
            place -= len(facts.section.items)
        return -1, -1

    def place(self, section: int, place: int) -> int | None:
        """The part at a place of a section."""
        facts = self._view.facts()
        if not 0 <= section < len(facts) or not 0 <= place < len(facts[section].section.items):
            return None
        return sum(len(each.section.items) for each in facts[:section]) + place

    def part(self, place: int) -> Part:
        """A visit, as it is now."""
        section, within = self.spot(place)
        if section < 0:
            return Part("", QAccessible.Role.NoRole, QRect())
        facts = self._view.facts()[section]
        item = facts.section.items[within]
        frame = self._view.frame().sections[section]
        area = self._view.place_area(frame, within).toAlignedRect()
        last = len(facts.section.items) - 1
        timed = isinstance(item, AxisVisit)
        return Part(
            name=spoken(item) if isinstance(item, AxisVisit) else spoken_untimed(item),
            role=QAccessible.Role.ListItem,
            rect=area.translated(self._view.viewport().pos()),
            description=sentence(item.planned, facts.section.times) if timed else "",
            is_selected=item.key in self._view.lit(),
            is_focused=self._view.current() == (section, within),
            follows=(place - 1,) if within else (),
            leads_to=(place + 1,) if within < last else (),
        )

    def at(self, point: QPoint) -> int | None:
        """The visit under a point of the widget."""
        inner = point - self._view.viewport().pos()
        found = self._view.frame().at(inner.x(), inner.y())
        if found.visit >= 0:
            return self.place(found.section, found.visit)
        if found.zone is Zone.UNTIMED:
            visits = len(self._view.facts()[found.section].section.visits)
            return self.place(found.section, visits + found.item)
        return None

    def focused(self) -> int | None:
        """The visit at the cursor."""
        return self.place(*self._view.current())

    def selected(self) -> Sequence[int]:
        """The visits that are lit."""
        lit = self._view.lit()
        keys = [item.key for facts in self._view.facts() for item in facts.section.items] if lit else []
        return [place for place, key in enumerate(keys) if key in lit][:_MOST_SELECTED]

    def select(self, place: int) -> None:
        """Select a visit, as a click does."""
        self._view.go_to(*self.spot(place))

    def press(self, place: int) -> None:
        """Open the sub-timeline that a visit runs, as Enter does."""
        self._view.go_to(*self.spot(place))
        self._view.open_current()
