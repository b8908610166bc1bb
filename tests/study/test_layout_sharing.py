"""Places of two desktops end the same at both, whatever the order in which they are sent and read."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from study.layout_store import LayoutStore, StepKind
from study.shared_layout import FARTHEST, MOST_PLACES, ArrivedPlaces, PlacedCard, PlacesMessage, Spot

HERE, THERE, ELSEWHERE = Spot(0.0, 4.0), Spot(8.0, 4.0), Spot(12.0, 40.0)


@dataclass
class Backend:
    """Keeps what a backend keeps."""

    number: int = 0
    places: dict[tuple[str, str], tuple[int, PlacedCard]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def keep(self, message: PlacesMessage) -> None:
        if message.id not in self.taken:
            self.taken.add(message.id)
            self.number += 1
            self.places |= {each.card: (self.number, each) for each in message.places}

    def since(self, number: int) -> ArrivedPlaces:
        return ArrivedPlaces(self.number, tuple(each for at, each in self.places.values() if at > number))


class Desk:
    """One desktop's layout."""

    ids = itertools.count()

    def __init__(self) -> None:
        self.store = LayoutStore()

    def put(self, **places: Spot | None) -> None:
        step = self.store.step(StepKind.MOVE, "main", places)
        if step is not None:
            self.store.do(step)

    def exchange(self, backend: Backend, *, answered: bool = True) -> None:
        """Sends and reads; without an answer what was sent has arrived all the same."""
        message = self.store.to_send(lambda: f"m{next(self.ids)}")
        if message is not None:
            backend.keep(message)
        if answered:
            self.store.sharing.sent()
            self.store.take(backend.since(self.store.sharing.number))
        self.store = LayoutStore.from_text(self.store.to_text())

    @property
    def places(self) -> dict[str, Spot]:
        return dict(self.store.places("main"))


def settle(backend: Backend, *desks: Desk) -> None:
    for desk in (*desks, *desks):
        desk.exchange(backend)
        while desk.store.sharing.is_waiting or not desk.store.sharing.is_joined:
            desk.exchange(backend)


def test_different_cards_never_meet_and_of_one_card_the_last_sent_counts() -> None:
    backend, ada, ben = Backend(), Desk(), Desk()
    ada.put(a=HERE, b=HERE)
    ben.put(a=THERE, c=THERE)
    settle(backend, ada, ben)
    assert ada.places == ben.places == {"a": THERE, "b": HERE, "c": THERE}


def test_undo_takes_back_ones_own_place_and_leaves_what_another_placed_since() -> None:
    backend, ada, ben = Backend(), Desk(), Desk()
    ada.put(a=HERE, b=HERE)
    settle(backend, ada, ben)
    ben.put(a=THERE)
    settle(backend, ben, ada)
    assert ada.store.undo() is not None
    assert [each.instance for each in ada.store.left] == ["a"]
    assert ada.places == {"a": THERE}
    settle(backend, ada, ben)
    assert ben.places == {"a": THERE}
    assert ada.store.redo() is not None
    assert ada.places == {"a": THERE, "b": HERE}
    assert ben.store.undo() is not None
    assert ben.store.left == ()
    settle(backend, ben, ada)
    assert ada.places == ben.places == {"a": HERE, "b": HERE}


def test_what_was_kept_before_places_were_shared_is_sent_where_nobody_placed_the_card() -> None:
    backend, ada, ben = Backend(), Desk(), Desk()
    ada.put(a=HERE)
    settle(backend, ada)
    ben.put(a=THERE, b=THERE)
    ben.store.sharing = type(ben.store.sharing)()  # as read from a text without it
    settle(backend, ben, ada)
    assert ada.places == ben.places == {"a": HERE, "b": THERE}


def test_a_backend_that_was_restored_from_an_older_copy_gets_what_it_lost() -> None:
    backend, ada = Backend(), Desk()
    ada.put(a=HERE)
    settle(backend, ada)
    older = Backend(backend.number, dict(backend.places), set(backend.taken))
    ada.put(b=THERE)
    settle(backend, ada)
    settle(older, ada)
    assert {card: place.spot for card, (_, place) in older.places.items()} == {
        ("main", "a"): HERE,
        ("main", "b"): THERE,
    }
    assert ada.places == {"a": HERE, "b": THERE}


def test_what_no_backend_takes_stays_here_and_holds_nothing_up() -> None:
    backend, ada = Backend(), Desk()
    ada.put(a=Spot(FARTHEST * 2, 0.0), b=HERE, **{"i" * 300: HERE})
    settle(backend, ada)
    assert [card for _, card in backend.places] == ["b"]
    assert len(ada.places) == 3
    ada.put(**{f"card{n}": HERE for n in range(MOST_PLACES + 5)})
    settle(backend, ada)
    assert len(backend.places) == MOST_PLACES + 6


deeds = st.lists(
    st.tuples(
        st.booleans(),
        st.one_of(
            st.dictionaries(
                st.sampled_from("abc"), st.none() | st.sampled_from([HERE, THERE, ELSEWHERE]), min_size=1
            ),
            st.sampled_from(["undo", "redo", "exchange", "lost answer"]),
        ),
    ),
    max_size=14,
)


@settings(max_examples=60)
@given(deeds)
def test_both_end_the_same_whatever_was_done(chosen: list[tuple[bool, object]]) -> None:
    backend, desks = Backend(), (Desk(), Desk())
    for who, deed in chosen:
        desk = desks[who]
        match deed:
            case dict():
                desk.put(**deed)
            case "undo":
                desk.store.undo()
            case "redo":
                desk.store.redo()
            case _:
                desk.exchange(backend, answered=deed == "exchange")
    settle(backend, *desks)
    assert desks[0].places == desks[1].places
    assert desks[0].places == {
        card: place.spot for (_, card), (_, place) in backend.places.items() if place.spot is not None
    }
