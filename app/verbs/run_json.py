"""What `maestro run` tells, as JSON: one object, as docs/verbs.md tells it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.verbs.calendar import when_text
from app.verbs.running import one_line
from study.interpreter.amended_decisions import decision_change_text
from study.interpreter.course import Apart, Decision, Ended
from study.interpreter.deviations import Deviation
from study.interpreter.migrate import VisitChange, change_text
from study.interpreter.words import deviation_text, query_text
from study.plan.plan import Role
from study.visit_calendar import CalendarRow

if TYPE_CHECKING:
    from app.verbs.run import Amendment, Ran
    from study.dating import Moment
    from study.interpreter.course import Occurrence
    from study.json_types import JsonObject, JsonValue
    from study.plan.plan import Plan

FORMAT = 1


def as_json(result: Ran) -> str:
    """One object, as docs/verbs.md tells it."""
    running, made = result.running, result.course
    value: JsonObject = {
        "format": FORMAT,
        "study": one_line(running.document.title),
        "timeline": {"id": running.timeline.id or "", "title": one_line(running.timeline.title)},
        "plan": running.plan.hash,
        "as_of": moment_text(made.now),
        "consent": when_text(made.consent) or None,
        "consent_withdrawn": when_text(made.withdrawn) or None,
        "consent_given_again": [
            {"withdrawn": when_text(each.since.date), "given_again": when_text(each.until.date)}
            for each in made.lapses
            if each.until is not None
        ],
        "ended": _ended(made.ended),
        "intervention_stopped": _ended(made.stopped),
        "complete": made.complete,
        "calendar": [_row(each, running.plan) for each in result.rows],
        "unscheduled": [
            {"date": moment_text(told.at), "name": told.event.name, "reason": told.event.reason}
            for told in made.unscheduled
        ],
        "decisions": [_decision(each) for each in made.decisions],
        "to_be_started": [
            {"timeline": each.timeline, "title": each.title, "role": each.role.value} for each in made.starts
        ],
        "going_on": [
            {
                "run": each.run,
                "activity": running.plan.activity_titles.get(each.span.activity, each.span.activity),
                "title": each.title,
                "since": when_text(each.since),
                "until": when_text(each.until) or None,
                "last_instance": each.span.last,
            }
            for each in made.ongoing
        ],
        "deviations": [_deviation(each, running.plan) for each in result.deviations],
        "queries": [
            {
                "kind": each.kind.value,
                "subject": each.subject,
                "visit": each.title,
                "dates": [when_text(day) for day in each.dates],
                "text": query_text(each),
            }
            for each in made.queries
        ],
        "refused": [
            {"event": each.number, "id": each.id, "type": each.type, "reason": each.reason}
            for each in result.refused
        ],
        "followed": [{"text": text, "rule": rule} for text, rule in running.followed],
        "amendment": _amendment_json(result.amendment) if result.amendment is not None else None,
    }
    return json.dumps(value, indent=2) + "\n"


def _row(row: CalendarRow, plan: Plan) -> JsonObject:
    return {
        "run": row.run,
        "timeline": row.timeline,
        "instance": row.instance,
        "visit": row.visit,
        "pass": row.pass_,
        "status": row.status.value,
        "study_day": row.study_day,
        "planned": when_text(row.planned) or None,
        "window_opens": when_text(row.opens) or None,
        "window_closes": when_text(row.closes) or None,
        "provisional": row.provisional,
        "earliest": when_text(row.earliest) or None,
        "latest": when_text(row.latest) or None,
        "depends_on": row.depends_on or None,
        "done": moment_text(row.actual),
        "done_study_day": row.actual_day,
        "days_out": row.out.days if row.out is not None else None,
        "minutes_out": row.out.minutes if row.out is not None else None,
        "booked": moment_text(row.booked),
        "reason": row.reason or None,
        "epoch": row.epoch or None,
        "encounter": row.encounter or None,
        "activities": list(row.activities),
        "not_required": list(row.not_required),
        "held_back": list(row.held_back),
        "apart": _apart(row.apart, plan),
    }


def _decision(each: Decision) -> JsonObject:
    return {
        "run": each.run,
        "instance": each.instance.key,
        "decision": each.instance.title,
        "pass": each.pass_,
        "role": each.instance.role.value,
        "asked": each.asked,
        "asks_system": each.asked and each.instance.role is Role.IRT,
        "taken": each.taken or None,
        "by_rule": each.by_rule,
        "planned": when_text(each.dated.date) if each.dated is not None else None,
        "ways": [{"id": way.id, "text": way.text, "to": way.target} for way in each.ways],
    }


def _deviation(each: Deviation, plan: Plan) -> JsonObject:
    dated = each.dated
    return {
        "kind": each.kind.value,
        "rule": each.rule,
        "run": each.run,
        "instance": each.key,
        "visit": each.title,
        "pass": each.pass_,
        "planned": when_text(dated.date) if dated is not None else None,
        "window_opens": (when_text(dated.opens or dated.first) or None) if dated is not None else None,
        "window_closes": (when_text(dated.closes or dated.last) or None) if dated is not None else None,
        "done": moment_text(each.actual),
        "done_study_day": each.actual_day,
        "days_out": each.out.days if each.out is not None else None,
        "minutes_out": each.out.minutes if each.out is not None else None,
        "limit": when_text(each.limit) or None,
        "reason": each.reason or None,
        "activities": [plan.activity_titles.get(a, a) for a in each.activities],
        "apart": _apart(each.apart, plan),
        "text": deviation_text(each, plan),
    }


def _apart(apart: Sequence[Apart], plan: Plan) -> list[JsonValue]:
    """Activities of a visit that were done on another day."""
    return [
        {
            "activity": plan.activity_titles.get(each.activity, each.activity),
            "done": moment_text(each.at),
            "days_out": each.out.days if each.out is not None else None,
            "minutes_out": each.out.minutes if each.out is not None else None,
        }
        for each in apart
    ]


def _amendment_json(amendment: Amendment) -> JsonObject:
    return {
        "plan": amendment.plan.hash,
        "changes": [_change(each, amendment.plan) for each in amendment.amended.changes],
        "decisions": [
            {
                "kind": each.kind.value,
                "run": each.run,
                "instance": here.key,
                "decision": each.title,
                "text": decision_change_text(each),
            }
            for each in amendment.amended.decisions
            if (here := each.after or each.before) is not None
        ],
        "deviations_proposed": list(amendment.proposed),
        "deviations_withdrawn": list(amendment.withdrawn),
    }


def _change(each: VisitChange, plan: Plan) -> JsonObject:
    here = each.after or each.before
    assert here is not None
    return {
        "kind": each.kind.value,
        "run": here.run,
        "instance": here.instance.key,
        "visit": each.title,
        "pass": here.pass_,
        "before": _planned(each.before),
        "after": _planned(each.after),
        "activities_added": [plan.activity_titles.get(a, a) for a in each.added],
        "activities_dropped": [plan.activity_titles.get(a, a) for a in each.dropped],
        "text": change_text(each, plan),
    }


def _planned(each: Occurrence | None) -> JsonObject | None:
    if each is None or each.dated is None:
        return None
    dated = each.dated
    return {
        "planned": when_text(dated.at or dated.date),
        "window_opens": when_text(dated.opens or dated.first) or None,
        "window_closes": when_text(dated.closes or dated.last) or None,
    }


def _ended(ended: Ended | None) -> JsonObject | None:
    if ended is None:
        return None
    return {"by": ended.kind, "date": when_text(ended.date), "reason": ended.reason or None}


def moment_text(moment: Moment | None) -> str | None:
    """ISO 8601 by the site's clock, to the minute where the hour is known; None for None."""
    if moment is None:
        return None
    if moment.time is None:
        return moment.date.isoformat()
    return f"{moment.date.isoformat()}T{moment.time.isoformat('minutes')}"
