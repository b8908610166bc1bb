"""What is kept stays kept: through a kill, a full disk, damage, and a newer version's file."""

from __future__ import annotations

import secrets
import shutil
import subprocess
import sys
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import pytest

from services import cache_schema
from services.cache import Cache, CacheDamaged, CacheFull
from services.cached_studies import CachedStudy, KnownBackend, hash_of
from services.trouble import Trouble

T = TypeVar("T")

KEY = bytes(range(32))
BIG = secrets.token_bytes(cache_schema.CHUNK * 3 + 17)


def _now(future: Future[T]) -> T:
    return future.result(timeout=60)


def _study(name: str, content: bytes | None = None) -> CachedStudy:
    content_hash = None if content is None else hash_of(content)
    return CachedStudy(
        id=name, title=name.title(), listed_revision=1, listed_hash=content_hash or hash_of(b"?")
    )


def _put(cache: Cache, name: str, content: bytes) -> CachedStudy:
    return _now(cache.put(_study(name, content), content))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "studies.cache"


@pytest.mark.parametrize("content", [b"", b"{}", BIG], ids=["empty", "small", "several chunks"])
def test_what_is_put_comes_back_also_after_a_restart(path: Path, content: bytes) -> None:
    with Cache(path, KEY) as cache:
        kept = _put(cache, "one", content)
        assert kept.content_hash == hash_of(content)
        assert kept.size == len(content)
    with Cache(path, KEY) as cache:
        assert _now(cache.content("one")) == content
        assert _now(cache.studies()) == [kept]
        assert not cache.in_memory


def test_nothing_readable_lies_on_the_disk(path: Path) -> None:
    with Cache(path, KEY) as cache:
        _put(cache, "one", b"the name of the compound" * 1000)
        files = [item.read_bytes() for item in path.parent.iterdir()]
    files += [item.read_bytes() for item in path.parent.iterdir()]
    assert len(files) >= 2
    assert not any(b"compound" in found or b"SQLite" in found for found in files)


def test_two_studies_with_one_content_keep_it_once_and_till_the_last_goes(path: Path) -> None:
    with Cache(path, KEY) as cache:
        _put(cache, "one", BIG)
        size = path.stat().st_size + path.with_name(path.name + "-wal").stat().st_size
        _put(cache, "two", BIG)
        grown = path.stat().st_size + path.with_name(path.name + "-wal").stat().st_size
        assert grown - size < len(BIG) / 10
        _now(cache.remove("one"))
        assert _now(cache.content("one")) is None
        assert _now(cache.content("two")) == BIG


def test_a_listing_is_taken_over_whole(path: Path) -> None:
    with Cache(path, KEY) as cache:
        _now(cache.note_listing("here", "store", [_study("kept", b"1"), _study("gone"), _study("stays")]))
        _now(cache.put(_study("kept", b"1"), b"1"))
        kept = _now(cache.study("kept"))
        assert kept is not None
        _now(cache.put(CachedStudy(id="kept", title="Kept", backend="here", listed_hash=hash_of(b"1")), b"1"))
        _now(cache.note_listing("here", "store", [_study("stays")]))
        left = {study.id: study for study in _now(cache.studies())}
        assert set(left) == {"kept", "stays"}
        assert left["kept"].listed_hash is None
        assert left["kept"].is_kept
        assert left["stays"].listed_hash is not None


def test_a_listing_says_which_content_is_old(path: Path) -> None:
    with Cache(path, KEY) as cache:
        _put(cache, "one", b"old")
        _now(cache.note_listing("here", "store", [_study("one", b"new")]))
        study = _now(cache.study("one"))
        assert study is not None
        assert study.is_kept
        assert not study.is_current
        assert _now(cache.content("one")) == b"old"


def test_the_study_opened_last_comes_first(path: Path) -> None:
    times = iter([datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)])
    with Cache(path, KEY, now=lambda: next(times)) as cache:
        for name in ("a", "b", "c"):
            _put(cache, name, name.encode())
        _now(cache.note_opened("b"))
        _now(cache.note_opened("c"))
        assert [study.id for study in _now(cache.studies())] == ["c", "b", "a"]


def test_a_working_copy_is_bound_to_its_path(path: Path, tmp_path: Path) -> None:
    source = tmp_path / "protocol.json"
    with Cache(path, KEY) as cache:
        first = _now(cache.put_working_copy(source, b"1", title="Protocol"))
        second = _now(cache.put_working_copy(tmp_path / "." / "protocol.json", b"2", title="Protocol"))
        assert first.id == second.id
        assert second.source == source.resolve()
        assert second.content_hash == hash_of(b"2")
        assert _now(cache.content(first.id)) == b"2"
        _now(cache.describe(first.id, "H2Q-MC-LZZT", "4.0"))
        assert [study.title for study in _now(cache.studies())] == ["H2Q-MC-LZZT"]


def test_backends_are_remembered(path: Path) -> None:
    known = KnownBackend("embedded", "http://127.0.0.1:1", "store", datetime(2026, 1, 2, 3, 4, 5, 6, UTC))
    with Cache(path, KEY) as cache:
        assert _now(cache.backend("embedded")) is None
        _now(cache.note_backend(known))
    with Cache(path, KEY) as cache:
        assert _now(cache.backend("embedded")) == known


_WRITE_FOR_EVER = """
import sys
from pathlib import Path
from services.cache import Cache
from services.cached_studies import CachedStudy
with Cache(Path(sys.argv[1]), bytes(range(32))) as cache:
    number = 0
    while True:
        content = number.to_bytes(4, "big") * 300_000
        cache.put(CachedStudy(id="study", title=str(number)), content).result()
        print(number, flush=True)
        number += 1
"""


