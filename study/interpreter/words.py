"""Sentences about a participant's course: potential deviations, and doubts about what was recorded."""

from __future__ import annotations

import datetime as dt

from study.dating_words import ISO_DATES, DateForm
from study.durations import Offset
from study.interpreter.course import Apart, Query, QueryKind
from study.interpreter.dates import Dated
from study.interpreter.deviations import Deviation, DeviationKind
from study.language import translate
from study.plan.plan import Plan
from study.wording import MINUS, offset_text

_DATES = 12  # dates listed in one sentence
_LISTED = 60  # activities named in one sentence
_IN_HOURS = 120  # minutes from which a distance is told in hours


def deviation_text(deviation: Deviation, plan: Plan, form: DateForm = ISO_DATES) -> str:
    """A potential deviation in a sentence: "Week 8 done on Study Day 62, 2 days after its window, Day 54 to 60"."""
    title = deviation.title or translate("course", "Unscheduled visit")
    if deviation.pass_ > 1:
        title = translate("course", "{visit} (pass {number})").format(visit=title, number=deviation.pass_)
    on = _on(deviation, form)
    limit = form.plain(deviation.limit) if deviation.limit is not None else ""
    named = [_name(each, plan) for each in deviation.activities[:_LISTED]]
    activities = ", ".join(named)
    match deviation.kind:
        case DeviationKind.BEFORE_WINDOW:
            return _outside(deviation, title, on, form, early=True)
        case DeviationKind.AFTER_WINDOW:
            return _outside(deviation, title, on, form, early=False)
        case DeviationKind.NOT_DONE:
            return _not_done(title, activities, deviation, form)
        case DeviationKind.ACTIVITIES_NOT_DONE:
            return translate("course", "{visit} done on {day} without: {activities}").format(
                visit=title, day=on, activities=activities
            )
        case DeviationKind.ACTIVITIES_OUTSIDE:
            return translate("course", "{visit}: {activities}, outside its window, {window}").format(
                visit=title, window=_window(deviation, form), activities=_apart(deviation, plan, form)
            )
        case DeviationKind.HELD_BACK:
            return translate("course", "{visit} done on {day}, though “{condition}” did not hold").format(
                visit=title, day=on, condition=deviation.reason
            )
        case DeviationKind.BEFORE_CONSENT if deviation.apart:
            return translate("course", "{visit}: {activities}, before consent on {date}").format(
                visit=title, activities=_apart(deviation, plan, form), date=limit
            )
        case DeviationKind.AFTER_WITHDRAWAL if deviation.apart:
            return translate("course", "{visit}: {activities}, after consent was withdrawn on {date}").format(
                visit=title, activities=_apart(deviation, plan, form), date=limit
            )
        case DeviationKind.BEFORE_CONSENT if _is_that_day(deviation):
            return translate(
                "course", "{visit} done on {day}, before consent was given later that day"
            ).format(visit=title, day=_date(deviation, form))
        case DeviationKind.AFTER_WITHDRAWAL if _is_that_day(deviation):
            return translate(
                "course", "{visit} done on {day}, after consent was withdrawn earlier that day"
            ).format(visit=title, day=_date(deviation, form))
        case DeviationKind.BEFORE_CONSENT:
            return translate("course", "{visit} done on {day}, before consent on {date}").format(
                visit=title, day=_date(deviation, form), date=limit
            )
        case DeviationKind.AFTER_WITHDRAWAL:
            return translate("course", "{visit} done on {day}, after consent was withdrawn on {date}").format(
                visit=title, day=_date(deviation, form), date=limit
            )
        case DeviationKind.AFTER_STOP:
            return translate(
                "course", "{visit}: {activities}, after the intervention was stopped on {date}"
            ).format(visit=title, activities=_apart(deviation, plan, form), date=limit)
        case DeviationKind.OFF_THE_PATH:
            return translate(
                "course", "{visit} done on {day}, though the participant's path does not lead to it"
            ).format(visit=title, day=on)


def _not_done(title: str, activities: str, deviation: Deviation, form: DateForm) -> str:
    """What was not done, why, and for when it was planned."""
    planned = _planned(deviation, form)
    if planned and activities:
        text = translate("course", "{visit} was not done ({reason}), planned for {planned}: {activities}")
    elif planned:
        text = translate("course", "{visit} was not done ({reason}), planned for {planned}")
    elif activities:
        text = translate("course", "{visit} was not done ({reason}): {activities}")
    else:
        text = translate("course", "{visit} was not done ({reason})")
    return text.format(visit=title, reason=deviation.reason, planned=planned, activities=activities)


