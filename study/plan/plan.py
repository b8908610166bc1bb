"""What a plan holds: the timelines of one schedule with their instances, ways on, times and roles, and its hash.

A plan is made by `study.plan.compile`, is never changed, and is named by the SHA-256 of its canonical JSON. It holds
no text of the program, only the study's own, so that its hash does not depend on anybody's language.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from study.changes import UnknownFormatError
from study.durations import Offset
from study.json_types import JsonValue
from study.plan.plain import from_plain, to_plain

FORMAT: Final = 1

MOST_PASSES: Final = 1_000
"""How often any instance can be passed through. No protocol comes near; it keeps a rule that never ends from it."""


class Role(StrEnum):
    """Who answers a decision or does a task (ICH E6: investigator and delegated staff; IRT is a system)."""

    INVESTIGATOR = "investigator"
    COMMITTEE = "committee"
    IRT = "irt"
    SITE_COORDINATOR = "site coordinator"


@dataclass(frozen=True, slots=True)
class PlanTime:
    """When an instance is planned, counted on its timeline's own time base (rule 1 of time).

    `offset` is None where the schedule does not say when, and `unknown` the word for why (a `study.timeline.Status`).
    `reference` is the key of the instance that it is timed from, "" for an anchor. `lower` and `upper` are the
    magnitudes of the window's sides, None where not stated. `in_hours`, `lower_in_hours` and `upper_in_hours`: written
    in hours or minutes, an instant. `clock_window_on_date`: a window in hours around a date, which cannot be judged.
    `study_day`: its nominal day on the main timeline. `timing` is the id of the USDM Timing, `label` its own words.
    """

    offset: Offset | None = None
    unknown: str = ""
    reference: str = ""
    time_base: str = ""
    is_anchor: bool = False
    is_range: bool = False
    whole_days: bool = True
    in_hours: bool = False
    lower: Offset | None = None
    upper: Offset | None = None
    lower_in_hours: bool = False
    upper_in_hours: bool = False
    clock_window_on_date: bool = False
    study_day: int | None = None
    timing: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from an instance. `target` is a key, "" where the path ends there.

    `id` is that of the ConditionAssignment, "otherwise" for the default. `text` is its condition as the study says it.
    `back`: it closes a loop. `rule` is an executable rule as it is kept (JSON), "" where there is none and a person
    decides; `at_most` the passes after which it is closed, None where no rule says so.
    """

    id: str
    target: str
    text: str = ""
    back: bool = False
    rule: str = ""
    at_most: int | None = None


OTHERWISE: Final = "otherwise"


@dataclass(frozen=True, slots=True)
class SubTimeline:
    """A timeline that runs inside an instance; `activity` is the one that carries it, "" for the instance itself."""

    timeline: str
    activity: str = ""


@dataclass(frozen=True, slots=True)
class Repeated:
    """An activity that is done several times within a visit."""

    activity: str
    times: int


@dataclass(frozen=True, slots=True)
class TextRule:
    """An executable rule beside a text that is no way on: `id` of the Condition or TransitionRule, and its words.

    `activities`: those that are done only where it holds, at the instance that has it.
    """

    id: str
    rule: str
    text: str = ""
    activities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanSpan:
    """An activity that goes on from one instance to another, such as a diary."""

    activity: str
    first: str
    last: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class PlanInstance:
    """A node of the schedule: a visit (or a step of one), or a decision.

    `optional` are the activities that a person classed as conditional or optional; `one_of` the groups of which one is
    done; `times` those done several times. `in_treatment`: it lies in an epoch of treatment. `role` answers the
    decision, or does the visit; `role_said_by` is the word of the study's text by which the role was told, "" where
    nothing told it. `conditions` are the footnotes that a rule decides, `gates` the transition rules of elements and
    encounters that are to hold before it.
    """

    key: str
    title: str
    time: PlanTime
    ways: tuple[Way, ...] = ()
    is_decision: bool = False
    activities: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    one_of: tuple[tuple[str, ...], ...] = ()
    subs: tuple[SubTimeline, ...] = ()
    epoch: str = ""
    encounter: str = ""
    in_treatment: bool = False
    role: Role = Role.SITE_COORDINATOR
    role_said_by: str = ""
    times: tuple[Repeated, ...] = ()
    conditions: tuple[TextRule, ...] = ()
    gates: tuple[TextRule, ...] = ()

    def times_of(self, activity: str) -> int:
        """How often an activity is done within the visit."""
        return next((each.times for each in self.times if each.activity == activity), 1)

    @property
    def asks(self) -> bool:
        """Whether the way on has to be decided."""
        return len(self.ways) > 1


