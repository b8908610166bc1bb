"""What a step changed, in words: the study's own names, each attribute's old value and its new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from study import layout_store
from study.change_set import ChangeSet, Target
from study.changes import AddRef, Change, Insert, Move, Remove, Set
from study.document import Document
from study.index import ROOT, STUDY
from study.json_types import ABSENT, JsonObject, JsonValue
from study.language import translate
from study.model import AliasCode, Code, Entity, Timing
from study.usdm_names import attribute_words, class_words
from study.wording import duration_text
from ui.history.told_beside import told_beside

MOST = 300
"""Changes that are told; of a step with more, how many more there are."""
_LONGEST = 160  # characters of a value


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words. `address`: what it is about, "" for nothing that can be gone to; `name`: its title.

    `derived`: it only follows from the others. `text` says what changed, `old` and `new` lie in it already.
    """

    address: str
    name: str
    text: str
    derived: bool = False

    @property
    def sentence(self) -> str:
        """Both, for who listens."""
        return f"{self.name}: {self.text}" if self.name else self.text


def told_changes(change_set: ChangeSet, document: Document) -> list[Told]:
    """Each change of an edit in words, what a person meant first; at most `MOST`, and how many more there are."""
    names = _Names(change_set, document)
    ordered = sorted(change_set.recorded, key=lambda each: each.derived)
    if change_set.target is Target.ANNEXE:
        told = [_beside(each.change, names) for each in ordered[:MOST]]
    else:
        told = [_told(each.change, names, derived=each.derived) for each in ordered[:MOST]]
    if len(ordered) > MOST:
        told.append(Told("", "", translate("history", "and %n more", "", len(ordered) - MOST)))
    return told


class FieldWords:
    """What a change is about, and its values, in words: for who decides between two of them."""

    def __init__(self, change_set: ChangeSet, document: Document) -> None:
        self._names = _Names(change_set, document)
        self._is_beside = change_set.target is Target.ANNEXE

    def about(self, change: Change) -> str:
        """ "Week 8: Label", "Week 8: Activities, ECG", "Week 10 (Encounter)", "ECG at Week 8: classed as optional"."""
        names = self._names
        if self._is_beside:
            return _beside(change, names).sentence
        match change:
            case Insert() | Remove():
                kind = class_words(Entity(change.entity).instance_type)
                return translate("history", "{name} ({kind})").format(
                    name=names.title_of(change.entity), kind=kind
                )
            case Move():
                return translate("history", "{name}: place").format(name=names.title(change.entity))
            case Set():
                return translate("history", "{name}: {attribute}").format(
                    name=names.title(change.address), attribute=attribute_words(change.attribute)
                )
            case _:
                return translate("history", "{name}: {attribute}, {entry}").format(
                    name=names.title(change.address),
                    attribute=attribute_words(change.attribute),
                    entry=names.title(change.ref),
                )

    def value(self, change: Change, value: JsonValue) -> str:
        """One of its values: before, mine, or theirs."""
        if isinstance(change, Set):
            return _value(change.attribute, value, self._names)
        if isinstance(change, Move):
            after = value.get("after") if type(value) is dict else None
            if value is ABSENT:
                return translate("history", "not there")
            if type(after) is not str:
                return translate("history", "at the beginning")
            return translate("history", "behind {other}").format(other=self._names.title(after))
        return translate("history", "not there") if value is ABSENT else translate("history", "there")


def told_placings(step: layout_store.Step, document: Document) -> list[Told]:
    """What was placed in the graph; that is no change of the protocol."""
    told: list[Told] = []
    for each in step.placings[:MOST]:
        entity = document.entity(each.instance)
        words = (
            translate("history", "stands where the layout puts it")
            if each.new is None
            else translate("history", "placed in the graph; the protocol is unchanged")
        )
        told.append(Told(each.instance if entity else "", entity.title if entity else each.instance, words))
    if len(step.placings) > MOST:
        told.append(Told("", "", translate("history", "and %n more", "", len(step.placings) - MOST)))
    return told


def _beside(change: Change, names: _Names) -> Told:
    address, name, text = told_beside(change, names.title)
    return Told(address, name, text)


