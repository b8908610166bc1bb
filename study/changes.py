"""The six kinds of small change that a document can undergo, as values: what is edited, undone, sent and audited.

Every change carries the old beside the new, so that it can be read, judged and taken back by itself. An address is
`$root`, `$study` or an id that is unique in the document. Serialised, a change is a JSON object with `"format": 1`.
`study.apply` carries changes out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from study.decode import DocumentError, decode
from study.json_types import ABSENT, Absent, JsonObject, JsonValue, copied
from study.patch import COMPACT, written

FORMAT: Final = 1


class UnknownFormatError(ValueError):
    """A serialised change of a format or kind that this program does not know. Keep it; do not apply it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a list: `skip` entries behind the one named by `after` (None: the list's beginning).

    `after` is an id. Entries without an address of their own cannot be named, `skip` counts past them; it is 0 in
    every healthy list.
    """

    after: str | None
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Insert:
    """Puts a new entity (its whole subtree) into the list `owner.attribute`."""

    owner: str
    attribute: str
    entity: JsonObject
    place: Place


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes an entity out of the list `owner.attribute`; carries the whole subtree and where it stood."""

    owner: str
    attribute: str
    entity: JsonObject
    place: Place


@dataclass(frozen=True, slots=True)
class Move:
    """Moves an entity, within its list or to another list of the same document."""

    entity: str
    owner: str
    attribute: str
    place: Place
    old_owner: str
    old_attribute: str
    old_place: Place


@dataclass(frozen=True, slots=True)
class Set:
    """Gives an attribute another value. ABSENT (not there) differs from None (null).

    `key_after` says behind which attribute a new one is written: a name, None for the first place, ABSENT for the
    last. It matters only where `old` or `new` is ABSENT.
    """

    address: str
    attribute: str
    old: JsonValue
    new: JsonValue
    key_after: str | Absent | None = ABSENT


@dataclass(frozen=True, slots=True)
class AddRef:
    """Adds an id to a list of ids, such as an activity to a visit's `activityIds`."""

    address: str
    attribute: str
    ref: str
    place: Place


@dataclass(frozen=True, slots=True)
class RemoveRef:
    """Takes an id out of a list of ids."""

    address: str
    attribute: str
    ref: str
    place: Place


Change = Insert | Remove | Move | Set | AddRef | RemoveRef


def to_text(change: Change) -> str:
    """A change as one line of JSON in ASCII, its numbers as the document writes them (1.10 stays 1.10)."""
    return written(to_json(change), COMPACT)


def from_text(text: str) -> Change:
    """The change in a line that `to_text` wrote.

    Raises UnknownFormatError for a format or kind made by a newer program, ValueError for a malformed change.
    """
    try:
        value = decode(text)
    except DocumentError as error:
        raise ValueError("A change must be one JSON object with each attribute once.") from error
    return from_json(value)


def to_json(change: Change) -> JsonObject:
    """A change as a JSON object, `format` and `kind` first. An absent value has no member, null is null."""
    match change:
        case Insert() | Remove():
            return {
                **_head("insert" if isinstance(change, Insert) else "remove"),
                "owner": change.owner,
                "attribute": change.attribute,
                "entity": copied(change.entity),
                **_place_to_json("", change.place),
            }
        case Move():
            return {
                **_head("move"),
                "entity": change.entity,
                "owner": change.owner,
                "attribute": change.attribute,
                **_place_to_json("", change.place),
                "oldOwner": change.old_owner,
                "oldAttribute": change.old_attribute,
                **_place_to_json("old", change.old_place),
            }
        case Set():
            values = {"old": change.old, "new": change.new, "keyAfter": change.key_after}
            return {
                **_head("set"),
                "address": change.address,
                "attribute": change.attribute,
                **{name: copied(value) for name, value in values.items() if value is not ABSENT},
            }
        case AddRef() | RemoveRef():
            return {
                **_head("add_ref" if isinstance(change, AddRef) else "remove_ref"),
                "address": change.address,
                "attribute": change.attribute,
                "ref": change.ref,
                **_place_to_json("", change.place),
            }


def from_json(value: JsonValue) -> Change:
    """The change in a JSON object.

    Raises UnknownFormatError for a format or kind made by a newer program, ValueError for a malformed change.
    """
    if type(value) is not dict:
        raise ValueError("A change must be a JSON object.")
    if type(value.get("format")) is not int or value["format"] != FORMAT:
        raise UnknownFormatError(
            f"This change has format {value.get('format')!r}, this program knows format {FORMAT}. "
            "It is kept as it is; a newer Maestro can apply it."
        )
    match value.get("kind"):
        case "insert":
            return Insert(_text(value, "owner"), _text(value, "attribute"), _entity(value), _place(value, ""))
        case "remove":
            return Remove(_text(value, "owner"), _text(value, "attribute"), _entity(value), _place(value, ""))
        case "move":
            return Move(
                _text(value, "entity"),
                _text(value, "owner"),
                _text(value, "attribute"),
                _place(value, ""),
                _text(value, "oldOwner"),
                _text(value, "oldAttribute"),
                _place(value, "old"),
            )
        case "set":
            key_after = value.get("keyAfter", ABSENT)
            if key_after is not ABSENT and key_after is not None and type(key_after) is not str:
                raise ValueError('"keyAfter" of a change must be text or null.')
            old, new = value.get("old", ABSENT), value.get("new", ABSENT)
            return Set(
                _text(value, "address"), _text(value, "attribute"), copied(old), copied(new), key_after
            )
        case "add_ref":
            return AddRef(
                _text(value, "address"), _text(value, "attribute"), _text(value, "ref"), _place(value, "")
            )
        case "remove_ref":
            return RemoveRef(
                _text(value, "address"), _text(value, "attribute"), _text(value, "ref"), _place(value, "")
            )
        case kind:
            raise UnknownFormatError(
                f"This program knows no change of the kind {kind!r}. It is kept as it is; a newer Maestro can apply it."
            )


def _head(kind: str) -> JsonObject:
    return {"format": FORMAT, "kind": kind}


def _place_to_json(prefix: str, place: Place) -> JsonObject:
    after, skip = (f"{prefix}After", f"{prefix}Skip") if prefix else ("after", "skip")
    return {after: place.after, skip: place.skip} if place.skip else {after: place.after}


def _place(value: JsonObject, prefix: str) -> Place:
    name, skip_name = (f"{prefix}After", f"{prefix}Skip") if prefix else ("after", "skip")
    after, skip = value.get(name), value.get(skip_name, 0)
    if (after is not None and type(after) is not str) or type(skip) is not int or skip < 0:
        raise ValueError(f'"{name}" of a change must be an id or null, "{skip_name}" a number from 0.')
    return Place(after, skip)


def _text(value: JsonObject, name: str) -> str:
    text = value.get(name)
    if type(text) is not str:
        raise ValueError(f'A change of the kind {value.get("kind")!r} must have "{name}", a text.')
    return text


def _entity(value: JsonObject) -> JsonObject:
    entity = value.get("entity")
    if type(entity) is not dict:
        raise ValueError(f'A change of the kind {value.get("kind")!r} must have "entity", an object.')
    copy: JsonObject = copied(entity)
    return copy
