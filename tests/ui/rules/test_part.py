"""Rules in the real window: from inspector, menu, Problems and the list into the builder, saved as one step, undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from study.language import translate
from study.plan.compile import compile_plan
from study.rules.model import Rule
from study.rules.place import places, rule_at, rules_in
from study.rules.standing import State
from study.rules.writing import read_rule
from tests.study.rules.drawing import DAY, compare, q
from tests.study.studies import study_bytes
from tests.ui.real_window import opened, real_window
from ui.inspector.about_rule import RULE
from ui.main_window import MainWindow
from ui.parts.rules import RulesPart
from ui.rules.dialog import RuleDialog

WAY = "ConditionAssignment_1"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with real_window(qtbot, tmp_path) as made:
        opened(made, study_bytes("alexion-nct04573309-v4"))
        yield made


@pytest.fixture
def study(window: MainWindow) -> OpenStudy:
    assert window.study is not None
    return window.study


def part(window: MainWindow) -> RulesPart:
    found = window.parts["RulesPart"]
    assert isinstance(found, RulesPart)
    return found


def meanwhile(act: Callable[[RuleDialog], object]) -> list[str]:
    """What is done in the builder once it is shown; what went wrong there."""
    wrong: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, RuleDialog):
            QTimer.singleShot(5, look)
            return
        try:
            act(dialog)
        except Exception as error:  # noqa: BLE001 - told by the test, outside of Qt's event
            wrong.append(repr(error))
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, look)
    return wrong


def test_an_offered_rule_is_saved_as_one_step_and_undone(window: MainWindow, study: OpenStudy) -> None:
    seen: list[str] = []

    def save(dialog: RuleDialog) -> None:
        seen.append(dialog.sentence.text())
        assert rule_at(study.annexe, WAY) is None, "nothing is taken before it is saved"
        assert dialog.save.isEnabled()
        dialog.save.click()

    window.select(WAY)
    wrong = meanwhile(save)
    window.actions_by_id["edit_rule"].trigger()
    assert wrong == []
    assert seen == ["If it is Day −6: to “D-6-5_START”.\nOtherwise: to “-4”."]
    kept = rule_at(study.annexe, WAY)
    assert kept is not None
    assert kept.when == compare(DAY, "=", q(-6))
    assert not study.document.is_changed
    plan = compile_plan(study.document, annexe=study.annexe).plan
    assert plan is not None
    ways = [way for each in plan.main.instances for way in each.ways if way.id == WAY]
    assert [read_rule(way.rule) for way in ways] == [kept], "what was saved is what runs"
    assert study.editor.undo()
    assert rules_in(study.annexe) == {}
    assert study.editor.redo()
    assert rules_in(study.annexe) == {WAY: kept}


def test_cancelling_keeps_nothing(window: MainWindow, study: OpenStudy) -> None:
    wrong = meanwhile(lambda dialog: dialog.reject())
    assert part(window).open(WAY)
    assert wrong == []
    assert rules_in(study.annexe) == {}
    assert not part(window).open("Activity_1"), "no rule stands beside an activity"
    rule = next(each for each in places(study.document) if each.kind == "TransitionRule")
    item = study.document.index.object_at(rule.address)
    assert item is not None
    owner = study.document.index.owner_of(item)
    assert owner is not None
    told: list[str] = []
    wrong = meanwhile(lambda dialog: told.append(dialog.subject.whose))
    assert part(window).open(study.document.index.address_of(owner[0]) or ""), "of what has a transition rule"
    assert (wrong, len(told)) == ([], 1)
    assert told[0].endswith(("starts", "ends"))


def test_problems_says_that_a_decision_has_no_rule_and_leads_to_it(
    qtbot: QtBot, window: MainWindow, study: OpenStudy
) -> None:
    qtbot.waitUntil(lambda: any(each.rule == "MAESTRO-DECISION-ASKS" for each in study.findings))
    finding = next(each for each in study.findings if each.rule == "MAESTRO-DECISION-ASKS")
    assert finding in window.problems.shown()
    wrong = meanwhile(lambda dialog: dialog.save.click())
    window.problems.mend_wanted.emit(finding)
    assert wrong == []
    qtbot.waitUntil(lambda: all(each.rule != "MAESTRO-DECISION-ASKS" for each in study.findings))


def test_a_rule_whose_activity_is_deleted_is_told_in_problems_and_list(
    qtbot: QtBot, window: MainWindow, study: OpenStudy
) -> None:
    from study.commands.activities import DeleteActivities
    from study.commands.rules_set import SetRule
    from study.rules.model import Done, Truth

    activity = study.document.designs()[0].activities[3]
    name = activity.title
    rule = Rule(compare(Done(activity.id or "", name), "=", Truth()))
    study.editor.do(SetRule(WAY, rule))
    assert study.editor.do(DeleteActivities((activity.id or "",))) is not None
    qtbot.waitUntil(lambda: any(each.rule == "MAESTRO-RULE" for each in study.findings))
    assert any(name in each.message for each in study.findings if each.rule == "MAESTRO-RULE")
    window.actions_by_id["show_rules"].trigger()
    qtbot.waitUntil(lambda: bool(part(window).pane.standings()))
    found = next(each for each in part(window).pane.standings() if each.place.address == WAY)
    assert found.state is State.LOOK
    told: list[str] = []
    wrong = meanwhile(lambda dialog: told.append(dialog.trouble.text() + dialog.subject.look))
    part(window).open(WAY)
    assert wrong == []
    assert name in told[0]


def test_the_list_goes_through_what_waits(qtbot: QtBot, window: MainWindow, study: OpenStudy) -> None:
    window.actions_by_id["show_rules"].trigger()
    pane = part(window).pane
    qtbot.waitUntil(lambda: bool(pane.standings()))
    before = sum(each.state is State.OFFERED for each in pane.standings())
    assert before > 1
    for state, button in pane.filters.items():
        button.setChecked(state is State.OFFERED)
    assert {each.state for each in pane.shown()} == {State.OFFERED}
    opened_for: list[str] = []

    def twice(dialog: RuleDialog) -> None:
        opened_for.append(dialog.subject.place.address)
        if len(opened_for) < 3 and dialog.next.isEnabled():
            meanwhile(twice)
            dialog.next.click()

    wrong = meanwhile(twice)
    pane.light(WAY)
    pane.open.click()
    assert wrong == []
    assert len(set(opened_for)) == len(opened_for) >= 2
    assert len(rules_in(study.annexe)) == len(opened_for) - 1


def test_the_inspector_tells_the_rule_and_leads_to_it(
    qtbot: QtBot, window: MainWindow, study: OpenStudy
) -> None:
    from study.commands.rules_set import SetRule

    window.select(WAY)
    asked: list[str] = []
    window.inspector.rule_wanted.connect(asked.append)
    window.inspector.rule_wanted.disconnect(part(window).open)
    page = window.inspector.page()
    assert page is not None
    page.link_chosen.emit(f"{RULE}{WAY}")
    assert asked == [WAY]
    study.editor.do(SetRule(WAY, Rule(compare(DAY, "=", q(-6)))))
    page = window.inspector.page()
    assert page is not None
    assert any("Day −6" in text for text in _texts(page))


def test_the_graphs_menu_offers_the_rule_of_a_decision(window: MainWindow, study: OpenStudy) -> None:
    from ui.canvas.wishes import Spot

    main = study.document.designs()[0].main_timeline
    assert main is not None
    decision = next(each.id or "" for each in main.instances if each.is_decision)
    entries = part(window)._entries(window.canvas, Spot(decision))
    assert [each.text for each in entries] == [translate("rules", "Say a rule…")]
    assert part(window)._entries(window.canvas, Spot()) == []


def _texts(widget: object) -> list[str]:
    from PySide6.QtWidgets import QLabel, QWidget

    assert isinstance(widget, QWidget)
    labels = [each.text() for each in widget.findChildren(QLabel)]
    return labels + [each.accessibleName() for each in widget.findChildren(QWidget)]
