"""The outbox: sends the edits that are saved to the backend, in the order of each study, until each is accepted.

An edit is sent only once it stands in the journal, and stays there whatever happens. It is sent at once when the
backend can be reached, and again, later each time, when not. Where others were quicker, what came first is taken over
and the edit is sent on top of it. What the backend refuses is marked with the reason; it can be tried again.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random as random_source
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NoReturn

from services.backend_trouble import BackendTrouble, Refused
from services.backoff import delay
from services.cache import Cache
from services.cached_studies import FILE
from services.catching_up import AcceptedEdits, CatchingUp, EditListeners, RefusedEdit
from services.change_answers import CameFirst, EditsAccepted, EditsRefused
from services.client import BackendClient
from services.journal import JournalEntry
from services.trouble import Trouble
from study.acceptance import MOST_BYTES, MOST_CHANGE_SETS, MOST_CHANGES, RefusalCode
from study.change_set import read_change_set

SETTLE_AFTER = 5.0
"""Seconds without a new edit after which the kept content is brought forward."""

log = logging.getLogger(__name__)


class Outbox:
    """Lives in the worker loop: `run` it there as a task, until cancelled; `wake` it when an edit was saved."""

    def __init__(
        self,
        client: Callable[[], BackendClient],
        cache: Callable[[], Cache],
        catching: CatchingUp,
        listeners: EditListeners,
        notice: Callable[[Trouble], None] = lambda _: None,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        random: Callable[[], float] = random_source.random,
    ) -> None:
        """`client` gives the backend's, and raises the `Trouble` that is the reason for there being none."""
        self._client = client
        self._cache = cache
        self._catching = catching
        self._listeners = listeners
        self._notice = notice
        self._sleep = sleep
        self._random = random
        self._wake = asyncio.Event()
        self._told: str | None = None

    def wake(self) -> None:
        """Send now: an edit was saved, or the backend can be reached again."""
        self._wake.set()

    async def run(self) -> NoReturn:
        """Send what is there and what comes; until cancelled."""
        attempt = 0
        while True:
            self._wake.clear()
            try:
                await self.send()
            except Trouble as trouble:
                log.info("edits wait to be sent: %s", type(trouble).__name__)
                self._tell(trouble)
                await self._woken_within(delay(attempt, self._random))
                attempt += 1
                continue
            attempt, self._told = 0, None
            if not await self._woken_within(SETTLE_AFTER if self._catching.is_ahead else None):
                with contextlib.suppress(Trouble):  # it is kept in the journal, and tried again
                    await self._catching.settle()

    async def send(self) -> None:
        """Send every edit that is saved. Raises the first `Trouble` after every study was tried."""
        first: Trouble | None = None
        for study_id in await asyncio.wrap_future(self._cache().studies_with_pending_edits()):
            if study_id.startswith(FILE):  # a working copy is written to its file
                continue
            try:
                async with self._catching.lock(study_id):
                    await self._send_study(study_id)
            except Trouble as trouble:
                first = first or trouble
        if first is not None:
            raise first

    async def _send_study(self, study_id: str) -> None:
        client = self._client()
        limit = MOST_CHANGE_SETS
        while pending := await asyncio.wrap_future(self._cache().pending_edits(study_id)):
            batch = _batch(pending[:limit])
            base = await self._catching.base(study_id)
            texts = [each.text for each in batch]
            if base is None:  # the content could not be kept: the edit knows what it was made on
                base = read_change_set(texts[0]).base_revision
            answer = await client.submit_changes(study_id, base, texts)
            match answer:
                case EditsAccepted():
                    await self._accepted(study_id, answer, texts)
                    limit = MOST_CHANGE_SETS
                case CameFirst():
                    if not await self._took_over(study_id, base, answer):
                        return
                case EditsRefused():
                    limit = await self._refused(study_id, batch, answer)

    async def _accepted(self, study_id: str, answer: EditsAccepted, texts: Sequence[str]) -> None:
        for edit in answer.edits:
            await asyncio.wrap_future(self._cache().mark_edits_accepted([edit.id], edit.revision))
        self._catching.accepted(study_id, answer.edits, texts)
        self._listeners.accepted(AcceptedEdits(study_id, answer.edits))

    async def _took_over(self, study_id: str, base: int, answer: CameFirst) -> bool:
        """Take over what came first; whether the edits can be sent on top of it now."""
        await self._catching.caught_up(study_id)
        now = await self._catching.base(study_id)
        if now is not None and now > base:
            return True
        log.info("what came before revision %d could not be taken over", answer.changes.newest)
        return False

    async def _refused(self, study_id: str, batch: Sequence[JournalEntry], answer: EditsRefused) -> int:
        """Mark the edit that was refused; how many edits to send next."""
        place = next((at for at, each in enumerate(batch) if each.id == answer.edit_id), 0)
        if place > 0:  # those before it are good
            return place
        if answer.edit_id is None and len(batch) > 1:  # which one is not said: the first alone tells
            return 1
        edit, reason = batch[0], answer.reason
        if answer.code == RefusalCode.DOES_NOT_FIT:
            carried = await self._catching.carried_over(study_id, edit)
            if carried.edit is not None or carried.already:
                return 1
            reason = carried.why_not or reason
        elif answer.code == RefusalCode.ID_TAKEN:
            await self._catching.caught_up(study_id)
            left = await asyncio.wrap_future(self._cache().pending_edits(study_id))
            if edit.id not in {each.id for each in left}:  # it was accepted in the words it had before
                return MOST_CHANGE_SETS
        await asyncio.wrap_future(self._cache().mark_edit_refused(edit.id, reason))
        self._listeners.refused(RefusedEdit(study_id, edit.id, answer.code, reason))
        return MOST_CHANGE_SETS

    def _tell(self, trouble: Trouble) -> None:
        """Tell what nobody else tells: being offline is said by the status."""
        said = isinstance(trouble, BackendTrouble) and not isinstance(trouble, Refused)
        if not said and trouble.happened != self._told:
            self._told = trouble.happened
            self._notice(trouble)

    async def _woken_within(self, seconds: float | None) -> bool:
        """Wait to be woken, at most so long; whether it was."""
        waiting: list[asyncio.Future[Any]] = [asyncio.create_task(self._wake.wait())]
        if seconds is not None:
            waiting.append(asyncio.ensure_future(self._sleep(seconds)))
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waiting:
                task.cancel()
        return self._wake.is_set()


def _batch(pending: Sequence[JournalEntry]) -> list[JournalEntry]:
    """As many of the first edits as are taken together; at least one."""
    batch: list[JournalEntry] = []
    size = changes = 0
    for entry in pending:
        size += len(entry.text)
        changes += entry.text.count('"kind":')
        if batch and (size > MOST_BYTES or changes > MOST_CHANGES):
            break
        batch.append(entry)
    return batch
