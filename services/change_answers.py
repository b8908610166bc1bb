"""What a backend answers to edits, as typed values: anything of another shape is a `BadAnswer`."""

from __future__ import annotations

from dataclasses import dataclass

from services.answers import content_hash_in, count_in, list_in, object_in, text_in
from services.backend_trouble import bad_answer
from study.language import translate
from study.revisions import ChangesPage, RevisionChange


@dataclass(frozen=True, slots=True)
class AcceptedEdit:
    """An edit that is a revision of the backend now. `content_hash` is of the whole study at it."""

    id: str
    revision: int
    content_hash: str


@dataclass(frozen=True, slots=True)
class EditsAccepted:
    """All edits of the message are accepted, in order. `replayed`: they had been before."""

    edits: tuple[AcceptedEdit, ...]
    replayed: bool


@dataclass(frozen=True, slots=True)
class CameFirst:
    """The study moved on since the base; nothing was accepted. `changes` are what came, from the base on."""

    base_revision: int
    changes: ChangesPage


@dataclass(frozen=True, slots=True)
class EditsRefused:
    """Nothing was accepted: `edit_id` says because of which edit (None: all together), `code` and `reason` why."""

    edit_id: str | None
    code: str
    reason: str


SubmitAnswer = EditsAccepted | CameFirst | EditsRefused


def submitted(answer: object) -> SubmitAnswer:
    """`submitChanges`."""
    fields = object_in(answer, "submitChanges")
    match fields.get("__typename"):
        case "ChangesAccepted":
            edits = tuple(_accepted(each) for each in list_in(fields, "changeSets"))
            return EditsAccepted(edits, fields.get("replayed") is True)
        case "ChangesCameFirst":
            return CameFirst(count_in(fields, "baseRevision"), changes_page(fields.get("changes")))
        case "ChangesRefused":
            edit_id = None if fields.get("changeSetId") is None else text_in(fields, "changeSetId")
            return EditsRefused(edit_id, text_in(fields, "code"), text_in(fields, "reason"))
        case _:
            raise bad_answer(translate("trouble", "The backend's answer to edits is of no known kind."))


def changes_page(answer: object) -> ChangesPage:
    """A `ChangesPage`."""
    fields = object_in(answer, "changes")
    changes = tuple(_change(each) for each in list_in(fields, "items"))
    revisions = [each.revision for each in changes]
    if revisions != list(range(revisions[0], revisions[0] + len(revisions)) if revisions else []):
        raise bad_answer(translate("trouble", "The backend's answer leaves out revisions."))
    return ChangesPage(
        newest=count_in(fields, "newestRevision", least=1),
        newest_hash=content_hash_in(fields, "newestContentHash"),
        changes=changes,
        has_next=fields.get("hasNextPage") is True,
    )


def annexe(answer: object) -> str:
    """The text of a `StudyAnnexe`."""
    return text_in(object_in(answer, "studyAnnexe"), "text")


def _accepted(answer: object) -> AcceptedEdit:
    fields = object_in(answer, "changeSets")
    return AcceptedEdit(
        text_in(fields, "id"), count_in(fields, "revision", least=1), content_hash_in(fields, "contentHash")
    )


def _change(answer: object) -> RevisionChange:
    fields = object_in(answer, "items")
    text = None if fields.get("changeSet") is None else text_in(fields, "changeSet")
    return RevisionChange(count_in(fields, "revision", least=1), content_hash_in(fields, "contentHash"), text)
