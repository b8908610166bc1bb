"""Editing in the table: what a person asks there becomes a command, and what it did is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from study.commands.activity_rows import ReorderActivities
from study.commands.command import CannotError, Command
from study.commands.connections import ReorderVisit
from study.commands.fill_marks import FillMarks
from study.commands.mark_lines import PasteMarks
from study.commands.marks import SetMarks
from study.commands.rename import RenameEntity
from study.commands.several import Several
from study.duration_input import NotUnderstoodError
from study.language import translate
from study.timeline import planned_times
from study.typed_times import read_time, read_windows
from study.wording import when_text
from ui.accessible import announce
from ui.matrix.gestures import FillCells, Judged, MoveRows, MoveVisits, Part, PasteBlock, PlanCells, Typed

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class MatrixEditing:
    """Makes commands of the table's gestures; the study's editor does them or says why not."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._view = window.matrix.view
        self._view.hand.can_edit = True
        self._view.edit_asked.connect(self._edit)
        self._view.hand.inline.judge = self.judged
        self._view.hand.carrying.judge = self.may_move

    # What is carried

    def may_move(self, gesture: MoveRows | MoveVisits) -> Judged:
        """Why rows or visits cannot go there, or what moving them is called."""
        study = self._window.study
        if study is None:
            return Judged(is_change=False)
        command = self._moving(gesture)
        reason = study.editor.why_not(command)
        return Judged(reason) if reason else Judged(effect=command.title(study.document))

    def _moving(self, gesture: MoveRows | MoveVisits) -> Command:
        if isinstance(gesture, MoveRows):
            return ReorderActivities(gesture.activities, gesture.after, gesture.group)
        study = self._window.study
        timeline = study.projection.timeline.id if study is not None and study.projection is not None else ""
        behind = gesture.after or timeline or ""
        commands = []
        for visit in gesture.visits:
            commands.append(ReorderVisit(visit, behind))
            behind = visit
        if len(commands) == 1:
            return commands[0]
        called = translate("commands", "Move %n visit(s) within the path", "", len(commands))
        return Several(tuple(commands), called)

    # What is typed

    def judged(self, typed: Typed) -> Judged:
        """What a typed text would come to: why it cannot be, or what it does beyond the thing it is typed over."""
        study = self._window.study
        if study is None or study.projection is None:
            return Judged(is_change=False)
        try:
            command = self._command_of(typed)
            if command is None:
                return Judged(is_change=False)
            reason = study.editor.why_not(command)
            return Judged(reason) if reason else Judged(effect=self._effect(command, typed))
        except NotUnderstoodError as why:
            return Judged(why.reason)
        except CannotError as why:
            return Judged(why.reason)

    def _command_of(self, typed: Typed) -> Command | None:
        """Raises NotUnderstoodError."""
        study = self._window.study
        if study is None or study.projection is None:
            return None
        if typed.part is Part.NAME:
            return RenameEntity(typed.addresses[0], typed.text)
        planned = study.projection.planned
        if any(address not in planned.times for address in typed.addresses):
            return None  # the table shows it no more
        if typed.part is Part.DAY:
            return read_time(planned, typed.addresses[0], typed.text)
        return read_windows(planned, typed.addresses, typed.text)

    def _effect(self, command: Command, typed: Typed) -> str:
        """What a time or window would be, and how many others move with it. Raises CannotError."""
        study = self._window.study
        if typed.part is Part.NAME or study is None or study.projection is None:
            return ""
        before = study.projection
        with study.editor.previewed(command):
            after = planned_times(before.timeline, before.design)
            here = after.times.get(typed.addresses[0])
            when = when_text(here) if here is not None and len(typed.addresses) == 1 else ""
            others = sum(
                key not in typed.addresses and planned.offset != was.offset
                for key, planned in after.times.items()
                if (was := before.planned.times.get(key)) is not None
            )
        if len(typed.addresses) > 1:
            return translate("matrix", "For %n visit(s)", "", len(typed.addresses))
        moved = translate("matrix", "%n other visit(s) move along", "", others) if others else ""
        if when and moved:
            return translate("matrix", "{time}. {moved}").format(time=when, moved=moved)
        return when or moved

    # What is asked

    def _edit(self, gesture: object) -> None:
        match gesture:
            case PlanCells(cells, planned):
                self._do(SetMarks(cells, planned))
            case FillCells(planned_cells, cleared):
                self._do(FillMarks(planned_cells, cleared))
            case MoveRows() | MoveVisits():
                self._do(self._moving(gesture))
            case Typed() as typed:
                command = self._command_of(typed)
                if command is not None:
                    self._do(command)
            case PasteBlock(activities, visits, block):
                self._do(PasteMarks(activities, visits, block))

    def _do(self, command: Command) -> bool:
        """Do it; whether anything changed. The editor says itself why something is refused."""
        study = self._window.study
        made = study.editor.do(command) if study is not None else None
        if made is None:
            return False
        announce(self._view, made.title)
        self._view.told.emit(made.title)
        return True
