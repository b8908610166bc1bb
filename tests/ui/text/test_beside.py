"""Text and marks beside one another in a real window: from words to visits, and from a visit to its words."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import Future
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.search import SearchHit, SearchResults
from study.search_texts import SearchKind
from tests.app.held_library import ENTRY, HeldLibrary, done
from tests.study.studies import study_bytes
from tests.ui.real_window import opened, real_window
from ui.main_window import MainWindow
from ui.parts.search import Search
from ui.parts.text import Text


class SearchedLibrary(HeldLibrary):
    """Answers every search with one section of the text."""

    def search(
        self, query: str, limit: int = 100, kind: SearchKind | None = None, study_id: str | None = None
    ) -> Future[SearchResults]:
        """One hit, in the section that says when 30 mg begins."""
        hit = SearchHit(
            ENTRY.id,
            ENTRY.title,
            "NarrativeContent_4",
            SearchKind.NARRATIVE,
            "1.2 Schema",
            "… 30 mg …",
            (),
            0,
        )
        return cast("Future[SearchResults]", done(SearchResults(query, (hit,), 1, 1)))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Generator[MainWindow, None, None]:
    with real_window(qtbot, tmp_path, SearchedLibrary, size=(1500, 900)) as made:
        opened(made, study_bytes("alexion-nct04573309-v4"))
        qtbot.waitUntil(made.canvas.isVisible)
        part = cast(Text, made.parts["Text"])
        qtbot.waitUntil(lambda: part.pane.reading.is_done)
        yield made


def test_when_30_mg_starts_is_read_in_the_text_beside_the_marks(qtbot: QtBot, window: MainWindow) -> None:
    part = cast(Text, window.parts["Text"])
    window.actions_by_id["search_text"].trigger()
    assert part.dock.isVisible()
    QTest.keyClicks(part.pane.field, "30 mg/day on day 29 through")
    QTest.keyClick(part.pane.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part.pane.heading.text() == "1.2 Schema")
    mention = next(each for each in part.pane.browser._mentions if each.days == (29, 39))
    number = part.pane.browser._mentions.index(mention)
    part.pane.browser.anchorClicked.emit(QUrl(f"mention:{number}"))
    assert window.study is not None
    visit = window.study.entity(window.study.selection)
    assert visit is not None
    assert visit.title == "29"
    assert window.matrix.view.selection() == window.study.selection
    assert part.pane.heading.text() == "1.2 Schema", "the text stays where it is"
    lit = window.canvas.lights.get("text").lit
    assert lit is not None
    assert lit.sum() == 11


def test_a_selected_visit_leads_to_where_the_text_names_it(qtbot: QtBot, window: MainWindow) -> None:
    part = cast(Text, window.parts["Text"])
    window.show_views("view_graph")
    assert window.study is not None
    visit = next(i for _, _, t in window.study.document.timelines() for i in t.instances if i.title == "29")
    window.select(visit.id or "")
    window.actions_by_id["text_beside"].trigger()
    assert window.matrix.isVisible()
    assert part.dock.isVisible()
    first = part.pane.heading.text()
    assert first in [heading for _, heading, _ in part.pane.mentions_of(visit.id or "")]
    qtbot.waitUntil(lambda: part.pane.browser.is_laid_out)
    assert "29" in part.pane.browser.textCursor().block().text()
    mentions = sum(count for _, _, count in part.pane.mentions_of(visit.id or ""))
    places = set()
    for _ in range(mentions):
        qtbot.waitUntil(lambda: part.pane.browser.is_laid_out)
        places.add((part.pane.current(), part.pane.browser.textCursor().position()))
        window.actions_by_id["next_mention"].trigger()
    assert len(places) == mentions


def test_the_inspector_links_to_the_sections_that_name_what_it_shows(window: MainWindow) -> None:
    part = cast(Text, window.parts["Text"])
    assert window.study is not None
    visit = next(i for _, _, t in window.study.document.timelines() for i in t.instances if i.title == "29")
    window.select(visit.id or "")
    links = part._mentions(visit.id or "")
    schema = next(link for link in links if link.text.startswith("1.2 Schema"))
    window.inspector.mention_activated.emit(schema.address)
    assert part.dock.isVisible()
    assert part.pane.heading.text() == "1.2 Schema"


def test_a_hit_of_the_search_opens_the_text_at_its_section(qtbot: QtBot, window: MainWindow) -> None:
    search, text = cast(Search, window.parts["Search"]), cast(Text, window.parts["Text"])
    window.actions_by_id["search_studies"].trigger()
    QTest.keyClicks(search.panel.field, "30 mg/day on")
    qtbot.waitUntil(lambda: len(search.panel.results().hits) == 1)
    QTest.keyClick(search.panel.field, Qt.Key.Key_Return)
    assert text.dock.isVisible()
    assert text.pane.heading.text() == "1.2 Schema"
    assert text.pane.field.text() == "30 mg/day on"
    assert window.study is not None
    assert window.study.selection == "NarrativeContent_4"


def test_a_footnote_lights_the_visits_that_its_words_name(window: MainWindow) -> None:
    study = window.study
    assert study is not None
    footnote = next(
        condition
        for design in study.document.designs()
        for condition in design.conditions
        if "Days 1, 25, 29, and 39" in condition.text or "Days 1, 25, 29 and 39" in condition.text
    )
    window.select(footnote.id or "")
    lit = window.canvas.lights.get("text").lit
    scene = window.canvas.scene
    assert lit is not None
    assert scene is not None
    entities = [study.entity(scene.content.address(int(node))) for node in lit.nonzero()[0]]
    named = {entity.title for entity in entities if entity is not None}
    assert named >= {"1", "25", "29", "39"}
    window.select("")
    assert window.canvas.lights.get("text").lit is None
