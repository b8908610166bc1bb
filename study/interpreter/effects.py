"""What the interpreter asks the outside to do. Each effect has a key by which it is carried out once, if sent twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from study.interpreter.course import Query
from study.interpreter.dates import Dated
from study.interpreter.deviations import Deviation
from study.interpreter.words import deviation_text, query_text
from study.json_types import JsonObject
from study.plan.plan import Plan, Role, Way


@dataclass(frozen=True, slots=True)
class Effect:
    """What all effects have: `key`, never issued twice for one participant, and `subject`, what it is about.

    A task, question, timer, deviation or query is opened and closed under the same subject.
    """

    key: str
    subject: str


@dataclass(frozen=True, slots=True)
class SetTimer(Effect):
    """Send "timer fired" at the beginning of a day at the site, or at a clock time of it."""

    date: dt.date
    time: dt.time | None = None


@dataclass(frozen=True, slots=True)
class ClearTimer(Effect):
    """The timer is not needed any more."""


@dataclass(frozen=True, slots=True)
class OpenTask(Effect):
    """A visit is to be done and recorded: where, within which window, by whom, with which activities.

    `dated` is None where its date is not known, `booked` the date it was rescheduled to. `activities`: those that are
    required or may be done. `held_back`: the words of transition rules that do not hold yet. What goes on between two
    visits (`span/...`) is a task of its own, of the first of them.
    """

    run: str
    key_of_instance: str
    pass_: int
    title: str
    role: Role
    dated: Dated | None
    provisional: bool
    booked: dt.date | None
    activities: tuple[str, ...]
    held_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CloseTask(Effect):
    """A visit or a question is answered, not required any more, or is opened anew with another window."""


@dataclass(frozen=True, slots=True)
class AskDecision(Effect):
    """A decision is to be answered, by whom, with one of these ways."""

    run: str
    key_of_instance: str
    pass_: int
    title: str
    role: Role
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class InvokeIntegration(Effect):
    """A system is to answer a decision: `integration` says which (a `Role` that is a system, such as IRT).

    Its answer comes back as "decision answered". The decision is asked as well, for who sees to it that it is.
    """

    integration: Role
    run: str
    key_of_instance: str
    pass_: int
    title: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class CancelIntegration(Effect):
    """The system's answer is there, or is not needed any more."""


@dataclass(frozen=True, slots=True)
class ProposeStart(Effect):
    """A side timeline is to be started, by whom: its entry rule holds."""

    timeline: str
    title: str
    role: Role


@dataclass(frozen=True, slots=True)
class ProposeDeviation(Effect):
    """A potential deviation, for a person to confirm or to reject."""

    deviation: Deviation


@dataclass(frozen=True, slots=True)
class WithdrawDeviation(Effect):
    """What was proposed is not there any more, or says something else now and is proposed anew."""


@dataclass(frozen=True, slots=True)
class RaiseQuery(Effect):
    """What is recorded does not go together: somebody has to look at it."""

    query: Query


@dataclass(frozen=True, slots=True)
class CloseQuery(Effect):
    """The doubt is gone."""


@dataclass(frozen=True, slots=True)
class Complete(Effect):
    """The participant's course has come to its end, and nothing is open."""


@dataclass(frozen=True, slots=True)
class Reopen(Effect):
    """The course is not complete after all: something that was recorded has been corrected."""


@dataclass(frozen=True, slots=True)
class Refused(Effect):
    """Nothing was recorded. `reason` says in a sentence what was wrong and what to do; the same event, the same key."""

    reason: str


NAMES: dict[type[Effect], str] = {
    SetTimer: "set timer",
    ClearTimer: "clear timer",
    OpenTask: "open task",
    CloseTask: "close task",
    AskDecision: "ask decision",
    InvokeIntegration: "invoke integration",
    CancelIntegration: "cancel integration",
    ProposeStart: "propose start",
    ProposeDeviation: "propose deviation",
    WithdrawDeviation: "withdraw deviation",
    RaiseQuery: "raise query",
    CloseQuery: "close query",
    Complete: "complete",
    Reopen: "reopen",
    Refused: "refused",
}


def effect_to_json(effect: Effect, plan: Plan) -> JsonObject:
    """An effect as a JSON object for a shell or a verb; what says nothing is left out."""
    made: JsonObject = {"type": NAMES[type(effect)], "key": effect.key, "subject": effect.subject}
    match effect:
        case SetTimer():
            at = effect.date.isoformat()
            made["at"] = at if effect.time is None else f"{at}T{effect.time.isoformat('minutes')}"
        case OpenTask():
            made |= _place(effect) | {"activities": list(effect.activities)}
            if effect.dated is not None:
                made["planned"] = effect.dated.date.isoformat()
                for name, day in (("first", effect.dated.first), ("last", effect.dated.last)):
                    if day is not None:
                        made[name] = day.isoformat()
            if effect.provisional:
                made["provisional"] = True
            if effect.booked is not None:
                made["booked"] = effect.booked.isoformat()
            if effect.held_back:
                made["heldBack"] = list(effect.held_back)
        case ProposeStart():
            made |= {"timeline": effect.timeline, "title": effect.title, "role": effect.role.value}
        case InvokeIntegration():
            made["integration"] = effect.integration.value
            made |= {"run": effect.run, "instance": effect.key_of_instance, "pass": effect.pass_}
            made["ways"] = [{"id": way.id, "text": way.text, "to": way.target} for way in effect.ways]
        case AskDecision():
            made |= _place(effect)
            made["ways"] = [{"id": way.id, "text": way.text, "to": way.target} for way in effect.ways]
        case ProposeDeviation():
            made["kind"] = effect.deviation.kind.value
            made["rule"] = effect.deviation.rule
            made["text"] = deviation_text(effect.deviation, plan)
        case RaiseQuery():
            made["kind"] = effect.query.kind.value
            made["text"] = query_text(effect.query)
        case Refused():
            made["reason"] = effect.reason
        case _:
            pass
    return made


def _place(effect: OpenTask | AskDecision) -> dict[str, Any]:
    return {
        "run": effect.run,
        "instance": effect.key_of_instance,
        "pass": effect.pass_,
        "title": effect.title,
        "role": effect.role.value,
    }
