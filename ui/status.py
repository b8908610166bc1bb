"""The bar at the bottom: online or offline and as of when, where studies are kept, the selection, findings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from study.language import translate
from ui.icons import icon, icon_pixmap
from ui.theme import Theme
from ui.widgets.buttons import say_beside_picture
from ui.widgets.elided import ElidedLabel
from ui.widgets.part import text_label
from ui.widgets.text import one_line
from ui.widgets.words import ago, clock_text, date_text

if TYPE_CHECKING:
    from app.keeping import KeptState
    from services.library_entries import LibraryStatus

_REFRESH_MS = 15_000


class _Sign(QWidget):
    """An icon with a word beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QLabel()
        self._words = text_label("")
        self._words.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(5)
        row.addWidget(self._picture)
        row.addWidget(self._words)

    def say(self, name: str, words: str, color: QColor, tip: str) -> None:
        self._picture.setPixmap(icon_pixmap(name, color, 14))
        self._words.setText(words)
        self._words.setStyleSheet(f"color: {color.name()};")
        self.setToolTip(tip)
        self.setAccessibleName(words)
        self.setAccessibleDescription(tip)

    @property
    def words(self) -> str:
        return self._words.text()


class StatusLine(QStatusBar):
    """Signals: `problems()` when the count of findings is chosen."""

    problems = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._status: LibraryStatus | None = None
        self._findings: int | None = None
        self._edits: KeptState | None = None
        self._in_file = False
        self.setSizeGripEnabled(False)
        self._connection = _Sign()
        self._kept = _Sign()
        self._simulation = _Sign()
        self._simulation.hide()
        self._simulated = ("", "")
        self._selection = ElidedLabel()
        self._selection.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._count = QToolButton()
        self._count.setIconSize(QSize(14, 14))
        self._count.clicked.connect(self.problems)
        self._count.setStyleSheet("padding: 0 8px; font-size: 12px;")
        self.addWidget(self._connection)
        self.addWidget(self._kept)
        self.addWidget(self._simulation)
        self.addWidget(self._selection, 1)
        self.addPermanentWidget(self._count)
        self._clock = QTimer(self)
        self._clock.setInterval(_REFRESH_MS)
        self._clock.timeout.connect(self._dress)
        self._clock.start()
        self._dress()

    def set_status(self, status: LibraryStatus) -> None:
        """How things stand with the backend and on this computer."""
        self._status = status
        self._dress()

    def set_edits(self, state: KeptState | None, *, in_file: bool = False) -> None:
        """How far the edits of the open study are kept; None where nothing was edited. `in_file`: of a file."""
        self._edits, self._in_file = state, in_file
        self._dress()

    def set_selection(self, words: str) -> None:
        """What is selected."""
        line = one_line(words)
        self._selection.setText(
            self._selection.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, 520)
        )
        self._selection.setToolTip(line)

    def set_simulation(self, words: str, tip: str = "") -> None:
        """That what is shown is simulated; "" while nothing is."""
        self._simulated = (words, tip)
        self._dress()

    @property
    def simulation_words(self) -> str:
        """What is said of the simulation, "" while there is none."""
        return self._simulated[0]

    def set_findings(self, number: int | None) -> None:
        """How many findings the open study has; None where none is open."""
        self._findings = number
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._dress()

    @property
    def selection_words(self) -> str:
        """What is said of what is selected, in full."""
        return self._selection.toolTip()

    @property
    def connection_words(self) -> str:
        """What is said of the backend, such as "Offline, as of 14:02"."""
        return self._connection.words

    @property
    def kept_words(self) -> str:
        """What is said of what is kept on this computer."""
        return self._kept.words

    def stop(self) -> None:
        """No more refreshing: the window closes."""
        self._clock.stop()

    def _dress(self) -> None:
        theme, status = self._theme, self._status
        name, words, color, tip = connection(status, theme, datetime.now(UTC))
        self._connection.say(name, words, color, tip)
        in_memory = status is not None and status.cache_in_memory
        if self._edits is not None:
            said = edits_kept(self._edits, theme, in_file=self._in_file, in_memory=in_memory)
            secret = status.credentials.sentence if status is not None else ""
            self._kept.show()
            self._kept.say(said[0], said[1], said[2], "\n".join(part for part in (said[3], secret) if part))
        elif status is None:
            self._kept.hide()
        else:
            self._kept.show()
            from services.credentials import KeyringState

            secret = status.credentials.sentence
            if status.cache_in_memory:
                self._kept.say("lock-open", translate("status", "Kept in memory only"), theme.warning, secret)
            elif status.credentials.state is KeyringState.AVAILABLE:
                self._kept.say("lock", translate("status", "Saved, encrypted"), theme.text_2, secret)
            else:
                self._kept.say(
                    "lock", translate("status", "Saved, encrypted with your passphrase"), theme.text_2, secret
                )
        simulated, why = self._simulated
        self._simulation.setVisible(bool(simulated))
        if simulated:
            self._simulation.say("flask-conical", simulated, theme.accent, why)
        self._count.setVisible(self._findings is not None)
        if self._findings is not None:
            found = self._findings > 0
            say_beside_picture(self._count, translate("status", "%n finding(s)", "", self._findings))
            self._count.setIcon(
                icon("circle-alert" if found else "circle-check", theme.warning if found else theme.text_2)
            )
            self._count.setToolTip(translate("status", "Show the findings (F8)"))


