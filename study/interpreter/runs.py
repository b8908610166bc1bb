"""The names of runs: which timeline an event belongs to, how often it has been started, and where it is nested.

- `main`, and `main:2` after the participant was screened again;
- `side:TIMELINE:NAME`, one for each time a side timeline is started;
- `RUN/INSTANCE#PASS/TIMELINE@ACTIVITY`, a sub-timeline inside an instance of another run, to any depth.
"""

from __future__ import annotations

from typing import Final

from study.plan.plan import Plan, PlanTimeline

MAIN: Final = "main"

_ESCAPES: Final = (("~", "~0"), ("/", "~1"), ("#", "~2"), ("@", "~3"), (":", "~4"))
_DEEPEST: Final = 12


def main_run(attempt: int) -> str:
    """The run of the main timeline: 1 from the first screening, 2 after the participant was screened again."""
    return MAIN if attempt <= 1 else f"{MAIN}:{attempt}"


def attempt_of(run: str) -> int:
    """Which screening a run of the main timeline belongs to."""
    return _number(run.partition(":")[2]) or 1


def side_run(timeline: str, name: str) -> str:
    """A run of a side timeline; `name` tells it from the others."""
    return f"side:{_escaped(timeline)}:{_escaped(name)}"


def sub_run(run: str, key: str, pass_: int, timeline: str, activity: str = "") -> str:
    """The run of a sub-timeline in one instance of a run."""
    carried = f"@{_escaped(activity)}" if activity else ""
    return f"{run}/{_escaped(key)}#{pass_}/{_escaped(timeline)}{carried}"


def around(run: str) -> str:
    """The run that a sub-timeline's run is nested in; "" for one that is not nested."""
    parts = run.rsplit("/", 2)
    return parts[0] if len(parts) == 3 else ""


def visit_around(run: str) -> tuple[str, str, int] | None:
    """The run, key and pass of the visit that a sub-timeline's run is nested in; None for one that is not nested."""
    parts = run.rsplit("/", 2)
    if len(parts) != 3:
        return None
    key, _, number = parts[1].partition("#")
    return parts[0], _plain(key), _number(number)


def timeline_of(plan: Plan, run: str) -> PlanTimeline | None:
    """The timeline that a run is of; None where the plan has no such run."""
    known = plan.memo.get(("run", run))
    if isinstance(known, PlanTimeline):
        return known
    found = _timeline_of(plan, run)
    if found is not None and len(plan.memo) < 50_000:
        plan.memo["run", run] = found
    return found


def _timeline_of(plan: Plan, run: str) -> PlanTimeline | None:
    first, *nested = run.split("/")
    if len(nested) % 2 or len(nested) > 2 * _DEEPEST:
        return None
    kind, *rest = first.split(":")
    timeline: PlanTimeline | None = None
    if kind == MAIN and (not rest or (len(rest) == 1 and _number(rest[0]) > 1)):
        timeline = plan.main
    elif kind == "side" and len(rest) == 2:
        timeline = plan.by_id.get(_plain(rest[0]))
        if timeline is plan.main:
            timeline = None
    for place, inside in zip(nested[::2], nested[1::2], strict=True):
        if timeline is None:
            return None
        key, _, number = place.partition("#")
        owner = timeline.by_key.get(_plain(key))
        if owner is None or not _number(number):
            return None
        name, _, activity = inside.partition("@")
        wanted = (_plain(name), _plain(activity))
        if wanted not in [(sub.timeline, sub.activity) for sub in owner.subs]:
            return None
        timeline = plan.by_id.get(wanted[0])
    return timeline


def _number(text: str) -> int:
    """A number as runs are named by it, with no zero before it; 0 for anything else."""
    plain = text.isascii() and text.isdecimal() and len(text) < 6 and not text.startswith("0")
    return int(text) if plain else 0


def _escaped(text: str) -> str:
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return text


def _plain(text: str) -> str:
    for character, escape in reversed(_ESCAPES):
        text = text.replace(escape, character)
    return text
