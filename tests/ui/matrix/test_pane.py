"""The matrix with its filter and footnotes: filter, hide, merge, totals, mark, copy, footnotes, hostile studies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from study.model import Activity, Condition
from study.soa import Footnote, Row, ScheduleOfActivities
from study.soa_differences import Difference, TableDifferences
from tests.ui.matrix.test_view import cell, column_of, row_of, table
from tests.ui.studies import sample_design, sample_tables
from ui.matrix import MatrixPane
from ui.matrix.empty import nothing_words
from ui.matrix.grid import HEADER, Zone
from ui.matrix.letters import letters_at
from ui.matrix.pencil import laid_out
from ui.matrix.words import cell_name
from ui.theme import Theme

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot: QtBot) -> MatrixPane:
    made = MatrixPane(theme=Theme.light())
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.set_schedule(sample_tables()[0], [epoch.id or "" for epoch in sample_design().epochs])
    made.show()
    made.view.setFocus()
    qtbot.waitExposed(made)
    return made


def shown_titles(pane: MatrixPane) -> list[str]:
    soa = pane.view.sheet.soa
    assert soa is not None
    return [soa.rows[r].title for r in pane.shown().rows]


# Filter


def test_typing_filters_counts_and_lights_and_esc_clears(pane: MatrixPane) -> None:
    pane.focus_filter()
    QTest.keyClicks(pane.corner.field, "ecg")
    assert shown_titles(pane) == ["Safety", "12-lead ECG"]
    assert pane.corner.count.text.startswith("1 of 22 activities · 14 of 14 visits · ")
    view = pane.view
    image = view.viewport().grab().toImage()
    area = view.cell_rect(row_of(view, "12-lead ECG"), HEADER)
    inks = {image.pixelColor(x, area.center().y()).name() for x in range(area.left(), area.right())}
    plain_inks = {
        image.pixelColor(x, view.cell_rect(row_of(view, "Safety"), HEADER).center().y()).name()
        for x in range(area.left(), area.right())
    }
    assert inks - plain_inks - {Theme.light().pane.name()}
    QTest.keyClick(pane.corner.field, Key.Key_Escape)
    assert len(shown_titles(pane)) == 27
    assert pane.corner.count.text == "22 activities · 71 assessments"


def test_the_filter_finds_an_activity_at_a_visit(pane: MatrixPane) -> None:
    pane.view.set_phrase("ecg cycle n day 8")
    assert shown_titles(pane) == ["Safety", "12-lead ECG"]
    assert [pane.view.sheet.soa.columns[c].title for c in pane.shown().columns] == ["Cycle n Day 8"]  # type: ignore[union-attr]


def test_a_filter_that_finds_nothing_says_so_and_esc_in_the_table_ends_it(pane: MatrixPane) -> None:
    pane.view.set_phrase("nowhere <b>")
    title, text = nothing_words(pane.view.sheet, "")
    assert title == "Nothing matches “nowhere <b>”"
    assert "Esc" in text
    image = pane.view.viewport().grab().toImage()
    assert Theme.light().text.name() in {
        image.pixelColor(x, y).name() for x in range(300, 800) for y in range(200, 420)
    }
    QTest.keyClick(pane.view, Key.Key_Escape)
    assert pane.view.asked.phrase == ""
    assert pane.corner.field.text() == ""


def test_slash_goes_to_the_filter_and_down_comes_back(pane: MatrixPane) -> None:
    QTest.keyClick(pane.view, Key.Key_Slash)
    assert pane.corner.field.hasFocus()
    QTest.keyClick(pane.corner.field, Key.Key_Down)
    assert pane.view.hasFocus()


def test_another_timeline_ends_the_filter_and_keeps_what_is_hidden(pane: MatrixPane) -> None:
    pane.view.set_phrase("ecg")
    pane.view.set_hidden(rows=True)
    pane.set_schedule(sample_tables()[1])
    assert pane.view.asked.phrase == ""
    assert pane.view.asked.hide_empty_rows


def test_a_selection_that_is_filtered_away_comes_back(pane: MatrixPane) -> None:
    pane.view.set_phrase("ecg")
    pane.set_selection("Activity_COMPLETION")
    assert "Study disposition" in shown_titles(pane)


def test_folding_is_remembered_for_each_study(pane: MatrixPane) -> None:
    soa = sample_tables()[0]
    pane.set_study("one")
    pane.set_schedule(soa)
    pane.view.set_folded(frozenset({"Activity_SAFETY"}))
    pane.set_study("other")
    pane.set_schedule(soa)
    assert pane.view.folded() == frozenset()
    pane.set_study("one")
    pane.set_schedule(soa)
    assert pane.view.folded() == {"Activity_SAFETY"}


def test_all_groups_fold_and_unfold(pane: MatrixPane) -> None:
    pane.view.fold_all()
    soa = pane.view.sheet.soa
    assert soa is not None
    assert all(soa.rows[r].is_group for r in pane.shown().rows)
    pane.view.fold_all(False)
    assert len(pane.shown().rows) == 27


# Merged, totals, dates, differences, conditional


def test_merged_columns_say_at_which_visit_and_choose_the_encounter(qtbot: QtBot, pane: MatrixPane) -> None:
    view = pane.view
    view.set_merged(True)
    soa = view.sheet.soa
    assert soa is not None
    merged = next(c for c, column in enumerate(soa.columns) if column.members)
    partial = next(
        (r, c)
        for (r, c), mark in soa.marks.items()
        if c == merged and len(mark.instances) < len(soa.columns[c].members)
    )
    assert " only" in view.tooltip_for(QPointF(cell(view, *partial)))
    with qtbot.waitSignal(view.selected) as signal:
        QTest.mouseClick(view.viewport(), LEFT, Modifier.NoModifier, cell(view, HEADER, merged))
    assert signal.args == [next(run.entity_id for run in soa.encounters if run.start == merged)]
    assert view.schedule() is sample_tables()[0]
    view.set_selection(soa.columns[merged].members[1].key)
    assert merged in view._selected_columns


def test_totals_stand_at_the_ends_and_stay(pane: MatrixPane) -> None:
    view = pane.view
    view.set_totals(True)
    view.resize(700, 320)
    grid = view.grid
    ecg = row_of(view, "Signed consent") if "Signed consent" in shown_titles(pane) else 1
    y = cell(view, ecg, HEADER).y()
    assert grid.at(grid.body_right + 5, y).zone is Zone.ROW_TOTAL
    assert grid.at(grid.titles_width + 5, grid.body_bottom + 5).zone is Zone.COLUMN_TOTAL
    text = view.tooltip_at(grid.at(grid.body_right + 5, y))
    soa = sample_tables()[0]
    visits = sum((ecg, c) in soa.marks for c in range(len(soa.columns)))
    assert f"Planned at {visits} visit" in text
    before = view.viewport().grab().toImage()
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    after = view.viewport().grab().toImage()
    strip = (grid.body_right + 2, 0, grid.totals_width - 2, grid.body_bottom)
    assert before.copy(*strip) == after.copy(*strip)
    view.set_totals(False)
    assert view.grid.totals_width == view.grid.totals_height == 0


def test_dates_take_a_line_of_the_headers_and_are_told_and_copied(pane: MatrixPane) -> None:
    view = pane.view
    before = view.grid.header_height
    pane.set_dating({"Instance_C_D8": "Tue 4 Mar 2025"})
    assert view.grid.header_height == before + view.grid.line
    at = QPointF(cell(view, HEADER, column_of(view, "Cycle n Day 8")))
    assert "Tue 4 Mar 2025" in view.tooltip_for(at)
    view.choose_all()
    view.copy()
    assert "Tue 4 Mar 2025" in QGuiApplication.clipboard().text()
    pane.set_dating(None)
    assert view.grid.header_height == before


def test_differences_are_marked_with_a_sign_and_told(pane: MatrixPane) -> None:
    view = pane.view
    ecg, day8 = row_of(view, "12-lead ECG"), column_of(view, "Cycle n Day 8")
    plain_image = view.viewport().grab().toImage()
    pane.set_differences(
        TableDifferences(
            {"Activity_ECG": Difference.CHANGED},
            {"Instance_C_D8": Difference.ADDED},
            {("Activity_ECG", "Instance_C_D8"): Difference.REMOVED},
        )
    )
    image = view.viewport().grab().toImage()
    for spot in ((ecg, HEADER), (HEADER, day8), (ecg, day8)):
        area = view.cell_rect(*spot)
        assert plain_image.copy(area) != image.copy(area)
    assert "Only in the other study" in view.tooltip_for(QPointF(cell(view, ecg, day8)))
    assert "Only here, not in the other study" in view.tooltip_for(QPointF(cell(view, HEADER, day8)))


def test_a_ring_stands_only_where_a_person_classed_the_mark(pane: MatrixPane) -> None:
    view = pane.view
    ecg, day8 = row_of(view, "12-lead ECG"), column_of(view, "Cycle n Day 8")
    middle = cell(view, ecg, day8)
    ink = QColor(Theme.light().text_2)
    assert view.viewport().grab().toImage().pixelColor(middle) == ink
    pane.set_conditional({("Activity_ECG", "Instance_C_D8")})
    assert view.viewport().grab().toImage().pixelColor(middle) != ink
    assert "classed as conditional" in view.tooltip_for(QPointF(middle))


# Marking and copying


def test_a_block_is_marked_by_shift_and_by_dragging_and_copied_with_its_headers(pane: MatrixPane) -> None:
    view = pane.view
    soa = sample_tables()[0]
    ecg, day1 = row_of(view, "12-lead ECG"), column_of(view, "Cycle n Day 1")
    view.go_to(ecg, day1)
    QTest.keyClick(view, Key.Key_Right, Modifier.ShiftModifier)
    QTest.keyClick(view, Key.Key_Down, Modifier.ShiftModifier)
    block = view.block()
    assert block is not None
    assert (len(block.rows), len(block.columns)) == (2, 2)
    QTest.keyClick(view, Key.Key_C, Modifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in mime.text().splitlines()]
    assert [line[0] for line in lines[-2:]] == ["  12-lead ECG", f"  {soa.rows[ecg + 1].title}"]
    assert {len(line) for line in lines} == {3}
    assert mime.hasHtml()
    assert mime.html().count("<tr>") == len(lines)
    start, end = cell(view, ecg, day1), cell(view, ecg + 2, day1 + 2)
    QTest.mousePress(view.viewport(), LEFT, Modifier.NoModifier, start)
    assert view.block() is None
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, Modifier.NoModifier, end)
    block = view.block()
    assert block is not None
    assert (len(block.rows), len(block.columns)) == (3, 3)
    QTest.keyClick(view, Key.Key_Escape)
    assert view.block() is None


def test_what_is_filtered_stays_out_of_the_copy_and_a_fold_shows_its_numbers(pane: MatrixPane) -> None:
    view = pane.view
    view.set_phrase("cycle n day 8")
    view.set_folded(frozenset({"Activity_SAFETY"}))
    QTest.keyClick(view, Key.Key_A, Modifier.ControlModifier)
    QTest.keyClick(view, Key.Key_C, Modifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert {len(line) for line in lines} == {2}
    safety = row_of(view, "Safety")
    day8 = pane.shown().columns[0]
    assert ["Safety", str(pane.shown().folded_marks[safety][day8])] in lines
    assert not any("12-lead" in line[0] for line in lines)


def test_typing_goes_to_the_next_row_that_starts_so(pane: MatrixPane) -> None:
    view = pane.view
    view.go_to(HEADER, HEADER)
    QTest.keyClicks(view, "vit")
    assert view.current() == (row_of(view, "Vital signs"), HEADER)


def test_enter_chooses_visit_and_activity_in_turn(pane: MatrixPane) -> None:
    view = pane.view
    view.go_to(row_of(view, "12-lead ECG"), column_of(view, "Cycle n Day 8"))
    assert view.selection() == "Instance_C_D8"
    QTest.keyClick(view, Key.Key_Return)
    assert view.selection() == "Activity_ECG"
    QTest.keyClick(view, Key.Key_Return)
    assert view.selection() == "Instance_C_D8"


# Zoom, widths, right to left


def test_ctrl_and_the_wheel_zoom_within_60_and_200_percent(pane: MatrixPane) -> None:
    view = pane.view

    def turn(notches: int) -> None:
        at = QPointF(400, 300)
        event = QWheelEvent(
            at,
            view.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Modifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)

    height = view.grid.row_height
    turn(1)
    assert view.zoom == pytest.approx(1.1)
    assert view.grid.row_height > height
    for _ in range(12):
        turn(1)
    assert view.zoom == 2.0
    for _ in range(20):
        turn(-1)
    assert view.zoom == 0.6
    QTest.keyClick(view, Key.Key_Plus, Modifier.ControlModifier)
    assert view.zoom == pytest.approx(0.66)


def test_the_names_are_as_wide_as_a_person_drags_them(pane: MatrixPane) -> None:
    view = pane.view
    width = view.titles_width
    border = QPoint(width, 10)
    assert view.grid.at(border.x(), border.y()).zone is Zone.BORDER
    QTest.mousePress(view.viewport(), LEFT, Modifier.NoModifier, border)
    QTest.mouseMove(view.viewport(), QPoint(width + 90, 10))
    QTest.mouseRelease(view.viewport(), LEFT, Modifier.NoModifier, QPoint(width + 90, 10))
    assert view.titles_width == width + 90
    QTest.keyClick(view, Key.Key_Left, Modifier.AltModifier)
    assert view.titles_width == width + 66
    QTest.mouseDClick(view.viewport(), LEFT, Modifier.NoModifier, QPoint(width + 66, 10))
    assert view.titles_width == width


def test_a_long_name_has_a_second_line_and_a_tooltip_with_all_of_it(qtbot: QtBot) -> None:
    soa = table(3, 3)
    long = "Long name " * 200
    rows = (soa.rows[0], replace(soa.rows[1], title=long), soa.rows[2])
    made = MatrixPane(theme=Theme.light())
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.set_schedule(replace(soa, rows=rows))
    grid = made.view.grid
    assert grid.row_size(1) > grid.row_size(2)
    assert long.strip()[:1500] in made.view.tooltip_for(QPointF(cell(made.view, 1, HEADER)))


@pytest.fixture
def right_to_left(qtbot: QtBot) -> MatrixPane:
    made = MatrixPane(theme=Theme.light())
    qtbot.addWidget(made)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(760, 500)
    made.set_schedule(sample_tables()[0])
    made.show()
    made.view.setFocus()
    qtbot.waitExposed(made)
    return made


def test_right_to_left_everything_is_mirrored(right_to_left: MatrixPane) -> None:
    view = right_to_left.view
    names = view.cell_rect(1, HEADER)
    assert names.right() >= view.viewport().width() - 1
    first, second = view.cell_rect(1, 0), view.cell_rect(1, 1)
    assert second.right() <= first.left() + 1
    assert first.right() <= names.left() + 1
    QTest.mouseClick(view.viewport(), LEFT, Modifier.NoModifier, first.center())
    assert view.current() == (1, 0)
    QTest.keyClick(view, Key.Key_Left)
    assert view.current() == (1, 1)
    assert right_to_left.corner.geometry().right() > view.width() // 2
    image = view.viewport().grab().toImage()
    mark = next(c for r, c in sample_tables()[0].marks if r == 1)
    assert image.pixelColor(cell(view, 1, mark)) == Theme.light().text_2


# Footnotes


def test_a_letter_shows_its_footnote_and_a_click_lights_its_places(qtbot: QtBot, pane: MatrixPane) -> None:
    view = pane.view
    spot = row_of(view, "12-lead ECG"), column_of(view, "Cycle n Day 8")
    run = letters_at(view.sheet, view.grid, view.fonts, *spot)
    assert run is not None
    at = QPointF(run.x + 2, run.y + run.height / 2)
    assert view.letter_at(at) == "b"
    assert "ECG on Day 8 only if QTc" in view.tooltip_for(at)
    note = next(note for note in sample_tables()[0].footnotes if note.letter == "b")
    with qtbot.waitSignal(pane.selected) as signal:
        QTest.mouseClick(view.viewport(), LEFT, Modifier.NoModifier, at.toPoint())
    assert signal.args == [note.condition.id]
    assert view.footnote == "b"
    lit = view._lit()
    assert spot in lit.noted_cells
    area = view.cell_rect(*spot)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(area.left() + 6, area.center().y()) == Theme.light().accent_soft
    pane.set_selection("")
    assert view.footnote == ""


def test_a_footnote_of_the_list_lights_its_places_and_brings_one_into_view(pane: MatrixPane) -> None:
    pane.resize(520, 430)
    view = pane.view
    notes = pane.footnotes.items()
    far = max(
        (item for item in notes if item.letter and view.sheet.places[item.letter].columns),
        key=lambda item: view.sheet.places[item.letter].columns[0],
        default=None,
    )
    item = far or next(item for item in notes if item.letter and view.sheet.places[item.letter].rows)
    pane.footnotes._choose(item)
    assert view.footnote == item.letter
    places = view.sheet.places[item.letter]
    if places.columns:
        assert view.sheet.column_place[places.columns[0]] in view.grid.visible_columns()
    else:
        assert view.sheet.row_place[places.rows[0]] in view.grid.visible_rows()


def test_a_footnote_whose_only_place_is_folded_away_unfolds_it(pane: MatrixPane) -> None:
    view = pane.view
    view.set_folded(frozenset({"Activity_SAFETY"}))
    view.choose_letter("b")
    assert row_of(view, "12-lead ECG") in view.sheet.row_place


def test_footnotes_beside_marks_that_differ_are_counted_and_told(pane: MatrixPane) -> None:
    soa = sample_tables()[0]
    row, column = next(
        (r, c)
        for r in range(1, len(soa.rows))
        for c in range(len(soa.columns))
        if (r, c) not in soa.marks and not soa.rows[r].is_group
    )
    note = Footnote("z", Condition({"id": "Z"}), "Only here")
    pane.set_schedule(replace(soa, unmarked={(row, column): ("z",)}, footnotes=(note,)))
    assert "1 BESIDE MARKS THAT DIFFER" in pane.footnotes._head.text()
    (item,) = pane.footnotes.items()
    assert "Nothing is planned where it stands" in item.disagreements[0]
    assert "nothing is planned here" in pane.view.tooltip_for(QPointF(cell(pane.view, row, column)))


def test_the_strip_of_footnotes_leaves_the_table_its_room_and_remembers(
    qtbot: QtBot, pane: MatrixPane
) -> None:
    pane.resize(900, 420)
    QApplication.processEvents()
    assert pane.footnotes.height() <= 0.3 * pane.height()
    pane.set_footnotes(150, False)
    QApplication.processEvents()
    assert pane.footnotes.height() == pytest.approx(150, abs=2)
    with qtbot.waitSignal(pane.footnotes_changed):
        pane.footnotes.toggle()
    QApplication.processEvents()
    assert pane.footnotes.height() <= pane.footnotes.head_height()
    pane.footnotes.toggle()
    QApplication.processEvents()
    assert pane.footnotes.height() == pytest.approx(150, abs=2)


def test_in_a_low_pane_the_footnotes_fold_until_there_is_room_unless_asked_for(pane: MatrixPane) -> None:
    pane.resize(900, 280)
    QApplication.processEvents()
    assert pane.footnotes.is_folded()
    assert not pane.are_footnotes_folded()
    pane.resize(900, 600)
    QApplication.processEvents()
    assert not pane.footnotes.is_folded()
    pane.resize(900, 280)
    QApplication.processEvents()
    pane.footnotes.toggle()
    QApplication.processEvents()
    assert not pane.footnotes.is_folded()
    assert pane.footnotes.height() < 140


def test_what_a_short_table_leaves_goes_to_the_footnotes_also_in_a_low_pane(pane: MatrixPane) -> None:
    pane.view.fold_all()
    grid = pane.view.grid
    table = grid.header_height + grid.contents_height + grid.totals_height
    pane.resize(900, table + pane.footnotes.wanted_height() + 40)
    QApplication.processEvents()
    assert not pane.footnotes.is_folded()
    assert pane.footnotes.height() >= min(pane.footnotes.wanted_height(), pane.height() // 2) - 2
    assert pane.view.verticalScrollBar().maximum() == 0


# For those who do not see it


def test_the_accessible_table_has_headers_and_cells_and_tells_where_the_cursor_is(pane: MatrixPane) -> None:
    view = pane.view
    root = QAccessible.queryAccessibleInterface(view)
    assert root.role() == QAccessible.Role.Table
    assert root.text(QAccessible.Text.Name) == "Schedule of Activities"
    assert root.childCount() >= (27 + 1) * (14 + 1)
    ecg, day8 = row_of(view, "12-lead ECG"), column_of(view, "Cycle n Day 8")
    place = view.parts.place(ecg, day8)
    assert place is not None
    child = root.child(place)
    assert child.role() == QAccessible.Role.Cell
    assert child.text(QAccessible.Text.Name) == "12-lead ECG at Cycle n Day 8: planned, footnote b"
    assert child.rect().center() == view.viewport().mapToGlobal(cell(view, ecg, day8))
    head, name = (view.parts.place(HEADER, day8), view.parts.place(ecg, HEADER))
    assert head is not None
    assert name is not None
    assert root.child(head).role() == QAccessible.Role.ColumnHeader
    assert root.child(head).text(QAccessible.Text.Name).startswith("Cycle n Day 8, Day 8")
    assert root.child(name).role() == QAccessible.Role.RowHeader
    view.go_to(ecg, day8)
    assert child.state().focused
    assert view.parts.focused() == place
    point = view.viewport().mapToGlobal(cell(view, ecg, day8))
    assert root.childAt(point.x(), point.y()) is child
    view.parts.select(name)
    assert view.selection() == "Activity_ECG"


def test_every_control_has_a_name(pane: MatrixPane) -> None:
    for control in (pane.corner.field, pane.corner.options, pane.footnotes._head, pane.footnotes._list):
        assert control.accessibleName() or control.toolTip()


# Studies as they should not be


def hostile() -> ScheduleOfActivities:
    """300 visits, names of 2,000 characters, right-to-left, emoji, HTML that would fetch and run."""
    soa = table(300, 6)
    evil = '<img src="http://127.0.0.1:9/x.png"><script>alert(1)</script><a href="http://x/">go</a>'
    names = ["x" * 2000, "قياس الضغط والنبض", "🙂🧪 emoji", evil, "\n\t ", "<b>bold</b>"]
    rows = tuple(
        Row(Activity({"id": f"A{n}"}), f"A{n}", name, 0, False, ("a",)) for n, name in enumerate(names)
    )
    columns = tuple(replace(column, title=names[n % 6]) for n, column in enumerate(soa.columns))
    notes = tuple(Footnote(letter, Condition({"id": letter}), names[n]) for n, letter in enumerate("abcdef"))
    return replace(soa, rows=rows, columns=columns, footnotes=notes)


def test_hostile_texts_are_only_text_and_fetch_nothing(qtbot: QtBot) -> None:
    made = MatrixPane(theme=Theme.light())
    qtbot.addWidget(made)
    made.resize(900, 600)
    soa = hostile()
    made.set_schedule(soa)
    made.show()
    made.view.set_totals(True)
    made.view.set_phrase("bold")
    made.grab()
    made.view.set_phrase("")
    made.grab()
    view = made.view
    evil = 3
    for spot in ((evil, HEADER), (HEADER, evil), (evil, evil)):
        view.go_to(*spot)
        read = QTextDocument()
        read.setHtml(view.tooltip_for(QPointF(cell(view, *spot))))
        assert soa.rows[evil].title in read.toPlainText()  # what a tooltip shows is the text itself
        block = read.begin()
        while block.isValid():
            for each in block.textFormats():
                assert not each.format.isImageFormat()
                assert not each.format.isAnchor()
            block = block.next()
    # What is painted, listed and spoken is plain text as well.
    assert laid_out("<b>bold</b>", view.fonts.body)[0].textFormat() == Qt.TextFormat.PlainText
    assert made.footnotes._list.model().index(evil, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert soa.rows[evil].title in cell_name(view.sheet, evil, 0)


@pytest.mark.parametrize("key", [Key.Key_End, Key.Key_PageDown, Key.Key_A, Key.Key_Return])
def test_a_table_with_no_rows_says_what_is_missing(qtbot: QtBot, key: Qt.Key) -> None:
    made = MatrixPane(theme=Theme.dark())
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.set_schedule(replace(table(3, 3), rows=(), marks={}))
    assert nothing_words(made.view.sheet, "")[0] == "No activities in this timeline"
    QTest.keyClick(made.view, key, Modifier.ControlModifier if key == Key.Key_A else Modifier.NoModifier)
    made.view.copy()
    made.view.set_totals(True)
    made.grab()
    made.set_schedule(replace(table(3, 3), columns=(), marks={}, epochs=(), encounters=()))
    assert nothing_words(made.view.sheet, "")[0] == "No visits in this timeline"
    QTest.keyClick(made.view, key)
    made.grab()
    made.set_schedule(None)
    assert nothing_words(made.view.sheet, "This study has no timeline.")[1] == "This study has no timeline."
    made.grab()
