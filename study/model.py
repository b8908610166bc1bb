"""Typed, read-only views on USDM objects: USDM's class and attribute names, tolerant of damaged values.

A view holds the JSON object and nothing else, so it is as cheap as a pointer and never out of date. An attribute
that is absent, null or of the wrong type reads as "" (text), None (id), or an empty tuple (lists); what is wrong
with it is told by `study.findings`, never by an exception here.
"""

from __future__ import annotations

from typing import Generic, TypeVar, overload

from study.json_types import JsonObject, JsonValue

EntityT = TypeVar("EntityT", bound="Entity")


_ONLY_TEXT = {str}


class _Text:
    """A text attribute: its string, or "" where absent, null or no string."""

    def __init__(self, key: str) -> None:
        self.key = key

    @overload
    def __get__(self, entity: None, owner: type) -> _Text: ...
    @overload
    def __get__(self, entity: Entity, owner: type) -> str: ...
    def __get__(self, entity: Entity | None, owner: type) -> _Text | str:
        if entity is None:
            return self
        value = entity.raw.get(self.key)
        return value if type(value) is str else ""


class _Ref:
    """An attribute that holds one id: the id, or None where absent, null, empty or no string."""

    def __init__(self, key: str) -> None:
        self.key = key

    @overload
    def __get__(self, entity: None, owner: type) -> _Ref: ...
    @overload
    def __get__(self, entity: Entity, owner: type) -> str | None: ...
    def __get__(self, entity: Entity | None, owner: type) -> _Ref | str | None:
        if entity is None:
            return self
        value = entity.raw.get(self.key)
        return value if type(value) is str and value else None


class _Refs:
    """An attribute that holds a list of ids: those entries that are strings, in order."""

    def __init__(self, key: str) -> None:
        self.key = key

    @overload
    def __get__(self, entity: None, owner: type) -> _Refs: ...
    @overload
    def __get__(self, entity: Entity, owner: type) -> tuple[str, ...]: ...
    def __get__(self, entity: Entity | None, owner: type) -> _Refs | tuple[str, ...]:
        if entity is None:
            return self
        value = entity.raw.get(self.key)
        if type(value) is not list:
            return ()
        if set(map(type, value)) <= _ONLY_TEXT and "" not in value:
            return tuple(value)  # thousands of visits with hundreds of activities: the whole list at once
        return tuple(i for i in value if type(i) is str and i)


class _Flag:
    """A boolean attribute: true only where the file says true."""

    def __init__(self, key: str) -> None:
        self.key = key

    @overload
    def __get__(self, entity: None, owner: type) -> _Flag: ...
    @overload
    def __get__(self, entity: Entity, owner: type) -> bool: ...
    def __get__(self, entity: Entity | None, owner: type) -> _Flag | bool:
        if entity is None:
            return self
        return entity.raw.get(self.key) is True


class _Children(Generic[EntityT]):
    """An attribute that holds a list of objects: views on those entries that are objects, in order."""

    def __init__(self, key: str, kind: type[EntityT]) -> None:
        self.key = key
        self.kind = kind

    @overload
    def __get__(self, entity: None, owner: type) -> _Children[EntityT]: ...
    @overload
    def __get__(self, entity: Entity, owner: type) -> tuple[EntityT, ...]: ...
    def __get__(self, entity: Entity | None, owner: type) -> _Children[EntityT] | tuple[EntityT, ...]:
        if entity is None:
            return self
        return tuple(self.kind(item) for item in objects(entity.raw.get(self.key)))


class _Child(Generic[EntityT]):
    """An attribute that holds one object: a view on it, or None."""

    def __init__(self, key: str, kind: type[EntityT]) -> None:
        self.key = key
        self.kind = kind

    @overload
    def __get__(self, entity: None, owner: type) -> _Child[EntityT]: ...
    @overload
    def __get__(self, entity: Entity, owner: type) -> EntityT | None: ...
    def __get__(self, entity: Entity | None, owner: type) -> _Child[EntityT] | EntityT | None:
        if entity is None:
            return self
        value = entity.raw.get(self.key)
        return self.kind(value) if type(value) is dict else None


