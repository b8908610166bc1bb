"""Jobs of those who edit protocols, each done in the real window with as few clicks and keys as docs/editing.md says.

A click is a press of the mouse, wherever; a drag is one; a double click is two. Each key, chord or typed character is
a keystroke. Counted from an open study in the layout that the window comes up with, with what is clicked in sight.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from resources.sample import sample_study_bytes
from study.commands.attributes import SetAttribute
from tests.e2e.by_hand import LEFT, SHIFT, Hand
from tests.shared import ROOT, shared_study
from tests.ui.home.test_new_study import NewLibrary
from tests.ui.real_window import opened, real_window
from ui.edit_dialogs.new_study import NewStudyDialog
from ui.history.pane import HistoryPane
from ui.matrix.gestures import Part

LZZT, SAMPLE = "cdisc-pilot-lzzt-v4", ""
Desk = tuple[Hand, OpenStudy]
Sit = Callable[[str], Desk]
_ROW = re.compile(r"^\| (\d+) \| .* \| (\d+) \| (\d+) \|$", re.MULTILINE)


@pytest.fixture
def sit(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sit]:
    """Sits a person down before a study in the window as it comes up."""
    with real_window(qtbot, tmp_path_factory.mktemp("desk"), size=(1440, 900)) as window:

        def before(name: str) -> Desk:
            study = opened(window, shared_study(name) if name else sample_study_bytes())
            qtbot.waitUntil(window.canvas.isVisible)
            return Hand(window), study

        yield before


def counted(hand: Hand, job: int) -> None:
    """The job took what the documentation says."""
    text = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
    told = {int(number): (int(clicks), int(keys)) for number, clicks, keys in _ROW.findall(text)}
    assert (hand.clicks, hand.keys) == told[job]


def key(study: OpenStudy, title: str) -> str:
    assert study.projection is not None
    graph = study.projection.graph
    return next(each for each in graph.order if graph.instances[each].title == title)


def activity(study: OpenStudy, title: str) -> str:
    assert study.projection is not None
    return next(each.id or "" for each in study.projection.design.activities if each.title == title)


def activities(study: OpenStudy, title: str) -> tuple[str, ...]:
    assert study.projection is not None
    return tuple(study.projection.graph.instances[key(study, title)].activities)


def days(study: OpenStudy) -> dict[str, int | None]:
    """The study day of each visit and decision by its name."""
    assert study.projection is not None
    return {each.instance.title: each.study_day for each in study.projection.planned.times.values()}


def window_days(study: OpenStudy, title: str) -> tuple[int | None, int | None]:
    assert study.projection is not None
    planned = study.projection.planned.times[key(study, title)]
    return planned.window_open_day, planned.window_close_day


def moved(before: dict[str, int | None], after: dict[str, int | None]) -> dict[str, int]:
    """By how many days visits moved."""
    return {
        title: (after[title] or 0) - (day or 0) for title, day in before.items() if after.get(title) != day
    }


def test_1_add_a_visit_like_another_at_4_weeks_3_days_either_way(sit: Sit) -> None:
    hand, study = sit(LZZT)
    hand.click(hand.window.canvas, "Week 2")
    hand.press("A")
    hand.palette()
    hand.type("Call like +4w ±3d")
    hand.press("Return")
    assert activities(study, "Call") == activities(study, "Week 2") != ()
    assert days(study)["Call"] == 15 + 28
    assert window_days(study, "Call") == (40, 46)
    counted(hand, 1)


def test_2_shift_all_later_visits_by_a_week(sit: Sit) -> None:
    hand, study = sit(LZZT)
    before = days(study)
    hand.choose(hand.window.canvas, "Week 2", "Shift what comes after…", then=hand.filled_in("1w"))
    later = {title for title, day in before.items() if (day or 0) > 15}
    assert moved(before, days(study)) == dict.fromkeys(later, 7)
    assert len(study.editor.history.steps) == 1
    counted(hand, 2)


def test_3_add_an_activity_to_every_visit_of_an_epoch(sit: Sit) -> None:
    hand, study = sit(LZZT)
    hand.choose(
        hand.window.matrix,
        "Physical examination at Week 4: not planned",
        "Plan at every visit of Treatment Two",
    )
    assert study.projection is not None
    epoch = next(each.id for each in study.projection.design.epochs if each.title == "Treatment Two")
    visits = [each for each in study.projection.graph.instances.values() if each.epoch == epoch]
    assert len(visits) == 10
    assert all(activity(study, "Physical examination") in each.activities for each in visits)
    counted(hand, 3)


def test_4_add_a_branch_to_a_decision(sit: Sit) -> None:
    hand, study = sit(SAMPLE)
    canvas = hand.window.canvas
    hand.card("Eligible?")
    hand.drag(canvas, QPointF(hand.port("Eligible?")), QPointF(hand.card("Baseline")))
    hand.until(lambda: canvas.editing.renaming.is_open, "the field for the condition")
    hand.type("test again")
    hand.press("Return")
    assert study.projection is not None
    branches = study.projection.graph.instances[key(study, "Eligible?")].condition_assignments
    assert [(each.condition, each.target) for each in branches][-1] == ("test again", key(study, "Baseline"))
    assert study.editor.undo()
    counted(hand, 4)


def test_5_undo_a_mistake_made_ten_steps_ago(sit: Sit) -> None:
    hand, study = sit(LZZT)
    before = study.document.to_bytes()
    for number in range(10):
        study.editor.do(SetAttribute(key(study, "Week 2"), "description", f"Note {number}"))
    hand.press("Ctrl+Shift+H")
    pane = hand.window.panes["history"].dock.widget()
    assert isinstance(pane, HistoryPane)
    hand.until(lambda: pane.isVisible() and pane.rows(), "the history")
    steps = pane.steps
    steps.scrollToTop()
    area = steps.visualRect(steps.model().index(0, 0))
    hand.clicks += 1
    QTest.mouseClick(steps.viewport(), LEFT, pos=area.center())
    assert study.document.to_bytes() == before
    assert len(study.editor.history.steps) == 10  # each can be done again
    counted(hand, 5)


def test_6_widen_the_windows_of_all_visits_of_an_epoch(sit: Sit) -> None:
    hand, study = sit(LZZT)
    canvas = hand.window.canvas
    hand.card("Screen Two")
    scene = canvas.scene
    assert scene is not None
    assert study.projection is not None
    epoch = next(each.id for each in study.projection.design.epochs if each.title == "Screening")
    band = next(each for each in scene.layout.bands if each.epoch == epoch)
    x, y = canvas.camera.to_view((band.x + 30, band.y + 6))
    hand.choose_at(canvas, QPoint(round(x), round(y)), "Windows of its visits…", then=hand.filled_in("±3d"))
    assert window_days(study, "Screen One") == (-17, -11)
    assert window_days(study, "Screen Two") == (-5, 2)
    counted(hand, 6)


def test_7_swap_one_activity_for_another_everywhere(sit: Sit) -> None:
    hand, study = sit(LZZT)
    old, new = activity(study, "Physical examination"), activity(study, "Habits")
    assert study.projection is not None
    was = {k for k, each in study.projection.graph.instances.items() if old in each.activities}
    assert was
    hand.choose(
        hand.window.matrix,
        "Activity: Physical examination",
        "Swap for another everywhere…",
        then=hand.filled_in("hab"),
    )
    now = {k for k, each in study.projection.graph.instances.items() if new in each.activities}
    assert now >= was
    assert study.document.index.object_at(old) is None
    counted(hand, 7)


def test_8_repeat_a_block_of_visits_until_week_52(sit: Sit) -> None:
    hand, study = sit(LZZT)
    canvas = hand.window.canvas
    hand.window.select(key(study, "Week 24"))
    canvas.fit_selection()
    hand.card("Week 24")
    canvas.zoom_actual()
    points = [hand.card(title) for title in ("Week 24", "Week 26")]
    before = days(study)
    hand.clicks += 1
    QTest.mouseClick(canvas, LEFT, pos=points[0])
    hand.clicks += 1
    QTest.mouseClick(canvas, LEFT, SHIFT, points[1])
    hand.press("A")
    hand.palette()
    hand.type("rep")
    with hand.answering(hand.filled_in("4w", "52w")):
        hand.press("Return")
    new = sorted(day or 0 for title, day in days(study).items() if title not in before)
    assert new == sorted(day + 28 * n for n in range(1, 7) for day in (169, 183))
    counted(hand, 8)


def test_9_move_a_visit_to_another_study_day_with_what_hangs_on_it(sit: Sit) -> None:
    hand, study = sit(LZZT)
    before = days(study)
    hand.double_click(hand.table.viewport(), hand.header_line("Week 8", Part.DAY))
    hand.type("Day 64")
    hand.press("Return")
    assert moved(before, days(study)) == {"Week 8": 7, "Week NPI": 7}
    counted(hand, 9)


def test_10_put_a_footnote_on_a_cell(sit: Sit) -> None:
    hand, study = sit(LZZT)
    assert study.projection is not None
    before = {each.condition.id for each in study.projection.soa.footnotes}
    hand.choose(
        hand.window.matrix,
        "Physical examination at Screen One: planned",
        "Add a footnote…",
        then=hand.filled_in("Fasted.", ""),
    )
    (new,) = [each for each in study.projection.soa.footnotes if each.condition.id not in before]
    assert "Fasted." in new.condition.text
    assert new.condition.contexts == (key(study, "Screen One"),)
    assert new.condition.applies_to == (activity(study, "Physical examination"),)
    counted(hand, 10)


def test_11_a_new_study_from_a_template_to_a_first_visit_of_its_own(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("new")
    with real_window(qtbot, folder, NewLibrary, size=(1440, 900)) as window:
        hand = Hand(window)

        def answer(dialog: QWidget) -> None:
            assert isinstance(dialog, NewStudyDialog)
            hand.until(dialog.title_field.hasFocus, "the keys")
            hand.type("Sleep")
            option = dialog.option("Parallel study with two arms")
            hand.clicks += 1
            QTest.mouseClick(option, LEFT, pos=QPoint(8, option.height() // 2))
            hand.press("Return")

        with hand.answering(answer):
            hand.press("Ctrl+N")
        hand.until(lambda: window.is_study_shown and window.study is not None, "the new study")
        study = window.study
        assert study is not None
        hand.click(window.canvas, "Week 4")
        hand.press("A")
        hand.palette()
        hand.type("Week 6 +2w ±3d")
        hand.press("Return")
        assert study.document.title == "Sleep"
        assert days(study)["Week 6"] == 43
        assert window_days(study, "Week 6") == (40, 46)
        counted(hand, 11)
        hand.until(lambda: not window.program.link.unsaved_count, "the last edit in the journal")


def test_the_visits_of_an_epoch_are_repeated_from_its_name(sit: Sit) -> None:
    hand, study = sit(LZZT)
    canvas = hand.window.canvas
    hand.card("Screen Two")
    scene = canvas.scene
    assert scene is not None
    assert study.projection is not None
    epoch = next(each.id for each in study.projection.design.epochs if each.title == "Treatment Two")
    of_epoch = [
        each.title
        for each in study.projection.graph.instances.values()
        if each.epoch == epoch and not each.is_decision
    ]
    band = next(each for each in scene.layout.bands if each.epoch == epoch)
    hand.window.select(key(study, of_epoch[0]))
    canvas.fit_selection()
    hand.card(of_epoch[0])
    before = days(study)
    x, y = canvas.camera.to_view((band.x + 30, band.y + 6))
    hand.choose_at(
        canvas, QPoint(round(x), round(y)), "Repeat its visits until…", then=hand.filled_in("26w", "52w")
    )
    new = {title: day for title, day in days(study).items() if title not in before}
    again = [day for title, day in before.items() if title in of_epoch and day is not None]
    assert sorted(day or 0 for day in new.values()) == sorted(
        day + 26 * 7 for day in again if day + 26 * 7 <= 52 * 7 + 1
    )
    assert new
    assert len(study.editor.history.steps) == 1
    study.editor.undo()
    assert days(study) == before
