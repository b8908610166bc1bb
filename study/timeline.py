"""Planned times: when each instance of a timeline is planned, its study day, its window, or why they are unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from study.durations import (
    Offset,
    add,
    is_clock_duration,
    negate,
    nominal_seconds,
    parse_duration,
)
from study.graph import (
    EdgeKind,
    ScheduleGraph,
    components,
    instance_keys,
    is_fixed_reference,
    schedule_graph,
)
from study.language import QT_TRANSLATE_NOOP, translate
from study.model import ScheduledInstance, ScheduleTimeline, StudyDesign, Timing

__all__ = [
    "Offset",
    "PlannedTime",
    "PlannedTimes",
    "Status",
    "clock_window_on_date",
    "is_main_timeline",
    "planned_times",
    "study_times",
    "timing_sides",
    "timing_sign",
]


class Status(StrEnum):
    """Whether a planned time is known, or the word that says why not."""

    OK = "ok"
    NOMINAL = "nominal"  # counted in calendar months or years: known for ordering only until dated
    MISSING = "missing"  # no timing, or none with a reference
    DANGLING = "dangling"  # the reference does not exist
    CIRCULAR = "circular"  # the chain of references comes back to itself
    UNREADABLE = "unreadable"  # the value is no ISO 8601 duration


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """When one instance is planned, on its timeline's own time base.

    `offset` is None unless status is ok or nominal. `window_open` and `window_close` are offsets from the same
    zero, inclusive; None where that side is not stated. `study_day`, `window_open_day`, `window_close_day` are
    set on the main timeline only (no Day 0 where the anchor is Day 1). `is_range`: a span such as "Day -42 to -9",
    not a target with a window. `whole_days`: value and window are about dates, not instants. `reason` says in a
    sentence why the status is not ok; `time_base` is the key of the Fixed Reference it counts from. `note` says
    in a sentence what was assumed where the file is silent or unreadable though the offset is known; "" mostly.
    `reference` is the key of the instance that it is timed from, "" for an anchor or where there is none.
    """

    key: str
    instance: ScheduledInstance
    timing: Timing | None
    status: Status
    reason: str = ""
    offset: Offset | None = None
    study_day: int | None = None
    window_open: Offset | None = None
    window_close: Offset | None = None
    window_open_day: int | None = None
    window_close_day: int | None = None
    is_anchor: bool = False
    is_range: bool = False
    whole_days: bool = True
    time_base: str = ""
    note: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class PlannedTimes:
    """The planned time of every instance of one timeline, by key, for the static view (one pass of each loop)."""

    timeline: ScheduleTimeline
    graph: ScheduleGraph
    times: Mapping[str, PlannedTime]
    counts_from_ends: bool = field(default=False, compare=False)
    """Whether a timing joins an end: then sub-timelines decide times as well."""


def planned_times(
    timeline: ScheduleTimeline, design: StudyDesign | None, graph: ScheduleGraph | None = None
) -> PlannedTimes:
    """The planned time of each instance, in graph order; damage becomes a status, never an exception.

    Offsets count from the timeline's own Fixed Reference, which is zero whatever its value says (USDM Timing).
    Where a timing says "End to ...", the end is the latest offset over the sub-timelines of the reference, found
    through `design`, their anchors laid on its start. On the main timeline the study day counts from the first
    anchor in graph order that says Day 1, else from the first anchor; another Fixed Reference is a time base of
    its own and has no study day. Of several timings of one instance, a Fixed Reference counts before the first
    one that has a reference. Takes time linear in the timeline and the sub-timelines that it needs.
    """
    graph = graph or schedule_graph(timeline, design)
    return _planned(graph, design, _Ends(design))


def study_times(design: StudyDesign) -> tuple[PlannedTimes, ...]:
    """The planned times of every timeline of a design, as `planned_times`, with shared work done once."""
    ends = _Ends(design)
    return tuple(_planned(schedule_graph(timeline, design), design, ends) for timeline in design.timelines)


def _planned(graph: ScheduleGraph, design: StudyDesign | None, ends: _Ends) -> PlannedTimes:
    timeline = graph.timeline
    main = is_main_timeline(timeline, design)
    joins_an_end = _joins_an_end(timeline)
    known_ends = ends.of_instances(graph) if joins_an_end else {}
    times = _Resolution(graph, design, known_ends, main).times()
    return PlannedTimes(timeline, graph, _with_study_days(times) if main else times, joins_an_end)


def times_again(before: PlannedTimes, keys: Sequence[str], design: StudyDesign | None) -> PlannedTimes:
    """`before` with the times of these instances worked out again from their timings; all others stay as they are.

    For `study.timeline_kept`: `keys` holds all that is timed from one of them, no anchor, and nothing counts from
    an end.
    """
    main = is_main_timeline(before.timeline, design)
    resolution = _Resolution.again(before, keys, design, main)
    for key in keys:
        resolution.follow(key)
    times = dict(before.times)
    anchor = _day_anchor(times) if main else None
    for key in keys:
        times[key] = _on_days_of(anchor, resolution.known[key])
    return PlannedTimes(before.timeline, before.graph, times, before.counts_from_ends)


def is_main_timeline(timeline: ScheduleTimeline, design: StudyDesign | None) -> bool:
    """Whether study days belong to this timeline: it is marked as main, or it stands in for a main that is not."""
    return timeline.main or (design is not None and design.main_timeline == timeline)


def clock_window_on_date(planned: PlannedTime) -> bool:
    """Whether a window in hours or minutes lies around a time that is known as a date only: it cannot be judged."""
    timing = planned.timing
    if timing is None or planned.is_anchor or planned.offset is None or is_clock_duration(timing.value):
        return False
    sides = (parse_duration(timing.window_lower), parse_duration(timing.window_upper))
    return any(side is not None and side.seconds != 0 for side in sides)


_BEFORE, _AFTER = "C201357", "C201356"
_SIDES = {
    "C201355": ("start", "start"),
    "C201353": ("end", "start"),
    "C201354": ("start", "end"),
    "C201352": ("end", "end"),
}
_SIDE_WORDS = {f"{first} to {second}": (first, second) for first, second in _SIDES.values()}


def timing_sides(timing: Timing) -> tuple[str, str]:
    """Which sides a timing joins: of the reference, of the timed instance. Start to Start where it does not say."""
    term = timing.relative_to_from
    if term is None:
        return ("start", "start")
    if (known := _SIDES.get(term.code)) is not None:
        return known
    return _SIDE_WORDS.get(" ".join(term.decode.split()).casefold(), ("start", "start"))


def timing_sign(timing: Timing) -> int:
    """-1 for Before, +1 for After, 0 for neither; by the code, or by the word where there is no code."""
    if timing.type is None:
        return 0
    code, word = timing.type.code, timing.type.decode.strip().casefold()
    if code:
        return {_BEFORE: -1, _AFTER: 1}.get(code, 0)
    return {"before": -1, "after": 1}.get(word, 0)


def _joins_an_end(timeline: ScheduleTimeline) -> bool:
    return any("end" in timing_sides(timing) for timing in timeline.timings)


_ZERO = Offset()
_DAY_1 = Offset(days=1)


class _Resolution:
    """Works out the times of one timeline: each chain of references is followed once, with no recursion.

    `ends` says of an instance how long after its start it ends, where that is known.
    """

    def __init__(
        self, graph: ScheduleGraph, design: StudyDesign | None, ends: Mapping[str, Offset], main: bool
    ) -> None:
        self.graph = graph
        self.design = design
        self.ends = ends
        self.main = main
        self.known: dict[str, PlannedTime] = {}
        self.elsewhere: dict[str | None, str] | None = None
        _, self.key_of = instance_keys(tuple(graph.instances.values()))
        self.timings: dict[str, Timing] = {}
        for timing in graph.timeline.timings:
            key = self.key_of.get(timing.relative_from or "")
            if key is not None and (key not in self.timings or _rank(timing) < _rank(self.timings[key])):
                self.timings[key] = timing

    @classmethod
    def again(
        cls, before: PlannedTimes, keys: Sequence[str], design: StudyDesign | None, main: bool
    ) -> _Resolution:
        """One that knows the times of all instances but these."""
        made = cls.__new__(cls)
        made.graph, made.design, made.ends, made.main, made.elsewhere = before.graph, design, {}, main, None
        made.known = dict(before.times)
        made.timings, made.key_of = {}, {}
        for key in keys:
            was = made.known.pop(key)
            if was.timing is not None:
                made.timings[key] = was.timing
                made.key_of[was.timing.relative_to or ""] = was.reference
        return made

    def times(self) -> dict[str, PlannedTime]:
        for key in self.graph.order:
            self.follow(key)
        return {key: self.known[key] for key in self.graph.order}

    def _reference(self, key: str) -> str | None:
        """The key of the instance that this one is timed from, where there is one."""
        timing = self.timings.get(key)
        if timing is None or is_fixed_reference(timing):
            return None
        return self.key_of.get(timing.relative_to or "")

    def follow(self, key: str) -> None:
        """Resolves `key` and, first, all that it is timed from."""
        chain: dict[str, int] = {}
        step: str | None = key
        while step is not None and step not in self.known and step not in chain:
            chain[step] = len(chain)
            step = self._reference(step)
        keys = list(chain)
        if step is not None and step in chain:
            circle = keys[chain[step] :]
            for member in circle:
                self.known[member] = self._circular(member, circle)
        for link in reversed(keys):
            if link not in self.known:
                self.known[link] = self._resolved(link)

    def _circular(self, key: str, circle: list[str]) -> PlannedTime:
        if len(circle) == 1:
            reason = translate("timeline", "Its timing refers to itself.")
        else:
            names = [self._title(member) for member in circle[:4]]
            more = " ..." if len(circle) > 4 else ""
            reason = translate(
                "timeline", "Its timing comes back to itself: {path}{more} are timed from one another."
            ).format(path=", ".join(names), more=more)
        return self._unknown(key, Status.CIRCULAR, reason)

    def _resolved(self, key: str) -> PlannedTime:
        timing = self.timings.get(key)
        if timing is None:
            return self._unknown(key, Status.MISSING, translate("timeline", "No timing says when this is."))
        if is_fixed_reference(timing):
            return self._anchor(key, timing)
        if timing.relative_to is None:
            return self._unknown(
                key, Status.MISSING, translate("timeline", "Its timing names no reference to count from.")
            )
        reference_key = self._reference(key)
        if reference_key is None:
            return self._unknown(key, Status.DANGLING, self._where(timing.relative_to))
        value, sign = parse_duration(timing.value), timing_sign(timing)
        if value is None:
            said = (
                translate("timeline", "“{value}”, which is no ISO 8601 duration").format(
                    value=_short(timing.value)
                )
                if timing.value
                else translate("timeline", "nothing")
            )
            return self._unknown(
                key,
                Status.UNREADABLE,
                translate("timeline", "Its timing's value is {said}.").format(said=said),
            )
        if sign == 0:
            reason = translate("timeline", "Its timing's type is neither Before, After nor Fixed Reference.")
            return self._unknown(key, Status.UNREADABLE, reason)
        reference = self.known[reference_key]
        if reference.offset is None:
            reason = translate(
                "timeline", "It is timed from {reference_key}, whose own time is not known."
            ).format(reference_key=self._title(reference_key))
            return self._unknown(key, reference.status, reason)
        return self._timed(key, timing, reference, value if sign > 0 else negate(value))

    def _anchor(self, key: str, timing: Timing) -> PlannedTime:
        anchor = PlannedTime(
            key=key,
            instance=self.graph.instances[key],
            timing=timing,
            status=Status.OK,
            offset=_ZERO,
            is_anchor=True,
            whole_days=self.main or not is_clock_duration(timing.value),
            time_base=key,
        )
        return _with_window(anchor, timing, _ZERO)

    def _timed(self, key: str, timing: Timing, reference: PlannedTime, distance: Offset) -> PlannedTime:
        assert reference.offset is not None
        offset = add(reference.offset, distance)
        nominal = reference.status is Status.NOMINAL or distance.months != 0
        note = ""
        reference_side, timed_side = timing_sides(timing)
        for side, owner, sign in ((reference_side, reference.key, 1), (timed_side, key, -1)):
            if side == "start":
                continue
            end = self.ends.get(owner)
            if end is None:
                note = translate(
                    "timeline", "When {owner} ends is not known: its start stands for it."
                ).format(owner=self._title(owner))
            else:
                nominal = nominal or end.months != 0
                offset = add(offset, end if sign > 0 else negate(end))
        clock = is_clock_duration(timing.value) if distance != _ZERO else not reference.whole_days
        planned = PlannedTime(
            key=key,
            instance=self.graph.instances[key],
            timing=timing,
            status=Status.NOMINAL if nominal else Status.OK,
            reason=translate("timeline", _NOMINAL_REASON) if nominal else "",
            offset=offset,
            whole_days=not clock,
            time_base=reference.time_base,
            note=note,
            reference=reference.key,
        )
        return _with_window(planned, timing, distance)

    def _unknown(self, key: str, status: Status, reason: str) -> PlannedTime:
        return PlannedTime(key, self.graph.instances[key], self.timings.get(key), status, reason)

    def _title(self, key: str) -> str:
        return _short(self.graph.instances[key].title)

    def _where(self, identity: str) -> str:
        """Why a reference leads nowhere, and where its target is when it is in another timeline (DDF00046)."""
        if self.elsewhere is None:
            timelines = self.design.timelines if self.design is not None else ()
            self.elsewhere = {i.id: timeline.title for timeline in timelines for i in timeline.instances}
        place = self.elsewhere.get(identity)
        if place is None:
            return translate("timeline", "It is timed from “{target}”, which does not exist.").format(
                target=_short(identity)
            )
        return translate(
            "timeline", "It is timed from “{target}”, which is in {timeline}, not in this timeline."
        ).format(target=_short(identity), timeline=_short(place))


_NOMINAL_REASON = QT_TRANSLATE_NOOP(
    "timeline", "It counts in calendar months or years: its day is known once the anchor has a date."
)

_EARLIEST_UNREADABLE = QT_TRANSLATE_NOOP(
    "timeline", "Its earliest time “{duration}” is no ISO 8601 duration: taken as not stated."
)
_LATEST_UNREADABLE = QT_TRANSLATE_NOOP(
    "timeline", "Its latest time “{duration}” is no ISO 8601 duration: taken as not stated."
)


def _rank(timing: Timing) -> int:
    """Which of several timings of one instance counts: the lowest."""
    if is_fixed_reference(timing):
        return 0
    return 1 if timing.relative_to is not None else 2


def _short(text: str) -> str:
    """A text from the file, on one line and no longer than a sentence can bear."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"


