"""The GraphQL types that clients see, made from the store's records."""

from __future__ import annotations

from datetime import datetime

import strawberry

from backend.store import port


@strawberry.type(description="The backend itself: who it is and what it can do.")
class ServerInfo:
    store_id: strawberry.ID = strawberry.field(
        description="UUID of the store behind this server. Another value means another or a reset store: "
        "revisions known from before mean nothing there."
    )
    version: str = strawberry.field(description="The program's version.")
    features: list[str] = strawberry.field(description="What this server can do, as stable words.")
    chunk_bytes: int = strawberry.field(description="The largest chunk of text, in bytes of UTF-8.")
    max_study_bytes: int = strawberry.field(description="The largest study, in bytes of UTF-8.")
    max_request_bytes: int = strawberry.field(
        description="The largest request body or websocket message, in bytes."
    )


@strawberry.type(description="A study at one revision. Compare storeId, id, revision and contentHash.")
class Study:
    id: strawberry.ID = strawberry.field(description="UUID given by the backend.")
    title: str
    file_name: str = strawberry.field(description="The name of the file it was imported from, or empty.")
    usdm_version: str = strawberry.field(description="As the document states it, or empty.")
    revision: int = strawberry.field(description="1 at the first import, then one more each time.")
    content_hash: str = strawberry.field(description="sha256: and 64 hexadecimal digits, of all bytes.")
    size: int = strawberry.field(description="Bytes of UTF-8.")
    chunk_count: int = strawberry.field(description="How many chunks studyContent gives.")
    created: datetime
    last_modified: datetime

    @staticmethod
    def of(record: port.StudyRecord) -> Study:
        return Study(
            id=strawberry.ID(record.id),
            title=record.title,
            file_name=record.file_name,
            usdm_version=record.usdm_version,
            revision=record.revision,
            content_hash=record.content_hash,
            size=record.size,
            chunk_count=record.chunk_count,
            created=record.created,
            last_modified=record.last_modified,
        )


@strawberry.type(description="Studies in the order of their first import.")
class StudyPage:
    items: list[Study]
    end_cursor: str | None = strawberry.field(description="Give it as `after` for the next page.")
    has_next_page: bool

    @staticmethod
    def of(page: port.StudyPage) -> StudyPage:
        return StudyPage(
            items=[Study.of(record) for record in page.studies],
            end_cursor=page.end_cursor,
            has_next_page=page.has_next,
        )


@strawberry.type(
    description="One piece of a study's text, at most chunkBytes long, cut between characters. All pieces of "
    "one revision in order are the study, byte for byte in UTF-8."
)
class StudyChunk:
    study_id: strawberry.ID
    revision: int
    index: int = strawberry.field(description="From 0.")
    total: int = strawberry.field(description="How many chunks this revision has.")
    content_hash: str = strawberry.field(description="Of the whole content: check it when all are here.")
    size: int = strawberry.field(description="Of the whole content, in bytes of UTF-8.")
    text: str

    @staticmethod
    def of(chunk: port.ContentChunk) -> StudyChunk:
        return StudyChunk(
            study_id=strawberry.ID(chunk.study_id),
            revision=chunk.revision,
            index=chunk.index,
            total=chunk.total,
            content_hash=chunk.content_hash,
            size=chunk.size,
            text=chunk.text,
        )


@strawberry.type(description="A study's content that arrives chunk by chunk; it survives a lost connection.")
class Upload:
    id: strawberry.ID
    content_hash: str
    size: int
    chunk_count: int
    received_chunks: list[int] = strawberry.field(
        description="The indexes that are safe on the server, ascending: send the others."
    )

    @staticmethod
    def of(record: port.UploadRecord) -> Upload:
        return Upload(
            id=strawberry.ID(record.id),
            content_hash=record.content_hash,
            size=record.size,
            chunk_count=record.chunk_count,
            received_chunks=list(record.received),
        )


@strawberry.input(description="Announces a study's content that is to come in chunks.")
class BeginUploadInput:
    idempotency_key: str = strawberry.field(
        description="Chosen by the client, 1 to 200 characters. The same key finds the same upload again, "
        "with what it already received."
    )
    content_hash: str = strawberry.field(description="sha256: and 64 hexadecimal digits, of all bytes.")
    size: int = strawberry.field(description="Bytes of UTF-8, at most maxStudyBytes.")
    chunk_count: int


@strawberry.input(description="One chunk of an upload. Sending a chunk again is harmless.")
class AppendChunkInput:
    upload_id: strawberry.ID
    index: int = strawberry.field(description="From 0; in any order.")
    text: str = strawberry.field(description="At most chunkBytes long in UTF-8.")


@strawberry.input(
    description="Brings a study in, whole in `chunks` or by a complete upload, never both. Without studyId "
    "it becomes a new study; with it, a new revision on top of baseRevision."
)
class ImportStudyInput:
    idempotency_key: str = strawberry.field(
        description="Chosen by the client, 1 to 200 characters. The same key with the same content is "
        "answered as the first time and changes nothing."
    )
    content_hash: str = strawberry.field(description="sha256: and 64 hexadecimal digits, of all bytes.")
    chunks: list[str] | None = strawberry.field(
        default=None,
        description="The study's text, each piece at most chunkBytes long in UTF-8; for what fits into one "
        "request of maxRequestBytes.",
    )
    upload_id: strawberry.ID | None = strawberry.field(
        default=None, description="A complete upload; it is forgotten after the import."
    )
    title: str | None = strawberry.field(
        default=None, description="Instead of the title that the document states."
    )
    file_name: str | None = None
    study_id: strawberry.ID | None = strawberry.field(
        default=None, description="The study that gets a new revision."
    )
    base_revision: int | None = strawberry.field(
        default=None, description="With studyId: the revision last seen. Any other one there is a CONFLICT."
    )


@strawberry.type(description="The study as this import left it.")
class ImportStudyPayload:
    study: Study = strawberry.field(description="At the revision that this import made.")
    replayed: bool = strawberry.field(
        description="True where the same key had brought the same content before: nothing changed now."
    )


@strawberry.type(
    description="A hint that a study has a new revision, or that its cards were placed. Hints may be merged or "
    "lost: the truth is what `studies`, `study` and `studyLayout` say."
)
class StudyRevisionHint:
    study_id: strawberry.ID
    revision: int
