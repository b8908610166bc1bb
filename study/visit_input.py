"""What a person types for a new visit ("Week 10 +4w ±3d"): its name, how long after, and its window."""

from __future__ import annotations

import re
from dataclasses import dataclass

from study.duration_input import NotUnderstoodError, read_duration
from study.window_input import Window, read_window

_AFTER = re.compile(r"(?:^|[\s,;])\+\s*(?=[0-9])(?!\s*[0-9]*\s*/)")
_WINDOW = re.compile(r"(?:^|[\s,;])?(?:±|\+\s*/?\s*[-−](?=\s*[0-9]))|(?:^|[\s,;])[-−–]\s*[0-9][^/+]*/\s*\+")


@dataclass(frozen=True, slots=True)
class TypedVisit:
    """A visit as it was typed: `offset` is ISO 8601 after the one it follows, "" where none was typed.

    `window` is None where none was typed, which is not the same as one that is not stated. `error` says what of it
    cannot be read, as a sentence; the rest is then as if it had not been typed.
    """

    name: str
    offset: str = ""
    window: Window | None = None
    error: str = ""

    @property
    def is_timed(self) -> bool:
        """Whether it says more than a name."""
        return bool(self.offset) or self.window is not None


def read_visit(text: str) -> TypedVisit:
    """A visit as a person types it: a name, then "+4w" for how long after, then "±3d" or "-3d/+3d" for its window.

    Each may be missing, and there may be commas between them. A plus that no number follows is part of the name.
    """
    window_at = _WINDOW.search(text)
    said_window = text[window_at.start() :].strip(" ,;\t") if window_at else ""
    rest = text[: window_at.start()] if window_at else text
    after = _AFTER.search(rest)
    said_offset = rest[after.end() :].strip(" ,;\t") if after else ""
    name = " ".join((rest[: after.start()] if after else rest).strip(" ,;\t").split())
    try:
        offset = read_duration(said_offset) if said_offset else ""
        window = read_window(said_window) if said_window else None
    except NotUnderstoodError as misread:
        return TypedVisit(name, error=misread.reason)
    return TypedVisit(name, offset, window)
