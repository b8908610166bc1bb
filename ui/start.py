"""Starting the window: the application, its look, the program behind it; and ending it all again."""

from __future__ import annotations

import faulthandler
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from app.program import Program
from app.settings import Settings, data_folder
from resources.sample import sample_study_bytes
from services.trouble import Trouble
from ui.main_window import MainWindow
from ui.style import apply_theme
from ui.theme import SystemTheme

_ICON = Path(__file__).resolve().parent.parent / "resources" / "maestro.svg"
_SIGNAL_MS = 250
_TURN_S = 0.002
_WELCOMED = "welcomed"


def run(path: Path | None = None) -> int:
    """Opens the window, with the study in `path` where given; returns the exit code when it is closed."""
    if sys.stderr is not None:
        faulthandler.enable()
    prepare_process()
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Maestro")
    application.setDesktopFileName("maestro")
    application.setWindowIcon(QIcon(str(_ICON)))
    theme = SystemTheme()
    apply_theme(application, theme.theme)
    folder = data_folder()
    try:
        program = Program(folder, Settings.load(folder), sample=sample_study_bytes)
    except Trouble as trouble:
        if sys.stderr is not None:
            sys.stderr.write(f"maestro: {trouble.message}\n")
        QMessageBox.warning(None, "Maestro", trouble.message)
        return 2
    try:
        layout = layout_settings(folder)
        window = MainWindow(program, theme, layout)
        window.show()
        _end_on_interrupt(application)
        # After the first paint: what is imported and opened next must not hold the window back.
        QTimer.singleShot(0, program, program.start)
        if path is not None:
            program.started.connect(lambda: window.open_path(path))
        elif not layout.contains(_WELCOMED):
            # Who starts Maestro for the first time sees what it is for, not an empty list.
            program.started.connect(program.open_sample)
        layout.setValue(_WELCOMED, True)
        return application.exec()
    finally:
        program.close()


def prepare_process() -> None:
    """Lets the thread that paints have its turn soon while workers read a large study."""
    sys.setswitchinterval(_TURN_S)


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
