"""What titles and reasons call things: a name a person reads, never longer than a line; and names that are free."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from study.document import Document
from study.json_types import JsonValue
from study.language import translate
from study.model import Entity, objects
from study.unwritable import why_unwritable_name

_LONGEST = 60  # characters of a name within a title
_MOST = 3  # names in one list


def named(document: Document, address: str) -> str:
    """What a person calls what is at an address, shortened; the address itself where nothing is there."""
    item = document.index.object_at(address)
    return shortened(Entity(item).title if item is not None else address)


def shortened(text: str, longest: int = _LONGEST) -> str:
    """A text on one line, cut with "…" where it is longer; never between a letter and what is written upon it."""
    line = " ".join(text[: 20 * longest].split())
    if len(line) <= longest and len(text) <= 20 * longest:
        return line
    end = longest - 1
    while end > longest // 2 and end < len(line) and _hangs_on_the_one_before(line[end]):
        end -= 1
    return line[:end].rstrip() + "…"


def listed(document: Document, addresses: Sequence[str]) -> str:
    """A few names: "ECG, Vital signs and 3 more"."""
    return _few([named(document, address) for address in addresses[:_MOST]], len(addresses))


def few_of(names: Sequence[str]) -> str:
    """The same of names themselves."""
    return _few([shortened(each) for each in names[:_MOST]], len(names))


def _few(first: Sequence[str], number: int) -> str:
    more = number - len(first)
    if more > 0:
        return translate("commands", "{names} and %n more", "", more).format(names=", ".join(first))
    return ", ".join(first)


def why_no_name(text: str) -> str:
    """Why a text is no name; "" where it is one."""
    if not text or text.isspace():
        return translate("commands", "A name is missing: type one.")
    return why_unwritable_name(text)


def free_name(entries: JsonValue, wanted: str) -> str:
    """`wanted` where nothing in a list is named so, else with a number behind it, for USDM's names are unique."""
    taken: set[str] = {entry["name"] for entry in objects(entries) if type(entry.get("name")) is str}
    return next(name for name in _tried(wanted) if name not in taken)


def _tried(wanted: str) -> Iterable[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted} ({number})"
        number += 1


def _hangs_on_the_one_before(character: str) -> bool:
    return unicodedata.combining(character) != 0 or unicodedata.category(character) in ("Mn", "Me", "Cf")
