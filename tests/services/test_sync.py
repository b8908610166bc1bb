"""Online and offline: back-off, coming back, unchanged studies left alone, a changed store noticed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from services.backend_trouble import BackendTrouble, Slow, Unreachable
from services.backoff import delay
from services.cache import Cache
from services.cached_studies import CachedStudy, hash_of
from services.client import BackendClient
from services.sync import (
    LISTEN_FIRST,
    POLL,
    Connecting,
    Listeners,
    Offline,
    Online,
    StoreChanged,
    Sync,
    SyncState,
)
from services.transport import Address, Timeouts
from services.trouble import Trouble
from tests.services.hostile import Handler, answering, serving, silent

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


class FakeBackend:
    """Answers as a backend with these studies, counts what it is asked, and gives no hints."""

    def __init__(self) -> None:
        self.store_id = "store"
        self.studies: dict[str, tuple[int, bytes]] = {}
        self.asked: list[str] = []

    def answer(self, name: str, variables: dict[str, Any]) -> dict[str, Any]:
        self.asked.append(name)
        match name:
            case "ServerInfo":
                return {
                    "serverInfo": {
                        "storeId": self.store_id,
                        "version": "1",
                        "features": [],
                        "chunkBytes": 1000,
                        "maxStudyBytes": 1000,
                        "maxRequestBytes": 1000,
                    }
                }
            case "Studies":
                items = [self._listed(study_id) for study_id in self.studies]
                return {"studies": {"items": items, "endCursor": None, "hasNextPage": False}}
            case "StudyContent":
                revision, content = self.studies[variables["id"]]
                return {
                    "studyContent": {
                        "studyId": variables["id"],
                        "revision": revision,
                        "index": 0,
                        "total": 1,
                        "contentHash": hash_of(content),
                        "size": len(content),
                        "text": content.decode(),
                    }
                }
            case _:
                raise AssertionError(name)

    def _listed(self, study_id: str) -> dict[str, Any]:
        revision, content = self.studies[study_id]
        return {
            "id": study_id,
            "title": study_id.title(),
            "fileName": "",
            "usdmVersion": "4.0",
            "revision": revision,
            "contentHash": hash_of(content),
            "size": len(content),
            "chunkCount": 1,
            "lastModified": "2026-06-01T10:00:00+00:00",
        }


class Desk:
    """A `Sync` with a cache in memory, a clock that stands still, and sleeps that a test ends."""

    def __init__(self, url: Callable[[], str], random: Callable[[], float] = lambda: 1.0) -> None:
        self.cache = Cache(None)
        self.states: asyncio.Queue[SyncState] = asyncio.Queue()
        self.updated: list[CachedStudy] = []
        self.notices: list[Trouble] = []
        self.listed = asyncio.Event()
        self.slept: list[float] = []
        self._url = url
        self.sync = Sync(
            "here",
            self._connect,
            lambda: self.cache,
            Listeners(
                state=self.states.put_nowait,
                listing=self.listed.set,
                updated=self.updated.append,
                notice=self.notices.append,
            ),
            now=lambda: NOON,
            sleep=self._sleep,
            random=random,
        )

    async def _connect(self) -> BackendClient:
        return BackendClient(Address(self._url(), "token"), timeouts=Timeouts(1.0, 0.2, 0.4))

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if seconds == LISTEN_FIRST:
            return
        await asyncio.Event().wait()

    async def until(self, kind: type[SyncState]) -> SyncState:
        while True:
            state = await asyncio.wait_for(self.states.get(), 20)
            if isinstance(state, kind):
                return state

    async def running(self, body: Callable[[], Awaitable[None]]) -> None:
        task = asyncio.create_task(self.sync.run())
        try:
            await body()
        finally:
            task.cancel()
            await asyncio.wait((task,))
            assert task.cancelled()
            self.cache.close()


async def _kept(desk: Desk) -> dict[str, CachedStudy]:
    return {study.id: study for study in await asyncio.wrap_future(desk.cache.studies())}


def test_back_off_doubles_up_to_its_limit_and_scatters() -> None:
    assert [delay(attempt, lambda: 1.0) for attempt in range(8)] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert [delay(attempt, lambda: 0.0) for attempt in range(8)] == [0.5, 1, 2, 4, 8, 16, 30, 30]
    assert delay(10**6, lambda: 1.0) == 60


def test_it_goes_online_and_an_unchanged_study_is_not_fetched_again() -> None:
    backend = FakeBackend()
    backend.studies = {"one": (1, b"first"), "two": (1, b"second")}

    async def session() -> None:
        async with serving(answering(backend.answer)) as url:
            desk = Desk(lambda: url)

            async def body() -> None:
                assert await desk.until(Connecting) == Connecting(None)
                assert await desk.until(Online) == Online(NOON, NOON)
                await desk.sync.fetch("one")
                assert backend.asked.count("StudyContent") == 1
                await desk.sync.pull()
                await desk.sync.pull()
                assert backend.asked.count("StudyContent") == 1
                kept = await _kept(desk)
                assert kept["one"].is_current
                assert not kept["two"].is_kept

                backend.studies["one"] = (2, b"changed")
                await desk.sync.pull()
                assert backend.asked.count("StudyContent") == 2
                assert [study.revision for study in desk.updated] == [2]
                assert await asyncio.wrap_future(desk.cache.content("one")) == b"changed"
                assert not desk.notices

            await desk.running(body)

    asyncio.run(session())


def test_it_says_why_and_as_of_when_and_comes_back() -> None:
    backend = FakeBackend()
    backend.studies = {"one": (1, b"first")}

    async def session() -> None:
        where = "http://127.0.0.1:9"
        desk = Desk(lambda: where)

        async def body() -> None:
            nonlocal where
            for seconds in (1, 2, 4):
                offline = await desk.until(Offline)
                assert isinstance(offline, Offline)
                assert offline.as_of is None
                assert isinstance(offline.reason, Unreachable)
                assert (offline.next_try - NOON).total_seconds() == seconds
                if seconds < 4:
                    desk.sync.wake()
            with pytest.raises(Unreachable):
                await desk.sync.fetch("one")
            async with serving(answering(backend.answer)) as url:
                where = url
                desk.sync.wake()
                await desk.until(Online)
                await desk.sync.fetch("one")
            where = "http://127.0.0.1:9"
            desk.sync.wake()
            offline = await desk.until(Offline)
            assert isinstance(offline, Offline)
            assert offline.as_of == NOON
            assert (offline.next_try - NOON).total_seconds() == 1  # it was online in between
            assert await asyncio.wrap_future(desk.cache.content("one")) == b"first"

        await desk.running(body)
        assert {1, 2, 4} <= set(desk.slept)
        assert POLL in desk.slept

    asyncio.run(session())


@pytest.mark.parametrize(("handler", "kind"), [(silent, Slow)])
def test_a_backend_that_says_nothing_is_offline(handler: Handler, kind: type[BackendTrouble]) -> None:
    async def session() -> None:
        async with serving(handler) as url:
            desk = Desk(lambda: url)

            async def body() -> None:
                offline = await desk.until(Offline)
                assert isinstance(offline, Offline)
                assert isinstance(offline.reason, kind)

            await desk.running(body)

    asyncio.run(session())


def test_another_store_is_noticed_and_nothing_kept_is_lost() -> None:
    backend = FakeBackend()
    backend.studies = {"one": (3, b"first")}

    async def session() -> None:
        async with serving(answering(backend.answer)) as url:
            desk = Desk(lambda: url)

            async def body() -> None:
                await desk.until(Online)
                await desk.sync.fetch("one")
                backend.store_id, backend.studies = "another", {}
                await desk.sync.pull()
                assert [type(notice) for notice in desk.notices] == [StoreChanged]
                assert "another store" in desk.notices[0].happened
                kept = await _kept(desk)
                assert kept["one"].is_kept
                assert kept["one"].listed_hash is None
                assert await asyncio.wrap_future(desk.cache.content("one")) == b"first"
                await desk.sync.pull()
                assert len(desk.notices) == 1

            await desk.running(body)

    asyncio.run(session())


def test_a_store_restored_from_an_older_copy_is_noticed() -> None:
    backend = FakeBackend()
    backend.studies = {"one": (3, b"third")}

    async def session() -> None:
        async with serving(answering(backend.answer)) as url:
            desk = Desk(lambda: url)

            async def body() -> None:
                await desk.until(Online)
                backend.studies = {"one": (2, b"second")}
                await desk.sync.pull()
                assert [type(notice) for notice in desk.notices] == [StoreChanged]
                assert "older copy" in desk.notices[0].happened

            await desk.running(body)

    asyncio.run(session())


def test_a_cache_on_disk_says_as_of_when_at_the_next_start(tmp_path: Path) -> None:
    backend = FakeBackend()
    path = tmp_path / "studies.cache"

    async def session(url: str, kind: type[SyncState]) -> SyncState:
        desk = Desk(lambda: url)
        desk.cache.close()
        desk.cache = Cache(path, bytes(32))
        found: list[SyncState] = []

        async def body() -> None:
            found.append(await desk.until(kind))
            if kind is Online:
                await asyncio.wait_for(desk.listed.wait(), 20)

        await desk.running(body)
        return found[0]

    async def first() -> None:
        async with serving(answering(backend.answer)) as url:
            await session(url, Online)

    asyncio.run(first())
    assert asyncio.run(session("http://127.0.0.1:9", Connecting)) == Connecting(NOON)
