"""Bad input through `maestro run`: a deviation or a clear refusal, never a wrong date in silence, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.main import main
from app.verbs.run import Wanted, ran
from app.verbs.run_json import as_json
from study.document import Document
from study.interpreter.advance import advance
from study.interpreter.at_once import recorded
from study.interpreter.effects import Refused
from study.interpreter.state import new_state
from study.json_types import JsonObject
from tests.study.building import anchor, decision, timeline, timing, visit
from tests.study.interpreter.participants import plan_of
from tests.study.studies import SAMPLE


def study(*timelines: JsonObject, activities: tuple[str, ...] = ()) -> Document:
    design = {
        "id": "design",
        "instanceType": "InterventionalStudyDesign",
        "scheduleTimelines": [{**timelines[0], "mainTimeline": True}, *timelines[1:]],
        "activities": [{"id": each, "name": each, "instanceType": "Activity"} for each in activities],
    }
    version = {"id": "version", "instanceType": "StudyVersion", "studyDesigns": [design]}
    value = {"study": {"id": None, "instanceType": "Study", "name": "S", "versions": [version]}}
    return Document.from_bytes(json.dumps({**value, "usdmVersion": "4.0.0"}).encode())


def after(value: str, window: tuple[str | None, str | None] = ("P1D", "P1D")) -> Document:
    return study(
        timeline(
            [visit("dose", "next", activities=("ECG",)), visit("next", activities=("ECG", "Labs"))],
            [anchor("dose"), timing("next", "After", value, "dose", window)],
        ),
        activities=("ECG", "Labs"),
    )


def did(type_: str, occurred: str, instance: str = "", **fields: Any) -> JsonObject:
    made: JsonObject = {"type": type_, "occurred": occurred, **fields}
    return {**made, "instance": instance} if instance else made


def told(document: Document, *events: Any, **wanted: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(as_json(ran(document, list(events), Wanted(**wanted))))  # type: ignore[arg-type]
    return made


def planned(made: dict[str, Any], name: str = "next") -> tuple[Any, Any, Any]:
    (row,) = [each for each in made["calendar"] if each["visit"] == name]
    return row["planned"], row["window_opens"], row["window_closes"]


@pytest.mark.parametrize(
    ("value", "dosed", "expected"),
    [
        ("P1M", "2024-01-31", ("2024-02-29", "2024-02-28", "2024-03-01")),
        ("P1M", "2025-01-31", ("2025-02-28", "2025-02-27", "2025-03-01")),
        ("P2M", "2025-01-31", ("2025-03-31", "2025-03-30", "2025-04-01")),
        ("P1Y", "2024-02-29", ("2025-02-28", "2025-02-27", "2025-03-01")),
        ("P4Y", "2024-02-29", ("2028-02-29", "2028-02-28", "2028-03-01")),
        ("P14D", "2024-02-15", ("2024-02-29", "2024-02-28", "2024-03-01")),
    ],
)
def test_month_ends_and_29_february(value: str, dosed: str, expected: tuple[str, str, str]) -> None:
    made = told(after(value), did("consented", dosed), did("anchor happened", dosed))
    assert planned(made) == expected
    assert made["deviations"] == []


def test_29_february_of_another_year_is_refused() -> None:
    made = told(after("P7D"), did("anchor happened", "2025-02-29"))
    assert [each["reason"] for each in made["refused"]] == [
        "“2025-02-29” is no day or no time of the calendar."
    ]


@pytest.mark.parametrize(
    ("dosed", "expected"),
    [
        # Europe/Berlin goes on an hour on 30 March 2025 at 2, and back an hour on 26 October at 3.
        ("2025-03-30T01:45", ("2025-03-30T05:45+02:00", "2025-03-30T05:15+02:00", "2025-03-30T06:15+02:00")),
        ("2025-10-26T01:45", ("2025-10-26T03:45+01:00", "2025-10-26T03:15+01:00", "2025-10-26T04:15+01:00")),
    ],
)
def test_hours_count_through_the_change_of_the_clock(dosed: str, expected: tuple[str, str, str]) -> None:
    document = after("PT3H", ("PT30M", "PT30M"))
    made = told(
        document, did("consented", "2025-01-01"), did("anchor happened", dosed), time_zone="Europe/Berlin"
    )
    assert planned(made) == expected


def test_days_are_dates_through_the_change_of_the_clock() -> None:
    made = told(
        after("P1D"),
        did("consented", "2025-01-01"),
        did("anchor happened", "2025-03-29T23:30"),
        did("visit done", "2025-03-30T00:15", "next"),
        time_zone="Europe/Berlin",
    )
    assert planned(made) == ("2025-03-30", "2025-03-29", "2025-03-31")
    assert made["deviations"] == []


def test_a_participant_in_another_time_zone_is_on_the_sites_date() -> None:
    # 20:30 on 31 January in New York is 2:30 on 1 February in Berlin.
    made = told(
        after("P1D", ("P0D", "P0D")),
        did("consented", "2025-01-01"),
        did("anchor happened", "2025-01-31T20:30-05:00"),
        did("visit done", "2025-02-02T09:00+01:00", "next"),
        time_zone="Europe/Berlin",
    )
    assert planned(made) == ("2025-02-02", "2025-02-02", "2025-02-02")
    assert made["deviations"] == []
    elsewhere = told(
        after("P1D", ("P0D", "P0D")),
        did("consented", "2025-01-01"),
        did("anchor happened", "2025-01-31T20:30-05:00"),
        time_zone="America/New_York",
    )
    assert planned(elsewhere) == ("2025-02-01", "2025-02-01", "2025-02-01")


def test_beyond_the_calendar_there_is_no_date() -> None:
    made = told(after("P7D"), did("consented", "9999-12-01"), did("anchor happened", "9999-12-30"))
    assert planned(made) == (None, None, None)
    assert made["refused"] == []


def test_an_outcome_for_an_unknown_activity_and_an_event_of_a_newer_version() -> None:
    made = told(
        after("P7D"),
        did("activity done", "2025-01-01", "next", activity="Lab"),
        did("activity done", "2025-01-01", "next", activity="Biopsy"),
        did("visit done", "2025-01-01", "next", format=9),
        did("telepathy", "2025-01-01"),
        did("visit done", "2025-01-01", "next", value=float("nan")),
        7,
    )
    assert [each["reason"] for each in made["refused"]] == [
        "The plan has no activity “Lab”. The closest: “Labs”.",
        "The plan has no activity “Biopsy”.",
        "This event has format 9, this program knows format 1. Nothing was recorded; a newer Maestro can read it.",
        "This program knows no event of the type 'telepathy'. Nothing was recorded.",
        "A value that is no number cannot be recorded.",
        "An event must be a JSON object.",
    ]


def test_a_loop_that_nothing_leads_out_of_cannot_be_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    endless = study(
        timeline(
            [visit("dose", "again"), decision("again", "dose", more="dose")],
            [anchor("dose"), timing("again", to="dose")],
        )
    )
    (tmp_path / "study.json").write_bytes(endless.to_bytes())
    (tmp_path / "events.json").write_text("[]", "utf-8")
    for verb in (["run", str(tmp_path / "events.json")], ["calendar", "--anchor", "2025-01-07"]):
        assert main([verb[0], str(tmp_path / "study.json"), *verb[1:]]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert "No way leads out of the loop of dose, again" in err


def test_a_loop_that_nobody_leaves_is_gone_round_as_often_as_is_answered() -> None:
    document = study(
        timeline(
            [
                visit("dose", "look"),
                visit("look", "again"),
                decision("again", None, more="look"),
                visit("end"),
            ],
            [anchor("dose"), timing("look", "After", "P1D", "dose"), timing("again", "After", "P0D", "look")],
        )
    )
    answers = [
        did("decision answered", "2025-02-01", "again", answer="more", **({"pass": n} if n > 1 else {}))
        for n in range(1, 6)
    ]
    made = told(document, did("consented", "2025-01-07"), did("anchor happened", "2025-01-07"), *answers)
    assert made["refused"] == []
    assert [each["pass"] for each in made["calendar"] if each["visit"] == "look"] == [1, 2, 3, 4, 5, 6]


def many() -> list[JsonObject]:
    events = [
        did("consented", "2025-01-01"),
        did("visit done", "2025-01-07", "Instance_SCREEN", id="a"),
        did("visit done", "2025-01-07", "Instance_SCREEN", id="a"),
        did("visit done", "2025-01-08", "Instance_SCREEN", id="a"),
        did("visit done", "2025-01-08", "Instance_SCREEN"),
        did("visit done", "2025-01-08", "Instance_SCREEN"),
        did("visit done", "2025-01-08", "no such visit"),
        did("anchor happened", "2025-01-20"),
        did("timer fired", "2025-03-01"),
        did("timer fired", "2025-02-01"),
        did("corrected", "2025-02-01", target="a", reason="typed wrongly"),
    ]
    return [*events, *(did("unscheduled visit", "2025-02-03", name=f"{n}") for n in range(20))]


def test_many_at_once_are_the_same_as_one_after_another() -> None:
    from study.interpreter.events import event_from_json

    plan = plan_of(SAMPLE)
    state, refused = new_state(plan), []
    for each in many():
        state, effects = advance(plan, state, each)
        refused.append(next((e.reason for e in effects if isinstance(e, Refused)), ""))
    at_once, reasons, _ = recorded(plan, new_state(plan), map(event_from_json, many()))
    assert at_once == state
    assert list(reasons) == refused
    assert sum(map(bool, refused)) == 3


def test_very_many_events() -> None:
    events = [
        did("consented", "2025-01-01"),
        did("anchor happened", "2025-01-07"),
        *(did("observation recorded", "2025-01-08", name="pulse", value=n) for n in range(20_000)),
        did("visit done", "2025-01-20", "next"),
    ]
    made = told(after("P7D"), *events)
    assert made["refused"] == []
    assert [each["text"] for each in made["deviations"]] == [
        "next done on Study Day 14, 5 days after its window, Day 7 to 9"
    ]
