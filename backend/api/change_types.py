"""The GraphQL types of edits: what is sent, what is answered, what came since, and the audit trail."""

from __future__ import annotations

from typing import Annotated

import strawberry

from backend import submissions
from backend.store import changes as kept
from backend.store.port import StoreUnreadableError
from study import revisions
from study.acceptance import RefusalCode
from study.audit_chain import AuditKind, read_record

strawberry.enum(RefusalCode, description="Why edits are not accepted.")
strawberry.enum(AuditKind, description="What an audit record tells of.")


@strawberry.input(description="Edits of one study, in the order in which they were made.")
class SubmitChangesInput:
    study_id: strawberry.ID
    base_revision: int = strawberry.field(
        description="The newest revision that these edits know of. Where the study has moved on, the answer is what "
        "came first."
    )
    change_sets: list[str] = strawberry.field(
        description="Each a change set as one JSON object (format 1) with an id of its own. Together at most 200 "
        "change sets, 5,000 changes and 3,000,000 characters."
    )


@strawberry.type(description="An edit that is a revision now.")
class AcceptedChangeSet:
    id: strawberry.ID
    revision: int
    content_hash: str = strawberry.field(description="Of the whole study at this revision.")


@strawberry.type(description="All edits of the message are safe, each a revision of its own.")
class ChangesAccepted:
    revision: int = strawberry.field(description="The last that these edits made.")
    content_hash: str
    change_sets: list[AcceptedChangeSet]
    replayed: bool = strawberry.field(
        description="True where all of them had been accepted before: nothing changed now."
    )


@strawberry.type(description="How a revision came about.")
class RevisionChange:
    revision: int
    content_hash: str
    change_set: str | None = strawberry.field(
        description="The change set as JSON; null where the whole study was brought in anew: read its content then."
    )


@strawberry.type(description="Revisions of a study in order.")
class ChangesPage:
    newest_revision: int
    newest_content_hash: str
    items: list[RevisionChange]
    has_next_page: bool

    @staticmethod
    def of(page: revisions.ChangesPage) -> ChangesPage:
        return ChangesPage(
            newest_revision=page.newest,
            newest_content_hash=page.newest_hash,
            items=[
                RevisionChange(
                    revision=each.revision, content_hash=each.content_hash, change_set=each.change_set
                )
                for each in page.changes
            ],
            has_next_page=page.has_next,
        )


@strawberry.type(
    description="The study moved on since the base revision; nothing was written. Take over what came first, then "
    "send what is left of the edits."
)
class ChangesCameFirst:
    base_revision: int
    changes: ChangesPage = strawberry.field(description="From the base on; the rest by changesSince.")


@strawberry.type(description="Edits that break the rule; nothing of the message was written.")
class ChangesRefused:
    change_set_id: strawberry.ID | None = strawberry.field(
        description="Which one; null where none can be named or all together break it."
    )
    code: RefusalCode
    reason: str = strawberry.field(description="A sentence for a person.")


SubmitChangesAnswer = Annotated[
    ChangesAccepted | ChangesCameFirst | ChangesRefused, strawberry.union(name="SubmitChangesAnswer")
]


@strawberry.type(
    description="What is kept beside a study at a revision, because USDM has no place for it: one JSON object "
    "(format 1). Edits of it are revisions too, and leave the study's own text as it is."
)
class StudyAnnexe:
    study_id: strawberry.ID
    revision: int
    text: str


@strawberry.type(description="One record of a study's audit trail.")
class AuditRecord:
    sequence: int = strawberry.field(description="From 1 in each study, without a gap.")
    revision: int
    kind: AuditKind
    change_set_id: strawberry.ID | None
    author: str = strawberry.field(description="Empty for an import, whose author nobody stated.")
    captured_at: str = strawberry.field(description="When it was done, by the author's clock; UTC.")
    received_at: str = strawberry.field(description="When it was accepted, by the backend's clock; UTC.")
    reason: str
    content_hash: str
    text: str = strawberry.field(
        description="The canonical record, with the change set whole: old values beside new."
    )
    hash: str = strawberry.field(
        description="SHA-256, in hexadecimal digits, over the hash before (64 zeros before the first), a line feed "
        "and the text."
    )

    @staticmethod
    def of(entry: kept.AuditEntry) -> AuditRecord:
        try:
            record = read_record(entry.text)
        except ValueError as error:
            raise StoreUnreadableError(
                f"Audit record {entry.sequence} is not as it was written. It was left as it is. Restore a copy, "
                "and tell who keeps the record."
            ) from error
        return AuditRecord(
            sequence=entry.sequence,
            revision=record.revision,
            kind=record.kind,
            change_set_id=strawberry.ID(record.change_set_id) if record.change_set_id else None,
            author=_sendable(record.author),
            captured_at=record.captured_at,
            received_at=record.received_at,
            reason=_sendable(record.reason),
            content_hash=record.content_hash,
            text=entry.text,
            hash=entry.hash,
        )


@strawberry.type(description="Audit records, sorted by sequence.")
class AuditPage:
    items: list[AuditRecord]
    total_count: int
    has_next_page: bool

    @staticmethod
    def of(page: kept.AuditPage) -> AuditPage:
        return AuditPage(
            items=[AuditRecord.of(each) for each in page.entries],
            total_count=page.total,
            has_next_page=page.has_next,
        )


def submitted(
    outcome: submissions.Accepted | submissions.CameFirst | submissions.Refused,
) -> SubmitChangesAnswer:
    """An outcome as clients see it."""
    match outcome:
        case submissions.Accepted():
            last = outcome.change_sets[-1]
            return ChangesAccepted(
                revision=last.revision,
                content_hash=last.content_hash,
                change_sets=[
                    AcceptedChangeSet(
                        id=strawberry.ID(each.id), revision=each.revision, content_hash=each.content_hash
                    )
                    for each in outcome.change_sets
                ],
                replayed=outcome.replayed,
            )
        case submissions.CameFirst():
            return ChangesCameFirst(
                base_revision=outcome.base_revision, changes=ChangesPage.of(outcome.changes)
            )
        case submissions.Refused():
            identity = outcome.change_set_id
            return ChangesRefused(
                change_set_id=None if identity is None else strawberry.ID(identity),
                code=outcome.refusal.code,
                reason=_sendable(outcome.refusal.reason),
            )


def _sendable(text: str) -> str:
    """Without half characters, which no UTF-8 answer can hold."""
    return text.encode("utf-8", "replace").decode()
