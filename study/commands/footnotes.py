"""Footnotes (USDM Condition) on rows, columns and cells of the table: written, attached, detached, deleted.

What a Condition applies to says the rows, its contexts say the columns: an activity alone is a row, an instance alone
a column, both together every cell in which they meet. So one footnote stands on rows, or on columns, or on a block of
cells; what would be none of these is refused with a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from study.commands.command import CannotError, Command
from study.commands.draft import Draft, gone
from study.commands.draft import design_of as design_around
from study.commands.naming import free_name, listed, shortened
from study.commands.rules import why_not_in
from study.document import Document
from study.json_types import ABSENT
from study.language import translate
from study.model import Activity, Condition
from study.wording import reading_text

LONGEST_TEXT: Final = 100_000
"""Characters of a footnote's HTML, at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a footnote stands: a row (`activity` alone), a column (`instance` alone), or a cell (both)."""

    activity: str | None = None
    instance: str | None = None


@dataclass(frozen=True, slots=True)
class AddFootnote(Command):
    """A new footnote with a text in HTML, on rows, on columns, or on a block of cells."""

    name: ClassVar[str] = "add_footnote"
    text: str
    places: tuple[Place, ...]

    def why_not(self, document: Document) -> str:
        """Not without a text, and not on places that one footnote cannot stand on together."""
        reason = why_no_text(self.text) or why_no_places(document, self.places)
        if not reason and block_of(self.places) is None:
            return no_block()
        return reason

    def title(self, document: Document) -> str:
        """ "Add a footnote to ECG at Week 8"."""
        return translate("commands", "Add a footnote to {place}").format(
            place=places_name(document, self.places)
        )

    def carry_out(self, draft: Draft) -> None:
        """Insert a Condition: into the version's list in v4, into the design's in v3."""
        block = block_of(self.places)
        anchor = next(
            (each for place in self.places for each in (place.instance, place.activity) if each), ""
        )
        design = draft.design_of(anchor)
        v4 = draft.document.capabilities.generation >= 4
        holder = design.version.raw if v4 else design.raw
        owner = draft.document.index.address_of(holder)
        if block is None:
            raise CannotError(no_block())
        if owner is None:
            raise CannotError(gone(str(holder.get("id"))))
        activities, instances = block
        condition = draft.new(
            "Condition",
            name=free_name(holder.get("conditions"), "Footnote"),
            label="",
            description="",
            text=self.text,
            dictionaryId=None,
            notes=[] if v4 else ABSENT,
            contextIds=instances,
            appliesToIds=activities,
        )
        draft.insert(owner, "conditions", condition)


@dataclass(frozen=True, slots=True)
class SetFootnoteText(Command):
    """Gives a footnote another text, in HTML; where it stands is as before."""

    name: ClassVar[str] = "set_footnote_text"
    footnote: str
    text: str

    def why_not(self, document: Document) -> str:
        """Not for what is no footnote, and not to nothing."""
        return why_not_in(document, "conditions", (self.footnote,)) or why_no_text(self.text)

    def title(self, document: Document) -> str:
        """ "Change the footnote “Only at sites in the US”"."""
        return translate("commands", "Change the footnote “{text}”").format(
            text=footnote_name(document, self.footnote)
        )

    def carry_out(self, draft: Draft) -> None:
        """Set its text."""
        draft.set(self.footnote, "text", self.text)


@dataclass(frozen=True, slots=True)
class AttachFootnote(Command):
    """Has a footnote stand on more places of the same kind as those it stands on."""

    name: ClassVar[str] = "attach_footnote"
    footnote: str
    places: tuple[Place, ...]

    def why_not(self, document: Document) -> str:
        """Not where it would then stand on places that nobody meant."""
        reason = why_not_in(document, "conditions", (self.footnote,)) or why_no_places(document, self.places)
        if reason:
            return reason
        there = _places_of(document, self.footnote)
        if there is None:
            return _narrowed()
        return "" if block_of([*there, *self.places]) is not None else no_block()

    def title(self, document: Document) -> str:
        """ "Put the footnote “Fasting” on Glucose at Week 8"."""
        return translate("commands", "Put the footnote “{text}” on {place}").format(
            text=footnote_name(document, self.footnote), place=places_name(document, self.places)
        )

    def carry_out(self, draft: Draft) -> None:
        """Add to what it applies to, and to its contexts."""
        for place in self.places:
            if place.activity is not None:
                draft.add_ref(self.footnote, "appliesToIds", place.activity)
            if place.instance is not None:
                draft.add_ref(self.footnote, "contextIds", place.instance)


@dataclass(frozen=True, slots=True)
class DetachFootnote(Command):
    """Takes a footnote off some places; its text stays, at the end of the list where it stands nowhere."""

    name: ClassVar[str] = "detach_footnote"
    footnote: str
    places: tuple[Place, ...]

    def why_not(self, document: Document) -> str:
        """Not where it does not stand, and not where it would leave other places too."""
        reason = why_not_in(document, "conditions", (self.footnote,)) or why_no_places(document, self.places)
        if reason:
            return reason
        there = _places_of(document, self.footnote)
        if there is None:
            return _narrowed()
        if not set(self.places) & set(there):
            return translate("commands", "The footnote “{text}” does not stand there.").format(
                text=footnote_name(document, self.footnote)
            )
        left = [place for place in there if place not in self.places]
        return "" if not left or block_of(left) is not None else no_block()

    def title(self, document: Document) -> str:
        """ "Take the footnote “Fasting” off Glucose at Week 8"."""
        return translate("commands", "Take the footnote “{text}” off {place}").format(
            text=footnote_name(document, self.footnote), place=places_name(document, self.places)
        )

    def carry_out(self, draft: Draft) -> None:
        """Remove from what it applies to, and from its contexts, what no place that is left needs."""
        there = _places_of(draft.document, self.footnote) or []
        left = [place for place in there if place not in self.places]
        activities, instances = block_of(left) or ([], [])
        condition = Condition(draft.entity(self.footnote).raw)
        for instance in condition.contexts:
            if instance not in instances:
                draft.remove_ref(self.footnote, "contextIds", instance)
        kept = set(activities)
        for part in condition.applies_to:
            owner = _activity_of(draft.document, part)
            if (owner or part) not in kept:
                draft.remove_ref(self.footnote, "appliesToIds", part)


