"""The program's work: one at a time, cancelled for certain, with its progress, told in words when it fails.

The library is a stand-in whose futures the test decides about; the real one is used in tests/e2e.
"""

from __future__ import annotations

import threading
from collections.abc import Generator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.program import Program, Work
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.library import Library, LibrarySettings
from services.library_entries import Freshness, LibraryEvents, OpenedStudy
from services.trouble import Trouble
from tests.app.held_library import ENTRY, OTHER, HeldLibrary


class Told:
    """Everything that the program said."""

    def __init__(self, program: Program) -> None:
        self.work: list[Work | None] = []
        self.opened: list[str] = []
        self.trouble: list[Trouble] = []
        self.sentences: list[str] = []
        program.work_changed.connect(self.work.append)
        program.study_opened.connect(lambda study: self.opened.append(study.entry.id))
        program.noticed.connect(self.trouble.append)
        program.told.connect(self.sentences.append)


@pytest.fixture
def libraries() -> list[HeldLibrary]:
    return []


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, libraries: list[HeldLibrary]) -> Generator[Program, None, None]:
    def make(settings: LibrarySettings, events: LibraryEvents) -> Library:
        libraries.append(HeldLibrary(settings, events))
        return cast(Library, libraries[-1])

    made = Program(tmp_path, Settings(), library=make)
    made.start()
    qtbot.waitUntil(lambda: len(made.entries) == 2 and made.status is not None)
    yield made
    made.close()


@pytest.fixture
def told(program: Program) -> Told:
    return Told(program)


CONTENT = sample_study_bytes()


def test_a_study_opens_with_progress(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], told: Told
) -> None:
    program.open_study("one")
    assert told.work == [Work("Opening One")]
    libraries[0].progress["one"](5, 10)
    qtbot.waitUntil(lambda: Work("Opening One", 5, 10) in told.work)
    libraries[0].opening["one"].set_result(OpenedStudy(ENTRY, CONTENT, Freshness.CURRENT))
    qtbot.waitUntil(lambda: told.opened == ["one"])
    assert told.work[-1] is None
    assert program.current is not None
    assert program.current.document.to_bytes() == CONTENT


def test_a_second_open_replaces_the_first(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], told: Told
) -> None:
    program.open_study("one")
    first = libraries[0].opening["one"]
    program.open_study("two")
    assert first.cancelled()
    libraries[0].opening["two"].set_result(OpenedStudy(OTHER, CONTENT, Freshness.CURRENT))
    qtbot.waitUntil(lambda: told.opened == ["two"])
    assert told.trouble == []


def test_an_answer_that_comes_after_another_choice_is_not_shown(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], told: Told
) -> None:
    program.open_study("one")
    # Done already, so that cancelling comes too late; its arrival is still on its way.
    libraries[0].opening["one"].set_result(OpenedStudy(ENTRY, CONTENT, Freshness.CURRENT))
    program.open_study("two")
    libraries[0].opening["two"].set_result(OpenedStudy(OTHER, CONTENT, Freshness.CURRENT))
    qtbot.waitUntil(lambda: bool(told.opened))
    assert told.opened == ["two"]


def test_a_study_opens_at_a_place_and_goes_to_another_without_opening_again(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], told: Told
) -> None:
    program.open_study("one", at="Instance_C_D8")
    libraries[0].opening["one"].set_result(OpenedStudy(ENTRY, CONTENT, Freshness.CURRENT))
    qtbot.waitUntil(lambda: told.opened == ["one"])
    study = program.current
    assert study is not None
    assert study.selection == "Instance_C_D8"
    del libraries[0].opening["one"]
    with qtbot.waitSignal(program.study_opened_again):
        program.open_study("one", at="Instance_C_D15", timeline="nothing")
    assert program.current is study
    assert study.selection == "Instance_C_D15"
    assert told.sentences == ["The timeline that was asked for is not in this study."]
    assert "one" not in libraries[0].opening


