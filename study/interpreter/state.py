"""The state of one participant: the plan by hash, what was recorded in order, and what has been asked of the outside.

As JSON it says its format. States of older formats are read; one of a newer program is refused and kept as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from study.changes import UnknownFormatError
from study.interpreter.events import Event, event_from_json, event_to_json
from study.interpreter.kept import Kept, kept_from_json, kept_to_json
from study.interpreter.trace import Trace
from study.interpreter.when import When, read_when
from study.json_types import JsonObject
from study.plan.plan import Plan

FORMAT: Final = 3
"""Format 1 had no `kept`: amendments came with format 2. Format 3 says what an amendment passes over."""


@dataclass(frozen=True, slots=True)
class State:
    """One participant.

    `facts`: the events that were accepted, in the order of recording. `clock`: the last timer. `sequence`: how many
    events were accepted, timers included. `open`: what has been asked of the outside and not taken back, by subject
    with what it says. `kept`: what earlier plans said of the visits that were planned
    under them. Equal states are equal in all of these. `trace` is no part of the state: it remembers how its
    course was worked out, so that the next step is quick, and may be None at any time.
    """

    plan: str
    facts: tuple[Event, ...] = ()
    clock: When | None = None
    sequence: int = 0
    open: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[Kept, ...] = ()
    trace: Trace | None = field(default=None, compare=False, repr=False)


def new_state(plan: Plan) -> State:
    """A participant of whom nothing is recorded yet."""
    return State(plan.hash)


def state_to_json(state: State) -> JsonObject:
    """A state as a JSON object."""
    made: JsonObject = {"format": FORMAT, "plan": state.plan, "sequence": state.sequence}
    if state.clock is not None:
        made["clock"] = str(state.clock)
    made["facts"] = [event_to_json(each) for each in state.facts]
    made["open"] = dict(state.open)
    if state.kept:
        made["kept"] = [kept_to_json(each) for each in state.kept]
    return made


def state_text(state: State) -> str:
    """A state as canonical JSON text."""
    return json.dumps(state_to_json(state), sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def read_state(text: str) -> State:
    """The state that `state_text` wrote, of this format or an older one.

    Raises UnknownFormatError for a newer one, ValueError with a sentence for what is damaged.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError("The participant's state cannot be read: it is no JSON.") from error
    if type(value) is not dict or type(value.get("format")) is not int:
        raise ValueError("The participant's state cannot be read: it does not say its format.")
    if not 1 <= value["format"] <= FORMAT:
        raise UnknownFormatError(
            f"This state has format {value['format']!r}, this program knows format {FORMAT}. "
            "It is kept as it is; a newer Maestro can read it."
        )
    plan, facts, open_ = value.get("plan"), value.get("facts", []), value.get("open", {})
    sequence, clock, kept = value.get("sequence", 0), value.get("clock"), value.get("kept", [])
    if (
        type(plan) is not str
        or type(facts) is not list
        or type(open_) is not dict
        or type(sequence) is not int
        or type(kept) is not list
        or (clock is not None and type(clock) is not str)
    ):
        raise ValueError("The participant's state cannot be read: it is damaged.")
    return State(
        plan,
        tuple(event_from_json(each) for each in facts),
        read_when(clock) if clock is not None else None,
        sequence,
        {str(subject): str(content) for subject, content in open_.items()},
        tuple(kept_from_json(each) for each in kept),
    )
