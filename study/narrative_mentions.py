"""Where a text names a visit, an activity or study days: words with their places, and what they mean in the schedule.

A name is found as a person wrote it: the label or name of an activity, an encounter or an instance of the main
timeline, "Visit 8" where an encounter is numbered so, and "Day 29", "Days 29 to 39", "Day 1 through Day 28" by the
planned study days.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from study.model import StudyDesign
from study.timeline import PlannedTimes, is_main_timeline, planned_times


class Named(StrEnum):
    """What a mention names."""

    VISIT = "visit"
    ACTIVITY = "activity"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text, from `start` up to `end`, and the addresses of what they name, the nearest first.

    `days` are the first and last study day, where days are named.
    """

    start: int
    end: int
    named: Named
    addresses: tuple[str, ...]
    days: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    named: Named
    addresses: tuple[str, ...]
    as_written: str = ""  # a single word that means something else in lower case


@dataclass(frozen=True, slots=True)
class _Visit:
    address: str
    first: int
    last: int


@dataclass(slots=True)
class Names:
    """What a design's visits and activities are called."""

    _by_first: dict[str, list[_Name]] = field(default_factory=lambda: defaultdict(list))
    _visits: list[_Visit] = field(default_factory=list)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every mention in a text, in order, none within another; the longest name where several begin."""
        found: list[Mention] = []
        words = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]
        folded = [word.casefold() for _, _, word in words]
        behind = 0
        for at, (start, _, word) in enumerate(words):
            if start < behind:
                continue
            for name in self._by_first.get(folded[at], ()):
                last = at + len(name.words) - 1
                if last >= len(words) or tuple(folded[at : last + 1]) != name.words:
                    continue
                if name.as_written and word != name.as_written:
                    continue
                if not _together(text, words[at : last + 1]):
                    continue
                behind = words[last][1]
                found.append(Mention(start, behind, name.named, name.addresses))
                break
        return tuple(_apart(sorted((*found, *self._days(text)), key=lambda each: (each.start, -each.end))))

    def on_days(self, first: int, last: int) -> tuple[str, ...]:
        """The instances planned on study days from `first` to `last`, in order of the schedule."""
        return tuple(visit.address for visit in self._visits if visit.first <= last and visit.last >= first)

    def _days(self, text: str) -> Iterable[Mention]:
        for match in _DAYS.finditer(text):
            for place, item in enumerate(_ITEM.finditer(text, match.start(1), match.end(1))):
                start = item.start() if place else match.start()
                first = _number(item[1])
                last = _number(item[2]) if item[2] else first
                addresses = self.on_days(first, last) if first <= last else ()
                if addresses:
                    yield Mention(start, item.end(), Named.DAYS, addresses, (first, last))


def names_of(design: StudyDesign, planned: PlannedTimes | None = None) -> Names:
    """The names of a design's activities, encounters and visits. `planned` is of its main timeline."""
    names = Names()
    main = design.main_timeline
    if main is not None and planned is None:
        planned = planned_times(main, design)
    by_encounter: dict[str, list[str]] = defaultdict(list)
    known: list[_Name] = []
    if main is not None and planned is not None:
        in_days = is_main_timeline(main, design)
        for key in planned.graph.order:
            instance = planned.graph.instances[key]
            address = instance.id or ""
            if not address or instance.is_decision:
                continue
            if instance.encounter:
                by_encounter[instance.encounter].append(address)
            time = planned.times.get(key)
            if in_days and time is not None and time.study_day is not None:
                last = (
                    time.window_close_day
                    if time.is_range and time.window_close_day is not None
                    else time.study_day
                )
                names._visits.append(_Visit(address, time.study_day, last))
            for text in (instance.label, instance.name):
                known += _named(text, Named.VISIT, (address, instance.encounter or ""))
    for encounter in design.encounters:
        addresses = (*by_encounter.get(encounter.id or "", ()), encounter.id or "")
        number = _NUMBERED.fullmatch(encounter.name)
        for text in (encounter.label, encounter.name, f"Visit {number[1]}" if number else ""):
            known += _named(text, Named.VISIT, addresses)
    for activity in design.activities:
        for text in (activity.label, activity.name):
            known += _named(text, Named.ACTIVITY, (activity.id or "",))
    known += _short_names(design)  # behind all others: a name in full means what bears it
    seen: set[tuple[str, ...]] = set()
    for name in known:
        if name.words not in seen:
            seen.add(name.words)
            names._by_first[name.words[0]].append(name)
    for listed in names._by_first.values():
        listed.sort(key=lambda name: -len(name.words))
    return names


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DASHES = "-−–‑"
_NUMBER = rf"[{_DASHES}]?\d{{1,4}}"
_GAP = r"[ \xa0]*"
_TO = rf"(?:{_GAP}(?:to|through|until|till|thru) {_GAP}(?:days?{_GAP})?|{_GAP}[{_DASHES}]{_GAP}(?=\d))"
_ONE = rf"{_NUMBER}(?:{_TO}{_NUMBER})?"
_DAYS = re.compile(
    rf"(?<!\w)days?{_GAP}((?:{_ONE})(?:{_GAP}(?:,{_GAP}(?:and|or)?|and|or|&){_GAP}(?:days?{_GAP})?(?:{_ONE}))*)(?![\d%])",
    re.IGNORECASE,
)
_ITEM = re.compile(rf"({_NUMBER})(?:{_TO}({_NUMBER}))?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:e|v|visit)[ _-]?(\d{1,3})", re.IGNORECASE)
# Single words that a protocol's text is full of, whatever visit or activity bears them.
# fmt: off
_COMMON = frozenset((
    "dose", "day", "week", "month", "visit", "treatment", "optional", "other", "procedures", "procedure", "study",
    "start", "stop", "end", "check", "safety", "efficacy", "patient", "participant", "period", "cycle", "follow",
    "assessments", "assessment", "screen", "admission", "test", "tests", "habits", "height", "weight", "discharge",
))
# fmt: on
_LONG = 6
_BETWEEN = frozenset(("to", "through", "until", "and", "day"))


