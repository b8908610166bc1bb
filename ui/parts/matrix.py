"""The table's own actions: filter, hide, merge, totals, fold, copy, zoom; what of it is remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from study.language import translate
from study.soa_shown import Asked
from ui.matrix.grid import HEADER
from ui.matrix.words import cell_name

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow

_OPTIONS = (
    "matrix_hide_rows",
    "matrix_hide_columns",
    "matrix_merge",
    "matrix_totals",
    "",
    "matrix_fold_all",
    "matrix_unfold_all",
    "matrix_footnotes",
    "",
    "matrix_copy_all",
    "matrix_clear",
)
_TOTALS, _ZOOM = "matrix/totals", "matrix/zoom"
_NOTES_HEIGHT, _NOTES_FOLDED = "matrix/footnotes_height", "matrix/footnotes_folded"


class Matrix:
    """Binds the table to its actions and to the study that is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._pane = window.matrix
        self._view = window.matrix.view
        self._remembered: dict[str, tuple[Asked, bool]] = {}
        self._study = ""
        self.entries: list[Callable[[QMenu], None]] = []
        """What other parts add to the menu of the cursor's place."""
        view, pane = self._view, self._pane
        calls: dict[str, Callable[[], object]] = {
            "matrix_filter": self._filter,
            "matrix_clear": self._show_all,
            "matrix_hide_rows": lambda: view.set_hidden(rows=not view.asked.hide_empty_rows),
            "matrix_hide_columns": lambda: view.set_hidden(columns=not view.asked.hide_empty_columns),
            "matrix_merge": lambda: view.set_merged(not view.sheet.merged),
            "matrix_totals": self._toggle_totals,
            "matrix_fold_all": view.fold_all,
            "matrix_unfold_all": partial(view.fold_all, False),
            "matrix_footnotes": pane.footnotes.toggle,
            "matrix_copy": view.copy,
            "matrix_copy_all": self._copy_all,
            "matrix_larger": partial(self._zoom_by, 1),
            "matrix_smaller": partial(self._zoom_by, -1),
            "matrix_usual_size": self._usual_size,
        }
        for name, call in calls.items():
            window.on(name, call)
        pane.set_actions([window.actions_by_id[name] if name else None for name in _OPTIONS])
        view.shown_changed.connect(self._refresh)
        view.menu_asked.connect(self._show_menu)
        pane.footnotes_changed.connect(self._keep_footnotes)
        window.study_changed.connect(self._set_study)
        self._restore()
        if window.study is not None:
            self._set_study(window.study)

    # What is remembered

    def _restore(self) -> None:
        """Totals, zoom and the footnotes as they were left in the last session."""
        kept = self._window.layout_memory
        self._view.set_totals(bool(kept.value(_TOTALS, False, bool)))
        zoom, height = kept.value(_ZOOM, 1.0, float), kept.value(_NOTES_HEIGHT, 0, int)
        self._view.set_zoom(zoom if isinstance(zoom, float) else 1.0)
        folded = bool(kept.value(_NOTES_FOLDED, False, bool))
        self._pane.set_footnotes(height if isinstance(height, int) else 0, folded)
        self._refresh()

    def _keep_footnotes(self) -> None:
        self._window.layout_memory.setValue(_NOTES_HEIGHT, self._pane.footnotes_height())
        self._window.layout_memory.setValue(_NOTES_FOLDED, self._pane.are_footnotes_folded())
        self._refresh()

    def _set_study(self, study: OpenStudy | None) -> None:
        """Another study: what was hidden and merged in it, while the program runs."""
        view = self._view
        if self._study:
            asked = view.asked
            kept = Asked(hide_empty_rows=asked.hide_empty_rows, hide_empty_columns=asked.hide_empty_columns)
            self._remembered[self._study] = kept, view.sheet.merged
        self._study = study.entry.id if study is not None else ""
        missing = ""
        if study is not None and study.projection is None:
            missing = translate(
                "matrix",
                "This study has no timeline, and so no Schedule of Activities. All else of it can be read.",
            )
        self._pane.set_study(self._study, missing)
        asked, merged = self._remembered.get(self._study, (Asked(), False))
        view.set_hidden(rows=asked.hide_empty_rows, columns=asked.hide_empty_columns)
        view.set_merged(merged)
        if study is not None and study.projection is not None:  # folded as it was in this study
            epochs = [epoch.id for epoch in study.projection.design.epochs if epoch.id]
            self._pane.set_schedule(study.projection.soa, epochs)
        self._refresh()

    def _refresh(self) -> None:
        """Which actions are on, and which have something to do."""
        actions, view = self._window.actions_by_id, self._view
        for name, on in (
            ("matrix_hide_rows", view.asked.hide_empty_rows),
            ("matrix_hide_columns", view.asked.hide_empty_columns),
            ("matrix_merge", view.sheet.merged),
            ("matrix_totals", view.has_totals),
            ("matrix_footnotes", not self._pane.footnotes.is_folded()),
        ):
            actions[name].setChecked(on)

    # What people do

    def _see_table(self) -> None:
        if self._pane.isHidden():
            self._window.show_views("view_split")

    def _filter(self) -> None:
        self._see_table()
        self._pane.focus_filter()

    def _show_all(self) -> None:
        self._view.set_phrase("")
        self._view.set_hidden(rows=False, columns=False)

    def _toggle_totals(self) -> None:
        self._see_table()
        self._view.set_totals(not self._view.has_totals)
        self._window.layout_memory.setValue(_TOTALS, self._view.has_totals)

    def _copy_all(self) -> None:
        self._view.choose_all()
        self._view.copy()

    def _zoom_by(self, steps: float) -> None:
        self._view.zoom_by(steps)
        self._window.layout_memory.setValue(_ZOOM, self._view.zoom)

    def _usual_size(self) -> None:
        self._view.set_zoom(1.0)
        self._view.set_titles_width(0)
        self._window.layout_memory.setValue(_ZOOM, 1.0)

    # The context menu

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.exec(at)
        menu.deleteLater()

    def menu(self) -> QMenu:
        """What can be done with the cell or header of the cursor, and with the whole table."""
        view, soa = self._view, self._view.sheet.soa
        menu = QMenu(self._view)
        row, column = view.current()
        if soa is not None and (row, column) != (HEADER, HEADER):
            mark = soa.marks.get((row, column))
            visit = soa.columns[column] if column != HEADER else None
            within = mark.sub_timeline if mark else visit.sub_timeline if visit and row == HEADER else None
            if within:
                self._add(
                    menu,
                    translate("matrix", "Open the sub-timeline"),
                    partial(view.open_timeline.emit, within),
                )
            if visit is not None:
                text = translate("matrix", "Select {name}").format(name=_short(visit.title))
                self._add(menu, text, partial(view.choose, view.sheet.address(HEADER, column)))
            if row != HEADER:
                text = translate("matrix", "Select {name}").format(name=_short(soa.rows[row].title))
                self._add(menu, text, partial(view.choose, soa.rows[row].key))
                if soa.rows[row].is_group:
                    folded = soa.rows[row].key in view.asked.folded
                    text = (
                        translate("matrix", "Unfold the group")
                        if folded
                        else translate("matrix", "Fold the group")
                    )
                    self._add(menu, text, partial(view.toggle, row))
            letters = (
                mark.footnotes
                if mark
                else soa.unmarked.get((row, column), ())
                or (visit.footnotes if visit is not None and row == HEADER else ())
                or (soa.rows[row].footnotes if row != HEADER and column == HEADER else ())
            )
            for letter in letters:
                text = translate("matrix", "Show footnote {letter}").format(letter=letter)
                self._add(menu, text, partial(view.choose_letter, letter))
            menu.setAccessibleName(cell_name(view.sheet, row, column, view.overlays))
            menu.addSeparator()
            for fill in self.entries:
                fill(menu)
        actions = self._window.actions_by_id
        menu.addAction(actions["matrix_copy"])
        for name in _OPTIONS:
            if name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
        return menu

    @staticmethod
    def _add(menu: QMenu, text: str, call: Callable[[], object]) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        action.triggered.connect(lambda _checked=False: call())
        menu.addAction(action)


def _short(name: str) -> str:
    return name if len(name) <= 48 else name[:47] + "…"
