"""Burden in the window: counted while somebody looks, against the revision that the edits began from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from study.burden import Burden, burden
from study.document import Document
from study.language import QT_TRANSLATE_NOOP
from ui.burden import BurdenPane

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow

_REST_MS = 60  # after an edit: what was edited is painted first, and several edits in a row are counted once


class BurdenPart:
    """Keeps the pane with what the shown timeline asks for; it is counted anew only while it is seen."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._is_stale = True
        self._before: dict[str, Burden] | None = None
        self._asked: OpenStudy | None = None
        self.pane = BurdenPane(theme=window.theme)
        self._dock = window.add_pane(
            "burden",
            QT_TRANSLATE_NOOP("panes", "Burden"),
            self.pane,
            Qt.DockWidgetArea.BottomDockWidgetArea,
            "show_burden",
        )
        self._dock.visibilityChanged.connect(self._seen)
        self._later = QTimer(self.pane)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh)
        self.pane.chosen.connect(window.select)
        window.study_changed.connect(self._set_study)
        window.theme_changed.connect(self.pane.set_theme)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        self._before, self._asked = None, None
        if study is not None:
            study.content_changed.connect(lambda _changed: self._later.start(_REST_MS))
            study.timeline_changed.connect(self._refresh)
        self._refresh()

    def _seen(self, is_visible: bool) -> None:
        if is_visible and self._is_stale:
            self._refresh()

    def _refresh(self) -> None:
        study = self._window.study
        self._is_stale = not self._dock.isVisible()
        if study is None or study.projection is None:
            self.pane.show_burden(None)
            return
        if self._is_stale:
            return
        if study.document.is_changed:
            self._ask_before(study)
        shown = study.projection
        before = (self._before or {}).get(shown.timeline.id or "")
        now = burden(shown.timeline, shown.design)
        self.pane.show_burden(now, before, timed_within=now.assessments != len(shown.soa.marks))

    def _ask_before(self, study: OpenStudy) -> None:
        """Counts the revision that the edits began from, once, in a worker: its bytes are read again for that."""
        if self._asked is study:
            return
        self._asked = study
        program, content = self._window.program, study.document.as_read

        def counted(found: dict[str, Burden]) -> None:
            if self._window.study is study:
                self._before = found
                self._refresh()

        program.when_done(program.in_worker(burdens_of, content), counted)


def burdens_of(content: bytes) -> dict[str, Burden]:
    """The burden of each timeline of a file, by the timeline's id. For a worker thread."""
    document = Document.from_bytes(content)
    return {
        timeline.id: burden(timeline, design) for _, design, timeline in document.timelines() if timeline.id
    }
