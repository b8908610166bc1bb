"""An entity's attributes as fields to show: words, values, links; everything the file says, unknown or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from PySide6.QtCore import QLocale

from study.json_types import JsonObject, JsonValue
from study.language import translate
from study.model import Entity
from study.usdm_names import attribute_words, class_words
from study.wording import duration_text, reading_text

Resolve = Callable[[str], Entity | None]
AddressOf = Callable[[JsonObject], str | None]

# Attributes that hold an id by USDM's definition: what does not resolve is missing, not merely text.
REFERENCES = frozenset(
    {
        "activityIds",
        "appliesToIds",
        "armId",
        "bcCategoryIds",
        "bcSurrogateIds",
        "biomedicalConceptIds",
        "childIds",
        "conditionTargetId",
        "contentItemId",
        "contextIds",
        "criterionItemId",
        "defaultConditionId",
        "dictionaryId",
        "elementIds",
        "encounterId",
        "entryId",
        "epochId",
        "managedById",
        "memberIds",
        "nextId",
        "organizationId",
        "populationIds",
        "previousId",
        "relativeFromScheduledInstanceId",
        "relativeToScheduledInstanceId",
        "scheduledAtId",
        "scopeId",
        "studyInterventionId",
        "studyInterventionIds",
        "timelineExitId",
        "timelineId",
        "variableOfInterestId",
    }
)
DURATIONS = frozenset(("value", "windowLower", "windowUpper"))
_LONGEST = 20_000  # characters of one text that are shown
_DEEPEST = 3
_FEW = 4  # a nested entity with at most so many stated attributes is shown in place
_LIGHT = 40  # an object without an address that holds at most so many values is shown in place
_LINES = 8  # such an object in a list with at most so many plain attributes is said in lines


@dataclass(frozen=True)
class Value:
    """One value. With an `address` it is a link; `missing`: a reference to nothing; `hint` for its tooltip.

    `within`: the object or list that the text only names or sums up, None where the text says it all. With a
    `key`, the words `ask` follow the text as a link that asks to show or hide what has that key.
    """

    text: str
    address: str = ""
    missing: bool = False
    hint: str = ""
    within: JsonValue = None
    key: str = ""
    ask: str = ""


class _Listed(Sequence[Value]):
    """The values of a list in the file, each read only when it is asked for: lists can be very long."""

    def __init__(self, items: Sequence[JsonValue], read: Callable[[JsonValue], Value]) -> None:
        self._items, self._read = items, read

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, at: int | slice) -> Value | tuple[Value, ...]:
        if isinstance(at, slice):
            return tuple(self._read(item) for item in self._items[at])
        return self._read(self._items[at])

    def __iter__(self) -> Iterator[Value]:
        return (self._read(item) for item in self._items)


@dataclass(frozen=True)
class Field:
    """One attribute: USDM's name, the words for it, its values; `inside` holds the fields of a nested object."""

    attribute: str
    words: str
    values: Sequence[Value] = ()
    inside: tuple[Field, ...] = ()
    is_list: bool = False


@dataclass(frozen=True)
class Fields:
    """The fields that say something, and the words of those that the file leaves empty."""

    stated: tuple[Field, ...] = ()
    empty: tuple[Field, ...] = field(default=())


def fields_of(
    raw: JsonObject, resolve: Resolve, address_of: AddressOf, without: frozenset[str] = frozenset()
) -> Fields:
    """The fields of the object `raw`, in file order, but for the attributes in `without`."""
    return _Reading(resolve, address_of).fields(raw, without, 0)


def fields_within(value: JsonValue, resolve: Resolve, address_of: AddressOf) -> Fields:
    """The fields of what a value is `within`: all attributes of an object, or all items of a list."""
    reading = _Reading(resolve, address_of)
    if type(value) is dict:
        return reading.fields(value, frozenset(), 0)
    return Fields((reading.field("", value, 0),))


def written(number: int) -> str:
    """A number as the reader's locale writes it: "1,204"."""
    locale = QLocale()
    return locale.toString(number) if locale.language() is not QLocale.Language.C else f"{number:,}"


def is_empty(value: JsonValue) -> bool:
    """Whether a value says nothing: null, "", [] or {}."""
    return value is None or value in ("", [], {})


def code_text(raw: JsonObject) -> str:
    """A Code or AliasCode as "decode (code)"; "" where the object is neither."""
    if "standardCode" in raw:
        standard = raw["standardCode"]
        text = code_text(standard) if type(standard) is dict else ""
        aliases = raw.get("standardCodeAliases")
        others = (
            [code_text(alias) for alias in aliases if type(alias) is dict] if type(aliases) is list else []
        )
        also = ", ".join(other for other in others if other)
        return (
            translate("inspector", "{term}; also {others}").format(term=text, others=also) if also else text
        )
    if "decode" not in raw and "code" not in raw:
        return ""
    decode, code = raw.get("decode"), raw.get("code")
    decode = decode if type(decode) is str else ""
    code = code if type(code) is str else ""
    return f"{decode} ({code})" if decode and code else decode or code


def _quantity_text(raw: JsonObject) -> str:
    """A USDM Quantity as "10 mg"; "" where the object is none."""
    if raw.get("instanceType") != "Quantity" or type(raw.get("value")) not in (int, float):
        return ""
    unit = raw.get("unit")
    words = code_text(unit).split(" (")[0] if type(unit) is dict else ""
    return f"{raw['value']:g} {words}".strip()


