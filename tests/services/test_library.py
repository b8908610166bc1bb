"""The library as the program uses it: online, then with the network gone, then with it back."""

from __future__ import annotations

import asyncio
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from services.backend_trouble import Refused, Unauthorised
from services.cached_studies import hash_of
from services.credentials import KeyringState
from services.files import CannotRead
from services.folder_lock import FolderInUse
from services.keyrings import Keyring
from services.library import Library, LibrarySettings, shown
from services.library_entries import Freshness, LibraryEvents, LibraryStatus, StudyEntry, Where
from services.library_settings import EMBEDDED
from services.operations import operation
from services.passphrase import WrongPassphrase
from services.sync import Offline, Online, SyncState
from services.transport import HttpTransport, Timeouts, Traffic
from services.trouble import Trouble
from tests.services.memory_keyring import BlockedKeyring, MemoryKeyring
from tests.services.real_backend import ARGV, RealBackend
from tests.services.studies import study

SECONDS = 20


class Ear:
    """Hears what the library tells, and waits for it."""

    def __init__(self) -> None:
        self.states: queue.Queue[LibraryStatus] = queue.Queue()
        self.updated: queue.Queue[StudyEntry] = queue.Queue()
        self.notices: list[Trouble] = []
        self.events = LibraryEvents(
            status=self.states.put, study_updated=self.updated.put, notice=self.notices.append
        )

    def until(self, kind: type[SyncState]) -> LibraryStatus:
        return self.until_that(lambda status: isinstance(status.sync, kind))

    def until_that(self, wanted: Callable[[LibraryStatus], bool]) -> LibraryStatus:
        while True:
            status = self.states.get(timeout=SECONDS)
            if wanted(status):
                return status


@contextmanager
def _library(
    folder: Path, keyring: Keyring | None, url: str | None = None, **settings: float
) -> Iterator[tuple[Library, Ear]]:
    ear = Ear()
    chosen = LibrarySettings(folder, url, embedded_argv=ARGV, **settings)  # type: ignore[arg-type]
    with Library(chosen, ear.events, open_keyring=lambda: keyring) as library:
        yield library, ear


def _only(library: Library) -> StudyEntry:
    (found,) = library.list_studies().result(SECONDS)
    return found


