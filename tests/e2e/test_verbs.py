"""The headless verbs as real processes: on good files, on every kind of bad one, and with readers that leave."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.shared import ROOT, shared_study_path

SAMPLE = ROOT / "resources/studies/maestro-sample.usdm.json"
V4 = ROOT / "tests/fixtures/minimal-v4.usdm.json"
V3 = ROOT / "tests/fixtures/minimal-v3.usdm.json"
COLUMNS = [
    "timeline_id",
    "instance_id",
    "name",
    "kind",
    "offset_s",
    "study_day",
    "window_open_s",
    "window_close_s",
    "status",
]


def maestro(*arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run `maestro ARGUMENTS` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "app.main", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        cwd=ROOT,
        env=os.environ | (env or {}),
        check=False,
    )


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line with which a verb refused."""
    assert done.returncode == 2, done
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("maestro: ")
    assert "Traceback" not in done.stderr
    return lines[0]


def good(done: subprocess.CompletedProcess[str]) -> str:
    """What a verb said that did what it was asked."""
    assert done.returncode == 0, done
    assert done.stderr == ""
    return done.stdout


# On good files


@pytest.mark.parametrize("path", [SAMPLE, V4, V3], ids=["sample", "v4", "v3"])
def test_schedule_and_check(path: Path) -> None:
    table = good(maestro("schedule", path)).splitlines()
    assert table[0].split("\t") == COLUMNS
    rows = json.loads(good(maestro("schedule", path, "--format", "json")))
    assert len(rows) == len(table) - 1 > 0
    assert all(list(row) == COLUMNS for row in rows)
    findings = json.loads(good(maestro("check", path, "--format", "json")))
    assert all(set(each) == {"rule", "severity", "entity_id", "entity_type", "message"} for each in findings)
    assert good(maestro("check", path))


def test_one_timeline_by_name() -> None:
    rows = json.loads(good(maestro("schedule", SAMPLE, "--timeline", "PK", "--format", "json")))
    assert {row["timeline_id"] for row in rows} == {"Timeline_PK"}
    assert {row["study_day"] for row in rows} <= {None, ""}


