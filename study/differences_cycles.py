"""Decisions and cycles in words: where a decision leads, which visits are repeated and until when."""

from __future__ import annotations

from collections.abc import Sequence

from study.graph import OTHERWISE, EdgeKind, Loop
from study.language import translate
from study.model import ScheduledInstance
from study.timeline import PlannedTimes


def ways_told(decision: ScheduledInstance, times: PlannedTimes) -> str:
    """Where a decision leads, a line each: "Day = -6 → Visit 2", the else branch last."""
    titles = {i.id: i.title for i in times.graph.instances.values() if i.id}
    ways = [
        f"{way.condition} → {titles.get(way.target or '', way.target or '–')}"
        for way in decision.condition_assignments
    ]
    onward = decision.default_condition
    if onward:
        way = translate("compare", "otherwise → {visit}").format(visit=titles.get(onward, onward))
        ways.append(way)
    return "\n".join(ways)


def cycle_told(loop: Loop, times: PlannedTimes) -> str:
    """ "2 visits, Cycle Day 1 and Cycle Day 15, repeated until “progression”"."""
    names = names_of_body(loop, times)
    visits = translate("compare", "%n visit(s)", "", len(names))
    shown = listed(names)
    body = set(loop.body)
    if loop.label and loop.label != OTHERWISE:
        return translate("compare", "{visits}, {names}, repeated while “{condition}”").format(
            visits=visits, names=shown, condition=loop.label
        )
    out = [
        edge.label
        for edge in times.graph.edges
        if edge.source in body and edge.target not in body and edge.kind is EdgeKind.CONDITION and edge.label
    ]
    if out:
        return translate("compare", "{visits}, {names}, repeated until “{condition}”").format(
            visits=visits, names=shown, condition="”, “".join(dict.fromkeys(out))
        )
    return translate("compare", "{visits}, {names}, repeated").format(visits=visits, names=shown)


def names_of_body(loop: Loop, times: PlannedTimes) -> list[str]:
    """What the visits of a loop are called, in order."""
    instances = [times.graph.instances[key] for key in loop.body]
    return [each.title for each in instances if not each.is_decision]


def listed(names: Sequence[str]) -> str:
    """Names as a person lists them: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return translate("compare", "{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
