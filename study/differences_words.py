"""How two texts differ, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from study.soa_differences import Difference

_TOKEN = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)
_MOST = 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text: in both (`difference` None), only in the earlier one (removed) or in the later one (added)."""

    text: str
    difference: Difference | None = None


def word_differences(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts in one row of pieces; without the added ones it is `before`, without the removed ones `after`.

    Texts of more than some thousand words are told as one removed and one added piece, but for what they begin and
    end with.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    pieces = [Piece("".join(old[:start]))]
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    if len(old_middle) + len(new_middle) > _MOST:
        pieces += [
            Piece("".join(old_middle), Difference.REMOVED),
            Piece("".join(new_middle), Difference.ADDED),
        ]
    else:
        matcher = SequenceMatcher(None, old_middle, new_middle, autojunk=False)
        for kind, first, last, new_first, new_last in matcher.get_opcodes():
            if kind == "equal":
                pieces.append(Piece("".join(old_middle[first:last])))
                continue
            pieces.append(Piece("".join(old_middle[first:last]), Difference.REMOVED))
            pieces.append(Piece("".join(new_middle[new_first:new_last]), Difference.ADDED))
    pieces.append(Piece("".join(old[len(old) - end :])))
    return tuple(piece for piece in pieces if piece.text)


def attribute_words(attribute: str) -> str:
    """USDM's name of an attribute in words: "windowLower" is "window lower"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", attribute).lower()
