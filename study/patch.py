"""A changed document back to text: what was not touched keeps its text to the letter.

The original text is walked beside the current values. Where both say the same, the original characters are copied:
number literals, key order, indent and escapes included. Only what differs is written anew, in the file's own style.
Because nothing but the two are compared, changes that cancel out give the original text again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]
from json.encoder import encode_basestring, encode_basestring_ascii

from study.decode import raw_decode
from study.json_types import JsonObject, JsonValue, NumberLiteral, same

_SPACE = re.compile(r"[ \t\n\r]*").match
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is written: `newline` "" for one long line, `indent` of a level, separators, escapes."""

    newline: str
    indent: str
    colon: str
    comma: str
    ascii_only: bool

    def break_at(self, level: int) -> str:
        """The white space before a member at `level`."""
        return self.newline + self.indent * level if self.newline else ""


COMPACT = Style(newline="", indent="", colon=":", comma=",", ascii_only=True)
"""One line, nothing but ASCII."""


def style_of(text: str) -> Style:
    """The style of a file, read off its first object; two spaces and ASCII escapes where it does not say."""
    first = re.search(r'\{([ \t\r\n]*)"(?:[^"\\]|\\.)*"([ \t\r\n]*:[ \t\r\n]*)', text)
    lead, colon = (first.group(1), first.group(2)) if first else ("\n  ", ": ")
    newline = "\r\n" if "\r\n" in lead else "\n" if "\n" in lead else ""
    indent = lead.rsplit("\n", 1)[-1] if newline else ""
    comma = "," if newline else _comma_of(text[:4096], colon)
    return Style(newline, indent, colon, comma, text.removeprefix("\ufeff").isascii())


_STRING_OR_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|(, ?)')


def _comma_of(text: str, colon: str) -> str:
    """How a file on one line parts members: as its first comma outside of a text, else as its colons are spaced."""
    found = (match.group(1) for match in _STRING_OR_COMMA.finditer(text))
    return next((comma for comma in found if comma), ", " if colon.endswith(" ") else ",")


def patched(text: str, root: JsonValue) -> str:
    """The original `text` with `root` in place of its value."""
    start = skip_space(text, 1 if text.startswith("\ufeff") else 0)
    original, end = raw_decode(text, start)
    if same(original, root):
        return text
    pieces = [text[:start]]
    _Patch(text, style_of(text), pieces).value(original, start, root, 0)
    pieces.append(text[end:])
    return "".join(pieces)


