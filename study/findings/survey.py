"""One walk through a document for all findings: where everything stands, and what refers to what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from study.document import Document
from study.findings.finding import Finding, Severity
from study.json_types import JsonObject
from study.language import QT_TRANSLATE_NOOP, translate
from study.model import StudyDesign, StudyVersion, objects

# Every attribute of USDM 3 and 4 that holds ids. An attribute that USDM does not know may end in "Id" and be no
# reference at all (a sponsor's own number), so names alone do not make one.
ONE_ID = frozenset(
    (
        "administrableProductId",
        "analysisPopulationId",
        "appliesToId",
        "armId",
        "conditionTargetId",
        "contentItemId",
        "criterionItemId",
        "defaultConditionId",
        "dictionaryId",
        "documentVersionId",
        "embeddedProductId",
        "encounterId",
        "entryId",
        "epochId",
        "forStudyCohortId",
        "forStudySiteId",
        "interventionId",
        "medicalDeviceId",
        "nextId",
        "organizationId",
        "previousId",
        "relativeFromScheduledInstanceId",
        "relativeToScheduledInstanceId",
        "scheduledAtId",
        "scopeId",
        "studyInterventionId",
        "timelineExitId",
        "timelineId",
        "variableOfInterestId",
    )
)
MANY_IDS = frozenset(
    (
        "activityIds",
        "appliesToIds",
        "bcCategoryIds",
        "bcSurrogateIds",
        "biomedicalConceptIds",
        "childIds",
        "contextIds",
        "criterionIds",
        "documentVersionIds",
        "elementIds",
        "indicationIds",
        "interventionIds",
        "medicalDeviceIds",
        "memberIds",
        "organizationIds",
        "populationIds",
        "studyInterventionIds",
        "subsetOfIds",
    )
)

PLAIN = (
    ONE_ID
    | MANY_IDS
    | {
        *("name", "label", "description", "value", "windowLower", "windowUpper", "valueLabel", "windowLabel"),
        *("text", "condition", "entryCondition"),
    }
)
"""Attributes that hold text or ids: another value of them puts no object anywhere else."""

_TITLE_LENGTH = 80
_VOWELS = "aeiou"

# What a class is called in a sentence; other classes go by their own name.
_WORDS = {
    "Activity": QT_TRANSLATE_NOOP("findings", "activity"),
    "ConditionAssignment": QT_TRANSLATE_NOOP("findings", "condition of a decision"),
    "Condition": QT_TRANSLATE_NOOP("findings", "footnote"),
    "Encounter": QT_TRANSLATE_NOOP("findings", "encounter"),
    "ScheduledActivityInstance": QT_TRANSLATE_NOOP("findings", "activity instance"),
    "ScheduledDecisionInstance": QT_TRANSLATE_NOOP("findings", "decision"),
    "ScheduleTimeline": QT_TRANSLATE_NOOP("findings", "timeline"),
    "ScheduleTimelineExit": QT_TRANSLATE_NOOP("findings", "timeline exit"),
    "StudyArm": QT_TRANSLATE_NOOP("findings", "arm"),
    "StudyCell": QT_TRANSLATE_NOOP("findings", "study cell"),
    "StudyElement": QT_TRANSLATE_NOOP("findings", "element"),
    "StudyEpoch": QT_TRANSLATE_NOOP("findings", "epoch"),
    "Timing": QT_TRANSLATE_NOOP("findings", "timing"),
}


@dataclass(frozen=True, slots=True)
class Where:
    """The part of the document that an object stands in: version by number, design and timeline where within."""

    version: int = -1
    design: JsonObject | None = None
    timeline: JsonObject | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The ids that `holder` refers to by `attribute`."""

    holder: JsonObject
    attribute: str
    targets: Sequence[object]


Found = list[tuple[int, int, Finding]]

_NAMED: ContextVar[dict[int, str] | None] = ContextVar("named", default=None)


def mention(item: JsonObject, called: str) -> None:
    """A thing is called so in what may be found."""
    named = _NAMED.get()
    if named is not None:
        named[id(item)] = called


def _references_of(item: JsonObject) -> list[Reference]:
    made: list[Reference] = []
    for attribute, value in item.items():
        if attribute in MANY_IDS:
            if type(value) is list and value:
                made.append(Reference(item, attribute, value))
        elif attribute in ONE_ID and value is not None and value != "" and type(value) not in (dict, list):
            made.append(Reference(item, attribute, (value,)))
    return made


