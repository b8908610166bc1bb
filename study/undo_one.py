"""Taking one step back alone: its inverse, carried over what was done since, or the reason why that cannot be."""

from __future__ import annotations

from collections.abc import Sequence

from study.annexe import Annexe
from study.change_set import ChangeSet, Recorded
from study.commands.command import CannotError
from study.commands.draft import FreshIds
from study.document import Document
from study.language import translate
from study.rebase import Conflict, rebase

_LONGEST = 80  # characters of a title within a sentence


def taken_back_alone(
    inverse: ChangeSet,
    later: Sequence[ChangeSet],
    document: Document,
    fresh_id: FreshIds,
    annexe: Annexe | None = None,
) -> tuple[Recorded, ...]:
    """`inverse` as it is to be done on a document that has `later`, all that was done after what it takes back.

    Raises CannotError, with the step that stands in the way by name, where `later` touched the same.
    """
    rebased = rebase((inverse,), later, document, fresh_id, annexe)
    if rebased.pending:
        return rebased.pending[0].recorded
    if rebased.conflicts:
        raise CannotError(_why(rebased.conflicts, later))
    raise CannotError(
        translate("history", "Nothing of it is left that could be undone: it was changed back since.")
    )


def _why(conflicts: Sequence[Conflict], later: Sequence[ChangeSet]) -> str:
    titles = {each.id: each.title for each in later}
    met = next((titles[each.against] for each in conflicts if each.against in titles), "")
    if not met:
        return translate("history", "It cannot be undone alone: {reason}").format(reason=conflicts[0].reason)
    line = " ".join(met.split())
    return translate(
        "history", "It cannot be undone alone: “{title}” touched the same since. Undo that first."
    ).format(title=line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…")
