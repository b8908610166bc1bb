"""Ways through a timeline's graph: what leads to an instance, and what may follow it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from study.graph import EdgeKind, ScheduleGraph

_WAYS = (EdgeKind.DEFAULT, EdgeKind.CONDITION)


@dataclass(frozen=True, slots=True)
class Pathway:
    """The instances on a way by key, and the edges between them as (source key, target key)."""

    keys: frozenset[str]
    steps: frozenset[tuple[str, str]]


def leading_to(graph: ScheduleGraph, key: str) -> Pathway:
    """All that may come before an instance, from the entry, and the instance itself. Loops are not gone round."""
    return _walk(key, [(after, before) for before, after in _ahead(graph)], turned=True)


def following(graph: ScheduleGraph, key: str) -> Pathway:
    """All that may come after an instance, and the instance itself. Loops are not gone round."""
    return _walk(key, _ahead(graph), turned=False)


def neighbours(graph: ScheduleGraph) -> Mapping[str, tuple[list[str], list[str]]]:
    """The instances directly before and directly after each instance, ways back included."""
    found: dict[str, tuple[list[str], list[str]]] = {key: ([], []) for key in graph.instances}
    for edge in graph.edges:
        if edge.kind in _WAYS and edge.source in found and edge.target in found:
            if edge.target not in found[edge.source][1]:
                found[edge.source][1].append(edge.target)
            if edge.source not in found[edge.target][0]:
                found[edge.target][0].append(edge.source)
    return found


def _ahead(graph: ScheduleGraph) -> list[tuple[str, str]]:
    return [(e.source, e.target) for e in graph.edges if e.kind in _WAYS and not e.back]


def _walk(start: str, pairs: Iterable[tuple[str, str]], *, turned: bool) -> Pathway:
    ways: dict[str, list[str]] = {}
    for source, target in pairs:
        ways.setdefault(source, []).append(target)
    keys, steps, waiting = {start}, set(), [start]
    while waiting:
        here = waiting.pop()
        for there in ways.get(here, ()):
            steps.add((there, here) if turned else (here, there))
            if there not in keys:
                keys.add(there)
                waiting.append(there)
    return Pathway(frozenset(keys), frozenset(steps))