def written(value: JsonValue, style: Style, level: int = 0) -> str:
    """A value as new text in a file's style, `level` deep."""
    if type(value) is dict and value:
        lead = style.break_at(level + 1)
        members = (
            f"{lead}{_string(key, style)}{style.colon}{written(item, style, level + 1)}"
            for key, item in value.items()
        )
        return "{" + style.comma.join(members) + style.break_at(level) + "}"
    if type(value) is list and value:
        lead = style.break_at(level + 1)
        items = (lead + written(item, style, level + 1) for item in value)
        return "[" + style.comma.join(items) + style.break_at(level) + "]"
    if type(value) is dict:
        return "{}"
    if type(value) is list:
        return "[]"
    if type(value) is str:
        return _string(value, style)
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if type(value) is NumberLiteral:
        return value.literal
    if type(value) in (int, float):
        return repr(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")


def _string(value: str, style: Style) -> str:
    quoted: str
    if style.ascii_only:
        quoted = encode_basestring_ascii(value)
    else:
        # A lone surrogate has no UTF-8 form: it stays an escape, whatever the file's style.
        quoted = _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", encode_basestring(value))
    return quoted


def skip_space(text: str, index: int) -> int:
    """The place of the first character from `index` on that is no white space of JSON."""
    match = _SPACE(text, index)
    assert match is not None  # the pattern matches the empty text
    return match.end()


@dataclass(frozen=True, slots=True)
class _Member:
    """One member of an original container: its value and the places of its text."""

    key: str
    lead: str
    head: str  # a key with its colon, or "" in a list
    value: JsonValue
    start: int
    end: int
    trail: str


class _Patch:
    """Writes a value beside its original text into `pieces`."""

    def __init__(self, text: str, style: Style, pieces: list[str]) -> None:
        self.text = text
        self.style = style
        self.pieces = pieces

    def value(self, original: JsonValue, start: int, current: JsonValue, level: int) -> None:
        """Writes `current` in place of `original`, which starts at `start` and differs from it."""
        if type(current) is dict and type(original) is dict and current and original:
            members, closing = self._members(start, keyed=True)
            by_key = {member.key: member for member in members}
            self._container(
                "{", "}", members, closing, [(by_key.get(k), k, v) for k, v in current.items()], level
            )
        elif type(current) is list and type(original) is list and current and original:
            members, closing = self._members(start, keyed=False)
            values = [member.value for member in members]
            nameless = {at for at, item in enumerate(values) if is_nameless(item)}
            matched = aligned([item_key(item) for item in values], nameless, current)
            rows = [
                (None if at is None else members[at], "", v) for at, v in zip(matched, current, strict=True)
            ]
            self._container("[", "]", members, closing, rows, level)
        else:
            self.pieces.append(written(current, self.style, level))

    def _container(
        self,
        opening: str,
        ending: str,
        members: list[_Member],
        closing: str,
        rows: list[tuple[_Member | None, str, JsonValue]],
        level: int,
    ) -> None:
        pieces, style = self.pieces, self.style
        first_lead, usual_lead = members[0].lead, members[-1].lead
        pieces.append(opening)
        last = len(rows) - 1
        for place, (member, key, value) in enumerate(rows):
            if member is None:
                pieces.append(
                    first_lead if place == 0 else usual_lead if len(members) > 1 else self._lead(first_lead)
                )
                pieces.append(_string(key, style) + style.colon if opening == "{" else "")
                pieces.append(written(value, style, level + 1))
            else:
                was_first = member is members[0]
                if place == 0:
                    pieces.append(first_lead)
                elif was_first:
                    pieces.append(usual_lead if len(members) > 1 else self._lead(first_lead))
                else:
                    pieces.append(member.lead)
                pieces.append(member.head)
                if same(member.value, value):
                    pieces.append(self.text[member.start : member.end])
                else:
                    self.value(member.value, member.start, value, level + 1)
            if place < last:
                if member is not None:
                    pieces.append(member.trail)
                pieces.append(",")
        pieces.append(closing)
        pieces.append(ending)

    def _lead(self, first_lead: str) -> str:
        return first_lead if self.style.newline else self.style.comma[1:]

    def _members(self, index: int, *, keyed: bool) -> tuple[list[_Member], str]:
        """The members of the container that opens at `index`, and the white space before its end."""
        text = self.text
        members: list[_Member] = []
        index += 1
        while True:
            begin = skip_space(text, index)
            lead, key, start = text[index:begin], "", begin
            if keyed:
                key, after = scanstring(text, begin + 1, True)
                start = skip_space(text, skip_space(text, after) + 1)
            value, end = raw_decode(text, start)
            stop = skip_space(text, end)
            if text[stop] != ",":
                members.append(_Member(key, lead, text[begin:start], value, start, end, ""))
                return members, text[end:stop]
            members.append(_Member(key, lead, text[begin:start], value, start, end, text[end:stop]))
            index = stop + 1


def aligned(keys: Sequence[str], nameless: Collection[int], current: Sequence[JsonValue]) -> list[int | None]:
    """For each current item the original one that it is: by id, then by equal value, then by what is left in order.

    `keys` are `item_key` of the original items, `nameless` the places of those that `is_nameless`.
    """
    places: dict[str, list[int]] = {}
    for place in range(len(keys) - 1, -1, -1):
        places.setdefault(keys[place], []).append(place)
    matched: list[int | None] = []
    for item in current:
        free = places.get(item_key(item))
        matched.append(free.pop() if free else None)
    taken = {at for at in matched if at is not None}
    left = iter([place for place in range(len(keys)) if place not in taken and place in nameless])
    return [
        at if at is not None or not is_nameless(item) else next(left, None)
        for at, item in zip(matched, current, strict=True)
    ]


def is_nameless(item: JsonValue) -> bool:
    """An object or list that cannot be recognised by an id, only by where it stands."""
    return type(item) is list or (type(item) is dict and type(item.get("id")) is not str)


def item_key(item: JsonValue) -> str:
    """By what an entry of a list is recognised: its id, or all that it is."""
    if type(item) is dict:
        entity: JsonObject = item
        if type(entity.get("id")) is str:
            return f"id {entity['id']}"
    return "is " + repr(item)
