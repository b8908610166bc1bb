"""The calendar of a site: its time zone, weekend and public holidays, from the libraries that know them."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Callable
from functools import cache

from study.dating import Dating, SiteCalendar


def site_calendar(dating: Dating, language: str = "en") -> SiteCalendar:
    """The calendar that a dating names. A zone or country that is not known counts as not stated. For a worker thread.

    Without a zone clock times are UTC; without a country there are no holidays, and the weekend is Saturday and
    Sunday. `language` (ISO 639-1) is that of the holidays' names, where they have names in it.
    """
    weekend, holiday = _holidays(dating.country, dating.subdivision, language)
    return SiteCalendar(_zone(dating.zone), weekend, holiday)


@cache
def zone_names() -> tuple[str, ...]:
    """The IANA time zones by name, those of a place alone: "Europe/Berlin"."""
    return tuple(sorted(name for name in zoneinfo.available_timezones() if "/" in name and _is_place(name)))


@cache
def country_codes() -> tuple[str, ...]:
    """The ISO 3166-1 codes of the countries whose holidays are known. Takes a moment the first time."""
    import holidays

    return tuple(sorted(code for code in holidays.list_supported_countries(include_aliases=False)))


def subdivision_codes(country: str) -> tuple[str, ...]:
    """The subdivisions of a country that have holidays of their own, by code; none where it is not known."""
    import holidays

    found = holidays.list_supported_countries(include_aliases=False).get(country, [])
    return tuple(sorted(str(code) for code in found))


def is_zone(name: str) -> bool:
    """Whether an IANA time zone has this name."""
    return name in zoneinfo.available_timezones()


def _is_place(name: str) -> bool:
    return not name.startswith(("Etc/", "SystemV/", "US/", "posix/", "right/"))


def _zone(name: str) -> dt.tzinfo:
    try:
        return zoneinfo.ZoneInfo(name) if name else dt.UTC
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return dt.UTC


def _holidays(
    country: str, subdivision: str, language: str
) -> tuple[frozenset[int], Callable[[dt.date], str]]:
    if not country:
        return frozenset((5, 6)), lambda _day: ""
    import holidays

    if country not in country_codes():
        return frozenset((5, 6)), lambda _day: ""
    names = holidays.country_holidays(country)
    parts = subdivision if subdivision in names.subdivisions else None
    spoken = next((each for each in names.supported_languages if each.split("_")[0] == language), None)
    if spoken is None:
        spoken = next((each for each in names.supported_languages if each.startswith("en")), None)
    known = holidays.country_holidays(country, subdiv=parts, language=spoken)

    def holiday(day: dt.date) -> str:
        return str(known.get(day, ""))

    return frozenset(known.weekend), holiday
