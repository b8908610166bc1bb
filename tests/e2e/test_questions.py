"""The questions that coordinators ask, each answered in the real window in three actions or fewer.

docs/questions.md tells the actions. What is held to here is what can be read in the window, not what lies behind it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from study.dating import NO_DATING, Anchor, Dating, Moment
from tests.e2e.asking import Coordinator
from tests.shared import shared_study

LZZT, ALEXION = "cdisc-pilot-lzzt-v4", "alexion-nct04573309-v4"
DOSE, WEEK_8 = "ScheduledActivityInstance_11", "ScheduledActivityInstance_15"
DAY_1 = Anchor(dt.date(2025, 1, 7))
Before = Callable[..., Coordinator]


@pytest.fixture
def before(qtbot: QtBot, tmp_path: Path) -> Generator[Before, None, None]:
    """Sits a coordinator down before one of the shared studies."""
    sat: list[Coordinator] = []

    def sit(study: str, dating: Dating = NO_DATING) -> Coordinator:
        sat.append(Coordinator(qtbot, tmp_path, shared_study(study), dating))
        return sat[-1]

    yield sit
    for each in sat:
        each.leave()


def test_1_when_is_week_8_and_how_late_may_it_be(before: Before) -> None:
    asking = before(LZZT)
    asking.click(asking.window.matrix, "Week 8")
    asking.press("Ctrl+Alt+A")
    asking.enter("7 Jan 2025")
    inspector = asking.window.inspector
    asking.reads("56 days after Dose, 3 days either way", "57, allowed 54 to 60", place=inspector)
    asking.reads("Tuesday, 4 March 2025, 1 to 7 Mar inclusive", place=inspector)
    asking.reads("“Day 56” 56 days after Dose, which is Study Day 57", place=inspector)
    asking.reads_together(
        "Week 8 · Day 57, 54 to 60", "Tue, 4 Mar 2025, 1 to 7 Mar", place=asking.window.status
    )


def test_2_what_is_done_at_week_8(before: Before) -> None:
    asking = before(LZZT)
    inspector = asking.window.inspector
    asking.click(asking.window.matrix, "Week 8")
    done = (
        *("Vital Signs and Temperature", "ECG", "Concomitant medications", "Hematology", "Chemistry"),
        *("Study drug record", "ADAS-Cog", "CIBIC+", "DAD", "NPI-X"),
    )
    asking.reads("ACTIVITIES · 10", *done, "In which order is not stated by the schedule", place=inspector)
    asking.reads_nothing_of("Uninalysis", "Plasma Specimen (Xanomeline)", place=inspector)
    asking.follow(inspector, "Show")
    asking.reads("20 others of this schedule", "Uninalysis", "Plasma Specimen (Xanomeline)", place=inspector)
    asking.click(inspector, "Vital Signs and Temperature")
    asking.reads("TIMED WITHIN THE VISIT", place=inspector)
    asking.reads_rows("+5 min", "Vital signs supine", place=inspector)
    asking.reads_rows("+6 min", "Vital signs after 1 min standing", place=inspector)
    asking.reads_rows("+8 min", "Vital signs after 3 min standing", place=inspector)


def test_3_which_contacts_are_for_npi_x_alone(before: Before) -> None:
    asking = before(LZZT)
    asking.press("Ctrl+K")
    asking.enter("npi-x")
    inspector = asking.window.inspector
    asking.reads("FOR THIS ALONE · 4", place=inspector)
    for week, day, after in ((8, 71, 70), (12, 99, 98), (16, 127, 126), (20, 155, 154)):
        asking.reads(f"Day {day}", place=inspector)
        asking.reads_together(
            f"2 weeks after Week {week}, window not stated",
            f"{after} days after Dose",
            f"Under the encounter Week {week}",
            place=inspector,
        )


def test_4_week_8_took_place_late_what_moves(before: Before) -> None:
    asking = before(LZZT, Dating(anchors={DOSE: DAY_1}))
    asking.click(asking.window.matrix, "Week 8")
    asking.press("Ctrl+Shift+D")
    asking.enter("7 Mar")
    inspector = asking.window.inspector
    asking.reads("Friday, 7 March 2025: 3 days after planned, within the window", place=inspector)
    asking.reads(
        "Week NPI: Tue, 18 Mar 2025 → Fri, 21 Mar 2025, because it is timed from Week 8", place=inspector
    )
    asking.reads("Week 12 stays on Tue, 1 Apr 2025, 28 Mar to 5 Apr.", place=inspector)
    asking.reads_nothing_of("visits move", place=inspector)


def test_5_who_gets_hba1c_and_where_is_xanomeline_drawn(before: Before) -> None:
    asking = before(LZZT)
    inspector = asking.window.inspector
    asking.press("Ctrl+K")
    asking.enter("hba1c")
    asking.reads("PLANNED AT · 1, MAIN TIMELINE", "Screen One", place=inspector)
    asking.reads("Performed if patient is an insulin-dependent diabetic", place=inspector)
    asking.click(asking.window.matrix, "Activity: Plasma Specimen (Xanomeline)")
    asking.reads("PLANNED AT · 6, MAIN TIMELINE", place=inspector)
    asking.reads("Dose", *(f"Week {week}" for week in (2, 4, 6, 12, 20)), place=inspector)
    asking.reads("PLANNED AT · 1, EARLY TERMINATION TIMELINE", "Early Termination", place=inspector)


def test_6_when_may_screening_happen(before: Before) -> None:
    asking = before(ALEXION)
    asking.click(asking.window.canvas, "-42 to -9")
    inspector = asking.window.inspector
    asking.reads(
        "Any time from Day −42 to Day −9, 42 to 9 days before Day 1", "ACTIVITIES · 19", place=inspector
    )
    asking.click(asking.window.navigator, "Activity, Enrollment")
    asking.reads_together("Discontinue zinc therapy", "Day −21", place=inspector)
    asking.reads_together("Discontinue chelation therapy", "Day −4", place=inspector)


def test_7_what_happens_between_day_minus_7_and_minus_4(before: Before) -> None:
    asking = before(ALEXION)
    asking.click(asking.window.matrix, "-6 through -5")
    inspector = asking.window.inspector
    asking.reads(
        "Gone round while “Day = -6”: once on each of Day −6 and Day −5, then on to Day −4", place=inspector
    )
    asking.reads(
        *("ACTIVITIES · 4", "Adverse events", "Cu/Mo-controlled meals", "Light exercise regimen"),
        "Concomitant medication",
        place=inspector,
    )


def test_8_when_is_the_participant_in_the_unit(before: Before) -> None:
    asking = before(ALEXION)
    inspector = asking.window.inspector
    asking.press("Ctrl+K")
    asking.enter("admit to unit")
    asking.reads("PLANNED AT · 2, MAIN TIMELINE", "Day −8", "Day 23", place=inspector)
    asking.reads("readmitted on Day 22 with all procedures starting on Day 23", place=inspector)
    asking.click(asking.window.matrix, "Activity: Discharge from unitf")
    asking.reads("PLANNED AT · 2, MAIN TIMELINE", "Day 9", "Day 40", place=inspector)
    asking.reads("after the Investigator has reviewed all safety assessment", place=inspector)


def test_9_on_which_days_and_at_which_times_is_the_pk_profile_drawn(before: Before) -> None:
    asking = before(ALEXION)
    inspector = asking.window.inspector
    asking.press("Ctrl+K")
    asking.enter("blood sampling")
    asking.reads("PLANNED AT · 17, MAIN TIMELINE", "Day 1, 25 to 40", place=inspector)
    asking.reads("PLANNED AT · 1, UNSCHEDULED TIMELINE", place=inspector)
    for when in ("−30 min", "+2 h", "+4 h", "+5 h", "+6 h", "+8 h", "+12 h", "+24 h"):
        asking.reads(when, place=inspector)
    asking.reads("Nothing is planned at: 0 min, +1 h, +3 h", place=inspector)
    asking.reads("See Table 2 for PK/PD sampling on Days 1, 25, 29, and 39", place=inspector)
    asking.reads("It names Day 1, 25, 29, 39; marks stand on 17 days: Day 1, 25 to 40", place=inspector)


def test_10_how_many_outpatient_visits_and_when_is_the_end_of_study(before: Before) -> None:
    asking = before(ALEXION)
    inspector = asking.window.inspector
    asking.press("End")
    asking.reads(
        "53 days after Day 1, 2 days either way", "54, allowed 52 to 56", "ACTIVITIES · 9", place=inspector
    )
    asking.reads_rows("The same at", "Early Termination", place=inspector)
    asking.press("Ctrl+K")
    asking.enter("outpatient")
    asking.reads("PLANNED AT · 5, MAIN TIMELINE", "Day 14 to 18", place=inspector)
    asking.reads(
        "A single outpatient visit or phone call", "should occur between Day 14 and Day 18", place=inspector
    )


def test_11_when_does_30_mg_start(before: Before) -> None:
    asking = before(ALEXION)
    asking.press("Ctrl+K")
    asking.enter("30 mg")
    asking.reads("PLANNED AT · 13, MAIN TIMELINE", "Day 28 to 40", place=asking.window.inspector)
    asking.press("Ctrl+Shift+Y")
    asking.reads("30 mg/day on Day 29 through Day 39", "Day 28 to 40")
    asking.reads(
        "ALXN1840 30 mg/day at 27: not planned",
        "ALXN1840 30 mg/day at 28: planned",
        place=asking.window.matrix,
    )


def test_a_fourth_action_and_words_out_of_sight_are_no_answer(before: Before) -> None:
    asking = before(LZZT)
    asking.click(asking.window.matrix, "Week 8")
    asking.reads_nothing_of(
        "Vital signs after 1 min standing", place=asking.window.inspector
    )  # below the edge
    asking.press("Ctrl+K")
    asking.enter("week 12")
    with pytest.raises(AssertionError, match="more than 3 actions"):
        asking.press("Ctrl+K")


def test_the_pane_of_dates_tells_what_moved_and_what_stays_on_another_day(before: Before) -> None:
    late = {WEEK_8: Moment(dt.date(2025, 3, 7))}
    asking = before(LZZT, Dating(anchors={DOSE: DAY_1}, actual=late))
    asking.press("F9")
    asking.reads(
        "TOOK PLACE · 1", "Fri, 7 Mar 2025, 3 days after planned, within the window", "WHAT MOVES · 1"
    )
    asking.reads_together("Week NPI", "Tue, 18 Mar 2025 → Fri, 21 Mar 2025")
    asking.reads_together("Week 12", "stays on Tue, 1 Apr 2025, 28 Mar to 5 Apr")
