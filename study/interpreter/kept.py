"""What an earlier plan said of a visit: the window by which is judged what took place while it was in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from study.interpreter.dates import Dated
from study.interpreter.facts import Place
from study.json_types import JsonObject, JsonValue
from study.plan.plain import from_plain, to_plain
from study.plan.plan import PlanTime


@dataclass(frozen=True, slots=True)
class Kept:
    """One visit of an earlier plan, which was in force before the day `until`. `time` and `title` are that plan's.

    `dated` is None where that plan did not say when: what took place then is judged by no window. `passed_over`: it was
    in no plan before that day, and its window had closed by then: it is not required.
    """

    place: Place
    until: dt.date
    dated: Dated | None
    title: str
    time: PlanTime
    activities: tuple[str, ...] = ()
    passed_over: bool = False


def in_force(
    kept: Mapping[Place, Sequence[Kept]], place: Place, date: Dated | None, day: dt.date
) -> Dated | None:
    """The date and window by which a day is judged: those of the plan in force then; `date` is the present one's.

    `kept` is by place, what was left first before what was left later.
    """
    for each in kept.get(place, ()) if kept else ():
        if day < each.until and not each.passed_over:
            return each.dated
    return date


def is_passed_over(kept: Mapping[Place, Sequence[Kept]], place: Place) -> bool:
    """Whether an amendment added a visit when its window had closed already."""
    return any(each.passed_over for each in kept.get(place, ()))


_NOT_DATED = Dated(dt.date.min, None, None, None, None, None)


def kept_to_json(kept: Kept) -> JsonObject:
    """As a JSON object."""
    dated = kept.dated or _NOT_DATED
    made: JsonObject = {
        "run": kept.place[0],
        "instance": kept.place[1],
        "pass": kept.place[2],
        "until": kept.until.isoformat(),
        "planned": dated.date.isoformat() if kept.dated is not None else None,
        "at": _text(dated.at),
        "first": _text(dated.first),
        "opens": _text(dated.opens),
        "last": _text(dated.last),
        "closes": _text(dated.closes),
        "title": kept.title,
        "time": to_plain(kept.time),
        "activities": list(kept.activities),
    }
    if kept.passed_over:
        made["passedOver"] = True
    return made


def kept_from_json(value: JsonValue) -> Kept:
    """What `kept_to_json` wrote. Raises ValueError where it is damaged."""
    try:
        assert type(value) is dict
        planned, first, last = (_day(value[name]) for name in ("planned", "first", "last"))
        at, opens, closes = (_instant(value[name]) for name in ("at", "opens", "closes"))
        return Kept(
            (str(value["run"]), str(value["instance"]), int(value["pass"])),
            dt.date.fromisoformat(value["until"]),
            Dated(planned, at, first, opens, last, closes) if planned is not None else None,
            str(value["title"]),
            from_plain(PlanTime, value["time"]),
            tuple(str(each) for each in value["activities"]),
            value.get("passedOver") is True,
        )
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        raise ValueError(
            "The participant's state cannot be read: what an earlier plan said is damaged."
        ) from error


def _text(value: dt.date | None) -> str | None:
    return value.isoformat() if value is not None else None


def _day(value: JsonValue) -> dt.date | None:
    return dt.date.fromisoformat(value) if type(value) is str else None


def _instant(value: JsonValue) -> dt.datetime | None:
    return dt.datetime.fromisoformat(value) if type(value) is str else None
