"""A process that is killed: the program's core with a real library, which edits, saves and says what is saved."""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from app.keeping import Keeping
from app.open_study import OpenStudy
from app.program import Program
from app.settings import Settings
from services import client, credentials, library_work, transport  # noqa: F401 - imported before splitting off
from services.library import Library
from study.commands.attributes import SetAttribute
from study.commands.marks import SetMarks
from tests.services.memory_keyring import MemoryKeyring

NOWHERE = "https://127.0.0.1:9"
SAVE_EVERY = 9
"""One edit in so many is followed by Save."""


class FolderKeyring(MemoryKeyring):
    """Keeps what it is given in a file of the test's folder, so that the next process finds it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._file = folder / "keyring.json"
        if self._file.exists():
            kept = json.loads(self._file.read_text())
            self.secrets = {(service, name): secret for service, name, secret in kept}

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        kept = [[one, two, secret] for (one, two), secret in self.secrets.items()]
        self._file.write_text(json.dumps(kept))


def say(word: str, what: str = "") -> None:
    """One line to who watches; it has it once this returns, whatever becomes of this process."""
    os.write(1, f"{word} {what}\n".encode())


class Editing:
    """Edits as fast as the loop turns, at random, and tells of each edit when it is made and when it is saved."""

    def __init__(self, program: Program, study: OpenStudy, rng: random.Random, edits: int | None) -> None:
        self._program, self._study, self._rng = program, study, rng
        self._left = edits
        self._told: set[str] = set()
        self._made: list[str] = []
        keeping = study.keeping
        assert keeping is not None
        self._keeping: Keeping = keeping
        keeping.changed.connect(self._tell_saved)
        study.editor.made.connect(lambda made, _step: self._made.append(made.id))
        self._timer = QTimer()
        self._timer.timeout.connect(self._edit)
        self._timer.start(0)

    def _edit(self) -> None:
        if self._left is not None:
            if not self._left:
                self._timer.stop()
                QTimer.singleShot(0, self._end)
                return
            self._left -= 1
        study, rng = self._study, self._rng
        assert study.projection is not None
        timeline, design = study.projection.timeline, study.projection.design
        visit = rng.choice([each for each in timeline.instances if not each.is_decision])
        what = rng.random()
        if what < 0.5:
            label = f"Visit {rng.randrange(10**6)}"
            study.editor.do(SetAttribute(visit.id or "", "label", label))
        elif what < 0.75:
            activity = rng.choice(design.activities).id or ""
            study.editor.do(SetMarks(((visit.id or "", activity),), activity not in visit.activities))
        elif what < 0.9:
            study.editor.steps.undo()
        else:
            study.editor.steps.redo()
        if study.entry.source is not None and rng.randrange(SAVE_EVERY) == 0:
            self._program.saving.save()

    def _tell_saved(self) -> None:
        unsaved = {each.id for each in self._keeping.unsaved}
        for made in self._made:
            if made not in unsaved and made not in self._told:
                self._told.add(made)
                say("SAVED", made)

    def _end(self) -> None:
        if self._keeping.unsaved:
            QTimer.singleShot(1, self._end)
            return
        say("DONE")


def run(folder: Path, file: Path, seed: int, edits: int | None) -> int:
    """Opens the file and edits it, for ever or so many times."""
    application = QCoreApplication([])
    keyring = FolderKeyring(folder)
    program = Program(
        folder / "desk",
        Settings(backend_url=NOWHERE, author="Ada"),
        library=lambda settings, events: Library(settings, events, open_keyring=lambda: keyring),
    )
    editing: list[Editing] = []

    def begin(study: OpenStudy) -> None:
        say("OPENED", f"{len(study.recovered.pending)} {len(study.recovered.unfit)}")
        editing[:] = [Editing(program, study, random.Random(seed), edits)]

    program.study_opened.connect(begin)
    program.noticed.connect(lambda trouble: say("TROUBLE", trouble.message))
    program.started.connect(lambda: program.open_file(file))
    program.start()
    return application.exec()


def main() -> None:
    """Runs once for each line on stdin (folder, file, seed, edits as JSON), in a process of its own that may be killed.

    That process is split off from this one, which has everything imported: it saves the second that each start takes.
    """
    for line in sys.stdin:
        folder, file, seed, edits = json.loads(line)
        child = os.fork()
        if child == 0:
            os._exit(run(Path(folder), Path(file), seed, edits))
        say("PROCESS", str(child))
        os.waitpid(child, 0)
        say("GONE")


if __name__ == "__main__":
    main()
