"""What a simulated group comes to, in sentences."""

from __future__ import annotations

import datetime as dt
import json

from study.dating_words import ISO_DATES, DateForm
from study.interpreter.events import EventType
from study.language import decimal_text, number_text, translate
from study.plan.plan import Plan
from study.simulation.figures import GroupFigures, TightWindow, tight_windows
from study.simulation.group_plots import (
    Measure,
    days_text,
    instance_titles,
    measured_text,
    week_values,
)
from study.simulation.outcomes import Outcomes
from study.simulation.outcomes_file import outcomes_to_json
from study.simulation.participant import End

_NAMED = 3  # windows that are told in sentences


def ends_text(figures: GroupFigures) -> str:
    """How the courses ended: "200 participants: 152 came to the end of the schedule, 31 stopped"."""
    parts = []
    for end in End:
        number = sum(n for (each, _), n in figures.ends.items() if each is end)
        if number:
            parts.append(_end_words(end, number))
    return translate("simulation", "{participants}: {ends}.").format(
        participants=translate("simulation", "%n participant(s)", "", figures.participants),
        ends=", ".join(parts),
    )


def _end_words(end: End, number: int) -> str:
    match end:
        case End.COMPLETED:
            return translate("simulation", "%n came to the end of the schedule", "", number)
        case End.SCREEN_FAILED:
            return translate("simulation", "%n failed screening", "", number)
        case End.STOPPED:
            return translate("simulation", "%n stopped before", "", number)
        case End.UNDECIDED:
            return translate("simulation", "%n had no way on", "", number)
        case End.CUT_SHORT:
            return translate("simulation", "%n cut short", "", number)


def how_stopped(figures: GroupFigures) -> list[tuple[str, int]]:
    """How those stopped who did, the most frequent first; side timelines by their title."""
    found = [(how_words(how), number) for (end, how), number in figures.ends.items() if end is End.STOPPED]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def how_words(how: str) -> str:
    """A way of stopping in words: an event's type, or the title of a side timeline."""
    match how:
        case EventType.CONSENT_WITHDRAWN.value:
            return translate("simulation", "Consent withdrawn")
        case EventType.LOST_TO_FOLLOW_UP.value:
            return translate("simulation", "Lost to follow-up")
        case EventType.INTERVENTION_STOPPED.value:
            return translate("simulation", "Intervention stopped")
        case EventType.DIED.value:
            return translate("simulation", "Died")
        case _:
            return how


def sentences(figures: GroupFigures, plan: Plan, form: DateForm = ISO_DATES) -> list[str]:
    """All that is to be said of a group, the most important first."""
    made = [ends_text(figures)]
    last = figures.start + dt.timedelta(days=figures.weeks * 7 - 1)
    if figures.weeks:
        enrolled = max(figures.enrolled, default=1)
        made.append(
            translate(
                "simulation",
                "Enrolment takes {enrolment}; the last participant ends in week {week}, by {date}.",
            ).format(
                enrolment=translate("simulation", "%n week(s)", "", enrolled),
                week=number_text(figures.weeks),
                date=form.plain(last),
            )
        )
    if figures.lengths:
        made.append(lengths_text(figures))
    if figures.visits:
        made.append(busiest_text(figures, form))
    made.append(deviations_text(figures, plan))
    made += [tight_text(each, plan) for each in tight_windows(figures)[:_NAMED]]
    if figures.limited:
        made.append(
            translate(
                "simulation",
                "%n participant(s) went round a loop until the limit of the simulation: look at its decision.",
                "",
                figures.limited,
            )
        )
    return made


def lengths_text(figures: GroupFigures) -> str:
    """The shortest, median and longest course of those who came to the end."""
    shortest, median, longest = figures.shortest, figures.median_length, figures.longest
    assert shortest is not None
    assert median is not None
    assert longest is not None
    if shortest == longest:
        return translate("simulation", "A course to the end of the schedule lasts {days}.").format(
            days=days_text(shortest)
        )
    return translate(
        "simulation",
        "A course to the end of the schedule lasts {shortest} at the shortest, {median} in the median, "
        "{longest} at the longest.",
    ).format(shortest=days_text(shortest), median=days_text(median), longest=days_text(longest))


