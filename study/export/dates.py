"""The dates of a timeline as an export shows them: texts by visit, and what they were counted from."""

from __future__ import annotations

from study.dating import DatedTimes
from study.dating_words import DateForm, day_dates_text, window_dates_text
from study.export.printable import one_line
from study.export.shown import DateTexts, ShownDates
from study.language import translate


def shown_dates(dated: DatedTimes, form: DateForm) -> ShownDates | None:
    """The dates with their basis (anchors, site, actual visits) in words; None where nothing is dated."""
    if not dated.is_dated:
        return None
    texts: dict[str, DateTexts] = {}
    for key, each in dated.times.items():
        note = ""
        if each.actual is not None and not each.planned.is_anchor:
            note = translate("export", "took place")
        elif each.is_provisional:
            note = translate("export", "forecast")
        texts[key] = DateTexts(day_dates_text(each, form), window_dates_text(each, form), note)
    return ShownDates(_basis(dated, form), texts, _notes(dated, form))


def _title(dated: DatedTimes, key: str) -> str:
    planned = dated.planned.times.get(key)
    return one_line(planned.instance.title) if planned is not None else ""


def _basis(dated: DatedTimes, form: DateForm) -> str:
    said = []
    for key, anchor in dated.dating.anchors.items():
        if not (title := _title(dated, key)):
            continue
        template = (
            translate("export", "counted from {visit} on {date}")
            if anchor.happened
            else translate("export", "counted from {visit}, expected on {date}")
        )
        said.append(template.format(visit=title, date=form.day(anchor.date)))
    return "; ".join(said) or translate("export", "counted from visits that took place")


def _notes(dated: DatedTimes, form: DateForm) -> tuple[str, ...]:
    dating = dated.dating
    said = []
    if dating.zone:
        said.append(translate("export", "Time zone of the site: {zone}.").format(zone=dating.zone))
    if dating.country:
        place = "-".join(part for part in (dating.country, dating.subdivision) if part)
        said.append(translate("export", "Holidays and weekends of: {country}.").format(country=place))
    for key, moment in dating.actual.items():
        if title := _title(dated, key):
            text = translate("export", "{visit} took place on {date}.")
            said.append(text.format(visit=title, date=form.day(moment.date)))
    return tuple(said)
