"""What `maestro run` tells, as text for people: what happened, what is to come, and what to look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.verbs.calendar import when_text
from app.verbs.run_json import moment_text
from app.verbs.running import one_line
from study.interpreter.amended_decisions import decision_change_text
from study.interpreter.course import Decision, Ongoing
from study.interpreter.events import EventType
from study.interpreter.migrate import ChangeKind, change_text
from study.interpreter.status import Status
from study.interpreter.words import deviation_text, query_text
from study.plan.plan import Role
from study.visit_calendar import CalendarRow

if TYPE_CHECKING:
    from app.verbs.run import Amendment, Ran, Refusal
    from study.plan.plan import Plan


def as_text(result: Ran) -> str:
    """What happened and what is to come, for people."""
    lines = [*_head(result), "", *_calendar(result.rows)]
    made, plan = result.course, result.running.plan
    if made.unscheduled:
        lines += _section(
            "Unscheduled visits",
            [
                " ".join(filter(None, (moment_text(t.at), t.event.name, _in_brackets(t.event.reason))))
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
    now = moment_text(made.now)
    first = f"{running.document.title}, {running.timeline.title}"
    lines = [f"{first}: as of {now}" if now else f"{first}: nothing is recorded"]
    said = []
    if made.consent is not None:
        said.append(f"Consent {made.consent}")
    withdrawn = EventType.CONSENT_WITHDRAWN.value
    said += [
        f"{_first_capital(withdrawn)} {each.since.date}, given again {each.until.date}"
        for each in made.lapses
        if each.until is not None
    ]
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
        said.append(f"on {moment_text(row.actual)}{day}")
    elif row.booked is not None:
        said.append(f"booked for {moment_text(row.booked)}")
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
    since = result.on or moment_text(result.course.now) or "now"
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
