"""What others' changes make of a kept study: its content brought forward, an edit that waits carried over to it.

Free of I/O; run in a worker, for a large study takes a moment.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from services.journal import JournalEntry
from study.annexe import Annexe
from study.apply import ChangeRefusedError, apply
from study.change_set import ChangeSet, Target, change_set_text, inverse_recorded, read_change_set
from study.document import Document, DocumentError, content_hash_of
from study.language import translate
from study.revisions import RevisionChange

if TYPE_CHECKING:
    from study.rebase import Conflict


@dataclass(frozen=True, slots=True)
class Carried:
    """What becomes of an edit beside what others did: `edit` in other words, `already` done by them, or `why_not`."""

    edit: JournalEntry | None = None
    already: bool = False
    why_not: str = ""


def brought_forward(content: bytes, changes: Sequence[RevisionChange]) -> tuple[bytes, str]:
    """A study's content with changes applied, and its title. Raises ValueError where they do not give the hash."""
    try:
        document = Document.from_bytes(content)
        for change in changes:
            change_set = read_change_set(change.change_set or "")
            if change_set.target is Target.PROTOCOL:
                apply(document, change_set.changes)
    except DocumentError as error:
        raise ValueError(error.message) from error
    newer = document.to_bytes()
    if content_hash_of(newer) != changes[-1].content_hash:
        raise ValueError("the changes do not give the content that the backend has")
    return newer, document.title


def carried_over(
    content: bytes,
    annexe_text: str,
    edit: JournalEntry,
    made: ChangeSet,
    theirs: Sequence[ChangeSet],
    revision: int,
) -> Carried:
    """An edit carried over to a study (its content, and the text of its annexe) at `revision`, which has `theirs`.

    Raises ValueError for an annexe that a newer program made.
    """
    from study.rebase import rebase

    document = Document.from_bytes(content)
    annexe = Annexe.from_bytes(annexe_text.encode()) if annexe_text else Annexe.empty()
    rebased = rebase([made], theirs, document, _fresh_id, annexe, revision=revision)
    if rebased.conflicts:
        return Carried(why_not=_why_not(rebased.conflicts[0], theirs))
    if not rebased.pending:
        return Carried(already=True)
    (now,) = rebased.pending
    if now.recorded == made.recorded:  # it fits as it is: something else is wrong with it
        return Carried()
    try:
        applied = apply(annexe if now.target is Target.ANNEXE else document, now.changes)
    except ChangeRefusedError as refused:
        return Carried(why_not=refused.reason)
    back = replace(now, recorded=inverse_recorded(now, applied.inverse))
    return Carried(
        replace(edit, text=change_set_text(now), inverse=change_set_text(back) if edit.inverse else "")
    )


def _why_not(conflict: Conflict, theirs: Sequence[ChangeSet]) -> str:
    """Why an edit meets what others did, and who did what."""
    other = next((each for each in theirs if each.id == conflict.against), None)
    if other is None:
        return conflict.reason
    return translate("conflicts", "{reason} By {author}: “{title}”.").format(
        reason=conflict.reason, author=other.author, title=other.title
    )


def _fresh_id(prefix: str) -> str:
    return f"{prefix}_{secrets.token_hex(6)}"