def test_every_export(tmp_path: Path) -> None:
    good(maestro("export", SAMPLE, "--view", "soa", "--out", tmp_path / "soa.csv"))
    rows = list(csv.reader(io.StringIO((tmp_path / "soa.csv").read_text(encoding="utf-8-sig"))))
    table = rows[: rows.index([])]  # what follows are the footnotes
    assert len({len(row) for row in table}) == 1
    assert any("12-lead ECG" in row[0] for row in table)
    good(maestro("export", SAMPLE, "--view", "usdm", "--out", tmp_path / "same.json"))
    assert (tmp_path / "same.json").read_bytes() == SAMPLE.read_bytes()
    # A picture needs no screen.
    done = maestro(
        "export",
        SAMPLE,
        "--view",
        "graph",
        "--out",
        tmp_path / "graph.png",
        env={"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""},
    )
    good(done)
    assert (tmp_path / "graph.png").read_bytes().startswith(b"\x89PNG")


def test_a_pdf_is_the_same_twice_in_processes_of_their_own(tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        out = ("--printed", "2026-11-22T18:05+01:00", "--out", tmp_path / name)
        good(maestro("export", SAMPLE, "--view", "soa", "--paper", "letter", *out))
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize("verb", ["schedule", "check"])
def test_a_real_study(verb: str) -> None:
    path = shared_study_path("alexion-nct04573309-v4")
    assert len(good(maestro(verb, path)).splitlines()) > 1


def test_the_version_and_the_help() -> None:
    assert good(maestro("--version")).startswith("Maestro ")
    said = good(maestro("--help"))
    assert all(verb in said for verb in ("open", "schedule", "check", "export", "backend"))


# On bad ones


def _repeated_id(root: Any) -> None:
    timeline = root["study"]["versions"][0]["studyDesigns"][0]["scheduleTimelines"][0]
    timeline["instances"][1]["id"] = timeline["instances"][0]["id"]


def _timing_of_itself(root: Any) -> None:
    timeline = root["study"]["versions"][0]["studyDesigns"][0]["scheduleTimelines"][0]
    for timing in timeline["timings"]:
        timing["relativeToScheduledInstanceId"] = timing["relativeFromScheduledInstanceId"]
        timing["type"]["code"], timing["type"]["decode"] = "C201356", "After"


def _three_hundred(root: Any) -> None:
    timeline = root["study"]["versions"][0]["studyDesigns"][0]["scheduleTimelines"][0]
    model = json.loads(json.dumps(timeline["instances"][-1]))
    before = timeline["instances"][-1]
    for number in range(300):
        made = json.loads(json.dumps(model)) | {"id": f"Made_{number}", "name": f"MADE_{number}"}
        before["defaultConditionId"] = made["id"]
        timeline["instances"].append(made)
        before = made


NOT_STUDIES: dict[str, tuple[bytes, str]] = {
    "not JSON": (b"This is a protocol, in words.\n", "line 1"),
    "empty": (b"", "empty"),
    "cut off": (V4.read_bytes()[:4000], "cut off"),
    "no study": (b'{"usdmVersion": "4.0"}', "study"),
    "a list": (b"[1, 2, 3]", "study"),
    "deep nesting": (b'{"study":' * 100_000, "nest"),
    "deep nesting, closed": (b'{"study":' * 100_000 + b"1" + b"}" * 100_000, "nest"),
    "a repeated key": (b'{"usdmVersion": "4.0", "study": {"id": null, "id": "x"}}', "line 1"),
    "not UTF-8": ('{"usdmVersion": "4.0", "study": "été"}'.encode("latin-1"), "UTF-8"),
    "binary": (bytes(range(256)) * 10, ""),
}


@pytest.mark.parametrize("verb", ["schedule", "check"])
@pytest.mark.parametrize("kind", NOT_STUDIES)
def test_what_is_no_study_is_refused_in_one_line(verb: str, kind: str, tmp_path: Path) -> None:
    content, word = NOT_STUDIES[kind]
    path = tmp_path / "study.json"
    path.write_bytes(content)
    assert word.lower() in refused(maestro(verb, path)).lower()


def test_an_export_of_what_is_no_study_writes_nothing(tmp_path: Path) -> None:
    path, out = tmp_path / "study.json", tmp_path / "out.json"
    path.write_bytes(V4.read_bytes()[:4000])
    refused(maestro("export", path, "--view", "usdm", "--out", out))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["study.json"]


def test_usdm_2_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "study.json"
    older = {"usdmVersion": "2.0", "study": {"studyTitle": "Old", "studyProtocolVersions": [{"id": "1"}]}}
    path.write_text(json.dumps(older), encoding="utf-8")
    said = refused(maestro("schedule", path))
    assert "USDM 2 or older" in said
    assert "USDM 3 or 4" in said


DAMAGED: dict[str, Callable[[Any], None]] = {
    "an id used twice": _repeated_id,
    "a timing that refers to itself": _timing_of_itself,
    "300 instances more": _three_hundred,
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_study_is_read_all_the_same_and_its_findings_told(kind: str, tmp_path: Path) -> None:
    root = json.loads(V4.read_text(encoding="utf-8"))
    DAMAGED[kind](root)
    path = tmp_path / "study.json"
    path.write_text(json.dumps(root), encoding="utf-8")
    instances = sum(
        len(timeline["instances"])
        for timeline in root["study"]["versions"][0]["studyDesigns"][0]["scheduleTimelines"]
    )
    rows = json.loads(good(maestro("schedule", path, "--format", "json")))
    assert len(rows) == instances
    findings = json.loads(good(maestro("check", path, "--format", "json")))
    if kind != "300 instances more":
        assert any(each["severity"] != "info" for each in findings)
    out = tmp_path / "graph.png"
    good(maestro("export", path, "--view", "graph", "--out", out))
    assert out.stat().st_size > 1000
    good(maestro("export", path, "--view", "soa", "--out", tmp_path / "soa.csv"))
    good(maestro("export", path, "--view", "usdm", "--out", tmp_path / "same.json"))
    assert (tmp_path / "same.json").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("verb", ["schedule", "check", "open"])
def test_files_that_cannot_be_read(verb: str, tmp_path: Path) -> None:
    assert "no-such-file" in refused(maestro(verb, tmp_path / "no-such-file.json"))
    if verb != "open":  # the window tells it in the window
        assert "folder" in refused(maestro(verb, tmp_path))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a person whom permissions bind")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.json"
    path.write_bytes(V4.read_bytes())
    path.chmod(0)
    assert "permission" in refused(maestro("schedule", path))


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    out = tmp_path / "no-such-folder" / "out.csv"
    assert "no-such-folder" in refused(maestro("export", V4, "--view", "soa", "--out", out))
    (tmp_path / "folder.csv").mkdir()
    assert "folder" in refused(maestro("export", V4, "--view", "soa", "--out", tmp_path / "folder.csv"))
    assert list((tmp_path / "folder.csv").iterdir()) == []
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder.csv"]


def test_an_export_that_cannot_be_finished_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("before", encoding="utf-8")
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from app.main import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, "export", str(SAMPLE), "--view", "usdm", "--out", str(out)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        cwd=ROOT,
        check=False,
    )
    assert "could not be written" in refused(done)
    assert out.read_text(encoding="utf-8") == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["out.json"]


def test_an_unknown_timeline_is_refused_with_those_that_are_there() -> None:
    for arguments in (
        ("schedule", SAMPLE, "--timeline", "Week 9"),
        ("export", SAMPLE, "--timeline", "Week 9", "--view", "soa", "--out", "/nowhere/x.csv"),
        ("export", SAMPLE, "--timeline", "Week 9", "--view", "graph", "--out", "/nowhere/x.png"),
    ):
        said = refused(maestro(*arguments))
        assert "Week 9" in said
        assert "Timeline_PK" in said


def test_a_wrong_ending_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    said = refused(
        maestro("export", tmp_path / "missing", "--view", "graph", "--out", tmp_path / "graph.docx")
    )
    assert said.endswith("Choose a name that ends in .pdf, .svg or .png.")


def test_a_reader_that_leaves_ends_the_verb_in_silence() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "app.main", "schedule", str(SAMPLE), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    with child.stderr:
        assert child.stderr.read() == b""
    assert child.wait(60) == 0


def test_the_window_without_a_screen_says_so_in_one_line() -> None:
    bare = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    for arguments in ((), ("open",), ("open", str(SAMPLE))):
        said = refused(maestro(*arguments, env=bare))
        assert "no screen" in said
        assert "maestro schedule" in said


def test_the_window_on_a_screen_that_is_not_there_says_so_in_one_line() -> None:
    said = refused(maestro("open", env={"DISPLAY": ":987", "QT_QPA_PLATFORM": "", "WAYLAND_DISPLAY": ""}))
    assert "screen" in said


def test_the_backend_says_what_it_is_missing() -> None:
    done = maestro("backend", "--no-such-option")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
