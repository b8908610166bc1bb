"""Finding words in a text as it stands: without case, diacritics and differences of white space, places kept."""

from __future__ import annotations

import re
import unicodedata

MOST = 2_000
"""Places in one text; a single letter typed would else be found everywhere."""


def aligned(text: str) -> str:
    """`text` without case and diacritics, character for character, so that places stay what they are."""
    if text.isascii():
        return text.lower()
    return text.translate(_PLAIN)


def pattern_of(query: str) -> re.Pattern[str] | None:
    """What to look for in an `aligned` text; None where nothing was typed. White space stands for any."""
    words = aligned(query[:200]).split()
    return re.compile(r"\s+".join(map(re.escape, words))) if words else None


def places_of(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where an `aligned` text holds the pattern, in order, at most MOST places."""
    found: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        found.append(match.span())
        if len(found) == MOST:
            break
    return found


class _Plain(dict[int, str]):
    """Each character without case and diacritics, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        first = unicodedata.normalize("NFKD", character)[:1].lower()
        plain = self[code] = first if len(first) == 1 else character
        return plain


_PLAIN = _Plain()
