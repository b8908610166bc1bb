"""`maestro run`: scripted participants in; calendar, statuses, potential deviations, doubts and refusals out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.main import main
from app.verbs import VerbError
from app.verbs.run import Ran, Wanted, events_from, ran
from app.verbs.run_json import as_json
from app.verbs.run_text import as_text
from study.document import Document
from study.interpreter.course import QueryKind
from study.interpreter.deviations import DeviationKind
from study.interpreter.status import Status
from study.json_types import JsonObject
from tests.shared import ROOT, shared_study

SAMPLE = ROOT / "resources" / "studies" / "maestro-sample.usdm.json"
VERBS = (ROOT / "docs" / "verbs.md").read_text("utf-8")
SECTION = VERBS.split("\n## run\n")[1].split("\n## ")[0]


def sample() -> Document:
    return Document.from_bytes(SAMPLE.read_bytes())


def lzzt() -> Document:
    return Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))


def told(result: Ran) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(as_json(result))
    return made


def event(type_: str, occurred: str, instance: str = "", **fields: Any) -> JsonObject:
    made: JsonObject = {"type": type_, "occurred": occurred, **fields}
    return {**made, "instance": instance} if instance else made


DOSED = [
    event("consented", "2024-12-24"),
    event("visit done", "2024-12-24", "Screen One"),
    event("visit done", "2025-01-05", "Screen Two"),
    event("anchor happened", "2025-01-07"),
]


def test_the_documentation_shows_what_the_sample_gives(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(
        r"^\$ cat events\.json$\n(.*?)^\$ maestro run \S+ \S+ (.*?)$\n(.*?)^```",
        SECTION,
        re.MULTILINE | re.DOTALL,
    )
    assert shown is not None
    events, options, output = shown.groups()
    (tmp_path / "events.json").write_text(events, "utf-8")
    assert main(["run", str(SAMPLE), str(tmp_path / "events.json"), *options.split()]) == 0
    assert capsys.readouterr().out == output


def test_the_documentation_shows_what_an_amendment_of_the_sample_changes() -> None:
    shown = re.search(r"^```\n(If second\.json .*?)^```", SECTION, re.MULTILINE | re.DOTALL)
    events = re.search(r"^\$ cat events\.json$\n(.*?)^\$", SECTION, re.MULTILINE | re.DOTALL)
    assert shown is not None
    assert events is not None
    value = json.loads(SAMPLE.read_bytes())
    timelines = value["study"]["versions"][0]["studyDesigns"][0]["scheduleTimelines"]
    timings = {
        each["relativeFromScheduledInstanceId"]: each
        for timeline in timelines
        for each in timeline["timings"]
    }
    timings["Instance_C_D15"]["windowUpper"] = "P2D"
    timings["Instance_SAFETY_FU"]["value"] = "P37D"
    second = Document.from_bytes(json.dumps(value).encode("utf-8"))
    result = ran(sample(), json.loads(events.group(1)), Wanted(on="2025-01-20"), second, "second.json")
    assert as_text(result).endswith("\n\n" + shown.group(1))


@pytest.mark.parametrize("kinds", [Status, DeviationKind, QueryKind], ids=lambda kind: str(kind.__name__))
def test_every_word_that_scripts_read_is_told(kinds: Any) -> None:
    assert [each.value for each in kinds if f"`{each.value}`" not in SECTION] == []


def test_every_field_is_told() -> None:
    result = ran(
        sample(),
        [
            event("visit done", "2025-01-17", "Cycle n Day 8"),
            event("decision answered", "2025-01-06", "Eligible?", answer="otherwise"),
            event("anchor happened", "2025-01-07"),
            event("unscheduled visit", "2025-01-08"),
            event("visit done", "2025-01-07", "No such visit"),
            event("died", "2025-02-01"),
        ],
        Wanted(),
        sample(),
    )
    found: set[str] = set()

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            found.update(value)
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    walk(told(result))
    assert len(found) > 50
    assert sorted(name for name in found if f"`{name}`" not in SECTION) == []


def test_visits_are_named_as_people_call_them() -> None:
    names = ["ScheduledActivityInstance_12", "Week 2", "week 2", " WEEK  2 "]
    for name in names:
        made = told(ran(lzzt(), [*DOSED, event("visit done", "2025-01-21", name)], Wanted()))
        (week_2,) = [each for each in made["calendar"] if each["visit"] == "Week 2"]
        assert (week_2["status"], week_2["done"], week_2["done_study_day"]) == (
            "done in window",
            "2025-01-21",
            15,
        )
        assert made["refused"] == []


def test_a_side_timeline_is_named_by_its_visit_once_it_has_started() -> None:
    stopped = [
        *DOSED,
        event("side timeline started", "2025-02-05", timeline="early termination timeline"),
        event("visit done", "2025-02-05", "Early Termination"),
    ]
    made = told(ran(lzzt(), stopped, Wanted()))
    assert made["refused"] == []
    assert made["ended"] == {"by": "Early Termination Timeline", "date": "2025-02-05", "reason": None}
    assert [each["done"] for each in made["calendar"] if each["visit"] == "Early Termination"] == [
        "2025-02-05"
    ]
    assert made["deviations"] == []
    unstarted = told(ran(lzzt(), [*DOSED, stopped[-1]], Wanted()))
    assert [each["reason"] for each in unstarted["refused"]] == [
        "Early Termination Timeline has not been started: record when it was (side timeline started)."
    ]


NEWER = (
    "This event has format 2, this program knows format 1. Nothing was recorded; a newer Maestro can read it."
)
MISSPELT = (
    "The plan has no side timeline “Early Treminaton Timeline”. The closest: “Early Termination Timeline”."
)


def test_what_is_refused_is_told_each_and_stops_nothing() -> None:
    events: list[Any] = [
        *DOSED,
        event("visit done", "2025-01-21", "Week 3"),
        event("activity done", "2025-01-21", "Week 2", activity="ECGG"),
        event("visit done", "2025-01-21", "Week 2", reson="late"),
        event("visit not done", "2025-01-21", "Week 2"),
        event("visit done", "2025-02-29", "Week 2"),
        event("visit done", "2025-01-21", "Week 2", recorded="2025-01-20"),
        event("had lunch", "2025-01-21"),
        event("visit done", "2025-01-21", "Week 2", format=2),
        "Week 2",
        event("visit done", "2025-01-21", "Dose ", run="side:nowhere:1"),
        event("side timeline started", "2025-01-21", timeline="Early Treminaton Timeline"),
        event("corrected", "2025-01-21", target="x"),
        event("visit done", "2025-01-22", "Week 2"),
        event("visit done", "2025-01-22", "Week 2"),
    ]
    made = told(ran(lzzt(), events, Wanted()))
    assert [(each["event"], each["reason"]) for each in made["refused"]] == [
        (5, "Main Timeline has no visit “Week 3”. The closest: “Week 2”, “Week 4”, “Week 6”."),
        (6, "The plan has no activity “ECGG”. The closest: “ECG”."),
        (7, "There is no field “reson”: “reason” is the closest."),
        (8, "What was not done needs a reason: say why."),
        (9, "“2025-02-29” is no day or no time of the calendar."),
        (10, "It cannot have happened (2025-01-21) after it was recorded (2025-01-20): check the dates."),
        (11, "This program knows no event of the type 'had lunch'. Nothing was recorded."),
        (12, NEWER),
        (13, "An event must be a JSON object."),
        (14, "There is no run “side:nowhere:1”: check which one is meant."),
        (15, MISSPELT),
        (16, "A correction needs a reason: say why."),
        (18, "This is recorded already: nothing was changed."),
    ]
    (week_2,) = [each for each in made["calendar"] if each["visit"] == "Week 2"]
    assert (week_2["status"], week_2["done"]) == ("done in window", "2025-01-22")
    text = as_text(ran(lzzt(), events, Wanted()))
    assert "Not recorded (13)\n  Event 5 (visit done): Main Timeline has no visit “Week 3”." in text


def test_the_order_of_the_list_plays_no_part() -> None:
    events = [
        *DOSED,
        event("side timeline started", "2025-02-05", timeline="Early Termination Timeline", name="1"),
        event("visit done", "2025-02-05", "Early Termination", run="Early Termination Timeline"),
        event("visit done", "2025-01-25", "Week 2"),
    ]
    one, other = (told(ran(lzzt(), each, Wanted())) for each in (events, events[::-1]))
    assert one == other
    assert [each["kind"] for each in one["deviations"]] == ["after its window"]


def test_statuses_as_of_a_later_day() -> None:
    said = []
    for on in ("", "2025-01-17", "2025-01-18", "2025-01-24", "2025-01-25"):
        made = told(ran(lzzt(), DOSED, Wanted(on=on)))
        said += [each["status"] for each in made["calendar"] if each["visit"] == "Week 2"]
        assert made["deviations"] == []
    assert said == ["upcoming", "upcoming", "due", "due", "overdue"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "This file is empty."),
        ("soon", "This file is not JSON. Write the events as a list in JSON. (line 1, column 1)"),
        ('[{"type": "consented",', "This JSON ends too early: the file is cut off."),
        ('[{"type": "consented", "type": "died"}]', 'The key "type" stands twice in one object'),
        ('{"type": "consented"}', "holds no list of events. Write [{…}, {…}] or {“events”: […]}"),
        ('"events"', "holds no list of events."),
        (
            '{"events": [], "participant": 1}',
            "There is no field “participant” beside “events”. Leave it out.",
        ),
        ('{"events": [], "format": 2}', "A newer Maestro can read them."),
        pytest.param("[" * 100_000, "nests more than 200 levels deep", id="deep"),
    ],
)
def test_a_file_that_is_no_list_of_events_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    path = tmp_path / "events.json"
    path.write_text(content, "utf-8")
    assert main(["run", str(SAMPLE), str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("maestro: ")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(timeline="X"), "There is no timeline X."),
        (Wanted(time_zone="Mars/Base"), "There is no time zone Mars/Base."),
        (Wanted(country="XX"), "The holidays of XX are not known."),
        (Wanted(on="soon"), "soon is no date."),
    ],
)
def test_wrong_options_get_one_line(wanted: Wanted, said: str) -> None:
    with pytest.raises(VerbError, match=f"^{re.escape(said)}"):
        ran(sample(), [], wanted)


def test_a_list_in_an_object_is_a_list_too(tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    path.write_text(json.dumps({"comment": "01-003", "format": 1, "events": DOSED}), "utf-8")
    assert events_from(str(path)) == DOSED


def test_nothing_recorded_says_so() -> None:
    assert as_text(ran(sample(), [], Wanted())).startswith(
        "MAE-101: Solid tumours, phase 2, Main timeline: nothing is recorded\n"
    )
