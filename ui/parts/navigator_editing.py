"""Editing in the navigator: names typed in place, rows added, moved and deleted, each as one step of the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from study.change_set import ChangeSet
from study.changes import Insert
from study.commands.command import Command
from study.language import translate
from study.model import Condition, StudyCell
from ui.accessible import announce
from ui.navigator.entries import Entry, Head
from ui.navigator.menu import Offer, menu_of
from ui.navigator.order import MOVABLE, dropped, step
from ui.parts.navigator_menu import NavigatorMenu

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from study.model import StudyDesign
    from ui.edit_dialogs.asking import EditDialog
    from ui.main_window import MainWindow

Adds = Callable[[str], Command]
"""The command that adds something called so."""


class NavigatorEditing:
    """Makes commands of what a person does in the navigator; the study's editor does them or says why not."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.pane = window.navigator
        self.menu = NavigatorMenu(window, self)
        self.pane.allow_editing()
        self.pane.rows.may_drop = lambda rows, above: self._move_command(rows, above) is not None
        self.pane.menu_asked.connect(self._show_menu)
        self.pane.addition_asked.connect(self._add_to)
        self.pane.renaming_asked.connect(self.rename)
        self.pane.deletion_asked.connect(self.delete)
        self.pane.step_asked.connect(self.step)
        self.pane.dropped.connect(self._drop)

    # The study

    @property
    def study(self) -> OpenStudy | None:
        """The study that is open."""
        return self._window.study

    @property
    def design(self) -> StudyDesign | None:
        """The design whose lists are shown."""
        study = self.study
        return study.projection.design if study is not None and study.projection is not None else None

    @property
    def main_timeline(self) -> str:
        """The id of the timeline whose visits a dialog tells of."""
        design = self.design
        main = design.main_timeline if design is not None else None
        return (main.id or "") if main is not None else ""

    def visits(self) -> tuple[str, ...]:
        """The visits that are selected in the graph or the table; none where something else is."""
        study = self.study
        if study is None:
            return ()
        window, one = self._window, study.selection
        several = [window.canvas.editing.chosen, window.matrix.view.chosen_visits()]
        chosen = next((each for each in several if len(each) > 1 and (one in each or not one)), (one,))
        return tuple(
            each for each in chosen if each and study.timeline_of(each) and _is_instance(study, each)
        )

    def why_not(self, command: Command) -> str:
        """Why a command cannot be done now."""
        return self.study.editor.why_not(command) if self.study is not None else ""

    def do(self, command: Command) -> ChangeSet | None:
        """Do a command as one step, and say what was done; what is refused is told by the window."""
        study = self.study
        made = study.editor.do(command) if study is not None else None
        if made is not None:
            self.pane.refresh()
            self._window.status.set_selection(made.title)
            announce(self.pane.rows, made.title)
        return made

    # Adding

    def _add_to(self, head: Head) -> None:
        """What the button of a list does: type a name at once, or choose what is added first."""
        if self.study is None:
            return
        current = self.pane.rows.current_item()
        after = current if isinstance(current, Entry) and self.pane.head_of(current) == head else None
        offers = self.menu.additions(head, after)
        ready = [each for each in offers if not each.why_not]
        if len(offers) == 1 and ready and not offers[0].inside:
            offers[0].act()
            return
        if len(offers) == 1 and offers[0].inside:
            offers = list(offers[0].inside)
        row = next((n for n, each in enumerate(self.pane.entries()) if each.key == head.key), 0)
        rows = self.pane.rows
        self._popup([offers], rows.viewport().mapToGlobal(rows.add_area(row).bottomLeft()))

    def add(
        self, kind: str, head: Head, after: Entry | None, adds: Adds, attribute: str, level: int = -1
    ) -> None:
        """Have the name of something new typed behind a row, or as the last of its list; then add and select it."""
        if after is not None:
            level = after.level if level < 0 else level
        new = Entry(kind, "", "", level=max(0, level), key="")
        self.pane.type_name(
            translate("navigator", "Name"),
            lambda text: self.why_not(adds(text)),
            lambda text: self._added(self.do(adds(text)), attribute),
            at=after if after is not None else head,
            new=new,
        )

    def _added(self, made: ChangeSet | None, attribute: str) -> None:
        new = inserted(made, attribute) if made is not None else ""
        if not new:
            return
        if attribute == "scheduleTimelines":
            self._window.show_timeline(new)
        else:
            self._window.select(new)
        self.pane.go_to(new)

    def simple_adds(self, head: Head, after: Entry | None) -> tuple[str, Adds, str] | None:
        """Kind, command and list of what needs nothing but a name; None for other lists."""
        from study.commands.activities import AddActivity
        from study.commands.add_encounter import AddEncounter
        from study.commands.cells import AddElement

        design = self.design
        own = design.id if design is not None else None
        behind = after.address if after is not None and after.address else None
        if head.key == "elements":
            return "element", lambda text: AddElement(text, behind, own), "elements"
        if head.key == "activities":
            return "activity", lambda text: AddActivity(text, behind, None, own), "activities"
        if head.key == "encounters":
            return "encounter", lambda text: AddEncounter(text, behind, own), "encounters"
        return None

    # Renaming

    def rename(self, entry: Entry) -> None:
        """Type another name over a row; a footnote's text in a dialog, a cell's elements in a menu."""
        from study.commands.rename import RenameEntity

        study = self.study
        if study is None:
            return
        if entry.kind == "footnote":
            self.edit_footnote(entry.address)
        elif entry.kind == "cell":
            row = self.pane.rows.currentIndex()
            at = self.pane.rows.visualRect(row).bottomLeft() + QPoint(24, 0)
            inside = self.menu.elements_of(entry.address)
            self._popup([inside], self.pane.rows.viewport().mapToGlobal(at))
        else:
            self.pane.type_name(
                translate("navigator", "Name of {old}").format(old=entry.title),
                lambda text: self.why_not(RenameEntity(entry.address, text)),
                lambda text: self.do(RenameEntity(entry.address, text)),
                at=entry,
            )

    def edit_footnote(self, address: str) -> None:
        """Show the text of a footnote, and change it."""
        from study.commands.footnotes import SetFootnoteText
        from ui.edit_dialogs.footnotes import FootnoteDialog

        study = self.study
        item = study.document.index.object_at(address) if study is not None else None
        if study is None or item is None:
            return
        self.ask(
            FootnoteDialog(
                study,
                self.main_timeline,
                translate("navigator", "Text of the footnote"),
                partial(SetFootnoteText, address),
                html=Condition(item).text,
                theme=self._window.theme,
                parent=self._window,
            )
        )

    def ask(self, dialog: EditDialog) -> bool:
        """Show a dialog and do what was agreed to; whether it was done."""
        from ui.edit_dialogs.asking import carried_out

        done = carried_out(dialog)
        dialog.deleteLater()
        self.pane.refresh()
        return done

    # Deleting

    def deletion(self, entries: Sequence[Entry]) -> Command:
        """The command that deletes rows of one kind."""
        from study.commands.activities import DeleteActivities
        from study.commands.naming import listed
        from study.commands.several import Several

        assert self.study is not None
        document = self.study.document
        addresses = tuple(each.address for each in entries)
        if entries[0].kind == "activity":
            return DeleteActivities(addresses)
        commands = tuple(self._deletes(each) for each in entries)
        if len(commands) == 1:
            return commands[0]
        names = listed(document, addresses)
        return Several(commands, translate("navigator", "Delete {names}").format(names=names))

    def _deletes(self, entry: Entry) -> Command:
        from study.commands.arms import DeleteArm
        from study.commands.cells import AssignElements, DeleteElement
        from study.commands.encounters import DeleteEncounter
        from study.commands.epochs import DeleteEpoch
        from study.commands.footnotes import DeleteFootnote
        from study.commands.timelines import DeleteTimeline

        if entry.kind == "cell" and self.study is not None:
            item = self.study.document.index.object_at(entry.address)
            cell = StudyCell(item if item is not None else {})
            return AssignElements(cell.arm or "", cell.epoch or "", ())
        made: dict[str, Callable[[str], Command]] = {
            "timeline": DeleteTimeline,
            "epoch": DeleteEpoch,
            "arm": DeleteArm,
            "element": DeleteElement,
            "encounter": DeleteEncounter,
            "footnote": DeleteFootnote,
        }
        return made[entry.kind](entry.address)

    def delete(self, entries: Sequence[Entry]) -> None:
        """Delete rows; where it reaches further than the rows themselves it is said before."""
        from study.commands.epochs import instances_in
        from study.commands.naming import listed
        from study.reach import deletion_reach
        from ui.edit_dialogs.deleting_structure import (
            DeleteActivitiesDialog,
            DeleteEpochDialog,
            DeleteStructureDialog,
        )

        study = self.study
        if study is None or not entries:
            return
        command = self.deletion(entries)
        addresses = tuple(each.address for each in entries)
        reach = deletion_reach(study.document, addresses)
        if not reach or study.editor.why_not(command):
            self.do(command)
            return
        heading = translate("navigator", "Delete {names}").format(names=listed(study.document, addresses))
        timeline, window = self.main_timeline, self._window
        visits = instances_in(study.document, addresses[0]) if entries[0].kind == "epoch" else []
        if visits and len(entries) == 1:
            others = self._other_epochs(addresses[0])
            self.ask(DeleteEpochDialog(study, timeline, addresses[0], others, reach, window))
        elif entries[0].kind == "activity":
            self.ask(DeleteActivitiesDialog(study, timeline, heading, reach, addresses, window))
        else:
            self.ask(DeleteStructureDialog(study, timeline, heading, reach, command, window))

    def _other_epochs(self, epoch: str) -> list[str]:
        """The epochs that visits may move to: the one before it first, then the one behind it."""
        design = self.design
        order = [each.id for each in design.epochs if each.id] if design is not None else []
        at = order.index(epoch) if epoch in order else 0
        return [*reversed(order[:at][-1:]), *order[at + 1 :], *order[: max(0, at - 1)]]

    # Order

    def step(self, entry: Entry, down: bool) -> None:
        """Move a row up or down by one."""
        command = self.step_command(entry, down)
        if command is not None:
            self.do(command)

    def step_command(self, entry: Entry, down: bool) -> Command | None:
        """What moves a row by one; None where it is the first or last, or stands as the schedule has it."""
        from study.commands.activity_rows import ReorderActivities

        section = self.pane.section_of(entry)
        if entry.kind not in MOVABLE or section is None:
            return None
        placed = step(section.entries, entry.address, down)
        if placed is None:
            return None
        if entry.kind == "activity":
            return ReorderActivities((entry.address,), placed.after, placed.group)
        return _moves(entry.kind, entry.address, placed.after)

    def _move_command(self, entries: Sequence[Entry], above: Entry | None) -> Command | None:
        from study.commands.activity_rows import ReorderActivities
        from study.commands.naming import listed
        from study.commands.several import Several

        section = self.pane.section_of(entries[0]) if entries else None
        if section is None or entries[0].kind not in MOVABLE or self.study is None:
            return None
        moved = tuple(each.address for each in entries)
        placed = dropped(section.entries, moved, above)
        if placed is None or placed.after in moved[-1:]:
            return None
        if entries[0].kind == "activity":
            command: Command = ReorderActivities(moved, placed.after, placed.group)
        else:
            commands = tuple(
                _moves(entries[0].kind, each, moved[n - 1] if n else placed.after)
                for n, each in enumerate(moved)
            )
            title = translate("navigator", "Move {names}").format(names=listed(self.study.document, moved))
            command = commands[0] if len(commands) == 1 else Several(commands, title)
        return None if self.study.editor.why_not(command) else command

    def _drop(self, entries: Sequence[Entry], above: Entry | None) -> None:
        command = self._move_command(entries, above)
        if command is not None:
            self.do(command)

    # The menu

    def _show_menu(self, item: Head | Entry, at: QPoint) -> None:
        if self.study is not None:
            self._popup(self.menu.groups(item, self.pane.rows.chosen_entries()), at)

    def _popup(self, groups: Sequence[Sequence[Offer]], at: QPoint) -> None:
        menu = menu_of(groups, self._window.theme, self.pane)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def inserted(made: ChangeSet, attribute: str) -> str:
    """The id of what a step inserted first into lists of this name; "" where it inserted nothing."""
    return next(
        (
            str(change.entity["id"])
            for change in made.changes
            if isinstance(change, Insert) and change.attribute == attribute
        ),
        "",
    )


def _moves(kind: str, address: str, after: str | None) -> Command:
    from study.commands.epochs import MoveEpoch
    from study.commands.list_order import MoveInList

    return MoveEpoch(address, after) if kind == "epoch" else MoveInList(address, after)


def _is_instance(study: OpenStudy, address: str) -> bool:
    item = study.document.index.object_at(address)
    holder = study.document.index.owner_of(item) if item is not None else None
    return holder is not None and holder[1] == "instances"