def _with_window(planned: PlannedTime, timing: Timing, distance: Offset) -> PlannedTime:
    """The planned time with its window's two sides; a side that is absent or unreadable is not stated."""
    assert planned.offset is not None
    lower, upper = parse_duration(timing.window_lower), parse_duration(timing.window_upper)
    note = planned.note
    for unreadable, text, parsed in (
        (_EARLIEST_UNREADABLE, timing.window_lower, lower),
        (_LATEST_UNREADABLE, timing.window_upper, upper),
    ):
        if text and parsed is None:
            note = note or translate("timeline", unreadable).format(duration=_short(text))
    clock = any(side is not None and side.seconds != 0 for side in (lower, upper))
    return replace(
        planned,
        window_open=None if lower is None else add(planned.offset, negate(lower)),
        window_close=None if upper is None else add(planned.offset, upper),
        is_range=not planned.is_anchor and not clock and _is_range(planned, distance, lower, upper),
        whole_days=planned.whole_days and not clock,
        note=note,
    )


def _is_range(planned: PlannedTime, distance: Offset, lower: Offset | None, upper: Offset | None) -> bool:
    """Whether value and window together say a span ("Day -42 to -9"), not a target with leeway.

    USDM has one shape for both. A span is told by its start: nothing earlier is allowed (the lower side is stated
    and zero), dates alone are meant, and what is allowed after it is long against the distance that it is timed
    at: half of it or more. So Before P42D with P0D and P33D (Alexion's screening), Before P28D with P0D and P26D
    and After P3D with P0D and P11D (Lilly's screening and washout) are spans, and "day 28, up to 3 days later"
    keeps its target. The allowed days are the same either way.
    """
    if lower != _ZERO or upper is None or not planned.whole_days:
        return False
    width = nominal_seconds(upper)
    return width > 0 and 2 * width >= abs(nominal_seconds(distance))


