"""What rules do to the branches of a decision before they are saved: unreachable, overlapping, or leaving a gap.

Each term is cut at the values that it is compared with, and the rules are evaluated, by the same engine, in every piece
of every term: what is said is exact, not sampled. Where that does not hold (a comparison of two terms, arithmetic, two
readings of one observation, more pieces than are looked at), what cannot be told is said instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise, product
from math import prod
from typing import Final

from study.language import translate
from study.rules.evaluate import Evaluated, evaluator
from study.rules.kinds import MismatchError, type_of
from study.rules.model import (
    AllOf,
    Answer,
    AtLeast,
    Attribute,
    Combined,
    Comparison,
    Condition,
    Done,
    Elapsed,
    Kind,
    Not,
    Observed,
    Passes,
    Quantity,
    Reading,
    Rule,
    StudyDay,
    Term,
    Truth,
    Which,
    Words,
    as_table,
    terms_in,
)
from study.rules.sentence import number_words, operand_words, term_words
from study.rules.situation import AGE, Value, converted
from study.rules.units import UnitError

MOST_PIECES: Final = 5_000
"""Combinations of pieces that are looked at."""
MOST_TRIES: Final = 100_000
"""Rows that are tried in all of them together: what a person waits for while typing."""
_RANGE: Final = ("low", "normal", "high")


@dataclass(frozen=True, slots=True)
class Branch:
    """A way on from a decision: its id, what a person calls it, and its rule, None where a person decides."""

    id: str
    title: str
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two branches that both hold, such as `example` says; the first is taken."""

    first: str
    second: str
    example: str


