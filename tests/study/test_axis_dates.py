"""The time axis in dates: where visits lie, what moved, what took place, and on which days nobody works."""

from __future__ import annotations

from datetime import date

from study.axis import DAY, HALF_DAY, Axis, AxisVisit, time_axis
from study.axis_dates import date_at, dated_axis, days_off
from study.axis_scale import scale
from study.dating import Anchor, Dating, Moment, SiteCalendar, dated_times
from study.json_types import JsonObject
from study.timeline import planned_times
from tests.study.building import anchor, design, timeline, timing, view
from tests.study.test_axis import chain

TUESDAY = date(2025, 1, 7)


def dated(raw: JsonObject, dating: Dating, calendar: SiteCalendar | None = None) -> Axis:
    of = design(raw)
    planned = planned_times(view(raw), of)
    return dated_axis(time_axis([planned], of), [dated_times(planned, dating, calendar or SiteCalendar())])


def weeks() -> JsonObject:
    """Week 8 on Day 57, a call two weeks after it, Week 12 from the anchor: as in LZZT."""
    return timeline(
        chain("d", "w8", "call", "w12"),
        [
            anchor("d"),
            timing("w8", value="P56D", to="d", window=("P3D", "P3D")),
            timing("call", value="P14D", to="w8"),
            timing("w12", value="P84D", to="d", window=("P4D", "P4D")),
        ],
    )


def by_key(axis: Axis) -> dict[str, AxisVisit]:
    return {visit.key: visit for visit in axis.sections[0].visits}


def test_without_a_date_for_its_anchor_a_section_stays_as_it_is() -> None:
    made = dated(weeks(), Dating())
    assert made.sections[0].zero is None
    assert all(visit.dated is None for visit in made.sections[0].visits)


def test_with_a_date_each_visit_has_its_own_and_stays_where_it_was() -> None:
    made = dated(weeks(), Dating(anchors={"d": Anchor(TUESDAY)}))
    section = made.sections[0]
    assert section.zero == TUESDAY
    week = by_key(made)["w8"]
    assert week.dated is not None
    assert week.dated.date == date(2025, 3, 4)
    assert (week.at, week.before, week.actual) == (56 * DAY, None, None)
    assert date_at(section, week.at) == date(2025, 3, 4)
    assert date_at(section, week.at + HALF_DAY - 1) == date(2025, 3, 4)


def test_a_late_visit_is_marked_and_what_is_timed_from_it_moves_while_the_rest_stays() -> None:
    late = Dating(anchors={"d": Anchor(TUESDAY)}, actual={"w8": Moment(date(2025, 3, 7))})
    found = by_key(dated(weeks(), late))
    assert (found["w8"].at, found["w8"].actual) == (56 * DAY, 59 * DAY)
    assert (found["call"].at, found["call"].before) == (73 * DAY, 70 * DAY)
    assert (found["w12"].at, found["w12"].before) == (84 * DAY, None)
    assert (found["w12"].opens, found["w12"].closes) == (80 * DAY - HALF_DAY, 88 * DAY + HALF_DAY)


def test_calendar_months_are_exact_once_they_are_dated() -> None:
    raw = timeline(chain("d", "m"), [anchor("d"), timing("m", value="P1M", to="d")])
    plain = time_axis([planned_times(view(raw), design(raw))], design(raw)).sections[0].visits[1]
    found = by_key(dated(raw, Dating(anchors={"d": Anchor(TUESDAY)})))["m"]
    assert (plain.nominal, found.nominal) == (True, False)
    assert (found.at, found.before) == (31 * DAY, None)


def test_an_actual_date_outside_of_everything_widens_the_section() -> None:
    late = Dating(anchors={"d": Anchor(TUESDAY)}, actual={"w12": Moment(date(2025, 6, 1))})
    section = dated(weeks(), late).sections[0]
    assert section.end == (date(2025, 6, 1) - TUESDAY).days * DAY


def test_a_date_at_the_end_of_the_calendar_is_none_and_no_error() -> None:
    section = dated(weeks(), Dating(anchors={"d": Anchor(date(9999, 12, 1))})).sections[0]
    assert date_at(section, 400 * DAY) is None
    assert section.visits[3].dated is not None


def test_weekends_and_holidays_of_the_site_are_told_with_the_holidays_name() -> None:
    calendar = SiteCalendar(holiday=lambda day: "Founders" if day == date(2025, 1, 9) else "")
    section = dated(weeks(), Dating(anchors={"d": Anchor(TUESDAY)}), calendar).sections[0]
    assert days_off(section, 0, 6 * DAY) == [(2 * DAY, "Founders"), (4 * DAY, ""), (5 * DAY, "")]
    made = scale(section.start, 1.0)
    assert made.x(4 * DAY) - made.x(0) == 4 * DAY
