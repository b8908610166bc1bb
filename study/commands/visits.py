"""Adding visits: a new one, one like another one, a duplicate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from study.commands import naming
from study.commands.command import CannotError, Command
from study.commands.draft import Draft, design_of, gone, timeline_of
from study.commands.new_visits import (
    encounter_before,
    name_like,
    new_encounter,
    new_instance,
    put_on_way,
    way_behind,
    way_in_time,
)
from study.commands.path import Way, graph_of, instance_at, leads_to, spoken, why_no_visits, why_no_way
from study.commands.planned import (
    ZERO,
    TimingType,
    anchor_of,
    copy_timing,
    new_timing,
    planned_at,
    times_at,
    timing_at,
    why_no_duration,
    why_no_window,
)
from study.document import Document
from study.durations import add, negate, parse_duration
from study.graph import is_fixed_reference
from study.language import translate
from study.model import Encounter, ScheduledInstance, ScheduleTimeline
from study.timeline import planned_times
from study.wording import duration_text, offset_text

NEW: Final = "new"
"""An encounter of its own, made with the visit."""
NO_ENCOUNTER: Final = ""
LONGEST_NAME: Final = 250


def why_no_name(called: str) -> str:
    """Why a visit cannot be called so; "" where it can."""
    if reason := naming.why_no_name(called):
        return reason
    if len(called) > LONGEST_NAME:
        return translate("commands", "This name is too long: at most %n character(s).", "", LONGEST_NAME)
    return ""


def window_words(window: tuple[str | None, str | None]) -> str:
    """A window as a title says it: "3 days either way", "up to 1 day earlier or 3 days later"; "" if not stated."""
    lower, upper = (parse_duration(side) if side is not None else None for side in window)
    if lower is None and upper is None:
        return ""
    if lower is None and upper is not None:
        return translate("commands", "at most {later} later").format(later=offset_text(upper))
    if upper is None and lower is not None:
        return translate("commands", "at most {earlier} earlier").format(earlier=offset_text(lower))
    assert lower is not None
    assert upper is not None
    if lower == upper == ZERO:
        return translate("commands", "exactly then")
    if lower == upper:
        return translate("commands", "{leeway} either way").format(leeway=offset_text(lower))
    if lower == ZERO:
        return translate("commands", "up to {later} later").format(later=offset_text(upper))
    if upper == ZERO:
        return translate("commands", "up to {earlier} earlier").format(earlier=offset_text(lower))
    return translate("commands", "up to {earlier} earlier or {later} later").format(
        earlier=offset_text(lower), later=offset_text(upper)
    )


@dataclass(frozen=True, slots=True)
class AddVisit(Command):
    """Adds a visit: a ScheduledActivityInstance, its Encounter and its Timing, on the path.

    `after`: the instance behind which it comes, and behind those that are planned before it, up to the next decision;
    with `assignment` right on that branch of a decision; a timeline's id for the path's beginning; "" to have it found
    by time on the whole path of `reference`. `offset`: an ISO 8601 duration from
    `reference` (a visit; "" for `after`), before it where `before`; "" for no timing yet. `window`: earlier and later
    as ISO 8601, None for a side that is not stated. `like`: a visit whose activities, epoch, contact modes and
    footnotes it gets. `encounter`: NEW, an existing one's id, or NO_ENCOUNTER.
    """

    name: ClassVar[str] = "add_visit"
    called: str
    after: str = ""
    offset: str = ""
    reference: str = ""
    before: bool = False
    window: tuple[str | None, str | None] = (None, None)
    like: str = ""
    encounter: str = NEW
    assignment: str = ""

    def why_not(self, document: Document) -> str:
        """Not without a name, not behind what is gone, not at a time that nobody can read."""
        if reason := why_no_name(self.called):
            return reason
        if not self.after and not self.reference:
            return translate("commands", "Say behind which visit, or how long from which visit, it comes.")
        timeline = self._timeline(document)
        if timeline is None or timeline.id not in document.index.unique:
            return gone(self.after or self.reference)
        if self.after and (reason := why_no_way(document, Way(self.after, self.assignment))):
            return reason
        if self.like and (reason := why_no_visits(document, (self.like,))):
            return reason
        if self.encounter not in (NEW, NO_ENCOUNTER) and document.index.object_at(self.encounter) is None:
            return gone(self.encounter)
        if self.offset:
            return self._why_no_time(document, timeline)
        if self.window != (None, None):
            return translate("commands", "A window needs a time: say how long after which visit it comes.")
        return ""

    def title(self, document: Document) -> str:
        """ "Add Week 10 4 weeks after Week 6, 3 days either way, like Week 8"."""
        what = self._when_title(document)
        window = window_words(self.window) if self.offset else ""
        like = spoken(document, self.like) if self.like else ""
        if window and like:
            return translate("commands", "{what}, {window}, like {visit}").format(
                what=what, window=window, visit=like
            )
        if window:
            return translate("commands", "{what}, {window}").format(what=what, window=window)
        return translate("commands", "{what}, like {visit}").format(what=what, visit=like) if like else what

    def _when_title(self, document: Document) -> str:
        called = " ".join(self.called.split())
        reference = self._reference(document)
        if self.offset and reference:
            words = (
                translate("commands", "Add {visit} {duration} before {reference}")
                if self.before
                else translate("commands", "Add {visit} {duration} after {reference}")
            )
            return words.format(
                visit=called, duration=duration_text(self.offset), reference=spoken(document, reference)
            )
        if instance_at(document, self.after) is None:
            return translate("commands", "Add {visit} at the beginning").format(visit=called)
        return translate("commands", "Add {visit} after {other}").format(
            visit=called, other=spoken(document, self.after)
        )

    def carry_out(self, draft: Draft) -> None:
        """Make the encounter, the instance and the timing, and lead the path through them."""
        self.added(draft)

    def added(self, draft: Draft) -> str:
        """Carry it out; the id of the new instance."""
        document = draft.document
        timeline = self._timeline(document)
        if timeline is None or timeline.id is None:
            raise CannotError(gone(self.after or self.reference))
        design = draft.design_of(timeline.id)
        like = instance_at(document, self.like) if self.like else None
        way = self._way(document, timeline)
        encounter: str | None = self.encounter or None
        if self.encounter == NEW:
            encounter = new_encounter(
                draft,
                design,
                self.called,
                like=_encounter_of(document, like),
                behind=encounter_before(draft, design, timeline, way),
            )
        visit = new_instance(
            draft,
            timeline,
            self.called,
            epoch=_epoch_on(document, timeline, way, like),
            activities=like.activities if like is not None else (),
            encounter=encounter,
            behind=way.source,
        )
        put_on_way(draft, way, visit)
        if self.offset or len(timeline.instances) == 1:
            self._time(draft, timeline, visit, encounter)
        if like is not None:
            carry_footnotes(draft, self.like, visit)
        return visit

    def _time(self, draft: Draft, timeline: ScheduleTimeline, visit: str, encounter: str | None) -> None:
        reference = self._reference(draft.document) if self.offset else ""
        name = name_like([t.name for t in timeline.timings], self.called)
        if reference:
            kind = TimingType.BEFORE if self.before else TimingType.AFTER
            timing = new_timing(draft, visit, name, kind, self.offset, reference, window=self.window)
        else:  # the first visit of a timeline is what its times count from
            timing = new_timing(draft, visit, name, TimingType.FIXED_REFERENCE, self.offset or "P1D", visit)
        if encounter is not None and self.encounter == NEW:
            draft.set(encounter, "scheduledAtId", timing)

    def _timeline(self, document: Document) -> ScheduleTimeline | None:
        return timeline_of(document, self.after or self.reference)

    def _reference(self, document: Document) -> str:
        """What it is timed from: what is said, else the visit before it, else the anchor; "" in an empty timeline."""
        if self.reference:
            return self.reference
        if instance_at(document, self.after) is not None:
            return self.after
        timeline = self._timeline(document)
        return (anchor_of(timeline) or "") if timeline is not None else ""

    def _why_no_time(self, document: Document, timeline: ScheduleTimeline) -> str:
        if reason := why_no_duration(self.offset) or why_no_window(self.window):
            return reason
        reference = self._reference(document)
        if not reference:
            return ""
        if reason := why_no_visits(document, (reference,)):
            return reason
        if timeline_of(document, reference) != timeline:
            return translate(
                "commands", "“{reference}” is in another timeline: times count within one."
            ).format(reference=spoken(document, reference))
        if not self.after and times_at(document, reference).times[reference].offset is None:
            return translate(
                "commands", "When “{reference}” is planned is not known: say behind which visit it comes."
            ).format(reference=spoken(document, reference))
        return ""

    def _way(self, document: Document, timeline: ScheduleTimeline) -> Way:
        """Where it is put on the path: as said, and no earlier than its time where it is put behind a visit."""
        there = Way(self.after or self.reference, self.assignment)
        value, reference = parse_duration(self.offset), self._reference(document)
        if self.assignment or value is None or not reference:
            return there
        times = planned_times(timeline, design_of(document, timeline.id or ""))
        base = times.times[reference]
        if base.offset is None:
            return there
        offset = add(base.offset, negate(value) if self.before else value)
        if not self.after:
            return way_in_time(timeline, times, offset, base.time_base)
        if instance_at(document, self.after) is None:
            return there
        return way_behind(document, times, self.after, offset, base.time_base, within_part=True)


@dataclass(frozen=True, slots=True)
class DuplicateVisit(Command):
    """Adds a visit like another one, right behind it, planned at the same time; `called` its name, "" for a copy's."""

    name: ClassVar[str] = "duplicate_visit"
    visit: str
    called: str = ""

    def why_not(self, document: Document) -> str:
        """Not what is gone, and not a decision, which would decide the same twice."""
        if reason := why_no_visits(document, (self.visit,)):
            return reason
        instance = instance_at(document, self.visit)
        if instance is not None and instance.is_decision:
            return translate("commands", "“{name}” is a decision: add one where it is needed.").format(
                name=spoken(document, self.visit)
            )
        return why_no_name(self.called) if self.called else ""

    def title(self, document: Document) -> str:
        """ "Duplicate Week 8"."""
        return translate("commands", "Duplicate {visit}").format(visit=spoken(document, self.visit))

    def carry_out(self, draft: Draft) -> None:
        """Add one like it; its timing counts from the same reference, an anchor's duplicate from the anchor."""
        document = draft.document
        called = self.called or copy_name(document, self.visit)
        timing = timing_at(document, self.visit)
        encounter = _encounter_of_copy(document, draft.instance(self.visit))
        visit = AddVisit(called, self.visit, like=self.visit, encounter=encounter).added(draft)
        if timing is None or timing.id is None:
            return
        timeline = draft.timeline_of(self.visit)
        name = name_like([t.name for t in timeline.timings], called)
        if is_fixed_reference(timing):
            copy = new_timing(draft, visit, name, TimingType.AFTER, "P0D", self.visit)
        else:
            copy = copy_timing(draft, timing, visit, name)
        made = draft.instance(visit).encounter
        if made is not None and encounter == NEW:
            draft.set(made, "scheduledAtId", copy)