def objects(value: JsonValue) -> list[JsonObject]:
    """The entries of a JSON list that are objects; an empty list where `value` is no list."""
    return [item for item in value if type(item) is dict] if type(value) is list else []


class Entity:
    """A view on one USDM object. Two views are equal when they look at the same object."""

    __slots__ = ("raw",)

    def __init__(self, raw: JsonObject) -> None:
        self.raw = raw

    id = _Ref("id")
    instance_type = _Text("instanceType")
    name = _Text("name")
    label = _Text("label")
    description = _Text("description")

    @property
    def title(self) -> str:
        """What a person calls it: the label, else the name, else the id, else its class."""
        raw = self.raw  # asked of thousands for one screen: past the views of attributes
        title = raw.get("label")
        if type(title) is not str or not title:
            title = raw.get("name")
        if (
            type(title) is not str or not title or title.isspace()
        ):  # blanks are no name that a person could read
            others = (text for text in (self.name, self.id) if text and not text.isspace())
            return next(others, "") or self.instance_type or type(self).__name__
        return title

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entity) and self.raw is other.raw

    def __hash__(self) -> int:
        return id(self.raw)

    def __repr__(self) -> str:
        return f"<{self.instance_type or type(self).__name__} {self.id or 'without id'}>"


class Code(Entity):
    """USDM Code: a term of a code list (`code` such as C201356, `decode` its words)."""

    __slots__ = ()
    code = _Text("code")
    decode = _Text("decode")


class AliasCode(Entity):
    """USDM AliasCode: a standard code and its aliases."""

    __slots__ = ()
    standard_code = _Child("standardCode", Code)


class TransitionRule(Entity):
    """USDM TransitionRule: free text that says when an encounter or element starts or ends."""

    __slots__ = ()
    text = _Text("text")


class Timing(Entity):
    """USDM Timing: when the instance `relative_from` takes place, relative to the instance `relative_to`.

    `value`, `window_lower` and `window_upper` are ISO 8601 durations, magnitudes without sign.
    """

    __slots__ = ()
    type = _Child("type", Code)
    value = _Text("value")
    value_label = _Text("valueLabel")
    relative_to_from = _Child("relativeToFrom", Code)
    relative_from = _Ref("relativeFromScheduledInstanceId")
    relative_to = _Ref("relativeToScheduledInstanceId")
    window_lower = _Text("windowLower")
    window_upper = _Text("windowUpper")
    window_label = _Text("windowLabel")


class ConditionAssignment(Entity):
    """USDM ConditionAssignment: one way out of a decision (`condition` is free text)."""

    __slots__ = ()
    condition = _Text("condition")
    target = _Ref("conditionTargetId")


class ScheduledInstance(Entity):
    """USDM ScheduledInstance: a node of the schedule, an activity instance or a decision."""

    __slots__ = ()
    default_condition = _Ref("defaultConditionId")
    epoch = _Ref("epochId")
    activities = _Refs("activityIds")
    encounter = _Ref("encounterId")
    sub_timeline = _Ref("timelineId")
    exit = _Ref("timelineExitId")
    condition_assignments = _Children("conditionAssignments", ConditionAssignment)

    @property
    def is_decision(self) -> bool:
        """A ScheduledDecisionInstance, by its type or, where that is missing, by its conditionAssignments."""
        if self.instance_type:
            return self.instance_type == "ScheduledDecisionInstance"
        return "conditionAssignments" in self.raw


class ScheduleTimelineExit(Entity):
    """USDM ScheduleTimelineExit: a way out of a timeline."""

    __slots__ = ()


class ScheduleTimeline(Entity):
    """USDM ScheduleTimeline: instances, exits and timings; the main one is the Schedule of Activities."""

    __slots__ = ()
    main = _Flag("mainTimeline")
    entry_condition = _Text("entryCondition")
    entry = _Ref("entryId")
    instances = _Children("instances", ScheduledInstance)
    exits = _Children("exits", ScheduleTimelineExit)
    timings = _Children("timings", Timing)


