"""A rule as a sentence that a coordinator would say; for what cannot be told, too, so that it is never empty."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from study.language import QT_TRANSLATE_NOOP, translate
from study.rules.model import (
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
    Not,
    Observed,
    Operand,
    Passes,
    Quantity,
    Reading,
    Rule,
    Sign,
    StudyDay,
    Table,
    Term,
    Truth,
    Which,
    Who,
    Words,
    cell_condition,
)
from study.rules.situation import AGE
from study.rules.vocabulary import ARM, SEX
from study.wording import MINUS

_SIGNS: Final = {
    Sign.EQUAL: QT_TRANSLATE_NOOP("rules", "{left} is {right}"),
    Sign.NOT_EQUAL: QT_TRANSLATE_NOOP("rules", "{left} is not {right}"),
    Sign.LESS: QT_TRANSLATE_NOOP("rules", "{left} is less than {right}"),
    Sign.AT_MOST: QT_TRANSLATE_NOOP("rules", "{left} is at most {right}"),
    Sign.MORE: QT_TRANSLATE_NOOP("rules", "{left} is more than {right}"),
    Sign.AT_LEAST: QT_TRANSLATE_NOOP("rules", "{left} is at least {right}"),
}
_OPPOSITE: Final = {
    Sign.EQUAL: Sign.NOT_EQUAL,
    Sign.NOT_EQUAL: Sign.EQUAL,
    Sign.LESS: Sign.AT_LEAST,
    Sign.AT_LEAST: Sign.LESS,
    Sign.MORE: Sign.AT_MOST,
    Sign.AT_MOST: Sign.MORE,
}
_CALCULATED: Final = {
    Calculation.PLUS: QT_TRANSLATE_NOOP("rules", "{left} plus {right}"),
    Calculation.MINUS: QT_TRANSLATE_NOOP("rules", "{left} minus {right}"),
    Calculation.TIMES: QT_TRANSLATE_NOOP("rules", "{left} times {right}"),
    Calculation.DIVIDED: QT_TRANSLATE_NOOP("rules", "{left} divided by {right}"),
    Calculation.LESSER: QT_TRANSLATE_NOOP("rules", "the lesser of {left} and {right}"),
    Calculation.GREATER: QT_TRANSLATE_NOOP("rules", "the greater of {left} and {right}"),
}
_WHICH: Final = {
    Which.NOW: QT_TRANSLATE_NOOP("rules", "{name}"),
    Which.BEFORE: QT_TRANSLATE_NOOP("rules", "the {name} before"),
    Which.FIRST: QT_TRANSLATE_NOOP("rules", "the first {name}"),
    Which.LOWEST: QT_TRANSLATE_NOOP("rules", "the lowest {name}"),
    Which.HIGHEST: QT_TRANSLATE_NOOP("rules", "the highest {name}"),
    Which.MEAN: QT_TRANSLATE_NOOP("rules", "the mean {name}"),
    Which.COUNT: QT_TRANSLATE_NOOP("rules", "the number of values of {name}"),
}
_WHO: Final = {
    Who.INVESTIGATOR: QT_TRANSLATE_NOOP("rules", "the investigator"),
    Who.COMMITTEE: QT_TRANSLATE_NOOP("rules", "the committee"),
    Who.IRT: QT_TRANSLATE_NOOP("rules", "the IRT"),
    Who.SITE_COORDINATOR: QT_TRANSLATE_NOOP("rules", "the site coordinator"),
}
_LIMITS: Final = {
    Reading.OF_UPPER_LIMIT: QT_TRANSLATE_NOOP(
        "rules", "{number} times the upper limit of the laboratory's range"
    ),
    Reading.OF_LOWER_LIMIT: QT_TRANSLATE_NOOP(
        "rules", "{number} times the lower limit of the laboratory's range"
    ),
}
_UNITS: Final = {"Cel": "°C", "[degF]": "°F", "mm[Hg]": "mmHg", "[lb_av]": "lb", "[in_i]": "in", "1": ""}


_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def rule_sentence(rule: Rule) -> str:
    """The whole rule: "Holds if Age is at least 18 years. Otherwise it does not hold."."""
    parts = table_lines(rule)
    if rule.wait is not None:
        parts.append(
            translate(
                "rules", "To wait is to try again after {pause}, at most {number} times; then {answer}."
            ).format(
                pause=operand_words(rule.wait.pause),
                number=rule.wait.at_most,
                answer=_answer(rule.wait.then, rule.who),
            )
        )
    if rule.default is not None:
        parts.append(
            translate("rules", "Where nobody has answered after {time}, {answer}.").format(
                time=operand_words(rule.default.after), answer=_answer(rule.default.answer, rule.who)
            )
        )
    if rule.at_most is not None:
        parts.append(translate("rules", "At most {number} passes.").format(number=rule.at_most))
    return " ".join(parts)


def table_lines(rule: Rule) -> list[str]:
    """A sentence for each row, in their order, and the last for what happens otherwise."""
    lines: list[str] = []
    if isinstance(rule.when, Table):
        for number, row in enumerate(rule.when.rows, 1):
            asked = row_words(rule.when.columns, row.cells)
            words = translate("rules", "{number}. If {condition}, {answer}.") if asked else ""
            words = words or translate("rules", "{number}. In any case, {answer}.")
            lines.append(words.format(number=number, condition=asked, answer=_answer(row.answer, rule.who)))
    else:
        words = translate("rules", "If {condition}, {answer}.")
        lines.append(
            words.format(condition=condition_words(rule.when), answer=_answer(Answer.HOLDS, rule.who))
        )
    lines.append(translate("rules", "Otherwise {answer}.").format(answer=_answer(rule.otherwise, rule.who)))
    return lines


def row_words(columns: tuple[Operand, ...], cells: tuple[Cell, ...]) -> str:
    """What the cells of a row ask together; "" where they ask nothing."""
    asked = tuple(
        cell_condition(column, cell) for column, cell in zip(columns, cells, strict=False) if cell.tests
    )
    if not asked:
        return ""
    return condition_words(asked[0] if len(asked) == 1 else AllOf(asked))


def who_words(who: Who) -> str:
    """Who decides: "the investigator"."""
    return translate("rules", _WHO[who])


def _answer(answer: Answer, who: Who) -> str:
    if answer is Answer.ASK:
        return translate("rules", "{who} decides").format(who=who_words(who))
    return {
        Answer.HOLDS: translate("rules", "it holds"),
        Answer.DOES_NOT_HOLD: translate("rules", "it does not hold"),
        Answer.WAIT: translate("rules", "it waits"),
    }[answer]


def condition_words(condition: Condition, inside: bool = False) -> str:
    """A condition in words; `inside` puts several into brackets."""
    text = ""
    match condition:
        case Comparison():
            return _comparison(condition)
        case Not(Comparison() as of) if not _is_truth(of):
            return _comparison(Comparison(of.left, _OPPOSITE[of.sign], of.right))
        case Not(AllOf(parts)) if _between(parts):
            return _between(parts, so=False)
        case Not(of):
            return translate("rules", "it is not so that {condition}").format(
                condition=condition_words(of, inside=True)
            )
        case AllOf(()):
            return translate("rules", "anything is the case")
        case AllOf((only,)) | AtLeast(1, (only,)):
            return condition_words(only, inside)
        case AllOf(parts):
            text = _between(parts)
            if text:
                return text
            text = _joined(parts, translate("rules", "{first} and {second}"))
        case AtLeast(1, (_, *_) as parts):
            text = _joined(parts, translate("rules", "{first} or {second}"))
        case AtLeast(number, parts):
            listed = "; ".join(condition_words(each, inside=True) for each in parts)
            return translate("rules", "at least {number} of these: {list}").format(
                number=number, list=listed or "–"
            )
    return f"({text})" if inside else text


def _joined(of: tuple[Condition, ...], words: str) -> str:
    text = condition_words(of[0], inside=True)
    for each in of[1:]:
        text = words.format(first=text, second=condition_words(each, inside=True))
    return text


def _between(of: tuple[Condition, ...], *, so: bool = True) -> str:
    """ "Age is 18 to 75 years", or that it is not, of two comparisons that say so; "" for others."""
    match of:
        case (
            Comparison(left, Sign.AT_LEAST, Quantity(low, unit)),
            Comparison(other, Sign.AT_MOST, Quantity() as high),
        ) if left == other and unit == high.unit:
            words = (
                translate("rules", "{left} is {low} to {high}")
                if so
                else translate("rules", "{left} is not {low} to {high}")
            )
            return words.format(
                left=operand_words(left), low=number_words(low), high=quantity_words(high, left)
            )
    return ""


def _is_truth(comparison: Comparison) -> bool:
    return isinstance(comparison.right, Truth)


def _comparison(comparison: Comparison) -> str:
    left, sign, right = comparison.left, comparison.sign, comparison.right
    if isinstance(right, Truth) and sign in (Sign.EQUAL, Sign.NOT_EQUAL):
        return _truth(left, right.value == (sign is Sign.EQUAL))
    if isinstance(left, Elapsed) and isinstance(right, Quantity) and sign is not Sign.NOT_EQUAL:
        words = {
            Sign.EQUAL: translate("rules", "it is {time} since {name}"),
            Sign.LESS: translate("rules", "it is less than {time} since {name}"),
            Sign.AT_MOST: translate("rules", "it is at most {time} since {name}"),
            Sign.MORE: translate("rules", "it is more than {time} since {name}"),
            Sign.AT_LEAST: translate("rules", "it is at least {time} since {name}"),
        }[sign]
        return words.format(time=quantity_words(right, left), name=_since(left))
    if isinstance(left, StudyDay) and isinstance(right, Quantity) and sign is Sign.EQUAL:
        return translate("rules", "it is Day {day}").format(day=number_words(right.value))
    if isinstance(left, Observed) and left.reading in _LIMITS and isinstance(right, Quantity):
        limit = translate("rules", _LIMITS[left.reading]).format(number=number_words(right.value))
        return translate("rules", _SIGNS[sign]).format(left=_observed(left), right=limit)
    return translate("rules", _SIGNS[sign]).format(left=operand_words(left), right=_right(right, left))


def _right(right: Operand, left: Operand) -> str:
    return quantity_words(right, left) if isinstance(right, Quantity) else operand_words(right)


def _truth(left: Operand, so: bool) -> str:
    match left:
        case Done(_, name, within):
            if within is not None:
                words = (
                    translate("rules", "{name} was done within the last {time}")
                    if so
                    else translate("rules", "{name} was not done within the last {time}")
                )
                return words.format(name=_named(name), time=operand_words(within))
            words = (
                translate("rules", "all of {name} is done")
                if so
                else translate("rules", "not all of {name} is done")
            )
            return words.format(name=_named(name))
        case Judged(question, who):
            words = (
                translate("rules", "{who} says: “{question}”")
                if so
                else translate("rules", "{who} says no to: “{question}”")
            )
            return words.format(who=who_words(who), question=_named(question))
    words = translate("rules", "{left} is yes") if so else translate("rules", "{left} is no")
    return words.format(left=operand_words(left))


def operand_words(operand: Operand) -> str:
    """An operand in words: "the highest ALT of the last 14 days"."""
    match operand:
        case Quantity():
            return quantity_words(operand, None)
        case Words(value):
            return f"“{value}”"
        case Truth(value):
            return translate("rules", "yes") if value else translate("rules", "no")
        case Combined(how, left, right):
            return translate("rules", _CALCULATED[how]).format(
                left=_part(left), right=_part(right) if isinstance(right, Combined) else operand_words(right)
            )
    return term_words(operand)


def _part(operand: Operand) -> str:
    return f"({operand_words(operand)})" if isinstance(operand, Combined) else operand_words(operand)


def term_words(term: Term) -> str:
    """A term in words: "age", "study day", "the first ALT"."""
    match term:
        case Attribute(name):
            words = {
                AGE: translate("rules", "age"),
                SEX: translate("rules", "sex"),
                ARM: translate("rules", "arm"),
            }
            return words.get(name, _named(name))
        case Observed():
            text = _observed(term)
            readings = {
                Reading.OF_UPPER_LIMIT: translate("rules", "{name} as a multiple of the upper limit"),
                Reading.OF_LOWER_LIMIT: translate("rules", "{name} as a multiple of the lower limit"),
                Reading.AGAINST_RANGE: translate("rules", "{name} against the laboratory's range"),
            }
            return readings[term.reading].format(name=text) if term.reading in readings else text
        case Elapsed():
            return translate("rules", "the time since {name}").format(name=_since(term))
        case StudyDay():
            return translate("rules", "the study day")
        case Passes():
            return translate("rules", "the number of the pass")
        case Done(_, name):
            return translate("rules", "whether {name} is done").format(name=_named(name))
        case Judged(question, who):
            return translate("rules", "what {who} says to “{question}”").format(
                who=who_words(who), question=_named(question)
            )


def _observed(term: Observed) -> str:
    text = translate("rules", _WHICH[term.which]).format(name=_named(term.name))
    if term.within is None:
        return text
    return translate("rules", "{value} of the last {time}").format(
        value=text, time=operand_words(term.within)
    )


def _since(term: Elapsed) -> str:
    if not term.from_last:
        return _named(term.name)
    return translate("rules", "the last {name}").format(name=_named(term.name))


def _named(name: str) -> str:
    return name or translate("rules", "(not chosen)")


def quantity_words(quantity: Quantity, of: Operand | None) -> str:
    """A number with its unit, as it is said of `of`: "18 years", "Day −6", "7 g/dL"."""
    number, unit = quantity.value, quantity.unit
    if unit in ("a", "mo", "wk", "d", "h", "min", "s") and number == int(number) and number >= 0:
        count = int(number)
        return {
            "a": translate("rules", "%n year(s)", "", count),
            "mo": translate("rules", "%n month(s)", "", count),
            "wk": translate("rules", "%n week(s)", "", count),
            "d": translate("rules", "%n day(s)", "", count),
            "h": translate("rules", "%n hour(s)", "", count),
            "min": translate("rules", "%n minute(s)", "", count),
            "s": translate("rules", "%n second(s)", "", count),
        }[unit]
    if isinstance(of, StudyDay):
        return translate("rules", "Day {day}").format(day=number_words(number))
    shown = unit_words(unit)
    return f"{number_words(number)} {shown}" if shown else number_words(number)


def unit_words(unit: str) -> str:
    """A unit as people write it: "°C" for "Cel", "10⁹/L" for "10*9/L"."""
    if unit in _UNITS:
        return _UNITS[unit]
    if unit.startswith("10*"):
        power, _, rest = unit[3:].partition("/")
        if power.isdigit():
            return "10" + power.translate(_RAISED) + (f"/{rest}" if rest else "")
    return f"µ{unit[1:]}" if unit.startswith("u") and unit != "u" else unit


def number_words(value: Decimal) -> str:
    """A number as it is written: "−6", "1.5", no zeros behind."""
    text = f"{abs(value):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{MINUS}{text}" if value < 0 else text
