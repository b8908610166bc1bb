"""Free text of a study offered as a rule to confirm: what was understood, and the words that were not.

Nothing is taken silently: a suggestion is shown as a sentence beside its text, and becomes a rule only where a person
sets it. What a text leaves to somebody ("if major rash") is offered as a question to the role that answers it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from study.plan.plan import Role
from study.plan.roles import role_of
from study.rules.kinds import troubles
from study.rules.model import (
    ANCHOR,
    CONSENT,
    AllOf,
    AtLeast,
    Attribute,
    Comparison,
    Condition,
    Done,
    Elapsed,
    Judged,
    Not,
    Observed,
    Quantity,
    Reading,
    Rule,
    Sign,
    StudyDay,
    Truth,
    Who,
    Words,
    terms_in,
)
from study.rules.situation import AGE
from study.rules.units import UnitError, as_ucum, is_duration, unit_of
from study.rules.vocabulary import SEX, Group, Vocabulary, Word


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rule that a text may mean. `left` are the words of the text that are not in it, "" where all are.

    `open` are the names in it that a person must first say what they are in this study.
    """

    rule: Rule
    left: str = ""
    open: tuple[str, ...] = ()


_SIGNS: Final = {
    "=": Sign.EQUAL,
    "==": Sign.EQUAL,
    "is": Sign.EQUAL,
    "≠": Sign.NOT_EQUAL,
    "!=": Sign.NOT_EQUAL,
    "<": Sign.LESS,
    "less than": Sign.LESS,
    "below": Sign.LESS,
    "under": Sign.LESS,
    "≤": Sign.AT_MOST,
    "<=": Sign.AT_MOST,
    "at most": Sign.AT_MOST,
    "no more than": Sign.AT_MOST,
    "up to": Sign.AT_MOST,
    ">": Sign.MORE,
    "more than": Sign.MORE,
    "greater than": Sign.MORE,
    "above": Sign.MORE,
    "over": Sign.MORE,
    "exceeds": Sign.MORE,
    "≥": Sign.AT_LEAST,
    ">=": Sign.AT_LEAST,
    "at least": Sign.AT_LEAST,
    "reaches": Sign.EQUAL,
}
_SIGN = (
    r"(?P<sign>==|=|≠|!=|<=|>=|≤|≥|<|>|\b(?:is |was |of )?(?:less than|below|under|at most|no more than|up to|more than"
    r"|greater than|above|over|exceeds|at least)\b)"
)
_NUMBER = r"(?P<number>[-−–]?\s?\d{1,9}(?:\.\d{1,6})?)"
_UNIT = r"(?P<unit>\s?(?:[%°µμA-Za-z][\w%°µμ²^*/\[\]]{0,15}))?"
_SPAN = (
    r"(?P<number>\d{1,4}(?:\.\d{1,3})?)\s?(?P<unit>minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)"
)
# A name stands before its comparison: at most six words, no sign of another one.
_NAME = r"(?<![\w()/+-])(?P<name>[A-Za-z][\w()/+-]{0,40}(?: [A-Za-z(][\w()/+-]*){0,5}?)"
# Words that a name does not hold: what stands before the last of them leads to it.
_BEFORE_NAME: Final = frozenset(
    re.findall(
        r"\w+",
        "if when once until while stopped the a an is are was be been will would should may can have has had for to of "
        "in on at by with and or who that during after before than bedside induction rescheduled from as not",
    )
)
_SILENT = re.compile(r"^[\s,.;:()]*$")

