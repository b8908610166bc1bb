"""Edits on their way in and out: submitted, told since a revision, and read back as the audit trail."""

from __future__ import annotations

import strawberry

from backend.api.change_types import (
    AuditPage,
    ChangesPage,
    StudyAnnexe,
    SubmitChangesAnswer,
    SubmitChangesInput,
    submitted,
)
from backend.api.context import Backend
from backend.api.errors import ApiError, ErrorCode
from backend.store.changes import MAX_CHANGES_PAGE
from backend.submissions import Accepted, CameFirst


async def submit_changes(backend: Backend, wanted: SubmitChangesInput) -> SubmitChangesAnswer:
    """Keep the edits and tell the subscribers. Raises ApiError, StoreError; nothing is kept then."""
    outcome = await backend.in_thread(
        backend.submissions.submit, str(wanted.study_id), wanted.base_revision, wanted.change_sets
    )
    word = "refused"
    if isinstance(outcome, Accepted):
        word = "replayed" if outcome.replayed else "new"
    elif isinstance(outcome, CameFirst):
        word = "behind"
    backend.metrics.submitted(word, len(wanted.change_sets))
    if isinstance(outcome, Accepted) and not outcome.replayed:
        backend.hints.publish(str(wanted.study_id), outcome.change_sets[-1].revision)
    return submitted(outcome)


async def changes_since(backend: Backend, study_id: str, revision: int, first: int) -> ChangesPage:
    """One page of what came after a revision. Raises ApiError, UnknownStudyError."""
    _check_page(first)
    return ChangesPage.of(await backend.in_thread(backend.store.changes_since, study_id, revision, first))


async def study_annexe(backend: Backend, study_id: str, revision: int | None) -> StudyAnnexe:
    """A study's annexe at a revision (None: the newest). Raises UnknownStudyError."""
    if revision is None:
        revision = (await backend.in_thread(backend.store.get, study_id)).revision
    annexe = await backend.in_thread(backend.documents.annexe, study_id, revision)
    text = annexe.to_bytes().decode()
    return StudyAnnexe(study_id=strawberry.ID(study_id), revision=revision, text=text)


async def audit_trail(
    backend: Backend, study_id: str, first: int, after: int | None, newest_first: bool
) -> AuditPage:
    """One page of a study's audit records. Raises ApiError, UnknownStudyError."""
    _check_page(first)
    page = await backend.in_thread(
        backend.store.audit_trail, study_id, after, first, newest_first=newest_first
    )
    return AuditPage.of(page)


def _check_page(first: int) -> None:
    if not 1 <= first <= MAX_CHANGES_PAGE:
        raise ApiError(ErrorCode.BAD_INPUT, f"Ask for 1 to {MAX_CHANGES_PAGE} entries a page, not {first}.")
