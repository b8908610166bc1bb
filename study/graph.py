"""The graph of one timeline: its edges, the order of its path, its loops and what cannot be reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from study.model import ScheduledInstance, ScheduleTimeline, StudyDesign, Timing

OTHERWISE = "otherwise"

# How much walking all loop bodies of one timeline may cost, as a multiple of its size. Real studies have loops
# of a few visits; thousands of loops inside each other only come from damaged or hostile files.
_BODY_BUDGET = 64

FIXED_REFERENCE = "C201358"


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


def schedule_graph(timeline: ScheduleTimeline, design: StudyDesign | None = None) -> ScheduleGraph:
    """The graph of one timeline; never raises on damaged input, and takes time linear in the timeline's size.

    `design` adds the sub-timelines that its activities carry, and tells which timeline ids lead nowhere. With no
    usable entryId the walk starts at the instances that nothing points to, else at the first. At a branch the way
    that stays in the loop comes before the way out, then the file's order decides, and each branch stands whole.
    A reference to a repeated id means the first instance that has it. A decision's default edge is labelled
    "otherwise" (USDM: ScheduledDecisionInstance.defaultConditionId is the else branch).
    """
    return _GraphBuilder(timeline, design).build()


def relabelled(graph: ScheduleGraph, timings: Collection[str]) -> ScheduleGraph:
    """The graph after timings with these ids are called otherwise (`valueLabel`), and nothing else of it differs."""
    labels = {each.id: each.value_label for each in graph.timeline.timings if each.id in timings}
    return replace(
        graph,
        timing_edges=tuple(
            replace(edge, label=labels[edge.entity_id]) if edge.entity_id in labels else edge
            for edge in graph.timing_edges
        ),
    )


def instance_keys(
    instances: Sequence[ScheduledInstance],
) -> tuple[dict[str, ScheduledInstance], dict[str, str]]:
    """The instances by key in file order, and the key that each id means (of a repeated id, its first instance)."""
    counts = Counter(instance.id for instance in instances)
    by_key: dict[str, ScheduledInstance] = {}
    key_of: dict[str, str] = {}
    for place, instance in enumerate(instances, 1):
        identity = instance.id
        if identity is not None and counts[identity] == 1:
            key = identity
        else:
            key = f"#{place}"
            while key in counts or key in by_key:
                key = f"#{key}"
        by_key[key] = instance
        if identity is not None:
            key_of.setdefault(identity, key)
    return by_key, key_of


def is_fixed_reference(timing: Timing) -> bool:
    """Whether a timing is an anchor: by its code (C201358), or by its words where it has no code."""
    if timing.type is None:
        return False
    code = timing.type.code
    return code == FIXED_REFERENCE if code else timing.type.decode.strip().casefold() == "fixed reference"


def components(successors: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The strongly connected component of each node, as a number (Tarjan's algorithm with a stack of its own).

    `successors` maps every node to nodes that are themselves keys of it.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    component: dict[str, int] = {}
    waiting: list[str] = []
    count = 0
    for root in successors:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        waiting.append(root)
        walk = [(root, iter(successors[root]))]
        while walk:
            node, rest = walk[-1]
            for target in rest:
                if target not in number:
                    number[target] = low[target] = len(number)
                    waiting.append(target)
                    walk.append((target, iter(successors[target])))
                    break
                if target not in component:
                    low[node] = min(low[node], number[target])
            else:
                walk.pop()
                if walk:
                    parent = walk[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == number[node]:
                    while True:
                        member = waiting.pop()
                        component[member] = count
                        if member == node:
                            break
                    count += 1
    return component


class _GraphBuilder:
    """Builds one ScheduleGraph: first the edges as the file has them, then order, loops and what is cut off."""

    def __init__(self, timeline: ScheduleTimeline, design: StudyDesign | None) -> None:
        self.timeline = timeline
        self.design = design
        self.instances, self.key_of = instance_keys(timeline.instances)
        self.place = {key: place for place, key in enumerate(self.instances)}
        self.edges: list[Edge] = []
        self.dangling: dict[tuple[str, str, str], None] = {}  # an ordered set
        self.successors: dict[str, list[str]] = {key: [] for key in self.instances}
        self.leaves: set[str] = set()  # the keys from which an exit is taken

    def build(self) -> ScheduleGraph:
        timeline_key = self.timeline.id or ""
        entry = self._resolve(timeline_key, "entryId", self.timeline.entry)
        if entry is not None:
            self.edges.append(Edge(EdgeKind.ENTRY, timeline_key, entry))
        self._path_edges()
        self._sub_timeline_edges()
        timing_edges = self._timing_edges()

        starts = [entry] if entry is not None else self._starts()
        order, back = self._walk(starts, {})
        loops = self._loops(back, {key: n for n, key in enumerate(order)})
        if loops:  # walk again, now knowing what belongs together
            shared: dict[str, set[int]] = {}
            for n, loop in enumerate(loops):
                for key in loop.body:
                    shared.setdefault(key, set()).add(n)
            order, back = self._walk(starts, shared)
            loops = self._loops(back, {key: n for n, key in enumerate(order)})
        reached = self._reached(starts)
        return ScheduleGraph(
            timeline=self.timeline,
            instances=self.instances,
            order=tuple(order),
            edges=tuple(
                replace(edge, back=True)
                if edge.kind in (EdgeKind.DEFAULT, EdgeKind.CONDITION) and (edge.source, edge.target) in back
                else edge
                for edge in self.edges
            ),
            timing_edges=timing_edges,
            loops=loops,
            unreachable=frozenset(k for k in self.instances if k not in reached),
            dangling=tuple(self.dangling),
        )

    def _resolve(self, source: str, attribute: str, identity: str | None) -> str | None:
        """The key that an id means; None, and noted as dangling where there was an id, when it means nothing."""
        if identity is None:
            return None
        key = self.key_of.get(identity)
        if key is None:
            self.dangling[source, attribute, identity] = None
        return key

    def _path_edges(self) -> None:
        exits = {exit_.id for exit_ in self.timeline.exits}
        for key, instance in self.instances.items():
            assignments = instance.condition_assignments
            default = self._resolve(key, "defaultConditionId", instance.default_condition)
            if default is not None:
                label = OTHERWISE if assignments else ""
                self.edges.append(Edge(EdgeKind.DEFAULT, key, default, label))
                self.successors[key].append(default)
            for assignment in assignments:
                target = self._resolve(key, "conditionTargetId", assignment.target)
                if target is not None:
                    label, identity = assignment.condition, assignment.id or ""
                    self.edges.append(Edge(EdgeKind.CONDITION, key, target, label, entity_id=identity))
                    self.successors[key].append(target)
            if instance.exit is not None:
                if instance.exit in exits:
                    self.edges.append(Edge(EdgeKind.EXIT, key, instance.exit))
                    self.leaves.add(key)
                else:
                    self.dangling[key, "timelineExitId", instance.exit] = None

    def _sub_timeline_edges(self) -> None:
        carried: dict[str, str] = {}  # activity id -> timeline id
        known: set[str | None] | None = None
        if self.design is not None:
            known = {timeline.id for timeline in self.design.timelines}
            for activity in self.design.activities:
                if activity.id is not None and activity.sub_timeline is not None:
                    carried.setdefault(activity.id, activity.sub_timeline)
        for key, instance in self.instances.items():
            found = [(instance.sub_timeline, "", key)] if instance.sub_timeline is not None else []
            if carried:
                found += [(carried[a], a, a) for a in dict.fromkeys(instance.activities) if a in carried]
            for target, entity, owner in found:
                if known is not None and target not in known:
                    self.dangling[owner, "timelineId", target] = None
                else:
                    self.edges.append(Edge(EdgeKind.SUB_TIMELINE, key, target, entity_id=entity))

    def _timing_edges(self) -> tuple[Edge, ...]:
        """Each timing from the timed instance to its reference; an anchor refers to nothing but itself."""
        edges = []
        for timing in self.timeline.timings:
            owner = timing.id or ""
            timed = self._resolve(owner, "relativeFromScheduledInstanceId", timing.relative_from)
            reference = self._resolve(owner, "relativeToScheduledInstanceId", timing.relative_to)
            if timed is not None and reference is not None and not is_fixed_reference(timing):
                edges.append(Edge(EdgeKind.TIMING, timed, reference, timing.value_label, entity_id=owner))
        return tuple(edges)

    def _starts(self) -> list[str]:
        pointed_at = {
            target for source, targets in self.successors.items() for target in targets if target != source
        }
        return [key for key in self.instances if key not in pointed_at] or list(self.instances)[:1]

    def _reached(self, starts: Iterable[str]) -> set[str]:
        reached = set(starts)
        waiting = list(reached)
        while waiting:
            for target in self.successors[waiting.pop()]:
                if target not in reached:
                    reached.add(target)
                    waiting.append(target)
        return reached

    def _walk(
        self, starts: Sequence[str], shared: Mapping[str, set[int]]
    ) -> tuple[list[str], set[tuple[str, str]]]:
        """The path from `starts`, then the rest in file order; and the (source, target) that close a loop.

        The path is a reverse postorder: without its back edges a topological order, the last visited first.
        `shared` holds the loops that a key is part of: what shares most with its predecessor follows it directly.
        """
        none: set[int] = set()

        def ways(key: str) -> list[str]:
            targets = list(dict.fromkeys(self.successors[key]))
            if len(targets) > 1:
                mine = shared.get(key, none)
                targets.sort(key=lambda t: (len(mine & shared.get(t, none)), -self.place[t]))
            return targets

        done: set[str] = set()
        open_: set[str] = set()
        back: set[tuple[str, str]] = set()
        postorder: list[str] = []
        length = 0
        # What cannot be reached is walked too, but only afterwards: it must not decide where a loop is entered.
        for place, root in enumerate((*reversed(starts), *self.instances)):
            if place == len(starts):
                length = len(postorder)
            if root in done:
                continue
            open_.add(root)
            walk = [(root, iter(ways(root)))]
            while walk:
                key, rest = walk[-1]
                for target in rest:
                    if target in open_:
                        back.add((key, target))
                    elif target not in done:
                        open_.add(target)
                        walk.append((target, iter(ways(target))))
                        break
                else:
                    walk.pop()
                    open_.discard(key)
                    done.add(key)
                    postorder.append(key)
        path = postorder[:length][::-1]
        on_path = set(path)
        return [*path, *(key for key in self.instances if key not in on_path)], back

    def _loops(self, back: set[tuple[str, str]], position: Mapping[str, int]) -> tuple[Loop, ...]:
        """The loop of each back edge, by the place of its head and tail in `position`.

        A body is the natural loop: the head and all that leads to the tail without passing the head. Past the
        budget for walking bodies, a loop is told by its head and tail alone.
        """
        if not back:
            return ()
        component = components(self.successors)
        predecessors: dict[str, list[str]] = {key: [] for key in self.instances}
        way_out: set[int] = {component[key] for key in self.leaves}
        for source, targets in self.successors.items():
            for target in targets:
                predecessors[target].append(source)
                if component[source] != component[target]:
                    way_out.add(component[source])
        labels: dict[tuple[str, str], list[str]] = {}
        for edge in self.edges:
            if (edge.source, edge.target) in back and edge.kind in (EdgeKind.DEFAULT, EdgeKind.CONDITION):
                labels.setdefault((edge.source, edge.target), []).append(edge.label)
        budget = _BODY_BUDGET * (len(self.instances) + len(self.edges)) + 10_000
        loops = []
        for tail, head in sorted(back, key=lambda pair: (position[pair[1]], position[pair[0]])):
            body = {head, tail}
            waiting = [] if tail == head else [tail]
            while waiting and budget > 0:
                for source in predecessors[waiting.pop()]:
                    budget -= 1
                    if source not in body and component[source] == component[head]:
                        body.add(source)
                        waiting.append(source)
            if waiting:
                body = {head, tail}
                leads_out = component[head] in way_out
            else:
                budget -= len(body)
                leads_out = any(
                    key in self.leaves or any(t not in body for t in self.successors[key]) for key in body
                )
            label = " or ".join(dict.fromkeys(text for text in labels[tail, head] if text))
            loops.append(Loop(head, tail, tuple(sorted(body, key=position.__getitem__)), label, leads_out))
        return tuple(loops)
