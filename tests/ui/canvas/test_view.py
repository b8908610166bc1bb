"""The canvas as people use it: mouse, wheel, keys, selection, and what is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from study.findings import Finding, Severity
from ui.canvas.camera import Camera
from ui.canvas.hit import NOTHING, Hit, hit
from ui.canvas.shapes import NodeKind
from ui.canvas.view import ScheduleCanvas
from ui.theme import Theme

from .schedules import Schedule, cycle, instance, lane, schedule

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


def shown(qtbot: QtBot, what: Schedule, width: int = 1400, height: int = 500) -> ScheduleCanvas:
    """A canvas in a window that shows a schedule at 100 %, with the entry near the left."""
    widget = ScheduleCanvas(Theme.light())
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_schedule(*what)
    widget.show_camera(Camera(-40, -200, 1.0))
    widget.setFocus()
    return widget


def node(canvas: ScheduleCanvas, address: str) -> int:
    """The place of a node by its address."""
    assert canvas.scene is not None
    place = canvas.scene.place_of(address)
    assert place is not None
    return place


def spot(canvas: ScheduleCanvas, address: str) -> QPoint:
    """The middle of a node, in the view."""
    x, y = canvas.point_of(node(canvas, address))
    return QPoint(round(x), round(y))


def drag(canvas: ScheduleCanvas, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Press, move in steps and let go."""
    QTest.mousePress(canvas, button, Qt.KeyboardModifier.NoModifier, start)
    _move(canvas, start, end, button)
    QTest.mouseRelease(canvas, button, Qt.KeyboardModifier.NoModifier, end)


def _move(canvas: ScheduleCanvas, start: QPoint, end: QPoint, button: Qt.MouseButton) -> None:
    for step in range(1, 5):
        at = QPointF(start) + (QPointF(end) - QPointF(start)) * step / 4
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            canvas.mapToGlobal(at),
            Qt.MouseButton.NoButton,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(canvas, event)


