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
    fields = object_in(answer, "serverInfo")
    return ServerInfo(
        store_id=text_in(fields, "storeId"),
        version=text_in(fields, "version"),
        features=tuple(str(word) for word in list_in(fields, "features")),
        chunk_bytes=count_in(fields, "chunkBytes", least=1),
        max_study_bytes=count_in(fields, "maxStudyBytes", least=1),
    )


def study_page(answer: object) -> StudyPage:
    """`studies`."""
    fields = object_in(answer, "studies")
    more = fields.get("hasNextPage") is True
    return StudyPage(
        items=tuple(listed_study(item) for item in list_in(fields, "items")),
        end_cursor=text_in(fields, "endCursor") if more else None,
    )


def listed_study(answer: object) -> ListedStudy:
    """A `Study`."""
    fields = object_in(answer, "study")
    try:
        modified = datetime.fromisoformat(text_in(fields, "lastModified"))
    except ValueError as error:
        raise bad_answer(translate("trouble", "The backend's answer has a date that is none.")) from error
    return ListedStudy(
        id=text_in(fields, "id"),
        title=text_in(fields, "title"),
        file_name=text_in(fields, "fileName"),
        usdm_version=text_in(fields, "usdmVersion"),
        revision=count_in(fields, "revision", least=1),
        content_hash=content_hash_in(fields),
        size=count_in(fields, "size"),
        chunk_count=count_in(fields, "chunkCount"),
        last_modified=modified if modified.tzinfo else modified.replace(tzinfo=UTC),
    )


def study_chunk(answer: object) -> StudyChunk:
    """A `StudyChunk`."""
    fields = object_in(answer, "studyContent")
    return StudyChunk(
        study_id=text_in(fields, "studyId"),
        revision=count_in(fields, "revision", least=1),
        index=count_in(fields, "index"),
        total=count_in(fields, "total", least=1),
        content_hash=content_hash_in(fields),
        size=count_in(fields, "size"),
        text=text_in(fields, "text"),
    )


def revision_hint(answer: object) -> RevisionHint:
    """A `StudyRevisionHint`."""
    fields = object_in(answer, "studyRevisions")
    return RevisionHint(text_in(fields, "studyId"), count_in(fields, "revision"))


def upload(answer: object) -> Upload:
    """An `Upload`."""
    fields = object_in(answer, "beginUpload")
    received = frozenset(item for item in list_in(fields, "receivedChunks") if isinstance(item, int))
    return Upload(text_in(fields, "id"), received)


def imported(answer: object) -> ListedStudy:
    """The study of an `ImportStudyPayload`."""
    return listed_study(object_in(answer, "importStudy").get("study"))


def object_in(answer: object, what: str) -> Mapping[str, Any]:
    """An answer that must be an object. Raises `BadAnswer`."""
    if not isinstance(answer, dict):
        raise bad_answer(translate("trouble", "The backend's answer has no “{name}”.").format(name=what))
    return answer


def list_in(fields: Mapping[str, Any], name: str) -> list[Any]:
    """A list in an answer. Raises `BadAnswer`."""
    found = fields.get(name)
    if not isinstance(found, list):
        raise bad_answer(translate("trouble", "The backend's answer has no list “{name}”.").format(name=name))
    return found


def text_in(fields: Mapping[str, Any], name: str) -> str:
    """A text in an answer. Raises `BadAnswer`."""
    found = fields.get(name)
    if not isinstance(found, str):
        raise bad_answer(translate("trouble", "The backend's answer has no text “{name}”.").format(name=name))
    return found


def count_in(fields: Mapping[str, Any], name: str, *, least: int = 0) -> int:
    """A whole number of at least `least` in an answer. Raises `BadAnswer`."""
    found = fields.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found < least:
        raise bad_answer(
            translate("trouble", "The backend's answer has no number “{name}”.").format(name=name)
        )
    return found


def content_hash_in(fields: Mapping[str, Any], name: str = "contentHash") -> str:
    """A content hash in an answer. Raises `BadAnswer`."""
    found = text_in(fields, name)
    if not _HASH.fullmatch(found):
        raise bad_answer(translate("trouble", "The backend's answer has a content hash that is none."))
    return found
