"""Where an entity is used: the instances of one timeline that a selected arm, activity, footnote and so on is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from copy import copy

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
        self._graph = table.planned.graph
        self._place = {key: place for place, key in enumerate(self._graph.order)}
        self._planned: dict[str, dict[str, None]] = {}
        """By activity, group of activities, procedure and concept."""
        self._members: dict[str, frozenset[str]] = {}
        """Of a group, procedure or concept: the activities that stand for it."""
        self._placed: dict[str, dict[str, None]] = {}
        """By everything else but footnotes."""
        planned: dict[str, list[str]] = {each.id: [] for each in design.activities if each.id}
        for key in self._graph.order:
            instance = self._graph.instances[key]
            self._note(key, (key, instance.epoch, instance.encounter))
            for activity in instance.activities:
                if activity in planned:
                    planned[activity].append(key)
        self._planned = {activity: dict.fromkeys(keys) for activity, keys in planned.items()}
        for edge in self._graph.edges:
            if edge.kind is EdgeKind.SUB_TIMELINE:
                self._note(edge.source, (edge.target,))
        self._note_activities(design)
        self._note_cells(design)
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
        self._noted = _noted(table)

    def __call__(self, address: str) -> tuple[str, ...]:
        """The keys of the instances that use what has this address, in graph order; none where nothing does."""
        found = self._found(address)
        return tuple(found[0] if len(found) == 1 else self._sorted(key for keys in found for key in keys))

    def count(self, address: str, without: Collection[str] = ()) -> int:
        """How many instances use it, those `without` not counted."""
        planned, placed, noted = (each.get(address) for each in (self._planned, self._placed, self._noted))
        if noted or (planned and placed):
            keys = {key: None for each in self._found(address) for key in each}
        else:
            keys = planned or placed or {}
        if not without:
            return len(keys)
        return len(keys) - sum(each in keys for each in without)

    def remarked(self, table: ScheduleOfActivities, changes: Mapping[str, Collection[str]]) -> WhereUsed:
        """What it is after marks of these activities, by the key of their instance, came or went."""
        made = copy(self)
        made._planned = planned = dict(self._planned)
        touched: dict[str, set[str]] = {}
        for key, activities in changes.items():
            for activity in activities:
                touched.setdefault(activity, set()).add(key)
        for address, members in self._members.items():
            for member in members & touched.keys() - {address}:
                touched.setdefault(address, set()).update(touched[member])
        for address, keys in touched.items():
            members = self._members.get(address, frozenset((address,)))
            now = set(planned.get(address, ()))
            for key in keys:
                uses = not members.isdisjoint(self._graph.instances[key].activities)
                (now.add if uses else now.discard)(key)
            planned[address] = dict.fromkeys(self._sorted(now))
        made._noted = _noted(table)
        return made

    def _found(self, address: str) -> list[dict[str, None]]:
        every = (self._planned, self._placed, self._noted)
        return [keys[address] for keys in every if keys.get(address)]

    def _note(self, key: str, addresses: Iterable[str | None]) -> None:
        for address in addresses:
            if address:
                self._placed.setdefault(address, {})[key] = None

    def _sorted(self, keys: Iterable[str]) -> list[str]:
        return sorted(set(keys), key=self._place.__getitem__)

    def _note_activities(self, design: StudyDesign) -> None:
        by_id = {activity.id: activity for activity in design.activities if activity.id}
        members: dict[str, set[str]] = {}
        for identity, activity in by_id.items():
            if below := _below(activity, by_id):
                members[identity] = {identity, *below}
        parts: dict[str, set[str]] = {}
        for identity, activity in by_id.items():
            inside = [procedure.id for procedure in activity.procedures if procedure.id]
            inside += [*activity.biomedical_concepts, *activity.bc_categories, *activity.bc_surrogates]
            for part in inside:
                parts.setdefault(part, set()).update(members.get(identity, (identity,)))
        for address, those in parts.items():
            members.setdefault(address, {address} & self._planned.keys()).update(those)
        plain = dict(self._planned)
        for address, those in members.items():
            self._members[address] = frozenset(those)
            keys = {key for each in those for key in plain.get(each, ())}
            self._planned[address] = dict.fromkeys(self._sorted(keys))

    def _note_cells(self, design: StudyDesign) -> None:
        for cell in design.cells:
            if cell.epoch is None:
                continue
            keys = tuple(self._placed.get(cell.epoch, ()))
            for address in (cell.id, *cell.elements):
                if address:
                    both = self._sorted((*self._placed.get(address, ()), *keys))
                    self._placed[address] = dict.fromkeys(both)


def where_used(table: ScheduleOfActivities, design: StudyDesign) -> WhereUsed:
    """Where entities are used in a table: worked out when first asked, and handed on by edits."""
    known = table.gathered.get(_USED)
    if known is None:
        known = table.gathered[_USED] = WhereUsed(table, design)
    assert isinstance(known, WhereUsed)
    return known


def hand_on(
    before: ScheduleOfActivities, table: ScheduleOfActivities, changes: Mapping[str, Collection[str]]
) -> None:
    """Hands on what was worked out of a table to the one in which only marks differ: see `WhereUsed.remarked`."""
    known = before.gathered.get(_USED)
    if isinstance(known, WhereUsed):
        table.gathered[_USED] = known.remarked(table, changes)


_USED = "where_used"


def _noted(table: ScheduleOfActivities) -> dict[str, dict[str, None]]:
    """The instances that each footnote with a letter is about, by its Condition's id."""
    if not any(note.letter for note in table.footnotes):
        return {}
    by_letter: dict[str, dict[str, None]] = {}
    noted_rows = {r: row.footnotes for r, row in enumerate(table.rows) if row.footnotes}
    by_column: defaultdict[int, list[str]] = defaultdict(list)
    for (_, c), noted in (*table.lettered_cells.items(), *table.unmarked.items()):
        by_column[c] += noted
    for c, (column, rows) in enumerate(zip(table.columns, table.rows_at, strict=True)):
        letters = [*column.footnotes, *by_column.get(c, ())]
        letters += [letter for r in noted_rows.keys() & rows for letter in noted_rows[r]]
        for letter in letters:
            by_letter.setdefault(letter, {})[column.key] = None
    return {
        note.condition.id: by_letter[note.letter]
        for note in table.footnotes
        if note.letter in by_letter and note.condition.id
    }


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
