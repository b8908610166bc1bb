"""Units by UCUM: what needs only units is converted exactly, what needs more is refused with the reason."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.rules.situation import converted
from study.rules.units import UnitError, as_ucum, conversion, fits, unit_of


@pytest.mark.parametrize(
    ("from_unit", "to_unit", "value", "made"),
    [
        ("mg/dL", "g/L", "126", "1.26"),
        ("wk", "d", "6", "42"),
        ("a", "mo", "2", "24"),
        ("[degF]", "Cel", "98.6", "37"),
        ("mm[Hg]", "kPa", "120", "15.99864"),
        ("10*9/L", "/uL", "4.5", "4500"),
        ("U/L", "ukat/L", "60", "1"),
        ("%", "1", "5", "0.05"),
        ("mL/min/{1.73_m2}", "L/h", "100", "6"),
        ("kg/m2", "g/cm2", "30", "3"),
        ("[lb_av]", "kg", "100", "45.359237"),
    ],
)
def test_conversions_that_need_only_units(from_unit: str, to_unit: str, value: str, made: str) -> None:
    assert converted(Decimal(value), from_unit, to_unit) == Decimal(made)


@pytest.mark.parametrize(
    ("from_unit", "to_unit", "words"),
    [
        ("mg/dL", "mmol/L", "needs the molar mass"),
        ("umol/L", "g/L", "needs the molar mass"),
        ("mo", "d", "needs a date"),
        ("wk", "a", "needs a date"),
        ("kg", "cm", "do not measure the same"),
        ("[IU]/L", "U/L", "do not measure the same"),
        ("", "kg", "do not measure the same"),
        ("furlong", "m", "no unit that Maestro knows"),
        ("mg//dL", "g/L", "no unit that Maestro knows"),
        ("mg" * 40, "g", "no unit that Maestro knows"),
        ("0", "1", "no unit that Maestro knows"),
    ],
)
def test_what_needs_more_than_units_is_refused_with_the_reason(
    from_unit: str, to_unit: str, words: str
) -> None:
    with pytest.raises(UnitError, match=words):
        conversion(from_unit, to_unit)
    assert not fits(from_unit, to_unit)


@pytest.mark.parametrize(
    ("written", "ucum"),
    [("years", "a"), ("mmHg", "mm[Hg]"), ("µmol/L", "umol/L"), ("bpm", "/min"), ("kg", "kg")],
)
def test_what_people_write(written: str, ucum: str) -> None:
    assert as_ucum(written) == ucum
    unit_of(ucum)


@given(st.text(max_size=12))
def test_any_text_is_a_unit_or_refused(text: str) -> None:
    try:
        factor = unit_of(text).factor
    except UnitError:
        return
    assert factor > 0


@given(
    st.sampled_from(["mg/dL", "g/L", "ug/mL", "kg/m3", "ng/L"]), st.sampled_from(["mg/dL", "g/L", "ug/mL"])
)
def test_there_and_back_is_the_same(first: str, second: str) -> None:
    factor, offset = conversion(first, second)
    back, behind = conversion(second, first)
    assert (Fraction(7) * factor + offset) * back + behind == 7
