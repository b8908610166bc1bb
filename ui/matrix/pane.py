"""The matrix with its footnotes underneath, as one pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from study.soa import ScheduleOfActivities
from ui.matrix.footnotes import FootnoteList
from ui.matrix.view import MatrixView
from ui.theme import Theme, system_theme
from ui.widgets.part import set_part

_FOOTNOTES_HEIGHT = 132


class MatrixPane(QWidget):
    """The Schedule of Activities of one timeline and its footnotes.

    Signals: `selected(address)` when a person chooses a visit, activity, epoch, encounter or footnote;
    `open_timeline(id)` when they open the sub-timeline behind a mark.
    """

    selected = Signal(str)
    open_timeline = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        theme = theme or system_theme()
        set_part(self, "pane")
        self.view = MatrixView(theme=theme)
        self.footnotes = FootnoteList(theme=theme)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.footnotes)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([600, _FOOTNOTES_HEIGHT])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self.view.selected.connect(self._from_view)
        self.view.open_timeline.connect(self.open_timeline)
        self.footnotes.selected.connect(self.selected)
        self.footnotes.folded_changed.connect(self._fold_footnotes)

    def set_schedule(self, soa: ScheduleOfActivities | None, epoch_ids: Sequence[str] = ()) -> None:
        """Show a table with its footnotes; see `MatrixView.set_schedule`."""
        self.view.set_schedule(soa, epoch_ids)
        self.footnotes.set_schedule(soa)
        self.footnotes.set_letters(self.view.letters_here())

    def set_selection(self, address: str) -> None:
        """Light what has this address, with the footnotes that matter for it."""
        self.view.set_selection(address)
        self.footnotes.set_letters(self.view.letters_here())
        self.footnotes.set_selection(address)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The table takes the focus. Not as a proxy: Tab would pass by everything else in here."""
        self.view.setFocus(event.reason())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.view.set_theme(theme)
        self.footnotes.set_theme(theme)

    def _from_view(self, address: str) -> None:
        self.footnotes.set_letters(self.view.letters_here())
        self.footnotes.set_selection("")
        self.selected.emit(address)

    def _fold_footnotes(self, folded: bool) -> None:
        height = self.footnotes.head_height()
        self.footnotes.setMaximumHeight(height if folded else 16_777_215)
        if not folded:
            self._splitter.setSizes([self._splitter.height() - _FOOTNOTES_HEIGHT, _FOOTNOTES_HEIGHT])
