"""The inspector on the sample study: what it says, links, history, copying, long and odd texts."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from study.document import Document
from tests.ui.studies import SAMPLE, sample, sample_tables
from ui.inspector import InspectorPane
from ui.inspector.fields import Value
from ui.inspector.labels import Chip, ValueLabel, rich
from ui.theme import Theme
from ui.widgets.text import BREAK


@pytest.fixture
def pane(qtbot: QtBot) -> InspectorPane:
    made = InspectorPane(theme=Theme.light())
    qtbot.addWidget(made)
    made.resize(312, 800)
    made.set_document(sample(), sample_tables())
    made.show()
    return made


def page(pane: InspectorPane) -> QWidget:
    """What the pane shows."""
    shown = pane._scroll.widget()
    assert shown is not None
    return shown


def texts(pane: InspectorPane) -> list[str]:
    return [
        label.plain() if isinstance(label, ValueLabel) else label.text()
        for label in page(pane).findChildren(QLabel)
    ]


def chips(pane: InspectorPane) -> list[Chip]:
    return page(pane).findChildren(Chip)


def link(pane: InspectorPane, text: str) -> ValueLabel:
    return next(label for label in page(pane).findChildren(ValueLabel) if text in label.plain())


def test_a_visit_is_said_as_a_person_would(pane: InspectorPane) -> None:
    pane.set_selection("Instance_C_D8")
    said = texts(pane)
    assert pane._class.text() == "Scheduled activity instance"
    assert said[0] == "Cycle n Day 8"
    assert "7 days after this cycle's Day 1, 1 day either way." in said
    assert "8, allowed 7 to 9" in said
    assert [chip.text() for chip in chips(pane)][:2] == ["Vital signs", "12-lead ECG"]
    assert any("QTc was above 450 ms" in text for text in said)


def test_an_activity_lists_where_it_is_planned(pane: InspectorPane) -> None:
    pane.set_selection("Activity_PK_PLASMA")
    assert "Cycle n Day 1" in [chip.text() for chip in chips(pane)]


def test_every_attribute_has_words_and_its_usdm_name_in_the_tooltip(pane: InspectorPane) -> None:
    pane.set_selection("Instance_C_D8")
    labels = page(pane).findChildren(QLabel)
    named = {label.text(): label.toolTip() for label in labels if "USDM attribute" in label.toolTip()}
    assert "<b>defaultConditionId</b>" in named["Goes on to"]
    assert "<b>encounterId</b>" in named["Encounter"]


def test_a_chip_leads_to_its_activity(qtbot: QtBot, pane: InspectorPane) -> None:
    pane.set_selection("Instance_C_D8")
    with qtbot.waitSignal(pane.link_activated) as signal:
        QTest.mouseClick(chips(pane)[1], Qt.MouseButton.LeftButton)
    assert signal.args == ["Activity_ECG"]


def test_a_link_is_followed_by_key(qtbot: QtBot, pane: InspectorPane) -> None:
    pane.set_selection("Instance_C_D8")
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    label = next(
        label
        for label in page(pane).findChildren(ValueLabel)
        if label.plain() == "Treatment" and "Epoch_TREATMENT" in label.text()
    )
    label.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(pane.link_activated) as signal:
        QTest.keyClick(label, Qt.Key.Key_Return)
    assert signal.args == ["Epoch_TREATMENT"]


def test_back_and_forward(qtbot: QtBot, pane: InspectorPane) -> None:
    for address in ("Instance_C_D8", "Activity_ECG", "Epoch_TREATMENT"):
        pane.set_selection(address)
    assert not pane.can_go_forward()
    with qtbot.waitSignal(pane.link_activated) as signal:
        QTest.mouseClick(pane._back, Qt.MouseButton.LeftButton)
    assert signal.args == ["Activity_ECG"]
    pane.set_selection("Activity_ECG")  # what the program answers adds nothing to the history
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.setFocus()
    with qtbot.waitSignal(pane.link_activated) as signal:
        QTest.keyClick(pane._scroll, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert signal.args == ["Epoch_TREATMENT"]
    pane.go_back()
    pane.go_back()
    assert not pane.can_go_back()
    pane.set_selection("Activity_VITAL_SIGNS")
    assert not pane.can_go_forward()


def test_texts_are_copied_as_they_are(pane: InspectorPane) -> None:
    pane.set_selection("Instance_SCREEN_FAILURE")
    label = link(pane, "Instance_SCREEN_FAILURE")
    assert BREAK in label.text()
    label.setFocus()
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Instance_SCREEN_FAILURE"


def test_content_is_never_mark_up() -> None:
    html = rich([Value("<img src='http://x/y.png'>\n& <a href='x'>"), Value("a", 'x"><b>')], Theme.light())
    assert "<img" not in html
    assert "<a href='x'" not in html
    assert "<b>" not in html


def damaged(**attributes: object) -> Document:
    raw = json.loads(SAMPLE.read_bytes())
    design = raw["study"]["versions"][0]["studyDesigns"][0]
    activity = next(item for item in design["activities"] if item["id"] == "Activity_ECG")
    activity.update(attributes)
    return Document.from_bytes(json.dumps(raw).encode())


def test_a_reference_to_nothing_is_shown_in_warning_colour(pane: InspectorPane) -> None:
    pane.set_document(damaged(nextId="Gone"), ())
    pane.set_selection("Activity_ECG")
    label = link(pane, "Gone does not exist")
    assert Theme.light().warning.name() in label.text()


def test_unknown_attributes_are_shown(pane: InspectorPane) -> None:
    pane.set_document(damaged(vendorColour="teal"), ())
    pane.set_selection("Activity_ECG")
    assert "Vendor colour" in texts(pane)
    assert "teal" in texts(pane)


@pytest.mark.parametrize("text", ["x" * 2000, "word " * 400, "שלום " * 400, "🙂" * 2000, "<b>" * 600])
def test_a_label_of_two_thousand_characters_wraps(pane: InspectorPane, text: str) -> None:
    pane.set_document(damaged(label=text), ())
    pane.set_selection("Activity_ECG")
    pane.grab()
    assert page(pane).width() <= pane._scroll.viewport().width()
    assert not pane._scroll.horizontalScrollBar().maximum()


def test_a_long_list_and_a_long_text_are_shown_on_demand(pane: InspectorPane) -> None:
    pane.set_document(damaged(description="word " * 400), ())
    pane.set_selection("Activity_ECG")
    assert any(text.endswith("word…") for text in texts(pane))
    button = next(b for b in pane.findChildren(QPushButton) if b.text() == "Show the whole text")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ("word " * 400).strip() in [text.strip() for text in texts(pane)]
    pane.set_selection("Design_MAE101")
    assert "Show all 28" in [button.text() for button in page(pane).findChildren(QPushButton)]


@pytest.mark.parametrize(
    ("document", "address", "title"),
    [
        (None, "", "No study is open"),
        ("sample", "", "Nothing selected"),
        ("sample", "#3", "This cannot be addressed"),
    ],
)
def test_the_empty_states_teach(pane: InspectorPane, document: str | None, address: str, title: str) -> None:
    pane.set_document(sample() if document else None)
    pane.set_selection(address)
    assert page(pane).accessibleName() == title
    pane.grab()


def test_every_entity_of_the_sample_can_be_inspected(pane: InspectorPane) -> None:
    for address in ("$root", "$study", "Design_MAE101", *(t.timeline.id or "" for t in sample_tables())):
        pane.set_selection(address)
        assert pane._class.text()
        assert texts(pane)[0]


def test_the_theme_changes_links(pane: InspectorPane) -> None:
    pane.set_selection("Instance_C_D8")
    pane.set_theme(Theme.dark())
    assert Theme.dark().accent.name() in link(pane, "Treatment").text()


def test_half_a_character_in_an_id_keeps_nothing_from_being_shown() -> None:
    assert "Dose" in rich([Value("Dose", address="visit-\ud800")], Theme.light())
