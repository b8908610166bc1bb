"""The program's core killed while it edits and saves: nothing that was saved is lost, nothing is done twice.

A real process opens a working copy, edits it without a pause and saves it to its file now and then. At a moment drawn
from the seed it is killed. What the kill left behind, journal and file, is judged on a copy: every edit that was told
as saved must be in the journal once, the file must be whole, and opened as the next start would open it, the study
must be what all journalled edits, each done once, make of it. Then the next process goes on from there.
"""

from __future__ import annotations

import json
import os
import random
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Self

from app.open_study import prepared
from resources.sample import sample_study_bytes
from services import cache_schema
from services.cached_studies import working_copy_id
from services.credentials import SERVICE
from services.journal import JournalEntry
from services.journal import entries as journalled
from study.apply import apply
from study.change_set import read_change_set
from study.document import Document
from tests.kills._core_program import FolderKeyring
from tests.shared import ROOT

LOSSES = ("edits_lost", "edits_done_twice", "databases_damaged", "files_damaged", "studies_wrong", "troubles")
"""The figures that must be zero."""
LONGEST_ROUND = 0.25
"""Seconds after its first saved edit within which the process is killed."""
EARLY = 0.1
"""The part of the rounds in which it is killed while it starts."""
_SECONDS = 60


class Core:
    """The core's process, its file and its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "study.json"
        self.file.write_bytes(sample_study_bytes())
        self.model = Document.from_bytes(sample_study_bytes())
        self.known: list[str] = []
        self.saved: set[str] = set()
        self.figures: dict[str, int] = dict.fromkeys(LOSSES, 0)

    def __enter__(self) -> Self:
        self._programs = subprocess.Popen(
            [sys.executable, "-m", "tests.kills._core_program"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._programs.kill()
        self._programs.communicate()

    def run(self, seed: int, kill_after: float | None, *, early: bool = False) -> int:
        """Starts the core and kills it so many seconds after its first saved edit; how many it said were saved.

        `kill_after` None: it is killed once it has done a few edits. `early`: the seconds count from the start.
        """
        edits = 5 if kill_after is None else None
        assert self._programs.stdin is not None
        assert self._programs.stdout is not None
        line = json.dumps([str(self.folder), str(self.file), seed, edits]) + "\n"
        self._programs.stdin.write(line.encode())
        self._programs.stdin.flush()
        told = [
            line.split(" ", 1)
            for line in _watched(self._programs.stdout, kill_after, early=early)
            if " " in line
        ]
        saved = [what for word, what in told if word == "SAVED"]
        self.figures["troubles"] += sum(word == "TROUBLE" for word, _ in told)
        self.saved.update(saved)
        return len(saved)

    def judge(self) -> int:
        """Looks at what the kill left; how many edits the next start finds that are not in the file."""
        with_kill = self.folder / "judged"
        shutil.rmtree(with_kill, ignore_errors=True)
        shutil.copytree(self.folder / "desk", with_kill)
        content = self.file.read_bytes()
        try:
            edits = self._edits(with_kill / "studies.cache")
        except cache_schema.DatabaseError:
            self.figures["databases_damaged"] += 1
            return 0
        ids = [each.id for each in edits]
        self.figures["edits_done_twice"] += len(ids) - len(set(ids))
        held = set(self.known) | set(ids)
        self.figures["edits_lost"] += len(self.saved - held)
        self.saved &= held
        self._take_in(edits)
        try:
            made = prepared(content, edits)
        except ValueError:
            self.figures["files_damaged"] += 1
            return 0
        if made.recovered.unfit or made.document.root != self.model.root:
            self.figures["studies_wrong"] += 1
        return len(made.recovered.pending)

    def _take_in(self, edits: Sequence[JournalEntry]) -> None:
        """What all edits, each done once and in the order of the journal, make of the study."""
        known = set(self.known)
        for each in edits:
            if each.id not in known:
                apply(self.model, read_change_set(each.text).changes)
                self.known.append(each.id)

    def _edits(self, path: Path) -> list[JournalEntry]:
        connection = cache_schema.connect(path, self._key())
        try:
            (told,) = connection.execute("PRAGMA quick_check").fetchone()
            if told != "ok":
                raise cache_schema.DatabaseError(told)
            return journalled(connection, working_copy_id(self.file))
        finally:
            connection.close()

    def _key(self) -> bytes:
        secret = FolderKeyring(self.folder).get_password(SERVICE, "cache key")
        assert secret is not None
        return bytes.fromhex(secret)


def _watched(out: IO[bytes], kill_after: float | None, *, early: bool) -> list[str]:
    """All that a process says until it is killed, which is done here when it is time."""
    lines: list[str] = []
    buffer = b""
    process: int | None = None
    started = time.monotonic()
    end = started + kill_after if early and kill_after is not None else None
    with selectors.DefaultSelector() as selector:
        selector.register(out, selectors.EVENT_READ)
        while "GONE " not in lines:
            now = time.monotonic()
            if now - started > _SECONDS:
                end = end or now
            if process is not None and end is not None and now >= end:
                os.kill(process, signal.SIGKILL)
                process = None
            if not selector.select(0.5 if process is None or end is None else max(0.0, end - now)):
                continue
            read = os.read(out.fileno(), 65536)
            if not read:
                raise RuntimeError("the process that starts the others has ended")
            *whole, buffer = (buffer + read).split(b"\n")
            for line in (each.decode() for each in whole):
                lines.append(line)
                if line.startswith("PROCESS "):
                    process = int(line.removeprefix("PROCESS "))
                elif line.startswith("DONE"):
                    end = time.monotonic()
                elif line.startswith("SAVED") and end is None and kill_after is not None:
                    end = time.monotonic() + kill_after
    return lines


def figures(folder: Path, times: int, seed: int) -> dict[str, object]:
    """Kills the core so many times; what was lost, and how much there was to lose."""
    rng = random.Random(seed)
    recovered = 0
    started = time.monotonic()
    with Core(folder) as core:
        saved = core.run(seed, None)
        core.judge()
        for number in range(times):
            early = rng.random() < EARLY
            after = rng.uniform(0.0, 0.5) if early else rng.uniform(0.0, LONGEST_ROUND)
            saved += core.run(seed + number + 1, after, early=early)
            recovered += core.judge()
    return {
        "kills": times,
        "edits_told_as_saved": saved,
        "edits_in_the_journal": len(core.known),
        "edits_recovered_that_the_file_lacked": recovered,
        "seconds": round(time.monotonic() - started, 1),
        **core.figures,
    }
