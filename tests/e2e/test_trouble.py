"""What goes wrong on a person's computer is told in words, and what was good is kept."""

from __future__ import annotations

import errno
import logging
import os
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.settings import Settings
from resources.sample import sample_study_bytes
from services.folder_lock import FolderInUse, FolderLock
from services.keyrings import Keyring
from tests.e2e.conftest import StartDesktop
from tests.e2e.desktop import SAMPLE_TITLE, BackendSwitch
from tests.services.memory_keyring import MemoryKeyring
from ui import start as starting


def test_a_second_program_on_the_same_folder_is_told(start: StartDesktop) -> None:
    start()
    with pytest.raises(FolderInUse, match="already open"):
        start()


def test_the_window_of_a_second_program_says_so_and_does_not_open(
    qapp: object, data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    boxes: list[str] = []
    monkeypatch.setattr(
        QMessageBox, "warning", staticmethod(lambda _parent, _title, text: boxes.append(text))
    )
    monkeypatch.setattr(starting, "prepare_process", lambda: None)
    with FolderLock(data_dir):
        assert starting.run() == 2
    assert len(boxes) == 1
    assert "already open" in boxes[0]
    assert capsys.readouterr().err.strip() == f"maestro: {boxes[0]}"


def test_a_damaged_cache_is_set_aside_with_a_sentence(start: StartDesktop, data_dir: Path) -> None:
    first = start()
    first.open(SAMPLE_TITLE)
    first.close()
    cache = data_dir / "studies.cache"
    for beside in data_dir.glob("studies.cache-*"):
        beside.unlink()
    cache.write_bytes(os.urandom(len(cache.read_bytes())))
    second = start()
    second.until_told("The offline cache is damaged")
    assert any("set aside" in sentence for sentence in second.told)
    assert list(data_dir.glob("studies.cache.damaged-*"))
    assert second.open(SAMPLE_TITLE).document.to_bytes() == sample_study_bytes()


def test_a_cache_of_a_newer_version_is_set_aside_with_a_sentence(
    start: StartDesktop, data_dir: Path, keyring: Keyring
) -> None:
    from services import cache_schema

    first = start()
    first.open(SAMPLE_TITLE)
    first.close()
    assert isinstance(keyring, MemoryKeyring)
    secret = next(value for (_, name), value in keyring.secrets.items() if "cache" in name)
    key = bytes.fromhex(secret) if len(secret) == 64 else __import__("base64").b64decode(secret)
    connection = cache_schema.connect(data_dir / "studies.cache", key)
    connection.execute(f"PRAGMA user_version = {cache_schema.VERSION + 1}")
    connection.close()
    second = start()
    second.until_told("written by a newer Maestro")
    assert list(data_dir.glob("studies.cache.newer-*"))
    assert second.open(SAMPLE_TITLE).document.to_bytes() == sample_study_bytes()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not JSON at all", "not JSON"),
        (sample_study_bytes()[:5000], "cut off"),
        (b'{"a": 1}', "holds no study"),
        (b'{"study":' * 5000, "levels deep"),
    ],
    ids=["not JSON", "cut off", "no study", "deep"],
)
def test_a_bad_file_is_told_and_the_open_study_stays(
    start: StartDesktop, tmp_path: Path, content: bytes, words: str
) -> None:
    desktop = start()
    study = desktop.open(SAMPLE_TITLE)
    bad = tmp_path / "bad.json"
    bad.write_bytes(content)
    desktop.window.open_path(bad)
    desktop.until_told(words)
    assert any("The file itself is unchanged" in sentence for sentence in desktop.told)
    assert desktop.program.current is study
    desktop.program.import_file(bad)
    desktop.until(lambda: not desktop.window.work_bar.isVisible() and desktop.program._work is None)
    assert desktop.program.current is study
    assert bad.read_bytes() == content


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file dialog says to write."""
    (tmp_path / "there").mkdir()
    path = tmp_path / "there" / "out.json"
    path.write_text("before", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_, **__: (str(path), "")))
    return path


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux says which file a handle is")
def test_a_full_disk_is_told_and_nothing_half_written(
    start: StartDesktop, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = start()
    study = desktop.open(SAMPLE_TITLE)
    sync = os.fsync

    def full(handle: int) -> None:
        if ".out.json." in str(Path(f"/proc/self/fd/{handle}").readlink()):
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(handle)

    monkeypatch.setattr(os, "fsync", full)
    desktop.trigger("export_usdm")
    desktop.until_told("The disk is full")
    assert out.read_text(encoding="utf-8") == "before"
    assert [each.name for each in out.parent.iterdir()] == ["out.json"]
    assert desktop.program.current is study


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this person")
def test_a_read_only_folder_is_told(start: StartDesktop, out: Path) -> None:
    desktop = start()
    desktop.open(SAMPLE_TITLE)
    out.parent.chmod(0o500)
    try:
        desktop.trigger("export_usdm")
        desktop.until_told("read-only")
    finally:
        out.parent.chmod(0o700)
    assert out.read_text(encoding="utf-8") == "before"


def test_nothing_of_a_study_and_no_secret_is_logged(
    start: StartDesktop,
    data_dir: Path,
    keyring: Keyring,
    switch: BackendSwitch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    desktop = start()
    desktop.until_online()
    path = tmp_path / "private.json"
    path.write_bytes(sample_study_bytes().replace(b"12-lead ECG", b"Participant-0815"))
    desktop.open_file(path)
    desktop.window.home.import_file.emit(str(path))
    study = desktop.until_open(lambda study: study.entry.source is None)
    bad = tmp_path / "bad.json"
    bad.write_bytes(b'{"study": "Participant-0815"}')
    desktop.window.open_path(bad)
    desktop.until_told("holds no study")
    switch.take_away()
    desktop.until_offline()
    switch.give_back()
    desktop.until_online()
    title = study.title
    desktop.close()
    assert isinstance(keyring, MemoryKeyring)
    written = caplog.text + "".join(capfd.readouterr())
    written += "".join(each.read_text(encoding="utf-8") for each in data_dir.rglob("*.log"))
    assert written  # there are logs to look at
    for word in ("Participant-0815", title, *keyring.secrets.values()):
        assert word not in written


def test_what_lies_in_the_data_folder_is_encrypted(start: StartDesktop, data_dir: Path) -> None:
    desktop = start()
    desktop.open(SAMPLE_TITLE)
    desktop.close()
    kept = [each for each in data_dir.rglob("*") if each.is_file()]
    assert any(each.stat().st_size > 100_000 for each in kept)
    for each in kept:
        assert b"12-lead ECG" not in each.read_bytes(), each
        assert b"SQLite format 3" not in each.read_bytes()[:100], each
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(data_dir / "studies.cache").execute("SELECT * FROM studies")


def test_the_backend_at_another_address_is_chosen_and_kept(start: StartDesktop, data_dir: Path) -> None:
    desktop = start()
    desktop.until_online()
    desktop.program.use_backend(Settings("http://127.0.0.1:1/graphql"), "a-token")
    desktop.until_offline()
    assert Settings.load(data_dir).backend_url == "http://127.0.0.1:1/graphql"
    assert "a-token" not in (data_dir / "settings.json").read_text(encoding="utf-8")
    # What was opened before, on the other backend, is still on this computer.
    desktop.program.use_backend(Settings())
    desktop.until_online()
