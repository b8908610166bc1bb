"""Keeps what is kept of a study in step with its edits: takes over what others did, and what was accepted of one's own.

What others did is told at once, as change sets, to whoever has the study open. The kept content is brought forward by
applying the same change sets to it, and is compared with the backend's hash; only where that fails, or where the whole
study was brought in anew, is it fetched. Until then, kept content and journal together say what the study is.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import NoReturn

from services import kept_annexe
from services.backend_trouble import Refused
from services.cache import Cache
from services.cached_studies import CachedStudy
from services.carrying import Carried, brought_forward, carried_over
from services.change_answers import AcceptedEdit
from services.client import BackendClient
from services.journal import EditState, JournalEntry
from services.kept_annexe import KeptAnnexe
from services.trouble import Trouble
from study.change_set import ChangeSet, read_change_set
from study.revisions import RevisionChange

FETCHED_FROM = 2_000
"""Revisions behind from which the whole study is fetched instead of its changes."""
SETTLED_FROM = 100
"""Revisions after which the kept content is brought forward though edits go on."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ArrivedChanges:
    """What others did to a study, in order. With them, and one's own that are accepted, it is at `revision`.

    `content_hash` is the backend's, of the study at that revision.
    """

    study_id: str
    change_sets: tuple[ChangeSet, ...]
    revision: int
    content_hash: str


@dataclass(frozen=True, slots=True)
class AcceptedEdits:
    """Edits of a study that the backend has accepted, each with its revision. The journal says so already."""

    study_id: str
    edits: tuple[AcceptedEdit, ...]


@dataclass(frozen=True, slots=True)
class RefusedEdit:
    """An edit that the backend has not accepted, and why. It stays in the journal."""

    study_id: str
    edit_id: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class EditListeners:
    """Who is told what became of edits; called in the loop's thread, and must not wait."""

    accepted: Callable[[AcceptedEdits], None] = lambda _: None
    refused: Callable[[RefusedEdit], None] = lambda _: None
    arrived: Callable[[ArrivedChanges], None] = lambda _: None
    updated: Callable[[CachedStudy], None] = lambda _: None
    """The kept content of a study is at a newer revision; also after `arrived`."""


@dataclass(slots=True)
class _Ahead:
    """What is known of a study beyond its kept content, which is at `kept`."""

    kept: int
    changes: list[RevisionChange] = field(default_factory=list)
    others: bool = False
    """Whether some of the changes are not in one's own journal, and so nowhere on this disk."""

    @property
    def revision(self) -> int:
        return self.kept + len(self.changes)


