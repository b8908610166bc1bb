"""Sentences about a participant's course: potential deviations, and doubts about what was recorded."""

from __future__ import annotations

import datetime as dt

from study.dating_words import ISO_DATES, DateForm
from study.interpreter.course import Query, QueryKind
from study.interpreter.deviations import Deviation, DeviationKind
from study.language import translate
from study.plan.plan import Plan
from study.wording import MINUS

_DATES = 12  # dates listed in one sentence
_LISTED = 60  # activities named in one sentence


def deviation_text(deviation: Deviation, plan: Plan, form: DateForm = ISO_DATES) -> str:
    """A potential deviation in a sentence: "Week 8 done on Study Day 62, 2 days after its window, Day 54 to 60"."""
    title = deviation.title or translate("course", "Unscheduled visit")
    if deviation.pass_ > 1:
        title = translate("course", "{visit} (pass {number})").format(visit=title, number=deviation.pass_)
    on = _on(deviation, form)
    limit = form.plain(deviation.limit) if deviation.limit is not None else ""
    named = [plan.activity_titles.get(each, each) for each in deviation.activities[:_LISTED]]
    activities = ", ".join(named)
    match deviation.kind:
        case DeviationKind.BEFORE_WINDOW:
            return _outside(deviation, title, on, form, early=True)
        case DeviationKind.AFTER_WINDOW:
            return _outside(deviation, title, on, form, early=False)
        case DeviationKind.NOT_DONE:
            if activities:
                return translate("course", "{visit} was not done ({reason}): {activities}").format(
                    visit=title, reason=deviation.reason, activities=activities
                )
            return translate("course", "{visit} was not done ({reason})").format(
                visit=title, reason=deviation.reason
            )
        case DeviationKind.ACTIVITIES_NOT_DONE:
            return translate("course", "{visit} done on {day} without: {activities}").format(
                visit=title, day=on, activities=activities
            )
        case DeviationKind.ACTIVITIES_OUTSIDE:
            return translate("course", "{visit}, {window}: outside that window {activities}").format(
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
        case DeviationKind.OFF_THE_PATH:
            return translate(
                "course", "{visit} done on {day}, though the participant's path does not lead to it"
            ).format(visit=title, day=on)


def _outside(deviation: Deviation, title: str, on: str, form: DateForm, *, early: bool) -> str:
    out = deviation.out
    days = abs(out.days) if out is not None else 0
    minutes = abs(out.minutes) if out is not None else 0
    window = _window(deviation, form)
    if minutes:
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
    return text.format(visit=title, day=on, window=window)


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


def _apart(deviation: Deviation, plan: Plan, form: DateForm) -> str:
    """The activities that were done on another day, each with its day and how far out of the window that was."""
    texts = []
    for each in deviation.apart[:_LISTED]:
        name = plan.activity_titles.get(each.activity, each.activity)
        day = form.plain(each.at.date)
        out = each.out.days if each.out is not None else 0
        if out < 0:
            text = translate("course", "{activity} on {date} (%n day(s) before)", "", -out)
        elif out > 0:
            text = translate("course", "{activity} on {date} (%n day(s) after)", "", out)
        else:
            text = translate("course", "{activity} on {date}")
        texts.append(text.format(activity=name, date=day))
    return ", ".join(texts)


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


def _window(deviation: Deviation, form: DateForm) -> str:
    dated = deviation.dated
    if dated is None:
        return ""
    if deviation.out is not None and deviation.out.minutes:
        opens, closes = (_clock(each, form) for each in (dated.opens, dated.closes))
        if opens and closes:
            return translate("course", "{first} to {last}").format(first=opens, last=closes)
        return translate("course", "until {time}").format(time=closes) if closes else opens
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


def _clock(at: dt.datetime | None, form: DateForm) -> str:
    return form.clock(at.time()) if at is not None else ""


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
        case QueryKind.NOTHING_TO_CORRECT:
            return translate("course", "A correction names no event that is recorded: correct what it names.")


def _signed(number: int) -> str:
    return f"{MINUS}{-number}" if number < 0 else str(number)
