"""Places are undone and done again exactly, and come back from text as they were; what cannot be read is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.layout_store import (
    REMEMBERED,
    LayoutStore,
    Placing,
    Spot,
    Step,
    StepKind,
    UnreadableLayoutError,
    redo_text,
    undo_text,
)

spots = st.builds(Spot, st.integers(-9999, 9999).map(float), st.floats(-1e6, 1e6), st.booleans())
moves = st.lists(
    st.tuples(
        st.sampled_from(StepKind),
        st.sampled_from(["main", "pk"]),
        st.dictionaries(st.sampled_from("abcd"), st.none() | spots, min_size=1),
    ),
    max_size=12,
)


def _done(chosen: list[tuple[StepKind, str, dict[str, Spot | None]]]) -> tuple[LayoutStore, int]:
    store, count = LayoutStore(), 0
    for kind, timeline, new in chosen:
        step = store.step(kind, timeline, new)
        if step is not None:
            store.do(step)
            count += 1
    return store, count


def _all(store: LayoutStore) -> dict[str, dict[str, Spot]]:
    return {timeline: dict(store.places(timeline)) for timeline in ("main", "pk")}


@given(moves)
def test_undo_and_redo_pass_through_the_same_states(
    chosen: list[tuple[StepKind, str, dict[str, Spot | None]]],
) -> None:
    store, count = _done(chosen)
    states = [_all(store)]
    while store.undo() is not None:
        states.append(_all(store))
    assert len(states) == count + 1
    assert states[-1] == {"main": {}, "pk": {}}
    for state in states[-2::-1]:
        assert store.redo() is not None
        assert _all(store) == state
    assert store.redo() is None


@given(moves, st.integers(0, 3))
def test_text_gives_back_places_steps_and_how_it_was_looked_at(
    chosen: list[tuple[StepKind, str, dict[str, Spot | None]]], undone: int
) -> None:
    store, _ = _done(chosen)
    store.collapse("main", ["treatment", "screening"])
    store.show_to_scale("pk", True)
    for _ in range(undone):
        store.undo()
    again = LayoutStore.from_text(store.to_text())
    assert _all(again) == _all(store)
    assert (again.undoable, again.redoable) == (store.undoable, store.redoable)
    assert again.collapsed("main") == {"treatment", "screening"}
    assert again.is_to_scale("pk")
    assert not again.is_to_scale("main")
    assert again.to_text() == store.to_text()


def test_nothing_to_keep_is_no_text() -> None:
    store = LayoutStore()
    assert store.to_text() == ""
    store.collapse("main", ["a"])
    store.show_to_scale("main", True)
    assert json.loads(store.to_text())["format"] == 1
    store.collapse("main", [])
    store.show_to_scale("main", False)
    assert store.to_text() == ""


def test_a_step_that_changes_nothing_is_none_and_a_new_one_ends_redoing() -> None:
    store = LayoutStore()
    assert store.step(StepKind.MOVE, "main", {"a": None}) is None
    for x in (1.0, 2.0):
        step = store.step(StepKind.MOVE, "main", {"a": Spot(x, 0)})
        assert step is not None
        store.do(step)
    assert store.step(StepKind.MOVE, "main", {"a": Spot(2, 0)}) is None
    store.undo()
    assert store.redoable is not None
    other = store.step(StepKind.ALIGN, "main", {"b": Spot(5, 5)})
    assert other is not None
    store.do(other)
    assert store.redoable is None


def test_a_step_from_somewhere_else_is_refused_whole() -> None:
    store = LayoutStore()
    wrong = Step(
        StepKind.MOVE,
        (
            Placing("main", "a", None, Spot(1, 1)),
            Placing("main", "b", Spot(7, 7), Spot(2, 2)),
        ),
    )
    with pytest.raises(ValueError, match="b does not stand"):
        store.do(wrong)
    assert store.places("main") == {}
    assert store.undoable is None


def test_old_steps_are_forgotten_and_their_places_stay() -> None:
    store = LayoutStore()
    for k in range(REMEMBERED + 5):
        step = store.step(StepKind.MOVE, "main", {f"v{k}": Spot(k, k)})
        assert step is not None
        store.do(step)
    while store.undo() is not None:
        pass
    assert set(store.places("main")) == {f"v{k}" for k in range(5)}


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"format": 2, "places": {}}',
        '{"format": 1}',
        '{"format":1,"places":{"m":{"a":[1]}},"collapsed":{},"toScale":[],"done":[],"undone":[]}',
        '{"format":1,"places":{"m":{"a":[1,NaN,true]}},"collapsed":{},"toScale":[],"done":[],"undone":[]}',
        '{"format":1,"places":{},"collapsed":{},"toScale":[],"done":[{"kind":"jump","placings":[]}],"undone":[]}',
    ],
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(UnreadableLayoutError):
        LayoutStore.from_text(text)


def test_steps_are_named_with_their_number_of_visits() -> None:
    three = Step(StepKind.MOVE, tuple(Placing("m", k, None, Spot(0, 0)) for k in "abc"))
    assert undo_text(three) == "Undo: move 3 visits"
    assert redo_text(Step(StepKind.LAY_OUT, three.placings[:1])) == "Redo: lay out 1 visit again"
