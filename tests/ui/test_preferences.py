"""What a person sets for themselves is shown as it is, and kept beside what else is set."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.settings import Settings
from ui.preferences import PreferencesDialog

BEFORE = Settings("https://maestro.example.org/graphql", "/etc/site.pem", appearance="dark", scale=125)


def test_nothing_changed_is_nothing_changed(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(BEFORE)
    qtbot.addWidget(dialog)
    assert dialog.settings == BEFORE


def test_what_was_chosen(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(BEFORE)
    qtbot.addWidget(dialog)
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    dialog.appearance.setCurrentIndex(0)
    dialog.scale.setCurrentIndex(dialog.scale.findData(200))
    dialog.log_level.setCurrentIndex(dialog.log_level.findData("debug"))
    assert dialog.settings == replace(BEFORE, language="en", appearance=None, scale=200, log_level="debug")