def edits_kept(
    state: KeptState, theme: Theme, *, in_file: bool, in_memory: bool
) -> tuple[str, str, QColor, str]:
    """Icon, words, colour and tooltip for how far edits are kept: Saving, Saved, Accepted."""
    from app.keeping import Kept

    match state.kept:
        case Kept.NOT_SAVED:
            words = (
                translate("status", "Not saved: the disk is full")
                if state.is_full
                else translate("status", "Not saved")
            )
            tip = translate(
                "status", "In this window alone: %n edit(s). Saving is tried again.", "", state.unsaved
            )
            why = state.trouble.message if state.trouble is not None and not state.is_full else ""
            return "triangle-alert", words, theme.error, "\n".join(part for part in (tip, why) if part)
        case Kept.SAVING:
            tip = translate("status", "Writing %n edit(s) to the encrypted journal.", "", state.unsaved)
            return "loader-circle", translate("status", "Saving"), theme.text_2, tip
        case Kept.SAVED if in_memory:
            tip = translate(
                "status", "Edits are lost when Maestro ends, unless they are sent or written before."
            )
            return "lock-open", translate("status", "Kept in memory only"), theme.warning, tip
        case Kept.SAVED if in_file:
            tip = translate(
                "status",
                "Safe on this computer, not in the file yet: %n edit(s). Ctrl+S writes the file.",
                "",
                state.waiting,
            )
            return "save", translate("status", "Saved, not in the file yet"), theme.text_2, tip
        case Kept.SAVED if state.waiting:
            tip = translate(
                "status", "Safe on this computer, waiting for the backend: %n edit(s).", "", state.waiting
            )
            return "save", translate("status", "Saved, %n to send", "", state.waiting), theme.text_2, tip
        case Kept.SAVED:
            tip = translate("status", "They are kept on this computer and can be exported.")
            words = translate("status", "Not accepted: %n edit(s)", "", state.refused)
            return "triangle-alert", words, theme.warning, tip
        case _ if in_file:
            return (
                "circle-check",
                translate("status", "In the file"),
                theme.ok,
                translate("status", "The file holds every edit."),
            )
        case _:
            return (
                "circle-check",
                translate("status", "Accepted"),
                theme.ok,
                translate("status", "The backend has every edit."),
            )


def connection(status: LibraryStatus | None, theme: Theme, now: datetime) -> tuple[str, str, QColor, str]:
    """Icon, words, colour and tooltip for the backend's state."""
    if status is None:
        return (
            "loader-circle",
            translate("status", "Starting"),
            theme.text_2,
            translate("status", "Opening what is on this computer"),
        )
    from services.sync import Offline, Online

    here = translate("status", "the backend on this computer")
    where = here if status.backend == "embedded" else status.backend
    match status.sync:
        case Online(last_synced=when):
            return (
                "wifi",
                translate("status", "Synced {when}").format(when=ago(when, now)),
                theme.ok,
                translate("status", "Connected to {backend}.").format(backend=where),
            )
        case Offline(as_of=as_of, reason=reason, next_try=next_try):
            words = translate("status", "Offline, never connected")
            if as_of:
                words = translate("status", "Offline, as of {when}").format(when=as_of_words(as_of, now))
            again = clock_text(next_try, seconds=True)
            tip = translate(
                "status", "Studies on this computer can be read. Next try at {time}; F5 tries now."
            ).format(time=again)
            return (
                "wifi-off",
                words,
                theme.warning,
                f"{reason.message}\n{tip}",
            )
        case _:
            tip = translate("status", "Connecting to {backend}").format(backend=where)
            return "loader-circle", translate("status", "Connecting"), theme.text_2, tip


def as_of_words(moment: datetime, now: datetime) -> str:
    """A moment as a clock time, with its date where that is not today."""
    local, today = moment.astimezone(), now.astimezone().date()
    return clock_text(moment) if local.date() == today else f"{date_text(local.date())}, {clock_text(moment)}"
