"""`maestro simulate`: rows that people's scripts read, the same for the same seed, and errors in one line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from app.main import main
from app.verbs.simulate import COLUMNS
from app.verbs.study_file import study_from
from study.annexe import Annexe
from study.rules.place import places, rule_address
from study.rules.suggest import suggested
from study.rules.vocabulary import vocabulary
from study.rules.writing import rule_to_json
from tests.shared import ROOT, SHARED_STUDIES, shared_study_path

SAMPLE = str(ROOT / "resources" / "studies" / "maestro-sample.usdm.json")

OUTCOMES = {
    "format": 1,
    "enrolment": {"per_month": 6},
    "discontinuation": {"per_month": 0.05, "how": {"consent withdrawn": 1, "Early termination": 1}},
    "visits": {"missed": 0.05, "days_off": {"-2": 1, "0": 6, "2": 1}},
    "decisions": {"Eligible?": {"Not eligible: screen failure": 1, "otherwise": 4}},
}


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture
def outcomes(tmp_path: Path) -> str:
    path = tmp_path / "outcomes.json"
    path.write_text(json.dumps(OUTCOMES), encoding="utf-8")
    return str(path)


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    assert main(["simulate", *arguments]) == 0
    return table(capsys.readouterr().out)


@pytest.mark.parametrize("study", SHARED_STUDIES)
def test_real_studies_run_to_the_end_as_planned(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(shared_study_path(study))
    found = rows(capsys, path, "--participants", "2", "--start", "2026-03-02", "--follow-texts")
    assert {row["participant"] for row in found} == {"1", "2"}
    assert tuple(found[0]) == COLUMNS
    assert found[0]["done"] == "2026-03-02"
    for row in found:
        assert row["status"] in ("done", "done in window")
        assert row["deviation"] == ""
        if row["planned"]:
            assert row["done"] == row["planned"]
        if row["window_open"]:
            assert row["window_open"] <= row["done"] <= row["window_close"]


def test_lzzt_has_its_weeks_from_dosing(capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, str(shared_study_path("cdisc-pilot-lzzt-v4")), "--start", "2025-01-01")
    weeks = {row["name"]: (row["planned"], row["window_open"], row["window_close"]) for row in found}
    assert weeks["Dose"][0] == "2025-01-15"
    assert weeks["Week 2"] == ("2025-01-29", "2025-01-26", "2025-02-01")
    assert weeks["Week 8"] == ("2025-03-12", "2025-03-09", "2025-03-15")
    assert weeks["Week 26"][0] == "2025-07-16"


def test_alexion_s_loop_gives_day_6_and_day_5_when_its_text_is_followed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(shared_study_path("alexion-nct04573309-v4"))
    found = rows(capsys, path, "--follow-texts", "--start", "2026-01-05")
    looped = [row for row in found if row["name"] == "-6 through -5"]
    assert [(row["pass"], row["done"]) for row in looped] == [("1", "2026-02-10"), ("2", "2026-02-11")]
    assert [row["done"] for row in found if row["name"] == "Day 1"] == ["2026-02-16"]


def test_what_is_assumed_comes_out(outcomes: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, SAMPLE, "--participants", "30", "--outcomes", outcomes, "--country", "DE")
    statuses = {row["status"] for row in found}
    assert {
        "done",
        "done in window",
        "done early",
        "done after window",
        "not done",
        "not required",
    } <= statuses
    for row in found:
        late, early = row["status"] == "done after window", row["status"] == "done early"
        assert ("after its window" in row["deviation"]) == late
        assert ("before its window" in row["deviation"]) == early
        assert ("visit not done" in row["deviation"]) <= (row["status"] == "not done")
        assert bool(row["days_out"]) == (late or early)
        assert (row["status"] == "not done") == bool(row["reason"])
    assert "Screen failure" in {row["name"] for row in found}
    assert any(row["run"].startswith("side:") for row in found)
    assert len({row["planned"] for row in found if row["instance"] == "Instance_SCREEN"}) > 10


def test_the_same_seed_gives_the_same_rows(outcomes: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = (SAMPLE, "--participants", "5", "--outcomes", outcomes)
    first, again, other = (rows(capsys, *asked, "--seed", seed) for seed in ("7", "7", "8"))
    assert first == again
    assert first != other


def test_json_says_the_same_as_the_table(outcomes: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["simulate", SAMPLE, "--participants", "3", "--outcomes", outcomes]
    assert main([*asked, "--format", "json"]) == 0
    objects = json.loads(capsys.readouterr().out)
    found = rows(capsys, *asked[1:])
    assert [{name: "" if v is None else str(v) for name, v in each.items()} for each in objects] == found
    assert {type(each["participant"]) for each in objects} == {int}
    assert {type(each["planned"]) for each in objects} <= {str, type(None)}


def test_a_timeline_beside_the_main_one_can_be_simulated(capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, SAMPLE, "--timeline", "PK profile")
    assert [row["instance"] for row in found][:2] == ["Instance_PK_PREDOSE", "Instance_PK_DOSE"]
    assert len(found) == 8
    assert {row["timeline"] for row in found} == {"PK profile"}


def test_a_limit_is_told_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "outcomes.json"
    always = {"format": 1, "most_passes": 4, "decisions": {"May dosing go on?": {"Cycle n Day 1": 1}}}
    path.write_text(json.dumps(always), encoding="utf-8")
    assert main(["simulate", SAMPLE, "--outcomes", str(path), "--participants", "20"]) == 0
    told = capsys.readouterr()
    assert max(int(row["pass"]) for row in table(told.out)) == 4
    assert "in a loop 4 times" in told.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--participants", "0"), "1 to 1,000,000 participants, not 0"),
        (("--participants", "1000001"), "not 1,000,001"),
        (("--seed", "-1"), "The seed is a whole number from 0"),
        (("--start", "5.1.2026"), "5.1.2026 is no date to start on"),
        (("--start", "2026-02-30"), "2026-02-30 is no date"),
        (("--start", "9999-12-31"), "no date to start on"),
        (("--timeline", "X"), "There is no timeline X. The study has: Main timeline"),
        (("--country", "XX"), "The holidays of XX are not known"),
        (("--outcomes", "missing.json"), "missing.json"),
    ],
)
def test_what_cannot_be_is_one_line_on_stderr(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", SAMPLE, *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert said in told.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "The outcomes are no JSON"),
        (b'{"format": 2}', "format 2, this program knows format 1"),
        (
            b'{"format": 1, "decisions": {"Eligible": {"a": 1}}}',
            "there is no decision “Eligible”. The schedule has: Eligible?",
        ),
        (
            b'{"format": 1, "enrolment": {"per_month": 0.001}}',
            "Enrolment takes longer than the calendar lasts",
        ),
        (b"\xff\xfe\x00", "no text in UTF-8"),
    ],
)
def test_outcomes_that_do_not_fit_are_told_before_any_row(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "outcomes.json"
    path.write_bytes(content)
    assert main(["simulate", SAMPLE, "--outcomes", str(path), "--participants", "100000"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("maestro: ")
    assert said in told.err


def test_the_page_shows_what_the_verb_really_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = (
        (ROOT / "docs" / "verbs.md").read_text(encoding="utf-8").split("## simulate\n")[1].split("\n## ")[0]
    )
    outcomes = section.split("```json\n")[1].split("```")[0]
    example = section.split("$ maestro simulate study.json ")[1].split("```")[0]
    command, *lines = example.strip().splitlines()
    path = tmp_path / "outcomes.json"
    path.write_text(outcomes, encoding="utf-8")
    options = command.split(" | ")[0].replace("outcomes.json", str(path)).split()
    assert main(["simulate", SAMPLE, *options]) == 0
    written = capsys.readouterr().out.splitlines()
    shown = ["\t".join(line.split("\t")[:10]) for line in written]
    assert lines[-1] == "…"
    assert lines[:-1] == shown[: len(lines) - 1]


def test_rules_that_are_kept_beside_the_study_decide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(shared_study_path("alexion-nct04573309-v4"))
    document = study_from(path)
    place = next(each for each in places(document) if each.kind == "ConditionAssignment")
    offered = suggested(place.text, vocabulary(document))
    assert offered is not None
    kept = Annexe.empty()
    kept.root["rules"] = [
        {
            "id": rule_address(place.address),
            "conditionAssignmentId": place.address,
            "rule": rule_to_json(offered.rule),
        }
    ]
    annexe = tmp_path / "study.annexe.json"
    annexe.write_bytes(kept.to_bytes())
    ruled = rows(capsys, path, "--annexe", str(annexe), "--participants", "3")
    assert ruled == rows(capsys, path, "--follow-texts", "--participants", "3")


def test_what_is_left_to_chance_is_told_on_stderr(outcomes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", str(shared_study_path("alexion-nct04573309-v4"))]) == 0
    assert capsys.readouterr().err == (
        "maestro: Neither a rule nor the outcomes decide “D-6-5_DECISION”: all ways were equally likely.\n"
        "maestro: The text of “D-6-5_DECISION” says in full when it holds, “Day = -6”: --follow-texts takes it at its "
        "word.\n"
    )
    assert main(["simulate", SAMPLE, "--outcomes", outcomes]) == 0
    told = capsys.readouterr().err
    assert "“May dosing go on?”" in told
    assert "“Eligible?”" not in told, "the outcomes say how"
