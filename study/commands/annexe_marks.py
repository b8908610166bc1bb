"""What a person says of planned assessments beyond USDM: how binding, one of several, how often, how long (annexe)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.annexe import Cell, MarkKind, entry_id
from study.change_set import Target
from study.commands.command import CannotError, Command
from study.commands.draft import Draft, gone
from study.commands.naming import listed, named
from study.document import Document
from study.json_types import JsonValue
from study.language import translate
from study.model import ScheduledInstance, objects


@dataclass(frozen=True, slots=True)
class ClassifyMarks(Command):
    """Classes the planned assessment of each cell as required, conditional or optional."""

    name: ClassVar[str] = "classify_marks"
    target: ClassVar[Target] = Target.ANNEXE
    cells: tuple[Cell, ...]
    kind: MarkKind

    def why_not(self, document: Document) -> str:
        """Only for what is planned."""
        return _why_unplanned(document, self.cells)

    def title(self, document: Document) -> str:
        """ "Class ECG at Week 8 as conditional", or "Class 12 assessments as optional"."""
        if len(self.cells) == 1:
            words = {
                MarkKind.REQUIRED: translate("commands", "Class {activity} at {visit} as required"),
                MarkKind.CONDITIONAL: translate("commands", "Class {activity} at {visit} as conditional"),
                MarkKind.OPTIONAL: translate("commands", "Class {activity} at {visit} as optional"),
            }[self.kind]
            return _cell_words(words, document, self.cells[0])
        number = len(self.cells)
        if self.kind is MarkKind.REQUIRED:
            return translate("commands", "Class %n assessment(s) as required", "", number)
        if self.kind is MarkKind.CONDITIONAL:
            return translate("commands", "Class %n assessment(s) as conditional", "", number)
        return translate("commands", "Class %n assessment(s) as optional", "", number)

    def carry_out(self, draft: Draft) -> None:
        """Write an entry for each cell; none for what is required."""
        for cell in dict.fromkeys(self.cells):
            _say(
                draft,
                "marks",
                "mark",
                cell,
                "kind",
                None if self.kind is MarkKind.REQUIRED else self.kind.value,
            )


@dataclass(frozen=True, slots=True)
class OneOfGroup(Command):
    """At a visit, one of these activities is done. What was in another group at that visit leaves it."""

    name: ClassVar[str] = "one_of_group"
    target: ClassVar[Target] = Target.ANNEXE
    instance: str
    activities: tuple[str, ...]
    group: str = ""
    """What a person calls the group, "" for nothing."""

    def why_not(self, document: Document) -> str:
        """Two activities or more, planned at that visit."""
        if len(set(self.activities)) < 2:
            return translate("commands", "Choose two activities or more, of which one is to be done.")
        return _why_unplanned(document, tuple((self.instance, activity) for activity in self.activities))

    def title(self, document: Document) -> str:
        """ "Do one of ECG, Vital signs at Week 8"."""
        return translate("commands", "Do one of {activities} at {visit}").format(
            activities=listed(document, list(dict.fromkeys(self.activities))),
            visit=named(document, self.instance),
        )

    def carry_out(self, draft: Draft) -> None:
        """Take them out of their groups, and make theirs."""
        chosen = dict.fromkeys(self.activities)
        for group in [
            each for each in objects(draft.tree.root.get("groups")) if each.get("instanceId") == self.instance
        ]:
            members: JsonValue = group.get("activityIds")
            left = [each for each in members if each not in chosen] if type(members) is list else []
            if len(left) < 2:
                draft.remove(str(group.get("id")))
                continue
            for each in [each for each in members if each in chosen]:
                draft.remove_ref(str(group.get("id")), "activityIds", each)
        draft.insert(
            "$root",
            "groups",
            {
                "id": draft.fresh_id("OneOf"),
                "name": self.group,
                "instanceId": self.instance,
                "activityIds": list(chosen),
            },
        )


@dataclass(frozen=True, slots=True)
class DissolveGroup(Command):
    """All activities of a one-of group are to be done again."""

    name: ClassVar[str] = "dissolve_group"
    target: ClassVar[Target] = Target.ANNEXE
    group: str
    instance: str = ""
    activities: tuple[str, ...] = ()
    """With `instance` what the group is of, for the title alone."""

    def title(self, document: Document) -> str:
        """ "Do all of ECG, Vital signs at Week 8", or "Do all activities of the group"."""
        if not self.instance or not self.activities:
            return translate("commands", "Do all activities of the group")
        return translate("commands", "Do all of {activities} at {visit}").format(
            activities=listed(document, list(dict.fromkeys(self.activities))),
            visit=named(document, self.instance),
        )

    def carry_out(self, draft: Draft) -> None:
        """Take the group away."""
        draft.remove(self.group)


@dataclass(frozen=True, slots=True)
class TimesInVisit(Command):
    """An activity is done `times` times within a visit; 1 is what is meant where nothing is said."""

    name: ClassVar[str] = "times_in_visit"
    target: ClassVar[Target] = Target.ANNEXE
    instance: str
    activity: str
    times: int

    def why_not(self, document: Document) -> str:
        """Once or more, and only for what is planned."""
        if not 1 <= self.times <= 999:
            return translate("commands", "Say how many times, from 1 to 999.")
        return _why_unplanned(document, ((self.instance, self.activity),))

    def title(self, document: Document) -> str:
        """ "Do ECG 3 times at Week 8"."""
        words = translate("commands", "Do {activity} %n time(s) at {visit}", "", self.times)
        return _cell_words(words, document, (self.instance, self.activity))

    def carry_out(self, draft: Draft) -> None:
        """Write it for the cell; nothing for once."""
        cell = (self.instance, self.activity)
        _say(draft, "times", "times", cell, "times", self.times if self.times > 1 else None)


@dataclass(frozen=True, slots=True)
class Span(Command):
    """An activity goes on from one visit to another, such as a diary that is kept all the while."""

    name: ClassVar[str] = "span"
    target: ClassVar[Target] = Target.ANNEXE
    activity: str
    first: str
    last: str
    text: str = ""
    """What a person says of it, such as "daily", or ""."""

    def why_not(self, document: Document) -> str:
        """From a visit to another one of the same timeline."""
        for address in (self.activity, self.first, self.last):
            if document.index.object_at(address) is None:
                return gone(address)
        if self.first == self.last:
            return translate("commands", "Choose two visits: where it begins and where it ends.")
        first, last = (document.index.object_at(each) for each in (self.first, self.last))
        if first is None or last is None or _holder(document, first) is not _holder(document, last):
            return translate("commands", "Both visits must be of the same timeline.")
        return ""

    def title(self, document: Document) -> str:
        """ "Go on with Diary from Week 2 to Week 12"."""
        return translate("commands", "Go on with {activity} from {first} to {last}").format(
            activity=named(document, self.activity),
            first=named(document, self.first),
            last=named(document, self.last),
        )

    def carry_out(self, draft: Draft) -> None:
        """Write the span."""
        draft.insert(
            "$root",
            "spans",
            {
                "id": draft.fresh_id("Span"),
                "name": self.text,
                "activityId": self.activity,
                "fromInstanceId": self.first,
                "toInstanceId": self.last,
            },
        )


@dataclass(frozen=True, slots=True)
class RemoveSpan(Command):
    """An activity does not go on from one visit to another any more."""

    name: ClassVar[str] = "remove_span"
    target: ClassVar[Target] = Target.ANNEXE
    span: str
    activity: str = ""
    first: str = ""
    last: str = ""
    """With `activity` and `first` what the span is of, for the title alone."""

    def title(self, document: Document) -> str:
        """ "No longer go on with Diary from Week 2 to Week 12", or "Remove the span"."""
        if not self.activity:
            return translate("commands", "Remove the span")
        return translate("commands", "No longer go on with {activity} from {first} to {last}").format(
            activity=named(document, self.activity),
            first=named(document, self.first),
            last=named(document, self.last),
        )

    def carry_out(self, draft: Draft) -> None:
        """Take it away."""
        draft.remove(self.span)


def _say(draft: Draft, listed: str, kind: str, cell: Cell, attribute: str, value: JsonValue) -> None:
    """Write one thing said of a cell; None says nothing any more."""
    address = entry_id(kind, cell)
    entry = draft.tree.index.object_at(address)
    if entry is None and address in draft.tree.index.repeated:
        raise CannotError(gone(address))
    if value is None:
        if entry is not None:
            draft.remove(address)
    elif entry is not None:
        draft.set(address, attribute, value)
    else:
        draft.insert(
            "$root", listed, {"id": address, "instanceId": cell[0], "activityId": cell[1], attribute: value}
        )


def _why_unplanned(document: Document, cells: tuple[Cell, ...]) -> str:
    if not cells:
        return translate("commands", "No cell is chosen.")
    for instance, activity in cells:
        for address in (instance, activity):
            if document.index.object_at(address) is None:
                return gone(address)
        item = document.index.object_at(instance)
        if item is None or activity not in ScheduledInstance(item).activities:
            return translate("commands", "{activity} is not planned at {visit}. Plan it first.").format(
                activity=named(document, activity), visit=named(document, instance)
            )
    return ""


def _cell_words(words: str, document: Document, cell: Cell) -> str:
    return words.format(activity=named(document, cell[1]), visit=named(document, cell[0]))


def _holder(document: Document, item: dict[str, object]) -> object:
    holder = document.index.owner_of(item)
    return holder[0] if holder is not None else None
