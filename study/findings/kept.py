"""Findings that are kept up as a document is edited: after a change, only the rules that it can touch run again.

The walk through the document costs most of finding problems. As long as an edit gives attributes other values, what
stands where stays as it was, and so does the walk. What comes, goes or moves is walked anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from study.apply import Changed
from study.document import Document
from study.findings.chains import find_chain_problems, find_order_problems
from study.findings.finding import Finding
from study.findings.paths import find_design_problems, find_path_problems, find_unattached_conditions
from study.findings.references import find_broken_references, find_identity_problems
from study.findings.survey import MANY_IDS, ONE_ID, PLAIN, Found, Survey
from study.findings.timings import (
    find_problems_between_timings,
    find_problems_of_timing,
    find_time_order_problems,
)
from study.json_types import JsonObject
from study.model import Condition, ScheduleTimeline, StudyDesign, Timing, objects
from study.timeline import PlannedTimes, planned_times

_NAMES: Final = frozenset({"name", "label", "description"})
_TIMES: Final = frozenset({"value", "windowLower", "windowUpper", "valueLabel", "windowLabel"})
_LINKS: Final = frozenset({"previousId", "nextId", "childIds"})

_Unit = tuple[int, int]  # which rule, and of what: a holder, a design or a timeline, by identity
_IDENTITY, _REFERENCES, _CHAINS = range(3)
_DESIGN, _CONDITIONS, _PATH, _EACH_TIMING, _TIMING, _TIME_ORDER, _ORDER = range(7)


MadeAlready = Callable[[str], PlannedTimes | None]


def _of_timing(timing: Timing, survey: Survey) -> None:
    find_problems_of_timing(survey, timing)


def _none_made(_timeline: str) -> PlannedTimes | None:
    return None


@dataclass(slots=True)
class _Touched:
    """What some changes can have made other: timelines (True: only their times) and designs, by identity.

    `timings` are those whose own value or window differs.
    """

    timelines: dict[int, bool] = field(default_factory=dict)
    timings: list[JsonObject] = field(default_factory=list)
    designs: set[int] = field(default_factory=set)
    whole_designs: set[int] = field(default_factory=set)
    chains: bool = False


class KeptFindings:
    """The findings of one document: `all`, in the order and words of `find_problems`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.all: tuple[Finding, ...] = ()
        self._make()

    def update(self, changed: Changed, planned: MadeAlready = _none_made) -> bool:
        """Take in what was changed; whether any finding differs.

        `planned`: the planned times of a timeline by its id, where they were made since; else they are made here.
        """
        before = self.all
        ordered = {each for each in changed.attributes if self._is_order(*each)}
        if changed.structure or not all(self._is_plain(*each) for each in changed.attributes - ordered):
            self._make(planned)
        else:
            for address, attribute in ordered:
                self._place_anew(address, attribute)
            if ordered and not any(attribute in _LINKS for _, attribute in changed.attributes):
                self._run_global(_CHAINS, find_chain_problems)
            self._run_again(changed, planned)
            self._sort()
        return self.all != before

    def _is_plain(self, address: str, attribute: str) -> bool:
        """Whether an attribute holds ids or text, before and now."""
        item = self._document.index.object_at(address)
        if item is None or attribute not in PLAIN or (id(item), attribute) in self._survey.misplaced:
            return False
        value = item.get(attribute)
        return type(value) is not dict and not (
            type(value) is list and any(type(entry) in (dict, list) for entry in value)
        )

    def _make(self, planned: MadeAlready = _none_made) -> None:
        self._survey = Survey(self._document)
        self._designs = self._document.designs()
        self._global: dict[_Unit, Found] = {}
        self._local: dict[_Unit, Found] = {}
        self._by_timing: dict[int, Found] = {}  # by the timing's identity
        self._listed = {
            id(design.raw): Counter(map(id, design.raw.get("activities") or ()))
            for design in self._designs
            if type(design.raw.get("activities")) is list
        }
        self._mentioned: set[int] = set()
        self._run_global(_IDENTITY, find_identity_problems)
        for found in self._found_by(find_broken_references):
            self._global.setdefault((_REFERENCES, found[0]), []).append(found)
        self._run_global(_CHAINS, find_chain_problems)
        for design in self._designs:
            self._run_design(design)
            for timeline in design.timelines:
                self._run_timeline(design, timeline, planned(timeline.id or ""))
        self._sort()

    def _is_order(self, address: str, attribute: str) -> bool:
        """Whether the activities of a design are those they were, in another order, each with an id of its own."""
        item = self._document.index.object_at(address) if attribute == "activities" else None
        if item is None or id(item) not in self._listed or self._document.index.repeated:
            return False
        entries = item.get(attribute)
        return (
            type(entries) is list
            and all(type(each) is dict and self._document.index.address_of(each) for each in entries)
            and self._listed[id(item)] == Counter(map(id, entries))
        )

    def _place_anew(self, address: str, attribute: str) -> None:
        """Where something stands decides in which order it is listed, and nothing else."""
        item = self._document.index.object_at(address)
        assert item is not None
        moved = self._survey.place_anew(objects(item.get(attribute)))

        def placed(found: Found) -> Found:
            return [(moved.get(place, place), number, finding) for place, number, finding in found]

        self._global = {
            (rule, moved.get(of, of) if rule == _REFERENCES else of): placed(found)
            for (rule, of), found in self._global.items()
        }
        self._local = {unit: placed(found) for unit, found in self._local.items()}
        self._by_timing = {of: placed(found) for of, found in self._by_timing.items()}

    def _run_again(self, changed: Changed, planned: MadeAlready) -> None:
        if any(
            attribute in _NAMES and id(self._document.index.object_at(address)) in self._mentioned
            for address, attribute in changed.attributes
        ):
            self._say_again()
        touched = self._touched(changed)
        if touched.chains:
            self._run_global(_CHAINS, find_chain_problems)
        for design in self._designs:
            key = id(design.raw)
            if key in touched.designs or key in touched.whole_designs:
                self._run_design(design)
            for timeline in design.timelines:
                whole = key in touched.whole_designs
                if whole or id(timeline.raw) in touched.timelines or (timeline.id or "") in changed.retimed:
                    only_times = not whole and touched.timelines.get(id(timeline.raw), True)
                    times = touched.timings if only_times else None
                    self._run_timeline(design, timeline, planned(timeline.id or ""), times)

    def _touched(self, changed: Changed) -> _Touched:
        touched = _Touched()
        for address, attribute in changed.attributes:
            item = self._document.index.object_at(address)
            if item is None or attribute in _NAMES or attribute == "activities":  # their order: see `update`
                continue
            if attribute in ONE_ID or attribute in MANY_IDS:
                self._survey.refer_anew(item, linked=attribute in _LINKS)
                place = self._survey.place[id(item)]
                self._global[_REFERENCES, place] = self._found_by(
                    partial(find_broken_references, holders=(id(item),))
                )
                touched.chains |= attribute in _LINKS
                holder = self._document.index.owner_of(item)
                if attribute in _LINKS and holder is not None and holder[1] == "activities":
                    continue  # in which order activities are read is nothing to a timeline
            where = self._survey.where[id(item)]
            if attribute == "activityIds" and where.timeline is not None:
                # A mark: it times nothing and runs nothing, unless `retimed` says so.
                if where.design is not None and where.timeline.get("id") in changed.retimed:
                    touched.designs.add(id(where.design))
                continue
            if where.timeline is not None and where.timeline is not item:
                key = id(where.timeline)
                touched.timelines[key] = attribute in _TIMES and touched.timelines.get(key, True)
                touched.timings.append(item)
                if attribute not in _TIMES and where.design is not None:
                    touched.designs.add(id(where.design))
            elif where.design is not None:
                touched.whole_designs.add(id(where.design))
            else:
                touched.whole_designs.update(id(design.raw) for design in self._designs)
        return touched

    def _say_again(self) -> None:
        """The name of something that findings may mention is another: all of them are said anew."""
        self._run_global(_IDENTITY, find_identity_problems)
        for unit in [unit for unit in self._global if unit[0] == _REFERENCES]:
            del self._global[unit]
        for found in self._found_by(find_broken_references):
            self._global.setdefault((_REFERENCES, found[0]), []).append(found)
        self._run_global(_CHAINS, find_chain_problems)
        for design in self._designs:
            self._run_design(design)
            for timeline in design.timelines:
                self._run_timeline(design, timeline, None)

    def _found_by(self, find: Callable[[Survey], None]) -> Found:
        return self._survey.found_by(find, self._mentioned)

    def _run_global(self, rule: int, find: Callable[[Survey], None]) -> None:
        self._global[rule, -1] = self._found_by(find)

    def _run_design(self, design: StudyDesign) -> None:
        key = id(design.raw)
        self._run(_DESIGN, key, lambda survey: find_design_problems(survey, design))
        conditions = self._conditions_of(design)
        self._run(_CONDITIONS, key, lambda survey: find_unattached_conditions(survey, conditions))

    def _conditions_of(self, design: StudyDesign) -> tuple[Condition, ...]:
        """The footnotes of a design, without those that a design before it has as well."""
        told: set[int] = set()
        for other in self._designs:
            if other.raw is design.raw:
                break
            told.update(id(condition.raw) for condition in other.conditions)
        return tuple(condition for condition in design.conditions if id(condition.raw) not in told)

    def _run_timeline(
        self,
        design: StudyDesign,
        timeline: ScheduleTimeline,
        planned: PlannedTimes | None,
        only_times: list[JsonObject] | None = None,
    ) -> None:
        """`only_times`: nothing differs but values and windows, of those of its timings that are among these."""
        key = id(timeline.raw)
        made = planned if planned is not None else planned_times(timeline, design)
        timings = timeline.timings
        asked = None if only_times is None else set(map(id, only_times))
        for timing in timings:
            if asked is None or id(timing.raw) in asked:
                self._by_timing[id(timing.raw)] = self._found_by(partial(_of_timing, timing))
        each = (found for timing in timings for found in self._by_timing[id(timing.raw)])
        self._local[_EACH_TIMING, key] = [(place, n, what) for n, (place, _, what) in enumerate(each)]
        self._run(_TIME_ORDER, key, lambda survey: find_time_order_problems(survey, made))
        if only_times is not None:
            return
        self._run(_TIMING, key, lambda survey: find_problems_between_timings(survey, timeline))
        self._run(_PATH, key, lambda survey: find_path_problems(survey, timeline, made.graph))
        if timeline == design.main_timeline:
            self._run(_ORDER, key, lambda survey: find_order_problems(survey, design, made.graph))

    def _run(self, rule: int, of: int, find: Callable[[Survey], None]) -> None:
        self._local[rule, of] = self._found_by(find)

    def _sort(self) -> None:
        """By place in the document, and there in the order in which `find_problems` asks its rules."""
        ordered = sorted(self._global.items())
        units = [found for _, found in ordered if found]
        for design in self._designs:
            units += [self._local.get((rule, id(design.raw)), []) for rule in (_DESIGN, _CONDITIONS)]
            for timeline in design.timelines:
                rules = (_PATH, _EACH_TIMING, _TIMING, _TIME_ORDER, _ORDER)
                units += [self._local.get((rule, id(timeline.raw)), []) for rule in rules]
        every = [
            (place, at, number, finding) for at, unit in enumerate(units) for place, number, finding in unit
        ]
        every.sort(key=lambda found: found[:3])
        self.all = tuple(finding for *_, finding in every)
