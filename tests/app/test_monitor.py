"""What a monitor would write down of scripted participants in LZZT, and no more: `maestro run` against notes by hand.

Everybody consents and is screened on 24 December 2024, comes again on 5 January, and is dosed on 7 January 2025
(Day 1). All dates here were counted on a paper calendar.
"""

from __future__ import annotations

from typing import Any

import pytest

from app.verbs.run import Ran, Wanted, ran
from study.document import Document
from study.interpreter.words import deviation_text, query_text
from study.json_types import JsonObject
from tests.shared import shared_study

END = "Early Termination Timeline"


def did(type_: str, occurred: str, instance: str = "", **fields: Any) -> JsonObject:
    made: JsonObject = {"type": type_, "occurred": occurred, **fields}
    return {**made, "instance": instance} if instance else made


def came(visit: str, on: str, **fields: Any) -> JsonObject:
    return did("visit done", on, visit, **fields)


CONSENT = did("consented", "2024-12-24")
SCREENED = [came("Screen One", "2024-12-24"), came("Screen Two", "2025-01-05")]
DOSED = [CONSENT, *SCREENED, did("anchor happened", "2025-01-07")]


@pytest.fixture(scope="module")
def lzzt() -> Document:
    return Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))


def notes(result: Ran) -> tuple[list[str], list[str]]:
    """The potential deviations, and what has to be looked at, in sentences."""
    assert result.refused == []
    plan = result.running.plan
    return [deviation_text(each, plan) for each in result.deviations], [
        query_text(each) for each in result.course.queries
    ]


def statuses(result: Ran) -> dict[str, str]:
    return {row.visit: row.status.value for row in result.rows}


# Visit: one day before its window, its first day, its last day, one day after; and the study days of the window.
EDGES = {
    "Week 2": ("2025-01-17", "2025-01-18", "2025-01-24", "2025-01-25", "Day 12 to 18", 11, 19),
    "Week 4": ("2025-01-31", "2025-02-01", "2025-02-07", "2025-02-08", "Day 26 to 32", 25, 33),
    "Week 6": ("2025-02-14", "2025-02-15", "2025-02-21", "2025-02-22", "Day 40 to 46", 39, 47),
    "Week 8": ("2025-02-28", "2025-03-01", "2025-03-07", "2025-03-08", "Day 54 to 60", 53, 61),
    "Week 12": ("2025-03-27", "2025-03-28", "2025-04-05", "2025-04-06", "Day 81 to 89", 80, 90),
    "Week 16": ("2025-04-24", "2025-04-25", "2025-05-03", "2025-05-04", "Day 109 to 117", 108, 118),
    "Week 20": ("2025-05-22", "2025-05-23", "2025-05-31", "2025-06-01", "Day 137 to 145", 136, 146),
    "Week 24": ("2025-06-19", "2025-06-20", "2025-06-28", "2025-06-29", "Day 165 to 173", 164, 174),
    "Week 26": ("2025-07-04", "2025-07-05", "2025-07-11", "2025-07-12", "Day 180 to 186", 179, 187),
}


@pytest.mark.parametrize("visit", EDGES)
def test_on_every_edge_of_its_window(lzzt: Document, visit: str) -> None:
    before, first, last, after, window, early, late = EDGES[visit]
    found = {on: notes(ran(lzzt, [*DOSED, came(visit, on)], Wanted())) for on in (before, first, last, after)}
    assert found == {
        before: ([f"{visit} done on Study Day {early}, 1 day before its window, {window}"], []),
        first: ([], []),
        last: ([], []),
        after: ([f"{visit} done on Study Day {late}, 1 day after its window, {window}"], []),
    }


LISTED = (
    "Apo E genotyping, Vital Signs and Temperature, ECG, Concomitant medications, Hematology, Chemistry, "
    "Uninalysis, Plasma Specimen (Xanomeline), Study drug record , Medications dispensed, Medications returned, "
    "NPI-X"
)

