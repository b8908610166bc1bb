"""A participant simulated in the real window: to the end, back, what if, rules, edits, and nothing left behind."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from study.commands.rules_set import SetRule
from study.commands.timing import MoveVisit
from study.dating import Moment
from study.durations import Offset
from study.interpreter.state import state_text
from study.rules.model import Rule
from study.simulation.session import NextKind, Session
from study.simulation.standing import Standing
from tests.study.rules.drawing import AGE, DAY, compare, q
from tests.ui.conftest import ShowStudy
from ui.canvas.lighting import NO_LIGHTING
from ui.main_window import MainWindow
from ui.matrix.words import describe
from ui.parts.simulator import SimulatorPart
from ui.simulator import player as player_module
from ui.simulator.what_if import WhatIf

SAMPLE, ALEXION, LZZT = "", "alexion-nct04573309-v4", "cdisc-pilot-lzzt-v4"
DAY_6 = "ConditionAssignment_1"
START = dt.date(2025, 3, 3)


def part_of(window: MainWindow) -> SimulatorPart:
    part = window.parts["SimulatorPart"]
    assert isinstance(part, SimulatorPart)
    return part


def begun(qtbot: QtBot, window: MainWindow, interval: int = 0) -> SimulatorPart:
    """A simulation that began on a day, through the page where it begins."""
    part = part_of(window)
    window.show_pane("simulator")
    page = part.panel.start_page
    page.country.set_code("")
    page.day.set_moment(Moment(START))
    part.player.interval = interval
    page.button.click()
    qtbot.waitUntil(lambda: part.player.session is not None)
    return part


def session_of(part: SimulatorPart) -> Session:
    assert part.player.session is not None
    return part.player.session


def run(qtbot: QtBot, window: MainWindow, part: SimulatorPart) -> None:
    window.actions_by_id["simulate_run"].trigger()
    qtbot.waitUntil(lambda: not part.player.is_running)


def to_the_end(qtbot: QtBot, window: MainWindow, part: SimulatorPart, answers: list[int]) -> list[str]:
    """Runs to the end and answers on the card; the decisions that asked."""
    asked: list[str] = []
    for _ in range(60):
        coming = session_of(part).next()
        if coming.kind is NextKind.END:
            return asked
        if coming.question is None:
            run(qtbot, window, part)
            continue
        asked.append(coming.question.instance.title)
        card = part.side.coming
        assert len([b for b in card.buttons if hasattr(b, "way")]) == len(coming.question.ways)
        ways = coming.question.ways
        place = answers.pop(0) if answers else len(ways) - 1
        card.buttons[place % len(ways)].click()
    raise AssertionError("it does not come to an end")


def seen(window: MainWindow, study: OpenStudy) -> dict[str, Any]:
    """What the views show, and what is kept of the study."""
    scene = window.canvas.scene
    assert scene is not None
    axis = window.axis.view.axis()
    return {
        "overlays": window.matrix.view.overlays,
        "legend": window.matrix.legend.isHidden(),
        "lighting": scene.lighting is NO_LIGHTING,
        "layers": len(window.canvas.layers),
        "remarks": len(window.canvas.remarks),
        "faces": [scene.face(node) for node in range(scene.count)],
        "axis": [section.visits for section in axis.sections] if axis is not None else None,
        "dates": study.shown_dated(),
        "status": window.status.simulation_words,
        "camera": window.canvas.flight.target,
        "scroll": window.matrix.view.horizontalScrollBar().value(),
        "dating": study.dating,
        "bytes": study.document.to_bytes(),
        "annexe": study.annexe.to_bytes(),
        "history": len(study.editor.history.log),
        "inspector": window.panes["inspector"].dock.isHidden(),
        "side": window.panes["simulated_participant"].dock.isHidden(),
        "arrangement": window.views.arrangement,
    }


@pytest.mark.parametrize(("study", "answers"), [(SAMPLE, [1, 0]), (ALEXION, [0, 1])])
def test_it_runs_to_the_end_and_leaves_the_window_as_it_was(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy, study: str, answers: list[int]
) -> None:
    opened = show_study(study)
    window.show_views("view_split_axis")
    window.show_pane("simulator")
    QApplication.processEvents()  # the views get the room that is left
    before = seen(window, opened)
    part = begun(qtbot, window)
    assert "nothing is recorded" in window.status.simulation_words
    assert not window.matrix.legend.isHidden()
    asked = to_the_end(qtbot, window, part, answers)
    session = session_of(part)
    assert session.is_complete
    assert len(asked) >= 2
    # the token stands at the last visit, the table and the calendar say what was done
    last = [s.event.instance for s in session.happened if s.event.type.value == "visit done"][-1]
    assert part.views.layers[0].at == last
    stands = window.matrix.view.overlays.standings
    assert stands is not None
    assert stands.instances[last] is Standing.DONE
    rows = part.panel.calendar.rows.rows
    assert {row.address for row in rows if row.done is not None} == {
        each.instance.key for each in session.visits() if each.actual is not None
    }
    assert part.panel.calendar.today == session.today
    dated = opened.shown_dated()
    assert dated is not None
    assert dated.times[last].actual is not None
    assert opened.dated() is None  # what is exported and kept: nobody typed a date
    assert part.side.coming.shown is not None
    assert str(session.today.year) in part.side.coming.shown.title
    window.actions_by_id["simulate_leave"].trigger()
    QApplication.processEvents()
    after = seen(window, opened)
    assert {key: after[key] == value for key, value in before.items()} == dict.fromkeys(before, True)
    assert part.player.session is None


def test_going_back_gives_exactly_the_same_again(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study()
    part = begun(qtbot, window)
    to_the_end(qtbot, window, part, [1, 0])
    whole = session_of(part)
    events = part.side.events
    events.chosen.emit(events.items()[6])
    back = session_of(part)
    assert back.at == 7
    assert [row.faint for row in events.items()] == [number >= 7 for number in range(len(whole.steps))]
    while session_of(part).ahead:
        part.player.step()
    assert state_text(session_of(part).state) == state_text(whole.state)
    # once more, answered anew instead of taken from what was kept
    part.player.jump(3)
    question = session_of(part).now().decisions[0]
    assert question.asked
    part.player.answer(question, question.ways[1].id)
    assert not session_of(part).ahead
    to_the_end(qtbot, window, part, [0])
    assert state_text(session_of(part).state) == state_text(whole.state)


def test_a_rule_answers_by_itself_and_its_sentence_is_shown(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study(ALEXION)
    study.editor.do(SetRule(DAY_6, Rule(compare(DAY, "=", q(-6)))))
    part = begun(qtbot, window)
    assert to_the_end(qtbot, window, part, []) == []
    session = session_of(part)
    assert session.is_complete
    looped = [each for each in session.visits() if each.instance.title.startswith("-6")]
    assert [each.pass_ for each in looped if each.actual is not None] == [1, 2]
    told = [row.more for row in part.side.events.items() if row.more]
    assert len(told) == 2
    assert all("by rule" in each and "Day −6" in each for each in told), told


def test_a_rule_that_lacks_a_value_asks_for_it_and_then_answers(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study()
    study.editor.do(SetRule("Assignment_ELIGIBLE_FAIL", Rule(compare(AGE, "<", q(18, "a")))))
    part = begun(qtbot, window)
    run(qtbot, window, part)
    question = session_of(part).next().question
    assert question is not None
    card = part.side.coming
    assert card.shown is not None
    assert "18" in " ".join(way.rule for way in card.shown.ways)
    assert list(card.fields) == ["age"]
    QTest.keyClicks(card.fields["age"], "17")
    QTest.keyClick(card.fields["age"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session_of(part).next().question is None)
    decided = next(each for each in session_of(part).now().decisions if each.place == question.place)
    assert decided.by_rule
    assert decided.taken == "Assignment_ELIGIBLE_FAIL"
    told = [row.more for row in part.side.events.items() if row.more]
    assert len(told) == 1
    assert "by rule" in told[0]


def test_the_window_gets_its_turn_while_all_is_run_at_once(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_study(LZZT)
    part = begun(qtbot, window)
    monkeypatch.setattr(player_module, "SLICE_MS", 0)
    turns: list[int] = []
    beat = QTimer(window)
    beat.timeout.connect(lambda: turns.append(session_of(part).at))
    beat.start(0)
    run(qtbot, window, part)
    beat.stop()
    assert session_of(part).is_complete
    assert len(set(turns)) > 5  # it stood at many steps in between, each time with the window's turn


def test_step_by_step_the_token_moves_smoothly_unless_no_motion_is_asked_for(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study(LZZT)
    part = begun(qtbot, window, interval=250)
    window.actions_by_id["simulate_step"].trigger()
    window.actions_by_id["simulate_step"].trigger()
    layer = part.views.layers[0]
    assert layer.at == session_of(part).happened[-1].event.instance
    assert layer.is_moving
    qtbot.waitUntil(lambda: not layer.is_moving)
    part.player.interval = 0
    part.player.jump(2)
    assert not layer.is_moving


def test_run_to_a_date_stops_on_that_day(qtbot: QtBot, window: MainWindow, show_study: ShowStudy) -> None:
    show_study(LZZT)
    part = begun(qtbot, window)
    until = dt.date(2025, 5, 1)
    part.panel.until.set_moment(None)
    part.panel.until.setText(until.isoformat())
    part.panel.until.take()
    qtbot.waitUntil(lambda: not part.player.is_running and session_of(part).today == until)
    done = [each.actual.date for each in session_of(part).visits() if each.actual is not None]
    assert max(done) <= until
    coming = session_of(part).next()
    assert coming.day is not None
    assert coming.day > until


def at_week_8(qtbot: QtBot, window: MainWindow) -> tuple[SimulatorPart, Any]:
    part = begun(qtbot, window)
    while True:
        coming = session_of(part).next().occurrence
        if coming is not None and coming.instance.title == "Week 8":
            return part, coming
        part.player.step()


def test_another_day_says_first_what_moves_and_marks_it_after(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study(LZZT)
    part, week_8 = at_week_8(qtbot, window)
    part.asking.ask(WhatIf.ANOTHER_DAY, week_8.place, days=7)
    dialog = part.asking.dialog
    assert dialog is not None
    assert "after its window" in dialog.warning.text()
    lines = dialog.preview.text().splitlines()
    assert any(line.startswith("Week 8:") and "→" in line for line in lines)
    before = session_of(part)
    assert before.at == session_of(part).at  # nothing has happened yet
    dialog.accept()
    qtbot.waitUntil(lambda: session_of(part) is not before)
    row = next(row for row in part.panel.calendar.rows.rows if row.place == week_8.place)
    assert row.was == week_8.dated.date
    assert row.planned == week_8.dated.date + dt.timedelta(days=7)
    assert row.conflicts
    assert part.side.lists[2].items()
    part.player.step()
    told = [item.text for item in part.side.lists[0].items()]
    assert len(told) == 1
    assert told[0].startswith("Week 8 done")
    assert "after its window" in told[0]
    assert next(r for r in part.panel.calendar.rows.rows if r.place == week_8.place).deviation
    part.side.lists[0].chosen.emit(part.side.lists[0].items()[0])
    assert window.study is not None
    assert window.study.selection == week_8.instance.key


@pytest.mark.parametrize(
    ("what", "stands"), [(WhatIf.SKIP, Standing.MISSED), (WhatIf.LATE, Standing.DONE)], ids=["skip", "late"]
)
def test_a_visit_is_skipped_or_recorded_late(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy, what: WhatIf, stands: Standing
) -> None:
    show_study(LZZT)
    part, week_8 = at_week_8(qtbot, window)
    part.asking.ask(what, week_8.place)
    dialog = part.asking.dialog
    assert dialog is not None
    at = session_of(part).at
    dialog.accept()
    qtbot.waitUntil(lambda: session_of(part).at == at + 1)
    overlay = window.matrix.view.overlays.standings
    assert overlay is not None
    assert overlay.instances[week_8.instance.key] is stands


def test_a_skipped_activity_is_missed_in_its_cell_and_told(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study(LZZT)
    part, week_8 = at_week_8(qtbot, window)
    part.player.step()
    activity = week_8.instance.activities[0]
    part.asking.ask(WhatIf.SKIP_ACTIVITY, week_8.place, activity=activity)
    dialog = part.asking.dialog
    assert dialog is not None
    dialog.accept()
    overlay = window.matrix.view.overlays.standings
    qtbot.waitUntil(lambda: bool(part.side.lists[0].items()))
    overlay = window.matrix.view.overlays.standings
    assert overlay is not None
    assert overlay.of(activity, week_8.instance.key) is Standing.MISSED
    sheet = window.matrix.view.sheet
    row, column = sheet.row_of[activity], sheet.column_of[week_8.instance.key]
    assert "Missed" in describe(sheet, row, column, window.matrix.view.overlays)
    other = sheet.row_of[week_8.instance.activities[1]]
    assert "Done" in describe(sheet, other, column, window.matrix.view.overlays)


@pytest.mark.parametrize(
    "what", [WhatIf.WITHDRAW, WhatIf.STOP, WhatIf.LOST, WhatIf.DIED, WhatIf.SCREEN_FAILURE]
)
def test_the_participant_leaves_and_what_is_not_required_any_more_is_told(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy, what: WhatIf
) -> None:
    show_study(LZZT)
    part, week_8 = at_week_8(qtbot, window)
    part.asking.ask(what)
    dialog = part.asking.dialog
    assert dialog is not None
    assert "not required any more" in dialog.preview.text()
    at = session_of(part).at
    dialog.accept()
    qtbot.waitUntil(lambda: session_of(part).at > at)
    overlay = window.matrix.view.overlays.standings
    assert overlay is not None
    assert overlay.instances[week_8.instance.key] is Standing.OFF


def test_unscheduled_visits_and_side_timelines_stand_in_the_calendar(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study(ALEXION)
    part = begun(qtbot, window)
    for _ in range(3):
        part.player.step()
    part.asking.ask(WhatIf.UNSCHEDULED)
    dialog = part.asking.dialog
    assert dialog is not None
    dialog.accept()
    qtbot.waitUntil(lambda: any(row.place is None for row in part.panel.calendar.rows.rows))
    side = next(each for each in session_of(part).plan.timelines if each.is_side and not each.ends_main)
    part.asking.ask(WhatIf.SIDE, timeline=side.id)
    assert part.asking.dialog is not None
    part.asking.dialog.accept()
    qtbot.waitUntil(lambda: any(row.timeline == side.id for row in part.panel.calendar.rows.rows))
    assert any(side.title in row.title for row in part.panel.calendar.rows.rows)


def test_an_edit_is_told_with_what_it_changes_and_the_new_plan_is_gone_on_with(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study(LZZT)
    part, week_8 = at_week_8(qtbot, window)
    before = session_of(part)
    week_12 = next(each for each in before.visits() if each.instance.title == "Week 12")
    study.editor.do(MoveVisit(week_12.instance.key, Offset(days=13 * 7)))
    qtbot.waitUntil(lambda: not part.panel.banner.isHidden())
    assert session_of(part) is before  # it runs the plan from before until a person says otherwise
    assert "Week 12" in part.panel.banner_text.text()
    part.panel.go_on.click()
    after = session_of(part)
    assert after.plan.hash != before.plan.hash
    assert after.happened[:-1] == before.happened
    moved = next(each for each in after.visits() if each.place == week_12.place)
    assert moved.dated is not None
    assert week_12.dated is not None
    assert moved.dated.date == week_12.dated.date + dt.timedelta(days=7)
    assert part.panel.banner.isHidden()
    assert week_8.place in {each.place for each in after.visits()}


def test_a_study_that_cannot_run_says_why(qtbot: QtBot, window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study()
    assert study.projection is not None
    main = study.projection.timeline
    for each in list(main.raw["instances"]):
        main.raw["instances"].remove(each)
    part = part_of(window)
    part._compiled = None
    window.show_pane("simulator")
    page = part.panel.start_page
    qtbot.waitUntil(page.isVisible)
    compiled = part.compiled()
    assert compiled is not None
    assert compiled.plan is None
    assert page.button.isHidden() or not page.button.isVisible()
    assert not page._obstacles.isHidden()
    window.actions_by_id["simulate_step"].trigger()
    assert part.player.session is None


def test_another_study_ends_the_simulation(qtbot: QtBot, window: MainWindow, show_study: ShowStudy) -> None:
    show_study()
    part = begun(qtbot, window)
    show_study(LZZT)
    assert part.player.session is None
    assert window.status.simulation_words == ""
    assert window.matrix.view.overlays.standings is None
    assert not part.panel.is_simulating