def busiest_week(figures: GroupFigures) -> int:
    """The week with the most visits, the first of several; 0 where there are none."""
    return max(figures.visits, key=lambda week: (figures.visits[week], -week), default=0)


def busiest_text(figures: GroupFigures, form: DateForm) -> str:
    """The week with the most visits, and what they ask for."""
    week = busiest_week(figures)
    first = figures.start + dt.timedelta(days=(week - 1) * 7)
    texts = [
        measured_text(measure, week_values(figures, measure).get(week, 0.0))
        for measure in (Measure.VISITS, Measure.ASSESSMENTS)
    ]
    if figures.seconds:
        texts.append(measured_text(Measure.HOURS, figures.seconds[week] / 3600))
    return translate("simulation", "Busiest is week {week}, from {date}: {figures}.").format(
        week=number_text(week), date=form.plain(first), figures=", ".join(texts)
    )


def deviations_text(figures: GroupFigures, plan: Plan) -> str:
    """How many potential deviations are to be expected, and where most."""
    total = sum(figures.deviations.values())
    if not total:
        return translate("simulation", "No potential deviation is to be expected.")
    by_visit: dict[str, int] = {}
    for (_, key), number in figures.deviations.items():
        by_visit[key] = by_visit.get(key, 0) + number
    most = max(by_visit, key=lambda key: (by_visit[key], key))
    return translate(
        "simulation",
        "To be expected: {deviations}, {each} for each participant; most at {visit}: {number}.",
    ).format(
        deviations=translate("simulation", "%n potential deviation(s)", "", total),
        each=ratio_text(total, figures.participants),
        visit=instance_titles(plan).get(most, most),
        number=number_text(by_visit[most]),
    )


def ratio_text(number: int, of: int) -> str:
    """So many for each, with one decimal: "1.6"."""
    return decimal_text(number / of, 1) if of else "0"


def share_text(share: float) -> str:
    """A share in per cent; what is a little above none or below all is never told as none or all."""
    if 0 < share < 0.01:
        return translate("simulation", "under 1 %")
    if 0.99 < share < 1:
        return translate("simulation", "over 99 %")
    return translate("simulation", "{number} %").format(number=round(share * 100))


def tight_text(tight: TightWindow, plan: Plan) -> str:
    """Which window is too tight, and how much wider would do."""
    visit = instance_titles(plan).get(tight.key, tight.key)
    return translate(
        "simulation",
        "The window of {visit} is missed by {share} of those who come; {wider} would hold {held}.",
    ).format(
        visit=visit, share=share_text(tight.share), wider=wider_text(tight), held=share_text(tight.would_hold)
    )


def wider_text(tight: TightWindow) -> str:
    """How much wider: "2 days later", "1 day earlier and 2 days later"."""
    later = translate("simulation", "%n day(s) later", "", tight.later)
    earlier = translate("simulation", "%n day(s) earlier", "", tight.earlier)
    if tight.earlier and tight.later:
        return translate("simulation", "{earlier} and {later}").format(earlier=earlier, later=later)
    return earlier if tight.earlier else later


def assumed_lines(
    outcomes: Outcomes, participants: int, seed: int, start: dt.date, country: str, form: DateForm = ISO_DATES
) -> tuple[str, ...]:
    """What was assumed, a line each: enough to simulate the same group again. `outcomes` as a file would say them."""
    enrolled = (
        translate("simulation", "all on {date}").format(date=form.plain(start))
        if outcomes.per_month is None
        else translate("simulation", "{rate} a month from {date}").format(
            rate=decimal_text(outcomes.per_month), date=form.plain(start)
        )
    )
    return (
        translate("simulation", "%n participant(s)", "", participants),
        translate("simulation", "Enrolment: {enrolled}").format(enrolled=enrolled),
        translate("simulation", "Seed: {seed}").format(seed=seed),
        translate("simulation", "Country of the site: {country}").format(country=country)
        if country
        else translate("simulation", "No country is stated: every day is like any other"),
        translate("simulation", "Outcomes: {outcomes}").format(
            outcomes=json.dumps(outcomes_to_json(outcomes), ensure_ascii=False)
        ),
    )
