"""The matrix with its filter and its footnotes, as one pane."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from study.dating import DatedTimes
from study.dating_words import card_dates_text, when_dates_text
from study.language import translate
from study.soa import ScheduleOfActivities
from study.soa_differences import TableDifferences
from study.soa_shown import Shown
from ui.dates.locale_dates import LocaleDates
from ui.matrix.corner import Corner
from ui.matrix.footnotes import FootnoteList
from ui.matrix.standings import StandingLegend
from ui.matrix.view import MatrixView
from ui.theme import Theme, system_theme
from ui.widgets.part import set_part

if TYPE_CHECKING:
    from study.simulation.session_marks import Standings


FOOTNOTES_HEIGHT = 132
_FOOTNOTES_LEAST = 60
_SHARE = 0.26  # of the pane, as long as nobody dragged
_SCROLL_BAR = 12  # pixels that one may take under the table
_LOW = 480  # below which the footnotes leave the room to the rows


class MatrixPane(QWidget):
    """The Schedule of Activities of one timeline and its footnotes.

    Signals: `selected(address)` when a person chooses a visit, activity, epoch, encounter or footnote;
    `open_timeline(id)` when they open the sub-timeline behind a mark; `footnotes_changed()` when they fold or
    resize the footnotes.
    """

    selected = Signal(str)
    open_timeline = Signal(str)
    footnotes_changed = Signal()

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        set_part(self, "pane")
        self.view = MatrixView(theme=self._theme)
        self.corner = Corner(self._theme, self.view)
        self.footnotes = FootnoteList(theme=self._theme)
        self._burden = self._burden_lines = ""
        self._asked_height = 0
        self._asked_fold = False
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.footnotes)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.splitterMoved.connect(self._dragged)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self.legend = StandingLegend(self._theme)
        layout.addWidget(self.legend)
        view = self.view
        view.selected.connect(self._from_view)
        view.open_timeline.connect(self.open_timeline)
        view.shown_changed.connect(self._show_counts)
        view.laid_out.connect(self._place_corner)
        view.told.connect(self.corner.tell)
        view.filter_asked.connect(self.focus_filter)
        view.current_changed.connect(lambda _row, _column: self._show_letters())
        self.corner.typed.connect(view.set_phrase)
        self.corner.left.connect(lambda: view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.footnotes.selected.connect(self.selected)
        self.footnotes.shown.connect(self._show_note)
        self.footnotes.folded_changed.connect(self._fold_footnotes)
        QWidget.setTabOrder(self.corner.field, self.corner.options)
        QWidget.setTabOrder(self.corner.options, view)
        self._show_counts()

    def set_schedule(self, soa: ScheduleOfActivities | None, epoch_ids: Sequence[str] = ()) -> None:
        """Show a table with its footnotes; see `MatrixView.set_schedule`."""
        self.view.set_schedule(soa, epoch_ids)
        # Where the letters stand is worked out once; a merged table has them in other columns.
        standing = self.view.sheet.places if not self.view.sheet.merged else None
        self.footnotes.set_schedule(soa, standing)
        self.footnotes.set_letters(self.view.letters_here())
        self._fit_footnotes()

    def show_edited(self, soa: ScheduleOfActivities, epoch_ids: Sequence[str] = ()) -> None:
        """Show the same table after an edit, where a person looked at it; see `MatrixView.show_edited`."""
        before = self.view.schedule()
        if before is None or before.timeline.id != soa.timeline.id:
            self.set_schedule(soa, epoch_ids)
            return
        self.view.show_edited(soa, epoch_ids)
        standing = self.view.sheet.places if not self.view.sheet.merged else None
        self.footnotes.set_schedule(soa, standing)
        self._show_letters()
        self._fit_footnotes()

    def set_study(self, key: str, missing: str = "") -> None:
        """Which study is shown, by any key of it, and what to say where it has no table."""
        self.view.set_study(key)
        self.view.set_missing(missing)

    def set_selection(self, address: str) -> None:
        """Light what has this address, with the footnotes that matter for it."""
        self.view.set_selection(address)
        self.footnotes.set_letters(self.view.letters_here())
        self.footnotes.set_selection(address)

    def set_dating(self, dating: DatedTimes | Mapping[str, str] | None) -> None:
        """The dates of the timeline's instances, or their texts by column key; None for no dates."""
        if dating is None or isinstance(dating, Mapping):
            self.view.set_dates(dating or {})
            return
        form = LocaleDates()
        short = {key: card_dates_text(dated, form) for key, dated in dating.times.items()}
        told = {key: when_dates_text(dated, form) for key, dated in dating.times.items()}
        self.view.set_dates({key: text for key, text in short.items() if text}, told)

    def set_differences(self, differences: TableDifferences | None) -> None:
        """What differs; see `MatrixView.set_differences`."""
        self.view.set_differences(differences)

    def set_standings(self, standings: Standings | None) -> None:
        """How what is planned stands for a simulated participant, with a legend; None for no simulation."""
        self.view.set_standings(standings)
        self.legend.setVisible(standings is not None)

    def set_conditional(self, cells: Iterable[tuple[str, str]]) -> None:
        """Marks classed as conditional; see `MatrixView.set_conditional`."""
        self.view.set_conditional(cells)

    def set_burden(self, difference: str, lines: Sequence[str]) -> None:
        """How much more or less is asked for than before, beside the count; `lines` for its tooltip."""
        self._burden, self._burden_lines = difference, "\n".join(lines)
        self._show_counts()

    def set_actions(self, actions: Sequence[QAction | None]) -> None:
        """What the button beside the filter offers; None draws a line."""
        self.corner.set_actions(actions)

    def shown(self) -> Shown:
        """What of the table is shown."""
        return self.view.shown()

    def shown_schedule(self) -> ScheduleOfActivities | None:
        """The table as it is shown: merged and filtered; see `MatrixView.shown_schedule`."""
        return self.view.shown_schedule()

    def focus_filter(self) -> None:
        """Type in the filter."""
        self.corner.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.corner.field.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The table takes the focus. Not as a proxy: Tab would pass by everything else in here."""
        self.view.setFocus(event.reason())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.view.set_theme(theme)
        self.corner.set_theme(theme)
        self.footnotes.set_theme(theme)
        self.legend.set_theme(theme)
        self._show_counts()

    # The strip of footnotes

    def footnotes_height(self) -> int:
        """The height that a person gave the footnotes, in pixels; 0 where none did."""
        return self._asked_height

    def set_footnotes(self, height: int, folded: bool) -> None:
        """The strip as it was left: its height, 0 for one that fits, and whether it is folded."""
        self._asked_height = max(0, height)
        self._asked_fold = folded
        self.footnotes.set_folded(folded)
        self._fit_footnotes()

    def are_footnotes_folded(self) -> bool:
        """Whether a person folded the strip; where there is little room it also folds by itself."""
        return self._asked_fold

    def showEvent(self, event: QShowEvent) -> None:
        """The strip takes its share of what there is now."""
        super().showEvent(event)
        self._fit_footnotes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip takes its share, and leaves the table the rest."""
        super().resizeEvent(event)
        self._fit_footnotes()

    def _fit_footnotes(self) -> None:
        whole = self._splitter.height()
        if self.footnotes.isHidden() or not self.isVisible():
            return
        # A low pane keeps its rows: the strip folds until there is room, unless a person gave it a height.
        grid = self.view.grid
        needed = grid.header_height + grid.contents_height + grid.totals_height + _SCROLL_BAR
        share = min(FOOTNOTES_HEIGHT, round(whole * _SHARE), self.footnotes.wanted_height())
        low = whole < _LOW and needed + share > whole and not self._asked_height
        if not self._asked_fold and low != self.footnotes.is_folded():
            self.footnotes.set_folded(low)
            self.footnotes_changed.emit()
        if self.footnotes.is_folded():
            head = self.footnotes.head_height()
            self._splitter.setSizes([whole - head, head])
            return
        # A short table leaves them more than their share.
        height = self._asked_height or max(share, min(self.footnotes.wanted_height(), whole - needed))
        height = max(_FOOTNOTES_LEAST, min(height, whole // 2))
        self._splitter.setSizes([whole - height, height])

    def _dragged(self, _position: int, _index: int) -> None:
        if not self.footnotes.is_folded():
            self._asked_height = self._splitter.sizes()[1]
            self.footnotes_changed.emit()

    def _fold_footnotes(self, folded: bool) -> None:
        self._asked_fold = folded
        if not folded and self._splitter.height() < _LOW and not self._asked_height:
            self._asked_height = max(_FOOTNOTES_LEAST, round(self._splitter.height() * _SHARE))
        self._fit_footnotes()
        self.footnotes_changed.emit()

    # Between the parts

    def _from_view(self, address: str) -> None:
        self._show_letters()
        self.selected.emit(address)

    def _show_letters(self) -> None:
        self.footnotes.set_letters(self.view.letters_here())
        self.footnotes.set_selection("", self.view.footnote)

    def _show_note(self, letter: str) -> None:
        self.view.show_footnote(letter)
        self.footnotes.set_letters(self.view.letters_here())

    def _show_counts(self) -> None:
        view = self.view
        summary = view.summary()
        if self._burden and summary:
            summary = translate("matrix", "{count} · {difference}").format(
                count=summary, difference=self._burden
            )
        self.corner.set_summary(summary, self._burden_lines)
        self.corner.set_phrase(view.asked.phrase)
        self.corner.set_marked(view.shown().is_narrowed, self._theme)
        self._place_corner()

    def _place_corner(self) -> None:
        view = self.view
        grid = view.grid
        self.corner.setVisible(view.sheet.soa is not None and bool(view.sheet.soa.columns))
        at = view.viewport().geometry()
        left = at.right() + 1 - grid.titles_width if grid.right_to_left else at.left()
        self.corner.set_height(grid.header_height)
        self.corner.setGeometry(left, at.top(), grid.titles_width - 3, grid.header_height - 1)
