"""How often a loop is gone round: by conditions on the study day alone, guarded, and said where it is not known."""

from __future__ import annotations

import pytest

from study.loop_passes import passes, passes_text
from study.timeline import PlannedTimes, planned_times
from tests.study.building import anchor, decision, design, shared_design, timeline, timing, view, visit


def looping(condition: str, step: str = "P1D", first: str = "P7D") -> PlannedTimes:
    """Day 1, then a head that is gone back to while `condition`, a step between head and decision, then an end."""
    raw = timeline(
        [visit("d", "h"), visit("h", "t"), visit("t", "q"), decision("q", "e"), visit("e", label="End")],
        [
            anchor("d"),
            timing("h", "After", first, "d"),
            timing("t", "After", step, "h"),
            timing("q", "After", "PT0M", "t"),
        ],
    )
    raw["instances"][3]["conditionAssignments"] = [
        {"id": "again", "condition": condition, "conditionTargetId": "h"}
    ]
    return planned_times(view(raw), design(raw))


@pytest.mark.parametrize(
    ("condition", "days"),
    [
        ("Day = 9", (9, 10)),
        ("Day < 12", (9, 10, 11, 12)),
        ("study day <= 11", (9, 10, 11, 12)),
        ("Day = 20", (9,)),
    ],
)
def test_each_pass_is_later_by_what_lies_between_head_and_tail(condition: str, days: tuple[int, ...]) -> None:
    planned = looping(condition)
    found = passes(planned, "t")
    assert found is not None
    assert found.days == days


@pytest.mark.parametrize("condition", ["no progression", "Day < 999", ""])
def test_what_is_no_condition_on_the_day_or_never_ends_is_not_counted(condition: str) -> None:
    planned = looping(condition)
    found = passes(planned, "t")
    assert found is not None
    assert found.days == ()
    assert passes_text(planned, found).endswith("each time from h. One pass is shown.")


def test_a_visit_outside_every_loop_has_no_passes() -> None:
    assert passes(looping("Day = 9"), "d") is None


def test_there_is_no_day_0_between_two_passes() -> None:
    raw = timeline(
        [visit("h", "t"), visit("t", "q"), decision("q", "d"), visit("d")],
        [
            anchor("d"),
            timing("h", "Before", "P3D", "d"),
            timing("t", "After", "P1D", "h"),
            timing("q", "After", "PT0M", "t"),
        ],
    )
    raw["instances"][2]["conditionAssignments"] = [
        {"id": "again", "condition": "Day < 1", "conditionTargetId": "h"}
    ]
    planned = planned_times(view(raw), design(raw))
    found = passes(planned, "t")
    assert found is not None
    assert found.days == (-2, -1, 1)


def test_the_loop_of_a_real_study_is_day_6_and_day_5_before_dosing() -> None:
    of = shared_design("alexion-nct04573309-v4")
    main = of.main_timeline
    assert main is not None
    planned = planned_times(main, of)
    found = passes(planned, "ScheduledActivityInstance_20")
    assert found is not None
    assert found.days == (-6, -5)
    assert passes_text(planned, found) == (
        "Gone round while “Day = -6”: once on each of Day −6 and Day −5, then on to Day −4."
    )
