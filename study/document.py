"""A study document: the USDM JSON as read, its values, its index, and typed views on them.

The bytes as read are kept. Unchanged, a document gives them back; changed (only through `study.changes.apply`),
it gives them back with only the touched parts written anew. One thread owns a document.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from study.changes import Change
from study.decode import PIECEWISE_FROM, DocumentError, decode, decoded_text
from study.index import Index
from study.json_types import JsonObject, JsonValue
from study.language import translate
from study.model import Entity, ScheduleTimeline, StudyDesign, StudyVersion, objects
from study.rewriting import Rewriting

__all__ = ["Capabilities", "Document", "DocumentError", "Selector", "check_is_study", "content_hash_of"]


_NOTED_AT_MOST = 1_000
"""Changes that are remembered before it is looked up where they were."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Which timeline is meant in a file that can hold several: places of version and design (from 0), timeline id."""

    version: int = 0
    design: int = 0
    timeline: str | None = None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the document's generation of USDM can hold; commands ask this instead of comparing versions."""

    generation: int
    child_ids: bool
    planned_duration: bool
    extension_attributes: bool
    environmental_settings: bool


_GENERATIONS = {
    3: Capabilities(
        3, child_ids=False, planned_duration=False, extension_attributes=False, environmental_settings=False
    ),
    4: Capabilities(
        4, child_ids=True, planned_duration=True, extension_attributes=True, environmental_settings=True
    ),
}

# Attributes that one generation has on a version or a design and the other has not.
_V4_DESIGN = (
    "extensionAttributes",
    "biospecimenRetentions",
    "analysisPopulations",
    "eligibilityCriteria",
    "model",
)
_V4_VERSION = (
    "extensionAttributes",
    "studyInterventions",
    "conditions",
    "narrativeContentItems",
    "biomedicalConcepts",
)


