"""What happens to a participant: events, each a value with its type, when it occurred and when it was recorded.

As JSON an event is one object: `{"format": 1, "type": "visit done", "instance": "...", "pass": 1, "occurred":
"2025-03-04", "recorded": "2025-03-05T09:12+01:00", ...}`. Fields that say nothing are left out. See `Event` for each.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from study.changes import UnknownFormatError
from study.interpreter.when import When, read_when
from study.json_types import JsonObject, JsonValue, NumberLiteral

FORMAT: Final = 1

Value = str | int | float | bool | None
"""The value of an observation."""


class EventType(StrEnum):
    """What kinds of things happen."""

    CONSENTED = "consented"
    ANCHOR_HAPPENED = "anchor happened"
    ACTIVITY_DONE = "activity done"
    ACTIVITY_NOT_DONE = "activity not done"
    VISIT_DONE = "visit done"
    VISIT_NOT_DONE = "visit not done"
    OBSERVATION_RECORDED = "observation recorded"
    DECISION_ANSWERED = "decision answered"
    TIMER_FIRED = "timer fired"
    VISIT_RESCHEDULED = "visit rescheduled"
    UNSCHEDULED_VISIT = "unscheduled visit"
    SIDE_TIMELINE_STARTED = "side timeline started"
    INTERVENTION_STOPPED = "intervention stopped"
    SCREEN_FAILED = "screen failed"
    RE_SCREENED = "re-screened"
    CONSENT_WITHDRAWN = "consent withdrawn"
    LOST_TO_FOLLOW_UP = "lost to follow-up"
    DIED = "died"
    CORRECTED = "corrected"
    AMENDMENT_APPLIED = "amendment applied"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    - `occurred`: when it took place; `recorded`: when somebody wrote it down, the same where not said.
    - `id`: by which a correction names it, and by which it is recognised when it is sent twice. Made of its content
      where not given.
    - `run`: which run of which timeline (see `study.interpreter.runs`); "" is the main one.
    - `instance`: the key of an instance of that timeline; "" with "anchor happened" is the timeline's first anchor.
      `pass_` (JSON: `pass`): which pass of its loop, from 1.
    - `activity`: the id of an activity, with "activity done" and "activity not done", and with observations.
    - `reason`: why not done, why stopped or corrected. What was not done always says why.
    - `to`: the date that a visit is rescheduled to.
    - `answer`: the id of the way taken (a ConditionAssignment, or "otherwise").
    - `name`, `value`, `unit` (UCUM): an observation. `name` also names a run of a side timeline, or an unscheduled
      visit.
    - `timeline`: the id of the side timeline that starts.
    - `stays`: with "intervention stopped", whether the participant stays on schedule: visits go on, only what gives the
      treatment is not required any more.
    - `target`: the id of the event that is corrected; `instead`: what it should have said, None to strike it out.
    - `plan`: the hash of the plan that is in force from then on, with "amendment applied".
    """

    type: EventType
    occurred: When
    recorded: When | None = None
    id: str = ""
    run: str = ""
    instance: str = ""
    pass_: int = 1
    activity: str = ""
    reason: str = ""
    to: When | None = None
    answer: str = ""
    name: str = ""
    value: Value = None
    unit: str = ""
    timeline: str = ""
    target: str = ""
    instead: Event | None = None
    plan: str = ""
    stays: bool = False

    @property
    def known_at(self) -> When:
        """When it was recorded, else when it occurred."""
        return self.recorded or self.occurred

    def identified(self) -> Event:
        """The same with an id, made of its content where it has none."""
        if self.id:
            return self
        text = json.dumps(event_to_json(self), sort_keys=True, ensure_ascii=True)
        return replace(self, id="event:" + hashlib.sha256(text.encode("ascii")).hexdigest()[:20])


_TEXTS: Final = (
    "id",
    "run",
    "instance",
    "activity",
    "reason",
    "answer",
    "name",
    "unit",
    "timeline",
    "target",
    "plan",
)


def event_to_json(event: Event) -> JsonObject:
    """An event as a JSON object."""
    made: JsonObject = {"format": FORMAT, "type": event.type.value, "occurred": str(event.occurred)}
    if event.recorded is not None:
        made["recorded"] = str(event.recorded)
    for name in _TEXTS:
        if text := getattr(event, name):
            made[name] = text
    if event.pass_ != 1:
        made["pass"] = event.pass_
    if event.to is not None:
        made["to"] = str(event.to)
    if event.value is not None:
        made["value"] = event.value
    if event.stays:
        made["stays"] = True
    if event.instead is not None:
        made["instead"] = event_to_json(event.instead)
    return made


def event_from_json(value: JsonValue | Mapping[str, object]) -> Event:
    """The event that a JSON object says.

    Raises UnknownFormatError for one of a newer program or of a type that is not known, ValueError with a sentence for
    what is damaged. Fields that are not known are not read.
    """
    return _event(value, nested=False)


def _event(value: object, nested: bool) -> Event:
    if not isinstance(value, Mapping):
        raise ValueError("An event must be a JSON object.")
    written = value.get("format", FORMAT)
    if type(written) is not int or not 1 <= written <= FORMAT:
        named = repr(written) if isinstance(written, str | int | float) else "of another shape"
        raise UnknownFormatError(
            f"This event has format {named[:60]}, this program knows format {FORMAT}. Nothing was recorded; "
            "a newer Maestro can read it."
        )
    kind = value.get("type")
    named = kind if isinstance(kind, str) else ""
    try:
        type_ = EventType(named)
    except ValueError as error:
        raise UnknownFormatError(
            f"This program knows no event of the type {named[:60]!r}. Nothing was recorded."
        ) from error
    texts: dict[str, str] = {}
    for name in _TEXTS:
        text = value.get(name)
        if text is not None and type(text) is not str:
            raise ValueError(f"“{name}” of an event must be a text.")
        texts[name] = text or ""
    occurred, recorded, to = (_when(value, name) for name in ("occurred", "recorded", "to"))
    if occurred is None:
        raise ValueError("An event must say when it occurred.")
    number = value.get("pass", 1)
    if type(number) is not int:
        raise ValueError("“pass” of an event must be a whole number.")
    given = value.get("value")
    if isinstance(given, NumberLiteral):
        given = float(given)
    if given is not None and type(given) not in (str, int, float, bool):
        raise ValueError("“value” of an event must be a text, a number, true, false or null.")
    stays = value.get("stays", False)
    if type(stays) is not bool:
        raise ValueError("“stays” of an event must be true or false.")
    instead = value.get("instead")
    if instead is not None and nested:
        raise ValueError("A correction cannot hold another correction.")
    return Event(
        type=type_,
        occurred=occurred,
        recorded=recorded,
        to=to,
        pass_=number,
        value=given,
        stays=stays,
        instead=_event(instead, nested=True) if instead is not None else None,
        **texts,
    )


def _when(value: Mapping[str, object], name: str) -> When | None:
    text = value.get(name)
    if text is None:
        return None
    if type(text) is not str:
        raise ValueError(f"“{name}” of an event must be a date, or a date with a time.")
    return read_when(text)
