"""Writing a working copy to its file, and noticing what another program wrote there meanwhile.

A part of `Program`: asked by it, in the thread that paints. A file is written only when every edit stands in the
journal, or cannot; the journal is told before the file is touched, so that a kill at any moment leaves no edit out
and does none twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.open_study import OpenStudy, Prepared, prepared
from services import files, working_copies
from services.cached_studies import hash_of
from services.journal import JournalEntry
from services.library_entries import Freshness, OpenedStudy
from services.working_copies import FileChangedElsewhere, FileStamp
from study.language import translate

if TYPE_CHECKING:
    from app.keeping import Keeping
    from app.program import Program


@dataclass(frozen=True, slots=True)
class FileConflict:
    """What was edited here and what another program wrote do not fit together: a person decides.

    `made`: their file with those of the edits that fit; `titles`: of those that do not.
    """

    study: OpenStudy
    opened: OpenedStudy
    made: Prepared
    titles: tuple[str, ...]


class Saving(QObject):
    """Saves the study that is open, where it is a working copy. `conflict(FileConflict)`: somebody has to decide.

    `wrote(Path)` when the file holds every edit that there was.
    """

    conflict = Signal(object)
    wrote = Signal(object)

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._stamp: FileStamp | None = None
        self._stamped: OpenStudy | None = None
        self._is_busy = False

    def opened(self, study: OpenStudy) -> None:
        """A working copy was opened: from now on it is noticed when its file changes."""
        path = study.entry.source
        if path is not None:
            self._follow(self._program.in_worker(working_copies.stamp_of, path), self._keep_stamp(study))

    # Writing

    def save(self) -> None:
        """Writes the file of the working copy that is open."""
        self._program.leaving.emit()
        study = self._program.current
        if study is None:
            return
        path = study.entry.source
        if path is None:
            self._program.told.emit(
                translate("program", "Every edit is saved as it is made; the backend gets each by itself.")
            )
        elif not self._is_busy:
            self._write(study, path, study.content_hash)

    def save_as(self, path: Path) -> None:
        """Writes what is open to another file, and goes on with that one; the file it came from stays as it is."""
        self._program.leaving.emit()
        study = self._program.current
        if study is not None and not self._is_busy:
            self._write(study, path, None)

    def _write(self, study: OpenStudy, path: Path, expected: str | None) -> None:
        """Writes the study as it is now, once all of it is in the journal; what is edited meanwhile stays for later."""
        program, keeping = self._program, study.keeping
        edits = keeping.going_on if keeping is not None else []
        content = study.document.to_bytes()
        self._is_busy = True
        program.work_changed.emit(_writing(path))

        def written(found: str) -> None:
            self._ended()
            if keeping is not None:
                keeping.written(edits, found)
            if expected is None and path != study.entry.source:
                program.open_file(path)
                return
            program.link.file_written(study.entry.id, found)
            self.opened(study)
            self.wrote.emit(path)
            program.told.emit(_told(path, study))

        def failed(error: BaseException) -> None:
            self._ended()
            if isinstance(error, FileChangedElsewhere):
                self._look_inside(study)
            else:
                program.fail(error)

        def go_on() -> None:
            future = program.library.write_working_copy(study.entry.id, path, content, edits, expected)
            program.when_done(future, written, failed)

        if keeping is None:
            go_on()
        else:
            _once_journalled(keeping, edits, go_on)

    # What another program wrote

    def look(self) -> None:
        """Looks whether the file changed; asked when the window comes to the front."""
        study = self._program.current
        if study is None or study.entry.source is None or self._is_busy or self._stamped is not study:
            return

        def found(stamp: FileStamp | None) -> None:
            if stamp is not None and stamp != self._stamp and self._program.current is study:
                self._look_inside(study)

        self._follow(self._program.in_worker(working_copies.stamp_of, study.entry.source), found)

    def _look_inside(self, study: OpenStudy) -> None:
        """Reads the file again: put together with what was edited here where that fits, else a person is asked."""
        path = study.entry.source
        if path is None or self._is_busy:
            return
        self._is_busy = True
        self._program.when_done(
            self._program.library.edits(study.entry.id),
            lambda edits: self._read(study, path, edits),
            self._failed,
        )

    def _read(self, study: OpenStudy, path: Path, edits: Sequence[JournalEntry]) -> None:
        on_its_way = study.keeping.unsaved if study.keeping is not None else ()
        journalled = {each.id for each in edits}
        every = [*edits, *(each for each in on_its_way if each.id not in journalled)]
        future = self._program.in_worker(_read_again, path, study.content_hash, every)
        self._program.when_done(future, lambda read: self._found(study, path, read), self._failed)

    def _found(self, study: OpenStudy, path: Path, read: tuple[bytes, Prepared] | None) -> None:
        self._ended()
        if self._program.current is not study:
            return
        if read is None:  # written to, with the same content
            self.opened(study)
            return
        content, made = read
        opened = OpenedStudy(study.entry, content, Freshness.CURRENT)
        if made.recovered.unfit:
            titles = tuple(each.title for each in made.recovered.unfit)
            self.conflict.emit(FileConflict(study, opened, made, titles))
            return
        self._program.show_again(opened, made)
        words = (
            translate("program", "{file} was changed by another program; your edits are on top of it.")
            if made.recovered.applied
            else translate("program", "{file} was changed by another program and is shown as it is now.")
        )
        self._program.told.emit(words.format(file=path.name))

    # What a person decides

    def keep_mine(self, conflict: FileConflict, path: Path) -> None:
        """What is open here goes to another file; the one that was changed stays as the other program wrote it."""
        if self._program.current is conflict.study:
            self.save_as(path)

    def put_together(self, conflict: FileConflict) -> None:
        """Their file with the edits that fit; the others are kept beside it."""
        if self._program.current is conflict.study:
            self._program.show_again(conflict.opened, conflict.made)

    def take_theirs(self, conflict: FileConflict) -> None:
        """Their file as it is; what was edited here is kept beside it, and can be exported."""
        study, path = conflict.study, conflict.study.entry.source
        if self._program.current is not study or path is None:
            return
        program, keeping = self._program, study.keeping
        edits = keeping.going_on if keeping is not None else []
        reason = translate("program", "The file was taken as another program had written it.")
        if keeping is not None:
            keeping.were_refused(edits)
        done = [program.library.mark_edit_refused(each, reason) for each in edits]
        if done:
            program.when_done(done[-1], lambda _: program.open_file(path))
        else:
            program.open_file(path)

    # Inside

    def _keep_stamp(self, study: OpenStudy) -> Callable[[FileStamp | None], None]:
        def keep(stamp: FileStamp | None) -> None:
            self._stamp, self._stamped = stamp, study

        return keep

    def _follow(self, future: Future[Any], then: Callable[[Any], None]) -> None:
        self._program.when_done(future, then)

    def _ended(self) -> None:
        self._is_busy = False
        self._program.work_changed.emit(None)

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self._program.fail(error)


def _once_journalled(keeping: Keeping, edits: Sequence[str], then: Callable[[], None]) -> None:
    if keeping.may_be_written(edits):
        then()
        return

    def look_again() -> None:
        if keeping.may_be_written(edits):
            keeping.changed.disconnect(look_again)
            then()

    keeping.changed.connect(look_again)


def _told(path: Path, study: OpenStudy) -> str:
    left = len(study.keeping.going_on) if study.keeping is not None else 0
    if left:
        return translate(
            "program", "{file} is written. Not in it yet: %n edit(s) made meanwhile.", "", left
        ).format(file=path.name)
    return translate("program", "{file} holds every edit.").format(file=path.name)


def _writing(path: Path) -> object:
    from app.program import Work

    return Work(translate("program", "Writing {file}").format(file=path.name))


def _read_again(path: Path, known_hash: str, edits: Sequence[JournalEntry]) -> tuple[bytes, Prepared] | None:
    """A file that was changed, with the edits on top of it; None where it holds what it held. For a worker."""
    content = files.read(path)
    if hash_of(content) == known_hash:
        return None
    return content, prepared(content, edits)
