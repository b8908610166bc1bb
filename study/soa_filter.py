"""Finding what a person types among the names of a table: where it stands, and which of them it chooses."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """What a phrase chooses: indices of rows and of columns, None where it leaves all of them; what to light.

    A phrase that is found nowhere chooses no row and no column.
    """

    rows: frozenset[int] | None
    columns: frozenset[int] | None
    row_phrase: str = ""
    column_phrase: str = ""


def plain(text: str) -> str:
    """`text` as it is compared: small letters without accents, one minus; as many characters as before."""
    if text.isascii():
        return text.lower().replace("-", "−")
    return "".join(map(_plain, text))


def _plain(character: str) -> str:
    if character in "-‐‑–":  # hyphens and the dash that files write for a minus
        return "−"
    base = unicodedata.normalize("NFD", character)[:1]
    small = (base or character).lower()
    return small if len(small) == 1 else character


def position(text: str, phrase: str) -> int:
    """Where `phrase` stands in `text`, both `plain`; -1 where it does not.

    A number is found whole first: "Week 1" in "Week 1 of Week 12", and in "Week 12" only with `loosely`.
    """
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        cut_before = at > 0 and phrase[0].isdigit() and text[at - 1].isdigit()
        cut_behind = end < len(text) and phrase[-1].isdigit() and text[end].isdigit()
        if not cut_before and not cut_behind:
            return at
        at = text.find(phrase, at + 1)
    return -1


def loosely(text: str, phrase: str) -> int:
    """Where `phrase` stands in `text`, both `plain`, also within a number; -1 where it does not."""
    at = position(text, phrase)
    return at if at >= 0 else text.find(phrase)


Names = Sequence[tuple[str, ...]]
"""For each row or column all its `plain` names."""


def find(phrase: str, rows: Names, columns: Names) -> Found:
    """The rows and columns that `phrase` names: either, both, or one part each ("ecg week 8").

    Where only rows are named all columns stay, and the other way round. Whole numbers go before parts of them.
    """
    wanted = plain(" ".join(phrase.split()))
    if not wanted:
        return Found(None, None)
    for where in (position, loosely):
        in_rows, in_columns = _among(rows, wanted, where), _among(columns, wanted, where)
        if in_rows or in_columns:
            return Found(
                in_rows or None,
                in_columns or None,
                wanted if in_rows else "",
                wanted if in_columns else "",
            )
        words = wanted.split()
        for cut in range(1, len(words)):
            one, other = " ".join(words[:cut]), " ".join(words[cut:])
            for of_rows, of_columns in ((one, other), (other, one)):
                in_rows = _among(rows, of_rows, where)
                in_columns = _among(columns, of_columns, where) if in_rows else frozenset()
                if in_columns:
                    return Found(in_rows, in_columns, of_rows, of_columns)
    return Found(frozenset(), frozenset())


def _among(names: Names, wanted: str, where: Callable[[str, str], int]) -> frozenset[int]:
    return frozenset(n for n, own in enumerate(names) if any(where(name, wanted) >= 0 for name in own))
