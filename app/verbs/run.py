"""`maestro run`: a scripted participant: events in; calendar, statuses, potential deviations and doubts out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.verbs import VerbError
from app.verbs.running import Runnable, one_line, runnable, site
from services import files
from services.trouble import Trouble
from study.decode import DocumentError, decode, decoded_text
from study.interpreter.advance import course
from study.interpreter.at_once import recorded
from study.interpreter.course import Course
from study.interpreter.deviations import Deviation, deviations_of
from study.interpreter.migrate import Amended, migrate
from study.interpreter.state import State, new_state
from study.interpreter.when import When, read_when
from study.interpreter.words import deviation_text
from study.rules.deciding import PLAN_RULES
from study.scripted_events import script_of
from study.visit_calendar import CalendarRow, calendar_rows

if TYPE_CHECKING:
    from study.dating import SiteCalendar
    from study.document import Document
    from study.json_types import JsonValue
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
