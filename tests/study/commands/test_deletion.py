"""Deleting visits: the path leads past them, what hung on them stays in time, nothing is left dangling."""

from __future__ import annotations

import pytest

from study.commands.deletion import DeleteVisit, DeleteVisits
from study.model import Encounter
from tests.study.commands.lawful import STUDIES, done, opened, refused
from tests.study.commands.planned_days import done_in_place, main_timeline, titles, visit, when

ALEXION, LZZT, LILLY_3, SAMPLE = STUDIES
EMPTY = ("MAESTRO-NO-TIMELINE", "MAESTRO-ENTRY", "DDF00009", "DDF00037")


def test_what_was_timed_from_it_stays_at_its_planned_day() -> None:
    document = opened(LZZT)
    week_8, dose = visit(document, "Week 8"), visit(document, "Dose")
    executed = done_in_place(document, DeleteVisit(week_8))
    assert executed.title == "Delete Week 8"
    timing = when(document, "Week NPI").timing
    assert timing is not None
    assert (timing.value, timing.value_label, timing.relative_to) == ("P10W", "10 Weeks", dose)
    path = titles(document)
    assert path[path.index("Week 6") + 1] == "Week NPI"
    assert not any(t.relative_from == week_8 for t in main_timeline(document).timings)


def test_an_encounter_that_another_visit_uses_stays_and_is_scheduled_there() -> None:
    document = opened(LZZT)
    shared = str(document.index.unique[visit(document, "Week 8")]["encounterId"])
    done_in_place(document, DeleteVisit(visit(document, "Week 8")))
    timing = when(document, "Week NPI").timing
    assert timing is not None
    assert document.index.unique[shared]["scheduledAtId"] == timing.id


def test_an_encounter_that_nothing_uses_goes_and_its_neighbours_are_linked() -> None:
    document = opened(LZZT)
    week_6 = Encounter(
        document.index.unique[str(document.index.unique[visit(document, "Week 6")]["encounterId"])]
    )
    before, after = str(week_6.previous), str(week_6.next)
    gone = str(week_6.id)
    done_in_place(document, DeleteVisit(visit(document, "Week 6")))
    assert gone not in document.index.unique
    assert document.index.unique[before]["nextId"] == after
    assert document.index.unique[after]["previousId"] == before


def test_where_the_anchor_goes_another_visit_becomes_it_and_study_days_stay() -> None:
    document = opened(LZZT)
    days = {i.title: when(document, i.title).study_day for i in main_timeline(document).instances}
    executed = done(document, DeleteVisit(visit(document, "Dose")))
    assert executed.title == "Delete Dose; Week 2 becomes the anchor"
    assert when(document, "Week 2").is_anchor
    assert when(document, "Week 26").reference == visit(document, "Week 2")
    for instance in main_timeline(document).instances:
        assert when(document, instance.title).study_day == days[instance.title]


def test_the_first_visit_hands_on_the_entry_and_the_last_its_exit() -> None:
    document = opened(LILLY_3)
    timeline = main_timeline(document)
    order = [i.id for i in timeline.instances]
    done_in_place(document, DeleteVisit(str(order[0])))
    assert main_timeline(document).entry == order[1]
    exit_id = document.index.unique[str(order[-1])]["timelineExitId"]
    done_in_place(document, DeleteVisit(str(order[-1])))
    assert document.index.unique[str(order[-2])]["timelineExitId"] == exit_id
    assert document.index.unique[str(order[-2])]["defaultConditionId"] is None


def test_a_footnote_loses_the_visit_and_one_that_held_there_alone_goes() -> None:
    document = opened(LZZT)
    screen_one = visit(document, "Screen One")
    held = [c.id for c in document.designs()[0].conditions if c.contexts == (screen_one,)]
    assert held
    done_in_place(document, DeleteVisit(screen_one))
    assert not set(held) & set(document.index.unique)
    assert screen_one not in document.to_bytes().decode()


def test_a_decision_that_led_to_it_leads_on() -> None:
    document = opened(SAMPLE)
    dosing = visit(document, "May dosing go on?")
    done(document, DeleteVisit(visit(document, "End of treatment")))
    assert document.index.unique[dosing]["defaultConditionId"] == visit(document, "Safety follow-up")
    back = document.index.unique[dosing]["conditionAssignments"][0]
    done(document, DeleteVisit(visit(document, "Cycle n Day 1")))
    assert document.index.unique[str(back["id"])]["conditionTargetId"] == visit(
        document, "Cycle n Day 1, leaving"
    )


def test_a_decision_is_not_left_leading_straight_to_the_end() -> None:
    document = opened(SAMPLE)
    reason = refused(document, DeleteVisit(visit(document, "Screen failure")))
    assert "Eligible?, Not eligible: screen failure" in reason
    both = (visit(document, "Screen failure"), visit(document, "Eligible?"))
    done_in_place(document, DeleteVisits(both))


def test_a_cycle_with_nothing_left_in_it_goes_with_its_decision() -> None:
    document = opened("minimal-v4")
    executed = done(document, DeleteVisit(visit(document, "Visit")))
    assert executed.title == "Delete Visit; Last visit becomes the anchor"
    assert titles(document) == ["Last visit"]


@pytest.mark.parametrize("name", STUDIES)
def test_everything_can_be_deleted(name: str) -> None:
    document = opened(name)
    timeline = main_timeline(document)
    everything = tuple(i.id for i in timeline.instances if i.id)
    done(document, DeleteVisits(everything), EMPTY)
    timeline = main_timeline(document)
    assert (timeline.instances, timeline.timings, timeline.entry) == ((), (), None)


@pytest.mark.parametrize("name", [LZZT, SAMPLE])
def test_each_visit_but_the_anchor_leaves_all_others_in_time(name: str) -> None:
    for original in [i for i in main_timeline(opened(name)).instances if not i.is_decision][::3]:
        document = opened(name)
        title = original.title
        if when(document, title).is_anchor or title in ("Screen failure", "End of study"):
            continue
        done_in_place(document, DeleteVisit(str(original.id)))
        assert title not in titles(document)


def test_what_is_gone_or_no_visit_cannot_be_deleted() -> None:
    document = opened(SAMPLE)
    assert "not in the study" in refused(document, DeleteVisit("gone"))
    assert "no visit" in refused(document, DeleteVisit("Activity_CONSENT"))
    assert "several timelines" in refused(
        document, DeleteVisits((visit(document, "Baseline"), visit(document, "1 h")))
    )
    assert "Nothing is selected" in refused(document, DeleteVisits(()))
