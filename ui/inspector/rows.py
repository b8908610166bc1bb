"""Fields as rows of bounded number and length: long lists, long texts and nested values open when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from study.json_types import JsonValue
from study.language import translate
from ui.inspector.editing.asking import Place
from ui.inspector.fields import Field, Fields, Value, written

FIRST = 12  # values of a long list that show before a person asks for more
STEP = 100  # values, or attributes of one object, that each further request shows
LONG_TEXT = 800  # characters of a text alone that show before a person asks for the whole
CLIPPED = 300  # characters of a text among others
_INDENT = "\u2003"
_DEEPEST_INDENT = 3

Read = Callable[[JsonValue], Fields]


@dataclass(frozen=True)
class Row:
    """Words, values, and the attribute's path; `more` says what a request for `key` shows, "" for nothing.

    `place`: what a person edits here, None where the row only tells.
    """

    words: str
    values: tuple[Value, ...] = ()
    attribute: str = ""
    more: str = ""
    key: str = ""
    place: Place | None = None


def rows_of(stated: Sequence[Field], read: Read, asked: Mapping[str, int]) -> list[Row]:
    """The rows of `stated`. `asked`: how often a person asked for more of a key; `read` reads what opens."""
    building = _Rows(read, asked)
    building.add_all(stated, "", 0)
    return building.rows


def cut(text: str, length: int) -> str:
    """The text's first `length` characters at most, to the end of a word, with an ellipsis if any is left out."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + "…"


def how_many(total: int, asked: int, first: int = FIRST) -> tuple[int, str]:
    """How many of a list of `total` show, and what there is to ask for: "all 50", "100 more of 1,204"; or ""."""
    shown = min(total, max(first, STEP * asked))
    if shown == total:
        return total, ""
    upcoming = STEP * (asked + 1)
    return shown, _all(total) if upcoming >= total else _some(upcoming - shown, total)


def _all(total: int) -> str:
    return translate("inspector", "all {number}").format(number=written(total))


def _some(more: int, total: int) -> str:
    return translate("inspector", "{number} more of {total}").format(
        number=written(more), total=written(total)
    )


class _Rows:
    """Collects rows; one row's values end where a value is opened, and go on after what it holds."""

    def __init__(self, read: Read, asked: Mapping[str, int]) -> None:
        self.rows: list[Row] = []
        self.read = read
        self.asked = asked

    def add_all(self, stated: Sequence[Field], path: str, depth: int) -> None:
        key = f"{path}*"
        shown, more = how_many(len(stated), self.asked.get(key, 0), STEP)
        for part in stated[:shown]:
            inner = f"{path}.{part.attribute}" if path and part.attribute else path or part.attribute
            if part.inside:
                self.rows.append(Row(_indented(part.words, depth), (), inner))
                self.add_all(part.inside, inner, depth + 1)
            else:
                self.add_values(_indented(part.words, depth), part.values, inner, depth)
        if more:
            self.rows.append(
                Row("", more=translate("inspector", "{number} attributes").format(number=more), key=key)
            )

    def add_values(self, words: str, values: Sequence[Value], path: str, depth: int) -> None:
        if len(values) == 1 and values[0].within is None and len(values[0].text) > LONG_TEXT:
            if not self.asked.get(path):
                value = replace(values[0], text=cut(values[0].text, LONG_TEXT))
                self.rows.append(Row(words, (value,), path, translate("inspector", "the whole text"), path))
                return
            self.rows.append(Row(words, (values[0],), path))
            return
        shown, more = how_many(len(values), self.asked.get(path, 0))
        group: list[Value] = []
        for number in range(shown):
            key = f"{path}[{number}]"
            value = values[number]
            opened = bool(self.asked.get(key))
            if value.within is not None:
                group.append(
                    replace(
                        value,
                        text=cut(value.text, CLIPPED),
                        key=key,
                        ask=translate("inspector", "Hide") if opened else translate("inspector", "Show"),
                    )
                )
                if opened:
                    self.rows.append(Row(words, tuple(group), path))
                    words, group = "", []
                    self.add_opened(self.read(value.within), key, depth + 1)
            elif len(value.text) > CLIPPED and len(values) > 1 and not opened:
                group.append(
                    replace(
                        value, text=cut(value.text, CLIPPED), key=key, ask=translate("inspector", "Show all")
                    )
                )
            else:
                group.append(value)
        if group or more:
            self.rows.append(Row(words, tuple(group), path, more, path if more else ""))

    def add_opened(self, fields: Fields, path: str, depth: int) -> None:
        self.add_all(fields.stated, path, depth)
        if fields.empty:
            self.add_values(
                _indented(translate("inspector", "Not stated"), depth),
                (Value(empty_words(fields.empty)),),
                f"{path}-",
                depth,
            )


def empty_words(empty: Sequence[Field]) -> str:
    """The words of attributes that the file leaves empty, as one line."""
    return ", ".join(part.words for part in empty)


def _indented(words: str, depth: int) -> str:
    return _INDENT * min(depth, _DEEPEST_INDENT) + words
