"""Where in a list something belongs when others have changed that list meanwhile.

A place is "behind P". Where P is gone, the nearest predecessor that is left takes its part. Where others put something
behind P too, whose id comes first stands first, with all that was put behind it: so the order does not depend on who
came first.
"""

from __future__ import annotations

from collections.abc import Iterable

from study.changes import AddRef, Change, Insert, Move, Place, Remove, RemoveRef
from study.json_types import JsonValue
from study.tree import Tree

_List = tuple[str, str]


class ListHistory:
    """What came into lists and left them: behind what each entry was put, and behind what it stood when it left."""

    def __init__(self) -> None:
        self._put: dict[_List, dict[str, str | None]] = {}
        self._stood: dict[_List, dict[str, str | None]] = {}

    def note(self, changes: Iterable[Change]) -> None:
        """Takes in changes that were carried out."""
        for change in changes:
            match change:
                case Insert():
                    self._came((change.owner, change.attribute), str(change.entity.get("id")), change.place)
                case Remove():
                    self._left((change.owner, change.attribute), str(change.entity.get("id")), change.place)
                case Move():
                    self._left((change.old_owner, change.old_attribute), change.entity, change.old_place)
                    self._came((change.owner, change.attribute), change.entity, change.place)
                case AddRef():
                    self._came((change.address, change.attribute), change.ref, change.place)
                case RemoveRef():
                    self._left((change.address, change.attribute), change.ref, change.place)

    def note_missing(self, changes: Iterable[Change]) -> None:
        """Takes in changes that were meant and are held back: what they put into lists is not there."""
        for change in changes:
            match change:
                case Insert():
                    self._left((change.owner, change.attribute), str(change.entity.get("id")), change.place)
                case Move():
                    self._left((change.owner, change.attribute), change.entity, change.place)
                case AddRef():
                    self._left((change.address, change.attribute), change.ref, change.place)

    def place(self, tree: Tree, listed: _List, entries: list[JsonValue], place: Place, name: str) -> Place:
        """Where `name` belongs now. `entries` are those of the list without it."""
        names = [_name(tree, entry) for entry in entries]
        stood = self._stood.get(listed, {})
        after, fell, seen = place.after, False, set[str]()
        while after is not None and names.count(after) != 1:
            fell = True
            if after in seen or after not in stood:
                after = None if after in stood else next((n for n in reversed(names) if n is not None), None)
                break
            seen.add(after)
            after = stood[after]
        at = 0 if after is None else names.index(after) + 1
        at = min(at + place.skip, len(names))
        at = self._behind_others(listed, names, at, after, name, all_of_them=fell)
        for skip, before in enumerate(reversed(names[:at])):
            if before is not None and names.count(before) == 1:
                return Place(before, skip)
        return Place(None, at)

    def _behind_others(
        self,
        listed: _List,
        names: list[str | None],
        at: int,
        after: str | None,
        name: str,
        *,
        all_of_them: bool,
    ) -> int:
        put = self._put.get(listed, {})
        while at < len(names):
            first = names[at]
            if first is None or first not in put:
                break
            seen: set[str] = set()
            while put[first] != after and (before := put[first]) in put and before not in seen:
                seen.add(first)
                first = str(before)
            if put[first] != after or not (all_of_them or first < name):
                break
            at += 1
        return at

    def _came(self, listed: _List, name: str, place: Place) -> None:
        self._put.setdefault(listed, {})[name] = place.after
        self._stood.get(listed, {}).pop(name, None)

    def _left(self, listed: _List, name: str, place: Place) -> None:
        self._stood.setdefault(listed, {})[name] = place.after


def _name(tree: Tree, entry: JsonValue) -> str | None:
    if type(entry) is str:
        return entry
    return tree.index.address_of(entry) if type(entry) is dict else None
