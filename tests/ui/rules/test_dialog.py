"""The builder: rows, tables, values with units, tried in place, errors beside their cells, and what saving would do."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from study.annexe import Annexe
from study.commands.command import Command
from study.commands.execute import execute
from study.commands.rules_set import ClearRule, SetRule, SetRules
from study.document import Document
from study.rules.model import (
    AllOf,
    Answer,
    AtLeast,
    Combined,
    Done,
    Elapsed,
    Judged,
    Observed,
    Operand,
    Rule,
    Table,
    Term,
    Truth,
    Words,
)
from study.rules.starters import starters
from study.rules.ways import ASKS, ELSE, WAITS, WayRow, WayTable, rules_of
from tests.study.building import anchor, decision, timeline, timing, visit
from tests.study.rules.drawing import AGE, ALT, DAY, SEX, cell, compare, q
from tests.study.studies import study_bytes
from ui.rules.conditions import GroupRow, LineRow
from ui.rules.dialog import RuleDialog
from ui.rules.subject import subject_at
from ui.theme import Theme

WAY = "ConditionAssignment_1"
Open = Callable[..., RuleDialog]
ADULT = compare(AGE, ">=", q(18, "a"))


@pytest.fixture(scope="module")
def alexion() -> Document:
    return Document.from_bytes(study_bytes("alexion-nct04573309-v4"))


def kept(document: Document, *commands: Command) -> Annexe:
    annexe = Annexe.empty()
    for command in commands:
        execute(document, command, lambda prefix: f"{prefix}_new", annexe)
    return annexe


@pytest.fixture
def opened(qtbot: QtBot, alexion: Document) -> Open:
    def make(
        document: Document | None = None, address: str = WAY, *commands: Command, annexe: Annexe | None = None
    ) -> RuleDialog:
        of = document or alexion
        subject = subject_at(of, annexe or kept(of, *commands), address)
        assert subject is not None
        made = RuleDialog(subject, Theme.light(), lambda command: command.why_not(of))
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(made.isVisible)
        return made

    return make


def three_ways() -> Document:
    """A decision with three conditions and a default."""
    instances = [
        visit("V1", "D", activities=("A",)),
        decision("D", "V5", low="V2", middle="V3", high="V4"),
        *(visit(f"V{n}", f"V{n + 1}") for n in (2, 3, 4)),
        visit("V5"),
    ]
    timings = [anchor("V1"), *(timing(f"V{n}", "After", f"P{n}D", "V1") for n in (2, 3, 4, 5))]
    for each in instances[1]["conditionAssignments"]:
        each["instanceType"] = "ConditionAssignment"
    design = {
        "id": "design",
        "instanceType": "InterventionalStudyDesign",
        "name": "design",
        "scheduleTimelines": [timeline(instances, timings)],
        "activities": [{"id": "A", "instanceType": "Activity", "name": "A"}],
    }
    version = {
        "id": "version",
        "instanceType": "StudyVersion",
        "versionIdentifier": "1",
        "studyDesigns": [design],
    }
    study = {"id": "study", "instanceType": "Study", "name": "Ways", "versions": [version]}
    return Document.from_bytes(json.dumps({"study": study, "usdmVersion": "4.0.0"}).encode())


def first(dialog: RuleDialog) -> LineRow:
    return next(dialog.conditions.root.lines())


def rule_of(dialog: RuleDialog) -> Rule:
    command = dialog.command()
    assert isinstance(command, SetRule), command
    return command.rule


def test_what_the_text_offers_is_shown_and_nothing_is_kept_before_saving(opened: Open) -> None:
    dialog = opened()
    assert dialog.text.text() == "Day = -6"
    assert "If it is Day −6" in dialog.offer_text.text()
    assert "nothing is kept yet" in dialog.offer_rest.text()
    assert dialog.chosen is None
    assert rule_of(dialog).when == compare(DAY, "=", q(-6))
    dialog.accept()
    assert isinstance(dialog.chosen, SetRule)


def test_rows_are_typed_added_moved_and_removed_by_key(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.use(Rule(AllOf((ADULT, compare(DAY, ">", q(1))))))
    rows = list(dialog.conditions.root.lines())
    QTest.keyClick(rows[0].asked.first.number, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(rows[0].asked.first.number, "65")
    assert rule_of(dialog).when == AllOf((compare(AGE, ">=", q(65, "a")), compare(DAY, ">", q(1))))
    rows[0].left.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is rows[0].left)
    QTest.keyClick(rows[0].left, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert rule_of(dialog).when == AllOf((compare(DAY, ">", q(1)), compare(AGE, ">=", q(65, "a"))))
    QTest.keyClick(rows[0].left, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert rule_of(dialog).when == compare(DAY, ">", q(1))
    dialog.conditions.root.add_line.click()
    assert dialog.command() == "Row 2: This row is not finished."
    assert not dialog.save.isEnabled()


def test_at_least_one_of_several_and_groups(opened: Open) -> None:
    dialog = opened()
    several = (compare(DAY, ">", q(1)), compare(DAY, "<", q(9)), ADULT)
    nested = AllOf((ADULT, AtLeast(2, several)))
    dialog.use(Rule(nested))
    assert rule_of(dialog).when == nested
    group = dialog.conditions.root.rows[1]
    assert isinstance(group, GroupRow)
    group.number.setText("3")
    assert rule_of(dialog).when == AllOf((ADULT, AtLeast(3, several)))


def test_every_example_can_be_opened_told_and_read_back(opened: Open) -> None:
    dialog = opened()
    for starter in starters(dialog.subject.words):
        dialog.use(starter.rule)
        made = dialog.rules()[WAY]
        assert made is not None
        assert made.when == starter.rule.when, starter.title
        assert (made.default is None) == (starter.rule.default is None)
        assert (made.wait is None) == (starter.rule.wait is None)
        assert dialog.sentence.text()


def test_each_kind_of_condition_reads_back_as_it_was(opened: Open) -> None:
    dialog = opened()
    for condition in (
        compare(Observed("X", "Hb", unit="g/dL"), "<", q(7, "g/dL")),
        compare(ALT, ">", q(3)),
        compare(SEX, "=", Words("female")),
        AtLeast(1, (compare(SEX, "=", Words("female")), compare(SEX, "=", Words("male")))),
        compare(Done("V", "Visit"), "=", Truth(False)),
        compare(Judged("Is it so?"), "=", Truth()),
        compare(Elapsed("$consent", "consent", "wk"), "<=", q(4, "wk")),
    ):
        dialog.use(Rule(condition))
        assert dialog.rules()[WAY] == Rule(condition)


def test_a_unit_that_needs_more_than_units_is_refused_beside_the_row(opened: Open) -> None:
    dialog = opened()
    glucose = Observed("BC", "Glucose", unit="mg/dL")
    dialog.use(Rule(compare(glucose, ">", q(7, "mmol/L"))))
    assert "molar mass" in first(dialog).error.text()
    assert not dialog.save.isEnabled()
    dialog.use(Rule(compare(glucose, ">", q(7, "quux"))))
    assert "“quux” is no unit" in first(dialog).error.text()
    dialog.use(Rule(compare(glucose, ">", q(126, "mg/dL"))))
    assert "mg/dL" not in first(dialog).error.text()


def test_dividing_by_zero_and_texts_among_numbers_are_told(opened: Open) -> None:
    from study.rules.model import Calculation

    dialog = opened()
    by_zero = Combined(Calculation.DIVIDED, DAY, q(0))
    dialog.use(Rule(compare(by_zero, ">", q(1))))
    assert first(dialog).error.text() == "This divides by zero."
    dialog.use(Rule(compare(DAY, "=", SEX)))
    assert "text with a number" in first(dialog).error.text()
    dialog.use(Rule(compare(Combined(Calculation.DIVIDED, q(1), DAY), ">", q(1))))
    set_values(dialog, {DAY: Decimal(0)})
    assert "divides by zero" in dialog.trying.result.text()


def test_words_where_a_number_goes_are_told_to_be_none(opened: Open) -> None:
    dialog = opened()
    dialog.use(Rule(compare(DAY, "=", q(3))))
    first(dialog).asked.first.number.setText("soon")
    assert dialog.command() == "Row 1: This is no number."


def test_what_is_not_in_the_study_is_told(opened: Open, alexion: Document) -> None:
    gone = SetRule(WAY, Rule(compare(Done("nowhere", "Weighing"), "=", Truth())))
    annexe = kept(alexion, SetRule(WAY, Rule(ADULT)))
    from study.rules.writing import rule_to_json

    annexe.root["rules"][0]["rule"] = rule_to_json(gone.rule)
    dialog = opened(None, WAY, annexe=annexe)
    assert "“Weighing” is not in this study any more." in dialog.subject.look
    assert "“Weighing” is not in this study any more." in first(dialog).error.text()
    assert not dialog.save.isEnabled()


def test_a_rule_that_cannot_be_read_can_be_cleared(opened: Open, alexion: Document) -> None:
    annexe = kept(alexion, SetRule(WAY, Rule(ADULT)))
    annexe.root["rules"][0]["rule"] = {"format": 99}
    dialog = opened(None, WAY, annexe=annexe)
    assert "format 99" in dialog.subject.look
    assert dialog.clear.isVisible()
    dialog.clear.click()
    assert dialog.chosen == ClearRule(WAY)


def set_values(dialog: RuleDialog, values: dict[Term, Decimal | str | bool | None]) -> None:
    dialog.trying.data.set_values(values)


def test_sample_data_light_what_decided_and_say_what_is_missing(opened: Open) -> None:
    dialog = opened()
    dialog.use(Rule(AllOf((ADULT, compare(DAY, ">", q(1))))))
    assert "Asks" in dialog.trying.result.text()
    assert "Not known: Age, The study day." in dialog.trying.result.text()
    set_values(dialog, {AGE: Decimal(20), DAY: Decimal(1)})
    marks = [line.mark.answer for line in dialog.conditions.root.lines()]
    assert marks == [Answer.HOLDS, Answer.DOES_NOT_HOLD]
    assert dialog.trying.result.text().startswith("To “-4”.")
    dialog.trying.keep.click()
    command = rule_of(dialog)
    assert [(each.expected, len(each.given)) for each in command.examples] == [(Answer.DOES_NOT_HOLD, 2)]


def test_a_table_with_an_outcome_for_each_of_three_ways(opened: Open) -> None:
    document = three_ways()
    dialog = opened(document, "D_middle")
    dialog.as_table.click()
    dialog.table.add_operand(AGE)
    for row, (typed, outcome) in enumerate(
        (("< 18", "D_low"), ("18 to 64", "D_middle"), (">= 65", "D_high"))
    ):
        if row:
            dialog.table.insert_row(row)
        item = dialog.table.grid.item(row, 0)
        assert item is not None
        item.setText(typed)
        dialog.table.set_outcome(row, outcome)
    command = dialog.command()
    assert isinstance(command, SetRules)
    table = WayTable(
        (AGE,),
        (
            WayRow((cell(("<", q(18, "a"))),), "D_low"),
            WayRow((cell((">=", q(18, "a")), ("<=", q(64, "a"))),), "D_middle"),
            WayRow((cell((">=", q(65, "a"))),), "D_high"),
        ),
    )
    expected = rules_of(table, ("D_low", "D_middle", "D_high"))
    assert {each.address: each.rule for each in command.commands if isinstance(each, SetRule)} == expected
    set_values(dialog, {AGE: Decimal(70)})
    assert dialog.trying.result.text().startswith("To “V4”")
    assert "Row 3 decided." in dialog.trying.result.text()
    annexe = kept(document, command)
    again = opened(document, "D_low", annexe=annexe)
    assert again.as_table.isChecked()
    assert again.table.rows == list(table.rows)
    assert again.command() == "Nothing is changed."
    again.clear.click()
    assert isinstance(again.chosen, SetRules)
    assert [type(each) for each in again.chosen.commands] == [ClearRule] * 3


def test_a_cell_that_cannot_be_read_names_row_and_column(opened: Open) -> None:
    dialog = opened(three_ways(), "D_low")
    dialog.as_table.click()
    dialog.table.add_operand(AGE)
    item = dialog.table.grid.item(0, 0)
    assert item is not None
    item.setText("old enough")
    assert dialog.table.error.text().startswith("Row 1, column 1: “old enough” was not kept.")
    assert dialog.table.rows[0].cells == (cell(),)


def test_the_impact_is_told_before_saving(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(
        three_ways(),
        "D_middle",
        SetRule("D_low", Rule(compare(AGE, "<", q(18, "a")))),
        SetRule("D_high", Rule(compare(AGE, ">", q(64, "a")))),
    )
    dialog.use(Rule(compare(AGE, "<", q(18, "a"))))
    qtbot.waitUntil(lambda: "never taken" in dialog.impact.text())
    assert "Two ways at once" in dialog.impact.text()
    assert dialog.impact.warns()
    dialog.use(Rule(AllOf((compare(AGE, ">=", q(18, "a")), compare(AGE, "<=", q(64, "a"))))))
    qtbot.waitUntil(lambda: "Every way can be taken, and never two at once." in dialog.impact.text())


def test_waiting_needs_its_time_and_then_stops(opened: Open) -> None:
    dialog = opened()
    dialog.use(Rule(ADULT))
    dialog.settings.otherwise.choose(WAITS)
    dialog.settings.otherwise.picked.emit()
    dialog.settings.pause.amount.setText("")
    assert "after how long" in str(dialog.command())
    dialog.settings.pause.amount.setText("14")
    dialog.settings.tries.setText("2")
    made = rule_of(dialog)
    assert made.otherwise is Answer.WAIT
    assert made.wait is not None
    assert (made.wait.pause, made.wait.at_most, made.wait.then) == (q(14, "d"), 2, Answer.DOES_NOT_HOLD)
    assert "at most 2 times" in dialog.sentence.text()


def test_the_passes_of_a_loop_are_limited(opened: Open) -> None:
    dialog = opened()
    assert dialog.settings.limit.isVisible(), "the way leads back"
    dialog.settings.has_limit.setChecked(True)
    dialog.settings.limit.setText("4")
    assert rule_of(dialog).at_most == 4


def test_a_huge_table_opens_and_does_not_grow_beyond_its_limit(opened: Open) -> None:
    from study.rules.model import MOST_ROWS

    document = three_ways()
    rows = tuple(
        WayRow(tuple(cell(("=", q(row))) if n == 0 else cell() for n in range(10)), ELSE)
        for row in range(MOST_ROWS)
    )
    columns: tuple[Operand, ...] = (DAY, *(Observed("", f"Value {n}") for n in range(9)))
    rules = rules_of(WayTable(columns, rows), ("D_low", "D_middle", "D_high"))
    annexe = Annexe.empty()
    from study.rules.place import WHOSE, rule_address
    from study.rules.writing import rule_to_json

    annexe.root["rules"] = [
        {"id": rule_address(way), WHOSE["ConditionAssignment"]: way, "rule": rule_to_json(rule)}
        for way, rule in rules.items()
    ]
    dialog = opened(document, "D_low", annexe=annexe)
    assert dialog.table.grid.rowCount() == MOST_ROWS
    dialog.table.insert_row(3)
    assert dialog.table.grid.rowCount() == MOST_ROWS
    assert "at most 100 rows" in dialog.table.error.text()


def test_a_table_becomes_conditions_of_each_way(opened: Open) -> None:
    dialog = opened(three_ways(), "D_low")
    dialog.as_table.click()
    dialog.table.add_operand(AGE)
    dialog.table.set_cell(0, 0, cell(("<", q(18, "a"))))
    dialog.table.set_outcome(0, "D_low")
    dialog.table.set_outcome(0, ASKS)
    assert not dialog.as_conditions.isEnabled()
    assert "somebody decides" in dialog.as_conditions.toolTip()
    dialog.table.set_outcome(0, "D_low")
    dialog.as_conditions.click()
    assert dialog.rules() == {"D_low": Rule(compare(AGE, "<", q(18, "a"))), "D_middle": None, "D_high": None}
    assert isinstance(dialog.rules()["D_low"], Rule)
    assert not isinstance(dialog.rules()["D_low"].when, Table)  # type: ignore[union-attr]


def test_every_field_has_a_name_for_those_who_listen(opened: Open) -> None:
    from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton

    dialog = opened()
    dialog.use(Rule(AllOf((ADULT, compare(DAY, ">", q(1))))))
    for kind in (QComboBox, QLineEdit, QPushButton, QToolButton):
        for field in dialog.findChildren(kind):
            if field.isVisible() and not isinstance(field.parent(), QComboBox):
                text = getattr(field, "text", lambda: "")()
                assert field.accessibleName() or (kind in (QPushButton, QToolButton) and text), field


def test_a_text_that_was_changed_shows_both_and_the_rule_can_be_kept_as_it_is(opened: Open) -> None:
    document = three_ways()
    annexe = kept(document, SetRule("D_low", Rule(ADULT)))
    item = document.index.object_at("D_low")
    assert item is not None
    item["condition"] = "Day = 3"
    dialog = opened(document, "D_low", annexe=annexe)
    assert "Before: “low”" in dialog.subject.look
    assert "Day 3" in dialog.offer_text.text()
    assert rule_of(dialog).when == ADULT
    assert dialog.save.text() == "Keep the rule as it is"
    dialog.offer_take.click()
    assert rule_of(dialog).when == compare(DAY, "=", q(3))
    assert dialog.save.text() == "Save the rule"
