"""What a backend answers to edits: read into values, and refused where it is of another shape."""

from __future__ import annotations

from typing import Any

import pytest

from services.backend_trouble import BadAnswer
from services.change_answers import (
    AcceptedEdit,
    CameFirst,
    EditsAccepted,
    EditsRefused,
    changes_page,
    submitted,
)
from study.revisions import ChangesPage, RevisionChange

HASH = "sha256:" + "0" * 64


def page(*revisions: int, **more: object) -> dict[str, Any]:
    items = [{"revision": each, "contentHash": HASH, "changeSet": None} for each in revisions]
    return {
        "newestRevision": 9,
        "newestContentHash": HASH,
        "items": items,
        "hasNextPage": False,
    } | more


def test_every_kind_of_answer_is_read() -> None:
    edit = {"id": "edit-one", "revision": 2, "contentHash": HASH}
    assert submitted(
        {"__typename": "ChangesAccepted", "changeSets": [edit], "replayed": True}
    ) == EditsAccepted((AcceptedEdit("edit-one", 2, HASH),), replayed=True)
    first = {"__typename": "ChangesCameFirst", "baseRevision": 7, "changes": page(8, 9)}
    changes = (RevisionChange(8, HASH, None), RevisionChange(9, HASH, None))
    assert submitted(first) == CameFirst(7, ChangesPage(9, HASH, changes, has_next=False))
    refused = {
        "__typename": "ChangesRefused",
        "changeSetId": None,
        "code": "TOO_LARGE",
        "reason": "Too many.",
    }
    assert submitted(refused) == EditsRefused(None, "TOO_LARGE", "Too many.")
    assert changes_page(page(hasNextPage=True)).has_next


@pytest.mark.parametrize(
    "answer",
    [
        None,
        {},
        {"__typename": "Other"},
        {"__typename": "ChangesAccepted"},
        {"__typename": "ChangesAccepted", "changeSets": [{"id": "a", "revision": 0, "contentHash": HASH}]},
        {"__typename": "ChangesAccepted", "changeSets": [{"id": "a", "revision": 1, "contentHash": "md5"}]},
        {"__typename": "ChangesCameFirst", "baseRevision": 1},
        {"__typename": "ChangesCameFirst", "baseRevision": 1, "changes": page(2, 4)},
        {"__typename": "ChangesCameFirst", "baseRevision": 1, "changes": page(3, 2)},
        {"__typename": "ChangesRefused", "code": "TOO_LARGE"},
        {"__typename": "ChangesRefused", "changeSetId": 5, "code": "TOO_LARGE", "reason": "x"},
    ],
)
def test_an_answer_of_another_shape_is_a_bad_answer(answer: object) -> None:
    with pytest.raises(BadAnswer):
        submitted(answer)
