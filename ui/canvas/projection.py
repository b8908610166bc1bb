"""The projection of one timeline that the canvas draws: keys and views of the document, no copy of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy

from study import wording
from study.dating import DatedTimes
from study.findings import Finding, Severity
from study.graph import OTHERWISE, EdgeKind, ScheduleGraph
from study.language import translate
from study.model import Activity, Encounter, ScheduledInstance, ScheduleTimeline, StudyDesign
from study.protocol_order import protocol_order
from study.soa import ScheduleOfActivities
from study.timeline import PlannedTime, PlannedTimes
from study.timing_chains import TimingChains, timing_chains
from ui.canvas.columns import effective_epochs
from ui.canvas.face import CardFace, Chip, Group, TimingArc, one_line
from ui.canvas.shapes import Link, Node, NodeKind
from ui.canvas.telling import card_date, contact_icon, dates_text

_TIMELINE_WORD = re.compile(r"[\s_-]*timeline$", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,200}>")


class ScheduleProjection:
    """A timeline as nodes and links, in graph order: the entry, the path, what is off it, then the exits.

    Follows `ui.canvas.face.Content`. `footnotes` gives the letters of each instance's key, `table` their texts.
    """

    def __init__(
        self,
        graph: ScheduleGraph,
        planned: PlannedTimes,
        design: StudyDesign,
        footnotes: Mapping[str, Sequence[str]] | None = None,
        table: ScheduleOfActivities | None = None,
    ) -> None:
        self.graph, self.planned, self.design, self.table = graph, planned, design, table
        self._footnotes = footnotes or {}
        self._dating: DatedTimes | None = None
        self._notes = {each.letter: each.text for each in table.footnotes if each.letter} if table else {}
        self._chains: TimingChains | None = None
        self._repeated = {key for loop in graph.loops for key in loop.body}
        self._groups: dict[str, str] | None = None
        self._findings: Mapping[str, Sequence[Finding]] = {}
        self._epochs = {epoch.id: place for place, epoch in enumerate(design.epochs) if epoch.id}
        self._epoch_titles = {epoch.id: epoch.title for epoch in design.epochs if epoch.id}
        self._activities: dict[str, Activity] | None = None
        self._encounters: dict[str, Encounter] | None = None
        self._timelines: dict[str, ScheduleTimeline] | None = None
        self.nodes: list[Node] = []
        self.links: list[Link] = []
        self.keys: list[str] = []
        self._link_entities: list[str] = []
        self._place: dict[str, int] = {}
        self._add_nodes()
        self._add_links()
        shown = effective_epochs(self.nodes)
        self.hues = [self.epoch_hue(epoch) for epoch in shown]

    def renewed(
        self,
        graph: ScheduleGraph,
        planned: PlannedTimes,
        design: StudyDesign,
        footnotes: Mapping[str, Sequence[str]] | None = None,
        table: ScheduleOfActivities | None = None,
    ) -> ScheduleProjection | None:
        """The same nodes and links with what stands on them now; None where others would be drawn."""
        before = self.graph
        if (
            graph.order != before.order
            or graph.edges != before.edges
            or graph.unreachable != before.unreachable
        ):
            return None
        if any(edge.back and not edge.label for edge in graph.edges):
            return None  # such a way says the name of what it leads to
        if {epoch.id: place for place, epoch in enumerate(design.epochs) if epoch.id} != self._epochs:
            return None
        instances = graph.instances
        # The very same graph stands for instances of the same kinds and epochs.
        for key, place in self._place.items() if graph is not before else ():
            node, instance = self.nodes[place], instances[key]
            if (instance.epoch or "") != node.epoch or instance.is_decision != (
                node.kind is NodeKind.DECISION
            ):
                return None
        made = copy(self)
        made.graph, made.planned, made.design, made.table = graph, planned, design, table
        made._footnotes = footnotes or {}
        made._dating = None
        made._notes = {each.letter: each.text for each in table.footnotes if each.letter} if table else {}
        made._epoch_titles = {epoch.id: epoch.title for epoch in design.epochs if epoch.id}
        made._chains = None
        if graph is not before:
            made._activities = made._encounters = made._timelines = None
        # The very same rows stand for activities with the names, the order and the groups that they had.
        if graph is not before or table is None or self.table is None or table.rows is not self.table.rows:
            made._groups = None
        return made

    def _add(self, key: str, node: Node) -> int:
        self.keys.append(key)
        self.nodes.append(node)
        return len(self.nodes) - 1

    def _add_nodes(self) -> None:
        if any(edge.kind is EdgeKind.ENTRY for edge in self.graph.edges):
            self._add("", Node(NodeKind.ENTRY))
        for key in self.graph.order:
            instance = self.graph.instances[key]
            kind = NodeKind.DECISION if instance.is_decision else NodeKind.CARD
            reached = key not in self.graph.unreachable
            self._place[key] = self._add(key, Node(kind, instance.epoch or "", reached))

    def _add_links(self) -> None:
        loops = {(loop.tail, loop.head): loop.label for loop in self.graph.loops}
        exits: list[tuple[int, str]] = []
        for edge in self.graph.edges:
            if edge.kind is EdgeKind.ENTRY:
                if edge.target in self._place:
                    self._link(0, self._place[edge.target])
            elif edge.kind is EdgeKind.EXIT:
                if edge.source in self._place:
                    exits.append((self._place[edge.source], edge.target))
            elif edge.kind in (EdgeKind.DEFAULT, EdgeKind.CONDITION):
                source, target = self._place.get(edge.source), self._place.get(edge.target)
                if source is None or target is None:
                    continue
                label = one_line(_TAG.sub(" ", edge.label))
                if edge.kind is EdgeKind.DEFAULT and self.nodes[source].kind is NodeKind.DECISION:
                    label = label if label and label != OTHERWISE else translate("canvas", "otherwise")
                if edge.back:
                    label = one_line(loops.get((edge.source, edge.target), "")) or label
                    label = label or translate("canvas", "back to {visit}").format(visit=self.title(target))
                main = edge.kind is EdgeKind.DEFAULT
                self._link(source, target, label, main=main, back=edge.back, entity=edge.entity_id)
        for source, exit_id in exits:
            reached = self.nodes[source].reached
            node = self._add(exit_id, Node(NodeKind.EXIT, self.nodes[source].epoch, reached))
            self._link(source, node, entity=exit_id)

    def _link(
        self,
        source: int,
        target: int,
        label: str = "",
        *,
        main: bool = True,
        back: bool = False,
        entity: str = "",
    ) -> None:
        self.links.append(Link(source, target, label, main, back))
        self._link_entities.append(entity)

    # What findings say may change while the graph stays.
    def set_findings(self, findings: Mapping[str, Sequence[Finding]]) -> None:
        """Take the findings by entity id; faces made from now on show them."""
        self._findings = findings

    def set_dating(self, dating: DatedTimes | None) -> None:
        """Take dates beside the days; faces made from now on show them."""
        self._dating = dating

    @property
    def notes(self) -> Mapping[str, str]:
        """The footnotes' texts by letter."""
        return self._notes

    def letters(self, node: int) -> Sequence[str]:
        """The letters of the footnotes that hold at a node."""
        return self._footnotes.get(self.keys[node], ())

    def instance(self, node: int) -> ScheduledInstance | None:
        """The instance of a node; None for an entry or exit."""
        if self.nodes[node].kind in (NodeKind.ENTRY, NodeKind.EXIT):
            return None
        return self.graph.instances[self.keys[node]]

    def title(self, node: int) -> str:
        """What a person calls the node."""
        instance = self.instance(node)
        if instance is None:
            entry = self.nodes[node].kind is NodeKind.ENTRY
            return translate("canvas", "Entry") if entry else translate("canvas", "Exit")
        return one_line(instance.title)

    def place_of(self, key: str) -> int | None:
        """The node of an instance's key."""
        return self._place.get(key)

    def address(self, node: int) -> str:
        """The instance's key, the exit's id, or the timeline's id for the entry."""
        if self.nodes[node].kind is NodeKind.ENTRY:
            return self.graph.timeline.id or ""
        return self.keys[node]

    def link_address(self, link: int) -> str:
        """The id of the ConditionAssignment or exit that makes the link."""
        return self._link_entities[link]

    def epoch_title(self, epoch: str) -> str:
        """The epoch's label or name; its id where it does not exist."""
        return one_line(self._epoch_titles.get(epoch, epoch))

    def epoch_hue(self, epoch: str) -> int:
        """The place of the epoch in the design, -1 where it has none."""
        return self._epochs.get(epoch, -1)

    def planned_time(self, node: int) -> PlannedTime | None:
        """The planned time of an instance; None for an entry or exit."""
        return self.planned.times.get(self.keys[node]) if self.instance(node) is not None else None

    def face(self, node: int) -> CardFace:
        """The texts of the card, made anew."""
        instance = self.instance(node)
        if instance is None:
            return CardFace(self.title(node))
        time = self.planned_time(node)
        chips = self._chips(instance)
        count = len(instance.activities)
        encounter = self.encounter(node)
        modes = encounter.contact_modes if encounter is not None else ()
        mode_text = ", ".join(one_line(mode.decode) for mode in modes if mode.decode)
        return CardFace(
            title=self.title(node),
            day=one_line(wording.day_text(time)) if time else "",
            window=one_line(wording.window_text(time)) if time else "",
            meta="" if instance.is_decision else translate("canvas", "%n activit(ies)", "", count),
            chips=chips,
            letters=" ".join(self.letters(node)),
            problem=self._problem(instance, time),
            date=self._date(node),
            encounter=self._encounter_beside(node),
            mode=contact_icon(modes),
            mode_text=mode_text,
            groups=self.groups(node),
            repeats=self.keys[node] in self._repeated,
        )

    def encounter(self, node: int) -> Encounter | None:
        """The encounter of an instance; None where it has none."""
        if self._encounters is None:
            self._encounters = {each.id: each for each in self.design.encounters if each.id}
        instance = self.instance(node)
        return self._encounters.get(instance.encounter or "") if instance is not None else None

    def _encounter_beside(self, node: int) -> str:
        encounter = self.encounter(node)
        title = one_line(encounter.title) if encounter is not None else ""
        return title if title.casefold() != self.title(node).casefold() else ""

    def _date(self, node: int) -> str:
        dated = self._dating.get(self.keys[node]) if self._dating is not None else None
        return card_date(dated) if dated is not None else ""

    def groups(self, node: int) -> tuple[Group, ...]:
        """The activities of an instance by the group they stand in, in the schedule's order."""
        instance = self.instance(node)
        if instance is None or not instance.activities:
            return ()
        if self._groups is None:
            self._order_activities()
        assert self._groups is not None
        planned = set(instance.activities)
        found: dict[str, list[str]] = {}
        for identity, group in self._groups.items():
            if identity in planned and self._activities is not None:
                found.setdefault(group, []).append(one_line(self._activities[identity].title))
        return tuple(Group(title, tuple(names)) for title, names in found.items())

    def _order_activities(self) -> None:
        ordered = protocol_order(self.design.activities)
        self._activities = {each.id: each for each in self.design.activities if each.id}
        parent: dict[str, str] = {}
        for each in ordered:
            for child in each.children:
                parent.setdefault(child, one_line(each.title))
        self._groups = {each.id: parent.get(each.id, "") for each in ordered if each.id}

    def _problem(self, instance: ScheduledInstance, time: PlannedTime | None) -> int:
        worst = 0
        for finding in self._found(instance, time):
            if finding.severity is Severity.ERROR:
                worst = 2
            elif finding.severity is Severity.WARNING:
                worst = max(worst, 1)
        return worst

    def _found(self, instance: ScheduledInstance, time: PlannedTime | None) -> list[Finding]:
        ids = [instance.id, time.timing.id if time and time.timing else None]
        ids += [way.id for way in instance.condition_assignments]
        return [finding for address in ids if address for finding in self._findings.get(address, ())]

    def _chips(self, instance: ScheduledInstance) -> tuple[Chip, ...]:
        if self._activities is None:
            self._activities = {a.id: a for a in self.design.activities if a.id}
        if self._timelines is None:
            self._timelines = {t.id: t for t in self.design.timelines if t.id}
        ids: list[str] = [instance.sub_timeline] if instance.sub_timeline else []
        for address in instance.activities:
            activity = self._activities.get(address)
            if activity is not None and activity.sub_timeline and activity.sub_timeline not in ids:
                ids.append(activity.sub_timeline)
        chips = []
        for address in ids:
            timeline = self._timelines.get(address)
            if timeline is not None:
                chips.append(Chip(f"{short_title(timeline)} · {len(timeline.instances)}", address))
        return tuple(chips)

    def tooltip(self, node: int) -> str:
        """Name, when, dates, encounter, activities by group, sub-timelines, footnotes and problems, in full."""
        instance = self.instance(node)
        if instance is None:
            if self.nodes[node].kind is NodeKind.EXIT:
                return translate("canvas", "The timeline ends here")
            return one_line(self.graph.timeline.entry_condition) or translate(
                "canvas", "The timeline starts here"
            )
        time = self.planned_time(node)
        face = self.face(node)
        lines = [self.title(node)]
        if instance.description:
            lines.append(one_line(instance.description))
        when = wording.when_text(time) if time is not None else ""
        dated = self._dating.get(self.keys[node]) if self._dating is not None else None
        lines += [one_line(line) for line in (when, dates_text(dated) if dated is not None else "") if line]
        if time is not None:
            lines.append(one_line(wording.sentence(time, self.planned)))
        if face.encounter:
            lines.append(translate("canvas", "Encounter: {name}").format(name=face.encounter))
        if face.mode_text:
            lines.append(translate("canvas", "Contact: {how}").format(how=face.mode_text))
        if instance.activities:
            lines.append(face.meta)
        for group in face.groups:
            names = ", ".join(group.names)
            lines.append(f"{group.title}: {names}" if group.title else names)
        lines += [translate("canvas", "Runs {timeline}").format(timeline=chip.text) for chip in face.chips]
        lines += self._ways(instance)
        lines.append(self._moved_text(node))
        for letter in self.letters(node):
            if letter in self._notes:
                lines.append(f"{letter}  {one_line(self._notes[letter], 240)}")
        lines += [one_line(finding.message) for finding in self._found(instance, time)]
        return "\n".join(line for line in lines if line)

    def _moved_text(self, node: int) -> str:
        """What is timed from it, directly or through others: what moves where it moves."""
        if self._chains is None:
            self._chains = timing_chains(self.planned)
        moved = [self._place[key] for key, _ in self._chains.moved_by(self.keys[node]) if key in self._place]
        if not moved:
            return ""
        names = ", ".join(self.title(each) for each in moved[:6])
        if len(moved) > 6:
            return translate("canvas", "%n visit(s) (move) with it, first {names}", "", len(moved)).format(
                names=names
            )
        return translate("canvas", "Moves with it: {names}").format(names=names)

    def _ways(self, instance: ScheduledInstance) -> list[str]:
        """What is asked at a decision, and where each answer leads."""
        lines = []
        for way in instance.condition_assignments:
            place = self._place.get(way.target or "")
            target = self.title(place) if place is not None else ""
            text = one_line(_TAG.sub(" ", way.condition))
            if target:
                text = translate("canvas", "{condition}: to {visit}").format(condition=text, visit=target)
            lines.append(text)
        return lines

    def timing(self, node: int) -> TimingArc | None:
        """The timing that plans the node, where it counts from another node of this timeline."""
        key = self.keys[node]
        for edge in self.graph.timing_edges:
            if edge.source == key and edge.target != key and edge.target in self._place:
                time = self.planned_time(node)
                sentence = wording.sentence(time, self.planned) if time is not None else edge.label
                return TimingArc(self._place[edge.target], node, one_line(sentence), edge.entity_id)
        return None


def short_title(timeline: ScheduleTimeline) -> str:
    """What a person calls a timeline: its title without the word "timeline" at its end, but for the main one."""
    title = one_line(timeline.title)
    name = _TIMELINE_WORD.sub("", title)
    return name if name and name.casefold() != "main" else title


def footnote_letters(table: ScheduleOfActivities) -> dict[str, tuple[str, ...]]:
    """The footnote letters of each instance's key: those of its column, then those of its marks."""
    letters: dict[str, dict[str, None]] = {c.key: dict.fromkeys(c.footnotes) for c in table.columns}
    for (_, column), noted in table.lettered_cells.items():
        letters[table.columns[column].key].update(dict.fromkeys(noted))
    return {
        key: tuple(sorted(found, key=lambda letter: (len(letter), letter))) for key, found in letters.items()
    }
