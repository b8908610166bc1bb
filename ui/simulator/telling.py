"""What the simulator's pane says of a session: the calendar's rows, what comes next, and the lists, all in words."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from study.dating_words import DateForm
from study.interpreter.course import Decision
from study.interpreter.deviations import deviations_of
from study.interpreter.events import Event, EventType
from study.interpreter.facts import Place
from study.interpreter.words import deviation_text, query_text
from study.language import translate
from study.rules.model import Attribute, Judged, Observed
from study.rules.sentence import term_words
from study.simulation.session import Next, NextKind, Session, Step
from study.simulation.session_conflicts import (
    Conflict,
    ConflictKind,
    conflict_text,
    conflicts,
    day_off_words,
    window_words,
)
from study.simulation.session_moves import Move, MoveKind, move_text, visit_name
from study.simulation.standing import Standing
from ui.simulator.calendar_table import CalendarRow, calendar_rows
from ui.simulator.coming import Coming, ValueWanted, WayOffered
from ui.simulator.lists import ListRow
from ui.simulator.side import Lists
from ui.simulator.words import (
    decided_text,
    event_text,
    picture_of,
    rule_text,
    short_deviation,
    target_text,
    way_text,
    who_decides,
)


def rows_of(session: Session, moved: Sequence[Move], form: DateForm) -> list[CalendarRow]:
    """The calendar: the visits of the plan, then those that came unscheduled."""
    course = session.course()
    titles = {}
    for run, timeline in course.runs.items():
        found = session.plan.by_id.get(timeline)
        if run.startswith("side:") and found is not None:
            titles[run] = found.title
    told: dict[Place, list[str]] = defaultdict(list)
    for conflict in conflicts(session):
        told[conflict.place].append(conflict_text(conflict, session.calendar, form))
    by_place = defaultdict(list)
    for deviation in deviations_of(course):
        by_place[deviation.run, deviation.key, deviation.pass_].append(deviation)
    said = {
        place: (
            short_deviation(found),
            tuple(deviation_text(each, session.plan, form) for each in found),
        )
        for place, found in by_place.items()
    }
    was = {each.place: each.was for each in moved if each.kind is MoveKind.MOVED and each.was is not None}
    rows = calendar_rows(session.visits(), titles, was, said, told, session.plan.activity_titles)
    beside = [row for row in rows if row.place is not None and row.place[0] in titles]
    rows = [row for row in rows if row not in beside]
    beside += [
        CalendarRow(
            title=each.event.name or translate("simulator", "Unscheduled visit"),
            place=None,
            standing=Standing.DONE,
            status=translate("simulator", "Done"),
            done=each.at.date,
        )
        for each in course.unscheduled
    ]
    for row in sorted(beside, key=lambda row: row.day or dt.date.max):
        _put(rows, row)
    return rows


def _put(rows: list[CalendarRow], row: CalendarRow) -> None:
    """What lies beside the path stands where its day is in it: behind the last visit that is not later."""
    day = row.day
    if day is None:
        rows.append(row)
        return
    earlier = [
        n
        for n, each in enumerate(rows)
        if each.day is not None
        and each.day <= day
        and (each.standing is not Standing.OFF or each.done is not None)
    ]
    rows.insert(max(earlier, default=-1) + 1, row)


def coming_of(session: Session, form: DateForm) -> Coming:
    """What comes next, in words; with what is to be started beside it, and what goes on."""
    coming = _coming_of(session, form)
    now = session.now()
    beside = [
        translate("simulator", "To be started, as its rule holds: {timeline}").format(
            timeline=" ".join(each.title.split())
        )
        for each in now.starts
    ]
    beside += [
        translate("simulator", "Going on since {date}: {activity}").format(
            date=form.plain(each.since), activity=" ".join(each.title.split())
        )
        for each in now.ongoing
    ]
    return replace(coming, lines=(*coming.lines, *beside)) if beside else coming


def _coming_of(session: Session, form: DateForm) -> Coming:
    coming = session.next()
    if coming.question is not None:
        return _question(session, coming.question, coming.day, form)
    if session.ahead and session.ahead[0].event.type is EventType.DECISION_ANSWERED:
        asked = next((each for each in session.now().decisions if each.asked), None)
        if asked is not None:  # it may be answered otherwise than before
            return _question(session, asked, coming.day, form)
    if coming.kind is NextKind.END:
        return _end(session, form)
    return _event(session, coming, form)


def _event(session: Session, coming: Next, form: DateForm) -> Coming:
    assert coming.event is not None
    day = form.day(coming.day) if coming.day is not None else ""
    head = translate("simulator", "Next")
    does = translate("simulator", "Step")
    if coming.kind is NextKind.CONSENT:
        return Coming(head, translate("simulator", "Consent"), (day,), does=does)
    visit = coming.occurrence
    if visit is None:
        if coming.event.type is EventType.TIMER_FIRED:
            frontier = session.course().frontiers
            waiting = next(
                (each for each in session.course().decisions if each.instance.key in frontier.values()), None
            )
            title = (
                " ".join(waiting.instance.title.split())
                if waiting is not None and not session.ahead
                else translate("simulator", "Time goes on")
            )
            return Coming(head, title, (day,), does=does)
        step = session.ahead[0] if session.ahead else Step(coming.event, session.state, session.plan)
        return Coming(head, event_text(step, form), (day,), does=does)
    again = translate("simulator", "As before going back; what is asked for here happens instead")
    if session.ahead and (coming.event.type is not EventType.VISIT_DONE or not visit.status.is_open):
        return Coming(head, event_text(session.ahead[0], form), (day, again), does=does)
    lines = [day, again] if session.ahead else [day]
    if visit.dated is not None and (visit.dated.first is not None or visit.dated.last is not None):
        window = window_words(visit.dated.first, visit.dated.last, form)
        lines.append(translate("simulator", "Window: {window}").format(window=window))
    required = sum(each not in visit.waived for each in visit.instance.activities)
    if required:
        lines.append(translate("simulator", "%n activit(ies)", "", required))
    note = ""
    if coming.off_day is not None:
        note = translate("simulator", "Planned for {date} ({why}), moved to a working day").format(
            date=form.day(coming.off_day, year=False), why=day_off_words(coming.off_day, session.calendar)
        )
    links = (
        ("another_day", translate("simulator", "Another day…")),
        ("visit", translate("simulator", "What else…")),
    )
    return Coming(head, visit_name(visit), tuple(lines), note, does=does, can_ask=True, links=links)


def _question(session: Session, question: Decision, day: dt.date | None, form: DateForm) -> Coming:
    plan = session.plan
    came = dict(session.why_asked(question))
    wanted: dict[str, ValueWanted] = {}
    troubles: list[str] = []
    ways = []
    for way in question.ways:
        target = target_text(plan, question.run, way)
        leads = translate("simulator", "leads to {target}").format(target=target) if way.text.strip() else ""
        if way.back:
            leads = translate("simulator", "goes back to {target}").format(target=target)
        found = came.get(way.id)
        if found is not None:
            troubles += [str(getattr(each, "text", each)) for each in found.troubles]
            for missing in found.missing:
                value = _wanted(missing.term)
                if value is not None:
                    wanted.setdefault(value.name, value)
        ways.append(WayOffered(way.id, way_text(plan, question.run, way), leads, rule_text(way)))
    does = ""
    if session.ahead:
        does = translate("simulator", "As before: {answer}").format(
            answer=event_text(session.ahead[0], form).removeprefix(f"{_named(question)}: ")
        )
    title = _named(question)
    lines = [form.day(day)] if day is not None else []
    said_by = question.instance.role_said_by
    if said_by:
        lines.append(translate("simulator", "Told from the study's word “{word}”").format(word=said_by))
    elif not any(way.rule for way in question.ways):
        lines.append(translate("simulator", "No rule is written: a person answers"))
    return Coming(
        who_decides(question.instance.role),
        title,
        tuple(lines),
        "\n".join(dict.fromkeys(troubles)),
        ways=tuple(ways),
        wanted=tuple(wanted.values()),
        question=question,
        does=does,
    )


def _named(question: Decision) -> str:
    title = " ".join(question.instance.title.split())
    if question.pass_ < 2:
        return title
    return translate("simulator", "{visit} (pass {number})").format(visit=title, number=question.pass_)


def _wanted(term: object) -> ValueWanted | None:
    match term:
        case Observed(of=_, name=name, unit=unit):
            return ValueWanted(name, name, unit)
        case Attribute(name=name):
            return ValueWanted(name, term_words(term), "")
        case Judged(question=question):
            return ValueWanted(question, question, translate("simulator", "yes or no"))
        case _:
            return None


def _end(session: Session, form: DateForm) -> Coming:
    course = session.course()
    done = sum(each.actual is not None for each in session.visits()) + len(course.unscheduled)
    found = len(deviations_of(course))
    lines = [
        translate("simulator", "%n visit(s) done", "", done),
        translate("simulator", "%n potential deviation(s)", "", found),
    ]
    if course.ended is not None:
        title = translate("simulator", "Participation ended on {date}").format(
            date=form.day(course.ended.date)
        )
    else:
        title = translate("simulator", "The schedule is complete on {date}").format(
            date=form.day(session.today)
        )
    links = (("anew", translate("simulator", "Start anew")),)
    return Coming(translate("simulator", "The end"), title, tuple(lines), links=links)


def lists_of(session: Session, moved: Sequence[Move], form: DateForm) -> Lists:
    """The rows of the four lists."""
    events = []
    for number, step in enumerate(session.steps, 1):
        happened = number <= session.at
        day = step.event.occurred.date
        events.append(
            ListRow(
                picture_of(step.event),
                _color(step.event),
                event_text(step, form),
                "\n".join(decided_text(step.plan, each) for each in step.by_rule),
                form.plain(day, year=False),
                faint=not happened,
                here=number == session.at,
                carries=number,
            )
        )
    course = session.course()
    deviations = [
        ListRow(
            "shield-alert",
            "warning",
            deviation_text(each, session.plan, form),
            carries=(each.run, each.key, each.pass_),
        )
        for each in deviations_of(course)
    ]
    deviations += [
        ListRow("circle-help", "text_2", query_text(each, form), carries=None) for each in course.queries
    ]
    told = [_conflict(each, session, form) for each in conflicts(session)]
    told.sort(key=lambda row: row.faint)
    moves = [
        ListRow(
            "x" if each.kind is MoveKind.DROPPED else "calendar",
            "text_2" if each.kind is MoveKind.DROPPED else "accent",
            move_text(each, form),
            carries=each.place,
        )
        for each in moved
    ]
    return Lists(events, deviations, told, moves)


def _conflict(conflict: Conflict, session: Session, form: DateForm) -> ListRow:
    trouble = conflict.is_trouble
    picture = (
        "calendar-days" if conflict.kind in (ConflictKind.DAY_OFF, ConflictKind.MOVED) else "triangle-alert"
    )
    return ListRow(
        picture,
        "warning" if trouble else "text_2",
        conflict_text(conflict, session.calendar, form),
        faint=not trouble,
        carries=conflict.place,
    )


def _color(event: Event) -> str:
    match event.type:
        case EventType.VISIT_DONE | EventType.ANCHOR_HAPPENED | EventType.CONSENTED:
            return "ok"
        case EventType.VISIT_NOT_DONE | EventType.ACTIVITY_NOT_DONE | EventType.DIED:
            return "error"
        case EventType.CONSENT_WITHDRAWN | EventType.LOST_TO_FOLLOW_UP | EventType.SCREEN_FAILED:
            return "warning"
        case EventType.TIMER_FIRED:
            return "text_2"
        case _:
            return "accent"
