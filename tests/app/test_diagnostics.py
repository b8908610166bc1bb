"""The diagnostics bundle says what the program is and did, and nothing of studies, people or secrets."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from app.diagnostics import bundle, scrubbed, zipped
from app.settings import Settings


def test_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "cache.db").write_bytes(b"encrypted study of participant 014")
    settings = Settings("https://maestro.hospital.example/graphql?token=secret")
    texts = bundle(settings, None, tmp_path, {"maestro.log": "offline"}, {"qt": "6.11"})
    assert list(texts) == ["about.json", "settings.json", "state.json", "files.json", "logs/maestro.log"]
    assert json.loads(texts["about.json"])["qt"] == "6.11"
    assert json.loads(texts["about.json"])["libraries"]["numpy"] != "not installed"
    assert json.loads(texts["files.json"]) == {"cache.db": 34}
    assert json.loads(texts["settings.json"])["backend_url"] == "https://maestro.hospital.example/…"
    assert "secret" not in "".join(texts.values())
    assert "participant" not in "".join(texts.values())


def test_persons_folders_and_ids_are_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/anna.kern")
    monkeypatch.setenv("USERPROFILE", "/home/anna.kern")
    monkeypatch.setenv("USERNAME", "anna.kern")
    said = "anna.kern opened /home/anna.kern/studies/x.json, 8f0c7a52-93a1-4b7e-8f57-1d6f2a3b4c5d"
    assert scrubbed(said) == "person opened ~/studies/x.json, 8f0c7a52…"


def test_the_file_that_is_written(tmp_path: Path) -> None:
    texts = {"about.json": "{}\n", "logs/maestro.log": "Ärzte\n"}
    written = zipped(texts)
    assert written == zipped(texts)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == texts
