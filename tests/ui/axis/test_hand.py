"""Editing by hand on the time axis of a real window: moved, widened, pushed, given up, refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.open_study import OpenStudy
from study.axis import AxisVisit
from study.timeline import PlannedTime
from tests.ui.conftest import ShowStudy
from ui.axis import AxisView
from ui.axis.frame import ROW, SectionFrame
from ui.main_window import MainWindow
from ui.parts.axis_menu import AxisMenu

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LZZT = "cdisc-pilot-lzzt-v4"


@pytest.fixture
def study(window: MainWindow, show_study: ShowStudy) -> OpenStudy:
    """The field's reference study on the time axis."""
    made = show_study(LZZT)
    window.actions_by_id["view_axis"].trigger()
    window.axis.view.setFocus()
    return made


def section(view: AxisView) -> SectionFrame:
    return view.frame().sections[0]


def visit(view: AxisView, title: str) -> AxisVisit:
    return next(each for each in section(view).section.visits if each.title == title)


def planned(study: OpenStudy, title: str) -> PlannedTime:
    assert study.projection is not None
    return next(p for p in study.projection.planned.times.values() if p.instance.title == title)


def point(view: AxisView, at: float, title: str) -> QPointF:
    """The point at a time, in the row of a visit."""
    frame = section(view)
    row = frame.lanes[frame.facts.place[visit(view, title).key]]
    return QPointF(frame.x(at), frame.row_top(row) - view.frame().scroll + ROW / 2)


def drag(
    view: AxisView, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = NONE, *, let_go: bool = True
) -> None:
    def send(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        there = QPointF(view.viewport().mapToGlobal(QPoint(round(at.x()), round(at.y()))))
        QApplication.sendEvent(view.viewport(), QMouseEvent(kind, at, there, button, held, keys))

    send(QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
    for share in (0.5, 1.0):
        send(QEvent.Type.MouseMove, start + (end - start) * share, NO_BUTTON, LEFT)
    if let_go:
        send(QEvent.Type.MouseButtonRelease, end, LEFT, NO_BUTTON)


def is_holding(view: AxisView) -> bool:
    return view.hand.is_holding


def steps(study: OpenStudy) -> list[str]:
    return [step.change_set.title for step in study.editor.history.steps]


def days(count: float) -> float:
    return count * 86_400


def test_a_visit_is_dragged_with_what_hangs_on_it_seen_before_it_is_dropped(
    window: MainWindow, study: OpenStudy
) -> None:
    view = window.axis.view
    before = study.document.to_bytes()
    held = visit(view, "Week 8")
    drag(
        view, point(view, held.at, "Week 8"), point(view, held.at + days(14), "Week 8"), CONTROL, let_go=False
    )
    assert is_holding(view)
    assert "Week 8: Day 57 → Day 71" in view.hand.foreseen.sentence
    assert "1 more moves with it" in view.hand.foreseen.sentence
    assert len(view.hand.foreseen.spots) == 2
    assert study.document.to_bytes() == before
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not is_holding(view)
    assert study.document.to_bytes() == before
    assert steps(study) == []

    phone_call = planned(study, "Week NPI").study_day
    drag(view, point(view, held.at, "Week 8"), point(view, held.at + days(14), "Week 8"), CONTROL)
    assert planned(study, "Week 8").study_day == 71
    assert phone_call is not None
    assert planned(study, "Week NPI").study_day == phone_call + 14
    assert planned(study, "Week 12").study_day == 85
    assert steps(study) == ["Move Week 8 from Day 57 to Day 71"]
    study.editor.undo()
    assert study.document.to_bytes() == before


def test_the_ends_of_a_window_are_dragged(window: MainWindow, study: OpenStudy) -> None:
    view = window.axis.view
    for _ in range(4):
        view.zoom_by(1.6, section(view).x(visit(view, "Week 8").at), 0)
    held = visit(view, "Week 8")
    assert held.closes is not None
    end = point(view, held.closes, "Week 8")
    drag(view, end, end + QPointF(section(view).x(held.at + days(2)) - section(view).x(held.at), 0), CONTROL)
    timing = planned(study, "Week 8").timing
    assert timing is not None
    assert (timing.window_lower, timing.window_upper) == ("P3D", "P5D")
    assert planned(study, "Week 8").study_day == 57


def test_with_shift_everything_later_is_pushed(window: MainWindow, study: OpenStudy) -> None:
    view = window.axis.view
    start = point(view, days(58), "Week 12")
    drag(view, start, point(view, days(58 + 7), "Week 12"), SHIFT | CONTROL)
    assert [planned(study, name).study_day for name in ("Week 8", "Week 12", "Week 26")] == [57, 92, 190]
    assert len(steps(study)) == 1


def test_an_anchor_stays_and_says_why(window: MainWindow, study: OpenStudy) -> None:
    view = window.axis.view
    said: list[str] = []
    view.refused.connect(said.append)
    held = visit(view, "Dose")
    drag(view, point(view, held.at, "Dose"), point(view, held.at + days(14), "Dose"))
    assert len(said) == 1
    assert said[0].endswith(".")
    assert steps(study) == []


def test_keys_move_widen_and_push_and_the_cursor_stays(window: MainWindow, study: OpenStudy) -> None:
    view = window.axis.view
    study.select(visit(view, "Week 8").key)
    QTest.keyClick(view, Qt.Key.Key_Right, CONTROL)
    assert planned(study, "Week 8").study_day == 58
    QTest.keyClick(view, Qt.Key.Key_Left, CONTROL)
    assert planned(study, "Week 8").study_day == 57
    QTest.keyClick(view, Qt.Key.Key_Up, CONTROL)
    timing = planned(study, "Week 8").timing
    assert timing is not None
    assert (timing.window_lower, timing.window_upper) == ("P4D", "P4D")
    QTest.keyClick(view, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert [planned(study, name).study_day for name in ("Week 8", "Week 12")] == [57, 86]
    assert len(steps(study)) == 4  # both sides of a window are one


def test_a_drag_on_free_ground_only_moves_the_view(window: MainWindow, study: OpenStudy) -> None:
    view = window.axis.view
    before = study.document.to_bytes()
    drag(view, point(view, days(120), "Week 2"), point(view, days(150), "Week 2"))
    assert steps(study) == []
    assert study.document.to_bytes() == before


def test_a_menu_offers_what_can_be_done_with_the_visit_at_the_cursor(
    window: MainWindow, study: OpenStudy
) -> None:
    menu_part = window.parts["AxisMenu"]
    assert isinstance(menu_part, AxisMenu)
    assert menu_part.made() is None
    study.select(visit(window.axis.view, "Week 8").key)
    menu = menu_part.made()
    assert menu is not None
    entries = {action.text(): action for action in menu.actions() if not action.isSeparator()}
    assert {"Window…", "Shift everything after it…", "Duplicate", "Delete…"} <= set(entries)
    before = study.document.to_bytes()
    entries["Duplicate"].trigger()
    assert len(steps(study)) == 1
    study.editor.undo()
    assert study.document.to_bytes() == before
    study.select(visit(window.axis.view, "Dose").key)
    anchors = menu_part.made()
    assert anchors is not None
    assert "Window…" not in [action.text() for action in anchors.actions()]