def test_cancelling_ends_the_work_without_a_word(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], told: Told
) -> None:
    program.open_study("one")
    program.cancel()
    assert libraries[0].opening["one"].cancelled()
    assert told.work[-1] is None
    program.open_study("two")
    libraries[0].opening["two"].set_result(OpenedStudy(OTHER, CONTENT, Freshness.CURRENT))
    qtbot.waitUntil(lambda: told.opened == ["two"])
    assert told.trouble == []


def test_trouble_is_told_and_the_open_study_stays(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], told: Told
) -> None:
    program.open_study("one")
    libraries[0].opening["one"].set_result(OpenedStudy(ENTRY, CONTENT, Freshness.CURRENT))
    qtbot.waitUntil(lambda: bool(told.opened))
    before = program.current
    program.open_study("two")
    libraries[0].opening["two"].set_exception(Trouble("No.", advice="Wait."))
    qtbot.waitUntil(lambda: [each.message for each in told.trouble] == ["No. Wait."])
    assert program.current is before
    assert told.work[-1] is None


@pytest.mark.expected_log("unexpected RuntimeError")
def test_what_nobody_expected_is_told_too(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], told: Told
) -> None:
    program.open_study("one")
    libraries[0].opening["one"].set_exception(RuntimeError("inside"))
    qtbot.waitUntil(lambda: bool(told.trouble))
    assert "unexpected" in told.trouble[0].message
    assert "inside" not in told.trouble[0].message


def test_an_import_tells_how_far_it_is(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], told: Told, tmp_path: Path
) -> None:
    path = tmp_path / "new.json"
    path.write_bytes(CONTENT)
    program.import_file(path)
    library = libraries[0]
    qtbot.waitUntil(lambda: program._work is library.importing)
    library.import_progress(3, 9)
    qtbot.waitUntil(lambda: Work("Importing new.json", 3, 9) in told.work)
    library.importing.set_result(OTHER)
    qtbot.waitUntil(lambda: told.sentences == ["Two is on the backend."])
    qtbot.waitUntil(lambda: "two" in library.opening)


def test_what_is_no_study_is_not_sent(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], told: Told, tmp_path: Path
) -> None:
    path = tmp_path / "new.json"
    path.write_bytes(b"no")
    program.import_file(path)
    qtbot.waitUntil(lambda: bool(told.trouble))
    assert "not JSON" in told.trouble[0].message
    assert program._work is not libraries[0].importing


def test_a_cancelled_export_writes_nothing(
    qtbot: QtBot, program: Program, told: Told, tmp_path: Path
) -> None:
    going, go_on = threading.Event(), threading.Event()

    def make() -> bytes:
        going.set()
        assert go_on.wait(20)
        return b"made"

    out = tmp_path / "out.csv"
    program.write(out, make, "The table")
    assert going.wait(20)
    program.cancel()
    go_on.set()
    program.write(tmp_path / "second.csv", lambda: b"second", "The table")
    qtbot.waitUntil(lambda: bool(told.sentences))
    program.link.workers.shutdown(wait=True)
    assert told.sentences == ["The table was written to second.csv."]
    assert not out.exists()


def test_changing_the_backend_ends_the_old_library_elsewhere(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], tmp_path: Path
) -> None:
    program.use_backend(Settings("https://maestro.example.org"))
    program.open_study("one")  # nobody to ask just now
    program.refresh()
    qtbot.waitUntil(lambda: len(libraries) == 2)
    assert libraries[0].closed.is_set()
    assert libraries[0].opening == {}
    assert libraries[1].settings.backend_url == "https://maestro.example.org"
    assert Settings.load(tmp_path).backend_url == "https://maestro.example.org"


def test_nothing_arrives_after_the_end(
    qtbot: QtBot, program: Program, libraries: list[HeldLibrary], told: Told
) -> None:
    program.open_study("one")
    future = libraries[0].opening["one"]
    program.close()
    assert future.cancelled()
    libraries[0].events.notice(Trouble("Too late."))
    libraries[0].events.studies_changed()
    qtbot.wait(1)
    assert told.trouble == []
    assert libraries[0].closed.is_set()
