"""What is known of a participant when a rule is evaluated, and what each term of a rule comes to in it.

A situation is a value made by who runs the participant. A term that cannot be told is missing, never false; one whose
record does not fit (a text among numbers, a unit that needs more than units) is missing too, and says why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal, InvalidOperation
from functools import cached_property, lru_cache
from typing import Final

from study.language import translate
from study.rules.model import (
    Attribute,
    Done,
    Elapsed,
    Judged,
    Kind,
    Observed,
    Passes,
    Quantity,
    Reading,
    StudyDay,
    Term,
    Which,
)
from study.rules.units import UnitError, as_ucum, conversion

Value = Decimal | str | bool
Recorded = str | int | float | bool | Decimal | None

MOST_VALUES: Final = 1_000
"""Values of one observation of which the lowest, highest or mean is taken: more would take too long."""
_LARGEST: Final = Decimal(10) ** 12
_CONTEXT_DIGITS: Final = 15  # as many as a double keeps, in which zen-engine is given numbers
_DIGITS: Final = Context(prec=_CONTEXT_DIGITS)


@dataclass(frozen=True, slots=True)
class Observation:
    """A value that was recorded: of what (an id, a name, or both), when, and the laboratory's range of that day."""

    of: tuple[str, ...]
    at: dt.datetime
    value: Recorded
    unit: str = ""
    low: Recorded = None
    high: Recorded = None


@dataclass(frozen=True)
class Situation:
    """What is known of one participant at one moment.

    `now` and all times are of the site, without a zone. `clock` False: they are dates, their times of day stand for
    nothing, and hours cannot be counted. `done` are the times at which instances and Activities were
    done, and CONSENT and ANCHOR, by id (an instance when all its activities were), None where that is not told.
    `judged` are the answers that were given, by question. `passes` counts the present one. `waited` is how often the
    rule was put off.
    """

    now: dt.datetime | None = None
    attributes: Mapping[str, Recorded] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    done: Mapping[str, tuple[dt.datetime, ...]] | None = None
    judged: Mapping[str, bool] = field(default_factory=dict)
    study_day: int | None = None
    passes: int | None = None
    waited: int = 0
    clock: bool = True

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Observation, ...]]:
        """The observations by what they are of, in the order in which they were made, none later than now."""
        found: dict[str, list[Observation]] = {}
        for each in sorted(self.observations, key=lambda each: each.at):
            if self.now is None or each.at <= self.now:
                for name in {name.casefold() for name in each.of}:
                    found.setdefault(name, []).append(each)
        return {name: tuple(each) for name, each in found.items()}


@dataclass(frozen=True, slots=True)
class Known:
    """What a term comes to; `value` is None where it is missing, and `trouble` says why where there is more to say."""

    value: Value | None
    trouble: str = ""


MISSING: Final = Known(None)


def known(term: Term, situation: Situation) -> Known:
    """What a term comes to. Never raises."""
    try:
        return _known(term, situation)
    except UnitError as error:
        return Known(None, str(error))
    except (OverflowError, InvalidOperation, ValueError):
        return Known(
            None, translate("rules", "What is recorded is no date or number that can be reckoned with.")
        )


def _known(term: Term, situation: Situation) -> Known:
    if not situation.clock and _in_hours(term):
        return Known(
            None, translate("rules", "The times of day are not known here: hours cannot be counted.")
        )
    match term:
        case Attribute(name):
            value = situation.attributes.get(name)
            return as_kind(value, Kind.NUMBER if name == AGE else Kind.TEXT)
        case StudyDay():
            return MISSING if situation.study_day is None else Known(Decimal(situation.study_day))
        case Passes():
            return MISSING if situation.passes is None else Known(Decimal(situation.passes))
        case Judged(question):
            answer = situation.judged.get(question)
            return MISSING if answer is None else Known(answer)
        case Done(of, _, within):
            if situation.done is None or (within is not None and situation.now is None):
                return MISSING
            times = situation.done.get(of, ())
            return Known(any(_in_reach(at, within, situation.now) for at in times))
        case Elapsed(since, _, unit, from_last):
            times = (situation.done or {}).get(since, ())
            if not times or situation.now is None:
                return MISSING
            return _elapsed((max if from_last else min)(times), situation.now, unit)
        case Observed():
            return _observed(term, situation)


def _in_hours(term: Term) -> bool:
    within = term.within if isinstance(term, Observed | Done) else None
    unit = term.unit if isinstance(term, Elapsed) else within.unit if within is not None else ""
    return unit in ("h", "min", "s")


AGE: Final = "age"


def as_kind(value: Recorded, kind: Kind) -> Known:
    """A recorded value as one of a kind: a number of at most 15 digits below 10^12, a text, or yes or no."""
    if value is None or value == "":
        return MISSING
    if kind is Kind.TRUTH:
        if type(value) is bool:
            return Known(value)
        return Known(
            None, translate("rules", "“{value}” is recorded, neither yes nor no.").format(value=_short(value))
        )
    if kind is Kind.TEXT:
        if type(value) is str:
            return Known(value.strip().casefold())
        return Known(None, translate("rules", "“{value}” is recorded, no text.").format(value=_short(value)))
    number = as_number(value)
    if number is None:
        return Known(
            None, translate("rules", "“{value}” is recorded, no number.").format(value=_short(value))
        )
    return Known(number)


