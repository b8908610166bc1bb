"""What differs between two schedules: timelines, visits, their times and windows, order, and marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from study.differences import Area, Difference, StudyDifference, What
from study.differences_cycles import cycle_told, names_of_body, ways_told
from study.differences_matching import alike, matched
from study.document import Document
from study.graph import Loop
from study.language import translate
from study.model import Activity, Entity, ScheduledInstance, ScheduleTimeline, StudyDesign
from study.protocol_order import protocol_order
from study.soa import ScheduleOfActivities, schedule_of_activities
from study.soa_differences import TableDifferences
from study.timeline import PlannedTime, PlannedTimes, planned_times
from study.wording import day_text, lengths_text, not_stated, sentence, window_text

Pair = tuple[Entity | None, Entity | None]


class Schedules:
    """Both schedules beside one another; `compare` fills the rest."""

    def __init__(self, here: Document, there: Document, by_id: bool) -> None:
        self._by_id = by_id
        self.designs = list(zip(here.designs(), there.designs(), strict=False))
        self.items: list[StudyDifference] = []
        self.tables: dict[str, TableDifferences] = {}
        self.tables_there: dict[str, TableDifferences] = {}
        self.timelines: dict[str, str] = {}
        self.columns: dict[str, str] = {}
        self.rows: dict[str, str] = {}
        self.partner: dict[int, Entity] = {}
        """id() of an entity's object here -> the same entity there."""
        self.seen_there: set[int] = set()

    def note(self, pairs: Sequence[tuple[Entity | None, Entity | None]]) -> None:
        """Remembers who is who."""
        for mine, other in pairs:
            if mine is not None and other is not None:
                self.partner[id(mine.raw)] = other
            if other is not None:
                self.seen_there.add(id(other.raw))

    def compare(self) -> None:
        """All designs that both have."""
        for here, there in self.designs:
            activities = matched(
                protocol_order(here.activities), protocol_order(there.activities), self._by_id
            )
            self.note(activities)
            for mine, other in activities:
                if mine is not None and other is not None and mine.id and other.id:
                    self.rows[mine.id] = other.id
            for name in ("encounters", "epochs", "arms", "elements"):
                self.note(matched(list(getattr(here, name)), list(getattr(there, name)), self._by_id))
            timelines = matched(_main_first(here), _main_first(there), self._by_id)
            self._pair_mains(here, there, timelines)
            self.note(timelines)
            for one, before in timelines:
                if one is None or before is None:
                    self._only_one_timeline(one, before)
                    continue
                if one.id and before.id:
                    self.timelines[one.id] = before.id
                _Timelines(self, here, there, one, before).compare(self._by_id)
            self._moved_activities(activities)

    def _pair_mains(
        self,
        here: StudyDesign,
        there: StudyDesign,
        pairs: list[tuple[ScheduleTimeline | None, ScheduleTimeline | None]],
    ) -> None:
        """Two main timelines are one another, whatever they are called."""
        mine, other = here.main_timeline, there.main_timeline
        if (mine, None) in pairs and (None, other) in pairs:
            pairs[pairs.index((mine, None))] = (mine, other)
            pairs.remove((None, other))

    def _only_one_timeline(self, mine: ScheduleTimeline | None, other: ScheduleTimeline | None) -> None:
        one = mine or other
        assert one is not None
        number = len(one.instances)
        words = (
            translate("compare", "Timeline added, with %n visit(s)", "", number)
            if mine is not None
            else translate("compare", "Timeline removed, with %n visit(s)", "", number)
        )
        kind = Difference.ADDED if mine is not None else Difference.REMOVED
        self.items.append(
            StudyDifference(
                Area.VISITS,
                kind,
                one.title,
                words,
                (mine.id or "") if mine is not None else "",
                (other.id or "") if other is not None else "",
                what=What.TIMELINE,
            )
        )

    def _moved_activities(self, pairs: Sequence[tuple[Activity | None, Activity | None]]) -> None:
        both = [(mine, other) for mine, other in pairs if mine is not None and other is not None]
        groups_here, groups_there = _groups([m for m, _ in both]), _groups([o for _, o in both])
        for mine, other in both:
            group, old_group = groups_here.get(mine.id or ""), groups_there.get(other.id or "")
            same = group is None and old_group is None
            if group is not None and old_group is not None:
                same = self.rows.get(group.id or "") == old_group.id
            if not same:
                self.items.append(
                    StudyDifference(
                        Area.ACTIVITIES,
                        Difference.CHANGED,
                        mine.title,
                        translate("compare", "Moved to another group"),
                        mine.id or "",
                        other.id or "",
                        old_group.title if old_group is not None else translate("compare", "no group"),
                        group.title if group is not None else translate("compare", "no group"),
                        what=What.GROUP,
                    )
                )
        # Where only order differs, an activity is told as moved when it is not in the longest part that kept it.
        there_order = {id(other.raw): place for place, (_, other) in enumerate(_by_there(both, pairs))}
        moved = _moved([there_order[id(other.raw)] for _, other in both])
        for place in moved:
            mine, other = both[place]
            before = both[place - 1][0].title if place else translate("compare", "the beginning")
            self.items.append(
                StudyDifference(
                    Area.ACTIVITIES,
                    Difference.CHANGED,
                    mine.title,
                    translate("compare", "Moved: it now follows {other}").format(other=before),
                    mine.id or "",
                    other.id or "",
                    what=What.ORDER,
                )
            )


