"""What the table's menu offers to change: of a cell, of an activity, of a visit; what cannot be says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from study.commands.command import Command
from study.language import translate
from study.soa import Footnote
from ui.matrix.chosen import visits_of
from ui.matrix.gestures import AddRow, DoCommand, GroupRows, MarkedCell, Part
from ui.matrix.grid import HEADER
from ui.parts.matrix_beyond import Beyond

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from study.commands.footnotes import Place as NotedPlace
    from ui.edit_dialogs.asking import EditDialog
    from ui.main_window import MainWindow
    from ui.parts.matrix_editing import MatrixEditing

_LONGEST = 40


class MatrixMenu:
    """The entries that change something, and what they do."""

    def __init__(self, window: MainWindow, editing: MatrixEditing) -> None:
        self._window = window
        self._editing = editing
        self._view = window.matrix.view

    def fill(self, menu: QMenu) -> None:
        """Add what can be changed where the cursor is."""
        study, soa = self._window.study, self._view.sheet.soa
        row, column = self._view.current()
        if study is None or study.projection is None or soa is None or (row, column) == (HEADER, HEADER):
            return
        menu.setToolTipsVisible(True)
        if HEADER not in (row, column):
            self._cell(menu, study)
            menu.addSeparator()
            below = menu.addMenu(
                translate("matrix", "Activity “{name}”").format(name=_short(soa.rows[row].title))
            )
            below.setToolTipsVisible(True)
            self._row(below, study, row)
            across = menu.addMenu(
                translate("matrix", "Visit “{name}”").format(name=_short(soa.columns[column].title))
            )
            across.setToolTipsVisible(True)
            self._column(across, study, column)
        elif column == HEADER:
            self._row(menu, study, row)
        else:
            self._column(menu, study, column)
        menu.addSeparator()

    # A cell, or all that are chosen

    def _marked(self, chosen: Iterable[tuple[int, int]]) -> tuple[MarkedCell, ...]:
        """The visit and activity of each of these cells in which something is planned."""
        soa = self._view.sheet.soa
        assert soa is not None
        cells: list[MarkedCell] = []
        for row, column in chosen:
            mark = soa.marks.get((row, column))
            if mark is None:
                continue
            visits = visits_of(soa.columns[column])
            numbers = mark.instances or range(1, len(visits) + 1)
            cells += [(visits[number - 1].key, soa.rows[row].key) for number in numbers]
        return tuple(cells)

    def _cell(self, menu: QMenu, study: OpenStudy) -> None:
        from study.commands.footnotes import Place as NotedPlace

        hand, marked = self._view.hand, self._marked(self._view.chosen())
        whole = len(marked) >= len(self._view.chosen())
        text = translate("matrix", "No longer plan it") if whole else translate("matrix", "Plan it here")
        if len(self._view.chosen()) > 1:
            text = (
                translate("matrix", "No longer plan these")
                if whole
                else translate("matrix", "Plan all of these")
            )
        self.entry(menu, text, hand.toggle, key="Space")
        self._across_epoch(menu)
        self.entry(menu, translate("matrix", "Cut"), hand.cut, key="Ctrl+X")
        self.entry(menu, translate("matrix", "Paste marks"), hand.paste, key="Ctrl+V")
        if self._view.block() is not None:
            self.entry(menu, translate("matrix", "Fill down"), hand.fill_down, key="Ctrl+D")
            self.entry(menu, translate("matrix", "Fill across"), hand.fill_across, key="Ctrl+R")
        menu.addSeparator()
        soa = self._view.sheet.soa
        assert soa is not None
        rows, columns = zip(*self._view.chosen(), strict=True)
        Beyond(self, menu, study, marked).of_cells(rows, columns, soa)
        menu.addSeparator()
        places = tuple(
            NotedPlace(soa.rows[r].key, visit.key)
            for r, c in self._view.chosen()
            for visit in visits_of(soa.columns[c])
        )
        letters = {
            letter
            for cell in self._view.chosen()
            for letter in (soa.marks[cell].footnotes if cell in soa.marks else soa.unmarked.get(cell, ()))
        }
        self._footnotes(menu, study, places, letters)

    def _across_epoch(self, menu: QMenu) -> None:
        """Plan the chosen activities at every visit of the epoch that the cursor is in."""
        from study.commands.marks import SetMarks

        study, soa = self._window.study, self._view.sheet.soa
        if study is None or study.projection is None or soa is None:
            return
        epoch = soa.columns[self._view.current()[1]].planned.instance.epoch
        called = next((each.title for each in study.projection.design.epochs if each.id == epoch), "")
        rows = sorted({row for row, _ in self._view.chosen() if not soa.rows[row].is_group})
        cells = tuple(
            (visit.key, soa.rows[row].key)
            for row in rows
            for column in soa.columns
            for visit in visits_of(column)
            if visit.planned.instance.epoch == epoch and not visit.is_decision
        )
        if called and cells:
            text = translate("matrix", "Plan at every visit of {epoch}").format(epoch=_short(called))
            self.command(menu, text, SetMarks(cells, marked=True))

    # An activity, or several

    def _row(self, menu: QMenu, study: OpenStudy, row: int) -> None:
        from study.commands.activities import DeleteActivities
        from study.commands.activity_rows import Ungroup
        from study.commands.footnotes import Place as NotedPlace
        from study.commands.mark_lines import CopyRowPattern, MarkRow
        from ui.edit_dialogs.swapping import SwapDialog

        view, soa = self._view, self._view.sheet.soa
        assert soa is not None
        rows = view.chosen_rows() if row in view.chosen_rows() else (row,)
        keys = tuple(soa.rows[each].key for each in rows)
        key, timeline = soa.rows[row].key, study.projection.timeline.id if study.projection else None
        self.entry(menu, translate("matrix", "Rename"), partial(view.hand.inline.open, row, HEADER), key="F2")
        text = (
            translate("matrix", "Add an activity to the group…")
            if soa.rows[row].is_group
            else translate("matrix", "Add an activity below…")
        )
        self.entry(menu, text, partial(self.add_row, row), key="Ins")
        self.entry(menu, translate("matrix", "Put into a new group…"), partial(self.group, keys))
        if soa.rows[row].is_group:
            self.command(menu, translate("matrix", "Dissolve the group"), Ungroup(key))
        menu.addSeparator()
        if timeline and not soa.rows[row].is_group:
            every = tuple(MarkRow(each, timeline) for each in keys)
            none = tuple(MarkRow(each, timeline, marked=False) for each in keys)
            self.command(
                menu,
                translate("matrix", "Plan at every visit"),
                _all(every, translate("matrix", "Plan %n activit(ies) at every visit", "", len(keys))),
            )
            self.dialog(
                menu,
                translate("matrix", "Swap for another everywhere…"),
                partial(SwapDialog, study, timeline, key),
            )
            self.command(
                menu,
                translate("matrix", "Plan at no visit"),
                _all(none, translate("matrix", "Plan %n activit(ies) at no visit", "", len(keys))),
            )
            source, targets = self._pattern(rows)
            if source is not None and targets:
                name = soa.rows[source].title
                copies = tuple(
                    CopyRowPattern(soa.rows[source].key, soa.rows[each].key, timeline) for each in targets
                )
                called = translate(
                    "matrix", "Plan %n activit(ies) at the same visits as {name}", "", len(copies)
                )
                self.command(
                    menu,
                    translate("matrix", "Plan at the same visits as {name}").format(name=_short(name)),
                    _all(copies, called.format(name=_short(name))),
                )
            planned = self._marked((r, c) for r in rows for c in range(len(soa.columns)))
            Beyond(self, menu, study, planned).of_rows(rows, soa)
            menu.addSeparator()
        places = tuple(NotedPlace(activity=each) for each in keys)
        self._footnotes(menu, study, places, {n for each in rows for n in soa.rows[each].footnotes})
        menu.addSeparator()
        if soa.rows[row].is_group:
            self.command(menu, translate("matrix", "Delete the heading alone"), DeleteActivities((key,)))
            self.command(
                menu,
                translate("matrix", "Delete the group with all in it"),
                DeleteActivities((key,), with_children=True),
            )
        else:
            self.command(menu, translate("matrix", "Delete"), DeleteActivities(keys))

    def _pattern(self, rows: tuple[int, ...]) -> tuple[int | None, tuple[int, ...]]:
        """The row whose visits are taken over and those that get them: of several the first; of one the one above."""
        soa = self._view.sheet.soa
        assert soa is not None
        plain = [each for each in rows if not soa.rows[each].is_group]
        if len(plain) > 1:
            return plain[0], tuple(plain[1:])
        place = self._view.sheet.row_place.get(plain[0], 0) - 1 if plain else -1
        if place < 0 or soa.rows[self._view.sheet.shown.rows[place]].is_group:
            return None, ()
        return self._view.sheet.shown.rows[place], tuple(plain)

    def add_row(self, row: int) -> None:
        """Ask for the name of a new activity below a row, where it will stand."""
        view, soa = self._view, self._view.sheet.soa
        if soa is None:
            return
        view.bring_into_view(row, HEADER)
        area = view.cell_rect(row, HEADER)
        column = view.current()[1]
        key, is_group = soa.rows[row].key, soa.rows[row].is_group
        visit = next(
            (
                each.key
                for each in (*([soa.columns[column]] if column != HEADER else []), *soa.columns)
                if not each.is_decision
            ),
            "",
        )
        view.hand.inline.ask(
            QRect(area.left() + 24, area.bottom(), area.width() - 24, area.height()),
            translate("matrix", "Name of the new activity"),
            translate("matrix", "Name of the new activity"),
            lambda called: AddRow(None if is_group else key, called, visit, key if is_group else None),
        )

    def group(self, keys: tuple[str, ...]) -> None:
        """Ask for the name of a new group around activities."""
        view = self._view
        first = min(view.sheet.row_of[key] for key in keys)
        view.bring_into_view(first, HEADER)
        area = view.cell_rect(first, HEADER)
        view.hand.inline.ask(
            QRect(area.left() + 8, area.top(), area.width() - 8, area.height()),
            translate("matrix", "Name of the new group"),
            translate("matrix", "Name of the new group"),
            lambda called: GroupRows(keys, called),
        )

    # A visit, or several

    def _column(self, menu: QMenu, study: OpenStudy, column: int) -> None:
        from study.commands.footnotes import Place as NotedPlace
        from study.commands.mark_lines import MarkColumn
        from study.commands.visits import DuplicateVisit
        from ui.edit_dialogs.adding_visits import AddVisitDialog
        from ui.edit_dialogs.deleting import DeleteDialog
        from ui.edit_dialogs.shifting import ShiftDialog
        from ui.edit_dialogs.windows import WindowDialog

        view, soa = self._view, self._view.sheet.soa
        assert soa is not None
        visit, timeline = soa.columns[column], study.projection.timeline.id if study.projection else ""
        own = tuple(each.key for each in visits_of(visit))
        chosen = view.chosen_visits()
        visits = chosen if set(own) & set(chosen) else own
        open_at = view.hand.inline.open
        self.entry(menu, translate("matrix", "Rename"), partial(open_at, HEADER, column), key="F2")
        if not visit.is_decision:
            if not visit.members:
                self.entry(
                    menu,
                    translate("matrix", "Type its day or time"),
                    partial(open_at, HEADER, column, Part.DAY),
                )
            if len(visits) == 1:
                self.entry(
                    menu,
                    translate("matrix", "Type its window"),
                    partial(open_at, HEADER, column, Part.WINDOW),
                )
            text = translate("matrix", "Windows of %n visit(s)…", "", len(visits))
            if timeline and len(visits) > 1:
                self.dialog(menu, text, partial(WindowDialog, study, timeline, visits))
        menu.addSeparator()
        if timeline:
            self.dialog(
                menu,
                translate("matrix", "Add a visit after it…"),
                partial(AddVisitDialog, study, timeline, own[-1]),
                key="Ins",
            )
            if not visit.is_decision and not visit.members:
                self.dialog(
                    menu,
                    translate("matrix", "Add a visit like it…"),
                    partial(AddVisitDialog, study, timeline, own[-1], own[-1]),
                )
                self.command(menu, translate("matrix", "Duplicate"), DuplicateVisit(own[0]))
            self.dialog(
                menu,
                translate("matrix", "Shift what comes after it…"),
                partial(ShiftDialog, study, timeline, own[-1]),
            )
        menu.addSeparator()
        if not visit.is_decision:
            every, none = (
                tuple(map(MarkColumn, visits)),
                tuple(MarkColumn(each, marked=False) for each in visits),
            )
            self.command(
                menu,
                translate("matrix", "Plan every activity"),
                _all(every, translate("matrix", "Plan every activity at %n visit(s)", "", len(visits))),
            )
            self.command(
                menu,
                translate("matrix", "Plan nothing"),
                _all(none, translate("matrix", "Plan nothing at %n visit(s)", "", len(visits))),
            )
            chosen_at = [
                c for c, each in enumerate(soa.columns) if any(v.key in visits for v in visits_of(each))
            ]
            planned = self._marked((r, c) for r in range(len(soa.rows)) for c in chosen_at)
            Beyond(self, menu, study, [cell for cell in planned if cell[0] in visits]).of_visits()
            places = tuple(NotedPlace(instance=each) for each in visits)
            self._footnotes(menu, study, places, set(visit.footnotes))
            menu.addSeparator()
        if timeline:
            self.dialog(
                menu,
                translate("matrix", "Delete…")
                if len(visits) == 1
                else translate("matrix", "Delete %n visit(s)…", "", len(visits)),
                partial(DeleteDialog, study, timeline, visits),
            )

    # Footnotes

    def _footnotes(
        self, menu: QMenu, study: OpenStudy, places: tuple[NotedPlace, ...], letters: set[str]
    ) -> None:
        from study.commands.footnotes import AddFootnote
        from ui.edit_dialogs.footnotes import FootnoteDialog

        soa, timeline = self._view.sheet.soa, study.projection.timeline.id if study.projection else ""
        assert soa is not None
        notes = [note for note in soa.footnotes if note.letter in letters and note.condition.id]
        like = next((note.condition.text for note in soa.footnotes), "")
        theme = self._window.theme
        self.dialog(
            menu,
            translate("matrix", "Add a footnote…"),
            partial(
                FootnoteDialog,
                study,
                timeline or "",
                translate("matrix", "Add a footnote"),
                lambda html: AddFootnote(html, places),
                like=like,
                theme=theme,
            ),
        )
        for note in notes:
            self._footnote(menu, study, note, places, timeline or "")

    def _footnote(
        self, menu: QMenu, study: OpenStudy, note: Footnote, places: tuple[NotedPlace, ...], timeline: str
    ) -> None:
        from study.commands.footnotes import DetachFootnote, SetFootnoteText
        from ui.edit_dialogs.footnotes import FootnoteDialog

        address = note.condition.id or ""
        self.dialog(
            menu,
            translate("matrix", "Edit footnote {letter}…").format(letter=note.letter),
            partial(
                FootnoteDialog,
                study,
                timeline,
                translate("matrix", "Footnote {letter}").format(letter=note.letter),
                partial(SetFootnoteText, address),
                html=note.condition.text,
                theme=self._window.theme,
            ),
        )
        text = translate("matrix", "Take footnote {letter} off here").format(letter=note.letter)
        self.command(menu, text, DetachFootnote(address, places))

    # Entries

    def add_visit(self) -> None:
        """Ask for a visit after that of the cursor."""
        from ui.edit_dialogs.adding_visits import AddVisitDialog

        study, soa = self._window.study, self._view.sheet.soa
        column = self._view.current()[1]
        timeline = (
            study.projection.timeline.id if study is not None and study.projection is not None else None
        )
        if study is None or soa is None or timeline is None or column == HEADER:
            return
        after = visits_of(soa.columns[column])[-1].key
        self._ask(partial(AddVisitDialog, study, timeline, after))

    def _ask(self, made: Callable[..., EditDialog]) -> None:
        dialog = made(parent=self._view.window())
        dialog.exec()
        if dialog.chosen is not None:
            self._editing.do(DoCommand(dialog.chosen))
        dialog.deleteLater()

    def dialog(self, menu: QMenu, text: str, made: Callable[..., EditDialog], key: str = "") -> None:
        self.entry(menu, text, partial(self._ask, made), key=key)

    def command(self, menu: QMenu, text: str, command: Command, *, on: bool | None = None) -> None:
        """An entry that does a command; where that cannot be it is off and says why."""
        study = self._window.study
        assert study is not None
        entry = self.entry(menu, text, lambda: self._editing.do(DoCommand(command)))
        reason = study.editor.why_not(command)
        entry.setEnabled(not reason)
        entry.setToolTip(reason)
        if on is not None:
            entry.setCheckable(True)
            entry.setChecked(on)

    @staticmethod
    def entry(menu: QMenu, text: str, call: Callable[[], object], *, key: str = "") -> QAction:
        shown = text.replace("&", "&&")
        if key:  # only shown: the key is the table's own
            shown += "\t" + QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(shown, menu)
        action.triggered.connect(lambda _checked=False: call())
        menu.addAction(action)
        return action


def _all(commands: tuple[Command, ...], called: str) -> Command:
    from study.commands.several import Several

    return commands[0] if len(commands) == 1 else Several(commands, called)


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
