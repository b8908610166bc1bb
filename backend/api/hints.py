"""Hints of new revisions, from the import that made them to every subscriber."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator


class RevisionHints:
    """Tells every subscriber which studies have a new revision; lives on the server's event loop.

    Hints for one study merge into the newest, so a slow subscriber costs at most one entry a study.
    """

    def __init__(self) -> None:
        self._subscribers: set[_Subscriber] = set()

    @property
    def subscriber_count(self) -> int:
        return len(self._subscribers)

    def publish(self, study_id: str, revision: int) -> None:
        """Call it on the event loop, after the revision is safe in the store."""
        for subscriber in self._subscribers:
            subscriber.offer(study_id, revision)

    async def subscribe(self) -> AsyncGenerator[tuple[str, int], None]:
        """Study id and revision of what happens from now on, until the caller stops."""
        subscriber = _Subscriber()
        self._subscribers.add(subscriber)
        try:
            while True:
                yield await subscriber.next()
        finally:
            self._subscribers.discard(subscriber)


class _Subscriber:
    def __init__(self) -> None:
        self._pending: dict[str, int] = {}
        self._arrived = asyncio.Event()

    def offer(self, study_id: str, revision: int) -> None:
        self._pending[study_id] = max(revision, self._pending.get(study_id, 0))
        self._arrived.set()

    async def next(self) -> tuple[str, int]:
        while not self._pending:
            self._arrived.clear()
            await self._arrived.wait()
        study_id = next(iter(self._pending))
        return study_id, self._pending.pop(study_id)
