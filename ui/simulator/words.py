"""The simulator's words: events, statuses, roles, and in which way a visit departs from the protocol."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from study.changes import UnknownFormatError
from study.dating_words import DateForm
from study.interpreter.course import Course, Decision, Occurrence
from study.interpreter.deviations import Deviation, DeviationKind
from study.interpreter.events import Event, EventType
from study.interpreter.runs import timeline_of
from study.interpreter.status import Status
from study.language import QT_TRANSLATE_NOOP, translate
from study.plan.plan import OTHERWISE, Plan, PlanInstance, Role, Way
from study.rules.sentence import rule_sentence
from study.rules.writing import read_rule
from study.simulation.session import Step

_STATUSES = {
    Status.UPCOMING: QT_TRANSLATE_NOOP("simulator", "Upcoming"),
    Status.DUE: QT_TRANSLATE_NOOP("simulator", "Due"),
    Status.OVERDUE: QT_TRANSLATE_NOOP("simulator", "Overdue"),
    Status.DONE: QT_TRANSLATE_NOOP("simulator", "Done"),
    Status.DONE_EARLY: QT_TRANSLATE_NOOP("simulator", "Done early"),
    Status.DONE_IN_WINDOW: QT_TRANSLATE_NOOP("simulator", "Done in window"),
    Status.DONE_AFTER: QT_TRANSLATE_NOOP("simulator", "Done after window"),
    Status.NOT_DONE: QT_TRANSLATE_NOOP("simulator", "Not done"),
    Status.NOT_REQUIRED: QT_TRANSLATE_NOOP("simulator", "Not required"),
    Status.NOT_APPLICABLE: QT_TRANSLATE_NOOP("simulator", "Not applicable"),
}
_DECIDES = {
    Role.INVESTIGATOR: QT_TRANSLATE_NOOP("simulator", "The investigator decides"),
    Role.COMMITTEE: QT_TRANSLATE_NOOP("simulator", "The committee decides"),
    Role.IRT: QT_TRANSLATE_NOOP("simulator", "The IRT decides"),
    Role.SITE_COORDINATOR: QT_TRANSLATE_NOOP("simulator", "The site coordinator decides"),
}
_HAPPENED = {
    EventType.CONSENTED: QT_TRANSLATE_NOOP("simulator", "Consent given"),
    EventType.INTERVENTION_STOPPED: QT_TRANSLATE_NOOP("simulator", "Intervention stopped"),
    EventType.SCREEN_FAILED: QT_TRANSLATE_NOOP("simulator", "Screen failure"),
    EventType.RE_SCREENED: QT_TRANSLATE_NOOP("simulator", "Screened again"),
    EventType.CONSENT_WITHDRAWN: QT_TRANSLATE_NOOP("simulator", "Consent withdrawn"),
    EventType.LOST_TO_FOLLOW_UP: QT_TRANSLATE_NOOP("simulator", "Lost to follow-up"),
    EventType.DIED: QT_TRANSLATE_NOOP("simulator", "Died"),
    EventType.AMENDMENT_APPLIED: QT_TRANSLATE_NOOP("simulator", "Moved to the edited plan"),
    EventType.CORRECTED: QT_TRANSLATE_NOOP("simulator", "Corrected"),
    EventType.TIMER_FIRED: QT_TRANSLATE_NOOP("simulator", "Time went on"),
}
_PICTURES = {
    EventType.CONSENTED: "clipboard-check",
    EventType.ANCHOR_HAPPENED: "check",
    EventType.VISIT_DONE: "check",
    EventType.ACTIVITY_DONE: "check",
    EventType.VISIT_NOT_DONE: "circle-x",
    EventType.ACTIVITY_NOT_DONE: "circle-x",
    EventType.VISIT_RESCHEDULED: "calendar-days",
    EventType.DECISION_ANSWERED: "diamond",
    EventType.OBSERVATION_RECORDED: "flask-conical",
    EventType.TIMER_FIRED: "clock",
    EventType.UNSCHEDULED_VISIT: "plus",
    EventType.SIDE_TIMELINE_STARTED: "git-branch",
    EventType.AMENDMENT_APPLIED: "refresh-cw",
    EventType.DIED: "circle-x",
    EventType.CONSENT_WITHDRAWN: "log-out",
    EventType.LOST_TO_FOLLOW_UP: "log-out",
    EventType.SCREEN_FAILED: "log-out",
    EventType.INTERVENTION_STOPPED: "circle-alert",
}


def status_words(each: Occurrence) -> str:
    """A status in words; what the path may still lead to says so."""
    if each.possible and not each.on_path and each.status.is_open:
        return translate("simulator", "Possible")
    return translate("simulator", _STATUSES[each.status])


def who_decides(role: Role) -> str:
    """Who answers a decision."""
    return translate("simulator", _DECIDES[role])


def picture_of(event: Event) -> str:
    """The icon of an event."""
    return _PICTURES.get(event.type, "circle-dot")


def instance_of(plan: Plan, event: Event) -> PlanInstance | None:
    """The instance that an event is at; None where it is at none, or the plan has it no more."""
    timeline = timeline_of(plan, event.run or "main")
    return timeline.by_key.get(event.instance) if timeline is not None and event.instance else None


def event_text(step: Step, form: DateForm) -> str:
    """What happened, in a line without its date: "Week 8 done", "Eligible?: otherwise"."""
    event, plan = step.event, step.plan
    visit = _visit(plan, event)
    because = event.reason.strip()
    match event.type:
        case EventType.VISIT_DONE | EventType.ANCHOR_HAPPENED:
            if event.recorded is not None and event.recorded.date != event.occurred.date:
                return translate("simulator", "{visit} done, recorded on {date}").format(
                    visit=visit, date=form.plain(event.recorded.date, year=False)
                )
            return translate("simulator", "{visit} done").format(visit=visit)
        case EventType.VISIT_NOT_DONE:
            return translate("simulator", "{visit} skipped: {reason}").format(visit=visit, reason=because)
        case EventType.ACTIVITY_NOT_DONE:
            activity = plan.activity_titles.get(event.activity, event.activity)
            return translate("simulator", "{activity} skipped at {visit}: {reason}").format(
                activity=activity, visit=visit, reason=because
            )
        case EventType.VISIT_RESCHEDULED if event.to is not None:
            return translate("simulator", "{visit} booked for {date}").format(
                visit=visit, date=form.day(event.to.date, year=False)
            )
        case EventType.DECISION_ANSWERED:
            instance = instance_of(plan, event)
            way = next((w for w in instance.ways if w.id == event.answer), None) if instance else None
            answer = way_text(plan, event.run, way) if way is not None else event.answer
            return translate("simulator", "{decision}: {answer}").format(decision=visit, answer=answer)
        case EventType.OBSERVATION_RECORDED:
            return translate("simulator", "{name}: {value}").format(
                name=event.name, value=f"{event.value} {event.unit}".strip()
            )
        case EventType.UNSCHEDULED_VISIT:
            return event.name or translate("simulator", "Unscheduled visit")
        case EventType.SIDE_TIMELINE_STARTED:
            timeline = plan.by_id.get(event.timeline)
            title = timeline.title if timeline is not None else event.timeline
            return translate("simulator", "{timeline} started").format(timeline=title)
        case _:
            text = translate("simulator", _HAPPENED.get(event.type, ""))
            if not because:
                return text
            return translate("simulator", "{event}: {reason}").format(event=text, reason=because)


def _visit(plan: Plan, event: Event) -> str:
    instance = instance_of(plan, event)
    title = " ".join(instance.title.split()) if instance is not None else event.instance
    if event.pass_ > 1:
        return translate("simulator", "{visit} (pass {number})").format(visit=title, number=event.pass_)
    return title


def way_text(plan: Plan, run: str, way: Way) -> str:
    """A way as the protocol says it; the default says where it leads."""
    text = " ".join(way.text.split())
    if text:
        return text
    return translate("simulator", "Otherwise: {target}").format(target=target_text(plan, run, way))


def target_text(plan: Plan, run: str, way: Way) -> str:
    """Where a way leads: a visit, or the end."""
    timeline = timeline_of(plan, run or "main")
    target = timeline.by_key.get(way.target) if timeline is not None else None
    if target is None:
        return translate("simulator", "the end")
    return " ".join(target.title.split())


def rule_text(way: Way) -> str:
    """The sentence of the rule of a way; "" where it has none, or one of a newer program."""
    if not way.rule:
        return ""
    try:
        return rule_sentence(read_rule(way.rule))
    except (UnknownFormatError, ValueError):
        return translate("simulator", "Its rule cannot be read: a person decides.")


def decided_text(plan: Plan, decided: Decision) -> str:
    """A decision that a rule took: "Eligible? by rule: Age is at least 18 years …"."""
    way = next((each for each in decided.ways if each.id == decided.taken), None)
    title = " ".join(decided.instance.title.split())
    if way is None:
        return title
    if way.id == OTHERWISE:
        rules = " ".join(rule_text(each) for each in decided.ways if each.rule)
        return translate("simulator", "{decision}: {answer}, by rule, as no other way held. {rule}").format(
            decision=title, answer=way_text(plan, decided.run, way), rule=rules
        )
    return translate("simulator", "{decision}: {answer}, by rule. {rule}").format(
        decision=title, answer=way_text(plan, decided.run, way), rule=rule_text(way)
    )


def short_deviation(found: Sequence[Deviation]) -> str:
    """The deviations of one visit in a few words: "2 days late"."""
    return ", ".join(dict.fromkeys(_short(each) for each in found))


def _short(deviation: Deviation) -> str:
    days = abs(deviation.out.days) if deviation.out is not None else 0
    minutes = abs(deviation.out.minutes) if deviation.out is not None else 0
    match deviation.kind:
        case DeviationKind.BEFORE_WINDOW if minutes:
            return translate("simulator", "%n minute(s) early", "", minutes)
        case DeviationKind.BEFORE_WINDOW:
            return translate("simulator", "%n day(s) early", "", days)
        case DeviationKind.AFTER_WINDOW if minutes:
            return translate("simulator", "%n minute(s) late", "", minutes)
        case DeviationKind.AFTER_WINDOW:
            return translate("simulator", "%n day(s) late", "", days)
        case DeviationKind.NOT_DONE:
            return translate("simulator", "Not done")
        case DeviationKind.ACTIVITIES_NOT_DONE:
            return translate("simulator", "%n activit(ies) missed", "", len(deviation.activities))
        case DeviationKind.BEFORE_CONSENT:
            return translate("simulator", "Before consent")
        case DeviationKind.AFTER_WITHDRAWAL:
            return translate("simulator", "After withdrawal")
        case DeviationKind.AFTER_STOP:
            return translate("simulator", "Treatment after stop")
        case _:
            return translate("simulator", "Off the path")


def today_text(course: Course, day: dt.date, study_day: int | None, form: DateForm) -> str:
    """The simulated day with its study day, where one is counted."""
    text = form.day(day)
    if study_day is None or course.now is None:
        return text
    number = f"\u2212{-study_day}" if study_day < 0 else str(study_day)
    return translate("simulator", "{date} · Day {number}").format(date=text, number=number)
