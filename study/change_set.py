"""A person's edit as one value: undo step, line of autosave, message, audit record and line of a diff at once.

A `ChangeSet` is a named, attributed list of small typed changes (`study.changes`), each with the old beside the new.
What follows by itself (links between visits, timings that follow) is recorded too and marked as derived: conflicts
are judged on what a person meant, and derived changes are computed again after a rebase. Free of clock and
randomness: who makes one says its id and when it was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from study.changes import Change, UnknownFormatError, from_json, to_json
from study.decode import DocumentError, decode
from study.json_types import JsonObject, JsonValue
from study.patch import COMPACT, written

FORMAT: Final = 1
LONGEST_TEXT: Final = 10_000
"""Characters of a title, a reason or an author, at most."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{7,63}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z")


class Target(StrEnum):
    """What an edit changes."""

    PROTOCOL = "protocol"
    """The USDM document."""
    ANNEXE = "annexe"
    """What is kept beside it because USDM has no place for it; audited and signed like the document."""
    LAYOUT = "layout"
    """Where a person placed cards; no audit event, breaks no signature."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A change, and whether it only follows from the others of its set."""

    change: Change
    derived: bool = False


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One edit.

    `id`: unique, chosen by who makes it; the server takes each once. `study_id`: the server's id of the study, or
    the working copy's key. `base_revision`: the number of the revision it was made on, 0 for a file that has none.
    `author`: who, as the program knows the person. `captured_at`: when, an instant in UTC such as
    "2026-03-03T16:30:00Z", from the author's clock. `command`: the machine's word for what was done ("set_timing").
    `title`: in plain words, such as "Move Week 8 to Week 9". `reason`: why, as the author says it, or "".
    `undoes`: the id of the set that this one takes back, or None.
    """

    id: str
    study_id: str
    base_revision: int
    author: str
    captured_at: str
    target: Target
    command: str
    title: str
    recorded: tuple[Recorded, ...]
    reason: str = ""
    undoes: str | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes, in the order in which they are carried out."""
        return tuple(each.change for each in self.recorded)

    @property
    def meant(self) -> tuple[Change, ...]:
        """What a person meant: the changes that do not only follow from others."""
        return tuple(each.change for each in self.recorded if not each.derived)

    def on(self, base_revision: int) -> ChangeSet:
        """The same edit, said to be made on another revision."""
        return replace(self, base_revision=base_revision)


def change_set_json(change_set: ChangeSet) -> JsonObject:
    """A change set as a JSON object, `format` first. A derived change has `"derived": true`."""
    return {
        "format": FORMAT,
        "id": change_set.id,
        "studyId": change_set.study_id,
        "baseRevision": change_set.base_revision,
        "author": change_set.author,
        "capturedAt": change_set.captured_at,
        "target": change_set.target.value,
        "command": change_set.command,
        "title": change_set.title,
        "reason": change_set.reason,
        "undoes": change_set.undoes,
        "changes": [
            {**to_json(each.change), **({"derived": True} if each.derived else {})}
            for each in change_set.recorded
        ],
    }


def change_set_text(change_set: ChangeSet) -> str:
    """A change set as one line of JSON in ASCII, its numbers as the document writes them."""
    return written(change_set_json(change_set), COMPACT)


def read_change_set(text: str) -> ChangeSet:
    """The change set in a line that `change_set_text` wrote.

    Raises UnknownFormatError for one made by a newer program, ValueError (with a sentence) for a malformed one.
    """
    try:
        value = decode(text)
    except DocumentError as error:
        raise ValueError("A change set must be one JSON object with each attribute once.") from error
    return change_set_from_json(value)


def change_set_from_json(value: JsonValue) -> ChangeSet:
    """The change set in a JSON object. Raises as `read_change_set`."""
    if type(value) is not dict:
        raise ValueError("A change set must be a JSON object.")
    if type(value.get("format")) is not int or value["format"] != FORMAT:
        raise UnknownFormatError(
            f"This change set has format {value.get('format')!r}, this program knows format {FORMAT}. "
            "It is kept as it is; a newer Maestro can apply it."
        )
    base = value.get("baseRevision")
    if type(base) is not int or not 0 <= base < 2**53:
        raise ValueError('"baseRevision" of a change set must be a whole number from 0.')
    if value.get("target") not in list(Target):
        raise UnknownFormatError(
            f"This program knows no change set for {value.get('target')!r}. It is kept as it is."
        )
    target = Target(_text(value, "target"))
    changes = value.get("changes")
    if type(changes) is not list:
        raise ValueError('"changes" of a change set must be a list.')
    undoes = value.get("undoes")
    if undoes is not None and (type(undoes) is not str or not _ID.fullmatch(undoes)):
        raise ValueError('"undoes" of a change set must be the id of another, or null.')
    identifier, captured = _text(value, "id"), _text(value, "capturedAt")
    if not _ID.fullmatch(identifier):
        raise ValueError('"id" of a change set must be 8 to 64 letters, digits, - or _.')
    if not _INSTANT.fullmatch(captured):
        raise ValueError('"capturedAt" of a change set must be an instant in UTC like 2026-03-03T16:30:00Z.')
    return ChangeSet(
        identifier,
        _text(value, "studyId"),
        base,
        _text(value, "author"),
        captured,
        target,
        _text(value, "command"),
        _text(value, "title"),
        tuple(_recorded(each) for each in changes),
        _text(value, "reason"),
        undoes,
    )


def inverse_recorded(change_set: ChangeSet, inverse: Sequence[Change]) -> tuple[Recorded, ...]:
    """`Applied.inverse` of a set, each change marked as derived where what it takes back was."""
    if len(inverse) != len(change_set.recorded):
        raise ValueError("An inverse has one change for each that it takes back.")
    marks = reversed(change_set.recorded)
    return tuple(Recorded(change, of.derived) for change, of in zip(inverse, marks, strict=True))


def recorded(changes: Iterable[Change], derived: Iterable[Change] = ()) -> tuple[Recorded, ...]:
    """Changes that a person meant, and those that follow from them."""
    return (*(Recorded(each) for each in changes), *(Recorded(each, derived=True) for each in derived))


def _recorded(value: JsonValue) -> Recorded:
    derived = value.get("derived", False) if type(value) is dict else False
    if type(derived) is not bool:
        raise ValueError('"derived" of a change must be true or false.')
    return Recorded(from_json(value), derived)


def _text(value: JsonObject, name: str) -> str:
    text = value.get(name)
    if type(text) is not str:
        raise ValueError(f'A change set must have "{name}", a text.')
    if len(text) > LONGEST_TEXT:
        raise ValueError(f'"{name}" of a change set has more than {LONGEST_TEXT} characters.')
    return text