class _Timelines:
    """One timeline in both."""

    def __init__(
        self,
        found: Schedules,
        here: StudyDesign,
        there: StudyDesign,
        mine: ScheduleTimeline,
        other: ScheduleTimeline,
    ) -> None:
        self.found = found
        self.mine, self.other = mine, other
        self.times_here, self.times_there = planned_times(mine, here), planned_times(other, there)
        self.soa_here = schedule_of_activities(mine, here, self.times_here)
        self.soa_there = schedule_of_activities(other, there, self.times_there)
        self.keys_here = {id(i.raw): key for key, i in self.times_here.graph.instances.items()}
        self.keys_there = {id(i.raw): key for key, i in self.times_there.graph.instances.items()}
        self._columns: dict[str, Difference] = {}
        self._columns_there: dict[str, Difference] = {}

    def compare(self, by_id: bool) -> None:
        pairs = matched(_instances(self.times_here), _instances(self.times_there), by_id)
        self.found.note(pairs)
        both: list[tuple[ScheduledInstance, ScheduledInstance]] = []
        for mine, other in pairs:
            if mine is None or other is None:
                self._only_one(mine, other)
                continue
            both.append((mine, other))
            self.found.columns[self.keys_here[id(mine.raw)]] = self.keys_there[id(other.raw)]
        for mine, other in both:
            self._visit(mine, other)
        self._moved_visits(both)
        self._cycles()
        self._marks()

    def _only_one(self, mine: ScheduledInstance | None, other: ScheduledInstance | None) -> None:
        added = mine is not None
        one = mine or other
        assert one is not None
        key = (self.keys_here if added else self.keys_there)[id(one.raw)]
        time = (self.times_here if added else self.times_there).times[key]
        kind = Difference.ADDED if added else Difference.REMOVED
        (self._columns if added else self._columns_there)[key] = kind
        when = ", ".join(text for text in (day_text(time), window_text(time)) if text)
        if one.is_decision:
            words = (
                translate("compare", "Decision added") if added else translate("compare", "Decision removed")
            )
            when = ways_told(one, self.times_here if added else self.times_there)
        else:
            number = len(one.activities)
            words = (
                translate("compare", "Visit added, with %n activit(ies)", "", number)
                if added
                else translate("compare", "Visit removed, with %n activit(ies)", "", number)
            )
        self._add(
            Area.VISITS,
            kind,
            one.title,
            words,
            one.id if added else "",
            "" if added else one.id,
            was="" if added else when,
            now=when if added else "",
            what=What.DECISION if one.is_decision else What.VISIT,
        )

    def _visit(self, mine: ScheduledInstance, other: ScheduledInstance) -> None:
        here = self.times_here.times[self.keys_here[id(mine.raw)]]
        there = self.times_there.times[self.keys_there[id(other.raw)]]
        if mine.title != other.title and not (
            (mine.name and mine.name == other.name and not (mine.label and other.label))
            or alike(mine.title, other.title)
        ):
            self._add(
                Area.VISITS,
                Difference.CHANGED,
                mine.title,
                translate("compare", "Renamed: was “{was}”").format(was=other.title),
                mine.id,
                other.id,
                was=other.title,
                now=mine.title,
                what=What.NAME,
            )
        self._time(mine, other, here, there)
        self._context(mine, other)
        if mine.is_decision and other.is_decision:
            self._ways(mine, other)

    def _time(
        self, mine: ScheduledInstance, other: ScheduledInstance, here: PlannedTime, there: PlannedTime
    ) -> None:
        day_here, day_there = day_text(here), day_text(there)
        window_here, window_there = window_text(here), window_text(there)
        how_here, how_there = sentence(here, self.times_here), sentence(there, self.times_there)
        if day_here != day_there:
            own = _timing_of(here) != _timing_of(there)
            was, now = day_there or not_stated(), day_here or not_stated()
            template = (
                translate("compare", "Planned time was {was}, is {now}")
                if own
                else translate(
                    "compare", "Planned time was {was}, is {now}: it moves with what it is timed from"
                )
            )
            self._add(
                Area.TIMES,
                Difference.CHANGED,
                mine.title,
                template.format(was=was, now=now),
                mine.id,
                other.id,
                was=_both(day_there, how_there),
                now=_both(day_here, how_here),
                what=What.TIME if own else What.FOLLOWED,
                later_s=_later(here, there),
            )
            window_here, window_there = lengths_text(here), lengths_text(there)
            if here.is_range or there.is_range or here.is_anchor or there.is_anchor:
                window_here = window_there  # told with the time
        if window_here != window_there:
            self._add(
                Area.TIMES,
                Difference.CHANGED,
                mine.title,
                translate("compare", "Window was {was}, is {now}").format(
                    was=window_there or not_stated(), now=window_here or not_stated()
                ),
                mine.id,
                other.id,
                was=_both(day_there, how_there),
                now=_both(day_here, how_here),
                what=What.WINDOW,
            )
        elif day_here == day_there and _timing_of(here) != _timing_of(there) and how_here != how_there:
            self._add(
                Area.TIMES,
                Difference.CHANGED,
                mine.title,
                translate("compare", "Timed otherwise, at the same planned time"),
                mine.id,
                other.id,
                was=_both(day_there, how_there),
                now=_both(day_here, how_here),
                what=What.TIMING,
            )

    def _context(self, mine: ScheduledInstance, other: ScheduledInstance) -> None:
        """Epoch, encounter and sub-timeline, each by what they are called."""
        for what, template, here, there in (
            (
                What.EPOCH,
                translate("compare", "Epoch was {was}, is {now}"),
                self._named(mine.epoch, True),
                self._named(other.epoch, False),
            ),
            (
                What.ENCOUNTER,
                translate("compare", "Encounter was {was}, is {now}"),
                self._named(mine.encounter, True),
                self._named(other.encounter, False),
            ),
            (
                What.SUB_TIMELINE,
                translate("compare", "Sub-timeline was {was}, is {now}"),
                self._named(mine.sub_timeline, True),
                self._named(other.sub_timeline, False),
            ),
        ):
            same = self._same(here, there)
            if not same:
                none = translate("compare", "none")
                was = there.title if there is not None else none
                now = here.title if here is not None else none
                self._add(
                    Area.VISITS,
                    Difference.CHANGED,
                    mine.title,
                    template.format(was=was, now=now),
                    mine.id,
                    other.id,
                    was=was,
                    now=now,
                    what=what,
                )

    def _ways(self, mine: ScheduledInstance, other: ScheduledInstance) -> None:
        """A decision's conditions and where they lead."""

        was, now = ways_told(other, self.times_there), ways_told(mine, self.times_here)
        if not alike(was, now):
            self._add(
                Area.VISITS,
                Difference.CHANGED,
                mine.title,
                translate("compare", "The decision's conditions changed"),
                mine.id,
                other.id,
                was=was,
                now=now,
                is_text=True,
                what=What.CONDITIONS,
            )

    def _moved_visits(self, both: Sequence[tuple[ScheduledInstance, ScheduledInstance]]) -> None:
        """In the order of the path, not of time."""
        place_there = {key: place for place, key in enumerate(self.times_there.graph.order)}
        order = [place_there.get(self.keys_there[id(other.raw)], 0) for _, other in both]
        for place in _moved(order):
            mine, other = both[place]
            before = both[place - 1][0].title if place else translate("compare", "the beginning")
            self._add(
                Area.VISITS,
                Difference.CHANGED,
                mine.title,
                translate("compare", "Moved: it now follows {other}").format(other=before),
                mine.id,
                other.id,
                what=What.ORDER,
            )

    def _cycles(self) -> None:
        """Loops of the path: which visits are repeated, and until when. A loop is the same where its decision is."""
        here, there = self._loops(self.times_here), self._loops(self.times_there)
        for tail, loop in here.items():
            decision = self.times_here.graph.instances[tail]
            told = cycle_told(loop, self.times_here)
            other = self.found.columns.get(tail)
            before = there.pop(other, None) if other is not None else None
            if before is None:
                words = translate("compare", "Cycle added: {told}").format(told=told)
                self._cycle(Difference.ADDED, decision, words, decision.id, other, now=told)
                continue
            was = cycle_told(before, self.times_there)
            body = [self.found.columns.get(key) for key in loop.body]
            if body != list(before.body) or not alike(was, told):
                if body == list(before.body) and names_of_body(loop, self.times_here) != names_of_body(
                    before, self.times_there
                ):
                    continue  # only what its visits are called, which is told with them
                words = translate("compare", "The cycle was {was}, is {now}").format(was=was, now=told)
                self._cycle(Difference.CHANGED, decision, words, decision.id, other, was=was, now=told)
        for tail, loop in there.items():
            decision = self.times_there.graph.instances[tail]
            told = cycle_told(loop, self.times_there)
            words = translate("compare", "Cycle removed: {told}").format(told=told)
            mine = next((key for key, value in self.found.columns.items() if value == tail), None)
            self._cycle(Difference.REMOVED, decision, words, mine, decision.id, was=told)

    def _loops(self, times: PlannedTimes) -> dict[str, Loop]:
        return {loop.tail: loop for loop in times.graph.loops}

    def _cycle(
        self,
        kind: Difference,
        decision: ScheduledInstance,
        words: str,
        address: str | None,
        other: str | None,
        *,
        was: str = "",
        now: str = "",
    ) -> None:
        self._add(Area.VISITS, kind, decision.title, words, address, other, was=was, now=now, what=What.CYCLE)

    def _marks(self) -> None:
        """Which activity is planned at which visit, told by activity where several visits are alike."""
        here, there = _cells(self.soa_here), _cells(self.soa_there)
        columns, rows = self.found.columns, self.found.rows
        back_columns = {value: key for key, value in columns.items()}
        back_rows = {value: key for key, value in rows.items()}
        added = {
            (row, column): cell
            for (row, column), cell in here.items()
            if (rows.get(row), columns.get(column)) not in there
        }
        removed = {
            (row, column): cell
            for (row, column), cell in there.items()
            if (back_rows.get(row), back_columns.get(column)) not in here
        }
        titles_here = {row.key: row.title for row in self.soa_here.rows}
        titles_there = {row.key: row.title for row in self.soa_there.rows}
        cells: dict[tuple[str, str], Difference] = dict.fromkeys(added, Difference.ADDED)
        cells_there: dict[tuple[str, str], Difference] = dict.fromkeys(removed, Difference.REMOVED)
        for (row, column), visit in added.items():
            if row not in rows or column not in columns:
                continue  # told with the activity or the visit that is new itself
            title = titles_here[row]
            self._add(
                Area.MARKS,
                Difference.ADDED,
                translate("compare", "{activity} at {visit}").format(activity=title, visit=visit.title),
                translate("compare", "Mark added"),
                visit.id,
                self.times_there.graph.instances[columns[column]].id,
                now=translate("compare", "planned"),
                was=translate("compare", "not planned"),
                also=(row,),
                what=What.MARK,
            )
        for (row, column), visit in removed.items():
            mine_row, mine_column = back_rows.get(row), back_columns.get(column)
            if mine_row is None or mine_column is None:
                continue
            cells[mine_row, mine_column] = Difference.REMOVED
            at = self.times_here.graph.instances[mine_column]
            self._add(
                Area.MARKS,
                Difference.REMOVED,
                translate("compare", "{activity} at {visit}").format(
                    activity=titles_there[row], visit=visit.title
                ),
                translate("compare", "Mark removed"),
                at.id,
                visit.id,
                was=translate("compare", "planned"),
                now=translate("compare", "not planned"),
                also=(mine_row,),
                what=What.MARK,
            )
        only_here = {row.key: Difference.ADDED for row in self.soa_here.rows if row.key not in rows}
        only_there = {row.key: Difference.REMOVED for row in self.soa_there.rows if row.key not in back_rows}
        self.found.tables[self.mine.id or ""] = TableDifferences(only_here, dict(self._columns), cells)
        self.found.tables_there[self.other.id or ""] = TableDifferences(
            only_there, dict(self._columns_there), cells_there
        )

    def _named(self, identifier: str | None, is_here: bool) -> Entity | None:
        soa = self.soa_here if is_here else self.soa_there
        design = soa.design
        if not identifier or design is None:
            return None
        return next(
            (e for e in (*design.epochs, *design.encounters, *design.timelines) if e.id == identifier), None
        )

    def _same(self, here: Entity | None, there: Entity | None) -> bool:
        if here is None or there is None:
            return here is None and there is None
        partner = self.found.partner.get(id(here.raw))
        return partner is not None and partner == there

    def _add(
        self,
        area: Area,
        kind: Difference,
        title: str,
        words: str,
        address: str | None,
        other: str | None,
        *,
        was: str = "",
        now: str = "",
        also: tuple[str, ...] = (),
        is_text: bool = False,
        what: What | None = None,
        later_s: int | None = None,
    ) -> None:
        key = address or ""
        if kind is Difference.CHANGED and area is not Area.MARKS and key in self.times_here.graph.instances:
            self._columns.setdefault(key, Difference.CHANGED)
            if other:
                self._columns_there.setdefault(other, Difference.CHANGED)
        self.found.items.append(
            StudyDifference(
                area, kind, title, words, key, other or "", was, now, also, is_text, what, later_s
            )
        )