@dataclass(frozen=True, slots=True)
class Impact:
    """What the rules of a decision come to together.

    `unreachable`: ids of branches that are never taken. `overlaps`: pairs that hold together. `gaps`: examples in
    which none holds, so that the default is taken. `asks`: examples in which a rule asks though all is known.
    `cannot_tell`: why something cannot be told; what is said all the same is true.
    """

    unreachable: tuple[str, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    gaps: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    cannot_tell: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsImpact:
    """Which rows of one table never decide, from 1; `cannot_tell` as with `Impact`. `gap`: an example no row fits."""

    unreachable: tuple[int, ...] = ()
    gap: str = ""
    cannot_tell: tuple[str, ...] = ()


def impact(branches: Sequence[Branch]) -> Impact:
    """What the branches of a decision come to, in the order in which they are tried. The default is none of them."""
    rules = [each.rule for each in branches if each.rule is not None]
    without = [each for each in branches if each.rule is None]
    unsaid = tuple(
        translate("rules", "“{branch}” has no rule: a person decides.").format(branch=each.title)
        for each in without
    )
    pieces, reasons = _pieces(rules)
    if pieces is None:
        return Impact(cannot_tell=(*reasons, *unsaid))
    asked = {each.id: evaluator(each.rule) for each in branches if each.rule is not None}
    taken: set[str] = set()
    overlaps: dict[tuple[str, str], Overlap] = {}
    gaps: list[str] = []
    asks: list[str] = []
    for values in _combinations(pieces):
        holding: list[Branch] = []
        decided = False
        for branch in branches:
            ask = asked.get(branch.id)
            answer = Answer.ASK if ask is None else ask(values).answer
            if answer is Answer.HOLDS:
                holding.append(branch)
            elif answer is Answer.ASK and branch.rule is not None and len(asks) < _MOST_EXAMPLES:
                asks.append(_example(values, pieces))
            if decided or answer is Answer.DOES_NOT_HOLD:
                continue
            decided = True
            # A person who is asked may take any way.
            taken.update({each.id for each in branches} if answer is Answer.ASK else {branch.id})
        for at, one in enumerate(holding):
            for other in holding[at + 1 :]:
                if (one.id, other.id) not in overlaps:
                    overlaps[one.id, other.id] = Overlap(one.id, other.id, _example(values, pieces))
        if not decided and len(gaps) < _MOST_EXAMPLES:
            gaps.append(_example(values, pieces))
    unreachable = tuple(each.id for each in branches if each.id not in taken)
    related = _related(rules)
    if related:  # combinations may be impossible: only what never holds in any of them is certain
        told = translate("rules", "Whether branches overlap or leave a gap cannot be told: {reason}")
        return Impact(unreachable, cannot_tell=(told.format(reason=related), *unsaid))
    return Impact(unreachable, tuple(overlaps.values()), tuple(gaps), tuple(asks), unsaid)


_MOST_EXAMPLES: Final = 5


def rows_impact(rule: Rule) -> RowsImpact:
    """Which rows of a rule never decide because those above them fit first, and what no row fits."""
    pieces, reasons = _pieces([rule])
    if pieces is None:
        return RowsImpact(cannot_tell=reasons)
    decided: set[int] = set()
    gap = ""
    ask = evaluator(rule)
    for values in _combinations(pieces):
        came_to: Evaluated = ask(values)
        decided.add(came_to.row)
        if not came_to.row and not gap:
            gap = _example(values, pieces)
    rows = len(as_table(rule))
    unreachable = tuple(number for number in range(1, rows + 1) if number not in decided)
    related = _related([rule])
    if related:
        told = translate("rules", "Whether the rows leave a gap cannot be told: {reason}").format(
            reason=related
        )
        return RowsImpact(unreachable, cannot_tell=(told,))
    return RowsImpact(unreachable, gap)


Pieces = dict[Term, list[tuple[Value, str]]]
"""For each term, a value in each of its pieces, and what a person calls that piece."""


def _pieces(rules: Sequence[Rule]) -> tuple[Pieces | None, tuple[str, ...]]:
    """The pieces of every term; None with the reasons where they cannot be made."""
    cuts: dict[Term, set[Value]] = {}
    reasons: list[str] = []
    for rule in rules:
        for row, (cells, _) in enumerate(as_table(rule), 1):
            for column, cell in enumerate(cells, 1):
                for comparison in _comparisons(cell):
                    reason = _cut(comparison, cuts)
                    if reason:
                        reasons.append(
                            translate("rules", "Row {row}, column {column}: {trouble}").format(
                                row=row, column=column, trouble=reason
                            )
                        )
    if reasons:
        return None, tuple(dict.fromkeys(reasons))
    pieces = {term: list(_of_term(term, values)) for term, values in cuts.items()}
    most = min(MOST_PIECES, MOST_TRIES // max(1, sum(len(as_table(rule)) for rule in rules)))
    if prod(len(each) for each in pieces.values()) > most:
        text = translate("rules", "There are more than {number} cases: they are not looked at.")
        return None, (text.format(number=most),)
    return pieces, ()


def _comparisons(condition: Condition) -> Iterator[Comparison]:
    match condition:
        case Comparison():
            yield condition
        case AllOf(of) | AtLeast(_, of):
            for each in of:
                yield from _comparisons(each)
        case Not(of):
            yield from _comparisons(of)


def _cut(comparison: Comparison, cuts: dict[Term, set[Value]]) -> str:
    """Notes where a comparison cuts its term; why it cannot, else ""."""
    left, right = comparison.left, comparison.right
    if isinstance(left, Quantity | Words | Truth):
        left, right = right, left
    if isinstance(left, Combined) or isinstance(right, Combined):
        return translate("rules", "What is reckoned from several values cannot be told beforehand.")
    if isinstance(left, Quantity | Words | Truth):
        return ""  # two constants: always the same
    if not isinstance(right, Quantity | Words | Truth):
        return translate("rules", "What two values come to against one another cannot be told beforehand.")
    try:
        if isinstance(right, Quantity):
            cuts.setdefault(left, set()).add(converted(right.value, right.unit, type_of(left).unit))
        else:
            value = right.value.strip().casefold() if isinstance(right, Words) else right.value
            cuts.setdefault(left, set()).add(value)
    except (UnitError, MismatchError) as error:
        return str(error)
    return ""


def _of_term(term: Term, values: set[Value]) -> Iterator[tuple[Value, str]]:
    """A value of every piece into which a term is cut."""
    kind = type_of(term)
    if kind.kind is Kind.TRUTH:
        for truth in (True, False):
            yield truth, operand_words(Truth(truth))
        return
    if kind.kind is Kind.TEXT:
        if isinstance(term, Observed) and term.reading is Reading.AGAINST_RANGE:
            yield from ((each, each) for each in _RANGE)
            return
        known = sorted(str(each) for each in values)
        yield from ((each, f"“{each}”") for each in known)
        if not (isinstance(term, Attribute) and term.name == "sex" and set(known) >= {"female", "male"}):
            yield "\0", translate("rules", "something else")
        return
    cuts = sorted(each for each in values if isinstance(each, Decimal))
    least = _least(term)
    whole = isinstance(term, StudyDay | Passes) or (isinstance(term, Observed) and term.which is Which.COUNT)
    whole = whole or (isinstance(term, Attribute) and term.name == AGE)
    whole = whole or (isinstance(term, Elapsed) and term.unit in ("d", "mo", "a"))
    unit = kind.unit
    edges = [None, *cuts, None]
    for low, high in pairwise(edges):
        inside = _inside(low, high, least, whole)
        inside = _not_day_0(term, inside, high)
        if inside is not None:
            yield inside, _piece_words(term, low, high, unit)
        if high is not None and _can_be(term, high, least, whole):
            yield (
                high,
                operand_words(Quantity(high, unit)) if not isinstance(term, StudyDay) else number_words(high),
            )


def _least(term: Term) -> Decimal | None:
    """The least value that a term can have, None where it has none."""
    if isinstance(term, Passes):
        return Decimal(1)
    if isinstance(term, Attribute) or (isinstance(term, Observed) and term.which is Which.COUNT):
        return Decimal(0)
    return Decimal(0) if isinstance(term, Elapsed) else None


def _can_be(term: Term, value: Decimal, least: Decimal | None, whole: bool) -> bool:
    if least is not None and value < least:
        return False
    if isinstance(term, StudyDay) and value == 0:
        return False
    return not whole or value == value.to_integral_value()


def _inside(low: Decimal | None, high: Decimal | None, least: Decimal | None, whole: bool) -> Decimal | None:
    """A value between two cuts, None where there is none."""
    if low is None and least is not None:
        if high is not None and high <= least:
            return None
        return least
    if low is not None and least is not None and high is not None and high <= least:
        return None
    if low is not None and least is not None and low < least:
        return least
    if low is None:
        return (
            Decimal(0) if high is None else (high - 1).to_integral_value(ROUND_FLOOR) if whole else high - 1
        )
    if high is None:
        return (low + 1).to_integral_value(ROUND_FLOOR) if whole else low + 1
    if not whole:
        return (low + high) / 2
    between = low.to_integral_value(ROUND_FLOOR) + 1
    return between if between <= high.to_integral_value(ROUND_CEILING) - 1 else None


def _not_day_0(term: Term, inside: Decimal | None, high: Decimal | None) -> Decimal | None:
    """There is no Day 0: the day after it stands for the piece, where that lies in it."""
    if not isinstance(term, StudyDay) or inside != 0:
        return inside
    return Decimal(1) if high is None or high > 1 else None


def _piece_words(term: Term, low: Decimal | None, high: Decimal | None, unit: str) -> str:
    def shown(value: Decimal) -> str:
        return number_words(value) if isinstance(term, StudyDay) else operand_words(Quantity(value, unit))

    if low is None and high is None:
        return translate("rules", "any value")
    if low is None:
        assert high is not None
        return translate("rules", "less than {value}").format(value=shown(high))
    if high is None:
        return translate("rules", "more than {value}").format(value=shown(low))
    return translate("rules", "between {low} and {high}").format(low=shown(low), high=shown(high))


def _combinations(pieces: Pieces) -> Iterator[dict[Term, Value | None]]:
    terms = list(pieces)
    for chosen in product(*([value for value, _ in pieces[term]] for term in terms)):
        yield dict(zip(terms, chosen, strict=True))


def _example(values: Mapping[Term, Value | None], pieces: Pieces) -> str:
    """ "age: between 18 and 65 years; sex: “female”"."""
    parts = []
    for term, value in values.items():
        name = next(words for each, words in pieces[term] if each == value and type(each) is type(value))
        parts.append(translate("rules", "{term}: {value}").format(term=term_words(term), value=name))
    return "; ".join(parts) or translate("rules", "always")


def _related(rules: Sequence[Rule]) -> str:
    """Why terms are not independent of one another, so that some combinations may never be; "" where they are."""
    spoken: dict[str, Term] = {}
    timed = 0
    for term in dict.fromkeys(each for rule in rules for each in terms_in(rule.when)):
        timed += isinstance(term, StudyDay | Elapsed | Passes)
        if isinstance(term, Observed | Done | Elapsed):
            about = (term.since if isinstance(term, Elapsed) else term.of) or term.name
            if about in spoken:
                return translate("rules", "{first} and {second} depend on one another.").format(
                    first=term_words(spoken[about]), second=term_words(term)
                )
            spoken[about] = term
    if timed > 1:
        return translate("rules", "study day, elapsed times and passes depend on one another.")
    return ""
