"""With the network gone: what was opened stays readable, the program says so, and it comes back by itself."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.settings import Settings
from resources.sample import sample_study_bytes
from services.sync import Offline
from tests.backend.serving import Client
from tests.e2e.conftest import StartDesktop
from tests.e2e.desktop import SAMPLE_TITLE, BackendSwitch, Desktop
from tests.services.real_backend import RealBackend


def test_the_second_start_opens_the_study_from_the_cache_and_downloads_nothing(start: StartDesktop) -> None:
    first = start()
    first.open(SAMPLE_TITLE)
    first.close()

    second = start()
    study = second.open(SAMPLE_TITLE)
    assert study.document.to_bytes() == sample_study_bytes()
    second.until_online()
    second.until(lambda: study.entry.is_current, "word that the study is current")
    # Asking what is new takes a few hundred bytes; the study itself, even compressed, many thousands.
    assert second.traffic.requests > 0
    assert second.traffic.bytes_received < 5_000 < len(sample_study_bytes()) / 10


def test_the_backend_goes_and_comes_back(
    start: StartDesktop, switch: BackendSwitch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = start()
    desktop.open(SAMPLE_TITLE)
    desktop.until_online()
    window = desktop.window

    switch.take_away()
    desktop.until_offline()
    assert window.status.connection_words.startswith("Offline, as of ")
    desktop.trigger("home")
    desktop.until(window.home._banner.isVisible, "the banner")
    assert "Offline, as of " in window.home._banner_text.text()

    # List, open, export.
    desktop.trigger("close_study")
    study = desktop.open(SAMPLE_TITLE)
    assert study.document.to_bytes() == sample_study_bytes()
    out = tmp_path / "offline.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(out), "")))
    desktop.trigger("export_usdm")
    desktop.until_told("offline.json")
    assert out.read_bytes() == sample_study_bytes()

    # What needs the backend says why it cannot be done.
    importing = window.actions_by_id["import"]
    assert not importing.isEnabled()
    assert "backend" in importing.toolTip()

    switch.give_back()
    desktop.until_online()
    assert window.status.connection_words.startswith("Synced")
    desktop.until_told("The backend can be reached again")
    assert importing.isEnabled()
    assert not window.home._banner.isVisible()


def test_a_start_with_no_backend_lists_and_opens_what_is_kept(
    start: StartDesktop, switch: BackendSwitch
) -> None:
    first = start()
    first.open(SAMPLE_TITLE)
    first.close()
    switch.forbid()
    second = start()
    study = second.open(SAMPLE_TITLE)
    assert study.document.to_bytes() == sample_study_bytes()
    second.until_offline()
    assert second.window.status.connection_words.startswith("Offline, as of ")


def test_a_backend_that_was_never_reached(start: StartDesktop) -> None:
    # Port 1 of loopback: nothing listens there, and the refusal comes at once.
    desktop = start(Settings("http://127.0.0.1:1/graphql"))
    desktop.program.library.use_token("a-token").result(20)
    desktop.until_offline()
    assert desktop.window.status.connection_words == "Offline, never connected"
    status = desktop.program.status
    assert status is not None
    assert isinstance(status.sync, Offline)
    assert "cannot be reached" in desktop.window.status._connection.toolTip()
    assert "not been reached yet" in desktop.window.home._banner_text.text()


def test_a_new_revision_from_elsewhere_is_offered(start: StartDesktop, tmp_path: Path) -> None:
    with RealBackend(tmp_path / "backend") as backend:
        desktop = start(Settings(backend.url))
        desktop.program.library.use_token(backend.token).result(20)
        desktop.until_online()
        path = tmp_path / "shared.json"
        path.write_bytes(sample_study_bytes())
        desktop.program.import_file(path)
        study = desktop.until_open()
        assert study.entry.revision == 1
        newer = sample_study_bytes().replace(b"12-lead ECG", b"12-lead ECG, triplicate")
        with httpx.Client(base_url=backend.url, trust_env=False) as http:
            elsewhere = Client(0, http, backend.token)
            elsewhere.bring(newer, key="elsewhere", studyId=study.entry.id, baseRevision=1)
        window = desktop.window
        desktop.until(
            lambda: any("Revision 2" in sentence for sentence in window.notices.sentences), "the notice"
        )
        assert study.document.to_bytes() == sample_study_bytes()  # nothing changes under the reader
        notice = next(each for each in window.notices._shown if "Revision 2" in each.words)
        notice.findChildren(QPushButton)[0].click()
        shown = desktop.until_open(lambda made: made is not study)
        assert shown.document.to_bytes() == newer
        desktop.until(lambda: shown.entry.revision == 2, "revision 2")


def test_a_wrong_token_is_told(start: StartDesktop, tmp_path: Path) -> None:
    with RealBackend(tmp_path / "backend") as backend:
        desktop = start(Settings(backend.url))
        desktop.program.library.use_token("wrong-token").result(20)
        desktop.until_offline()
        assert "refused the access token" in desktop.window.status._connection.toolTip()
        assert "wrong-token" not in desktop.window.status._connection.toolTip()
        # The right one, typed into the dialog, is used at once.
        desktop.program.use_backend(Settings(backend.url), backend.token)
        desktop.until_online()


def test_without_a_keyring_studies_are_in_memory_until_a_passphrase_is_given(
    qtbot: QtBot, data_dir: Path, switch: BackendSwitch
) -> None:
    desktop = Desktop(qtbot, data_dir, None, switch=switch).start()
    try:
        desktop.until_online()
        assert desktop.window.status.kept_words == "Kept in memory only"
        desktop.open(SAMPLE_TITLE)
        desktop.program.use_passphrase("correct horse battery staple")
        desktop.until_told("kept on this computer, encrypted")
        desktop.until(lambda: "passphrase" in desktop.window.status.kept_words, "the passphrase")
    finally:
        desktop.close()
    assert b"MAE-101" not in b"".join(each.read_bytes() for each in data_dir.rglob("*") if each.is_file())
