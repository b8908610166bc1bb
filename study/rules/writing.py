"""Rules as JSON, `{"format": 1, ...}`, and back. What is damaged or too large is refused with a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache, lru_cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from study.changes import UnknownFormatError
from study.json_types import JsonObject, JsonValue, NumberLiteral
from study.language import translate
from study.rules import model
from study.rules.model import (
    DEEPEST,
    LONGEST_TEXT,
    MOST_COLUMNS,
    MOST_COMPARISONS,
    MOST_ROWS,
    MOST_TERMS,
    Comparison,
    Rule,
    Table,
    terms_in,
)

FORMAT: Final = 1
_MOST_CHARACTERS: Final = 400_000
_NESTED: Final = 24  # levels of JSON: conditions, operands and what holds them

_WORD: Final = {
    model.Quantity: "quantity",
    model.Words: "text",
    model.Truth: "truth",
    model.Attribute: "attribute",
    model.Observed: "observed",
    model.Elapsed: "elapsed",
    model.StudyDay: "study day",
    model.Passes: "passes",
    model.Done: "done",
    model.Judged: "judged",
    model.Combined: "combined",
    model.Comparison: "comparison",
    model.AllOf: "all of",
    model.AtLeast: "at least",
    model.Not: "not",
    model.Table: "table",
}
_CLASS: Final = {word: kind for kind, word in _WORD.items()}


def rule_to_json(rule: Rule) -> JsonObject:
    """A rule as a JSON object. It holds no key "id": nothing in it has an address of its own."""
    return {"format": FORMAT, **_object(rule)}


def rule_text(rule: Rule) -> str:
    """A rule as canonical JSON: keys sorted, no blanks, ASCII."""
    return json.dumps(rule_to_json(rule), sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def rule_from_json(value: JsonValue) -> Rule:
    """The rule that `rule_to_json` wrote.

    Raises UnknownFormatError for one of a newer program (kept, not used); ValueError with a sentence for what is
    damaged or larger than a rule may be.
    """
    if type(value) is not dict:
        raise ValueError("A rule must be a JSON object.")
    form = value.get("format")
    if type(form) is not int or form != FORMAT:
        raise UnknownFormatError(
            f"This rule has format {str(form)[:40]}, this program knows format {FORMAT}. "
            "It is kept as it is; a newer Maestro can use it."
        )
    rule = _read(Rule, value, "rule", 0)
    assert isinstance(rule, Rule)
    reason = why_too_large(rule)
    if reason:
        raise ValueError(reason)
    return rule


@lru_cache(maxsize=1024)
def read_rule(text: str) -> Rule:
    """The rule that a JSON text says. Raises as `rule_from_json` does."""
    if len(text) > _MOST_CHARACTERS:
        raise ValueError("The rule is too large to be evaluated in time.")
    try:
        value: JsonValue = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError("The rule cannot be read: it is no JSON.") from error
    return rule_from_json(value)


def why_too_large(rule: Rule) -> str:
    """Why a rule might take too long to evaluate, or is misshapen; "" where its size is fine."""
    if isinstance(rule.when, Table):
        rows, columns = rule.when.rows, rule.when.columns
        if len(rows) > MOST_ROWS or len(columns) > MOST_COLUMNS:
            return translate(
                "rules", "A rule has at most {rows} rows and {columns} columns. Split it."
            ).format(rows=MOST_ROWS, columns=MOST_COLUMNS)
        if not rows or not columns:
            return translate("rules", "A table needs a row and a column.")
        for number, row in enumerate(rows, 1):
            if len(row.cells) != len(columns):
                return translate("rules", "Row {row} does not have a cell for each column.").format(
                    row=number
                )
    if any(len(text) > LONGEST_TEXT for text in _texts(rule)):
        return translate("rules", "A text of a rule is at most {number} characters long.").format(
            number=LONGEST_TEXT
        )
    if _depth(rule.when) > DEEPEST:
        return translate("rules", "A rule nests at most {levels} levels deep. Split it.").format(
            levels=DEEPEST
        )
    if _comparisons(rule.when) > MOST_COMPARISONS:
        return translate("rules", "A rule compares at most {number} times. Split it.").format(
            number=MOST_COMPARISONS
        )
    if len(terms_in(rule)) > MOST_TERMS:
        return translate("rules", "A rule speaks of at most {number} things. Split it.").format(
            number=MOST_TERMS
        )
    return ""


def _texts(part: object) -> Iterator[str]:
    """All texts that stand in a rule, at any depth."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
    elif is_dataclass(part):
        for each in fields(part):
            yield from _texts(getattr(part, each.name))


