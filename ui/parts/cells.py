"""Arms, epochs and elements as a grid in the window: what is chosen in it becomes one step of the history."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from study.arm_grid import ArmGrid, CellPlace, arm_grid
from study.change_set import ChangeSet
from study.commands.command import Command
from study.language import QT_TRANSLATE_NOOP, translate
from ui.accessible import announce
from ui.cells.pane import CellsPane
from ui.navigator.entries import Entry
from ui.navigator.menu import Offer, menu_of
from ui.parts.navigator_editing import NavigatorEditing, inserted

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from study.model import StudyDesign
    from ui.main_window import MainWindow

_LONGEST = 40


class Cells:
    """Keeps the grid in step with the design; it is made anew only while somebody sees it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._is_stale = True
        editing = window.parts["NavigatorEditing"]
        assert isinstance(editing, NavigatorEditing)  # it stands before this one
        self._editing = editing
        self.pane = CellsPane(theme=window.theme)
        self._dock = window.add_pane(
            "cells",
            QT_TRANSLATE_NOOP("panes", "Arms and elements"),
            self.pane,
            Qt.DockWidgetArea.BottomDockWidgetArea,
            "show_cells",
        )
        self._dock.visibilityChanged.connect(self._seen)
        self.pane.menu_asked.connect(self._show_menu)
        self.pane.emptied.connect(self._empty)
        self.pane.arm_wanted.connect(self._add_arm)
        self.pane.element_wanted.connect(lambda: self._add_element(()))
        self.pane.arm_moved.connect(self._move_arm)
        self.pane.epoch_moved.connect(self._move_epoch)
        window.study_changed.connect(self._set_study)
        window.theme_changed.connect(self.pane.set_theme)
        if window.study is not None:
            self._set_study(window.study)

    @property
    def _study(self) -> OpenStudy | None:
        return self._window.study

    @property
    def _design(self) -> StudyDesign | None:
        return self._editing.design

    def _set_study(self, study: OpenStudy | None) -> None:
        if study is not None:
            study.content_changed.connect(lambda _changed: self._show())
            study.timeline_changed.connect(self._show)
        self._show()

    def _seen(self, is_visible: bool) -> None:
        if is_visible and self._is_stale:
            self._show()

    def _show(self) -> None:
        self._is_stale = not self._dock.isVisible()
        if self._is_stale:
            return
        design = self._design
        grid: ArmGrid | None = None
        if self._study is not None:
            grid = arm_grid(design) if design is not None else ArmGrid()
        if grid is None or grid != self.pane.grid or not grid.arms:
            self.pane.set_grid(grid)

    # What is done

    def _do(self, command: Command) -> ChangeSet | None:
        made = self._study.editor.do(command) if self._study is not None else None
        if made is not None:
            self._window.status.set_selection(made.title)
            announce(self.pane.table, made.title)
        return made

    def _move_arm(self, arm: str, after: str) -> None:
        from study.commands.list_order import MoveInList

        self._move(MoveInList(arm, after or None), arm)

    def _move_epoch(self, epoch: str, after: str) -> None:
        from study.commands.epochs import MoveEpoch

        self._move(MoveEpoch(epoch, after or None), epoch)

    def _move(self, command: Command, moved: str) -> None:
        """Put an arm or epoch elsewhere; the cursor stays in it."""
        from study.commands.epochs import MoveEpoch
        from study.commands.list_order import MoveInList

        here = self.pane.current()
        if self._do(command) is not None and here is not None:
            self._show()
            self.pane.go_to(moved if isinstance(command, MoveInList) else here[0], here[1])
            if isinstance(command, MoveEpoch):
                self.pane.go_to(here[0], moved)

    def _empty(self, places: Sequence[CellPlace]) -> None:
        from study.commands.cells import AssignElements
        from study.commands.several import Several

        held = [place for place in places if self.pane.grid.at(*place).elements]
        commands = tuple(AssignElements(arm, epoch, ()) for arm, epoch in held)
        if len(commands) == 1:
            self._do(commands[0])
        elif commands:
            self._do(Several(commands, translate("cells", "Empty %n cell(s)", "", len(commands))))

    def _toggled(self, places: Sequence[CellPlace], element: str, *, add: bool) -> Command:
        """Gives an element to all of the cells, or takes it from all; what else they hold they keep."""
        from study.commands.cells import AssignElements
        from study.commands.several import Several

        commands = []
        for arm, epoch in places:
            held = self.pane.grid.at(arm, epoch).elements
            if (element in held) != add:
                then = (*held, element) if add else tuple(each for each in held if each != element)
                commands.append(AssignElements(arm, epoch, then))
        if len(commands) == 1:
            return commands[0]
        name = self._name(element)
        words = (
            translate("cells", "Give %n cell(s) the element {element}", "", len(commands))
            if add
            else translate("cells", "Take {element} out of %n cell(s)", "", len(commands))
        )
        return Several(tuple(commands), words.format(element=name))

    def _name(self, address: str) -> str:
        entity = self._study.entity(address) if self._study is not None else None
        line = " ".join(entity.title.split()) if entity is not None else address
        return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"

    def _add_arm(self, like: str | None = None) -> None:
        from study.commands.arms import AddArm

        design = self._design
        own = design.id if design is not None else None

        def adds(text: str) -> Command:
            return AddArm(text, after=like, like=like, design=own)

        def add(text: str) -> None:
            made = self._do(adds(text))
            if made is not None:
                self._show()
                here = self.pane.current()
                self.pane.go_to(inserted(made, "arms"), here[1] if here is not None else "")

        self.pane.type_name(
            translate("cells", "Name of the new arm"), lambda text: self._why(adds(text)), add
        )

    def _add_element(self, places: Sequence[CellPlace]) -> None:
        """A new element; the cells of `places` get it."""
        from study.commands.cells import AddElement
        from study.commands.new_element import GiveNewElement

        design = self._design
        own = design.id if design is not None else None

        def adds(text: str) -> Command:
            if not places:
                return AddElement(text, None, own)
            return GiveNewElement(text, tuple(places), own)

        self.pane.type_name(
            translate("cells", "Name of the new element"),
            lambda text: self._why(adds(text)),
            lambda text: self._do(adds(text)),
        )

    def _rename(self, address: str) -> None:
        from study.commands.rename import RenameEntity

        self.pane.type_name(
            translate("cells", "Name of {old}").format(old=self._name(address)),
            lambda text: self._why(RenameEntity(address, text)),
            lambda text: self._do(RenameEntity(address, text)),
            self._name(address),
        )

    def _why(self, command: Command) -> str:
        return self._study.editor.why_not(command) if self._study is not None else ""

    # The menu

    def _show_menu(self, places: Sequence[CellPlace], at: QPoint) -> None:
        if self._study is None or not places:
            return
        menu = menu_of(self.groups(places), self._window.theme, self.pane)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def groups(self, places: Sequence[CellPlace]) -> list[list[Offer]]:
        """What can be done with cells: their elements, splitting and merging, their arm and epoch."""
        from study.commands.cells import MergeCells, SplitCell

        design = self._design
        cells = [self.pane.grid.at(*place) for place in places]
        offers = []
        for element in design.elements if design is not None else ():
            if element.id:
                is_on = all(element.id in cell.elements for cell in cells)
                command = self._toggled(places, element.id, add=not is_on)
                offers.append(
                    Offer(self._name(element.id), partial(self._do, command), self._why(command), is_on=is_on)
                )
        new = Offer(translate("cells", "A new element"), partial(self._add_element, places), picture="plus")
        held = [cell.cells[0] for cell in cells if cell.cells]
        few = translate("cells", "Choose two cells or more, with Ctrl or Shift.")
        merge = MergeCells(tuple(held))
        split = SplitCell(held[0]) if held and cells[0].cells else None
        nothing = translate("cells", "Nothing is in it.")
        shape = [
            Offer(
                translate("cells", "Give it elements of its own"),
                partial(self._do, split) if split is not None else lambda: None,
                self._why(split) if split is not None else nothing,
            ),
            Offer(
                translate("cells", "Give the others what is in the first"),
                partial(self._merge, places),
                few if len(places) < 2 else self._why(merge) if len(held) == len(places) else "",
            ),
            Offer(
                translate("cells", "Empty"),
                partial(self._empty, places),
                "" if any(cell.elements for cell in cells) else nothing,
                keys="Del",
            ),
        ]
        arm, epoch = places[0]
        return [offers, [new], shape, [self._whole("arm", arm), self._whole("epoch", epoch)]]

    def _merge(self, places: Sequence[CellPlace]) -> None:
        from study.commands.cells import AssignElements, MergeCells
        from study.commands.several import Several

        first = self.pane.grid.at(*places[0])
        cells = [self.pane.grid.at(*place) for place in places]
        if all(cell.cells for cell in cells):
            self._do(MergeCells(tuple(each for cell in cells for each in cell.cells)))
            return
        commands = tuple(AssignElements(arm, epoch, first.elements) for arm, epoch in places[1:])
        title = translate("cells", "Give %n cell(s) what is in the first", "", len(commands))
        self._do(Several(commands, title))

    def _whole(self, kind: str, address: str) -> Offer:
        """What can be done with the arm or epoch that a cell is of."""
        entry = Entry(kind, address, self._name(address))
        words = (
            translate("cells", "Arm {name}") if kind == "arm" else translate("cells", "Epoch {name}")
        ).format(name=entry.title)
        inside = [
            Offer(translate("cells", "Rename"), partial(self._rename, address)),
            Offer(translate("cells", "Show its details"), partial(self._window.select, address)),
        ]
        if kind == "arm":
            inside.append(
                Offer(translate("cells", "Add an arm like this one"), partial(self._add_arm, address))
            )
        inside += self._steps(kind, address)
        why = self._why(self._editing.deletion([entry]))
        inside.append(
            Offer(
                translate("cells", "Delete"), partial(self._editing.delete, [entry]), why, picture="trash-2"
            )
        )
        return Offer(words, inside=tuple(inside))

    def _steps(self, kind: str, address: str) -> list[Offer]:
        """Moving an arm up or down, an epoch before or behind the next."""
        from study.commands.epochs import MoveEpoch
        from study.commands.list_order import MoveInList

        listed = [each for each, _ in (self.pane.grid.arms if kind == "arm" else self.pane.grid.epochs)]
        at = listed.index(address)
        others = [each for each in listed if each != address]
        first = translate("cells", "It is the first already.")
        last = translate("cells", "It is the last already.")
        if kind == "arm":
            words = (translate("cells", "Move up"), translate("cells", "Move down"))
            keys = ("Alt+Up", "Alt+Down")
        else:
            words = (
                translate("cells", "Move before the one before"),
                translate("cells", "Move behind the next"),
            )
            keys = ("Alt+Left", "Alt+Right")
        offers = []
        for to, said, key, edge in ((at - 1, words[0], keys[0], first), (at + 1, words[1], keys[1], last)):
            if not 0 <= to < len(listed):
                offers.append(Offer(said, why_not=edge, keys=key))
                continue
            after = others[to - 1] if to else None
            command: Command = MoveInList(address, after) if kind == "arm" else MoveEpoch(address, after)
            offers.append(Offer(said, partial(self._move, command, address), self._why(command), keys=key))
        return offers
