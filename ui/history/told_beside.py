"""What a step changed beside the protocol, in words: how binding, how often, one of several, what goes on, rules."""

from __future__ import annotations

from collections.abc import Callable

from study.changes import AddRef, Change, Insert, Move, Remove, RemoveRef, Set
from study.json_types import JsonObject, JsonValue
from study.language import translate

Title = Callable[[str], str]
"""What a person calls what is at an address of the protocol."""


def told_beside(change: Change, title: Title) -> tuple[str, str, str]:
    """An address to go to, what it is about, and what changed."""
    match change:
        case Insert():
            return _entry(change.attribute, change.entity, title, there=True)
        case Remove():
            return _entry(change.attribute, change.entity, title, there=False)
        case Set():
            visit, activity = _cell_of(change.address)
            return visit, _cell(visit, activity, title), _said(change.attribute, change.new)
        case AddRef():
            return change.ref, title(change.ref), translate("history", "is one of those of which one is done")
        case RemoveRef():
            words = translate("history", "is no longer one of those of which one is done")
            return change.ref, title(change.ref), words
        case Move():
            return (
                "",
                translate("history", "Beside the protocol"),
                translate("history", "put in another order"),
            )


def _entry(listed: str, entity: JsonObject, title: Title, *, there: bool) -> tuple[str, str, str]:
    visit, activity = _text(entity, "instanceId"), _text(entity, "activityId")
    if listed == "marks":
        kind = entity.get("kind") if there else "required"
        return visit, _cell(visit, activity, title), _said("kind", kind)
    if listed == "times":
        return visit, _cell(visit, activity, title), _said("times", entity.get("times") if there else 1)
    if listed == "groups":
        members = entity.get("activityIds")
        names = (
            ", ".join(title(each) for each in members if isinstance(each, str))
            if isinstance(members, list)
            else ""
        )
        words = (
            translate("history", "one of these is done: {activities}")
            if there
            else translate("history", "all of these are done: {activities}")
        )
        return visit, title(visit), words.format(activities=names)
    if listed == "spans":
        words = (
            translate("history", "goes on from {first} to {last}")
            if there
            else translate("history", "no longer goes on from {first} to {last}")
        )
        first, last = _text(entity, "fromInstanceId"), _text(entity, "toInstanceId")
        return activity, title(activity), words.format(first=title(first), last=title(last))
    said = translate("history", "added") if there else translate("history", "removed")
    if listed == "rules":
        return "", translate("history", "Rule"), said
    return "", translate("history", "Beside the protocol"), said


def _said(attribute: str, value: JsonValue) -> str:
    if attribute == "times":
        number = value if type(value) is int else 1
        return translate("history", "done %n time(s) in the visit", "", number)
    if attribute == "kind":
        return {
            "conditional": translate("history", "classed as conditional"),
            "optional": translate("history", "classed as optional"),
        }.get(str(value), translate("history", "classed as required"))
    return translate("history", "changed")


def _cell(visit: str, activity: str, title: Title) -> str:
    if not visit or not activity:
        return translate("history", "Beside the protocol")
    return translate("history", "{activity} at {visit}").format(activity=title(activity), visit=title(visit))


def _cell_of(address: str) -> tuple[str, str]:
    """The visit and activity in the id of what is said of a cell; see `study.annexe.entry_id`."""
    parts = [part.replace("~1", ":").replace("~0", "~") for part in address.split(":")]
    return (parts[1], parts[2]) if len(parts) == 3 else ("", "")


def _text(entity: JsonObject, name: str) -> str:
    value = entity.get(name)
    return value if type(value) is str else ""