def wheel(
    canvas: ScheduleCanvas,
    at: QPoint,
    angle: int = 0,
    pixels: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Turn the wheel, or move two fingers where `pixels` is given."""
    phase = Qt.ScrollPhase.ScrollUpdate if pixels is not None else Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        QPointF(at),
        canvas.mapToGlobal(QPointF(at)),
        pixels or QPoint(),
        QPoint(0, angle) if pixels is None else pixels,
        Qt.MouseButton.NoButton,
        modifiers,
        phase,
        False,
    )
    QApplication.sendEvent(canvas, event)


# Selecting


def test_a_click_on_a_card_selects_it(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    with qtbot.waitSignal(canvas.selected) as told:
        QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, spot(canvas, "c"))
    assert told.args == ["c"]
    assert canvas.selection == Hit(node=node(canvas, "c"))


def test_a_click_on_the_empty_ground_selects_the_timeline(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    with qtbot.waitSignal(canvas.selected) as told:
        QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(1380, 20))
    assert told.args == ["timeline"]
    assert canvas.selection == NOTHING


def test_a_click_on_a_loops_sentence_selects_its_condition(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    pill = next(label for label in canvas.scene.layout.labels if label.pill)
    x, y = canvas.camera.to_view((pill.x + pill.width / 2, pill.y + pill.height / 2))
    with qtbot.waitSignal(canvas.selected) as told:
        QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(round(x), round(y)))
    assert told.args == ["d-b"]


def test_a_click_on_a_bands_name_selects_its_epoch(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    band = canvas.scene.layout.bands[1]
    x, y = canvas.camera.to_view((band.x + 30, band.y + 10))
    with qtbot.waitSignal(canvas.selected) as told:
        QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(round(x), round(y)))
    assert told.args == ["treatment"]


def test_the_shared_selection_is_followed_without_telling_it_back(
    qtbot: QtBot, canvas: ScheduleCanvas
) -> None:
    with qtbot.assertNotEmitted(canvas.selected):
        canvas.set_selection("e")
    assert canvas.selection == Hit(node=node(canvas, "e"))
    canvas.set_selection("somewhere else")
    assert canvas.selection == NOTHING


def test_a_selection_out_of_sight_is_brought_into_view(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(60))
    canvas.set_selection("v50")
    qtbot.waitUntil(lambda: canvas.rect().contains(spot(canvas, "v50")))


def test_a_double_click_opens_what_the_card_runs(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    with qtbot.waitSignal(canvas.activated) as told:
        QTest.mouseDClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, spot(canvas, "b"))
    assert told.args == ["pk"]
    with qtbot.waitSignal(canvas.activated) as told:
        QTest.mouseDClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, spot(canvas, "c"))
    assert told.args == ["c"]


def test_hovering_tells_what_lies_under_the_pointer(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    heard: list[str] = []
    canvas.hovered.connect(heard.append)
    at = spot(canvas, "c")
    _move(canvas, at, at, Qt.MouseButton.NoButton)
    away = QPoint(1380, 20)
    _move(canvas, away, away, Qt.MouseButton.NoButton)
    assert heard == ["c", ""]


# Moving about


def test_dragging_the_empty_ground_draws_a_box_and_pans_nothing(canvas: ScheduleCanvas) -> None:
    before = canvas.camera
    drag(canvas, QPoint(1200, 460), QPoint(1100, 430))
    assert canvas.camera == before
    assert canvas.hand.marked == frozenset()


@pytest.mark.parametrize("button", [MIDDLE, LEFT])
def test_the_middle_button_and_space_pan_from_anywhere(
    canvas: ScheduleCanvas, button: Qt.MouseButton
) -> None:
    before = canvas.camera
    at = spot(canvas, "c")
    if button == LEFT:
        QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(canvas, at, at + QPoint(60, 40), button)
    if button == LEFT:
        QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.camera == before.panned(60, 40)
    assert canvas.selection == NOTHING


def test_escape_takes_a_pan_back(canvas: ScheduleCanvas) -> None:
    before = canvas.camera
    start, end = QPoint(1200, 460), QPoint(1000, 400)
    QTest.mousePress(canvas, MIDDLE, Qt.KeyboardModifier.NoModifier, start)
    _move(canvas, start, end, MIDDLE)
    assert canvas.camera != before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.camera == before
    QTest.mouseRelease(canvas, MIDDLE, Qt.KeyboardModifier.NoModifier, end)
    assert canvas.camera == before


def test_the_wheel_zooms_to_the_pointer(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    at = spot(canvas, "c")
    world = canvas.camera.to_world((at.x(), at.y()))
    with qtbot.waitSignal(canvas.zoom_changed) as told:
        wheel(canvas, at, 120)
    assert told.args == [125]
    assert canvas.zoom_percent == 125
    assert canvas.camera.to_view(world) == pytest.approx((at.x(), at.y()))


def test_two_fingers_pan_and_with_ctrl_they_zoom(canvas: ScheduleCanvas) -> None:
    before = canvas.camera
    wheel(canvas, QPoint(700, 250), pixels=QPoint(-30, 12))
    assert canvas.camera == before.panned(-30, 12)
    wheel(canvas, QPoint(700, 250), pixels=QPoint(0, 40), modifiers=Qt.KeyboardModifier.ControlModifier)
    assert canvas.camera.zoom > before.zoom


def test_fit_all_shows_every_card_and_zero_goes_back_to_full_size(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(52))
    QTest.keyClick(canvas, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: canvas.zoom_percent < 20)
    qtbot.waitUntil(
        lambda: canvas.rect().contains(spot(canvas, "v0")) and canvas.rect().contains(spot(canvas, "v51"))
    )
    QTest.keyClick(canvas, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: canvas.zoom_percent == 100)


def test_what_was_fitted_stays_wholly_in_view_when_the_room_changes(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(20))
    canvas.fit_all()
    qtbot.waitUntil(lambda: canvas.rect().contains(spot(canvas, "v0")))
    qtbot.waitUntil(lambda: canvas.flight.camera == canvas.flight.target)
    before = canvas.zoom_percent
    canvas.resize(canvas.width() // 2, canvas.height() - 80)
    assert canvas.zoom_percent < before
    assert canvas.rect().contains(spot(canvas, "v0"))
    assert canvas.rect().contains(spot(canvas, "v19"))


def test_what_is_selected_stays_in_sight_when_the_room_shrinks(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(6))
    canvas.set_selection("v0")
    canvas.show_camera(canvas.camera.panned(0.0, 150.0))
    assert canvas.rect().contains(spot(canvas, "v0"))
    zoom = canvas.zoom_percent
    canvas.resize(canvas.width(), spot(canvas, "v0").y() + 5)
    assert spot(canvas, "v0").y() < canvas.height() - 30
    assert canvas.zoom_percent == zoom


def test_plus_minus_and_the_zoom_control_agree(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: canvas.zoom_percent == 125)
    canvas.zoom_out()
    qtbot.waitUntil(lambda: canvas.zoom_percent == 100)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: canvas.zoom_percent == 80)


def test_a_long_schedule_opens_readable_at_its_beginning(qtbot: QtBot) -> None:
    canvas = ScheduleCanvas(Theme.light())
    qtbot.addWidget(canvas)
    canvas.resize(1200, 420)
    canvas.set_schedule(*lane(52))
    assert canvas.zoom_percent >= 75
    assert canvas.rect().contains(spot(canvas, "v0"))
    assert not canvas.rect().contains(spot(canvas, "v51"))


def test_showing_the_same_timeline_again_keeps_the_camera(canvas: ScheduleCanvas) -> None:
    canvas.show_camera(Camera(300, -100, 0.8))
    canvas.set_schedule(*cycle())
    assert canvas.camera == Camera(300, -100, 0.8)


# The keyboard


def test_arrows_walk_along_the_path_and_home_and_end_go_to_its_ends(
    qtbot: QtBot, canvas: ScheduleCanvas
) -> None:
    heard: list[str] = []
    canvas.selected.connect(heard.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(canvas, key)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert heard == ["a", "b", "c", "d", "e", "d", "f"]


def test_arrows_up_and_down_change_the_lane(canvas: ScheduleCanvas) -> None:
    canvas.set_schedule(
        *schedule(
            [
                {
                    **instance("d", "b", "screening"),
                    "instanceType": "ScheduledDecisionInstance",
                    "conditionAssignments": [{"id": "w", "condition": "else", "conditionTargetId": "x"}],
                },
                instance("b", None, "screening"),
                instance("x", None, "screening"),
            ]
        )
    )
    canvas.set_selection("b")
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.selection == Hit(node=node(canvas, "x"))
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.selection == Hit(node=node(canvas, "b"))


def test_return_opens_what_is_selected(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    canvas.set_selection("b")
    with qtbot.waitSignal(canvas.activated) as told:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert told.args == ["pk"]


# What is painted


def color_at(canvas: ScheduleCanvas, world: tuple[float, float]) -> QColor:
    """The colour of one pixel of the picture, at a world point."""
    x, y = canvas.camera.to_view(world)
    return canvas.grab().toImage().pixelColor(round(x), round(y))


def test_cards_bands_and_ground_have_the_themes_colours(canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    theme = Theme.light()
    x, y, width, height = canvas.scene.rects[node(canvas, "c")].tolist()
    assert color_at(canvas, (x + width - 6, y + height / 2)) == theme.card
    assert color_at(canvas, (x + 1, y + height / 2)) == theme.epoch_hue(1)
    band = canvas.scene.layout.bands[1]
    inside = color_at(canvas, (band.x + band.width / 2, band.y + band.height - 6))
    assert inside not in (theme.ground, theme.card)
    assert inside.blue() > inside.red()


def test_another_theme_paints_everything_anew(canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    x, y, width, height = canvas.scene.rects[node(canvas, "c")].tolist()
    place = (x + width - 6, y + height / 2)
    assert color_at(canvas, place) == Theme.light().card
    canvas.set_theme(Theme.dark())
    assert color_at(canvas, place) == Theme.dark().card


def test_the_selected_card_is_outlined_in_the_accent(canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    x, y, width, height = canvas.scene.rects[node(canvas, "e")].tolist()
    edge = (x + width, y + height / 2)
    assert color_at(canvas, edge) != Theme.light().accent
    canvas.set_selection("e")
    found = color_at(canvas, edge)
    assert abs(found.red() - Theme.light().accent.red()) < 24
    assert abs(found.blue() - Theme.light().accent.blue()) < 24


def test_a_finding_puts_a_dot_on_its_card(canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    x, y, width, _ = canvas.scene.rects[node(canvas, "c")].tolist()
    corner = (x + width - 6, y + 3)
    clean = color_at(canvas, corner)
    finding = Finding("rule", Severity.WARNING, "c", "ScheduledActivityInstance", "No way out of this loop.")
    canvas.set_findings({"c": [finding]})
    assert color_at(canvas, corner) != clean
    assert "No way out of this loop." in canvas.tooltip_of(Hit(node=node(canvas, "c")))


def test_hovering_repaints_no_card(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    canvas.grab()
    painted = canvas.pixmaps.painted
    at = spot(canvas, "c")
    _move(canvas, at, at, Qt.MouseButton.NoButton)
    canvas.grab()
    canvas.set_selection("e")
    canvas.grab()
    assert canvas.pixmaps.painted == painted


def test_cards_are_scaled_while_zooming_and_painted_anew_when_idle(
    qtbot: QtBot, canvas: ScheduleCanvas
) -> None:
    canvas.grab()
    painted = canvas.pixmaps.painted
    wheel(canvas, QPoint(10, 10), 60)
    canvas.grab()
    assert canvas.pixmaps.painted == painted
    qtbot.waitUntil(lambda: not canvas.flight.is_zooming)
    canvas.grab()
    assert canvas.pixmaps.painted > painted


def test_an_empty_timeline_and_no_timeline_say_so(qtbot: QtBot) -> None:
    canvas = shown(qtbot, schedule([]))
    assert "no instances" in canvas.accessibleDescription()
    ground = Theme.light().ground
    image = canvas.grab().toImage()
    middle = [image.pixelColor(x, 250) for x in range(560, 840)]
    assert any(color != ground for color in middle)
    canvas.set_schedule(None)
    assert "No schedule" in canvas.accessibleDescription()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_F)
    QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(50, 50))
    assert canvas.selection == NOTHING


@pytest.mark.parametrize("linked", [True, False])
def test_three_hundred_instances_in_one_timeline(qtbot: QtBot, linked: bool) -> None:
    what = lane(300) if linked else schedule([instance(f"v{i}", None) for i in range(300)])
    canvas = shown(qtbot, what)
    assert canvas.scene is not None
    assert int((canvas.scene.kind == NodeKind.CARD).sum()) == 300
    canvas.fit_all()
    canvas.grab()
    canvas.set_selection("v299")
    qtbot.waitUntil(lambda: canvas.rect().contains(spot(canvas, "v299")))


@pytest.mark.parametrize(
    "label",
    [
        "x" * 2000,
        "word " * 400,
        "זריקה ראשונה ביום 1",
        "👩‍⚕️ Visit 🧪",
        "<b>bold</b> & <img src=x>",
        "two\nlines",
        "",
    ],
)
def test_labels_of_any_kind_are_painted_inside_their_card(qtbot: QtBot, label: str) -> None:
    canvas = shown(qtbot, schedule([instance("a", None, "screening", label=label)]))
    assert canvas.scene is not None
    x, y, width, height = canvas.scene.rects[node(canvas, "a")].tolist()
    image = canvas.grab().toImage()
    empty = shown(qtbot, schedule([instance("a", None, "screening", label=".")])).grab().toImage()
    left, top = canvas.camera.to_view((x, y))
    for dx in range(-4, int(width) + 5):
        for dy in (-4, int(height) + 5):
            at = (round(left) + dx, round(top) + dy)
            assert image.pixelColor(*at) == empty.pixelColor(*at)
    tip = canvas.tooltip_of(Hit(node=node(canvas, "a")))
    assert "<img" not in tip
    assert "<b>" not in tip


# Hit testing and telling others


def test_hit_testing_finds_cards_diamonds_and_lines(canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    scene = canvas.scene
    x, y, width, height = scene.rects[node(canvas, "d")].tolist()
    assert hit(scene, x + width / 2, y + height / 2, 1.0) == Hit(node=node(canvas, "d"))
    assert hit(scene, x + 2, y + 2, 1.0).node is None
    left = scene.rects[node(canvas, "b")].tolist()
    right = scene.rects[node(canvas, "c")].tolist()
    between = ((left[0] + left[2] + right[0]) / 2, left[1] + left[3] / 2 + 3)
    found = hit(scene, *between, 1.0)
    assert found.link is not None
    link = scene.content.links[found.link]
    assert (link.source, link.target) == (node(canvas, "b"), node(canvas, "c"))
    assert hit(scene, between[0], between[1] + 9, 1.0).link is None
    assert hit(scene, -5000, -5000, 1.0) == NOTHING


def test_the_canvas_names_itself_and_what_is_selected(canvas: ScheduleCanvas) -> None:
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface is not None
    assert canvas.accessibleName() == "Schedule graph"
    canvas.set_selection("c")
    assert canvas.accessibleDescription().startswith("Visit c\nDay 8")


def test_the_timing_of_a_card_is_said_as_a_sentence(canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    arc = canvas.scene.content.timing(node(canvas, "c"))
    assert arc is not None
    assert (arc.reference, arc.timed) == (node(canvas, "b"), node(canvas, "c"))
    assert arc.sentence.startswith("7 days after")
    assert canvas.scene.content.timing(node(canvas, "b")) is None
