"""The Schedule of Activities as a table: what a coordinator reads in it, on real studies and on damaged ones."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.sample import sample_study_bytes
from study.document import Document, DocumentError
from study.soa import HeaderRun, Mark, Row, ScheduleOfActivities, footnote_letter, schedule_of_activities
from tests.shared import ROOT, shared_study
from tests.study.damage import damaged

ALEXION = "alexion-nct04573309-v4"
LZZT = "cdisc-pilot-lzzt-v4"
LILLY = ("lilly-nct03421379-v3", "lilly-nct03421379-v4")


def table(data: bytes, timeline: str | None = None) -> ScheduleOfActivities:
    """The table of the timeline with this name, or of the main one."""
    (design,) = Document.from_bytes(data).designs()
    chosen = next((t for t in design.timelines if t.name == timeline), design.main_timeline)
    assert chosen is not None
    return schedule_of_activities(chosen, design)


def edited(**attributes: Any) -> ScheduleOfActivities:
    """The main table of the minimal study with attributes of its design replaced."""
    root = json.loads((ROOT / "tests/fixtures/minimal-v4.usdm.json").read_bytes())
    version = root["study"]["versions"][0]
    version["conditions"] = attributes.pop("conditions", version["conditions"])
    version["studyDesigns"][0].update(attributes)
    return table(json.dumps(root).encode())


def column_of(soa: ScheduleOfActivities, name: str) -> int:
    return next(c for c, column in enumerate(soa.columns) if column.planned.instance.name == name)


def row_of(soa: ScheduleOfActivities, name: str) -> int:
    return next(r for r, row in enumerate(soa.rows) if row.activity.name == name)


def done_at(soa: ScheduleOfActivities, visit: str) -> list[str]:
    """The names of the activities marked at a visit, in row order."""
    c = column_of(soa, visit)
    return [row.activity.name for r, row in enumerate(soa.rows) if (r, c) in soa.marks]


def planned_at(soa: ScheduleOfActivities, activity: str) -> list[str]:
    """The names of the visits at which an activity is marked, in column order."""
    r = row_of(soa, activity)
    return [column.planned.instance.name for c, column in enumerate(soa.columns) if (r, c) in soa.marks]


def notes_of(soa: ScheduleOfActivities, letters: tuple[str, ...]) -> list[str]:
    """The texts behind footnote letters."""
    texts = {footnote.letter: footnote.text for footnote in soa.footnotes}
    return [texts[letter] for letter in letters]


def test_what_is_done_at_week_8_of_lzzt() -> None:
    soa = table(shared_study(LZZT))
    assert done_at(soa, "WK8") == [
        "Vital signs / Temperature",
        "ECG",
        "Concomitant medications",
        "Hematology",
        "Chemistry",
        "Study drug",
        "ADAS-Cog",
        "CIBIC+",
        "DAD",
        "NPI-X",
    ]
    column = soa.columns[column_of(soa, "WK8")]
    assert (column.day_text, column.window_text) == ("Day 57", "54 to 60")


def test_lzzts_vital_signs_are_timed_by_a_sub_timeline() -> None:
    soa = table(shared_study(LZZT))
    mark = soa.marks[row_of(soa, "Vital signs / Temperature"), column_of(soa, "WK8")]
    assert (mark.sub_timeline, mark.sub_count) == ("ScheduleTimeline_3", 6)
    inside = table(shared_study(LZZT), "Vital Sign Blood Pressure Timeline")
    assert not [column.day_text for column in inside.columns if column.day_text.startswith("Day")]
    assert {row.activity.name for row in inside.rows} == {
        "Supine",
        "Vital Signs Supine",
        "Stand",
        "Vital Signs Standing",
    }


def test_who_gets_hba1c_in_lzzt() -> None:
    soa = table(shared_study(LZZT))
    assert planned_at(soa, "Hemoglobin A1C") == ["SCREEN1"]
    mark = soa.marks[row_of(soa, "Hemoglobin A1C"), column_of(soa, "SCREEN1")]
    assert notes_of(soa, mark.footnotes) == ["Performed if patient is an insulin-dependent diabetic"]
    assert soa.rows[mark.row].footnotes == ()
    assert soa.carries_condition(mark)


def test_where_xanomeline_is_drawn_in_lzzt() -> None:
    name = "Plasma Specimen (Xanomeline)"
    data = shared_study(LZZT)
    assert planned_at(table(data), name) == ["DOSE", "WK2", "WK4", "WK6", "WK12", "WK20"]
    assert planned_at(table(data, "Early Termination Timeline"), name) == ["ET"]


def test_lzzts_main_table_leaves_out_what_only_other_timelines_use() -> None:
    soa = table(shared_study(LZZT))
    names = {row.activity.name for row in soa.rows}
    assert not names & {"Supine", "Stand", "Adverse events", "Check adverse events"}
    assert len(names) == 30


def test_lzzts_npi_calls_stand_under_the_encounter_of_the_visit_before() -> None:
    soa = table(shared_study(LZZT))
    first = column_of(soa, "WK8")
    assert soa.columns[first + 1].planned.instance.name == "WK8N"
    assert HeaderRun(first, 2, "Week 8", "Encounter_7") in soa.encounters


def test_alexions_screening_has_nineteen_activities() -> None:
    soa = table(shared_study(ALEXION))
    assert len(done_at(soa, "SCREEN")) == 19
    assert soa.columns[0].day_text == "Day −42 to −9"


def test_between_day_minus_7_and_minus_4_of_alexion() -> None:
    soa = table(shared_study(ALEXION))
    assert done_at(soa, "D-6-5") == [
        "Adverse events",
        "Cu/Mo-controlled meals",
        "Light exercise regimen",
        "Concomitant medication and non-pharmacologic therapy/procedure",
    ]
    decision = soa.columns[column_of(soa, "D-6-5_DECISION")]
    assert decision.is_decision


def test_alexions_pk_profile_is_run_on_seventeen_days_and_at_unscheduled_visits() -> None:
    data = shared_study(ALEXION)
    marks = [mark for mark in table(data).marks.values() if mark.sub_timeline]
    assert len(marks) == 17
    assert {(mark.sub_timeline, mark.sub_count) for mark in marks} == {("ScheduleTimeline_3", 11)}
    unscheduled = table(data, "Unscheduled Timeline")
    assert len([mark for mark in unscheduled.marks.values() if mark.sub_timeline]) == 1


def test_alexions_outpatient_visits_carry_the_footnote_that_one_is_enough() -> None:
    soa = table(shared_study(ALEXION))
    assert planned_at(soa, "Outpatient visit or phone call") == ["D14", "D15", "D16", "D17", "D18"]
    r = row_of(soa, "Outpatient visit or phone call")
    letters = {soa.marks[r, column_of(soa, day)].footnotes for day in ("D14", "D18")}
    (only,) = letters
    (text,) = notes_of(soa, only)
    assert text.startswith("A single outpatient visit or phone call")


def test_alexions_end_of_study_plans_what_early_termination_plans() -> None:
    data = shared_study(ALEXION)
    end, early = table(data), table(data, "Early Termination Timeline")
    assert len(done_at(end, "EOS")) == 9
    assert done_at(end, "EOS") == done_at(early, "ET")


def test_alexions_conditions_stand_at_183_of_414_marks() -> None:
    (design,) = Document.from_bytes(shared_study(ALEXION)).designs()
    tables = [schedule_of_activities(timeline, design) for timeline in design.timelines]
    marks = [(soa, mark) for soa in tables for mark in soa.marks.values()]
    assert len(marks) == 414
    assert len([mark for soa, mark in marks if soa.carries_condition(mark)]) == 183


def test_alexions_footnotes_on_nothing_keep_their_text() -> None:
    """Two of them say on which days the full PK profile is drawn, and nowhere else is that said."""
    soa = table(shared_study(ALEXION))
    loose = [footnote for footnote in soa.footnotes if not footnote.letter]
    assert [footnote.condition.id for footnote in loose] == [
        "Condition_1",
        "Condition_15",
        "Condition_16",
        "Condition_18",
    ]
    assert soa.footnotes[-4:] == tuple(loose)
    side = table(shared_study(ALEXION), "Unscheduled Timeline")
    assert all(footnote.letter for footnote in side.footnotes)


def test_alexions_footnote_on_an_unmarked_day_is_kept_at_its_cell() -> None:
    soa = table(shared_study(ALEXION))
    r = row_of(soa, "Admit to unit")
    cells = {(r, column_of(soa, "D10")), (r, column_of(soa, "D22"))}
    assert set(soa.unmarked) == cells
    assert not cells & set(soa.marks)


def test_alexions_groups_hold_their_children() -> None:
    soa = table(shared_study(ALEXION))
    groups = [row.title for row in soa.rows if row.is_group]
    assert len(groups) == 8
    children = [row for row in soa.rows if row.level == 1]
    assert len(children) == 35
    assert [row.activity.name for row in soa.rows[:3]] == ["Eligibility", "Informed consent", "Admit to unit"]


@pytest.mark.parametrize("name", LILLY)
def test_lillys_footnotes_on_procedures_stand_at_their_activities(name: str) -> None:
    soa = table(shared_study(name))
    row = soa.rows[row_of(soa, "RANDOMIZATION")]
    assert notes_of(soa, row.footnotes) == ["All eligibility criteria met"]


def test_lillys_meal_stays_last_although_it_is_planned_with_the_dose() -> None:
    soa = table(shared_study("lilly-nct03421379-v4"), "Treatment Phase")
    assert soa.columns[-1].planned.instance.name == "MEAL"


def test_lillys_epochs_are_never_regrouped() -> None:
    """Period 1 comes again after Period 2, by the file's own mistake: two runs, not one."""
    soa = table(shared_study("lilly-nct03421379-v4"))
    assert [run.entity_id for run in soa.epochs] == [
        "StudyEpoch_1",
        "StudyEpoch_2",
        "StudyEpoch_3",
        "StudyEpoch_4",
        "StudyEpoch_2",
        "StudyEpoch_5",
    ]


