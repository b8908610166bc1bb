"""`maestro simulate`: made-up participants through a schedule, a row for each visit of each of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.verbs import VerbError
from app.verbs.running import Runnable, one_line, runnable, site, to_be_followed
from services import files
from services.trouble import Trouble
from study.changes import UnknownFormatError
from study.simulation.group import MOST_PARTICIPANTS, assumed, enrolment, group
from study.simulation.outcomes import AS_PLANNED, Outcomes, OutcomesError
from study.simulation.outcomes_file import read_outcomes
from study.simulation.participant import End
from study.simulation.rows import Row, rows_of

if TYPE_CHECKING:
    from study.document import Document

COLUMNS = (
    "participant",
    "instance",
    "pass",
    "planned",
    "window_open",
    "window_close",
    "done",
    "status",
    "deviation",
    "name",
    "timeline",
    "run",
    "days_out",
    "reason",
)
FORMATS = ("tsv", "json")

START = "2026-01-05"
"""When the simulation starts where nothing is said: always the same, so that it can be repeated at any time."""

SEED = 1
MOST_SEED = 2**63 - 1

Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked for; "" and None for what is usual. `outcomes` is the path of a file."""

    timeline: str | None = None
    participants: int = 1
    seed: int = SEED
    start: str = START
    outcomes: str = ""
    country: str = ""
    format: str = "tsv"
    follow_texts: bool = False
    annexe: str = ""


def simulate(document: Document, wanted: Wanted, note: Note, *, name: str = "") -> Iterator[str]:
    """The rows as text, piece by piece as the participants are through. `note` is told what a person should know.

    Raises VerbError before the first piece where the schedule cannot be run or an option is wrong.
    """
    start = _start(wanted.start)
    if not 1 <= wanted.participants <= MOST_PARTICIPANTS:
        raise VerbError(f"Simulate 1 to {MOST_PARTICIPANTS:,} participants, not {wanted.participants:,}.")
    if not 0 <= wanted.seed <= MOST_SEED:
        raise VerbError(f"The seed is a whole number from 0 to {MOST_SEED}.")
    outcomes = outcomes_from(wanted.outcomes) if wanted.outcomes else AS_PLANNED
    calendar = site("", wanted.country) if wanted.country else None
    running = runnable(
        document, wanted.timeline, follow_texts=wanted.follow_texts, name=name, annexe=wanted.annexe
    )
    plan = running.plan
    try:
        given = assumed(plan, outcomes, calendar)
        days = enrolment(wanted.participants, outcomes.per_month, start, wanted.seed, given.works)
    except OutcomesError as error:
        raise VerbError(one_line(f"{wanted.outcomes}: {error}")) from None
    except OverflowError:
        raise VerbError(
            "Enrolment takes longer than the calendar lasts. Enrol more in a month, or fewer in all."
        ) from None

    def pieces() -> Iterator[str]:
        undecided, limited = 0, 0
        is_json = wanted.format == "json"
        yield "[" if is_json else "\t".join(COLUMNS) + "\n"
        first = True
        for one in group(given, days, wanted.seed):
            undecided += one.end is End.UNDECIDED
            limited += one.limited
            rows = rows_of(one, plan)
            if is_json:
                objects = [json.dumps(_object(row), ensure_ascii=True) for row in rows]
                yield "".join(f"{'' if first and not n else ','}\n  {each}" for n, each in enumerate(objects))
                first = first and not objects
            else:
                yield "".join("\t".join(map(_cell, _object(row).values())) + "\n" for row in rows)
        if is_json:
            yield "\n]\n"
        for each in _left_to_chance(running, given.outcomes):
            note(each)
        if limited:
            note(
                f"{_counted(limited)} in a loop {outcomes.most_passes} times or without end; then another way was "
                "taken, or the course was cut short. Look at the decisions that lead back, or at most_passes of the "
                "outcomes."
            )
        if undecided:
            note(f"{_counted(undecided)} left where the path has no way on.")

    return pieces()


def _left_to_chance(running: Runnable, outcomes: Outcomes) -> list[str]:
    """Which decisions nothing decides, and how their texts could."""
    open_ = [
        each
        for each in running.plan.main.instances
        if each.is_decision
        and len(each.ways) > 1
        and each.key not in outcomes.decisions
        and not any(way.rule for way in each.ways)
    ]
    if not open_:
        return []
    names = ", ".join(f"“{each.title}”" for each in open_)
    said = one_line(f"Neither a rule nor the outcomes decide {names}: all ways were equally likely.")
    return [said, *to_be_followed(running, open_)]


def outcomes_from(name: str) -> Outcomes:
    """The outcomes in a file. Raises VerbError."""
    try:
        text = files.read(Path(name)).decode("utf-8-sig")
        return read_outcomes(text)
    except Trouble as trouble:
        raise VerbError(trouble.message) from None
    except UnicodeDecodeError:
        raise VerbError(one_line(f"{name}: The outcomes are no text in UTF-8.")) from None
    except (OutcomesError, UnknownFormatError) as error:
        raise VerbError(one_line(f"{name}: {error}")) from None


def _start(text: str) -> dt.date:
    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or text != found.isoformat() or not 1900 <= found.year <= 2200:
        raise VerbError(
            one_line(f"{text} is no date to start on. Write it as {START}, from 1900-01-01 to 2200-12-31.")
        )
    return found


def _counted(number: int) -> str:
    return "1 participant was" if number == 1 else f"{number} participants were"


def _object(row: Row) -> dict[str, str | int | None]:
    return {
        "participant": row.participant,
        "instance": row.instance,
        "pass": row.pass_,
        "planned": _date(row.planned),
        "window_open": _date(row.window_open),
        "window_close": _date(row.window_close),
        "done": _date(row.done),
        "status": row.status.value,
        "deviation": "; ".join(kind.value for kind in row.deviations),
        "name": row.name,
        "timeline": row.timeline,
        "run": row.run,
        "days_out": row.days_out,
        "reason": row.reason,
    }


def _date(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _cell(value: str | int | None) -> str:
    """A value on one line, with no tab in it, that any encoding of Unicode can write."""
    return "" if value is None else one_line(str(value))
