"""Starting the window: the application, its look, the program behind it; and ending it all again."""

from __future__ import annotations

import faulthandler
import linecache
import logging
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from app.settings import Settings, data_folder
from services.folder_lock import FolderLock
from services.trouble import Trouble
from study.language import translate
from ui.main_window import MainWindow
from ui.parts import PARTS
from ui.parts.late import LATE
from ui.style import apply_theme
from ui.theme import SystemTheme
from ui.translations import SYSTEM, use_language

# Whatever is imported here stands between a person and their window.
if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from app.arrivals import Arrivals
    from app.links import Link
    from app.program import Program
    from services.program_log import ProgramLog
    from ui.one_instance import Door
    from ui.windows import Windows

log = logging.getLogger(__name__)

_ICON = Path(__file__).resolve().parent.parent / "resources" / "maestro.svg"
_SIGNAL_MS = 250
_TURN_S = 0.002
_LATEST_MS = 1000
_WELCOMED = "welcomed"
# What a study needs, in an order in which nothing waits for the window's thread.
_REST = (
    "app.program",
    "ui.canvas.view",
    "ui.matrix.pane",
    "ui.axis.pane",
    "ui.pane_title",
    "ui.windows",
    "services.program_log",
    "ui.one_instance",
    *(module for module, name in PARTS if name not in LATE),
)


class Application(QApplication):
    """`open_wanted(file, url)`: the system has this program open something while it runs."""

    open_wanted = Signal(str, str)

    # Not an event filter: one on the application would see every event of every widget.
    def event(self, event: QEvent) -> bool:
        """What is sent to the application itself."""
        if isinstance(event, QFileOpenEvent):
            self.open_wanted.emit(event.file(), event.url().toString())
            return True
        return super().event(event)


def run(what: Path | Link | None = None) -> int:
    """Opens the window, with a study's file or what a link names in it; returns the exit code when it is closed.

    Where the program is open already, that one shows it.
    """
    prepare_process()
    folder = data_folder()
    settings = Settings.load(folder)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        if settings.scale != 100:
            os.environ.setdefault("QT_SCALE_FACTOR", str(settings.scale / 100))
        application = Application(sys.argv[:1])
    application.setApplicationName("Maestro")
    application.setDesktopFileName("maestro")
    application.setWindowIcon(QIcon(str(_ICON)))
    use_language(application, settings.language or SYSTEM)
    theme = SystemTheme(appearance=settings.appearance or "")
    apply_theme(application, theme.theme)
    try:
        FolderLock(folder).release()
    except Trouble as trouble:
        from ui.one_instance import hand_over

        return 0 if hand_over(folder, what) else _refused(trouble)
    layout = layout_settings(folder)
    window = MainWindow(None, theme, layout)
    rest = _Rest(application, window, theme, layout, what)
    _tell_of_failures(window)
    window.painted.connect(rest.begin)
    # A window that starts minimised paints nothing.
    QTimer.singleShot(_LATEST_MS, window, rest.begin)
    window.show()
    _end_on_interrupt(application)
    try:
        return application.exec()
    finally:
        rest.end()
        sys.excepthook = sys.__excepthook__