@dataclass(frozen=True, slots=True)
class PlanLoop:
    """A loop: the way back from `tail` to `head`, and all that lies in it."""

    head: str
    tail: str
    body: tuple[str, ...]


@dataclass(frozen=True)
class PlanTimeline:
    """One timeline: its instances in the order of the path, its loops, and the anchor that counts first.

    `day_of_anchor` is the study day of the anchor, None where days are not counted (side and sub-timelines).
    `ends_main`: a side timeline that, once started, ends the main one; told from its words, `ends_main_said_by`.
    `entry_rule` tells when a side timeline is to be started, `started_by` who starts it, `at_most` how often (None:
    nothing says so). `spans`: what goes on between two of its instances.
    """

    id: str
    title: str
    entry: str
    instances: tuple[PlanInstance, ...]
    loops: tuple[PlanLoop, ...] = ()
    anchor: str = ""
    day_of_anchor: int | None = None
    entry_condition: str = ""
    is_side: bool = False
    ends_main: bool = False
    ends_main_said_by: str = ""
    entry_rule: str = ""
    started_by: Role = Role.SITE_COORDINATOR
    at_most: int | None = None
    spans: tuple[PlanSpan, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, PlanInstance]:
        """The instances by key."""
        return {each.key: each for each in self.instances}

    @cached_property
    def bodies(self) -> Mapping[tuple[str, str], PlanLoop]:
        """The loop that each way back closes, by (tail, head)."""
        return {(loop.tail, loop.head): loop for loop in self.loops}


@dataclass(frozen=True, slots=True)
class Named:
    """An id and what a person calls it."""

    id: str
    title: str


@dataclass(frozen=True)
class Plan:
    """A schedule that can be run. The first timeline is the one that runs from consent; the others hang on it.

    `treatments`: the activities that give the study's treatment.
    """

    timelines: tuple[PlanTimeline, ...]
    activities: tuple[Named, ...] = ()
    epochs: tuple[Named, ...] = ()
    encounters: tuple[Named, ...] = ()
    study: str = ""
    treatments: tuple[str, ...] = ()

    @property
    def main(self) -> PlanTimeline:
        """The timeline that runs from consent."""
        return self.timelines[0]

    @cached_property
    def by_id(self) -> Mapping[str, PlanTimeline]:
        """The timelines by id."""
        return {each.id: each for each in reversed(self.timelines)}

    @cached_property
    def activity_titles(self) -> Mapping[str, str]:
        """What each activity is called, by id."""
        return {each.id: each.title for each in self.activities}

    @cached_property
    def with_entry_rules(self) -> tuple[PlanTimeline, ...]:
        """The side timelines that a rule says when to start."""
        return tuple(
            each for each in self.timelines if each.entry_rule and each.is_side and each.entry in each.by_key
        )

    @cached_property
    def judges_visits(self) -> bool:
        """Whether rules of footnotes or transitions say anything of its visits."""
        return any(i.conditions or i.gates for each in self.timelines for i in each.instances)

    @cached_property
    def canonical(self) -> str:
        """The plan as canonical JSON: keys sorted, no blanks, ASCII."""
        value = {"format": FORMAT, "plan": to_plain(self)}
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)

    @cached_property
    def hash(self) -> str:
        """By which everything that runs refers to the plan: "sha256:" and the digest of its canonical JSON."""
        return "sha256:" + hashlib.sha256(self.canonical.encode("ascii")).hexdigest()

    @cached_property
    def memo(self) -> dict[object, object]:
        """What has been worked out from the plan alone and may be again at any time; no part of its value."""
        return {}


def read_plan(text: str) -> Plan:
    """The plan that `Plan.canonical` wrote.

    Raises UnknownFormatError for one of a newer program, ValueError with a sentence for what is no plan.
    """
    try:
        value: JsonValue = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError("The plan cannot be read: it is no JSON.") from error
    if type(value) is not dict or type(value.get("format")) is not int:
        raise ValueError("The plan cannot be read: it does not say its format.")
    if value["format"] != FORMAT:
        raise UnknownFormatError(
            f"This plan has format {value['format']!r}, this program knows format {FORMAT}. "
            "It is kept as it is; a newer Maestro can run it."
        )
    try:
        plan = from_plain(Plan, value.get("plan"))
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError("The plan cannot be read: it is damaged.") from error
    if not plan.timelines:
        raise ValueError("The plan cannot be read: it has no timeline.")
    return plan
