"""Writing terms of a code list into an entity: the Codes that are there stay, others go, new ones are made."""

from __future__ import annotations

from collections.abc import Iterable

from study.code_lists import Term
from study.commands.draft import Draft
from study.model import Code, objects


def code_of(draft: Draft, term: Term) -> dict[str, object]:
    """A new Code for a term."""
    return draft.code(term.code, term.decode)


def set_codes(draft: Draft, address: str, attribute: str, terms: Iterable[Term]) -> None:
    """Gives a list of Codes exactly these terms, in this order; a Code that is there already is kept as it is."""
    value = draft.entity(address).raw.get(attribute)
    there = {Code(item).code: item for item in reversed(objects([value] if type(value) is dict else value))}
    chosen = list(dict.fromkeys(terms))
    draft.set(address, attribute, [there.get(term.code) or code_of(draft, term) for term in chosen])
