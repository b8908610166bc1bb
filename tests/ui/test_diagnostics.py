"""The bundle is read before it is saved; a failure inside and a sudden end are told in plain words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.diagnostics import DiagnosticsDialog, window_facts


def test_each_file_is_shown(qtbot: QtBot) -> None:
    dialog = DiagnosticsDialog({"about.json": "{}", "logs/maestro.log": "offline"})
    qtbot.addWidget(dialog)
    assert dialog.preview.toPlainText() == "{}"
    dialog.files.setCurrentRow(1)
    assert dialog.preview.toPlainText() == "offline"
    assert dialog.preview.isReadOnly()


def test_what_only_the_window_knows(qtbot: QtBot) -> None:
    facts = window_facts()
    assert facts["platform"] == "offscreen"
    assert facts["screens"]