def test_observational_footnotes_in_the_context_of_an_activity() -> None:
    soa = table(shared_study("observational-v4"))
    texts = notes_of(soa, soa.rows[row_of(soa, "Procedures")].footnotes)
    assert texts == ["If this is true", "If the sky is blue"]


def test_the_sample_study_shows_groups_marks_and_sub_timelines() -> None:
    soa = table(sample_study_bytes())
    assert [row.title for row in soa.rows if row.is_group][:2] == ["Eligibility", "Safety"]
    inside = [mark for mark in soa.marks.values() if mark.sub_timeline]
    assert [soa.columns[mark.column].title for mark in inside] == ["Cycle n Day 1"]
    assert [footnote.letter for footnote in soa.footnotes] == list("abcdefghi")


@pytest.mark.parametrize("timeline", [None, "PROFILE"])
def test_headers_cover_all_columns_left_to_right(timeline: str | None) -> None:
    soa = table((ROOT / "tests/fixtures/minimal-v4.usdm.json").read_bytes(), timeline)
    for runs in (soa.epochs, soa.encounters):
        covered = [c for run in runs for c in range(run.start, run.start + run.length)]
        assert covered == list(range(len(soa.columns)))


def test_letters_follow_reading_order() -> None:
    def condition(name: str, contexts: list[str], applies_to: list[str]) -> dict[str, Any]:
        return {
            "id": name,
            "instanceType": "Condition",
            "text": name,
            "contextIds": contexts,
            "appliesToIds": applies_to,
        }

    soa = edited(
        conditions=[
            condition("last cell", ["Instance_VISIT"], ["Activity_PROFILE"]),
            condition("row", [], ["Activity_CHECK"]),
            condition("first cell", ["Instance_VISIT"], ["Procedure_CHECK"]),
            condition("column", ["Instance_LAST"], []),
            condition("group", [], ["Activity_GROUP"]),
        ]
    )
    assert [(note.letter, note.text) for note in soa.footnotes] == [
        ("a", "column"),
        ("b", "group"),
        ("c", "row"),
        ("d", "first cell"),
        ("e", "last cell"),
    ]
    assert soa.columns[column_of(soa, "LAST")].footnotes == ("a",)
    assert soa.rows[0].footnotes == ("b",)
    assert soa.rows[1].footnotes == ("c",)
    assert soa.marks[1, 0].footnotes == ("d",)


