"""The matrix by keys and clicks, on the sample study and on a large table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from study.graph import ScheduleGraph
from study.model import Activity, ScheduledInstance, ScheduleTimeline
from study.soa import Column, HeaderRun, Mark, Row, ScheduleOfActivities
from study.timeline import PlannedTime, PlannedTimes, Status
from tests.ui.studies import sample_design, sample_tables
from ui.matrix import MatrixPane, MatrixView
from ui.matrix.grid import HEADER, Zone
from ui.matrix.words import summary
from ui.theme import Theme

Key = Qt.Key


def table(visits: int, activities: int, group_size: int = 10) -> ScheduleOfActivities:
    """A made-up table with a mark in every cell that is no group's."""
    timeline = ScheduleTimeline({"id": "T", "instanceType": "ScheduleTimeline"})
    instances = [ScheduledInstance({"id": f"I{n}"}) for n in range(visits)]
    planned = {f"I{n}": PlannedTime(f"I{n}", item, None, Status.OK) for n, item in enumerate(instances)}
    keys = tuple(planned)
    nodes = dict(zip(keys, instances, strict=True))
    graph = ScheduleGraph(timeline, nodes, keys, (), (), (), frozenset(), ())
    columns = tuple(
        Column(key, f"Visit {n}", planned[key], f"Day {n}", "", False) for n, key in enumerate(keys)
    )
    rows = tuple(
        Row(Activity({"id": f"A{n}"}), f"A{n}", f"Activity {n}", int(n % group_size > 0), n % group_size == 0)
        for n in range(activities)
    )
    marks = {
        (row, column): Mark(row, column)
        for row in range(activities)
        for column in range(visits)
        if not rows[row].is_group
    }
    run = (HeaderRun(0, visits, "", ""),)
    return ScheduleOfActivities(
        timeline, PlannedTimes(timeline, graph, planned), columns, run, run, rows, marks, ()
    )


@pytest.fixture
def view(qtbot: QtBot) -> MatrixView:
    made = MatrixView(theme=Theme.light())
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.set_schedule(sample_tables()[0], [epoch.id or "" for epoch in sample_design().epochs])
    made.show()
    made.setFocus()
    qtbot.waitExposed(made)
    return made


def row_of(view: MatrixView, title: str) -> int:
    soa = view.schedule()
    assert soa is not None
    return next(index for index, row in enumerate(soa.rows) if row.title == title)


def column_of(view: MatrixView, title: str) -> int:
    soa = view.schedule()
    assert soa is not None
    return next(index for index, column in enumerate(soa.columns) if column.title == title)


def cell(view: MatrixView, row: int, column: int) -> QPoint:
    """The middle of a cell or header in the viewport."""
    return view.cell_rect(row, column).center()