_DAY = re.compile(rf"^(?:if |while |until )?(?:study )?day\s*{_SIGN}\s*{_NUMBER}$", re.IGNORECASE)
_DAYS = re.compile(
    r"\bon (?:study )?days?\s+(?P<days>[-−–]?\d+(?:(?:\s*,\s*(?:and |or )?|\s+(?:and|or)\s+)[-−–]?\d+)*)\s+only\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"^(?:if )?(?:age|aged)\s*{_SIGN}?\s*{_NUMBER}(?:\s*(?:years?(?: of age| old)?|y))?$", re.IGNORECASE
)
_AGES = re.compile(
    r"^(?:if )?(?:age|aged)\s*(?:between\s*)?(?P<low>\d{1,3})\s*(?:to|and|-|–)\s*(?P<high>\d{1,3})"
    r"\s*(?:years?(?: of age| old)?)?$",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    rf"{_NAME}\s*(?:is\s*)?{_SIGN}\s*{_NUMBER}\s*(?:x|×|\*|times)\s*(?:the\s+)?"
    r"(?P<limit>ULN|LLN|upper limit of normal|lower limit of normal)\b",
    re.IGNORECASE,
)
_BARE_LIMIT = re.compile(
    rf"^(?:if )?{_SIGN}\s*{_NUMBER}\s*(?:x|×|\*|times)\s*(?:the\s+)?(?P<limit>ULN|LLN)$", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"(?<![\w()/+-])(?P<name>[A-Za-z][\w()/+-]{0,40}(?: [A-Za-z(][\w()/+-]*){0,4}?)\s+is\s+"
    r"(?P<not>not\s+)?(?:between\s+)?(?P<low>\d+(?:\.\d+)?)\s*(?:to|and|-|–)\s*(?P<high>\d+(?:\.\d+)?)\s*(?P<unit>[A-Za-z%][\w%/]*)",
    re.IGNORECASE,
)
_VALUE = re.compile(rf"{_NAME}\s*(?:is\s*|reaches\s*)?{_SIGN}\s*{_NUMBER}{_UNIT}", re.IGNORECASE)
_SEX = re.compile(
    r"\b(?:only (?P<first>females?|women|males?|men)|(?:for )?(?P<last>females?|women|males?|men) only)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"\b(?P<sign>no more than|at most|within|at least|more than)\s+{_SPAN}\s+(?:from|after|since)\s+"
    r"(?P<name>[\w -]+?)(?=[.,;]|$)",
    re.IGNORECASE,
)
_LEFT_TO = re.compile(
    r"\bat the discretion of the investigator\b|\bat the (?:CRU's|site's|investigator's) discretion\b"
    r"|\b(?:if|when|where) (?:needed|necessary|warranted|applicable|appropriate|required)\b[^.;]*"
    r"|\bdeemed necessary by the investigator\b",
    re.IGNORECASE,
)
_SITE = re.compile(r"\b(?:CRU|site)'s discretion\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.;]+(?:\.(?=\d)[^.;]+)*")
_IF = re.compile(r"^(?:performed |only |stopped )?(?:if|once|when) (?P<q>[^.;]{3,160})\.?$", re.IGNORECASE)
_ALL_MET = re.compile(r"^(?P<q>all (?:inclusion|exclusion|eligibility)[^.;]* met)\.?$", re.IGNORECASE)
_STATE = re.compile(
    r"^(?P<q>(?!not\b)[^.;:]{3,120}? (?:is|are|has|have|was|were)(?: been)? "
    r"(?:met|signed|known|resolved|stable|completed|confirmed|available|recovered)\b[^.;:]{0,60})\.?$",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    r"^(?P<q>(?:subject|participant|patient)s? (?:suffers|experiences|has|terminates|withdraws|discontinues|develops)"
    r"\b[^.;]{3,120})\.?$",
    re.IGNORECASE,
)


_AT_MOST = re.compile(
    r"[\s,;(]*\b(?:at most|up to|no more than|(?:to )?a maximum of)\s+(?P<number>\d{1,3})\s+"
    r"(?:\w+ )?(?:cycles?|calls?|scans?|times|passes|repeats?|rounds?|visits?|doses)\b\)?",
    re.IGNORECASE,
)
_LEADS = re.compile(r"^(?P<q>(?:if )?[^:.;]{3,160}):\s+(?P<rest>\S.*)$", re.IGNORECASE)


def suggested(text: str, words: Vocabulary, *, leads: bool = False) -> Suggestion | None:
    """The rule that a text may mean in a study with these words; None where nothing in it is understood.

    `leads`: it is the condition of a way, so that what is said is asked whatever else it is, what stands behind a colon
    is where the way leads ("Not eligible: screen failure"), and "at most 6 cycles" limits its passes.
    """
    text = re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip()
    if not text or len(text) > 2_000:
        return None
    if leads:
        return _leading(text, words)
    return _understood(text, words, _READERS)


