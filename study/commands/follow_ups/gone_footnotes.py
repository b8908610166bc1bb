"""A footnote goes with the last row, column or cell it stood on; it never comes to stand on more than it did.

A Condition that names a cell alone would stand on a whole column if only its activity were taken out of it, and on a
whole row if only its visit were. What it says was said of that cell.
"""

from __future__ import annotations

from collections.abc import Collection

from study.commands.draft import Draft
from study.commands.follow_ups.gone_references import drop_from_list, gone_ids
from study.document import Document
from study.model import Condition


def footnotes_going(document: Document, gone: Collection[str]) -> int:
    """How many footnotes would go with these ids, for a title to say before it is done."""
    return len(
        {
            id(condition.raw)
            for design in document.designs()
            for condition in design.conditions
            if _all_gone(condition.contexts, gone) or _all_gone(condition.applies_to, gone)
        }
    )


def drop_gone_footnotes(draft: Draft) -> None:
    """Detach footnotes from what is gone; remove those that stood on nothing else."""
    gone = gone_ids(draft)
    if not gone:
        return
    for design in draft.document.designs():
        for condition in design.conditions:
            address = draft.document.index.address_of(condition.raw)
            if address is None or not gone.intersection((*condition.contexts, *condition.applies_to)):
                continue
            if _all_gone(condition.contexts, gone) or _all_gone(condition.applies_to, gone):
                draft.remove(address)
            else:
                _detach(draft, condition, address, gone)


def _detach(draft: Draft, condition: Condition, address: str, gone: frozenset[str]) -> None:
    for attribute in ("contextIds", "appliesToIds"):
        drop_from_list(draft, address, condition.raw, attribute, gone)


def _all_gone(named: tuple[str, ...], gone: Collection[str]) -> bool:
    return bool(named) and all(each in gone for each in named)