_NESTING: Final = frozenset({dict, list})


def subtree(item: JsonObject) -> Iterator[JsonObject]:
    """An object and all in it, in the order in which a survey places them."""
    stack = [item]
    while stack:
        at = stack.pop()
        yield at
        below: list[JsonObject] = []
        for attribute, value in at.items():
            if type(value) is dict:
                below.append(value)
            elif type(value) is list and attribute not in MANY_IDS:
                below += _objects_within(value)
        stack.extend(reversed(below))


class Survey:
    """The document as findings need it, and the findings so far.

    `place` and `where` are by identity of the JSON object; `by_id` holds the first object with each id; `references`
    what each object refers to, by its identity, in document order; `misplaced` where objects stand in an attribute that
    should hold ids or text, by the identity of who has it and the attribute.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.place: dict[int, int] = {}
        self.where: dict[int, Where] = {}
        self.by_id: dict[str, JsonObject] = {}
        self.references: dict[int, list[Reference]] = {}
        self.linked: list[JsonObject] = []
        self.parents: list[JsonObject] = []
        self.misplaced: set[tuple[int, str]] = set()
        self._found: Found = []
        self._main: dict[int, JsonObject | None] = {}
        self._within: dict[tuple[int, str], dict[str, JsonObject]] = {}
        self._walk(document.root)

    def _walk(self, root: JsonObject) -> None:
        version = -1
        stack: list[tuple[JsonObject, Where]] = [(root, Where())]
        while stack:
            item, where = stack.pop()
            self.place[id(item)] = len(self.place)
            self.where[id(item)] = where
            identity = item.get("id")
            if type(identity) is str and identity:
                self.by_id.setdefault(identity, item)
            if item.get("previousId") or item.get("nextId"):
                self.linked.append(item)
            below: list[tuple[JsonObject, Where]] = []
            for attribute, value in item.items():
                kind = type(value)
                if kind is dict:
                    below.append((value, where))
                elif kind is list:
                    if attribute in MANY_IDS:
                        if attribute == "childIds" and value:
                            self.parents.append(item)
                    elif _holds_objects(value):
                        inner = where
                        for entry in _objects_within(value):
                            if attribute == "versions" and where.version < 0:
                                version += 1
                                inner = Where(version)
                            elif attribute == "studyDesigns":
                                inner = Where(where.version, entry)
                            elif attribute == "scheduleTimelines":
                                inner = Where(where.version, where.design, entry)
                            below.append((entry, inner))
            made = _references_of(item)
            if made:
                self.references[id(item)] = made
            for attribute in item.keys() & PLAIN:
                if type(item[attribute]) is dict or _holds_objects(item[attribute]):
                    self.misplaced.add((id(item), attribute))
            stack.extend(reversed(below))

    def place_anew(self, entries: Sequence[JsonObject]) -> dict[int, int]:
        """The objects of one list stand in another order now; their places, and where each of those is now."""
        number = min(self.place[id(entry)] for entry in entries)
        moved: dict[int, int] = {}
        placed: dict[int, int] = {}
        for entry in entries:
            for item in subtree(entry):
                moved[self.place[id(item)]] = number
                placed[id(item)] = number
                number += 1
        self.place.update(placed)
        for linked in (self.linked, self.parents):
            linked.sort(key=lambda each: self.place[id(each)])
        return moved

    def within(self, owner: JsonObject | None, attribute: str) -> dict[str, JsonObject]:
        """The objects in one list of a design or timeline, by id; empty where there is no owner."""
        if owner is None:
            return {}
        key = (id(owner), attribute)
        if key not in self._within:
            self._within[key] = {
                item["id"]: item for item in objects(owner.get(attribute)) if type(item.get("id")) is str
            }
        return self._within[key]

    def refer_anew(self, item: JsonObject, *, linked: bool) -> None:
        """An object of the document refers to others than before; `linked`: by what comes before, after or within."""
        self.references.pop(id(item), None)
        made = _references_of(item)
        if made:
            self.references[id(item)] = made
        if linked:
            self._relink(self.linked, item, bool(item.get("previousId") or item.get("nextId")))
            children = item.get("childIds")
            self._relink(self.parents, item, type(children) is list and bool(children))

    def _relink(self, among: list[JsonObject], item: JsonObject, belongs: bool) -> None:
        stands = any(each is item for each in among)
        if belongs and not stands:
            among.append(item)
            among.sort(key=lambda each: self.place[id(each)])
        elif stands and not belongs:
            among[:] = [each for each in among if each is not item]

    def found_by(self, rule: Callable[[Survey], None], mentioned: set[int]) -> Found:
        """What one rule alone finds: place in the document, how many were found before it, and the finding.

        Adds to `mentioned` the things, by identity, whose names stand in the sentences of what is found.
        """
        before, self._found = self._found, []
        token = _NAMED.set({})
        try:
            rule(self)
            named = _NAMED.get()
            if self._found and named:
                said = "\n".join(finding.message for _, _, finding in self._found)
                # A sentence may begin with a name, and then has a capital letter of its own.
                mentioned.update(item for item, called in named.items() if called[1:] in said)
            return self._found
        finally:
            _NAMED.reset(token)
            self._found = before

    def report(self, rule: str, severity: Severity, entity: JsonObject, message: str) -> None:
        """Adds a finding about `entity`; its place in the document decides where it is listed."""
        where = self.where.get(id(entity), Where())
        timeline = where.timeline
        if timeline is None and where.design is not None and entity is not where.design:
            timeline = self._main_of(where.design)
        finding = Finding(
            rule=rule,
            severity=severity,
            entity_id=_text(entity.get("id")),
            entity_type=_text(entity.get("instanceType")),
            message=message,
            timeline_id=_text(timeline.get("id")) if timeline is not None else "",
        )
        self._found.append((self.place.get(id(entity), len(self.place)), len(self._found), finding))

    def _main_of(self, design: JsonObject) -> JsonObject | None:
        """The design's main timeline: where its activities, encounters and epochs are seen."""
        if id(design) not in self._main:
            main = StudyDesign(design, StudyVersion({})).main_timeline
            self._main[id(design)] = main.raw if main is not None else None
        return self._main[id(design)]

    def findings(self) -> list[Finding]:
        """All findings, by the place of their entities in the document."""
        return [finding for _, _, finding in sorted(self._found, key=lambda found: found[:2])]

    def title_of(self, identity: str) -> str:
        """What a person calls the object with this id, in quotation marks; the id where there is none."""
        item = self.by_id.get(identity)
        return title(item) if item is not None else f"“{identity}”"