def test_a_footnote_on_an_activity_without_a_row_stands_at_its_visit() -> None:
    """Sample is planned in the profile alone, so the main table has no row for it."""
    note = {"id": "N", "text": "note", "contextIds": ["Instance_LAST"], "appliesToIds": ["Activity_SAMPLE"]}
    soa = edited(conditions=[note])
    assert [column.footnotes for column in soa.columns] == [(), (), ("a",)]


def test_letters_go_on_after_z() -> None:
    assert [footnote_letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "a",
        "z",
        "aa",
        "az",
        "ba",
        "zz",
        "aaa",
    ]


def activity(identity: str, **attributes: Any) -> dict[str, Any]:
    return {"id": identity, "name": identity, "instanceType": "Activity", **attributes}


def titles(rows: tuple[Row, ...]) -> list[tuple[str, int]]:
    return [(row.title, row.level) for row in rows]


def test_rows_follow_previous_and_next_not_the_file() -> None:
    soa = edited(activities=[activity("b", previousId="a"), activity("c"), activity("a", nextId="b")])
    assert titles(soa.rows) == [("c", 0), ("a", 0), ("b", 0)]


@pytest.mark.parametrize(
    "broken",
    [
        [activity("a", nextId="b"), activity("b", nextId="a")],
        [activity("a", nextId="b"), activity("b", previousId="c"), activity("c")],
        [activity("a", nextId="a"), activity("b", previousId="b")],
        [activity("a", nextId="gone"), activity("b", previousId="gone")],
    ],
)
def test_rows_follow_the_file_where_previous_and_next_do_not_help(broken: list[dict[str, Any]]) -> None:
    assert [title for title, _ in titles(edited(activities=broken).rows)] == [item["id"] for item in broken]


