"""Units by UCUM: read, compared, and converted where nothing but the units is needed.

Held are the units of length, mass, volume, time, amount of substance, pressure, temperature, energy, counts and the
arbitrary units of laboratories, with metric prefixes, powers, "." and "/" and annotations in braces. Whatever needs
more than units (mg/dL to mmol/L needs the molar mass; months to days need a date) is refused, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from study.language import translate

Dimension = tuple[tuple[str, int], ...]
"""Powers of what is measured, by name, sorted: (("length", -3), ("mass", 1))."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that is known: a value in it times `factor` plus `offset` is one in the base unit of its dimension."""

    dimension: Dimension
    factor: Fraction
    offset: Fraction = Fraction(0)


class UnitError(ValueError):
    """Units that do not fit, or that are not known: a sentence for a person."""


_PREFIX: Final = {
    "": 0,
    "k": 3,
    "h": 2,
    "d": -1,
    "c": -2,
    "m": -3,
    "u": -6,
    "n": -9,
    "p": -12,
    "f": -15,
    "M": 6,
    "G": 9,
}
# Atom: (what it measures, how many base units it is, whether prefixes go with it). UCUM's own figures.
_ATOMS: Final[dict[str, tuple[Dimension, Fraction, bool]]] = {
    "1": ((), Fraction(1), False),
    "%": ((), Fraction(1, 100), False),
    "g": ((("mass", 1),), Fraction(1), True),
    "[lb_av]": ((("mass", 1),), Fraction("453.59237"), False),
    "[oz_av]": ((("mass", 1),), Fraction("28.349523125"), False),
    "m": ((("length", 1),), Fraction(1), True),
    "[in_i]": ((("length", 1),), Fraction("0.0254"), False),
    "[ft_i]": ((("length", 1),), Fraction("0.3048"), False),
    "L": ((("length", 3),), Fraction(1, 1000), True),
    "l": ((("length", 3),), Fraction(1, 1000), True),
    "mol": ((("substance", 1),), Fraction(1), True),
    "eq": ((("equivalents", 1),), Fraction(1), True),
    "osm": ((("osmoles", 1),), Fraction(1), True),
    "s": ((("time", 1),), Fraction(1), True),
    "min": ((("time", 1),), Fraction(60), False),
    "h": ((("time", 1),), Fraction(3600), False),
    "d": ((("time", 1),), Fraction(86_400), False),
    "wk": ((("time", 1),), Fraction(604_800), False),
    # Months and years have no length without a date (design: rule 7 of time), so they are no seconds here.
    "mo": ((("calendar", 1),), Fraction(1), False),
    "a": ((("calendar", 1),), Fraction(12), False),
    "Pa": ((("pressure", 1),), Fraction(1), True),
    "bar": ((("pressure", 1),), Fraction(100_000), True),
    "m[Hg]": ((("pressure", 1),), Fraction(133_322), True),
    "J": ((("energy", 1),), Fraction(1), True),
    "cal": ((("energy", 1),), Fraction("4.184"), True),
    "W": ((("energy", 1), ("time", -1)), Fraction(1), True),
    "Hz": ((("time", -1),), Fraction(1), True),
    "V": ((("potential", 1),), Fraction(1), True),
    "K": ((("temperature", 1),), Fraction(1), True),
    "kat": ((("substance", 1), ("time", -1)), Fraction(1), True),
    "U": ((("substance", 1), ("time", -1)), Fraction(1, 60_000_000), True),  # 1 umol/min
    "[iU]": ((("international units", 1),), Fraction(1), True),
    "[IU]": ((("international units", 1),), Fraction(1), True),
    "[CFU]": ((("colony-forming units", 1),), Fraction(1), False),
    "[drp]": ((("drops", 1),), Fraction(1), False),
}
_ALONE: Final = {
    "Cel": Unit((("temperature", 1),), Fraction(1), Fraction("273.15")),
    "[degF]": Unit((("temperature", 1),), Fraction(5, 9), Fraction("459.67") * Fraction(5, 9)),
}
# What people write, as UCUM writes it.
_SPELLED: Final = {
    "year": "a",
    "years": "a",
    "yr": "a",
    "yrs": "a",
    "month": "mo",
    "months": "mo",
    "week": "wk",
    "weeks": "wk",
    "day": "d",
    "days": "d",
    "hour": "h",
    "hours": "h",
    "hr": "h",
    "hrs": "h",
    "minute": "min",
    "minutes": "min",
    "mins": "min",
    "second": "s",
    "seconds": "s",
    "sec": "s",
    "mmhg": "mm[Hg]",
    "°c": "Cel",
    "celsius": "Cel",
    "°f": "[degF]",
    "bpm": "/min",
    "beats/min": "/min",
    "iu/l": "[IU]/L",
    "iu/ml": "[IU]/mL",
    "u/l": "U/L",
    "percent": "%",
    "lb": "[lb_av]",
    "inch": "[in_i]",
    "kg/m2": "kg/m2",
    "kg/m²": "kg/m2",
    "10^9/l": "10*9/L",
    "10^12/l": "10*12/L",
    "x10^9/l": "10*9/L",
    "µg/l": "ug/L",
    "µmol/l": "umol/L",
    "μmol/l": "umol/L",
}
_TIMES: Final = {"a", "mo", "wk", "d", "h", "min", "s"}
_PART = re.compile(r"(\.|/)?(10[*^]-?\d{1,2}|[^./\d]+|\d{1,9})(-?\d)?", re.ASCII)
LONGEST: Final = 40


