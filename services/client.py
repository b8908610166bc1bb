"""The GraphQL client of one backend: lists, reads and imports studies, and listens for hints."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from services import answers, change_answers, layout_answers
from services.answers import ListedStudy, RevisionHint, ServerInfo, StudyChunk
from services.backend_trouble import BackendTrouble, Refused, bad_answer, slow, unauthorised, unreachable
from services.cached_studies import hash_of
from services.change_answers import EditsAccepted, SubmitAnswer
from services.files import LARGEST
from services.operations import operation
from services.transport import DIRECT, Address, HttpTransport, Timeouts, Traffic
from study.language import number_text, translate
from study.revisions import ChangesPage
from study.shared_layout import ArrivedPlaces, PlacesMessage

PAGE = 200
"""Studies asked for at once: the most that a backend gives."""

Progress = Callable[[int, int], None]
"""Told the bytes that have travelled and the bytes in all, in the loop's thread."""

log = logging.getLogger(__name__)


def _no_progress(done: int, total: int) -> None:
    """Nobody watches."""


@dataclass(slots=True)
class Download:
    """The chunks of one study that have arrived; given again to `content`, only the others are asked for."""

    study_id: str
    first: StudyChunk | None = None
    chunks: dict[int, bytes] = field(default_factory=dict)

    def forget(self) -> None:
        """Begin anew."""
        self.first = None
        self.chunks.clear()


@dataclass(frozen=True, slots=True)
class Content:
    """The whole of a study at one revision, checked against its hash."""

    study_id: str
    revision: int
    content_hash: str
    content: bytes


