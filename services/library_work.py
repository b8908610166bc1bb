"""What the library does in its worker loop: opens cache and backend, answers from either, hears of both."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from services import files, working_copies
from services.backend_trouble import BackendTrouble, Refused, unauthorised
from services.cache import Cache
from services.cached_studies import CachedStudy, hash_of, working_copy_id
from services.catching_up import CatchingUp, EditListeners
from services.client import BackendClient, Progress
from services.credentials import Credentials, CredentialStatus, KeyringState, KeySource
from services.embedded_backend import EmbeddedBackend
from services.journal import EditState, JournalEntry
from services.keyrings import Keyring
from services.library_entries import Freshness, LibraryEvents, LibraryStatus, OpenedStudy, StudyEntry, entry
from services.library_settings import EMBEDDED, LibrarySettings
from services.loop import ended
from services.outbox import Outbox
from services.search import SearchResults
from services.search_index import SearchIndex
from services.sync import LAYOUT, Connecting, Listeners, Online, Sync, SyncState
from services.transport import Address, Traffic
from services.trouble import Trouble
from study.language import translate
from study.search_texts import SearchKind
from study.shared_layout import ArrivedPlaces, PlacesMessage

TEMPORARY = "until-close"
"""The folder within the data folder for what lasts no longer than the program."""

RECENT = 10
"""Studies on the list of recent ones."""

log = logging.getLogger(__name__)


class LibraryWork:
    """The library's inside: made, asked and closed in the worker loop alone."""

    def __init__(
        self,
        settings: LibrarySettings,
        events: LibraryEvents,
        open_keyring: Callable[[], Keyring | None],
        traffic: Traffic,
    ) -> None:
        self._settings = settings
        self._events = events
        self._traffic = traffic
        self._backend = settings.backend_url or EMBEDDED
        self._credentials = Credentials(
            settings.folder,
            open_keyring=open_keyring,
            time_limit=settings.keyring_seconds,
            on_change=self._credentials_changed,
        )
        self._tasks: list[asyncio.Task[Any]] = []
        self._embedded_at: asyncio.Future[Address] | None = None
        self._embedded_trouble: Trouble | None = None
        self._temporary = settings.folder / TEMPORARY
        self._import_keys: dict[tuple[str, str | None], str] = {}
        self._starting: asyncio.Task[Any] | None = None
        self._reopening: asyncio.Task[None] | None = None
        self._opening = asyncio.Lock()
        self._index = SearchIndex(lambda: self.cache, events.index_changed, head_start=settings.index_after)
        self._cache: Cache | None = None
        self._sync: Sync | None = None
        self._catching: CatchingUp | None = None
        self._outbox: Outbox | None = None
        self.embedded: EmbeddedBackend | None = None
        self.ready = asyncio.Event()

    @property
    def cache(self) -> Cache:
        assert self._cache is not None
        return self._cache

    @property
    def sync(self) -> Sync:
        assert self._sync is not None
        return self._sync

    # Start and end

    async def start(self, passphrase: str | None) -> None:
        self._starting = asyncio.current_task()
        if self._cache is None:
            await self._forget_temporary()  # of a program that was killed
        if passphrase is not None:
            await self._credentials.use_passphrase(passphrase)
        await self._open()
        self.ready.set()

    async def _open(self) -> None:
        """Open cache and backend with the keys there are now, carrying over what was only in memory."""
        async with self._opening:
            before = self._cache
            await self._end_tasks()
            cache = await self._open_cache()
            if before is not None:
                await _carry_over(before, cache)
                await asyncio.to_thread(before.close)
            self._cache = cache
            if self._settings.backend_url is None:
                await self._start_embedded()
            listeners = Listeners(
                state=self._state_changed,
                listing=self._events.studies_changed,
                updated=lambda study: self._events.study_updated(entry(study)),
                notice=self._events.notice,
                hint=self._hinted,
            )
            sync = Sync(
                self._backend,
                self._connect,
                lambda: self.cache,
                listeners,
                follow=self._follow,
            )
            edits = EditListeners(
                accepted=self._events.edits_accepted,
                refused=self._events.edit_refused,
                arrived=self._events.changes_arrived,
                updated=self._brought_forward,
            )
            catching = CatchingUp(sync.connected, lambda: self.cache, sync.fetch, edits, self._send)
            outbox = Outbox(sync.online, lambda: self.cache, catching, edits, self._events.notice)
            self._sync, self._catching, self._outbox = sync, catching, outbox
            self._tasks.append(asyncio.create_task(catching.run(), name="catching up"))
            self._tasks.append(asyncio.create_task(outbox.run(), name="outbox"))
            self._tasks.append(asyncio.create_task(self._sync.run(), name="sync"))
            self._tasks.append(asyncio.create_task(self._index.run(), name="search index"))
            self._index.wake()
            self._events.studies_changed()

    async def _open_cache(self) -> Cache:
        path, secret = None, None
        try:
            key = await self._credentials.key("cache")
        except Trouble as trouble:
            self._events.notice(trouble)
        else:
            if key is not None:
                name = "studies" if key.source is KeySource.KEYRING else "studies-passphrase"
                path, secret = self._settings.folder / f"{name}.cache", key.secret
        loop = asyncio.get_running_loop()

        def kept() -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(self._index.wake)

        cache = Cache(path, secret, on_notice=self._events.notice, on_kept=kept)
        try:
            await asyncio.wrap_future(cache.ready())
        except asyncio.CancelledError:
            await asyncio.to_thread(cache.close)
            raise
        return cache

    async def _start_embedded(self) -> None:
        try:
            key = await self._credentials.key("store")
        except Trouble as trouble:
            self._events.notice(trouble)
            key = None
        if key is None:
            try:
                await asyncio.to_thread(files.make_folder, self._temporary)
            except Trouble as trouble:
                self._events.notice(trouble)
            # A store of another key may be there from before.
            folder, secret = self._temporary / secrets.token_hex(4), secrets.token_bytes(32)
        else:
            folder, secret = self._settings.folder, key.secret
            if key.source is KeySource.PASSPHRASE:  # a store of another key is another store
                folder = folder / "passphrase"
        self._embedded_at = asyncio.get_running_loop().create_future()
        self.embedded = embedded = EmbeddedBackend(
            secret,
            folder,
            argv=self._settings.embedded_argv,
            on_up=self._embedded_up,
            on_down=self._embedded_down,
        )
        self._tasks.append(asyncio.create_task(embedded.run(), name="embedded backend"))

    async def _end_tasks(self) -> None:
        tasks, self._tasks = self._tasks, []
        for task in reversed(tasks):
            await ended(task)

    async def close(self) -> None:
        for opening in (self._starting, self._reopening):
            if opening is not None:
                await ended(opening)
        await self._end_tasks()
        if self._cache is not None:
            await asyncio.to_thread(self._cache.close)
        await self._forget_temporary()

    async def _forget_temporary(self) -> None:
        """Remove the stores whose key was only ever in memory: nobody can read them any more."""
        await asyncio.to_thread(shutil.rmtree, self._temporary, ignore_errors=True)

    # What it is asked

    async def list_studies(self) -> list[StudyEntry]:
        return [entry(study) for study in await asyncio.wrap_future(self.cache.studies())]

    async def recent(self) -> list[StudyEntry]:
        opened = [study for study in await self.list_studies() if study.last_opened is not None]
        return opened[:RECENT]

    async def open_study(self, study_id: str, on_progress: Progress) -> OpenedStudy:
        known = await asyncio.wrap_future(self.cache.study(study_id))
        if known is not None and known.source is not None:
            return await self._open_working_copy(known)
        with contextlib.suppress(Trouble):  # what is kept is then told to be behind
            if self._catching is not None:
                await self._catching.settle_study(study_id)
                known = await asyncio.wrap_future(self.cache.study(study_id))
        try:
            content = await asyncio.wrap_future(self.cache.content(study_id))
        except Trouble as trouble:  # the backend still has it
            self._events.notice(trouble)
            content = None
        if content is not None and known is not None:
            await self._note_opened(study_id)
            opened = await self._entry(study_id, known)
            online = isinstance(self.sync.state, Online)
            fresh = Freshness.UNCHECKED
            if known.listed_hash is not None and not known.is_current:
                fresh = Freshness.STALE
            elif online:
                fresh = Freshness.CURRENT if known.is_current else Freshness.UNCHECKED
            self.sync.wake()
            journalled, annexe = await self._journalled(study_id), await self._annexe(study_id)
            return OpenedStudy(opened, content, fresh, journalled, annexe)
        await self.sync.settled()
        arrived = await self.sync.download(study_id, on_progress)
        study = known or CachedStudy(study_id, title="", backend=self._backend, revision=arrived.revision)
        try:
            study = await self.sync.keep(arrived)
            if self._catching is not None:
                await self._catching.fetch_annexe(study_id, arrived.revision)
            await self._note_opened(study_id)
        except Trouble as trouble:  # it can be read all the same
            self._events.notice(trouble)
        opened = await self._entry(study_id, study)
        journalled, annexe = await self._journalled(study_id), await self._annexe(study_id)
        return OpenedStudy(opened, arrived.content, Freshness.CURRENT, journalled, annexe)

    async def kept_content(self, study_id: str) -> bytes:
        content = await asyncio.wrap_future(self.cache.content(study_id))
        if content is None:
            raise Trouble(
                translate("trouble", "This study is not kept on this computer."),
                advice=translate(
                    "trouble", "Open it once while the backend can be reached, then compare again."
                ),
            )
        return content

    async def open_file(self, path: Path) -> OpenedStudy:
        content = await asyncio.to_thread(files.read, path)
        known = CachedStudy(id="", title=path.stem, file_name=path.name, source=path, size=len(content))
        try:
            known = await asyncio.wrap_future(self.cache.put_working_copy(path, content, title=path.stem))
        except Trouble as trouble:  # it can be read all the same
            self._events.notice(trouble)
        self._events.studies_changed()
        journalled = await self._journalled(known.id or working_copy_id(path))
        return OpenedStudy(entry(known), content, Freshness.CURRENT, journalled)

    async def _open_working_copy(self, known: CachedStudy) -> OpenedStudy:
        assert known.source is not None
        try:
            return await self.open_file(known.source)
        except files.CannotRead as trouble:
            content = await asyncio.wrap_future(self.cache.content(known.id))
            if content is None:
                raise
            self._events.notice(
                Trouble(
                    trouble.happened,
                    kept=translate("trouble", "What it held when it was last opened is shown."),
                    advice=translate("trouble", "Save it to a file to go on with it."),
                )
            )
            await self._note_opened(known.id)
            journalled = await self._journalled(known.id)
            return OpenedStudy(entry(known), content, Freshness.FILE_MISSING, journalled)

    async def _annexe(self, study_id: str) -> str:
        """The annexe that belongs to the content that is kept."""
        try:
            return "" if self._catching is None else await self._catching.annexe(study_id)
        except Trouble as trouble:  # the study can be read all the same
            self._events.notice(trouble)
            return ""

    async def _journalled(self, study_id: str) -> tuple[JournalEntry, ...]:
        """The edits of a study that is opened."""
        try:
            journalled = await asyncio.wrap_future(self.cache.edits(study_id))
            await asyncio.wrap_future(self.cache.forget_old_edits(study_id))
        except Trouble as trouble:  # the study can be read all the same
            self._events.notice(trouble)
            return ()
        return tuple(journalled)

    async def describe(self, study_id: str, title: str, usdm_version: str) -> None:
        await asyncio.wrap_future(self.cache.describe(study_id, title, usdm_version))
        self._events.studies_changed()

    async def import_study(
        self, content: bytes, title: str | None, file_name: str | None, on_progress: Progress
    ) -> StudyEntry:
        # The key lives until the import is done: a retry goes on, a later import of the same is a new one.
        what = (await asyncio.to_thread(hash_of, content), title)
        key = self._import_keys.setdefault(what, secrets.token_hex(16))
        done = await self._import(content, key, title, file_name, on_progress)
        self._import_keys.pop(what, None)
        return done

    async def ensure_sample(self, content: bytes, file_name: str) -> StudyEntry:
        key = f"sample {await asyncio.to_thread(hash_of, content)}"
        return await self._import(content, key, None, file_name, lambda *_: None)

    async def _import(
        self, content: bytes, key: str, title: str | None, file_name: str | None, on_progress: Progress
    ) -> StudyEntry:
        await self.sync.settled()
        client = self.sync.connected()
        listed = await client.import_study(
            content, idempotency_key=key, title=title, file_name=file_name, on_progress=on_progress
        )
        study = CachedStudy(
            id=listed.id,
            title=listed.title,
            file_name=listed.file_name,
            usdm_version=listed.usdm_version,
            size=listed.size,
            backend=self._backend,
            listed_revision=listed.revision,
            listed_hash=listed.content_hash,
        )
        if hash_of(content) == listed.content_hash:
            known = await asyncio.wrap_future(self.cache.study(listed.id))
            opened = None if known is None else known.last_opened
            kept = replace(
                study, revision=listed.revision, last_opened=opened, last_synced=listed.last_modified
            )
            try:
                study = await asyncio.wrap_future(self.cache.put(kept, content))
            except Trouble as trouble:  # the backend has it
                self._events.notice(trouble)
        self._events.studies_changed()
        self.sync.wake()
        return entry(study)

    async def remove(self, study_id: str) -> None:
        await asyncio.wrap_future(self.cache.remove(study_id))
        self._events.studies_changed()
        self.sync.wake()

    async def study_setting(self, study_id: str, name: str) -> str | None:
        return await asyncio.wrap_future(self.cache.setting(study_id, name))

    async def keep_study_setting(self, study_id: str, name: str, text: str) -> None:
        await asyncio.wrap_future(self.cache.keep_setting(study_id, name, text))

    async def keep_edits(self, entries: Sequence[JournalEntry]) -> None:
        await asyncio.wrap_future(self.cache.keep_edits(entries))
        self._send()

    async def edits(self, study_id: str) -> list[JournalEntry]:
        return await asyncio.wrap_future(self.cache.edits(study_id))

    async def try_edits_again(self, ids: Sequence[str]) -> None:
        await asyncio.wrap_future(self.cache.try_edits_again(ids))
        self._send()

    async def mark_edits_decided(self, ids: Sequence[str]) -> None:
        await asyncio.wrap_future(self.cache.mark_edits_decided(ids))

    async def rewrite_edits(self, entries: Sequence[JournalEntry]) -> None:
        await asyncio.wrap_future(self.cache.rewrite_edits(entries))

    async def note_written(self, study_id: str, edits: Sequence[str], content_hash: str) -> None:
        await asyncio.wrap_future(self.cache.note_writing(study_id, edits, content_hash))
        await asyncio.wrap_future(self.cache.mark_written(study_id, content_hash))

    async def kept_settings(self, name: str) -> list[tuple[str, str]]:
        settings = await asyncio.wrap_future(self.cache.settings())
        return [(study_id, text) for study_id, each, text in settings if each == name]

    async def exchange_layout(
        self, study_id: str, since: int, message: PlacesMessage | None
    ) -> ArrivedPlaces | None:
        client = self.sync.online()
        known = await asyncio.wrap_future(self.cache.study(study_id))
        is_file = known is not None and known.source is not None
        if is_file or LAYOUT not in self.sync.features:
            return None
        try:
            if message is not None:
                await client.keep_layout(study_id, message)
            return await client.study_layout(study_id, since)
        except Refused as trouble:
            if trouble.code == "NOT_FOUND":
                return None
            raise

    async def mark_edit_refused(self, edit_id: str, reason: str) -> None:
        await asyncio.wrap_future(self.cache.mark_edit_refused(edit_id, reason))

    async def write_working_copy(
        self, study_id: str, path: Path, content: bytes, edits: Sequence[str], expected_hash: str | None
    ) -> str:
        found = await asyncio.to_thread(hash_of, content)
        if expected_hash is not None:
            await asyncio.to_thread(working_copies.check, path, expected_hash)
        try:
            await asyncio.wrap_future(self.cache.note_writing(study_id, edits, found))
        except Trouble as trouble:  # the file may lie on a disk that has room
            log.info("it could not be noted that a file is written: %s", type(trouble).__name__)
        await asyncio.to_thread(working_copies.write, path, content)
        try:
            await asyncio.wrap_future(self.cache.mark_written(study_id, found))
            known = await asyncio.wrap_future(self.cache.study(working_copy_id(path)))
            title, version = (known.title, known.usdm_version) if known is not None else (path.stem, "")
            await asyncio.wrap_future(self.cache.put_working_copy(path, content, title=title))
            await asyncio.wrap_future(self.cache.describe(working_copy_id(path), title, version))
        except Trouble as trouble:  # the file is written all the same
            self._events.notice(trouble)
        self._events.studies_changed()
        return found

    async def search(
        self, query: str, limit: int, kind: SearchKind | None, study_id: str | None
    ) -> SearchResults:
        return await asyncio.wrap_future(self.cache.search(query, limit, kind, study_id))

    async def refresh(self) -> None:
        self.sync.wake()

    async def use_token(self, token: str) -> bool:
        Address(self._backend, token)  # an address that cannot be used is told before the token is kept
        kept = await self._credentials.keep_token(self._backend, token)
        self.sync.wake()
        return kept

    async def use_passphrase(self, text: str) -> None:
        await self._credentials.use_passphrase(text)
        if self._reopening is not None:
            await asyncio.wait((self._reopening,))

    async def current_status(self) -> LibraryStatus:
        return self._status()

    # What it hears

    async def _connect(self) -> BackendClient:
        if self._settings.backend_url is None:
            assert self._embedded_at is not None
            if self._embedded_trouble is not None:
                raise self._embedded_trouble
            address = await asyncio.shield(self._embedded_at)
        else:
            token = await self._credentials.token(self._backend)
            if token is None:
                raise unauthorised()
            address = Address(self._backend, token, self._settings.site_ca, self._settings.proxy)
        return BackendClient(address, timeouts=self._settings.timeouts, traffic=self._traffic)

    def _embedded_up(self, address: Address) -> None:
        self._embedded_trouble = None
        if self._embedded_at is None or self._embedded_at.done():
            self._embedded_at = asyncio.get_running_loop().create_future()
        self._embedded_at.set_result(address)
        if self._sync is not None:
            self._sync.wake()

    def _embedded_down(self, trouble: BackendTrouble) -> None:
        self._embedded_trouble = trouble
        if self._embedded_at is not None and not self._embedded_at.done():
            self._embedded_at.set_exception(trouble)
            self._embedded_at.exception()  # looked at, also when nobody waits
        if self._sync is not None:
            self._sync.wake()

    def _send(self) -> None:
        if self._outbox is not None:
            self._outbox.wake()

    def _hinted(self, study_id: str) -> None:
        if self._catching is not None:
            self._catching.hint(study_id)

    async def _follow(self, study_id: str) -> None:
        if self._catching is not None:
            await self._catching.catch_up(study_id)
            self._send()

    def _brought_forward(self, study: CachedStudy) -> None:
        self._events.study_updated(entry(study))
        self._events.studies_changed()

    def _state_changed(self, state: SyncState) -> None:
        self._events.status(self._status())
        if isinstance(state, Online):
            log.info("online")
            self._send()

    def _credentials_changed(self, status: CredentialStatus) -> None:
        """Open what could not be opened before, once the keyring answers or a passphrase is given."""
        if self._cache is None:
            return
        self._events.status(self._status())
        better = status.state is KeyringState.AVAILABLE or status.has_passphrase
        idle = self._reopening is None or self._reopening.done()
        if better and idle and self._cache.in_memory and not self._opening.locked():
            self._reopening = asyncio.create_task(self._open(), name="reopening")

    def _status(self) -> LibraryStatus:
        return LibraryStatus(
            backend=self._backend,
            sync=Connecting(None) if self._sync is None else self._sync.state,
            credentials=self._credentials.status,
            cache_in_memory=self._cache is None or self._cache.in_memory,
        )

    async def _note_opened(self, study_id: str) -> None:
        try:
            await asyncio.wrap_future(self.cache.note_opened(study_id))
        except Trouble as trouble:  # a full disk must not keep anyone from reading
            log.info("it could not be noted that a study was opened: %s", type(trouble).__name__)

    async def _entry(self, study_id: str, otherwise: CachedStudy) -> StudyEntry:
        found = await asyncio.wrap_future(self.cache.study(study_id))
        return entry(found or otherwise)


async def _carry_over(before: Cache, after: Cache) -> None:
    """Keep in `after` what only the cache in memory has."""
    for study in await asyncio.wrap_future(before.studies()):
        content = await asyncio.wrap_future(before.content(study.id))
        if content is not None:
            await asyncio.wrap_future(
                after.put(replace(study, listed_revision=None, listed_hash=None), content)
            )
    for setting in await asyncio.wrap_future(before.settings()):
        await asyncio.wrap_future(after.keep_setting(*setting))
    await _carry_edits(before, after)


async def _carry_edits(before: Cache, after: Cache) -> None:
    """Keep in `after` the edits that only the cache in memory has, with what became of them."""
    edits = await asyncio.wrap_future(before.all_edits())
    await asyncio.wrap_future(after.keep_edits(edits))
    for edit in edits:
        if edit.state is EditState.ACCEPTED and edit.revision is not None:
            await asyncio.wrap_future(after.mark_edits_accepted([edit.id], edit.revision))
        elif edit.content_hash is not None:
            await asyncio.wrap_future(after.note_writing(edit.study_id, [edit.id], edit.content_hash))
