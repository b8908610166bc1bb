"""Rules that hypothesis draws, and short ways to write them in tests."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from study.rules.model import (
    ANCHOR,
    AllOf,
    Answer,
    AtLeast,
    Attribute,
    Calculation,
    Cell,
    Combined,
    Comparison,
    Condition,
    Done,
    Elapsed,
    Judged,
    Kind,
    Not,
    Observed,
    Operand,
    Passes,
    Quantity,
    Reading,
    Row,
    Rule,
    Sign,
    StudyDay,
    Table,
    Test,
    Truth,
    Wait,
    Which,
    Who,
    Words,
)
from study.rules.situation import Observation, Situation

NOW = dt.datetime.fromisoformat("2026-03-03T09:30")
AGE, SEX, DAY = Attribute("age"), Attribute("sex"), StudyDay()
ALT = Observed("BC_ALT", "ALT", unit="U/L")
WEIGHT = Observed("BC_W", "Weight", unit="kg")


def q(value: str | int, unit: str = "") -> Quantity:
    """A number with its unit."""
    return Quantity(Decimal(value), unit)


def compare(left: Operand, sign: str, right: Operand) -> Comparison:
    """A comparison, by its sign."""
    return Comparison(left, Sign(sign), right)


def cell(*tests: tuple[str, Operand], any_of: bool = False) -> Cell:
    """A cell of a table."""
    return Cell(tuple(Test(Sign(sign), right) for sign, right in tests), any_of)


def seen(name: str, value: object, unit: str = "", days_ago: float = 0, **limits: float) -> Observation:
    """A value that was recorded."""
    at = NOW - dt.timedelta(days=days_ago)
    return Observation((name,), at, value, unit, limits.get("low"), limits.get("high"))  # type: ignore[arg-type]


_UNITS = st.sampled_from(["", "1", "%", "mg/dL", "g/L", "mmol/L", "d", "wk", "a", "nonsense"])
_TEXTS = st.sampled_from(["", "female", "Age", "“x”", "a'b\"c\\", "t0", "1 or true", "ß\u2028"])
_QUANTITIES = st.builds(
    Quantity,
    st.decimals(-10_000, 10_000, places=2)
    | st.sampled_from([Decimal(0), Decimal("1E+15"), Decimal("-0.0000001")]),
    _UNITS,
)
_TERMS = (
    st.builds(Attribute, st.sampled_from(["age", "sex", "arm", "other"]))
    | st.builds(
        Observed,
        st.sampled_from(["BC_ALT", "BC_W"]),
        _TEXTS,
        st.sampled_from(Kind),
        _UNITS,
        st.sampled_from(Reading),
        st.sampled_from(Which),
        st.none() | st.just(q(14, "d")),
    )
    | st.builds(Elapsed, st.sampled_from([ANCHOR, "V1"]), _TEXTS, _UNITS, st.booleans())
    | st.just(StudyDay())
    | st.just(Passes())
    | st.builds(Done, st.just("V1"), _TEXTS, st.none() | st.just(q(2, "wk")))
    | st.builds(Judged, _TEXTS, st.sampled_from(Who))
)
_CONSTANTS = _QUANTITIES | st.builds(Words, _TEXTS) | st.builds(Truth, st.booleans())
OPERANDS: st.SearchStrategy[Operand] = _TERMS | _CONSTANTS
_COMBINED = st.builds(Combined, st.sampled_from(Calculation), OPERANDS, OPERANDS)
_COMPARISONS = st.builds(Comparison, OPERANDS | _COMBINED, st.sampled_from(Sign), OPERANDS | _COMBINED)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    _COMPARISONS,
    lambda inner: (
        st.builds(AllOf, st.lists(inner, max_size=3).map(tuple))
        | st.builds(AtLeast, st.integers(0, 3), st.lists(inner, max_size=3).map(tuple))
        | st.builds(Not, inner)
    ),
    max_leaves=5,
)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(OPERANDS, min_size=1, max_size=3).map(tuple))
    tests = st.lists(st.builds(Test, st.sampled_from(Sign), OPERANDS), max_size=2).map(tuple)
    cells = st.tuples(*(st.builds(Cell, tests, st.booleans()) for _ in columns))
    rows = st.lists(st.builds(Row, cells, st.sampled_from(Answer)), min_size=1, max_size=4).map(tuple)
    return Table(columns, draw(rows))


RULES: st.SearchStrategy[Rule] = st.builds(
    Rule,
    CONDITIONS | _tables(),
    st.sampled_from(Answer),
    st.sampled_from(Who),
    st.none() | st.integers(1, 9),
    st.none() | st.builds(Wait, _QUANTITIES, st.integers(0, 3), st.sampled_from(Answer)),
)
_VALUES = st.none() | st.booleans() | st.integers(-5, 200) | st.floats() | _TEXTS | st.just("12.5")
SITUATIONS: st.SearchStrategy[Situation] = st.builds(
    Situation,
    st.none() | st.just(NOW),
    st.dictionaries(st.sampled_from(["age", "sex", "arm"]), _VALUES),
    st.lists(
        st.builds(
            Observation,
            st.sampled_from([("BC_ALT",), ("BC_W", "Weight")]),
            st.integers(0, 30).map(lambda days: NOW - dt.timedelta(days=days)),
            _VALUES,
            _UNITS,
            _VALUES,
            _VALUES,
        ),
        max_size=4,
    ).map(tuple),
    st.none() | st.dictionaries(st.sampled_from([ANCHOR, "V1"]), st.just((NOW - dt.timedelta(days=9),))),
    st.dictionaries(_TEXTS, st.booleans()),
    st.none() | st.integers(-10, 50),
    st.none() | st.integers(1, 5),
    st.integers(0, 3),
)


_CHANGE = Combined(Calculation.DIVIDED, WEIGHT, Observed("BC_W", "Weight", unit="kg", which=Which.BEFORE))
_SOUND = st.sampled_from(Sign).flatmap(
    lambda sign: st.sampled_from(
        [
            Comparison(AGE, sign, q(18, "a")),
            Comparison(ALT, sign, q(3, "U/L")),
            Comparison(WEIGHT, sign, q("0.07", "Mg")),
            Comparison(_CHANGE, sign, q(95, "%")),
            Comparison(Combined(Calculation.GREATER, DAY, Passes()), sign, q(2)),
            Comparison(SEX, Sign.EQUAL, Words("female")),
            Comparison(Judged("Age"), Sign.EQUAL, Truth()),
        ]
    )
)
_SOUND_CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    _SOUND,
    lambda inner: (
        st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.lists(inner, min_size=2, max_size=3).map(lambda of: AtLeast(2, tuple(of)))
        | st.lists(inner, min_size=1, max_size=3).map(lambda of: AtLeast(1, tuple(of)))
        | st.builds(Not, inner)
    ),
    max_leaves=6,
)


@st.composite
def _sound_tables(draw: st.DrawFn) -> Table:
    ages = st.sampled_from(
        [Cell(), cell((">=", q(18, "a")), ("<", q(65, "a"))), cell(("=", q(9, "a")), any_of=True)]
    )
    weights = st.sampled_from([Cell(), cell((">", q(70, "kg"))), cell(("<", q(50_000, "g")))])
    rows = st.lists(st.builds(Row, st.tuples(ages, weights), st.sampled_from(Answer)), min_size=1, max_size=4)
    return Table((AGE, WEIGHT), tuple(draw(rows)))


SOUND_RULES: st.SearchStrategy[Rule] = st.builds(Rule, _SOUND_CONDITIONS | _sound_tables())
"""Rules in which everything can be compared."""
VALUES = st.fixed_dictionaries(
    {
        AGE: st.none() | st.sampled_from([Decimal(9), Decimal(18), Decimal(65)]),
        ALT: st.none() | st.sampled_from([Decimal(3), Decimal("3.5")]),
        WEIGHT: st.none() | st.sampled_from([Decimal(0), Decimal(49), Decimal(70), Decimal(71)]),
        Observed("BC_W", "Weight", unit="kg", which=Which.BEFORE): st.none()
        | st.sampled_from([Decimal(0), Decimal(70)]),
        DAY: st.none() | st.just(Decimal(1)),
        Passes(): st.none() | st.just(Decimal(3)),
        SEX: st.none() | st.sampled_from(["female", "male"]),
        Judged("Age"): st.none() | st.booleans(),
    }
)
"""Values for all that these rules speak of."""