def title(item: JsonObject) -> str:
    """What a person calls a thing, in quotation marks: “Week 8”; else "a timing without a name"."""
    called = _title(item)
    mention(item, called)
    return called


def _title(item: JsonObject) -> str:
    for attribute in ("label", "name", "id"):
        value = item.get(attribute)
        if type(value) is str and (text := " ".join(value.split())):
            return f"“{text}”" if len(text) <= _TITLE_LENGTH else f"“{text[: _TITLE_LENGTH - 1]}…”"
    called = words(item)
    if called[:1].lower() in _VOWELS:
        return translate("findings", "an {kind} without a name").format(kind=called)
    return translate("findings", "a {kind} without a name").format(kind=called)


def words(item: JsonObject) -> str:
    """What a thing's class is called in a sentence: "activity instance"; "thing" where it has no class."""
    kind = _text(item.get("instanceType"))
    return (translate("findings", _WORDS[kind]) if kind in _WORDS else kind) or translate("findings", "thing")


def article(noun: str) -> str:
    """The noun with "a" or "an" before it; a language may leave it out."""
    if noun[:1].lower() in _VOWELS:
        return translate("findings", "an {kind}").format(kind=noun)
    return translate("findings", "a {kind}").format(kind=noun)


def capital(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def several(things: Sequence[str], called: Callable[[str], str] = str) -> str:
    """Things in a row: "a, b and c"; a long row is cut, and says how many more there are."""
    if len(things) > 6:
        row = ", ".join(map(called, things[:5]))
        return translate("findings", "{row} and %n more", "", len(things) - 5).format(row=row)
    titles = [called(thing) for thing in things]
    if len(titles) < 2:
        return "".join(titles)
    return translate("findings", "{row} and {last}").format(row=", ".join(titles[:-1]), last=titles[-1])


def _text(value: object) -> str:
    return value if type(value) is str else ""


def _holds_objects(value: object) -> bool:
    return isinstance(value, list) and not _NESTING.isdisjoint(map(type, value))


def _objects_within(value: list[object]) -> list[JsonObject]:
    """The objects of a list, also of lists within it, in order."""
    found: list[JsonObject] = []
    stack: list[object] = [value]
    while stack:
        entry = stack.pop()
        if isinstance(entry, dict):
            found.append(entry)
        elif isinstance(entry, list):
            stack.extend(reversed(entry))
    return found
