"""When something fails: the diagnostics bundle, and word of a start that did not come to its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from services.program_log import UncleanExit, log_texts
from study.language import translate
from ui.widgets.words import clock_text, date_text

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_NAME = "maestro-diagnostics.zip"


class Diagnostics:
    """Shows the bundle, saves it where a person says."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.on("diagnostics", self.show)

    def show(self) -> None:
        """Gathers the bundle in a worker and shows it."""
        from app.diagnostics import bundle
        from ui.diagnostics import window_facts

        program = self._window.program
        facts, settings, status, folder = window_facts(), program.settings, program.status, program.folder

        def gather() -> dict[str, str]:
            return bundle(settings, status, folder, log_texts(folder), facts)

        program.when_done(program.in_worker(gather), self._preview)

    def tell_of(self, unclean: UncleanExit) -> None:
        """Says at the start that the one before did not end as it should."""
        if unclean.started is not None:
            local = unclean.started.astimezone()
            when = f"{date_text(local.date())}, {clock_text(local)}"
            words = translate(
                "diagnostics",
                "Maestro did not close as it should after it was started on {when}. What is kept on this computer "
                "is whole: it is written so that a sudden end cannot harm it.",
            ).format(when=when)
        else:
            words = translate(
                "diagnostics",
                "Maestro did not close as it should the last time. What is kept on this computer is whole: it is "
                "written so that a sudden end cannot harm it.",
            )
        self._window.notices.offer(words, translate("diagnostics", "Diagnostics…"), self.show)

    def _preview(self, texts: dict[str, str]) -> None:
        from app.diagnostics import zipped
        from ui.diagnostics import DiagnosticsDialog

        window = self._window
        dialog = DiagnosticsDialog(texts, window)
        if not dialog.exec():
            return
        suggested = str(Path(str(window.layout_memory.value("folder", ""))) / _NAME)
        kind = translate("diagnostics", "ZIP files (*.zip)")
        title = translate("diagnostics", "Save the diagnostics")
        chosen, _ = QFileDialog.getSaveFileName(window, title, suggested, kind)
        if chosen:
            what = translate("diagnostics", "The diagnostics")
            window.program.write(Path(chosen), lambda: zipped(texts), what)
