"""Two people place cards of one study's graph: each sees what the other placed, and nobody's later place is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.layout_exchange import LayoutExchange
from app.open_study import OpenStudy
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.keyrings import Keyring
from study.commands.deletion import DeleteVisit
from tests.e2e.conftest import StartDesktop
from tests.e2e.desktop import SAMPLE_TITLE, Desktop, memory_keyring
from tests.services.real_backend import RealBackend
from ui.canvas.hit import Hit

WAIT_S = 20
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

Place = tuple[float, float]


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[RealBackend]:
    with RealBackend(tmp_path / "backend") as running:
        yield running


@dataclass
class Desks:
    """Starts the desktop of a person, the same however often."""

    start: StartDesktop
    backend: RealBackend
    folder: Path
    keyrings: dict[str, Keyring] = field(default_factory=dict)

    def begin(self, name: str) -> Desktop:
        settings = Settings(backend_url=self.backend.url, author=name)
        keyring = self.keyrings.setdefault(name, memory_keyring())
        made = self.start(settings, folder=self.folder / name, keyring=keyring)
        made.until(lambda: made.program.link.is_ready)
        return made

    def online(self, name: str) -> Desktop:
        made = self.begin(name)
        made.program.library.use_token(self.backend.token).result(WAIT_S)
        made.until_online()
        return made


@pytest.fixture
def desks(start: StartDesktop, backend: RealBackend, tmp_path: Path) -> Desks:
    return Desks(start, backend, tmp_path)


@pytest.fixture
def both(desks: Desks) -> tuple[Desktop, Desktop]:
    """Ada's and Ben's desktops, with the sample study open in each."""
    ada = desks.online("Ada")
    ada.program.library.import_study(sample_study_bytes()).result(WAIT_S)
    ada.open(SAMPLE_TITLE)
    ben = desks.online("Ben")
    ben.open(SAMPLE_TITLE)
    until_sent(ada, ben)
    return ada, ben


def study_of(desktop: Desktop) -> OpenStudy:
    assert desktop.program.current is not None
    return desktop.program.current


def visits(desktop: Desktop) -> list[str]:
    projection = study_of(desktop).projection
    assert projection is not None
    return [each.id or "" for each in projection.timeline.instances if not each.is_decision]


def node_of(desktop: Desktop, visit: str) -> int:
    scene = desktop.window.canvas.scene
    assert scene is not None
    node = scene.place_of(visit)
    assert node is not None
    return node


def place_of(desktop: Desktop, visit: str) -> Place:
    """Where a card stands on a desktop, in world units."""
    scene, node = desktop.window.canvas.scene, node_of(desktop, visit)
    assert scene is not None
    return float(scene.left[node]), float(scene.top[node])


def nudge(desktop: Desktop, visit: str, key: Qt.Key = Qt.Key.Key_Down) -> Place:
    """Ctrl and an arrow on a card; where it stands then."""
    canvas = desktop.window.canvas
    canvas.setFocus()
    canvas.choose(Hit(node=node_of(desktop, visit)))
    before = place_of(desktop, visit)
    QTest.keyClick(canvas, key, Qt.KeyboardModifier.ControlModifier)
    after = place_of(desktop, visit)
    assert after != before
    return after


def until_there(desktop: Desktop, visit: str, place: Place) -> None:
    desktop.until(lambda: place_of(desktop, visit) == place, f"{visit} at {place}")


def until_sent(*desktops: Desktop) -> None:
    """Until the backend has everything that was placed."""
    for desktop in desktops:
        desktop.until(partial(is_sent, desktop), "places that are sent")


def is_sent(desktop: Desktop) -> bool:
    sharing = desktop.window.canvas.hand.store.sharing
    return sharing.is_joined and not sharing.is_waiting


def test_what_one_places_stands_there_for_the_other(both: tuple[Desktop, Desktop]) -> None:
    ada, ben = both
    first, second = visits(ada)[:2]
    at_first = place_of(ada, first)
    seen = ben.window.canvas.camera
    by_ada = nudge(ada, first)
    until_there(ben, first, by_ada)
    assert ben.window.canvas.camera == seen
    # Different cards never meet; of one card the later place counts.
    until_there(ada, second, nudge(ben, second))
    later = nudge(ben, first, Qt.Key.Key_Right)
    until_there(ada, first, later)
    # Undoing takes back one's own place, and never what another placed since.
    ada.trigger("undo")
    assert place_of(ada, first) == later
    assert any("somebody else placed" in each for each in ada.window.notices.sentences)
    ben.trigger("undo")
    until_there(ada, first, by_ada)
    assert place_of(ben, first) == by_ada
    by_ada = nudge(ada, first)
    until_there(ben, first, by_ada)
    ada.trigger("undo")
    until_there(ben, first, place_of(ada, first))
    assert place_of(ben, first) not in (by_ada, at_first)
    assert study_of(ada).revision == study_of(ben).revision == 1
    nothing_moves_under_a_card_that_is_held(ada, ben, *visits(ada)[2:4])


def nothing_moves_under_a_card_that_is_held(ada: Desktop, ben: Desktop, first: str, second: str) -> None:
    """Ben holds the second card while Ada places the first."""
    canvas = ben.window.canvas
    canvas.setFocus()
    canvas.fit_all()
    start = QPoint(*(round(at) for at in canvas.point_of(node_of(ben, second))))
    QTest.mousePress(canvas, LEFT, NONE, start)
    for step in range(1, 6):
        QTest.mouseMove(canvas, start + QPoint(0, 12 * step))
    assert canvas.pointer.is_dragging
    held, seen, before = place_of(ben, second), canvas.camera, place_of(ben, first)
    by_ada = nudge(ada, first)
    until_sent(ada)
    exchange = study_of(ben).findChild(LayoutExchange)
    assert exchange is not None
    ben.until(lambda: exchange.holds_back, "what was placed")
    assert canvas.pointer.is_dragging
    assert (place_of(ben, second), place_of(ben, first), canvas.camera) == (held, before, seen)
    QTest.mouseRelease(canvas, LEFT, NONE, start + QPoint(0, 60))
    until_there(ben, first, by_ada)
    until_there(ada, second, place_of(ben, second))
    assert canvas.camera == seen


def test_what_is_placed_offline_is_kept_over_a_restart_and_sent_later(
    desks: Desks, both: tuple[Desktop, Desktop]
) -> None:
    ada, ben = both
    first, second, third, fourth = visits(ada)[:4]
    early = nudge(ada, third)
    until_there(ben, third, early)
    desks.backend.kill()
    for desktop in both:
        desktop.trigger("refresh")
        desktop.until_offline()
    by_ada, by_ben = nudge(ada, first), nudge(ben, second)
    late = nudge(ben, third)
    nudge(ada, fourth)
    assert study_of(ben).editor.do(DeleteVisit(fourth))
    assert place_of(ada, second) != by_ben
    ada.close()
    ada = desks.begin("Ada")
    ada.until_offline()
    ada.open(SAMPLE_TITLE)
    until_there(ada, first, by_ada)
    desks.backend.start()
    for desktop in (ada, ben):
        desktop.trigger("refresh")
        desktop.until_online()
    for desktop in (ada, ben):
        until_there(desktop, first, by_ada)
        until_there(desktop, second, by_ben)
        until_there(desktop, third, late)
    until_sent(ada, ben)
    # What was placed of a visit that another deleted meanwhile is ignored, and nobody is bothered.
    ada.until(lambda: fourth not in study_of(ada).document.index.unique, "the deletion")
    assert set(ada.told) <= {"The backend can be reached again."}
    # It is sent as well where the study is not open any more.
    desks.backend.kill()
    ben.trigger("refresh")
    ben.until_offline()
    second_late = nudge(ben, second)
    ben.close()
    desks.backend.start()
    ben = desks.online("Ben")
    ada.trigger("refresh")
    until_there(ada, second, second_late)
    assert ben.program.current is None
    # All of it is there for who opens the study for the first time, and after a restart.
    cleo = desks.online("Cleo")
    cleo.open(SAMPLE_TITLE)
    until_there(cleo, first, by_ada)
    until_there(cleo, third, late)
    ben.open(SAMPLE_TITLE)
    until_there(ben, second, second_late)
    ben.trigger("undo")
    until_there(cleo, second, by_ben)
