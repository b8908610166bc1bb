"""Sends where cards were placed offline in studies that are not open any more, once the backend answers."""

from __future__ import annotations

import logging
import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from services.backend_trouble import Refused
from services.journal import EditState, JournalEntry
from services.library_entries import LibraryStatus
from services.sync import Online
from study.layout_store import LayoutStore, UnreadableLayoutError
from study.shared_layout import ArrivedPlaces

if TYPE_CHECKING:
    from app.library_link import LibraryLink

SETTING = "layout"
"""Under what name a study's layout is kept beside it."""

log = logging.getLogger(__name__)


class LayoutSending(QObject):
    """Looks once whenever the backend answers anew, or a study was left. What is open sends for itself."""

    def __init__(self, link: LibraryLink) -> None:
        super().__init__(link)
        self._link = link
        self._is_due = True
        link.status_changed.connect(self._look)

    def look_again(self) -> None:
        """Something may be left to send: looked for when the backend answers the next time."""
        self._is_due = True

    def _look(self, status: LibraryStatus) -> None:
        if not isinstance(status.sync, Online):
            self._is_due = True
        elif self._is_due and self._link.is_ready:
            self._is_due = False
            self._link.when_done(self._link.library.kept_settings(SETTING), self._found, self._failed)

    def _found(self, kept: list[tuple[str, str]]) -> None:
        for study_id, text in kept:
            try:
                store = LayoutStore.from_text(text)
            except UnreadableLayoutError:
                continue
            if store.sharing.is_waiting and not self._link.shows(study_id):
                self._after_edits(study_id, store)

    def _after_edits(self, study_id: str, store: LayoutStore) -> None:
        """A card that was placed may be one that is on its way itself."""

        def known(edits: list[JournalEntry]) -> None:
            if any(each.state is EditState.SAVED for each in edits):
                self._is_due = True
            else:
                self._send(study_id, store)

        self._link.when_done(self._link.library.edits(study_id), known, self._failed)

    def _send(self, study_id: str, store: LayoutStore) -> None:
        if self._link.shows(study_id):
            return

        def taken(arrived: ArrivedPlaces | None) -> None:
            if arrived is None or self._link.shows(
                study_id
            ):  # who opened it sends the same again, harmlessly
                return
            store.sharing.sent()
            store.take(arrived)
            self._keep(study_id, store)
            if store.sharing.is_waiting:
                self._send(study_id, store)

        message = store.to_send(lambda: str(uuid.uuid4()))
        self._keep(study_id, store)
        if message is not None:
            exchange = self._link.library.exchange_layout(study_id, store.sharing.number, message)
            self._link.when_done(exchange, taken, self._failed)

    def _keep(self, study_id: str, store: LayoutStore) -> None:
        kept = self._link.library.keep_study_setting(study_id, SETTING, store.to_text())
        self._link.when_done(kept, lambda _: None, self._failed)

    def _failed(self, error: BaseException) -> None:
        log.info("a layout was not sent: %s", type(error).__name__)
        self._is_due = self._is_due or not isinstance(error, Refused)
