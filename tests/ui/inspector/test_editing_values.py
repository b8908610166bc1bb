"""Editing durations, windows, codes, references, flags and formatted text in the inspector of the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from study.commands.planned import TimingType
from study.commands.timing import SetTiming
from study.model import ScheduledInstance, Timing
from study.timeline import PlannedTime
from tests.ui.conftest import ShowStudy
from tests.ui.inspector.editing import box_of, editor, said
from ui.inspector.editing.choice import ChoiceEditor, ManyEditor, TimedFromEditor
from ui.inspector.editing.choice_list import Line
from ui.inspector.editing.duration import DurationEditor, WindowEditor
from ui.inspector.editing.rich import RichEditor, SourceEditor
from ui.inspector.editing.text import TextEditor
from ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def study(window: MainWindow, show_study: ShowStudy) -> OpenStudy:
    return show_study("alexion-nct04573309-v4")


def visit(study: OpenStudy, name: str) -> PlannedTime:
    """The visit of the shown timeline with this name."""
    assert study.projection is not None
    found = study.projection.planned.times.values()
    return next(
        planned for planned in found if planned.instance.name == name or planned.instance.label == name
    )


def selected(window: MainWindow, study: OpenStudy, name: str) -> ScheduledInstance:
    """Selects a visit by its name."""
    instance = visit(study, name).instance
    window.select(instance.id or "")
    return instance


def timing(study: OpenStudy, name: str) -> Timing:
    found = visit(study, name).timing
    assert found is not None
    return found


def rows(made: ChoiceEditor | ManyEditor) -> dict[str, Line]:
    return {line.offered.words: line for line in made.list.items()}


def light(made: ChoiceEditor | ManyEditor, words: str) -> None:
    """Types what finds a row."""
    made.line.clear()
    QTest.keyClicks(made.line, words)
    assert made.list.current_item().offered.words == words


# Durations


def test_a_duration_is_typed_as_people_say_it(window: MainWindow, study: OpenStudy) -> None:
    selected(window, study, "-7")
    for typed, reading, kept in (
        ("2 weeks", "= 14 days", "P2W"),
        ("P9D", "= 9 days", "P9D"),
        ("10 d", "= 10 days", "P10D"),
    ):
        QTest.mouseClick(box_of(window, "value"), Qt.MouseButton.LeftButton)
        made = editor(window, DurationEditor)
        QTest.keyClicks(made.line, typed)
        assert made.told().split("\n")[0] == reading
        QTest.keyClick(made.line, Qt.Key.Key_Return)
        assert timing(study, "-7").value == kept


def test_what_moves_with_it_is_said_before_it_is_kept(window: MainWindow, study: OpenStudy) -> None:
    before = study.document.to_bytes()
    selected(window, study, "-7")
    assert window.inspector.edit("value")
    made = editor(window, DurationEditor)
    QTest.keyClicks(made.line, "8 days")
    assert "Day −7 → Day −8" in made.told()
    assert "3 visits move with it" in made.told()
    assert study.document.to_bytes() == before
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert visit(study, "-7").study_day == -8
    assert "8 days before" in said(window)[1]


def test_a_duration_nobody_can_read_stays_with_its_error(window: MainWindow, study: OpenStudy) -> None:
    selected(window, study, "-7")
    for typed in ("soon", "12", "-3 days", "9" * 200, "4 weeks 1 week"):
        assert window.inspector.edit("value")
        made = editor(window, DurationEditor)
        QTest.keyClicks(made.line, typed)
        assert made.error()
        QTest.keyClick(made.line, Qt.Key.Key_Return)
        assert made.line.text() == typed
        assert timing(study, "-7").value == "P7D"
        QTest.keyClick(made.line, Qt.Key.Key_Escape)
        assert window.inspector.editor() is None


# Windows


def test_a_window_is_typed_as_people_say_it(window: MainWindow, study: OpenStudy) -> None:
    selected(window, study, "-7")
    for typed, lower, upper in (
        ("-3 d / +3 d", "P3D", "P3D"),
        ("-9 to -6", "P2D", "P1D"),
        ("exact", "P0D", "P0D"),
        ("not stated / +2 d", "", "P2D"),
    ):
        assert window.inspector.edit("window")
        made = editor(window, WindowEditor)
        QTest.keyClicks(made.line, typed)
        assert made.error() == ""
        QTest.keyClick(made.line, Qt.Key.Key_Return)
        assert (timing(study, "-7").window_lower, timing(study, "-7").window_upper) == (lower, upper)


def test_not_stated_is_not_zero(window: MainWindow, study: OpenStudy) -> None:
    selected(window, study, "-7")
    assert window.inspector.edit("window")
    made = editor(window, WindowEditor)
    assert made.line.text() == ""
    QTest.keyClicks(made.line, "exact")
    assert "0 days earlier, 0 days later" in made.told()
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert (timing(study, "-7").window_lower, timing(study, "-7").window_upper) == ("P0D", "P0D")
    assert window.inspector.edit("window")
    made = editor(window, WindowEditor)
    assert made.line.text() == "exact"
    QTest.keyClick(made.line, Qt.Key.Key_Delete)
    assert made.told().startswith("not stated")
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert not timing(study, "-7").window_lower
    assert not timing(study, "-7").window_upper


# Choices


def test_a_type_is_chosen_by_its_name_with_its_code_beside(window: MainWindow, study: OpenStudy) -> None:
    assert study.projection is not None
    epoch = study.projection.design.epochs[0]
    window.select(epoch.id or "")
    QTest.mouseClick(box_of(window, "type"), Qt.MouseButton.LeftButton)
    made = editor(window, ChoiceEditor)
    light(made, "Washout Period")
    assert made.list.current_item().offered.more == "C42872"
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert epoch.type is not None
    assert (epoch.type.code, epoch.type.decode) == ("C42872", "Washout Period")


def test_a_reference_that_is_not_allowed_says_why(window: MainWindow, study: OpenStudy) -> None:
    before = timing(study, "-7").relative_to
    selected(window, study, "-7")
    assert window.inspector.edit("relativeToScheduledInstanceId")
    made = editor(window, TimedFromEditor)
    assert "timed from one another" in rows(made)["D-6-5_START"].why_not
    QTest.keyClicks(made.line, "D-6-5_START")
    assert "timed from one another" in made.told()
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert "timed from one another" in made.error()
    assert timing(study, "-7").relative_to == before
    made.line.clear()
    QTest.keyClicks(made.line, "day -4")
    assert "→" not in made.told()  # it stays at its day
    assert made.stays is not None
    on_it = QPoint(8, made.stays.height() // 2)
    QTest.mouseClick(made.stays, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, on_it)
    assert "Day −7 →" in made.told()
    QTest.mouseClick(made.stays, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, on_it)
    chosen = made.list.current_item().offered
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert chosen.words == "Day −4"
    assert timing(study, "-7").relative_to == chosen.value != before
    assert timing(study, "-7").value == "P3D"
    assert visit(study, "-7").study_day == -7


def test_an_epoch_is_chosen_with_the_arrow_keys(window: MainWindow, study: OpenStudy) -> None:
    instance = selected(window, study, "-7")
    before = instance.epoch
    assert window.inspector.edit("epochId")
    made = editor(window, ChoiceEditor)
    assert made.list.current_item().offered.value == before
    QTest.keyClick(made.line, Qt.Key.Key_Down)
    chosen = made.list.current_item().offered.value
    QTest.keyClick(made.line, Qt.Key.Key_Tab)
    assert chosen != before
    assert instance.epoch == chosen


def test_an_encounter_is_chosen_by_a_click_and_nothing_is_a_choice(
    qtbot: QtBot, window: MainWindow, study: OpenStudy
) -> None:
    instance = selected(window, study, "-7")
    assert window.inspector.edit("encounterId")
    made = editor(window, ChoiceEditor)
    made.line.clear()
    QTest.keyClicks(made.line, "None")
    qtbot.waitUntil(lambda: not made.list.visualRect(made.list.currentIndex()).isEmpty())
    place = made.list.visualRect(made.list.currentIndex()).center()
    QTest.mouseClick(made.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert window.inspector.editor() is None
    assert instance.encounter is None


def test_what_nothing_is_called_is_no_choice(window: MainWindow, study: OpenStudy) -> None:
    instance = selected(window, study, "-7")
    before = instance.epoch
    assert window.inspector.edit("epochId")
    made = editor(window, ChoiceEditor)
    QTest.keyClicks(made.line, "zzzz")
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert "Nothing here is called so" in made.error()
    assert instance.epoch == before


def test_contact_is_several_of_a_list(window: MainWindow, study: OpenStudy) -> None:
    instance = selected(window, study, "-7")
    assert window.inspector.edit("contactModes")
    made = editor(window, ManyEditor)
    light(made, "Telephone Call")
    QTest.keyClick(made.line, Qt.Key.Key_Return)  # adds it
    assert rows(made)["Telephone Call"].chosen
    QTest.keyClick(made.line, Qt.Key.Key_Return)  # keeps both
    encounter = study.document.entity(instance.encounter or "")
    assert encounter is not None
    assert [mode["decode"] for mode in encounter.raw["contactModes"]] == ["In Person", "Telephone Call"]
    assert "In Person, Telephone Call" in said(window)


def test_activities_of_a_visit_are_added_and_taken_out(window: MainWindow, study: OpenStudy) -> None:
    instance = selected(window, study, "-7")
    before = list(instance.activities)
    box = box_of(window, "activityIds")
    assert box.accessibleName() == "Edit Activities"
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    made = editor(window, ManyEditor)
    first = next(line.offered for line in made.list.items() if line.chosen)
    QTest.keyClick(made.line, Qt.Key.Key_Space)  # the first that is chosen is lit
    light(made, "WD history")
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert first.value in before
    assert first.value not in instance.activities
    added = set(instance.activities) - set(before)
    titles = [entity.title for each in added if (entity := study.entity(each)) is not None]
    assert titles == ["WD history"]
    study.editor.undo()
    assert list(instance.activities) == before


def test_a_flag_is_one_click_and_says_why_not(window: MainWindow, study: OpenStudy) -> None:
    assert study.projection is not None
    window.select(study.projection.timeline.id or "")
    QTest.keyClick(box_of(window, "mainTimeline"), Qt.Key.Key_Return)
    assert any("one main timeline" in text for text in said(window))
    side = next(t for t in study.projection.design.timelines if not t.main)
    window.select(side.id or "")
    flag = box_of(window, "mainTimeline")
    assert isinstance(flag, QCheckBox)
    QTest.keyClick(flag, Qt.Key.Key_Space)
    assert side.main
    study.editor.undo()
    assert not side.main


def test_a_decision_says_where_each_condition_leads(window: MainWindow, study: OpenStudy) -> None:
    branch = next(
        key
        for key, item in study.document.index.unique.items()
        if item.get("instanceType") == "ConditionAssignment"
    )
    window.select(branch)
    assert window.inspector.edit("condition")
    lines = editor(window, TextEditor).lines
    QTest.keyClicks(lines, " at all")
    QTest.keyClick(lines, Qt.Key.Key_Return)
    entity = study.entity(branch)
    assert entity is not None
    assert entity.raw["condition"].endswith(" at all")


# Formatted text


def footnote(study: OpenStudy) -> str:
    return next(
        key for key, item in study.document.index.unique.items() if item.get("instanceType") == "Condition"
    )


def test_a_footnote_is_formatted_by_key(window: MainWindow, study: OpenStudy) -> None:
    address = footnote(study)
    entity = study.entity(address)
    assert entity is not None
    before = entity.raw["text"]
    window.select(address)
    assert window.inspector.edit("text")
    made = editor(window, RichEditor)
    assert not made.is_changed()
    QTest.keyClicks(made.lines, " Only ")
    QTest.keyClick(made.lines, Qt.Key.Key_B, CONTROL)
    assert made.buttons["b"].isChecked()
    QTest.keyClicks(made.lines, "fasting")
    QTest.keyClick(made.lines, Qt.Key.Key_Return)
    assert entity.raw["text"] == f"{before} Only <b>fasting</b>"
    study.editor.undo()
    assert entity.raw["text"] == before


def test_a_list_and_raised_letters(window: MainWindow, study: OpenStudy) -> None:
    address = footnote(study)
    window.select(address)
    assert window.inspector.edit("text")
    made = editor(window, RichEditor)
    made.lines.selectAll()
    QTest.keyClicks(made.lines, "Any of")
    QTest.keyClick(made.lines, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(made.lines, Qt.Key.Key_L, CONTROL)
    QTest.keyClicks(made.lines, "10")
    QTest.keyClick(made.lines, Qt.Key.Key_Period, CONTROL)
    QTest.keyClicks(made.lines, "9")
    QTest.keyClick(made.lines, Qt.Key.Key_Period, CONTROL)
    QTest.keyClick(made.lines, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(made.lines, "more")
    assert made.read().value == "<p>Any of</p><ul><li>10<sup>9</sup></li><li>more</li></ul>"


def test_nothing_that_runs_or_loads_is_pasted(window: MainWindow, study: OpenStudy) -> None:
    window.select(footnote(study))
    assert window.inspector.edit("text")
    made = editor(window, RichEditor)
    made.lines.selectAll()
    pasted = QMimeData()
    pasted.setHtml(
        '<p onclick="x()">Take <b>no</b> food<img src="http://example.org/t.png"><script>alert(1)</script></p>'
    )
    made.lines.insertFromMimeData(pasted)
    html = made.read().value
    assert isinstance(html, str)
    assert "<b>no</b> food" in html
    for bad in ("script", "alert", "img", "http", "onclick"):
        assert bad not in html


def test_what_holds_more_is_edited_as_it_stands(window: MainWindow, study: OpenStudy) -> None:
    address = next(
        key
        for key, item in study.document.index.unique.items()
        if item.get("instanceType") == "EligibilityCriterionItem" and "usdm:tag" in item["text"]
    )
    entity = study.entity(address)
    assert entity is not None
    before = entity.raw["text"]
    window.select(address)
    assert window.inspector.edit("text")
    made = editor(window, SourceEditor)
    assert "usdm:tag" in made.lines.toPlainText()
    made.lines.setPlainText(f"{before}<script>alert(1)</script>")
    assert "not kept here" in made.error()
    QTest.keyClick(made.lines, Qt.Key.Key_Return)
    assert entity.raw["text"] == before
    made.lines.setPlainText(before.replace("aged", "of an age"))
    QTest.keyClick(made.lines, Qt.Key.Key_Return)
    assert entity.raw["text"] == before.replace("aged", "of an age")


# All of it


def test_every_box_of_a_visit_is_reached_and_read(window: MainWindow, study: OpenStudy) -> None:
    selected(window, study, "-7")
    page = window.inspector.page()
    assert page is not None
    for (_, place), box in page.boxes.items():
        assert box.accessibleName(), place
        assert box.focusPolicy() & Qt.FocusPolicy.TabFocus, place
    names = [box.accessibleName() for box in page.boxes.values()]
    assert "Before: 7 days" in names
    assert any(name.startswith("Epoch: ") for name in names)


def test_an_open_editor_takes_what_another_view_changed(window: MainWindow, study: OpenStudy) -> None:
    instance = selected(window, study, "-7")
    assert window.inspector.edit("value")
    made = editor(window, DurationEditor)
    reference = timing(study, "-7").relative_to or ""
    study.editor.do(SetTiming(instance.id or "", "P12D", TimingType.BEFORE, reference))
    assert editor(window, DurationEditor) is made
    assert made.line.text() == "12 days"
    assert made.line.hasFocus()
