"""Places of cards as desktops share them: what one message may say, and why one is not taken.

The backend counts the messages of a study that placed something, from 1. Of a card the place with the highest number
counts; different cards never meet. A layout is no part of the protocol: no revision, no audit record, no signature.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from study.language import number_text, translate

MOST_PLACES: Final = 1_000
"""Cards that one message places at most."""
FARTHEST: Final = 1_000_000.0
"""The largest coordinate, either side of the origin, in world units of the canvas (pixels at 100 %)."""
LONGEST_ID: Final = 200
"""Characters of the id of a timeline, an instance or a message."""

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Spot:
    """The top left corner of a card, in world units of the canvas (pixels at 100 %).

    `by_hand`: a person put it there. Otherwise a layout did, which may move it again.
    """

    x: float
    y: float
    by_hand: bool = True


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """Where an instance of a timeline stands; None is where the layout puts it by itself."""

    timeline: str
    instance: str
    spot: Spot | None

    @property
    def card(self) -> tuple[str, str]:
        """Which card it is."""
        return self.timeline, self.instance


@dataclass(frozen=True, slots=True)
class ArrivedPlaces:
    """The cards that were placed after some number, as they stand at `number`, the newest (0: nothing was placed)."""

    number: int
    places: tuple[PlacedCard, ...]


@dataclass(frozen=True, slots=True)
class PlacesMessage:
    """Places on their way. With the same id and content it is taken once, however often it is sent."""

    id: str
    places: tuple[PlacedCard, ...]


def why_not_taken(message: PlacesMessage) -> str:
    """Why a message is refused whole, in a sentence; "" where its form is right."""
    return _why_not_named(message) or _why_not_counted(message.places) or _why_not_placed(message.places)


def _why_not_named(message: PlacesMessage) -> str:
    ids = [message.id, *(part for each in message.places for part in each.card)]
    if all(0 < len(each) <= LONGEST_ID and not _HALF_CHARACTER.search(each) for each in ids):
        return ""
    return translate("acceptance", "Every id of a layout has 1 to {most} characters.").format(most=LONGEST_ID)


def _why_not_counted(places: Sequence[PlacedCard]) -> str:
    if not 1 <= len(places) <= MOST_PLACES:
        return translate("acceptance", "Place 1 to {most} visits at once, not {count}.").format(
            most=number_text(MOST_PLACES), count=number_text(len(places))
        )
    if len({each.card for each in places}) != len(places):
        return translate("acceptance", "A visit was placed twice at once.")
    return ""


def _why_not_placed(places: Sequence[PlacedCard]) -> str:
    spots = [each.spot for each in places if each.spot is not None]
    if all(math.isfinite(at) and abs(at) <= FARTHEST for spot in spots for at in (spot.x, spot.y)):
        return ""
    return translate("acceptance", "A visit was placed farther away than a layout reaches.")


def spot_json(spot: Spot | None) -> list[object] | None:
    """A place as it is kept in a text."""
    return None if spot is None else [spot.x, spot.y, spot.by_hand]


def read_spot(value: Any) -> Spot:
    """What `spot_json` wrote of a place. Raises ValueError or TypeError for anything else."""
    x, y, by_hand = value
    if not isinstance(by_hand, bool) or isinstance(x, str) or isinstance(y, str):
        raise ValueError("a place has two numbers and who put it there")
    spot = Spot(float(x), float(y), by_hand)
    if not (math.isfinite(spot.x) and math.isfinite(spot.y)):
        raise ValueError("a place has two finite numbers")
    return spot
