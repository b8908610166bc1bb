"""How far a deletion reaches beyond what is deleted, as sentences for a person; "" where it reaches nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from study.commands.epochs import instances_in
from study.document import Document
from study.language import translate
from study.model import Activity, ScheduledInstance, ScheduleTimeline, StudyDesign


def deletion_reach(document: Document, addresses: Sequence[str]) -> str:
    """What goes or changes with entities of one kind: visits, cells, marks, what runs a timeline."""
    found = [item for address in addresses if (item := document.index.object_at(address)) is not None]
    if not found:
        return ""
    holder = document.index.owner_of(found[0])
    kind = holder[1] if holder is not None else ""
    chosen = set(addresses)
    if kind == "epochs":
        visits = sum(len(instances_in(document, each)) for each in chosen)
        return _joined((_visits_of_epoch(visits), _cells_going(document, lambda c: c.epoch in chosen)))
    if kind == "arms":
        return _cells_going(document, lambda c: c.arm in chosen)
    if kind == "elements":
        held = sum(not chosen.isdisjoint(cell.elements) for d in document.designs() for cell in d.cells)
        return translate("reach", "%n cell(s) (have) it.", "", held) if held else ""
    if kind == "encounters":
        visits = sum(each.encounter in chosen for each in _instances(document))
        return translate("reach", "%n visit(s) (are) at no encounter then.", "", visits) if visits else ""
    if kind == "activities":
        groups = sum(bool(Activity(item).children) for item in found)
        visits = sum(not chosen.isdisjoint(each.activities) for each in _instances(document))
        return _joined((_planned(visits), _groups(groups)))
    if kind == "scheduleTimelines":
        visits = sum(len(ScheduleTimeline(item).instances) for item in found)
        running = sum(runs in chosen for design in document.designs() for runs in _run(design))
        return _joined((_timeline_visits(visits), _running(running)))
    return ""


def _cells_going(document: Document, goes: object) -> str:
    assert callable(goes)
    cells = sum(bool(goes(cell)) for design in document.designs() for cell in design.cells)
    return translate("reach", "%n cell(s) of the design (are) removed with it.", "", cells) if cells else ""


def _visits_of_epoch(count: int) -> str:
    return translate("reach", "%n visit(s) (are) in it.", "", count) if count else ""


def _planned(count: int) -> str:
    return translate("reach", "Planned at %n visit(s).", "", count) if count else ""


def _groups(count: int) -> str:
    if not count:
        return ""
    return translate("reach", "What stands in a group moves out of it.")


def _timeline_visits(count: int) -> str:
    return translate("reach", "%n visit(s) (are) removed with it.", "", count) if count else ""


def _running(count: int) -> str:
    return translate("reach", "It runs in %n place(s), which run nothing then.", "", count) if count else ""


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _instances(document: Document) -> Iterable[ScheduledInstance]:
    return (each for _, _, timeline in document.timelines() for each in timeline.instances)


def _run(design: StudyDesign) -> Iterable[str | None]:
    yield from (activity.sub_timeline for activity in design.activities)
    yield from (each.sub_timeline for timeline in design.timelines for each in timeline.instances)
