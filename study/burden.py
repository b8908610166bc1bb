"""What a schedule asks of a participant: visits, planned assessments, samples, and hours where the study says them.

Counted is what is planned in one pass of each loop, on every branch. Where the numbers come from:

- a visit is a contiguous run of instances at one encounter (the columns of the table), or an instance without one;
- a planned assessment is a mark of the table; an activity that runs a sub-timeline counts as the marks in that, once
  for each time it is run;
- a sample is a planned assessment whose activity says so: by a biomedical concept with a specimen (SDTM's --SPEC), by
  a procedure, or only by the words of its name, which is told apart;
- hours: USDM gives procedures and activities no duration. Known is only how long the sub-timelines of a visit last:
  their plannedDuration (v4), else from the first to the last planned time in them. They run side by side, so the
  longest counts, as a lower limit. A day or more says nothing of hours at the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import repeat
from typing import Final

from study.document import Document
from study.durations import offset_seconds, parse_duration
from study.graph import ScheduleGraph, schedule_graph
from study.json_types import JsonObject, JsonValue
from study.model import Activity, Encounter, Entity, ScheduledInstance, ScheduleTimeline, StudyDesign, objects
from study.timeline import planned_times

_DAY_SECONDS: Final = 86_400
_DEEPEST: Final = 8  # sub-timelines within each other
_BITS: Final = 32  # of each count, where several are summed in one number
_COUNT: Final = (1 << _BITS) - 1

REMOTE: Final = frozenset({"C171537"})
"""Contact modes that are not at the site (CDISC: Telephone Call)."""
AT_HOME: Final = frozenset({"C18002"})
"""Environmental settings that are not at the site (CDISC: Home)."""


class Evidence(IntEnum):
    """What says that an activity takes a sample; the strongest counts."""

    NONE = 0
    NAME = 1
    """Only words of its name, such as "blood" or "urinalysis"."""
    PROCEDURE = 2
    """A procedure whose type, code or name says it."""
    CONCEPT = 3
    """A biomedical concept with a specimen among its properties."""


@dataclass(frozen=True, slots=True)
class VisitBurden:
    """One visit. `seconds` at the site, at least; None where not known. `at_site` is None where the file is silent.

    `samples` counts all of them, `samples_by_name` those that only a name says.
    """

    instances: tuple[str, ...]
    title: str
    assessments: int
    samples: int
    samples_by_name: int
    seconds: int | None
    at_site: bool | None


@dataclass(frozen=True, slots=True)
class Burden:
    """What one timeline asks for, visit by visit in graph order, and in total."""

    visits: tuple[VisitBurden, ...]
    has_loops: bool = False
    has_branches: bool = False

    @property
    def remote_visits(self) -> int:
        """Visits by telephone or at home."""
        return sum(visit.at_site is False for visit in self.visits)

    @property
    def assessments(self) -> int:
        """Planned assessments of all visits."""
        return sum(visit.assessments for visit in self.visits)

    @property
    def samples(self) -> int:
        """Samples of all visits."""
        return sum(visit.samples for visit in self.visits)

    @property
    def samples_by_name(self) -> int:
        """Samples that only a name says."""
        return sum(visit.samples_by_name for visit in self.visits)

    @property
    def seconds(self) -> int | None:
        """Seconds at the site of the visits for which they are known, at least; None where they are for none."""
        known = [visit.seconds for visit in self.visits if visit.seconds is not None]
        return sum(known) if known else None

    @property
    def timed_visits(self) -> int:
        """Visits for which `seconds` is known."""
        return sum(visit.seconds is not None for visit in self.visits)


@dataclass(frozen=True, slots=True)
class BurdenDifference:
    """How two revisions differ: what the later one asks for more (or, negative, less).

    `seconds` is None unless hours are known for the same visits in both. `changed` are (title, assessments, samples)
    of visits in both that ask for more or less; `come` and `gone` the titles of the others.
    """

    before: Burden
    after: Burden
    visits: int
    assessments: int
    samples: int
    seconds: int | None
    come: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[tuple[str, int, int], ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether both ask for the same."""
        return not (self.visits or self.assessments or self.samples or self.seconds or self.come or self.gone)


@dataclass(slots=True)
class _Inside:
    """What sub-timelines hold in all: marks, samples, and how long they last."""

    assessments: int = 0
    samples: int = 0
    by_name: int = 0


def burden(timeline: ScheduleTimeline, design: StudyDesign, graph: ScheduleGraph | None = None) -> Burden:
    """What a timeline asks of a participant; never raises on damaged input. `graph`: its own, where it is made."""
    return _Counting(design).of(timeline, graph)


def study_burden(document: Document) -> Burden | None:
    """The burden of the first main timeline; None where the study has no timeline."""
    found = document.default_timeline()
    return burden(found[2], found[1]) if found is not None else None


