"""The layout store: where a person placed the cards of a study's graph. Undoable, no part of the protocol, no audit.

Like a change of the protocol, each step carries the old beside the new, so that it can be taken back by itself and
sent on. Places are kept by the id of a timeline and the id of an instance: they survive a new revision, and what a
revision no longer has is kept but shown nowhere. Serialised as JSON with `"format": 1`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from study.language import translate
from study.layout_sharing import Sharing
from study.shared_layout import ArrivedPlaces, PlacesMessage, Spot, read_spot, spot_json

__all__ = [
    "BEFORE_ALL",
    "FORMAT",
    "REMEMBERED",
    "LayoutStore",
    "Placing",
    "Spot",
    "Step",
    "StepKind",
    "UnreadableLayoutError",
    "redo_text",
    "step_text",
    "undo_text",
]

FORMAT: Final = 1
REMEMBERED: Final = 100
"""Steps that can be undone; older ones are forgotten, the places stay."""


BEFORE_ALL: Final = "0"
"""When a step was made that was kept before this was noted: earlier than everything."""


class UnreadableLayoutError(ValueError):
    """A kept layout of an unknown format, or damaged. Keep the text as it is; do not write over it."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Puts one instance of a timeline from `old` to `new`; None is where the layout puts it by itself."""

    timeline: str
    instance: str
    old: Spot | None
    new: Spot | None


class StepKind(StrEnum):
    """What a person did."""

    MOVE = "move"
    ALIGN = "align"
    DISTRIBUTE = "distribute"
    LAY_OUT = "lay-out"


@dataclass(frozen=True, slots=True)
class Step:
    """What is undone at once. `made_at` says where it stands among the steps of the protocol; "" where nobody said."""

    kind: StepKind
    placings: tuple[Placing, ...]
    made_at: str = ""

    @property
    def inverse(self) -> Step:
        """The step that takes this one back."""
        return Step(
            self.kind,
            tuple(
                Placing(each.timeline, each.instance, each.new, each.old) for each in reversed(self.placings)
            ),
            self.made_at,
        )


