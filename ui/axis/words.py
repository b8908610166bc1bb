"""What the time axis says in words: tooltips, and each visit for those who do not see it."""

from __future__ import annotations

from html import escape

from study.axis import AxisVisit, Section, Untimed
from study.axis_notes import gap_text, overlap_text, point_text
from study.dating_words import free_day_text, took_place_text, when_dates_text
from study.language import translate
from study.timeline import clock_window_on_date
from study.wording import day_text, not_stated, sentence, window_text
from ui.axis.frame import Facts, Frame, Place, Zone
from ui.axis.heading import loop_text
from ui.dates.locale_dates import LocaleDates

_LONGEST = 2000  # characters of one text in a tooltip


def spoken(visit: AxisVisit) -> str:
    """A visit in one line: "Week 8, Day 57, window 54 to 60"."""
    window = window_text(visit.planned)
    if _bare_anchor(visit):
        text = translate("axis", "{name}, {day}, the anchor")
    elif window:
        text = translate("axis", "{name}, {day}, window {window}")
    else:
        text = translate("axis", "{name}, {day}, any time of it")
    words = text.format(name=visit.title, day=day_text(visit.planned), window=window)
    dates = when_dates_text(visit.dated, LocaleDates()) if visit.dated is not None else ""
    return translate("axis", "{visit}, {dates}").format(visit=words, dates=dates) if dates else words


def spoken_untimed(item: Untimed) -> str:
    """What has no known time, in one line, with why."""
    return translate("axis", "{name}, no known time. {reason}").format(name=item.title, reason=item.reason)


def visit_lines(facts: Facts, visit: AxisVisit) -> list[str]:
    """Name, day and window, the sentence a person would say, and what is worth knowing about its place in time."""
    planned, section = visit.planned, facts.section
    window = window_text(planned)
    when = day_text(planned)
    if window == not_stated():
        when = translate("axis", "{day}, window not stated").format(day=when)
    elif window and not _bare_anchor(visit):
        when = translate("axis", "{day}, window {window}").format(day=when, window=window)
    lines = [visit.title, when, sentence(planned, section.times)]
    if visit.dated is not None:
        form = LocaleDates()
        lines.append(when_dates_text(visit.dated, form))
        lines += [took_place_text(visit.dated), free_day_text(visit.dated, form)]
    if visit.instance.description not in ("", visit.title):
        lines.append(visit.instance.description)
    if clock_window_on_date(planned):
        lines.append(
            translate("axis", "A window in hours around a day with no time of day: it cannot be judged.")
        )
    if planned.note:
        lines.append(planned.note)
    if visit.is_decision:
        lines.append(translate("axis", "Decision: where the path goes on is decided here."))
    if visit.sub_timeline:
        lines.append(
            translate("axis", "Runs a sub-timeline of %n instance(s). Enter opens it.", "", visit.sub_count)
        )
    lines += [
        overlap_text(overlap, section)
        for overlap in facts.overlaps
        if visit.key in (overlap.first.key, overlap.second.key)
    ]
    lines += [gap_text(gap, section) for gap in facts.gaps if visit.key == gap.after.key]
    return [line for line in lines if line]


def _bare_anchor(visit: AxisVisit) -> bool:
    return visit.is_anchor and visit.opens is None and visit.closes is None


def tooltip(lines: list[str]) -> str:
    """A tooltip of plain text, the first line strong; "" for no lines."""
    if not lines:
        return ""
    first, *rest = (escape(line if len(line) <= _LONGEST else line[:_LONGEST] + "…") for line in lines)
    return "<qt>" + "<br>".join([f"<b>{first}</b>", *rest]) + "</qt>"


def place_tooltip(frame: Frame, place: Place) -> str:
    """All there is to say about what lies at a place; "" for nothing."""
    if place.section < 0:
        return ""
    facts = frame.sections[place.section].facts
    section = facts.section
    if place.visit >= 0:
        return tooltip(visit_lines(facts, section.visits[place.visit]))
    if place.zone is Zone.UNTIMED:
        item = section.untimed[place.item]
        return tooltip([item.title, item.reason])
    if place.zone is Zone.EPOCH:
        band = section.bands[place.item]
        return tooltip([band.title, _span(section, band.start, band.end)])
    if place.zone is Zone.LOOP:
        loop = section.loops[place.item]
        names = {visit.key: visit.title for visit in section.visits}
        back = translate("axis", "Drawn once. Goes back from {tail} to {head}.").format(
            tail=names.get(loop.tail, loop.tail), head=names.get(loop.head, loop.head)
        )
        return tooltip([loop_text(loop.label), back])
    return ""


def _span(section: Section, start: int, end: int) -> str:
    """From the first to the last planned time of the visits within two positions."""
    inside = [visit for visit in section.visits if start <= visit.at <= end and start <= visit.end <= end]
    if not inside:
        return ""
    first, last = min(v.at for v in inside), max(v.end for v in inside)
    if first == last:
        return point_text(section, first)
    text = translate("axis", "Planned from {start} to {end}")
    return text.format(start=point_text(section, first), end=point_text(section, last))