def _encounter_of_copy(document: Document, original: ScheduledInstance) -> str:
    """What encounter a duplicate has: one of its own, but inside a visit of several steps that of the visit."""
    if original.encounter is None or original.id is None:
        return NO_ENCOUNTER
    following = instance_at(document, original.default_condition or "")
    if following is None or following.id is None or following.encounter != original.encounter:
        return NEW
    here, there = planned_at(document, original.id), planned_at(document, following.id)
    if here is None or there is None or here.offset is None or there.offset is None:
        return NEW
    same_day = (here.offset.months, here.offset.days) == (there.offset.months, there.offset.days)
    return original.encounter if same_day else NEW


def copy_name(document: Document, visit: str) -> str:
    """What the copy of a visit is called: "Week 8, copy", "Week 8, copy 2"; no other visit is called so."""
    timeline = timeline_of(document, visit)
    taken = {instance.title for instance in timeline.instances} if timeline is not None else set()
    own = spoken(document, visit)
    called = translate("commands", "{visit}, copy").format(visit=own)
    number = 2
    while called in taken:
        called = translate("commands", "{visit}, copy {number}").format(visit=own, number=number)
        number += 1
    return called


def carry_footnotes(draft: Draft, of: str, to: str) -> None:
    """Have every footnote that holds at one visit hold at another one too (USDM Condition.contextIds)."""
    for condition in draft.design_of(of).conditions:
        if of in condition.contexts and condition.id in draft.document.index.unique:
            draft.add_ref(condition.id, "contextIds", to)


def _epoch_on(
    document: Document, timeline: ScheduleTimeline, way: Way, like: ScheduledInstance | None
) -> str | None:
    """The epoch of what a new visit is like, where it lies beside that epoch; else that of what stands before it."""
    order = graph_of(document, timeline).order
    by_id = {instance.id: instance for instance in timeline.instances if instance.id}
    before = order[: order.index(way.source) + 1] if way.source in order else ()
    led = leads_to(document, way)
    following = by_id.get(led.target or "") if led is not None else None
    after = following.epoch if following is not None else None
    own = next((by_id[key].epoch for key in reversed(before) if key in by_id and by_id[key].epoch), after)
    if like is not None and like.epoch in (own, after):
        return like.epoch
    return own


def _encounter_of(document: Document, instance: ScheduledInstance | None) -> Encounter | None:
    item = document.index.object_at(instance.encounter) if instance and instance.encounter else None
    return Encounter(item) if item is not None else None
