"""Parts that a window makes only when somebody first asks for one, so that a study is on the screen before them.

Until then their panes stand empty in their places, and their actions wait. Once a study was painted, or Home has been
left alone for a while, a worker imports what they and the first edit need: neither is waited for then.
"""

from __future__ import annotations

import linecache
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from study.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_BELOW = Qt.DockWidgetArea.BottomDockWidgetArea
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_PAINTED_MS = 50  # after the first picture of a study: what is painted a moment later comes first
_IDLE_MS = 5000  # on Home
_WIDE = ("study.commands", "ui.edit_dialogs", "ui.graph", "ui.rules", "ui.simulator")
"""Packages of which the first edit, dialog or simulation needs any."""
_OTHERS = (
    "study.mending",
    "study.undo_one",
    "study.axis_commands",
    "study.attribute_choices",
    "study.consequences",
    "study.effects",
    "ui.matrix.carrying_out",
    "ui.search.panel",
)


@dataclass(frozen=True, slots=True)
class LatePane:
    """A pane as `MainWindow.add_pane` takes it."""

    name: str
    title: str
    action: str
    area: Qt.DockWidgetArea = _BELOW


@dataclass(frozen=True, slots=True)
class Late:
    """What of a part is there before it: its panes, and the actions that make it. `soon`: it is made by itself."""

    panes: tuple[LatePane, ...]
    actions: tuple[str, ...] = ()
    soon: bool = False


LATE = {
    "History": Late((LatePane("history", QT_TRANSLATE_NOOP("panes", "History"), "show_history"),)),
    "Cells": Late((LatePane("cells", QT_TRANSLATE_NOOP("panes", "Arms and elements"), "show_cells"),)),
    "BurdenPart": Late((LatePane("burden", QT_TRANSLATE_NOOP("panes", "Burden"), "show_burden"),)),
    "RulesPart": Late(
        (LatePane("rules", QT_TRANSLATE_NOOP("panes", "Conditions"), "show_rules"),),
        ("edit_rule", "next_rule"),
        soon=True,  # it finds what is wrong with rules, which Problems lists
    ),
    "Text": Late(
        (LatePane("text", QT_TRANSLATE_NOOP("panes", "Protocol text"), "show_text", _RIGHT),),
        ("search_text", "text_beside", "next_mention"),
        soon=True,  # the inspector says where the text names what is selected
    ),
    "Compare": Late(
        (LatePane("compare", QT_TRANSLATE_NOOP("panes", "Differences"), "show_compare"),),
        ("show_other_table", "compare_with", "end_compare", "next_difference", "previous_difference"),
    ),
    "SimulatorPart": Late(
        (
            LatePane("simulator", QT_TRANSLATE_NOOP("panes", "Simulation"), "show_simulator"),
            LatePane(
                "simulated_participant",
                QT_TRANSLATE_NOOP("panes", "Participant"),
                "show_simulated",
                _RIGHT,
            ),
        ),
        (
            "simulate_start",
            "simulate_step",
            "simulate_run",
            "simulate_run_to",
            "simulate_back",
            "simulate_visit",
            "simulate_participant",
            "simulate_group",
            "simulate_leave",
        ),
    ),
}


class Parts(dict[str, object]):
    """The parts of a window by name. One that waits is made by asking for it: whoever holds it has the part itself."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: dict[str, Callable[[], object]] = {}

    def wait(self, name: str, make: Callable[[], object]) -> None:
        """Has a part made when it is first asked for."""
        self._waiting[name] = make

    def waits(self, name: str) -> bool:
        """Whether a part is still to be made."""
        return name in self._waiting

    def __missing__(self, name: str) -> object:
        made = self._waiting.pop(name)()
        self[name] = made
        return made

    def find(self, name: str) -> object | None:
        """A part that is or waits to be made; None for what there is none of."""
        return self[name] if name in self or name in self._waiting else None


class LateParts(QObject):
    """Keeps the places of late parts in a window, and sees to it that they are there when they are wanted."""

    def __init__(self, window: MainWindow, parts: Parts) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._of_pane: dict[str, str] = {}
        self._is_begun = self._is_painted = False
        self._ended = Event()
        window.study_shown.connect(self._await_picture)
        window.closed.connect(self._ended.set)

    def wait(self, name: str, make: Callable[[], object]) -> None:
        """Keeps the places of a part that `make` makes later."""
        self._parts.wait(name, make)
        late = LATE[name]
        for pane in late.panes:
            self._of_pane[pane.name] = name
            dock = self._window.add_pane(pane.name, pane.title, QWidget(), pane.area, pane.action)
            dock.visibilityChanged.connect(partial(self._seen, pane.name))
        for action in late.actions:
            self._window.on(action, partial(self._act, name, action))

    def _seen(self, pane: str, is_visible: bool) -> None:
        if is_visible:
            self.need(pane)

    def need(self, pane: str) -> None:
        """Makes the part of a pane, where it waits: before the pane is shown, so that it gets its room."""
        name = self._of_pane.get(pane, "")
        if self._parts.waits(name):
            self._parts[name]

    def _act(self, name: str, action: str) -> None:
        if self._parts.waits(name):
            self._parts[name]
            # What the part has bound to the action meanwhile did not hear of this time.
            self._window.actions_by_id[action].trigger()

    # Once there is time

    def idle(self) -> None:
        """The window shows Home, and perhaps nothing more for a while."""
        QTimer.singleShot(_IDLE_MS, self, self._begin)

    def _await_picture(self) -> None:
        if not self._is_begun:
            for view in (self._window.canvas, self._window.matrix, self._window.axis):
                view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees the first picture of a study; then it watches no longer."""
        if event.type() is QEvent.Type.Paint and self._window.is_study_shown:
            for view in (self._window.canvas, self._window.matrix, self._window.axis):
                view.removeEventFilter(self)
            self._is_painted = True
            QTimer.singleShot(_PAINTED_MS, self, self._begin)
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        if self._is_begun or self._ended.is_set():
            return
        if self._window.is_study_shown and not self._is_painted:
            return  # the picture that is on its way comes first, and begins this
        self._is_begun = True
        from concurrent.futures import ThreadPoolExecutor

        # A thread of its own: in the program's workers, what a person asks for meanwhile would stand behind it.
        worker = ThreadPoolExecutor(1, thread_name_prefix="maestro-later")
        done = worker.submit(_import_later, self._ended)
        worker.shutdown(wait=False)
        self._window.program.when_done(done, lambda _done: self._make_soon())

    def _make_soon(self) -> None:
        """What is to be there although nobody asked: one in a turn of the window's."""
        name = next((name for name, late in LATE.items() if late.soon and self._parts.waits(name)), "")
        if name and not self._ended.is_set():
            self._parts[name]
            QTimer.singleShot(0, self, self._make_soon)


def _import_later(ended: Event) -> None:
    """For a worker thread: what the first edit, dialog and simulation need. Stops between two modules at the end."""
    from ui.parts import PARTS

    for name in (*(module for module, part in PARTS if part in LATE), *_OTHERS, *_inside()):
        if ended.is_set():
            return
        import_module(name)
    linecache.clearcache()  # as after the start


def _inside() -> list[str]:
    from pkgutil import iter_modules

    return [f"{name}.{each.name}" for name in _WIDE for each in iter_modules(import_module(name).__path__)]
