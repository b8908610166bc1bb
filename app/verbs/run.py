"""`maestro run`: a scripted participant: events in; calendar, statuses, potential deviations and doubts out."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.verbs import VerbError
from app.verbs.calendar import when_text
from app.verbs.running import Runnable, one_line, runnable, site
from services import files
from services.trouble import Trouble
from study.decode import DocumentError, decode, decoded_text
from study.interpreter.advance import course
from study.interpreter.amended_decisions import decision_change_text
from study.interpreter.at_once import recorded
from study.interpreter.course import Apart, Course, Decision, Ended, Ongoing
from study.interpreter.deviations import Deviation, deviations_of
from study.interpreter.events import EventType
from study.interpreter.migrate import Amended, ChangeKind, VisitChange, change_text, migrate
from study.interpreter.state import State, new_state
from study.interpreter.status import Status
from study.interpreter.when import When, read_when
from study.interpreter.words import deviation_text, query_text
from study.plan.plan import Role
from study.rules.deciding import PLAN_RULES
from study.scripted_events import script_of
from study.visit_calendar import CalendarRow, calendar_rows

if TYPE_CHECKING:
    from study.dating import Moment, SiteCalendar
    from study.document import Document
    from study.interpreter.course import Occurrence
    from study.json_types import JsonObject, JsonValue
    from study.plan.plan import Plan

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked for; "" for what is usual. `on`: statuses as of this day, where it is later than all."""

    timeline: str | None = None
    time_zone: str = ""
    country: str = ""
    on: str = ""
    follow_texts: bool = False
    annexe: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An event that was not recorded: its place in the file from 1, what it says of itself, and why."""

    number: int
    id: str
    type: str
    reason: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """What another study's plan would change for the participant; `plan` is that plan."""

    name: str
    plan: Plan
    amended: Amended
    proposed: tuple[str, ...]
    withdrawn: tuple[str, ...]


@dataclass(frozen=True)
class Ran:
    """A participant after all events."""

    running: Runnable
    state: State
    course: Course
    rows: list[CalendarRow]
    deviations: list[Deviation]
    refused: list[Refusal]
    on: When | None
    amendment: Amendment | None = field(default=None)


def events_from(name: str) -> list[JsonValue]:
    """The events in a file: a list of objects, or an object with the list as `events`. Raises VerbError."""
    try:
        value = decode(decoded_text(files.read(Path(name))))
    except Trouble as trouble:
        raise VerbError(trouble.message) from None
    except DocumentError as error:
        said = error.message.replace("Open a study as USDM JSON.", "Write the events as a list in JSON.")
        raise VerbError(one_line(f"{name}: {said}")) from None
    if type(value) is dict and type(value.get("events")) is list:
        unknown = [key for key in value if key not in ("events", "format", "comment", "$schema")]
        if unknown:
            raise VerbError(
                one_line(f"{name}: There is no field “{unknown[0]}” beside “events”. Leave it out.")
            )
        written = value.get("format", FORMAT)
        if type(written) is not int or written != FORMAT:
            raise VerbError(
                f"{name}: These events have a format that this program does not know ({FORMAT} is known). "
                "A newer Maestro can read them."
            )
        value = value["events"]
    if type(value) is not list:
        raise VerbError(
            f"{name} holds no list of events. Write [{{…}}, {{…}}] or {{“events”: […]}}: see docs/events.md."
        )
    return value


def ran(
    document: Document,
    events: Sequence[JsonValue],
    wanted: Wanted,
    amended: Document | None = None,
    amended_name: str = "",
) -> Ran:
    """The participant to whom these things happened. Raises VerbError where the schedule cannot be run."""
    at_site = site(wanted.time_zone, wanted.country)
    on = day_of(wanted.on)
    running = runnable(document, wanted.timeline, follow_texts=wanted.follow_texts, annexe=wanted.annexe)
    plan = running.plan
    script = script_of(plan, running.design)
    read = script.read(events)
    state, reasons, _ = recorded(plan, new_state(plan), [event for _, event in read], at_site, PLAN_RULES)
    why = dict(script.refused)
    why |= {place: reason for (place, _), reason in zip(read, reasons, strict=True) if reason}
    refused = [_refusal(place, events[place], why[place]) for place in sorted(why)]
    made = course(plan, state, at_site, PLAN_RULES, on=on)
    whole = course(plan, state, at_site, PLAN_RULES, whole=True, on=on)
    result = Ran(
        running,
        state,
        made,
        calendar_rows(plan, whole, at_site),
        deviations_of(made),
        refused,
        on,
    )
    if amended is None:
        return result
    return Ran(
        **{name: getattr(result, name) for name in Ran.__dataclass_fields__ if name != "amendment"},
        amendment=_amendment(result, amended, amended_name, wanted, at_site),
    )


