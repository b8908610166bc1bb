"""Editing in the table: what a person asks there becomes a command, is seen before where it reaches far, and told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from study.change_set import ChangeSet
from study.changes import Insert
from study.commands.command import CannotError, Command
from study.duration_input import NotUnderstoodError
from study.language import translate
from study.said_of_marks import Said, said_of
from study.timeline import planned_times
from study.wording import when_text
from ui.accessible import announce
from ui.matrix.gestures import AddRow, Gesture, Judged, MoveRows, MoveVisits, Part, Typed
from ui.matrix.grid import HEADER
from ui.parts.matrix import Matrix
from ui.parts.matrix_menu import MatrixMenu

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow


class MatrixEditing:
    """Makes commands of the table's gestures; the study's editor does them or says why not."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._view = window.matrix.view
        hand = self._view.hand
        hand.can_edit = True
        hand.inline.judge = self.judged
        hand.carrying.judge = self.judged
        self._view.edit_asked.connect(self.do)
        self.menu = MatrixMenu(window, self)
        shown = window.parts["Matrix"]
        assert isinstance(shown, Matrix)  # it stands before this one
        shown.entries.append(self.menu.fill)
        hand.add = self._add
        hand.locked = lambda: window.study.editor.locked if window.study is not None else ""
        calls: dict[str, Callable[[], object]] = {
            "table_plan": hand.toggle,
            "table_fill_down": hand.fill_down,
            "table_fill_across": hand.fill_across,
            "table_paste": hand.paste,
            "table_rename": hand.rename,
            "table_add_activity": self._add_activity,
            "table_add_visit": self._add_visit,
        }
        for name, call in calls.items():
            window.on(name, partial(self._in_table, call))
        window.study_changed.connect(self._set_study)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        if study is not None:
            study.content_changed.connect(lambda _changed: self._show_annexe())
            study.timeline_changed.connect(self._show_annexe)
        self._show_annexe()

    def _show_annexe(self) -> None:
        """What a person said of marks beyond USDM."""
        study = self._window.study
        tables = [study.projection.soa] if study is not None and study.projection is not None else []
        self._view.set_said(said_of(study.annexe, tables) if study is not None else Said())

    def _in_table(self, call: Callable[[], object]) -> None:
        """Do it where it is seen, with the keys in the table."""
        if self._window.matrix.isHidden():
            self._window.show_views("view_split")
        self._view.setFocus()
        call()

    def _add_activity(self) -> None:
        """Below the row of the cursor; where it is on none, below the last."""
        soa, row = self._view.sheet.soa, self._view.current()[0]
        shown = self._view.sheet.shown.rows
        if soa is not None and shown:
            self.menu.add_row(row if row != HEADER else shown[-1])

    def _add_visit(self) -> None:
        """After the visit of the cursor; where it is on none, after the last."""
        shown = self._view.sheet.shown.columns
        if self._view.current()[1] == HEADER and shown:
            self._view.go_to(self._view.current()[0], shown[-1])
        self.menu.add_visit()

    def _add(self) -> None:
        """Ask for what fits where the cursor is: a visit on a header of visits, else an activity."""
        row, column = self._view.current()
        if row == HEADER and column != HEADER:
            self.menu.add_visit()
        elif row != HEADER:
            self.menu.add_row(row)

    # What would be done

    def judged(self, gesture: Gesture) -> Judged:
        """Why a gesture cannot be, or what it does beyond the thing it is about."""
        from ui.matrix.carrying_out import command_for

        study = self._window.study
        if study is None or study.projection is None:
            return Judged(is_change=False)
        try:
            command = command_for(gesture, study.projection)
            if command is None:
                return Judged(is_change=False)
            reason = study.editor.why_not(command)
            if reason:
                return Judged(reason)
            if isinstance(gesture, Typed):
                return Judged(effect=self._effect(command, gesture))
            return Judged(
                effect=command.title(study.document) if isinstance(gesture, MoveRows | MoveVisits) else ""
            )
        except NotUnderstoodError as why:
            return Judged(why.reason)
        except CannotError as why:
            return Judged(why.reason)

    def _effect(self, command: Command, typed: Typed) -> str:
        """What a time or window would be, and how many others move with it. Raises CannotError."""
        study = self._window.study
        if typed.part is Part.NAME or study is None or study.projection is None:
            return ""
        if len(typed.addresses) > 1:
            return translate("matrix", "For %n visit(s)", "", len(typed.addresses))
        before = study.projection
        was = before.planned.times
        with study.editor.previewed(command):
            after = planned_times(before.timeline, before.design)
            here = after.times.get(typed.addresses[0])
            when = when_text(here) if here is not None else ""
            others = sum(
                key not in typed.addresses and key in was and planned.offset != was[key].offset
                for key, planned in after.times.items()
            )
        moved = translate("matrix", "%n other visit(s) move along", "", others) if others else ""
        if when and moved:
            return translate("matrix", "{time}. {moved}").format(time=when, moved=moved)
        return when or moved

    # What is done

    def do(self, gesture: Gesture) -> bool:
        """Do what was asked as one step; whether anything changed. The editor says itself why something is refused."""
        from ui.matrix.carrying_out import command_for

        study = self._window.study
        if study is None or study.projection is None:
            return False
        try:
            command = command_for(gesture, study.projection)
        except NotUnderstoodError as why:
            self._view.hand.tell(why.reason)
            return False
        made = study.editor.do(command) if command is not None else None
        if made is None:
            return False
        if isinstance(gesture, AddRow):
            self._show_row(added(made, "activities"))
        announce(self._view, made.title)
        self._view.told.emit(made.title)
        return True

    def _show_row(self, activity: str) -> None:
        """Have a new activity seen, with the cursor on it."""
        view = self._view
        row = view.sheet.row_of.get(activity)
        if row is None:
            return
        if row not in view.sheet.row_place:
            view.set_phrase("")
            view.set_hidden(rows=False)
        if row in view.sheet.row_place:
            view.go_to(row, HEADER)


def added(made: ChangeSet, attribute: str) -> str:
    """The id of what a step inserted last into lists of this name; "" where it inserted nothing."""
    ids = [
        str(change.entity["id"])
        for change in made.changes
        if isinstance(change, Insert) and change.attribute == attribute
    ]
    return ids[-1] if ids else ""