def as_ucum(text: str) -> str:
    """A unit as UCUM writes it, where people write it otherwise: "years" is "a", "mmHg" is "mm[Hg]"."""
    text = text.strip()
    return _SPELLED.get(text.casefold(), text.replace("µ", "u").replace("μ", "u"))


@lru_cache(maxsize=512)
def unit_of(text: str) -> Unit:
    """The unit that a UCUM text says; "" and "1" have no dimension. Raises UnitError where it is not known."""
    if len(text) > LONGEST:
        raise _unknown(text)
    bare = re.sub(r"/?\{[^{}]*\}", "", text)
    if bare in _ALONE:
        return _ALONE[bare]
    if not bare:
        return Unit((), Fraction(1))
    powers: dict[str, int] = {}
    factor, at = Fraction(1), 0
    while at < len(bare):
        found = _PART.match(bare, at)
        if found is None or (found[1] is None) != (at == 0 and not bare.startswith("/")):
            raise _unknown(text)
        sign = (-1 if found[1] == "/" else 1) * int(found[3] or 1)
        dimension, size = _atom(found[2], text)
        factor *= size**sign
        for name, power in dimension:
            powers[name] = powers.get(name, 0) + power * sign
        at = found.end()
    return Unit(tuple(sorted((name, power) for name, power in powers.items() if power)), factor)


def _atom(atom: str, text: str) -> tuple[Dimension, Fraction]:
    if atom[:3] in ("10*", "10^"):
        return (), Fraction(10) ** int(atom[3:])
    if atom.isascii() and atom.isdigit():
        if int(atom) == 0:
            raise _unknown(text)
        return (), Fraction(int(atom))
    if atom in _ATOMS:
        dimension, size, _ = _ATOMS[atom]
        return dimension, size
    known = _ATOMS.get(atom[1:])
    if known is not None and known[2] and atom[0] in _PREFIX:
        return known[0], known[1] * Fraction(10) ** _PREFIX[atom[0]]
    raise _unknown(text)


def _unknown(text: str) -> UnitError:
    return UnitError(
        translate("rules", "“{unit}” is no unit that Maestro knows. Write it as UCUM does.").format(
            unit=text[:LONGEST]
        )
    )


def conversion(from_unit: str, to_unit: str) -> tuple[Fraction, Fraction]:
    """(factor, offset) that make a value in one unit a value in the other: value * factor + offset.

    Raises UnitError, with the reason, where a unit is not known or the units alone do not say how.
    """
    first, second = unit_of(from_unit), unit_of(to_unit)
    if first.dimension != second.dimension:
        raise UnitError(_why_not(from_unit, to_unit, first, second))
    return first.factor / second.factor, (first.offset - second.offset) / second.factor


def fits(first: str, second: str) -> bool:
    """Whether the units alone say how one becomes the other."""
    try:
        conversion(first, second)
    except UnitError:
        return False
    return True


def is_duration(text: str) -> bool:
    """Whether a unit is one of time: from seconds to years."""
    return text in _TIMES


def has_dimension(text: str) -> bool:
    """Whether a unit measures something, other than "1" and "%"."""
    return bool(unit_of(text).dimension)


def _why_not(from_unit: str, to_unit: str, first: Unit, second: Unit) -> str:
    names = {name for name, _ in (*first.dimension, *second.dimension)}
    told = {"from_unit": from_unit or "1", "to_unit": to_unit or "1"}
    if {"mass", "substance"} <= names:
        return translate(
            "rules", "{from_unit} to {to_unit} needs the molar mass: units alone do not say it."
        ).format(**told)
    if {"calendar", "time"} <= names:
        return translate(
            "rules",
            "{from_unit} to {to_unit} needs a date: months and years are not a fixed number of days.",
        ).format(**told)
    return translate("rules", "{from_unit} and {to_unit} do not measure the same.").format(**told)
