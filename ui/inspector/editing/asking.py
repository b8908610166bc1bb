"""What the inspector asks of the study while a person edits, and where it hands over what they kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from study.attribute_kinds import Attribute
from study.json_types import JsonValue


@dataclass(frozen=True, slots=True)
class Place:
    """What is edited: an attribute of the entity at an address."""

    address: str
    attribute: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to be said of a value before it is kept: an error that keeps it from being, or what else it does."""

    error: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that can be chosen. `why_not`: why it cannot be just now, a sentence; `more`: a quiet line."""

    value: JsonValue
    words: str
    more: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Stands:
    """What stands at a place now: how it is edited, the value as the file has it."""

    attribute: Attribute
    value: JsonValue


class Asking(Protocol):
    """The study as the editors see it. Values are plain JSON values, of a window a `WindowValue`."""

    def locked(self) -> str:
        """Why nothing can be edited, a sentence; "" where it can."""

    def stands(self, place: Place) -> Stands | None:
        """What stands at a place; None where there is no such entity."""

    def judge(self, place: Place, value: object) -> Judged:
        """What is to be said of a value; nothing is changed."""

    def choices(self, place: Place) -> Sequence[Choice]:
        """What can be chosen at a place: terms of its code list, entities that it may refer to."""

    def keep(self, place: Place, value: object) -> str:
        """Makes the edit; "" where it is made, else why not."""
