"""Brings the search index up to what is kept, in the background: study by study, in pieces, waiting in between.

A study that is put in the cache wakes it; one that was there before it is found at the start.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from services.cache import Cache
from services.trouble import Trouble
from study.document import Document, DocumentError
from study.search_texts import SearchText, search_texts

PIECE = 400
"""Rows that the cache takes in at once: about 10 ms of its time, so that nobody waits for it."""

log = logging.getLogger(__name__)


class SearchIndex:
    """Lives in the worker loop. `run` ends only when it is cancelled; `wake` from that loop's thread."""

    def __init__(
        self,
        cache: Callable[[], Cache],
        on_change: Callable[[], None] = lambda: None,
        *,
        pause: float = 0.05,
        head_start: float = 0.0,
    ) -> None:
        """`on_change` is told of each study that is done.

        `pause`: seconds left to others between two studies; `head_start`: seconds before the first, in which people
        open what they came for.
        """
        self._head_start = head_start
        self._cache = cache
        self._on_change = on_change
        self._pause = pause
        self._wanted = asyncio.Event()
        self._wanted.set()
        self._given_up: set[str] = set()

    def wake(self) -> None:
        """Something may be there to take in."""
        self._wanted.set()

    async def run(self) -> None:
        """Take in what is not in the index, whenever it is woken."""
        await asyncio.sleep(self._head_start)
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                while await self._next():
                    self._on_change()
                    await asyncio.sleep(self._pause)
            except Trouble as trouble:  # searching is not worth a notice: the study itself can be read
                log.info("the search index could not be written: %s", trouble.happened)

    async def _next(self) -> bool:
        """Take in one study; whether there was one."""
        cache = self._cache()
        waiting = await asyncio.wrap_future(cache.unindexed())
        for content_hash, study_id in waiting:
            if content_hash in self._given_up:
                continue
            content = await asyncio.wrap_future(cache.content(study_id))
            if content is None or not await asyncio.wrap_future(cache.begin_index(content_hash)):
                self._given_up.add(content_hash)
                continue
            rows = await asyncio.to_thread(_rows, content)
            for start in range(0, len(rows), PIECE):
                if not await asyncio.wrap_future(
                    cache.add_to_index(content_hash, rows[start : start + PIECE])
                ):
                    return True
                await asyncio.sleep(0)
            await asyncio.wrap_future(cache.finish_index(content_hash))
            return True
        return False


def _rows(content: bytes) -> list[SearchText]:
    """What can be searched of a content; nothing where it is no study."""
    try:
        return list(search_texts(Document.from_bytes(content)))
    except DocumentError:
        return []
