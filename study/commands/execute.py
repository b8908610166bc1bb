"""Doing a command: its rule, its changes, what follows by itself; all of it as one value, or nothing."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from study.annexe import Annexe
from study.apply import Changed, ChangeRefusedError
from study.change_set import Recorded, Target
from study.changes import Change
from study.commands.command import CannotError, Command
from study.commands.draft import Draft, FreshIds
from study.commands.follow_ups import FOLLOW_UPS
from study.document import Document
from study.language import translate
from study.unwritable import why_unwritable


@dataclass(frozen=True, slots=True)
class Executed:
    """What a command did: everything a change set holds but who did it, when and on what.

    `inverse`: the changes that take it back, in the order to apply them; `changed`: what views refresh from.
    """

    command: str
    target: Target
    title: str
    recorded: tuple[Recorded, ...]
    inverse: tuple[Change, ...]
    changed: Changed


def execute(
    document: Document, command: Command, fresh_id: FreshIds, annexe: Annexe | None = None
) -> Executed:
    """Does a command on the document, or on the annexe beside it where the command is about that.

    Raises CannotError, both then being as they were. A command that changes nothing is done, with nothing recorded.
    """
    title, draft = _drafted(document, command, fresh_id, annexe)
    recorded = draft.recorded
    applied = draft.commit()
    return Executed(command.name, command.target, title, recorded, applied.inverse, applied.changed)


@contextmanager
def previewed(
    document: Document, command: Command, fresh_id: FreshIds, annexe: Annexe | None = None
) -> Generator[Executed]:
    """The document as a command would leave it, inside the `with`; afterwards it is as it was.

    What is made of it inside (planned times, sentences) must not be read from the document later. Raises CannotError.
    """
    title, draft = _drafted(document, command, fresh_id, annexe)
    changed = draft.so_far()
    try:
        yield Executed(command.name, command.target, title, draft.recorded, (), changed)
    finally:
        draft.roll_back()


def why_not(document: Document, command: Command) -> str:
    """Why a command cannot be done now; "" where its rule allows it."""
    return command.why_not(document)


def derive(draft: Draft) -> None:
    """Writes what follows by itself from what a draft has recorded, marked as derived."""
    if draft.tree is not draft.document:
        return
    with draft.deriving():
        for follow_up in FOLLOW_UPS:
            follow_up(draft)


def _drafted(
    document: Document, command: Command, fresh_id: FreshIds, annexe: Annexe | None
) -> tuple[str, Draft]:
    reason = command.why_not(document)
    if reason:
        raise CannotError(reason)
    if command.target is Target.ANNEXE and annexe is None:
        raise CannotError(translate("commands", "There is no place for this beside the study."))
    title = command.title(document)
    draft = Draft(document, fresh_id, annexe if command.target is Target.ANNEXE else None)
    try:
        command.carry_out(draft)
        derive(draft)
        if reason := why_unwritable(each.change for each in draft.recorded):
            raise CannotError(reason)
    except ChangeRefusedError as refused:
        draft.roll_back()
        raise CannotError(
            translate("commands", "This cannot be done here: {reason}").format(reason=refused.reason)
        ) from refused
    except BaseException:
        draft.roll_back()
        raise
    return title, draft
