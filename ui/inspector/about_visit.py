"""What the schedule says of one visit: its timing, its encounter, what is done, in which loop, what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from study.attribute_kinds import WINDOW
from study.dating import DatedTime, DatedTimes, DateStatus
from study.durations import parse_duration
from study.language import translate
from study.loop_passes import passes, passes_text
from study.model import Activity, Code, Encounter, StudyDesign, Timing
from study.side_timelines import Role, timeline_uses
from study.soa import ScheduleOfActivities
from study.soa_steps import Step, timeline_steps
from study.timeline import PlannedTime, timing_sides, timing_sign
from study.timing_chains import timing_chains
from study.visit_title import visit_title
from study.wording import MINUS, duration_text, lengths_text, sentence, when_text
from ui.inspector.editing.asking import Place
from ui.inspector.fields import Value
from ui.inspector.rows import Row
from ui.inspector.sections import About, Asked, Section, closed, is_known, notes_of, visit_chip, visit_row

NOT_HERE = "not here "  # the key by which a person asks for what is not planned; no attribute's path


def about_visit(
    soa: ScheduleOfActivities,
    index: int,
    dates: Sequence[DatedTimes] = (),
    asked: Asked = lambda _key: False,
    schedules: Sequence[ScheduleOfActivities] = (),
) -> About:
    """What the table says of the visit in its column `index`; `schedules` are all tables of the study."""
    column = soa.columns[index]
    planned = column.planned
    times = next((each for each in dates if each.planned.timeline == soa.timeline), None)
    dated = times.get(column.key) if times is not None else None
    loop = passes(soa.planned, column.key)
    sections = [
        _timing(soa, planned),
        Section(translate("inspector", "In a loop"), (), (), passes_text(soa.planned, loop))
        if loop
        else None,
        _visit(soa, planned),
        *_activities(soa, index, asked, schedules or (soa,)),
        _timed(soa, index),
        _hanging(soa, column.key),
    ]
    letters = {*column.footnotes}
    for row in soa.rows_at[index]:
        letters.update((*soa.marks[row, index].footnotes, *soa.rows[row].footnotes))
    letters.update(letter for (_, at), stray in soa.unmarked.items() if at == index for letter in stray)
    return About(
        sentence=closed(sentence(planned, soa.planned)),
        sentence_warns=not is_known(planned),
        sections=tuple(section for section in sections if section is not None),
        notes=notes_of(soa, letters),
        dated=dated if _can_be_dated(soa, dated) else None,
        dates=times,
        hidden=frozenset(("activityIds", *_told(sections, column.key))),
    )


def _told(sections: Sequence[Section | None], key: str) -> list[str]:
    """The visit's own attributes that are edited above: they need not stand in the file's list again."""
    rows = [row for section in sections if section is not None for row in section.rows]
    return [row.place.attribute for row in rows if row.place is not None and row.place.address == key]


def _can_be_dated(soa: ScheduleOfActivities, dated: DatedTime | None) -> bool:
    """Whether dates make sense: not in what is run, several times over, inside a visit, nor where nothing is known."""
    if dated is None or soa.design is None:
        return False
    if dated.status is DateStatus.UNKNOWN and dated.actual is None and not dated.reason:
        return False
    is_main = soa.design.main_timeline == soa.timeline
    if not is_main and any(
        use.role is Role.SUB and use.timeline == soa.timeline for use in timeline_uses(soa.design)
    ):
        return False
    return dated.status is not DateStatus.UNKNOWN or dated.planned.offset is not None


def _timing(soa: ScheduleOfActivities, planned: PlannedTime) -> Section | None:
    rows: list[Row] = []
    timing = planned.timing
    reference = soa.planned.times.get(planned.reference)
    if timing is not None and reference is not None:
        words = (
            translate("inspector", "Before") if timing_sign(timing) < 0 else translate("inspector", "After")
        )
        rows.append(Row(words, (Value(_value_words(timing)),), place=_place(timing.id, "value")))
        rows.append(
            Row(
                translate("inspector", "Reference"),
                (Value(visit_title(reference), planned.reference),),
                place=_place(timing.id, "relativeToScheduledInstanceId"),
            )
        )
    elif planned.is_anchor:
        rows.append(
            Row(translate("inspector", "Anchor"), (Value(translate("inspector", "Times count from here")),))
        )
    if planned.offset is not None and timing is not None:
        window = None if planned.is_anchor else _place(timing.id, WINDOW)
        rows.append(Row(translate("inspector", "Window"), (Value(_leeway_words(planned)),), place=window))
    if timing is not None and reference is not None:
        sides = _place(timing.id, "relativeToFrom")
        rows.append(Row(translate("inspector", "Counts from"), (Value(_sides_words(timing)),), place=sides))
    day = _day_words(planned)
    if day:
        rows.append(Row(translate("inspector", "Study day"), (Value(day),)))
    elif planned.offset is not None and (when := when_text(planned)):
        rows.append(Row(translate("inspector", "Time"), (Value(when),)))
    rows += from_anchor_rows(soa, planned)
    if timing is not None and timing.id:
        rows.append(Row(translate("inspector", "Timing"), (Value(timing.title, timing.id),)))
    if planned.note:
        rows.append(Row(translate("inspector", "Assumed"), (Value(planned.note),)))
    return Section(translate("inspector", "Timing"), tuple(rows)) if rows else None


def _place(address: str | None, attribute: str) -> Place | None:
    return Place(address, attribute) if address else None


def _value_words(timing: Timing) -> str:
    """A timing's value in words: "8 weeks (56 days)"."""
    words = duration_text(timing.value)
    value = parse_duration(timing.value)
    if (
        words
        and value is not None
        and value.days >= 7
        and not (value.months or value.seconds)
        and "D" not in timing.value
    ):
        return translate("inspector", "{duration} ({days})").format(
            duration=words, days=translate("inspector", "%n day(s)", "", value.days)
        )
    return words or timing.value


