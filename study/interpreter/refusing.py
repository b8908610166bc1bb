"""Why an event is not recorded: judged from the plan and the event alone, never from what was recorded before it.

So the order of recording cannot decide whether something is accepted.
"""

from __future__ import annotations

import math

from study.interpreter.events import Event, EventType
from study.interpreter.runs import MAIN, side_run, timeline_of
from study.interpreter.when import When
from study.language import translate
from study.plan.plan import MOST_PASSES, Plan, PlanTimeline

_AT_A_VISIT = frozenset(
    (
        EventType.ANCHOR_HAPPENED,
        EventType.ACTIVITY_DONE,
        EventType.ACTIVITY_NOT_DONE,
        EventType.VISIT_DONE,
        EventType.VISIT_NOT_DONE,
        EventType.VISIT_RESCHEDULED,
    )
)
_WITH_ACTIVITY = frozenset((EventType.ACTIVITY_DONE, EventType.ACTIVITY_NOT_DONE))
_WITH_REASON = frozenset((EventType.ACTIVITY_NOT_DONE, EventType.VISIT_NOT_DONE))
_LONGEST = 10_000  # characters of a text


def why_refused(plan: Plan, event: Event) -> str:
    """Why an event cannot be recorded, in a sentence; "" where it can."""
    if event.recorded is not None and _is_later(event.occurred, event.recorded):
        return translate(
            "course",
            "It cannot have happened ({occurred}) after it was recorded ({recorded}): check the dates.",
        ).format(occurred=event.occurred, recorded=event.recorded)
    if isinstance(event.value, float) and not math.isfinite(event.value):
        return translate("course", "A value that is no number cannot be recorded.")
    texts = (event.id, event.run, event.reason, event.name, event.unit, event.answer, str(event.value or ""))
    if max(map(len, texts)) > _LONGEST:
        return translate("course", "A text is too long to be recorded.")
    kind = event.type
    if kind is EventType.TIMER_FIRED:
        return ""
    if kind is EventType.AMENDMENT_APPLIED:
        return translate(
            "course", "An amendment changes the plan: it is applied by moving the participant to it."
        )
    if kind is EventType.CORRECTED:
        return _why_no_correction(plan, event)
    if kind is EventType.SIDE_TIMELINE_STARTED:
        return _why_not_started(plan, event)
    if event.activity and event.activity not in plan.activity_titles:
        return translate("course", "The plan has no activity “{activity}”: check which one is meant.").format(
            activity=event.activity
        )
    if kind is EventType.DECISION_ANSWERED:
        return _why_no_answer(plan, event)
    if kind in _AT_A_VISIT:
        return _why_not_at_visit(plan, event)
    return ""


def _why_not_at_visit(plan: Plan, event: Event) -> str:
    timeline, why = _timeline(plan, event)
    if timeline is None:
        return why
    key = event.instance or (timeline.anchor if event.type is EventType.ANCHOR_HAPPENED else "")
    instance = timeline.by_key.get(key)
    if instance is None:
        return translate("course", "{timeline} has no visit “{visit}”: check which one is meant.").format(
            timeline=timeline.title, visit=event.instance
        )
    if instance.is_decision:
        return translate("course", "“{visit}” is a decision: answer it.").format(visit=instance.title)
    if event.type is EventType.ANCHOR_HAPPENED and not instance.time.is_anchor:
        return translate("course", "“{visit}” is no anchor: record the visit.").format(visit=instance.title)
    if event.type in _WITH_ACTIVITY and not event.activity:
        return translate("course", "It does not say which activity.")
    if event.type in _WITH_REASON and not event.reason.strip():
        return translate("course", "What was not done needs a reason: say why.")
    if event.type is EventType.VISIT_RESCHEDULED and event.to is None:
        return translate("course", "It does not say to which date.")
    return _why_no_pass(event)


def _why_no_answer(plan: Plan, event: Event) -> str:
    timeline, why = _timeline(plan, event)
    if timeline is None:
        return why
    instance = timeline.by_key.get(event.instance)
    if instance is None or not instance.is_decision:
        return translate("course", "{timeline} has no decision “{visit}”: check which one is meant.").format(
            timeline=timeline.title, visit=event.instance
        )
    if not any(way.id == event.answer for way in instance.ways):
        return translate("course", "“{answer}” is no answer to “{decision}”: take one of its ways.").format(
            answer=event.answer, decision=instance.title
        )
    return _why_no_pass(event)


def _why_no_pass(event: Event) -> str:
    if not 1 <= event.pass_ <= MOST_PASSES:
        return translate("course", "There is no pass {number}: passes count from 1.").format(
            number=event.pass_
        )
    return ""


def _why_not_started(plan: Plan, event: Event) -> str:
    timeline = plan.by_id.get(event.timeline)
    if timeline is None or timeline is plan.main:
        return translate("course", "The plan has no side timeline “{timeline}” that could start.").format(
            timeline=event.timeline
        )
    if event.run and (not event.run.startswith("side:") or timeline_of(plan, event.run) is not timeline):
        return translate("course", "“{run}” is no name for a run of {timeline}.").format(
            run=event.run, timeline=timeline.title
        )
    assert event.run or timeline_of(plan, side_run(event.timeline, event.name or event.id)) is not None
    return ""


def _why_no_correction(plan: Plan, event: Event) -> str:
    if not event.target:
        return translate("course", "A correction must name the event that it corrects.")
    if not event.reason.strip():
        return translate("course", "A correction needs a reason: say why.")
    if event.instead is None:
        return ""
    if event.instead.type in (EventType.CORRECTED, EventType.TIMER_FIRED):
        return translate("course", "A correction cannot hold another correction or a timer.")
    return why_refused(plan, event.instead)


def _timeline(plan: Plan, event: Event) -> tuple[PlanTimeline | None, str]:
    timeline = timeline_of(plan, event.run or MAIN)
    if timeline is None:
        return None, translate("course", "The plan has no run “{run}”: check which one is meant.").format(
            run=event.run
        )
    return timeline, ""


def _is_later(first: When, second: When) -> bool:
    """Whether a moment is certainly later than another, wherever on earth each was written."""
    if first.time is None or second.time is None or first.offset != second.offset:
        slack = 1 if first.offset != second.offset else 0
        return (first.date - second.date).days > slack
    return (first.date, first.time) > (second.date, second.time)
