"""A later start hands what it was asked to open to the program that is open already."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from app.links import Link
from ui import one_instance
from ui.one_instance import Door, hand_over


@pytest.fixture
def door(qapp: object, tmp_path: Path) -> Iterator[Door]:
    made = Door(tmp_path)
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("what", [Link("4f1c", "Visit 8", "Main"), Path("/studies/ä b.json"), None])
def test_what_was_asked_for_arrives(
    qtbot: QtBot, door: Door, tmp_path: Path, what: Link | Path | None
) -> None:
    asked: list[object] = []
    door.asked.connect(asked.append)
    later = (
        "import sys; from pathlib import Path; from app.links import read_link;"
        "from ui.one_instance import hand_over; folder, kind, text = sys.argv[1:];"
        "what = read_link(text) if kind == 'Link' else Path(text) if kind == 'Path' else None;"
        "sys.exit(0 if hand_over(Path(folder), what) else 1)"
    )
    kind = "" if what is None else "Link" if isinstance(what, Link) else "Path"
    with subprocess.Popen([sys.executable, "-c", later, str(tmp_path), kind, str(what)]) as started:
        qtbot.waitUntil(lambda: started.poll() is not None, timeout=20_000)
        assert started.returncode == 0
    assert asked == [what]


def test_with_nobody_there_it_is_not_handed_over(qapp: object, tmp_path: Path) -> None:
    assert hand_over(tmp_path, None) is False


def test_another_data_folder_is_another_program(qtbot: QtBot, door: Door, tmp_path: Path) -> None:
    assert hand_over(tmp_path / "other", None) is False


@pytest.mark.parametrize("said", [b"[]\n", b"{\n", b'{"link": "maestro:delete?study=1"}\n', b"x" * 20_000])
def test_what_nobody_of_ours_would_say_is_dropped(
    qtbot: QtBot, door: Door, tmp_path: Path, said: bytes
) -> None:
    asked: list[object] = []
    door.asked.connect(asked.append)
    socket = QLocalSocket()
    with qtbot.waitSignal(socket.disconnected):
        socket.connectToServer(one_instance._name(tmp_path))
        socket.write(said)
    assert asked == []
    socket.deleteLater()
