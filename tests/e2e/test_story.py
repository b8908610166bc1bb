"""The story of an edited protocol: told by hand in a real window, killed, found again, exported, and compared.

The window that is killed is a process of its own with its backend, killed as a power cut would. The next start is
this process. What is exported is judged by the verbs, as processes of their own.
"""

from __future__ import annotations

import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from resources.sample import sample_study_bytes
from tests.e2e import story
from tests.e2e.conftest import StartDesktop
from tests.e2e.desktop import SAMPLE_TITLE, Desktop
from tests.e2e.test_verbs import good, maestro
from tests.kills._core_program import FolderKeyring
from tests.shared import ROOT, shared_study_path

_SECONDS = 240
PARTS = [
    "visits",
    "cycle",
    "window typed",
    "visit dragged",
    "block marked",
    "half of it undone",
    "done again",
]
STEPS = 8
"""Steps in the history; the journal has two edits more, the one taken back and the one done again."""


def killed_at_the_end(folder: Path, name: str, file: Path | None = None) -> list[str]:
    """Runs the window that tells the story and kills it once all is in the journal; the parts that were told."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e._story_window", str(folder), name, *([str(file)] if file else [])],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        lines = _lines_until(process, ("SAVED ", "FAILED "))
    finally:
        process.send_signal(signal.SIGKILL)
        _, errors = process.communicate()
    assert lines[-1] == f"SAVED {STEPS + 2}", (lines, errors.decode()[-3000:])
    return [line.removeprefix("TOLD ") for line in lines if line.startswith("TOLD ")]


def _lines_until(process: subprocess.Popen[bytes], ends: tuple[str, ...]) -> list[str]:
    assert process.stdout is not None
    text, end = "", time.monotonic() + _SECONDS
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while not any(line.startswith(ends) for line in text.split("\n")[:-1]):
            if not selector.select(max(0.0, end - time.monotonic())):
                break
            read = os.read(process.stdout.fileno(), 65536)
            if not read:
                break
            text += read.decode()
    return text.split("\n")[:-1]


def findings(path: Path) -> Counter[tuple[str, str]]:
    """The rules that a file is found to break, and where."""
    told = json.loads(good(maestro("check", path, "--format", "json")))
    return Counter((each["rule"], each["entity_id"]) for each in told)


def exported(desktop: Desktop, out: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the menu writes."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(out), "")))
    desktop.trigger("export_usdm")
    desktop.until(out.exists, "the exported file")
    return out


def stands_there_again(desktop: Desktop, told: story.Told) -> None:
    """All that the story made, in the study that is open now, and every step of it in the history."""
    study = desktop.program.current
    assert study is not None
    assert [story.successor(study, each) for each in (told.after, story.FIRST, story.SECOND)] == [
        story.FIRST,
        story.SECOND,
        story.DECISION,
    ]
    (branch,) = story.instance(study, story.DECISION).condition_assignments
    assert (branch.condition, branch.target) == (story.CONDITION, story.address(study, story.FIRST))
    assert story.marked(study, told) == {visit: set(told.activities) for visit in (story.FIRST, story.SECOND)}
    assert len(study.editor.history.steps) == study.editor.history.position == STEPS
    desktop.window.show_pane("history")
    pane = desktop.window.panes["history"].dock.widget()
    assert pane is not None
    desktop.until(pane.isVisible, "the history")
    assert [step.title for step in study.editor.steps.listed()][:2] == [
        f"Add {story.FIRST} 2 days after {told.after}, 1 day either way",
        f"Add {story.SECOND} 1 week after {story.FIRST}, 1 day either way",
    ]


def lines_of(text: str) -> Sequence[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_the_story_on_alexions_study(
    start: StartDesktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = shared_study_path("alexion-nct04573309-v4")
    file = tmp_path / "alexion.json"
    shutil.copyfile(original, file)
    told = story.ALEXION

    assert killed_at_the_end(tmp_path, "alexion", file) == PARTS
    assert file.read_bytes() == original.read_bytes()  # nobody asked to save it

    desktop = start(folder=tmp_path / "desk", keyring=FolderKeyring(tmp_path))
    desktop.open_file(file)
    assert f"Here again, and not in the file yet: {STEPS + 2} edits." in desktop.window.notices.sentences
    stands_there_again(desktop, told)

    out = exported(desktop, tmp_path / "edited.json", monkeypatch)
    done = maestro("diff", original, out)
    assert (done.returncode, done.stderr) == (1, "")
    names = ", ".join(told.activities[:-1]) + f" and {told.activities[-1]}"
    assert lines_of(done.stdout) == [
        "Visits",
        f"+ {story.FIRST}: visit added, with 7 activities; Day 42, 41 to 43; {names}",
        f"+ {story.SECOND}: visit added, with 7 activities; Day 50, 49 to 52; {names}",
        "Cycles and decisions",
        f"+ {story.DECISION}: decision added; {story.CONDITION} → {story.FIRST}; otherwise → EOS",
        f"+ Cycle added: 2 visits, {story.FIRST} and {story.SECOND}, repeated while “{story.CONDITION}”",
        "Windows",
        "~ EOS: was 2 days either way, is up to 2 days earlier or 5 days later",
        "Encounters",
        f"+ {story.FIRST}: encounter added",
        f"+ {story.SECOND}: encounter added",
        "Texts",
        "~ 1.3 Schedule of Activities (SoA): the section shows what changed elsewhere in the study",
        "8 differences.",
    ]
    assert findings(out) == findings(original)


def test_the_story_on_the_sample_which_the_backend_has(
    start: StartDesktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = tmp_path / "sample.json"
    original.write_bytes(sample_study_bytes())
    told = story.SAMPLE

    assert killed_at_the_end(tmp_path, "sample") == PARTS

    desktop = start(folder=tmp_path / "desk", keyring=FolderKeyring(tmp_path))
    study = desktop.open(SAMPLE_TITLE)
    stands_there_again(desktop, told)
    desktop.until_online()
    keeping = study.keeping
    assert keeping is not None
    desktop.until(lambda: not keeping.state.waiting, "the backend's word")
    assert not keeping.state.refused
    assert study.recovered.unfit == ()

    out = exported(desktop, tmp_path / "edited.json", monkeypatch)
    done = maestro("diff", original, out)
    assert (done.returncode, done.stderr) == (1, "")
    lines = lines_of(done.stdout)
    for line in (
        f"+ Cycle added: 2 visits, {story.FIRST} and {story.SECOND}, repeated while “{story.CONDITION}”",
        "~ Safety follow-up: was up to 3 days earlier or 7 days later, is 5 days either way",
    ):
        assert line in lines
    assert sum(line.startswith("- ") for line in lines) == 0
    # The new cycle lasts longer than the visit behind it lies from the end of treatment: the edits say so.
    new = findings(out) - findings(original)
    assert set(new) == {("MAESTRO-ORDER-TIME", "Instance_SAFETY_FU")}
    assert not findings(original) - findings(out)
