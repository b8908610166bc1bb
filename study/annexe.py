"""The annexe: what is kept beside a protocol because USDM has no place for it, audited and signed like the protocol.

A small JSON tree, changed by the same changes through the same `study.apply` as the document:

    {"format": 1, "marks": [], "groups": [], "times": [], "spans": [], "rules": []}

- `marks`: what a person classed as conditional or optional: {"id", "instanceId", "activityId", "kind"}. A mark that is
  not named is required: nothing is taken from the wording of a footnote (design: rule 10 of time).
- `groups`: of these activities one is done at the visit: {"id", "name", "instanceId", "activityIds"}.
- `times`: an activity is done several times within a visit: {"id", "instanceId", "activityId", "times"}.
- `spans`: an activity goes on from one visit to another: {"id", "name", "activityId", "fromInstanceId",
  "toInstanceId"}.
- `rules`: executable rules beside the free texts of the study: {"id", "conditionAssignmentId" (or "conditionId",
  "timelineId", "transitionRuleId"), "rule": {"format": 1, ...}, "atMost"}; see `study.rules.place`.

What is said of one cell has an id made of the cell, so that two people who say something of the same cell meet in the
same field. Entries about what is no longer in the protocol stay and say nothing: when that comes back, so do they.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self

from study.changes import Change, UnknownFormatError
from study.decode import DocumentError, decode, decoded_text
from study.index import Index
from study.json_types import JsonObject
from study.model import objects
from study.patch import patched

FORMAT: Final = 1
LISTS: Final = ("marks", "groups", "times", "spans", "rules")
"""What an annexe holds, each a list of entries with an id."""
_EMPTY: Final = b'{"format":1,"marks":[],"groups":[],"times":[],"spans":[],"rules":[]}'

Cell = tuple[str, str]
"""The ids of a ScheduledActivityInstance and of an Activity."""


class MarkKind(StrEnum):
    """How binding a planned assessment is."""

    REQUIRED = "required"
    CONDITIONAL = "conditional"
    """Only where its condition holds."""
    OPTIONAL = "optional"
    """May be left out."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """At the visit `instance`, one of `activities` is done. `name` is what a person calls the group."""

    id: str
    name: str
    instance: str
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActivitySpan:
    """An activity that goes on from the visit `first` to the visit `last`, such as a diary."""

    id: str
    name: str
    activity: str
    first: str
    last: str


class Annexe:
    """The annexe of one open study. `root` is the owned JSON object; write to it only through `study.apply`."""

    def __init__(self, text: str, root: JsonObject) -> None:
        self._text = text
        self.root = root
        self.index = Index(root)

    @classmethod
    def empty(cls) -> Self:
        """That of a study of which nothing has been said yet."""
        return cls.from_bytes(_EMPTY)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Opens what `to_bytes` gave.

        Raises UnknownFormatError for one made by a newer program: keep the bytes, and let nothing be written to it;
        ValueError, with a sentence, for what is no annexe.
        """
        try:
            text = decoded_text(data)
            root = decode(text)
            if type(root) is not dict:
                raise ValueError("An annexe must be a JSON object.")
            if type(root.get("format")) is not int or root["format"] != FORMAT:
                raise UnknownFormatError(
                    f"This annexe has format {root.get('format')!r}, this program knows format {FORMAT}. "
                    "It is kept as it is; a newer Maestro can read it."
                )
            return cls(text, root)
        except DocumentError as error:
            raise ValueError(f"The annexe cannot be read: {error.message}") from error

    def to_bytes(self) -> bytes:
        """The annexe as bytes: the same as were read where nothing is changed, or all is taken back."""
        return patched(self._text, self.root).encode("utf-8")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said in it."""
        return not any(self.root.get(name) for name in LISTS)

    def note_change(self, changes: Sequence[Change] | None = None) -> None:
        """Says that `root` was written to. For `study.apply` alone."""


def conditional_marks(annexe: Annexe) -> frozenset[Cell]:
    """The cells that a person classed as conditional."""
    return _marks(annexe, MarkKind.CONDITIONAL)


def optional_marks(annexe: Annexe) -> frozenset[Cell]:
    """The cells that a person classed as optional."""
    return _marks(annexe, MarkKind.OPTIONAL)


def one_of_groups(annexe: Annexe) -> tuple[OneOf, ...]:
    """The groups of which one activity is done, in the order in which they were made."""
    return tuple(
        OneOf(
            _text(each, "id"),
            _text(each, "name"),
            _text(each, "instanceId"),
            tuple(_texts(each, "activityIds")),
        )
        for each in objects(annexe.root.get("groups"))
    )


def times_in_visit(annexe: Annexe) -> dict[Cell, int]:
    """How often an activity is done within a visit, where a person said so: twice or more."""
    return {
        _cell(each): times
        for each in objects(annexe.root.get("times"))
        if type(times := each.get("times")) is int and times > 1 and all(_cell(each))
    }


def spans(annexe: Annexe) -> tuple[ActivitySpan, ...]:
    """The activities that go on from one visit to another."""
    names = ("id", "name", "activityId", "fromInstanceId", "toInstanceId")
    return tuple(
        ActivitySpan(*(_text(each, name) for name in names)) for each in objects(annexe.root.get("spans"))
    )


def entry_id(kind: str, cell: Cell) -> str:
    """The id of what is said of a cell: `kind` ("mark", "times"), the instance and the activity."""
    return ":".join(part.replace("~", "~0").replace(":", "~1") for part in (kind, *cell))


def _marks(annexe: Annexe, kind: MarkKind) -> frozenset[Cell]:
    return frozenset(
        _cell(each)
        for each in objects(annexe.root.get("marks"))
        if each.get("kind") == kind.value and all(_cell(each))
    )


def _cell(entry: JsonObject) -> Cell:
    return _text(entry, "instanceId"), _text(entry, "activityId")


def _text(entry: JsonObject, name: str) -> str:
    value = entry.get(name)
    return value if type(value) is str else ""


def _texts(entry: JsonObject, name: str) -> Iterator[str]:
    value = entry.get(name)
    yield from (each for each in value if type(each) is str) if type(value) is list else ()
