"""`maestro apply`: kept edits done on a file, all of them or none, the reason said, nothing half-written."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from app.main import main
from study.annexe import Annexe, optional_marks
from study.apply import setting_of
from study.change_set import ChangeSet, Target, change_set_json, recorded
from study.changes import Change, Insert, Place, Remove, Set
from study.commands.attributes import SetAttribute
from study.commands.command import Command
from study.commands.execute import execute
from study.commands.windows import SetWindow
from study.document import Document
from tests.shared import ROOT

SAMPLE = ROOT / "resources" / "studies" / "maestro-sample.usdm.json"
_number = count(1)


def made(title: str, *changes: Change) -> ChangeSet:
    return ChangeSet(
        f"change-set-{next(_number)}",
        "study",
        7,
        "A. Author",
        "2026-03-03T16:30:00Z",
        Target.PROTOCOL,
        "edit",
        title,
        recorded(changes),
    )


class Folder:
    """A study in a folder, the edits of it, and what the verb says."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.study, self.changes, self.out = (path / f"{name}.json" for name in ("study", "changes", "out"))
        self.study.write_bytes(SAMPLE.read_bytes())
        self._capsys = capsys

    def write(self, value: object) -> None:
        self.changes.write_text(json.dumps(value), encoding="utf-8")

    def apply(self, out: Path | None = None, *more: str) -> tuple[int, str, str]:
        code = main(["apply", str(self.study), str(self.changes), "--out", str(out or self.out), *more])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def refused(self, *more: str) -> str:
        """What is said where nothing may have been written."""
        before = {each: each.read_bytes() for each in self.study.parent.iterdir()}
        code, out, error = self.apply(None, *more)
        assert (code, out) == (2, "")
        assert error.startswith("maestro: ")
        assert {each: each.read_bytes() for each in self.study.parent.iterdir()} == before
        return error.removeprefix("maestro: ").strip()


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Folder:
    return Folder(tmp_path, capsys)


def test_edits_of_commands_are_done_again_on_the_file(folder: Folder) -> None:
    document = Document.from_bytes(SAMPLE.read_bytes())
    visit = document.designs()[0].main_timeline.instances[1].id or ""  # type: ignore[union-attr]
    commands: list[Command] = [SetAttribute(visit, "label", "Zwölf"), SetWindow((visit,), "P1D", "P2D")]
    sets: list[ChangeSet] = []
    for command in commands:
        executed = execute(document, command, lambda prefix: f"{prefix}_{next(_number)}")
        sets.append(replace(made(executed.title), recorded=executed.recorded))
    folder.write([change_set_json(each) for each in sets])
    code, out, error = folder.apply()
    assert (code, error) == (0, "")
    assert out == f"{sets[0].title}\n{sets[1].title}\n2 edits applied.\n"
    assert folder.out.read_bytes() == document.to_bytes()
    assert folder.study.read_bytes() == SAMPLE.read_bytes()


def test_one_change_set_alone_and_onto_the_file_itself(folder: Folder) -> None:
    label = Document.from_bytes(SAMPLE.read_bytes()).study.raw.get("label")
    folder.write(change_set_json(made("Name it", Set("$study", "label", label, "L"))))
    assert folder.apply(folder.study) == (0, "Name it\n1 edit applied.\n", "")
    assert Document.from_bytes(folder.study.read_bytes()).title == "L"


def test_nothing_to_do_is_the_same_file(folder: Folder) -> None:
    folder.write([])
    assert folder.apply() == (0, "0 edits applied.\n", "")
    assert folder.out.read_bytes() == SAMPLE.read_bytes()


def test_one_that_does_not_fit_leaves_all_undone(folder: Folder) -> None:
    label = Document.from_bytes(SAMPLE.read_bytes()).study.raw.get("label")
    good = made("Good", Set("$study", "label", label, "L"))
    bad = made("Bad", Set("$study", "label", "L", "M"), Set("Gone_1", "name", "x", "y"))
    folder.write([change_set_json(good), change_set_json(bad)])
    assert folder.refused() == (
        "Change set 2 of 2, “Bad”, does not fit this study (change 2 of 2): “Gone_1” is not there any more. "
        "Nothing was written."
    )


def test_a_character_that_no_study_can_hold_is_refused(folder: Folder) -> None:
    document = Document.from_bytes(SAMPLE.read_bytes())
    visit = document.designs()[0].timelines[0].instances[0]
    change = Set(visit.id or "", "label", visit.label, "Week \ud83d")
    folder.write([change_set_json(made("Rename it", change))])
    assert "half a character (U+D83D)" in folder.refused()