class BackendClient:
    """Lives in one event loop. Every method raises a `BackendTrouble`, or `Trouble` for a bad address."""

    def __init__(
        self, address: Address, *, timeouts: Timeouts | None = None, traffic: Traffic | None = None
    ) -> None:
        self.address = address
        self.traffic = traffic or Traffic()
        self._timeouts = timeouts or Timeouts()
        self._http = HttpTransport(address, self._timeouts, self.traffic)

    async def close(self) -> None:
        """Close the connections."""
        await self._http.close()

    async def server_info(self) -> ServerInfo:
        """Who answers."""
        return answers.server_info((await self._ask("server_info")).get("serverInfo"))

    async def studies(self) -> list[ListedStudy]:
        """All studies on the backend, page by page."""
        found: list[ListedStudy] = []
        cursors: set[str | None] = set()
        after: str | None = None
        while after not in cursors:
            cursors.add(after)
            page = answers.study_page((await self._ask("studies", first=PAGE, after=after)).get("studies"))
            found.extend(page.items)
            after = page.end_cursor
            if after is None:
                return found
        raise bad_answer(translate("trouble", "The backend's answer lists its studies without an end."))

    async def study(self, study_id: str) -> ListedStudy:
        """One study. Raises `Refused` with the code NOT_FOUND where there is none."""
        answer = (await self._ask("study", id=study_id)).get("study")
        if answer is None:
            raise _not_found()
        return answers.listed_study(answer)

    async def content(self, download: Download, on_progress: Progress = _no_progress) -> Content:
        """The content of a study at the revision that is newest when it begins.

        What has arrived stays in `download`, so that after a cut-off or a cancel the next call goes on.
        """
        if download.first is None:
            first = await self._chunk(download.study_id, None, 0)
            if first.size > LARGEST:
                raise bad_answer(
                    translate(
                        "trouble", "The backend's answer holds a study of more than {megabytes} MB."
                    ).format(megabytes=LARGEST // 1024 // 1024)
                )
            download.chunks = {0: _encoded(first)}
            download.first = first
        first = download.first
        arrived = sum(len(chunk) for chunk in download.chunks.values())
        on_progress(arrived, first.size)
        for index in range(first.total):
            if index in download.chunks:
                continue
            try:
                chunk = await self._chunk(download.study_id, first.revision, index)
            except Refused:
                download.forget()
                raise
            if (chunk.content_hash, chunk.total, chunk.size) != (first.content_hash, first.total, first.size):
                download.forget()
                raise bad_answer(translate("trouble", "The backend's answer mixes two revisions of a study."))
            download.chunks[index] = _encoded(chunk)
            arrived += len(download.chunks[index])
            if arrived > first.size:
                download.forget()
                raise bad_answer(
                    translate("trouble", "The backend's answer holds more than the size it states.")
                )
            on_progress(arrived, first.size)
        content = b"".join(download.chunks[index] for index in range(first.total))
        # Hashing 50 MB takes a moment and lets the interpreter go on: not in the loop's thread.
        found = await asyncio.to_thread(hash_of, content)
        download.forget()
        if found != first.content_hash:
            raise bad_answer(
                translate("trouble", "The backend's answer holds a study that does not match its hash.")
            )
        return Content(first.study_id, first.revision, first.content_hash, content)

    async def import_study(
        self,
        content: bytes,
        *,
        idempotency_key: str,
        title: str | None = None,
        file_name: str | None = None,
        on_progress: Progress = _no_progress,
    ) -> ListedStudy:
        """Send a study. With the same key and content it goes on where it was cut off, and is done once."""
        info = await self.server_info()
        if len(content) > info.max_study_bytes:
            raise Refused(
                "TOO_LARGE",
                translate("trouble", "The study has {bytes} bytes; the backend takes {most}.").format(
                    bytes=number_text(len(content)), most=number_text(info.max_study_bytes)
                ),
                kept=translate("trouble", "Nothing was sent; the file is unchanged."),
                advice=translate("trouble", "Ask who runs the backend for a higher limit."),
            )
        content_hash = await asyncio.to_thread(hash_of, content)
        chunks = await asyncio.to_thread(cut, content, info.chunk_bytes)
        bringing: dict[str, Any] = {
            "idempotencyKey": idempotency_key,
            "contentHash": content_hash,
            "title": title,
            "fileName": file_name,
        }
        on_progress(0, len(content))
        if len(chunks) == 1:
            bringing["chunks"] = chunks
        else:
            bringing["uploadId"] = await self._send(
                chunks, idempotency_key, content_hash, len(content), on_progress
            )
        answer = await self._ask("import_study", input=bringing)
        on_progress(len(content), len(content))
        return answers.imported(answer.get("importStudy"))

    async def submit_changes(
        self, study_id: str, base_revision: int, change_sets: Sequence[str]
    ) -> SubmitAnswer:
        """Send edits, each the text of a change set, that know of nothing newer than `base_revision`.

        All of them are accepted or none. Sending them again is harmless: what was accepted is answered as the
        first time. Raises `Refused` with the code NOT_FOUND where the study is gone.
        """
        wanted = {"studyId": study_id, "baseRevision": base_revision, "changeSets": list(change_sets)}
        answer = change_answers.submitted(
            (await self._ask("submit_changes", input=wanted)).get("submitChanges")
        )
        if isinstance(answer, EditsAccepted) and len(answer.edits) != len(change_sets):
            raise bad_answer(translate("trouble", "The backend's answer does not name every edit."))
        return answer

    async def changes_since(self, study_id: str, revision: int) -> ChangesPage:
        """One page of what came after a revision, in order; its last revision leads to the next.

        Raises `Refused` with the code NOT_FOUND where study or revision never was.
        """
        page = change_answers.changes_page(
            (await self._ask("changes_since", studyId=study_id, revision=revision, first=PAGE)).get(
                "changesSince"
            )
        )
        if (page.changes and page.changes[0].revision != revision + 1) or (
            page.has_next and not page.changes
        ):
            raise bad_answer(translate("trouble", "The backend's answer leaves out revisions."))
        return page

    async def study_annexe(self, study_id: str, revision: int) -> str:
        """The text of a study's annexe at a revision. Raises `Refused` where the backend keeps none."""
        answer = await self._ask("study_annexe", id=study_id, revision=revision)
        return change_answers.annexe(answer.get("studyAnnexe"))

    async def keep_layout(self, study_id: str, message: PlacesMessage) -> None:
        """Send where cards were placed; sending it again is harmless. Raises `Refused`."""
        wanted = {"studyId": study_id, "id": message.id, "places": layout_answers.places_json(message.places)}
        answer = await self._ask("keep_layout", input=wanted)
        ignored = layout_answers.ignored(answer.get("keepLayout"))
        if ignored:
            log.info("the backend's study has not %d of the cards that were placed", ignored)

    async def study_layout(self, study_id: str, since: int) -> ArrivedPlaces:
        """Where cards stand that were placed after a number. Raises `Refused` where there is no such study."""
        answer = await self._ask("study_layout", id=study_id, since=since)
        return layout_answers.study_layout(answer.get("studyLayout"))

    async def revision_hints(
        self, on_listening: Callable[[], None] = lambda: None
    ) -> AsyncGenerator[RevisionHint, None]:
        """Hints of new revisions until the connection ends, which raises; close it with `aclose`.

        `on_listening` is called once the backend has accepted the connection.
        """
        from gql import Client, gql
        from gql.transport.exceptions import TransportError
        from gql.transport.websockets import WebsocketsTransport
        from gql.transport.websockets_protocol import WebsocketsProtocolTransportBase as Protocol
        from websockets.exceptions import InvalidStatus, WebSocketException

        for name in ("gql.transport", "websockets"):  # their debug output would hold the token
            logging.getLogger(name).setLevel(logging.WARNING)
        tls = await asyncio.to_thread(self.address.tls)
        transport = WebsocketsTransport(
            url=self.address.websocket,
            headers={"Authorization": f"Bearer {self.address.token}"},
            ssl=False if tls is None else tls,
            subprotocols=[Protocol.GRAPHQLWS_SUBPROTOCOL],
            connect_timeout=self._timeouts.connect,
            ack_timeout=self._timeouts.silence,
            close_timeout=1.0,
            ping_interval=self._timeouts.silence,
            connect_args={"close_timeout": 1.0} | _way(self.address),
        )
        client = Client(transport=transport, fetch_schema_from_transport=False)
        self.traffic.requests += 1
        try:
            async with client as session:
                on_listening()
                listening = session.subscribe(gql(operation("study_revisions")))
                async with contextlib.aclosing(listening):
                    async for answer in listening:
                        yield answers.revision_hint(answer.get("studyRevisions"))
            raise unreachable(translate("trouble", "the backend ended the subscription"))
        except TimeoutError as error:
            raise slow(self._timeouts.silence) from error
        except InvalidStatus as error:
            raise (
                unauthorised()
                if error.response.status_code in (401, 403)
                else unreachable(translate("trouble", "no websocket"))
            ) from error
        except (TransportError, WebSocketException, OSError) as error:
            raise unreachable(translate("trouble", "the subscription was cut off")) from error
        finally:
            # Cancelled between the connection and its acknowledgement, the client leaves it open.
            with contextlib.suppress(WebSocketException, OSError, TimeoutError):
                await transport.adapter.close()

    async def _ask(self, name: str, **variables: object) -> dict[str, Any]:
        return await self._http.execute(operation(name), variables)

    async def _chunk(self, study_id: str, revision: int | None, index: int) -> StudyChunk:
        answer = (await self._ask("study_content", id=study_id, revision=revision, chunk=index)).get(
            "studyContent"
        )
        if answer is None:
            raise _not_found()
        chunk = answers.study_chunk(answer)
        if (chunk.study_id, chunk.index) != (study_id, index):
            raise bad_answer(
                translate("trouble", "The backend's answer holds another piece than was asked for.")
            )
        return chunk

    async def _send(
        self, chunks: list[str], idempotency_key: str, content_hash: str, size: int, on_progress: Progress
    ) -> str:
        """Send the chunks that the backend does not have yet; the id of the upload."""
        answer = await self._ask(
            "begin_upload",
            input={
                "idempotencyKey": idempotency_key,
                "contentHash": content_hash,
                "size": size,
                "chunkCount": len(chunks),
            },
        )
        upload = answers.upload(answer.get("beginUpload"))
        sent = 0
        for index, text in enumerate(chunks):
            if index not in upload.received:
                await self._ask("append_chunk", input={"uploadId": upload.id, "index": index, "text": text})
            sent += len(text.encode("utf-8"))
            on_progress(sent, size)
        return upload.id


def cut(content: bytes, chunk_bytes: int) -> list[str]:
    """A study's text in pieces of at most `chunk_bytes` of UTF-8, cut between characters.

    Raises `Refused` (BAD_STUDY) where the bytes are not UTF-8.
    """
    chunks: list[str] = []
    start = 0
    while start < len(content) or not chunks:
        end = min(start + max(chunk_bytes, 4), len(content))
        while start < end < len(content) and content[end] & 0xC0 == 0x80:
            end -= 1
        try:
            chunks.append(content[start:end].decode("utf-8"))
        except UnicodeDecodeError as error:
            raise _not_utf8() from error
        if end == start and content:
            raise _not_utf8()
        start = end
    return chunks


def _encoded(chunk: StudyChunk) -> bytes:
    try:
        return chunk.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise bad_answer(
            translate("trouble", "The backend's answer holds text that is not Unicode.")
        ) from error


def _not_utf8() -> Refused:
    return Refused(
        "BAD_STUDY",
        translate("trouble", "The file is not UTF-8 text, so it is not a USDM study."),
        kept=translate("trouble", "Nothing was sent; the file is unchanged."),
        advice=translate("trouble", "Save it as UTF-8, then import it again."),
    )


def _not_found() -> BackendTrouble:
    return Refused(
        "NOT_FOUND",
        translate("trouble", "The study is not on the backend any more."),
        advice=translate("trouble", "Refresh the list of studies."),
    )


def _way(address: Address) -> dict[str, Any]:
    """What the websocket is told of a proxy; nothing where the system's counts."""
    if address.is_loopback or address.proxy == DIRECT:
        return {"proxy": None}
    return {"proxy": address.proxy} if address.proxy else {}
