"""Whether a change set may become part of a study: one rule, asked by the client before it saves and by the server.

Free of I/O. What breaks the rule is refused whole, with a code for programs and a sentence for people, and the
document is as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from study.annexe import LISTS, Annexe
from study.apply import Applied, ChangeRefusedError, apply
from study.change_set import ChangeSet, Target, read_change_set
from study.changes import UnknownFormatError
from study.document import Document, DocumentError, check_is_study
from study.language import number_text, translate
from study.tree import Tree
from study.unwritable import why_unwritable

MOST_CHANGES: Final = 5_000
"""Of the change sets that are sent together, derived changes counted."""
MOST_CHANGE_SETS: Final = 200
"""Sent together."""
MOST_BYTES: Final = 3_000_000
"""Of the change sets that are sent together, as text in ASCII."""


class RefusalCode(StrEnum):
    """Why a change set is not accepted, for programs. A word that was given out is never given another meaning."""

    MALFORMED = "MALFORMED"
    UNKNOWN_FORMAT = "UNKNOWN_FORMAT"
    TOO_LARGE = "TOO_LARGE"
    NO_CHANGE = "NO_CHANGE"
    NO_AUTHOR = "NO_AUTHOR"
    OTHER_STUDY = "OTHER_STUDY"
    TARGET_NOT_KEPT = "TARGET_NOT_KEPT"
    UNKNOWN_BASE = "UNKNOWN_BASE"
    ID_TAKEN = "ID_TAKEN"
    DOES_NOT_FIT = "DOES_NOT_FIT"
    NO_STUDY_LEFT = "NO_STUDY_LEFT"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a change set is not accepted: a word for programs, a sentence for people."""

    code: RefusalCode
    reason: str


class NotAcceptedError(ValueError):
    """A change set that breaks the rule. Nothing was changed."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal


def read_submitted(text: str) -> ChangeSet:
    """The change set in a line of JSON. Raises NotAcceptedError for one that is malformed, unknown or too large."""
    if len(text) > MOST_BYTES:
        raise NotAcceptedError(too_large())
    try:
        return read_change_set(text)
    except UnknownFormatError as error:
        raise NotAcceptedError(Refusal(RefusalCode.UNKNOWN_FORMAT, str(error))) from error
    except ValueError as error:
        raise NotAcceptedError(Refusal(RefusalCode.MALFORMED, str(error))) from error


def why_refused(
    document: Document, change_set: ChangeSet, study_id: str, annexe: Annexe | None = None
) -> Refusal | None:
    """Why `change_set` cannot be accepted for the study `study_id` as it stands; None where it can.

    Document and annexe are as they were, whatever the answer.
    """
    try:
        accept(document, change_set, study_id, annexe).take_back()
    except NotAcceptedError as error:
        return error.refusal
    return None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A change set that was carried out on `tree`, the document or the annexe."""

    tree: Tree
    applied: Applied

    def take_back(self) -> None:
        """Leave the tree as it was before; what was carried out later must be taken back first."""
        apply(self.tree, self.applied.inverse)


def accept(
    document: Document, change_set: ChangeSet, study_id: str, annexe: Annexe | None = None
) -> Accepted:
    """Carries `change_set` out on the study's document, or on its annexe where that is what it changes.

    Raises NotAcceptedError, document and annexe then being as they were.
    """
    refusal = why_not_of_this_study(change_set, study_id)
    if refusal is not None:
        raise NotAcceptedError(refusal)
    tree: Tree = document
    if change_set.target is Target.ANNEXE:
        if annexe is None:
            raise NotAcceptedError(_not_kept(change_set.target))
        tree = annexe
    # What is taken back may have stood in the file from the first: it comes back as it was.
    if change_set.undoes is None and (reason := why_unwritable(change_set.changes)):
        raise NotAcceptedError(Refusal(RefusalCode.MALFORMED, reason))
    try:
        accepted = Accepted(tree, apply(tree, change_set.changes))
    except ChangeRefusedError as error:
        raise NotAcceptedError(Refusal(RefusalCode.DOES_NOT_FIT, error.reason)) from error
    why = _why_unreadable(tree)
    if why is not None:
        accepted.take_back()
        reason = translate("acceptance", "The file could not be opened as a study any more: {why}")
        raise NotAcceptedError(Refusal(RefusalCode.NO_STUDY_LEFT, reason.format(why=why)))
    return accepted


def _why_unreadable(tree: Tree) -> str | None:
    """Why what was changed could not be opened again; None where it can be."""
    try:
        if isinstance(tree, Annexe):
            Annexe.from_bytes(tree.to_bytes())
            for name in LISTS:
                if type(tree.root.get(name) or []) is not list:
                    return translate("acceptance", "“{name}” is no list any more.").format(name=name)
        else:
            check_is_study(tree.root)
    except DocumentError as error:
        return error.message
    except ValueError as error:
        return str(error)
    return None


def why_not_of_this_study(change_set: ChangeSet, study_id: str) -> Refusal | None:
    """Why `change_set` can be accepted for no revision of the study `study_id`; None where it may be."""
    if change_set.study_id != study_id:
        return Refusal(
            RefusalCode.OTHER_STUDY, translate("acceptance", "This edit was made in another study.")
        )
    if not change_set.author.strip():
        return Refusal(
            RefusalCode.NO_AUTHOR,
            translate(
                "acceptance", "This edit does not say who made it. Enter your name in the preferences."
            ),
        )
    if change_set.target is Target.LAYOUT:
        return _not_kept(change_set.target)
    if not change_set.recorded:
        return Refusal(RefusalCode.NO_CHANGE, translate("acceptance", "This edit changes nothing."))
    if len(change_set.recorded) > MOST_CHANGES:
        return too_many(len(change_set.recorded))
    return None


def _not_kept(target: Target) -> Refusal:
    return Refusal(
        RefusalCode.TARGET_NOT_KEPT,
        translate("acceptance", "Edits of this kind ({target}) are kept on this computer alone.").format(
            target=target.value
        ),
    )


def too_many(count: int) -> Refusal:
    """The refusal of `count` changes that are sent together."""
    return Refusal(
        RefusalCode.TOO_LARGE,
        translate(
            "acceptance",
            "This is {count} changes at once; at most {most} are taken together. Make the edit in smaller parts.",
        ).format(count=number_text(count), most=number_text(MOST_CHANGES)),
    )


def too_large() -> Refusal:
    """The refusal of more than `MOST_BYTES`, or of more than `MOST_CHANGE_SETS`, that are sent together."""
    return Refusal(
        RefusalCode.TOO_LARGE,
        translate(
            "acceptance",
            "These edits are too large to be sent together: at most {sets} edits of {bytes} bytes in all.",
        ).format(sets=number_text(MOST_CHANGE_SETS), bytes=number_text(MOST_BYTES)),
    )
