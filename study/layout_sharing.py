"""What of a study's layout the backend knows: how much of it is known here, and which places are on their way.

Of a card the place counts that the backend took last. What was placed here is sent, and until it is there no other
place of the same card is taken over; afterwards the backend's order says whose was the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from study.shared_layout import (
    MOST_PLACES,
    ArrivedPlaces,
    PlacedCard,
    PlacesMessage,
    Spot,
    read_spot,
    spot_json,
    why_not_taken,
)

Card = tuple[str, str]
"""The ids of a timeline and of an instance on it."""


class Sharing:
    """The state of sharing one layout; the places themselves are the layout store's.

    `number` is the backend's up to which everything is known here. `sending` is a message that may have arrived, and
    is sent again with the same id until that is known.
    """

    def __init__(self) -> None:
        self.number = 0
        self.sending: PlacesMessage | None = None
        self._unsent: dict[Card, None] = {}
        self._is_joined = False

    @property
    def is_anything(self) -> bool:
        """Whether there is anything to remember."""
        return self._is_joined or self.is_waiting

    @property
    def is_waiting(self) -> bool:
        """Whether some place is not known to be with the backend."""
        return self.sending is not None or bool(self._unsent)

    @property
    def is_joined(self) -> bool:
        """Whether what was placed here and what the backend has were put together once."""
        return self._is_joined

    def placed(self, timeline: str, instance: str) -> None:
        """A card was placed here."""
        self._unsent[timeline, instance] = None

    def to_send(
        self, spot_of: Callable[[str, str], Spot | None], new_id: Callable[[], str]
    ) -> PlacesMessage | None:
        """The message that is to be sent next, None where nothing is. What no backend takes stays here."""
        if self.sending is None and self._unsent:
            cards = list(self._unsent)[:MOST_PLACES]
            for card in cards:
                del self._unsent[card]
            places = (PlacedCard(*card, spot_of(*card)) for card in cards)
            good = tuple(each for each in places if not why_not_taken(PlacesMessage("1", (each,))))
            if good:
                self.sending = PlacesMessage(new_id(), good)
        return self.sending

    def sent(self) -> None:
        """The message arrived, or was refused for good: its places stay here as they are."""
        self.sending = None

    def news(self, arrived: ArrivedPlaces, here: Iterable[Card]) -> list[PlacedCard]:
        """What of `arrived` is to be taken over by a layout in which the cards `here` are placed.

        The first time, what only this desktop has is to be sent. A backend that knows less than before was restored
        from an older copy: ask it again from 0.
        """
        if arrived.number < self.number:
            self.number, self._is_joined = 0, False
            return []
        mine = {*self._unsent, *(each.card for each in (self.sending.places if self.sending else ()))}
        if not self._is_joined:
            there = {each.card for each in arrived.places}
            self._unsent |= dict.fromkeys(card for card in here if card not in there and card not in mine)
            self._is_joined = True
        self.number = arrived.number
        return [each for each in arrived.places if each.card not in mine]

    def to_json(self) -> dict[str, object]:
        """What is kept of it."""
        sending = self.sending
        return {
            "number": self.number,
            "joined": self._is_joined,
            "unsent": [list(card) for card in self._unsent],
            "sending": None
            if sending is None
            else [sending.id, [[*each.card, spot_json(each.spot)] for each in sending.places]],
        }

    @classmethod
    def from_json(cls, kept: Any) -> Sharing:
        """What `to_json` gave. Raises ValueError, TypeError or KeyError for anything else."""
        sharing = cls()
        sharing.number, sharing._is_joined = int(kept["number"]), bool(kept["joined"])
        sharing._unsent = {(str(timeline), str(instance)): None for timeline, instance in kept["unsent"]}
        if kept["sending"] is not None:
            identity, places = kept["sending"]
            sharing.sending = PlacesMessage(
                str(identity),
                tuple(
                    PlacedCard(str(timeline), str(instance), None if spot is None else read_spot(spot))
                    for timeline, instance, spot in places
                ),
            )
        return sharing
