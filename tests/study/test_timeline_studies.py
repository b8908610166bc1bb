"""Planned times of the real studies: agreement with independently computed offsets, and a coordinator's questions."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import cache

import pytest

from study.durations import Offset, offset_seconds
from study.timeline import PlannedTime, PlannedTimes, Status, planned_times
from study.wording import day_text, sentence, when_text, window_text
from tests.shared import shared_file
from tests.study.building import sample_design, shared_design, timeline_named

LZZT, ALEXION = "cdisc-pilot-lzzt-v4", "alexion-nct04573309-v4"
LZZT_DAY_1 = date(2025, 1, 7)


@cache
def times_of(study: str, timeline: str) -> PlannedTimes:
    design = sample_design() if study == "sample" else shared_design(study)
    return planned_times(timeline_named(design, timeline), design)


def planned(study: str, timeline: str, name: str) -> PlannedTime:
    return next(p for p in times_of(study, timeline).times.values() if p.instance.name == name)


def main_visit(study: str, name: str) -> PlannedTime:
    main = {LZZT: "ScheduleTimeline_4", ALEXION: "ScheduleTimeline_5", "sample": "Timeline_MAIN"}
    return planned(study, main.get(study, "Main Timeline"), name)


def on(day_of_offset: Offset | None) -> date:
    """The date of an offset in LZZT, dosed on 7 January 2025."""
    assert day_of_offset is not None
    assert (day_of_offset.months, day_of_offset.seconds) == (0, 0)
    return LZZT_DAY_1 + timedelta(days=day_of_offset.days)


@pytest.mark.parametrize(
    ("study", "instances"),
    [(ALEXION, 66), ("lilly-nct03421379-v4", 35), (LZZT, 24), ("observational-v4", 7)],
)
def test_offsets_agree_with_the_independent_ones(study: str, instances: int) -> None:
    """Every `ok` row, the two with a note included.

    Those two are LZZT's "End to Start" timings ("1 minute standing" PT0M after the end of "Vital signs supine"),
    for which the other tool ignored the end. The reference runs no sub-timeline, neither through its own
    timelineId nor through its activity's, so when it ends is not known, and its start stands for its end
    (USDM ScheduledActivityInstance.timelineId, Activity.timelineId, Timing.relativeToFrom). The figure is then the
    same, by another way, and the note says what was assumed.
    """
    with shared_file("data/oracle/planned-offsets.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["file"] == f"{study}.json"]
    design = shared_design(study)
    ours = {
        (timeline.id, key): planned
        for timeline in design.timelines
        for key, planned in planned_times(timeline, design).times.items()
    }
    assert len(rows) == len(ours) == instances
    for row in rows:
        time = ours[row["timeline_id"], row["instance_id"]]
        if row["status"] == "ok":
            assert time.offset is not None
            assert (time.status, offset_seconds(time.offset)) == (Status.OK, int(row["offset_s"])), row
            assert bool(time.note) == bool(row["note"]), row
            assert (time.timing.value if time.timing else "") == row["value"], row
        else:
            assert (row["status"], time.status, time.offset) == ("no timing", Status.MISSING, None)


def test_the_v3_file_gives_the_same_times_as_the_v4_file_of_the_same_study() -> None:
    def essence(study: str) -> list[tuple[object, ...]]:
        design = shared_design(study)
        return [
            (p.instance.name, p.offset, p.study_day, p.window_open, p.window_close, p.is_range, p.status)
            for timeline in design.timelines
            for p in planned_times(timeline, design).times.values()
        ]

    assert essence("lilly-nct03421379-v3") == essence("lilly-nct03421379-v4")


def test_question_1_week_8_and_how_late_it_may_be() -> None:
    week_8 = main_visit(LZZT, "WK8")
    assert (week_8.study_day, week_8.window_open_day, week_8.window_close_day) == (57, 54, 60)
    assert on(week_8.offset) == date(2025, 3, 4)
    assert (on(week_8.window_open), on(week_8.window_close)) == (date(2025, 3, 1), date(2025, 3, 7))
    assert when_text(week_8) == "Day 57, 54 to 60"
    assert sentence(week_8, times_of(LZZT, "ScheduleTimeline_4")) == "56 days after Dose, 3 days either way"


def test_question_2_the_vital_signs_of_week_8_are_timed_in_minutes() -> None:
    minutes = {
        p.instance.name: offset_seconds(p.offset) // 60  # type: ignore[operator]
        for p in times_of(LZZT, "ScheduleTimeline_3").times.values()
        if p.offset is not None
    }
    assert minutes["VS_SUPINE"] - minutes["VS_5MIN"] == 5
    assert minutes["VS_STAND1"] - minutes["VS_1MIN"] == 1
    assert minutes["VS_STAND3"] - minutes["VS_1MIN"] == 3


@pytest.mark.parametrize(
    ("name", "visit", "days", "study_day"),
    [
        ("WK8N", "WK8", 70, 71),
        ("WK12N", "WK12", 98, 99),
        ("WK16N", "WK16", 126, 127),
        ("WK20N", "WK20", 154, 155),
    ],
)
def test_question_3_the_npi_x_contacts_hang_on_the_visit_before(
    name: str, visit: str, days: int, study_day: int
) -> None:
    contact, before = main_visit(LZZT, name), main_visit(LZZT, visit)
    assert (contact.offset, contact.study_day) == (Offset(days=days), study_day)
    assert contact.reference == before.key
    assert window_text(contact) == "not stated"
    assert contact.instance.encounter == before.instance.encounter
    said = sentence(contact, times_of(LZZT, "ScheduleTimeline_4"))
    assert said == f"2 weeks after {before.instance.label}, window not stated"


def test_question_4_only_what_is_timed_from_week_8_can_move_with_it() -> None:
    week_8, week_12 = main_visit(LZZT, "WK8"), main_visit(LZZT, "WK12")
    times = times_of(LZZT, "ScheduleTimeline_4").times.values()
    assert [p.instance.name for p in times if p.reference == week_8.key] == ["WK8N"]
    assert on(main_visit(LZZT, "WK8N").offset) == date(2025, 3, 18)
    assert on(week_12.offset) == date(2025, 4, 1)
    assert (on(week_12.window_open), on(week_12.window_close)) == (date(2025, 3, 28), date(2025, 4, 5))


def test_question_5_screening_1_is_two_weeks_before_dose() -> None:
    assert main_visit(LZZT, "SCREEN1").study_day == -14


def test_question_6_when_screening_may_happen() -> None:
    screening = main_visit(ALEXION, "SCREEN")
    assert screening.is_range
    assert (screening.window_open_day, screening.window_close_day) == (-42, -9)
    assert day_text(screening) == "Day −42 to −9"
    assert window_text(screening) == ""
    said = sentence(screening, times_of(ALEXION, "ScheduleTimeline_5"))
    assert said == "Any time from Day −42 to Day −9, 42 to 9 days before Day 1"
    assert (main_visit(ALEXION, "ZINC").study_day, main_visit(ALEXION, "D-4").study_day) == (-21, -4)


def test_question_7_the_loop_is_seen_once_on_day_minus_6() -> None:
    days = [main_visit(ALEXION, name).study_day for name in ("D-7", "D-6-5", "D-6-5_DECISION", "D-4")]
    assert days == [-7, -6, -6, -4]


def test_question_8_admitted_and_discharged() -> None:
    days = [main_visit(ALEXION, name).study_day for name in ("CHECK_IN", "D9", "D23", "D40")]
    assert days == [-8, 9, 23, 40]


def test_question_9_when_the_profile_samples_and_on_which_days() -> None:
    samples = [p for p in times_of(ALEXION, "ScheduleTimeline_3").times.values() if p.instance.activities]
    assert [offset_seconds(p.offset) for p in samples if p.offset is not None] == [
        round(hours * 3600) for hours in (-0.5, 2, 4, 5, 6, 8, 12, 24)
    ]
    assert [day_text(p) for p in samples[:3]] == ["−30 min", "+2 h", "+4 h"]
    days = [
        p.study_day
        for p in times_of(ALEXION, "ScheduleTimeline_5").times.values()
        if "Activity_22" in p.instance.activities
    ]
    assert len(days) == 17
    assert {1, 25, 29, 39} <= set(days)


def test_question_10_outpatient_visits_and_the_end_of_study() -> None:
    days = [
        p.study_day
        for p in times_of(ALEXION, "ScheduleTimeline_5").times.values()
        if "Activity_4" in p.instance.activities
    ]
    assert days == [14, 15, 16, 17, 18]
    end = main_visit(ALEXION, "EOS")
    assert when_text(end) == "Day 54, 52 to 56"
    assert len(end.instance.activities) == 9


def test_and_30_mg_is_marked_from_day_28_to_40() -> None:
    days = [
        p.study_day
        for p in times_of(ALEXION, "ScheduleTimeline_5").times.values()
        if "Activity_20" in p.instance.activities
    ]
    assert days == list(range(28, 41))


def test_lillys_washout_is_a_range_and_its_follow_up_a_target() -> None:
    times = times_of("lilly-nct03421379-v4", "ScheduleTimeline_3").times.values()
    said = {p.instance.name: when_text(p) for p in times}
    assert said["SCREENING"] == "Day −29 to −3"
    assert said["WASHOUT"] == "Day 4 to 15"
    assert said["FOLLOW_UP"] == "Day 33, 31 to 35"


def test_the_sample_leaves_half_an_hour_after_the_last_pk_sample() -> None:
    leaving = main_visit("sample", "C_D1_LEAVE")
    assert leaving.offset == Offset(seconds=8 * 3600 + 30 * 60)
    assert (leaving.study_day, leaving.note) == (1, "")


def test_the_sample_says_its_times_as_a_person_would() -> None:
    times = times_of("sample", "Timeline_MAIN")
    assert when_text(main_visit("sample", "SCREEN")) == "Day −28 to −1"
    assert when_text(main_visit("sample", "BASELINE")) == "Day −1, −3 to −1"
    assert when_text(main_visit("sample", "C_D8")) == "Day 8, 7 to 9"
    assert (
        sentence(main_visit("sample", "C_D8"), times) == "7 days after this cycle's Day 1, 1 day either way"
    )
    assert all(p.status is Status.OK for p in times.times.values())
