"""The branches of a decision with their rules, and what they come to together if one of them is set."""

from __future__ import annotations

from study.annexe import Annexe
from study.document import Document
from study.model import ScheduledInstance
from study.rules.impact import Branch, Impact, impact
from study.rules.model import Rule
from study.rules.place import name_of, rules_in


def branches_of(
    document: Document, annexe: Annexe, decision: str, instead: dict[str, Rule | None] | None = None
) -> tuple[Branch, ...]:
    """The ways on from the decision at an address, in the file's order, without the default; () for none.

    `instead` are rules by address that are not saved yet, None for one that would be taken away.
    """
    item = document.index.object_at(decision)
    if item is None:
        return ()
    kept: dict[str, Rule | None] = {**rules_in(annexe), **(instead or {})}
    return tuple(
        Branch(each.id, name_of(document, each.id), kept.get(each.id))
        for each in ScheduledInstance(item).condition_assignments
        if each.id
    )


def impact_of(document: Document, annexe: Annexe, address: str, rule: Rule | None) -> Impact | None:
    """What setting a rule (None: taking it away) does to the decision whose ConditionAssignment is at an address.

    None where the address is not that of a decision's condition: nothing branches there.
    """
    decision = decision_at(document, address)
    return impact(branches_of(document, annexe, decision, {address: rule})) if decision else None


def decision_at(document: Document, address: str) -> str:
    """The address of the decision whose ConditionAssignment is at an address; "" where none is."""
    item = document.index.object_at(address)
    owner = document.index.owner_of(item) if item is not None else None
    if owner is None or owner[1] != "conditionAssignments":
        return ""
    return document.index.address_of(owner[0]) or ""


def ways_of(document: Document, annexe: Annexe, decision: str) -> tuple[Branch, ...]:
    """The ways on from a decision that have an address, each with its rule as it is kept."""
    return tuple(
        each
        for each in branches_of(document, annexe, decision)
        if document.index.object_at(each.id) is not None
    )