def _with_study_days(times: Mapping[str, PlannedTime]) -> dict[str, PlannedTime]:
    """The times with study days on the base of the main anchor: see `planned_times` for which one that is."""
    anchor = _day_anchor(times)
    return {key: _on_days_of(anchor, planned) for key, planned in times.items()}


def _day_anchor(times: Mapping[str, PlannedTime]) -> tuple[str, int] | None:
    """The key of the anchor that study days count from, and its day."""
    anchors = [planned for planned in times.values() if planned.is_anchor]
    says_day_1 = (a for a in anchors if a.timing is not None and parse_duration(a.timing.value) == _DAY_1)
    anchor = next(says_day_1, anchors[0] if anchors else None)
    if anchor is None or anchor.timing is None:
        return None
    return anchor.key, _anchor_day(anchor.timing.value)


def _on_days_of(anchor: tuple[str, int] | None, planned: PlannedTime) -> PlannedTime:
    if anchor is None or planned.status is not Status.OK or planned.time_base != anchor[0]:
        return planned
    return _on_study_days(planned, anchor[1])


def _anchor_day(value: str) -> int:
    """The study day of an anchor: what its value says in whole days, else Day 1 (SDTM's reference start date)."""
    label = parse_duration(value)
    return 1 if label is None or is_clock_duration(value) or label.months else label.days


