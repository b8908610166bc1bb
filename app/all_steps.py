"""All steps of an open study as one history: edits of the protocol and placings in the graph, in the order made.

Each kind keeps its own steps; the one history is read from both by when each step was first made, so that undo takes
back whatever was done last, wherever it was done.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from study import layout_store
from study.history import Step

if TYPE_CHECKING:
    from app.editing import Editor

AnyStep = Step | layout_store.Step


class Placings(Protocol):
    """The steps of the graph's layout, and how they are taken back and done again where they are seen."""

    @property
    def done(self) -> Sequence[layout_store.Step]:
        """Those that can be undone, the oldest first."""

    @property
    def undone(self) -> Sequence[layout_store.Step]:
        """Those that can be done again, the next first."""

    def undo(self) -> None:
        """Take the last one back."""

    def redo(self) -> None:
        """Do the next one again."""

    def forget_undone(self) -> None:
        """What was undone can no longer be done again."""


@dataclass(frozen=True, slots=True)
class ListedStep:
    """A step as a person sees it: its name, who made it and when first (an instant in UTC, "" where unknown).

    `is_taken_back`: it was done, and a later step took it back alone.
    """

    title: str
    author: str
    made_at: str
    is_done: bool
    step: AnyStep
    is_taken_back: bool = False

    @property
    def edit(self) -> Step | None:
        """The step of the protocol that it is, if it is one."""
        return self.step if isinstance(self.step, Step) else None


class AllSteps(QObject):
    """The one history of all views. `changed()` whenever a step is made, taken back or done again."""

    changed = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._placings: Placings | None = None
        self._last_stamp = ""

    def follow_placings(self, placings: Placings) -> None:
        """From now on the graph's steps are among them."""
        self._placings = placings
        self.changed.emit()

    # What there is

    @property
    def done(self) -> list[AnyStep]:
        """What can be undone, the oldest first."""
        history = self._editor.history
        edits = history.steps[: history.position]
        return merged(edits, self._placings.done if self._placings else ())

    @property
    def undone(self) -> list[AnyStep]:
        """What can be done again, the next first."""
        history = self._editor.history
        edits = history.steps[history.position :]
        return merged(edits, self._placings.undone if self._placings else ())

    @property
    def to_undo(self) -> AnyStep | None:
        """What undo takes back."""
        edit = self._editor.history.to_undo
        placing = next(reversed(self._placings.done), None) if self._placings else None
        if edit is None or placing is None:
            return edit or placing
        return placing if edit.made_at <= placing.made_at else edit

    @property
    def to_redo(self) -> AnyStep | None:
        """What redo does again."""
        edit = self._editor.history.to_redo
        placing = next(iter(self._placings.undone), None) if self._placings else None
        if edit is None or placing is None:
            return edit or placing
        return edit if edit.made_at <= placing.made_at else placing

    @property
    def position(self) -> int:
        """How many of the steps are done."""
        return self._editor.history.position + (len(self._placings.done) if self._placings else 0)

    def listed(self) -> list[ListedStep]:
        """All steps with their names, those done first."""
        done = self.done
        alone = {each.change_set.undoes for each in done if isinstance(each, Step)}
        return [
            *(_listed(step, is_done=True, alone=alone) for step in done),
            *(_listed(step, is_done=False) for step in self.undone),
        ]

    # What is done

    def undo(self) -> bool:
        """Takes the last step back; whether there was one and it could be."""
        step = self.to_undo
        if isinstance(step, Step):
            return self._editor.undo()
        if step is None or self._placings is None:
            return False
        self._placings.undo()
        self.changed.emit()
        return self.to_undo is not step

    def redo(self) -> bool:
        """Does again what was taken back last; whether there was something and it could be done."""
        step = self.to_redo
        if isinstance(step, Step):
            return self._editor.redo()
        if step is None or self._placings is None:
            return False
        self._placings.redo()
        self.changed.emit()
        return self.to_redo is not step

    def jump_to(self, position: int) -> None:
        """Undoes or redoes until so many of the steps are done, or one cannot be."""
        with self._editor.together():
            while self.position > position and self.undo():
                pass
            while self.position < position and self.redo():
                pass

    # For those who make steps

    def stamp(self, now: str) -> str:
        """When a step counts as made: now, but later than the one before, whatever the clock says."""
        last = self._last_stamp or max((step.made_at for step in self.done), default="")
        if now <= last:
            try:
                now = (datetime.fromisoformat(last) + timedelta(microseconds=1)).strftime(_INSTANT)
            except ValueError:
                now = last
        self._last_stamp = now
        return now

    def edited(self) -> None:
        """A step of the protocol was made: no placing that was undone can be done again."""
        if self._placings is not None:
            self._placings.forget_undone()

    def placed(self) -> None:
        """A step of the layout was made: no edit that was undone can be done again."""
        self._editor.history.forget_undone()
        self.changed.emit()


_INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"


def merged(edits: Sequence[Step], placings: Sequence[layout_store.Step]) -> list[AnyStep]:
    """Both kinds by when they were made; each kind stays in its own order, whatever the clock said."""
    line: list[AnyStep] = []
    i = j = 0
    while i < len(edits) and j < len(placings):
        if edits[i].made_at <= placings[j].made_at:
            line.append(edits[i])
            i += 1
        else:
            line.append(placings[j])
            j += 1
    return [*line, *edits[i:], *placings[j:]]


def _listed(step: AnyStep, *, is_done: bool, alone: Collection[str | None] = ()) -> ListedStep:
    if isinstance(step, Step):
        made = step.change_set
        return ListedStep(made.title, made.author, step.made_at, is_done, step, made.id in alone)
    made_at = "" if step.made_at == layout_store.BEFORE_ALL else step.made_at
    return ListedStep(layout_store.step_text(step), "", made_at, is_done, step)
