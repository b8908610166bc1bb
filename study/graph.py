"""The graph of one timeline: its edges, the order of its path, its loops and what cannot be reached."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from study.model import ScheduledInstance, ScheduleTimeline


class EdgeKind(StrEnum):
    """What an edge says: the path (entry, default, condition, exit), a sub-timeline, or a timing."""

    ENTRY = "entry"
    DEFAULT = "default"
    CONDITION = "condition"
    EXIT = "exit"
    SUB_TIMELINE = "sub-timeline"
    TIMING = "timing"


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two nodes, named by their keys.

    `source` of an entry is the timeline's id; `target` of an exit is the exit's id and of a sub-timeline that
    timeline's id; a timing goes from the timed instance to its reference. `back` marks an edge that closes a loop.
    `entity_id` is the ConditionAssignment, Timing or Activity that makes the edge, where one does.
    """

    kind: EdgeKind
    source: str
    target: str
    label: str = ""
    back: bool = False
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop: the back edge from `tail` to `head`, the keys of its `body` in order, and whether a way leads out."""

    head: str
    tail: str
    body: tuple[str, ...]
    label: str
    has_way_out: bool


@dataclass(frozen=True, slots=True)
class ScheduleGraph:
    """One timeline as a graph.

    A node's key is its id; an instance whose id is missing or repeated has the key `#n` (n: its place in the
    file). `order` holds every instance's key once: the path first, ties included, in graph order (never by time),
    then what cannot be reached, in file order. `dangling` holds (source key, attribute, missing id).
    """

    timeline: ScheduleTimeline
    instances: dict[str, ScheduledInstance]
    order: tuple[str, ...]
    edges: tuple[Edge, ...]
    timing_edges: tuple[Edge, ...]
    loops: tuple[Loop, ...]
    unreachable: frozenset[str]
    dangling: tuple[tuple[str, str, str], ...]
