"""A placing that is undone shows the scene that was there before, not one that is laid out again."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from study.graph import schedule_graph
from study.layout_store import LayoutStore, Spot, StepKind
from study.timeline import planned_times
from tests.benchmarks.made_up import long_study
from tests.study.building import first_design
from ui.canvas import arrangement
from ui.canvas.arrangement import ArrangedScene
from ui.canvas.view import ScheduleCanvas
from ui.theme import Theme


@pytest.fixture
def canvas(qtbot: QtBot) -> ScheduleCanvas:
    """Thirty visits, laid out in order, with a store for what is placed by hand."""
    design = first_design(long_study(30, 2))
    timeline = design.timelines[0]
    graph = schedule_graph(timeline, design)
    made = ScheduleCanvas(Theme.light())
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.hand.use_store(LayoutStore())
    made.set_schedule(graph, planned_times(timeline, design, graph), design)
    made.show()
    return made


def shown(canvas: ScheduleCanvas) -> ArrangedScene:
    scene = canvas.scene
    assert isinstance(scene, ArrangedScene)
    return scene


def place(canvas: ScheduleCanvas, visit: int, x: float, y: float) -> None:
    scene = shown(canvas)
    node = scene.place_of(f"visit_{visit}")
    assert node is not None
    scene.move([node], x, y)  # as a drag does
    canvas.hand.drop([node])


def test_undo_and_redo_show_what_was_laid_out_before(
    canvas: ScheduleCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = shown(canvas)
    rects = first.rects.copy()
    place(canvas, 3, 40.0, 120.0)
    second = shown(canvas)
    assert second is not first

    def again(*_: object) -> None:
        raise AssertionError("laid out again")

    monkeypatch.setattr(arrangement, "lay_out", again)
    monkeypatch.setattr(arrangement, "placed", again)
    canvas.hand.undo()
    assert shown(canvas) is first
    assert np.allclose(first.rects, rects)
    canvas.hand.redo()
    assert shown(canvas) is second


def test_another_placing_keeps_the_layout_and_moves_only_what_is_placed(
    canvas: ScheduleCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    def again(*_: object) -> None:
        raise AssertionError("laid out again")

    monkeypatch.setattr(arrangement, "lay_out", again)
    before = shown(canvas).rects.copy()
    place(canvas, 5, 0.0, 200.0)
    moved = np.flatnonzero(np.abs(shown(canvas).rects - before).max(axis=1) > 0.01)
    assert moved.tolist() == [shown(canvas).place_of("visit_5")]


def test_a_scene_of_other_content_or_another_arrangement_is_not_shown_again(canvas: ScheduleCanvas) -> None:
    place(canvas, 3, 40.0, 120.0)
    placed = shown(canvas)
    canvas.hand.show_to_scale(True)
    assert shown(canvas) is not placed
    canvas.hand.show_to_scale(False)
    assert np.allclose(shown(canvas).rects, placed.rects)
    step = canvas.hand.store.step(StepKind.MOVE, "timeline", {"visit_7": Spot(10.0, 10.0)})
    assert step is not None
    canvas.hand.store.do(step)
    canvas.hand.undo()
    assert np.allclose(shown(canvas).rects, placed.rects)
