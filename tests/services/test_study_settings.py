"""What a person set for a study outlives a restart, a new listing and an older file, and goes with the study."""

from __future__ import annotations

from pathlib import Path

import pytest

from services import cache_schema
from services.cache import Cache
from services.cached_studies import CachedStudy, hash_of
from services.library import Library, LibrarySettings
from services.library_entries import LibraryEvents
from tests.services.studies import study

KEY = bytes(range(32))
SECONDS = 20
NOWHERE = "https://127.0.0.1:9"


def test_a_setting_comes_back_after_a_restart_and_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "studies.cache"
    with Cache(path, KEY) as cache:
        assert cache.setting("one", "layout").result(SECONDS) is None
        cache.keep_setting("one", "layout", "first").result(SECONDS)
        cache.keep_setting("one", "layout", "second ü").result(SECONDS)
        cache.keep_setting("one", "dates", "third").result(SECONDS)
        cache.keep_setting("two", "layout", "other").result(SECONDS)
    with Cache(path, KEY) as cache:
        assert cache.setting("one", "layout").result(SECONDS) == "second ü"
        assert cache.setting("one", "dates").result(SECONDS) == "third"
        cache.keep_setting("one", "layout", "").result(SECONDS)
        assert cache.setting("one", "layout").result(SECONDS) is None
        assert cache.setting("two", "layout").result(SECONDS) == "other"


def test_a_setting_survives_a_new_listing_and_goes_when_the_study_is_forgotten(tmp_path: Path) -> None:
    listed = CachedStudy(id="one", title="One", listed_revision=1, listed_hash=hash_of(b"{}"))
    with Cache(None) as cache:
        cache.put(listed, b"{}").result(SECONDS)
        cache.keep_setting("one", "layout", "kept").result(SECONDS)
        cache.note_listing("here", "store", [listed]).result(SECONDS)
        assert cache.setting("one", "layout").result(SECONDS) == "kept"
        cache.remove("one").result(SECONDS)
        assert cache.setting("one", "layout").result(SECONDS) is None


def test_a_cache_of_before_is_brought_forward_with_its_studies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "studies.cache"
    with monkeypatch.context() as before:
        before.setattr(cache_schema, "MIGRATIONS", cache_schema.MIGRATIONS[:1])
        before.setattr(cache_schema, "VERSION", 1)
        with Cache(path, KEY) as cache:
            cache.put(CachedStudy(id="one", title="One"), b"{}").result(SECONDS)
        assert cache_schema.version_of(path, KEY) == 1
    with Cache(path, KEY) as cache:
        assert cache.content("one").result(SECONDS) == b"{}"
        cache.keep_setting("one", "layout", "kept").result(SECONDS)
        assert cache.setting("one", "layout").result(SECONDS) == "kept"
    assert cache_schema.version_of(path, KEY) == cache_schema.VERSION


def test_what_was_set_in_memory_is_carried_over_when_the_cache_can_last(tmp_path: Path) -> None:
    path = tmp_path / "protocol.json"
    path.write_bytes(study("FILE"))
    settings = LibrarySettings(tmp_path / "desk", NOWHERE)
    with Library(settings, LibraryEvents(), open_keyring=lambda: None) as library:
        library.start().result(SECONDS)
        opened = library.open_file(path).result(SECONDS)
        library.keep_study_setting(opened.entry.id, "layout", "kept").result(SECONDS)
        library.use_passphrase("correct horse battery").result(SECONDS)
        assert not library.status().result(SECONDS).cache_in_memory
    with Library(settings, LibraryEvents(), open_keyring=lambda: None) as library:
        library.start("correct horse battery").result(SECONDS)
        assert library.study_setting(opened.entry.id, "layout").result(SECONDS) == "kept"
        assert library.study_setting(opened.entry.id, "dates").result(SECONDS) is None
