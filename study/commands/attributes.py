"""Giving one attribute of one entity another value: rename, describe, choose a code or a reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft, gone
from study.commands.naming import shortened
from study.document import Document
from study.json_types import ABSENT, JsonValue
from study.language import translate
from study.model import Entity
from study.unwritable import why_unwritable_name, why_unwritable_text
from study.usdm_names import attribute_words


@dataclass(frozen=True, slots=True)
class SetAttribute(Command):
    """Gives `attribute` of the entity at `address` the value `value`; ABSENT takes it away."""

    name: ClassVar[str] = "set_attribute"
    address: str
    attribute: str
    value: JsonValue

    def why_not(self, document: Document) -> str:
        """Not for what is not there, and not for ids, which others refer to."""
        if document.index.object_at(self.address) is None:
            return gone(self.address)
        if self.attribute in ("id", "instanceType"):
            return translate("commands", "An id or a class is not changed: others refer to it.")
        if type(self.value) is str:
            is_name = self.attribute in ("name", "label")
            return why_unwritable_name(self.value) if is_name else why_unwritable_text(self.value)
        return ""

    def title(self, document: Document) -> str:
        """ "Rename Week 8 to Week 9", or "Change “Description” of Week 8"."""
        item = document.index.object_at(self.address)
        own = shortened(Entity(item).title if item is not None else self.address)
        if self.attribute in ("name", "label") and type(self.value) is str and self.value:
            return translate("commands", "Rename {old} to {new}").format(old=own, new=shortened(self.value))
        if self.value is ABSENT or self.value in (None, ""):
            return translate("commands", "Clear “{attribute}” of {name}").format(
                attribute=attribute_words(self.attribute), name=own
            )
        return translate("commands", "Change “{attribute}” of {name}").format(
            attribute=attribute_words(self.attribute), name=own
        )

    def carry_out(self, draft: Draft) -> None:
        """Set it."""
        draft.set(self.address, self.attribute, self.value)
