"""`maestro calendar`: the dated schedule of one participant, counted from the date of the anchor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.verbs import VerbError
from app.verbs.running import Runnable, one_line, print_time, runnable, site, to_be_followed
from study.export.calendar_sheet import CalendarSheet
from study.export.identity import Imprint, identity_of, printed_text
from study.interpreter.advance import advance, course
from study.interpreter.effects import Refused
from study.interpreter.events import Event, EventType
from study.interpreter.state import new_state
from study.interpreter.when import When, read_when
from study.rules.deciding import PLAN_RULES
from study.visit_calendar import CalendarRow, calendar_rows

if TYPE_CHECKING:
    from study.dating import SiteCalendar
    from study.document import Document
    from study.plan.plan import PlanInstance, PlanTimeline, Way

COLUMNS = (
    "visit",
    "pass",
    "study_day",
    "planned",
    "window_opens",
    "window_closes",
    "provisional",
    "weekday",
    "free_day",
    "earliest",
    "latest",
    "depends_on",
    "epoch",
    "encounter",
    "instance_id",
    "activities",
)
FORMATS = ("tsv", "ics", "xlsx")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked for; "" for what is usual.

    `anchor` is the date of the timeline's anchor, with its hour where known; `expected`: it has not happened.
    `participant` is what they are called in a calendar file; `printed` the print time (ISO 8601 with its zone).
    """

    anchor: str
    timeline: str | None = None
    format: str = "tsv"
    expected: bool = False
    time_zone: str = ""
    country: str = ""
    participant: str = ""
    follow_texts: bool = False
    annexe: str = ""
    printed: str = ""


def calendar(
    document: Document,
    wanted: Wanted,
    *,
    revision: str = "",
    program: str = "Maestro",
    note: Callable[[str], None] = lambda _: None,
) -> bytes:
    """The calendar as a file's content. `note` is told what a decision that waits leaves open.

    Raises VerbError where the schedule cannot be run or an option is wrong.
    """
    anchor = anchor_date(wanted.anchor)
    printed = print_time(wanted.printed)
    at_site = site(wanted.time_zone, wanted.country)
    running = runnable(document, wanted.timeline, follow_texts=wanted.follow_texts, annexe=wanted.annexe)
    rows = dated_rows(running, anchor, at_site, expected=wanted.expected)
    open_ = left_open(running, rows)
    for each in open_:
        note(each)
    if wanted.format == "tsv":
        return tsv(rows).encode("utf-8")
    imprint = Imprint(revision, document.content_hash, printed, printed_text(printed), program)
    identity = identity_of(document, running.design)
    sheet = CalendarSheet(
        rows=tuple(rows),
        timeline=running.timeline.title,
        identity=identity,
        imprint=imprint,
        study="\0".join((*(identity.identifiers or (identity.name,)), running.timeline.id or "")),
        participant=one_line(wanted.participant),
        origin=str(anchor),
        basis=(*_basis(running, anchor, wanted), *open_),
    )
    if wanted.format == "ics":
        from study.export.calendar_ics import calendar_ics

        return calendar_ics(sheet)
    from study.export.calendar_xlsx import calendar_xlsx

    return calendar_xlsx(sheet)


def dated_rows(
    running: Runnable, anchor: When, at_site: SiteCalendar, *, expected: bool = False
) -> list[CalendarRow]:
    """The rows of a participant of whom nothing but the anchor is recorded."""
    plan = running.plan
    if not plan.main.anchor:
        raise VerbError(one_line(f"{plan.main.title} has no anchor that --anchor could be the date of."))
    event = (
        Event(EventType.VISIT_RESCHEDULED, anchor, instance=plan.main.anchor, to=anchor)
        if expected
        else Event(EventType.ANCHOR_HAPPENED, anchor)
    )
    state, effects = advance(plan, new_state(plan), event, at_site, PLAN_RULES)
    for effect in effects:
        if isinstance(effect, Refused):
            raise VerbError(one_line(effect.reason))
    made = course(plan, state, at_site, PLAN_RULES, whole=True)
    return calendar_rows(plan, made, at_site)


