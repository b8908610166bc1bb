"""A table after nothing but marks changed: the table before, with those cells made anew and all else as it was."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from study.model import StudyDesign
from study.soa import Mark, ScheduleOfActivities
from study.timeline import is_main_timeline


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
    was = {c: set(before.rows_at[c]) for c in changed}
    rows_at = list(before.rows_at)
    marks, unmarked = dict(before.marks), dict(before.unmarked)
    timelines = {other.id: len(other.instances) for other in design.timelines if other.id}
    known: set[str] | None = None
    removed: set[int] = set()
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
        for r in was[c] - now:
            letters = marks.pop((r, c)).footnotes
            if letters:
                unmarked[r, c] = letters
            removed.add(r)
        for r in now - was[c]:
            own = before.rows[r].activity.sub_timeline
            inside = own if own in timelines and own != before.timeline.id else column.sub_timeline
            letters = unmarked.pop((r, c), ())
            marks[r, c] = Mark(r, c, inside, timelines.get(inside, 0) if inside else 0, letters)
        rows_at[c] = tuple(sorted(now))
    unplanned = {r for r in removed if not any((r, c) in marks for c in range(len(before.columns)))}
    if not _stay(before, design, unplanned, is_main):
        return None
    return replace(before, marks=marks, unmarked=unmarked).knowing(tuple(rows_at))


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
