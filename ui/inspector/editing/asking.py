"""What the inspector asks of the study while a person edits, and where it hands over what they kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from study.attribute_kinds import Attribute

if TYPE_CHECKING:
    from study.attribute_choices import Offered


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
class Stands:
    """What stands at a place now: how it is edited, and its value as editors take it.

    Text, a flag or an id as in the file; of a code a Term, of several a tuple of them, of ids a tuple; of a window its
    two sides. `day`: the planned study day of the visit that a timing is for, None where it has none; `when`: that day,
    or time, in words.
    """

    attribute: Attribute
    value: object
    day: int | None = None
    when: str = ""


class Asking(Protocol):
    """The study as the editors see it. Values are as `Stands` says."""

    def locked(self) -> str:
        """Why nothing can be edited, a sentence; "" where it can."""

    def stands(self, place: Place) -> Stands | None:
        """What stands at a place; None where there is no such entity."""

    def judge(self, place: Place, value: object) -> Judged:
        """What is to be said of a value; nothing is changed."""

    def why_not(self, place: Place, value: object) -> str:
        """Why a value cannot be kept; "" where it can. Cheap: asked of every row of a list."""

    def choices(self, place: Place) -> Sequence[Offered]:
        """What can be chosen at a place: terms of its code list, entities that it may refer to."""

    def keep(self, place: Place, value: object) -> str:
        """Makes the edit; "" where it is made, else why not."""
