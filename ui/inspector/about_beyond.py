"""What a person said of planned assessments beyond USDM, in the inspector: of a visit, of an activity."""

from __future__ import annotations

from collections.abc import Sequence

from study.annexe import ActivitySpan, Cell
from study.language import translate
from study.said_of_marks import Said, reach_of_span
from study.soa import ScheduleOfActivities
from ui.inspector.fields import Value
from ui.inspector.rows import Row
from ui.inspector.sections import Section


def beyond_section(address: str, said: Said, schedules: Sequence[ScheduleOfActivities]) -> Section | None:
    """How binding, how often, of which one is done, what goes on: for a visit by activity, for an activity by visit.

    None where nothing is said of it.
    """
    titles: dict[str, str] = {}
    for soa in schedules:
        titles |= {row.key: row.title for row in soa.rows}
        titles |= {each.key: each.title for column in soa.columns for each in (column, *column.members)}

    def others(cells: Sequence[Cell]) -> tuple[Value, ...]:
        found = dict.fromkeys(own[1] if own[0] == address else own[0] for own in cells if address in own)
        return tuple(Value(titles[each], each) for each in titles if each in found)

    rows: list[Row] = []
    for words, cells in (
        (translate("inspector", "Conditional"), tuple(said.conditional)),
        (translate("inspector", "Optional"), tuple(said.optional)),
    ):
        if values := others(cells):
            rows.append(Row(words, values))
    for times in sorted(set(said.times.values())):
        values = others([cell for cell, often in said.times.items() if often == times])
        if values:
            rows.append(Row(translate("inspector", "%n time(s) in the visit", "", times), values))
    for group in said.groups:
        if address == group.instance or address in group.activities:
            named = tuple(Value(titles[each], each) for each in group.activities if each in titles)
            if address != group.instance:
                where = translate("inspector", "at {visit}").format(visit=titles.get(group.instance, ""))
                named = (Value(where, group.instance), *named)
            rows.append(Row(group.name or translate("inspector", "One of"), named))
    rows += [_span(span, titles, address) for span in said.spans if _is_about(span, address, schedules)]
    if not rows:
        return None
    return Section(translate("inspector", "How binding, how often, how long"), tuple(rows), name="beyond")


def _is_about(span: ActivitySpan, address: str, schedules: Sequence[ScheduleOfActivities]) -> bool:
    if span.activity == address:
        return True
    for soa in schedules:
        at = next(
            (n for n, c in enumerate(soa.columns) if address in (c.key, *(m.key for m in c.members))), None
        )
        if at is not None and at in reach_of_span(span, soa):
            return True
    return False


def _span(span: ActivitySpan, titles: dict[str, str], address: str) -> Row:
    values = [Value(titles.get(span.activity, ""), span.activity)] if span.activity != address else []
    values += [
        Value(
            translate("inspector", "from {visit}").format(visit=titles.get(span.first, "")),
            span.first,
        ),
        Value(translate("inspector", "to {visit}").format(visit=titles.get(span.last, "")), span.last),
    ]
    if span.name:
        values.append(Value(span.name))
    return Row(translate("inspector", "Goes on"), tuple(values))
