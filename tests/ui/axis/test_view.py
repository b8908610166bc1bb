"""The time axis by mouse, wheel and keys, and what it paints, tells and keeps."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from study.axis import DAY, HALF_DAY, time_axis
from study.dating import Anchor, Dating, Moment, dated_times
from study.findings import Finding, Severity
from study.timeline import planned_times
from tests.study.building import anchor, design, timeline, timing, view, visit
from tests.ui.axis.axes import axis, sample_projections, week_after_week
from ui.axis import AxisPane, AxisView
from ui.axis.frame import ROW, Zone
from ui.axis.looks import Fonts
from ui.axis.rulers import marks_of
from ui.axis.words import spoken
from ui.theme import Theme
from ui.widgets.text import text_width

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def shown(qtbot: QtBot, what: AxisView | AxisPane, width: int = 1100, height: int = 700) -> None:
    qtbot.addWidget(what)
    what.resize(width, height)
    what.show()
    qtbot.waitExposed(what)
    what.setFocus()


@pytest.fixture
def pane(qtbot: QtBot) -> AxisPane:
    """The sample, its main timeline first."""
    made = AxisPane(theme=Theme.light())
    main, *others = sample_projections()
    made.set_schedule(main, others)
    shown(qtbot, made)
    return made


@pytest.fixture
def weeks(qtbot: QtBot) -> AxisView:
    """Forty visits a week apart."""
    made = AxisView(theme=Theme.light())
    made.set_axis(axis(week_after_week(40)))
    shown(qtbot, made)
    return made


def spot(view_: AxisView, key: str, section: int = 0) -> QPoint:
    """The point of a visit in the viewport."""
    frame = view_.frame().sections[section]
    place = frame.facts.place[key]
    top = frame.row_top(frame.lanes[place]) - view_.frame().scroll
    return QPoint(round(frame.x(frame.section.visits[place].at)), round(top + ROW / 2))


def click(view_: AxisView, at: QPoint) -> None:
    QTest.mouseClick(view_.viewport(), LEFT, NONE, at)


def wheel(view_: AxisView, at: QPoint, turn: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view_.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view_.viewport(), event)


def move(view_: AxisView, at: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(view_.viewport().mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        buttons,
        NONE,
    )
    QApplication.sendEvent(view_.viewport(), event)


# Selection


def test_a_click_on_a_visit_selects_it_and_lights_its_row(qtbot: QtBot, pane: AxisPane) -> None:
    view_ = pane.view
    with qtbot.waitSignal(pane.selected) as signal:
        click(view_, spot(view_, "Instance_C_D8"))
    assert signal.args == ["Instance_C_D8"]
    image = view_.viewport().grab().toImage()
    assert image.pixelColor(180, spot(view_, "Instance_C_D8").y() - 10) == Theme.light().accent_soft


def test_a_click_on_a_band_selects_its_epoch_and_lights_its_visits(qtbot: QtBot, pane: AxisPane) -> None:
    view_ = pane.view
    frame = view_.frame().sections[0]
    band = frame.section.bands[0]
    at = QPoint(round(frame.x((band.start + band.end) / 2)), round(frame.bands + 8))
    with qtbot.waitSignal(pane.selected) as signal:
        click(view_, at)
    assert signal.args == ["Epoch_SCREENING"]
    assert "Instance_SCREEN" in view_.lit()


def test_an_activity_selected_elsewhere_lights_the_visits_where_it_is_done(pane: AxisPane) -> None:
    pane.set_selection("Activity_ECG")
    main = sample_projections()[0]
    expected = {
        key for key, instance in main.graph.instances.items() if "Activity_ECG" in instance.activities
    }
    assert expected
    assert expected <= pane.view.lit()


def test_a_selection_from_elsewhere_comes_into_view_without_an_echo(qtbot: QtBot, weeks: AxisView) -> None:
    weeks.zoom_by(40)
    with qtbot.assertNotEmitted(weeks.selected):
        weeks.set_selection("v39")
    area = weeks.cursor_area()
    assert not area.isEmpty()
    frame = weeks.frame().sections[0]
    assert frame.left <= spot(weeks, "v39").x() <= frame.left + frame.width


def test_arrows_home_and_end_move_between_visits_and_sections(pane: AxisPane) -> None:
    view_ = pane.view
    QTest.keyClick(view_, Key.Key_Down)
    assert view_.current() == (0, 0)
    QTest.keyClick(view_, Key.Key_Right)
    assert (view_.current(), view_.selection()) == ((0, 1), "Instance_BASELINE")
    QTest.keyClick(view_, Key.Key_End)
    assert view_.current() == (0, 13)
    QTest.keyClick(view_, Key.Key_Down)
    assert view_.current() == (1, 0)
    QTest.keyClick(view_, Key.Key_Up)
    QTest.keyClick(view_, Key.Key_Home)
    assert view_.selection() == "Instance_SCREEN"


def test_enter_and_a_double_click_open_the_sub_timeline(qtbot: QtBot, pane: AxisPane) -> None:
    view_ = pane.view
    with qtbot.waitSignal(pane.open_timeline) as signal:
        click(view_, spot(view_, "Instance_C_D1"))
        QTest.keyClick(view_, Key.Key_Return)
    assert signal.args == ["Timeline_PK"]
    with qtbot.waitSignal(pane.open_timeline) as signal:
        QTest.mouseDClick(view_.viewport(), LEFT, NONE, spot(view_, "Instance_C_D1"))
    assert signal.args == ["Timeline_PK"]


# Zoom and pan


def test_ctrl_and_the_wheel_zoom_to_the_pointer(weeks: AxisView) -> None:
    at = spot(weeks, "v10")
    before = weeks.frame().sections[0]
    time, density = before.at_x(at.x()), before.scale.density
    wheel(weeks, at, 480, Qt.KeyboardModifier.ControlModifier)
    after = weeks.frame().sections[0]
    assert after.scale.density > 2 * density
    assert after.at_x(at.x()) == pytest.approx(time, abs=2 / after.scale.density)
    for _ in range(8):
        wheel(weeks, at, -480, Qt.KeyboardModifier.ControlModifier)
    assert weeks.frame().sections[0].scale.density == pytest.approx(density)


def test_a_pinch_zooms(weeks: AxisView) -> None:
    at = QPointF(spot(weeks, "v10"))
    before = weeks.frame().sections[0].scale.density
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        QPointF(weeks.viewport().mapToGlobal(at)),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(weeks.viewport(), event)
    assert weeks.frame().sections[0].scale.density == pytest.approx(before * 1.5)


def test_keys_zoom_and_fit(weeks: AxisView) -> None:
    fitted = weeks.frame().sections[0].scale.density
    QTest.keyClick(weeks, Key.Key_Plus)
    QTest.keyClick(weeks, Key.Key_Plus)
    assert weeks.frame().sections[0].scale.density > 1.5 * fitted
    QTest.keyClick(weeks, Key.Key_Minus)
    QTest.keyClick(weeks, Key.Key_F)
    assert weeks.frame().sections[0].scale.density == pytest.approx(fitted)


def test_dragging_and_shift_with_the_wheel_pan(weeks: AxisView) -> None:
    weeks.zoom_by(10)
    start = QPoint(700, 300)
    before = weeks.frame().sections[0].at_x(700)
    QTest.mousePress(weeks.viewport(), LEFT, NONE, start)
    move(weeks, QPoint(650, 300), LEFT)
    move(weeks, QPoint(600, 300), LEFT)
    QTest.mouseRelease(weeks.viewport(), LEFT, NONE, QPoint(600, 300))
    assert weeks.frame().sections[0].at_x(600) == pytest.approx(before, abs=DAY / 8)
    scroll = weeks.horizontalScrollBar().value()
    wheel(weeks, start, -120, Qt.KeyboardModifier.ShiftModifier)
    assert weeks.horizontalScrollBar().value() > scroll


def test_each_section_has_a_scale_of_its_own(pane: AxisPane) -> None:
    main, profile = pane.view.frame().sections[:2]
    assert profile.scale.density > 50 * main.scale.density
    pane.view.zoom_by(4, place=1)
    now = pane.view.frame().sections
    assert now[0].scale.density == main.scale.density
    assert now[1].scale.density == pytest.approx(4 * profile.scale.density)


def test_zooming_stops_where_it_makes_no_more_sense(weeks: AxisView) -> None:
    for _ in range(60):
        QTest.keyClick(weeks, Key.Key_Plus)
    assert weeks.frame().sections[0].scale.density * DAY == pytest.approx(480)


# Rows, lanes, gaps


def test_packed_visits_need_fewer_rows_and_no_two_overlap(pane: AxisPane) -> None:
    QTest.mouseClick(pane.tools.lanes, LEFT)
    frame = pane.view.frame().sections[0]
    assert pane.view.is_packed()
    assert frame.rows < len(frame.section.visits)
    by_row: dict[int, list[tuple[float, float]]] = {}
    for place, lane in enumerate(frame.lanes):
        visit_ = frame.section.visits[place]
        left, right = frame.extent(visit_)
        by_row.setdefault(lane, []).append((left, right + 8 + pane.view.frame().label_width(visit_)))
    for spans in by_row.values():
        spans.sort()
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
    QTest.mouseClick(pane.tools.rows, LEFT)
    assert pane.view.frame().sections[0].rows == len(frame.section.visits)


def test_squeezed_gaps_leave_more_room_for_the_rest(pane: AxisPane) -> None:
    before = pane.view.frame().sections[0]
    QTest.mouseClick(pane.tools.squeeze, LEFT)
    after = pane.view.frame().sections[0]
    assert len(after.scale.squeezed) == 2
    assert after.scale.density > 2 * before.scale.density
    assert after.length == pytest.approx(before.length)


def test_the_head_stays_while_rows_pass_by(weeks: AxisView) -> None:
    weeks.resize(900, 400)
    before = weeks.viewport().grab().toImage()
    weeks.verticalScrollBar().setValue(300)
    after = weeks.viewport().grab().toImage()
    head = round(weeks.frame().sections[0].head) - 2
    strip = (0, 0, weeks.viewport().width(), head)
    assert before.copy(*strip) == after.copy(*strip)
    assert before != after


# What it says


def test_labels_of_the_ruler_never_overlap_and_are_never_cut(weeks: AxisView) -> None:
    face = Fonts.make().strong
    for _ in range(24):
        frame = weeks.frame().sections[0]
        ends = [
            (
                frame.x(tick.at) - text_width(tick.text, face) / 2,
                frame.x(tick.at) + text_width(tick.text, face) / 2,
            )
            for tick in marks_of(frame)
            if tick.text
        ]
        assert len(ends) >= 2
        assert all(a[1] + 4 < b[0] for a, b in pairwise(ends))
        weeks.zoom_in()


def test_tooltips_say_the_sentence_and_what_overlaps(pane: AxisPane) -> None:
    text = pane.view.tooltip_at(spot(pane.view, "Instance_C_D8"))
    assert "Cycle n Day 8" in text
    assert "Day 8, window 7 to 9" in text
    assert "7 days after this cycle" in text
    assert "overlap on Days −3 to −1" in pane.view.tooltip_at(spot(pane.view, "Instance_BASELINE"))


def test_the_pointer_shows_its_day(weeks: AxisView) -> None:
    before = weeks.viewport().grab().toImage()
    at = spot(weeks, "v4") + QPoint(0, 40)
    move(weeks, at)
    after = weeks.viewport().grab().toImage()
    assert before != after
    column = [after.pixelColor(at.x(), y) != before.pixelColor(at.x(), y) for y in range(150, 350)]
    assert sum(column) > 150


def test_overlaps_and_gaps_are_listed_and_lead_to_their_visit(qtbot: QtBot, pane: AxisPane) -> None:
    texts = [note.text for note in pane.notes.list.items()]
    assert texts[0] == "Screening’s and Baseline’s windows overlap on Days −3 to −1"
    assert texts[-1] == "No visit between Day 115 and Day 199, 84 days apart"
    pane.notes.list.set_current_row(2)
    with qtbot.waitSignal(pane.selected) as signal:
        QTest.keyClick(pane.notes.list, Key.Key_Return)
    assert signal.args == ["Instance_SURVIVAL_FU"]
    assert pane.view.current() == (0, 11)


def test_findings_are_marked_with_a_sign(pane: AxisPane) -> None:
    view_ = pane.view
    before = view_.viewport().grab().toImage()
    found = Finding("R", Severity.ERROR, "Instance_C_D8", "ScheduledActivityInstance", "Wrong")
    pane.set_findings({"Instance_C_D8": [found]})
    after = view_.viewport().grab().toImage()
    y = spot(view_, "Instance_C_D8").y()
    assert before.copy(0, y - 12, 20, 24) != after.copy(0, y - 12, 20, 24)
    other = spot(view_, "Instance_C_D15").y()
    assert before.copy(0, other - 12, 20, 24) == after.copy(0, other - 12, 20, 24)


def test_differences_are_marked_with_a_sign_of_their_own(pane: AxisPane) -> None:
    view_ = pane.view
    y = spot(view_, "Instance_C_D8").y()
    before = view_.viewport().grab().toImage().copy(0, y - 12, 20, 24)
    pane.set_differences({"Instance_C_D8": "≠"})
    assert view_.viewport().grab().toImage().copy(0, y - 12, 20, 24) != before
    pane.set_differences(None)
    assert view_.viewport().grab().toImage().copy(0, y - 12, 20, 24) == before


# Accessibility


def test_each_visit_is_a_child_with_its_name_day_and_window(pane: AxisPane) -> None:
    root = QAccessible.queryAccessibleInterface(pane.view)
    names = [root.child(n).text(QAccessible.Text.Name) for n in range(14)]
    assert names[1] == "Baseline, Day −1, window −3 to −1"
    assert names[4] == "Cycle n Day 1, Day 1, the anchor"
    assert names[6] == "Cycle n Day 8, Day 8, window 7 to 9"
    assert names[0] == "Screening, Day −28 to −1, any time of it"
    child = root.child(6)
    assert child.role() == QAccessible.Role.ListItem
    middle = pane.view.viewport().mapToGlobal(spot(pane.view, "Instance_C_D8"))
    assert child.rect().contains(middle)
    assert root.childAt(middle.x(), middle.y()).text(QAccessible.Text.Name) == names[6]
    click(pane.view, spot(pane.view, "Instance_C_D8"))
    assert child.state().selected
    assert pane.view.accessibleDescription() == names[6]


def test_what_has_no_known_time_can_be_reached_and_says_why(qtbot: QtBot) -> None:
    view_ = AxisView(theme=Theme.light())
    view_.set_axis(axis(timeline([visit("d", "lost"), visit("lost")], [anchor("d")])))
    shown(qtbot, view_)
    QTest.keyClick(view_, Key.Key_End)
    assert view_.cursor_text() == "lost, no known time. No timing says when this is."
    assert view_.selection() == "lost"
    area = view_.cursor_area()
    assert view_.frame().at(area.center().x(), area.center().y()).zone is Zone.UNTIMED
    root = QAccessible.queryAccessibleInterface(view_)
    assert root.child(1).text(QAccessible.Text.Name) == view_.cursor_text()


# Dates


def test_dates_stand_on_the_ruler_beside_names_and_in_words(qtbot: QtBot) -> None:
    raw = week_after_week(12)
    of = design(raw)
    planned = planned_times(view(raw), of)
    view_ = AxisView(theme=Theme.light())
    view_.set_axis(axis(raw))
    shown(qtbot, view_)
    plain = view_.viewport().grab().toImage()
    late = Dating({"d": Anchor(date(2025, 1, 7))}, {"v8": Moment(date(2025, 3, 6))})
    view_.set_dating([dated_times(planned, late)])
    frame = view_.frame().sections[0]
    visit_ = frame.section.visits[8]
    assert (visit_.at, visit_.actual) == (56 * DAY, 58 * DAY)
    assert "Tue, 14 Jan 2025" in spoken(frame.section.visits[1])
    assert "2 days after planned, within the window" in view_.tooltip_at(spot(view_, "v8"))
    assert view_.viewport().grab().toImage() != plain
    view_.set_dating([])
    assert view_.viewport().grab().toImage() == plain


# Which timelines


def test_the_main_timeline_stands_first_and_those_of_one_visit_are_left_out(pane: AxisPane) -> None:
    titles = [frame.section.title for frame in pane.view.frame().sections]
    assert titles == ["Main timeline", "PK profile", "Tumour assessments"]
    assert pane.tools.timelines.accessibleName() == "Timelines: 3 of 5"
    action = next(a for a in pane.tools.menu.actions() if a.text() == "Unscheduled visit")
    action.trigger()
    titles = [frame.section.title for frame in pane.view.frame().sections]
    assert titles == ["Main timeline", "PK profile", "Tumour assessments", "Unscheduled visit"]


def test_a_timeline_that_is_opened_comes_into_view_and_is_shown(pane: AxisPane) -> None:
    projections = sample_projections()
    early = next(each for each in projections if each.timeline.title == "Early termination")
    pane.resize(1000, 420)
    pane.set_schedule(early, [each for each in projections if each is not early])
    sections = pane.view.frame().sections
    assert sections[0].section.title == "Main timeline"
    assert sections[-1].section.title == "Early termination"
    frame = pane.view.frame()
    assert sections[-1].top - frame.scroll < frame.height


def test_arms_stand_one_under_the_other(pane: AxisPane) -> None:
    arms = [arm.id for arm in sample_projections()[0].design.arms if arm.id]
    assert len(arms) > 1
    for arm in arms:
        pane.show_arm(arm)
    titles = [frame.section.title for frame in pane.view.frame().sections]
    assert len(titles) == 2 + len(arms)
    assert len(set(titles)) == len(titles)


# Bad input


def test_nothing_open_no_timeline_chosen_and_no_visits_are_told_calmly(qtbot: QtBot) -> None:
    view_ = AxisView(theme=Theme.light())
    shown(qtbot, view_)
    assert not view_.viewport().grab().isNull()
    assert view_.cursor_text() == "No schedule to show"
    view_.set_axis(axis(timeline([], entry=None)))
    empty = view_.viewport().grab().toImage()
    for key in (Key.Key_Down, Key.Key_Plus, Key.Key_Return, Key.Key_End, Key.Key_F):
        QTest.keyClick(view_, key)
    assert view_.current() == (-1, -1)
    assert view_.viewport().grab().toImage() == empty


def test_three_hundred_visits_on_one_day_can_be_read_and_reached(qtbot: QtBot) -> None:
    view_ = AxisView(theme=Theme.light())
    view_.set_axis(axis(week_after_week(300, days=0)))
    shown(qtbot, view_)
    for packed in (False, True):
        view_.set_packed(packed)
        frame = view_.frame().sections[0]
        assert frame.rows == 300
        QTest.keyClick(view_, Key.Key_End)
        assert view_.frame().at(*_middle(view_)).visit == 299
        QTest.keyClick(view_, Key.Key_Home)


def _middle(view_: AxisView) -> tuple[float, float]:
    frame = view_.frame().sections[0]
    area = view_.cursor_area()
    return frame.x(frame.section.visits[view_.current()[1]].at), area.center().y()


def test_seconds_beside_years_are_told_apart_by_zoom_and_by_squeezing(qtbot: QtBot) -> None:
    raw = timeline(
        [visit("d", "s"), visit("s", "y"), visit("y")],
        [
            anchor("d", "PT0M"),
            timing("s", value="PT30S", to="d", window=("PT5S", "PT5S")),
            timing("y", value="PT17520H", to="d"),
        ],
        main=False,
    )
    of = design(timeline([visit("m")], identity="main"), raw)
    view_ = AxisView(theme=Theme.light())
    view_.set_axis(time_axis([planned_times(view(raw), of)], of))
    shown(qtbot, view_)
    frame = view_.frame().sections[0]
    assert frame.x(30) - frame.x(0) < 1
    view_.set_squeezed(True)
    frame = view_.frame().sections[0]
    assert frame.x(30) - frame.x(0) > 200
    assert frame.x(frame.section.end) <= frame.left + frame.width
    view_.set_squeezed(False)
    for _ in range(120):
        view_.zoom_by(1.25, view_.frame().sections[0].x(0))
    frame = view_.frame().sections[0]
    assert frame.x(30) - frame.x(0) > 20


@pytest.mark.parametrize("label", ["W" * 2000, "זמן הביקור " * 40, "👩‍⚕️🏥" * 60, "<b>x</b>\n" * 50])
def test_long_foreign_and_odd_names_stay_in_their_place(qtbot: QtBot, label: str) -> None:
    view_ = AxisView(theme=Theme.light())
    view_.set_axis(axis(week_after_week(6, label=label)))
    shown(qtbot, view_, 900, 400)
    for packed in (False, True):
        view_.set_packed(packed)
        frame = view_.frame().sections[0]
        assert frame.left <= 900 / 2
        assert not view_.viewport().grab().isNull()
        assert view_.frame().label_width(frame.section.visits[0]) <= 180
    tip = view_.tooltip_at(spot(view_, "v1"))
    assert "<b>x</b>" not in tip
    assert len(tip) < 5000


def test_a_window_in_hours_on_a_day_says_that_it_cannot_be_judged(qtbot: QtBot) -> None:
    raw = timeline(
        [visit("d", "s"), visit("s")],
        [anchor("d"), timing("s", value="P7D", to="d", window=("PT4H", "PT0H"))],
    )
    view_ = AxisView(theme=Theme.light())
    view_.set_axis(axis(raw))
    shown(qtbot, view_)
    assert "cannot be judged" in view_.tooltip_at(spot(view_, "s"))


def test_it_fits_anew_when_it_is_resized(weeks: AxisView) -> None:
    weeks.resize(QSize(700, 500))
    frame = weeks.frame().sections[0]
    assert frame.x(frame.section.end) <= frame.left + frame.width
    assert frame.x(frame.section.start + HALF_DAY) >= frame.left
    assert weeks.horizontalScrollBar().maximum() == 0


def test_where_there_is_little_room_tools_give_up_their_words_and_no_side_pane_its_width(
    pane: AxisPane,
) -> None:
    pictures, words = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert pane.tools.squeeze.toolButtonStyle() == words
    pane.resize(480, 700)
    assert pane.width() == 480
    assert pane.tools.squeeze.toolButtonStyle() == pictures
    assert pane.tools.timelines.accessibleName() == "Timelines: 3 of 5"
    pane.resize(1100, 700)
    assert pane.tools.squeeze.toolButtonStyle() == words
