"""What of a study can be searched: names, labels, texts, codes, footnotes and narrative, with where each stands.

Rows come in the order in which a person would want them: what the schedule calls its visits and activities first,
then the design, footnotes, other texts, codes, and the narrative last.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from study.document import Document
from study.json_types import JsonObject
from study.narrative import protocol_texts
from study.narrative_html import Resolve, plain_text
from study.narrative_refs import resolver

FORMAT = 2
"""Changes when the rows of the same document would: an index of another format is made anew."""

PASSAGE = 700
"""Characters of a long text in one row, about."""


class SearchKind(StrEnum):
    """What a row is about, in the order of the rows."""

    VISIT = "visit"
    ACTIVITY = "activity"
    DESIGN = "design"
    FOOTNOTE = "footnote"
    TIMING = "timing"
    CRITERION = "criterion"
    OBJECTIVE = "objective"
    OTHER = "other"
    CODE = "code"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class SearchText:
    """A text and the address of what it belongs to. `is_name`: a name or label, which is found before a text.

    `field` is USDM's attribute; for the narrative the section's number and title.
    """

    address: str
    kind: SearchKind
    field: str
    text: str
    is_name: bool


def search_texts(document: Document) -> Iterator[SearchText]:
    """Every text of a document that has an address, in order of kind. Only reads; never raises."""
    resolve = resolver(document)
    by_kind: dict[SearchKind, list[SearchText]] = {kind: [] for kind in SearchKind}
    study = document.study
    for field in ("name", "label", "description"):
        text = study.raw.get(field)
        if type(text) is str and text.strip():
            by_kind[SearchKind.DESIGN].append(
                SearchText("$study", SearchKind.DESIGN, field, _short(text), field != "description")
            )
    for identifier, entity in document.index.unique.items():
        instance_type = entity.get("instanceType")
        kind = _KINDS.get(instance_type, SearchKind.OTHER) if type(instance_type) is str else SearchKind.OTHER
        if kind is SearchKind.NARRATIVE:
            continue
        if kind is SearchKind.CODE:
            by_kind[kind] += _code(document, entity)
        else:
            by_kind[kind] += _entity(identifier, kind, entity, resolve)
    by_kind[SearchKind.NARRATIVE] = list(_narrative(document))
    codes = dict.fromkeys(by_kind[SearchKind.CODE])
    by_kind[SearchKind.CODE] = list(codes)
    for kind in SearchKind:
        yield from by_kind[kind]


def folded(text: str) -> str:
    """`text` as it is compared: without diacritics, case and repeated white space."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(character for character in apart if not unicodedata.combining(character)).split())


def passages(text: str, length: int = PASSAGE) -> Iterator[str]:
    """A long text in pieces of whole lines, or of whole words where a line is longer."""
    piece: list[str] = []
    size = 0
    for line in text.split("\n"):
        for part in _broken(line, length):
            if size and size + len(part) > length:
                yield "\n".join(piece)
                piece, size = [], 0
            piece.append(part)
            size += len(part) + 1
    if size:
        yield "\n".join(piece)


_KINDS = {
    **dict.fromkeys(
        ("ScheduledActivityInstance", "ScheduledDecisionInstance", "Encounter"), SearchKind.VISIT
    ),
    **dict.fromkeys(
        (
            "Activity",
            "Procedure",
            "BiomedicalConcept",
            "BiomedicalConceptCategory",
            "BiomedicalConceptSurrogate",
        ),
        SearchKind.ACTIVITY,
    ),
    **dict.fromkeys(
        (
            *(
                "StudyEpoch",
                "StudyArm",
                "StudyElement",
                "ScheduleTimeline",
                "StudyIntervention",
                "StudyTitle",
            ),
            *(
                "InterventionalStudyDesign",
                "ObservationalStudyDesign",
                "StudyDesign",
                "Indication",
                "Administration",
            ),
            *(
                "StudyDesignPopulation",
                "StudyCohort",
                "StudyIdentifier",
                "Organization",
                "AdministrableProduct",
            ),
        ),
        SearchKind.DESIGN,
    ),
    "Condition": SearchKind.FOOTNOTE,
    **dict.fromkeys(("Timing", "TransitionRule", "ConditionAssignment"), SearchKind.TIMING),
    **dict.fromkeys(
        ("EligibilityCriterion", "EligibilityCriterionItem", "Characteristic"), SearchKind.CRITERION
    ),
    **dict.fromkeys(("Objective", "Endpoint", "Estimand", "IntercurrentEvent"), SearchKind.OBJECTIVE),
    "Code": SearchKind.CODE,
    **dict.fromkeys(("NarrativeContent", "NarrativeContentItem"), SearchKind.NARRATIVE),
    **dict.fromkeys(("StudyDefinitionDocument", "StudyProtocolDocument"), SearchKind.OTHER),
}
_NAMES = ("label", "name")
_TEXTS = (
    "text",
    "description",
    "condition",
    "valueLabel",
    "windowLabel",
    "entryCondition",
    "purpose",
    "rationale",
)
_LONGEST_LABEL = 300
_TAG = re.compile(r"<[a-zA-Z/!]|&[a-zA-Z#]")


def _entity(address: str, kind: SearchKind, entity: JsonObject, resolve: Resolve) -> Iterator[SearchText]:
    seen: set[str] = set()
    for field in (*_NAMES, *_TEXTS):
        value = entity.get(field)
        if type(value) is not str or not value.strip():
            continue
        text = plain_text(value, resolve) if _TAG.search(value) else value
        known = folded(text) if len(text) <= _LONGEST_LABEL else text
        if known in seen or not known:
            continue
        seen.add(known)
        if field in _NAMES:
            yield SearchText(address, kind, field, _short(text), True)
            continue
        for passage in passages(text):
            yield SearchText(address, kind, field, passage, False)


def _code(document: Document, code: JsonObject) -> Iterator[SearchText]:
    """A code and its words, at the entity that it says something about."""
    owner = document.index.owner_of(code)
    while owner is not None and owner[0].get("instanceType") in ("AliasCode", "Quantity", "ResponseCode"):
        owner = document.index.owner_of(owner[0])
    if owner is None:
        return
    said = [value for key in ("code", "decode") if type(value := code.get(key)) is str and value.strip()]
    address = document.index.address_of(owner[0]) or document.index.home_of(owner[0])[0]
    if said:
        yield SearchText(address, SearchKind.CODE, owner[1], _short(" ".join(said)), False)


def _narrative(document: Document) -> Iterator[SearchText]:
    for text in protocol_texts(document):
        for section in text.sections:
            address = section.address or section.item
            if not address:
                continue
            heading = _short(section.heading)
            if heading:
                yield SearchText(address, SearchKind.NARRATIVE, heading, heading, True)
            for passage in passages(text.text_of(section).plain):
                yield SearchText(address, SearchKind.NARRATIVE, heading, passage, False)


def _short(text: str) -> str:
    return " ".join(text[: 2 * _LONGEST_LABEL].split())[:_LONGEST_LABEL]


def _broken(line: str, length: int) -> Iterator[str]:
    while len(line) > length:
        cut = line.rfind(" ", length // 2, length)
        cut = length if cut < 0 else cut
        yield line[:cut]
        line = line[cut:].lstrip()
    yield line