def _on_study_days(planned: PlannedTime, first: int) -> PlannedTime:
    opens, closes = planned.window_open, planned.window_close
    timing = planned.timing
    if timing is not None and any(
        side is not None and side.seconds
        for side in (parse_duration(timing.window_lower), parse_duration(timing.window_upper))
    ):
        opens = closes = None  # a window in hours has no days
    return replace(
        planned,
        study_day=_study_day(planned.offset, first),
        window_open_day=_study_day(opens, first),
        window_close_day=_study_day(closes, first),
    )


def _study_day(offset: Offset | None, first: int) -> int | None:
    """The study day at an offset from an anchor on day `first`; None where it is unknown or in calendar months.

    Whole days count alone; clock time adds a day only for each full 24 hours, for at what hour the anchor falls is
    not known (15 minutes before dosing on Day 1 is Day 1). From an anchor on Day 1 or later there is no Day 0
    (SDTM --DY).
    """
    if offset is None or offset.months:
        return None
    full_days = abs(offset.seconds) // 86_400
    day = first + offset.days + (full_days if offset.seconds >= 0 else -full_days)
    return day - 1 if first >= 1 and day <= 0 else day


class _Ends:
    """How long after its start each instance ends: the latest offset over its sub-timelines, which it works out once.

    A sub-timeline's anchor lies on the start of what it hangs off, and its instances may hold sub-timelines in
    turn. One that would contain itself ends nowhere, and counts as unknown.
    """

    def __init__(self, design: StudyDesign | None) -> None:
        self.design = design
        self.spans: dict[
            str, Offset | None
        ] = {}  # timeline id -> from its anchor to its latest instance's end
        self.circle: dict[str, int] = {}  # timeline id -> a number shared by those that contain one another
        self.circles = 0  # numbers given so far
        self.timelines: dict[str, ScheduleTimeline] | None = None

    def of_instances(self, graph: ScheduleGraph) -> dict[str, Offset]:
        """By key, for those instances of `graph` whose end is known."""
        if self.timelines is None:
            self.timelines = {}
            for timeline in self.design.timelines if self.design is not None else ():
                if timeline.id is not None:
                    self.timelines.setdefault(timeline.id, timeline)
        root = graph.timeline.id or ""
        if self.timelines.get(root) != graph.timeline:
            root = ""  # nothing can hold it: it has no id, or one that means another timeline
        graphs = {root: graph}
        subs: dict[str, list[str]] = {}
        waiting = [root]
        while waiting:
            owner = waiting.pop()
            targets = {e.target for e in graphs[owner].edges if e.kind is EdgeKind.SUB_TIMELINE}
            subs[owner] = [t for t in targets if t in self.timelines and (t == root or t not in self.spans)]
            for target in subs[owner]:
                if target not in graphs:
                    graphs[target] = schedule_graph(self.timelines[target], self.design)
                    waiting.append(target)
        component = components(subs)
        for name in sorted(
            graphs, key=component.__getitem__
        ):  # what is contained comes before what contains it
            if name and name not in self.spans:
                self.circle[name] = self.circles + component[name]
                ends = self._within(graphs[name], name)
                times = _Resolution(graphs[name], self.design, ends, main=False).times()
                self.spans[name] = _latest(times, ends)
        self.circles += len(graphs)
        return self._within(graph, root)

    def _within(self, graph: ScheduleGraph, owner: str) -> dict[str, Offset]:
        ends: dict[str, Offset] = {}
        for edge in graph.edges:
            span = self.spans.get(edge.target) if edge.kind is EdgeKind.SUB_TIMELINE else None
            if span is not None and self.circle.get(edge.target) != self.circle.get(owner):
                ends[edge.source] = max(ends.get(edge.source, span), span, key=nominal_seconds)
        return ends


def _latest(times: Mapping[str, PlannedTime], ends: Mapping[str, Offset]) -> Offset | None:
    """The latest offset from the first anchor, ends included; None where nothing is known."""
    base = next((planned.key for planned in times.values() if planned.is_anchor), None)
    offsets = [
        add(planned.offset, ends.get(key, _ZERO))
        for key, planned in times.items()
        if planned.offset is not None and planned.time_base == base
    ]
    return max(offsets, key=nominal_seconds, default=None)
