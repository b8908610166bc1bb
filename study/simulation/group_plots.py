"""Plots of a simulated group as values: bars with what they say, and the scale that they are painted on.

No Qt and no colour: a view or a file paints them. Every bar says in a sentence what it stands for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from study.dating_words import ISO_DATES, DateForm
from study.interpreter.deviations import DeviationKind
from study.language import number_text, translate
from study.plan.plan import Plan
from study.simulation.figures import GroupFigures, classes_of

MOST_VISITS = 12
"""Visits of which the deviations are plotted; the others are told together."""


class Measure(StrEnum):
    """What is counted week by week."""

    VISITS = "visits"
    ASSESSMENTS = "assessments"
    HOURS = "hours"
    UNDER_WAY = "under way"


class Hue(StrEnum):
    """What a series is, so that it can be painted in the colour that means it."""

    PLAIN = "plain"
    EARLY = "early"
    LATE = "late"
    MISSED = "missed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Series:
    """One of the parts that a bar is made of."""

    name: str
    hue: Hue = Hue.PLAIN


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its parts by series, what stands under it, and what it stands for in a sentence.

    `key` is the instance that it is about, "" for none.
    """

    label: str
    told: str
    values: tuple[float, ...]
    key: str = ""

    @property
    def total(self) -> float:
        """All parts together."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars on one scale. `along` and `up` name the axes; `is_across`: bars lie, each with its label before it.

    `from_first`: where not all labels have room, the first has its own and so has every so many-th from there; else
    those that stand at round numbers. `mark`: at which place along the bars something is marked
    (1.5: in the middle of the second), with its words; None for nothing.
    """

    title: str
    along: str
    up: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    is_across: bool = False
    from_first: bool = False
    mark: float | None = None
    mark_words: str = ""

    @property
    def highest(self) -> float:
        """The largest bar."""
        return max((bar.total for bar in self.bars), default=0.0)


