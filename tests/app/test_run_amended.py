"""`maestro run --amended`: what an amendment of LZZT would change for somebody half-way through the study."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from app.main import main
from app.verbs import VerbError
from app.verbs.run import Ran, Wanted, ran
from app.verbs.run_json import as_json
from app.verbs.run_text import as_text
from study.document import Document
from study.json_types import JsonObject
from tests.shared import shared_study

MAIN = "ScheduleTimeline_4"


def lzzt() -> Document:
    return Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))


def halfway() -> list[JsonObject]:
    def came(visit: str, on: str) -> JsonObject:
        return {"type": "visit done", "instance": visit, "occurred": on}

    return [
        {"type": "consented", "occurred": "2024-12-24"},
        came("Screen One", "2024-12-24"),
        came("Screen Two", "2025-01-05"),
        {"type": "anchor happened", "occurred": "2025-01-07"},
        came("Week 2", "2025-01-25"),
        came("Week 4", "2025-02-04"),
        {"type": "visit not done", "instance": "Week 6", "occurred": "2025-02-22", "reason": "holiday"},
        came("Week 8", "2025-03-07"),
    ]


def amended() -> Document:
    """Week 2 within a day and Week 12 a week later; at Week 16 a CT scan in place of the ECG; no call at Week 22 any
    more; a visit at Week 30."""
    value: Any = json.loads(shared_study("cdisc-pilot-lzzt-v4"))
    design = value["study"]["versions"][0]["studyDesigns"][0]
    (timeline,) = [each for each in design["scheduleTimelines"] if each["id"] == MAIN]
    times = {each["relativeFromScheduledInstanceId"]: each for each in timeline["timings"]}
    activities = {each["label"] or each["name"]: each["id"] for each in design["activities"]}
    by_id = {each["id"]: each for each in timeline["instances"]}
    week = {number: by_id[f"ScheduledActivityInstance_{n}"] for number, n in _WEEKS.items()}
    times[week[2]["id"]].update(windowLower="P1D", windowUpper="P1D")
    times[week[12]["id"]]["value"] = "P13W"
    week[16]["activityIds"].remove(activities["ECG"])
    week[16]["activityIds"].append(activities["CT scan"])
    week[20]["defaultConditionId"] = week[22]["defaultConditionId"]
    timeline["instances"].remove(week[22])
    timeline["timings"].remove(times[week[22]["id"]])
    last = copy.deepcopy(week[26]) | {
        "id": "Instance_30",
        "name": "WK30",
        "label": "Week 30",
        "encounterId": None,
    }
    week[26].update(defaultConditionId=last["id"], timelineExitId=None)
    timeline["instances"].append(last)
    timing = copy.deepcopy(times[week[26]["id"]]) | {"id": "Timing_30", "name": "TIM30", "value": "P30W"}
    timing["relativeFromScheduledInstanceId"] = last["id"]
    timeline["timings"].append(timing)
    return Document.from_bytes(json.dumps(value).encode("utf-8"))


_WEEKS = {2: 12, 12: 17, 16: 19, 20: 21, 22: 22, 26: 24}


def dry_run(other: Document, **wanted: str) -> Ran:
    return ran(lzzt(), halfway(), Wanted(**wanted), other, "amended.json")  # type: ignore[arg-type]


WEEK_12 = "2025-04-01 (2025-03-28 to 2025-04-05)"
WEEK_13 = "2025-04-08 (2025-04-04 to 2025-04-12)"


def test_it_reads_right() -> None:
    text = as_text(dry_run(amended(), on="2025-03-10"))
    assert text.split("\n\n")[-1].splitlines() == [
        "If amended.json came into force on 2025-03-10, for this participant",
        f"  Week 12: 7 days later, {WEEK_13} instead of {WEEK_12}",
        "  Week 12 NPI: 7 days later, 2025-04-22 instead of 2025-04-15",
        "  Week 16: more to do: CT scan; no longer: ECG",
        "  Week 20 NPI: dropped, was planned for 2025-06-10",
        "  Week 30: added, 2025-08-05 (2025-08-02 to 2025-08-08)",
        "  Done or declared already, stay as they are: Screen One, Screen Two, Dose, Week 2, Week 4, Week 6, Week 8",
    ]


def test_what_was_done_is_judged_by_the_protocol_in_force_then() -> None:
    result = dry_run(amended(), on="2025-03-10")
    assert result.amendment is not None
    assert (result.amendment.proposed, result.amendment.withdrawn) == ((), ())
    told = json.loads(as_json(result))
    assert told["amendment"]["plan"] != told["plan"]
    kinds = {(each["visit"], each["kind"]) for each in told["amendment"]["changes"]}
    assert ("Week 2", "already done") in kinds
    assert ("Week 30", "added") in kinds
    (week_12,) = [each for each in told["amendment"]["changes"] if each["visit"] == "Week 12"]
    assert (week_12["before"]["planned"], week_12["after"]["planned"]) == ("2025-04-01", "2025-04-08")


def test_the_run_itself_is_as_without() -> None:
    alone = json.loads(as_json(ran(lzzt(), halfway(), Wanted())))
    beside = json.loads(as_json(dry_run(amended())))
    assert alone["amendment"] is None
    assert {**beside, "amendment": None} == alone


def test_the_same_study_changes_nothing() -> None:
    text = as_text(dry_run(lzzt(), on="2025-03-10"))
    assert text.split("\n\n")[-1].splitlines() == [
        "If amended.json came into force on 2025-03-10, for this participant",
        "  Nothing would change.",
    ]


def test_another_study_is_not_compared() -> None:
    other = Document.from_bytes(shared_study("alexion-nct04573309-v4"))
    with pytest.raises(VerbError, match=r"^amended\.json: The ids of its visits mean other things"):
        dry_run(other)


def test_by_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, content in (
        ("study.json", lzzt().to_bytes()),
        ("second.json", amended().to_bytes()),
        ("events.json", json.dumps(halfway()).encode()),
    ):
        (tmp_path / name).write_bytes(content)
    paths = [str(tmp_path / name) for name in ("study.json", "events.json", "second.json")]
    assert main(["run", *paths[:2], "--amended", paths[2]]) == 0
    assert "If second.json came into force on 2025-03-07, for this participant\n" in capsys.readouterr().out
    assert main(["run", *paths[:2], "--amended", paths[1]]) == 2
    assert capsys.readouterr().err.startswith("maestro: ")
