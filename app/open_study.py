"""An open study: the one document, which timeline is shown, the shared selection, and the projections of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from app.editing import Editor
from app.keeping import Keeping
from app.memory import LARGE, large_objects
from app.projections import Projection
from app.recovery import Recovered, recover
from app.study_dates import StudyDates
from services.cached_studies import hash_of
from services.journal import JournalEntry
from services.library_entries import Freshness, StudyEntry
from study.annexe import Annexe
from study.apply import Changed
from study.change_set import ChangeSet
from study.dating import DatedTimes, Dating
from study.differences import StudyDifferences
from study.document import Document
from study.findings import Finding, find_problems
from study.findings.kept import KeptFindings
from study.model import Entity, ScheduleTimeline, StudyDesign
from study.timeline import PlannedTimes

__all__ = [
    "Comparison",
    "OpenStudy",
    "Prepared",
    "Projection",
    "compared",
    "prepared",
    "projected",
]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a worker makes of a file's bytes; the document then belongs to the thread that paints."""

    document: Document
    findings: tuple[Finding, ...]
    projection: Projection | None
    others: tuple[Projection, ...] = ()
    """Those of the other timelines, so that going to one does not hold the window; at most PREPARED."""
    annexe: Annexe = field(default_factory=Annexe.empty)
    content_hash: str = ""
    """Of the bytes, before the edits of the journal were applied."""
    recovered: Recovered = field(default_factory=Recovered)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Another study, made for this comparison alone, and what differs. `title` is how a person knows the other."""

    title: str
    other: Prepared
    differences: StudyDifferences

    def projection(self, timeline_id: str) -> Projection | None:
        """The other study's projection of one of its timelines."""
        every = (self.other.projection, *self.other.others)
        return next((each for each in every if each is not None and each.timeline.id == timeline_id), None)


PREPARED = 24


def projected(design: StudyDesign, timeline: ScheduleTimeline) -> Projection:
    """The projections of one timeline, all made."""
    return Projection(design, timeline).whole()


def prepared(
    content: bytes, edits: Sequence[JournalEntry] = (), revision: int | None = None, annexe: str = ""
) -> Prepared:
    """Opens a study's bytes with its findings and first timeline. Raises DocumentError. For a worker thread.

    `edits` are those of the journal; what content and `annexe` (its text, "" for an empty one) of this `revision`
    (None: of a file) lack is applied.
    """
    if len(content) < LARGE:
        return _prepared(content, edits, revision, annexe)
    with large_objects():
        return _prepared(content, edits, revision, annexe)


def compared(title: str, here: bytes, there: bytes) -> Comparison:
    """Compares the open study's bytes with another's. Raises DocumentError. For a worker thread."""
    # Few compare: what it takes is not imported before the first study is seen.
    from study.comparing import compare

    other = prepared(there)
    return Comparison(title, other, compare(Document.from_bytes(here), other.document))


def _prepared(
    content: bytes, edits: Sequence[JournalEntry], revision: int | None, annexe_text: str
) -> Prepared:
    document = Document.from_bytes(content)
    try:
        annexe = Annexe.from_bytes(annexe_text.encode()) if annexe_text else Annexe.empty()
    except ValueError:  # of a newer program: the backend keeps it, and takes nothing that does not fit it
        annexe = Annexe.empty()
    content_hash = hash_of(content) if revision is None or edits else ""
    recovered = recover(document, annexe, edits, revision, content_hash) if edits else Recovered()
    findings = tuple(find_problems(document))
    first = document.default_timeline()
    if first is None:
        return Prepared(document, findings, None, (), annexe, content_hash, recovered)
    others = [found for found in document.timelines() if found[2] != first[2]]
    return Prepared(
        document,
        findings,
        projected(first[1], first[2]),
        tuple(projected(design, timeline) for _, design, timeline in others[:PREPARED]),
        annexe,
        content_hash,
        recovered,
    )


