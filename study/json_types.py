"""The JSON values that a USDM document is made of, with number literals kept as they were written."""

from __future__ import annotations

import re
from typing import Any, Final, Self

# Any on purpose: a damaged study may hold any type at any place.
JsonValue = Any
JsonObject = dict[str, Any]


class NumberLiteral(float):
    """A JSON number that Python would write differently (`1.10`, `1E2`, `-0`, `NaN`): a float that keeps its text."""

    __slots__ = ("literal",)
    literal: str

    def __new__(cls, literal: str) -> Self:
        number = super().__new__(cls, literal)
        number.literal = literal
        return number

    def __repr__(self) -> str:
        return f"NumberLiteral({self.literal!r})"

    def __reduce__(self) -> tuple[type[NumberLiteral], tuple[str]]:
        return (NumberLiteral, (self.literal,))

    def __copy__(self) -> NumberLiteral:
        return self

    def __deepcopy__(self, memo: object) -> NumberLiteral:
        return self


class Absent:
    """The value of an attribute that is not there, which USDM and we tell apart from null."""

    def __repr__(self) -> str:
        return "ABSENT"

    def __reduce__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()


def same(left: JsonValue, right: JsonValue) -> bool:
    """Whether two JSON values are written alike: types, number literals and the order of keys included.

    `==` alone would call 1, 1.0 and true equal and ignore the order of keys; `repr` tells all of these apart.
    """
    if left is right:
        return True
    return type(left) is type(right) and repr(left) == repr(right)


def nesting(value: JsonValue) -> int:
    """How many containers stand in one another at the deepest place of a value; 0 for text, numbers, true, null."""
    depth = 0
    level = [value] if type(value) is dict or type(value) is list else []
    while level:
        depth += 1
        level = [
            nested
            for container in level
            for nested in (container.values() if type(container) is dict else container)
            if type(nested) is dict or type(nested) is list
        ]
    return depth


_BROKEN_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LARGEST_INT = 10**4000


def why_unwritable(value: JsonValue) -> str | None:
    """Why a value cannot be written as JSON and read again as the same value; None where it can."""
    pending = [value]
    while pending:
        item = pending.pop()
        kind = type(item)
        if kind is dict:
            pending.extend(item)
            if any(type(key) is not str for key in item):
                return "an attribute's name is no text"
            pending.extend(item.values())
        elif kind is list:
            pending.extend(item)
        elif kind is str:
            if _BROKEN_PAIR.search(item):
                return "a text holds one character in two halves"
        elif kind is float:
            if item != item or item in (float("inf"), float("-inf")):
                return f"{item} is no JSON number"
        elif kind is int:
            if abs(item) >= _LARGEST_INT:
                return "a number has more than 4,000 digits"
        elif item is not None and kind is not bool and kind is not NumberLiteral:
            return f"{kind.__name__} is no JSON value"
    return None


def copied(value: JsonValue) -> JsonValue:
    """A deep copy of a JSON value (nested at most as deep as a document may be)."""
    if type(value) is dict:
        return {key: copied(item) for key, item in value.items()}
    if type(value) is list:
        return [copied(item) for item in value]
    return value
