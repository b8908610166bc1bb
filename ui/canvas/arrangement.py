"""Arrangements: in what way a timeline is laid out, and the scene that comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from study.axis import Section, time_axis
from study.language import translate
from ui.canvas.collapse import CollapsedProjection
from ui.canvas.face import Content
from ui.canvas.layout import lay_out
from ui.canvas.placing import placed
from ui.canvas.projection import ScheduleProjection
from ui.canvas.scaled import lay_out_to_scale
from ui.canvas.scene import Scene
from ui.canvas.shapes import Layout, Measure, NodeKind, Point


@dataclass(frozen=True, slots=True)
class Arrangement:
    """In order or to scale; which epochs are collapsed; and where a person placed instances, by address.

    A spot is the top left corner of a card in world units, in the ordinal layout with nothing collapsed. To scale,
    time alone says where a card stands.
    """

    to_scale: bool = False
    collapsed: frozenset[str] = frozenset()
    spots: Mapping[str, Point] = field(default_factory=dict)


class ArrangedScene(Scene):
    """A scene that knows how it came about.

    `automatic_layout` is what the layout alone makes, `automatic` where it would put the nodes (n, 4), `shift` how far
    a node stands from where it would stand with nothing collapsed, in the automatic layout: (n, 2). `sections` are
    the time bases of a layout to scale, as its strips name them.
    """

    def __init__(
        self,
        content: Content,
        layout: Layout,
        automatic: Layout,
        arrangement: Arrangement,
        home: Mapping[str, Point],
        sections: tuple[Section, ...] = (),
    ) -> None:
        super().__init__(content, layout)
        self.automatic_layout = automatic
        self.automatic = automatic.rects
        self.arrangement = arrangement
        self.home = home
        self.sections = sections

    def uncollapsed(self, node: int, x: float, y: float) -> Point:
        """The place in the layout with nothing collapsed that a place (x, y) of a node in this scene means."""
        home = self.home.get(self.content.address(node))
        if home is None:
            return (x, y)
        return (
            x - float(self.automatic[node, 0]) + home[0],
            y - float(self.automatic[node, 1]) + home[1],
        )


def whole_of(content: ScheduleProjection) -> ScheduleProjection:
    """The projection with nothing collapsed."""
    return content.whole if isinstance(content, CollapsedProjection) else content


def arranged(
    content: ScheduleProjection, arrangement: Arrangement, measure: Measure, before: Scene | None = None
) -> ArrangedScene:
    """Lay out a projection in this way. `before`: a scene whose layout is kept where only spots are others."""
    whole = whole_of(content)
    if (
        isinstance(before, ArrangedScene)
        and before.content is whole
        and before.arrangement == replace(arrangement, spots=before.arrangement.spots)
        and not arrangement.to_scale
    ):
        return _with_spots(whole, before.automatic_layout, arrangement, before.home, measure)
    shown: ScheduleProjection = whole
    if arrangement.collapsed:
        shown = CollapsedProjection(whole, arrangement.collapsed)
    if arrangement.to_scale:
        return _to_scale(shown, arrangement, measure)
    automatic = lay_out(shown.nodes, shown.links, measure)
    home: dict[str, Point] = {}
    if shown is not whole:
        first = lay_out(whole.nodes, whole.links, measure).rects.tolist()
        home = {whole.address(i): (x, y) for i, (x, y, _, _) in enumerate(first)}
    else:
        home = {whole.address(i): (x, y) for i, (x, y, _, _) in enumerate(automatic.rects.tolist())}
    return _with_spots(shown, automatic, arrangement, home, measure)


def _with_spots(
    shown: ScheduleProjection,
    automatic: Layout,
    arrangement: Arrangement,
    home: Mapping[str, Point],
    measure: Measure,
) -> ArrangedScene:
    spots: dict[int, Point] = {}
    for i, node in enumerate(shown.nodes):
        spot = arrangement.spots.get(shown.keys[i]) if node.kind <= NodeKind.DECISION else None
        at = home.get(shown.keys[i])
        if spot is not None and at is not None:
            x, y = automatic.rects[i, :2].tolist()
            spots[i] = (spot[0] - at[0] + x, spot[1] - at[1] + y)
    layout = placed(automatic, shown.nodes, shown.links, spots, measure) if spots else automatic
    return ArrangedScene(shown, layout, automatic, arrangement, home)


def _to_scale(shown: ScheduleProjection, arrangement: Arrangement, measure: Measure) -> ArrangedScene:
    sections = time_axis([shown.planned], shown.design).sections
    at: dict[str, tuple[int, int]] = {
        visit.key: (place, visit.at) for place, section in enumerate(sections) for visit in section.visits
    }
    members = shown.members if isinstance(shown, CollapsedProjection) else {}
    moments: dict[int, tuple[int, int]] = {}
    for i, node in enumerate(shown.nodes):
        if node.kind > NodeKind.DECISION:
            continue
        known = [at[key] for key in members.get(i, (shown.keys[i],)) if key in at]
        if known:
            moments[i] = min(known)
    title = translate("canvas", "No planned time: not to scale")
    layout = lay_out_to_scale(
        shown.nodes, shown.links, moments, measure, untimed_title=title, title_of=shown.epoch_title
    )
    return ArrangedScene(shown, layout, layout, arrangement, {}, sections)
