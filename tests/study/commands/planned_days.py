"""Planned times before and after a command: what an edit did not touch stays where it was."""

from __future__ import annotations

from study.commands.command import Command
from study.commands.execute import Executed
from study.document import Document
from study.durations import Offset
from study.model import ScheduledInstance, ScheduleTimeline
from study.timeline import PlannedTime, planned_times
from tests.study.commands.lawful import done

ORDER = "MAESTRO-ORDER-TIME"
"""The finding of a visit that is planned against its order."""


def planned(document: Document) -> dict[str, PlannedTime]:
    """The planned time of every instance of every timeline, by key."""
    return {
        key: time
        for design in document.designs()
        for timeline in design.timelines
        for key, time in planned_times(timeline, design).times.items()
    }


def done_in_place(
    document: Document, command: Command, explains: tuple[str, ...] = (), but: tuple[str, ...] = ()
) -> Executed:
    """Does a command lawfully; every visit that was there, except `but`, keeps its offset, day and window."""
    before = {key: _when(time) for key, time in planned(document).items()}
    executed = done(document, command, explains)
    after = {key: _when(time) for key, time in planned(document).items()}
    assert {k: v for k, v in after.items() if k in before and k not in but} == {
        k: v for k, v in before.items() if k in after and k not in but
    }
    return executed


def _when(time: PlannedTime) -> tuple[Offset | None, int | None, Offset | None, Offset | None]:
    return time.offset, time.study_day, time.window_open, time.window_close


def main_timeline(document: Document) -> ScheduleTimeline:
    found = document.default_timeline()
    assert found is not None
    return found[2]


def visit(document: Document, title: str) -> str:
    """The id of the first instance with this title."""
    for design in document.designs():
        for timeline in design.timelines:
            for instance in timeline.instances:
                if instance.title == title:
                    assert instance.id is not None
                    return instance.id
    raise AssertionError(f"no instance is called {title}")


def titles(document: Document) -> list[str]:
    """The titles along the default path of the main timeline."""
    timeline = main_timeline(document)
    by_id = {instance.id: instance for instance in timeline.instances}
    found: list[ScheduledInstance] = []
    here = by_id.get(timeline.entry)
    while here is not None and here not in found:
        found.append(here)
        here = by_id.get(here.default_condition)
    return [instance.title for instance in found]


def when(document: Document, title: str) -> PlannedTime:
    return planned(document)[visit(document, title)]