def _instances(times: PlannedTimes) -> list[ScheduledInstance]:
    return [times.graph.instances[key] for key in times.graph.order]


def _main_first(design: StudyDesign) -> list[ScheduleTimeline]:
    main = design.main_timeline
    return sorted(design.timelines, key=lambda timeline: timeline != main)


def _cells(soa: ScheduleOfActivities) -> dict[tuple[str, str], ScheduledInstance]:
    """The visits of a table's marks, by keys of row and column."""
    return {
        (soa.rows[row].key, soa.columns[column].key): soa.columns[column].planned.instance
        for row, column in soa.marks
    }


def _later(here: PlannedTime, there: PlannedTime) -> int | None:
    """How many seconds later it is planned, where both are on the same kind of time and no calendar is needed."""
    if here.offset is None or there.offset is None or here.offset.months or there.offset.months:
        return None
    days, seconds = here.offset.days - there.offset.days, here.offset.seconds - there.offset.seconds
    return days * 86_400 + seconds


def _timing_of(time: PlannedTime) -> tuple[object, ...]:
    timing = time.timing
    if timing is None:
        return ()
    code = timing.type.code if timing.type is not None else ""
    sides = timing.relative_to_from.code if timing.relative_to_from is not None else ""
    return code, timing.value, sides, timing.window_lower, timing.window_upper


def _both(day: str, how: str) -> str:
    return "\n".join(text for text in (day, how) if text)


def _groups(activities: Sequence[Activity]) -> Mapping[str, Activity]:
    """The group of each activity that is in one, by id."""
    return {child: activity for activity in activities for child in activity.children}


def _by_there(
    both: Sequence[tuple[Activity, Activity]], pairs: Sequence[tuple[Activity | None, Activity | None]]
) -> list[tuple[Activity, Activity]]:
    """The pairs in the order that they have there."""
    del pairs
    order = {id(each.raw): place for place, each in enumerate(protocol_order([other for _, other in both]))}
    return sorted(both, key=lambda pair: order[id(pair[1].raw)])


def _moved(order: Sequence[int]) -> list[int]:
    """The places that stand out of order: what is not in the longest part that kept it."""
    wanted = sorted(order)
    if list(order) == wanted:
        return []
    kept: set[int] = set()
    for block in SequenceMatcher(None, list(order), wanted, autojunk=False).get_matching_blocks():
        kept |= set(range(block.a, block.a + block.size))
    return [place for place in range(len(order)) if place not in kept]
