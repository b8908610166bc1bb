"""Editing an open study: the one way in which the window changes a protocol, and takes a change back.

Views send commands and refresh from what a command says it changed; nothing else writes to the document. Lives in the
thread that owns the document.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.all_steps import AllSteps
from study.apply import Changed, ChangeRefusedError, apply
from study.change_set import LONGEST_TEXT, ChangeSet, Recorded, Target, inverse_recorded
from study.commands.command import CannotError, Command
from study.history import History, Step
from study.language import translate
from study.tree import Tree

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from study.commands.execute import Executed


def fresh_id(prefix: str) -> str:
    """A new id for an entity: the prefix and a random end that nobody else will find."""
    return f"{prefix}_{secrets.token_hex(6)}"


def now() -> str:
    """This moment as change sets write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Editor(QObject):
    """The edits of one open study: done, taken back and done again, each a `ChangeSet`.

    `made(ChangeSet, Step or None)` is the first to hear of each, undo (no step) and redo included: it is to be kept
    whatever becomes of the views. `edited(ChangeSet, Changed)` follows once they were refreshed;
    `followed(ChangeSet, Changed)` what was done elsewhere and came here; `history_changed()` whatever moves in the
    list of steps; `refused(str)` says why something was not done. `steps` is the one history of all views.
    """

    made = Signal(object, object)
    edited = Signal(object, object)
    followed = Signal(object, object)
    history_changed = Signal()
    refused = Signal(str)

    def __init__(self, study: OpenStudy, *, author: str = "", clock: Callable[[], str] = now) -> None:
        super().__init__(study)
        self._study = study
        self.author = author
        self.reason = ""
        """Why what is done from now on is done, where a command gives no reason of its own."""
        self._clock = clock
        self.history = History()
        self._together: list[tuple[ChangeSet, Changed]] | None = None
        self.steps = AllSteps(self)
        self.history_changed.connect(self.steps.changed)

    # What is asked before

    @property
    def locked(self) -> str:
        """Why nothing of this study can be edited, a sentence; "" where it can."""
        return ""

    def why_not(self, command: Command) -> str:
        """Why a command cannot be done now; "" where its rule allows it. Cheap enough to ask while hovering."""
        from study.commands.execute import why_not

        return self.locked or why_not(self._study.document, command)

    @contextmanager
    def previewed(self, command: Command) -> Generator[Executed]:
        """The document as a command would leave it, inside the `with`. Raises CannotError."""
        from study.commands.execute import previewed

        if self.locked:
            raise CannotError(self.locked)
        self._study.settle()
        with previewed(self._study.document, command, fresh_id, self._study.annexe) as executed:
            yield executed

    # What is done

    def do(self, command: Command, reason: str = "") -> ChangeSet | None:
        """Does a command as one step; None, and `refused`, where it cannot be done, and None where nothing changes."""
        from study.commands.execute import execute

        if self.locked:
            self.refused.emit(self.locked)
            return None
        try:
            executed = execute(self._study.document, command, fresh_id, self._study.annexe)
        except CannotError as cannot:
            self.refused.emit(cannot.reason)
            return None
        if not executed.recorded:
            return None
        made = self._made(
            executed.target, executed.command, executed.title, executed.recorded, reason or self.reason
        )
        made_at = self.steps.stamp(made.captured_at)
        self.history.did(Step(made, inverse_recorded(made, executed.inverse), executed.changed, made_at))
        self.steps.edited()
        self._tell(made, executed.changed, self.history.to_undo)
        return made

    def undo(self) -> bool:
        """Takes the last step back; whether there was one and it could be."""
        step = self.history.to_undo
        if step is None:
            return False
        title = translate("commands", "Undo: {title}").format(title=step.change_set.title)
        done = self._carried_out(step, step.inverse, title, undoes=step.change_set.id)
        if done is None:
            return False
        made, changed = done
        self.history.undid(made)
        self._tell(made, changed)
        return True

    def why_not_alone(self, step: Step) -> str:
        """Why a step cannot be taken back alone, what came after it staying; "" where it can."""
        try:
            self._alone(step)
        except CannotError as cannot:
            return cannot.reason
        return ""

    def undo_alone(self, step: Step) -> ChangeSet | None:
        """Takes one step back and leaves what came after it, as a new step; None, and `refused`, where it cannot be."""
        try:
            recorded = self._alone(step)
        except CannotError as cannot:
            self.refused.emit(cannot.reason)
            return None
        if step is self.history.to_undo:
            return self.history.log[-1] if self.undo() else None
        title = translate("commands", "Undo only: {title}").format(title=step.change_set.title)
        of = step.change_set
        made = self._made(of.target, of.command, title, recorded, self.reason or of.reason, of.id)
        try:
            applied = apply(self._tree(made.target), made.changes)
        except ChangeRefusedError as refused:
            self.refused.emit(refused.reason)
            return None
        made_at = self.steps.stamp(made.captured_at)
        self.history.did(Step(made, inverse_recorded(made, applied.inverse), applied.changed, made_at))
        self.steps.edited()
        self._tell(made, applied.changed, self.history.to_undo)
        return made

    def _alone(self, step: Step) -> tuple[Recorded, ...]:
        """What takes a step back alone, on what there is now. Raises CannotError."""
        from study.undo_one import taken_back_alone

        if self.locked:
            raise CannotError(self.locked)
        history, of = self.history, step.change_set
        if all(each is not step for each in history.steps[: history.position]):
            raise CannotError(translate("history", "It is undone already."))
        at = next((n for n, each in enumerate(history.log) if each.id == of.id), -1)
        if at < 0 or (not step.inverse and of.recorded):
            raise CannotError(translate("history", "How to take it back is not known here any more."))
        self._study.settle()
        inverse = self._made(of.target, of.command, of.title, step.inverse, "", of.id)
        later = history.log[at + 1 :]
        return taken_back_alone(inverse, later, self._study.document, fresh_id, self._study.annexe)

    def redo(self) -> bool:
        """Does again what was taken back last; whether there was something and it could be done."""
        step = self.history.to_redo
        if step is None:
            return False
        done = self._carried_out(step, step.change_set.recorded, step.change_set.title)
        if done is None:
            return False
        made, changed = done
        of = step.change_set
        self.history.redid(Step(made, step.inverse, changed, step.made_at, of.id))
        self._tell(made, changed, self.history.to_undo)
        return True

    def follow(self, made: ChangeSet, history: History) -> bool:
        """Takes over what was just done to the same study elsewhere, with its step; whether it fits here."""
        try:
            applied = apply(self._tree(made.target), made.changes)
        except ChangeRefusedError as refused:
            self.refused.emit(refused.reason)
            return False
        self.history.restored(history.log, history.steps, history.position)
        self._study.refresh(applied.changed)
        self.followed.emit(made, applied.changed)
        self.history_changed.emit()
        return True

    def receive(self, made: ChangeSet) -> bool:
        """Takes over what somebody else did, which is no step of this history; whether it fits what is here."""
        try:
            applied = apply(self._tree(made.target), made.changes)
        except ChangeRefusedError:
            return False
        self._study.refresh(applied.changed)
        self.followed.emit(made, applied.changed)
        return True

    def jump_to(self, position: int) -> None:
        """Undoes or redoes until so many of the steps are done."""
        with self.together():
            while self.history.position > position and self.undo():
                pass
            while self.history.position < position and self.redo():
                pass

    def _carried_out(
        self, step: Step, recorded: tuple[Recorded, ...], title: str, undoes: str | None = None
    ) -> tuple[ChangeSet, Changed] | None:
        of = step.change_set
        made = self._made(of.target, of.command, title, recorded, of.reason, undoes)
        try:
            applied = apply(self._tree(made.target), made.changes)
        except ChangeRefusedError as refused:
            self.refused.emit(refused.reason)
            return None
        return made, applied.changed

    def _tree(self, target: Target) -> Tree:
        return self._study.annexe if target is Target.ANNEXE else self._study.document

    def _made(
        self,
        target: Target,
        command: str,
        title: str,
        recorded: tuple[Recorded, ...],
        reason: str,
        undoes: str | None = None,
    ) -> ChangeSet:
        entry = self._study.entry
        return ChangeSet(
            str(uuid.uuid4()),
            entry.id,
            self._study.revision or 0,
            _cut(self.author),
            self._clock(),
            target,
            command,
            _cut(title),
            recorded,
            _cut(reason),
            undoes,
        )

    def _tell(self, made: ChangeSet, changed: Changed, step: Step | None = None) -> None:
        self.made.emit(made, step)
        if self._together is not None:
            self._together.append((made, changed))
            return
        self._study.refresh(changed)
        self.edited.emit(made, changed)
        self.history_changed.emit()

    @contextmanager
    def together(self) -> Generator[None]:
        """What is done inside is seen at once, at the end: a hundred steps are one refreshing of the views."""
        if self._together is not None:
            yield
            return
        self._together = []
        try:
            yield
        finally:
            done, self._together = self._together, None
            if done:
                self._study.refresh(_joined([changed for _, changed in done]))
                for made, changed in done:
                    self.edited.emit(made, changed)
                self.history_changed.emit()


def _cut(text: str) -> str:
    """A text no longer than a change set may hold: one that cannot be read again would lose the edit at a restart."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _joined(several: list[Changed]) -> Changed:
    return Changed(
        frozenset().union(*(each.entities for each in several)),
        frozenset().union(*(each.attributes for each in several)),
        frozenset().union(*(each.structure for each in several)),
        frozenset().union(*(each.retimed for each in several)),
    )