def content_hash_of(data: bytes) -> str:
    """The hash by which revisions are compared: "sha256:" and the hexadecimal digest of the bytes."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


class Document:
    """One open study. `root` is the owned JSON object; write to it only through `study.changes.apply`."""

    def __init__(self, data: bytes, text: str, root: JsonObject) -> None:
        self._data = data
        self._text = text
        self.root = root
        self.index = Index(root)
        self._changes = 0
        self._written_at = 0
        self._rewriting: Rewriting | None = None
        self._noted: list[Change] = []

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Opens a study of USDM 3 or 4. Raises DocumentError with a sentence for a person and, where known, a place."""
        with _collector_resting(len(data)):
            text = decoded_text(data)
            root = decode(text)
            check_is_study(root)
            return cls(data, text, root)

    def to_bytes(self) -> bytes:
        """The document as a file: the same bytes as read where nothing is changed."""
        if self._written_at != self._changes:
            self._written = self._rewritten().written(self.root).encode("utf-8")
            self._written_at = self._changes
        return self._written if self._changes else self._data

    @property
    def as_read(self) -> bytes:
        """The bytes as they were read, whatever was changed since: the revision that the edits began from."""
        return self._data

    def copy(self) -> Document:
        """An independent document with the same content, for previews."""
        return Document.from_bytes(self.to_bytes())

    @property
    def content_hash(self) -> str:
        """`content_hash_of` the document as a file."""
        return content_hash_of(self.to_bytes())

    @property
    def is_changed(self) -> bool:
        """Whether the content differs from the bytes as read."""
        return self._changes > 0 and self.to_bytes() != self._data

    @property
    def is_touched(self) -> bool:
        """Whether anything was ever written to it, though it may be as it was read again; asked at no cost."""
        return self._changes > 0

    def note_change(self, changes: Sequence[Change] | None = None) -> None:
        """Says that `root` was written to, by these changes or what they take back. For `study.apply` alone.

        None says that nobody knows where: all of the document is looked at when it is written.
        """
        self._changes += 1
        if changes is None:
            self._rewritten().note(self.index, None)
        else:
            self._noted += changes
            if len(self._noted) > _NOTED_AT_MOST:
                self._rewritten()

    def _rewritten(self) -> Rewriting:
        """What writes the document, told of every change until now."""
        if self._rewriting is None:
            self._rewriting = Rewriting(self._text)
        self._rewriting.note(self.index, self._noted)
        self._noted.clear()
        return self._rewriting

    @property
    def usdm_version(self) -> str:
        """The file's own version tag, "" where it has none. Tags are unreliable: ask `capabilities` instead."""
        value = self.root.get("usdmVersion")
        return value if type(value) is str else ""

    @property
    def study(self) -> Entity:
        """USDM Study."""
        return Entity(self.root["study"])

    @property
    def title(self) -> str:
        """What a person calls the study: its label, else its name, else an official title, else "Untitled study"."""
        study = self.study
        if study.label or study.name:
            return study.label or study.name
        for version in self.versions():
            for title in objects(version.raw.get("titles")):
                if type(title.get("text")) is str and title["text"]:
                    return str(title["text"])
        return translate("document", "Untitled study")

    def versions(self) -> tuple[StudyVersion, ...]:
        """The study versions, in file order."""
        return tuple(StudyVersion(item) for item in objects(self.study.raw.get("versions")))

    def designs(self) -> tuple[StudyDesign, ...]:
        """Every design of every version, in file order."""
        return tuple(
            StudyDesign(item, version)
            for version in self.versions()
            for item in objects(version.raw.get("studyDesigns"))
        )

    def timelines(self) -> tuple[tuple[Selector, StudyDesign, ScheduleTimeline], ...]:
        """Every timeline with its design and the selector that names it."""
        return tuple(
            (Selector(v, d, timeline.id), design, timeline)
            for v, version in enumerate(self.versions())
            for d, item in enumerate(objects(version.raw.get("studyDesigns")))
            for design in (StudyDesign(item, version),)
            for timeline in design.timelines
        )

    def default_timeline(self) -> tuple[Selector, StudyDesign, ScheduleTimeline] | None:
        """The main timeline of the first design that has one, else the first timeline, else None."""
        timelines = self.timelines()
        return next((found for found in timelines if found[2].main), timelines[0] if timelines else None)

    def find_timeline(self, name_or_id: str) -> tuple[Selector, StudyDesign, ScheduleTimeline] | None:
        """The timeline with this id, else the first with this name or label, else None."""
        timelines = self.timelines()
        for attribute in ("id", "name", "label"):
            for found in timelines:
                if getattr(found[2], attribute) == name_or_id:
                    return found
        return None

    @property
    def capabilities(self) -> Capabilities:
        """What this document can hold, judged by its shape: v4 where anything is there that only v4 has."""
        for version in self.versions():
            designs = objects(version.raw.get("studyDesigns"))
            if any(key in version.raw for key in _V4_VERSION) or any(
                key in design for design in designs for key in _V4_DESIGN
            ):
                return _GENERATIONS[4]
        return _GENERATIONS[3] if self.versions() else _GENERATIONS[4]

    def entity(self, address: str) -> Entity | None:
        """The entity at an address (`$root`, `$study` or an id unique in the document), or None."""
        found = self.index.object_at(address)
        return Entity(found) if found is not None else None


@contextmanager
def _collector_resting(size: int) -> Generator[None, None, None]:
    """Keeps Python's cycle collector from walking a large study, which would stop every thread for half a second.

    A study's values hold no cycles: counting references frees them, also after `gc.freeze`.
    """
    if size < PIECEWISE_FROM or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def check_is_study(root: JsonValue) -> None:
    """Raises DocumentError, with a sentence, for a JSON value that holds no study of USDM 3 or 4."""
    if type(root) is not dict:
        raise DocumentError(
            translate("document", "This JSON holds no study: its outermost value is not an object.")
        )
    study = root.get("study")
    if "clinicalStudy" in root or (
        type(study) is dict
        and "versions" not in study
        and ("studyProtocolVersions" in study or "studyDesigns" in study)
    ):
        raise DocumentError(
            translate(
                "document",
                "This study is written in USDM 2 or older, which Maestro does not read. Export it as "
                "USDM 3 or 4 from the system it comes from.",
            )
        )
    if "study" not in root:
        raise DocumentError(
            translate(
                "document",
                'This JSON holds no study: it has no "study" at its outermost level. Open a USDM file.',
            )
        )
    if type(study) is not dict:
        raise DocumentError(
            translate("document", 'This JSON holds no study: its "study" is not an object. Open a USDM file.')
        )
