"""What differs between two studies as a person would tell it: grouped, alike things together, marks as blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from study.differences import Area, Difference, StudyDifference, StudyDifferences, What
from study.differences_cycles import listed
from study.document import Document
from study.durations import Offset
from study.language import QT_TRANSLATE_NOOP, translate
from study.model import Entity
from study.protocol_order import protocol_order
from study.timeline import PlannedTime, planned_times
from study.visit_title import visit_title
from study.wording import leeway_text, not_stated, offset_text

GROUPS: Final = {
    "visits": QT_TRANSLATE_NOOP("compare", "Visits"),
    "cycles": QT_TRANSLATE_NOOP("compare", "Cycles and decisions"),
    "times": QT_TRANSLATE_NOOP("compare", "Planned times"),
    "windows": QT_TRANSLATE_NOOP("compare", "Windows"),
    "marks": QT_TRANSLATE_NOOP("compare", "Planned assessments"),
    "activities": QT_TRANSLATE_NOOP("compare", "Activities"),
    "footnotes": QT_TRANSLATE_NOOP("compare", "Footnotes"),
    "encounters": QT_TRANSLATE_NOOP("compare", "Encounters"),
    "structure": QT_TRANSLATE_NOOP("compare", "Structure"),
    "criteria": QT_TRANSLATE_NOOP("compare", "Criteria"),
    "objectives": QT_TRANSLATE_NOOP("compare", "Objectives"),
    "texts": QT_TRANSLATE_NOOP("compare", "Texts"),
    "other": QT_TRANSLATE_NOOP("compare", "Everything else"),
}
"""The groups in the order in which they are told: a word for scripts, and the heading."""

_BY_WHAT = {
    **dict.fromkeys((What.DECISION, What.CONDITIONS, What.CYCLE), "cycles"),
    What.WINDOW: "windows",
}
_BY_AREA = {
    Area.VISITS: "visits",
    Area.TIMES: "times",
    Area.MARKS: "marks",
    Area.ACTIVITIES: "activities",
    Area.FOOTNOTES: "footnotes",
    Area.ENCOUNTERS: "encounters",
    Area.DESIGN: "structure",
    Area.CRITERIA: "criteria",
    Area.OBJECTIVES: "objectives",
    Area.TEXT: "texts",
}
_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Block:
    """Marks that came or went together: each of the activities at each of the visits, by ids in the later study."""

    kind: Difference
    activities: tuple[str, ...]
    visits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that differs, in one sentence; `kind` says whether it came, went or changed."""

    kind: Difference
    text: str


def group_of(item: StudyDifference) -> str:
    """Which of GROUPS a difference is told in."""
    if item.what in _BY_WHAT:
        return _BY_WHAT[item.what]
    return _BY_AREA.get(item.area, "other")


def blocks_of(found: StudyDifferences, here: Document) -> tuple[Block, ...]:
    """The marks that differ, as blocks: activities with the same visits together, in the order of the schedule."""
    return _blocks(found, _Known(here).order)


def told(found: StudyDifferences, here: Document, there: Document) -> Mapping[str, Sequence[Line]]:
    """The lines of each group that has any, in the order of GROUPS. `here` is the later study of the comparison."""
    known, known_there = _Known(here), _Known(there)
    by_group: dict[str, list[StudyDifference]] = {}
    for item in found.items:
        by_group.setdefault(group_of(item), []).append(item)
    lines: dict[str, Sequence[Line]] = {}
    for group in GROUPS:
        items = by_group.get(group, [])
        if group == "marks":
            made = [_block_line(block, known) for block in _blocks(found, known.order)]
        elif group == "times":
            made = _time_lines(items, known, known_there)
        else:
            made = _lines(items, known, known_there)
        if made:
            lines[group] = made
    return lines


