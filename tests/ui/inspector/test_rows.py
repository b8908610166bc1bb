"""Rows are bounded in number and length, and whatever they leave out at first is shown when asked for."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from study.document import Document
from study.json_types import JsonValue
from study.model import Entity
from study.soa import schedule_of_activities
from tests.ui.studies import SAMPLE
from ui.inspector import InspectorPane
from ui.inspector.fields import Fields, fields_of, fields_within
from ui.inspector.labels import ValueLabel
from ui.inspector.rows import Row, rows_of
from ui.theme import Theme


def nothing(_address: str) -> Entity | None:
    return None


def read(value: JsonValue) -> Fields:
    return fields_within(value, nothing, lambda _item: None)


def rows(raw: Any, asked: dict[str, int]) -> list[Row]:
    return rows_of(fields_of(raw, nothing, lambda _item: None).stated, read, asked)


def everything(raw: Any) -> tuple[list[Row], int]:
    """The rows once all that can be asked for was asked for, and the number of requests."""
    asked: dict[str, int] = {}
    while True:
        shown = rows(raw, asked)
        keys = [row.key for row in shown if row.more]
        keys += [v.key for row in shown for v in row.values if v.key and v.key not in asked]
        if not keys:
            return shown, sum(asked.values())
        for key in keys:
            asked[key] = asked.get(key, 0) + 1


def nested(depth: int, width: int) -> dict[str, Any]:
    inner = [nested(depth - 1, width) for _ in range(width)] if depth else [f"leaf {n}" for n in range(20)]
    return {"id": "same", "instanceType": "Repeated", "label": "", "items": inner, "level": f"at {depth}"}


def test_nested_objects_without_address_are_built_only_when_opened() -> None:
    raw = nested(6, 8)
    first = rows(raw, {})
    assert len(first) <= 4
    assert sum(len(row.values) for row in first) <= 12
    opened = rows(raw, {"items[0]": 1})
    assert len(opened) <= 12
    assert "items[0].items" in [row.attribute for row in opened]


def test_every_attribute_of_nested_objects_can_be_reached() -> None:
    shown, requests = everything(nested(3, 2))
    texts = [value.text for row in shown for value in row.values]
    assert requests
    assert texts.count("at 0") == 8
    assert texts.count("leaf 19") == 8
    assert [text for text in texts if text == "same"]


def test_a_long_list_shows_twelve_then_hundreds_and_loses_none() -> None:
    raw = {"names": [f"n{n}" for n in range(1204)]}
    (row,) = rows(raw, {})
    assert (len(row.values), row.more) == (12, "88 more of 1,204")
    (row,) = rows(raw, {"names": 1})
    assert (len(row.values), row.more) == (100, "100 more of 1,204")
    shown, _ = everything(raw)
    assert [value.text for row in shown for value in row.values] == raw["names"]


def test_an_object_of_thousands_of_attributes_loses_none() -> None:
    raw = {f"a{n}": f"v{n}" for n in range(3000)}
    assert len(rows(raw, {})) == 101
    shown, _ = everything(raw)
    assert [value.text for row in shown for value in row.values] == list(raw.values())


def test_long_texts_of_a_list_are_clipped_each() -> None:
    raw = {"texts": ["word " * 600] * 12}
    assert sum(len(value.text) for row in rows(raw, {}) for value in row.values) < 12 * 310
    shown, _ = everything(raw)
    assert [len(value.text) for row in shown for value in row.values] == [3000] * 12


def test_a_small_object_said_in_lines_still_opens_to_its_id() -> None:
    raw = {"extensions": [{"id": "X1", "instanceType": "ExtensionAttribute", "url": "u", "notes": []}]}
    (row,) = rows(raw, {})
    assert (row.values[0].text, row.values[0].ask) == ("URL: u", "Show")
    texts = [value.text for row in rows(raw, {"extensions[0]": 1}) for value in row.values]
    assert {"X1", "ExtensionAttribute", "Notes"} <= set(texts)


def annotated(qtbot: QtBot, notes: int, length: int) -> InspectorPane:
    raw = json.loads(SAMPLE.read_bytes())
    version = raw["study"]["versions"][0]
    version["conditions"] = [
        {
            "id": f"Note_{n}",
            "instanceType": "Condition",
            "name": f"Note {n}",
            "text": f"Note {n}: " + "word " * (length // 5),
            "contextIds": ["Activity_ECG"],
            "appliesToIds": [],
        }
        for n in range(notes)
    ]
    document = Document.from_bytes(json.dumps(raw).encode())
    design = document.designs()[0]
    main = design.main_timeline
    assert main is not None
    pane = InspectorPane(theme=Theme.light())
    qtbot.addWidget(pane)
    pane.resize(312, 800)
    pane.set_document(document, (schedule_of_activities(main, design),))
    pane.set_selection("Activity_ECG")
    pane.show()
    return pane


def notes_of(pane: InspectorPane) -> list[ValueLabel]:
    page = pane._scroll.widget()
    assert page is not None
    return [label for label in page.findChildren(ValueLabel) if label.plain().startswith("Note ")]


def press(pane: InspectorPane, words: str) -> None:
    page = pane._scroll.widget()
    assert page is not None
    next(button for button in page.findChildren(QPushButton) if button.text() == words).click()


def test_many_long_footnotes_are_few_and_short_until_asked_for(qtbot: QtBot) -> None:
    pane = annotated(qtbot, 60, 3000)
    notes = notes_of(pane)
    assert len(notes) == 12
    assert all(len(label.plain()) <= 301 for label in notes)
    notes[1].linkActivated.emit("ask:footnotes%201")
    lengths = [len(label.plain()) for label in notes_of(pane)]
    assert [number for number, length in enumerate(lengths) if length > 2900] == [1]
    press(pane, "Show all 60")
    assert len(notes_of(pane)) == 60
    pane.set_selection("Activity_VITAL_SIGNS")
    pane.set_selection("Activity_ECG")
    assert len(notes_of(pane)) == 12


def test_a_version_that_stands_twice_opens_step_by_step(qtbot: QtBot) -> None:
    raw = json.loads(SAMPLE.read_bytes())
    raw["study"]["versions"] *= 2
    pane = InspectorPane(theme=Theme.light())
    qtbot.addWidget(pane)
    pane.resize(312, 800)
    pane.set_document(Document.from_bytes(json.dumps(raw).encode()))
    pane.set_selection("$study")
    pane.show()

    def labels() -> list[QLabel]:
        page = pane._scroll.widget()
        assert page is not None
        return page.findChildren(QLabel)

    closed = len(labels())
    assert closed < 30
    versions = next(label for label in labels() if "ask:versions%5B0%5D" in label.text())
    versions.linkActivated.emit("ask:versions%5B0%5D")
    assert closed < len(labels()) < 150
    assert any("studyDesigns" in label.toolTip() for label in labels())
    hide = next(label for label in labels() if ">Hide<" in label.text())
    hide.linkActivated.emit("ask:versions%5B0%5D")
    assert len(labels()) == closed