def test_a_kill_while_writing_leaves_the_last_whole_study(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _WRITE_FOR_EVER, str(path)], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        for _ in range(5):
            said = writer.stdout.readline()
        writer.kill()
        said = (writer.stdout.read().splitlines() or [said])[-1]
    told: list[Trouble] = []
    with Cache(path, KEY, on_notice=told.append) as cache:
        study = _now(cache.study("study"))
        content = _now(cache.content("study"))
    assert not told
    assert study is not None
    number = int(study.title)
    assert number in (int(said), int(said) + 1)  # the one told last, or one committed but not told
    assert content == number.to_bytes(4, "big") * 300_000


def _aside(path: Path, word: str) -> list[Path]:
    return [
        item
        for item in path.parent.iterdir()
        if f".{word}-" in item.name and not item.name.endswith(("-wal", "-shm"))
    ]


@pytest.mark.parametrize("damage", ["garbage", "first page", "wrong key", "cut off"])
def test_a_damaged_file_is_set_aside_and_told(path: Path, damage: str) -> None:
    with Cache(path, KEY) as cache:
        _put(cache, "one", BIG)
    before = bytearray(path.read_bytes())
    match damage:
        case "garbage":
            before[:] = b"not a database" * 1000
        case "first page":
            before[1000] ^= 1
        case "cut off":
            del before[1000:]
        case _:
            pass
    path.write_bytes(before)
    told: list[Trouble] = []
    key = secrets.token_bytes(32) if damage == "wrong key" else KEY
    with Cache(path, key, on_notice=told.append) as cache:
        assert _now(cache.studies()) == []
        _put(cache, "two", b"2")
    assert [type(trouble) for trouble in told] == [CacheDamaged]
    (aside,) = _aside(path, "damaged")
    assert aside.read_bytes() == before
    assert aside.name in told[0].message
    with Cache(path, key) as cache:
        assert _now(cache.content("two")) == b"2"


def test_damage_found_while_reading_sets_the_file_aside(path: Path) -> None:
    with Cache(path, KEY) as cache:
        _put(cache, "one", BIG)
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 2, len(content), 4096):
        content[place] ^= 1
    path.write_bytes(content)
    told: list[Trouble] = []
    with Cache(path, KEY, on_notice=told.append) as cache:
        with pytest.raises(CacheDamaged):
            _now(cache.content("one"))
        _put(cache, "two", b"2")
        assert _now(cache.content("two")) == b"2"
    assert len(told) == 1
    assert len(_aside(path, "damaged")) == 1


def test_a_file_of_a_newer_version_is_set_aside_byte_for_byte(path: Path) -> None:
    with Cache(path, KEY) as cache:
        _put(cache, "one", b"1")
    connection = cache_schema.connect(path, KEY)
    connection.execute(f"PRAGMA user_version = {cache_schema.VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    told: list[Trouble] = []
    with Cache(path, KEY, on_notice=told.append) as cache:
        assert _now(cache.studies()) == []
    assert "newer" in told[0].message
    (aside,) = _aside(path, "newer")
    assert aside.read_bytes() == before


def test_an_empty_file_becomes_a_cache(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with Cache(path, KEY) as cache:
        _put(cache, "one", b"1")
    assert cache_schema.version_of(path, KEY) == cache_schema.VERSION


def test_every_commit_reaches_the_disk_through_a_write_ahead_log(path: Path) -> None:
    path.parent.mkdir()
    connection = cache_schema.connect(path, KEY)
    cache_schema.prepare(connection)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    connection.close()


def test_a_full_disk_keeps_what_was_kept(path: Path) -> None:
    with Cache(path, KEY) as cache:
        _put(cache, "one", b"1")
        # SQLite's own limit gives the error that a full disk gives.
        _now(cache._do(lambda connection: connection.execute("PRAGMA max_page_count = 40").fetchall()))
        with pytest.raises(CacheFull) as caught:
            _put(cache, "two", BIG)
        assert "unchanged" in caught.value.kept
        assert [study.id for study in _now(cache.studies())] == ["one"]
        assert _now(cache.content("one")) == b"1"


def test_a_start_on_a_full_disk_says_so_and_what_was_kept_is_there_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Cache(path, KEY) as cache:
        _put(cache, "one", b"1")

    def no_room_beside_it(*_: object) -> int:
        raise cache_schema.OperationalError("disk I/O error")  # SQLite's word for it, as seen on a full disk

    told: list[Trouble] = []
    with monkeypatch.context() as patched:
        patched.setattr(cache_schema, "version_of", no_room_beside_it)
        with Cache(path, KEY, on_notice=told.append) as cache:
            _now(cache.ready())
            assert cache.in_memory
        patched.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
        with Cache(path, KEY, on_notice=told.append) as cache:
            _now(cache.ready())
            assert cache.in_memory
    assert not isinstance(told[0], CacheFull)
    assert isinstance(told[1], CacheFull)
    assert "disk is full" in told[1].message
    assert "Free some space" in told[1].message
    with Cache(path, KEY) as cache:
        assert _now(cache.content("one")) == b"1"


def test_a_folder_that_cannot_be_used_means_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    told: list[Trouble] = []
    with Cache(tmp_path / "file" / "studies.cache", KEY, on_notice=told.append) as cache:
        _put(cache, "one", BIG)
        assert _now(cache.content("one")) == BIG
        assert cache.in_memory
    assert len(told) == 1


def test_a_content_must_be_what_its_hash_says(path: Path) -> None:
    with Cache(path, KEY) as cache, pytest.raises(ValueError, match="hash"):
        _now(cache.put(CachedStudy(id="one", title="", content_hash=hash_of(b"other")), b"1"))