def burden_difference(before: Burden, after: Burden) -> BurdenDifference:
    """How the burden of one revision differs from that of an earlier one; visits are the same by an instance's id."""
    earlier = {instance: visit for visit in before.visits for instance in visit.instances}
    pairs: list[tuple[VisitBurden, VisitBurden]] = []
    come: list[str] = []
    met: set[int] = set()
    for visit in after.visits:
        was = next((earlier[i] for i in visit.instances if i in earlier and id(earlier[i]) not in met), None)
        if was is None:
            come.append(visit.title)
        else:
            met.add(id(was))
            pairs.append((was, visit))
    gone = [visit.title for visit in before.visits if id(visit) not in met]
    known_alike = all((was.seconds is None) == (now.seconds is None) for was, now in pairs)
    alike = known_alike and not come and not gone
    seconds = after.seconds - before.seconds if alike and after.seconds and before.seconds else None
    return BurdenDifference(
        before,
        after,
        len(after.visits) - len(before.visits),
        after.assessments - before.assessments,
        after.samples - before.samples,
        seconds,
        tuple(come),
        tuple(gone),
        tuple(
            (now.title, now.assessments - was.assessments, now.samples - was.samples)
            for was, now in pairs
            if (now.assessments, now.samples) != (was.assessments, was.samples)
        ),
    )


class _Counting:
    """Counts the timelines of one design."""

    def __init__(self, design: StudyDesign) -> None:
        self._design = design
        self._timelines = {t.id: t for t in reversed(design.timelines) if t.id}
        self._activities: dict[str, Activity] = {a.id: a for a in reversed(design.activities) if a.id}
        self._running = {name: a.sub_timeline for name, a in self._activities.items() if a.sub_timeline}
        self._evidence = sample_evidence(design)
        # An assessment, a sample, and a sample by name: three counts in one number, summed at once.
        self._weights = {
            name: 1
            + (bool(self._evidence.get(name)) << _BITS)
            + ((self._evidence.get(name) is Evidence.NAME) << 2 * _BITS)
            for name in self._activities
        }
        self._encounters = {e.id: e for e in reversed(design.encounters) if e.id}
        self._inside: dict[str, _Inside] = {}
        self._lasts: dict[str, int | None] = {}

    def of(self, timeline: ScheduleTimeline, graph: ScheduleGraph | None) -> Burden:
        graph = graph or schedule_graph(timeline, self._design)
        visits: list[VisitBurden] = []
        run: list[tuple[str, ScheduledInstance]] = []
        for key in graph.order:
            instance = graph.instances[key]
            if instance.is_decision:
                continue
            if run and (instance.encounter is None or run[-1][1].encounter != instance.encounter):
                visits.append(self._visit(run))
                run = []
            run.append((key, instance))
        if run:
            visits.append(self._visit(run))
        branches = any(
            instance.is_decision and not any(loop.tail == key for loop in graph.loops)
            for key, instance in graph.instances.items()
        )
        return Burden(tuple(visits), has_loops=bool(graph.loops), has_branches=branches)

    def _visit(self, run: list[tuple[str, ScheduledInstance]]) -> VisitBurden:
        inside = _Inside()
        lasts: list[int | None] = []
        for _, instance in run:
            self._add(instance, inside, ())
            own = [instance.sub_timeline]
            if self._running:
                own += [self._running.get(activity) for activity in instance.activities]
            lasts += [self._last(name) for name in own if name is not None and name in self._timelines]
        known = [seconds for seconds in lasts if seconds is not None]
        encounter = self._encounters.get(run[0][1].encounter or "")
        at_site = _at_site(encounter)
        return VisitBurden(
            tuple(key for key, _ in run),
            encounter.title if encounter is not None and len(run) > 1 else run[0][1].title,
            inside.assessments,
            inside.samples,
            inside.by_name,
            max(known) if known and at_site is not False else None,
            at_site,
        )

    def _add(self, instance: ScheduledInstance, into: _Inside, around: tuple[str, ...]) -> None:
        """Adds what is planned in an instance, with all that is planned in its sub-timelines."""
        if self._running.keys().isdisjoint(instance.activities):
            # Thousands of visits with hundreds of activities: no step of Python for each of them.
            counted = sum(map(self._weights.get, instance.activities, repeat(0)))
            into.assessments += counted & _COUNT
            into.samples += counted >> _BITS & _COUNT
            into.by_name += counted >> 2 * _BITS
            self._sum_within(instance, into, around)
            return
        for activity in instance.activities:
            if activity not in self._activities:
                continue
            if activity in self._running:
                within = self._within(self._running[activity], around)
                if within is not None and within.assessments:
                    self._sum(within, into)
                    continue
            into.assessments += 1
            evidence = self._evidence.get(activity, Evidence.NONE)
            into.samples += evidence is not Evidence.NONE
            into.by_name += evidence is Evidence.NAME
        self._sum_within(instance, into, around)

    def _sum_within(self, instance: ScheduledInstance, into: _Inside, around: tuple[str, ...]) -> None:
        within = self._within(instance.sub_timeline, around)
        if within is not None:
            self._sum(within, into)

    def _within(self, name: str | None, around: tuple[str, ...]) -> _Inside | None:
        if name is None or name not in self._timelines or name in around or len(around) >= _DEEPEST:
            return None
        if name not in self._inside:
            counted = _Inside()
            for instance in self._timelines[name].instances:
                self._add(instance, counted, (*around, name))
            self._inside[name] = counted
        return self._inside[name]

    def _sum(self, within: _Inside, into: _Inside) -> None:
        into.assessments += within.assessments
        into.samples += within.samples
        into.by_name += within.by_name

    def _last(self, name: str) -> int | None:
        if name not in self._lasts:
            self._lasts[name] = _length(self._timelines[name], self._design)
        return self._lasts[name]


