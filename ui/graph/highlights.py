"""What a canvas lights and dims: an arm's path, where the selection is used, a filter, a way, what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.open_study import Projection
from study.arm_paths import ArmPath, arm_path, standing_text
from study.language import translate
from study.model import StudyArm
from study.pathways import Pathway, following, leading_to
from study.timing_chains import TimingChains, timing_chains
from study.visit_search import Match, VisitSearch
from study.where_used import WhereUsed, where_used
from ui.canvas.face import one_line
from ui.canvas.hit import Hit
from ui.canvas.lighting import NO_LIGHTING, Lighting
from ui.canvas.scene import Scene
from ui.canvas.shapes import Bools, NodeKind
from ui.canvas.view import ScheduleCanvas


class Way(StrEnum):
    """Which way through the graph is lit."""

    NONE = ""
    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to filter by: its kind (arm, epoch, encounter, activity, text), address and words."""

    kind: str
    address: str
    title: str


class Knowledge:
    """What is asked of one timeline, each answer prepared when it is first asked for."""

    def __init__(self, projection: Projection) -> None:
        self.projection = projection
        self._paths: dict[StudyArm, ArmPath] = {}

    @cached_property
    def used(self) -> WhereUsed:
        """Where entities are used."""
        return where_used(self.projection.soa, self.projection.design)

    @cached_property
    def search(self) -> VisitSearch:
        """The texts of the instances."""
        return VisitSearch(self.projection.soa, self.projection.design)

    @cached_property
    def chains(self) -> TimingChains:
        """What hangs on what."""
        return timing_chains(self.projection.planned)

    def arm(self, address: str) -> StudyArm | None:
        """The arm with this id."""
        return next((arm for arm in self.projection.design.arms if address and arm.id == address), None)

    def path(self, arm: StudyArm) -> ArmPath:
        """The path of an arm."""
        found = self._paths.get(arm)
        if found is None:
            found = self._paths[arm] = arm_path(arm, self.projection.design, self.projection.graph)
        return found

    @property
    def visits(self) -> list[str]:
        """The keys of the activity instances, in graph order."""
        return [c.key for c in self.projection.soa.columns if not c.is_decision]