def ticks(highest: float, most: int = 5) -> tuple[int, ...]:
    """Whole round numbers from 0 to at least `highest`, evenly spaced, at most `most` of them above 0."""
    step = 1
    while step * most < highest:
        for factor in (2, 5, 10):
            candidate = step * factor
            if candidate * most >= highest:
                step = candidate
                break
        else:
            step *= 10
    count = max(1, -int(-highest // step))
    return tuple(step * n for n in range(count + 1))


def label_step(bars: int, most: int) -> int:
    """Every how many of so many bars have room for a label: 1, 2, 5, 10, 20, ..."""
    step = 1
    while bars / step > max(1, most):
        text = str(step)
        step = step * 5 // 2 if text.startswith("2") else step * 2
    return step


def week_plot(figures: GroupFigures, measure: Measure, form: DateForm = ISO_DATES) -> Plot:
    """What falls into each week since enrolment started."""
    values = week_values(figures, measure)
    bars = []
    for week in range(1, figures.weeks + 1):
        value = values.get(week, 0.0)
        first = figures.start + dt.timedelta(days=(week - 1) * 7)
        told = translate("simulation", "Week {week}, from {date}: {figure}").format(
            week=number_text(week), date=form.plain(first), figure=measured_text(measure, value)
        )
        bars.append(Bar(number_text(week), told, (value,)))
    return Plot(
        title=measure_name(measure),
        along=translate("simulation", "Week since enrolment started"),
        up=measure_unit(measure),
        series=(Series(measure_name(measure)),),
        bars=tuple(bars),
    )


def week_values(figures: GroupFigures, measure: Measure) -> Mapping[int, float]:
    """The figures of each week; hours are 3,600 seconds."""
    if measure is Measure.HOURS:
        return {week: seconds / 3600 for week, seconds in figures.seconds.items()}
    counted = {
        Measure.VISITS: figures.visits,
        Measure.ASSESSMENTS: figures.assessments,
        Measure.UNDER_WAY: figures.under_way,
    }[measure]
    return {week: float(number) for week, number in counted.items()}


def measure_name(measure: Measure) -> str:
    """What is counted, as a heading."""
    match measure:
        case Measure.VISITS:
            return translate("simulation", "Visits")
        case Measure.ASSESSMENTS:
            return translate("simulation", "Assessments")
        case Measure.HOURS:
            return translate("simulation", "Hours")
        case Measure.UNDER_WAY:
            return translate("simulation", "Participants")


def measure_unit(measure: Measure) -> str:
    """What is counted, with the time that it is counted in."""
    match measure:
        case Measure.VISITS:
            return translate("simulation", "Visits a week")
        case Measure.ASSESSMENTS:
            return translate("simulation", "Assessments a week")
        case Measure.HOURS:
            return translate("simulation", "Hours a week")
        case Measure.UNDER_WAY:
            return translate("simulation", "Participants under way")


def measured_text(measure: Measure, value: float) -> str:
    """A figure with what it counts: "24 visits"."""
    number = round(value)
    match measure:
        case Measure.VISITS:
            return translate("simulation", "%n visit(s)", "", number)
        case Measure.ASSESSMENTS:
            return translate("simulation", "%n assessment(s)", "", number)
        case Measure.HOURS:
            return translate("simulation", "%n hour(s)", "", number)
        case Measure.UNDER_WAY:
            return translate("simulation", "%n participant(s) under way", "", number)


_EARLY, _LATE, _MISSED, _OTHER = range(4)
_PART = {
    DeviationKind.BEFORE_WINDOW.value: _EARLY,
    DeviationKind.AFTER_WINDOW.value: _LATE,
    DeviationKind.NOT_DONE.value: _MISSED,
}


def deviations_by_visit(figures: GroupFigures) -> dict[str, tuple[int, int, int, int]]:
    """Of each instance: before its window, after it, not done, other; the most deviations first."""
    found: dict[str, list[int]] = {}
    for (kind, key), number in figures.deviations.items():
        found.setdefault(key, [0, 0, 0, 0])[_PART.get(kind, _OTHER)] += number
    ordered = sorted(found.items(), key=lambda item: (-sum(item[1]), item[0]))
    return {key: (n[_EARLY], n[_LATE], n[_MISSED], n[_OTHER]) for key, n in ordered}


def deviation_series() -> tuple[Series, ...]:
    """What the deviations of a visit are divided into."""
    return (
        Series(translate("simulation", "Before the window"), Hue.EARLY),
        Series(translate("simulation", "After the window"), Hue.LATE),
        Series(translate("simulation", "Not done"), Hue.MISSED),
        Series(translate("simulation", "Other"), Hue.OTHER),
    )


def deviation_plot(figures: GroupFigures, plan: Plan) -> Plot:
    """The visits with the most potential deviations, by kind."""
    titles = instance_titles(plan)
    series = deviation_series()
    by_visit = deviations_by_visit(figures)
    used = [place for place in range(4) if any(parts[place] for parts in by_visit.values())]
    bars = []
    for key, parts in list(by_visit.items())[:MOST_VISITS]:
        title = titles.get(key, key)
        told = ", ".join(
            translate("simulation", "{kind}: {number}").format(
                kind=series[place].name, number=number_text(parts[place])
            )
            for place in used
            if parts[place]
        )
        said = translate("simulation", "{visit}: {deviations}").format(visit=title, deviations=told)
        bars.append(Bar(title, said, tuple(float(parts[place]) for place in used), key))
    return Plot(
        title=translate("simulation", "Expected deviations"),
        along=translate("simulation", "Visit"),
        up=translate("simulation", "Potential deviations"),
        series=tuple(series[place] for place in used),
        bars=tuple(bars),
        is_across=True,
    )


def length_plot(figures: GroupFigures) -> Plot:
    """How long the courses to the end of the schedule last."""
    classes = classes_of(figures.lengths)
    bars = []
    for first, last, number in classes:
        span = span_text(first, last)
        told = translate("simulation", "{days}: {participants}").format(
            days=span, participants=translate("simulation", "%n participant(s)", "", number)
        )
        bars.append(Bar(number_text(first), told, (float(number),)))
    median, mark, words = figures.median_length, None, ""
    if median is not None and classes:
        width = classes[0][1] - classes[0][0] + 1
        mark = (median - classes[0][0] + 0.5) / width
        words = translate("simulation", "median {days}").format(days=days_text(median))
    return Plot(
        title=translate("simulation", "Course lengths"),
        along=translate("simulation", "Days from consent to the last visit"),
        up=translate("simulation", "Participants"),
        series=(Series(translate("simulation", "Participants")),),
        bars=tuple(bars),
        from_first=True,
        mark=mark,
        mark_words=words,
    )


def span_text(first: int, last: int) -> str:
    """A class of lengths: "197 to 203 days"."""
    if first == last:
        return translate("simulation", "%n day(s)", "", first)
    return translate("simulation", "{first} to {last} days").format(
        first=number_text(first), last=number_text(last)
    )


def days_text(days: float) -> str:
    """A number of days, halves as halves."""
    if days == int(days):
        return translate("simulation", "%n day(s)", "", int(days))
    return translate("simulation", "{days} days").format(days=f"{number_text(int(days))}½")


def instance_titles(plan: Plan) -> Mapping[str, str]:
    """What each instance is called, by key."""
    return {each.key: each.title for timeline in plan.timelines for each in timeline.instances}
