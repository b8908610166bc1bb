"""Arms: added, with the elements of another where wanted, and deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.code_lists import INVESTIGATIONAL_ARM, WITHIN_STUDY, Term
from study.commands.coding import code_of
from study.commands.command import CannotError, Command
from study.commands.draft import LAST, Draft
from study.commands.naming import free_name, named, shortened, why_no_name
from study.commands.rules import design_at, why_no_design, why_not_in
from study.document import Document
from study.json_types import ABSENT
from study.language import translate


@dataclass(frozen=True, slots=True)
class AddArm(Command):
    """A new arm behind the arm `after` (None: last), in each epoch with the elements of the arm `like`, if any."""

    name: ClassVar[str] = "add_arm"
    called: str
    type: Term = INVESTIGATIONAL_ARM
    after: str | None = None
    like: str | None = None
    data_origin: Term = WITHIN_STUDY
    design: str | None = None

    def why_not(self, document: Document) -> str:
        """Not without a name, and not beside or like what is no arm."""
        beside = [each for each in (self.after, self.like) if each is not None]
        reason = why_no_name(self.called) or why_not_in(document, "arms", beside)
        return reason or ("" if beside else why_no_design(document, self.design))

    def title(self, document: Document) -> str:
        """ "Add the arm Placebo", "Add the arm 30 mg, like 15 mg"."""
        if self.like is None:
            return translate("commands", "Add the arm {name}").format(name=shortened(self.called))
        return translate("commands", "Add the arm {name}, like {other}").format(
            name=shortened(self.called), other=named(document, self.like)
        )

    def carry_out(self, draft: Draft) -> None:
        """Insert it, and a cell for each cell of the arm it is like."""
        beside = self.after or self.like
        found = draft.design_of(beside) if beside else design_at(draft.document, self.design)
        owner = draft.document.index.address_of(found.raw) if found is not None else None
        if found is None or owner is None:
            raise CannotError(why_no_design(draft.document, self.design))
        arm = draft.new(
            "StudyArm",
            name=free_name(found.raw.get("arms"), self.called),
            label=self.called,
            description="",
            type=code_of(draft, self.type),
            dataOriginDescription=self.data_origin.decode,
            dataOriginType=code_of(draft, self.data_origin),
            populationIds=[],
            notes=[] if draft.document.capabilities.generation >= 4 else ABSENT,
        )
        address = draft.insert(owner, "arms", arm, self.after or LAST)
        for cell in [cell for cell in found.cells if self.like is not None and cell.arm == self.like]:
            draft.insert(
                owner,
                "studyCells",
                draft.new("StudyCell", armId=address, epochId=cell.epoch, elementIds=list(cell.elements)),
            )


@dataclass(frozen=True, slots=True)
class DeleteArm(Command):
    """Takes an arm out, with its cells. Elements stay: other arms may have them."""

    name: ClassVar[str] = "delete_arm"
    arm: str

    def why_not(self, document: Document) -> str:
        """Not for what is no arm."""
        return why_not_in(document, "arms", (self.arm,))

    def title(self, document: Document) -> str:
        """ "Delete the arm Placebo"."""
        return translate("commands", "Delete the arm {arm}").format(arm=named(document, self.arm))

    def carry_out(self, draft: Draft) -> None:
        """Remove it; its cells follow."""
        draft.remove(self.arm)
