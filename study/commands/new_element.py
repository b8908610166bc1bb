"""A new element that some arms have in some epochs at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.cells import AddElement, AssignElements
from study.commands.command import CannotError, Command
from study.commands.draft import Draft
from study.commands.naming import shortened
from study.commands.rules import design_at, why_not_in
from study.document import Document
from study.language import translate


@dataclass(frozen=True, slots=True)
class GiveNewElement(Command):
    """A new element called `called`, behind what each arm of `places` (arm, epoch) has in that epoch already."""

    name: ClassVar[str] = "give_new_element"
    called: str
    places: tuple[tuple[str, str], ...]
    design: str | None = None

    def why_not(self, document: Document) -> str:
        """Not without a name, not to no cell, and not to what is no arm or epoch."""
        if not self.places:
            return translate("commands", "No cell is chosen.")
        return (
            AddElement(self.called, None, self.design).why_not(document)
            or why_not_in(document, "arms", (arm for arm, _ in self.places))
            or why_not_in(document, "epochs", (epoch for _, epoch in self.places))
        )

    def title(self, document: Document) -> str:  # noqa: ARG002 - the same in every study
        """ "Give 2 cells the new element Docetaxel"."""
        return translate("commands", "Give %n cell(s) the new element {name}", "", len(self.places)).format(
            name=shortened(self.called)
        )

    def carry_out(self, draft: Draft) -> None:
        """Insert it, then assign it."""
        AddElement(self.called, None, self.design).carry_out(draft)
        design = design_at(draft.document, self.design)
        new = design.elements[-1].id if design is not None and design.elements else None
        if design is None or new is None:
            raise CannotError(translate("commands", "The study has no design to add to."))
        for arm, epoch in self.places:
            held = [
                e for cell in design.cells if (cell.arm, cell.epoch) == (arm, epoch) for e in cell.elements
            ]
            AssignElements(arm, epoch, (*held, new)).carry_out(draft)