def _comparisons(part: object) -> int:
    match part:
        case Comparison():
            return 1
        case model.AllOf() | model.AtLeast():
            return sum(map(_comparisons, part.of))
        case model.Not():
            return _comparisons(part.of)
        case Table():
            return sum(len(cell.tests) for row in part.rows for cell in row.cells)
    return 0


def _depth(part: object) -> int:
    match part:
        case Comparison() | model.Combined():
            return 1 + max(_depth(part.left), _depth(part.right))
        case model.AllOf() | model.AtLeast():
            return 1 + max(map(_depth, part.of), default=0)
        case model.Not():
            return 1 + _depth(part.of)
        case Table():
            tests = (_depth(test.right) for row in part.rows for cell in row.cells for test in cell.tests)
            return 1 + max((*map(_depth, part.columns), *tests), default=0)
    return 0


# Writing


def _object(value: Any) -> JsonObject:
    made: JsonObject = {"is": _WORD[type(value)]} if type(value) in _WORD else {}
    for each in fields(value):
        held = getattr(value, each.name)
        if each.default is MISSING or held != each.default or type(held) is not type(each.default):
            made[_key(each.name)] = _plain(held)
    return made


def _plain(value: Any) -> JsonValue:
    if is_dataclass(value):
        return _object(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return str(value)  # a text, so that its digits are kept
    if isinstance(value, StrEnum):
        return value.value
    return value  # text, whole number, truth or None


def _key(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)


# Reading


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind, vars(model))


def _read(kind: Any, value: object, where: str, level: int) -> object:
    if level > _NESTED:
        raise ValueError(f"The rule is nested too deep at “{where}”.")
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _choice(get_args(kind), value, where, level)
    if origin is tuple:
        if type(value) is not list:
            raise _damaged(where, "a list")
        if len(value) > MOST_COMPARISONS:
            raise ValueError(f"The rule is too large at “{where}”. Split it.")
        item = get_args(kind)[0]
        return tuple(_read(item, each, where, level + 1) for each in value)
    if is_dataclass(kind) and isinstance(kind, type):
        return _made(kind, value, where, level)
    read = _PLAIN.get(kind)
    if read is not None:
        return read(value, where)
    try:
        return kind(value if type(value) is str else "")
    except ValueError:
        raise ValueError(f"The rule does not say what “{where}” is in words that are known.") from None


def _choice(kinds: tuple[Any, ...], value: object, where: str, level: int) -> object:
    if value is None and type(None) in kinds:
        return None
    held = [kind for kind in kinds if kind is not type(None)]
    if len(held) == 1:
        return _read(held[0], value, where, level)
    word = value.get("is") if type(value) is dict else None
    kind = _CLASS.get(word) if type(word) is str else None
    if kind is None or kind not in held:
        raise ValueError(f"The rule holds something at “{where}” that this program does not know.")
    return _made(kind, value, where, level)


def _made(kind: Any, value: object, where: str, level: int) -> object:
    if type(value) is not dict:
        raise _damaged(where, "an object")
    hints, given = _hints(kind), {}
    for each in fields(kind):
        key = _key(each.name)
        if key in value:
            given[each.name] = _read(hints[each.name], value[key], key, level + 1)
        elif each.default is MISSING:
            raise _damaged(key, "a value")
    return kind(**given)


def _text(value: object, where: str) -> str:
    if type(value) is not str:
        raise _damaged(where, "a text")
    if len(value) > LONGEST_TEXT:
        raise ValueError(f"“{where}” of the rule is longer than {LONGEST_TEXT} characters.")
    return value


def _decimal(value: object, where: str) -> Decimal:
    if type(value) in (int, float) or isinstance(value, NumberLiteral):
        value = str(value)
    try:
        number = Decimal(value) if type(value) is str and len(value) <= 40 else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        raise _damaged(where, "a number")
    return number


def _whole(value: object, where: str) -> int:
    if type(value) is not int or not 0 <= value <= 1_000_000:
        raise _damaged(where, "a whole number from 0")
    return value


def _truth(value: object, where: str) -> bool:
    if type(value) is not bool:
        raise _damaged(where, "true or false")
    return value


_PLAIN: Final[dict[Any, Callable[[object, str], object]]] = {
    str: _text,
    Decimal: _decimal,
    int: _whole,
    bool: _truth,
}


def _damaged(where: str, what: str) -> ValueError:
    return ValueError(f"The rule is damaged: “{where}” must be {what}.")