def as_number(value: Recorded) -> Decimal | None:
    """A number to 15 digits, or None for what is none, is not finite, or lies beyond 10^12."""
    if type(value) is bool or value is None:
        return None
    try:
        number = Decimal(str(value).strip()) if type(value) is not str or len(value) <= 40 else None
    except InvalidOperation:
        return None
    if number is None or not number.is_finite() or abs(number) > _LARGEST:
        return None
    return rounded(number)


def rounded(number: Decimal) -> Decimal:
    """The number to 15 digits, and to 15 places."""
    if number.adjusted() < -_CONTEXT_DIGITS:
        return Decimal(0)
    return _DIGITS.plus(number)


def converted(value: Decimal, from_unit: str, to_unit: str) -> Decimal:
    """A value in another unit, to 15 digits. Raises UnitError where units alone do not say it."""
    if from_unit == to_unit:
        return value
    factor, offset = _decimals(from_unit, to_unit)
    return rounded(value * factor + offset)


@lru_cache(maxsize=256)
def _decimals(from_unit: str, to_unit: str) -> tuple[Decimal, Decimal]:
    """`conversion` with 28 digits, of which 15 are kept in the end."""
    factor, offset = conversion(from_unit, to_unit)
    return (
        Decimal(factor.numerator) / Decimal(factor.denominator),
        Decimal(offset.numerator) / Decimal(offset.denominator),
    )


def _observed(term: Observed, situation: Situation) -> Known:
    found = situation.by_name.get(term.of.casefold()) or situation.by_name.get(term.name.casefold(), ())
    if term.within is not None:
        if situation.now is None:
            return MISSING
        found = tuple(each for each in found if _in_reach(each.at, term.within, situation.now))
    if term.which is Which.COUNT:
        return Known(Decimal(len(found)))
    if not found:
        return MISSING
    match term.which:
        case Which.NOW:
            return _read(term, found[-1])
        case Which.FIRST:
            return _read(term, found[0])
        case Which.BEFORE:
            return _read(term, found[-2]) if len(found) > 1 else MISSING
    if len(found) > MOST_VALUES:
        return Known(
            None,
            translate("rules", "There are more than {number} values of {name}: say a look-back.").format(
                number=MOST_VALUES, name=term.name
            ),
        )
    values: list[Decimal] = []
    for each in found:
        read = _read(term, each)
        if not isinstance(read.value, Decimal):
            return read
        values.append(read.value)
    if term.which is Which.LOWEST:
        return Known(min(values))
    if term.which is Which.HIGHEST:
        return Known(max(values))
    return Known(rounded(sum(values, Decimal(0)) / len(values)))


def _read(term: Observed, seen: Observation) -> Known:
    read = as_kind(seen.value, term.kind)
    if term.kind is not Kind.NUMBER or not isinstance(read.value, Decimal):
        return read
    if term.reading is Reading.VALUE:
        unit = as_ucum(seen.unit)
        if not unit and term.unit and term.unit != "1":
            return Known(
                None,
                translate("rules", "{value} is recorded without a unit, {unit} is spoken of.").format(
                    value=_short(seen.value), unit=term.unit
                ),
            )
        return Known(converted(read.value, unit, term.unit))
    low, high = (None if limit is None else as_number(limit) for limit in (seen.low, seen.high))
    if term.reading is Reading.AGAINST_RANGE:
        if high is not None and read.value > high:
            return Known("high")
        if low is not None and read.value < low:
            return Known("low")
        if low is None or high is None:
            return Known(None, translate("rules", "The laboratory's range of that day is not recorded."))
        return Known("normal")
    limit = high if term.reading is Reading.OF_UPPER_LIMIT else low
    if limit is None:
        return Known(None, translate("rules", "The laboratory's range of that day is not recorded."))
    if limit == 0:
        return Known(
            None, translate("rules", "The limit of the laboratory's range is 0: nothing is a multiple of it.")
        )
    return Known(rounded(read.value / limit))


def _elapsed(since: dt.datetime, now: dt.datetime, unit: str) -> Known:
    """Whole days for days and weeks by the calendar, whole months and years completed; hours by the clock."""
    if unit in ("mo", "a"):
        months = (now.year - since.year) * 12 + now.month - since.month
        if months >= 0 and now.date() < months_later(since.date(), months):
            months -= 1
        return Known(Decimal(months) if unit == "mo" else Decimal(months // 12))
    if unit in ("d", "wk"):
        days = Decimal((now.date() - since.date()).days)
        return Known(converted(days, "d", unit))
    return Known(converted(as_number((now - since).total_seconds()) or Decimal(0), "s", unit))


def months_later(day: dt.date, months: int) -> dt.date:
    """So many calendar months later, at the month's end where the day is not there (rule 7 of time)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return dt.date(year, month + 1, number)
        except ValueError:
            continue
    return dt.date(year, month + 1, min(day.day, 28))


def _in_reach(at: dt.datetime, within: Quantity | None, now: dt.datetime | None) -> bool:
    """Whether something lies in the look-back: days and longer by dates, both ends included; hours by the clock."""
    if now is not None and at > now:
        return False
    if within is None or now is None:
        return True
    if within.unit in ("mo", "a"):
        months = int(within.value * (12 if within.unit == "a" else 1))
        return at.date() >= months_later(now.date(), -months)
    if within.unit in ("d", "wk"):
        days = converted(within.value, within.unit, "d")
        return (now.date() - at.date()).days <= days
    seconds = converted(within.value, within.unit, "s")
    return Decimal(str((now - at).total_seconds())) <= seconds


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"
