"""What is assumed of a simulated group: how decisions turn out, who stops, who comes when, and what is measured.

Chances are numbers from 0 to 1; weights are any numbers that are not negative, of which the share of their sum
counts. Where nothing is said, everybody comes on the planned day to the end, and all ways of a decision that no rule
takes are alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from study.interpreter.events import EventType
from study.language import translate
from study.plan.plan import Plan, PlanInstance, Way

Weights = tuple[tuple[str, float], ...]
"""Names with their weights."""

STOPS: Final = (
    EventType.CONSENT_WITHDRAWN.value,
    EventType.LOST_TO_FOLLOW_UP.value,
    EventType.INTERVENTION_STOPPED.value,
    EventType.DIED.value,
)
"""How a participant may stop, beside the side timelines that end the main one."""

MOST_PASSES: Final = 100
"""How often a loop is gone round where nothing else is said, before the simulation takes another way."""

FARTHEST_DAYS: Final = 3


class OutcomesError(ValueError):
    """What is assumed cannot be read, or does not fit the study: a sentence that says where, and what to do."""


@dataclass(frozen=True, slots=True)
class Compliance:
    """Who comes when. `missed` is the chance that a visit does not take place.

    Of those that do: either so many days off the planned day, whatever the window (`days_off`: days, negative for
    earlier, with their weights), or the chances of coming on another day of the window, up to `farthest_days` before it
    or after it. What is left of the chances comes on the planned day.
    """

    missed: float = 0.0
    days_off: tuple[tuple[int, float], ...] = ()
    in_its_window: float = 0.0
    before_its_window: float = 0.0
    after_its_window: float = 0.0
    farthest_days: int = FARTHEST_DAYS

    @property
    def is_exact(self) -> bool:
        """Whether everybody comes on the planned day."""
        return not (
            self.missed
            or self.days_off
            or self.in_its_window
            or self.before_its_window
            or self.after_its_window
        )


ON_ITS_DAY: Final = Compliance()


@dataclass(frozen=True, slots=True)
class Discontinuation:
    """Who stops: the chance in each month (365.25 / 12 days) since consent, and after each visit; and how, weighted.

    `how` names one of `STOPS`, or the id or title of a side timeline that then begins.
    """

    per_month: float = 0.0
    per_visit: float = 0.0
    how: Weights = ((EventType.CONSENT_WITHDRAWN.value, 1.0),)


@dataclass(frozen=True, slots=True)
class Measured:
    """A value that is recorded of each participant: which, in which unit (UCUM), and how it is spread.

    `name` is an observation's or an attribute's name, `activity` the id or name of an activity instead. `one_of` are
    values with weights; else any value in `between` alike, rounded to `decimals`. `at` are visits by id or title; with
    none, an activity's value is recorded at each visit that has it, any other once, at consent.
    """

    name: str = ""
    activity: str = ""
    unit: str = ""
    one_of: tuple[tuple[str | float | bool, float], ...] = ()
    between: tuple[float, float] | None = None
    decimals: int = 1
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long assessments take, in minutes. `each`: those that are not named, None where that is not known."""

    each: float | None = None
    by_assessment: Mapping[str, float] = field(default_factory=dict)

    @property
    def are_known(self) -> bool:
        """Whether anything is said."""
        return self.each is not None or bool(self.by_assessment)


