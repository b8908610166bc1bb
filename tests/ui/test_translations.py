"""The program in other languages: German is complete and true, made-up ones show what cannot be translated."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from study.language import translate
from tests.shared import ROOT
from ui.translations import ENGLISH, PSEUDO, PSEUDO_MIRRORED, languages, use_language
from ui.widgets.words import ago, date_text

sys.path.insert(0, str(ROOT / "build"))
recipe = import_module("translations")


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    yield qapp
    use_language(qapp, ENGLISH)
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", recipe.LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    assert recipe.faults(language) == []


@pytest.mark.parametrize("language", recipe.LANGUAGES)
def test_what_is_shipped_is_what_was_translated(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    recipe.compile_to(recipe.source_file(language), made)
    assert recipe.source_file(language).with_suffix(".qm").read_bytes() == made.read_bytes()


def test_german_is_spoken_by_program_and_qt(application: QApplication, qtbot: QtBot) -> None:
    assert list(languages()) == ["en", "de"]
    assert languages()["de"] == "Deutsch"
    assert use_language(application, "de") == "de"
    assert translate("actions", "Open file…") == "Datei öffnen …"
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


def test_a_language_that_does_not_exist_is_english(application: QApplication) -> None:
    assert use_language(application, "tlh") == "en"
    assert translate("actions", "Open file…") == "Open file…"


def test_made_up_languages(application: QApplication) -> None:
    use_language(application, PSEUDO)
    assert translate("test", "Opened {title}").startswith("[Öpéñéd {title}~")
    assert translate("test", "%n visit(s)", "", 3).startswith("[3 vîsît(s)~")
    use_language(application, PSEUDO_MIRRORED)
    assert application.layoutDirection() is Qt.LayoutDirection.RightToLeft
    use_language(application, ENGLISH)
    assert application.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_numbers_are_written_by_the_locale(application: QApplication) -> None:
    assert translate("test", "%n visit(s)", "", 1200) == "1,200 visits"
    use_language(application, "de")
    assert translate("axis", "%n visit(s)", "", 1200) == "1.200 Visiten"
    assert translate("axis", "%n visit(s)", "", 1) == "1 Visite"


def test_dates_are_written_by_the_locale(application: QApplication) -> None:
    day = date(2026, 3, 9)
    assert date_text(day) == "9 Mar 2026"
    use_language(application, "de")
    assert date_text(day) == "9. März 2026"
    assert ago(datetime(2026, 3, 9, 12, tzinfo=UTC), datetime(2026, 3, 9, 12, 5, tzinfo=UTC)) == "vor 5 min"