def _by_entity(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    by_entity: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.entity_id:
            by_entity[finding.entity_id].append(finding)
    return dict(by_entity)


def _homes(document: Document) -> dict[str, str]:
    """The timeline of every instance, timing and exit, by their ids; a timeline's own is itself."""
    homes: dict[str, str] = {}
    for _, _, timeline in document.timelines():
        if timeline.id:
            homes[timeline.id] = timeline.id
            for item in (*timeline.instances, *timeline.timings, *timeline.exits):
                if item.id:
                    homes.setdefault(item.id, timeline.id)
    return homes


class OpenStudy(QObject):
    """One document and one selection for all views. Lives in the thread that paints."""

    timeline_changed = Signal()
    selection_changed = Signal(str)
    entry_changed = Signal()
    dating_changed = Signal()
    differences_changed = Signal()
    findings_changed = Signal()
    content_changed = Signal(object)  # Changed: the document was edited, and what is made of it is made anew

    def __init__(
        self,
        made: Prepared,
        entry: StudyEntry,
        freshness: Freshness,
        parent: QObject | None = None,
        *,
        size: int = 0,
    ) -> None:
        """`size` is that of the file, in bytes."""
        super().__init__(parent)
        self.size = size
        self.document = made.document
        self.annexe = made.annexe
        self.content_hash = made.content_hash
        self.recovered = made.recovered
        self.keeping: Keeping | None = None
        self.revision = entry.revision
        """The newest revision of the backend that the document holds; one's own pending edits are on top of it."""
        self.is_apart = False
        """Whether somebody's edit did not fit beside one's own: the document is no revision's any more."""
        self.is_mixed = False
        """Whether others' edits came here before one's own were accepted: the backend has them in another order."""
        self.latest = (0, "")
        """The newest revision that the backend told of, and its content hash."""
        for edit in made.recovered.applied:
            if edit.revision is not None:
                self.accepted(edit.revision)
        self.findings = made.findings
        self.entry = entry
        self.freshness = freshness
        self.projection = made.projection
        self._projections = {each.timeline: each for each in (made.projection, *made.others) if each}
        self.selection = ""
        self.comparison: Comparison | None = None
        self.dates = StudyDates(self)
        self.dates.changed.connect(self.dating_changed)
        self.findings_by_entity: Mapping[str, Sequence[Finding]] = _by_entity(made.findings)
        self.simulated: Callable[[PlannedTimes], DatedTimes | None] | None = None
        """What views show in place of the typed dates while a participant is simulated; never exported or kept."""
        self._kept_findings: KeptFindings | None = None
        self._structural = made.findings
        self._also: tuple[Finding, ...] = ()
        self._timeline_of = _homes(self.document)
        self.editor = Editor(self)
        made.recovered.give(self.editor.history)

    @property
    def title(self) -> str:
        """The study's title."""
        return self.document.title

    @property
    def differences(self) -> StudyDifferences | None:
        """What differs from the study that this one is compared with; None while it is compared with none."""
        return self.comparison.differences if self.comparison is not None else None

    def compare_with(self, comparison: Comparison | None) -> None:
        """Takes in a comparison, or ends it."""
        self.comparison = comparison
        self.differences_changed.emit()

    @property
    def dating(self) -> Dating:
        """The dates that a person typed for this study."""
        return self.dates.dating

    def dated(self) -> DatedTimes | None:
        """The dates of the timeline that is shown; None where there is none, or nothing of it is dated."""
        if self.projection is None or not (self.dating.anchors or self.dating.actual):
            return None
        found = self.dates.dated(self.projection.planned)
        return found if found.is_dated else None

    def shown_dated(self) -> DatedTimes | None:
        """The dates that views show: those of a simulation while there is one, else the typed ones."""
        if self.simulated is None or self.projection is None:
            return self.dated()
        return self.simulated(self.projection.planned)

    def all_shown_dated(self) -> tuple[DatedTimes, ...]:
        """The dates that views show of all timelines that are made, the one that is shown first."""
        if self.simulated is None:
            return self.all_dated()
        found = (self.simulated(each.planned) for each in self.all_projections())
        return tuple(each for each in found if each is not None)

    def all_projections(self) -> tuple[Projection, ...]:
        """Those of all timelines that are made, the one that is shown first."""
        if self.projection is None:
            return ()
        return (
            self.projection,
            *(each for each in self._projections.values() if each is not self.projection),
        )

    def all_dated(self) -> tuple[DatedTimes, ...]:
        """The dates of all timelines that are made, the one that is shown first; undated ones as well."""
        return tuple(self.dates.dated(each.planned) for each in self.all_projections())

    def entity(self, address: str) -> Entity | None:
        """The entity at an address."""
        return self.document.entity(address)

    def show_timeline(self, timeline_id: str) -> bool:
        """Shows another timeline; whether there is one with this id."""
        if self.projection is not None and self.projection.timeline.id == timeline_id:
            return True
        found = self.projection_of(timeline_id)
        if found is None:
            return False
        self.projection = found
        self.timeline_changed.emit()
        return True

    def projection_of(self, timeline_id: str) -> Projection | None:
        """The projection of any timeline, made once; None where there is none with this id."""
        found = self.document.find_timeline(timeline_id)
        if found is None:
            return None
        _, design, timeline = found
        if timeline not in self._projections:
            self._projections[timeline] = Projection(design, timeline)
        return self._projections[timeline]

    @property
    def projections(self) -> list[Projection]:
        """Those that are made: of the timelines of every design, in the order of the document."""
        return list(self._projections.values())

    def timeline_of(self, address: str) -> str:
        """The id of the timeline that an instance, timing or exit stands in; "" for anything else."""
        home = self._timeline_of.get(address, "")
        return home if home != address else ""

    def show_main_timeline(self) -> None:
        """Shows the main timeline of the design that is shown."""
        main = self.projection.design.main_timeline if self.projection else None
        if main is not None and main.id:
            self.show_timeline(main.id)

    def refresh(self, changed: Changed) -> None:
        """Makes anew what was made of the document, after an edit; for the editor alone."""
        document = self.document
        shown = self.projection.timeline.id if self.projection is not None else None
        before = {each.timeline.raw["id"]: each for each in self._projections.values() if each.timeline.id}
        self._projections = {}
        for _, design, timeline in document.timelines():
            made = before.get(timeline.id or "")
            if made is not None:
                self._projections[timeline] = made.after(changed, design, timeline)
        self._refresh_findings(changed)
        if changed.structure:
            self._timeline_of = _homes(document)
        found = document.find_timeline(shown) if shown else None
        found = found or document.default_timeline()
        self.projection = None
        if found is not None:
            self.projection = self._projections.setdefault(found[2], Projection(found[1], found[2]))
        if self.selection and document.index.object_at(self.selection) is None:
            self.selection = ""
            self.selection_changed.emit("")
        self.content_changed.emit(changed)

    def settle(self) -> None:
        """Makes all that views may ask for, before a preview changes the document for a moment."""
        for projection in self._projections.values():
            projection.whole()

    def _refresh_findings(self, changed: Changed) -> None:
        """Those that the change can touch; made whole at the first edit, for most studies are only read."""
        if self._kept_findings is None:
            self._kept_findings = KeptFindings(self.document)
        else:
            by_id = {each.timeline.id: each for each in self._projections.values()}
            if not self._kept_findings.update(
                changed, lambda id_: by_id[id_].planned if id_ in by_id else None
            ):
                return
        self._structural = self._kept_findings.all
        self._put_findings()

    def also_found(self, findings: Sequence[Finding]) -> None:
        """Findings that are not of the document alone, such as those about rules, which lie in the annexe."""
        if tuple(findings) != self._also:
            self._also = tuple(findings)
            self._put_findings()
            self.findings_changed.emit()

    def _put_findings(self) -> None:
        self.findings = (*self._structural, *self._also)
        self.findings_by_entity = _by_entity(self.findings)

    def accepted(self, revision: int) -> None:
        """An edit of one's own is this revision of the backend."""
        if self.revision is not None and revision == self.revision + 1:
            self.revision = revision

    def told_of(self, revision: int, content_hash: str) -> None:
        """The backend's study has this hash at this revision."""
        self.latest = max(self.latest, (revision, content_hash))

    def is_as_latest(self) -> bool:
        """Whether the document is what the backend has, once nothing waits to be accepted; it then is of no mixture."""
        if self.is_apart or (self.is_mixed and self.document.content_hash != self.latest[1]):
            return False
        self.is_mixed = False
        return True

    def take_over(self, change_sets: Sequence[ChangeSet], revision: int) -> bool:
        """What others did, up to a revision of the backend; whether all of it fits beside what was done here."""
        fitting = [self.editor.receive(made) for made in change_sets]
        fits = all(fitting) and not self.is_apart
        self.is_apart = not fits
        if fits and revision > (self.revision or 0):
            self.revision = revision
        return fits

    def select(self, address: str, *, stay: bool = False) -> None:
        """Selects what is at an address in all views; "" selects nothing.

        An instance's timeline is shown, unless `stay` says that it is already seen beside another.
        """
        if address == self.selection:
            return
        home = self.timeline_of(address)
        if home and not stay:
            self.show_timeline(home)
        self.selection = address
        self.selection_changed.emit(address)

    def go_to(self, finding: Finding) -> None:
        """Shows the place of a finding: its timeline, with its entity selected."""
        if finding.timeline_id:
            self.show_timeline(finding.timeline_id)
        if finding.entity_id:
            self.select(finding.entity_id)
