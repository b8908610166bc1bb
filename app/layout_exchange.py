"""Brings where the cards of one open study are placed to its backend, and here what others placed there."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.library_link import is_on_its_way
from services.backend_trouble import Refused
from services.sync import Online
from study.layout_store import LayoutStore
from study.shared_layout import ArrivedPlaces, PlacesMessage

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from app.program import Program

FOR_GOOD = ("BAD_INPUT", "CONFLICT", "TOO_LARGE")
"""Why a backend takes a message neither now nor later."""
LOOK_MS = 100
"""How often it is looked whether a hand has let go."""

log = logging.getLogger(__name__)


class LayoutExchange(QObject):
    """One exchange at a time; whatever fails is tried again when the backend answers the next time.

    `to_keep` whenever the store is to be kept; `moved` names the timelines on which others have placed something.
    """

    to_keep = Signal()
    moved = Signal(object)  # frozenset[str]

    def __init__(
        self, program: Program, study: OpenStudy, store: LayoutStore, is_held: Callable[[], bool]
    ) -> None:
        """`is_held` says whether a card is in somebody's hand: nothing is moved under it."""
        super().__init__(study)
        self._program = program
        self._study = study
        self._store = store
        self._is_held = is_held
        self._is_running = False
        self._again = False
        self._is_stopped = False
        self.holds_back = False
        """Whether what others placed is here, and waits until a hand lets go."""
        program.status_changed.connect(self.wake)
        if study.keeping is not None:
            study.keeping.changed.connect(self.wake)

    def stop(self) -> None:
        """The study is left. What was not sent is by `LayoutSending`, or once it is open again."""
        self._is_stopped = True
        self.deleteLater()

    def wake(self) -> None:
        """Something was placed, here or elsewhere, or the backend answers again."""
        status = self._program.status
        if self._is_stopped or status is None or not isinstance(status.sync, Online):
            return
        if self._is_running:
            self._again = True
            return
        self._is_running, self._again = True, False
        message = None
        if not is_on_its_way(self._study):  # a card that is placed may be one that is on its way
            was_sending = self._store.sharing.sending
            message = self._store.to_send(lambda: str(uuid.uuid4()))
            if message is not was_sending:
                self.to_keep.emit()
        self._program.when_done(
            self._program.library.exchange_layout(self._study.entry.id, self._store.sharing.number, message),
            lambda arrived: self._exchanged(message, arrived),
            lambda error: self._failed(message, error),
        )

    def _exchanged(self, message: PlacesMessage | None, arrived: ArrivedPlaces | None) -> None:
        if self._is_stopped or not isValid(self):
            return
        if arrived is None:  # a backend that keeps no layout
            self._is_running = False
            return
        self.holds_back = self._is_held()
        if self.holds_back:
            QTimer.singleShot(LOOK_MS, self, lambda: self._exchanged(message, arrived))
            return
        sharing = self._store.sharing
        before = sharing.to_json()
        if message is not None:
            sharing.sent()
        moved = self._store.take(arrived)
        self._is_running = False
        if moved or sharing.to_json() != before:
            self.to_keep.emit()
        if moved:
            self.moved.emit(moved)
        may_send = sharing.is_waiting and not is_on_its_way(self._study)
        if self._again or may_send or not sharing.is_joined:
            self.wake()

    def _failed(self, message: PlacesMessage | None, error: BaseException) -> None:
        if self._is_stopped or not isValid(self):
            return
        self._is_running = False
        log.info("the layout was not exchanged: %s", type(error).__name__)
        if isinstance(error, Refused) and error.code in FOR_GOOD and message is not None:
            self._store.sharing.sent()  # it stays here, and what is placed next is not held up by it
            self.to_keep.emit()
            self.wake()
