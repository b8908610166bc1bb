"""Examples to start a rule from: what protocols say, each with this study's own words where it has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from study.language import translate
from study.rules.model import (
    ANCHOR,
    CONSENT,
    AllOf,
    Answer,
    AtLeast,
    Attribute,
    Calculation,
    Cell,
    Combined,
    Comparison,
    Condition,
    Default,
    Done,
    Elapsed,
    Judged,
    Kind,
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
    Words,
)
from study.rules.situation import AGE
from study.rules.vocabulary import Group, Vocabulary

_G_PER_DL: Final = "g/dL"


@dataclass(frozen=True, slots=True)
class Starter:
    """A rule to start from, and what a person calls it."""

    title: str
    rule: Rule


def starters(words: Vocabulary) -> tuple[Starter, ...]:
    """Examples of every kind of thing that rules can say; names that the study does not have are left to choose."""
    return tuple(Starter(title, rule) for title, rule in _starters(words))


def _starters(words: Vocabulary) -> Iterator[tuple[str, Rule]]:
    hemoglobin = _named(words, "hemoglobin", _G_PER_DL)
    alt, ast = (
        _limit(words, "alanine", "ALT"),
        _limit(words, "aspartate", "AST"),
    )
    first = _seen(words, lambda term: term.kind is Kind.NUMBER) or hemoglobin
    visit = next((word.term for word in words.words if word.group is Group.VISIT), Done("", ""))
    yield (
        translate("rules", "An attribute of the participant: age from 18 to 75"),
        Rule(
            AllOf(
                (
                    _is(Attribute(AGE), Sign.AT_LEAST, _q(18, "a")),
                    _is(Attribute(AGE), Sign.AT_MOST, _q(75, "a")),
                )
            )
        ),
    )
    yield (
        translate("rules", "A value now, against a limit: hemoglobin below 7 g/dL"),
        Rule(_is(hemoglobin, Sign.LESS, _q(7, _G_PER_DL))),
    )
    yield (
        translate("rules", "At least one of several: ALT or AST above 3 times the upper limit"),
        Rule(AtLeast(1, (_is(alt, Sign.MORE, _q(3)), _is(ast, Sign.MORE, _q(3))))),
    )
    against = Observed(first.of, first.name, reading=Reading.AGAINST_RANGE)
    yield (
        translate("rules", "A value against the laboratory's range of that day"),
        Rule(_is(against, Sign.EQUAL, Words("high"))),
    )
    before = Observed(first.of, first.name, first.kind, first.unit, which=Which.BEFORE)
    rise = Combined(Calculation.MINUS, first, before)
    fifth = Combined(Calculation.TIMES, before, _q("0.2"))
    yield (
        translate("rules", "A value against the one before: risen by more than a fifth"),
        Rule(_is(rise, Sign.MORE, fifth)),
    )
    lowest = Observed(first.of, first.name, first.kind, first.unit, which=Which.LOWEST, within=_q(14, "d"))
    yield (
        translate("rules", "A look-back: the lowest value of the last 14 days"),
        Rule(_is(lowest, Sign.LESS, _q(1, first.unit))),
    )
    yield (
        translate("rules", "Elapsed time: at most 28 days since consent"),
        Rule(_is(Elapsed(CONSENT, translate("rules", "consent")), Sign.AT_MOST, _q(28, "d"))),
    )
    yield translate("rules", "A study day"), Rule(_is(StudyDay(), Sign.EQUAL, _q(-6)))
    yield translate("rules", "All activities of a visit are done"), Rule(_is(visit, Sign.EQUAL, Truth()))
    yield translate("rules", "Passes so far: fewer than 6 cycles"), Rule(_is(Passes(), Sign.LESS, _q(6)))
    since = Elapsed(
        visit.of if isinstance(visit, Done) else "", visit.name if isinstance(visit, Done) else ""
    )
    half_life = Observed("", translate("rules", "half-life"), unit="h")
    window = Combined(Calculation.LESSER, _q(14, "d"), Combined(Calculation.TIMES, half_life, _q(5)))
    yield (
        translate("rules", "The lesser of two windows: 14 days or 5 half-lives"),
        Rule(_is(since, Sign.AT_MOST, window)),
    )
    yield (
        translate("rules", "A second clock: stop 52 weeks after the first dose, whatever else happens"),
        Rule(_is(Elapsed(ANCHOR, translate("rules", "the anchor"), "wk"), Sign.AT_LEAST, _q(52, "wk"))),
    )
    asked = Judged(translate("rules", "Is there clinical progression?"))
    yield (
        translate("rules", "Somebody decides, with a default after 7 days"),
        Rule(_is(asked, Sign.EQUAL, Truth()), default=Default(_q(7, "d"))),
    )
    yield (
        translate("rules", "Delay and try again: wait 7 days while low, 3 times at most, then stop"),
        Rule(
            Table(
                (hemoglobin,),
                (
                    Row((Cell((Test(Sign.AT_LEAST, _q(8, _G_PER_DL)),)),), Answer.HOLDS),
                    Row((Cell((Test(Sign.LESS, _q(8, _G_PER_DL)),)),), Answer.WAIT),
                ),
            ),
            wait=Wait(_q(7, "d"), 3),
        ),
    )


def _is(left: Operand, sign: Sign, right: Operand) -> Condition:
    return Comparison(left, sign, right)


def _q(value: int | str, unit: str = "") -> Quantity:
    return Quantity(Decimal(value), unit)


def _seen(words: Vocabulary, fits: Callable[[Observed], bool]) -> Observed | None:
    return next(
        (word.term for word in words.words if isinstance(word.term, Observed) and fits(word.term)), None
    )


def _named(words: Vocabulary, name: str, unit: str = "") -> Observed:
    """The observation whose name holds a word, in a unit; one that is left to choose where there is none."""
    for word in words.words:
        term = word.term
        if isinstance(term, Observed) and term.kind is Kind.NUMBER and name in word.title.casefold():
            return Observed(term.of, term.name, unit=unit)
    return Observed("", name.capitalize(), unit=unit)


def _limit(words: Vocabulary, name: str, short: str) -> Observed:
    found = _named(words, name)
    return Observed(found.of, found.name if found.of else short, reading=Reading.OF_UPPER_LIMIT)
