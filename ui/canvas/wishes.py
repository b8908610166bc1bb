"""What a person's hand asks of the graph, as values by address: asked about while hovering, done on release."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """An edge of the graph: the addresses of its ends, "" for the entry; a target may be an exit.

    `entity` is the ConditionAssignment or the exit that makes it, "" where the source's default or the entry does.
    """

    source: str
    target: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Draw:
    """A way from one instance to another; the timeline is to begin at the target where the source is ""."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """A way whose one end was carried elsewhere: it is to lead from `source` to `target`."""

    way: Way
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class PutOn:
    """An instance is to stand on a way: after its source and before its target."""

    address: str
    way: Way


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Instances are to be deleted, in graph order."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """A way is to be deleted."""

    way: Way


@dataclass(frozen=True, slots=True)
class Name:
    """Something is to be called otherwise."""

    address: str
    text: str


Wish = Draw | Redirect | PutOn | TakeOut | Cut | Name


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is to be added, or asked what can be done: at what, and where in the view (pixels).

    `address` is the card or decision it follows, `way` the edge it comes onto; with neither, the ground.
    """

    address: str = ""
    way: Way | None = None
    at: tuple[float, float] = (0.0, 0.0)
    epoch: str = ""
