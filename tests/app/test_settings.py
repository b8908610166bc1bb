"""What a person has set: kept, and never in the way when its file is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import Settings, data_folder


def test_what_was_set_is_there_again(tmp_path: Path) -> None:
    settings = Settings("https://maestro.example.org/graphql", "/etc/site.pem")
    settings.save(tmp_path / "new folder")
    assert Settings.load(tmp_path / "new folder") == settings


def test_nothing_set_yet(tmp_path: Path) -> None:
    assert Settings.load(tmp_path) == Settings(None, None)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"backend_url": 3, "site_ca": ["x"]}', b'{"backend_url": ""}', b"null"],
)
def test_a_damaged_file_gives_the_defaults_and_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert Settings.load(tmp_path) == Settings()
    assert path.read_bytes() == content


def test_what_is_unknown_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(
        '{"backend_url": "https://a.example", "later": 1}', encoding="utf-8"
    )
    assert Settings.load(tmp_path) == Settings("https://a.example")


def test_the_data_folder_is_the_one_that_was_told(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert data_folder() == data_dir
    monkeypatch.delenv("MAESTRO_DATA_DIR")
    assert data_folder().name == "Maestro"


def test_how_the_program_looks_is_kept(tmp_path: Path) -> None:
    settings = Settings(
        language="de", appearance="contrast-dark", scale=150, proxy="direct", log_level="debug"
    )
    settings.save(tmp_path)
    assert Settings.load(tmp_path) == settings


@pytest.mark.parametrize("scale", ["0", "-100", "1e9", "true", '"150"', "149"])
def test_a_size_that_nobody_could_read_is_not_taken(tmp_path: Path, scale: str) -> None:
    (tmp_path / "settings.json").write_text(f'{{"scale": {scale}, "log_level": "all"}}', encoding="utf-8")
    assert Settings.load(tmp_path) == Settings()