def left_open(running: Runnable, rows: Sequence[CalendarRow]) -> list[str]:
    """What the decision that the path waits at leaves open, and how its text could decide it."""
    main = running.plan.main
    title = next((each.depends_on for each in rows if each.depends_on), "")
    waits = next((each for each in main.instances if each.is_decision and each.title == title), None)
    if waits is None:
        return []
    behind = sum(each.depends_on == title for each in rows)
    decisions = [waits, *(each for each in _behind(main, waits) if each.is_decision)]
    visits = "1 visit behind it depends" if behind == 1 else f"{behind} visits behind it depend"
    said = [f"“{title}” asks the {waits.role.value}: {_ways(main, waits)}. {visits} on the answer."]
    if any(way.back for each in decisions for way in each.ways):
        said.append("A loop whose decision nobody has answered is shown by its first pass alone.")
    return [*map(one_line, said), *to_be_followed(running, decisions)]


def _ways(timeline: PlanTimeline, decision: PlanInstance) -> str:
    """Its ways with the visits that they lead to."""

    def leads(way: Way) -> str:
        if not way.target:
            return "to the end"
        visit = timeline.by_key[way.target].title
        return f"back to {visit}" if way.back else f"to {visit}"

    return ", ".join(f"{f'“{way.text}”' if way.text else 'otherwise'} {leads(way)}" for way in decision.ways)


def _behind(timeline: PlanTimeline, start: PlanInstance) -> list[PlanInstance]:
    """All that may follow an instance, in the order of the path, without it."""
    found: set[str] = set()
    waiting = [start.key]
    while waiting:
        ways = timeline.by_key[waiting.pop()].ways
        more = {way.target for way in ways if way.target} - found
        found |= more
        waiting += more
    return [each for each in timeline.instances if each.key in found and each is not start]


def tsv(rows: list[CalendarRow]) -> str:
    """A header line, then a line a visit, cells parted by tabs."""
    lines = ["\t".join(COLUMNS)]
    for row in rows:
        cells = (
            row.visit,
            str(row.pass_),
            "" if row.study_day is None else str(row.study_day),
            when_text(row.planned),
            when_text(row.opens),
            when_text(row.closes),
            "yes" if row.provisional else "no",
            WEEKDAYS[row.date.weekday()] if row.date is not None else "",
            row.free_day,
            when_text(row.earliest),
            when_text(row.latest),
            row.depends_on,
            row.epoch,
            row.encounter,
            row.instance,
            "; ".join(row.to_do),
        )
        lines.append("\t".join(map(one_line, cells)))
    return "\n".join(lines) + "\n"


def when_text(when: dt.date | dt.datetime | None) -> str:
    """ISO 8601: a date, or an instant with its distance from UTC; "" for None."""
    if isinstance(when, dt.datetime):
        return when.isoformat(timespec="minutes")
    return "" if when is None else when.isoformat()


def anchor_date(text: str) -> When:
    """The date, with its hour where one is given. Raises VerbError."""
    try:
        return read_when(text)
    except ValueError:
        raise VerbError(one_line(f"{text} is no date. Write it as 2025-01-31.")) from None


def _basis(running: Runnable, anchor: When, wanted: Wanted) -> list[str]:
    plan = running.plan
    title = plan.main.by_key[plan.main.anchor].title
    said = [
        f"Counted from {title}, expected on {anchor}."
        if wanted.expected
        else f"Counted from {title} on {anchor}."
    ]
    if wanted.time_zone:
        said.append(f"Time zone of the site: {wanted.time_zone}.")
    if wanted.country:
        said.append(f"Holidays and weekends of: {wanted.country.upper()}.")
    said += [f"Decided by its text: “{text}”." for text, _ in running.followed]
    return [one_line(each) for each in said]
