"""Which fields each type of event has, and the JSON Schema of events that is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from study.interpreter.events import FORMAT, EventType
from study.json_types import JsonObject
from study.plan.plan import MOST_PASSES

SCHEMA_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a type of event beside those that all have (`COMMON`): those it must have, those it may have."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


COMMON: Final = ("format", "type", "occurred", "recorded", "id", "comment")
"""The fields of every event; `type` and `occurred` must be there."""

_VISIT = ("run", "pass")

FIELDS: Final[Mapping[EventType, Fields]] = {
    EventType.CONSENTED: Fields(),
    EventType.ANCHOR_HAPPENED: Fields((), ("instance", *_VISIT)),
    EventType.ACTIVITY_DONE: Fields(("instance", "activity"), _VISIT),
    EventType.ACTIVITY_NOT_DONE: Fields(("instance", "activity", "reason"), _VISIT),
    EventType.VISIT_DONE: Fields(("instance",), _VISIT),
    EventType.VISIT_NOT_DONE: Fields(("instance", "reason"), _VISIT),
    EventType.OBSERVATION_RECORDED: Fields(
        (), ("name", "activity", "value", "unit", "run", "instance", "pass")
    ),
    EventType.DECISION_ANSWERED: Fields(("instance", "answer"), (*_VISIT, "reason")),
    EventType.TIMER_FIRED: Fields(),
    EventType.VISIT_RESCHEDULED: Fields(("instance", "to"), (*_VISIT, "reason")),
    EventType.UNSCHEDULED_VISIT: Fields((), ("name", "reason")),
    EventType.SIDE_TIMELINE_STARTED: Fields(("timeline",), ("name", "run", "reason")),
    EventType.INTERVENTION_STOPPED: Fields((), ("reason", "stays")),
    EventType.SCREEN_FAILED: Fields((), ("reason",)),
    EventType.RE_SCREENED: Fields((), ("reason",)),
    EventType.CONSENT_WITHDRAWN: Fields((), ("reason",)),
    EventType.LOST_TO_FOLLOW_UP: Fields((), ("reason",)),
    EventType.DIED: Fields((), ("reason",)),
    EventType.CORRECTED: Fields(("target", "reason"), ("instead",)),
    EventType.AMENDMENT_APPLIED: Fields(("plan",), ()),
}

_TEXT: Final[JsonObject] = {"type": "string", "minLength": 1}
_WHEN: Final[JsonObject] = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?)?$",
}

PROPERTIES: Final[Mapping[str, JsonObject]] = {
    "format": {"type": "integer", "minimum": 1, "maximum": FORMAT},
    "type": {"enum": [each.value for each in EventType]},
    "occurred": _WHEN,
    "recorded": _WHEN,
    "id": _TEXT,
    "comment": {"type": "string"},
    "run": _TEXT,
    "instance": _TEXT,
    "pass": {"type": "integer", "minimum": 1, "maximum": MOST_PASSES},
    "activity": _TEXT,
    "reason": _TEXT,
    "to": _WHEN,
    "answer": _TEXT,
    "name": _TEXT,
    "value": {"type": ["string", "number", "boolean", "null"]},
    "unit": _TEXT,
    "timeline": _TEXT,
    "target": _TEXT,
    "plan": _TEXT,
    "stays": {"type": "boolean"},
}
"""What each field may hold; `instead` holds an event."""

KNOWN: Final = frozenset((*PROPERTIES, "instead"))


def event_schema() -> JsonObject:
    """The JSON Schema (2020-12) of a file of events: a list of them, or an object that holds it as `events`."""
    listed = {"type": "array", "items": {"$ref": "#/$defs/event"}}
    wrapped = {
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "format": {"const": FORMAT},
            "comment": {"type": "string"},
            "events": listed,
        },
        "required": ["events"],
        "additionalProperties": False,
    }
    return {
        "$schema": SCHEMA_DIALECT,
        "title": "Events",
        "anyOf": [listed, wrapped],
        "$defs": {
            "event": {"oneOf": [{"$ref": f"#/$defs/{_name(each)}"} for each in EventType]},
            **{_name(each): _of(each) for each in EventType},
        },
    }


def _of(kind: EventType) -> JsonObject:
    fields = FIELDS[kind]
    names = (*COMMON, *fields.required, *fields.optional)
    properties: JsonObject = {
        name: {"$ref": "#/$defs/event"} if name == "instead" else dict(PROPERTIES[name]) for name in names
    }
    properties["type"] = {"const": kind.value}
    return {
        "type": "object",
        "properties": properties,
        "required": ["type", "occurred", *fields.required],
        "additionalProperties": False,
    }


def _name(kind: EventType) -> str:
    return kind.value.replace(" ", "-")