def _leading(text: str, words: Vocabulary) -> Suggestion | None:
    limit = _AT_MOST.search(text)
    passes = int(limit["number"]) if limit is not None else None
    asked = _AT_MOST.sub("", text).strip(" ,;") if limit is not None else text
    if not asked:
        asked, passes = text, None
    found = _understood(asked, words, _READERS)
    if found is None:
        parts = _LEADS.match(asked)
        question, rest = (parts["q"], parts["rest"]) if parts is not None else (asked, "")
        found = _understood(question, words, _READERS)
        if found is None:
            condition = _asked(re.sub(r"^if ", "", question, flags=re.IGNORECASE), text)
            found = Suggestion(Rule(condition, who=_who(condition, text)))
        left = " … ".join(part for part in (found.left, rest.strip(" .")) if part)
        found = replace(found, left=left)
    if passes is None or passes < 1:
        return found
    return replace(found, rule=replace(found.rule, at_most=passes))


def _understood(text: str, words: Vocabulary, readers: tuple[_Reader, ...]) -> Suggestion | None:
    for read in readers:
        found = read(text, words)
        if found is None:
            continue
        condition, used = found
        rule = Rule(condition, who=_who(condition, text))
        if troubles(rule):
            continue
        return Suggestion(rule, _left(text, used), tuple(dict.fromkeys(_open(rule))))
    return None


_Read = tuple[Condition, tuple[tuple[int, int], ...]]
_Reader = Callable[[str, Vocabulary], _Read | None]


def _day(text: str, _words: Vocabulary) -> _Read | None:
    found = _DAY.match(text.rstrip(". "))
    if found is None:
        return None
    day = _decimal(found["number"])
    return Comparison(StudyDay(), _sign(found["sign"]), Quantity(day)), ((0, len(text)),)


def _days(text: str, _words: Vocabulary) -> _Read | None:
    found = _DAYS.search(text)
    if found is None:
        return None
    days = [_decimal(each) for each in re.findall(r"[-−–]?\d+", found["days"])]
    parts = tuple(Comparison(StudyDay(), Sign.EQUAL, Quantity(day)) for day in days)
    return (parts[0] if len(parts) == 1 else AtLeast(1, parts)), (found.span(),)


def _age(text: str, _words: Vocabulary) -> _Read | None:
    bare = text.rstrip(". ")
    between = _AGES.match(bare)
    if between is not None:
        age = Attribute(AGE)
        parts = (
            Comparison(age, Sign.AT_LEAST, Quantity(Decimal(between["low"]), "a")),
            Comparison(age, Sign.AT_MOST, Quantity(Decimal(between["high"]), "a")),
        )
        return AllOf(parts), ((0, len(text)),)
    found = _AGE.match(bare)
    if found is None or not found["sign"]:
        return None
    value = Quantity(_decimal(found["number"]), "a")
    return Comparison(Attribute(AGE), _sign(found["sign"]), value), ((0, len(text)),)


def _limit(text: str, words: Vocabulary) -> _Read | None:
    parts: list[Condition] = []
    used: list[tuple[int, int]] = []
    for found in _LIMIT.finditer(text):
        reading = _reading(found["limit"])
        for name in _names(found["name"]):
            observed = _observation(name, words, reading=reading)
            parts.append(Comparison(observed, _sign(found["sign"]), Quantity(_decimal(found["number"]))))
        used.append(found.span())
    if not parts:
        bare = _BARE_LIMIT.match(text.rstrip(". "))
        if bare is None:
            return None
        observed = Observed("", "", reading=_reading(bare["limit"]))
        return Comparison(observed, _sign(bare["sign"]), Quantity(_decimal(bare["number"]))), (
            (0, len(text)),
        )
    return _together(text, tuple(parts)), tuple(used)