class _Known:
    """What a study's visits and activities are called, in what order they come, and when visits are planned."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.order: dict[str, int] = {}
        self.visits: dict[str, PlannedTime] = {}
        for design in document.designs():
            for activity in protocol_order(design.activities):
                self.order.setdefault(activity.id or "", len(self.order))
            for timeline in design.timelines:
                times = planned_times(timeline, design)
                for key in times.graph.order:
                    self.visits[key] = times.times[key]
                    if not times.graph.instances[key].is_decision:
                        self.order.setdefault(key, len(self.order))
                # What follows it here is of another timeline.
                self.order[f"{timeline.id} end"] = len(self.order)

    def title(self, address: str) -> str:
        """What a person calls a visit, activity or anything else; "" where it is not there."""
        if address in self.visits:
            return visit_title(self.visits[address])
        item = self.document.index.object_at(address)
        return Entity(item).title if item is not None else ""

    def titles(self, ids: object) -> list[str]:
        """Of all that a list of ids names and that is there."""
        every = [self.title(each) for each in ids if type(each) is str] if type(ids) is list else []
        return [each for each in every if each]

    def run(self, addresses: Sequence[str], titles: Sequence[str]) -> str:
        """Visits that follow one another by the first and the last, others by name."""
        segments: list[list[int]] = []
        for place, address in enumerate(addresses):
            at = self.order.get(address, -1)
            if segments and at > 0 and at == self.order.get(addresses[segments[-1][-1]], -1) + 1:
                segments[-1].append(place)
            else:
                segments.append([place])
        names: list[str] = []
        for segment in segments:
            if len(segment) > 3:
                words = translate("compare", "{first} to {last}")
                names.append(words.format(first=titles[segment[0]], last=titles[segment[-1]]))
            else:
                names += [titles[place] for place in segment]
        names = list(dict.fromkeys(names))
        if len(names) < len(set(titles)):
            return translate("compare", "{visits} (%n visit(s))", "", len(addresses)).format(
                visits=_named(names)
            )
        return _named(names)


def _blocks(found: StudyDifferences, order: Mapping[str, int]) -> tuple[Block, ...]:
    made: list[Block] = []
    for kind in (Difference.ADDED, Difference.REMOVED):
        visits_of: dict[str, list[str]] = {}
        for item in found.items:
            if item.what is What.MARK and item.kind is kind and item.also:
                visits_of.setdefault(item.also[0], []).append(item.address)
        together: dict[tuple[str, ...], list[str]] = {}
        for activity in sorted(visits_of, key=lambda each: order.get(each, 0)):
            visits = tuple(sorted(dict.fromkeys(visits_of[activity]), key=lambda each: order.get(each, 0)))
            together.setdefault(visits, []).append(activity)
        made += [Block(kind, tuple(activities), visits) for visits, activities in together.items()]
    return tuple(made)


def _lines(items: Sequence[StudyDifference], known: _Known, there: _Known) -> list[Line]:
    """A line for each difference; what is said alike of several is said once."""
    alike: dict[tuple[object, ...], list[StudyDifference]] = {}
    said: dict[tuple[object, ...], str] = {}
    for place, item in enumerate(items):
        sentence = _said(item, known, there)
        shared = item.kind is Difference.CHANGED and item.what not in (What.ORDER, What.CYCLE)
        key = (item.kind, sentence, item.what, *(() if shared else (place,)))
        alike.setdefault(key, []).append(item)
        said[key] = sentence
    return [
        Line(each[0].kind, said[key])
        if each[0].what is What.CYCLE
        else Line(each[0].kind, f"{_names(each, known, there)}: {_lowered(said[key])}")
        for key, each in alike.items()
    ]


def _time_lines(items: Sequence[StudyDifference], known: _Known, there: _Known) -> list[Line]:
    """Times of visits that moved alike are told once, by how much."""
    runs: list[list[StudyDifference]] = []
    for item in items:
        last = runs[-1][-1] if runs else None
        if last is not None and last.later_s and item.later_s == last.later_s:
            runs[-1].append(item)
        else:
            runs.append([item])
    lines: list[Line] = []
    for run in runs:
        first = run[0]
        if len(run) < 3 or not first.later_s:
            lines += [
                Line(each.kind, f"{_names([each], known, there)}: {_lowered(each.sentence)}") for each in run
            ]
            continue
        distance = offset_text(Offset(0, abs(first.later_s) // 86_400, abs(first.later_s) % 86_400))
        if all(each.what is What.FOLLOWED for each in run):
            words = (
                translate("compare", "{visits}: {distance} later, with what they are timed from")
                if first.later_s > 0
                else translate("compare", "{visits}: {distance} earlier, with what they are timed from")
            )
        else:
            words = (
                translate("compare", "{visits}: {distance} later")
                if first.later_s > 0
                else translate("compare", "{visits}: {distance} earlier")
            )
        lines.append(Line(first.kind, words.format(visits=_names(run, known, there), distance=distance)))
    return lines


def _block_line(block: Block, known: _Known) -> Line:
    activities = _named([known.title(each) or each for each in block.activities])
    visits = known.run(block.visits, [known.title(each) or each for each in block.visits])
    words = (
        translate("compare", "{activities} newly planned at {visits}")
        if block.kind is Difference.ADDED
        else translate("compare", "{activities} no longer planned at {visits}")
    )
    return Line(block.kind, words.format(activities=activities, visits=visits))


def _names(items: Sequence[StudyDifference], known: _Known, there: _Known) -> str:
    titles = [_name(item, known, there) for item in items]
    return known.run([item.address for item in items], titles)


def _name(item: StudyDifference, known: _Known, there: _Known) -> str:
    """What a difference is about; a visit that a file only numbers by its day."""
    if item.address in known.visits:
        return known.title(item.address)
    return there.title(item.other) if item.other in there.visits else item.title


def _named(titles: Sequence[str]) -> str:
    if len(titles) <= _MOST_NAMES:
        return listed(titles)
    more = translate("compare", "%n more", "", len(titles) - _MOST_NAMES + 1)
    return listed([*titles[: _MOST_NAMES - 1], more])


def _said(item: StudyDifference, known: _Known, there: _Known) -> str:
    """The sentence, with what a reader wants to know beside it: when a new visit is, what is planned there."""
    value = item.now if item.kind is Difference.ADDED else item.was
    if item.what is What.VISIT:
        parts = [item.sentence, value, _planned_there(item, known, there)]
        return "; ".join(part for part in parts if part)
    if item.what is What.DECISION:
        return "; ".join([item.sentence, *value.split("\n")] if value else [item.sentence])
    if item.what is What.NAME:
        return translate("compare", "renamed, was “{was}”").format(was=item.was)
    if item.what is What.WINDOW and item.address in known.visits and item.other in there.visits:
        was, now = _leeway(there.visits[item.other]), _leeway(known.visits[item.address])
        if was and now and was != now:
            return translate("compare", "was {was}, is {now}").format(was=was, now=now)
    if item.area is Area.FOOTNOTES and item.now.startswith(f"{item.was}, ") and item.was:
        more = item.now.removeprefix(f"{item.was}, ")
        return translate("compare", "the footnote also stands at {places}").format(places=more)
    is_longer = item.what in (What.CONDITIONS, What.GROUP) or (
        item.area is Area.DESIGN and item.kind is Difference.CHANGED and not item.is_text
    )
    if is_longer and (item.was or item.now):
        was, now = ("; ".join(each.split("\n")) or "–" for each in (item.was, item.now))
        return translate("compare", "{sentence}: was {was}, is {now}").format(
            sentence=item.sentence, was=was, now=now
        )
    return item.sentence


def _leeway(planned: PlannedTime) -> str:
    if planned.window_open is None and planned.window_close is None:
        return not_stated()
    return leeway_text(planned)


def _planned_there(item: StudyDifference, known: _Known, there: _Known) -> str:
    """The activities of a visit that is new: by name, or by the visit that has the same."""
    if item.kind is not Difference.ADDED or item.address not in known.visits:
        return ""
    instance = known.visits[item.address].instance
    own = set(instance.activities)
    if not own:
        return ""
    for key, planned in known.visits.items():
        if key in there.visits and own == set(planned.instance.activities):
            return translate("compare", "the same as at {visit}").format(visit=visit_title(planned))
    return _named(known.titles(list(instance.activities)))


def _lowered(sentence: str) -> str:
    """A sentence that goes on behind a name and a colon."""
    return sentence[:1].lower() + sentence[1:]
