"""Encounters: which visits take place at which, what happens there, merged and deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.code_lists import VISIT, Term
from study.commands.coding import code_of, set_codes
from study.commands.command import Command
from study.commands.draft import LAST, After, Draft, timeline_of
from study.commands.naming import few_of, free_name, listed, named, shortened, why_no_name
from study.commands.replacing import replace_reference
from study.commands.rules import why_not_in, why_nothing
from study.document import Document
from study.graph import schedule_graph
from study.json_types import ABSENT
from study.language import translate
from study.model import objects


@dataclass(frozen=True, slots=True)
class AssignEncounter(Command):
    """Has visits take place at `encounter`; at a new one called `called` where that is given; else at none."""

    name: ClassVar[str] = "assign_encounter"
    instances: tuple[str, ...]
    encounter: str | None = None
    called: str = ""

    def why_not(self, document: Document) -> str:
        """Not for what is no visit, and not at what is no encounter."""
        reason = why_nothing(self.instances) or why_not_in(document, "instances", self.instances)
        if not reason and self.encounter is not None:
            return why_not_in(document, "encounters", (self.encounter,))
        return reason or (why_no_name(self.called) if self.called else "")

    def title(self, document: Document) -> str:
        """ "Have Week 8 take place at Visit 10"."""
        names = listed(document, list(dict.fromkeys(self.instances)))
        if self.encounter is not None:
            return translate("commands", "Have {names} take place at {encounter}").format(
                names=names, encounter=named(document, self.encounter)
            )
        if self.called:
            return translate("commands", "Have {names} take place at a new encounter: {encounter}").format(
                names=names, encounter=shortened(self.called)
            )
        return translate("commands", "Have {names} take place at no encounter").format(names=names)

    def carry_out(self, draft: Draft) -> None:
        """Set encounterId; a new encounter stands behind that of the visit before the first of them."""
        encounter = self.encounter
        if encounter is None and self.called:
            encounter = self._added(draft)
        for instance in self.instances:
            draft.set(instance, "encounterId", encounter)

    def _added(self, draft: Draft) -> str:
        first = self.instances[0]
        design = draft.design_of(first)
        capabilities = draft.document.capabilities
        settings = "environmentalSettings" if capabilities.environmental_settings else "environmentalSetting"
        encounter = draft.new(
            "Encounter",
            name=free_name(design.raw.get("encounters"), self.called),
            label=self.called,
            description="",
            type=code_of(draft, VISIT),
            previousId=None,
            nextId=None,
            scheduledAtId=None,
            **{settings: []},
            contactModes=[],
            transitionStartRule=None,
            transitionEndRule=None,
            notes=[] if capabilities.generation >= 4 else ABSENT,
        )
        owner = draft.document.index.address_of(design.raw) or ""
        return draft.insert(owner, "encounters", encounter, _encounter_before(draft, first))


@dataclass(frozen=True, slots=True)
class SetContactModes(Command):
    """Says how participants and site are in contact at some encounters: all of them get exactly these modes."""

    name: ClassVar[str] = "set_contact_modes"
    encounters: tuple[str, ...]
    modes: tuple[Term, ...]

    def why_not(self, document: Document) -> str:
        """Not for what is no encounter."""
        return why_nothing(self.encounters) or why_not_in(document, "encounters", self.encounters)

    def title(self, document: Document) -> str:
        """ "Contact at Visit 10: Telephone Call"."""
        names = listed(document, list(dict.fromkeys(self.encounters)))
        if not self.modes:
            return translate("commands", "Say nothing of the contact at {names}").format(names=names)
        return translate("commands", "Contact at {names}: {modes}").format(
            names=names, modes=few_of([mode.decode for mode in self.modes])
        )

    def carry_out(self, draft: Draft) -> None:
        """Write contactModes."""
        for encounter in dict.fromkeys(self.encounters):
            set_codes(draft, encounter, "contactModes", self.modes)


@dataclass(frozen=True, slots=True)
class SetEnvironmentalSettings(Command):
    """Says where some encounters take place: all of them get exactly these settings."""

    name: ClassVar[str] = "set_environmental_settings"
    encounters: tuple[str, ...]
    settings: tuple[Term, ...]

    def why_not(self, document: Document) -> str:
        """Not for what is no encounter."""
        return why_nothing(self.encounters) or why_not_in(document, "encounters", self.encounters)

    def title(self, document: Document) -> str:
        """ "Place of Visit 10: Home"."""
        names = listed(document, list(dict.fromkeys(self.encounters)))
        if not self.settings:
            return translate("commands", "Say nothing of the place of {names}").format(names=names)
        return translate("commands", "Place of {names}: {settings}").format(
            names=names, settings=few_of([setting.decode for setting in self.settings])
        )

    def carry_out(self, draft: Draft) -> None:
        """Write environmentalSettings (v3: environmentalSetting)."""
        v4 = draft.document.capabilities.environmental_settings
        attribute = "environmentalSettings" if v4 else "environmentalSetting"
        for encounter in dict.fromkeys(self.encounters):
            set_codes(draft, encounter, attribute, self.settings)


@dataclass(frozen=True, slots=True)
class DeleteEncounter(Command):
    """Takes an encounter out; the visits that took place at it take place at none then."""

    name: ClassVar[str] = "delete_encounter"
    encounter: str

    def why_not(self, document: Document) -> str:
        """Not for what is no encounter."""
        return why_not_in(document, "encounters", (self.encounter,))

    def title(self, document: Document) -> str:
        """ "Delete the encounter Visit 10: 1 visit is then at none"."""
        encounter = named(document, self.encounter)
        count = sum(
            instance.encounter == self.encounter
            for _, _, timeline in document.timelines()
            for instance in timeline.instances
        )
        if not count:
            return translate("commands", "Delete the encounter {encounter}").format(encounter=encounter)
        return translate(
            "commands", "Delete the encounter {encounter}: %n visit(s) (are) then at none", "", count
        ).format(encounter=encounter)

    def carry_out(self, draft: Draft) -> None:
        """Remove it; the visits' references and the links of the encounters follow."""
        draft.remove(self.encounter)


