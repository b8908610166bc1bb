"""Characters that no study can hold: half a character (a lone surrogate), and control characters in names.

JSON can spell them, and a file that has them is opened and kept as it is; but no database, no XML and few programs can
hold them. So no edit brings new ones in. What an edit takes back may have had them, and comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from study.changes import AddRef, Change, Insert, Set
from study.json_types import JsonValue
from study.language import translate

_NOWHERE: Final = re.compile(r"[\x00\ud800-\udfff]")
_NOT_IN_NAMES: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NAMES: Final = frozenset({"name", "label"})


def why_unwritable_name(text: str) -> str:
    """Why no name can hold this text; "" where one can."""
    found = _NOT_IN_NAMES.search(text)
    return _why(found.group()) if found is not None else ""


def why_unwritable_text(text: str) -> str:
    """Why no text of a study can hold this one; "" where it can."""
    found = _NOWHERE.search(text)
    return _why(found.group()) if found is not None else ""


def why_unwritable(changes: Iterable[Change]) -> str:
    """Why these changes cannot be: they would bring in a character that no study can hold; "" where they can."""
    for change in changes:
        match change:
            case Set():
                texts = _texts(change.new, change.attribute)
            case Insert():
                texts = _texts(change.entity, change.attribute)
            case AddRef():
                texts = iter([(change.attribute, change.ref)])
            case _:
                continue
        for attribute, text in texts:
            why = why_unwritable_name(text) if attribute in _NAMES else why_unwritable_text(text)
            if why:
                return why
    return ""


def _texts(value: JsonValue, attribute: str) -> Iterator[tuple[str, str]]:
    """Each text in a value, with the attribute that it stands in."""
    waiting: list[tuple[str, JsonValue]] = [(attribute, value)]
    while waiting:
        name, here = waiting.pop()
        if type(here) is str:
            yield name, here
        elif type(here) is dict:
            for key, inside in here.items():
                yield "", key
                waiting.append((key, inside))
        elif type(here) is list:
            waiting.extend((name, each) for each in here)


def _why(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if "\ud800" <= character <= "\udfff":
        return translate(
            "commands",
            "This text holds half a character ({code}), which no study can hold. Type it again without it.",
        ).format(code=code)
    return translate(
        "commands",
        "This text holds a control character ({code}), which cannot be seen. Type it again without it.",
    ).format(code=code)
