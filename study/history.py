"""What was done to a study since it was opened, and what can be undone and redone. History is never cut.

Undoing appends a change set that says what it undoes; the list of steps that a person sees is made from that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from study.apply import Changed
from study.change_set import ChangeSet, Recorded


@dataclass(frozen=True, slots=True)
class Step:
    """One edit that a person can go back to: the change set as made, how to take it back, what it changed.

    `made_at`: when it was first done, which stays when it is done again; it says where the step stands among those
    of other kinds. `again_of`: the id of the change set that it does again, or "".
    """

    change_set: ChangeSet
    inverse: tuple[Recorded, ...]
    changed: Changed
    made_at: str = ""
    again_of: str = ""


class History:
    """The steps of one open study, and the place among them where the document stands."""

    def __init__(self) -> None:
        self._log: list[ChangeSet] = []
        self._steps: list[Step] = []
        self._at = 0

    @property
    def log(self) -> Sequence[ChangeSet]:
        """Every change set in the order it was made, undoing and redoing ones included."""
        return self._log

    @property
    def steps(self) -> Sequence[Step]:
        """The steps that a person sees: those done, and behind them those undone that can be redone."""
        return self._steps

    @property
    def position(self) -> int:
        """How many of the steps are done."""
        return self._at

    @property
    def to_undo(self) -> Step | None:
        """The step that undo takes back."""
        return self._steps[self._at - 1] if self._at else None

    @property
    def to_redo(self) -> Step | None:
        """The step that redo does again."""
        return self._steps[self._at] if self._at < len(self._steps) else None

    def did(self, step: Step) -> None:
        """A new edit was made: what was undone can no longer be redone."""
        del self._steps[self._at :]
        self._steps.append(step)
        self._at += 1
        self._log.append(step.change_set)

    def forget_undone(self) -> None:
        """Something else was done, of another kind: what was undone can no longer be redone."""
        del self._steps[self._at :]

    def restored(self, log: Sequence[ChangeSet], steps: Sequence[Step], position: int) -> None:
        """Takes over the history of an earlier session; nothing was done in this one yet."""
        self._log, self._steps, self._at = list(log), list(steps), position

    def undid(self, change_set: ChangeSet) -> None:
        """`to_undo` was taken back by `change_set`."""
        self._at -= 1
        self._log.append(change_set)

    def redid(self, step: Step) -> None:
        """`to_redo` was done again, as `step` says."""
        self._steps[self._at] = step
        self._at += 1
        self._log.append(step.change_set)
