"""The protocol's text: the narrative content of a file, as documents with numbered sections in reading order.

USDM v4: Study.documentedBy is a list of StudyDefinitionDocument, whose versions hold NarrativeContent, and each names
by contentItemId a NarrativeContentItem of the StudyVersion. v3: one StudyProtocolDocument, whose NarrativeContent
holds its own text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from study.document import Document
from study.json_types import JsonObject, JsonValue
from study.model import Entity, objects
from study.narrative_html import Resolve, SafeText, safe_text
from study.narrative_refs import resolver


@dataclass(frozen=True, slots=True)
class Section:
    """One section: `number` and `title` as the file has them, `level` its depth from 0.

    `address` is the NarrativeContent's id ("" where that is missing or repeated), `item` the address of what holds
    the text, `place` its place among the sections of its document, `raw` the text as it is in the file.
    """

    place: int
    address: str
    item: str
    number: str
    title: str
    level: int
    raw: str

    @property
    def heading(self) -> str:
        """Number and title in one line."""
        return " ".join(part for part in (self.number, self.title) if part)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read: a heading alone, or mark-up without words or references."""
        return not _CONTENT.search(self.raw) if len(self.raw) < 400 else False


# A word outside a tag, a reference, or an image.
_CONTENT = re.compile(r"(?:^|>)[^<]*[^<\s]|<(?:usdm:|img)", re.IGNORECASE)


class ProtocolText:
    """One document that the study is written down in, with its sections in reading order."""

    def __init__(
        self, name: str, template: str, version: str, sections: Sequence[Section], resolve: Resolve
    ) -> None:
        self.name = name
        self.template = template
        self.version = version
        self.sections = tuple(sections)
        self._resolve = resolve
        self._read: dict[int, SafeText] = {}

    def text_of(self, section: Section) -> SafeText:
        """What of a section's text can be shown, its references in words. Read when first asked, then kept."""
        found = self._read.get(section.place)
        if found is None:
            found = self._read[section.place] = safe_text(section.raw, self._resolve)
        return found

    def parent_of(self, section: Section) -> Section | None:
        """The section that one stands in."""
        for earlier in reversed(self.sections[: section.place]):
            if earlier.level < section.level:
                return earlier
        return None


def protocol_texts(document: Document) -> tuple[ProtocolText, ...]:
    """The documents with sections, in file order; nothing is read of their texts yet."""
    items = {
        item["id"]: item
        for version in document.versions()
        for item in objects(version.raw.get("narrativeContentItems"))
        if type(item.get("id")) is str
    }
    resolve = resolver(document)
    found: list[ProtocolText] = []
    for holder in _holders(document):
        written = Entity(holder)
        template = holder.get("templateName")
        for version in objects(holder.get("versions")):
            sections = _sections(objects(version.get("contents")), items, document)
            if sections:
                said = version.get("version", version.get("protocolVersion"))
                found.append(
                    ProtocolText(
                        written.title,
                        template if type(template) is str else "",
                        said if type(said) is str else "",
                        sections,
                        resolve,
                    )
                )
    return tuple(found)


def _holders(document: Document) -> list[JsonObject]:
    value: JsonValue = document.study.raw.get("documentedBy")
    return [value] if type(value) is dict else objects(value)


def _sections(contents: list[JsonObject], items: dict[str, JsonObject], document: Document) -> list[Section]:
    ordered = _in_order(contents)
    levels = _levels(ordered)
    sections: list[Section] = []
    for content, level in zip(ordered, levels, strict=True):
        named = content.get("contentItemId")
        item = items.get(named) if type(named) is str else None
        holder = item if item is not None else content
        raw = holder.get("text")
        sections.append(
            Section(
                place=len(sections),
                address=document.index.address_of(content) or "",
                item=document.index.address_of(holder) or "",
                number=_said(content, "sectionNumber").rstrip("."),
                title=_said(content, "sectionTitle")
                or ("" if content.get("sectionNumber") else _said(content, "name")),
                level=level,
                raw=raw if type(raw) is str else "",
            )
        )
    return sections


def _said(content: JsonObject, attribute: str) -> str:
    value = content.get(attribute)
    return " ".join(value.split()) if type(value) is str else ""


def _in_order(contents: list[JsonObject]) -> list[JsonObject]:
    """By previousId and nextId where those make one chain of all of them, else as they stand in the file.

    A root that holds all others and has no text of its own (as v3 files have) is left out.
    """
    by_id = {content["id"]: content for content in contents if type(content.get("id")) is str}
    ordered = contents
    firsts = [content for content in contents if not content.get("previousId")]
    if len(by_id) == len(contents) and len(firsts) == 1:
        chain: list[JsonObject] = []
        seen: set[str] = set()
        at: JsonObject | None = firsts[0]
        while at is not None and at["id"] not in seen:
            chain.append(at)
            seen.add(at["id"])
            following = at.get("nextId")
            at = by_id.get(following) if type(following) is str else None
        if len(chain) == len(contents):
            ordered = chain
    if ordered and _is_root(ordered[0], len(ordered)):
        return ordered[1:]
    return ordered


def _is_root(content: JsonObject, count: int) -> bool:
    children = content.get("childIds")
    return (
        count > 1
        and type(children) is list
        and len(children) > 0
        and not content.get("text")
        and not content.get("contentItemId")
        and str(content.get("sectionTitle", "")).strip().lower() in ("root", "")
    )


def _levels(ordered: list[JsonObject]) -> list[int]:
    """Depths by childIds where a section is somebody's child, else by the parts of its number ("8.2.3": 2)."""
    parent: dict[str, str] = {}
    for content in ordered:
        children = content.get("childIds")
        for child in children if type(children) is list else ():
            if type(child) is str and type(content.get("id")) is str and child != content["id"]:
                parent.setdefault(child, content["id"])
    levels: list[int] = []
    depth: dict[str, int] = {}
    for content in ordered:
        identifier = content.get("id")
        owner = parent.get(identifier) if type(identifier) is str else None
        if owner is not None and owner in depth:
            level = depth[owner] + 1
        else:
            number = _said(content, "sectionNumber").strip(".")
            level = number.count(".") if number else 0
        level = min(level, 12, levels[-1] + 1 if levels else 0)
        levels.append(level)
        if type(identifier) is str:
            depth[identifier] = level
    return levels
