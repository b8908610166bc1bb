"""A changed document back to text as `study.patch` does it, and quick: only what was said to be touched is looked at.

The original text is cut once at the places that changes reach, and the cuts are kept. What no change named is copied
without a look. The result is that of `patched`, to the letter; a megabyte takes milliseconds instead of a tenth of a
second, so that the text, and its hash, can follow each edit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]

from study.changes import AddRef, Change, Insert, Move, Remove, RemoveRef, Set
from study.decode import raw_decode
from study.index import Index, is_pointer
from study.json_types import JsonObject, JsonValue, same
from study.patch import aligned, is_nameless, item_key, patched, skip_space, style_of, written


@dataclass(frozen=True, slots=True)
class _Piece:
    """One member of an original container, by the places of its text."""

    name: str  # its key, or in a list what it is recognised by
    lead: str
    head: str  # a key with its colon, or "" in a list
    start: int
    end: int
    trail: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """An original container: its members, and the white space before its end."""

    pieces: tuple[_Piece, ...]
    by_name: dict[str, _Piece]
    nameless: frozenset[int]
    repeated: frozenset[str]
    closing: str


class Rewriting:
    """Writes one document again and again. `root` must be what the text says when this is made."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._style = style_of(text)
        self._cuts: dict[int, _Cut] = {}
        # By identity. An object that is gone may leave its mark to another: that is looked at in vain, no more.
        self._touched: dict[int, set[str]] = {}
        self._new: set[int] = set()
        self._unknown = False
        self._walked: set[int] = set()  # what has its owners marked, within one telling of changes

    def note(self, index: Index, changes: Iterable[Change] | None) -> None:
        """Says what was touched, in changes that were carried out, or their inverses; None: nobody knows what."""
        self._walked.clear()
        for change in changes or ():
            match change:
                case Insert() | Remove():
                    self._mark(index, change.owner, change.attribute)
                    self._mark_carried(index, change.entity)
                case Move():
                    self._mark(index, change.owner, change.attribute)
                    self._mark(index, change.old_owner, change.old_attribute)
                case Set():
                    item = self._mark(index, change.address, change.attribute)
                    if item is not None:
                        self._mark_new(item.get(change.attribute))
                    for value in (change.old, change.new):
                        if type(value) is dict or type(value) is list:
                            self._mark_carried(index, value)
                case AddRef() | RemoveRef():
                    self._mark(index, change.address, change.attribute)
        self._unknown = self._unknown or changes is None

    def written(self, root: JsonObject) -> str:
        """The text with `root` in place of its value, as `patched` writes it."""
        if self._unknown:
            return patched(self._text, root)
        start = skip_space(self._text, 1 if self._text.startswith("\ufeff") else 0)
        pieces = [self._text[:start]]
        end = self._value(pieces, start, None, root, 0, sure=True)
        pieces.append(self._text[end:])
        return "".join(pieces)

    # What was touched

    def _mark(self, index: Index, address: str, attribute: str) -> JsonObject | None:
        if is_pointer(address) and address not in index.unique:  # it points elsewhere once something moved
            self._unknown = True
            return None
        item = index.object_at(address)
        if item is not None:
            self._touched.setdefault(id(item), set()).add(attribute)
            self._mark_owners(index, item)
        return item

    def _mark_owners(self, index: Index, item: JsonObject) -> None:
        owners, walked = index.owners, self._walked
        while id(item) not in walked and (holder := owners.get(id(item))) is not None:
            walked.add(id(item))
            item, attribute = holder
            self._touched.setdefault(id(item), set()).add(attribute)

    def _mark_carried(self, index: Index, value: JsonValue) -> None:
        """What a change carried is made anew wherever it is now: another change may have moved a part of it."""
        for name in index.ids_in(value):
            item = index.unique.get(name)
            if item is not None and id(item) not in self._new:
                self._mark_new(item)
                self._mark_owners(index, item)

    def _mark_new(self, value: JsonValue) -> None:
        level = [value]
        while level:
            below: list[JsonValue] = []
            for item in level:
                if type(item) is dict:
                    self._new.add(id(item))
                    below += item.values()
                elif type(item) is list:
                    below += item
            level = below

    # Writing

    def _value(
        self, pieces: list[str], start: int, end: int | None, current: JsonValue, level: int, *, sure: bool
    ) -> int:
        """Writes `current` in place of the original that begins at `start`; where that ends.

        `sure`: the two are known to be the same thing, so that what is not marked in it is as it was.
        """
        text = self._text
        opening = text[start]
        if type(current) is dict and current and opening == "{":
            if sure and end is not None and id(current) not in self._new and id(current) not in self._touched:
                pieces.append(text[start:end])
                return end
            cut = self._cut(start)
            if cut.pieces:
                return self._object(pieces, cut, current, level, sure)
        elif type(current) is list and current and opening == "[":
            cut = self._cut(start)
            if cut.pieces:
                return self._list(pieces, cut, current, level, sure)
        original, stop = raw_decode(text, start)
        pieces.append(text[start:stop] if same(original, current) else written(current, self._style, level))
        return int(stop)

    def _object(self, pieces: list[str], cut: _Cut, current: JsonObject, level: int, sure: bool) -> int:
        if id(current) in self._new or not sure:
            touched, all_touched = frozenset[str](), True
        else:
            touched, all_touched = frozenset(self._touched.get(id(current), ())), False
        pieces.append("{")
        last = len(current) - 1
        for place, (key, value) in enumerate(current.items()):
            piece = cut.by_name.get(key)
            self._lead(pieces, cut, piece, place)
            if piece is None:
                pieces.append(written(key, self._style) + self._style.colon)
                pieces.append(written(value, self._style, level + 1))
            elif all_touched or key in touched:
                pieces.append(piece.head)
                self._member(pieces, piece, value, level + 1, sure=sure)
            else:
                pieces.append(piece.head + self._text[piece.start : piece.end])
            if place < last:
                pieces.append("," if piece is None else piece.trail + ",")
        pieces.append(cut.closing + "}")
        return self._end(cut)

    def _list(self, pieces: list[str], cut: _Cut, current: list[JsonValue], level: int, sure: bool) -> int:
        matched = aligned([piece.name for piece in cut.pieces], cut.nameless, current)
        pieces.append("[")
        last = len(current) - 1
        for place, (at, value) in enumerate(zip(matched, current, strict=True)):
            piece = None if at is None else cut.pieces[at]
            self._lead(pieces, cut, piece, place)
            if piece is None:
                pieces.append(written(value, self._style, level + 1))
            elif type(value) is dict:
                known = sure and not is_nameless(value) and piece.name not in cut.repeated
                self._member(pieces, piece, value, level + 1, sure=known)
            elif type(value) is list:
                self._member(pieces, piece, value, level + 1, sure=False)
            else:  # recognised by all that it is
                pieces.append(self._text[piece.start : piece.end])
            if place < last:
                pieces.append("," if piece is None else piece.trail + ",")
        pieces.append(cut.closing + "]")
        return self._end(cut)

    def _member(self, pieces: list[str], piece: _Piece, value: JsonValue, level: int, *, sure: bool) -> None:
        if not sure and same(raw_decode(self._text, piece.start)[0], value):
            pieces.append(self._text[piece.start : piece.end])
        else:
            self._value(pieces, piece.start, piece.end, value, level, sure=sure)

    def _lead(self, pieces: list[str], cut: _Cut, piece: _Piece | None, place: int) -> None:
        """The white space before a member, as `study.patch` chooses it."""
        first, several = cut.pieces[0], len(cut.pieces) > 1
        if place == 0:
            pieces.append(first.lead)
        elif piece is None or piece is first:
            pieces.append(cut.pieces[-1].lead if several else self._only_lead(first.lead))
        else:
            pieces.append(piece.lead)

    def _only_lead(self, first: str) -> str:
        return first if self._style.newline else self._style.comma[1:]

    def _end(self, cut: _Cut) -> int:
        return cut.pieces[-1].end + len(cut.closing) + 1

    def _cut(self, start: int) -> _Cut:
        """The container that opens at `start`, cut into its members."""
        found = self._cuts.get(start)
        if found is None:
            found = self._cuts[start] = self._cut_anew(start)
        return found

    def _cut_anew(self, start: int) -> _Cut:
        text, keyed = self._text, self._text[start] == "{"
        cut: list[_Piece] = []
        nameless: set[int] = set()
        closing, index = "", start + 1
        empty = text[skip_space(text, index)] in "]}"
        while not empty:
            begin = skip_space(text, index)
            lead, name, at = text[index:begin], "", begin
            if keyed:
                name, after = scanstring(text, begin + 1, True)
                at = skip_space(text, skip_space(text, after) + 1)
            value, end = raw_decode(text, at)
            if not keyed:
                name = item_key(value)
                if is_nameless(value):
                    nameless.add(len(cut))
            stop = skip_space(text, end)
            more = text[stop] == ","
            cut.append(_Piece(name, lead, text[begin:at], at, end, text[end:stop] if more else ""))
            if not more:
                closing = text[end:stop]
                break
            index = stop + 1
        names = Counter(piece.name for piece in cut)
        return _Cut(
            tuple(cut),
            {piece.name: piece for piece in cut} if keyed else {},
            frozenset(nameless),
            frozenset(name for name, count in names.items() if count > 1),
            closing,
        )
