"""Finding and replacing references: which entities of a study name an id, and putting another in its place."""

from __future__ import annotations

from study.commands.draft import Draft
from study.json_types import JsonObject


def naming_in(draft: Draft, attribute: str, ref: str) -> list[tuple[str, JsonObject]]:
    """The entities with an address of their own whose attribute (an id or a list of ids) names `ref`."""
    found = []
    for address, item in draft.document.index.unique.items():
        value = item.get(attribute)
        if value == ref or (type(value) is list and ref in value):
            found.append((address, item))
    return found


def replace_reference(draft: Draft, attribute: str, old: str, new: str) -> None:
    """Names `new` wherever an attribute names `old`, at its place in a list; once where `new` is named already."""
    for address, item in naming_in(draft, attribute, old):
        value = item[attribute]
        if type(value) is not list:
            draft.set(address, attribute, new)
            continue
        at = value.index(old)
        before = value[at - 1] if at > 0 else None
        draft.remove_ref(address, attribute, old)
        if at == 0:
            draft.add_ref(address, attribute, new, None)
        elif type(before) is str:
            draft.add_ref(address, attribute, new, before)
        else:
            draft.add_ref(address, attribute, new)
