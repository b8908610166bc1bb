"""The connection: what Home and the status bar say of the backend, and choosing another one."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6

from app.actions import action
from services.sync import Offline, Online
from services.trouble import Trouble
from study.language import translate
from ui.home.library_rows import home_entry
from ui.status import as_of_words

if TYPE_CHECKING:
    from services.library_entries import LibraryStatus, StudyEntry
    from ui.dialogs import BackendDialog
    from ui.main_window import MainWindow


class Connection:
    """The actions of the menu *Connection*, the list on Home, and what `Program` tells of the library."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        program = window.program
        program.entries_changed.connect(self._show_entries)
        program.status_changed.connect(self._show_status)
        program.study_updated.connect(self._offer_newer)
        window.on("refresh", program.refresh)
        window.on("backend", self._choose_backend)
        window.on("passphrase", self._ask_passphrase)

    def _show_entries(self, entries: list[StudyEntry]) -> None:
        status = self._window.program.status
        offline = status is not None and not isinstance(status.sync, Online)
        self._window.home.set_entries([home_entry(entry, offline=offline) for entry in entries])

    def _show_status(self, status: LibraryStatus) -> None:
        window = self._window
        window.status.set_status(status)
        self._show_entries(window.program.entries)
        if isinstance(status.sync, Offline):
            as_of = status.sync.as_of
            if as_of:
                words = translate("home", "Offline, as of {when}. Showing what is on this computer.").format(
                    when=as_of_words(as_of, datetime.now(UTC))
                )
            else:
                words = translate(
                    "home",
                    "Offline: the backend has not been reached yet. Showing what is on this computer.",
                )
            window.home.set_offline(as_of, words)
            self._set_can_import(
                translate("home", "The backend cannot be reached. Open the file instead: it is kept here.")
            )
        elif isinstance(status.sync, Online):
            window.home.set_offline(None)
            self._set_can_import("")
        # While it is being tried again, nothing has changed yet.

    def _set_can_import(self, why_not: str) -> None:
        self._window.home.set_can_import(why_not)
        importing = self._window.actions_by_id["import"]
        importing.setEnabled(not why_not)
        importing.setToolTip(why_not or action("import").hint)

    def _offer_newer(self, entry: StudyEntry) -> None:
        sentence = translate(
            "connection", "Revision {revision} of {title} has arrived. You are reading the one before."
        ).format(revision=entry.revision, title=entry.title)
        self._window.notices.offer(
            sentence, translate("connection", "Show it"), lambda: self._window.program.open_study(entry.id)
        )

    def _choose_backend(self) -> None:
        from ui.dialogs import BackendDialog

        window = self._window
        dialog = BackendDialog(window.program.settings, window)
        dialog.tried.connect(lambda: self._try(dialog))
        if dialog.exec():
            window.close_study()
            window.program.use_backend(dialog.settings, dialog.token.text() or None)

    def _try(self, dialog: BackendDialog) -> None:
        """Tries what the dialog says, in a worker; the token that is kept is not asked for, only a new one sent."""
        from services.connection_check import Step, Tried, try_connection
        from services.transport import Address

        chosen, token = dialog.settings, dialog.token.text()
        site_ca = Path(chosen.site_ca) if chosen.site_ca else None

        async def steps() -> list[Tried]:
            address = Address(chosen.backend_url or "", token, site_ca, chosen.proxy)
            return [tried async for tried in try_connection(address) if token or tried.step is not Step.TOKEN]

        def tried() -> list[Tried]:
            try:
                return asyncio.run(steps())
            except Trouble as trouble:
                return [Tried(Step.ADDRESS, False, trouble.happened, trouble.advice)]

        program = self._window.program

        def show(found: list[Tried]) -> None:
            if shiboken6.isValid(dialog):
                dialog.show_steps(found)

        program.when_done(program.in_worker(tried), show)

    def _ask_passphrase(self) -> None:
        from services.passphrase import is_set
        from ui.dialogs import PassphraseDialog

        window = self._window
        dialog = PassphraseDialog(window, is_set=is_set(window.program.folder))
        if dialog.exec():
            window.program.use_passphrase(dialog.text.text())