class _Names:
    """Titles of what a change set speaks of: as the document has it, else as the change set itself carries it."""

    def __init__(self, change_set: ChangeSet, document: Document) -> None:
        self._document = document
        self._carried: Mapping[str, JsonObject] | None = None
        self._change_set = change_set

    def object_at(self, address: str) -> JsonObject | None:
        found = self._document.index.object_at(address)
        if found is not None:
            return found
        if self._carried is None:
            self._carried = dict(_carried(self._change_set))
        return self._carried.get(address)

    def title(self, address: str) -> str:
        """What a person calls what is at an address."""
        if address in (ROOT, STUDY):
            return translate("history", "The study")
        item = self.object_at(address)
        return self.title_of(item) if item is not None else address

    def title_of(self, item: JsonObject) -> str:
        """A timing is called after the visit that it times."""
        entity = Entity(item)
        timed = Timing(item).relative_from if entity.instance_type == "Timing" else None
        if timed and (visit := self.object_at(timed)) is not None:
            return translate("history", "Timing of {visit}").format(visit=_short(Entity(visit).title))
        return _short(entity.title)


def _carried(change_set: ChangeSet) -> Iterator[tuple[str, JsonObject]]:
    for change in change_set.changes:
        if isinstance(change, Insert | Remove):
            pending: list[JsonValue] = [change.entity]
            while pending:
                value = pending.pop()
                if type(value) is dict:
                    if type(value.get("id")) is str:
                        yield str(value["id"]), value
                    pending += value.values()
                elif type(value) is list:
                    pending += value


def _told(change: Change, names: _Names, *, derived: bool) -> Told:
    match change:
        case Insert():
            kind = class_words(Entity(change.entity).instance_type)
            words = translate("history", "added ({kind})").format(kind=kind)
            return Told(_id(change.entity), names.title_of(change.entity), words, derived)
        case Remove():
            kind = class_words(Entity(change.entity).instance_type)
            words = translate("history", "removed ({kind})").format(kind=kind)
            return Told(_id(change.entity), names.title_of(change.entity), words, derived)
        case Move():
            after = change.place.after
            words = (
                translate("history", "moved behind {other}").format(other=names.title(after))
                if after is not None
                else translate("history", "moved to the beginning")
            )
            return Told(change.entity, names.title(change.entity), words, derived)
        case Set():
            words = translate("history", "{attribute}: {old} → {new}").format(
                attribute=attribute_words(change.attribute),
                old=_value(change.attribute, change.old, names),
                new=_value(change.attribute, change.new, names),
            )
            return Told(change.address, names.title(change.address), words, derived)
        case AddRef():
            words = translate("history", "{attribute}: {name} added")
        case _:
            words = translate("history", "{attribute}: {name} taken out")
    attribute, name = attribute_words(change.attribute), names.title(change.ref)
    text = words.format(attribute=attribute, name=name)
    return Told(change.address, names.title(change.address), text, derived)


def _value(attribute: str, value: JsonValue, names: _Names) -> str:
    """A value as a person reads it: a duration in words, a code by its name, a reference by its title."""
    if value is ABSENT or value is None or value == "" or value == []:
        return translate("history", "not stated")
    if type(value) is bool:
        return translate("history", "yes") if value else translate("history", "no")
    if type(value) is str:
        if attribute.endswith("Id"):
            return names.title(value)
        return duration_text(value) or translate("history", "“{text}”").format(text=_short(value))
    if type(value) is dict:
        standard = AliasCode(value).standard_code
        return _short((standard or Code(value)).decode or Entity(value).title)
    if type(value) is list:
        parts = [_value(attribute.removesuffix("s"), each, names) for each in value[:5]]
        more = len(value) - len(parts)
        listed = ", ".join(parts)
        return translate("history", "{list} and %n more", "", more).format(list=listed) if more else listed
    return str(value)


def _id(entity: JsonObject) -> str:
    identifier = entity.get("id")
    return identifier if type(identifier) is str else ""


def _short(text: str) -> str:
    line = " ".join(text[: 4 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
