"""The dates of a visit as rows of words: planned day and window, what is open, weekend and holiday."""

from __future__ import annotations

from study.dating import DatedTime, DatedTimes, DateStatus
from study.dating_words import DateForm, dates_sentence, free_day_text, until_then_text
from study.language import translate
from study.visit_title import visit_title


def date_rows(dated: DatedTime, dates: DatedTimes, form: DateForm) -> list[tuple[str, str]]:
    """(words, text) for what is known of the dates; none without a date."""
    if dated.date is None:
        if dated.status is DateStatus.DONE and dated.reason and not dated.planned.is_anchor:
            return [(translate("inspector", "Planned"), dated.reason)]
        return []
    rows: list[tuple[str, str]] = []
    if not (dated.planned.is_anchor and dated.status is DateStatus.DONE):
        rows.append((translate("inspector", "Planned"), dates_sentence(dated, form)))
    reference = dates.planned.times.get(dated.planned.reference)
    if reference is not None and (said := until_then_text(dated, visit_title(reference), form)):
        rows.append((translate("inspector", "May become"), said))
    if said := free_day_text(dated, form):
        rows.append((translate("inspector", "Note"), said))
    if (
        dated.actual is not None
        and dated.study_day is not None
        and dated.study_day != dated.planned.study_day
    ):
        text = translate("inspector", "It took place on Study Day {day}").format(day=dated.study_day)
        rows.append((translate("inspector", "Actual day"), text))
    elif dated.actual is None and dated.study_day not in (None, dated.planned.study_day):
        text = translate("inspector", "Now expected on Study Day {day}").format(day=dated.study_day)
        rows.append((translate("inspector", "Expected"), text))
    return rows
