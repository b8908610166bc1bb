"""The calendar of a site: zones, weekends and holidays as its country has them, and what is not known."""

from __future__ import annotations

import datetime as dt

from services.site_calendar import country_codes, is_zone, site_calendar, subdivision_codes, zone_names
from study.dating import Dating


def test_holidays_are_those_of_the_country_and_subdivision_in_the_readers_language() -> None:
    bavaria = site_calendar(Dating(country="DE", subdivision="BY"), "de")
    assert bavaria.holiday(dt.date(2025, 4, 18)) == "Karfreitag"
    assert bavaria.holiday(dt.date(2025, 1, 6)) == "Heilige Drei Könige"
    germany = site_calendar(Dating(country="DE"), "en")
    assert germany.holiday(dt.date(2025, 4, 18)) == "Good Friday"
    assert germany.holiday(dt.date(2025, 1, 6)) == ""
    assert not germany.is_working_day(dt.date(2025, 4, 18))
    assert germany.is_working_day(dt.date(2025, 4, 17))


def test_the_weekend_is_that_of_the_country() -> None:
    assert site_calendar(Dating(country="SA")).weekend == {4, 5}
    assert site_calendar(Dating(country="US")).weekend == {5, 6}


def test_clock_times_are_those_of_the_zone() -> None:
    zone = site_calendar(Dating(zone="Europe/Berlin")).zone
    assert dt.datetime(2025, 7, 1, tzinfo=zone).utcoffset() == dt.timedelta(hours=2)


def test_what_is_not_known_counts_as_not_stated() -> None:
    calendar = site_calendar(Dating(zone="No/where", country="XX", subdivision="YY"))
    assert calendar.zone is dt.UTC
    assert calendar.holiday(dt.date(2025, 12, 25)) == ""
    assert site_calendar(Dating(country="DE", subdivision="nowhere")).holiday(dt.date(2025, 12, 25))


def test_zones_and_countries_can_be_chosen_by_name() -> None:
    assert {"Europe/Berlin", "America/New_York", "Asia/Tokyo"} <= set(zone_names())
    assert {"DE", "US", "JP", "GB"} <= set(country_codes())
    assert "BY" in subdivision_codes("DE")
    assert subdivision_codes("XX") == ()
    assert is_zone("UTC")
    assert not is_zone("Berlin")