def _amendment(
    result: Ran, document: Document, name: str, wanted: Wanted, at_site: SiteCalendar
) -> Amendment:
    from study.differences_matching import ids_agree

    running = result.running
    if not ids_agree(running.document, document):
        raise VerbError(
            one_line(
                f"{name}: The ids of its visits mean other things than in the first study, so that nobody can tell "
                "which visit is which. Nothing was compared."
            )
        )
    wanted_timeline = None if wanted.timeline is None else running.timeline.id or wanted.timeline
    other = runnable(
        document, wanted_timeline, follow_texts=wanted.follow_texts, name=name, annexe=wanted.annexe
    )
    after, changes = migrate(
        running.plan, other.plan, result.state, occurred=result.on, calendar=at_site, rules=PLAN_RULES
    )
    then = deviations_of(course(other.plan, after, at_site, PLAN_RULES, on=result.on))
    before = [deviation_text(each, running.plan) for each in result.deviations]
    now = [deviation_text(each, other.plan) for each in then]
    return Amendment(
        name,
        other.plan,
        changes,
        tuple(each for each in now if each not in before),
        tuple(each for each in before if each not in now),
    )


def day_of(text: str) -> When | None:
    """A date, with its hour where one is given; None for "". Raises VerbError."""
    if not text:
        return None
    try:
        return read_when(text)
    except ValueError:
        raise VerbError(one_line(f"{text} is no date. Write it as 2025-01-31.")) from None


def _refusal(place: int, value: JsonValue, reason: str) -> Refusal:
    said = value if isinstance(value, Mapping) else {}

    def text(name: str) -> str:
        found = said.get(name)
        return one_line(found) if type(found) is str else ""

    return Refusal(place + 1, text("id"), text("type"), one_line(reason))


# As JSON


