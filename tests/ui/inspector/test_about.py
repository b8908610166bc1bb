"""What the inspector tells of real studies: the questions that a coordinator asks, in words like theirs."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from app.open_study import OpenStudy, prepared
from services.library_entries import Freshness, StudyEntry, Where
from study.dating import Anchor, Moment
from study.dating_words import DateForm
from tests.shared import shared_study
from tests.study.studies import study_bytes
from ui.dates.locale_dates import LocaleDates
from ui.inspector.about import about
from ui.inspector.about_visit import NOT_HERE
from ui.inspector.dates import date_rows
from ui.inspector.sections import About

ENTRY = StudyEntry("id", "Title", "a.json", "4.0", 1, Where.BOTH, 1, True, None, None, None)
LZZT = "cdisc-pilot-lzzt-v4"
ALEXION = "alexion-nct04573309-v4"
DOSE, WEEK_8 = "ScheduledActivityInstance_11", "ScheduledActivityInstance_15"
CALLS = [f"ScheduledActivityInstance_{number}" for number in (16, 18, 20, 22)]


@cache
def content(name: str) -> bytes:
    return shared_study(name)


def study_of(name: str) -> OpenStudy:
    return OpenStudy(prepared(content(name)), ENTRY, Freshness.CURRENT)


def told(study: OpenStudy, address: str, *, asked: str = "") -> About:
    schedules = [each.soa for each in study.all_projections()]
    return about(address, schedules, study.all_dated(), lambda key: key == asked)


def words(found: About) -> list[str]:
    """All that is said, a text each: "Label: value", chips, remarks, footnotes."""
    said = [found.sentence] if found.sentence else []
    for section in found.sections:
        said += [section.title] if section.title else []
        said += [f"{row.words}: {value.text}" for row in section.rows for value in row.values]
        said += [chip.text for chip in section.chips]
        said += [section.remark] if section.remark else []
    for note in found.notes:
        said += [f"{note.footnote.letter}: {note.footnote.text}", *note.differs]
    return said


def chips(found: About, name: str) -> list[str]:
    return [
        chip.text for section in found.sections if section.name.startswith(name) for chip in section.chips
    ]


def dated_rows(study: OpenStudy, address: str) -> dict[str, str]:
    found = told(study, address)
    assert found.dated is not None
    assert found.dates is not None
    form: DateForm = LocaleDates()
    return dict(date_rows(found.dated, found.dates, form))


def test_when_week_8_is_and_how_late_it_may_be() -> None:
    study = study_of(LZZT)
    study.dates.change(study.dating.with_anchor(DOSE, Anchor(dt.date(2025, 1, 7))))
    said = words(told(study, WEEK_8))
    assert "56 days after Dose, 3 days either way." in said
    assert "Study day: 57, allowed 54 to 60" in said
    assert "Window: −3 d / +3 d" in said
    assert "In its words: “Day 56”" in said
    assert "In its words: 56 days after Dose, which is Study Day 57" in said
    planned = dated_rows(study, WEEK_8)["Planned"]
    assert "Tuesday" in planned
    assert "4 March 2025" in planned
    assert "1 to 7 Mar inclusive" in planned


def test_what_is_done_at_week_8() -> None:
    study = study_of(LZZT)
    found = told(study, WEEK_8)
    said = words(found)
    assert "Activities · 10" in said
    assert len(chips(found, "activities")) == 10
    assert "In which order is not stated by the schedule." in said
    assert "+5 min: Vital signs supine" in said
    assert "+6 min: Vital signs after 1 min standing" in said
    assert "+8 min: Vital signs after 3 min standing" in said
    absent = chips(told(study, WEEK_8, asked=NOT_HERE), "not here")
    assert {"Uninalysis", "Plasma Specimen (Xanomeline)"} <= set(absent)
    assert not {"ECG", "NPI-X"} & set(absent)
    assert chips(found, "not here") == []


def test_which_contacts_are_for_npi_x_alone_and_what_they_hang_on() -> None:
    study = study_of(LZZT)
    section = next(each for each in told(study, "Activity_30").sections if each.name.startswith("alone"))
    assert section.title == "For this alone · 4"
    assert [row.values[0].address for row in section.rows] == CALLS
    assert [row.words for row in section.rows] == ["Day 71", "Day 99", "Day 127", "Day 155"]
    assert [row.values[1].text for row in section.rows] == [
        f"2 weeks after Week {week}, window not stated" for week in (8, 12, 16, 20)
    ]
    assert [row.values[2].text for row in section.rows] == [
        f"{days} days after Dose" for days in (70, 98, 126, 154)
    ]
    assert [row.values[3].text for row in section.rows] == [
        f"Under the encounter Week {week}" for week in (8, 12, 16, 20)
    ]
    assert "From anchor: 70 days after Dose" in words(told(study, CALLS[0]))


def test_what_hangs_on_week_8_is_the_call_alone() -> None:
    study = study_of(LZZT)
    said = words(told(study, WEEK_8))
    assert "What hangs on this · 1" in said
    assert "Day 71: Week NPI" in said
    assert "Nothing: no other visit is timed from it." in words(told(study, CALLS[0]))


def test_dates_of_a_visit_that_took_place_late_and_of_what_it_moves() -> None:
    study = study_of(LZZT)
    dating = study.dating.with_anchor(DOSE, Anchor(dt.date(2025, 1, 7)))
    study.dates.change(dating)
    assert "15 to 21 Mar 2025, until Week 8 has taken place" in dated_rows(study, CALLS[0])["May become"]
    study.dates.change(dating.with_actual(WEEK_8, Moment(dt.date(2025, 3, 7))))
    assert dated_rows(study, WEEK_8)["Actual day"] == "It took place on Study Day 60"
    call = dated_rows(study, CALLS[0])
    assert "21 March 2025" in call["Planned"]
    assert call["Expected"] == "Now expected on Study Day 74"
    assert "May become" not in call


def test_who_gets_hba1c_and_where_xanomeline_is_drawn() -> None:
    study = study_of(LZZT)
    said = words(told(study, "Activity_24"))
    assert "Screen One" in said
    assert "a: Performed if patient is an insulin-dependent diabetic" in said
    drawn = told(study, "Activity_23")
    assert chips(drawn, "planned ScheduleTimeline_4") == [
        "Dose",
        "Week 2",
        "Week 4",
        "Week 6",
        "Week 12",
        "Week 20",
    ]
    assert chips(drawn, "planned ScheduleTimeline_2") == ["Early Termination"]


def test_when_screening_may_happen() -> None:
    study = study_of(ALEXION)
    said = words(told(study, "ScheduledActivityInstance_15"))
    assert said[0] == "Any time from Day −42 to Day −9, 42 to 9 days before Day 1."
    assert "Study day: −42 to −9, any of these days" in said
    assert "Activities · 19" in said


def test_a_loop_says_on_which_days_it_is_gone_round_and_where_it_goes_on() -> None:
    study = study_of(ALEXION)
    said = words(told(study, "ScheduledActivityInstance_20"))
    assert "Gone round while “Day = -6”: once on each of Day −6 and Day −5, then on to Day −4." in said
    assert "Activities · 4" in said


def test_when_the_pk_profile_is_drawn_with_what_marks_and_footnotes_say_differently() -> None:
    study = study_of(ALEXION)
    found = told(study, "Activity_22")
    assert len(chips(found, "planned ScheduleTimeline_5")) == 17
    assert chips(found, "planned ScheduleTimeline_4") == ["Unscheduled"]
    said = words(found)
    for when in ("−30 min", "+2 h", "+4 h", "+5 h", "+6 h", "+8 h", "+12 h", "+24 h"):
        assert any(each.startswith(f"{when}: ") for each in said), when
    assert any(each.endswith("Nothing is planned at: 0 min, +1 h, +3 h") for each in said)
    perhaps = next(each for each in found.sections if each.name == "perhaps")
    texts = [value.text for row in perhaps.rows for value in row.values]
    assert any("Days 1, 25, 29, and 39" in text for text in texts)
    assert any(text.startswith("It names Day 1, 25, 29, 39; marks stand on 17 days: ") for text in texts)


def test_the_outpatient_days_and_the_end_of_study() -> None:
    study = study_of(ALEXION)
    said = words(told(study, "Activity_4"))
    assert any("A single outpatient visit or phone call" in each for each in said)
    assert any(each.startswith("Planned at · 5") for each in said)
    end = words(told(study, "ScheduledActivityInstance_65"))
    assert "53 days after Day 1, 2 days either way." in end
    assert "Study day: 54, allowed 52 to 56" in end
    assert "Activities · 9" in end
    assert "The same at: Early Termination" in end


def test_when_the_participant_is_in_the_unit() -> None:
    study = study_of(ALEXION)
    admitted, discharged = told(study, "Activity_2"), told(study, "Activity_3")
    assert chips(admitted, "planned") == ["Day −8", "Day 23"]
    assert chips(discharged, "planned") == ["Day 9", "Day 40"]
    assert any("readmitted on Day 22" in each for each in words(admitted))
    assert any("after the Investigator has reviewed" in each for each in words(discharged))


def test_footnotes_encounters_epochs_arms_and_timelines_say_where_they_are_used() -> None:
    study = study_of(LZZT)
    note = told(study, "Condition_1")
    assert note.sentence == "Performed if patient is an insulin-dependent diabetic"
    assert any("Hemoglobin A1C at Screen One" in each for each in words(note))
    encounter = words(told(study, "Encounter_7"))
    assert "Contact: In Person, Telephone Call" in encounter
    assert "Day 57: Week 8" in encounter
    assert "Day 71: Week NPI" in encounter
    epoch = next(iter(study.projection.design.epochs)) if study.projection else None
    assert epoch is not None
    assert any(
        each.startswith("Where used: Main Timeline, 2 visits") for each in words(told(study, epoch.id or ""))
    )
    arm = study.projection.design.arms[0] if study.projection else None
    assert arm is not None
    assert "By epoch" in words(told(study, arm.id or ""))
    timeline = words(told(study, "ScheduleTimeline_3"))
    assert "What it is: A sub-timeline, run inside a visit" in timeline
    assert "Through: Vital Signs and Temperature" in timeline


def test_a_sub_timeline_and_what_has_no_time_ask_for_no_date() -> None:
    study = study_of(LZZT)
    assert told(study, "ScheduledActivityInstance_4").dated is None  # run at every visit: many dates, not one
    assert told(study, "ScheduledActivityInstance_2").dated is not None  # early termination is on one day


@pytest.mark.parametrize("name", ["maestro-sample", "minimal-v3", "minimal-v4"])
def test_every_entity_of_a_study_can_be_told_of(name: str) -> None:
    study = OpenStudy(prepared(study_bytes(name)), ENTRY, Freshness.CURRENT)
    told_of = [told(study, address) for address in study.document.index.ids_in(study.document.index.root)]
    assert any(found.sections for found in told_of)
