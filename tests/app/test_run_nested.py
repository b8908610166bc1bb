"""`maestro run` inside a visit: the sample's PK profile, timed in minutes from the start of the infusion."""

from __future__ import annotations

from typing import Any

import pytest

from app.verbs.run import Ran, Wanted, ran
from study.document import Document
from study.interpreter.words import deviation_text
from study.json_types import JsonObject
from tests.shared import ROOT, shared_study

SAMPLE = ROOT / "resources" / "studies" / "maestro-sample.usdm.json"
TREATED = [
    {"type": "consented", "occurred": "2024-12-20"},
    {"type": "decision answered", "instance": "Eligible?", "answer": "otherwise", "occurred": "2025-01-06"},
    {"type": "anchor happened", "occurred": "2025-01-07T08:30"},
]
STARTED = {
    "type": "visit done",
    "run": "PK profile",
    "instance": "Start of infusion",
    "occurred": "2025-01-07T08:30",
}


def sampled(instance: str, at: str, run: str = "PK profile", **fields: Any) -> JsonObject:
    made = {"type": "visit done", "run": run, "instance": instance, "occurred": f"2025-01-07T{at}"}
    return {**made, **fields}


def result(*events: JsonObject, before: list[JsonObject] = TREATED) -> Ran:
    document = Document.from_bytes(SAMPLE.read_bytes())
    return ran(document, [*before, STARTED, *events], Wanted(time_zone="Europe/Berlin"))


def deviations(found: Ran) -> list[str]:
    assert found.refused == []
    return [deviation_text(each, found.running.plan) for each in found.deviations]


HALF = "30 min, end of infusion"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("08:54", [f"{HALF} done on 2025-01-07 at 08:54, 1 minute before its window, 08:55 to 09:05"]),
        ("08:55", []),
        ("09:05", []),
        ("09:06", [f"{HALF} done on 2025-01-07 at 09:06, 1 minute after its window, 08:55 to 09:05"]),
    ],
)
def test_on_every_edge_of_a_window_in_minutes(at: str, said: list[str]) -> None:
    assert deviations(result(sampled(HALF, at))) == said


def test_a_sample_that_was_missed_at_a_visit_that_took_place() -> None:
    missed = sampled("1 h", "09:40", type="visit not done", reason="vein")
    assert deviations(result(missed)) == [
        "1 h was not done (vein), planned for 2025-01-07 at 09:30: PK blood sample"
    ]


def test_what_runs_inside_a_visit_that_was_not_done_is_not_told_of_again() -> None:
    missed = sampled("1 h", "09:40", type="visit not done", reason="not there")
    gone = {"type": "visit not done", "instance": "Cycle n Day 8", "occurred": "2025-01-20", "reason": "ill"}
    absent = {
        "type": "visit not done",
        "instance": "Cycle n Day 1",
        "occurred": "2025-01-07",
        "reason": "ill",
    }
    found = ran(Document.from_bytes(SAMPLE.read_bytes()), [*TREATED[:2], absent, gone, missed], Wanted())
    assert [each.title for each in found.deviations] == ["Cycle n Day 1", "Cycle n Day 8"]


def test_a_decision_that_is_recorded_later_makes_no_departures_of_its_samples() -> None:
    undecided = [TREATED[0], TREATED[2]]
    assert deviations(result(sampled(HALF, "09:00"), before=undecided)) == []
    assert deviations(result(sampled(HALF, "09:12"), before=undecided)) == [
        f"{HALF} done on 2025-01-07 at 09:12, 7 minutes after its window, 08:55 to 09:05"
    ]


SEVERAL = "“PKPD Timeline” runs inside several visits (Day 1, Day 25, Day 26, …): write it as “VISIT / PKPD Timeline”."


def test_where_several_visits_have_it_the_visit_is_named() -> None:
    document = Document.from_bytes(shared_study("alexion-nct04573309-v4"))
    events = [
        sampled("1 Hour", "09:00", run=run)
        for run in ("PKPD Timeline", "day 25 / pkpd timeline", "Day 2 / PKPD Timeline")
    ]
    found = ran(document, [*events, sampled("1 Hour", "09:00", run="Nowhere")], Wanted())
    assert [(each.number, each.reason) for each in found.refused] == [
        (1, SEVERAL),
        (3, "There is no run “Day 2 / PKPD Timeline”: check which one is meant."),
        (4, "There is no run “Nowhere”: check which one is meant."),
    ]