class LayoutStore:
    """The places of one study's cards, and the steps that led there.

    `sharing` says which places are on their way to the backend. `left` are those of the last undo or redo that were
    left, because somebody else has placed the card since.

    It also remembers how each timeline was looked at: which epochs were collapsed, and whether to scale. That is
    kept with the places, but it is no step: looking is not undone.
    """

    def __init__(self) -> None:
        self._places: dict[str, dict[str, Spot]] = {}
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._collapsed: dict[str, frozenset[str]] = {}
        self._to_scale: set[str] = set()
        self.sharing = Sharing()
        self.left: tuple[Placing, ...] = ()

    # Places

    def places(self, timeline: str) -> Mapping[str, Spot]:
        """Where the instances of a timeline were placed, by id; those the layout places are not among them."""
        return self._places.get(timeline, {})

    def step(self, kind: StepKind, timeline: str, new: Mapping[str, Spot | None]) -> Step | None:
        """A step that puts instances at new places, not yet done; None where nothing would differ."""
        now = self.places(timeline)
        placings = tuple(
            Placing(timeline, instance, now.get(instance), spot)
            for instance, spot in new.items()
            if now.get(instance) != spot
        )
        return Step(kind, placings) if placings else None

    def do(self, step: Step) -> None:
        """Carry out a step. Raises ValueError, with nothing changed, where the old is not what is there."""
        self._carry_out(step)
        self._done.append(step)
        del self._done[:-REMEMBERED]
        self._undone.clear()

    @property
    def done(self) -> Sequence[Step]:
        """The steps that can be undone, the oldest first."""
        return self._done

    @property
    def undone(self) -> Sequence[Step]:
        """The steps that can be done again, the next first."""
        return self._undone[::-1]

    def stamp_last(self, made_at: str) -> None:
        """Says when the last step was made. Raises IndexError where there is none."""
        self._done[-1] = replace(self._done[-1], made_at=made_at)

    def forget_undone(self) -> None:
        """Something else was done: what was undone can no longer be done again."""
        self._undone.clear()

    @property
    def undoable(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Step | None:
        """The step that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Step | None:
        """Take back the last step, but for what stands in `left` then; returns it, None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._carry_out_where_possible(step.inverse)
        self._undone.append(step)
        return step

    def redo(self) -> Step | None:
        """Do again what was undone last, as `undo`; returns it, None where there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._carry_out_where_possible(step)
        self._done.append(step)
        return step

    def _carry_out(self, step: Step) -> None:
        for each in step.placings:
            if self._spot(each.timeline, each.instance) != each.old:
                raise ValueError(f"{each.instance} does not stand where this step says")
        for each in step.placings:
            self._put(each.timeline, each.instance, each.new)
            self.sharing.placed(each.timeline, each.instance)

    def _carry_out_where_possible(self, step: Step) -> None:
        stands = [self._spot(each.timeline, each.instance) == each.old for each in step.placings]
        self._carry_out(
            replace(step, placings=tuple(e for e, ok in zip(step.placings, stands, strict=True) if ok))
        )
        self.left = tuple(e for e, ok in zip(step.placings, stands, strict=True) if not ok)

    def _spot(self, timeline: str, instance: str) -> Spot | None:
        return self.places(timeline).get(instance)

    def _put(self, timeline: str, instance: str, spot: Spot | None) -> None:
        places = self._places.setdefault(timeline, {})
        if spot is None:
            places.pop(instance, None)
        else:
            places[instance] = spot
        if not places:
            del self._places[timeline]

    # With others

    def to_send(self, new_id: Callable[[], str]) -> PlacesMessage | None:
        """The message that is to be sent next, the same until `sharing.sent`; None where nothing is to be."""
        return self.sharing.to_send(self._spot, new_id)

    def take(self, arrived: ArrivedPlaces) -> frozenset[str]:
        """Take over where others placed cards; what was placed here and is not sent yet stays. It is no step.

        Returns the timelines on which something stands elsewhere now.
        """
        here = [(timeline, instance) for timeline, places in self._places.items() for instance in places]
        moved = set()
        for each in self.sharing.news(arrived, here):
            if self._spot(*each.card) != each.spot:
                self._put(*each.card, each.spot)
                moved.add(each.timeline)
        return frozenset(moved)

    # How it was looked at

    def collapsed(self, timeline: str) -> frozenset[str]:
        """The ids of the epochs that are collapsed on a timeline."""
        return self._collapsed.get(timeline, frozenset())

    def collapse(self, timeline: str, epochs: Iterable[str]) -> None:
        """Collapse these epochs on a timeline and no others."""
        chosen = frozenset(epochs)
        if chosen:
            self._collapsed[timeline] = chosen
        else:
            self._collapsed.pop(timeline, None)

    def is_to_scale(self, timeline: str) -> bool:
        """Whether a timeline is shown to scale."""
        return timeline in self._to_scale

    def show_to_scale(self, timeline: str, to_scale: bool) -> None:
        """Show a timeline to scale, or in order."""
        (self._to_scale.add if to_scale else self._to_scale.discard)(timeline)

    # As text

    def to_text(self) -> str:
        """All of it as JSON; "" where there is nothing to keep."""
        looked_at = self._collapsed or self._to_scale
        if not (self._places or looked_at or self._done or self._undone or self.sharing.is_anything):
            return ""
        kept = {
            "format": FORMAT,
            "places": {
                timeline: {instance: spot_json(spot) for instance, spot in places.items()}
                for timeline, places in self._places.items()
            },
            "collapsed": {timeline: sorted(epochs) for timeline, epochs in self._collapsed.items()},
            "toScale": sorted(self._to_scale),
            "done": [_step_json(step) for step in self._done],
            "undone": [_step_json(step) for step in self._undone],
            "shared": self.sharing.to_json(),
        }
        return json.dumps(kept, ensure_ascii=True, separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> LayoutStore:
        """What `to_text` wrote. Raises `UnreadableLayoutError` for anything else, another format included."""
        store = cls()
        if not text:
            return store
        try:
            kept = json.loads(text)
            if not isinstance(kept, dict) or kept.get("format") != FORMAT:
                raise UnreadableLayoutError("a layout of another format")
            for timeline, places in kept["places"].items():
                store._places[timeline] = {key: read_spot(spot) for key, spot in places.items()}
            for timeline, epochs in kept["collapsed"].items():
                store.collapse(timeline, (str(epoch) for epoch in epochs))
            store._to_scale = {str(timeline) for timeline in kept["toScale"]}
            store._done = [_step(step) for step in kept["done"]]
            store._undone = [_step(step) for step in kept["undone"]]
            if "shared" in kept:  # not in what was kept before places were shared
                store.sharing = Sharing.from_json(kept["shared"])
        except UnreadableLayoutError:
            raise
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise UnreadableLayoutError(f"a damaged layout ({type(error).__name__})") from error
        return store


def step_text(step: Step) -> str:
    """What a step is called, with how many visits it moves."""
    count = len(step.placings)
    match step.kind:
        case StepKind.MOVE:
            return translate("canvas", "Move %n visit(s) in the graph", "", count)
        case StepKind.ALIGN:
            return translate("canvas", "Align %n visit(s)", "", count)
        case StepKind.DISTRIBUTE:
            return translate("canvas", "Distribute %n visit(s)", "", count)
        case StepKind.LAY_OUT:
            return translate("canvas", "Lay out %n visit(s) again", "", count)


def undo_text(step: Step) -> str:
    """What undoing a step is called, with how many visits it moves back."""
    count = len(step.placings)
    match step.kind:
        case StepKind.MOVE:
            return translate("canvas", "Undo: move %n visit(s)", "", count)
        case StepKind.ALIGN:
            return translate("canvas", "Undo: align %n visit(s)", "", count)
        case StepKind.DISTRIBUTE:
            return translate("canvas", "Undo: distribute %n visit(s)", "", count)
        case StepKind.LAY_OUT:
            return translate("canvas", "Undo: lay out %n visit(s) again", "", count)


def redo_text(step: Step) -> str:
    """What doing a step again is called."""
    count = len(step.placings)
    match step.kind:
        case StepKind.MOVE:
            return translate("canvas", "Redo: move %n visit(s)", "", count)
        case StepKind.ALIGN:
            return translate("canvas", "Redo: align %n visit(s)", "", count)
        case StepKind.DISTRIBUTE:
            return translate("canvas", "Redo: distribute %n visit(s)", "", count)
        case StepKind.LAY_OUT:
            return translate("canvas", "Redo: lay out %n visit(s) again", "", count)


def _step_json(step: Step) -> dict[str, object]:
    return {
        "kind": step.kind.value,
        "madeAt": step.made_at,
        "placings": [
            [each.timeline, each.instance, spot_json(each.old), spot_json(each.new)] for each in step.placings
        ],
    }


def _step(value: Any) -> Step:
    placings = tuple(
        Placing(
            str(timeline),
            str(instance),
            None if old is None else read_spot(old),
            None if new is None else read_spot(new),
        )
        for timeline, instance, old, new in value["placings"]
    )
    return Step(StepKind(value["kind"]), placings, str(value.get("madeAt", BEFORE_ALL)))
