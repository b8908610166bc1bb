"""How well a few typed letters fit a title: what people mean when they type "wk 8" or "exp pdf"."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_WHOLE, _START, _WORDS, _INSIDE, _LETTERS = 5.0, 4.0, 3.0, 2.0, 1.0


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """`text` as it is compared: no case, no accents, one kind of minus."""
    plain = unicodedata.normalize("NFKD", text.replace("−", "-").casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def fit(query: str, title: str) -> float:
    """0 where `query` does not fit; more the better: the whole title, its start, starts of its words, its letters.

    Of titles that fit alike the shorter one is better. Every word of the query must fit.
    """
    asked, text = folded(query).split(), folded(title)
    if not asked:
        return _LETTERS
    joined = " ".join(asked)
    shorter = 1.0 / (2 + len(text))
    if text == joined:
        return _WHOLE + shorter
    if text.startswith(joined):
        return _START + shorter
    words = _words(text)
    if all(any(word.startswith(part) for word in words) for part in asked):
        return _WORDS + shorter
    if all(part in text for part in asked):
        return _INSIDE + shorter
    if len(joined) > 2 and _has_letters(words, joined.replace(" ", "")):
        return _LETTERS + shorter
    return 0.0


def _words(text: str) -> list[str]:
    return "".join(character if character.isalnum() else " " for character in text).split()


def _has_letters(words: list[str], letters: str) -> bool:
    """Whether the letters are the beginnings of words, one after another: "fgr" for "Fit the graph"."""
    # reached[n]: the first n letters are used up by the words so far.
    reached = {0}
    for word in words:
        further = set(reached)
        for used in reached:
            length = 0
            while (
                used + length < len(letters) and length < len(word) and letters[used + length] == word[length]
            ):
                length += 1
                further.add(used + length)
        reached = further
    return len(letters) in reached
