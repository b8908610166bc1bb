"""The documents of studies at their newest revisions, kept in memory so that an edit need not parse the study again.

A revision's document is what was last brought in whole with every change set since applied to it, and its text is
that of the import with only the touched parts written anew. Whether it was kept here, made again, or made from a text
held in between, it is the same to the byte, and the revision's content hash says so.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Generator
from contextlib import contextmanager

from backend.store.content import content_hash
from backend.store.port import (
    ContentChunk,
    ContentNotHeldError,
    StoreUnreadableError,
    StudyRecord,
    StudyStore,
)
from study.annexe import Annexe
from study.apply import ChangeRefusedError, apply
from study.change_set import Target, read_change_set
from study.decode import decode, decoded_text
from study.document import Document, DocumentError

KEPT = 8
"""Studies whose documents are kept, at most."""
KEPT_BYTES = 64_000_000
"""Of the texts of all that are kept, at most; the one in use is kept whatever its size."""
HELD_EVERY = 5_000
"""Revisions after which the text is held in the store, so that making it again never takes long.

Replaying fewer is quicker than what the text in between costs: a document made from it is written by looking at all
of it, not only where it was changed.
"""


class _Slot:
    """One study's place: who has the lock may read and write the document."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.document: Document | None = None
        self.annexe: Annexe | None = None
        self.revision = 0
        self.size = 0


class Documents:
    """Gives the document of a study's newest revision to one thread at a time. Any thread may ask."""

    def __init__(self, store: StudyStore, kept: int = KEPT, kept_bytes: int = KEPT_BYTES) -> None:
        self._store = store
        self._kept = kept
        self._kept_bytes = kept_bytes
        self._slots: OrderedDict[str, _Slot] = OrderedDict()
        self._lock = threading.Lock()

    @contextmanager
    def editing(self, study: StudyRecord) -> Generator[Editing, None, None]:
        """The document at the revision of `study`, to be changed; forgotten unless the block says what it became.

        Raises StoreError, StoreUnreadableError where the changes do not make the document they made once.
        """
        slot = self._slot(study.id)
        with slot.lock:
            document, slot.document = slot.document, None
            annexe, slot.annexe = slot.annexe, None
            if document is None or annexe is None or slot.revision != study.revision:
                document, annexe = self._replayed(study), self.annexe(study.id, study.revision)
            editing = Editing(document, annexe, study.revision)
            try:
                yield editing
            finally:
                if editing.revision is not None:
                    slot.document, slot.annexe = document, annexe
                    slot.revision, slot.size = editing.revision, study.size
        self._forget_oldest(study.id)

    def chunk(self, study_id: str, revision: int | None, index: int) -> ContentChunk:
        """One chunk of a revision's text, which is made again where it is not held. Raises UnknownStudyError."""
        try:
            return self._store.read_chunk(study_id, revision, index)
        except ContentNotHeldError:
            pass
        newest = self._store.get(study_id)
        wanted = newest.revision if revision is None else revision
        if wanted == newest.revision:
            with self.editing(newest) as editing:
                content = editing.document.to_bytes()
                editing.keep()
        else:
            content = self._document_at(study_id, wanted).to_bytes()
        try:
            self._store.hold_content(study_id, wanted, content)
        except ValueError as error:
            raise _differs(wanted) from error
        return self._store.read_chunk(study_id, wanted, index)

    def annexe(self, study_id: str, revision: int) -> Annexe:
        """A study's annexe at a revision. Raises UnknownStudyError, StoreUnreadableError."""
        annexe = Annexe.empty()
        try:
            for text in self._store.annexe_change_sets(study_id, revision):
                apply(annexe, read_change_set(text).changes)
        except (ChangeRefusedError, ValueError) as error:
            raise _differs(revision) from error
        return annexe

    def _slot(self, study_id: str) -> _Slot:
        with self._lock:
            slot = self._slots.setdefault(study_id, _Slot())
            self._slots.move_to_end(study_id)
            return slot

    def _forget_oldest(self, besides: str) -> None:
        with self._lock:
            size = sum(slot.size for slot in self._slots.values())
            for study_id in list(self._slots):
                if len(self._slots) <= self._kept and size <= self._kept_bytes:
                    return
                if study_id != besides:
                    size -= self._slots.pop(study_id).size

    def _replayed(self, study: StudyRecord) -> Document:
        document = self._document_at(study.id, study.revision)
        if content_hash(document.to_bytes()) != study.content_hash:
            raise _differs(study.revision)
        return document

    def _document_at(self, study_id: str, revision: int) -> Document:
        imported = self._store.imported_content(study_id, revision)
        held = self._store.held_content(study_id, revision)
        try:
            document = Document.from_bytes(imported.content)
            if held.revision < imported.revision + HELD_EVERY:
                held = imported
            else:
                text = decoded_text(imported.content)
                document = Document(imported.content, text, decode(decoded_text(held.content)))
                document.note_change()
            for text in self._texts(study_id, held.revision, revision):
                change_set = read_change_set(text)
                if change_set.target is Target.PROTOCOL:
                    apply(document, change_set.changes)
        except (DocumentError, ChangeRefusedError, ValueError) as error:
            raise _differs(revision) from error
        return document

    def _texts(self, study_id: str, after: int, until: int) -> Generator[str, None, None]:
        """The change sets that lead from one revision to another. Raises ValueError where there are none."""
        while after < until:
            changes = self._store.changes_since(study_id, after).changes
            if not changes or changes[0].change_set is None:
                raise ValueError(f"nothing leads from revision {after} on")
            for change in changes:
                if change.change_set is None or change.revision > until:
                    break
                yield change.change_set
                after = change.revision


class Editing:
    """A document in use with its annexe, and the revision of both when the block ends; None has them forgotten."""

    def __init__(self, document: Document, annexe: Annexe, at: int) -> None:
        self.document = document
        self.annexe = annexe
        self._at = at
        self.revision: int | None = None

    def keep(self, revision: int | None = None) -> None:
        """The document is at `revision` now, or (None) as it was."""
        self.revision = self._at if revision is None else revision


def _differs(revision: int) -> StoreUnreadableError:
    return StoreUnreadableError(
        f"The changes of this study do not give its revision {revision} any more: the store is damaged. It was "
        "left as it is. Read an earlier revision, and restore a copy."
    )
