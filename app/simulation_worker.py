"""The process in which a group is simulated for the window: one request on stdin, then lines of JSON on stdout.

Lines say `{"done": 250}` while it goes on, and at last `{"figures": {...}}` or `{"error": "..."}`. The process ends
when its stdin closes, as it does even when the window is killed. It needs no Qt and opens no file.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from study.dating import Dating
from study.json_types import JsonObject, JsonValue
from study.plan.plan import Plan, read_plan
from study.simulation.figures import GroupFigures, Workload, figures_to_json
from study.simulation.group import assumed, enrolment, group
from study.simulation.outcomes import Outcomes
from study.simulation.outcomes_file import outcomes_from_json, outcomes_to_json

VERB = "simulation-worker"
"""What the program is started with to be this process; not for people."""

STDIN, STDOUT = 0, 1
_EVERY = 0.1  # seconds between two lines that tell how far it is


@dataclass(frozen=True, slots=True)
class GroupAsked:
    """A group to be simulated: `outcomes` by the names of the study, `start` the first day of enrolment.

    `country` and `subdivision` are those of the site (see `study.dating.Dating`), "" for every day alike.
    """

    plan: Plan
    outcomes: Outcomes
    participants: int
    seed: int
    start: dt.date
    country: str = ""
    subdivision: str = ""


def request_text(asked: GroupAsked, part: int, parts: int) -> str:
    """One line for a worker that takes one part of so many, from 0."""
    return (
        json.dumps(
            {
                "plan": asked.plan.canonical,
                "outcomes": outcomes_to_json(asked.outcomes),
                "participants": asked.participants,
                "seed": asked.seed,
                "start": asked.start.isoformat(),
                "country": asked.country,
                "subdivision": asked.subdivision,
                "part": part,
                "parts": parts,
            }
        )
        + "\n"
    )


def figures_of(
    asked: GroupAsked, part: int, parts: int, on_done: Callable[[int], None] | None = None
) -> GroupFigures:
    """The figures of one part of a group. `on_done` is told after each participant how many there are.

    Raises OutcomesError where the outcomes do not fit the plan, OverflowError where enrolment never ends.
    """
    site = None
    if asked.country:
        from services.site_calendar import site_calendar

        site = site_calendar(Dating(country=asked.country, subdivision=asked.subdivision))
    given = assumed(asked.plan, asked.outcomes, site)
    days = enrolment(asked.participants, asked.outcomes.per_month, asked.start, asked.seed, given.works)
    figures, work = GroupFigures(asked.start), Workload(asked.plan, given.outcomes.minutes)
    for one in group(given, days, asked.seed, range(part + 1, asked.participants + 1, parts)):
        figures.add(one, work, given.works)
        if on_done is not None:
            on_done(figures.participants)
    return figures


def run() -> int:
    """Answers the request on stdin. Returns the exit code."""
    request = _line(STDIN)
    if not request:
        return 1
    threading.Thread(target=_end_with_parent, name="parent-watch", daemon=True).start()
    gc.disable()  # courses hold no circles: looking for them took a tenth of the time and found none
    told = time.monotonic()

    def on_done(number: int) -> None:
        nonlocal told
        if time.monotonic() - told >= _EVERY:
            told = time.monotonic()
            _say({"done": number})

    try:
        asked, part, parts = _read(json.loads(request))
        _say({"figures": figures_to_json(figures_of(asked, part, parts, on_done))})
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        _say({"error": str(error)})
        return 2
    return 0


def _read(value: JsonValue) -> tuple[GroupAsked, int, int]:
    asked = GroupAsked(
        read_plan(value["plan"]),
        outcomes_from_json(value["outcomes"]),
        int(value["participants"]),
        int(value["seed"]),
        dt.date.fromisoformat(value["start"]),
        str(value["country"]),
        str(value["subdivision"]),
    )
    return asked, int(value["part"]), int(value["parts"])


def _line(descriptor: int) -> bytes:
    """What stands before the first line end; nothing where the other side is gone before."""
    pieces = []
    while piece := os.read(descriptor, 1 << 16):
        pieces.append(piece)
        if piece.endswith(b"\n"):
            return b"".join(pieces)
    return b""


def _say(line: JsonObject) -> None:
    content = json.dumps(line).encode("ascii") + b"\n"
    try:
        while content:
            content = content[os.write(STDOUT, content) :]
    except OSError:  # nobody listens any more
        os._exit(1)


def _end_with_parent() -> None:
    try:
        while os.read(STDIN, 4096):
            continue
    except OSError:  # a broken pipe is an end too
        pass
    os._exit(1)
