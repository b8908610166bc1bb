"""`maestro apply`: edits that were kept as JSON, done on a study: all of them or none."""

from __future__ import annotations

from pathlib import Path

from app.verbs import VerbError
from services import files
from services.trouble import Trouble
from study.annexe import Annexe
from study.apply import Applied, ChangeRefusedError, Transaction
from study.change_set import ChangeSet, Target, change_set_from_json
from study.decode import DocumentError, decode, decoded_text
from study.document import Document
from study.unwritable import why_unwritable


def change_sets_from(name: str) -> list[ChangeSet]:
    """The change sets in a file that holds one or a list of them. Raises VerbError, saying which one is wrong."""
    try:
        value = decode(decoded_text(files.read(Path(name))))
    except Trouble as trouble:
        raise VerbError(trouble.message) from None
    except DocumentError as error:
        # What is said there of a study is as true of any JSON.
        raise VerbError(f"{name}: {error.message}") from None
    listed = value if type(value) is list else [value]
    made: list[ChangeSet] = []
    for number, each in enumerate(listed, 1):
        try:
            made.append(change_set_from_json(each))
        except ValueError as error:
            raise VerbError(f"{name}: {_which(number, len(listed))}: {error} Nothing was written.") from None
    return made


def applied(document: Document, change_sets: list[ChangeSet], annexe: Annexe | None = None) -> Applied:
    """Does all of them on the document, and on the annexe those that are about what is kept beside a protocol.

    Raises VerbError with the reason and which one; document and annexe are as they were.
    """
    seen: set[str] = set()
    transaction = Transaction(document)
    beside = Transaction(annexe) if annexe is not None else None
    try:
        for number, each in enumerate(change_sets, 1):
            which = f"{_which(number, len(change_sets))}, “{each.title}”"
            if each.id in seen:
                raise VerbError(f"{which}, is there twice: each edit is done once. Nothing was written.")
            seen.add(each.id)
            if each.target is Target.LAYOUT:
                raise VerbError(
                    f"{which}, changes where cards are placed (the layout), for which a USDM file has no place. "
                    "Leave it out. Nothing was written."
                )
            if each.target is Target.ANNEXE and beside is None:
                raise VerbError(
                    f"{which}, changes what is kept beside a protocol (the annexe), for which a USDM file has no "
                    "place. Say with --annexe PATH in which file that is kept, or leave it out. Nothing was written."
                )
            chosen = beside if each.target is Target.ANNEXE and beside is not None else transaction
            if each.undoes is None and (why := why_unwritable(each.changes)):
                raise VerbError(f"{which}, cannot be done: {why} Nothing was written.")
            for place, change in enumerate(each.changes, 1):
                try:
                    chosen.do(change)
                except ChangeRefusedError as refused:
                    at = f" (change {place} of {len(each.changes)})" if len(each.changes) > 1 else ""
                    raise VerbError(
                        f"{which}, does not fit this study{at}: {refused.reason} Nothing was written."
                    ) from None
    except BaseException:
        transaction.roll_back()
        if beside is not None:
            beside.roll_back()
        raise
    if beside is not None:
        beside.commit()
    return transaction.commit()


def apply_file(name: str, changes: str, out: str, annexe: str | None = None) -> str:
    """Writes the study in the file `name` with the edits of the file `changes` to `out`; says what was done.

    `annexe` names the file of what is kept beside the protocol: read where it is there, written with the edits of it.
    """
    from app.verbs.study_file import study_from, write

    target, beside = Path(out), Path(annexe) if annexe is not None else None
    if _same_file(target, Path(changes)):
        raise VerbError(f"{out} holds the changes themselves. Choose another file for --out.")
    if beside is not None and any(_same_file(beside, Path(each)) for each in (name, changes, out)):
        raise VerbError(f"{annexe} is named for something else as well. Choose another file for --annexe.")
    document = study_from(name)
    change_sets = change_sets_from(changes)
    kept = _annexe_from(beside) if beside is not None else None
    applied(document, change_sets, kept)
    if kept is not None and beside is not None:
        write(beside, kept.to_bytes())
    write(target, document.to_bytes())
    count = len(change_sets)
    lines = [
        *(_line(each.title) for each in change_sets),
        f"{count} edit{'' if count == 1 else 's'} applied.",
    ]
    return "\n".join(lines) + "\n"


def _annexe_from(path: Path) -> Annexe:
    """The annexe in a file, an empty one where there is no such file. Raises VerbError."""
    if not path.exists():
        return Annexe.empty()
    try:
        return Annexe.from_bytes(files.read(path))
    except Trouble as trouble:
        raise VerbError(trouble.message) from None
    except ValueError as error:
        raise VerbError(f"{path}: {error} Nothing was written.") from None


def _which(number: int, of: int) -> str:
    return "The change set" if of == 1 else f"Change set {number} of {of}"


def _line(title: str) -> str:
    return " ".join(title.split()).encode("utf-8", "backslashreplace").decode("utf-8")


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
