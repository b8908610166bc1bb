"""What every test starts from: no screen, no files of the person's, no keyring, guards on."""

import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.shared import SHARED

pytest_plugins = ("tests.guards.messages", "tests.guards.dangling")

_home = Path(tempfile.mkdtemp(prefix="maestro-tests-"))


def _isolate() -> None:
    """Points everything that finds a person's files at a folder of the run. Children inherit it."""
    folders = {
        "HOME": "home",
        "USERPROFILE": "home",
        "APPDATA": "home/roaming",
        "LOCALAPPDATA": "home/local",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "share",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
        "XDG_RUNTIME_DIR": "runtime",
    }
    for variable, name in folders.items():
        folder = _home / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[variable] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = "1"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    # A proxy is the person's too, and no test leaves this machine.
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ.pop(name, None)
        os.environ.pop(name.upper(), None)


_isolate()

_lasting = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("local", **_lasting)  # type: ignore[arg-type]
settings.register_profile("ci", derandomize=True, database=None, print_blob=True, **_lasting)  # type: ignore[arg-type]
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_unconfigure() -> None:
    shutil.rmtree(_home, ignore_errors=True)


_numbers = itertools.count(1)


@pytest.fixture(autouse=True)
def data_dir(monkeypatch: pytest.MonkeyPatch) -> Generator[Path, None, None]:
    """The data folder that the program would use in this test (MAESTRO_DATA_DIR): its own, not there yet."""
    folder = _home / f"data-{next(_numbers)}"
    monkeypatch.setenv("MAESTRO_DATA_DIR", str(folder))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def country() -> None:
    """Dates and numbers as in one country, whatever the machine's is and whatever a test before this one chose."""
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QLocale

        QLocale.setDefault(QLocale("en_GB"))


@pytest.fixture
def shared_data() -> Path:
    """The folder of shared real studies and oracles; skips the test where it is not beside this clone."""
    if not (SHARED / "data").is_dir():
        pytest.skip("the shared studies are not beside this clone")
    return SHARED / "data"
