"""Taking edits: each change set is judged against the newest revision, and made a revision of its own.

All of the change sets of one message are accepted, or none. What is refused says which one and why; what was made on
an older revision is answered with what came first. A change set that was accepted before is answered as the first
time and writes nothing, so that a client whose answer was lost sends again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from backend.documents import HELD_EVERY, Documents, Editing
from backend.store.changes import AcceptedChangeSet, KeptChangeSet, StudySummary, Submission
from backend.store.content import content_hash, split_content
from backend.store.port import RevisionConflictError, StudyRecord, StudyStore
from backend.study_summary import summary_of
from study.acceptance import (
    MOST_BYTES,
    MOST_CHANGE_SETS,
    MOST_CHANGES,
    NotAcceptedError,
    Refusal,
    RefusalCode,
    accept,
    read_submitted,
    too_large,
    too_many,
    why_not_of_this_study,
)
from study.change_set import ChangeSet, change_set_text
from study.language import translate
from study.revisions import ChangesPage

RACES = 5
"""How often a message is judged anew because another process was quicker, before what came first is the answer."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """All are revisions now, in this order. `replayed`: they had been before, and nothing was written."""

    change_sets: tuple[KeptChangeSet, ...]
    replayed: bool


@dataclass(frozen=True, slots=True)
class CameFirst:
    """The study moved on since the base revision: what came, from the base on. Nothing was written."""

    base_revision: int
    changes: ChangesPage


@dataclass(frozen=True, slots=True)
class Refused:
    """One change set breaks the rule (None: all together do). Nothing was written."""

    change_set_id: str | None
    refusal: Refusal


Outcome = Accepted | CameFirst | Refused


@dataclass(frozen=True, slots=True)
class _Sent:
    change_set: ChangeSet
    text: str
    digest: str


class _RefusedError(Exception):
    def __init__(self, change_set_id: str | None, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refused = Refused(change_set_id, refusal)


class Submissions:
    """Judges and keeps change sets. Any thread may call it."""

    def __init__(self, store: StudyStore, documents: Documents, max_study_bytes: int) -> None:
        self._store = store
        self._documents = documents
        self._max_study_bytes = max_study_bytes

    def submit(self, study_id: str, base_revision: int, texts: Sequence[str]) -> Outcome:
        """Accept the change sets in `texts`, made on `base_revision`, or say why not. Raises StoreError."""
        study = self._store.get(study_id)
        try:
            sent = _read(texts)
            for place, each in enumerate(sent):
                _check_belongs(each.change_set, study_id, base_revision + place)
            for _ in range(RACES):
                outcome = self._judged(study, base_revision, sent)
                if outcome is not None:
                    return outcome
                study = self._store.get(study_id)
        except _RefusedError as error:
            return error.refused
        return self._came_first(study_id, base_revision)

    def _judged(self, study: StudyRecord, base_revision: int, sent: Sequence[_Sent]) -> Outcome | None:
        """The answer, or None where the study moved on in the same moment."""
        known = self._store.find_change_sets([each.change_set.id for each in sent])
        for each in sent:
            _check_unused(each, study.id, known.get(each.change_set.id))
        if len(known) == len(sent):
            return Accepted(tuple(known[each.change_set.id] for each in sent), replayed=True)
        if not 1 <= base_revision <= study.revision:
            return Refused(None, _unknown_base(base_revision, study.revision))
        if base_revision < study.revision:
            return self._came_first(study.id, base_revision)
        new = [each for each in sent if each.change_set.id not in known]
        with self._documents.editing(study) as editing:
            accepted = self._carried_out(editing, study, new)
            try:
                kept = self._store.submit(Submission(study.id, study.revision, accepted))
            except RevisionConflictError:
                return None
            editing.keep(kept[-1].revision)
            if kept[-1].revision // HELD_EVERY > study.revision // HELD_EVERY:
                self._store.hold_content(study.id, kept[-1].revision, editing.document.to_bytes())
        known |= {each.id: each for each in kept}
        return Accepted(tuple(known[each.change_set.id] for each in sent), replayed=False)

    def _carried_out(
        self, editing: Editing, study: StudyRecord, sent: Sequence[_Sent]
    ) -> tuple[AcceptedChangeSet, ...]:
        """Every change set on the document, in order; taken back where one is refused."""
        document = editing.document
        done = []
        accepted: list[AcceptedChangeSet] = []
        for each in sent:
            try:
                done.append(accept(document, each.change_set, study.id, editing.annexe))
                content = document.to_bytes()
                if len(content) > self._max_study_bytes:
                    raise NotAcceptedError(_study_too_large(self._max_study_bytes))
            except NotAcceptedError as error:
                for one in reversed(done):
                    one.take_back()
                editing.keep()
                raise _RefusedError(each.change_set.id, error.refusal) from error
            accepted.append(_accepted(each, content, summary_of(document)))
        return tuple(accepted)

    def _came_first(self, study_id: str, base_revision: int) -> CameFirst:
        return CameFirst(base_revision, self._store.changes_since(study_id, base_revision))


def _read(texts: Sequence[str]) -> list[_Sent]:
    if not texts:
        raise _RefusedError(
            None, Refusal(RefusalCode.NO_CHANGE, translate("acceptance", "No edit was sent."))
        )
    if len(texts) > MOST_CHANGE_SETS or sum(map(len, texts)) > MOST_BYTES:
        raise _RefusedError(None, too_large())
    sent: list[_Sent] = []
    for text in texts:
        try:
            change_set = read_submitted(text)
        except NotAcceptedError as error:
            raise _RefusedError(None, error.refusal) from error
        line = change_set_text(change_set)
        sent.append(_Sent(change_set, line, hashlib.sha256(line.encode()).hexdigest()))
    ids = [each.change_set.id for each in sent]
    for twice in (identity for identity in ids if ids.count(identity) > 1):
        reason = translate("acceptance", "This edit was sent twice in one message.")
        raise _RefusedError(twice, Refusal(RefusalCode.ID_TAKEN, reason))
    count = sum(len(each.change_set.recorded) for each in sent)
    if count > MOST_CHANGES:
        raise _RefusedError(None, too_many(count))
    return sent


def _check_belongs(change_set: ChangeSet, study_id: str, newest_base: int) -> None:
    refusal = why_not_of_this_study(change_set, study_id)
    if refusal is None and change_set.base_revision > newest_base:
        refusal = _unknown_base(change_set.base_revision, newest_base)
    if refusal is not None:
        raise _RefusedError(change_set.id, refusal)


def _check_unused(sent: _Sent, study_id: str, known: KeptChangeSet | None) -> None:
    if known is not None and (known.study_id, known.digest) != (study_id, sent.digest):
        reason = translate(
            "acceptance", "Another edit was accepted with this one's id. Undo it and make it again."
        )
        raise _RefusedError(sent.change_set.id, Refusal(RefusalCode.ID_TAKEN, reason))


def _unknown_base(base_revision: int, newest: int) -> Refusal:
    return Refusal(
        RefusalCode.UNKNOWN_BASE,
        translate(
            "acceptance",
            "This edit was made on revision {base}, but the newest that the backend knows is {newest}. The backend "
            "may have been restored from an older copy.",
        ).format(base=base_revision, newest=newest),
    )


def _study_too_large(limit: int) -> Refusal:
    return Refusal(
        RefusalCode.TOO_LARGE,
        translate("acceptance", "The study would have more than {bytes} bytes.").format(bytes=limit),
    )


def _accepted(sent: _Sent, content: bytes, summary: StudySummary) -> AcceptedChangeSet:
    change_set = sent.change_set
    return AcceptedChangeSet(
        id=change_set.id,
        text=sent.text,
        digest=sent.digest,
        author=change_set.author,
        captured_at=change_set.captured_at,
        reason=change_set.reason,
        content_hash=content_hash(content),
        size=len(content),
        chunk_count=len(split_content(content)),
        summary=summary,
        target=change_set.target.value,
    )
