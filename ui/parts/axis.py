"""The time axis' own actions, its dates and findings, and how it was left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from study.language import translate

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow

_PACKED, _SQUEEZED, _FOLDED = "axis/packed", "axis/squeezed", "axis/notes_folded"


class TimeAxis:
    """Binds the time axis to its actions and to the study that is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._pane = pane = window.axis
        self._is_stale = True
        kept = window.layout_memory
        pane.set_packed(bool(kept.value(_PACKED, False, bool)))
        pane.set_squeezed(bool(kept.value(_SQUEEZED, False, bool)))
        pane.notes.set_folded(bool(kept.value(_FOLDED, False, bool)))
        window.on("axis_packed", lambda: pane.set_packed(not pane.view.is_packed()))
        window.on("axis_squeeze", lambda: pane.set_squeezed(not pane.view.is_squeezed()))
        window.on("axis_fit", pane.view.fit)
        window.on("axis_notes", pane.notes.toggle)
        for name, call in (
            ("fit", pane.view.fit),
            ("zoom_in", pane.view.zoom_in),
            ("zoom_out", pane.view.zoom_out),
        ):
            window.on(name, partial(self._if_alone, call))
        pane.options_changed.connect(self._keep)
        window.study_changed.connect(self._set_study)
        window.views_changed.connect(self._show)
        self._refresh()
        if window.study is not None:
            self._set_study(window.study)

    def _if_alone(self, call: Callable[[], object]) -> None:
        """Zoom the axis where nothing else can be meant: it is seen, and the graph is not."""
        views = self._window.views
        if views.is_seen("axis") and not views.is_seen("graph"):
            call()

    def _set_study(self, study: OpenStudy | None) -> None:
        missing = ""
        if study is not None:
            study.dating_changed.connect(self._outdate)
            study.timeline_changed.connect(self._outdate)
            if study.projection is None:
                missing = translate(
                    "axis", "This study has no timeline, and so no planned times. All else of it can be read."
                )
        self._pane.set_missing(missing)
        self._pane.set_findings(study.findings_by_entity if study is not None else {})
        self._outdate()

    def _outdate(self) -> None:
        self._is_stale = True
        self._show()

    def _show(self) -> None:
        """Dates are worked out when the axis is seen, not before."""
        study = self._window.study
        if study is None:
            self._pane.set_dating(None)
        elif self._is_stale and self._window.views.is_seen("axis"):
            self._is_stale = False
            self._pane.set_dating(study.all_shown_dated())

    def _keep(self) -> None:
        memory, pane = self._window.layout_memory, self._pane
        memory.setValue(_PACKED, pane.view.is_packed())
        memory.setValue(_SQUEEZED, pane.view.is_squeezed())
        memory.setValue(_FOLDED, pane.notes.is_folded())
        self._refresh()

    def _refresh(self) -> None:
        actions, pane = self._window.actions_by_id, self._pane
        actions["axis_packed"].setChecked(pane.view.is_packed())
        actions["axis_squeeze"].setChecked(pane.view.is_squeezed())
        actions["axis_notes"].setChecked(not pane.notes.is_folded())
