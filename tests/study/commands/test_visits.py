"""Visits: added at a time or behind another, like another one, duplicated."""

from __future__ import annotations

import pytest

from study.commands.deletion import DeleteVisits
from study.commands.execute import execute
from study.commands.visits import NO_ENCOUNTER, AddVisit, DuplicateVisit, window_words
from study.document import Document
from study.json_types import JsonObject
from study.model import Encounter
from tests.study.commands.lawful import STUDIES, numbered, opened, refused
from tests.study.commands.planned_days import done_in_place, main_timeline, titles, visit, when

ALEXION, LZZT, LILLY_3, SAMPLE = STUDIES
UNTIMED = ("MAESTRO-UNTIMED",)
"""A visit that is added without a time says that it has none."""


def encounter_of(document: Document, title: str) -> Encounter:
    item = document.index.unique[visit(document, title)]
    return Encounter(document.index.unique[str(item["encounterId"])])


def test_a_visit_like_another_one_is_added_where_its_time_belongs() -> None:
    document = opened(LZZT)
    week_6, week_8 = visit(document, "Week 6"), visit(document, "Week 8")
    like = document.index.unique[week_8]
    done = done_in_place(
        document, AddVisit("Week 10", "", "P4W", week_6, window=("P3D", "P3D"), like=week_8), ("DDF00087",)
    )
    assert done.title == "Add Week 10 4 weeks after Week 6, 3 days either way, like Week 8"
    path = titles(document)
    assert path[path.index("Week 10") - 1 : path.index("Week 10") + 2] == ["Week NPI", "Week 10", "Week 12"]
    new = document.index.unique[visit(document, "Week 10")]
    assert new["activityIds"] == like["activityIds"]
    assert new["epochId"] == like["epochId"]
    time = when(document, "Week 10")
    assert (time.study_day, time.window_open_day, time.window_close_day) == (71, 68, 74)
    assert time.timing is not None
    assert (time.timing.value, time.timing.value_label, time.timing.window_label) == (
        "P4W",
        "4 weeks",
        "-3..3 days",
    )
    encounter, model = encounter_of(document, "Week 10"), encounter_of(document, "Week 8")
    assert [mode.code for mode in encounter.contact_modes] == [mode.code for mode in model.contact_modes]
    assert encounter.scheduled_at == time.timing.id
    assert encounter.previous == model.id
    assert encounter.next == encounter_of(document, "Week 12").id


def test_behind_the_last_visit_the_exit_moves_along() -> None:
    document = opened(LZZT)
    last = visit(document, "Week 26")
    exit_id = document.index.unique[last]["timelineExitId"]
    done_in_place(document, AddVisit("Week 30", last, "P4W"))
    new = document.index.unique[visit(document, "Week 30")]
    assert document.index.unique[last]["defaultConditionId"] == new["id"]
    assert document.index.unique[last]["timelineExitId"] is None
    assert new["timelineExitId"] == exit_id
    assert new["activityIds"] == []


def test_behind_a_visit_but_not_before_its_time() -> None:
    document = opened(LZZT)
    week_6 = visit(document, "Week 6")
    done_in_place(document, AddVisit("Week 7", week_6, "P1W"))
    path = titles(document)
    assert path[path.index("Week 6") : path.index("Week 6") + 3] == ["Week 6", "Week 7", "Week 8"]
    done_in_place(document, AddVisit("Week 11", week_6, "P5W"))
    path = titles(document)
    assert path[path.index("Week 11") - 1 : path.index("Week 11") + 2] == ["Week NPI", "Week 11", "Week 12"]


def test_in_a_cycle_it_stays_in_the_cycle() -> None:
    document = opened(SAMPLE)
    done_in_place(
        document, AddVisit("Day 25", visit(document, "Cycle n Day 8"), "P17D"), ("MAESTRO-ORDER-TIME",)
    )
    path = titles(document)
    assert path[path.index("Day 25") - 1 : path.index("Day 25") + 2] == [
        "Cycle n Day 15",
        "Day 25",
        "May dosing go on?",
    ]


def test_at_the_beginning_the_path_starts_with_it() -> None:
    document = opened(SAMPLE)
    timeline = main_timeline(document)
    assert timeline.id is not None
    done_in_place(
        document, AddVisit("Consent", timeline.id, "P3D", visit(document, "Screening"), before=True)
    )
    assert titles(document)[:2] == ["Consent", "Screening"]
    assert when(document, "Consent").study_day == -31


def test_on_a_branch_only_that_branch_leads_to_it() -> None:
    document = opened(SAMPLE)
    eligible = visit(document, "Eligible?")
    branch = document.index.unique[eligible]["conditionAssignments"][0]["id"]
    done_in_place(
        document, AddVisit("Tell them", eligible, assignment=branch, encounter=NO_ENCOUNTER), UNTIMED
    )
    new = document.index.unique[visit(document, "Tell them")]
    assert document.index.unique[branch]["conditionTargetId"] == new["id"]
    assert new["defaultConditionId"] == visit(document, "Screen failure")
    assert document.index.unique[eligible]["defaultConditionId"] == visit(document, "Cycle n Day 1")
    assert new["encounterId"] is None


def test_a_version_3_file_stays_one() -> None:
    document = opened(LILLY_3)
    follow_up = visit(document, "ADD_FOLLOW_UP")
    done_in_place(document, AddVisit("Second follow-up", follow_up, "P7D", like=follow_up))
    assert document.capabilities.generation == 3
    new = document.index.unique[visit(document, "Second follow-up")]
    assert new["name"] == "SECOND_FOLLOW-UP"
    encounter = encounter_of(document, "Second follow-up").raw
    timing = when(document, "Second follow-up").timing
    assert timing is not None
    for item in (new, encounter, timing.raw):
        assert "extensionAttributes" not in item
    assert "environmentalSetting" in encounter
    assert "notes" not in encounter
    assert timing.value_label == "7 Days"