def click(view: MatrixView, at: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_it_counts_activities_and_assessments_with_the_right_plurals() -> None:
    assert summary(sample_tables()[0]) == "22 activities · 71 assessments"
    assert summary(table(1, 2)) == "1 activity · 1 assessment"


def test_a_click_on_a_visit_selects_it_and_lights_its_column(qtbot: QtBot, view: MatrixView) -> None:
    column = column_of(view, "Cycle n Day 8")
    with qtbot.waitSignal(view.selected) as signal:
        click(view, cell(view, HEADER, column))
    assert signal.args == ["Instance_C_D8"]
    image = view.viewport().grab().toImage()
    spot = cell(view, row_of(view, "Safety"), column)
    assert image.pixelColor(spot + QPoint(20, 0)) == Theme.light().accent_soft


def test_a_click_on_an_activity_selects_it(qtbot: QtBot, view: MatrixView) -> None:
    with qtbot.waitSignal(view.selected) as signal:
        click(view, cell(view, row_of(view, "12-lead ECG"), HEADER))
    assert signal.args == ["Activity_ECG"]


def test_a_click_on_a_cell_selects_its_visit_and_says_what_is_planned(qtbot: QtBot, view: MatrixView) -> None:
    with qtbot.waitSignal(view.selected) as signal:
        click(view, cell(view, row_of(view, "12-lead ECG"), column_of(view, "Cycle n Day 8")))
    assert signal.args == ["Instance_C_D8"]
    assert view.accessibleDescription() == "12-lead ECG, Cycle n Day 8. Planned here. 1 footnote: b"


def test_a_click_on_an_epoch_selects_it(qtbot: QtBot, view: MatrixView) -> None:
    with qtbot.waitSignal(view.selected) as signal:
        click(view, QPoint(cell(view, HEADER, 1).x(), 8))
    assert signal.args == ["Epoch_SCREENING"]
    assert view._selected_columns == range(4)


def test_a_selection_from_elsewhere_lights_and_comes_into_view_without_an_echo(
    qtbot: QtBot, view: MatrixView
) -> None:
    view.resize(520, 300)
    with qtbot.assertNotEmitted(view.selected):
        view.set_selection("Instance_END_OF_STUDY")
    last = column_of(view, "End of study")
    assert last in view.grid.visible_columns()
    assert view.grid.column_left(last) + view.grid.column_width <= view.grid.width + 1
    with qtbot.assertNotEmitted(view.selected):
        view.set_selection("Activity_COMPLETION")
    assert row_of(view, "Study disposition") in [view.shown().rows[r] for r in view.grid.visible_rows()]


def test_arrows_home_and_end_move_through_headers_and_cells(qtbot: QtBot, view: MatrixView) -> None:
    assert view.current() == (HEADER, HEADER)
    for key, at in (
        (Key.Key_Down, (0, HEADER)),
        (Key.Key_Down, (1, HEADER)),
        (Key.Key_Right, (1, 0)),
        (Key.Key_End, (1, 13)),
        (Key.Key_Left, (1, 12)),
        (Key.Key_Home, (1, HEADER)),
        (Key.Key_Up, (0, HEADER)),
        (Key.Key_Up, (HEADER, HEADER)),
        (Key.Key_Right, (HEADER, 0)),
    ):
        QTest.keyClick(view, key)
        assert view.current() == at
    QTest.keyClick(view, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.current() == (26, 13)
    QTest.keyClick(view, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.current() == (0, 0)
    assert view.selection() == "Instance_SCREEN"


def test_enter_on_a_pill_opens_the_sub_timeline(qtbot: QtBot, view: MatrixView) -> None:
    click(view, cell(view, row_of(view, "PK plasma"), column_of(view, "Cycle n Day 1")))
    with qtbot.waitSignal(view.open_timeline) as signal:
        QTest.keyClick(view, Key.Key_Return)
    assert signal.args == ["Timeline_PK"]


def test_a_double_click_on_a_pill_opens_the_sub_timeline(qtbot: QtBot, view: MatrixView) -> None:
    at = cell(view, row_of(view, "PK plasma"), column_of(view, "Cycle n Day 1"))
    with qtbot.waitSignal(view.open_timeline) as signal:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert signal.args == ["Timeline_PK"]


def test_a_group_folds_by_its_chevron_and_by_keys_and_says_how_much_it_hides(
    qtbot: QtBot, view: MatrixView
) -> None:
    safety, ecg = row_of(view, "Safety"), row_of(view, "12-lead ECG")
    click(view, QPoint(20, cell(view, safety, HEADER).y()))
    assert view.folded() == {"Activity_SAFETY"}
    assert ecg not in view.sheet.row_place
    soa = view.schedule()
    assert soa is not None
    visit = column_of(view, "Cycle n Day 8")
    below = range(safety + 1, next(r for r in range(safety + 1, 99) if soa.rows[r].is_group))
    assert view.shown().folded_marks[safety][visit] == sum((row, visit) in soa.marks for row in below) > 1
    click(view, cell(view, safety, HEADER))
    QTest.keyClick(view, Key.Key_Right)
    assert view.folded() == frozenset()
    QTest.keyClick(view, Key.Key_Left)
    assert view.folded() == {"Activity_SAFETY"}
    QTest.keyClick(view, Key.Key_Space)
    assert view.folded() == frozenset()


def test_selecting_a_folded_activity_unfolds_its_group(view: MatrixView) -> None:
    view.set_folded(frozenset({"Activity_SAFETY", "Activity_EFFICACY"}))
    view.set_selection("Activity_ECG")
    assert view.folded() == {"Activity_EFFICACY"}


def test_folding_is_remembered_for_each_timeline(view: MatrixView) -> None:
    main, pk = sample_tables()[:2]
    view.set_folded(frozenset({"Activity_SAFETY"}))
    view.set_schedule(pk)
    assert view.folded() == frozenset()
    view.set_schedule(main)
    assert view.folded() == {"Activity_SAFETY"}


def test_headers_and_titles_stay_while_the_body_scrolls(view: MatrixView) -> None:
    view.resize(600, 320)
    before = view.viewport().grab().toImage()
    view.verticalScrollBar().setValue(100)
    down = view.viewport().grab().toImage()
    grid = view.grid
    header = (0, 0, grid.width, grid.header_height - 2)
    assert before.copy(*header) == down.copy(*header)
    view.horizontalScrollBar().setValue(150)
    across = view.viewport().grab().toImage()
    titles = (0, grid.header_height, grid.titles_width - 2, grid.body_height)
    assert down.copy(*titles) == across.copy(*titles)
    assert down.copy(*header) != across.copy(*header)


def test_tooltips_tell_all(view: MatrixView) -> None:
    at = QPointF(cell(view, row_of(view, "12-lead ECG"), column_of(view, "Cycle n Day 8")))
    text = view.tooltip_for(at)
    assert "Cycle n Day 8" in text
    assert "ECG on Day 8 only if QTc was above 450 ms on Day 1" in text
    visit = view.tooltip_for(QPointF(cell(view, HEADER, column_of(view, "Baseline"))))
    assert "Day −1, −3 to −1" in visit
    assert "Epoch: Screening" in visit


def test_tooltips_are_plain_text_whatever_the_study_says(qtbot: QtBot) -> None:
    soa = table(1, 2)
    bad = Row(Activity({"id": "x"}), "x", "<img src='http://x/'><b>loud", 0, False)
    made = MatrixView(theme=Theme.light())
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_schedule(
        ScheduleOfActivities(
            soa.timeline, soa.planned, soa.columns, soa.epochs, soa.encounters, (bad,), {}, ()
        )
    )
    text = made.tooltip_for(QPointF(cell(made, 0, HEADER)))
    assert "<img" not in text
    assert "&lt;img" in text


def test_a_large_table_paints_only_what_is_in_view(qtbot: QtBot) -> None:
    made = MatrixView(theme=Theme.dark())
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.set_schedule(table(300, 300))
    made.show()
    QTest.keyClick(made, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert made.current() == (299, 299)
    grid = made.grid
    assert 299 in grid.visible_columns()
    assert len(grid.visible_columns()) * len(grid.visible_rows()) < 300
    spot = cell(made, 299, 299)
    assert made.viewport().grab().toImage().pixelColor(spot) == Theme.dark().text_2


def test_a_wheel_with_shift_scrolls_across(qtbot: QtBot, view: MatrixView) -> None:
    view.resize(500, 300)
    assert view.horizontalScrollBar().maximum() > 0
    assert view.grid.at(10, view.grid.header_height + 5).zone is Zone.TITLE
    view.horizontalScrollBar().setValue(200)
    assert view.grid.scroll_x == 200


def test_without_a_study_it_says_so(qtbot: QtBot) -> None:
    made = MatrixView(theme=Theme.light())
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.set_schedule(None)
    assert made.accessibleDescription() == "No schedule to show"
    image = made.viewport().grab().toImage()
    inks = {image.pixelColor(x, y).name() for x in range(100, 400) for y in range(100, 220)}
    assert Theme.light().text.name() in inks
    QTest.keyClick(made, Key.Key_Down)
    assert made.current() == (HEADER, HEADER)


@pytest.mark.parametrize("theme", [Theme.light(), Theme.dark()], ids=lambda theme: str(theme.name))
def test_it_wears_both_themes(view: MatrixView, theme: Theme) -> None:
    view.set_theme(theme)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(3, 3) == QColor(theme.pane)


def test_the_pane_lists_footnotes_and_lets_those_of_the_selection_stand_out(qtbot: QtBot) -> None:
    pane = MatrixPane(theme=Theme.light())
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    pane.set_schedule(sample_tables()[0])
    pane.show()
    notes = pane.footnotes._list
    assert [note.letter for note in notes.items()] == list("abcdefghi")
    pane.set_selection("Instance_C_D8")
    assert pane.footnotes._delegate.letters == {"b", "c"} & pane.view.letters_here() | {"b"}
    with qtbot.waitSignal(pane.selected) as signal:
        notes.set_current_row(0)
        QTest.keyClick(notes, Key.Key_Return)
    assert signal.args == [sample_tables()[0].footnotes[0].condition.id]
    pane.footnotes.toggle()
    assert notes.isHidden()
    pane.set_schedule(None)
    assert pane.footnotes.isHidden()


def test_a_selection_from_elsewhere_brings_its_marks_into_view(qtbot: QtBot) -> None:
    whole = table(visits=60, activities=200, group_size=1000)
    marks = {(place, place // 4): Mark(place, place // 4) for place in range(1, 200)}
    view = MatrixView(theme=Theme.light())
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.set_schedule(replace(whole, marks=marks))
    view.show()
    view.set_selection("A150")
    assert 150 in view.grid.visible_rows()
    assert 150 // 4 in view.grid.visible_columns()
    view.set_selection("I10")
    assert 10 in view.grid.visible_columns()
    view.set_selection("A199")
    view.set_selection("A1")
    assert 1 in view.grid.visible_rows()
    assert 0 in view.grid.visible_columns()


def test_a_visit_chosen_elsewhere_shows_what_is_marked_at_it(qtbot: QtBot) -> None:
    whole = table(visits=60, activities=200, group_size=1000)
    marks = {(place, place // 4): Mark(place, place // 4) for place in range(1, 200)}
    view = MatrixView(theme=Theme.light())
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.set_schedule(replace(whole, marks=marks))
    view.show()
    view.set_selection("I45")
    assert 45 in view.grid.visible_columns()
    assert set(range(180, 184)) <= set(view.grid.visible_rows())
    view.resize(700, 380)
    assert 45 in view.grid.visible_columns()


def test_what_is_chosen_stays_in_view_as_columns_grow(qtbot: QtBot) -> None:
    view = MatrixView(theme=Theme.light())
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.set_schedule(table(visits=60, activities=30))
    view.show()
    last = view.grid.visible_columns()[-2]
    view.set_selection(f"I{last}")
    assert view.horizontalScrollBar().value() == 0
    view.set_dates({f"I{place}": "Wednesday, 24 Dec" for place in range(60)})
    assert view.horizontalScrollBar().value() > 0
    assert last in view.grid.visible_columns()
