"""How much more or less the timeline that is shown asks for than as it was opened, beside the count of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from study.burden import Burden, burden, burden_difference
from study.burden_words import difference_line, difference_lines
from study.language import translate

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow

_PAUSE = 150  # milliseconds after the last edit: counting is not done between two strokes


class MatrixBurden(QObject):
    """Counts each timeline before it is edited, and again after each pause."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._study: OpenStudy | None = None
        self._before: dict[str, Burden] = {}
        self._is_edited = False
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_PAUSE)
        self._count.timeout.connect(self.count)
        window.study_changed.connect(self._set_study)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        self._study, self._before, self._is_edited = study, {}, False
        self._count.stop()
        self._window.matrix.set_burden("", [])
        if study is not None:
            study.timeline_changed.connect(self._begin)
            study.content_changed.connect(self._edited)
            self._begin()

    def _begin(self) -> None:
        self._count.start()

    def _edited(self) -> None:
        self._is_edited = True
        self._count.start()

    def count(self) -> None:
        """Count now what is asked for, and show how it differs; nothing where it was not counted before an edit."""
        study = self._study
        if study is None or study is not self._window.study or study.projection is None:
            return
        timeline, design = study.projection.timeline, study.projection.design
        key = timeline.id or ""
        if not self._is_edited:
            if key not in self._before:
                self._before[key] = burden(timeline, design)
            self._window.matrix.set_burden("", [])
            return
        before = self._before.get(key)
        if before is None:
            self._window.matrix.set_burden("", [])
            return
        difference = burden_difference(before, burden(timeline, design))
        line = difference_line(difference)
        text = translate("burden", "{difference} since it was opened").format(difference=line) if line else ""
        self._window.matrix.set_burden(text, difference_lines(difference))