@dataclass(frozen=True, slots=True)
class MergeEncounters(Command):
    """Has all visits of some encounters take place at one of them, `kept`; the others go, their notes stay."""

    name: ClassVar[str] = "merge_encounters"
    kept: str
    others: tuple[str, ...]

    def why_not(self, document: Document) -> str:
        """Not for what is no encounter, and not with itself."""
        reason = why_not_in(document, "encounters", (self.kept, *self.others))
        if not reason and not set(self.others) - {self.kept}:
            return translate("commands", "Choose two encounters or more to make one of them.")
        return reason

    def title(self, document: Document) -> str:
        """ "Merge Visit 11, Visit 12 into Visit 10"."""
        others = [each for each in dict.fromkeys(self.others) if each != self.kept]
        return translate("commands", "Merge {names} into {encounter}").format(
            names=listed(document, others), encounter=named(document, self.kept)
        )

    def carry_out(self, draft: Draft) -> None:
        """Point the visits to the one that stays, move the notes, and remove the others."""
        for other in dict.fromkeys(self.others):
            if other == self.kept:
                continue
            replace_reference(draft, "encounterId", other, self.kept)
            for note in objects(draft.entity(other).raw.get("notes")):
                address = draft.document.index.address_of(note)
                if address is not None:
                    draft.move(address, LAST, owner=self.kept, attribute="notes")
            draft.remove(other)


def _encounter_before(draft: Draft, instance: str) -> After:
    """The encounter of the nearest visit before this one on its path; LAST where none before it has one."""
    timeline = timeline_of(draft.document, instance)
    if timeline is None:
        return LAST
    graph = schedule_graph(timeline)
    if instance not in graph.order:
        return LAST
    for key in reversed(graph.order[: graph.order.index(instance)]):
        encounter = graph.instances[key].encounter
        if encounter is not None and not why_not_in(draft.document, "encounters", (encounter,)):
            return encounter
    return LAST