def test_no_window_is_written_as_the_file_writes_it() -> None:
    document = opened(LZZT)
    done_in_place(document, AddVisit("Call", visit(document, "Week 26"), "P1W"))
    timing = when(document, "Call").timing
    assert timing is not None
    assert (timing.raw["windowLower"], timing.raw["windowUpper"], timing.raw["windowLabel"]) == (
        None,
        None,
        "",
    )
    document = opened(SAMPLE)
    done_in_place(document, AddVisit("Call", visit(document, "End of study"), "P1W", window=("P0D", "P0D")))
    timing = when(document, "Call").timing
    assert timing is not None
    assert (timing.window_lower, timing.window_upper) == ("P0D", "P0D")


def test_footnotes_of_what_it_is_like_hold_at_it_too() -> None:
    document = opened(SAMPLE)
    held = [c for c in document.designs()[0].conditions if visit(document, "Screening") in c.contexts]
    assert held
    done_in_place(
        document,
        AddVisit("Screening 2", visit(document, "Screening"), "P7D", like=visit(document, "Screening")),
    )
    new = visit(document, "Screening 2")
    again = [c.id for c in document.designs()[0].conditions if new in c.contexts]
    assert again == [c.id for c in held]


@pytest.mark.parametrize("name", STUDIES)
def test_a_duplicate_is_planned_at_the_same_time_right_behind(name: str) -> None:
    document = opened(name)
    timeline = main_timeline(document)
    for original in [i for i in timeline.instances if not i.is_decision][1:4:2]:
        assert original.id is not None
        title = original.title
        done_in_place(document, DuplicateVisit(original.id), ("DDF00087", "MAESTRO-WINDOW-IN-HOURS"), ())
        path = titles(document)
        assert path[path.index(title) + 1] == f"{title}, copy"
        first, second = when(document, title), when(document, f"{title}, copy")
        assert first.offset == second.offset
        assert first.instance.activities == second.instance.activities


def test_a_duplicate_of_a_step_within_a_visit_belongs_to_that_visit() -> None:
    document = opened(LILLY_3)
    done_in_place(document, DuplicateVisit(visit(document, "P1_INFUSION")))
    assert encounter_of(document, "P1_INFUSION, copy") == encounter_of(document, "P1_INFUSION")
    document = opened(LZZT)
    done_in_place(document, DuplicateVisit(visit(document, "Week 8")), ("DDF00087",))
    assert encounter_of(document, "Week 8, copy") != encounter_of(document, "Week 8")


def test_what_cannot_be_added_is_refused_with_a_sentence() -> None:
    document = opened(SAMPLE)
    baseline, pk = visit(document, "Baseline"), visit(document, "1 h")
    assert "name is missing" in refused(document, AddVisit(" ", baseline))
    assert "too long" in refused(document, AddVisit("x" * 10_000, baseline))
    assert "not in the study" in refused(document, AddVisit("Visit", "nowhere"))
    assert "no duration" in refused(document, AddVisit("Visit", baseline, "4 weeks"))
    assert "another timeline" in refused(document, AddVisit("Visit", baseline, "P4W", pk))
    assert "no duration" in refused(document, AddVisit("Visit", baseline, "P4W", window=("P3D", "three")))
    assert "needs a time" in refused(document, AddVisit("Visit", baseline, window=("P3D", "P3D")))
    assert "Say behind which visit" in refused(document, AddVisit("Visit"))
    assert "decision" in refused(document, DuplicateVisit(visit(document, "Eligible?")))


def test_names_in_any_script_are_kept_as_typed() -> None:
    document = opened(SAMPLE)
    for called in ("زيارة ٤", "Woche 4 – Anruf", "Q\u0308 visit"):
        done_in_place(document, AddVisit(called, visit(document, "Baseline")), UNTIMED)
        assert called in titles(document)


def test_a_name_that_is_there_is_no_obstacle_and_is_not_changed() -> None:
    document = opened(LZZT)
    before: list[JsonObject] = [dict(i.raw) for i in main_timeline(document).instances]
    done_in_place(document, AddVisit("Week 8", visit(document, "Week 26")), UNTIMED)
    names = [i.name for i in main_timeline(document).instances]
    assert len(names) == len(set(names))
    assert [each["name"] for each in before] == [n for n in names if n in {b["name"] for b in before}]


def test_the_first_visit_of_an_emptied_timeline_is_its_anchor() -> None:
    document = opened(SAMPLE)
    timeline = main_timeline(document)
    assert timeline.id is not None
    execute(document, DeleteVisits(tuple(i.id for i in timeline.instances if i.id)), numbered())
    done_in_place(document, AddVisit("Day 1", timeline.id))
    assert when(document, "Day 1").is_anchor
    assert titles(document) == ["Day 1"]


@pytest.mark.parametrize(
    ("window", "words"),
    [
        ((None, None), ""),
        (("P3D", "P3D"), "3 days either way"),
        (("P0D", "P0D"), "exactly then"),
        (("P0D", "P7D"), "up to 7 days later"),
        (("P2D", "P0D"), "up to 2 days earlier"),
        (("P2D", "P7D"), "up to 2 days earlier or 7 days later"),
        ((None, "P7D"), "at most 7 days later"),
        (("P2D", None), "at most 2 days earlier"),
    ],
)
def test_a_window_in_words(window: tuple[str | None, str | None], words: str) -> None:
    assert window_words(window) == words
