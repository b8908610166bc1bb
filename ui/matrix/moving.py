"""Where rows and columns that are moved would go: between which others, and into which group. No widget."""

from __future__ import annotations

from collections.abc import Sequence

from ui.matrix.chosen import visits_of
from ui.matrix.gestures import MoveRows, MoveVisits
from ui.matrix.sheet import Sheet


def rows_moved(
    sheet: Sheet, rows: Sequence[int], place: int, level: int | None = None
) -> tuple[MoveRows, int]:
    """Put rows of the table before the shown row `place`; also the level at which they would stand.

    Behind the last row of a group they may go on in it or stand after it: `level` says which, None the deepest.
    """
    soa, index, shown = sheet.soa, sheet.index, sheet.shown.rows
    assert soa is not None
    assert index is not None
    keys = tuple(soa.rows[row].key for row in rows)
    if place <= 0:
        return MoveRows(keys, None, None), 0
    above = shown[place - 1]
    next_level = soa.rows[shown[place]].level if place < len(shown) else 0
    is_open = soa.rows[above].is_group and not sheet.is_folded(above) and above not in rows
    if is_open and any(member in index.members[above] for member in shown[place : place + 1]):
        return MoveRows(keys, soa.rows[above].key, soa.rows[above].key), soa.rows[above].level + 1
    # What may be chosen: the level of the row above, and each level around it down to that of the row below.
    deepest = soa.rows[above].level
    if is_open:
        deepest += 1
    wanted = deepest if level is None else max(min(level, deepest), min(next_level, deepest))
    if is_open and wanted == deepest:
        return MoveRows(keys, soa.rows[above].key, soa.rows[above].key), wanted
    behind, group = above, index.parents[above]
    while soa.rows[behind].level > wanted and group >= 0:
        behind, group = group, index.parents[group]
    return MoveRows(keys, soa.rows[behind].key, soa.rows[group].key if group >= 0 else None), wanted


def rows_stepped(sheet: Sheet, rows: Sequence[int], by: int) -> tuple[MoveRows, int] | None:
    """Move rows one shown row up or down, past the whole of a group that is folded; None at the edge."""
    index, shown, places = sheet.index, sheet.shown.rows, sheet.row_place
    assert index is not None
    own = {row for each in rows for row in (each, *index.members.get(each, ()))}
    at = [place for row, place in places.items() if row in own]
    first, last = min(at), max(at)
    if by < 0:
        return rows_moved(sheet, rows, first - 1) if first > 0 else None
    return rows_moved(sheet, rows, last + 2) if last + 1 < len(shown) else None


def rows_shifted(sheet: Sheet, rows: Sequence[int], inwards: bool) -> MoveRows | None:
    """Move rows out of their group, to stand after it, or into the group that stands above them; None where none is."""
    soa, index = sheet.soa, sheet.index
    assert soa is not None
    assert index is not None
    keys = tuple(soa.rows[row].key for row in rows)
    first = rows[0]
    group = index.parents[first]
    if not inwards:
        if group < 0:
            return None
        around = index.parents[group]
        return MoveRows(keys, soa.rows[group].key, soa.rows[around].key if around >= 0 else None)
    level, before = soa.rows[first].level, first - 1
    while before >= 0 and soa.rows[before].level > level:
        before = index.parents[before]
    if before < 0 or soa.rows[before].level != level or not soa.rows[before].is_group:
        return None
    members = index.members[before]
    last = members.stop - 1 if len(members) else before
    return MoveRows(keys, soa.rows[last].key, soa.rows[before].key)


def visits_moved(sheet: Sheet, columns: Sequence[int], place: int) -> MoveVisits | None:
    """Put columns of the table before the shown column `place`; None where they would stay where they are."""
    soa, shown = sheet.soa, sheet.shown.columns
    assert soa is not None
    keys = tuple(visit.key for column in columns for visit in visits_of(soa.columns[column]))
    at = place - 1
    while at >= 0 and shown[at] in columns:
        at -= 1
    own = sorted(sheet.column_place[column] for column in columns)
    if own == list(range(own[0], own[-1] + 1)) and own[0] <= place <= own[-1] + 1:
        return None
    return MoveVisits(keys, visits_of(soa.columns[shown[at]])[-1].key if at >= 0 else "")


def visits_stepped(sheet: Sheet, columns: Sequence[int], by: int) -> tuple[MoveVisits, int] | None:
    """Move columns one shown column on or back, with the place they go before; None at the edge."""
    own = [sheet.column_place[column] for column in columns]
    place = min(own) - 1 if by < 0 else max(own) + 2
    if not 0 <= place <= len(sheet.shown.columns):
        return None
    moved = visits_moved(sheet, columns, place)
    return (moved, place) if moved is not None else None