def _outside(deviation: Deviation, title: str, on: str, form: DateForm, *, early: bool) -> str:
    out = deviation.out
    days = abs(out.days) if out is not None else 0
    minutes = abs(out.minutes) if out is not None else 0
    window = _window(deviation, form)
    if minutes >= _IN_HOURS:
        text = (
            translate("course", "{visit} done on {day}, {duration} before its window, {window}")
            if early
            else translate("course", "{visit} done on {day}, {duration} after its window, {window}")
        )
    elif minutes:
        text = (
            translate(
                "course", "{visit} done on {day}, %n minute(s) before its window, {window}", "", minutes
            )
            if early
            else translate(
                "course", "{visit} done on {day}, %n minute(s) after its window, {window}", "", minutes
            )
        )
    else:
        text = (
            translate("course", "{visit} done on {day}, %n day(s) before its window, {window}", "", days)
            if early
            else translate("course", "{visit} done on {day}, %n day(s) after its window, {window}", "", days)
        )
    duration = offset_text(Offset(0, 0, 60 * minutes))
    return text.format(visit=title, day=on, duration=duration, window=window)


def _date(deviation: Deviation, form: DateForm) -> str:
    """When it happened, as consent is told: by the date, with the hour where that decided."""
    actual = deviation.actual
    if actual is None:
        return ""
    if actual.time is None or not _is_that_day(deviation):
        return form.plain(actual.date)
    return translate("course", "{date} at {time}").format(
        date=form.plain(actual.date), time=form.clock(actual.time)
    )


def _is_that_day(deviation: Deviation) -> bool:
    """Whether it happened on the very day of consent, or of its withdrawal: then the hours decided."""
    return deviation.actual is not None and deviation.actual.date == deviation.limit


def _name(activity: str, plan: Plan) -> str:
    """What an activity is called, on one line and without the blanks that some studies leave around it."""
    return " ".join(plan.activity_titles.get(activity, activity).split())


def _apart(deviation: Deviation, plan: Plan, form: DateForm) -> str:
    """The activities that were done on another day, each with its day and how far out of the window that was."""
    texts = []
    for each in deviation.apart[:_LISTED]:
        name = _name(each.activity, plan)
        day = form.plain(each.at.date)
        out = each.out.days if each.out is not None else 0
        if each.out is not None and each.out.minutes and each.at.time is not None:
            texts.append(_apart_by_the_clock(each, name, day, form))
            continue
        if out < 0:
            text = translate("course", "{activity} on {date} (%n day(s) before)", "", -out)
        elif out > 0:
            text = translate("course", "{activity} on {date} (%n day(s) after)", "", out)
        else:
            text = translate("course", "{activity} on {date}")
        texts.append(text.format(activity=name, date=day))
    return ", ".join(texts)


def _apart_by_the_clock(each: Apart, name: str, day: str, form: DateForm) -> str:
    """The same of an activity whose visit has a window in hours."""
    assert each.out is not None
    assert each.at.time is not None
    text = (
        translate("course", "{activity} on {date} at {time} ({duration} before)")
        if each.out.early
        else translate("course", "{activity} on {date} at {time} ({duration} after)")
    )
    duration = offset_text(Offset(0, 0, 60 * abs(each.out.minutes)))
    return text.format(activity=name, date=day, time=form.clock(each.at.time), duration=duration)


def _on(deviation: Deviation, form: DateForm) -> str:
    actual = deviation.actual
    if actual is None:
        return ""
    if deviation.out is not None and deviation.out.minutes and actual.time is not None:
        return translate("course", "{date} at {time}").format(
            date=form.plain(actual.date), time=form.clock(actual.time)
        )
    if deviation.actual_day is not None:
        return translate("course", "Study Day {number}").format(number=_signed(deviation.actual_day))
    return form.plain(actual.date)


def _planned(deviation: Deviation, form: DateForm) -> str:
    """For when something was planned: its window where both sides are stated, else its day; "" where not known."""
    dated = deviation.dated
    if dated is None:
        return ""
    if dated.first is not None and dated.last is not None and dated.first != dated.last:
        return _window(deviation, form)
    if dated.at is not None and (dated.opens is not None or dated.closes is not None):
        return translate("course", "{date} at {time}").format(
            date=form.plain(dated.date), time=form.clock(dated.at.time())
        )
    if deviation.day is not None:
        return translate("course", "Study Day {number}").format(number=_signed(deviation.day))
    return form.plain(dated.date)