class Highlights(QObject):
    """Lays the lights of one canvas. `changed` tells that a count or a found place may differ."""

    changed = Signal()

    def __init__(self, canvas: ScheduleCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.known: Knowledge | None = None
        self.arm = ""
        self.terms: tuple[Term, ...] = ()
        self.text = ""
        self.way = Way.NONE
        self.found: tuple[Match, ...] = ()
        self.at = -1
        self._query = ""
        self._selection = ""
        canvas.scene_changed.connect(self._lay_all)
        canvas.remarks.append(self._remark)

    # What is asked for

    def set_projection(self, projection: Projection | None) -> None:
        """Another timeline is shown, or the same one anew; the canvas shows it already."""
        before = self.known.projection if self.known is not None else None
        if before is not projection:
            self.known = Knowledge(projection) if projection is not None else None
            if before is None or projection is None or before.design != projection.design:
                self.arm, self.terms, self.text = "", (), ""
            if before is None or projection is None or before.timeline.id != projection.timeline.id:
                self.way = Way.NONE
        self._lay_all()

    def set_arm(self, address: str) -> None:
        """Light the path of an arm; "" for all arms."""
        self.arm = address
        self._lay_arm()
        self._lay_filter()
        self.changed.emit()

    def set_terms(self, terms: Sequence[Term]) -> None:
        """Filter by these: any of one kind, all kinds together."""
        self.terms = tuple(terms)
        self._lay_filter()
        self._bring_into_view(self.matching() if self.terms else None)
        self.changed.emit()

    def set_text(self, text: str) -> None:
        """Filter by what is being typed, too."""
        self.text = text
        self._lay_filter()
        self.changed.emit()

    def set_selection(self, address: str) -> None:
        """Light where the shared selection is used; an arm that is selected is the one whose path is lit."""
        self._selection = address
        if self.known is not None and address != self.arm and self.known.arm(address) is not None:
            self.set_arm(address)
        self._lay_use()
        self._lay_way()

    def show_way(self, way: Way) -> None:
        """Light what leads to the selected visit, what follows it, or both."""
        self.way = way
        self._lay_way()
        self.changed.emit()

    def find(self, query: str) -> None:
        """Light what is found, and stand at the first that is at or after the selection."""
        self._query = query
        self.found = self.known.search.find(query) if self.known is not None else ()
        self.at = -1
        if self.found:
            strongest = min(self.found, key=lambda match: match.ground)
            self.at = self.found.index(strongest)
        self._lay_found()
        self._go_to_found()
        self.changed.emit()

    def step(self, by: int) -> None:
        """Go to the next found (1) or the one before (-1), round and round."""
        if self.found:
            self.at = (self.at + by) % len(self.found)
            self._lay_found()
            self._go_to_found()
            self.changed.emit()

    # What can be told

    def matching(self) -> list[str] | None:
        """The visits that the filter lets through, by key; None where there is no filter."""
        known = self.known
        if known is None or not (self.terms or self.text.strip() or self.arm):
            return None
        visits = known.visits
        kept = set(visits)
        by_kind: dict[str, set[str]] = {}
        for term in self.terms:
            keys: Iterable[str]
            if term.kind == "text":
                kept &= {match.key for match in known.search.find(term.title)}
            else:
                keys = known.used(term.address)
                by_kind.setdefault(term.kind, set()).update(keys)
        for keys in by_kind.values():
            kept &= set(keys)
        if self.text.strip():
            kept &= {match.key for match in known.search.find(self.text)}
        arm = known.arm(self.arm)
        if arm is not None:
            kept &= known.path(arm).keys
        return [key for key in visits if key in kept]

    @property
    def is_filtering(self) -> bool:
        """Whether anything is typed or chosen, arms aside."""
        return bool(self.terms or self.text.strip())

    def _remark(self, node: int) -> str:
        """Why a card is on the path of the arm that is lit, or is not, and what names the arm there."""
        scene, known = self._scene(), self.known
        arm = known.arm(self.arm) if known is not None else None
        if scene is None or known is None or arm is None:
            return ""
        path = known.path(arm)
        key = scene.content.address(node)
        standing = path.standing.get(key)
        if standing is None:
            return ""
        lines = [standing_text(standing, arm.title)]
        lines += [
            translate("graph", "Names this arm: {text}").format(text=one_line(mention.text, 160))
            for mention in path.mentions
            if key in mention.keys
        ]
        return "\n".join(lines)

    # Laying the lights

    def _lay_all(self) -> None:
        for lay in (self._lay_arm, self._lay_use, self._lay_filter, self._lay_way, self._lay_found):
            lay()
        self.changed.emit()

    def _scene(self) -> Scene | None:
        return self._canvas.scene if self.known is not None else None

    def _node(self, key: str) -> int | None:
        """Where an instance is drawn: its card, or the block that its collapsed epoch has become."""
        scene = self._scene()
        if scene is None or self.known is None:
            return None
        node = scene.place_of(key)
        instance = self.known.projection.graph.instances.get(key)
        if node is None and instance is not None and instance.epoch:
            node = scene.place_of(instance.epoch)
        return node

    def _mask(self, keys: Iterable[str]) -> Bools | None:
        scene = self._scene()
        if scene is None:
            return None
        mask = np.zeros(scene.count, np.bool_)
        for key in keys:
            node = self._node(key)
            if node is not None:
                mask[node] = True
        return mask

    def _others(self, keys: Iterable[str], *, ends: bool = False) -> Bools | None:
        """All but these; entry and exits only where `ends`."""
        scene, mask = self._scene(), self._mask(keys)
        if scene is None or mask is None:
            return None
        others: Bools = ~mask if ends else ~mask & (scene.kind <= NodeKind.DECISION)
        return others

    def _links(self, wanted: Callable[[int, int], bool]) -> Bools:
        scene = self._scene()
        assert scene is not None
        return np.array([wanted(link.source, link.target) for link in scene.content.links], np.bool_)

    def _lay_arm(self) -> None:
        scene, known = self._scene(), self.known
        arm = known.arm(self.arm) if known is not None else None
        if scene is None or known is None or arm is None:
            self._canvas.lights.set("arm", NO_LIGHTING)
            return
        keys = known.path(arm).keys
        mask = self._mask(keys)
        assert mask is not None
        on = mask | (scene.kind > NodeKind.DECISION)
        links = self._links(lambda source, target: bool(on[source] and on[target]))
        self._canvas.lights.set("arm", Lighting(dim=self._others(keys), lit_links=links))

    def _lay_use(self) -> None:
        scene, known = self._scene(), self.known
        keys: tuple[str, ...] = ()
        if scene is not None and known is not None and self._selection:
            own = scene.place_of(self._selection)
            is_arm = known.arm(self._selection) is not None
            if not is_arm and (own is None or scene.kind[own] > NodeKind.DECISION):
                keys = known.used(self._selection)
        lit = self._mask(keys) if keys else None
        self._canvas.lights.set("use", Lighting(lit=lit) if lit is not None else NO_LIGHTING)

    def _lay_filter(self) -> None:
        known = self.known
        kept = self.matching() if known is not None and self.is_filtering else None
        if known is None or kept is None:
            self._canvas.lights.set("filter", NO_LIGHTING)
            return
        self._canvas.lights.set("filter", Lighting(dim=self._others(kept)))

    def _lay_way(self) -> None:
        scene, known = self._scene(), self.known
        graph = known.projection.graph if known is not None else None
        key = self._selection
        if scene is None or graph is None or self.way is Way.NONE or key not in graph.instances:
            self._canvas.lights.set("way", NO_LIGHTING)
            return
        ways: list[Pathway] = []
        if self.way is not Way.AFTER:
            ways.append(leading_to(graph, key))
        if self.way is not Way.BEFORE:
            ways.append(following(graph, key))
        keys = {each for way in ways for each in way.keys}
        steps = {(self._node(source), self._node(target)) for way in ways for source, target in way.steps}
        before, after = self.way is not Way.AFTER, self.way is not Way.BEFORE
        mask = self._mask(keys)
        assert mask is not None
        kind = scene.kind

        def on_way(source: int, target: int) -> bool:
            if kind[source] == NodeKind.ENTRY:
                return before and bool(mask[target])
            if kind[target] == NodeKind.EXIT:
                return after and bool(mask[source])
            return (source, target) in steps

        self._canvas.lights.set("way", Lighting(dim=self._others(keys), lit_links=self._links(on_way)))

    def _lay_found(self) -> None:
        scene = self._scene()
        if scene is None or not self.found:
            self._canvas.lights.set("found", NO_LIGHTING)
            return
        node = self._node(self.found[self.at].key) if self.at >= 0 else None
        lit = self._mask(match.key for match in self.found)
        self._canvas.lights.set("found", Lighting(lit=lit, current=node if node is not None else -1))

    def _bring_into_view(self, keys: Sequence[str] | None) -> None:
        """Go to the first of these where none is in sight."""
        scene = self._scene()
        nodes = [self._node(key) for key in keys or ()] if scene is not None else []
        there = [node for node in nodes if node is not None]
        view = self._canvas.rect()
        if there and not any(view.contains(*map(round, self._canvas.point_of(node))) for node in there):
            self._canvas.show_node(there[0])

    def _go_to_found(self) -> None:
        scene = self._scene()
        if scene is None or not 0 <= self.at < len(self.found):
            return
        node = self._node(self.found[self.at].key)
        if node is not None:
            self._canvas.show_node(node)

    def choose_found(self) -> None:
        """Select the found place that is stood at."""
        scene = self._scene()
        if scene is not None and 0 <= self.at < len(self.found):
            node = self._node(self.found[self.at].key)
            if node is not None:
                self._canvas.choose(Hit(node=node))
