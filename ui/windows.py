"""All windows of the program: one library, a study in each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt

from app.links import Link, LinkError, is_link, read_link
from ui.main_window import MainWindow
from ui.theme import SystemTheme

if TYPE_CHECKING:
    from app.program import Program

_STEP = 28
_LEAST_SEEN = 200


class Windows(QObject):
    """Opens further windows beside the first, and finds the one that is to show something."""

    def __init__(self, first: MainWindow, theme: SystemTheme, layout: QSettings) -> None:
        super().__init__()
        self._theme = theme
        self._layout = layout
        self._first = first
        self._others: dict[MainWindow, Program] = {}
        self._listen(first)

    @property
    def all(self) -> list[MainWindow]:
        """Those that are open, the one that was used last at the end."""
        windows = [window for window in (self._first, *self._others) if window.isVisible()]
        return sorted(windows, key=lambda window: window.isActiveWindow())

    def open_another(self, what: Link | Path | None = None) -> MainWindow:
        """A further window, with what a link names or a file in it, or Home."""
        beside = self.all[-1] if self.all else self._first
        program = self._first.program.another()
        window = MainWindow(program, self._theme, self._layout)
        self._others[window] = program
        self._listen(window)
        corner = beside.frameGeometry().topLeft()
        room = beside.screen().availableGeometry()
        # Beside the one before, unless it would leave the screen.
        if (
            corner.x() + _STEP < room.right() - _LEAST_SEEN
            and corner.y() + _STEP < room.bottom() - _LEAST_SEEN
        ):
            corner.setX(corner.x() + _STEP)
            corner.setY(corner.y() + _STEP)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMaximized)
        window.move(corner)
        window.show()
        program.list_studies()
        status = program.status
        if status is not None:
            program.status_changed.emit(status)
        show_in(window, what)
        return window

    def show_place(self, what: Link | Path | None) -> None:
        """Shows what was asked for from outside: in the window that has it, else in the one that was used last."""
        window = self._having(what) or (self.all[-1] if self.all else self._first)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        show_in(window, what)

    def open_for_system(self, file: str, url: str) -> None:
        """What the system has Maestro open while it runs: a file, or a link, as macOS tells of them."""
        try:
            self.show_place(read_link(url) if is_link(url) else Path(file))
        except LinkError as error:
            self.all[-1].notices.tell(str(error))

    def close(self) -> None:
        """Ends the work of all windows but the first, whose program is closed by who made it."""
        for window, program in list(self._others.items()):
            window.close()
            program.close()
        self._others.clear()

    def _having(self, what: Link | Path | None) -> MainWindow | None:
        for window in reversed(self.all):
            entry = window.study.entry if window.study is not None else None
            if entry is None:
                continue
            if isinstance(what, Link) and entry.id == what.study:
                return window
            if isinstance(what, Path) and entry.source == what:
                return window
        return None

    def _listen(self, window: MainWindow) -> None:
        window.another_wanted.connect(self.open_another)
        window.closed.connect(lambda: self._closed(window))

    def _closed(self, window: MainWindow) -> None:
        program = self._others.pop(window, None)
        if program is not None:
            window.set_study(None)
            program.close()
            window.deleteLater()


def show_in(window: MainWindow, what: Link | Path | None) -> None:
    """Has a window open what a link names, or a file."""
    if isinstance(what, Link):
        window.program.open_study(what.study, what.address, what.timeline)
    elif what is not None:
        window.open_path(what)
