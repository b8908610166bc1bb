"""A new encounter that no visit takes place at yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import CannotError, Command
from study.commands.draft import Draft
from study.commands.naming import shortened
from study.commands.new_visits import new_encounter
from study.commands.rules import design_at, why_no_design, why_not_added
from study.document import Document
from study.language import translate


@dataclass(frozen=True, slots=True)
class AddEncounter(Command):
    """A new encounter called `called` behind `after`; last of the design at `design` (None: the first) without it."""

    name: ClassVar[str] = "add_encounter"
    called: str
    after: str | None = None
    design: str | None = None

    def why_not(self, document: Document) -> str:
        """Not without a name, and not behind what is no encounter."""
        return why_not_added(document, self.called, "encounters", self.after, self.design)

    def title(self, document: Document) -> str:  # noqa: ARG002 - the same in every study
        """ "Add the encounter Visit 14"."""
        return translate("commands", "Add the encounter {name}").format(name=shortened(self.called))

    def carry_out(self, draft: Draft) -> None:
        """Insert it; the links of the list follow."""
        found = draft.design_of(self.after) if self.after else design_at(draft.document, self.design)
        if found is None:
            raise CannotError(why_no_design(draft.document, self.design))
        last = found.encounters[-1].id if found.encounters else None
        new_encounter(draft, found, self.called, like=None, behind=self.after or last)
