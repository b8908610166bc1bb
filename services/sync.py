"""Online or offline: keeps what the desktop knows of one backend true, and comes back by itself."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random as random_source
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import NoReturn

from services.answers import ListedStudy, ServerInfo
from services.backend_trouble import BackendTrouble, Refused
from services.backoff import delay
from services.cache import Cache
from services.cached_studies import CachedStudy, KnownBackend
from services.client import BackendClient, Content, Download
from services.loop import ended
from services.trouble import Trouble
from study.language import translate

POLL = 60.0
"""Seconds after which a backend that gives no hints is asked what is new."""

LISTEN_FIRST = 0.5
"""Seconds that the first pull waits for hints to be listened to; a proxy may never let them through."""

CHANGES = "changes"
"""A backend's word for telling what was changed since a revision."""

LAYOUT = "layout"
"""A backend's word for keeping where cards are placed."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Connecting:
    """Being tried for the first time, or again. `as_of` is when the backend last answered, None: never."""

    as_of: datetime | None


@dataclass(frozen=True, slots=True)
class Online:
    """The backend answers. `since` when, and when it was last asked what is new."""

    since: datetime
    last_synced: datetime


@dataclass(frozen=True, slots=True)
class Offline:
    """The backend does not answer, for a `reason`; what is shown is as of `as_of`, None: never heard of it."""

    as_of: datetime | None
    reason: Trouble
    next_try: datetime


SyncState = Connecting | Online | Offline


class StoreChanged(Trouble):
    """The backend is not, or not any more, the store that was known."""


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who is told; every one of them is called in the loop's thread and must not wait."""

    state: Callable[[SyncState], None] = lambda _: None
    listing: Callable[[], None] = lambda: None
    updated: Callable[[CachedStudy], None] = lambda _: None
    """A study that is kept has new content, which is in the cache already."""
    notice: Callable[[Trouble], None] = lambda _: None
    hint: Callable[[str], None] = lambda _: None
    """A study, by its id, may have a new revision."""


