"""Finding visits in one timeline by what people type: a name, a day, an activity, a footnote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from study.model import StudyDesign
from study.soa import ScheduleOfActivities
from study.timeline import PlannedTime

_DAY = re.compile(r"day\s*([-−–]?\s*\d{1,5})", re.IGNORECASE)
_WEEK = re.compile(r"week\s*([-−–]?\s*\d{1,4})", re.IGNORECASE)


class Ground(IntEnum):
    """Why an instance was found, the strongest first."""

    TITLE = 0
    DAY = 1
    WINDOW = 2  # the day that was asked for lies in its window or range
    ENCOUNTER = 3
    CONDITION = 4  # what is asked at a decision
    ACTIVITY = 5
    FOOTNOTE = 6


@dataclass(frozen=True, slots=True)
class Match:
    """An instance by key, why it was found, and the text in which it was."""

    key: str
    ground: Ground
    text: str


class VisitSearch:
    """The texts of one timeline's instances, ready to be asked while people type."""

    def __init__(self, table: ScheduleOfActivities, design: StudyDesign) -> None:
        encounters: dict[str | None, str] = {each.id: each.title for each in design.encounters if each.id}
        activities = {activity.id: activity.title for activity in design.activities if activity.id}
        notes = {each.letter: each.text for each in table.footnotes if each.letter}
        letters: list[dict[str, None]] = [dict.fromkeys(column.footnotes) for column in table.columns]
        cells = table.lettered_cells
        noted = {row: each.footnotes for row, each in enumerate(table.rows) if each.footnotes}
        for place, rows in enumerate(table.rows_at) if cells or noted else ():
            for row in rows:
                letters[place].update(dict.fromkeys((*cells.get((row, place), ()), *noted.get(row, ()))))
        self._times: list[PlannedTime] = [column.planned for column in table.columns]
        self._texts: list[tuple[str, list[tuple[Ground, str, str]]]] = []
        for place, column in enumerate(table.columns):
            instance = column.planned.instance
            found = [(Ground.TITLE, text) for text in dict.fromkeys((instance.title, instance.name)) if text]
            if column.day_text:
                found.append((Ground.DAY, column.day_text))
            if encounter := encounters.get(instance.encounter):
                found.append((Ground.ENCOUNTER, encounter))
            found += [(Ground.CONDITION, way.condition) for way in instance.condition_assignments]
            found += [(Ground.ACTIVITY, activities[a]) for a in instance.activities if a in activities]
            found += [(Ground.FOOTNOTE, notes[letter]) for letter in letters[place] if letter in notes]
            self._texts.append((column.key, [(why, text, _plain(text)) for why, text in found]))

    def find(self, query: str) -> tuple[Match, ...]:
        """What is found, in graph order, each instance once with its strongest ground; () for no query.

        A number at the end of the query is a whole number ("Week 2" is not Week 20), unless nothing is found so.
        "Day 58" also finds the visits whose window or range holds that day, "Week 8" those 56 days after the anchor
        where no name says it.
        """
        wanted = _plain(query)
        if not wanted:
            return ()
        matches = self._matching(wanted, whole=True)
        for place, key in enumerate(self._keys()):
            if (asked := _asked(_DAY, wanted)) is not None and key not in matches:
                time = self._times[place]
                if _holds(time, asked):
                    matches[key] = Match(key, Ground.WINDOW, "")
        if not matches and (asked := _asked(_WEEK, wanted)) is not None:
            for place, key in enumerate(self._keys()):
                offset = self._times[place].offset
                if (
                    offset is not None
                    and not offset.months
                    and not offset.seconds
                    and offset.days == 7 * asked
                ):
                    matches[key] = Match(key, Ground.DAY, "")
        matches = matches or self._matching(wanted, whole=False)
        return tuple(matches[key] for key in self._keys() if key in matches)

    def _keys(self) -> list[str]:
        return [key for key, _ in self._texts]

    def _matching(self, wanted: str, *, whole: bool) -> dict[str, Match]:
        pattern = re.escape(wanted)
        if wanted[0].isdigit():
            pattern = rf"(?<!\d){pattern}"
        if whole and wanted[-1].isdigit():
            pattern = rf"{pattern}(?!\d)"
        search = re.compile(pattern).search
        found = {}
        for key, texts in self._texts:
            for why, text, plain in texts:
                if search(plain):
                    found[key] = Match(key, why, text)
                    break
        return found


def _plain(text: str) -> str:
    return " ".join(text.replace("−", "-").replace("–", "-").casefold().split())


def _asked(pattern: re.Pattern[str], wanted: str) -> int | None:
    found = pattern.fullmatch(wanted)
    return int(re.sub(r"[−–]", "-", found[1]).replace(" ", "")) if found else None


def _holds(time: PlannedTime, day: int) -> bool:
    first, last = time.window_open_day, time.window_close_day
    if time.study_day is None:
        return False
    return (
        (first if first is not None else time.study_day)
        <= day
        <= (last if last is not None else time.study_day)
    )
