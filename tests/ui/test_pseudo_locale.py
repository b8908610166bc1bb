"""The window in made-up languages and in German: nothing is cut off, all of it mirrors, nothing lies over another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from app.settings import Settings
from resources.sample import sample_study_bytes
from tests.app.held_library import ENTRY
from tests.ui.fitting import faults
from tests.ui.real_window import opened, real_window
from tests.ui.whole_window import date_anchors
from ui.compare.choice import OtherStudyDialog
from ui.diagnostics import DiagnosticsDialog
from ui.dialogs import AboutDialog, BackendDialog, PassphraseDialog
from ui.main_window import MainWindow
from ui.parts.export import Export
from ui.parts.tour import Tour
from ui.preferences import PreferencesDialog
from ui.shortcuts.sheet import ShortcutsDialog
from ui.tour.steps import tour_steps
from ui.translations import ENGLISH, PSEUDO, PSEUDO_MIRRORED, use_language
from ui.views import ARRANGEMENTS

GERMAN = "de"
LANGUAGES = (GERMAN, PSEUDO, PSEUDO_MIRRORED)
_REST_MS = 2_000
LARGE, SMALL = (1440, 900), (1024, 700)


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    """The window in the language that the test names."""
    before = QLocale()
    use_language(qapp, request.param)
    try:
        with real_window(qtbot, tmp_path) as made:
            yield made
    finally:
        use_language(qapp, ENGLISH)
        QLocale.setDefault(before)


def looked_at(name: str, widget: QWidget, told: list[str]) -> None:
    """Adds what is wrong with `widget` once it is at rest to `told`, with where."""
    for _ in range(4):
        QApplication.processEvents()
    found, rest = faults(widget), QDeadlineTimer(_REST_MS)
    while found and not rest.hasExpired():  # rows may still be made, and a scroll bar come or go
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        found = faults(widget)
    told += [f"{name}: {fault}" for fault in found]


def walk(window: MainWindow, study: OpenStudy, told: list[str]) -> None:
    """The views, the panes, the bars that come and go, and the tour."""
    projection = study.projection
    assert projection is not None
    times = projection.planned.times.values()
    visit = max(times, key=lambda each: len(each.instance.activities))
    date_anchors(study)
    window.select(visit.key)
    for view in ARRANGEMENTS:
        window.show_views(view)
        looked_at(view, window, told)
    window.show_views("view_split")
    for pane in window.panes:
        window.show_pane(pane)
        looked_at(f"pane {pane}", window, told)
    window.show_pane("inspector")
    for address in _of_each_class(study):
        window.select(address)
        looked_at(f"inspector {study.document.entity(address)}", window, told)
    window.show_views("view_graph")
    for action in ("find_visit", "filter_graph", "show_timings", "show_side_timelines", "graph_to_scale"):
        window.actions_by_id[action].trigger()
        looked_at(action, window, told)
    tour = window.parts["Tour"]
    assert isinstance(tour, Tour)
    tour.begin()
    assert tour.guide is not None
    looked_at("tour as it begins", window, told)
    for step in range(len(tour_steps(window))):
        tour.guide.go(step)
        looked_at(f"tour {step}", window, told)
    tour.guide.end()
    window.show_home()
    looked_at("home", window, told)


def _of_each_class(study: OpenStudy) -> list[str]:
    found: dict[str, str] = {}
    for address in study.document.index.unique:
        entity = study.document.entity(address)
        if entity is not None:
            found.setdefault(entity.instance_type, address)
    return list(found.values())


@pytest.mark.parametrize(
    ("window", "size"),
    [(GERMAN, LARGE), (GERMAN, SMALL), (PSEUDO, LARGE), (PSEUDO_MIRRORED, LARGE)],
    indirect=["window"],
)
def test_nothing_is_cut_off_in_the_window(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    told: list[str] = []
    looked_at("empty home", window, told)
    study = opened(window, sample_study_bytes())
    walk(window, study, told)
    assert not told, "\n".join(told)


def dialogs() -> Iterator[QDialog]:
    """Each dialog as it opens."""
    yield PreferencesDialog(Settings())
    yield BackendDialog(Settings())
    yield PassphraseDialog(is_set=False)
    yield PassphraseDialog(is_set=True)
    yield ShortcutsDialog()
    yield AboutDialog()
    yield OtherStudyDialog([ENTRY])
    yield DiagnosticsDialog({"about.json": "{}\n"})


@pytest.mark.parametrize("window", LANGUAGES, indirect=True)
def test_nothing_is_cut_off_in_dialogs(window: MainWindow, qtbot: QtBot) -> None:
    told: list[str] = []
    for dialog in dialogs():
        qtbot.addWidget(dialog)
        dialog.show()
        looked_at(type(dialog).__name__, dialog, told)
        dialog.close()
    opened(window, sample_study_bytes())
    window.actions_by_id["export"].trigger()
    exporting = window.parts["Export"]
    assert isinstance(exporting, Export)
    assert exporting.dialog is not None
    looked_at("export", exporting.dialog, told)
    exporting.dialog.reject()
    assert not told, "\n".join(told)


@pytest.mark.parametrize("window", [PSEUDO_MIRRORED], indirect=True)
def test_the_parts_change_sides_from_right_to_left(window: MainWindow) -> None:
    window.resize(*LARGE)
    opened(window, sample_study_bytes())
    window.show_pane("navigator")
    window.show_pane("inspector")
    QApplication.processEvents()
    navigator, inspector = (window.panes[name].dock for name in ("navigator", "inspector"))
    assert inspector.geometry().right() < navigator.geometry().left()
    canvas = window.canvas
    assert canvas.layoutDirection() is Qt.LayoutDirection.RightToLeft
    turned = [each for each in window.findChildren(QWidget) if each.isVisible()]
    assert turned
    stayed = [each for each in turned if each.layoutDirection() is not Qt.LayoutDirection.RightToLeft]
    assert not stayed


def test_what_does_not_fit_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(200, 100)
    label = QLabel("A text that is much too long for its place", holder)
    label.setGeometry(0, 0, 40, 20)
    button = QPushButton("OK", holder)
    button.setGeometry(190, 40, 120, 40)
    holder.show()
    told = faults(holder)
    assert [each.split(":")[0] for each in told] == ["cut off", "outside"]


def test_what_lies_over_its_neighbour_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    first, second = QLabel("One"), QLabel("Two")
    row.addWidget(first)
    row.addWidget(second)
    holder.show()
    assert faults(holder) == []
    second.setGeometry(first.geometry())
    assert [each.split(":")[0] for each in faults(holder)] == ["overlap"]