class _Reading:
    """Reads objects into fields, with a way to find entities."""

    def __init__(self, resolve: Resolve, address_of: AddressOf) -> None:
        self.resolve = resolve
        self.address_of = address_of

    def fields(self, raw: JsonObject, without: frozenset[str], depth: int) -> Fields:
        stated: list[Field] = []
        empty: list[Field] = []
        for attribute, value in raw.items():
            if attribute in without:
                continue
            if is_empty(value):
                empty.append(Field(attribute, attribute_words(attribute)))
            else:
                stated.append(self.field(attribute, value, depth))
        return Fields(tuple(stated), tuple(empty))

    def field(self, attribute: str, value: JsonValue, depth: int) -> Field:
        words = attribute_words(attribute)
        if type(value) is list:
            return Field(
                attribute, words, _Listed(value, lambda item: self.value(attribute, item)), is_list=True
            )
        if type(value) is dict and not self._as_text(value) and self._in_place(value, depth):
            inside = self.fields(value, frozenset(("id", "instanceType")), depth + 1).stated
            return Field(attribute, words, inside=inside)
        return Field(attribute, words, (self.value(attribute, value),))

    def value(self, attribute: str, value: JsonValue) -> Value:
        """One value as text or link."""
        if type(value) is bool:
            return Value(translate("inspector", "Yes") if value else translate("inspector", "No"))
        if type(value) is str:
            return self._string(attribute, value)
        if type(value) is dict:
            return self._object(value)
        if type(value) is list:
            if len(value) > _LINES or any(type(item) in (dict, list) for item in value):
                return Value(
                    translate("inspector", "List of {number}").format(number=written(len(value))),
                    within=value,
                )
            return Value(
                ", ".join(self.value(attribute, item).text for item in value)
                or translate("inspector", "Empty list")
            )
        if value is None:
            return Value(translate("inspector", "Not stated"))
        return Value(str(getattr(value, "literal", value)))

    def _string(self, attribute: str, text: str) -> Value:
        if attribute.endswith(("Id", "Ids")):
            found = self.resolve(text)
            if found is not None:
                return Value(found.title, text, hint=f"{class_words(found.instance_type)} · {text}")
            if attribute in REFERENCES:
                return Value(
                    translate("inspector", "{id} does not exist").format(id=text),
                    missing=True,
                    hint=translate("inspector", "The file refers to this id; nothing has it"),
                )
        if attribute in DURATIONS and (words := duration_text(text)):
            return Value(f"{words} ({text})")
        return Value(readable(text))

    def _as_text(self, raw: JsonObject) -> str:
        return code_text(raw) or _quantity_text(raw)

    def _in_place(self, raw: JsonObject, depth: int) -> bool:
        if depth >= _DEEPEST:
            return False
        said = [
            key for key, value in raw.items() if key not in ("id", "instanceType") and not is_empty(value)
        ]
        return len(said) <= _FEW or (not self.address_of(raw) and _is_light(raw))

    def _object(self, raw: JsonObject) -> Value:
        text = self._as_text(raw)
        if text:
            system = raw.get("codeSystem")
            return Value(text, hint=system if type(system) is str else "")
        entity = Entity(raw)
        address = self.address_of(raw)
        kind = class_words(entity.instance_type)
        spoken = _own_words(raw)
        if address:
            return Value(spoken or entity.title, address, hint=f"{kind} · {entity.id or address}")
        if spoken:
            return Value(spoken, hint=kind, within=raw if len(raw) > 1 else None)
        if not raw:
            return Value(entity.title, hint=kind)
        lines = self._lines(raw)
        if not lines:
            return Value(entity.title, hint=kind, within=raw)
        whole = lines.count("\n") + 1 == len(raw)
        return Value(lines, hint=kind, within=None if whole else raw)

    def _lines(self, raw: JsonObject) -> str:
        """A small flat object as a line for each attribute that says something; "" where it is not such."""
        said = [
            (attribute, value)
            for attribute, value in raw.items()
            if attribute not in ("id", "instanceType") and not is_empty(value)
        ]
        lines: list[str] = []
        if len(said) > _LINES:
            return ""
        for attribute, value in said:
            if type(value) in (dict, list) and not (type(value) is dict and self._as_text(value)):
                return ""
            text = " ".join(self.value(attribute, value).text.split("\n"))
            lines.append(f"{attribute_words(attribute)}: {text}")
        return "\n".join(lines)


def _is_light(raw: JsonObject) -> bool:
    """Whether an object holds few values in all, counted no further than need be."""
    waiting: list[JsonValue] = [raw]
    count = 0
    while waiting:
        value = waiting.pop()
        items = value.values() if type(value) is dict else value if type(value) is list else ()
        count += len(items)
        if count > _LIGHT:
            return False
        waiting += items
    return True


def _own_words(raw: JsonObject) -> str:
    """What an entity without a name says of itself: a note's or rule's text, a condition, an extension's value."""
    for attribute in ("label", "name"):
        if type(raw.get(attribute)) is str and raw[attribute]:
            return ""
    for attribute in ("text", "condition", "valueString"):
        text = raw.get(attribute)
        if type(text) is str and text:
            return readable(text)
    return ""


def readable(text: str) -> str:
    """Text for reading: mark-up gone where there is any, and no longer than can be read."""
    if "<" in text or "&" in text:
        text = reading_text(text) or text
    if len(text) > _LONGEST:
        more = translate("inspector", "{text}… ({number} more characters)")
        return more.format(text=text[:_LONGEST], number=written(len(text) - _LONGEST))
    return text
