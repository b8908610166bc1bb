"""The outcomes file: read strictly, written again the same, and fitted to a plan by names."""

from __future__ import annotations

import json

import pytest

from study.changes import UnknownFormatError
from study.json_types import JsonObject
from study.simulation.outcomes import AS_PLANNED, OutcomesError, fitted
from study.simulation.outcomes_file import outcomes_text, outcomes_to_json, read_outcomes
from tests.study.interpreter.participants import plan_of
from tests.study.simulation.groups import cycles, weekly
from tests.study.studies import SAMPLE

WHOLE: JsonObject = {
    "format": 1,
    "enrolment": {"per_month": 8.5},
    "screen_failure": 0.2,
    "discontinuation": {"per_month": 0.02, "per_visit": 0.01, "how": {"died": 1.0, "lost to follow-up": 3.0}},
    "visits": {"missed": 0.03, "days_off": {"-1": 1.0, "0": 8.0, "2": 1.0}},
    "by_visit": {"W2": {"in_its_window": 0.2, "after_its_window": 0.1, "farthest_days": 5}},
    "decisions": {"again": [{"on": 1.0}, {"on": 1.0, "last": 2.0}]},
    "observations": [
        {"name": "sex", "one_of": {"female": 1.0, "male": 1.0}},
        {"name": "positive", "one_of": {"true": 1.0, "2": 3.0}},
        {"activity": "Blood", "unit": "g/L", "between": [100.0, 150.5], "decimals": 2, "at": ["w1"]},
    ],
    "minutes": {"each": 10.0, "by_assessment": {"Blood": 7.5}},
    "most_passes": 9,
}


def test_what_is_read_is_written_the_same() -> None:
    outcomes = read_outcomes(json.dumps(WHOLE))
    assert outcomes_to_json(outcomes) == WHOLE
    assert read_outcomes(outcomes_text(outcomes)) == outcomes


def test_nothing_said_is_as_planned() -> None:
    assert read_outcomes('{"format": 1}') == AS_PLANNED
    assert json.loads(outcomes_text(AS_PLANNED)) == {"format": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no JSON"),
        ('{"format": 1,', "no JSON from line 1 on"),
        ("[]", "an object"),
        ("{}", "format: say which format"),
        ('{"format": "1"}', "format: say which format"),
        ('{"format": 1, "format": 1}', "format: it is said twice"),
        ('{"format": 1, "screening": 0.1}', "screening: this is not known"),
        ('{"format": 1, "screen_failure": 1.5}', "screen_failure: write a number from 0 to 1, not 1.5"),
        ('{"format": 1, "screen_failure": true}', "screen_failure: write a number"),
        ('{"format": 1, "screen_failure": NaN}', "NaN is no number"),
        ('{"format": 1, "enrolment": {"per_month": 0}}', "enrolment.per_month: write a number from 0.001"),
        ('{"format": 1, "enrolment": {"a_month": 2}}', "enrolment.a_month: this is not known"),
        ('{"format": 1, "visits": {"days_off": {"one": 1}}}', "“one” is no number of days"),
        ('{"format": 1, "visits": {"days_off": {"1": 1, "+1": 1}}}', "said twice"),
        ('{"format": 1, "visits": {"days_off": {"1": 0}}}', "a weight above 0"),
        ('{"format": 1, "visits": {"days_off": {"0": 1}, "in_its_window": 0.1}}', "do not go together"),
        ('{"format": 1, "visits": {"missed": 0.6, "in_its_window": 0.6}}', "more than 1 together"),
        (
            '{"format": 1, "by_visit": {"W1": {"missed": -1}}}',
            "by_visit.W1.missed: write a number from 0 to 1",
        ),
        ('{"format": 1, "decisions": {"D": {}}}', "decisions.D: give at least one"),
        ('{"format": 1, "decisions": {"D": []}}', "decisions.D: the list is empty"),
        ('{"format": 1, "decisions": {"D": [{"a": 1}, {"a": -1}]}}', "decisions.D[1].a: write a number"),
        ('{"format": 1, "observations": [{"one_of": {"a": 1}}]}', "observations[0]: say either the name"),
        ('{"format": 1, "observations": [{"name": "a"}]}', "say either one_of"),
        ('{"format": 1, "observations": [{"name": "a", "between": [2, 1]}]}', "the lower one"),
        ('{"format": 1, "observations": [{"name": "a", "between": [2]}]}', "write two numbers"),
        ('{"format": 1, "minutes": {"each": -1}}', "minutes.each: write a number from 0"),
        ('{"format": 1, "most_passes": 1.5}', "most_passes: write a whole number from 1 to 1000"),
        ('{"format": 1, "visits": []}', "visits: write an object"),
        ("[" * 100_000, "no JSON"),
        ('{"format": 1, "screen_failure": ' + "9" * 5_000 + "}", "no JSON"),
        ('{"format": 1, "most_passes": 1' + "0" * 400 + "}", "most_passes: write a whole number"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(OutcomesError) as error:
        read_outcomes(text)
    assert said in str(error.value)


def test_a_file_of_a_newer_program_is_told_apart() -> None:
    with pytest.raises(UnknownFormatError, match="format 2"):
        read_outcomes('{"format": 2, "whatever": 1}')


def test_names_of_the_study_are_found_by_id_title_and_words() -> None:
    said = {
        "format": 1,
        "by_visit": {"cycle N day 1": {"missed": 0.1}},
        "decisions": {"Eligible?": {"not eligible: screen failure": 0.2, "Cycle n Day 1": 0.8}},
        "discontinuation": {"per_month": 0.1, "how": {"Early termination": 1}},
    }
    outcomes = fitted(read_outcomes(json.dumps(said)), plan_of(SAMPLE))
    assert list(outcomes.by_visit) == ["Instance_C_D1"]
    assert outcomes.decisions == {
        "Instance_ELIGIBLE": ((("Assignment_ELIGIBLE_FAIL", 0.2), ("otherwise", 0.8)),)
    }
    assert outcomes.discontinuation.how == (("Timeline_EARLY_TERMINATION", 1.0),)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"by_visit": {"W9": {}}}, "by_visit: there is no visit “W9”. The schedule has: dose, last."),
        ({"by_visit": {"again": {}}}, "there is no visit “again”"),
        (
            {"decisions": {"dose": {"a": 1}}},
            "decisions: there is no decision “dose”. The schedule has: again.",
        ),
        ({"decisions": {"again": {"off": 1}}}, "decisions.again: there is no way “off”. It has: on, last."),
        ({"discontinuation": {"how": {"bored": 1}}}, "nobody can stop by “bored”"),
        ({"minutes": {"by_assessment": {"ECG": 1}}}, "the schedule has no activity “ECG”"),
        ({"observations": [{"activity": "ECG", "between": [1, 2]}]}, "the schedule has no activity “ECG”"),
    ],
)
def test_what_the_study_has_not_is_told_with_what_it_has(said: JsonObject, why: str) -> None:
    with pytest.raises(OutcomesError) as error:
        fitted(read_outcomes(json.dumps({"format": 1, **said})), cycles())
    assert why in str(error.value)


def test_an_activity_s_value_is_recorded_at_each_visit_that_has_it() -> None:
    said = {"format": 1, "observations": [{"activity": "blood", "between": [1, 2]}]}
    (measured,) = fitted(read_outcomes(json.dumps(said)), weekly()).observations
    assert measured.at == ("w1", "w2", "w3", "w4")
