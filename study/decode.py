"""JSON bytes to values for a study document: nothing altered, repeated keys and unreadable text refused with a place.

Small documents are decoded by the C scanner in one call. Above `PIECEWISE_FROM` characters the outer levels are
decoded here and the leaves in C, in pieces of at most `PIECE` characters, so that a worker thread never holds the
interpreter for long while the window paints.
"""

from __future__ import annotations

import codecs
import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]

from study.json_types import JsonObject, JsonValue, NumberLiteral
from study.language import translate

MAX_DEPTH = 200
"""Levels of nesting; the deepest real studies have ten. More is refused."""

PIECEWISE_FROM = 4_000_000
PIECE = 131_072
_BYTES = 1 << 20

_SPACE = re.compile(r"[ \t\n\r]*").match
_LONGEST_INT = 300


class DocumentError(ValueError):
    """A file that cannot be opened as a study: `message` says what and what to do; `line`, `column` count from 1."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        if line is not None:
            message = translate("document", "{message} (line {line}, column {column})").format(
                message=message, line=line, column=column
            )
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


class _RepeatedKeyError(Exception):
    """Raised by the decoder's hook, which does not know the place."""


def _pairs(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _RepeatedKeyError
    return members


def _float(literal: str) -> float:
    number = float(literal)
    return number if repr(number) == literal else NumberLiteral(literal)


def _int(literal: str) -> int | float:
    if len(literal) > _LONGEST_INT or literal == "-0":
        return NumberLiteral(literal)
    return int(literal)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_float=_float, parse_int=_int, parse_constant=NumberLiteral
)
raw_decode = _DECODER.raw_decode
"""`raw_decode(text, index) -> (value, end)`: one JSON value as a document keeps it."""


def decoded_text(data: bytes) -> str:
    """The text of a file: UTF-8, a byte order mark kept as its first character. Raises DocumentError."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
        raise DocumentError(
            translate(
                "document", "This file is UTF-16 text. USDM is UTF-8: save it as UTF-8 and open it again."
            )
        )
    try:
        return _decoded_piecewise(data) if len(data) >= PIECEWISE_FROM else data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded_or_refused(data)


def _decoded_piecewise(data: bytes) -> str:
    """The text, decoded so that no call holds the interpreter for long. Raises UnicodeDecodeError with any place."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    pieces = [decoder.decode(data[at : at + _BYTES]) for at in range(0, len(data), _BYTES)]
    pieces.append(decoder.decode(b"", final=True))
    return "".join(pieces)


def _decoded_or_refused(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start].decode("utf-8"), error.start)
        if error.reason == "unexpected end of data" and data.lstrip()[:1] in (b"{", b"["):
            raise _cut_off(line, column) from None
        raise DocumentError(
            translate("document", "This file is not UTF-8 text, so it is no USDM JSON."), line, column
        ) from None


def decode(text: str) -> JsonValue:
    """The JSON value of a whole text, typed as a document keeps it. Raises DocumentError."""
    start = _space(text, 1 if text.startswith("\ufeff") else 0)
    if start == len(text):
        raise DocumentError(translate("document", "This file is empty."))
    try:
        if len(text) >= PIECEWISE_FROM:
            value, end = _Piecewise(text).value(start, 0)
        else:
            value, end = raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise _unreadable(text, error) from None
    except StopIteration as stop:
        raise _unreadable(text, json.JSONDecodeError("Expecting value", text, stop.value)) from None
    except _RepeatedKeyError:
        raise _repeated_key(text, start) from None
    except RecursionError:
        raise too_deep() from None
    end = _space(text, end)
    if end != len(text):
        line, column = _place(text, end)
        raise DocumentError(
            translate("document", "This file goes on after its JSON has ended. Remove what follows."),
            line,
            column,
        )
    return value


def too_deep() -> DocumentError:
    """The error for a document nested more than MAX_DEPTH levels."""
    return DocumentError(
        translate(
            "document",
            "This file nests more than {MAX_DEPTH} levels deep; no study does. It was probably "
            "written by mistake.",
        ).format(MAX_DEPTH=MAX_DEPTH)
    )


def _space(text: str, index: int) -> int:
    match = _SPACE(text, index)
    assert match is not None  # the pattern matches the empty text
    return match.end()


def _place(text: str, index: int) -> tuple[int, int]:
    index = min(index, len(text))
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