def _leeway_words(planned: PlannedTime) -> str:
    """The window as lengths: "−3 d / +3 d", "not stated"; of a range, how long it is."""
    if planned.is_range and planned.timing is not None:
        upper = duration_text(planned.timing.window_upper)
        return translate("inspector", "any time within {duration}").format(duration=upper)
    return lengths_text(planned)


def _sides_words(timing: Timing) -> str:
    said = {
        ("start", "start"): translate("inspector", "Start to start"),
        ("end", "start"): translate("inspector", "End to start"),
        ("start", "end"): translate("inspector", "Start to end"),
        ("end", "end"): translate("inspector", "End to end"),
    }
    return said[timing_sides(timing)]


def _day_words(planned: PlannedTime) -> str:
    """Study day and window: "57, allowed 54 to 60", "−42 to −9, any of these days"."""
    day, first, last = planned.study_day, planned.window_open_day, planned.window_close_day
    if day is None:
        return ""
    if planned.is_range and last is not None:
        return translate("inspector", "{first} to {last}, any of these days").format(
            first=_signed(day), last=_signed(last)
        )
    if first is not None and last is not None and (first, last) != (day, day):
        return translate("inspector", "{day}, allowed {first} to {last}").format(
            day=_signed(day), first=_signed(first), last=_signed(last)
        )
    return _signed(day)


def from_anchor_rows(soa: ScheduleOfActivities, planned: PlannedTime) -> list[Row]:
    """For what is timed from another visit, how far it is from the anchor."""
    anchor = soa.planned.times.get(planned.time_base)
    if anchor is None or planned.offset is None or planned.reference in ("", anchor.key) or planned.is_range:
        return []
    offset = planned.offset
    if offset.months or offset.seconds or not offset.days:
        return []
    days = translate("inspector", "%n day(s)", "", abs(offset.days))
    if offset.days > 0:
        text = translate("inspector", "{days} after {anchor}")
    else:
        text = translate("inspector", "{days} before {anchor}")
    return [
        Row(
            translate("inspector", "From anchor"),
            (Value(text.format(days=days, anchor=visit_title(anchor)), anchor.key),),
        )
    ]


def _visit(soa: ScheduleOfActivities, planned: PlannedTime) -> Section | None:
    design, instance = soa.design, planned.instance
    if design is None:
        return None
    rows: list[Row] = []
    encounter = next((each for each in design.encounters if each.id and each.id == instance.encounter), None)
    if encounter is not None:
        value = Value(encounter.title, encounter.id or "")
        at = _place(planned.instance.id, "encounterId")
        rows.append(Row(translate("inspector", "Encounter"), (value,), "encounterId", place=at))
    epoch = next((each for each in design.epochs if each.id and each.id == instance.epoch), None)
    if epoch is not None:
        value, at = Value(epoch.title, epoch.id or ""), _place(planned.instance.id, "epochId")
        rows.append(Row(translate("inspector", "Epoch"), (value,), "epochId", place=at))
    if encounter is not None:
        rows += encounter_rows(encounter)
        rows += _own_words(soa, planned, encounter)
    return Section(translate("inspector", "Visit"), tuple(rows)) if rows else None


