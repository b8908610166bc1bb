"""The library: every study the desktop can reach, whether it lies on the backend, in the cache or in a file."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Self, TypeVar

from services.client import Progress
from services.folder_lock import FolderLock
from services.journal import JournalEntry
from services.keyrings import Keyring, system_keyring
from services.library_entries import LibraryEvents, LibraryStatus, OpenedStudy, StudyEntry
from services.library_settings import LibrarySettings
from services.library_work import LibraryWork
from services.loop import WorkerLoop
from services.search import SearchResults
from services.transport import Traffic
from services.trouble import Cancelled, Trouble
from study.language import translate
from study.search_texts import SearchKind
from study.shared_layout import ArrivedPlaces, PlacesMessage

__all__ = ["Library", "LibrarySettings", "shown"]

Answer = TypeVar("Answer")


class Library:
    """The one thing of `services` that the program talks to. All methods return at once.

    Futures are done in a worker thread, and fail with a `Trouble` that can be shown; cancelling one
    cancels the work. While it is open, it holds the data folder against a second program.
    """

    def __init__(
        self,
        settings: LibrarySettings,
        events: LibraryEvents | None = None,
        *,
        open_keyring: Callable[[], Keyring | None] = system_keyring,
    ) -> None:
        """Take the data folder. Raises `FolderInUse` or `CannotWrite`."""
        self._settings = settings
        self._events = events or LibraryEvents()
        self._open_keyring = open_keyring
        self._lock = FolderLock(settings.folder)
        self._loop = WorkerLoop()
        self._work: LibraryWork | None = None
        self.traffic = Traffic()

    def start(self, passphrase: str | None = None) -> Future[None]:
        """Open the cache, then begin to connect. Done when studies can be listed, online or not."""
        return self._loop.submit(self._start(passphrase))

    def close(self) -> None:
        """End the embedded backend, close the cache, join every thread, let the folder go. Idempotent."""
        with contextlib.suppress(RuntimeError):  # closed before
            self._loop.submit(self._close()).result()
        self._loop.stop()
        self._work = None
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def list_studies(self) -> Future[list[StudyEntry]]:
        """Every study that is known, the one opened last first, then by title."""
        return self._submit(lambda work: work.list_studies())

    def recent(self) -> Future[list[StudyEntry]]:
        """The studies opened last, newest first."""
        return self._submit(lambda work: work.recent())

    def open_study(self, study_id: str, on_progress: Progress = lambda *_: None) -> Future[OpenedStudy]:
        """A study's content: from the cache at once where it is kept, else from the backend.

        The backend is then asked what is new; `study_updated` tells when newer content has been kept.
        """
        return self._submit(lambda work: work.open_study(study_id, on_progress))

    def kept_content(self, study_id: str) -> Future[bytes]:
        """What is kept of a study, without opening it. Fails with a `Trouble` where nothing is."""
        return self._submit(lambda work: work.kept_content(study_id))

    def open_file(self, path: Path) -> Future[OpenedStudy]:
        """A local working copy of a file, bound to its path."""
        return self._submit(lambda work: work.open_file(path))

    def describe(self, study_id: str, title: str, usdm_version: str) -> Future[None]:
        """Tell what the document of a working copy says of itself, for the lists."""
        return self._submit(lambda work: work.describe(study_id, title, usdm_version))

    def import_study(
        self,
        content: bytes,
        *,
        title: str | None = None,
        file_name: str | None = None,
        on_progress: Progress = lambda *_: None,
    ) -> Future[StudyEntry]:
        """Send a study to the backend. Called again after a cut-off it goes on, and imports once."""
        return self._submit(lambda work: work.import_study(content, title, file_name, on_progress))

    def ensure_sample(self, content: bytes, file_name: str) -> Future[StudyEntry]:
        """Have the sample study on the backend, once however often this is called."""
        return self._submit(lambda work: work.ensure_sample(content, file_name))

    def remove(self, study_id: str) -> Future[None]:
        """Forget what is kept of a study here; the backend, or the file, still has it."""
        return self._submit(lambda work: work.remove(study_id))

    def study_setting(self, study_id: str, name: str) -> Future[str | None]:
        """What a person set for a study and is no part of its protocol, by name; None when nothing is kept."""
        return self._submit(lambda work: work.study_setting(study_id, name))

    def keep_study_setting(self, study_id: str, name: str, text: str) -> Future[None]:
        """Keep `text` under `name` for a study, encrypted, here alone; an empty text forgets it.

        Where nothing can be kept on disk it lasts until the program ends.
        """
        return self._submit(lambda work: work.keep_study_setting(study_id, name, text))

    def kept_settings(self, name: str) -> Future[list[tuple[str, str]]]:
        """What is kept under a name for every study that has it: study and text."""
        return self._submit(lambda work: work.kept_settings(name))

    def exchange_layout(
        self, study_id: str, since: int, message: PlacesMessage | None
    ) -> Future[ArrivedPlaces | None]:
        """Send where cards were placed, then read what was placed after the number `since`.

        None where the study is a file, or the backend has no such study or keeps no layout: nothing was kept there.
        Fails with a `BackendTrouble`: the message may have arrived, and is to be sent again; with `Refused` it is
        not taken.
        """
        return self._submit(lambda work: work.exchange_layout(study_id, since, message))

    def keep_edits(self, entries: Sequence[JournalEntry]) -> Future[None]:
        """Take edits into the journal, all or none; done when they are on disk. Fails with `CacheFull` and others.

        Asked again with the same ones, each is kept once.
        """
        return self._submit(lambda work: work.keep_edits(entries))

    def edits(self, study_id: str) -> Future[list[JournalEntry]]:
        """Every edit of a study that is kept here, in order, with what became of it."""
        return self._submit(lambda work: work.edits(study_id))

    def try_edits_again(self, ids: Sequence[str]) -> Future[None]:
        """Send edits that were refused again, behind all others; `edits_accepted` or `edit_refused` tells."""
        return self._submit(lambda work: work.try_edits_again(ids))

    def mark_edits_decided(self, ids: Sequence[str]) -> Future[None]:
        """Note that a person decided about edits that were refused: they stay, and are not told again."""
        return self._submit(lambda work: work.mark_edits_decided(ids))

    def rewrite_edits(self, entries: Sequence[JournalEntry]) -> Future[None]:
        """Keep other words for pending edits: they were carried over to what the study is now."""
        return self._submit(lambda work: work.rewrite_edits(entries))

    def note_written(self, study_id: str, edits: Sequence[str], content_hash: str) -> Future[None]:
        """Note that a file with this content holds these edits."""
        return self._submit(lambda work: work.note_written(study_id, edits, content_hash))

    def mark_edit_refused(self, edit_id: str, reason: str) -> Future[None]:
        """Note that an edit does not fit what the study is now; it stays, and can be exported."""
        return self._submit(lambda work: work.mark_edit_refused(edit_id, reason))

    def write_working_copy(
        self, study_id: str, path: Path, content: bytes, edits: Sequence[str], expected_hash: str | None
    ) -> Future[str]:
        """Write a file that holds these edits of a study, whole or not at all; the hash of what it holds then.

        Fails with `FileChangedElsewhere`, with nothing written, where the file holds something else than
        `expected_hash` says (None: it may), and with `CannotWrite`.
        """
        return self._submit(
            lambda work: work.write_working_copy(study_id, path, content, edits, expected_hash)
        )

    def search(
        self, query: str, limit: int = 100, kind: SearchKind | None = None, study_id: str | None = None
    ) -> Future[SearchResults]:
        """What is found in every study that is kept, or in the one named; with or without a network."""
        return self._submit(lambda work: work.search(query, limit, kind, study_id))

    def refresh(self) -> Future[None]:
        """Ask the backend now, also when the next try is some time away."""
        return self._submit(lambda work: work.refresh())

    def use_token(self, token: str) -> Future[bool]:
        """Use this access token from now on; whether the keyring keeps it for the next start."""
        return self._submit(lambda work: work.use_token(token))

    def use_passphrase(self, text: str) -> Future[None]:
        """Open the cache with a passphrase, where there is no keyring. Raises `WrongPassphrase`."""
        return self._submit(lambda work: work.use_passphrase(text))

    def status(self) -> Future[LibraryStatus]:
        """How things stand now; `LibraryEvents.status` tells whenever this changes."""
        return self._submit(lambda work: work.current_status())

    async def _close(self) -> None:
        # Asked for in the loop: a start that was asked for before has begun there.
        if self._work is not None:
            await self._work.close()

    async def _start(self, passphrase: str | None) -> None:
        if self._work is None:
            self._work = LibraryWork(self._settings, self._events, self._open_keyring, self.traffic)
        await self._work.start(passphrase)

    def _submit(self, ask: Callable[[LibraryWork], Coroutine[Any, Any, Answer]]) -> Future[Answer]:
        return self._loop.submit(self._asked(ask))

    async def _asked(self, ask: Callable[[LibraryWork], Coroutine[Any, Any, Answer]]) -> Answer:
        if self._work is None:
            raise Trouble(
                translate("trouble", "The library has not been started."),
                advice=translate("trouble", "Start Maestro again."),
            )
        await self._work.ready.wait()
        return await ask(self._work)


def shown(error: BaseException) -> Trouble:
    """What a person is told when a future of the library failed with `error`."""
    if isinstance(error, Trouble):
        return error
    if isinstance(error, asyncio.CancelledError):
        return Cancelled(translate("trouble", "This"))
    return Trouble(
        translate("trouble", "Something unexpected went wrong ({name}).").format(name=type(error).__name__),
        kept=translate("trouble", "Studies on the backend and in the cache are unchanged."),
        advice=translate("trouble", "Try again; tell who maintains Maestro if it stays so."),
    )
