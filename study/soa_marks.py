"""A table after nothing but marks changed: the table before, with those cells made anew and all else as it was."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from study.model import StudyDesign
from study.soa import ScheduleOfActivities
from study.soa_cells import Marks
from study.timeline import is_main_timeline
from study.where_used import hand_on


def remarked(
    before: ScheduleOfActivities, instances: Collection[str], design: StudyDesign
) -> ScheduleOfActivities | None:
    """`before` after an edit that changed only the `activityIds` of the instances with these ids.

    Rows, columns and letters are the very objects of the table before. None where the table has other rows now, and
    so is to be made anew: an activity that is only shown where it is planned has come, or may have gone.
    """
    column_of: dict[str, int] = {}
    for c, column in enumerate(before.columns):
        column_of.setdefault(column.key, c)
    is_main = is_main_timeline(before.timeline, design)
    changed = {column_of[each] for each in instances if each in column_of}
    if len(changed) < len(instances) and is_main:
        return None  # what other timelines plan says which rows this one has
    if not changed:
        return before
    row_of: dict[str, int] = {}
    for r, row in enumerate(before.rows):
        if row.activity.id:
            row_of.setdefault(row.activity.id, r)
    was_marks = before.marks
    if not isinstance(was_marks, Marks):
        return None
    rows_at, unmarked = list(before.rows_at), dict(before.unmarked)
    known: set[str] | None = None
    removed: set[int] = set()
    changes: dict[str, set[str]] = {}
    for c in changed:
        column = before.columns[c]
        now: set[int] = set()
        for activity in column.planned.instance.activities:
            at = row_of.get(activity)
            if at is None:
                known = {each.id for each in design.activities if each.id} if known is None else known
                if activity in known:
                    return None
                continue
            now.add(at)
        gone, come = set(rows_at[c]) - now, now.difference(rows_at[c])
        for r in gone:
            if letters := was_marks.letters.get((r, c)):
                unmarked[r, c] = letters
        for r in come:
            unmarked.pop((r, c), None)
        removed |= gone
        rows_at[c] = tuple(sorted(now))
        changes[column.key] = {before.rows[r].activity.id or "" for r in gone | come}
    marks = replace(was_marks, rows_at=tuple(rows_at))
    unplanned = {r for r in removed if not any((r, c) in marks for c in range(len(before.columns)))}
    if not _stay(before, design, unplanned, is_main):
        return None
    made = replace(before, marks=marks, unmarked=unmarked)
    hand_on(before, made, changes)
    return made


def _stay(before: ScheduleOfActivities, design: StudyDesign, unplanned: set[int], is_main: bool) -> bool:
    """Whether rows that nothing is planned in any more keep their place in the table."""
    if not unplanned:
        return True
    if not is_main or any(before.rows[r].is_group for r in unplanned):
        return False
    elsewhere = {
        activity
        for other in design.timelines
        if other != before.timeline
        for instance in other.instances
        for activity in instance.activities
    }
    return not any(before.rows[r].activity.id in elsewhere for r in unplanned)
