"""The outcomes file: JSON with a version, read strictly, and written. docs/verbs.md describes its fields."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Final

from study.changes import UnknownFormatError
from study.json_types import JsonObject, JsonValue
from study.language import translate
from study.simulation.outcomes import (
    FARTHEST_DAYS,
    MOST_PASSES,
    Compliance,
    Discontinuation,
    Measured,
    Minutes,
    Outcomes,
    OutcomesError,
    Weights,
)

FORMAT: Final = 1

_MOST_DAYS: Final = 3_660
_MOST_LENGTH: Final = 1_000_000  # characters of a file
_DECIMALS: Final = 12


def read_outcomes(text: str) -> Outcomes:
    """The outcomes that a file says.

    Raises OutcomesError with the field and what to write, UnknownFormatError for a file of a newer program.
    """
    if len(text) > _MOST_LENGTH:
        raise OutcomesError(
            translate("outcomes", "The outcomes are too large to be read: more than a million characters.")
        )
    try:
        value: JsonValue = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except OutcomesError:
        raise
    except (ValueError, RecursionError) as error:  # also a number of more digits than can be read
        if isinstance(error, json.JSONDecodeError):
            said = translate(
                "outcomes", "The outcomes are no JSON from line {line} on: check commas and quotes."
            )
            raise OutcomesError(said.format(line=error.lineno)) from error
        raise OutcomesError(
            translate("outcomes", "The outcomes are no JSON: check commas and quotes.")
        ) from error
    return outcomes_from_json(value)


def outcomes_from_json(value: JsonValue) -> Outcomes:
    """The outcomes that a JSON object says. Raises as `read_outcomes` does."""
    given = _object(value, translate("outcomes", "The outcomes"))
    written = given.get("format")
    if type(written) is not int or written < 1:
        raise OutcomesError(
            translate("outcomes", "format: say which format the outcomes have: {format}.").format(
                format=FORMAT
            )
        )
    if written > FORMAT:
        raise UnknownFormatError(
            translate(
                "outcomes",
                "These outcomes have format {written}, this program knows format {format}. "
                "A newer Maestro can read them.",
            ).format(written=written, format=FORMAT)
        )
    _known(
        given,
        "",
        "format",
        "enrolment",
        "screen_failure",
        "discontinuation",
        "visits",
        "by_visit",
        "decisions",
        "observations",
        "minutes",
        "most_passes",
    )
    enrolment = _object(given.get("enrolment", {}), "enrolment")
    _known(enrolment, "enrolment", "per_month")
    per_month = None
    if "per_month" in enrolment:
        per_month = _number(enrolment["per_month"], "enrolment.per_month", 0.001, 1_000_000)
    visits = _compliance(given.get("visits", {}), "visits")
    return Outcomes(
        per_month,
        _chance(given.get("screen_failure", 0), "screen_failure"),
        _discontinuation(given.get("discontinuation", {})),
        visits,
        {
            name: _compliance(each, f"by_visit.{name}")
            for name, each in _object(given.get("by_visit", {}), "by_visit").items()
        },
        {
            name: _passes(each, f"decisions.{name}")
            for name, each in _object(given.get("decisions", {}), "decisions").items()
        },
        tuple(
            _measured(each, f"observations[{number}]")
            for number, each in enumerate(_list(given.get("observations", []), "observations"))
        ),
        _minutes(given.get("minutes", {})),
        int(_number(given.get("most_passes", MOST_PASSES), "most_passes", 1, 1_000, whole=True)),
    )


def outcomes_to_json(outcomes: Outcomes) -> JsonObject:
    """Outcomes as a JSON object; what is usual is left out."""
    made: JsonObject = {"format": FORMAT}
    if outcomes.per_month is not None:
        made["enrolment"] = {"per_month": outcomes.per_month}
    if outcomes.screen_failure:
        made["screen_failure"] = outcomes.screen_failure
    stops = outcomes.discontinuation
    if stops != Discontinuation():
        made["discontinuation"] = {
            **({"per_month": stops.per_month} if stops.per_month else {}),
            **({"per_visit": stops.per_visit} if stops.per_visit else {}),
            "how": dict(stops.how),
        }
    if outcomes.visits != Compliance():
        made["visits"] = _compliance_to_json(outcomes.visits)
    if outcomes.by_visit:
        made["by_visit"] = {name: _compliance_to_json(each) for name, each in outcomes.by_visit.items()}
    if outcomes.decisions:
        made["decisions"] = {
            name: dict(passes[0]) if len(passes) == 1 else [dict(each) for each in passes]
            for name, passes in outcomes.decisions.items()
        }
    if outcomes.observations:
        made["observations"] = [_measured_to_json(each) for each in outcomes.observations]
    if outcomes.minutes.are_known:
        each, named = outcomes.minutes.each, dict(outcomes.minutes.by_assessment)
        made["minutes"] = {
            **({"each": each} if each is not None else {}),
            **({"by_assessment": named} if named else {}),
        }
    if outcomes.most_passes != MOST_PASSES:
        made["most_passes"] = outcomes.most_passes
    return made


def outcomes_text(outcomes: Outcomes) -> str:
    """Outcomes as a file."""
    return json.dumps(outcomes_to_json(outcomes), indent=2, ensure_ascii=False) + "\n"


def _once(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    made: JsonObject = {}
    for name, value in pairs:
        if name in made:
            raise OutcomesError(
                translate("outcomes", "{name}: it is said twice. Leave one of them out.").format(name=name)
            )
        made[name] = value
    return made


def _no_number(literal: str) -> JsonValue:
    raise OutcomesError(
        translate("outcomes", "{literal} is no number that can be reckoned with.").format(literal=literal)
    )


def _object(value: JsonValue, where: str) -> JsonObject:
    if type(value) is not dict:
        raise OutcomesError(translate("outcomes", "{where}: write an object: {{...}}.").format(where=where))
    return value


def _list(value: JsonValue, where: str) -> list[JsonValue]:
    if type(value) is not list:
        raise OutcomesError(translate("outcomes", "{where}: write a list: [...].").format(where=where))
    return value


def _text(value: JsonValue, where: str) -> str:
    if type(value) is not str:
        raise OutcomesError(translate("outcomes", "{where}: write a text in quotes.").format(where=where))
    return value


def _known(given: Mapping[str, JsonValue], where: str, *names: str) -> None:
    for name in given:
        if name not in names:
            place = f"{where}.{name}" if where else name
            raise OutcomesError(
                translate("outcomes", "{place}: this is not known. Known here: {names}.").format(
                    place=place, names=", ".join(names)
                )
            )


def _number(value: JsonValue, where: str, least: float, most: float, *, whole: bool = False) -> float:
    """A number within bounds, both included."""
    is_number = type(value) is int or (type(value) is float and math.isfinite(value))
    if whole and type(value) is float and not value.is_integer():
        is_number = False
    if not is_number or not least <= value <= most:
        form = (
            translate("outcomes", "{where}: write a whole number from {least} to {most}, not {given}.")
            if whole
            else translate("outcomes", "{where}: write a number from {least} to {most}, not {given}.")
        )
        raise OutcomesError(
            form.format(where=where, least=f"{least:g}", most=f"{most:g}", given=_short(value))
        )
    return float(value)


def _short(value: JsonValue) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else text[:39] + "…"


def _chance(value: JsonValue, where: str) -> float:
    return _number(value, where, 0, 1)


def _weights(value: JsonValue, where: str) -> Weights:
    given = _object(value, where)
    made = tuple((name, _number(each, f"{where}.{name}", 0, 1e9)) for name, each in given.items())
    if not any(weight for _, weight in made):
        raise OutcomesError(
            translate("outcomes", "{where}: give at least one of them a weight above 0.").format(where=where)
        )
    return made


def _passes(value: JsonValue, where: str) -> tuple[Weights, ...]:
    if type(value) is not list:
        return (_weights(value, where),)
    if not value:
        raise OutcomesError(
            translate("outcomes", "{where}: the list is empty. Write the weights of each pass.").format(
                where=where
            )
        )
    return tuple(_weights(each, f"{where}[{number}]") for number, each in enumerate(value))


def _discontinuation(value: JsonValue) -> Discontinuation:
    where = "discontinuation"
    given = _object(value, where)
    _known(given, where, "per_month", "per_visit", "how")
    usual = Discontinuation()
    return Discontinuation(
        _chance(given.get("per_month", 0), f"{where}.per_month"),
        _chance(given.get("per_visit", 0), f"{where}.per_visit"),
        _weights(given["how"], f"{where}.how") if "how" in given else usual.how,
    )


def _compliance(value: JsonValue, where: str) -> Compliance:
    given = _object(value, where)
    chances = ("in_its_window", "before_its_window", "after_its_window")
    _known(given, where, "missed", "days_off", *chances, "farthest_days")
    days_off: tuple[tuple[int, float], ...] = ()
    if "days_off" in given:
        for name in (*chances, "farthest_days"):
            if name in given:
                raise OutcomesError(
                    translate(
                        "outcomes", "{where}: days_off and {name} do not go together. Leave one out."
                    ).format(where=where, name=name)
                )
        days_off = tuple(
            (_days(name, f"{where}.days_off"), weight)
            for name, weight in _weights(given["days_off"], f"{where}.days_off")
        )
        if len({days for days, _ in days_off}) < len(days_off):
            raise OutcomesError(
                translate("outcomes", "{where}.days_off: the same number of days is said twice.").format(
                    where=where
                )
            )
    before, after = (_chance(given.get(name, 0), f"{where}.{name}") for name in chances[1:])
    made = Compliance(
        _chance(given.get("missed", 0), f"{where}.missed"),
        tuple(sorted(days_off)),
        _chance(given.get(chances[0], 0), f"{where}.{chances[0]}"),
        before,
        after,
        int(_number(given.get("farthest_days", FARTHEST_DAYS), f"{where}.farthest_days", 1, 366, whole=True)),
    )
    if made.missed + made.in_its_window + made.before_its_window + made.after_its_window > 1 + 1e-9:
        raise OutcomesError(
            translate("outcomes", "{where}: the chances come to more than 1 together.").format(where=where)
        )
    return made


def _days(name: str, where: str) -> int:
    plain = name.strip().removeprefix("+")
    digits = plain.removeprefix("-")
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 4 or int(digits) > _MOST_DAYS:
        raise OutcomesError(
            translate(
                "outcomes", '{where}: “{name}” is no number of days. Write it as "-1", "0" or "2".'
            ).format(where=where, name=name)
        )
    return int(plain)


def _compliance_to_json(compliance: Compliance) -> JsonObject:
    made: JsonObject = {}
    if compliance.missed:
        made["missed"] = compliance.missed
    if compliance.days_off:
        made["days_off"] = {str(days): weight for days, weight in compliance.days_off}
        return made
    for name in ("in_its_window", "before_its_window", "after_its_window"):
        if chance := getattr(compliance, name):
            made[name] = chance
    if compliance.farthest_days != FARTHEST_DAYS:
        made["farthest_days"] = compliance.farthest_days
    return made


def _measured(value: JsonValue, where: str) -> Measured:
    given = _object(value, where)
    _known(given, where, "name", "activity", "unit", "one_of", "between", "decimals", "at")
    texts = {name: _text(given.get(name, ""), f"{where}.{name}") for name in ("name", "activity", "unit")}
    if bool(texts["name"]) == bool(texts["activity"]):
        raise OutcomesError(
            translate(
                "outcomes", "{where}: say either the name of what is recorded, or the activity."
            ).format(where=where)
        )
    if ("one_of" in given) == ("between" in given):
        raise OutcomesError(
            translate(
                "outcomes", "{where}: say either one_of (values with weights) or between (lowest, highest)."
            ).format(where=where)
        )
    one_of: tuple[tuple[str | float | bool, float], ...] = ()
    between = None
    if "one_of" in given:
        one_of = tuple(
            (_value(name), weight) for name, weight in _weights(given["one_of"], f"{where}.one_of")
        )
    else:
        ends = _list(given["between"], f"{where}.between")
        if len(ends) != 2:
            raise OutcomesError(
                translate("outcomes", "{where}.between: write two numbers: [lowest, highest].").format(
                    where=where
                )
            )
        low, high = (_number(each, f"{where}.between", -1e12, 1e12) for each in ends)
        if low > high:
            raise OutcomesError(
                translate("outcomes", "{where}.between: the first number must be the lower one.").format(
                    where=where
                )
            )
        between = (low, high)
    decimals = _number(given.get("decimals", 1), f"{where}.decimals", 0, _DECIMALS, whole=True)
    at = tuple(_text(each, f"{where}.at") for each in _list(given.get("at", []), f"{where}.at"))
    return Measured(**texts, one_of=one_of, between=between, decimals=int(decimals), at=at)


_WORDS: Final[Mapping[str, bool]] = {"true": True, "false": False}


def _value(name: str) -> str | float | bool:
    """A value as the name of a weight says it: true, false, a number, else a text."""
    if name in _WORDS:
        return _WORDS[name]
    try:
        number = float(name)
    except ValueError:
        return name
    return number if math.isfinite(number) else name


def _measured_to_json(measured: Measured) -> JsonObject:
    made: JsonObject = {
        name: text for name in ("name", "activity", "unit") if (text := getattr(measured, name))
    }
    if measured.between is not None:
        made["between"] = list(measured.between)
        made["decimals"] = measured.decimals
    else:
        made["one_of"] = {_word(value): weight for value, weight in measured.one_of}
    if measured.at:
        made["at"] = list(measured.at)
    return made


def _word(value: str | float | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return value


def _minutes(value: JsonValue) -> Minutes:
    given = _object(value, "minutes")
    _known(given, "minutes", "each", "by_assessment")
    named = _object(given.get("by_assessment", {}), "minutes.by_assessment")
    each = _number(given["each"], "minutes.each", 0, 10_000) if "each" in given else None
    return Minutes(
        each,
        {
            name: _number(minutes, f"minutes.by_assessment.{name}", 0, 10_000)
            for name, minutes in named.items()
        },
    )
