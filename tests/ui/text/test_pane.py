"""The protocol's text is read, searched and followed into the schedule, and loads nothing from anywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from study.document import Document
from study.narrative import protocol_texts
from study.narrative_html import safe_text
from study.narrative_mentions import Mention, Named, names_of
from tests.study.studies import study_bytes
from ui.text.browser import SectionBrowser
from ui.text.pane import TextPane
from ui.theme import Theme


@pytest.fixture
def pane(qtbot: QtBot) -> TextPane:
    made = TextPane(Theme.light())
    qtbot.addWidget(made)
    document = Document.from_bytes(study_bytes("alexion-nct04573309-v4"))
    made.set_texts(protocol_texts(document), names_of(document.designs()[0]))
    made.resize(460, 800)
    made.show()
    made.reading.finish()
    return made


def _shown(pane: TextPane) -> str:
    return pane.browser.toPlainText()


def test_when_30_mg_starts_is_found_by_searching(pane: TextPane) -> None:
    pane.search("30 mg/day on day 29")
    assert pane.heading.text() == "1.1 Synopsis"
    assert pane.count.text() == "1 of 3 in 3 sections"
    pane.next_hit()
    assert pane.heading.text() == "1.2 Schema"
    assert "increase to 30 mg/day on Day 29 through Day 39" in pane.browser.textCursor().block().text()


def test_hits_are_gone_through_in_order_and_round(qtbot: QtBot, pane: TextPane) -> None:
    QTest.keyClicks(pane.field, "zinc")
    pane.search("zinc")
    total = int(pane.count.text().split(" of ")[1].split()[0])
    assert total > 3
    places = []
    for _ in range(total):
        qtbot.waitUntil(lambda: pane.browser.is_laid_out)
        places.append((pane.current(), pane.browser.textCursor().position()))
        pane.next_hit()
    assert len(set(places)) == total
    assert (pane.current(), pane.browser.textCursor().position()) == places[0]
    pane.next_hit(-1)
    assert (pane.current(), pane.browser.textCursor().position()) == places[-1]


def test_what_is_nowhere_is_told(pane: TextPane) -> None:
    pane.search("no such words")
    assert pane.count.text() == "Not found in the protocol's text."
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert pane.field.text() == ""


def test_days_in_the_text_lead_to_their_visits(pane: TextPane) -> None:
    pane.search("Day 29 through Day 39")
    cursor = pane.browser.textCursor()
    cursor.setPosition(cursor.position() + 2)
    link = cursor.charFormat().anchorHref()
    assert link
    selected: list[str] = []
    lit: list[tuple[str, ...]] = []
    pane.selected.connect(selected.append)
    pane.lit.connect(lit.append)
    pane.browser.anchorClicked.emit(QUrl(link))
    document = Document.from_bytes(study_bytes("alexion-nct04573309-v4"))
    entity = document.entity(selected[0])
    assert entity is not None
    assert entity.title == "29"
    assert len(lit[0]) == 11


def test_the_text_tells_where_it_names_what_is_selected(pane: TextPane) -> None:
    document = Document.from_bytes(study_bytes("alexion-nct04573309-v4"))
    visit = next(i for _, _, t in document.timelines() for i in t.instances if i.title == "29")
    assert visit.id
    pane.set_selection(visit.id, "Day 29")
    assert pane.named.isVisibleTo(pane)
    sections = pane.mentions_of(visit.id)
    assert "1.2 Schema" in [heading for _, heading, _ in sections]
    at, heading, _ = sections[-1]
    pane.show_mention(at, visit.id)
    assert pane.heading.text() == heading
    assert "29" in pane.browser.textCursor().block().text()


def test_contents_lead_to_sections(pane: TextPane) -> None:
    item = pane.contents.findItems("6.6 Dose Modification", Qt.MatchFlag.MatchRecursive)[0]
    pane.contents.setCurrentItem(item)
    assert pane.heading.text() == "6.6 Dose Modification"
    assert "increased to 30 mg once daily on Day 29" in _shown(pane)


def test_a_study_without_text_says_so(qtbot: QtBot) -> None:
    made = TextPane(Theme.light())
    qtbot.addWidget(made)
    made.set_texts((), None)
    assert made.empty.isVisibleTo(made)
    assert not made.field.isVisibleTo(made)


class _Watched(SectionBrowser):
    asked: list[str]

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        self.asked.append(str(name))
        return super().loadResource(kind, name)


def test_nothing_is_ever_loaded(qtbot: QtBot) -> None:
    browser = _Watched(Theme.light())
    browser.asked = []
    qtbot.addWidget(browser)
    hostile = (
        "<p>words</p><img src='file:///etc/hostname'><img src='http://evil/x.png'>"
        "<link rel=stylesheet href='http://evil/x.css'><p style='background:url(http://evil/y.png)'>more</p>"
    )
    browser.show_section(safe_text(hostile))
    browser.show()
    qtbot.waitExposed(browser)
    assert browser.asked == []
    assert (
        browser.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname"))
        is None
    )
    assert "words" in browser.toPlainText()


def test_a_long_section_is_laid_out_in_parts_and_whole_in_the_end(qtbot: QtBot) -> None:
    browser = SectionBrowser(Theme.light())
    qtbot.addWidget(browser)
    text = safe_text("".join(f"<p>Paragraph {n} at Day 1</p>" for n in range(12_000)))
    browser.set_mention_finder(
        lambda words: [Mention(words.index("Day 1"), words.index("Day 1") + 5, Named.DAYS, ("x",), (1, 1))]
    )
    browser.show_section(text)
    assert not browser.is_laid_out, "the window would be held"
    with qtbot.waitSignal(browser.laid_out, timeout=20_000):
        pass
    assert "Paragraph 11999" in browser.toPlainText()
    assert browser.go_to_mention("x", len(text.parts) - 1)
    assert browser.textCursor().selectedText() in ("", "Day 1")
