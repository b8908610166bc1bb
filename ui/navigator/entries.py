"""What the navigator lists: timelines, epochs, arms and activities of a design, as they lie in the study."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from study.document import Document
from study.model import Activity, ScheduleTimeline, StudyDesign


@dataclass(frozen=True)
class Head:
    """The title of a list."""

    title: str


@dataclass(frozen=True)
class Entry:
    """One thing to go to. `count` is None where there is nothing to count, `hue` the epoch's place or -1."""

    kind: str  # timeline, epoch, arm, activity
    address: str
    title: str
    icon: str = ""
    count: int | None = None
    counted: str = ""  # what is counted, e.g. "scheduled instance"
    hue: int = -1
    level: int = 0


def entries_of(document: Document, design: StudyDesign) -> list[Head | Entry]:
    """The navigator's rows for one design: every list that has something in it, timelines first.

    Timelines of all designs are listed, each design under its own name where there are several.
    """
    listed: list[Head | Entry] = []
    designs = document.designs()
    for other in designs:
        title = "Timelines" if len(designs) == 1 else f"Timelines · {other.title}"
        _add(listed, title, _timelines(other))
    _add(listed, "Epochs", _epochs(design))
    _add(
        listed,
        "Arms",
        [Entry("arm", arm.id or "", arm.title, "git-branch") for arm in design.arms],
    )
    _add(listed, "Activities", _activities(design))
    return listed


def _add(listed: list[Head | Entry], title: str, entries: list[Entry]) -> None:
    if entries:
        listed.append(Head(title))
        listed.extend(entries)


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
            "scheduled instance",
        )
        for timeline in ordered
    ]


def _epochs(design: StudyDesign) -> list[Entry]:
    main = design.main_timeline
    visits = (
        Counter(instance.epoch for instance in main.instances if not instance.is_decision) if main else {}
    )
    return [
        Entry(
            "epoch",
            epoch.id or "",
            epoch.title,
            count=visits.get(epoch.id, 0) if main else None,
            counted="visit",
            hue=index,
        )
        for index, epoch in enumerate(design.epochs)
    ]


def _activities(design: StudyDesign) -> list[Entry]:
    """The groups with how many activities they hold; every activity where the design has no groups."""
    activities: tuple[Activity, ...] = design.activities
    groups = [activity for activity in activities if activity.children]
    if not groups:
        return [
            Entry("activity", activity.id or "", activity.title, "clipboard-list") for activity in activities
        ]
    return [
        Entry("activity", group.id or "", group.title, "clipboard-list", len(group.children), "activity")
        for group in groups
    ]