def sample_evidence(design: StudyDesign) -> Mapping[str, Evidence]:
    """What says of each activity that it takes a sample; activities for which nothing does are left out."""
    specimens = {
        str(concept.get("id"))
        for attribute in ("biomedicalConcepts", "bcSurrogates")
        for concept in design.on_version_or_design(attribute)
        if _has_specimen(concept)
    }
    found: dict[str, Evidence] = {}
    for activity in design.activities:
        if not activity.id or activity.children:
            continue
        concepts = (*activity.biomedical_concepts, *activity.bc_surrogates)
        if not specimens.isdisjoint(concepts):
            found[activity.id] = Evidence.CONCEPT
        elif any(_says_sample(_words_of(procedure)) for procedure in activity.procedures):
            found[activity.id] = Evidence.PROCEDURE
        elif _says_sample((activity.title,)):
            found[activity.id] = Evidence.NAME
    return found


_SPECIMEN = re.compile(r"(?:^|[A-Z]{2})SPEC$")  # SDTM's --SPEC, such as LBSPEC
_SAMPLE_WORDS = re.compile(
    r"\b(?:blood\s+(?:sampl\w*|draw\w*|count|chemistry|test\w*)|plasma|serum|urine|urinalysis|uninalysis|f(?:a)?eces|"
    r"stool|saliva|sputum|swabs?|biops(?:y|ies)|specimens?|samples?|sampling|h(?:a)?ematology|"
    r"(?:clinical\s+)?chemistry|coagulation|serology|hb\s?a1c|h(?:a)?emoglobin|venip\w+|venepuncture|pharmacokinetics?|pk|"
    r"lab(?:oratory)?\s+tests?|laboratory)\b",
    re.IGNORECASE,
)


def _has_specimen(concept: JsonObject) -> bool:
    return any(
        type(name) is str and _SPECIMEN.search(name) is not None
        for item in objects(concept.get("properties"))
        for name in (item.get("name"), item.get("label"))
    )


def _words_of(procedure: Entity) -> Iterable[JsonValue]:
    code = procedure.raw.get("code")
    yield procedure.title
    yield procedure.raw.get("procedureType")
    if type(code) is dict:
        yield code.get("decode")


def _says_sample(texts: Iterable[JsonValue]) -> bool:
    return any(type(text) is str and _names_sample(text) for text in texts)


@lru_cache(maxsize=4096)
def _names_sample(text: str) -> bool:
    return _SAMPLE_WORDS.search(text) is not None


_SAY_WHERE: Final = frozenset({"contactModes", "environmentalSettings", "environmentalSetting"})


def _at_site(encounter: Encounter | None) -> bool | None:
    if encounter is None or _SAY_WHERE.isdisjoint(encounter.raw):
        return None
    modes = {code.code for code in encounter.contact_modes}
    settings = {code.code for code in encounter.environmental_settings}
    if modes and REMOTE.issuperset(modes):
        return False
    if settings and AT_HOME.issuperset(settings):
        return False
    return True if modes or settings else None


def _length(timeline: ScheduleTimeline, design: StudyDesign) -> int | None:
    """Seconds from a timeline's beginning to its end; None where not known, or a day and more."""
    said = _planned_duration(timeline.raw.get("plannedDuration"))
    if said is None:
        offsets = [time.offset for time in planned_times(timeline, design).times.values()]
        seconds = [offset_seconds(offset) for offset in offsets if offset is not None]
        known = [each for each in seconds if each is not None]
        if len(known) < 2 or len(known) != len(offsets):
            return None
        said = max(known) - min(known)
    return said if 0 < said < _DAY_SECONDS else None


_UNITS: Final = {"second": 1, "minute": 60, "hour": 3600, "day": _DAY_SECONDS}


def _planned_duration(value: JsonValue) -> int | None:
    """Seconds of a USDM Duration whose quantity has a unit of clock time or days; None for anything else."""
    if type(value) is str:
        offset = parse_duration(value)
        return offset_seconds(offset) if offset is not None else None
    quantity = value.get("quantity") if type(value) is dict else None
    if type(quantity) is not dict or type(quantity.get("value")) not in (int, float):
        return None
    unit = quantity.get("unit")
    standard = unit.get("standardCode") if type(unit) is dict else None
    decode = standard.get("decode") if type(standard) is dict else None
    length = _UNITS.get(decode.casefold().rstrip("s")) if type(decode) is str else None
    return int(quantity["value"] * length) if length is not None else None
