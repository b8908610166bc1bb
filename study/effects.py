"""What a change does to the visits of a timeline, in words: which move, which stay, which come and go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from study.durations import Offset, nominal_seconds
from study.language import translate
from study.timeline import PlannedTime, PlannedTimes
from study.wording import day_text, when_text

NAMED = 3
"""Visits that a sentence names; of more it says how many."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as a sentence needs it; nothing of it is read from the document later."""

    title: str
    day: str
    when: str
    offset: Offset | None
    base: str
    window: tuple[Offset | None, Offset | None]
    epoch: str


@dataclass(frozen=True, slots=True)
class Effects:
    """By key: `moved` with the day before and after, `stays` what lies later than the first of them and does not."""

    moved: Mapping[str, tuple[Visit, Visit]]
    stays: Mapping[str, Visit]
    windows: Mapping[str, tuple[Visit, Visit]]
    epochs: Mapping[str, tuple[Visit, Visit]]
    added: Mapping[str, Visit]
    removed: Mapping[str, Visit]

    def __bool__(self) -> bool:
        return bool(self.moved or self.windows or self.epochs or self.added or self.removed)


def seen(times: PlannedTimes) -> dict[str, Visit]:
    """The visits and decisions of a timeline as they are now, in graph order."""
    return {key: _visit(times.times[key]) for key in times.graph.order}


def _visit(time: PlannedTime) -> Visit:
    leeway = (
        _minus(time.window_open, time.offset) if time.window_open else None,
        _minus(time.window_close, time.offset) if time.window_close else None,
    )
    return Visit(
        " ".join(time.instance.title.split()),
        day_text(time),
        day_text(time) if time.instance.is_decision else when_text(time),
        time.offset,
        time.time_base,
        leeway,
        time.instance.epoch or "",
    )


def _minus(side: Offset, offset: Offset | None) -> Offset:
    if offset is None:
        return side
    return Offset(side.months - offset.months, side.days - offset.days, side.seconds - offset.seconds)


def effects(before: Mapping[str, Visit], after: Mapping[str, Visit]) -> Effects:
    """What differs between the visits of one timeline before and after a change."""
    both = [key for key in after if key in before]
    moved = {
        key: (before[key], after[key])
        for key in both
        if (before[key].offset, before[key].base) != (after[key].offset, after[key].base)
    }
    first = min((_seconds(was) for was, _ in moved.values() if was.offset is not None), default=None)
    stays = {
        key: after[key]
        for key in both
        if first is not None
        and key not in moved
        and after[key].offset is not None
        and _seconds(after[key]) > first
    }
    return Effects(
        moved,
        stays,
        {k: (before[k], after[k]) for k in both if before[k].window != after[k].window and k not in moved},
        {k: (before[k], after[k]) for k in both if before[k].epoch != after[k].epoch},
        {key: visit for key, visit in after.items() if key not in before},
        {key: visit for key, visit in before.items() if key not in after},
    )


def _seconds(visit: Visit) -> int:
    return nominal_seconds(visit.offset) if visit.offset is not None else 0


def effects_text(what: Effects) -> str:
    """The effects in sentences, a line each; one that says so where nothing changes."""
    lines = []
    if what.added:
        lines.append(
            translate("effects", "Added: {names}.").format(
                names=_names([_with_when(visit) for visit in what.added.values()])
            )
        )
    if what.removed:
        lines.append(
            translate("effects", "Deleted: {names}.").format(
                names=_names([visit.title for visit in what.removed.values()])
            )
        )
    if what.moved:
        lines.append(
            translate("effects", "%n visit(s) (move): {names}.", "", len(what.moved)).format(
                names=_names([_from_to(*pair) for pair in what.moved.values()])
            )
        )
    if len(what.stays) == 1:
        (stays,) = what.stays.values()
        lines.append(translate("effects", "{visit} stays where it is.").format(visit=stays.title))
    elif what.stays:
        names = _names([visit.title for visit in what.stays.values()])
        lines.append(
            translate("effects", "%n later visits stay where they are: {names}.", "", len(what.stays)).format(
                names=names
            )
        )
    if what.windows:
        names = _names([_when_from_to(*pair) for pair in what.windows.values()])
        lines.append(
            translate("effects", "%n visit(s) with another window: {names}.", "", len(what.windows)).format(
                names=names
            )
        )
    if what.epochs:
        names = _names([visit.title for _, visit in what.epochs.values()])
        lines.append(
            translate("effects", "%n visit(s) in another epoch: {names}.", "", len(what.epochs)).format(
                names=names
            )
        )
    return "\n".join(lines) or translate("effects", "No visit changes.")


def _with_when(visit: Visit) -> str:
    if not visit.when:
        return visit.title
    return translate("effects", "{visit} ({when})").format(visit=visit.title, when=visit.when)


def _from_to(was: Visit, now: Visit) -> str:
    if not was.day or not now.day or was.day == now.day:
        return _with_when(now)
    return translate("effects", "{visit} from {before} to {after}").format(
        visit=now.title, before=was.day, after=now.day
    )


def _when_from_to(was: Visit, now: Visit) -> str:
    if not was.when or not now.when or was.when == now.when:
        return now.title
    return _with_when(now)


def _names(names: Sequence[str]) -> str:
    """The first few, and how many more."""
    if len(names) <= NAMED + 1:
        return translate("effects", "; ").join(names)
    more = translate("effects", "%n more", "", len(names) - NAMED)
    return translate("effects", "; ").join([*names[:NAMED], more])
