"""How much more or less the timeline that is shown asks for than before it was edited, beside the table's count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from study.language import translate
from study.soa_cells import Marks

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from study.apply import Changed
    from study.burden import Burden
    from ui.main_window import MainWindow

_NO_MORE = frozenset(
    {"value", "valueLabel", "windowLower", "windowUpper", "windowLabel", "activities", "previousId", "nextId"}
)
_PAUSE = 150  # milliseconds after the last edit: counting is not done between two strokes


class MatrixBurden(QObject):
    """Counts what is asked for after each pause, against the revision that the edits began from."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: dict[str, Burden] | None = None
        self._asked: OpenStudy | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.count)
        window.study_changed.connect(self._set_study)
        window.views_changed.connect(self._pause.start)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        self._before, self._asked = None, None
        self._pause.stop()
        self._window.matrix.set_burden("", [])
        if study is not None:
            study.timeline_changed.connect(self._pause.start)
            study.content_changed.connect(self._content_changed)
            if study.document.is_changed:  # by edits of an earlier session
                self._pause.start()

    def _content_changed(self, changed: Changed) -> None:
        """Counts again, but not where a time or the order of rows differs: nothing more is asked for then.

        Where a timeline is run inside a visit, its times are hours of that visit.
        """
        study = self._window.study
        marks = study.projection.soa.marks if study is not None and study.projection is not None else None
        is_plain = isinstance(marks, Marks) and not marks.row_runs and not marks.column_runs
        if changed.structure or not is_plain or any(each not in _NO_MORE for _, each in changed.attributes):
            self._pause.start()

    def count(self) -> None:
        """Show how what is asked for now differs; nothing until what was asked for before is counted."""
        from study.burden import burden, burden_difference
        from study.burden_words import difference_line, difference_lines

        study = self._window.study
        if study is None or study.projection is None or not self._window.isVisible():  # it may be closing
            return
        if not self._window.views.is_seen("matrix"):
            return
        if not study.document.is_touched:
            self._window.matrix.set_burden("", [])
            return
        if self._before is None:
            self._ask_before(study)
            return
        timeline, design = study.projection.timeline, study.projection.design
        before = self._before.get(timeline.id or "")
        if before is None:  # the timeline itself is new
            self._window.matrix.set_burden("", [])
            return
        difference = burden_difference(before, burden(timeline, design, study.projection.graph))
        line = difference_line(difference)
        text = translate("burden", "{difference} against the revision before").format(difference=line)
        self._window.matrix.set_burden(text if line else "", difference_lines(difference))

    def _ask_before(self, study: OpenStudy) -> None:
        """Counts the revision before, once, in a worker: its bytes are read again for that."""
        from ui.parts.burden import burdens_of

        if self._asked is study:
            return
        self._asked = study

        def counted(found: dict[str, Burden]) -> None:
            if self._window.study is study:
                self._before = found
                self.count()

        program = self._window.program
        program.when_done(program.in_worker(burdens_of, study.document.as_read), counted)
