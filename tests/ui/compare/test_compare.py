"""Comparing in a real window: a list by area, both values, what differs lit in all views, the other table below."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from study.differences import Area, StudyDifference
from study.soa_differences import Difference
from tests.study.studies import study_bytes
from tests.ui.real_window import opened, real_window
from ui.canvas.lighting import Difference as Corner
from ui.compare.rows import AreaHead
from ui.compare.values import Values
from ui.main_window import MainWindow
from ui.parts.compare import Compare
from ui.theme import Theme

LZZT = "cdisc-pilot-lzzt-v4"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Generator[MainWindow, None, None]:
    with real_window(qtbot, tmp_path) as made:
        opened(made, study_bytes(LZZT))
        qtbot.waitUntil(made.canvas.isVisible)
        yield made


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """An earlier file of the study: another window at Week 8, a mark less, a visit that is gone now."""
    root: dict[str, Any] = json.loads(study_bytes(LZZT))
    version = root["study"]["versions"][0]
    design = version["studyDesigns"][0]
    main = next(t for t in design["scheduleTimelines"] if t["mainTimeline"])
    visits = {each["name"]: each for each in main["instances"]}
    timing = next(t for t in main["timings"] if t["relativeFromScheduledInstanceId"] == visits["WK8"]["id"])
    timing.update(windowLower="P2D", windowUpper="P2D")
    visits["WK4"]["activityIds"].pop()
    extra = {**visits["WK2"], "id": "EXTRA", "name": "WK3", "label": "Week 3"}
    extra["defaultConditionId"], visits["WK2"]["defaultConditionId"] = (
        visits["WK2"]["defaultConditionId"],
        "EXTRA",
    )
    main["instances"].append(extra)
    version["conditions"][0]["text"] = "Performed in every participant"
    path = tmp_path / "earlier.json"
    path.write_text(json.dumps(root))
    return path


@pytest.fixture
def part(qtbot: QtBot, window: MainWindow, other: Path) -> Compare:
    found = cast(Compare, window.parts["Compare"])
    assert window.study is not None
    with qtbot.waitSignal(window.study.differences_changed, timeout=20_000):
        found.with_file(other)
    return found


def _item(part: Compare, area: Area, kind: Difference) -> StudyDifference:
    return next(each for each in part.pane.shown() if each.area is area and each.kind is kind)


def test_differences_are_listed_by_area_with_counts(part: Compare) -> None:
    heads = [item for item in part.pane.list.items() if isinstance(item, AreaHead)]
    assert [head.area for head in heads][:3] == [Area.VISITS, Area.TIMES, Area.MARKS]
    assert sum(head.count for head in heads) == len(part.pane.shown())
    assert part.pane.heading.text() == f"{len(part.pane.shown())} differences from “earlier.json”"
    assert _item(part, Area.TIMES, Difference.CHANGED).sentence == "Window was 55 to 59, is 54 to 60"


def test_what_differs_is_lit_in_all_views(window: MainWindow, part: Compare) -> None:
    item = _item(part, Area.TIMES, Difference.CHANGED)
    scene = window.canvas.scene
    assert scene is not None
    node = next(n for n in range(len(scene.content.nodes)) if scene.content.address(n) == item.address)
    differs = window.canvas.lights.get("differences").differs
    assert differs is not None
    assert differs[node] == Corner.CHANGED
    table = window.matrix.view.overlays.differences
    assert table.columns[item.address] is Difference.CHANGED
    assert Difference.ADDED in table.cells.values()
    assert window.study is not None
    window.study.compare_with(None)
    assert window.canvas.lights.get("differences").differs is None
    assert not window.matrix.view.overlays.differences


def test_the_next_difference_is_selected_in_all_views(window: MainWindow, part: Compare) -> None:
    window.actions_by_id["next_difference"].trigger()
    first = part.pane.list.current_item()
    seen = {id(first)}
    for _ in range(len(part.pane.shown()) - 1):
        window.actions_by_id["next_difference"].trigger()
        current = part.pane.list.current_item()
        seen.add(id(current))
        assert window.study is not None
        if current.address:
            assert window.study.selection == current.address
    assert len(seen) == len(part.pane.shown())
    window.actions_by_id["next_difference"].trigger()
    assert part.pane.list.current_item() is first
    window.actions_by_id["previous_difference"].trigger()
    assert part.pane.list.current_item() is part.pane.shown()[-1]


def test_what_is_gone_is_seen_in_the_other_table(window: MainWindow, part: Compare) -> None:
    gone = _item(part, Area.VISITS, Difference.REMOVED)
    assert (gone.title, gone.other) == ("Week 3", "EXTRA")
    window.actions_by_id["show_other_table"].trigger()
    assert part.beside.isVisible()
    soa = part.table.view.sheet.soa
    assert soa is not None
    assert "EXTRA" in [column.key for column in soa.columns]
    assert part.table.view.overlays.differences.columns["EXTRA"] is Difference.REMOVED
    part.pane.list.set_current_row(list(part.pane.list.items()).index(gone))
    part.pane.chosen.emit(gone)
    assert part.table.view.selection() == "EXTRA"


def test_both_tables_scroll_and_select_together(window: MainWindow, part: Compare) -> None:
    window.actions_by_id["show_other_table"].trigger()
    here, there = window.matrix.view.horizontalScrollBar(), part.table.view.horizontalScrollBar()
    assert here.maximum() > 0
    here.setValue(min(30, here.maximum()))
    assert there.value() == here.value()
    assert window.study is not None
    visit = _item(part, Area.TIMES, Difference.CHANGED)
    window.select(visit.address)
    assert part.table.view.selection() == visit.other
    part.table.selected.emit("EXTRA")
    assert window.study.selection == visit.address, "there is no such visit here"


def test_differences_are_filtered_by_area_and_words(part: Compare) -> None:
    part.pane.area.setCurrentIndex(part.pane.area.findData(Area.FOOTNOTES))
    assert {each.area for each in part.pane.shown()} == {Area.FOOTNOTES}
    part.pane.area.setCurrentIndex(0)
    part.pane.field.setText("week 8 window")
    assert [each.title for each in part.pane.shown()] == ["Week 8"]


def test_a_file_that_is_no_study_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "no.json"
    path.write_text("{}")
    with qtbot.waitSignal(window.program.noticed) as told:
        cast(Compare, window.parts["Compare"]).with_file(path)
    assert told.args is not None
    assert "holds no study" in told.args[0].happened
    assert window.study is not None
    assert window.study.differences is None


def test_words_that_differ_are_marked_and_never_read_as_html(qtbot: QtBot) -> None:
    values = Values(Theme.light())
    qtbot.addWidget(values)
    values.show_difference(
        StudyDifference(
            Area.FOOTNOTES, Difference.CHANGED, "a", "", was="ECG <b>only</b>", now="ECG twice", is_text=True
        )
    )
    assert values.was.toPlainText() == "ECG <b>only</b>"
    cursor = values.now.textCursor()
    cursor.setPosition(len("ECG tw"))
    assert cursor.charFormat().fontUnderline()
    assert cursor.charFormat().foreground().color() == QColor(Theme.light().ok)
    cursor = values.was.textCursor()
    cursor.setPosition(len("ECG <b>on"))
    assert cursor.charFormat().fontStrikeOut()


def test_without_a_comparison_the_pane_says_how_to_begin(window: MainWindow) -> None:
    part = cast(Compare, window.parts["Compare"])
    for name in ("next_difference", "show_other_table"):
        part.dock.hide()
        window.actions_by_id[name].trigger()
        assert part.dock.isVisible()
        assert part.pane.other.isVisible()
        assert part.beside.isHidden()
        assert not window.actions_by_id["show_other_table"].isChecked()
