"""What a revision of a study is: a number per study, the hash of its content, and the store that gave it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision as the server numbers it. `store_id` tells a restored or reset server from the one that was known.

    `study_id` is the server's UUID of the study, `number` counts from 1 within it, `content_hash` is
    `study.document.content_hash_of` its bytes. Revisions decide what came first, never clocks.
    """

    study_id: str
    number: int
    content_hash: str
    store_id: str

    def follows(self, base: Revision) -> bool:
        """Whether this one can be newer than `base`: the same study on the same store, a higher number."""
        return (self.store_id, self.study_id) == (base.store_id, base.study_id) and self.number > base.number
