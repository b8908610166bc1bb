"""What a monitor would write down where something goes on after an end: consent given again, treatment after its stop,
visits after an early termination. LZZT, consent on 24 December 2024, dosed on 7 January 2025 (Day 1).
"""

from __future__ import annotations

import json
import random

import pytest

from app.verbs.run import Wanted, ran
from app.verbs.run_json import as_json
from app.verbs.run_text import as_text
from study.document import Document
from study.json_types import JsonObject
from tests.app.test_monitor import CONSENT, DOSED, END, SCREENED, came, did, notes, statuses
from tests.shared import shared_study

WITHDRAWN = did("consent withdrawn", "2025-01-28", reason="no time")
AGAIN = did("consented", "2025-02-10")
ALL = Wanted(on="2025-02-25")


@pytest.fixture(scope="module")
def lzzt() -> Document:
    return Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))


# Week 2 is allowed on 18 to 24 January, Week 4 on 1 to 7 February, Week 6 on 15 to 21 February.
CONSENTED_AGAIN: dict[str, tuple[list[JsonObject], list[str]]] = {
    "nothing in between": ([came("Week 2", "2025-01-21"), came("Week 6", "2025-02-18")], []),
    "a visit in between": (
        [came("Week 4", "2025-02-04"), came("Week 6", "2025-02-18")],
        ["Week 4 done on 2025-02-04, after consent was withdrawn on 2025-01-28"],
    ),
    "on the day of the new consent": ([did("unscheduled visit", "2025-02-10", name="rash")], []),
    "on the day before it": (
        [did("unscheduled visit", "2025-02-09", name="rash")],
        ["rash done on 2025-02-09, after consent was withdrawn on 2025-01-28"],
    ),
    "what was planned in between was not done": (
        [did("visit not done", "2025-02-07", "Week 4", reason="withdrew")],
        [],
    ),
    "what comes behind it binds again": (
        [came("Week 6", "2025-02-23")],
        ["Week 6 done on Study Day 48, 2 days after its window, Day 40 to 46"],
    ),
    "what comes behind it was not done": (
        [
            came("Week 2", "2025-01-21"),
            did("visit not done", "2025-02-22", "Week 6", reason="forgot"),
        ],
        ["Week 6 was not done (forgot), planned for Day 40 to 46"],
    ),
    "withdrawn once more": (
        [did("consent withdrawn", "2025-02-12"), came("Week 6", "2025-02-18")],
        ["Week 6 done on 2025-02-18, after consent was withdrawn on 2025-02-12"],
    ),
    "withdrawn twice before it": (
        [did("consent withdrawn", "2025-02-03"), came("Week 4", "2025-02-04")],
        ["Week 4 done on 2025-02-04, after consent was withdrawn on 2025-01-28"],
    ),
}


@pytest.mark.parametrize("name", CONSENTED_AGAIN)
def test_consented_again(lzzt: Document, name: str) -> None:
    more, expected = CONSENTED_AGAIN[name]
    events = [*DOSED, WITHDRAWN, AGAIN, *more]
    said = notes(ran(lzzt, events, ALL))
    assert ([text.split(":")[0] for text in said[0]], said[1]) == (expected, [])
    other = list(events)
    random.Random(name).shuffle(other)
    assert notes(ran(lzzt, other, ALL)) == said


def test_what_was_planned_in_between_is_not_required_and_what_comes_after_is(lzzt: Document) -> None:
    gone = ran(lzzt, [*DOSED, came("Week 2", "2025-01-21"), WITHDRAWN], ALL)
    assert statuses(gone)["Week 6"] == "not required"
    back = ran(lzzt, [*DOSED, came("Week 2", "2025-01-21"), WITHDRAWN, AGAIN], ALL)
    now = statuses(back)
    assert [now[each] for each in ("Week 2", "Week 4", "Week 6", "Week 8")] == [
        "done in window",
        "not required",
        "overdue",
        "upcoming",
    ]
    assert not back.course.complete
    assert "Consent withdrawn 2025-01-28, given again 2025-02-10." in as_text(back)
    told = json.loads(as_json(back))
    assert (told["consent"], told["consent_withdrawn"], told["ended"]) == ("2024-12-24", None, None)
    assert told["consent_given_again"] == [{"withdrawn": "2025-01-28", "given_again": "2025-02-10"}]


