"""Bringing a study in: chunks to content, checked against its hash, read once, then kept."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from backend.api.context import Backend
from backend.api.errors import ApiError, ErrorCode
from backend.api.types import AppendChunkInput, BeginUploadInput, ImportStudyInput
from backend.store.content import CHUNK_BYTES, content_hash
from backend.store.port import Imported, ImportRequest, StoreError, UploadRecord

KEY_CHARACTERS = 200
NAME_CHARACTERS = 500
MAX_CHUNKS = 10_000
"""Of one upload: far more than a study of the largest size needs."""


async def begin_upload(backend: Backend, wanted: BeginUploadInput) -> UploadRecord:
    """Start or find an upload. Raises ApiError."""
    _check_key(wanted.idempotency_key)
    _check_hash(wanted.content_hash)
    _check_size(backend, wanted.size)
    if not 1 <= wanted.chunk_count <= MAX_CHUNKS or wanted.chunk_count * CHUNK_BYTES < wanted.size:
        raise ApiError(
            ErrorCode.BAD_INPUT,
            f"{wanted.size} bytes do not fit into {wanted.chunk_count} chunks of at most {CHUNK_BYTES}, "
            f"or these are more than {MAX_CHUNKS}.",
        )
    return await backend.in_thread(
        backend.store.begin_upload,
        wanted.idempotency_key,
        wanted.content_hash,
        wanted.size,
        wanted.chunk_count,
    )


async def append_chunk(backend: Backend, chunk: AppendChunkInput) -> UploadRecord:
    """Keep one chunk. Raises ApiError."""
    piece = _chunk_bytes(chunk.text)
    try:
        return await backend.in_thread(backend.store.append_chunk, str(chunk.upload_id), chunk.index, piece)
    except ValueError as error:
        raise ApiError(
            ErrorCode.BAD_INPUT, f"This chunk does not belong to the upload: {error}. It was not kept."
        ) from error


async def import_study(backend: Backend, wanted: ImportStudyInput) -> Imported:
    """Keep the study and tell the subscribers. Raises ApiError; nothing is kept then."""
    outcome = "refused"
    try:
        imported = await _import(backend, wanted)
        outcome = "replayed" if imported.replayed else "new"
    finally:
        backend.metrics.imported(outcome)
    if not imported.replayed:
        backend.hints.publish(imported.study.id, imported.study.revision)
    return imported


async def _import(backend: Backend, wanted: ImportStudyInput) -> Imported:
    _check(wanted)
    # A request that is repeated because its answer was lost: its upload is gone, its study is here.
    known = await backend.in_thread(backend.store.find_import, wanted.idempotency_key)
    if known is not None and known.study.content_hash == wanted.content_hash and _same_target(wanted, known):
        return known
    content = await _content(backend, wanted)
    summary = await backend.in_thread(backend.validate, content)
    if wanted.title:
        summary = replace(summary, title=wanted.title)
    imported = await backend.in_thread(
        backend.store.import_study,
        ImportRequest(
            idempotency_key=wanted.idempotency_key,
            content=content,
            summary=summary,
            file_name=wanted.file_name or "",
            study_id=None if wanted.study_id is None else str(wanted.study_id),
            base_revision=wanted.base_revision,
        ),
    )
    if wanted.upload_id is not None:
        with suppress(StoreError):  # the study is safe, and an upload left behind is forgotten in a day
            await backend.in_thread(backend.store.drop_upload, str(wanted.upload_id))
    return imported


def _check(wanted: ImportStudyInput) -> None:
    _check_key(wanted.idempotency_key)
    _check_hash(wanted.content_hash)
    _check_names(wanted)
    if (wanted.study_id is None) != (wanted.base_revision is None):
        raise ApiError(
            ErrorCode.BAD_INPUT, "A new revision needs both studyId and baseRevision; a new study neither."
        )
    if (wanted.chunks is None) == (wanted.upload_id is None):
        raise ApiError(ErrorCode.BAD_INPUT, "Send the study in `chunks` or name an `uploadId`, one of them.")


def _same_target(wanted: ImportStudyInput, known: Imported) -> bool:
    if wanted.study_id is None:
        return known.study.revision == 1
    return str(wanted.study_id) == known.study.id and wanted.base_revision == known.study.revision - 1


async def _content(backend: Backend, wanted: ImportStudyInput) -> bytes:
    if wanted.chunks is not None:
        content = b"".join(_chunk_bytes(text) for text in wanted.chunks)
    else:
        try:
            content = await backend.in_thread(backend.store.read_upload, str(wanted.upload_id))
        except ValueError as error:
            raise ApiError(
                ErrorCode.BAD_INPUT, f"The upload is not complete: {error}. Send them, then import again."
            ) from error
    _check_size(backend, len(content))
    if await backend.in_thread(content_hash, content) != wanted.content_hash:
        raise ApiError(
            ErrorCode.BAD_INPUT,
            "What arrived is not what was announced: the hash differs. Nothing was kept. "
            "Send the study again.",
        )
    return content


def _chunk_bytes(text: str) -> bytes:
    try:
        piece = text.encode()
    except UnicodeEncodeError as error:
        raise ApiError(
            ErrorCode.BAD_STUDY,
            f"The chunk holds half a character (a lone surrogate) at {error.start}. It was not kept. "
            "Cut chunks between characters.",
        ) from error
    if len(piece) > CHUNK_BYTES:
        raise ApiError(
            ErrorCode.TOO_LARGE,
            f"A chunk has at most {CHUNK_BYTES} bytes of UTF-8, this one has {len(piece)}. It was not kept. "
            "Cut it.",
        )
    return piece


def _check_key(key: str) -> None:
    if not 1 <= len(key) <= KEY_CHARACTERS or not key.isprintable():
        raise ApiError(
            ErrorCode.BAD_INPUT, f"The idempotency key has 1 to {KEY_CHARACTERS} printable characters."
        )


def _check_hash(digest: str) -> None:
    if re.fullmatch(r"sha256:[0-9a-f]{64}", digest) is None:
        raise ApiError(ErrorCode.BAD_INPUT, "contentHash is sha256: and 64 lower-case hexadecimal digits.")


def _check_size(backend: Backend, size: int) -> None:
    if size < 1:
        raise ApiError(ErrorCode.BAD_STUDY, "The study is empty.")
    if size > backend.max_study_bytes:
        raise ApiError(
            ErrorCode.TOO_LARGE,
            f"This study has {size} bytes; this backend takes at most {backend.max_study_bytes}.",
        )


def _check_names(wanted: ImportStudyInput) -> None:
    for name in (wanted.title, wanted.file_name):
        if name is not None and (len(name) > NAME_CHARACTERS or not _encodable(name)):
            raise ApiError(
                ErrorCode.BAD_INPUT, f"Title and file name have at most {NAME_CHARACTERS} characters each."
            )


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
