"""Editing on one canvas, without a window: ports, gestures, keys, and a scene that is made anew in its place."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.canvas.connecting import Connecting
from ui.canvas.foreseen import foreseen
from ui.canvas.hit import Hit
from ui.canvas.ports import Port, Side, place_of, port_at, sides_of
from ui.canvas.scene import Scene
from ui.canvas.view import ScheduleCanvas
from ui.canvas.wishes import Cut, Draw, Name, PutOn, Redirect, Spot, TakeOut, Way, Wish

from .schedules import Schedule, cycle, instance, lane, schedule
from .test_view import node, shown, spot

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Desk:
    """Remembers what was asked of it; refuses what leads to "c", and everything where `lock` says why."""

    lock: str = ""
    done: list[Wish] = field(default_factory=list)

    def locked(self) -> str:
        return self.lock

    def why_not(self, wish: Wish) -> str:
        if isinstance(wish, (Draw, Redirect)) and wish.target == "c":
            return "Not to c."
        return "Type a name." if isinstance(wish, Name) and not wish.text else ""

    def do(self, wish: Wish) -> bool:
        self.done.append(wish)
        return True


def three() -> Schedule:
    return schedule([instance("a", "b"), instance("b", "c"), instance("c", None)])


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def canvas(qtbot: QtBot, desk: Desk) -> ScheduleCanvas:
    made = shown(qtbot, three())
    made.editing.desk = desk
    return made


def scene_of(canvas: ScheduleCanvas) -> Scene:
    assert canvas.scene is not None
    return canvas.scene


def at_port(canvas: ScheduleCanvas, key: str, side: Side = Side.OUT) -> QPoint:
    x, y = canvas.camera.to_view(place_of(scene_of(canvas), Port(node(canvas, key), side)))
    return QPoint(round(x), round(y))


def carry(canvas: ScheduleCanvas, start: QPoint, *ends: QPoint, let_go: bool = True) -> None:
    QTest.mouseMove(canvas, start)
    QTest.mousePress(canvas, LEFT, NONE, start)
    for end in ends:
        QTest.mouseMove(canvas, (start + end) / 2)
        QTest.mouseMove(canvas, end)
    if let_go:
        QTest.mouseRelease(canvas, LEFT, NONE, ends[-1])


def link_between(canvas: ScheduleCanvas, source: str, target: str) -> int:
    a, b = node(canvas, source), node(canvas, target)
    links = scene_of(canvas).content.links
    return next(k for k, each in enumerate(links) if (each.source, each.target) == (a, b))


def middle_of(canvas: ScheduleCanvas, link: int) -> QPoint:
    points = scene_of(canvas).points_of(link)
    x, y = canvas.camera.to_view(((points[0][0] + points[-1][0]) / 2, (points[0][1] + points[-1][1]) / 2))
    return QPoint(round(x), round(y))


# Ports


def test_nothing_leads_into_the_entry_or_out_of_an_exit(canvas: ScheduleCanvas) -> None:
    scene = scene_of(canvas)
    assert sides_of(scene, 0) == (Side.OUT,)
    assert sides_of(scene, scene.count - 1) == (Side.IN,)
    assert set(sides_of(scene, node(canvas, "a"))) == {Side.OUT, Side.IN}


def test_a_port_is_hit_a_little_beside_the_card_and_not_from_far_out(canvas: ScheduleCanvas) -> None:
    at = at_port(canvas, "b")
    assert port_at(scene_of(canvas), canvas.camera, (at.x() + 5, at.y())) == Port(node(canvas, "b"), Side.OUT)
    far = canvas.camera.zoomed(0.2, (at.x(), at.y()))
    assert port_at(scene_of(canvas), far, (at.x(), at.y())) is None


def test_without_a_desk_a_canvas_is_only_read(qtbot: QtBot) -> None:
    canvas = shown(qtbot, three())
    heard: list[str] = []
    canvas.editing.asked.connect(lambda what, _: heard.append(what))
    assert canvas.editing.gesture_at(QPointF(at_port(canvas, "a"))) is None
    for key in (Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Delete):
        QTest.keyClick(canvas, key)
    assert heard == []
    assert not canvas.editing.renaming.is_open


def test_what_is_locked_says_why_and_asks_for_nothing(canvas: ScheduleCanvas, desk: Desk) -> None:
    desk.lock = "Another program has it."
    told: list[str] = []
    canvas.editing.told.connect(told.append)
    canvas.set_selection("a")
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert told == ["Another program has it."]
    assert desk.done == []
    assert canvas.editing.gesture_at(QPointF(at_port(canvas, "a"))) is None


# Gestures


def test_a_way_is_drawn_forwards_from_one_side_and_backwards_from_the_other(
    canvas: ScheduleCanvas, desk: Desk
) -> None:
    carry(canvas, at_port(canvas, "c"), spot(canvas, "a"))
    carry(canvas, at_port(canvas, "b", Side.IN), spot(canvas, "c"))
    assert desk.done == [Draw("c", "a"), Draw("c", "b")]


def test_where_it_cannot_lead_the_reason_is_told_and_nothing_done(canvas: ScheduleCanvas, desk: Desk) -> None:
    told: list[str] = []
    canvas.editing.told.connect(told.append)
    carry(canvas, at_port(canvas, "a"), spot(canvas, "c"))
    assert told == ["Not to c."]
    assert desk.done == []


def test_let_go_on_a_way_the_card_comes_to_stand_on_it(canvas: ScheduleCanvas, desk: Desk) -> None:
    carry(canvas, at_port(canvas, "a"), middle_of(canvas, link_between(canvas, "b", "c")))
    assert desk.done == [PutOn("a", Way("b", "c"))]


def test_on_the_ground_and_without_moving_it_is_asked_what_to_add(canvas: ScheduleCanvas, desk: Desk) -> None:
    asked: list[tuple[str, Spot]] = []
    canvas.editing.asked.connect(lambda what, where: asked.append((what, where)))
    ground = QPoint(canvas.width() // 2, canvas.height() - 60)
    carry(canvas, at_port(canvas, "b"), ground)
    QTest.mouseClick(canvas, LEFT, NONE, at_port(canvas, "a"))
    QTest.mouseDClick(canvas, LEFT, NONE, ground)
    assert [(what, where.address) for what, where in asked] == [("add", "b"), ("add", "a"), ("add", "")]
    assert canvas.selection == Hit(node=node(canvas, "a"))
    assert desk.done == []


def test_escape_gives_a_way_up_and_leaves_everything_as_it_was(canvas: ScheduleCanvas, desk: Desk) -> None:
    camera = canvas.camera
    carry(canvas, at_port(canvas, "c"), spot(canvas, "a"), let_go=False)
    assert isinstance(canvas.pointer.gesture, Connecting)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, spot(canvas, "a"))
    assert desk.done == []
    assert scene_of(canvas).lighting.dim is None
    assert canvas.camera == camera


def test_an_end_of_the_selected_way_is_carried_elsewhere(canvas: ScheduleCanvas, desk: Desk) -> None:
    link = link_between(canvas, "b", "c")
    canvas.choose(Hit(link=link))
    x, y = canvas.camera.to_view(scene_of(canvas).points_of(link)[-1])
    carry(canvas, QPoint(round(x), round(y)), spot(canvas, "a"))
    assert desk.done == [Redirect(Way("b", "c"), "b", "a")]


def test_arrows_are_walked_by_key_from_one_card_to_the_next(canvas: ScheduleCanvas, desk: Desk) -> None:
    canvas.set_selection("b")
    QTest.keyClick(canvas, Qt.Key.Key_E)
    assert canvas.editing.chosen_way == Way("b", "c")
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selection == Hit(node=node(canvas, "c"))
    QTest.keyClick(canvas, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.editing.chosen_way == Way("b", "c")
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert desk.done == [Cut(Way("b", "c"))]


def test_all_that_is_selected_together_is_deleted_in_graph_order(canvas: ScheduleCanvas, desk: Desk) -> None:
    canvas.hand.select_all()
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert desk.done == [TakeOut(("a", "b", "c"))]


# Names


def test_a_double_click_on_a_cards_name_types_over_it_with_the_error_beside(
    canvas: ScheduleCanvas, desk: Desk
) -> None:
    x, y, *_ = scene_of(canvas).rects[node(canvas, "b")].tolist()
    left, top = canvas.camera.to_view((x + 60, y + 12))
    QTest.mouseDClick(canvas, LEFT, NONE, QPoint(round(left), round(top)))
    renaming = canvas.editing.renaming
    assert renaming.is_open
    assert renaming.field.text() == "Visit b"
    QTest.keyClick(renaming.field, Qt.Key.Key_Backspace)
    assert renaming.error.text() == "Type a name."
    QTest.keyClick(renaming.field, Qt.Key.Key_Return)
    assert desk.done == []
    QTest.keyClicks(renaming.field, "Call")
    QTest.keyClick(renaming.field, Qt.Key.Key_Return)
    assert desk.done == [Name("b", "Call")]


# Made anew in its place


def test_a_scene_keeps_its_layout_where_only_names_differ(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(40))
    layout = scene_of(canvas).layout
    graph, planned, design = lane(40)
    graph.instances["v3"].raw["label"] = "Other"
    canvas.set_schedule(graph, planned, design)
    assert scene_of(canvas).layout is layout
    assert scene_of(canvas).face(node(canvas, "v3")).title == "Other"


def test_what_is_looked_at_stays_where_a_card_comes_before_it(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(40))
    canvas.set_selection("v30")
    qtbot.waitUntil(lambda: canvas.rect().contains(spot(canvas, "v30")))
    qtbot.waitUntil(lambda: canvas.flight.target == canvas.camera)
    before = spot(canvas, "v30")
    raw = [dict(each.raw) for each in lane(40)[0].timeline.instances]
    raw[2]["defaultConditionId"] = "new"
    made = schedule([*raw[:3], instance("new", "v3"), *raw[3:]])
    canvas.set_schedule(*made)
    assert scene_of(canvas).place_of("new") is not None
    assert spot(canvas, "v30") == before


def test_what_would_come_go_and_move_is_foreseen(qtbot: QtBot) -> None:
    canvas = shown(qtbot, three())
    now = scene_of(canvas)
    other = schedule([instance("a", "new"), instance("new", "b"), instance("b", None)])
    then = ScheduleCanvas()
    qtbot.addWidget(then)
    then.set_schedule(*other)
    assert then.scene is not None
    what = foreseen(now, then.scene, node(canvas, "a"))
    assert [each.title for each in what.coming] == ["Visit new"]
    assert what.going == {node(canvas, "c")}
    assert [each for each, _ in what.moved] == [node(canvas, "b")]
    assert len(what.ways) == 2
    same = foreseen(now, now, None)
    assert not same


def test_a_loop_can_be_edited_too(qtbot: QtBot, desk: Desk) -> None:
    canvas = shown(qtbot, cycle())
    canvas.editing.desk = desk
    assert canvas.scene is not None
    back = next(k for k, each in enumerate(canvas.scene.content.links) if each.back)
    canvas.choose(Hit(link=back))
    way = canvas.editing.chosen_way
    assert way is not None
    assert way.entity
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    assert canvas.editing.renaming.is_open