def test_groups_in_groups_and_groups_of_themselves() -> None:
    soa = edited(
        activities=[
            activity("a", childIds=["b", "gone"]),
            activity("b", childIds=["c"]),
            activity("c"),
            activity("x", childIds=["y"]),
            activity("y", childIds=["x", "z"]),
            activity("z"),
        ]
    )
    assert titles(soa.rows) == [("a", 0), ("b", 1), ("c", 2), ("x", 0), ("y", 1), ("z", 2)]


def test_a_repeated_or_missing_activity_id_still_has_a_row_of_its_own() -> None:
    soa = edited(
        activities=[activity("Activity_CHECK"), activity("Activity_CHECK", label="Again"), {"name": "no id"}]
    )
    assert [row.key for row in soa.rows] == ["#1", "#2", "#3"]
    assert {r for r, _ in soa.marks} == {0}, "the first of them is the one that is meant"


def test_a_reference_to_nothing_is_named_in_the_header() -> None:
    soa = edited(encounters=[], epochs=[])
    assert [(run.title, run.entity_id) for run in soa.epochs] == [("Epoch_ONLY (missing)", "")]


def test_three_hundred_visits_and_activities_are_all_there() -> None:
    count = 300
    root = json.loads((ROOT / "tests/fixtures/minimal-v4.usdm.json").read_bytes())
    design = root["study"]["versions"][0]["studyDesigns"][0]
    design["activities"] = [
        activity(f"A{n}", previousId=f"A{n - 1}", nextId=f"A{n + 1}") for n in range(count)
    ]
    main = design["scheduleTimelines"][0]
    main["entryId"] = "I0"
    main["instances"] = [
        {
            "id": f"I{n}",
            "instanceType": "ScheduledActivityInstance",
            "defaultConditionId": f"I{n + 1}",
            "activityIds": [f"A{a}" for a in range(count)],
        }
        for n in range(count)
    ]
    soa = table(json.dumps(root).encode())
    assert (len(soa.columns), len(soa.rows), len(soa.marks)) == (count, count, count * count)
    assert soa.marks[299, 0] == Mark(299, 0)


@settings(max_examples=150)
@given(
    st.sampled_from(["minimal-v3", "minimal-v4", "sample"]),
    st.randoms(use_true_random=False),
    st.integers(1, 12),
)
def test_no_damage_raises(name: str, random: Random, edits: int) -> None:
    try:
        document = Document.from_bytes(json.dumps(damaged(name, random, edits)).encode())
    except DocumentError:
        return  # the loader's to refuse
    for design in document.designs():
        for timeline in design.timelines:
            soa = schedule_of_activities(timeline, design)
            assert len(soa.columns) == len(timeline.instances)
            for runs in (soa.epochs, soa.encounters):
                assert sum(run.length for run in runs) == len(soa.columns)
            assert len({row.key for row in soa.rows}) == len(soa.rows)
            for (r, c), mark in soa.marks.items():
                assert (mark.row, mark.column) == (r, c)
                assert soa.rows[r].activity.id in soa.columns[c].planned.instance.activities
            used = {letter for mark in soa.marks.values() for letter in mark.footnotes}
            assert used <= {footnote.letter for footnote in soa.footnotes}