# What happened after dosing -> what a monitor writes down of it.
DEVIATIONS: dict[str, tuple[list[JsonObject], list[str]]] = {
    "not done, one line for the visit": (
        [did("visit not done", "2025-01-25", "Week 2", reason="on holiday")],
        [f"Week 2 was not done (on holiday), planned for Day 12 to 18: {LISTED}"],
    ),
    "not done but for the ECG, which is not among what is missing": (
        [
            did("activity done", "2025-01-20", "Week 2", activity="ECG"),
            did("visit not done", "2025-01-25", "Week 2", reason="left early"),
        ],
        ["Week 2 was not done (left early), planned for Day 12 to 18: " + LISTED.replace("ECG, ", "")],
    ),
    "one activity left out": (
        [
            came("Week 2", "2025-01-21"),
            did("activity not done", "2025-01-21", "Week 2", activity="ECG", reason="broken"),
        ],
        ["Week 2 done on Study Day 15 without: ECG"],
    ),
    "an ECG made up for inside the window": (
        [came("Week 2", "2025-01-21"), did("activity done", "2025-01-24", "Week 2", activity="ECG")],
        [],
    ),
    "an ECG made up for after the window": (
        [came("Week 2", "2025-01-21"), did("activity done", "2025-01-27", "Week 2", activity="ECG")],
        ["Week 2: ECG on 2025-01-27 (3 days after), outside its window, Day 12 to 18"],
    ),
    "overdue is a prompt": ([did("timer fired", "2025-09-01")], []),
    "re-booked inside the window": (
        [did("visit rescheduled", "2025-01-20", "Week 2", to="2025-01-24"), came("Week 2", "2025-01-24")],
        [],
    ),
    "re-booked outside the window, not yet done": (
        [did("visit rescheduled", "2025-01-20", "Week 2", to="2025-01-27")],
        [],
    ),
    "re-booked outside the window, and done": (
        [did("visit rescheduled", "2025-01-20", "Week 2", to="2025-01-27"), came("Week 2", "2025-01-27")],
        ["Week 2 done on Study Day 21, 3 days after its window, Day 12 to 18"],
    ),
    "unscheduled": ([did("unscheduled visit", "2025-02-14", name="rash")], []),
    "recorded long after it happened": ([came("Week 2", "2025-01-21", recorded="2025-08-01")], []),
    "corrected into the window": (
        [
            came("Week 2", "2025-01-31", id="typed"),
            did(
                "corrected",
                "2025-02-03",
                target="typed",
                reason="misread",
                instead=came("Week 2", "2025-01-21"),
            ),
        ],
        [],
    ),
    "corrected out of the window": (
        [
            came("Week 2", "2025-01-21", id="typed"),
            did(
                "corrected",
                "2025-02-03",
                target="typed",
                reason="misread",
                instead=came("Week 2", "2025-01-31"),
            ),
        ],
        ["Week 2 done on Study Day 25, 7 days after its window, Day 12 to 18"],
    ),
    "struck out": (
        [
            came("Week 2", "2025-01-31", id="typed"),
            did("corrected", "2025-02-03", target="typed", reason="another participant"),
        ],
        [],
    ),
    "a call without a window is never early nor late": (
        [came("Week 8", "2025-03-04"), came("Week NPI", "2025-04-10")],
        [],
    ),
    "in the wrong order, each judged by its own window": (
        [came("Week 4", "2025-02-03"), came("Week 2", "2025-02-04")],
        ["Week 2 done on Study Day 29, 11 days after its window, Day 12 to 18"],
    ),
    "withdrawn on the day of the visit": (
        [came("Week 2", "2025-01-21"), did("consent withdrawn", "2025-01-21")],
        [],
    ),
    "withdrawn an hour before the visit": (
        [did("consent withdrawn", "2025-01-21T10:00"), came("Week 2", "2025-01-21T11:00")],
        ["Week 2 done on 2025-01-21 at 11:00, after consent was withdrawn earlier that day"],
    ),
    "a visit after withdrawal is that, and not late as well": (
        [did("consent withdrawn", "2025-01-21"), came("Week 2", "2025-01-25")],
        ["Week 2 done on 2025-01-25, after consent was withdrawn on 2025-01-21"],
    ),
    "an unscheduled visit after withdrawal": (
        [did("consent withdrawn", "2025-01-21"), did("unscheduled visit", "2025-01-25", name="rash")],
        ["rash done on 2025-01-25, after consent was withdrawn on 2025-01-21"],
    ),
    "not done because of the withdrawal": (
        [
            did("consent withdrawn", "2025-01-20"),
            did("visit not done", "2025-01-24", "Week 2", reason="withdrew"),
        ],
        [],
    ),
    "not done before the withdrawal": (
        [
            did("visit not done", "2025-01-25", "Week 2", reason="forgot"),
            did("consent withdrawn", "2025-01-27"),
        ],
        [f"Week 2 was not done (forgot), planned for Day 12 to 18: {LISTED}"],
    ),
    "stopping early, with the visit for it": (
        [
            came("Week 2", "2025-01-21"),
            did("intervention stopped", "2025-02-03", reason="adverse event"),
            did("side timeline started", "2025-02-05", timeline=END),
            came("Early Termination", "2025-02-05"),
        ],
        [],
    ),
    "died": ([came("Week 2", "2025-01-21"), did("died", "2025-02-02")], []),
    "lost to follow-up": ([came("Week 2", "2025-01-21"), did("lost to follow-up", "2025-02-20")], []),
}


@pytest.mark.parametrize("name", DEVIATIONS)
def test_a_monitor_would_write_down(lzzt: Document, name: str) -> None:
    events, expected = DEVIATIONS[name]
    assert notes(ran(lzzt, [*DOSED, *events], Wanted(on="2025-09-01"))) == (expected, [])