def _named(text: str, named: Named, addresses: tuple[str, ...]) -> list[_Name]:
    """A name that can be looked for: with a letter, and not a word that means anything."""
    given = _WORD.findall(text)
    words = tuple(word.casefold() for word in given)
    places = tuple(dict.fromkeys(address for address in addresses if address))
    if not words or not places or not any(character.isalpha() for word in words for character in word):
        return []
    if len(words) == 1:
        if words[0] in _COMMON or len(words[0]) < 3:
            return []
        loose = named is Named.ACTIVITY and len(words[0]) >= _LONG
        return [_Name(words, named, places, "" if loose else given[0])]
    if words[0] in ("day", "days") and all(word.isdigit() or word in _BETWEEN for word in words[1:]):
        return []  # found as days, with their sign
    if sum(len(word) for word in words) < 4:
        return []
    return [_Name(words, named, places)]


def _short_names(design: StudyDesign) -> list[_Name]:
    """What is left of the names of activities in one group that begin alike, where it holds a number.

    Of "Drug 15 mg/day" and "Drug 30 mg/day", texts say "30 mg/day".
    """
    parents = {child: activity.id for activity in design.activities for child in activity.children}
    alike: dict[tuple[str | None, str], list[tuple[str, list[str]]]] = defaultdict(list)
    for activity in design.activities:
        words = _WORD.findall(activity.label or activity.name)
        if activity.id and len(words) > 1:
            alike[parents.get(activity.id), words[0].casefold()].append((activity.id, words))
    found: list[_Name] = []
    for several in alike.values():
        if len({tuple(words) for _, words in several}) < 2:
            continue
        folded = [[word.casefold() for word in words] for _, words in several]
        same = sum(
            1 for _ in itertools.takewhile(lambda column: len(set(column)) == 1, zip(*folded, strict=False))
        )
        for identity, words in several:
            left = words[same:]
            if len(left) > 1 and any(word.isdigit() for word in left):
                found += _named(" ".join(left), Named.ACTIVITY, (identity,))
    return found


_NEAR = 12  # characters between a name and the days that are said of it: "30 mg/day on Day 29"


def nearest_days(text: str, mentions: Sequence[Mention]) -> Mapping[int, int]:
    """Which mentions of visits and activities have days said of them, by their place: 0 the clearest, 2 the least.

    0 is a range of days right behind the name, 1 a day right behind it, 2 any days in the same sentence.
    """
    found: dict[int, int] = {}
    before: Mention | None = None  # the days named last
    waiting: list[int] = []  # names since then, for which days may follow
    for place, mention in enumerate(mentions):
        if mention.days is None:
            waiting.append(place)
            if before is not None and not _SENTENCE_END.search(text, before.end, mention.start):
                found[place] = 2
            continue
        for each in waiting:
            end = mentions[each].end
            if not _SENTENCE_END.search(text, end, mention.start):
                is_near = mention.start - end <= _NEAR
                found[each] = (0 if mention.days[0] < mention.days[1] else 1) if is_near else 2
        before, waiting = mention, []
    return found


_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n")


def _together(text: str, words: list[tuple[int, int, str]]) -> bool:
    """Whether words stand in one phrase: between them white space or a mark, and no sentence ends."""
    return all(
        len(between) <= 3 and not set(between) & set(".;:!?\t\n")
        for (_, end, _), (start, _, _) in itertools.pairwise(words)
        for between in (text[end:start],)
    )


def _apart(mentions: Iterable[Mention]) -> Iterable[Mention]:
    """Those that do not begin within the one before."""
    behind = 0
    for each in mentions:
        if each.start >= behind:
            behind = each.end
            yield each


def _number(text: str) -> int:
    return -int(text[1:]) if text[0] in _DASHES else int(text)