def as_json(result: Ran) -> str:
    """One object, as docs/verbs.md tells it."""
    running, made = result.running, result.course
    value: JsonObject = {
        "format": FORMAT,
        "study": one_line(running.document.title),
        "timeline": {"id": running.timeline.id or "", "title": one_line(running.timeline.title)},
        "plan": running.plan.hash,
        "as_of": _moment(made.now),
        "consent": when_text(made.consent) or None,
        "consent_withdrawn": when_text(made.withdrawn) or None,
        "ended": _ended(made.ended),
        "intervention_stopped": _ended(made.stopped),
        "complete": made.complete,
        "calendar": [_row(each, running.plan) for each in result.rows],
        "unscheduled": [
            {"date": _moment(told.at), "name": told.event.name, "reason": told.event.reason}
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
        "done": _moment(row.actual),
        "done_study_day": row.actual_day,
        "days_out": row.out.days if row.out is not None else None,
        "minutes_out": row.out.minutes if row.out is not None else None,
        "booked": _moment(row.booked),
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
        "done": _moment(each.actual),
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
            "done": _moment(each.at),
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


def _moment(moment: Moment | None) -> str | None:
    if moment is None:
        return None
    if moment.time is None:
        return moment.date.isoformat()
    return f"{moment.date.isoformat()}T{moment.time.isoformat('minutes')}"


# As text


def as_text(result: Ran) -> str:
    """What happened and what is to come, for people."""
    lines = [*_head(result), "", *_calendar(result.rows)]
    made, plan = result.course, result.running.plan
    if made.unscheduled:
        lines += _section(
            "Unscheduled visits",
            [
                " ".join(filter(None, (_moment(t.at), t.event.name, _in_brackets(t.event.reason))))
                for t in made.unscheduled
            ],
        )
    asked = [each for each in made.decisions if each.asked]
    lines += _section("To be decided", [_question(each) for each in asked])
    lines += _section(
        "To be started", [f"{each.title}, by the {_who(each.role)}: its rule holds" for each in made.starts]
    )
    lines += _section("Going on", [_going_on(each, plan) for each in made.ongoing])
    lines += _section(
        "Potential deviations",
        [deviation_text(each, plan) for each in result.deviations],
        "No potential deviations.",
    )
    lines += _section("To be looked at", [query_text(each) for each in made.queries])
    lines += _section("Not recorded", [_refused_text(each) for each in result.refused])
    if result.amendment is not None:
        lines += _amendment_text(result.amendment, result)
    return "\n".join(one_line_kept(each) for each in lines) + "\n"


def _head(result: Ran) -> list[str]:
    running, made = result.running, result.course
    now = _moment(made.now)
    first = f"{running.document.title}, {running.timeline.title}"
    lines = [f"{first}: as of {now}" if now else f"{first}: nothing is recorded"]
    said = []
    if made.consent is not None:
        said.append(f"Consent {made.consent}")
    withdrawn = EventType.CONSENT_WITHDRAWN.value
    if made.withdrawn is not None and (made.ended is None or made.ended.kind != withdrawn):
        said.append(f"{_first_capital(withdrawn)} {made.withdrawn}")
    ends = [each for each in (made.stopped, made.ended) if each is not None]
    said += [f"{_first_capital(each.kind)} {each.date}{_comma(each.reason)}" for each in ends]
    if made.complete:
        said.append("Complete")
    if said:
        lines.append(". ".join(said) + ".")
    lines += [f"Decided by its own text: “{text}”." for text, _ in running.followed]
    return lines


_HEADS = ("Visit", "Day", "Planned", "Allowed", "Status", "")


def _calendar(rows: Sequence[CalendarRow]) -> list[str]:
    table = [_HEADS, *(_cells(row) for row in rows if row.status is not Status.NOT_APPLICABLE or row.actual)]
    widths = [max(len(cells[place]) for cells in table) for place in range(len(_HEADS))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
        for cells in table
    ]


def _cells(row: CalendarRow) -> tuple[str, ...]:
    title = row.visit if row.pass_ == 1 else f"{row.visit} (pass {row.pass_})"
    opens, closes = (_plain(each) for each in (row.opens, row.closes))
    window = f"{opens} to {closes}" if opens and closes else f"from {opens}" if opens else ""
    if closes and not opens:
        window = f"until {closes}"
    return (
        one_line(title),
        "" if row.study_day is None else str(row.study_day),
        ("~ " if row.provisional else "") + _plain(row.planned),
        window,
        row.status.value,
        one_line(_remark(row)),
    )


def _plain(when: dt.date | dt.datetime | None) -> str:
    """A date, or a date with its hour at the site."""
    return when.strftime("%Y-%m-%d %H:%M") if isinstance(when, dt.datetime) else when_text(when)


def _remark(row: CalendarRow) -> str:
    said = []
    if row.actual is not None:
        day = f", Day {row.actual_day}" if row.actual_day is not None else ""
        said.append(f"on {_moment(row.actual)}{day}")
    elif row.booked is not None:
        said.append(f"booked for {_moment(row.booked)}")
    if row.reason:
        said.append(row.reason)
    said += [f"“{each}” does not hold" for each in row.held_back]
    if row.not_required and (row.actual is not None or row.status.is_open):
        said.append(f"not required: {'; '.join(row.not_required)}")
    if row.depends_on:
        said.append(f"depends on “{row.depends_on}”")
    if row.actual is None and row.earliest is not None and row.status.is_open:
        said.append(f"{row.earliest} to {row.latest} until then")
    return ", ".join(said)


def _section(title: str, lines: Sequence[str], none: str = "") -> list[str]:
    if not lines:
        return ["", none] if none else []
    return ["", f"{title} ({len(lines)})", *(f"  {one_line(each)}" for each in lines)]


def _going_on(each: Ongoing, plan: Plan) -> str:
    """What goes on between two visits, and until which."""
    timeline = next((one for one in plan.timelines if each.span.last in one.by_key), plan.main)
    last = timeline.by_key.get(each.span.last)
    until = f", until {last.title}" if last is not None else ""
    return f"{each.title}, since {each.since}{until}{_in_brackets(when_text(each.until), space=True)}"


def _who(role: Role) -> str:
    return "IRT" if role is Role.IRT else role.value


def _question(each: Decision) -> str:
    ways = "; ".join(f"{way.text or 'otherwise'} ({way.id})" for way in each.ways)
    title = each.instance.title if each.pass_ == 1 else f"{each.instance.title} (pass {each.pass_})"
    return f"{title}, asked of the {_who(each.instance.role)}: {ways}"


def _refused_text(each: Refusal) -> str:
    said = ", ".join(filter(None, (each.type, each.id)))
    return f"Event {each.number}{_in_brackets(said, space=True)}: {each.reason}"


def _amendment_text(amendment: Amendment, result: Ran) -> list[str]:
    changes = amendment.amended.changes
    done = [each for each in changes if each.kind is ChangeKind.DONE]
    others = [each for each in changes if each.kind is not ChangeKind.DONE]
    since = result.on or _moment(result.course.now) or "now"
    lines = ["", f"If {amendment.name} came into force on {since}, for this participant"]
    if not others and not amendment.amended.decisions:
        lines.append("  Nothing would change.")
    lines += [f"  {one_line(change_text(each, amendment.plan))}" for each in others]
    lines += [f"  {one_line(decision_change_text(each))}" for each in amendment.amended.decisions]
    if done:
        titles = ", ".join(dict.fromkeys(each.title for each in done))
        stay = "stays as it is" if len(done) == 1 else "stay as they are"
        lines.append(f"  Done or declared already, {stay}: {one_line(titles)}")
    lines += [f"  New potential deviation: {one_line(each)}" for each in amendment.proposed]
    lines += [f"  No potential deviation any more: {one_line(each)}" for each in amendment.withdrawn]
    return lines


def one_line_kept(text: str) -> str:
    """A line as it is, such that any encoding of Unicode can write it."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _in_brackets(text: str, *, space: bool = False) -> str:
    return f"{' ' if space else ''}({text})" if text else ""


def _comma(text: str) -> str:
    return f" ({one_line(text)})" if text else ""


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
