"""Moving about the graph in the window: finding, filters, arms, ways, timings, the map, tabs, and another beside."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from tests.ui.conftest import ShowStudy
from ui.canvas.hit import Hit
from ui.canvas.lighting import NO_LIGHTING, Lighting
from ui.canvas.scene import Scene
from ui.canvas.view import ScheduleCanvas
from ui.graph.pane import GraphPane
from ui.graph.stage import Stage
from ui.main_window import MainWindow
from ui.parts.navigate import Navigate

LZZT, ALEXION = "cdisc-pilot-lzzt-v4", "alexion-nct04573309-v4"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def pane_of(window: MainWindow) -> GraphPane:
    """The pane around the canvas."""
    return cast(Navigate, window.parts["Navigate"]).pane


def stage_of(window: MainWindow) -> Stage:
    """The bars on the canvas."""
    return pane_of(window).stage


def scene_of(canvas: ScheduleCanvas) -> Scene:
    """What the canvas draws."""
    assert canvas.scene is not None
    return canvas.scene


def lighting(window: MainWindow) -> Lighting:
    """What is dimmed and lit now."""
    return scene_of(window.canvas).lighting


def titles(canvas: ScheduleCanvas, mask: object) -> list[str]:
    """The titles of the nodes in a mask."""
    scene = scene_of(canvas)
    assert isinstance(mask, np.ndarray)
    return [scene.face(node).title for node in np.flatnonzero(mask).tolist()]


def key_of(study: OpenStudy, title: str) -> str:
    """The address of the visit with this title."""
    assert study.projection is not None
    return next(column.key for column in study.projection.soa.columns if column.title == title)


def timeline(study: OpenStudy, title: str) -> str:
    """The id of a timeline."""
    assert study.projection is not None
    return next(t.id or "" for t in study.projection.design.timelines if t.title == title)


# Find


def test_find_lights_while_typing_and_goes_from_one_to_the_next(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study(LZZT)
    window.canvas.setFocus()
    qtbot.waitUntil(window.canvas.hasFocus)
    QTest.keyClick(window.canvas, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    find = stage_of(window).find
    qtbot.waitUntil(find.field.hasFocus)
    QTest.keyClicks(find.field, "Week 8")
    assert titles(window.canvas, lighting(window).lit) == ["Week 8", "Week NPI"]
    assert find.count.text() == "1 of 2"
    scene = scene_of(window.canvas)
    assert scene.face(lighting(window).current).title == "Week 8"
    qtbot.waitUntil(
        lambda: window.canvas.rect().contains(
            QPoint(*map(round, window.canvas.point_of(lighting(window).current)))
        )
    )
    QTest.keyClick(find.field, Qt.Key.Key_Return)
    assert find.count.text().startswith("2 of 2")
    assert scene.face(lighting(window).current).title == "Week NPI"
    QTest.keyClick(find.field, Qt.Key.Key_Return)
    QTest.keyClick(find.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert find.count.text().startswith("2 of 2")
    QTest.keyClick(find.field, Qt.Key.Key_Escape)
    assert study.selection == key_of(study, "Week NPI")
    assert not find.isVisible()
    assert lighting(window).current == -1
    assert window.canvas.hasFocus()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Day 58", "1 of 1 · the day is in its window"), ("no such visit", "Nothing found"), ("", "")],
)
def test_find_says_why_and_when_there_is_nothing(
    window: MainWindow, show_study: ShowStudy, typed: str, said: str
) -> None:
    show_study(LZZT)
    window.actions_by_id["find_visit"].trigger()
    find = stage_of(window).find
    find.field.setText(typed)
    assert find.count.text() == said
    assert (lighting(window).lit is None) == (not said.startswith("1"))


# Arms and where something is used


def test_an_arm_lights_its_path_and_says_what_that_means(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study(LZZT)
    assert study.projection is not None
    arm = study.projection.design.arms[1]
    top = stage_of(window).top
    assert top.arms.text().strip() == "All arms ▾"
    next(each for each in top._menu.actions() if each.data() == arm.id).trigger()
    assert top.arms.text().strip() == f"{arm.title} ▾"
    assert "Nothing here says which arm a participant is in." in top.arms.toolTip()
    light = lighting(window)
    assert light.lit_links is not None
    assert light.lit_links.all()  # all visits are planned for each arm of this study
    assert light.dim is not None
    assert not light.dim.any()
    study.select(design_arm := study.projection.design.arms[2].id or "")
    assert stage_of(window).highlights.arm == design_arm
    study.select(arm.id or "")
    card = window.canvas.scene.first_card() if window.canvas.scene else None
    assert f"In arm {arm.title} because of the epoch Screening" in window.canvas.tooltip_of(Hit(node=card))
    next(each for each in top._menu.actions() if each.data() == "").trigger()
    assert "In arm" not in window.canvas.tooltip_of(Hit(node=card))
    assert window.canvas.lights.get("arm") is NO_LIGHTING


def test_what_is_selected_is_lit_where_it_is_used(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study(LZZT)
    assert study.projection is not None
    design = study.projection.design
    epoch = next(epoch for epoch in design.epochs if epoch.title == "Screening")
    study.select(epoch.id or "")
    assert titles(window.canvas, lighting(window).lit) == ["Screen One", "Screen Two"]
    note = next(condition for condition in design.conditions if condition.title == "HA1C")
    study.select(note.id or "")
    assert titles(window.canvas, lighting(window).lit) == ["Screen One"]
    study.select(key_of(study, "Dose"))
    assert lighting(window).lit is None


# Filter


def test_a_filter_dims_what_does_not_match_and_counts(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study(LZZT)
    study.select(key_of(study, "Week 24"))  # far from what will match
    window.actions_by_id["filter_graph"].trigger()
    bar = stage_of(window).filter
    qtbot.waitUntil(bar.field.hasFocus)
    QTest.keyClicks(bar.field, "screening")
    qtbot.waitUntil(lambda: bar.count.text() == "2 of 16 visits")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert [(term.kind, term.title) for term in bar.terms] == [("epoch", "Screening")]
    kept = ~cast(np.ndarray, lighting(window).dim)
    assert titles(window.canvas, kept & (scene_of(window.canvas).kind == 0)) == ["Screen One", "Screen Two"]
    first = scene_of(window.canvas).first_card()
    assert first is not None
    qtbot.waitUntil(lambda: window.canvas.rect().contains(QPoint(*map(round, window.canvas.point_of(first)))))
    QTest.keyClicks(bar.field, "insulin")
    assert bar.count.text() == "1 of 16 visits"
    bar.field.setText("nothing like it")
    assert bar.count.text() == "No visit matches"
    bar.clear.click()
    assert bar.terms == ()
    assert bar.count.text() == ""
    assert window.canvas.lights.get("filter") is NO_LIGHTING


def test_chips_can_be_taken_out_one_by_one(qtbot: QtBot, window: MainWindow, show_study: ShowStudy) -> None:
    show_study(LZZT)
    bar = stage_of(window).filter
    window.actions_by_id["filter_graph"].trigger()
    for text in ("ECG", "Chemistry"):
        bar.field.setText(text)
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert [term.title for term in bar.terms] == ["ECG", "Chemistry"]
    both = stage_of(window).highlights.matching()
    bar._chips[0].click()
    assert [term.title for term in bar.terms] == ["Chemistry"]
    one = stage_of(window).highlights.matching()
    assert both is not None
    assert one is not None
    assert set(one) <= set(both)
    QTest.keyClick(bar.field, Qt.Key.Key_Backspace)
    assert bar.terms == ()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_what_is_inside_a_collapsed_epoch_is_found_and_kept_there(
    window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study("")
    assert study.projection is not None
    epoch = study.projection.design.epochs[1]
    assert window.canvas.hand.collapse(epoch.id or "")
    window.actions_by_id["find_visit"].trigger()
    stage_of(window).find.field.setText("Cycle n Day 8")
    block = scene_of(window.canvas).place_of(epoch.id or "")
    assert lighting(window).current == block
    stage_of(window).filter.field.setText("Cycle n Day 8")
    dim = lighting(window).dim
    assert dim is not None
    assert block is not None
    assert not dim[block]
    assert dim.any()


# Ways and timings


def test_the_way_to_a_visit_and_what_follows_it_are_lit(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study(LZZT)
    study.select(key_of(study, "Week 2"))
    window.actions_by_id["way_before"].trigger()
    kind = scene_of(window.canvas).kind
    kept = ~cast(np.ndarray, lighting(window).dim) & (kind == 0)
    assert titles(window.canvas, kept) == ["Screen One", "Screen Two", "Dose", "Week 2"]
    assert lighting(window).lit_links is not None
    window.actions_by_id["way_after"].trigger()
    assert not cast(np.ndarray, lighting(window).dim)[kind == 0].any()
    window.actions_by_id["way_before"].trigger()
    window.actions_by_id["way_after"].trigger()
    assert window.canvas.lights.get("way") is NO_LIGHTING


def test_timings_show_the_anchor_and_what_moves_with_a_visit(
    window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study(LZZT)
    canvas = window.canvas
    scene = scene_of(canvas)
    before = canvas.grab().toImage()
    window.actions_by_id["show_timings"].trigger()
    assert [(scene.face(node).title, count) for node, count in canvas.timings.anchors()] == [("Dose", 11)]
    assert len(canvas.timings.arcs()) == 15
    week_8 = scene.place_of(key_of(study, "Week 8"))
    assert week_8 is not None
    assert [scene.face(node).title for node in canvas.timings.moved_by(week_8)] == ["Week NPI"]
    assert canvas.grab().toImage() != before
    assert "Moves with it: Week NPI" in scene.content.tooltip(week_8)
    window.actions_by_id["show_timings"].trigger()
    assert canvas.grab().toImage() == before


# The map


def test_the_map_shows_where_one_is_and_goes_there(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study(ALEXION)
    window.actions_by_id["view_graph"].trigger()
    map_ = stage_of(window).map
    qtbot.waitUntil(map_.isVisible)
    frame = map_.frame()
    QTest.mouseClick(map_, LEFT, NONE, QPoint(map_.width() - 20, map_.height() // 2))
    after = map_.frame()
    assert after.center().x() == pytest.approx(map_.width() - 20, abs=1.5)
    assert after.width() == pytest.approx(frame.width())
    camera = window.canvas.camera
    map_.setFocus()
    QTest.keyClick(map_, Qt.Key.Key_Left)
    assert window.canvas.camera == camera.panned(window.canvas.width() / 4, 0)


def test_the_map_can_be_put_away_and_that_is_remembered(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study("")
    window.actions_by_id["view_graph"].trigger()
    stage = stage_of(window)
    qtbot.waitUntil(stage.map.isVisible)
    stage.map_button.click()
    assert not stage.map.isVisible()
    assert not window.actions_by_id["show_map"].isChecked()
    assert window.layout_memory.value("graph_map", True, bool) is False
    window.actions_by_id["show_map"].trigger()
    assert stage.map.isVisible()
    window.canvas.fit_all()
    qtbot.waitUntil(lambda: not stage.map.isVisible())  # nothing is out of view


# Timelines


def test_a_timeline_one_goes_into_gets_a_tab_a_way_back_and_a_history(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study("")
    pane = pane_of(window)
    assert not pane.tabs.isVisible()
    main, profile = timeline(study, "Main timeline"), timeline(study, "PK profile")
    card = scene_of(window.canvas).place_of(key_of(study, "Cycle n Day 1"))
    assert card is not None
    window.canvas.reveal(card)
    window.canvas.flight.stop()
    window.canvas.show_camera(window.canvas.flight.target)
    window.canvas.show_node(card)
    qtbot.waitUntil(lambda: window.canvas.rect().contains(QPoint(*map(round, window.canvas.point_of(card)))))
    window.canvas.setFocus()
    study.select(key_of(study, "Cycle n Day 1"))
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    assert study.projection is not None
    assert study.projection.timeline.id == profile
    assert pane.tabs.ids() == [main, profile]
    assert pane.tabs.current == profile
    assert pane.stage.trail.isVisible()
    assert [step.text() for step in pane.stage.trail.steps] == ["Main timeline", "PK profile"]
    QTest.keyClick(window.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert study.projection.timeline.id == main
    QTest.keyClick(window.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert study.projection.timeline.id == profile
    pane.stage.trail.steps[0].click()
    assert study.projection.timeline.id == main
    window.actions_by_id["next_timeline"].trigger()
    assert study.projection.timeline.id == profile
    window.actions_by_id["close_timeline"].trigger()
    assert study.projection.timeline.id == main
    assert pane.tabs.ids() == [main]
    assert not pane.tabs.isVisible()


def test_side_timelines_say_what_starts_them_and_open(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study(ALEXION)
    sides = pane_of(window).sides
    assert sides.head.text() == "4 OTHER TIMELINES"
    window.actions_by_id["show_side_timelines"].trigger()
    cards = {card.title: card for card in sides.cards}
    assert cards["Adverse Event"].accessibleName() == (
        "Adverse Event. Starts when: Subject suffers an adverse event. 1 instance"
    )
    assert cards["PKPD"].accessibleName().endswith("11 instances, run at 18 visits")
    assert cards["PKPD"].isVisible()
    cards["PKPD"].click()
    assert study.projection is not None
    assert study.projection.timeline.title == "PKPD Timeline"
    assert sides.cards[0].title == "Main Timeline"


def test_another_timeline_stands_beside_and_shares_the_selection(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study("")
    pane = pane_of(window)
    profile = timeline(study, "PK profile")
    pane.show_beside(profile)
    qtbot.waitUntil(pane.beside.canvas.isVisible)
    assert window.actions_by_id["timeline_beside"].isChecked()
    scene = scene_of(pane.beside.canvas)
    first = scene.first_card()
    assert first is not None
    with qtbot.waitSignal(study.selection_changed):
        QTest.mouseClick(
            pane.beside.canvas, LEFT, NONE, QPoint(*map(round, pane.beside.canvas.point_of(first)))
        )
    assert study.selection == scene.content.address(first)
    assert study.projection is not None
    assert study.projection.timeline.title == "Main timeline"  # the one in front stays
    assert pane.beside.canvas.selection.node == first
    pane.beside.away.click()
    assert not pane.beside.isVisible()


def test_tabs_and_what_is_beside_are_remembered(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("")
    profile, early = timeline(study, "PK profile"), timeline(study, "Early termination")
    study.show_timeline(early)
    study.show_main_timeline()
    pane_of(window).show_beside(profile)
    again = show_study("")
    assert again is not study
    assert pane_of(window).tabs.ids() == [timeline(again, "Main timeline"), early]
    beside = pane_of(window).beside.projection
    assert beside is not None
    assert beside.timeline.title == "PK profile"


# The bars


def test_every_control_has_a_name_and_a_tooltip_and_none_covers_another(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study(LZZT)
    window.actions_by_id["view_graph"].trigger()
    for name in ("filter_graph", "find_visit"):
        window.actions_by_id[name].trigger()
    stage, canvas = stage_of(window), window.canvas
    for button in canvas.findChildren(QToolButton):
        if button.isVisible() and button.parent() in (stage.top, stage.find, stage.filter, stage.map_bar):
            assert button.accessibleName(), button
            assert button.toolTip(), button.accessibleName()
    qtbot.waitUntil(stage.map.isVisible)
    bars: list[QWidget] = [stage.top, stage.find, stage.filter, stage.map_bar, stage.map, canvas.zoombar]
    bars.append(canvas.hand.scalebar)
    for place, bar in enumerate(bars):
        assert canvas.rect().contains(bar.geometry()), bar
        for other in bars[place + 1 :]:
            assert not bar.geometry().intersects(other.geometry()), (bar, other)


def test_in_a_low_graph_the_zoom_stands_beside_the_other_bars_and_gives_way_where_it_cannot(
    window: MainWindow, show_study: ShowStudy
) -> None:
    show_study(LZZT)
    window.actions_by_id["view_graph"].trigger()
    stage, canvas = stage_of(window), window.canvas
    canvas.resize(900, 500)
    assert canvas.zoombar.y() > 400
    canvas.resize(900, 200)
    assert abs(canvas.zoombar.geometry().center().y() - stage.top.geometry().center().y()) <= 1
    assert canvas.zoombar.x() > stage.top.geometry().right()
    assert canvas.rect().contains(stage.map_bar.geometry())
    canvas.resize(420, 200)
    assert canvas.zoombar.y() > stage.top.geometry().bottom()
    assert not canvas.zoombar.isHidden()
    canvas.resize(420, 110)
    assert canvas.zoombar.isHidden()
    canvas.resize(900, 500)
    assert not canvas.zoombar.isHidden()


def test_a_study_that_closes_leaves_nothing_lit(window: MainWindow, show_study: ShowStudy) -> None:
    show_study(LZZT)
    window.actions_by_id["filter_graph"].trigger()
    stage_of(window).filter.field.setText("ECG")
    window.set_study(None)
    assert not stage_of(window).filter.isVisible()
    assert not pane_of(window).sides.isVisible()
    show_study("")
    assert stage_of(window).highlights.matching() is None
