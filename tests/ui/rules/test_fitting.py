"""The builder in longer words and mirrored: nothing is cut off, also where the screen is small."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources.sample import sample_study_bytes
from study.annexe import Annexe
from study.document import Document
from study.rules.model import Table
from study.rules.place import places
from study.rules.starters import starters
from tests.ui.fitting import faults
from ui.rules.choosing import OperandDialog
from ui.rules.dialog import RuleDialog
from ui.rules.fields import Setting
from ui.rules.subject import subject_at
from ui.style import apply_theme
from ui.theme import Theme
from ui.translations import ENGLISH, PSEUDO, PSEUDO_MIRRORED, use_language


@pytest.fixture(params=[PSEUDO, PSEUDO_MIRRORED])
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    use_language(qapp, request.param)
    apply_theme(qapp, Theme.light())
    yield request.param
    use_language(qapp, ENGLISH)
    QLocale.setDefault(before)


def settled(qtbot: QtBot, widget: QWidget) -> list[str]:
    """What is wrong with a widget once everything in it has found its place; nothing mostly."""
    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not faults(widget), timeout=2_000)
    return faults(widget)


def test_nothing_is_cut_off(qtbot: QtBot, language: str) -> None:
    document = Document.from_bytes(sample_study_bytes())
    place = next(each for each in places(document) if each.text.startswith("No progression, recovered"))
    subject = subject_at(document, Annexe.empty(), place.address)
    assert subject is not None
    dialog = RuleDialog(subject, Theme.light(), lambda _command: "", next_one=True)
    qtbot.addWidget(dialog)
    dialog.show()
    told: list[str] = []
    for starter in starters(subject.words):
        dialog.use(starter.rule)
        for size in ((1160, 790), (760, 540)):
            dialog.resize(*size)
            told += [f"{language} {starter.title}: {fault}" for fault in settled(qtbot, dialog)]
    assert not told, "\n".join(told)
    assert any(isinstance(each.rule.when, Table) for each in starters(subject.words))
    for word in subject.words.words[:25:3]:
        choosing = OperandDialog(Setting(subject.words, Theme.light()), word.term)
        qtbot.addWidget(choosing)
        choosing.show()
        told += [f"{language} {word.title}: {fault}" for fault in settled(qtbot, choosing)]
        choosing.reject()
    assert not told, "\n".join(told)
