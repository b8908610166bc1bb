"""What an event moves for a simulated participant: the visits before and after it, told in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum, auto

from study.dating_words import ISO_DATES, DateForm
from study.interpreter.course import Course, Occurrence
from study.interpreter.facts import Place
from study.interpreter.status import Status
from study.language import translate


class MoveKind(Enum):
    """What happens to a visit."""

    MOVED = auto()
    WINDOW = auto()
    """Its day stays, its window is another one."""
    ADDED = auto()
    DROPPED = auto()
    """It is not required any more."""


@dataclass(frozen=True, slots=True)
class Move:
    """One visit that is on another day, added or dropped. Days are None where not known or not there."""

    kind: MoveKind
    place: Place
    title: str
    was: dt.date | None
    now: dt.date | None
    provisional: bool = False


def moves(before: Course, after: Course) -> tuple[Move, ...]:
    """What differs between two courses of one participant: open visits alone, in the order of the path after."""
    was = {each.place: each for each in before.occurrences if _counts(each)}
    now = {each.place: each for each in after.occurrences if _counts(each)}
    there = {each.place: each for each in after.occurrences}
    found: list[Move] = []
    for place, each in now.items():
        other = was.get(place)
        day = wanted_day(each)
        if other is None:
            found.append(Move(MoveKind.ADDED, place, visit_name(each), None, day, each.provisional))
        elif wanted_day(other) != day:
            found.append(
                Move(MoveKind.MOVED, place, visit_name(each), wanted_day(other), day, each.provisional)
            )
        elif _window(other) != _window(each):
            found.append(Move(MoveKind.WINDOW, place, visit_name(each), day, day, each.provisional))
    for place, each in was.items():
        left = there.get(place)
        if left is None or left.status in (Status.NOT_REQUIRED, Status.NOT_APPLICABLE):
            found.append(Move(MoveKind.DROPPED, place, visit_name(each), wanted_day(each), None))
    return tuple(found)


def move_text(move: Move, form: DateForm = ISO_DATES, *, year: bool = False) -> str:
    """A move in a line: "Week 8: 3 Mar → 6 Mar, provisional"; from one year into another with both."""
    year = year or (move.was is not None and move.now is not None and move.was.year != move.now.year)
    was, now = (
        form.plain(day, year=year) if day is not None else translate("simulation", "no date")
        for day in (move.was, move.now)
    )
    match move.kind:
        case MoveKind.MOVED if move.provisional:
            text = translate("simulation", "{visit}: {was} → {now}, provisional")
        case MoveKind.MOVED:
            text = translate("simulation", "{visit}: {was} → {now}")
        case MoveKind.WINDOW:
            text = translate("simulation", "{visit}: stays on {now}, with another window")
        case MoveKind.ADDED:
            text = translate("simulation", "{visit}: added, {now}")
        case _:
            text = translate("simulation", "{visit}: not required any more, was {was}")
    return text.format(visit=move.title, was=was, now=now)


def visit_name(each: Occurrence) -> str:
    """What a visit is called, with its pass where it is not the first."""
    title = " ".join(each.instance.title.split())
    if each.pass_ < 2:
        return title
    return translate("simulation", "{visit} (pass {number})").format(visit=title, number=each.pass_)


def wanted_day(each: Occurrence) -> dt.date | None:
    """The day that a visit is booked for, else planned."""
    if each.booked is not None:
        return each.booked.date
    return each.dated.date if each.dated is not None else None


def _counts(each: Occurrence) -> bool:
    return "/" not in each.run and each.status.is_open and (each.on_path or each.possible)


def _window(each: Occurrence) -> object:
    return (each.dated.first, each.dated.last) if each.dated is not None else None