def test_what_is_there_twice_is_refused(folder: Folder) -> None:
    twice = change_set_json(made("Twice"))
    folder.write([twice, twice])
    assert folder.refused().startswith("Change set 2 of 2, “Twice”, is there twice")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target.ANNEXE, "what is kept beside a protocol (the annexe)"),
        (Target.LAYOUT, "where cards are placed"),
    ],
)
def test_what_a_file_has_no_place_for_is_said(folder: Folder, target: Target, words: str) -> None:
    folder.write(change_set_json(replace(made("Class it"), target=target)))
    said = folder.refused()
    assert said.startswith(f"The change set, “Class it”, changes {words}")
    assert "no place" in said


def test_what_is_kept_beside_a_protocol_is_done_on_a_file_of_its_own(folder: Folder) -> None:
    kept = folder.study.parent / "annexe.json"
    mark = {"id": "mark:v1:a1", "instanceId": "v1", "activityId": "a1", "kind": "optional"}
    optional = replace(made("Class it", Insert("$root", "marks", mark, Place(None))), target=Target.ANNEXE)
    renamed = made(
        "Rename the study", setting_of(Document.from_bytes(SAMPLE.read_bytes()), "$study", "label", "Another")
    )
    folder.write([change_set_json(optional), change_set_json(renamed)])
    code, said, error = folder.apply(None, "--annexe", str(kept))
    assert (code, error) == (0, "")
    assert said == "Class it\nRename the study\n2 edits applied.\n"
    assert optional_marks(Annexe.from_bytes(kept.read_bytes())) == {("v1", "a1")}
    assert Document.from_bytes(folder.out.read_bytes()).title == "Another"
    # A second time it goes on from what is in the file, and all or nothing is written.
    assert "is taken" in folder.refused("--annexe", str(kept))
    removed = replace(
        made("Class it no more", Remove("$root", "marks", mark, Place(None))), target=Target.ANNEXE
    )
    folder.write(
        [change_set_json(removed), change_set_json(made("Rename", Set("$study", "label", "x", "y")))]
    )
    assert "Change set 2 of 2" in folder.refused("--annexe", str(kept))
    folder.write(change_set_json(removed))
    assert folder.apply(None, "--annexe", str(kept))[0] == 0
    assert Annexe.from_bytes(kept.read_bytes()).is_empty


def test_an_annexe_that_is_none_or_named_twice_is_said(folder: Folder) -> None:
    folder.write([])
    kept = folder.study.parent / "annexe.json"
    kept.write_bytes(b'{"format": 9}')
    assert "has format 9" in folder.refused("--annexe", str(kept))
    kept.write_bytes(b"nothing")
    assert "cannot be read" in folder.refused("--annexe", str(kept))
    assert "Choose another file" in folder.refused("--annexe", str(folder.study))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"format": 2}, "this program knows format 1"),
        ([{**change_set_json(made("x")), "id": "short"}], '"id" of a change set must be 8 to 64'),
        (
            [{**change_set_json(made("x")), "changes": [{"format": 1, "kind": "erase"}]}],
            "no change of the kind",
        ),
        ([{**change_set_json(made("x")), "changes": [{"format": 1, "kind": "set"}]}], 'must have "address"'),
        ("text", "must be a JSON object"),
        ([None], "must be a JSON object"),
    ],
)
def test_malformed_ones_are_refused(folder: Folder, value: object, words: str) -> None:
    folder.write(value)
    said = folder.refused()
    assert words in said
    assert str(folder.changes) in said


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe{}", b'[{"format": 1, "format": 1}]', b"[" * 9000])
def test_what_is_no_json_is_refused(folder: Folder, content: bytes) -> None:
    folder.changes.write_bytes(content)
    assert str(folder.changes) in folder.refused()


def test_the_changes_themselves_are_not_written_over(folder: Folder) -> None:
    folder.write([])
    before = folder.changes.read_bytes()
    code, out, error = folder.apply(folder.changes)
    assert (code, out) == (2, "")
    assert "holds the changes themselves" in error
    assert folder.changes.read_bytes() == before


def test_a_place_that_cannot_be_written_is_said(folder: Folder) -> None:
    folder.write([])
    code, out, error = folder.apply(folder.out / "no-such-folder" / "out.json")
    assert (code, out) == (2, "")
    assert "no-such-folder" in error


def test_files_that_are_missing_are_said(folder: Folder) -> None:
    assert "changes.json" in folder.refused()