class CatchingUp:
    """Lives in the worker loop. A study is either sent or caught up with: hold `lock` for both.

    `on_ahead` is called after a hint was followed: `settle` once nothing happens for a while.
    """

    def __init__(
        self,
        client: Callable[[], BackendClient],
        cache: Callable[[], Cache],
        fetch: Callable[[str], Awaitable[CachedStudy]],
        listeners: EditListeners,
        on_ahead: Callable[[], None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._client = client
        self._cache = cache
        self._fetch = fetch
        self._listeners = listeners
        self._on_ahead = on_ahead
        self._now = now
        self._ahead: dict[str, _Ahead] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._hinted: asyncio.Queue[str] = asyncio.Queue()

    async def run(self) -> NoReturn:
        """Catch up with every study that is hinted at; until cancelled."""
        while True:
            study_id = await self._hinted.get()
            try:
                await self.catch_up(study_id)
            except Trouble as trouble:  # the next pull asks again
                log.info("not caught up with a study: %s", type(trouble).__name__)
            self._on_ahead()

    def hint(self, study_id: str) -> None:
        """A study may have a new revision."""
        self._hinted.put_nowait(study_id)

    def lock(self, study_id: str) -> asyncio.Lock:
        """Held while edits of a study are sent, so that nobody else finds them half done."""
        return self._locks.setdefault(study_id, asyncio.Lock())

    @property
    def is_ahead(self) -> bool:
        """Whether some kept content could be brought forward."""
        return any(ahead.changes for ahead in self._ahead.values())

    async def catch_up(self, study_id: str) -> CachedStudy | None:
        """Learn what came and tell it; the kept content follows with `settle`. None where nothing is kept of the study.

        Raises a `BackendTrouble`, or a `Trouble` of the cache.
        """
        async with self.lock(study_id):
            return await self.caught_up(study_id)

    async def fetch_annexe(self, study_id: str, revision: int) -> None:
        """Keep a study's annexe as it is at a revision, whose content was fetched whole. Raises as `catch_up`."""
        try:
            text = await self._client().study_annexe(study_id, revision)
        except Refused:  # a backend that keeps no annexe
            return
        await self._keep_annexe(study_id, KeptAnnexe(revision, text))

    async def annexe(self, study_id: str) -> str:
        """The text of the annexe that is kept of a study, "" where nothing is said in it."""
        return (await self._kept_annexe(study_id)).text

    async def settle(self) -> None:
        """Bring forward every kept content that can be. Raises as `catch_up`."""
        for study_id in list(self._ahead):
            await self.settle_study(study_id)

    async def settle_study(self, study_id: str) -> None:
        """Bring forward the kept content of a study where it can be. Raises as `catch_up`."""
        if study_id not in self._ahead:
            return
        async with self.lock(study_id):
            study = await self._kept(study_id)
            if study is not None and self._ahead[study_id].changes:
                await self._bring_forward(study)

    # With the lock held

    async def base(self, study_id: str) -> int | None:
        """The newest revision that edits of a study know of here; None where nothing is kept of it.

        What others did is on disk before an edit is sent on top of it: after a kill, kept content and journal make
        the study that the edit was made in.
        """
        study = await self._kept(study_id)
        if study is None:
            return None
        ahead = self._ahead[study_id]
        if ahead.others or len(ahead.changes) >= SETTLED_FROM:
            await self._bring_forward(study)
        return self._ahead[study_id].revision

    def accepted(self, study_id: str, edits: Sequence[AcceptedEdit], texts: Sequence[str]) -> None:
        """Edits were sent and accepted on top of `base`."""
        ahead = self._ahead.get(study_id)
        for edit, text in zip(edits, texts, strict=True):
            if ahead is not None and edit.revision == ahead.revision + 1:
                ahead.changes.append(RevisionChange(edit.revision, edit.content_hash, text))

    async def caught_up(self, study_id: str) -> CachedStudy | None:
        """As `catch_up`, for who holds the lock."""
        study = await self._kept(study_id)
        if study is None:
            return None
        ahead = self._ahead[study_id]
        fresh = await self._fresh(study_id, ahead)
        if fresh is None:
            return await self._fetched(study_id)
        ahead.changes += [change for change, _ in fresh]
        own = {each.id: each for each in await asyncio.wrap_future(self._cache().edits(study_id))}
        await self._note_own(study_id, fresh, own)
        others = tuple(change_set for _, change_set in fresh if change_set.id not in own)
        if others:
            ahead.others = True
            last = ahead.changes[-1]
            self._listeners.arrived(ArrivedChanges(study_id, others, last.revision, last.content_hash))
        return study

    async def carried_over(self, study_id: str, edit: JournalEntry) -> Carried:
        """A pending edit that does not fit any more, carried over to what others did since; for who holds the lock."""
        study = await self.caught_up(study_id)
        if study is not None and self._ahead[study_id].changes:
            study = await self._bring_forward(study)
        content = None if study is None else await asyncio.wrap_future(self._cache().content(study_id))
        if study is None or content is None or study.revision is None:
            return Carried()
        made = read_change_set(edit.text)
        fresh = await self._fresh(study_id, _Ahead(made.base_revision))
        own = {each.id for each in await asyncio.wrap_future(self._cache().edits(study_id))}
        theirs = [change_set for _, change_set in fresh or () if change_set.id not in own]
        if not theirs:
            return Carried()
        annexe = await self.annexe(study_id)
        try:
            carried = await asyncio.to_thread(
                carried_over, content, annexe, edit, made, theirs, study.revision
            )
        except ValueError:  # an annexe that a newer program made
            return Carried()
        if carried.edit is not None:
            await asyncio.wrap_future(self._cache().rewrite_edits([carried.edit]))
        elif carried.already:
            await asyncio.wrap_future(self._cache().mark_edits_accepted([edit.id], study.revision))
            done = AcceptedEdit(edit.id, study.revision, study.content_hash or "")
            self._listeners.accepted(AcceptedEdits(study_id, (done,)))
        return carried

    async def _kept(self, study_id: str) -> CachedStudy | None:
        """What is kept of a study of the backend, with its place in `_ahead`."""
        study = await asyncio.wrap_future(self._cache().study(study_id))
        if study is None or not study.is_kept or study.revision is None or study.source is not None:
            return None
        ahead = self._ahead.get(study_id)
        if ahead is None or ahead.kept != study.revision:  # kept anew meanwhile
            self._ahead[study_id] = _Ahead(study.revision)
        return study

    async def _fresh(self, study_id: str, ahead: _Ahead) -> list[tuple[RevisionChange, ChangeSet]] | None:
        """The revisions beyond `ahead`; None where the study is better fetched whole."""
        fresh: list[tuple[RevisionChange, ChangeSet]] = []
        after = ahead.revision
        while True:
            page = await self._client().changes_since(study_id, after)
            if page.newest - ahead.kept > FETCHED_FROM:
                return None
            for change in page.changes:
                if change.change_set is None:
                    return None
                try:
                    fresh.append((change, read_change_set(change.change_set)))
                except ValueError:  # made by a newer program
                    return None
                after = change.revision
            if not page.has_next:
                return fresh

    async def _note_own(
        self,
        study_id: str,
        fresh: Sequence[tuple[RevisionChange, ChangeSet]],
        own: dict[str, JournalEntry],
    ) -> None:
        """Edits of one's own among what came: their answer was lost, or another program of the person sent them."""
        noted: list[AcceptedEdit] = []
        for change, change_set in fresh:
            entry = own.get(change_set.id)
            if entry is not None and entry.state is not EditState.ACCEPTED:
                marked = self._cache().mark_edits_accepted([change_set.id], change.revision)
                await asyncio.wrap_future(marked)
                noted.append(AcceptedEdit(change_set.id, change.revision, change.content_hash))
        if noted:
            self._listeners.accepted(AcceptedEdits(study_id, tuple(noted)))

    async def _bring_forward(self, study: CachedStudy) -> CachedStudy:
        changes = self._ahead[study.id].changes
        before = await asyncio.wrap_future(self._cache().content(study.id))
        if before is None:
            return await self._fetched(study.id)
        try:
            content, title = await asyncio.to_thread(brought_forward, before, changes)
        except ValueError:
            log.info("the kept content cannot be brought forward; it is fetched")
            return await self._fetched(study.id)
        last = changes[-1]
        await self._bring_annexe_forward(study.id, changes)
        newer = replace(
            study,
            title=title or study.title,
            size=len(content),
            revision=last.revision,
            content_hash=last.content_hash,
            last_synced=self._now(),
        )
        if (study.listed_revision or 0) <= last.revision:
            newer = replace(newer, listed_revision=last.revision, listed_hash=last.content_hash)
        kept = await asyncio.wrap_future(self._cache().put(newer, content))
        self._ahead[study.id] = _Ahead(last.revision)
        self._listeners.updated(kept)
        return kept

    async def _fetched(self, study_id: str) -> CachedStudy:
        """The study fetched whole. Edits of one's own that it holds already are noted as accepted first."""
        before = self._ahead[study_id].kept
        kept = await self._fetch(study_id)
        await self.fetch_annexe(study_id, kept.revision or 1)
        pending = {each.id: each for each in await asyncio.wrap_future(self._cache().pending_edits(study_id))}
        while pending and kept.revision is not None and before < kept.revision:
            page = await self._client().changes_since(study_id, before)
            found = []
            for change in page.changes:
                try:
                    change_set = None if change.change_set is None else read_change_set(change.change_set)
                except ValueError:
                    change_set = None
                if change_set is not None and change.revision <= kept.revision:
                    found.append((change, change_set))
                before = change.revision
            await self._note_own(study_id, found, pending)
            if not page.changes:
                break
        self._ahead[study_id] = _Ahead(kept.revision or 1)
        self._listeners.updated(kept)
        return kept

    async def _bring_annexe_forward(self, study_id: str, changes: Sequence[RevisionChange]) -> None:
        kept = await self._kept_annexe(study_id)
        try:
            newer = kept.forward(changes)
        except ValueError:
            log.info("the kept annexe cannot be brought forward; it is fetched")
            await self.fetch_annexe(study_id, changes[-1].revision)
            return
        if newer is not kept:
            await self._keep_annexe(study_id, newer)

    async def _kept_annexe(self, study_id: str) -> KeptAnnexe:
        setting = await asyncio.wrap_future(self._cache().setting(study_id, kept_annexe.SETTING))
        return kept_annexe.read(setting)

    async def _keep_annexe(self, study_id: str, kept: KeptAnnexe) -> None:
        text = kept_annexe.written(kept)
        await asyncio.wrap_future(self._cache().keep_setting(study_id, kept_annexe.SETTING, text))
