"""`maestro run`: what is not required, held back, to be started and going on, as the annexe beside a study says it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.main import main
from app.verbs.calendar import Wanted as Calendar
from app.verbs.calendar import calendar
from study.annexe import Annexe
from study.document import Document
from study.interpreter.amended_decisions import DecisionChangeKind
from study.rules.model import Attribute, Observed, Passes, Rule, Words
from study.rules.place import rule_address
from study.rules.writing import rule_to_json
from tests.shared import ROOT
from tests.study.rules.drawing import compare, q

SAMPLE = ROOT / "resources" / "studies" / "maestro-sample.usdm.json"
SECTION = (ROOT / "docs" / "verbs.md").read_text("utf-8").split("\n## run\n")[1].split("\n## ")[0]
GRADE = Observed("grade", "Grade", unit="1")
RULES = (
    ("conditionId", "Condition_PREGNANCY", Rule(compare(Attribute("sex"), "=", Words("female")))),
    ("timelineId", "Timeline_UNSCHEDULED", Rule(compare(GRADE, ">=", q(3, "1")))),
)
EVENTS: list[dict[str, Any]] = [
    {"type": "consented", "occurred": "2024-12-20"},
    {"type": "observation recorded", "occurred": "2024-12-20", "name": "sex", "value": "male"},
    {"type": "visit done", "instance": "Screening", "occurred": "2024-12-20"},
    {"type": "visit done", "instance": "Baseline", "occurred": "2025-01-06"},
    {"type": "decision answered", "instance": "Eligible?", "answer": "otherwise", "occurred": "2025-01-06"},
    {"type": "anchor happened", "occurred": "2025-01-07"},
    {"type": "observation recorded", "occurred": "2025-01-09", "name": "grade", "value": 3, "unit": "1"},
]


def annexe(**more: Any) -> bytes:
    made = Annexe.empty()
    made.root["rules"] = [
        {"id": rule_address(of), whose: of, "rule": rule_to_json(rule)} for whose, of, rule in RULES
    ]
    made.root["spans"] = [
        {
            "id": "diary",
            "name": "Diary of quality of life",
            "activityId": "Activity_QUALITY_OF_LIFE",
            "fromInstanceId": "Instance_C_D1",
            "toInstanceId": "Instance_EOT",
        }
    ]
    made.root.update(more)
    return json.dumps(made.root).encode("utf-8")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "annexe.json").write_bytes(annexe())
    (tmp_path / "events.json").write_text(json.dumps(EVENTS), "utf-8")
    return tmp_path


def run(files: Path, *options: str) -> int:
    kept = ["--annexe", str(files / "annexe.json")]
    return main(["run", str(SAMPLE), str(files / "events.json"), *kept, *options])


def test_the_documentation_shows_what_stands_beside_the_sample(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(r"^```\n(To be started .*?)^```", SECTION, re.MULTILINE | re.DOTALL)
    assert shown is not None
    assert run(files) == 0
    assert shown.group(1) in capsys.readouterr().out


def test_a_visit_says_what_is_not_required_at_it(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(files) == 0
    lines = capsys.readouterr().out.splitlines()
    (screening,) = [line for line in lines if line.startswith("Screening ")]
    assert screening.endswith("on 2024-12-20, Day -18, not required: Pregnancy test")
    assert sum("not required" in line for line in lines) == 2, "the later visits have not come"


def test_as_fields(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(files, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(each["title"], each["role"]) for each in told["to_be_started"]] == [
        ("Unscheduled visit", "investigator")
    ]
    (diary,) = told["going_on"]
    assert (diary["title"], diary["since"], diary["last_instance"]) == (
        "Diary of quality of life",
        "2025-01-07",
        "Instance_EOT",
    )
    screening = told["calendar"][0]
    assert screening["not_required"] == ["Pregnancy test"]
    assert "Pregnancy test" in screening["activities"]
    assert [name for field in ("to_be_started", "going_on") for name in told[field][0]] == [
        name for field in ("to_be_started", "going_on") for name in told[field][0] if f"`{name}`" in SECTION
    ]


def test_the_calendar_lists_what_is_required(tmp_path: Path) -> None:
    kept = tmp_path / "annexe.json"
    never = Rule(compare(Passes(), ">", q(9)))
    (rule,) = [
        {"id": rule_address(of), "conditionId": of, "rule": rule_to_json(never)}
        for of in ("Condition_PREGNANCY",)
    ]
    kept.write_bytes(annexe(rules=[rule]))
    made = [
        calendar(Document.from_bytes(SAMPLE.read_bytes()), Calendar("2025-01-07", annexe=name)).decode(
            "utf-8"
        )
        for name in ("", str(kept))
    ]
    assert [text.count("Pregnancy test") for text in made][1] < made[0].count("Pregnancy test")


def test_every_change_of_a_decision_is_told() -> None:
    assert [each.value for each in DecisionChangeKind if f"`{each.value}`" not in SECTION] == []
