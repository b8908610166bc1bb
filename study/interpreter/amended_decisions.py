"""What an amendment does to the decisions that a participant may still come to: whom they ask, their rules and ways.

Decisions that are taken for good stay as they are: where one would be decided otherwise now, its visits tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from study.interpreter.course import Course
from study.language import QT_TRANSLATE_NOOP, translate
from study.plan.plan import Plan, PlanInstance, PlanTimeline, Role, Way

_ROLES = {
    Role.INVESTIGATOR: QT_TRANSLATE_NOOP("course", "the investigator"),
    Role.COMMITTEE: QT_TRANSLATE_NOOP("course", "the committee"),
    Role.IRT: QT_TRANSLATE_NOOP("course", "the IRT"),
    Role.SITE_COORDINATOR: QT_TRANSLATE_NOOP("course", "the site coordinator"),
}


class DecisionChangeKind(StrEnum):
    """What an amendment does to a decision."""

    ADDED = "decision added"
    DROPPED = "decision dropped"
    ROLE = "asks another role"
    RULE_ADDED = "rule added"
    RULE_DROPPED = "rule dropped"
    RULE = "another rule"
    WAY_ADDED = "way added"
    WAY_DROPPED = "way dropped"
    WAY_LEADS = "way leads elsewhere"
    WAY_TEXT = "way worded otherwise"


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """One change of one decision in a run; `before` is None where it is added, `after` where it is dropped.

    `way_before` and `way_after` are set where the change is one of a way; `to_before` and `to_after` are the titles of
    what it leads to, "" at the end of the path.
    """

    kind: DecisionChangeKind
    run: str
    before: PlanInstance | None
    after: PlanInstance | None
    way_before: Way | None = None
    way_after: Way | None = None
    to_before: str = ""
    to_after: str = ""

    @property
    def title(self) -> str:
        """What the decision is called, by the new plan where it is still there."""
        here = self.after or self.before
        return here.title if here is not None else ""


def decision_change_text(change: DecisionChange) -> str:
    """A change in a sentence: "Eligible?: the committee is asked, no longer the investigator"."""
    title, way = change.title, change.way_after or change.way_before
    named = _named(way) if way is not None else ""
    role, former = (
        translate("course", _ROLES[each.role]) if each is not None else ""
        for each in (change.after, change.before)
    )
    return _template(change).format(
        decision=title,
        way=named,
        former_way=_named(change.way_before) if change.way_before is not None else "",
        role=role,
        former=former,
        visit=change.to_after,
        former_visit=change.to_before,
    )


def _template(change: DecisionChange) -> str:
    match change.kind:
        case DecisionChangeKind.ADDED:
            return translate("course", "{decision}: a new decision, asked of {role}")
        case DecisionChangeKind.DROPPED:
            return translate("course", "{decision}: is decided no more")
        case DecisionChangeKind.ROLE:
            return translate("course", "{decision}: asked of {role} now, was asked of {former}")
        case DecisionChangeKind.RULE_ADDED:
            return translate("course", "{decision}: a rule decides on “{way}” now, {former} did")
        case DecisionChangeKind.RULE_DROPPED:
            return translate("course", "{decision}: no rule decides on “{way}” any more, {role} is asked")
        case DecisionChangeKind.RULE:
            return translate("course", "{decision}: another rule decides on “{way}” now")
        case DecisionChangeKind.WAY_TEXT:
            return translate("course", "{decision}: “{way}” now, was “{former_way}”")
        case DecisionChangeKind.WAY_ADDED if change.to_after:
            return translate("course", "{decision}: a new way, “{way}”, leads to {visit}")
        case DecisionChangeKind.WAY_ADDED:
            return translate("course", "{decision}: a new way, “{way}”, leads to the end")
        case DecisionChangeKind.WAY_DROPPED if change.to_before:
            return translate("course", "{decision}: the way “{way}”, to {former_visit}, is there no more")
        case DecisionChangeKind.WAY_DROPPED:
            return translate("course", "{decision}: the way “{way}”, to the end, is there no more")
        case DecisionChangeKind.WAY_LEADS if not change.to_after:
            return translate("course", "{decision}: “{way}” leads to the end now, not to {former_visit}")
        case DecisionChangeKind.WAY_LEADS if not change.to_before:
            return translate("course", "{decision}: “{way}” leads to {visit} now, not to the end")
        case DecisionChangeKind.WAY_LEADS:
            return translate("course", "{decision}: “{way}” leads to {visit} now, not to {former_visit}")


def _named(way: Way) -> str:
    return way.text or translate("course", "otherwise")


def changed_decisions(old: Plan, new: Plan, before: Course, after: Course) -> list[DecisionChange]:
    """The changes of the decisions that each run of a participant may still come to, in the order of the path."""
    if after.ended is not None:
        return []
    found: list[DecisionChange] = []
    for run in dict.fromkeys((*before.frontiers, *after.frontiers)):
        was = _ahead(_timeline(old, before, run), before.frontiers.get(run, ""))
        now = _ahead(_timeline(new, after, run), after.frontiers.get(run, ""))
        every_old, every_new = (_by_key(_timeline(*each, run)) for each in ((old, before), (new, after)))
        # Also where the new plan does not wait any more: a rule decides now, or one way alone is left.
        for key in [each for each in every_new if each in now or each in was]:
            former, other = every_old.get(key), every_new[key]
            if not other.is_decision:
                continue
            if former is None or not former.is_decision:
                found.append(DecisionChange(DecisionChangeKind.ADDED, run, None, other))
            else:
                found += _changes(run, former, other, every_old, every_new)
        found += [
            DecisionChange(DecisionChangeKind.DROPPED, run, each, None)
            for key, each in was.items()
            if key not in every_new or not every_new[key].is_decision
        ]
    return found


def _changes(
    run: str,
    was: PlanInstance,
    now: PlanInstance,
    of_old: dict[str, PlanInstance],
    of_new: dict[str, PlanInstance],
) -> Iterable[DecisionChange]:
    kind = DecisionChangeKind
    if was.role is not now.role:
        yield DecisionChange(kind.ROLE, run, was, now)
    had = {way.id: way for way in was.ways}
    has = {way.id: way for way in now.ways}
    for name in dict.fromkeys((*has, *had)):
        one, other = had.get(name), has.get(name)
        from_, to = (
            plan[way.target].title if way is not None and way.target in plan else ""
            for way, plan in ((one, of_old), (other, of_new))
        )

        def changed(
            what: DecisionChangeKind,
            one: Way | None = one,
            other: Way | None = other,
            from_: str = from_,
            to: str = to,
        ) -> DecisionChange:
            return DecisionChange(what, run, was, now, one, other, from_, to)

        if one is None or other is None:
            yield changed(kind.WAY_ADDED if one is None else kind.WAY_DROPPED)
            continue
        if one.target != other.target:
            yield changed(kind.WAY_LEADS)
        if one.text != other.text:
            yield changed(kind.WAY_TEXT)
        if one.rule != other.rule:
            rule = kind.RULE_ADDED if not one.rule else kind.RULE if other.rule else kind.RULE_DROPPED
            yield changed(rule)


def _timeline(plan: Plan, course: Course, run: str) -> PlanTimeline | None:
    return plan.by_id.get(course.runs.get(run, ""))


def _by_key(timeline: PlanTimeline | None) -> dict[str, PlanInstance]:
    return dict(timeline.by_key) if timeline is not None else {}


def _ahead(timeline: PlanTimeline | None, frontier: str) -> dict[str, PlanInstance]:
    """The decision that a run waits at, and all that lie behind it."""
    if timeline is None or frontier not in timeline.by_key:
        return {}
    found, waiting = {frontier}, [frontier]
    while waiting:
        for way in timeline.by_key[waiting.pop()].ways:
            if way.target in timeline.by_key and way.target not in found:
                found.add(way.target)
                waiting.append(way.target)
    return {each.key: each for each in timeline.instances if each.key in found and each.is_decision}
