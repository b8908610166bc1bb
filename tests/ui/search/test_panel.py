"""The search panel answers while a person types, newest question last, and is worked by keys from the field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.search import MOST_COUNTED, PER_STUDY, SearchHit, SearchResults
from study.search_texts import SearchKind
from ui.search.panel import SearchPanel
from ui.search.rows import MoreHits, StudyHead
from ui.theme import Theme


def _hit(
    study: str, address: str, text: str, kind: SearchKind = SearchKind.VISIT, field: str = "label"
) -> SearchHit:
    return SearchHit(study, f"Study {study}", address, kind, field, text, ((0, 4),), 0)


RESULTS = SearchResults(
    "week",
    (
        _hit("one", "I1", "Week 8"),
        _hit("one", "N1", "Week 8 is triplicate", SearchKind.NARRATIVE, "8.2 Safety"),
        _hit("two", "I2", "Week 12"),
    ),
    found=12,
    studies=2,
    unread=1,
)


@pytest.fixture
def panel(qtbot: QtBot) -> SearchPanel:
    made = SearchPanel(Theme.light())
    qtbot.addWidget(made)
    made.open_at()
    return made


def test_each_key_asks_and_only_the_newest_answer_is_shown(panel: SearchPanel) -> None:
    asked: list[str] = []
    panel.asked.connect(lambda query, _kind, _study: asked.append(query))
    QTest.keyClicks(panel.field, "wee")
    assert asked == ["w", "we", "wee"]
    panel.show_results("w", None, "", RESULTS)
    assert not panel.list.items(), "an answer to what is no longer asked"
    panel.show_results("wee", None, "", RESULTS)
    assert [type(item).__name__ for item in panel.list.items()] == [
        "StudyHead",
        "SearchHit",
        "SearchHit",
        "StudyHead",
        "SearchHit",
    ]
    assert panel.count.text() == "12 results in 2 studies. 1 study is still being read."


def test_arrows_and_enter_work_from_the_field(panel: SearchPanel) -> None:
    chosen: list[tuple[str, str]] = []
    panel.chosen.connect(lambda hit, query: chosen.append((hit.address, query)))
    QTest.keyClicks(panel.field, "week")
    panel.show_results("week", None, "", RESULTS)
    assert panel.list.current_item() == RESULTS.hits[0]
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.current_item() == RESULTS.hits[2], "the head of a study is passed by"
    QTest.keyClick(panel.field, Qt.Key.Key_Up)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert chosen == [("N1", "week")]
    assert not panel.isVisible()


def test_the_kind_is_asked_for(panel: SearchPanel) -> None:
    asked: list[tuple[str, SearchKind | None]] = []
    QTest.keyClicks(panel.field, "week")
    panel.asked.connect(lambda query, kind, _study: asked.append((query, kind)))
    panel.kind.setCurrentIndex(panel.kind.findData(SearchKind.FOOTNOTE))
    assert asked == [("week", SearchKind.FOOTNOTE)]


def test_what_cannot_be_found_is_told(panel: SearchPanel) -> None:
    QTest.keyClicks(panel.field, "zzz")
    panel.show_results("zzz", None, "", SearchResults("zzz"))
    assert panel.count.text() == "No results"
    panel.field.clear()
    assert panel.count.text() == ""


def test_very_many_results_are_not_counted_out(panel: SearchPanel) -> None:
    QTest.keyClicks(panel.field, "a")
    panel.show_results("a", None, "", SearchResults("a", RESULTS.hits, MOST_COUNTED + 1))
    assert panel.count.text() == "More than 1,000 results"


def test_it_is_painted_and_said(qtbot: QtBot, panel: SearchPanel) -> None:
    QTest.keyClicks(panel.field, "week")
    panel.show_results("week", None, "", RESULTS)
    before = panel.grab().toImage()
    panel.set_theme(Theme.dark())
    assert panel.grab().toImage() != before
    spoken = panel.list.rows.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Week 8 is triplicate, Protocol text, 8.2 Safety, in Study one"
    assert isinstance(panel.list.items()[0], StudyHead)
    qtbot.waitExposed(panel)


def test_all_of_one_study_can_be_asked_for(panel: SearchPanel) -> None:
    asked: list[str] = []
    QTest.keyClicks(panel.field, "week")
    panel.asked.connect(lambda _query, _kind, study: asked.append(study))
    many = SearchResults("week", tuple(_hit("one", f"I{n}", f"Week {n}") for n in range(PER_STUDY)), 40, 1)
    panel.show_results("week", None, "", many)
    assert isinstance(panel.list.items()[-1], MoreHits)
    for _ in range(PER_STUDY):
        QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert asked == ["one"]
    panel.show_results("week", None, "one", many)
    assert not any(isinstance(item, MoreHits) for item in panel.list.items())
