"""One simulated participant as rows: each visit with its date, window, status and potential deviations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from study.interpreter.deviations import DeviationKind, deviations_of
from study.interpreter.facts import Place
from study.interpreter.status import Status
from study.plan.plan import Plan
from study.simulation.participant import Simulated


@dataclass(frozen=True, slots=True)
class Row:
    """One visit. Dates are the site's, None where not known; the window's sides None where not stated.

    `days_out`: days out of the window, negative before it; None where it was in it or has none.
    """

    participant: int
    run: str
    timeline: str
    instance: str
    name: str
    pass_: int
    planned: dt.date | None
    window_open: dt.date | None
    window_close: dt.date | None
    done: dt.date | None
    status: Status
    deviations: tuple[DeviationKind, ...]
    days_out: int | None
    reason: str


def rows_of(one: Simulated, plan: Plan) -> list[Row]:
    """The visits of one participant, in the order of the path."""
    found: dict[Place, list[DeviationKind]] = {}
    for deviation in deviations_of(one.course):
        found.setdefault((deviation.run, deviation.key, deviation.pass_), []).append(deviation.kind)
    titles = {each.id: each.title for each in plan.timelines}
    rows = []
    for each in one.course.occurrences:
        dated = each.dated
        rows.append(
            Row(
                one.number,
                each.run,
                titles.get(each.timeline, each.timeline),
                each.instance.key,
                each.instance.title,
                each.pass_,
                dated.date if dated is not None else None,
                dated.first if dated is not None else None,
                dated.last if dated is not None else None,
                each.actual.date if each.actual is not None else None,
                each.status,
                tuple(found.get(each.place, ())),
                each.out.days if each.out is not None else None,
                each.reason,
            )
        )
    return rows
