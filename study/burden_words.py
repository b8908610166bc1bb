"""The burden of a schedule in words for a person: totals, where they come from, and what an edit makes more or less."""

from __future__ import annotations

from study.burden import Burden, BurdenDifference, VisitBurden
from study.language import number_text, translate


def burden_lines(burden: Burden) -> list[str]:
    """The totals, a line each: visits, planned assessments, samples, hours at the site."""
    lines = [_visits(burden), translate("burden", "%n planned assessment(s)", "", burden.assessments)]
    lines.append(_samples(burden))
    lines.append(hours_line(burden))
    return lines


def burden_notes(burden: Burden) -> list[str]:
    """What the numbers stand on, a sentence each."""
    notes = []
    if burden.has_loops:
        notes.append(translate("burden", "Each cycle is counted once."))
    if burden.has_branches:
        notes.append(translate("burden", "Every branch is counted: a participant takes one of them."))
    notes.append(
        translate(
            "burden",
            "USDM says how long sub-timelines last, and no duration of an activity: hours are at least so many.",
        )
    )
    return notes


def hours_line(burden: Burden) -> str:
    """The hours at the site: "At least 31 h at the site, by the sub-timelines of 6 visits; not known for 18"."""
    seconds, unknown = burden.seconds, len(burden.visits) - burden.timed_visits - burden.remote_visits
    if seconds is None:
        return translate("burden", "Hours at the site: not known")
    known = translate(
        "burden", "At least {hours} at the site, by the sub-timelines of %n visit(s)", "", burden.timed_visits
    ).format(hours=hours_text(seconds))
    if unknown <= 0:
        return known
    return translate("burden", "{known}; not known for {count}").format(
        known=known, count=number_text(unknown)
    )


def hours_text(seconds: int) -> str:
    """A length of time in hours and minutes: "5 h 30 min"."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return translate("burden", "{minutes} min").format(minutes=minutes)
    if not minutes:
        return translate("burden", "{hours} h").format(hours=number_text(hours))
    return translate("burden", "{hours} h {minutes} min").format(hours=number_text(hours), minutes=minutes)


def visit_line(visit: VisitBurden) -> str:
    """One visit: "12 planned assessments · 3 samples · at least 2 h"."""
    assessments = translate("burden", "%n planned assessment(s)", "", visit.assessments)
    samples = translate("burden", "%n sample(s)", "", visit.samples)
    if visit.seconds is None:
        return translate("burden", "{assessments} · {samples}").format(
            assessments=assessments, samples=samples
        )
    return translate("burden", "{assessments} · {samples} · at least {hours}").format(
        assessments=assessments, samples=samples, hours=hours_text(visit.seconds)
    )


def difference_lines(difference: BurdenDifference) -> list[str]:
    """What the later revision asks for more or less, a line each; one line where nothing differs."""
    lines = []
    if difference.visits:
        lines.append(_visits_more(difference.visits))
    if difference.assessments:
        lines.append(_assessments_more(difference.assessments))
    if difference.samples:
        lines.append(_samples_more(difference.samples))
    if difference.seconds:
        lines.append(_hours_more(difference.seconds))
    if not lines and not difference.is_none:
        lines.append(translate("burden", "The same in total, at other visits"))
    return lines or [translate("burden", "The same burden as before")]


def _visits(burden: Burden) -> str:
    visits = translate("burden", "%n visit(s)", "", len(burden.visits))
    if not burden.remote_visits:
        return visits
    return translate(
        "burden", "{visits}, %n of them by telephone or at home", "", burden.remote_visits
    ).format(visits=visits)


def _samples(burden: Burden) -> str:
    samples = translate("burden", "%n sample(s)", "", burden.samples)
    if not burden.samples_by_name:
        return samples
    if burden.samples_by_name == burden.samples:
        return translate("burden", "{samples}, only by the names of the activities").format(samples=samples)
    return translate(
        "burden", "{samples}, %n of them only by the name of the activity", "", burden.samples_by_name
    ).format(samples=samples)


def _visits_more(count: int) -> str:
    if count > 0:
        return translate("burden", "%n visit(s) more", "", count)
    return translate("burden", "%n visit(s) fewer", "", -count)


def _assessments_more(count: int) -> str:
    if count > 0:
        return translate("burden", "%n planned assessment(s) more", "", count)
    return translate("burden", "%n planned assessment(s) fewer", "", -count)


def _samples_more(count: int) -> str:
    if count > 0:
        return translate("burden", "%n sample(s) more", "", count)
    return translate("burden", "%n sample(s) fewer", "", -count)


def _hours_more(seconds: int) -> str:
    if seconds > 0:
        return translate("burden", "{hours} more at the site").format(hours=hours_text(seconds))
    return translate("burden", "{hours} less at the site").format(hours=hours_text(-seconds))
