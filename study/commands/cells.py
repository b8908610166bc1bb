"""Elements, and the cells of the design that say which of them an arm has in an epoch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import CannotError, Command
from study.commands.draft import LAST, Draft
from study.commands.naming import free_name, listed, named, shortened
from study.commands.rules import design_at, why_no_design, why_not_added, why_not_in
from study.document import Document
from study.json_types import ABSENT, JsonObject, JsonValue, copied
from study.language import translate
from study.model import StudyCell


@dataclass(frozen=True, slots=True)
class AddElement(Command):
    """A new element behind the element `after` (None: last); no arm has it until it is assigned."""

    name: ClassVar[str] = "add_element"
    called: str
    after: str | None = None
    design: str | None = None

    def why_not(self, document: Document) -> str:
        """Not without a name, and not beside what is no element."""
        return why_not_added(document, self.called, "elements", self.after, self.design)

    def title(self, document: Document) -> str:  # noqa: ARG002 - the same in every study
        """ "Add the element Docetaxel 75 mg/m²"."""
        return translate("commands", "Add the element {name}").format(name=shortened(self.called))

    def carry_out(self, draft: Draft) -> None:
        """Insert it."""
        found = draft.design_of(self.after) if self.after else design_at(draft.document, self.design)
        owner = draft.document.index.address_of(found.raw) if found is not None else None
        if found is None or owner is None:
            raise CannotError(why_no_design(draft.document, self.design))
        element = draft.new(
            "StudyElement",
            name=free_name(found.raw.get("elements"), self.called),
            label=self.called,
            description="",
            transitionStartRule=None,
            transitionEndRule=None,
            studyInterventionIds=[],
            notes=[] if draft.document.capabilities.generation >= 4 else ABSENT,
        )
        draft.insert(owner, "elements", element, self.after or LAST)


@dataclass(frozen=True, slots=True)
class DeleteElement(Command):
    """Takes an element out of the design and out of every cell; a cell that held nothing else goes with it."""

    name: ClassVar[str] = "delete_element"
    element: str

    def why_not(self, document: Document) -> str:
        """Not for what is no element."""
        return why_not_in(document, "elements", (self.element,))

    def title(self, document: Document) -> str:
        """ "Delete the element Washout"."""
        return translate("commands", "Delete the element {element}").format(
            element=named(document, self.element)
        )

    def carry_out(self, draft: Draft) -> None:
        """Remove it; its cells follow."""
        draft.remove(self.element)


@dataclass(frozen=True, slots=True)
class AssignElements(Command):
    """Gives an arm exactly these elements in an epoch; with none it has no cell there."""

    name: ClassVar[str] = "assign_elements"
    arm: str
    epoch: str
    elements: tuple[str, ...]

    def why_not(self, document: Document) -> str:
        """Not for what is no arm, epoch or element, and not across designs."""
        reason = (
            why_not_in(document, "arms", (self.arm,))
            or why_not_in(document, "epochs", (self.epoch,))
            or why_not_in(document, "elements", self.elements)
        )
        if reason:
            return reason
        owners = {
            id(holder[0])
            for each in (self.arm, self.epoch, *self.elements)
            if (item := document.index.object_at(each)) is not None
            and (holder := document.index.owner_of(item)) is not None
        }
        if len(owners) > 1:
            return translate(
                "commands", "Arm, epoch and elements are in several designs: choose those of one."
            )
        return ""

    def title(self, document: Document) -> str:
        """ "Give Placebo in Treatment the element Placebo patch"."""
        arm, epoch = named(document, self.arm), named(document, self.epoch)
        if not self.elements:
            return translate("commands", "Give {arm} nothing in {epoch}").format(arm=arm, epoch=epoch)
        return translate("commands", "Give {arm} in {epoch}: {elements}").format(
            arm=arm, epoch=epoch, elements=listed(document, list(dict.fromkeys(self.elements)))
        )

    def carry_out(self, draft: Draft) -> None:
        """Write the cell's elementIds; make the cell where it is missing, remove it where nothing is left."""
        design = draft.design_of(self.arm)
        cells = [
            address
            for cell in design.cells
            if cell.arm == self.arm
            and cell.epoch == self.epoch
            and (address := draft.document.index.address_of(cell.raw))
        ]
        elements = list(dict.fromkeys(self.elements))
        if not elements:
            for cell in cells:
                draft.remove(cell)
            return
        if not cells:
            draft.insert(
                draft.document.index.address_of(design.raw) or "",
                "studyCells",
                draft.new("StudyCell", armId=self.arm, epochId=self.epoch, elementIds=elements),
            )
            return
        for other in cells[1:]:
            draft.remove(other)
        write_elements(draft, cells[0], elements)


