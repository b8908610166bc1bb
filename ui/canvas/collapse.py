"""Collapsed epochs: each run of one is a single block with its name, its number of visits and its day range."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from study.axis_notes import signed
from study.dating import DatedTimes
from study.durations import Offset, nominal_seconds
from study.findings import Finding
from study.language import translate
from study.model import ScheduledInstance
from study.timeline import PlannedTime
from study.wording import day_text
from ui.canvas.columns import effective_epochs
from ui.canvas.face import CardFace, TimingArc
from ui.canvas.projection import ScheduleProjection
from ui.canvas.shapes import Node, NodeKind


class CollapsedProjection(ScheduleProjection):
    """`whole` with the runs of some epochs folded into blocks; everything else is asked of the same document.

    A block is a card whose address is the epoch's. `members` gives the keys inside a block, by its node, and
    `hidden` the block of each key inside one. Edges into and out of a run lead to its block.
    """

    def __init__(self, whole: ScheduleProjection, epochs: Collection[str]) -> None:
        vars(self).update(vars(whole))  # the same views of the same document
        self.whole = whole
        self.members: dict[int, tuple[str, ...]] = {}
        self.hidden: dict[str, int] = {}
        self._fold(frozenset(epochs))

    def _fold(self, epochs: frozenset[str]) -> None:
        whole = self.whole
        shown = effective_epochs(whole.nodes)
        self.nodes, self.keys, self.links, self._link_entities = [], [], [], []
        self._place = {}
        new_of: dict[int, int] = {}
        run: tuple[str, int] | None = None
        first_block: dict[str, int] = {}
        for i, node in enumerate(whole.nodes):
            inside = node.kind <= NodeKind.DECISION and shown[i] in epochs
            if not inside:
                if node.kind <= NodeKind.DECISION:
                    run = None
                new_of[i] = self._add(whole.keys[i], node)
                if node.kind <= NodeKind.DECISION:
                    self._place[whole.keys[i]] = new_of[i]
                continue
            epoch = shown[i]
            if not node.reached and epoch in first_block:
                block = first_block[epoch]
            elif run is not None and run[0] == epoch and node.reached:
                block = run[1]
            else:
                block = self._add(epoch, Node(NodeKind.CARD, epoch, node.reached))
                first_block.setdefault(epoch, block)
            if node.reached:
                run = (epoch, block)
            new_of[i] = block
            self.members[block] = (*self.members.get(block, ()), whole.keys[i])
            self.hidden[whole.keys[i]] = block
        seen: set[tuple[int, int, str, bool]] = set()
        for k, link in enumerate(whole.links):
            source, target = new_of[link.source], new_of[link.target]
            folded = source in self.members or target in self.members
            key = (source, target, link.label, link.back)
            if folded and (source == target or key in seen):
                continue
            seen.add(key)
            self.links.append(replace(link, source=source, target=target))
            self._link_entities.append(whole.link_address(k))
        self.hues = [self.epoch_hue(epoch) for epoch in effective_epochs(self.nodes)]

    def set_findings(self, findings: Mapping[str, Sequence[Finding]]) -> None:
        """Take the findings, also for when the epochs are expanded again."""
        self.whole.set_findings(findings)
        super().set_findings(findings)

    def set_dating(self, dating: DatedTimes | None) -> None:
        """Take dates, also for when the epochs are expanded again."""
        self.whole.set_dating(dating)
        super().set_dating(dating)

    def instance(self, node: int) -> ScheduledInstance | None:
        """The instance of a node; None for a block, an entry or exit."""
        return None if node in self.members else super().instance(node)

    def title(self, node: int) -> str:
        """What a person calls the node."""
        return self.epoch_title(self.keys[node]) if node in self.members else super().title(node)

    def visits(self, node: int) -> int:
        """How many activity instances a block stands for."""
        return sum(not self.graph.instances[key].is_decision for key in self.members[node])

    def face(self, node: int) -> CardFace:
        """The texts of a card; of a block its epoch, its days and its number of visits."""
        if node not in self.members:
            return super().face(node)
        faces = [
            self.whole.face(place)
            for key in self.members[node]
            if (place := self.whole.place_of(key)) is not None
        ]
        return CardFace(
            title=self.epoch_title(self.keys[node]),
            day=self._days(node),
            meta=translate("canvas", "%n visit(s), collapsed", "", self.visits(node)),
            problem=max((face.problem for face in faces), default=0),
        )

    def tooltip(self, node: int) -> str:
        """Name, days, number of visits and how to see them."""
        if node not in self.members:
            return super().tooltip(node)
        face = self.face(node)
        how = translate("canvas", "Double-click to expand")
        return "\n".join(text for text in (face.title, face.day, face.meta, how) if text)

    def timing(self, node: int) -> TimingArc | None:
        """The timing of a node that is shown, counted from one that is shown."""
        return None if node in self.members else super().timing(node)

    def _days(self, node: int) -> str:
        known: list[PlannedTime] = [
            time
            for key in self.members[node]
            if (time := self.planned.times.get(key)) is not None and time.offset is not None
        ]
        if not known:
            return translate("canvas", "No planned time")
        # In time, not in graph order: the range is from the earliest to the latest.
        known.sort(key=lambda time: nominal_seconds(time.offset or Offset()))
        days = [time.study_day for time in known if time.study_day is not None]
        if len(days) == len(known):
            ends = [
                time.window_close_day if time.is_range and time.window_close_day is not None else day
                for time, day in zip(known, days, strict=True)
            ]
            if min(days) < max(ends):
                words = translate("canvas", "Day {first} to {last}")
                return words.format(first=signed(min(days)), last=signed(max(ends)))
        first, last = day_text(known[0]), day_text(known[-1])
        if first == last:
            return first
        return translate("canvas", "{first} to {last}").format(first=first, last=last)