class Procedure(Entity):
    """USDM Procedure: what is done in an activity."""

    __slots__ = ()


class Activity(Entity):
    """USDM Activity: a row of the Schedule of Activities; `children` (v4) makes it a group."""

    __slots__ = ()
    previous = _Ref("previousId")
    next = _Ref("nextId")
    children = _Refs("childIds")
    procedures = _Children("definedProcedures", Procedure)
    biomedical_concepts = _Refs("biomedicalConceptIds")
    bc_categories = _Refs("bcCategoryIds")
    bc_surrogates = _Refs("bcSurrogateIds")
    sub_timeline = _Ref("timelineId")


class Encounter(Entity):
    """USDM Encounter: a contact between participant and site, planned by one or more instances."""

    __slots__ = ()
    type = _Child("type", Code)
    previous = _Ref("previousId")
    next = _Ref("nextId")
    scheduled_at = _Ref("scheduledAtId")
    contact_modes = _Children("contactModes", Code)
    transition_start_rule = _Child("transitionStartRule", TransitionRule)
    transition_end_rule = _Child("transitionEndRule", TransitionRule)

    @property
    def environmental_settings(self) -> tuple[Code, ...]:
        """Where it takes place: `environmentalSettings` in v4, `environmentalSetting` in v3."""
        value = self.raw.get("environmentalSettings", self.raw.get("environmentalSetting"))
        return tuple(Code(item) for item in objects([value] if type(value) is dict else value))


class StudyEpoch(Entity):
    """USDM StudyEpoch: a phase of participation such as screening or treatment."""

    __slots__ = ()
    type = _Child("type", Code)
    previous = _Ref("previousId")
    next = _Ref("nextId")


class StudyArm(Entity):
    """USDM StudyArm: a group that takes one path through the study."""

    __slots__ = ()
    type = _Child("type", Code)


class StudyElement(Entity):
    """USDM StudyElement: a building block of an arm in an epoch."""

    __slots__ = ()


class StudyCell(Entity):
    """USDM StudyCell: the elements of one arm in one epoch."""

    __slots__ = ()
    arm = _Ref("armId")
    epoch = _Ref("epochId")
    elements = _Refs("elementIds")


class Condition(Entity):
    """USDM Condition: a footnote (`text` is HTML) on what it applies to, in the contexts where it holds."""

    __slots__ = ()
    text = _Text("text")
    contexts = _Refs("contextIds")
    applies_to = _Refs("appliesToIds")


class StudyVersion(Entity):
    """USDM StudyVersion: a version of the study, with one or more designs."""

    __slots__ = ()
    version_identifier = _Text("versionIdentifier")


class StudyDesign(Entity):
    """USDM StudyDesign (interventional or observational) within its version.

    Where v3 keeps a list on the design and v4 on the version (conditions, concepts), both places are read.
    """

    __slots__ = ("version",)
    version: StudyVersion

    def __init__(self, raw: JsonObject, version: StudyVersion) -> None:
        super().__init__(raw)
        self.version = version

    arms = _Children("arms", StudyArm)
    epochs = _Children("epochs", StudyEpoch)
    cells = _Children("studyCells", StudyCell)
    elements = _Children("elements", StudyElement)
    encounters = _Children("encounters", Encounter)
    activities = _Children("activities", Activity)
    timelines = _Children("scheduleTimelines", ScheduleTimeline)

    @property
    def main_timeline(self) -> ScheduleTimeline | None:
        """The timeline marked as main, else the first one, else None."""
        timelines = self.timelines
        return next((t for t in timelines if t.main), timelines[0] if timelines else None)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Footnotes: from the version (v4) and from the design (v3)."""
        return tuple(Condition(item) for item in self.on_version_or_design("conditions"))

    def on_version_or_design(self, attribute: str) -> list[JsonObject]:
        """The objects of a list that v4 keeps on the StudyVersion and v3 on the design."""
        return objects(self.version.raw.get(attribute)) + objects(self.raw.get(attribute))