@dataclass(frozen=True, slots=True)
class DeleteFootnote(Command):
    """Takes a footnote out of the study, wherever it stands."""

    name: ClassVar[str] = "delete_footnote"
    footnote: str

    def why_not(self, document: Document) -> str:
        """Not for what is no footnote."""
        return why_not_in(document, "conditions", (self.footnote,))

    def title(self, document: Document) -> str:
        """ "Delete the footnote “Fasting”"."""
        return translate("commands", "Delete the footnote “{text}”").format(
            text=footnote_name(document, self.footnote)
        )

    def carry_out(self, draft: Draft) -> None:
        """Remove it."""
        draft.remove(self.footnote)


def block_of(places: Iterable[Place]) -> tuple[list[str], list[str]] | None:
    """What a Condition would apply to and its contexts, for exactly these places; None where none would do."""
    chosen = list(dict.fromkeys(places))
    activities = list(dict.fromkeys(place.activity for place in chosen if place.activity is not None))
    instances = list(dict.fromkeys(place.instance for place in chosen if place.instance is not None))
    rows = sum(place.instance is None for place in chosen)
    columns = sum(place.activity is None for place in chosen)
    if rows == len(chosen) or columns == len(chosen):
        return activities, instances
    if rows or columns or len(chosen) != len(activities) * len(instances):
        return None
    return activities, instances


def no_block() -> str:
    """Why a footnote cannot stand on some places together."""
    return translate(
        "commands",
        "One footnote stands on whole rows, on whole columns, or on a block of cells in which each of its activities "
        "meets each of its visits. Write another footnote with the same text for the rest.",
    )


def why_no_text(text: str) -> str:
    """Why a text is none of a footnote; "" where it is one."""
    if not reading_text(text).strip():
        return translate("commands", "The footnote has no text: write one, or delete the footnote.")
    if len(text) > LONGEST_TEXT:
        return translate("commands", "The footnote is too long: at most {most} characters.").format(
            most=LONGEST_TEXT
        )
    return ""


def why_no_places(document: Document, places: Sequence[Place]) -> str:
    """Why places are no rows, columns or cells of one design; "" where they are."""
    if not places or any(place.activity is None and place.instance is None for place in places):
        return translate("commands", "Choose a row, a column or a cell for the footnote.")
    activities = list(dict.fromkeys(place.activity for place in places if place.activity is not None))
    instances = list(dict.fromkeys(place.instance for place in places if place.instance is not None))
    reason = why_not_in(document, "activities", activities) or why_not_in(document, "instances", instances)
    if reason:
        return reason
    designs = [design_around(document, each) for each in (*activities, *instances)]
    if any(design != designs[0] for design in designs):
        return translate("commands", "These places are in several designs: choose those of one.")
    return ""


def footnote_name(document: Document, footnote: str) -> str:
    """The beginning of a footnote's text."""
    item = document.index.object_at(footnote)
    return shortened(reading_text(Condition(item).text)) if item is not None else shortened(footnote)


def places_name(document: Document, places: Sequence[Place]) -> str:
    """What places are called: "ECG at Week 8", "ECG", "Week 8"."""
    activities = list(dict.fromkeys(place.activity for place in places if place.activity is not None))
    instances = list(dict.fromkeys(place.instance for place in places if place.instance is not None))
    if not activities or not instances:
        return listed(document, activities or instances)
    return translate("commands", "{activity} at {visit}").format(
        activity=listed(document, activities), visit=listed(document, instances)
    )


def _places_of(document: Document, footnote: str) -> list[Place] | None:
    """The places of a footnote; None where its contexts are activities, which narrow what it applies to."""
    item = document.index.object_at(footnote)
    if item is None:
        return []
    condition = Condition(item)
    instances = [each for each in condition.contexts if not why_not_in(document, "instances", (each,))]
    if any(not why_not_in(document, "activities", (each,)) for each in condition.contexts):
        return None
    activities = list(dict.fromkeys(_activity_of(document, part) or part for part in condition.applies_to))
    if not activities:
        return [Place(None, instance) for instance in instances]
    if not instances:
        return [Place(activity, None) for activity in activities]
    return [Place(activity, instance) for activity in activities for instance in instances]


def _activity_of(document: Document, part: str) -> str | None:
    """The activity that an id is of, itself or by one of its procedures; None for a concept, which many may share."""
    item = document.index.object_at(part)
    holder = document.index.owner_of(item) if item is not None else None
    if item is None or holder is None:
        return None
    if holder[1] == "activities":
        return part
    return Activity(holder[0]).id if holder[1] == "definedProcedures" else None


def _narrowed() -> str:
    return translate(
        "commands",
        "This footnote names activities as its context as well, which says more than its places. Change it in the "
        "inspector.",
    )
