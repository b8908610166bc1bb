"""Frozen dataclasses as plain JSON values and back, by their annotations; what has its default is left out."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """A dataclass as an object, a tuple as a list; fields that have their default are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_plain(held)
            for name, default in _defaults(type(value))
            if (held := getattr(value, name)) != default
        }
    if isinstance(value, StrEnum):
        return value.value
    if type(value) is tuple:
        return [to_plain(each) for each in value]
    return value


def from_plain(kind: type[T], value: object) -> T:
    """The dataclass that `to_plain` wrote. Raises TypeError or ValueError where the value has another shape."""
    made: T = _read(kind, value)
    return made


@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, value: object) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        if type(value) is not dict:
            raise TypeError("an object is missing")
        hints = _hints(kind)
        given = {name: _read(hints[name], value[name]) for name, _default in _defaults(kind) if name in value}
        missing = [f.name for f in fields(kind) if f.default is MISSING and f.name not in given]
        if missing:
            raise ValueError(f"{', '.join(missing)} is missing")
        return kind(**given)
    origin = get_origin(kind)
    if origin is tuple:
        if type(value) is not list:
            raise TypeError("a list is missing")
        item = get_args(kind)[0]
        return tuple(_read(item, each) for each in value)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        return _read(next(each for each in get_args(kind) if each is not type(None)), value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(str(value))
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind}")
    return value
