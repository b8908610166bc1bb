"""Choosing the code of an attribute that holds one: the type of an epoch, an arm, an encounter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.code_lists import Term
from study.commands.coding import code_of
from study.commands.command import Command
from study.commands.draft import Draft, gone
from study.commands.naming import named, shortened
from study.document import Document
from study.language import translate


@dataclass(frozen=True, slots=True)
class SetCode(Command):
    """Gives an attribute that holds one USDM Code, or AliasCode, the term `term`; the Code keeps its id."""

    name: ClassVar[str] = "set_code"
    address: str
    attribute: str
    term: Term

    def why_not(self, document: Document) -> str:
        """Not for what is not there, and not where the attribute holds something else than a code."""
        item = document.index.object_at(self.address)
        if item is None:
            return gone(self.address)
        value = item.get(self.attribute)
        if value is not None and type(value) is not dict:
            return translate("commands", "What stands here is no code.")
        return ""

    def title(self, document: Document) -> str:
        """ "Make Check In a Screening Epoch": its type; "Change the data origin ..." for other codes."""
        words = (
            translate("commands", "Type of {name}: {term}")
            if self.attribute == "type"
            else translate("commands", "Say of {name}: {term}")
        )
        return words.format(name=named(document, self.address), term=shortened(self.term.decode))

    def carry_out(self, draft: Draft) -> None:
        """Write code and decode into the Code that is there; a new one where there is none."""
        value = draft.entity(self.address).raw.get(self.attribute)
        if type(value) is dict and type(value.get("standardCode")) is dict:
            value = value["standardCode"]  # an AliasCode
        own = draft.document.index.address_of(value) if type(value) is dict else None
        if own is None:
            draft.set(self.address, self.attribute, code_of(draft, self.term))
        else:
            draft.set(own, "code", self.term.code)
            draft.set(own, "decode", self.term.decode)
