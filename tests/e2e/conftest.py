"""Starts and ends the program for each test."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.settings import Settings
from services.keyrings import Keyring
from tests.e2e.desktop import BackendSwitch, Desktop, memory_keyring

StartDesktop = Callable[..., Desktop]


@pytest.fixture
def keyring() -> Keyring:
    """The keyring of the test's session, which lasts over several starts of the program."""
    return memory_keyring()


@pytest.fixture
def switch(tmp_path: Path) -> BackendSwitch:
    """The switch of the embedded backend."""
    return BackendSwitch(tmp_path / "switch")


@pytest.fixture
def start(
    qtbot: QtBot, data_dir: Path, keyring: Keyring, switch: BackendSwitch
) -> Generator[StartDesktop, None, None]:
    """Starts the program on the test's data folder; what is still open at the end is closed."""
    started: list[Desktop] = []

    def begin(
        settings: Settings | None = None, *, folder: Path | None = None, keyring: Keyring = keyring
    ) -> Desktop:
        made = Desktop(qtbot, folder or data_dir, keyring, settings=settings, switch=switch)
        started.append(made)
        return made.start()

    yield begin
    for each in started:
        each.close()