def _value(text: str, words: Vocabulary) -> _Read | None:
    between = _BETWEEN.search(text)
    observed_name = _name(between["name"]) if between is not None else ""
    if between is not None and observed_name and _is_unit(between["unit"]):
        observed = _observation(observed_name, words, as_ucum(between["unit"]))
        within: Condition = AllOf(
            (
                Comparison(
                    observed, Sign.AT_LEAST, Quantity(Decimal(between["low"]), as_ucum(between["unit"]))
                ),
                Comparison(
                    observed, Sign.AT_MOST, Quantity(Decimal(between["high"]), as_ucum(between["unit"]))
                ),
            )
        )
        start = between.start("name") + between["name"].rfind(observed_name)
        return (Not(within) if between["not"] else within), ((start, between.end()),)
    parts: list[Condition] = []
    used: list[tuple[int, int]] = []
    for found in _VALUE.finditer(text):
        unit = (found["unit"] or "").strip()
        if unit and not _is_unit(unit):
            if found["unit"].startswith(" ") and not found["unit"].strip()[0].isalpha():
                continue
            unit = ""
        name = _name(found["name"])
        if not name or name.casefold() in ("day", "days", "week"):
            continue
        value = Quantity(_decimal(found["number"]), as_ucum(unit))
        observed = _observation(name, words, value.unit)
        if not value.unit:  # spoken of in the unit in which the study records it
            value = replace(value, unit=observed.unit)
        # "at least 8 hours" is said of much else; a sign such as "<" is said of values alone.
        if not observed.of and (found["sign"][0].isalpha() or is_duration(value.unit)) and value.unit != "ms":
            continue
        parts.append(Comparison(observed, _sign(found["sign"]), value))
        start = found.start("name") + found["name"].rfind(name)
        used.append((start, found.end() if unit else found.end("number")))
    return (_together(text, tuple(parts)), tuple(used)) if parts else None


def _since(text: str, words: Vocabulary) -> _Read | None:
    found = _SINCE.search(text)
    if found is None:
        return None
    sign = _SIGNS.get(found["sign"].casefold(), Sign.AT_MOST)
    since, name = _happened(found["name"].strip(), words)
    unit = as_ucum(found["unit"])
    return Comparison(Elapsed(since, name, unit), sign, Quantity(Decimal(found["number"]), unit)), (
        found.span(),
    )


def _sex(text: str, _words: Vocabulary) -> _Read | None:
    found = _SEX.search(text)
    if found is None:
        return None
    female = (found["first"] or found["last"]).casefold() in ("female", "females", "women")
    sex = Comparison(Attribute(SEX), Sign.EQUAL, Words("female" if female else "male"))
    told = _LEFT_TO.match(text, found.end() + 1)
    if told is None:
        return sex, (found.span(),)
    asked = Comparison(Judged(told[0].strip(" ."), Who.INVESTIGATOR), Sign.EQUAL, Truth())
    return AllOf((sex, asked)), (found.span(), told.span())


def _activity(text: str, words: Vocabulary) -> _Read | None:
    """The whole text is what an activity or a visit is called: done."""
    name = re.sub(r"^(?:completion of (?:all )?|completed )", "", text.rstrip(". "), flags=re.IGNORECASE)
    name = re.sub(r" activities$", "", name, flags=re.IGNORECASE)
    for word in words.by_name.get(name.casefold(), ()):
        if isinstance(word.term, Done):
            return Comparison(word.term, Sign.EQUAL, Truth()), ((0, len(text)),)
    return None


def _left_to(text: str, _words: Vocabulary) -> _Read | None:
    """The sentence in which something is left to somebody, as a question."""
    for sentence in _SENTENCE.finditer(text):
        if _LEFT_TO.search(sentence[0]):
            who = Who.SITE_COORDINATOR if _SITE.search(sentence[0]) else Who.INVESTIGATOR
            return Comparison(Judged(sentence[0].strip()[:300], who), Sign.EQUAL, Truth()), (sentence.span(),)
    return None


def _question(text: str, _words: Vocabulary) -> _Read | None:
    for pattern in (_ALL_MET, _STATE, _HAPPENS, _IF):
        found = pattern.match(text)
        if found is not None:
            return _asked(found["q"], text), ((0, len(text)),)
    return None


_READERS: Final[tuple[_Reader, ...]] = (
    _day,
    _age,
    _limit,
    _days,
    _activity,
    _sex,
    _since,
    _value,
    _left_to,
    _question,
)


def _asked(question: str, text: str) -> Condition:
    return Comparison(Judged(question.strip(" .")[:300], _role(text)), Sign.EQUAL, Truth())


