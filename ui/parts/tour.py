"""The tour: offered by itself once, when the sample study opens at the very first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.tour.guide import Guide

_TAKEN = "toured"


class Tour:
    """Begins the tour, and remembers that it was seen."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._awaited = False
        self.guide: Guide | None = None
        window.on("tour", self.begin)
        window.study_shown.connect(self._begin_once)

    def await_sample(self) -> None:
        """Begins as soon as a study is shown, unless it was ever seen before."""
        self._awaited = not self._window.layout_memory.contains(_TAKEN)

    def begin(self) -> None:
        """Begins on the study that is open, or on the sample, which is opened first."""
        if not self._window.is_study_shown:
            self._awaited = True
            if self._window.study is not None:
                self._window.show_study()
            else:
                self._window.program.open_sample()
            return
        if self.guide is not None:
            return
        from ui.tour.guide import Guide
        from ui.tour.steps import tour_steps

        self._window.layout_memory.setValue(_TAKEN, True)
        before = self._window.views.arrangement
        self.guide = Guide(self._window, tour_steps(self._window), self._window.theme)
        self.guide.ended.connect(lambda: self._ended(before))

    def _begin_once(self) -> None:
        if self._awaited:
            self._awaited = False
            # The window has laid itself out by then.
            QTimer.singleShot(0, self._window, self.begin)

    def _ended(self, arrangement: str) -> None:
        self.guide = None
        self._window.show_views(arrangement)