def _unreadable(text: str, error: json.JSONDecodeError) -> DocumentError:
    line, column = _place(text, error.pos)
    start = _space(text, 1 if text.startswith("\ufeff") else 0)
    if text[start] not in "{[":
        return DocumentError(
            translate("document", "This file is not JSON. Open a study as USDM JSON."), line, column
        )
    if (
        error.msg.startswith("Unterminated string")
        or _space(text, min(error.pos, len(text))) == len(text)
        or _HALF_A_WORD(text, error.pos)
        or (error.msg.startswith("Invalid \\u") and _HALF_AN_ESCAPE(text[-6:]))
    ):
        return _cut_off(line, column)
    return DocumentError(
        translate("document", "This file is not readable as JSON: {lower}.").format(lower=error.msg.lower()),
        line,
        column,
    )


# What is left of a literal, or of an escape, where a file was cut inside it.
_HALF_A_WORD = re.compile(r"(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|N|Na|-|-?I[a-z]{0,6}|\.|[eE][+-]?)\Z").match
_HALF_AN_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{0,4}\Z").search


def _cut_off(line: int, column: int) -> DocumentError:
    return DocumentError(
        translate("document", "This JSON ends too early: the file is cut off. Get a whole copy of it."),
        line,
        column,
    )


class _Piecewise:
    """Decodes containers that are longer than a piece member by member, everything shorter in C."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.window = ""
        self.window_start = 0

    def value(self, index: int, depth: int) -> tuple[JsonValue, int]:
        """The value that starts at `index`, and where it ends."""
        opening = self.text[index : index + 1]
        if opening not in ("{", "["):
            return raw_decode(self.text, index)
        if depth >= MAX_DEPTH:
            raise RecursionError
        for _ in range(2):
            offset = index - self.window_start
            if 0 <= offset < len(self.window):
                try:
                    value, end = raw_decode(self.window, offset)
                except (json.JSONDecodeError, StopIteration):
                    pass
                else:
                    return value, end + self.window_start
            if offset == 0 and self.window:
                break
            self.window_start = index
            self.window = self.text[index : index + PIECE]
        return self._object(index, depth) if opening == "{" else self._array(index, depth)

    def _object(self, index: int, depth: int) -> tuple[JsonObject, int]:
        text = self.text
        members: JsonObject = {}
        repeated = False
        index = _space(text, index + 1)
        if text[index : index + 1] == "}":
            return members, index + 1
        while True:
            if text[index : index + 1] != '"':
                raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, index)
            key, index = scanstring(text, index + 1, True)
            repeated = repeated or key in members
            index = _space(text, index)
            if text[index : index + 1] != ":":
                raise json.JSONDecodeError("Expecting ':' delimiter", text, index)
            members[key], index = self.value(_space(text, index + 1), depth + 1)
            index = _space(text, index)
            mark = text[index : index + 1]
            if mark == "}":
                if repeated:
                    raise _RepeatedKeyError
                return members, index + 1
            if mark != ",":
                raise json.JSONDecodeError("Expecting ',' delimiter", text, index)
            index = _space(text, index + 1)

    def _array(self, index: int, depth: int) -> tuple[list[JsonValue], int]:
        text = self.text
        items: list[JsonValue] = []
        index = _space(text, index + 1)
        if text[index : index + 1] == "]":
            return items, index + 1
        while True:
            item, index = self.value(index, depth + 1)
            items.append(item)
            index = _space(text, index)
            mark = text[index : index + 1]
            if mark == "]":
                return items, index + 1
            if mark != ",":
                raise json.JSONDecodeError("Expecting ',' delimiter", text, index)
            index = _space(text, index + 1)


_TOKEN = re.compile(r'[{}\[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}\[\],:"]+', re.DOTALL)


def _repeated_key(text: str, start: int) -> DocumentError:
    """Finds the place that the hook could not know: the second use of a key inside one object."""
    open_objects: list[set[str] | None] = []
    key_next = False
    for token in _TOKEN.finditer(text, start):
        mark = token.group()
        if mark == "{":
            open_objects.append(set())
            key_next = True
        elif mark == "[":
            open_objects.append(None)
            key_next = False
        elif mark in ("}", "]"):
            open_objects.pop()
            key_next = False
        elif mark == ",":
            key_next = bool(open_objects) and open_objects[-1] is not None
        elif key_next and open_objects:
            keys = open_objects[-1]
            key = scanstring(mark, 1, True)[0]
            if keys is not None and key in keys:
                line, column = _place(text, token.start())
                return DocumentError(
                    translate(
                        "document",
                        'The key "{key}" stands twice in one object, so one of the two values would be lost. '
                        "Remove one of them and open the file again.",
                    ).format(key=key),
                    line,
                    column,
                )
            if keys is not None:
                keys.add(key)
            key_next = False
    return DocumentError(
        translate(
            "document", "A key stands twice in one object. Remove one of the two and open the file again."
        )
    )
