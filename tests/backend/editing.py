"""Edits of the sample study for tests of the backend: change sets as a client makes them, and how they are sent."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from resources.sample import sample_study_bytes
from services.operations import operation
from study.apply import apply, setting_of
from study.change_set import ChangeSet, Recorded, Target, change_set_text
from study.changes import Change
from study.document import Document
from tests.backend.serving import Client

SUBMIT = operation("submit_changes")
SINCE = operation("changes_since")
AUDIT = """
query Audit($id: ID!, $first: Int!, $after: Int, $newestFirst: Boolean!) {
  auditTrail(studyId: $id, first: $first, after: $after, newestFirst: $newestFirst) {
    items {
      sequence revision kind changeSetId author capturedAt receivedAt reason contentHash text hash
    }
    totalCount hasNextPage
  }
}
"""


def change_set(
    study_id: str, base: int, *changes: Change, identity: str = "", author: str = "Ada"
) -> ChangeSet:
    """An edit with these changes."""
    return ChangeSet(
        identity or str(uuid.uuid4()),
        study_id,
        base,
        author,
        "2026-03-03T16:30:00Z",
        Target.PROTOCOL,
        "set_attribute",
        "Rename something",
        tuple(Recorded(each) for each in changes),
        "Amendment 2",
    )


class Author:
    """A client with the sample study open: every edit is made on its own document, as a desktop does."""

    def __init__(self, study_id: str, content: bytes = b"", revision: int = 1) -> None:
        self.study_id = study_id
        self.document = Document.from_bytes(content or sample_study_bytes())
        self.revision = revision

    def renamed(self, name: str, address: str = "$study", attribute: str = "label") -> ChangeSet:
        """Gives something another name."""
        return self.done(lambda document: setting_of(document, address, attribute, name))

    def done(self, change: Callable[[Document], Change]) -> ChangeSet:
        """Carries a change out here, and says so as an edit."""
        made = change(self.document)
        apply(self.document, [made])
        return change_set(self.study_id, self.revision, made)


def sent(client: Client, study_id: str, base: int, *change_sets: ChangeSet | str) -> Any:
    """The answer to edits."""
    texts = [each if isinstance(each, str) else change_set_text(each) for each in change_sets]
    wanted = {"studyId": study_id, "baseRevision": base, "changeSets": texts}
    return client.ask(SUBMIT, input=wanted)["submitChanges"]
