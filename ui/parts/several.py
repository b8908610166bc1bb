"""Several windows, and links to what one of them shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app.links import Link
from study.language import translate

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Several:
    """Opens further windows, and copies a link to the selection."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.on("new_window", self._open_another)
        window.on("copy_link", self._copy_link)

    def _open_another(self) -> None:
        window = self._window
        study = window.study
        # The same study in two windows is what people want who compare two of its timelines.
        if study is None or study.entry.source is not None:
            window.another_wanted.emit(study.entry.source if study is not None else None)
            return
        timeline = study.projection.timeline.id if study.projection else None
        window.another_wanted.emit(Link(study.entry.id, study.selection, timeline or ""))

    def _copy_link(self) -> None:
        study = self._window.study
        if study is None:
            return
        if study.entry.source is not None:
            self._window.notices.tell(
                translate("links", "A working copy has no link: import it, and others can open it too.")
            )
            return
        QGuiApplication.clipboard().setText(str(Link(study.entry.id, study.selection)))
        self._window.notices.tell(translate("links", "The link was copied."))
