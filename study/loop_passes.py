"""How often a loop of the schedule is gone round, and on which days, as far as its condition says it in days."""

from __future__ import annotations

import re
from dataclasses import dataclass

from study.durations import add, negate
from study.graph import Loop
from study.language import translate
from study.timeline import PlannedTimes
from study.visit_title import visit_title
from study.wording import MINUS

_CONDITION = re.compile(r"\s*(?:study\s+)?day\s*(=|==|<|<=|≤)\s*([-−–]?\d{1,3})\s*", re.IGNORECASE)
_MOST = 60  # passes that are counted


@dataclass(frozen=True, slots=True)
class Passes:
    """One instance in a loop: the loop, and the study day of each pass; `days` is empty where they are not known."""

    loop: Loop
    days: tuple[int, ...]


def passes(planned: PlannedTimes, key: str) -> Passes | None:
    """The passes of an instance through the innermost loop that it stands in; None where it stands in none.

    On going back the loop's head takes the time at which it is reached, so each pass is later than the one before by
    what lies between head and tail. Counted are conditions about the study day alone ("Day = -6", "Day < 5").
    """
    loops = [loop for loop in planned.graph.loops if key in loop.body]
    if not loops:
        return None
    loop = min(loops, key=lambda each: len(each.body))
    return Passes(loop, _days(planned, key, loop))


def _days(planned: PlannedTimes, key: str, loop: Loop) -> tuple[int, ...]:
    time, head, tail = (planned.times[each] for each in (key, loop.head, loop.tail))
    condition = _CONDITION.fullmatch(loop.label)
    if condition is None or head.offset is None or tail.offset is None:
        return ()
    step = add(tail.offset, negate(head.offset))
    if time.study_day is None or tail.study_day is None or step.months or step.seconds or step.days <= 0:
        return ()
    sign, named = condition[1], int(condition[2].replace("−", "-").replace("–", "-"))
    days: list[int] = []
    while len(days) < _MOST:
        shift = step.days * len(days)
        days.append(_later(time.study_day, shift))
        reached = _later(tail.study_day, shift)
        if not (reached == named if sign in ("=", "==") else reached < named + (sign != "<")):
            return tuple(days)
    return ()


def _later(day: int, shift: int) -> int:
    """The study day so many days later, with no Day 0."""
    return day + shift + (1 if day < 0 <= day + shift else 0)


def passes_text(planned: PlannedTimes, found: Passes) -> str:
    """The loop in a sentence: "Gone round while “Day = -6”: on Day −6 and Day −5, then on to Day −4."."""
    out = _way_out(planned, found.loop)
    onward = visit_title(planned.times[out]) if out else ""
    if found.days:
        days = [translate("inspector", "Day {day}").format(day=_signed(day)) for day in found.days]
        listed = days[0]
        if len(days) > 1:
            listed = translate("inspector", "{days} and {last}").format(
                days=", ".join(days[:-1]), last=days[-1]
            )
        if onward:
            text = translate(
                "inspector", "Gone round while “{condition}”: once on each of {days}, then on to {visit}."
            )
        else:
            text = translate("inspector", "Gone round while “{condition}”: once on each of {days}.")
        return text.format(condition=found.loop.label, days=listed, visit=onward)
    text = translate(
        "inspector",
        "Gone round while “{condition}”, each time from {head}. One pass is shown.",
    )
    head = visit_title(planned.times[found.loop.head])
    return text.format(
        condition=found.loop.label or translate("inspector", "its decision says so"), head=head
    )


def _way_out(planned: PlannedTimes, loop: Loop) -> str:
    """The instance that the path goes on to behind the loop; "" where it ends."""
    order = planned.graph.order
    inside = set(loop.body)
    behind = [key for key in order[max(order.index(key) for key in loop.body) + 1 :] if key not in inside]
    targets = {edge.target for edge in planned.graph.edges if edge.source in inside}
    return next((key for key in behind if key in targets), "")


def _signed(number: int) -> str:
    return f"{MINUS}{-number}" if number < 0 else str(number)
