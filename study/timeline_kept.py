"""Planned times after an edit of a few timings: only what is timed by them, or from that, is worked out."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection

from study.model import StudyDesign
from study.timeline import PlannedTime, PlannedTimes, Status, times_again


def kept_times(
    before: PlannedTimes, timings: Collection[str], design: StudyDesign | None
) -> PlannedTimes | None:
    """`before` after timings with these ids got other values or windows, and nothing else that decides a time.

    What is planned as before is the very object that it was. None where more may differ: an anchor, an end that
    something counts from, or a time that was not known.
    """
    if before.counts_from_ends:
        return None
    touched: list[str] = []
    behind: dict[str, list[str]] = {}
    for key, planned in before.times.items():
        if not names_nothing(planned):
            return None
        if planned.timing is not None and planned.timing.id in timings:
            if planned.is_anchor:
                return None
            touched.append(key)
        if planned.reference:
            behind.setdefault(planned.reference, []).append(key)
    reached = dict.fromkeys(touched)
    waiting = deque(touched)
    while waiting:
        for key in behind.get(waiting.popleft(), ()):
            if key not in reached:
                reached[key] = None
                waiting.append(key)
    return times_again(before, tuple(reached), design) if reached else before


def names_nothing(planned: PlannedTime) -> bool:
    """Whether what is said beside a time mentions no other visit, by a name that may change."""
    return not planned.note and (planned.status in (Status.OK, Status.NOMINAL) or not planned.reason)
