"""What the navigator lists: timelines, epochs, arms with cells, elements, activities, encounters, footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from study.document import Document
from study.language import translate
from study.model import Activity, ScheduleTimeline, StudyDesign
from study.protocol_order import protocol_order
from study.soa import ScheduleOfActivities, schedule_of_activities
from study.where_used import where_used


@dataclass(frozen=True)
class Head:
    """The title of a list, with how much is in it; `key` names it in any language, `is_folded` hides the list."""

    title: str
    key: str = ""
    count: int = 0
    is_folded: bool = False


@dataclass(frozen=True)
class Entry:
    """One thing to go to. `count` is None where there is nothing to count, `hue` the epoch's place or -1.

    `key` names it among all rows; `has_children` what can be folded, `is_folded` what is; `letter` a footnote's.
    """

    kind: str  # timeline, epoch, arm, cell, element, encounter, activity, footnote
    address: str
    title: str
    icon: str = ""
    count: int | None = None
    counted: str = ""  # what is counted: instance, visit, activity
    hue: int = -1
    level: int = 0
    key: str = ""
    has_children: bool = False
    is_folded: bool = False
    letter: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Section:
    """A list under a head; entries of a higher level belong to the last one of a lower level before them."""

    key: str
    title: str
    entries: tuple[Entry, ...]


def sections_of(
    document: Document,
    design: StudyDesign,
    table: ScheduleOfActivities | None = None,
    *,
    whole: bool = False,
) -> list[Section]:
    """The navigator's lists for one design, timelines first: those that have something in them, or all (`whole`).

    Timelines of all designs are listed, each design under its own name where there are several. Visits are counted
    on the main timeline, whose table is `table`; it is made where it is not given.
    """
    listed: list[Section] = []
    designs = document.designs()
    for place, other in enumerate(designs):
        title = translate("navigator", "Timelines")
        if len(designs) > 1:
            title = translate("navigator", "Timelines · {design}").format(design=other.title)
        _add(listed, f"timelines{place}", title, _timelines(other), whole=whole)
    main = design.main_timeline
    if table is None and main is not None:
        table = schedule_of_activities(main, design)
    used = where_used(table, design) if table is not None else None
    decisions = {column.key for column in table.columns if column.is_decision} if table is not None else set()

    def visits(address: str | None) -> int | None:
        if used is None:
            return None
        return used.count(address or "", without=decisions)

    _add(listed, "epochs", translate("navigator", "Epochs"), _epochs(design, visits), whole=whole)
    _add(listed, "arms", translate("navigator", "Arms"), _arms(design), whole=whole)
    _add(listed, "elements", translate("navigator", "Elements"), _elements(design), whole=whole)
    _add(listed, "activities", translate("navigator", "Activities"), _activities(design, visits), whole=whole)
    encounters = [
        _encounter(address, each.title, visits(address), f"encounters/{address or place}")
        for place, each in enumerate(design.encounters)
        for address in (each.id or "",)
    ]
    _add(listed, "encounters", translate("navigator", "Encounters"), encounters, whole=whole)
    _add(listed, "footnotes", translate("navigator", "Footnotes"), _footnotes(table, visits), whole=whole)
    return listed


def rows_of(
    sections: Sequence[Section], folded: Collection[str], filter_text: str = ""
) -> list[Head | Entry]:
    """The rows that are seen: without what is folded, or, while filtering, all that match and what they stand in."""
    wanted = " ".join(filter_text.casefold().split())
    rows: list[Head | Entry] = []
    for section in sections:
        if wanted:
            shown = _matching(section.entries, wanted)
            if shown:
                rows += [Head(section.title, section.key, len(shown)), *shown]
            continue
        is_folded = section.key in folded
        top = sum(entry.level == 0 for entry in section.entries)
        rows.append(Head(section.title, section.key, top, is_folded))
        if is_folded:
            continue
        hidden_below = -1  # entries of a higher level than this are folded away
        for entry in section.entries:
            if 0 <= hidden_below < entry.level:
                continue
            hidden_below = -1
            if entry.has_children and entry.key in folded:
                hidden_below = entry.level
                rows.append(replace(entry, is_folded=True))
            else:
                rows.append(entry)
    return rows


def above(sections: Sequence[Section], address: str) -> list[str]:
    """The keys of what would have to be unfolded to see the entry with this address."""
    for section in sections:
        parents: list[Entry] = []
        for entry in section.entries:
            parents = [each for each in parents if each.level < entry.level]
            if entry.address == address:
                return [section.key, *(each.key for each in parents)]
            parents.append(entry)
    return []


def _matching(entries: Sequence[Entry], wanted: str) -> list[Entry]:
    kept: dict[int, None] = {}
    parents: list[int] = []
    for place, entry in enumerate(entries):
        parents = [each for each in parents if entries[each].level < entry.level]
        if wanted in entry.title.casefold() or wanted == entry.letter:
            kept.update(dict.fromkeys([*parents, place]))
        parents.append(place)
    return [replace(entries[place], has_children=False) for place in kept]


def _add(
    listed: list[Section], key: str, title: str, entries: Sequence[Entry], *, whole: bool = False
) -> None:
    if entries or whole:
        keyed = tuple(
            entry if entry.key else replace(entry, key=f"{key}/{entry.address or place}")
            for place, entry in enumerate(entries)
        )
        listed.append(Section(key, title, keyed))


# Of thousands of rows an edit changes one: the others are the very entries that were listed before.
@lru_cache(maxsize=8192)
def _encounter(address: str, title: str, count: int | None, key: str) -> Entry:
    return Entry("encounter", address, title, "calendar", count, "visit", key=key)


@lru_cache(maxsize=8192)
def _activity(
    address: str, title: str, count: int | None, level: int, *, has_children: bool, key: str
) -> Entry:
    counted = "activity" if has_children else "visit"
    return Entry(
        "activity",
        address,
        title,
        "clipboard-list",
        count,
        counted,
        level=level,
        has_children=has_children,
        key=key,
    )


def _timelines(design: StudyDesign) -> list[Entry]:
    main = design.main_timeline
    ordered: list[ScheduleTimeline] = sorted(design.timelines, key=lambda timeline: timeline != main)
    return [
        Entry(
            "timeline",
            timeline.id or "",
            timeline.title,
            "workflow" if timeline == main else "route",
            len(timeline.instances),
            "instance",
            tip=timeline.entry_condition,
        )
        for timeline in ordered
    ]


def _epochs(design: StudyDesign, visits: Callable[[str | None], int | None]) -> list[Entry]:
    return [
        Entry("epoch", epoch.id or "", epoch.title, count=visits(epoch.id), counted="visit", hue=index)
        for index, epoch in enumerate(design.epochs)
    ]


def _arms(design: StudyDesign) -> list[Entry]:
    """Each arm with its cells: the epoch, and the elements in it."""
    epochs: dict[str | None, str] = {epoch.id: epoch.title for epoch in design.epochs if epoch.id}
    place = {identity: number for number, identity in enumerate(epochs)}
    elements = {element.id: element.title for element in design.elements if element.id}
    entries = []
    for arm in design.arms:
        cells = [cell for cell in design.cells if cell.arm is not None and cell.arm == arm.id]
        cells.sort(key=lambda cell: place.get(cell.epoch, len(place)))
        entries.append(
            Entry(
                "arm",
                arm.id or "",
                arm.title,
                "git-branch",
                len(cells) or None,
                "cell",
                has_children=bool(cells),
                tip=arm.description,
            )
        )
        for cell in cells:
            names = ", ".join(elements.get(each, each) for each in cell.elements)
            epoch = epochs.get(cell.epoch, cell.epoch or "")
            title = translate("navigator", "{epoch}: {elements}").format(epoch=epoch, elements=names or "–")
            entries.append(
                Entry("cell", cell.id or "", title, hue=place.get(cell.epoch, -1), icon="circle", level=1)
            )
    return entries


def _elements(design: StudyDesign) -> list[Entry]:
    """Each element with the number of cells that hold it."""
    held = Counter(element for cell in design.cells for element in set(cell.elements))
    return [
        Entry(
            "element",
            each.id or "",
            each.title,
            "layers",
            held.get(each.id or "", 0),
            "cell",
            tip=each.description,
        )
        for each in design.elements
    ]


def _activities(design: StudyDesign, visits: Callable[[str | None], int | None]) -> list[Entry]:
    """In the protocol's order, each group before its activities; a circle of groups is walked once."""
    ordered = protocol_order(design.activities)
    by_id = {activity.id: activity for activity in reversed(ordered) if activity.id}
    inside = {child for activity in ordered for child in activity.children}
    entries: list[Entry] = []
    done: set[int] = set()
    roots = [activity for activity in ordered if activity.id not in inside]
    for root in [*roots, *ordered]:
        stack: list[tuple[Activity, int]] = [(root, 0)]
        while stack:
            activity, level = stack.pop()
            if id(activity.raw) in done:
                continue
            done.add(id(activity.raw))
            below = [by_id[child] for child in activity.children if child in by_id]
            count = len(below) if below else visits(activity.id)
            key = f"activities/{activity.id or len(entries)}"
            entries.append(
                _activity(activity.id or "", activity.title, count, level, has_children=bool(below), key=key)
            )
            stack.extend((child, level + 1) for child in reversed(below))
    return entries


def _footnotes(table: ScheduleOfActivities | None, visits: Callable[[str | None], int | None]) -> list[Entry]:
    if table is None:
        return []
    return [
        Entry(
            "footnote",
            note.condition.id or "",
            " ".join(note.text.split()),
            "file-text",
            visits(note.condition.id) if note.letter else None,
            "visit",
            letter=note.letter,
        )
        for note in table.footnotes
    ]
