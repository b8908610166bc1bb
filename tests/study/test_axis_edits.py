"""What a hand proposes on the time axis: steps, the visit before a point, and who would stand elsewhere."""

from __future__ import annotations

from study.axis import DAY, Axis, time_axis
from study.axis_edits import (
    MoveVisit,
    Spot,
    before_point,
    moved_spots,
    moving_along,
    snapped,
    spots_of,
    step_of,
)
from study.timeline import planned_times
from tests.study.building import anchor, design, timeline, timing, view, visit


def weeks(second: str = "P14D") -> Axis:
    raw = timeline(
        [visit("d", "v1"), visit("v1", "v2"), visit("v2")],
        [
            anchor("d"),
            timing("v1", value="P7D", to="d", window=("P1D", "P2D")),
            timing("v2", value=second, to="d"),
        ],
    )
    of = design(raw)
    return time_axis([planned_times(view(raw), of)], of)


def test_no_step_is_smaller_than_a_hand_can_hit() -> None:
    section = weeks().sections[0]
    assert step_of(section, 4 / DAY) == DAY
    assert step_of(section, 3.9 / DAY) == 7 * DAY
    assert step_of(section, 0.1 / DAY) == 28 * DAY
    assert step_of(section, 0.1 / DAY, fine=True) == DAY


def test_distances_snap_to_the_nearest_step_either_way() -> None:
    assert snapped(0.6 * DAY, DAY) == DAY
    assert snapped(-0.6 * DAY, DAY) == -DAY
    assert snapped(0.4 * DAY, DAY) == 0
    assert snapped(10 * DAY, 7 * DAY) == 7 * DAY


def test_the_visit_before_a_point_is_the_last_planned_until_then() -> None:
    section = weeks().sections[0]
    found = before_point(section, 8 * DAY)
    assert found is not None
    assert found.key == "v1"
    assert before_point(section, -DAY) is None


def test_who_stands_elsewhere_afterwards() -> None:
    moved = moved_spots(spots_of(weeks()), spots_of(weeks("P15D")))
    assert [key for _, key in moved] == ["v2"]
    assert next(iter(moved.values())) == Spot(15 * DAY, None, None)
    name = next(iter(moved))
    assert moving_along(moved, MoveVisit(*name, DAY)) == 0
    assert moving_along(moved, MoveVisit(name[0], "v1", DAY)) == 1