def _window(deviation: Deviation, form: DateForm) -> str:
    dated = deviation.dated
    if dated is None:
        return ""
    by_the_clock = any(each.out is not None and each.out.minutes for each in deviation.apart)
    if by_the_clock or (deviation.out is not None and deviation.out.minutes):
        return _clock_window(deviation, dated, form)
    first, last = deviation.first_day, deviation.last_day
    if first is not None and last is not None:
        if first == last:
            return translate("course", "Day {day} only").format(day=_signed(first))
        return translate("course", "Day {first} to {last}").format(first=_signed(first), last=_signed(last))
    if last is not None:
        return translate("course", "until Day {day}").format(day=_signed(last))
    if first is not None:
        return translate("course", "from Day {day}").format(day=_signed(first))
    if dated.first is not None and dated.last is not None:
        return form.span(dated.first, dated.last)
    if dated.last is not None:
        return translate("course", "until {date}").format(date=form.plain(dated.last))
    return (
        translate("course", "from {date}").format(date=form.plain(dated.first))
        if dated.first is not None
        else ""
    )


def _clock_window(deviation: Deviation, dated: Dated, form: DateForm) -> str:
    """A window by its hours; with a date where that is not the day on which it was done."""
    day = deviation.actual.date if deviation.actual is not None and not deviation.apart else None
    opens = _edge(dated.opens, dated.first, day, form)
    closes = _edge(dated.closes, dated.last, dated.opens.date() if dated.opens is not None else day, form)
    if opens and closes:
        return translate("course", "{first} to {last}").format(first=opens, last=closes)
    if closes:
        return translate("course", "until {time}").format(time=closes)
    return translate("course", "from {time}").format(time=opens)


def _edge(at: dt.datetime | None, day: dt.date | None, said: dt.date | None, form: DateForm) -> str:
    """One end of a window: its hour, with its date where another one has been `said`; its date where it has no hour."""
    if at is None:
        return form.plain(day) if day is not None else ""
    clock = form.clock(at.time())
    if at.date() == said:
        return clock
    return translate("course", "{date} at {time}").format(date=form.plain(at.date()), time=clock)


def query_text(query: Query, form: DateForm = ISO_DATES) -> str:
    """A doubt about what was recorded, in a sentence that says what to do."""
    dates = [form.plain(each) for each in query.dates[:_DATES]]
    if len(query.dates) > _DATES:
        dates.append("…")
    title = query.title or translate("course", "Unscheduled visit")
    match query.kind:
        case QueryKind.NO_CONSENT:
            return translate(
                "course", "Something is recorded, but no consent: record when consent was given."
            )
        case QueryKind.RECORDED_TWICE:
            return translate(
                "course",
                "{visit} is recorded as done more than once ({dates}): the first counts. Correct the others, "
                "or record them as unscheduled visits.",
            ).format(visit=query.title, dates=", ".join(dates))
        case QueryKind.DONE_AND_NOT_DONE:
            return translate(
                "course", "{visit} is recorded both as done and as not done: it counts as done. Correct one."
            ).format(visit=query.title)
        case QueryKind.ANSWERED_TWICE:
            return translate(
                "course",
                "{visit} is answered in different ways: the answer recorded last counts. Correct one.",
            ).format(visit=query.title)
        case QueryKind.AFTER_DEATH:
            return translate(
                "course", "{visit} is recorded as done on {date}, after the participant's death: correct one."
            ).format(visit=title, date=dates[0] if dates else "")
        case QueryKind.AFTER_LOSS:
            return translate(
                "course",
                "{visit} is recorded as done on {date}, after the participant was lost to follow-up: correct one.",
            ).format(visit=title, date=dates[0] if dates else "")
        case QueryKind.AFTER_SCREEN_FAILURE:
            return translate(
                "course",
                "{visit} is recorded as done on {date}, after the participant failed screening: correct one, or "
                "record that screening began again.",
            ).format(visit=title, date=dates[0] if dates else "")
        case QueryKind.AFTER_TERMINATION:
            return translate(
                "course",
                "{visit} is recorded as done on {date}, after the schedule was ended early on {end}: correct one, or "
                "record it as an unscheduled visit.",
            ).format(visit=title, date=dates[0] if dates else "", end=dates[-1] if dates else "")
        case QueryKind.NOT_STARTED:
            return translate(
                "course",
                "Something is recorded in a side timeline that nobody has started: record its start.",
            )
        case QueryKind.STARTED_TOO_OFTEN:
            return translate(
                "course",
                "{timeline} was started more often than the study says ({dates}): strike out what was no start.",
            ).format(timeline=query.title, dates=", ".join(dates))
        case QueryKind.STARTED_TWICE:
            return translate(
                "course",
                "{timeline} is recorded as started more than once under one name ({dates}): the first counts. "
                "Correct the others, or give each a name of its own.",
            ).format(timeline=query.title, dates=", ".join(dates))
        case QueryKind.NOTHING_TO_CORRECT:
            return translate("course", "A correction names no event that is recorded: correct what it names.")


def _signed(number: int) -> str:
    return f"{MINUS}{-number}" if number < 0 else str(number)