@dataclass(frozen=True, slots=True)
class SplitCell(Command):
    """Gives a cell elements of its own where it shares them with others, so that it can be changed alone.

    USDM's cells are one arm in one epoch; what spans several of them is an element that several name.
    """

    name: ClassVar[str] = "split_cell"
    cell: str

    def why_not(self, document: Document) -> str:
        """Not for a cell that shares nothing."""
        reason = why_not_in(document, "studyCells", (self.cell,))
        if not reason and not shared_elements(document, self.cell):
            return translate(
                "commands", "This cell shares its elements with no other: it can be changed as it is."
            )
        return reason

    def title(self, document: Document) -> str:
        """ "Split Placebo in Treatment from the cells that share its elements"."""
        return translate("commands", "Split {cell} from the cells that share its elements").format(
            cell=cell_name(document, self.cell)
        )

    def carry_out(self, draft: Draft) -> None:
        """Copy each shared element and put the copy in its place."""
        design = draft.design_of(self.cell)
        owner = draft.document.index.address_of(design.raw) or ""
        cell = StudyCell(draft.entity(self.cell).raw)
        elements = list(cell.elements)
        for element in shared_elements(draft.document, self.cell):
            original = draft.entity(element).raw
            copy = _with_ids_of_its_own(draft, original)
            copy["name"] = free_name(design.raw.get("elements"), str(original.get("name") or element))
            elements[elements.index(element)] = draft.insert(owner, "elements", copy, element)
        write_elements(draft, self.cell, elements)


@dataclass(frozen=True, slots=True)
class MergeCells(Command):
    """Has cells hold the same elements as the first of them; several of one arm and epoch become one with all."""

    name: ClassVar[str] = "merge_cells"
    cells: tuple[str, ...]

    def why_not(self, document: Document) -> str:
        """Not for fewer than two."""
        reason = why_not_in(document, "studyCells", self.cells)
        if not reason and len(set(self.cells)) < 2:
            return translate("commands", "Choose two cells or more to make one of them.")
        return reason

    def title(self, document: Document) -> str:
        """ "Merge 3 cells into Placebo in Treatment"."""
        cells = list(dict.fromkeys(self.cells))
        return translate("commands", "Merge %n cell(s) with {cell}", "", len(cells) - 1).format(
            cell=cell_name(document, cells[0])
        )

    def carry_out(self, draft: Draft) -> None:
        """Write the elements of the first into the others, or all into the first."""
        first, *others = (StudyCell(draft.entity(address).raw) for address in dict.fromkeys(self.cells))
        for other in others:
            if (other.arm, other.epoch) == (first.arm, first.epoch):
                for element in other.elements:
                    draft.add_ref(first.id or "", "elementIds", element)
                draft.remove(other.id or "")
            else:
                write_elements(draft, other.id or "", list(first.elements))


def write_elements(draft: Draft, cell: str, elements: list[str]) -> None:
    """Gives a cell exactly these elements in this order."""
    there = StudyCell(draft.entity(cell).raw).elements
    for element in there:
        if element not in elements:
            draft.remove_ref(cell, "elementIds", element)
    for n, element in enumerate(elements):
        before = elements[n - 1] if n else None
        now = StudyCell(draft.entity(cell).raw).elements
        if element in now and now.index(element) != n:
            draft.remove_ref(cell, "elementIds", element)
        draft.add_ref(cell, "elementIds", element, before)


def shared_elements(document: Document, cell: str) -> list[str]:
    """The elements of a cell that other cells of its design hold too."""
    item = document.index.object_at(cell)
    holder = document.index.owner_of(item) if item is not None else None
    design = next((d for d in document.designs() if holder is not None and d.raw is holder[0]), None)
    if item is None or design is None:
        return []
    others = {e for other in design.cells if other.raw is not item for e in other.elements}
    return [e for e in dict.fromkeys(StudyCell(item).elements) if e in others and document.index.object_at(e)]


def cell_name(document: Document, cell: str) -> str:
    """What a person calls a cell: "Placebo in Treatment"."""
    item = document.index.object_at(cell)
    if item is None:
        return shortened(cell)
    return translate("commands", "{arm} in {epoch}").format(
        arm=named(document, StudyCell(item).arm or ""), epoch=named(document, StudyCell(item).epoch or "")
    )


def _with_ids_of_its_own(draft: Draft, value: JsonValue) -> JsonValue:
    if type(value) is dict:
        copy: JsonObject = {key: _with_ids_of_its_own(draft, item) for key, item in value.items()}
        if type(copy.get("id")) is str:
            kind = copy.get("instanceType")
            copy["id"] = draft.fresh_id(kind if type(kind) is str and kind else "Copy")
        return copy
    return [_with_ids_of_its_own(draft, item) for item in value] if type(value) is list else copied(value)