def encounter_rows(encounter: Encounter) -> list[Row]:
    """How and where people meet, and the rules by which an encounter starts and ends."""
    rows: list[Row] = []
    setting = "environmentalSettings" if "environmentalSettings" in encounter.raw else "environmentalSetting"
    for words, codes, attribute in (
        (translate("inspector", "Contact"), encounter.contact_modes, "contactModes"),
        (translate("inspector", "Setting"), encounter.environmental_settings, setting),
    ):
        if codes:
            rows.append(Row(words, (Value(_decoded(codes)),), place=_place(encounter.id, attribute)))
    for words, rule, attribute in (
        (translate("inspector", "Starts when"), encounter.transition_start_rule, "transitionStartRule"),
        (translate("inspector", "Ends when"), encounter.transition_end_rule, "transitionEndRule"),
    ):
        if rule is not None and rule.text:
            rows.append(Row(words, (Value(rule.text),), place=_place(encounter.id, attribute)))
    return rows


def _decoded(codes: Sequence[Code]) -> str:
    return ", ".join(code.decode or code.code for code in codes)


_DAY_SAID = re.compile(r"\bday\s*([-−–]?\d{1,4})\b", re.IGNORECASE)


def _own_words(soa: ScheduleOfActivities, planned: PlannedTime, encounter: Encounter) -> list[Row]:
    """The encounter's own text, and beside it what its timing says where the two name different days."""
    text = " ".join(encounter.description.split())
    if not text or text == encounter.title:
        return []
    words = translate("inspector", "In its words")
    said = {int(found.replace("−", "-").replace("–", "-")) for found in _DAY_SAID.findall(text)}
    quoted = Value(translate("inspector", "“{text}”").format(text=text))
    day = planned.study_day
    if len(said) != 1 or day is None or not _is_for(soa, planned, encounter):
        return [Row(words, (quoted,))]
    named = next(iter(said))
    last = planned.window_close_day if planned.is_range and planned.window_close_day is not None else day
    if day <= named <= last:
        return [Row(words, (quoted,))]
    anchor = soa.planned.times.get(planned.time_base)
    whole = planned.offset is not None and not planned.offset.months and not planned.offset.seconds
    if anchor is not None and whole and planned.offset is not None and planned.offset.days == named:
        text = translate("inspector", "%n day(s) after {anchor}, which is Study Day {day}", "", named)
        differs = text.format(anchor=visit_title(anchor), day=_signed(day))
    else:
        differs = translate("inspector", "By its timing it is Study Day {day}").format(day=_signed(day))
    return [Row(words, (quoted, Value(differs, missing=True)))]


def _is_for(soa: ScheduleOfActivities, planned: PlannedTime, encounter: Encounter) -> bool:
    """Whether an encounter's text is about this visit: the one it is scheduled at, else the first of its visits."""
    timing = planned.timing.id if planned.timing is not None else None
    if encounter.scheduled_at is not None:
        return encounter.scheduled_at == timing
    mine = (column.key for column in soa.columns if column.planned.instance.encounter == encounter.id)
    return next(mine, None) == planned.key


def _activities(
    soa: ScheduleOfActivities, index: int, asked: Asked, schedules: Sequence[ScheduleOfActivities]
) -> list[Section]:
    """What is done, by group, where else just that is done, and on request what is not done."""
    here = set(soa.rows_at[index])
    if not here:
        title = translate("inspector", "Activities · {number}").format(number=0)
        nothing = translate("inspector", "Nothing is planned here.")
        is_visit = not soa.columns[index].planned.instance.is_decision
        editing = _place(soa.columns[index].key, "activityIds")
        return [Section(title, remark=nothing, name="activities", place=editing)] if is_visit else []
    groups: list[tuple[str, list[int]]] = []
    heads: list[str] = []
    for number, row in enumerate(soa.rows):
        heads = heads[: row.level]
        if row.is_group:
            heads.append(row.title)
        if number in here:
            name = " · ".join(heads[:-1] if row.is_group else heads)
            if not groups or groups[-1][0] != name:
                groups.append((name, []))
            groups[-1][1].append(number)
    title = translate("inspector", "Activities · {number}").format(number=len(here))
    remark = ""
    if len(here) > 1:
        remark = translate("inspector", "In which order is not stated by the schedule.")
    sections: list[Section] = []
    for place, (name, rows) in enumerate(groups):
        chips = tuple(Value(soa.rows[row].title, soa.rows[row].key) for row in rows)
        last = place == len(groups) - 1
        head = (*(() if place else _same(soa, index, schedules)), *((Row(name),) if name else ()))
        shown = "" if place else title
        editing = _place(soa.columns[index].key, "activityIds") if not place else None
        sections.append(
            Section(shown, head, chips, remark if last else "", name=f"activities {name}", place=editing)
        )
    return [*sections, *_not_here(soa, here, asked)]


