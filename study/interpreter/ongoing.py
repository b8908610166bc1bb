"""What goes on between two visits, such as a diary: since the first of them took place, until the last is behind."""

from __future__ import annotations

from study.interpreter.course import Ended, Ongoing
from study.interpreter.line import Line
from study.interpreter.status import Status


def ongoing_in(line: Line, ended: Ended | None) -> list[Ongoing]:
    """What goes on now in one run, in its latest pass; nothing once participation has ended."""
    if ended is not None or line.limits.ended is not None:
        return []
    found = []
    for span in line.walk.timeline.spans:
        first = [each for each in line.occurrences if each.instance.key == span.first]
        last = [each for each in line.occurrences if each.instance.key == span.last]
        begun = next((each for each in reversed(first) if each.actual is not None), None)
        if begun is None or begun.actual is None:
            continue
        after = [each for each in last if each.pass_ >= begun.pass_ or span.first == span.last]
        if any(
            each.actual is not None or each.status in (Status.NOT_DONE, Status.NOT_REQUIRED) for each in after
        ):
            continue
        dated = after[-1].dated if after else None
        title = span.name or line.walk.plan.activity_titles.get(span.activity, span.activity)
        found.append(Ongoing(line.walk.run, span, title, begun.actual.date, dated.date if dated else None))
    return found
