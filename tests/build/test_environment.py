"""Setting up a clone: what is asked of the system, what is told to a person, and nothing done twice."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.shared import ROOT

SCRIPT = ROOT / "build" / "environment.py"


@pytest.fixture
def environment() -> ModuleType:
    spec = importlib.util.spec_from_file_location("environment", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_installed_packages_counts_what_is_provided_and_leaves_what_was_removed(
    environment: ModuleType,
) -> None:
    listing = "ii \tlibgl1\t\nii \tlibglib2.0-0t64\tlibglib2.0-0 (= 2.84), libglib\nrc \tdbus\tdefault-dbus\n"
    assert environment.installed_packages(listing) == {"libgl1", "libglib2.0-0t64", "libglib2.0-0", "libglib"}


def test_a_screen_is_asked_for_only_where_a_window_is_shown(environment: ModuleType) -> None:
    assert "libxcb-cursor0" in environment.required_packages("run", True)
    assert "libxcb-cursor0" not in environment.required_packages("run", False)
    assert "libxcb-cursor0" not in environment.required_packages("test", True)
    assert "gnome-keyring" in environment.required_packages("test", False)
    assert "gnome-keyring" not in environment.required_packages("run", True)


@pytest.mark.parametrize(
    ("platform", "variables", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_has_screen(environment: ModuleType, platform: str, variables: dict[str, str], screen: bool) -> None:
    assert environment.has_screen(platform, variables) is screen


@pytest.mark.skipif(os.name == "nt", reason="Debian's packages")
def test_who_is_not_root_is_given_one_command(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(environment.SetupError) as told:
        environment.install_packages(["libgl1", "python3-venv"])
    command = str(told.value).splitlines()[-1].strip()
    assert command == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 python3-venv"
    )


def test_root_installs_what_is_missing_after_an_update(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(environment, "run", lambda command, environ=None: ran.append(command))
    environment.install_packages(["dbus"])
    assert [command[:2] for command in ran] == [["apt-get", "update"], ["apt-get", "install"]]
    assert ran[1][-1] == "dbus"


def test_nothing_missing_runs_nothing(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(environment, "run", lambda command, environ=None: ran.append(command))
    environment.install_packages([])
    assert ran == []


@pytest.fixture
def clone(environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with a lock and metadata, where making an environment only makes its interpreter's file."""
    (tmp_path / "requirements.lock").write_text("numpy==2.4.6\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "missing_packages", lambda wanted: [])
    return tmp_path


def test_a_second_set_up_installs_nothing_until_the_lock_changes(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, clone: Path
) -> None:
    ran: list[str] = []

    def run(command: list[str], environ: object = None) -> None:
        ran.append(command[-1] if "venv" in command else command[-2])
        if "venv" in command:
            python: Path = environment.environment_python(clone / ".venv")
            python.parent.mkdir(parents=True)
            python.touch()

    monkeypatch.setattr(environment, "run", run)
    environment.set_up("test")
    assert ran == [str(clone / ".venv"), "-r", "--editable"]
    environment.set_up("test")
    assert len(ran) == 3
    (clone / "requirements.lock").write_text("numpy==2.5.0\n")
    environment.set_up("test")
    assert ran[3:] == ["-r", "--editable"]


def test_a_set_up_that_broke_off_is_done_again(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, clone: Path
) -> None:
    def fails(command: list[str], environ: object = None) -> None:
        raise environment.SetupError("no network")

    monkeypatch.setattr(environment, "run", fails)
    for _ in range(2):
        with pytest.raises(environment.SetupError):
            environment.set_up("run")


def test_no_screen_is_said_in_one_line_that_names_the_verbs(environment: ModuleType) -> None:
    assert "\n" not in environment.NO_SCREEN
    for verb in ("schedule", "check", "export", "backend"):
        assert verb in environment.NO_SCREEN


def test_the_script_needs_nothing_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(SCRIPT), "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "develop" in done.stdout
