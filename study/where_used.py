"""Where an entity is used: the instances of one timeline that a selected arm, activity, footnote and so on is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from study.arm_paths import arm_path
from study.graph import EdgeKind
from study.model import Activity, StudyDesign
from study.soa import ScheduleOfActivities


class WhereUsed:
    """The instances of one timeline by what they use. Built once for a table; asked for any address.

    USDM: `activityIds`, `encounterId`, `epochId`, `timelineId` of instances; StudyCell for arms and elements; the
    places of a Condition as the Schedule of Activities shows them; procedures and concepts through their activities.
    """

    def __init__(self, table: ScheduleOfActivities, design: StudyDesign) -> None:
        self._table, self._design = table, design
        self._graph = table.planned.graph
        self._by_address: dict[str, dict[str, None]] = {}
        for key in self._graph.order:
            instance = self._graph.instances[key]
            self._note(key, (key, instance.epoch, instance.encounter, *instance.activities))
        for edge in self._graph.edges:
            if edge.kind is EdgeKind.SUB_TIMELINE:
                self._note(edge.source, (edge.target,))
        self._note_activities()
        self._note_cells()
        self._note_footnotes()
        for arm in design.arms:
            if arm.id:
                path = arm_path(arm, design, self._graph)
                for key in self._graph.order:
                    if path.standing[key].on_path:
                        self._note(key, (arm.id,))
        for timing in table.timeline.timings:
            if timing.id:
                for end in (timing.relative_from, timing.relative_to):
                    if end in self._graph.instances:
                        self._note(end, (timing.id,))

    def __call__(self, address: str) -> tuple[str, ...]:
        """The keys of the instances that use what has this address, in graph order; none where nothing does."""
        found = self._by_address.get(address, {})
        return tuple(found)

    def count(self, address: str) -> int:
        """How many instances use it."""
        return len(self._by_address.get(address, ()))

    def _note(self, key: str, addresses: Iterable[str | None]) -> None:
        for address in addresses:
            if address:
                self._by_address.setdefault(address, {})[key] = None

    def _note_all(self, keys: Iterable[str], address: str) -> None:
        for key in self._sorted(keys):
            self._note(key, (address,))

    def _sorted(self, keys: Iterable[str]) -> list[str]:
        wanted = set(keys)
        return [key for key in self._graph.order if key in wanted]

    def _note_activities(self) -> None:
        by_id = {activity.id: activity for activity in self._design.activities if activity.id}
        for identity, activity in by_id.items():
            below = _below(activity, by_id)
            if below:
                keys = [key for each in (identity, *below) for key in self._by_address.get(each, ())]
                self._by_address.pop(identity, None)
                self._note_all(keys, identity)
        parts: dict[str, list[str]] = {}
        for identity, activity in by_id.items():
            inside = [procedure.id for procedure in activity.procedures if procedure.id]
            inside += [*activity.biomedical_concepts, *activity.bc_categories, *activity.bc_surrogates]
            for part in inside:
                parts.setdefault(part, []).append(identity)
        for part, owners in parts.items():
            self._note_all([key for owner in owners for key in self._by_address.get(owner, ())], part)

    def _note_cells(self) -> None:
        for cell in self._design.cells:
            if cell.epoch is None:
                continue
            keys = tuple(self._by_address.get(cell.epoch, ()))
            for address in (cell.id, *cell.elements):
                if address:
                    self._note_all((*self._by_address.get(address, ()), *keys), address)

    def _note_footnotes(self) -> None:
        table = self._table
        by_letter: dict[str, set[str]] = {}
        noted_rows = {r: row.footnotes for r, row in enumerate(table.rows) if row.footnotes}
        for column in table.columns:
            for letter in column.footnotes:
                by_letter.setdefault(letter, set()).add(column.key)
        for (r, c), mark in table.marks.items():
            for letter in (*mark.footnotes, *noted_rows.get(r, ())):
                by_letter.setdefault(letter, set()).add(table.columns[c].key)
        for (_, c), letters in table.unmarked.items():
            for letter in letters:
                by_letter.setdefault(letter, set()).add(table.columns[c].key)
        for footnote in table.footnotes:
            if footnote.letter and footnote.condition.id:
                self._note_all(by_letter.get(footnote.letter, ()), footnote.condition.id)


def _below(activity: Activity, by_id: Mapping[str, Activity]) -> list[str]:
    """The activities in a group, at any depth; a circle of childIds is walked once."""
    found: dict[str, None] = {}
    waiting = list(activity.children)
    while waiting:
        each = waiting.pop()
        if each in by_id and each not in found:
            found[each] = None
            waiting.extend(by_id[each].children)
    return list(found)