def test_a_study_once_opened_is_read_with_no_network_and_not_fetched_again(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    content = study("ORCHARD", padding=1_500_000)
    with RealBackend(tmp_path / "backend") as backend:
        url = backend.url
        with _library(tmp_path / "sender", MemoryKeyring(), url) as (sender, _):
            sender.start().result(SECONDS)
            assert sender.use_token(backend.token).result(SECONDS)
            sent = sender.import_study(content, file_name="orchard.json").result(SECONDS)

        with _library(tmp_path / "desk", keyring, url) as (library, ear):
            library.start().result(SECONDS)
            assert library.use_token(backend.token).result(SECONDS)
            ear.until(Online)
            assert _only(library).where is Where.BACKEND
            progress: list[tuple[int, int]] = []
            opened = library.open_study(sent.id, lambda *done: progress.append(done)).result(SECONDS)
            assert opened.content == content
            assert opened.freshness is Freshness.CURRENT
            assert opened.entry.where is Where.BOTH
            assert progress[-1] == (len(content), len(content))

        with _library(tmp_path / "desk", keyring, url) as (library, ear):
            library.start().result(SECONDS)
            assert library.open_study(sent.id).result(SECONDS).content == content
            ear.until(Online)
            assert library.open_study(sent.id).result(SECONDS).freshness is Freshness.CURRENT
            library.close()
            assert library.traffic.bytes_received < len(content) / 20

    with _library(tmp_path / "desk", keyring, url) as (library, ear):  # never reachable
        library.start().result(SECONDS)
        offline = ear.until(Offline).sync
        assert isinstance(offline, Offline)
        assert offline.as_of is not None
        entry = _only(library)
        assert (entry.where, entry.opens_offline) == (Where.BOTH, True)
        assert [found.id for found in library.recent().result(SECONDS)] == [sent.id]
        opened = library.open_study(sent.id).result(SECONDS)
        assert opened.content == content
        assert opened.freshness is Freshness.UNCHECKED


def test_a_change_on_the_backend_arrives_by_itself(tmp_path: Path) -> None:
    first, second = study("FIRST"), study("FIRST", padding=100)
    with (
        RealBackend(tmp_path / "backend") as backend,
        _library(tmp_path / "desk", MemoryKeyring(), backend.url) as (library, ear),
    ):
        library.start().result(SECONDS)
        assert library.use_token(backend.token).result(SECONDS)
        ear.until(Online)
        sent = library.import_study(first).result(SECONDS)

        async def revise() -> None:
            http = HttpTransport(backend.address, Timeouts(), Traffic())
            bringing = {
                "idempotencyKey": "second",
                "contentHash": hash_of(second),
                "chunks": [second.decode()],
                "studyId": sent.id,
                "baseRevision": 1,
            }
            await http.execute(operation("import_study"), {"input": bringing})
            await http.close()

        asyncio.run(revise())
        updated = ear.updated.get(timeout=SECONDS)
        assert (updated.id, updated.revision, updated.is_current) == (sent.id, 2, True)
        assert library.open_study(sent.id).result(SECONDS).content == second


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_it_comes_back_when_the_backend_does(tmp_path: Path) -> None:
    with _library(tmp_path, MemoryKeyring()) as (library, ear):
        library.start().result(SECONDS)
        ear.until(Online)
        sent = library.import_study(study("BACK")).result(SECONDS)
        assert library._work is not None
        assert library._work.embedded is not None
        assert library._work.embedded.process_id is not None
        os.kill(library._work.embedded.process_id, signal.SIGKILL)
        ear.until(Offline)
        ear.until(Online)
        assert _only(library).id == sent.id


def test_the_sample_is_there_once_however_often_it_is_asked_for(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    content = study("SAMPLE")
    for _ in range(2):
        with _library(tmp_path, keyring) as (library, _):
            library.start().result(SECONDS)
            library.ensure_sample(content, "sample.json").result(SECONDS)
            library.ensure_sample(content, "sample.json").result(SECONDS)
            entry = _only(library)
            assert (entry.title, entry.where, entry.is_current) == ("SAMPLE", Where.BOTH, True)
            assert library.status().result(SECONDS).backend == EMBEDDED


def test_a_file_is_a_working_copy_that_outlives_the_file(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    path = tmp_path / "protocol.json"
    path.write_bytes(study("FILE"))
    with _library(tmp_path / "desk", keyring, "https://127.0.0.1:9") as (library, ear):
        library.start().result(SECONDS)
        opened = library.open_file(path).result(SECONDS)
        assert opened.content == study("FILE")
        assert (opened.entry.where, opened.entry.source) == (Where.FILE, path.resolve())
        library.describe(opened.entry.id, "A protocol", "4.0").result(SECONDS)
        path.write_bytes(study("CHANGED"))
        assert library.open_study(opened.entry.id).result(SECONDS).content == study("CHANGED")
        path.unlink()
        kept = library.open_study(opened.entry.id).result(SECONDS)
        assert kept.freshness is Freshness.FILE_MISSING
        assert kept.content == study("CHANGED")
        assert "no file" in ear.notices[-1].happened
        with pytest.raises(CannotRead):
            library.open_file(tmp_path / "none.json").result(SECONDS)
        library.remove(opened.entry.id).result(SECONDS)
        assert library.list_studies().result(SECONDS) == []


def test_a_second_program_on_the_folder_is_told(tmp_path: Path) -> None:
    with _library(tmp_path, MemoryKeyring()), pytest.raises(FolderInUse):
        Library(LibrarySettings(tmp_path))
    with _library(tmp_path, MemoryKeyring()):
        pass


def test_without_a_token_it_is_offline_and_says_so(tmp_path: Path) -> None:
    with (
        RealBackend(tmp_path / "backend") as backend,
        _library(tmp_path / "desk", MemoryKeyring(), backend.url) as (library, ear),
    ):
        library.start().result(SECONDS)
        offline = ear.until(Offline).sync
        assert isinstance(offline, Offline)
        assert isinstance(offline.reason, Unauthorised)
        assert library.use_token(backend.token).result(SECONDS)
        ear.until(Online)


def test_with_no_keyring_it_works_in_memory_and_leaves_nothing(tmp_path: Path) -> None:
    with _library(tmp_path, None) as (library, _):
        library.start().result(SECONDS)
        status = library.status().result(SECONDS)
        assert status.cache_in_memory
        assert status.credentials.state is KeyringState.NONE
        sent = library.import_study(study("MEMORY")).result(SECONDS)
        assert library.open_study(sent.id).result(SECONDS).content == study("MEMORY")
    assert {path.name for path in tmp_path.iterdir()} == {"in-use.lock"}


def test_what_a_killed_program_left_and_nobody_can_read_is_removed(tmp_path: Path) -> None:
    with _library(tmp_path, None) as (library, ear):
        library.start().result(SECONDS)
        ear.until(Online)
        left = list(tmp_path.rglob("studies.db*"))
        assert left  # within the data folder, where the next program finds it
        copies = {path: path.read_bytes() for path in left}
    for path, content in copies.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with _library(tmp_path, MemoryKeyring(), "https://127.0.0.1:9") as (library, _):
        library.start().result(SECONDS)
        assert not any(path.exists() for path in left)


def test_a_passphrase_makes_the_cache_last(tmp_path: Path) -> None:
    url = "https://127.0.0.1:9"
    path = tmp_path / "protocol.json"
    path.write_bytes(study("FILE"))
    with _library(tmp_path / "desk", None, url) as (library, _):
        library.start().result(SECONDS)
        opened = library.open_file(path).result(SECONDS)
        library.use_passphrase("correct horse battery").result(SECONDS)
        assert not library.status().result(SECONDS).cache_in_memory
        assert _only(library).id == opened.entry.id  # carried over
    with _library(tmp_path / "desk", None, url) as (library, _):
        with pytest.raises(WrongPassphrase):
            library.start("wrong horse battery").result(SECONDS)
        library.start("correct horse battery").result(SECONDS)
        assert _only(library).id == opened.entry.id


def test_a_locked_keyring_does_not_hold_up_the_start_and_is_used_once_unlocked(tmp_path: Path) -> None:
    keyring = BlockedKeyring()
    with _library(tmp_path, keyring, "https://127.0.0.1:9", keyring_seconds=0.05) as (library, ear):
        library.start().result(SECONDS)
        status = library.status().result(SECONDS)
        assert status.credentials.state is KeyringState.LOCKED
        assert status.cache_in_memory
        keyring.unlock()
        ear.until_that(lambda status: not status.cache_in_memory)
    assert (tmp_path / "studies.cache").exists()


def test_an_import_that_is_refused_is_told(tmp_path: Path) -> None:
    with _library(tmp_path, MemoryKeyring()) as (library, _):
        library.start().result(SECONDS)
        with pytest.raises(Refused) as caught:
            library.import_study(b"not json").result(SECONDS)
        assert caught.value.code == "BAD_STUDY"
        assert library.list_studies().result(SECONDS) == []


def test_closing_while_work_is_going_on_ends_everything(tmp_path: Path) -> None:
    with _library(tmp_path, MemoryKeyring()) as (library, _):
        library.start().result(SECONDS)
        going = library.import_study(study("LARGE", padding=5_000_000))
    assert going.done()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("maestro-")]


def test_whatever_failed_can_be_shown() -> None:
    assert shown(Unauthorised("No.")).happened == "No."
    assert "ZeroDivisionError" in shown(ZeroDivisionError()).happened