class Sync:
    """Lives in one event loop: `run` it there as a task, until cancelled.

    A subscription is a hint, pulling is the truth: whatever the hint says, the whole listing is asked
    for, and of the studies that are kept only those whose hash differs are fetched.
    """

    def __init__(
        self,
        backend: str,
        connect: Callable[[], Awaitable[BackendClient]],
        cache: Callable[[], Cache],
        listeners: Listeners,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        random: Callable[[], float] = random_source.random,
        follow: Callable[[str], Awaitable[object]] | None = None,
    ) -> None:
        """`connect` gives a client for where the backend is now, and raises a `Trouble` when nowhere.

        `follow` takes over the changes of a study that is kept, from a backend that tells them; without it, the
        study is fetched whole.
        """
        self._backend = backend
        self._connect = connect
        self._cache = cache
        self._listeners = listeners
        self._now = now
        self._sleep = sleep
        self._random = random
        self._follow = follow
        self._wake = asyncio.Event()
        self._settled = asyncio.Event()
        self._pulling = asyncio.Lock()
        self._as_of: datetime | None = None
        self._client: BackendClient | None = None
        self._downloads: dict[str, Download] = {}
        self.state: SyncState = Connecting(None)
        self.features: frozenset[str] = frozenset()
        """What the backend said last that it can do."""

    def connected(self) -> BackendClient:
        """The client of the backend. Raises the `Trouble` that is the reason for there being none."""
        if self._client is None:
            raise self._offline()
        return self._client

    def online(self) -> BackendClient:
        """The client, once what is new has been asked for. Raises as `connected`, also until then."""
        client = self.connected()
        if not isinstance(self.state, Online):
            raise self._offline()
        return client

    def wake(self) -> None:
        """Ask now what is new, or try now to connect."""
        self._wake.set()

    async def run(self) -> NoReturn:
        """Connect, stay in touch, come back; until cancelled."""
        known = await self._known()
        self._as_of = None if known is None else known.last_synced
        attempt = 0
        while True:
            self._wake.clear()
            self._become(Connecting(self._as_of))
            try:
                await self._stay_in_touch()
            except Trouble as trouble:
                log.info("offline: %s", trouble.happened)
                if isinstance(self.state, Online):
                    attempt = 0
                seconds = delay(attempt, self._random)
                self._become(Offline(self._as_of, trouble, self._now() + timedelta(seconds=seconds)))
            attempt += 1
            await self._woken_within(seconds)

    async def settled(self) -> None:
        """Wait until it is known whether the backend answers."""
        await self._settled.wait()

    async def fetch(
        self, study_id: str, on_progress: Callable[[int, int], None] = lambda *_: None
    ) -> CachedStudy:
        """Fetch a study's newest content into the cache, going on where an earlier try was cut off.

        Raises a `BackendTrouble`, or a `Trouble` of the cache, when it cannot be kept.
        """
        content = await self.download(study_id, on_progress)
        return await self.keep(content)

    async def download(
        self, study_id: str, on_progress: Callable[[int, int], None] = lambda *_: None
    ) -> Content:
        """A study's newest content, without keeping it. Raises a `BackendTrouble`."""
        client = self.connected()
        download = self._downloads.setdefault(study_id, Download(study_id))
        content = await client.content(download, on_progress)
        self._downloads.pop(study_id, None)
        return content

    async def keep(self, content: Content) -> CachedStudy:
        """Put a content into the cache."""
        known = await asyncio.wrap_future(self._cache().study(content.study_id))
        study = known or CachedStudy(content.study_id, title="", backend=self._backend)
        newer = (study.listed_revision or 0) > content.revision
        return await asyncio.wrap_future(
            self._cache().put(
                replace(
                    study,
                    revision=content.revision,
                    content_hash=content.content_hash,
                    listed_revision=study.listed_revision if newer else content.revision,
                    listed_hash=study.listed_hash if newer else content.content_hash,
                    last_synced=self._now(),
                ),
                content.content,
            )
        )

    def _offline(self) -> Trouble:
        if isinstance(self.state, Offline):
            return self.state.reason
        return BackendTrouble(
            translate("trouble", "The backend is not connected yet."),
            advice=translate("trouble", "Try again once the status bar says online."),
        )

    async def pull(self) -> None:
        """Ask what is new and take it over. Raises a `BackendTrouble`."""
        client = self.connected()
        async with self._pulling:
            info = await client.server_info()
            listed = await client.studies()
            self.features = frozenset(info.features)
            await self._compare(info, listed)
            now = self._now()
            rows = [_row(study) for study in listed]
            known = KnownBackend(self._backend, client.address.url, info.store_id, now)
            tells = CHANGES in info.features and self._follow is not None
            listing = self._cache().note_listing(self._backend, info.store_id, rows, tells_changes=tells)
            await asyncio.wrap_future(listing)
            await asyncio.wrap_future(self._cache().note_backend(known))
            self._as_of = now
            since = self.state.since if isinstance(self.state, Online) else now
            self._become(Online(since, now))
            self._listeners.listing()
            await self._fetch_changed(tells)

    async def _stay_in_touch(self) -> NoReturn:
        """Connect, listen and pull; ends by raising when the backend is gone."""
        client = await self._connect()
        listening = asyncio.create_task(self._listen(client))
        self._client = client
        try:
            # Listening first means that nothing is missed between the first pull and the first hint.
            await self._woken_within(LISTEN_FIRST)
            await self._keep_pulling()
        finally:
            self._client = None
            await ended(listening)
            await client.close()

    async def _keep_pulling(self) -> NoReturn:
        """Pull now, on every hint, and every so often."""
        while True:
            self._wake.clear()
            try:
                await self.pull()
            except BackendTrouble:
                raise
            except Trouble as trouble:  # the cache's: the backend is there all the same
                self._listeners.notice(trouble)
                now = self._now()
                self._become(Online(self.state.since if isinstance(self.state, Online) else now, now))
            await self._woken_within(POLL)

    async def _listen(self, client: BackendClient) -> NoReturn:
        """Turn hints into pulls. What is missed while not listening is asked for on listening again."""
        attempt = 0
        while True:
            try:
                async with contextlib.aclosing(client.revision_hints(self.wake)) as hints:
                    async for hint in hints:
                        attempt = 0
                        self._listeners.hint(hint.study_id)
                        self.wake()
            except Trouble as trouble:
                log.info("no hints from the backend: %s", trouble.happened)
            self.wake()  # a lost subscription is a hint too: the backend may be gone
            await self._sleep(delay(attempt, self._random, first=2.0, longest=300.0))
            attempt += 1

    async def _woken_within(self, seconds: float) -> None:
        """Wait for `wake`, for at most so long."""
        woken = asyncio.create_task(self._wake.wait())
        slept = asyncio.ensure_future(self._sleep(seconds))
        try:
            await asyncio.wait((woken, slept), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (woken, slept):
                task.cancel()

    async def _compare(self, info: ServerInfo, listed: list[ListedStudy]) -> None:
        """Notice a store that was reset, replaced, or restored from an older copy."""
        known = await self._known()
        if known is None:
            return
        if known.store_id != info.store_id:
            self._listeners.notice(
                StoreChanged(
                    translate(
                        "trouble", "The backend has another store than before: it was reset, or replaced."
                    ),
                    kept=translate(
                        "trouble", "What was kept offline is still here, marked as not on the backend."
                    ),
                    advice=translate(
                        "trouble", "Ask who runs the backend, before you import anything again."
                    ),
                )
            )
            return
        kept = {study.id: study for study in await asyncio.wrap_future(self._cache().studies())}
        for study in listed:
            before = kept.get(study.id)
            if before is not None and (before.listed_revision or 0) > study.revision:
                self._listeners.notice(
                    StoreChanged(
                        translate(
                            "trouble",
                            "The backend now has revision {revision} of “{title}”, where it had "
                            "{listed_revision} before: it was restored from an older copy.",
                        ).format(
                            revision=study.revision, title=study.title, listed_revision=before.listed_revision
                        ),
                        kept=translate("trouble", "Nothing on the backend was changed."),
                        advice=translate("trouble", "Ask who runs the backend what was lost."),
                    )
                )

    async def _fetch_changed(self, tells_changes: bool) -> None:
        """Bring every study that is kept up to what the backend has."""
        for study in await asyncio.wrap_future(self._cache().studies()):
            behind = not study.is_current or (tells_changes and study.revision != study.listed_revision)
            stale = study.is_kept and study.listed_hash is not None and behind
            if stale and study.backend == self._backend:
                try:
                    if tells_changes and self._follow is not None:
                        await self._follow(study.id)
                    else:
                        self._listeners.updated(await self.fetch(study.id))
                except Refused as trouble:  # it has gone meanwhile; the others have not
                    log.info("a study could not be fetched: %s", type(trouble).__name__)

    async def _known(self) -> KnownBackend | None:
        return await asyncio.wrap_future(self._cache().backend(self._backend))

    def _become(self, state: SyncState) -> None:
        if state != self.state or isinstance(state, Connecting):
            self.state = state
            if isinstance(state, Connecting):
                self._settled.clear()
            else:
                self._settled.set()
            self._listeners.state(state)


def _row(study: ListedStudy) -> CachedStudy:
    return CachedStudy(
        id=study.id,
        title=study.title,
        file_name=study.file_name,
        usdm_version=study.usdm_version,
        size=study.size,
        listed_revision=study.revision,
        listed_hash=study.content_hash,
    )
