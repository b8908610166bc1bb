"""Giving something another name, as a person sees it: in its label, in its name, or in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft, gone
from study.commands.naming import named, shortened, why_no_name
from study.document import Document
from study.language import translate


@dataclass(frozen=True, slots=True)
class RenameEntity(Command):
    """Has people call an entity `called`.

    USDM has a name, which is unique and often a short code, and a label, which people read. Where there is a label it
    is changed, and the name with it where both said the same; where there is none the name is changed.
    """

    name: ClassVar[str] = "rename"
    address: str
    called: str

    def why_not(self, document: Document) -> str:
        """Not for what is not there, and not to nothing."""
        item = document.index.object_at(self.address)
        if item is None:
            return gone(self.address)
        if "name" not in item and "label" not in item:
            return translate("commands", "What this is has no name in USDM.")
        return why_no_name(self.called)

    def title(self, document: Document) -> str:
        """ "Rename Week 8 to Week 9"."""
        return translate("commands", "Rename {old} to {new}").format(
            old=named(document, self.address), new=shortened(self.called)
        )

    def carry_out(self, draft: Draft) -> None:
        """Set the label, the name, or both."""
        entity = draft.entity(self.address)
        labelled = bool(entity.label) and not entity.label.isspace()
        if not labelled or entity.name == entity.label:
            draft.set(self.address, "name", self.called)
        if labelled:
            draft.set(self.address, "label", self.called)