def _role(text: str) -> Who:
    if re.search(r"\b(?:committee|DSMB|DMC|IDMC)\b", text):
        return Who.COMMITTEE
    role, said = role_of(text)
    if role is Role.IRT:
        return Who.IRT
    return Who.INVESTIGATOR if said or role is not Role.SITE_COORDINATOR else Who.SITE_COORDINATOR


def _who(condition: Condition, text: str) -> Who:
    judged = next((term for term in terms_in(condition) if isinstance(term, Judged)), None)
    return judged.who if judged is not None else _role(text)


def _together(text: str, parts: tuple[Condition, ...]) -> Condition:
    if len(parts) == 1:
        return parts[0]
    return AtLeast(1, parts) if re.search(r"\bor\b", text, re.IGNORECASE) else AllOf(parts)


def _observation(name: str, words: Vocabulary, unit: str = "", reading: Reading = Reading.VALUE) -> Observed:
    found = _best(name, words, Group.OBSERVATION)
    if found is not None and isinstance(found.term, Observed):
        said = unit or (found.term.unit if reading is Reading.VALUE else "")
        return Observed(found.term.of, found.title, unit=said, reading=reading)
    activity = _best(name, words, Group.ACTIVITY)
    if activity is not None and isinstance(activity.term, Done):
        return Observed(activity.term.of, activity.title, unit=unit, reading=reading)
    return Observed("", name, unit=unit, reading=reading)


def _best(name: str, words: Vocabulary, group: Group) -> Word | None:
    """The one word of a group that is called so; None where there is none, or two that differ."""
    found = [word for word in words.by_name.get(name.casefold(), ()) if word.group is group]
    if not found and group is Group.OBSERVATION and len(name) > 2:
        bare = name.casefold()
        stem = bare[:-1] if bare.endswith("s") and len(bare) > 4 else bare
        found = [
            word
            for word in words.words
            if word.group is group and ":" not in word.title and word.title.casefold().startswith(stem)
        ]
    return found[0] if len(found) == 1 else None


def _happened(name: str, words: Vocabulary) -> tuple[str, str]:
    """(address, name) of what time is counted from: consent, the anchor, an activity or visit; "" where unknown."""
    bare = name.casefold()
    if bare in ("consent", "informed consent", "signing of consent"):
        return CONSENT, name
    if bare in ("first dose", "administration of first dose", "dosing", "day 1", "baseline"):
        return ANCHOR, name
    for word in words.by_name.get(bare, ()):
        if isinstance(word.term, Done):
            return word.term.of, word.title
    return "", name


def _open(rule: Rule) -> Iterator[str]:
    for term in terms_in(rule.when):
        if (isinstance(term, Observed | Done) and not term.of) or (
            isinstance(term, Elapsed) and not term.since
        ):
            yield term.name


def _name(text: str) -> str:
    """The name in what stands before a comparison: what follows the last word that leads to one, four words at most."""
    kept: list[str] = []
    for word in reversed(text.split()):
        if word.casefold() in _BEFORE_NAME or len(kept) == 4:
            break
        kept.insert(0, word)
    return " ".join(kept)


def _names(text: str) -> list[str]:
    """The names in "ALT or AST"."""
    parts = re.split(r"\s+(?:or|and)\s+", text)
    return [name for part in parts if (name := _name(part))]


def _left(text: str, used: tuple[tuple[int, int], ...]) -> str:
    """The words of a text that no part of the rule stands for."""
    rest, at = [], 0
    for start, end in sorted(used):
        rest.append(text[at:start])
        at = end
    rest.append(text[at:])
    return " … ".join(part.strip(" ,.;:") for part in rest if not _SILENT.match(part))


def _sign(text: str) -> Sign:
    return _SIGNS[re.sub(r"^(?:is|was|of) ", "", text.casefold())]


def _decimal(text: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", text).replace("−", "-").replace("–", "-"))


def _reading(text: str) -> Reading:
    return Reading.OF_UPPER_LIMIT if text.casefold().startswith("u") else Reading.OF_LOWER_LIMIT


def _is_unit(text: str) -> bool:
    try:
        unit_of(as_ucum(text))
    except UnitError:
        return False
    return True