def test_what_was_missed_before_the_withdrawal_is_still_asked_for(lzzt: Document) -> None:
    assert statuses(ran(lzzt, [*DOSED, WITHDRAWN, AGAIN], ALL))["Week 2"] == "overdue"


def test_on_one_day_the_hours_decide_else_the_withdrawal_stands(lzzt: Document) -> None:
    by_the_hour = [did("consent withdrawn", "2025-01-21T10:00"), did("consented", "2025-01-21T15:00")]
    seen = came("Week 2", "2025-01-21T11:00")
    assert notes(ran(lzzt, [*DOSED, *by_the_hour, seen], ALL))[0] == [
        "Week 2 done on 2025-01-21 at 11:00, after consent was withdrawn earlier that day"
    ]
    assert statuses(ran(lzzt, [*DOSED, *by_the_hour], ALL))["Week 4"] == "overdue"
    by_the_day = [did("consent withdrawn", "2025-01-21"), did("consented", "2025-01-21")]
    assert statuses(ran(lzzt, [*DOSED, *by_the_day], ALL))["Week 4"] == "not required"


def test_screened_again_after_a_withdrawal_with_a_new_consent(lzzt: Document) -> None:
    events = [
        CONSENT,
        SCREENED[0],
        did("consent withdrawn", "2025-01-03"),
        did("re-screened", "2025-02-01"),
        did("consented", "2025-02-01"),
        came("Screen One", "2025-02-01"),
    ]
    assert notes(ran(lzzt, events, Wanted(on="2025-02-03"))) == ([], [])


ENDED = [
    came("Week 2", "2025-01-21"),
    did("side timeline started", "2025-02-01", timeline=END, name="1"),
    came("Early Termination", "2025-02-01"),
]
ADVERSE = "Adverse Event Timeline"
# What goes on after an early termination, or is started twice -> what is asked about it.
DOUBTS: dict[str, tuple[list[JsonObject], list[str]]] = {
    "a visit on the main path after early termination": (
        [*ENDED, came("Week 4", "2025-02-04")],
        [
            (
                "Week 4 is recorded as done on 2025-02-04, after the schedule was ended early on 2025-02-01: "
                "correct one, or record it as an unscheduled visit."
            )
        ],
    ),
    "a visit on the very day of early termination": ([*ENDED, came("Week 4", "2025-02-01")], []),
    "an unscheduled visit after early termination": (
        [*ENDED, did("unscheduled visit", "2025-02-04", name="rash")],
        [],
    ),
    "an adverse event after early termination": (
        [*ENDED, did("side timeline started", "2025-02-04", timeline=ADVERSE, name="rash")],
        [],
    ),
    "one side timeline twice under one name": (
        [
            did("side timeline started", "2025-02-10", timeline=ADVERSE, name="rash"),
            did("side timeline started", "2025-02-04", timeline=ADVERSE, name="rash"),
        ],
        [
            (
                "Adverse Event Timeline is recorded as started more than once under one name (2025-02-04, 2025-02-10): "
                "the first counts. Correct the others, or give each a name of its own."
            )
        ],
    ),
    "one side timeline under two names": (
        [
            did("side timeline started", "2025-02-10", timeline=ADVERSE, name="rash"),
            did("side timeline started", "2025-02-04", timeline=ADVERSE, name="fall"),
        ],
        [],
    ),
    "one side timeline twice, of which one is struck out": (
        [
            did("side timeline started", "2025-02-10", timeline=ADVERSE, name="rash", id="typed"),
            did("side timeline started", "2025-02-04", timeline=ADVERSE, name="rash"),
            did("corrected", "2025-02-11", target="typed", reason="another participant"),
        ],
        [],
    ),
}


@pytest.mark.parametrize("name", DOUBTS)
def test_a_monitor_would_ask(lzzt: Document, name: str) -> None:
    more, expected = DOUBTS[name]
    events = [*DOSED, *more]
    assert notes(ran(lzzt, events, ALL)) == ([], expected)
    random.Random(name).shuffle(events)
    assert notes(ran(lzzt, events, ALL)) == ([], expected)