NO_MINUTES: Final = Minutes()


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All that is assumed. `per_month`: how many participants are enrolled in a month, None for all on one day.

    `by_visit` and `decisions` are by id or title; a decision has one set of weights for each pass of its loop, the last
    of which stays, by the way's id, its words, or the title that it leads to.
    """

    per_month: float | None = None
    screen_failure: float = 0.0
    discontinuation: Discontinuation = Discontinuation()
    visits: Compliance = ON_ITS_DAY
    by_visit: Mapping[str, Compliance] = field(default_factory=dict)
    decisions: Mapping[str, tuple[Weights, ...]] = field(default_factory=dict)
    observations: tuple[Measured, ...] = ()
    minutes: Minutes = NO_MINUTES
    most_passes: int = MOST_PASSES


AS_PLANNED: Final = Outcomes()
"""Nothing assumed: everybody comes on the planned day, to the end."""


def fitted(outcomes: Outcomes, plan: Plan) -> Outcomes:
    """The same with keys and ids of a plan in place of titles. Raises OutcomesError for what the plan has not."""
    visits = _named(plan, decisions=False)
    decisions = _named(plan, decisions=True)
    by_visit: dict[str, Compliance] = {}
    for name, compliance in outcomes.by_visit.items():
        for each in _visits_called(name, visits, "by_visit"):
            by_visit[each.key] = compliance
    turned: dict[str, tuple[Weights, ...]] = {}
    for name, passes in outcomes.decisions.items():
        for each in _decisions_called(name, decisions):
            turned[each.key] = tuple(_ways(plan, each, name, weights) for weights in passes)
    how = tuple((_stop(plan, name), weight) for name, weight in outcomes.discontinuation.how)
    return replace(
        outcomes,
        by_visit=by_visit,
        decisions=turned,
        discontinuation=replace(outcomes.discontinuation, how=how),
        observations=tuple(_measured(plan, each, visits) for each in outcomes.observations),
        minutes=replace(
            outcomes.minutes,
            by_assessment={
                _activity(plan, name, "minutes.by_assessment"): minutes
                for name, minutes in outcomes.minutes.by_assessment.items()
            },
        ),
    )


def _named(plan: Plan, *, decisions: bool) -> dict[str, list[PlanInstance]]:
    """Instances by key and by title, titles without regard to capitals."""
    found: dict[str, list[PlanInstance]] = {}
    for timeline in plan.timelines:
        for each in timeline.instances:
            if each.is_decision is decisions:
                found.setdefault(each.key, []).append(each)
                if each.title.casefold() != each.key:
                    found.setdefault(each.title.casefold(), []).append(each)
    return found


def _visits_called(name: str, there: Mapping[str, list[PlanInstance]], where: str) -> Sequence[PlanInstance]:
    found = _called(name, there)
    if found:
        return found
    titles = _titles(there)
    if not titles:
        empty = translate("outcomes", "{where}: the schedule has no visits, so leave “{name}” out.")
        raise OutcomesError(empty.format(where=where, name=name))
    said = translate("outcomes", "{where}: there is no visit “{name}”. The schedule has: {titles}.")
    raise OutcomesError(said.format(where=where, name=name, titles=_listed(titles)))


def _decisions_called(name: str, there: Mapping[str, list[PlanInstance]]) -> Sequence[PlanInstance]:
    found = _called(name, there)
    if found:
        return found
    titles = _titles(there)
    if not titles:
        empty = translate("outcomes", "decisions: the schedule has no decisions, so leave “{name}” out.")
        raise OutcomesError(empty.format(name=name))
    said = translate("outcomes", "decisions: there is no decision “{name}”. The schedule has: {titles}.")
    raise OutcomesError(said.format(name=name, titles=_listed(titles)))


def _called(name: str, there: Mapping[str, list[PlanInstance]]) -> Sequence[PlanInstance]:
    return there.get(name) or there.get(name.strip().casefold()) or ()


def _titles(there: Mapping[str, list[PlanInstance]]) -> list[str]:
    return list(dict.fromkeys(each.title for instances in there.values() for each in instances))


def _listed(names: list[str], most: int = 20) -> str:
    told = ", ".join(names[:most])
    if len(names) <= most:
        return told
    return translate("outcomes", "{names} and {number} more").format(names=told, number=len(names) - most)


def _ways(plan: Plan, decision: PlanInstance, name: str, weights: Weights) -> Weights:
    titles = {each.key: each.title for timeline in plan.timelines for each in timeline.instances}
    made: dict[str, float] = {}
    for said, weight in weights:
        wanted = said.strip().casefold()
        way = next((each for each in decision.ways if each.id == said), None) or next(
            (each for each in decision.ways if wanted in _names_of(each, titles)), None
        )
        if way is None:
            there = _listed([each.text or titles.get(each.target, each.id) for each in decision.ways])
            raise OutcomesError(
                translate("outcomes", "decisions.{name}: there is no way “{said}”. It has: {there}.").format(
                    name=name, said=said, there=there
                )
            )
        made[way.id] = made.get(way.id, 0.0) + weight
    return tuple(made.items())


def _names_of(way: Way, titles: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(each.casefold() for each in (way.id, way.text, titles.get(way.target, "")) if each)


def _stop(plan: Plan, name: str) -> str:
    if name in STOPS:
        return name
    beside = [each for each in plan.timelines[1:] if each.is_side]
    wanted = name.strip().casefold()
    for each in beside:
        if each.id == name or each.title.casefold() == wanted:
            return each.id
    titles = _listed([*STOPS, *(each.title for each in beside if each.ends_main)])
    raise OutcomesError(
        translate(
            "outcomes", "discontinuation.how: nobody can stop by “{name}”. Write one of: {titles}."
        ).format(name=name, titles=titles)
    )


def _activity(plan: Plan, name: str, where: str) -> str:
    if name in plan.activity_titles:
        return name
    wanted = name.strip().casefold()
    found = [each.id for each in plan.activities if each.title.casefold() == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        raise OutcomesError(
            translate(
                "outcomes", "{where}: several activities are called “{name}”. Write the id: {found}."
            ).format(where=where, name=name, found=_listed(found))
        )
    raise OutcomesError(
        translate(
            "outcomes", "{where}: the schedule has no activity “{name}”. Write one by its name or its id."
        ).format(where=where, name=name)
    )


def _measured(plan: Plan, measured: Measured, visits: Mapping[str, list[PlanInstance]]) -> Measured:
    activity = _activity(plan, measured.activity, "observations") if measured.activity else ""
    at = tuple(each.key for name in measured.at for each in _visits_called(name, visits, "observations.at"))
    if activity and not at:
        at = tuple(
            each.key for each in plan.main.instances if activity in each.activities and not each.is_decision
        )
        if not at:
            raise OutcomesError(
                translate(
                    "outcomes",
                    "observations: no visit has the activity “{activity}”. Say at which visits (at).",
                ).format(activity=measured.activity)
            )
    return replace(measured, activity=activity, at=at)
