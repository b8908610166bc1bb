"""Whether a change set may become part of a study: one rule, asked by the client before it saves and by the server.

Free of I/O. What breaks the rule is refused whole, with a code for programs and a sentence for people, and the
document is as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from study.apply import Applied, ChangeRefusedError, apply
from study.change_set import ChangeSet, Target, read_change_set
from study.changes import UnknownFormatError
from study.document import Document, DocumentError, check_is_study
from study.language import number_text, translate

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


def why_refused(document: Document, change_set: ChangeSet, study_id: str) -> Refusal | None:
    """Why `change_set` cannot be accepted for the study `study_id` as it stands in `document`; None where it can.

    The document is as it was, whatever the answer.
    """
    try:
        applied = accept(document, change_set, study_id)
    except NotAcceptedError as error:
        return error.refusal
    apply(document, applied.inverse)
    return None


def accept(document: Document, change_set: ChangeSet, study_id: str) -> Applied:
    """Carries `change_set` out on the study's document. Raises NotAcceptedError, the document then being as it was."""
    refusal = why_not_of_this_study(change_set, study_id)
    if refusal is not None:
        raise NotAcceptedError(refusal)
    try:
        applied = apply(document, change_set.changes)
    except ChangeRefusedError as error:
        raise NotAcceptedError(Refusal(RefusalCode.DOES_NOT_FIT, error.reason)) from error
    try:
        check_is_study(document.root)
    except DocumentError as error:
        apply(document, applied.inverse)
        reason = translate("acceptance", "The file could not be opened as a study any more: {why}").format(
            why=error.message
        )
        raise NotAcceptedError(Refusal(RefusalCode.NO_STUDY_LEFT, reason)) from error
    return applied


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
    if change_set.target is not Target.PROTOCOL:
        return Refusal(
            RefusalCode.TARGET_NOT_KEPT,
            translate(
                "acceptance", "The backend keeps edits of the protocol only, not of its {target}."
            ).format(target=change_set.target.value),
        )
    if not change_set.recorded:
        return Refusal(RefusalCode.NO_CHANGE, translate("acceptance", "This edit changes nothing."))
    if len(change_set.recorded) > MOST_CHANGES:
        return too_many(len(change_set.recorded))
    return None


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