class _Rest:
    """What follows once the window is on the screen: the imports, in a worker, then the program and its views."""

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        theme: SystemTheme,
        layout: QSettings,
        what: Path | Link | None,
    ) -> None:
        self._log: ProgramLog | None = None
        self._application = application
        self._window = window
        self._layout = layout
        self._theme = theme
        self._what = what
        self._windows: Windows | None = None
        self._door: Door | None = None
        self._worker: ThreadPoolExecutor | None = None
        self._arrivals: Arrivals | None = None
        self._program: Program | None = None
        self._begun = False

    def begin(self) -> None:
        if not self._begun:
            from concurrent.futures import ThreadPoolExecutor

            from app.arrivals import Arrivals

            self._begun = True
            self._worker = ThreadPoolExecutor(1, thread_name_prefix="maestro-start")
            self._arrivals = Arrivals(self._application)
            self._arrivals.when_done(self._worker.submit(_import_rest), self._imported, self._failed)

    def _imported(self, program_class: type[Program]) -> None:
        from app.version import program_version
        from resources.sample import sample_study_bytes
        from services.program_log import ProgramLog
        from ui.parts.diagnostics import Diagnostics
        from ui.parts.tour import Tour
        from ui.windows import show_in

        folder = data_folder()
        try:
            program = program_class(folder, Settings.load(folder), sample=sample_study_bytes)
        except Trouble as trouble:
            self._application.exit(_refused(trouble))
            return
        self._program = program
        window, what = self._window, self._what
        window.attach(program)
        self._let_others_in(folder)
        if what is not None:
            program.started.connect(lambda: show_in(window, what))
        elif not self._layout.contains(_WELCOMED):
            # Who starts Maestro for the first time sees what it is for, not an empty list.
            program.started.connect(program.open_sample)
            tour = window.parts["Tour"]
            if isinstance(tour, Tour):
                tour.await_sample()
        self._layout.setValue(_WELCOMED, True)
        told = window.parts["Diagnostics"]
        self._log = ProgramLog(folder, program.settings.log_level, program_version())
        if self._log.unclean is not None and isinstance(told, Diagnostics):
            told.tell_of(self._log.unclean)
        program.start()

    def _let_others_in(self, folder: Path) -> None:
        from ui.one_instance import Door
        from ui.windows import Windows

        self._windows = Windows(self._window, self._theme, self._layout)
        self._door = Door(folder, self._application)
        self._door.asked.connect(self._windows.show_place)
        if isinstance(self._application, Application):
            self._application.open_wanted.connect(self._windows.open_for_system)

    def _failed(self, error: BaseException) -> None:
        log.error("a part of the program is missing", exc_info=error)
        self._application.exit(1)

    def end(self) -> None:
        if self._arrivals is not None and self._worker is not None:
            self._arrivals.close()
            self._worker.shutdown(wait=True, cancel_futures=True)
        if self._door is not None:
            self._door.close()
        if self._windows is not None:
            self._windows.close()
        if self._program is not None:
            self._program.close()
        if self._log is not None:
            self._log.close()


def _import_rest() -> type[Program]:
    for name in _REST:
        import_module(name)
    linecache.clearcache()  # Qt's bindings look into the source of each module, and it stays: megabytes
    from app.program import Program

    return Program


def _refused(trouble: Trouble) -> int:
    """Tells on the console and in a box why the program cannot start; the exit code."""
    if sys.stderr is not None:
        sys.stderr.write(f"maestro: {trouble.message}\n")
    QMessageBox.warning(None, "Maestro", trouble.message)
    return 2


def prepare_process() -> None:
    """Tells where it stood if it crashes; gives the thread that paints its turn soon while workers read."""
    if sys.stderr is not None:
        faulthandler.enable()
    sys.setswitchinterval(_TURN_S)


def _tell_of_failures(window: MainWindow) -> None:
    """What nobody expected is logged without its words, which may hold a study's text, and told in plain ones."""

    def failed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        log.error("unexpected", exc_info=(kind, error, trace))
        window.notices.warn(
            Trouble(
                translate("start", "Something went wrong inside Maestro."),
                kept=translate("start", "Nothing that is kept on this computer was harmed."),
                advice=translate(
                    "start", "If it comes again, save the diagnostics (menu, Help) and pass them on."
                ),
            )
        )

    sys.excepthook = failed


def layout_settings(folder: Path) -> QSettings:
    """Where the window remembers its layout."""
    return QSettings(str(folder / "layout.ini"), QSettings.Format.IniFormat)


def _end_on_interrupt(application: QApplication) -> None:
    """Ctrl+C in the console closes the window; Python hears of it only when it gets to run."""
    signal.signal(signal.SIGINT, lambda *_: application.closeAllWindows())
    signal.signal(signal.SIGTERM, lambda *_: application.closeAllWindows())
    tick = QTimer(application)
    tick.start(_SIGNAL_MS)
    tick.timeout.connect(lambda: None)