def _not_here(soa: ScheduleOfActivities, here: set[int], asked: Asked) -> list[Section]:
    absent = [row for number, row in enumerate(soa.rows) if number not in here and not row.is_group]
    if not absent:
        return []
    count = translate("inspector", "%n other(s) of this schedule", "", len(absent))
    opened = asked(NOT_HERE)
    ask = translate("inspector", "Hide") if opened else translate("inspector", "Show")
    row = Row(translate("inspector", "Not planned"), (Value(count, key=NOT_HERE, ask=ask),))
    chips = tuple(Value(row.title, row.key) for row in absent) if opened else ()
    return [Section("", (row,), chips, name="not here")]


_FEW = 3  # visits with the same activities that are named


def _same(
    soa: ScheduleOfActivities, index: int, schedules: Sequence[ScheduleOfActivities]
) -> tuple[Row, ...]:
    """The other visits, of any timeline, at which exactly the same activities are planned, two or more."""
    rows = soa.rows_at[index]
    if len(rows) < 2:
        return ()
    here = {soa.rows[row].key for row in rows}
    found: list[tuple[ScheduleOfActivities, int]] = []
    for other in schedules:
        # The very same rows are looked for, not keys: a table has thousands of visits.
        wanted = tuple(number for number, row in enumerate(other.rows) if row.key in here)
        if len(wanted) == len(here):
            found += [
                (other, column)
                for column, marked in enumerate(other.rows_at)
                if marked == wanted and (column != index or other.timeline != soa.timeline)
            ]
    if not found:
        return ()
    more = len(found) - _FEW
    rest = (Value(translate("inspector", "and %n more", "", more)),) if more > 0 else ()
    chips = [visit_chip(other, other.columns[column]) for other, column in found[:_FEW]]
    return (Row(translate("inspector", "The same at"), (*chips, *rest)),)


def _timed(soa: ScheduleOfActivities, index: int) -> Section | None:
    """The activities that run a timeline of their own inside the visit, step by step."""
    rows: list[Row] = []
    own = [soa.marks[row, index] for row in soa.rows_at[index]]
    for mark in own:
        if mark.sub_timeline is not None:
            rows += steps_rows(soa, mark.sub_timeline, soa.rows[mark.row].title, soa.rows[mark.row].key)
    column = soa.columns[index]
    if column.sub_timeline is not None:
        rows += steps_rows(soa, column.sub_timeline, column.title, "")
    return Section(translate("inspector", "Timed within the visit"), tuple(rows)) if rows else None


def steps_rows(soa: ScheduleOfActivities, timeline_id: str, owner: str, address: str) -> list[Row]:
    """A sub-timeline: who runs it, its name, then a row for each step that something is planned at."""
    name, steps = timeline_steps(soa, timeline_id)
    if not name:
        return []
    run = Value(name, timeline_id)
    rows = [Row(translate("inspector", "By"), (Value(owner, address), run) if owner else (run,))]
    silent = [step for step in steps if not step.is_planned]
    rows += [Row(step.when or "–", (Value(step.title),)) for step in steps if step.is_planned]
    if silent:
        listed = ", ".join(_step_words(step) for step in silent)
        rows.append(
            Row("", (Value(translate("inspector", "Nothing is planned at: {steps}").format(steps=listed)),))
        )
    return rows


def _step_words(step: Step) -> str:
    return step.when or step.title


def _hanging(soa: ScheduleOfActivities, key: str) -> Section | None:
    """The visits that are timed from this one: they follow it when it is early or late."""
    chains = timing_chains(soa.planned)
    if key in chains.anchors:
        return _counted_from(soa, key, chains.direct.get(key, ()))
    found = chains.moved_by(key)
    if not found:
        remark = translate("inspector", "Nothing: no other visit is timed from it.")
        return (
            Section(translate("inspector", "What hangs on this"), remark=remark)
            if _is_timed(soa, key)
            else None
        )
    rows = tuple(visit_row(soa, each) for each, _ in found)
    return Section(translate("inspector", "What hangs on this · {number}").format(number=len(found)), rows)


def _counted_from(soa: ScheduleOfActivities, key: str, direct: Sequence[str]) -> Section | None:
    if not direct:
        return None
    title = translate("inspector", "Timed from this · {number}").format(number=len(direct))
    chips = tuple(
        Value(visit_title(soa.planned.times[each]), each, hint=when_text(soa.planned.times[each]))
        for each in direct
    )
    return Section(title, (), chips, name=f"from {key}")


def _is_timed(soa: ScheduleOfActivities, key: str) -> bool:
    return soa.planned.times[key].offset is not None


def group_of(activity: Activity, design: StudyDesign) -> Activity | None:
    """The activity that this one is a child of (USDM v4 childIds)."""
    return next((each for each in design.activities if activity.id and activity.id in each.children), None)


def _signed(number: int) -> str:
    return f"{MINUS}{-number}" if number < 0 else str(number)