def test_before_consent(lzzt: Document) -> None:
    later = did("consented", "2024-12-26")
    assert notes(ran(lzzt, [later, *SCREENED], Wanted())) == (
        ["Screen One done on 2024-12-24, before consent on 2024-12-26"],
        [],
    )
    by_the_hour = [did("consented", "2024-12-24T10:00"), came("Screen One", "2024-12-24T09:00")]
    assert notes(ran(lzzt, [*by_the_hour, *DOSED[2:]], Wanted())) == (
        ["Screen One done on 2024-12-24 at 09:00, before consent was given later that day"],
        [],
    )
    ecg = did("activity done", "2024-12-20", "Screen One", activity="ECG")
    said = ["Screen One: ECG on 2024-12-20, before consent on 2024-12-24"]
    assert notes(ran(lzzt, [CONSENT, ecg], Wanted())) == (said, [])
    assert notes(ran(lzzt, [*DOSED, ecg], Wanted())) == (said, [])
    unplanned = did("unscheduled visit", "2024-12-20", name="first talk")
    assert notes(ran(lzzt, [*DOSED, unplanned], Wanted())) == (
        ["first talk done on 2024-12-20, before consent on 2024-12-24"],
        [],
    )


COUNTS = "the first counts. Correct the others, or record them as unscheduled visits."
# What does not go together -> what is asked about it. None of it is a deviation.
DOUBTS: dict[str, tuple[list[JsonObject], str]] = {
    "twice": (
        [came("Week 2", "2025-01-21"), came("Week 2", "2025-01-27")],
        f"Week 2 is recorded as done more than once (2025-01-21, 2025-01-27): {COUNTS}",
    ),
    "dosed on two days": (
        [did("anchor happened", "2025-01-09")],
        f"Dose is recorded as done more than once (2025-01-07, 2025-01-09): {COUNTS}",
    ),
    "done and not done": (
        [came("Week 2", "2025-01-21"), did("visit not done", "2025-01-22", "Week 2", reason="x")],
        "Week 2 is recorded both as done and as not done: it counts as done. Correct one.",
    ),
    "after death": (
        [did("died", "2025-01-20"), came("Week 2", "2025-01-21")],
        "Week 2 is recorded as done on 2025-01-21, after the participant's death: correct one.",
    ),
    "unscheduled after death": (
        [did("died", "2025-01-20"), did("unscheduled visit", "2025-01-21")],
        "Unscheduled visit is recorded as done on 2025-01-21, after the participant's death: correct one.",
    ),
    "after loss to follow-up": (
        [did("lost to follow-up", "2025-01-15"), came("Week 2", "2025-01-21")],
        "Week 2 is recorded as done on 2025-01-21, after the participant was lost to follow-up: correct one.",
    ),
    "a correction of nothing": (
        [did("corrected", "2025-01-21", target="nothing", reason="x")],
        "A correction names no event that is recorded: correct what it names.",
    ),
}


@pytest.mark.parametrize("name", DOUBTS)
def test_a_monitor_would_ask(lzzt: Document, name: str) -> None:
    events, expected = DOUBTS[name]
    assert notes(ran(lzzt, [*DOSED, *events], Wanted())) == ([], [expected])


def test_dosed_once_recorded_in_two_ways_on_one_day_is_no_doubt(lzzt: Document) -> None:
    assert notes(ran(lzzt, [*DOSED, came("Dose", "2025-01-07")], Wanted())) == ([], [])


def test_no_consent_is_asked_for(lzzt: Document) -> None:
    assert notes(ran(lzzt, DOSED[1:], Wanted())) == (
        [],
        ["Something is recorded, but no consent: record when consent was given."],
    )


def test_after_screen_failure(lzzt: Document) -> None:
    failed = [CONSENT, SCREENED[0], did("screen failed", "2025-01-03", reason="MMSE")]
    assert notes(ran(lzzt, [*failed, SCREENED[1]], Wanted())) == (
        [],
        [
            (
                "Screen Two is recorded as done on 2025-01-05, after the participant failed screening: correct one, or "
                "record that screening began again."
            )
        ],
    )
    ended = ran(lzzt, failed, Wanted(on="2025-09-01"))
    assert notes(ended) == ([], [])
    assert set(statuses(ended).values()) == {"done", "not required"}
    again = [
        *failed,
        did("re-screened", "2025-02-01"),
        did("consented", "2025-02-01"),
        came("Screen One", "2025-02-01"),
        came("Screen Two", "2025-02-13"),
        did("anchor happened", "2025-02-15"),
        came("Week 2", "2025-03-05"),
    ]
    assert notes(ran(lzzt, again, Wanted(on="2025-03-05"))) == (
        ["Week 2 done on Study Day 19, 1 day after its window, Day 12 to 18"],
        [],
    )


def test_whoever_leaves_owes_no_further_visit(lzzt: Document) -> None:
    for left in ("consent withdrawn", "died", "lost to follow-up"):
        gone = ran(
            lzzt, [*DOSED, came("Week 2", "2025-01-21"), did(left, "2025-02-01")], Wanted(on="2025-09-01")
        )
        assert set(statuses(gone).values()) == {"done", "done in window", "not required"}, left
        assert gone.course.complete


def test_what_was_due_before_somebody_left_is_still_asked_for(lzzt: Document) -> None:
    gone = ran(lzzt, [*DOSED, did("lost to follow-up", "2025-02-20")], Wanted(on="2025-09-01"))
    assert [visit for visit, status in statuses(gone).items() if status == "overdue"] == ["Week 2", "Week 4"]
    assert notes(gone) == ([], [])
    assert not gone.course.complete
