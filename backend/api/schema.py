"""The GraphQL schema: what can be asked, changed and listened to."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import strawberry

from backend.api import changes, imports, layout
from backend.api.change_types import (
    AuditPage,
    ChangesPage,
    StudyAnnexe,
    SubmitChangesAnswer,
    SubmitChangesInput,
)
from backend.api.context import RequestInfo
from backend.api.errors import ApiError, ErrorCode
from backend.api.execution import ApiSchema, schema_extensions
from backend.api.layout import KeepLayoutInput, KeepLayoutPayload, StudyLayout
from backend.api.types import (
    AppendChunkInput,
    BeginUploadInput,
    ImportStudyInput,
    ImportStudyPayload,
    ServerInfo,
    Study,
    StudyChunk,
    StudyPage,
    StudyRevisionHint,
    Upload,
)
from backend.store.changes import MAX_CHANGES_PAGE
from backend.store.content import CHUNK_BYTES
from backend.store.port import MAX_PAGE

FEATURES = ("import", "upload", "studyContent", "studyRevisions", "changes", "annexe", "auditTrail", "layout")


def server_info(info: RequestInfo) -> ServerInfo:
    backend = info.context.backend
    return ServerInfo(
        store_id=strawberry.ID(backend.store.store_id),
        version=backend.version,
        features=list(FEATURES),
        chunk_bytes=CHUNK_BYTES,
        max_study_bytes=backend.max_study_bytes,
        max_request_bytes=backend.max_request_bytes,
    )


async def studies(info: RequestInfo, first: int = 50, after: str | None = None) -> StudyPage:
    if not 1 <= first <= MAX_PAGE:
        raise ApiError(ErrorCode.BAD_INPUT, f"Ask for 1 to {MAX_PAGE} studies a page, not {first}.")
    backend = info.context.backend
    try:
        page = await backend.in_thread(backend.store.list_studies, after=after, limit=first)
    except ValueError as error:
        raise ApiError(
            ErrorCode.BAD_INPUT, "This cursor is not one of this list; start without `after`."
        ) from error
    return StudyPage.of(page)


async def study(info: RequestInfo, id: strawberry.ID) -> Study | None:  # noqa: A002
    backend = info.context.backend
    return Study.of(await backend.in_thread(backend.store.get, str(id)))


async def study_content(
    info: RequestInfo,
    id: strawberry.ID,  # noqa: A002
    revision: int | None = None,
    chunk: int = 0,
) -> StudyChunk | None:
    backend = info.context.backend
    return StudyChunk.of(await backend.in_thread(backend.documents.chunk, str(id), revision, chunk))


async def begin_upload(info: RequestInfo, input: BeginUploadInput) -> Upload:  # noqa: A002
    return Upload.of(await imports.begin_upload(info.context.backend, input))


async def append_chunk(info: RequestInfo, input: AppendChunkInput) -> Upload:  # noqa: A002
    return Upload.of(await imports.append_chunk(info.context.backend, input))


async def import_study(info: RequestInfo, input: ImportStudyInput) -> ImportStudyPayload:  # noqa: A002
    imported = await imports.import_study(info.context.backend, input)
    return ImportStudyPayload(study=Study.of(imported.study), replayed=imported.replayed)


async def submit_changes(info: RequestInfo, input: SubmitChangesInput) -> SubmitChangesAnswer:  # noqa: A002
    return await changes.submit_changes(info.context.backend, input)


async def changes_since(
    info: RequestInfo, study_id: strawberry.ID, revision: int, first: int = MAX_CHANGES_PAGE
) -> ChangesPage:
    return await changes.changes_since(info.context.backend, str(study_id), revision, first)


async def study_annexe(
    info: RequestInfo,
    id: strawberry.ID,  # noqa: A002
    revision: int | None = None,
) -> StudyAnnexe:
    return await changes.study_annexe(info.context.backend, str(id), revision)


async def keep_layout(info: RequestInfo, input: KeepLayoutInput) -> KeepLayoutPayload:  # noqa: A002
    return await layout.keep_layout(info.context.backend, input)


async def study_layout(
    info: RequestInfo,
    id: strawberry.ID,  # noqa: A002
    since: int = 0,
) -> StudyLayout:
    return await layout.study_layout(info.context.backend, str(id), since)


async def audit_trail(
    info: RequestInfo,
    study_id: strawberry.ID,
    first: int = 50,
    after: int | None = None,
    newest_first: bool = True,
) -> AuditPage:
    return await changes.audit_trail(info.context.backend, str(study_id), first, after, newest_first)


async def study_revisions(info: RequestInfo) -> AsyncGenerator[StudyRevisionHint, None]:
    async for study_id, revision in info.context.backend.hints.subscribe():
        yield StudyRevisionHint(study_id=strawberry.ID(study_id), revision=revision)


@strawberry.type
class Query:
    server_info: ServerInfo = strawberry.field(resolver=server_info, description="The backend itself.")
    studies: StudyPage = strawberry.field(
        resolver=studies,
        description="The studies, at most 200 a page. With id, revision and contentHash this is all that a "
        "client with a cache needs to learn what is new.",
    )
    study: Study | None = strawberry.field(
        resolver=study, description="A study at its newest revision; NOT_FOUND where there is none."
    )
    study_content: StudyChunk | None = strawberry.field(
        resolver=study_content,
        description="One chunk of a study's text. Ask the first without a revision, the others with the "
        "revision it names; after a cut-off, ask only those that are missing.",
    )
    changes_since: ChangesPage = strawberry.field(
        resolver=changes_since,
        description="What came after a revision (0: from the first), in order, at most 200 revisions a page. "
        "Ask again with the last revision of a page for the next.",
    )
    study_annexe: StudyAnnexe = strawberry.field(
        resolver=study_annexe, description="A study's annexe at a revision, or at the newest."
    )
    study_layout: StudyLayout = strawberry.field(
        resolver=study_layout,
        description="Where the cards of a study's graphs stand that were placed after a number (0: all that ever "
        "were).",
    )
    audit_trail: AuditPage = strawberry.field(
        resolver=audit_trail,
        description="Who did what to a study, when and why, at most 200 records a page. Every record is bound to "
        "the one before by its hash.",
    )


@strawberry.type
class Mutation:
    begin_upload: Upload = strawberry.mutation(
        resolver=begin_upload,
        description="Start to send a study that is too large for one request, or go on.",
    )
    append_chunk: Upload = strawberry.mutation(
        resolver=append_chunk, description="Send one chunk of an upload."
    )
    import_study: ImportStudyPayload = strawberry.mutation(
        resolver=import_study, description="Bring a study in, as a new study or as a new revision."
    )
    submit_changes: SubmitChangesAnswer = strawberry.mutation(
        resolver=submit_changes,
        description="Have edits accepted, each as a revision of its own: all of the message or none of it. What was "
        "accepted before is answered as the first time and changes nothing.",
    )
    keep_layout: KeepLayoutPayload = strawberry.mutation(
        resolver=keep_layout,
        description="Place cards of a study's graphs, over where they stood: no revision, no audit record. A hint "
        "of studyRevisions follows, with the revision as it was.",
    )


@strawberry.type
class Subscription:
    study_revisions: AsyncGenerator[StudyRevisionHint, None] = strawberry.subscription(
        resolver=study_revisions, description="Hints of new revisions, of any study, from now on."
    )


schema = ApiSchema(query=Query, mutation=Mutation, subscription=Subscription, extensions=schema_extensions())
