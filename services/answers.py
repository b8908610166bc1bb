"""What a backend answers, as typed values: anything of another shape is a `BadAnswer`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from services.backend_trouble import bad_answer
from study.language import translate

_HASH = re.compile(r"sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """Who answers. `chunk_bytes` and `max_study_bytes` count bytes of UTF-8."""

    store_id: str
    version: str
    features: tuple[str, ...]
    chunk_bytes: int
    max_study_bytes: int


@dataclass(frozen=True, slots=True)
class ListedStudy:
    """A study as the backend lists it, at its newest revision. `size` in bytes of UTF-8."""

    id: str
    title: str
    file_name: str
    usdm_version: str
    revision: int
    content_hash: str
    size: int
    chunk_count: int
    last_modified: datetime


@dataclass(frozen=True, slots=True)
class StudyPage:
    """One page of studies; `end_cursor` is where the next begins, None on the last."""

    items: tuple[ListedStudy, ...]
    end_cursor: str | None


@dataclass(frozen=True, slots=True)
class StudyChunk:
    """Piece `index` of `total` of a study's text at one revision; `size` is the whole's, in bytes."""

    study_id: str
    revision: int
    index: int
    total: int
    content_hash: str
    size: int
    text: str


@dataclass(frozen=True, slots=True)
class RevisionHint:
    """Something changed in a study; what is true is asked for afterwards."""

    study_id: str
    revision: int


@dataclass(frozen=True, slots=True)
class Upload:
    """A study on its way to the backend, and the chunks that have arrived."""

    id: str
    received: frozenset[int]


def server_info(answer: object) -> ServerInfo:
    """`serverInfo`."""
    fields = _object(answer, "serverInfo")
    return ServerInfo(
        store_id=_text(fields, "storeId"),
        version=_text(fields, "version"),
        features=tuple(str(word) for word in _list(fields, "features")),
        chunk_bytes=_count(fields, "chunkBytes", least=1),
        max_study_bytes=_count(fields, "maxStudyBytes", least=1),
    )


def study_page(answer: object) -> StudyPage:
    """`studies`."""
    fields = _object(answer, "studies")
    more = fields.get("hasNextPage") is True
    return StudyPage(
        items=tuple(listed_study(item) for item in _list(fields, "items")),
        end_cursor=_text(fields, "endCursor") if more else None,
    )


def listed_study(answer: object) -> ListedStudy:
    """A `Study`."""
    fields = _object(answer, "study")
    try:
        modified = datetime.fromisoformat(_text(fields, "lastModified"))
    except ValueError as error:
        raise bad_answer(translate("trouble", "The backend's answer has a date that is none.")) from error
    return ListedStudy(
        id=_text(fields, "id"),
        title=_text(fields, "title"),
        file_name=_text(fields, "fileName"),
        usdm_version=_text(fields, "usdmVersion"),
        revision=_count(fields, "revision", least=1),
        content_hash=_hash(fields),
        size=_count(fields, "size"),
        chunk_count=_count(fields, "chunkCount"),
        last_modified=modified if modified.tzinfo else modified.replace(tzinfo=UTC),
    )


def study_chunk(answer: object) -> StudyChunk:
    """A `StudyChunk`."""
    fields = _object(answer, "studyContent")
    return StudyChunk(
        study_id=_text(fields, "studyId"),
        revision=_count(fields, "revision", least=1),
        index=_count(fields, "index"),
        total=_count(fields, "total", least=1),
        content_hash=_hash(fields),
        size=_count(fields, "size"),
        text=_text(fields, "text"),
    )


def revision_hint(answer: object) -> RevisionHint:
    """A `StudyRevisionHint`."""
    fields = _object(answer, "studyRevisions")
    return RevisionHint(_text(fields, "studyId"), _count(fields, "revision"))


def upload(answer: object) -> Upload:
    """An `Upload`."""
    fields = _object(answer, "beginUpload")
    received = frozenset(item for item in _list(fields, "receivedChunks") if isinstance(item, int))
    return Upload(_text(fields, "id"), received)


def imported(answer: object) -> ListedStudy:
    """The study of an `ImportStudyPayload`."""
    return listed_study(_object(answer, "importStudy").get("study"))


def _object(answer: object, what: str) -> Mapping[str, Any]:
    if not isinstance(answer, dict):
        raise bad_answer(translate("trouble", "The backend's answer has no “{name}”.").format(name=what))
    return answer


def _list(fields: Mapping[str, Any], name: str) -> list[Any]:
    found = fields.get(name)
    if not isinstance(found, list):
        raise bad_answer(translate("trouble", "The backend's answer has no list “{name}”.").format(name=name))
    return found


def _text(fields: Mapping[str, Any], name: str) -> str:
    found = fields.get(name)
    if not isinstance(found, str):
        raise bad_answer(translate("trouble", "The backend's answer has no text “{name}”.").format(name=name))
    return found


def _count(fields: Mapping[str, Any], name: str, *, least: int = 0) -> int:
    found = fields.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found < least:
        raise bad_answer(
            translate("trouble", "The backend's answer has no number “{name}”.").format(name=name)
        )
    return found


def _hash(fields: Mapping[str, Any]) -> str:
    found = _text(fields, "contentHash")
    if not _HASH.fullmatch(found):
        raise bad_answer(translate("trouble", "The backend's answer has a content hash that is none."))
    return found
