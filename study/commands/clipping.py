"""Copying visits elsewhere: what was copied is a plain value, pasted into the same or another timeline or study."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Final

from study.commands.command import CannotError, Command
from study.commands.copies import fresh_copy, referring_to
from study.commands.draft import Draft, design_of, gone, timeline_of
from study.commands.new_visits import encounter_before, name_like, put_on_way
from study.commands.path import (
    Onward,
    Way,
    in_order,
    instance_at,
    lead,
    leads_to,
    spoken,
    why_no_visits,
    why_no_way,
)
from study.commands.planned import TimingType, anchor_of, new_timing, timing_at
from study.decode import DocumentError, decode
from study.document import Document
from study.graph import is_fixed_reference
from study.json_types import JsonObject, JsonValue, copied
from study.language import translate
from study.model import Activity, Entity, ScheduledInstance, ScheduleTimeline, StudyDesign, Timing, objects
from study.patch import COMPACT, written

FORMAT: Final = 1
KIND: Final = "maestro-visits"


@dataclass(frozen=True, slots=True)
class Clipping:
    """Visits taken out of a study, as JSON objects of their own: nothing in it refers to an open document.

    `instances` in path order, `timings` theirs; `encounters`, `activities` and `epochs` that they use; `anchors` the
    ids of what was a Fixed Reference where they came from; `generation` of the study, 3 or 4.
    """

    instances: tuple[JsonObject, ...]
    timings: tuple[JsonObject, ...]
    encounters: tuple[JsonObject, ...]
    activities: tuple[JsonObject, ...]
    epochs: tuple[JsonObject, ...]
    anchors: tuple[str, ...]
    generation: int

    def to_text(self) -> str:
        """The clipping as one line of JSON, for a clipboard."""
        value: JsonObject = {"kind": KIND, "format": FORMAT, "generation": self.generation}
        for name in _LISTS:
            value[name] = [copied(item) for item in getattr(self, name)]
        value["anchors"] = list(self.anchors)
        return written(value, COMPACT)

    @classmethod
    def from_text(cls, text: str) -> Clipping | None:
        """The clipping in a text that `to_text` wrote; None for any other text, also one of a newer format."""
        try:
            value = decode(text)
        except (DocumentError, ValueError, RecursionError):
            return None
        if type(value) is not dict or value.get("kind") != KIND or value.get("format") != FORMAT:
            return None
        lists = {name: tuple(objects(value.get(name))) for name in _LISTS}
        if not lists["instances"] or not all(_sound(item) for items in lists.values() for item in items):
            return None
        anchors = value.get("anchors")
        names = tuple(a for a in anchors if type(a) is str) if type(anchors) is list else ()
        generation = 3 if value.get("generation") == 3 else 4
        return cls(**lists, anchors=names, generation=generation)


_LISTS: Final = ("instances", "timings", "encounters", "activities", "epochs")


def clip(document: Document, addresses: Sequence[str]) -> Clipping:
    """A copy of instances of one timeline with all that they need elsewhere. Raises CannotError."""
    if reason := why_no_visits(document, addresses):
        raise CannotError(reason)
    timeline, design = timeline_of(document, addresses[0]), design_of(document, addresses[0])
    if timeline is None or design is None:
        raise CannotError(gone(addresses[0]))
    instances = [ScheduledInstance(_item(document, a)) for a in in_order(document, timeline, addresses)]
    timings = [timing_at(document, instance.id or "") for instance in instances]
    used = {
        *(instance.encounter for instance in instances),
        *(instance.epoch for instance in instances),
        *(activity for instance in instances for activity in instance.activities),
    }

    def those(entities: Sequence[Entity]) -> tuple[JsonObject, ...]:
        return tuple(copied(e.raw) for e in entities if e.id in used and e.id in document.index.unique)

    return Clipping(
        instances=tuple(copied(instance.raw) for instance in instances),
        timings=tuple(copied(timing.raw) for timing in timings if timing is not None and timing.id),
        encounters=those(design.encounters),
        activities=those(design.activities),
        epochs=those(design.epochs),
        anchors=tuple(t.relative_from for t in timeline.timings if is_fixed_reference(t) and t.relative_from),
        generation=document.capabilities.generation,
    )


@dataclass(frozen=True, slots=True)
class PasteVisits(Command):
    """Puts copied visits on the path behind `after` (with `assignment`: on that branch; a timeline: its beginning).

    Everything gets fresh ids. Activities are those of the study with the same id and name, else the same name, else
    they are added. Timings keep their reference where it is there, else they count from the anchor.
    """

    name: ClassVar[str] = "paste_visits"
    clipping: Clipping
    after: str
    assignment: str = ""

    def why_not(self, document: Document) -> str:
        """Not behind what is gone, and nothing but decisions not at all."""
        if reason := why_no_way(document, Way(self.after, self.assignment)):
            return reason
        if not any(not ScheduledInstance(item).is_decision for item in self.clipping.instances):
            return translate("commands", "Only decisions were copied: choose the visits around them too.")
        return ""

    def title(self, document: Document) -> str:
        """ "Paste Week 8 after Week 12", "Paste 3 visits after Week 12"."""
        visits = self.clipping.instances
        after = spoken(document, self.after)
        if instance_at(document, self.after) is None:
            return translate("commands", "Paste %n visit(s) at the beginning", "", len(visits))
        if len(visits) == 1:
            return translate("commands", "Paste {visit} after {other}").format(
                visit=ScheduledInstance(visits[0]).title, other=after
            )
        return translate("commands", "Paste %n visit(s) after {other}", "", len(visits)).format(other=after)

    def carry_out(self, draft: Draft) -> None:
        """Make all of it anew, in order, and lead the path through it."""
        _Paste(draft, self.clipping, Way(self.after, self.assignment)).carry_out()


class _Paste:
    """One pasting: what each id of the clipping has become."""

    def __init__(self, draft: Draft, clipping: Clipping, way: Way) -> None:
        self.draft = draft
        self.clipping = clipping
        self.way = way
        self.timeline: ScheduleTimeline = draft.timeline_of(way.source)
        self.design: StudyDesign = draft.design_of(way.source)
        self.names: dict[str, str] = {}

    def carry_out(self) -> None:
        draft, timeline = self.draft, self.timeline
        kept = self._kept()
        ids = {str(item["id"]): draft.fresh_id(str(item.get("instanceType", ""))) for item in kept}
        before = {instance.id for instance in timeline.instances}
        self._activities(kept)
        self._encounters(kept)
        behind: str | None = self.way.source if instance_at(draft.document, self.way.source) else None
        for item in kept:
            assert timeline.id is not None
            behind = draft.insert(timeline.id, "instances", self._instance(item, ids, before), behind)
        run = [ids[str(item["id"])] for item in kept]
        put_on_way(draft, self.way, run[0], run[-1])
        for here, following in pairwise(run):
            lead(draft, Way(here), Onward(target=following))
        self._timings(ids)

    def _kept(self) -> list[JsonObject]:
        """The instances that can be pasted: decisions only where one of their branches is, and not at the end."""
        names = {item.get("id") for item in self.clipping.instances}
        here = {instance.id for instance in self.timeline.instances}
        kept = [
            item
            for item in self.clipping.instances
            if not ScheduledInstance(item).is_decision
            or any(
                b.target in names or b.target in here for b in ScheduledInstance(item).condition_assignments
            )
        ]
        while kept and ScheduledInstance(kept[-1]).is_decision and not self._goes_on():
            kept.pop()
        return kept

    def _goes_on(self) -> bool:
        """Whether the way leads to a visit, so that a decision may stand at its end."""
        led = leads_to(self.draft.document, self.way)
        return led is not None and led.target is not None

    def _instance(self, item: JsonObject, ids: Mapping[str, str], here: set[str | None]) -> JsonObject:
        draft, timeline = self.draft, self.timeline
        instance = ScheduledInstance(item)
        copy = fresh_copy(draft, self._shaped(item), ids)
        called = instance.title
        if any(called == each.title for each in timeline.instances):
            called = translate("commands", "{visit}, copy").format(visit=called)
        copy["name"] = name_like([each.name for each in timeline.instances], instance.name or called)
        if instance.label:
            copy["label"] = called
        if "defaultConditionId" in copy:
            copy["defaultConditionId"] = None
        if "timelineExitId" in copy:
            copy["timelineExitId"] = None
        copy["epochId"] = self._epoch(instance)
        if not instance.is_decision:
            copy["activityIds"] = list(
                dict.fromkeys(self.names[a] for a in instance.activities if a in self.names)
            )
            copy["encounterId"] = self.names.get(instance.encounter or "")
        if copy.get("timelineId") is not None:
            copy["timelineId"] = self._sub_timeline(instance)
        branches = objects(copy.get("conditionAssignments"))
        if branches:
            copy["conditionAssignments"] = [
                branch
                for branch in branches
                if branch.get("conditionTargetId") in ids.values() or branch.get("conditionTargetId") in here
            ]
        return copy

    def _sub_timeline(self, instance: ScheduledInstance) -> str | None:
        known = {t.id for t in self.design.timelines if not t.main and t.id != self.timeline.id}
        return instance.sub_timeline if instance.sub_timeline in known else None

    def _epoch(self, instance: ScheduledInstance) -> str | None:
        """The epoch of the same name, else that of what it is pasted behind."""
        clipped = next((e for e in self.clipping.epochs if e.get("id") == instance.epoch), None)
        name = Entity(clipped).name if clipped is not None else ""
        for epoch in self.design.epochs:
            if name and epoch.name == name:
                return epoch.id
        behind = instance_at(self.draft.document, self.way.source)
        return behind.epoch if behind is not None else None

    def _activities(self, kept: Sequence[JsonObject]) -> None:
        used = {a for item in kept for a in ScheduledInstance(item).activities}
        unique = self.draft.document.index.unique
        for item in self.clipping.activities:
            clipped = Activity(item)
            if clipped.id is None or clipped.id not in used:
                continue
            own = [a for a in self.design.activities if a.id in unique]
            same = [a for a in own if a.id == clipped.id and a.title == clipped.title]
            same += [a for a in own if a.name == clipped.name and clipped.name]
            same += [a for a in own if a.title.casefold() == clipped.title.casefold()]
            self.names[clipped.id] = same[0].id or "" if same else self._new_activity(item)

    def _new_activity(self, item: JsonObject) -> str:
        """A copy of an activity without what it refers to in the study that it comes from."""
        assert self.design.id is not None
        copy = fresh_copy(self.draft, self._shaped(item))
        for attribute in list(copy):
            if attribute.endswith("Ids") and type(copy[attribute]) is list:
                copy[attribute] = []
            elif attribute in ("previousId", "nextId", "timelineId"):
                copy[attribute] = None
        for procedure in objects(copy.get("definedProcedures")):
            if procedure.get("studyInterventionId") is not None:
                procedure["studyInterventionId"] = None
        activities = self.design.activities
        copy["name"] = name_like([a.name for a in activities], Entity(item).name or Entity(item).title)
        return self.draft.insert(self.design.id, "activities", copy)

    def _encounters(self, kept: Sequence[JsonObject]) -> None:
        assert self.design.id is not None
        used = {ScheduledInstance(item).encounter for item in kept}
        last = encounter_before(self.draft, self.design, self.timeline, self.way)
        for item in self.clipping.encounters:
            clipped = Entity(item)
            if clipped.id is None or clipped.id not in used:
                continue
            copy = fresh_copy(self.draft, self._shaped(item))
            copy["name"] = name_like([e.name for e in self.design.encounters], clipped.name or clipped.title)
            for attribute in ("previousId", "nextId", "scheduledAtId"):
                if attribute in copy:
                    copy[attribute] = None
            last = self.draft.insert(self.design.id, "encounters", copy, last)
            self.names[clipped.id] = last

    def _timings(self, ids: Mapping[str, str]) -> None:
        draft = self.draft
        for item in self.clipping.timings:
            timing = Timing(item)
            visit = ids.get(timing.relative_from or "")
            if visit is None:
                continue
            made = self._timing(timing, visit, ids)
            encounter = draft.instance(visit).encounter if made is not None else None
            if encounter is not None and draft.entity(encounter).raw.get("scheduledAtId") is None:
                draft.set(encounter, "scheduledAtId", made)

    def _timing(self, timing: Timing, visit: str, ids: Mapping[str, str]) -> str | None:
        """A clipped timing on its new instance; None where nothing is left that it could count from."""
        draft, timeline = self.draft, self.timeline
        name = name_like([t.name for t in timeline.timings], timing.name)
        anchor = anchor_of(timeline)
        if is_fixed_reference(timing) and anchor is not None:
            return new_timing(draft, visit, name, TimingType.AFTER, "P0D", anchor)
        reference = visit if is_fixed_reference(timing) else ids.get(timing.relative_to or "")
        if reference is None:
            here = {i.id for i in timeline.instances} - set(ids.values())
            same_study = timing.relative_to in here and self._same(timing.relative_to or "")
            reference = timing.relative_to if same_study else anchor
        if reference is None:
            reference = self.way.source if instance_at(draft.document, self.way.source) else None
        if reference is None or (reference == visit and not is_fixed_reference(timing)):
            return None
        assert timeline.id is not None
        copy = fresh_copy(draft, self._shaped(timing.raw))
        copy.update(
            {
                "name": name,
                "relativeFromScheduledInstanceId": visit,
                "relativeToScheduledInstanceId": reference,
            }
        )
        return draft.insert(timeline.id, "timings", copy)

    def _same(self, reference: str) -> bool:
        """Whether an instance of this timeline is the one that the clipping means: an anchor, if that was one."""
        return (reference in self.clipping.anchors) == (reference == anchor_of(self.timeline))

    def _shaped(self, item: JsonObject) -> JsonObject:
        """A copy in the shape of this study's generation: v3 has no extensions, and one word less for settings."""
        to = self.draft.document.capabilities
        if (to.generation >= 4) == (self.clipping.generation >= 4):
            return referring_to(item, {})
        return _converted(item, to.generation)


def _converted(item: JsonObject, generation: int) -> JsonObject:
    """An object of v3 in the shape of v4, or the other way; what v3 cannot hold goes."""

    def shaped(value: JsonValue) -> JsonValue:
        if type(value) is list:
            return [shaped(entry) for entry in value]
        if type(value) is not dict:
            return value
        found: JsonObject = {}
        for key, nested in value.items():
            if generation < 4 and key in _V4_ONLY:
                continue
            name = str(_SETTINGS.get((key, generation), key))
            found[name] = shaped(nested)
            if key == "id" and generation >= 4:
                found.setdefault("extensionAttributes", [])
        return found

    converted = shaped(item)
    assert type(converted) is dict
    return converted


_V4_ONLY: Final = frozenset({"extensionAttributes", "childIds", "notes"})
_SETTINGS: Final = {
    ("environmentalSettings", 3): "environmentalSetting",
    ("environmentalSetting", 4): "environmentalSettings",
}


def _item(document: Document, address: str) -> JsonObject:
    item = document.index.object_at(address)
    if item is None:
        raise CannotError(gone(address))
    return item


def _sound(item: JsonObject) -> bool:
    return type(item.get("id")) is str and item["id"] != ""
