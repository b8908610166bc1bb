"""The JSON values that a USDM document is made of, with number literals kept as they were written."""

from __future__ import annotations

from typing import Any

JsonValue = Any
JsonObject = dict[str, Any]


class NumberLiteral(float):
    """A JSON number whose text `repr` would not give back (`1.10`, `1E2`, `-0`, `NaN`): a float that keeps its text."""

    __slots__ = ("literal",)
    literal: str

    def __new__(cls, literal: str) -> NumberLiteral:
        number = super().__new__(cls, literal)
        number.literal = literal
        return number

    def __reduce__(self) -> tuple[type[NumberLiteral], tuple[str]]:
        return (NumberLiteral, (self.literal,))
