"""Free text offered as a rule to confirm: the words that protocols use, what is left over, and all shared studies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.sample import sample_study_bytes
from study.document import Document
from study.rules.kinds import troubles
from study.rules.model import Comparison, Judged, Observed, Who, terms_in
from study.rules.place import places
from study.rules.sentence import condition_words
from study.rules.suggest import suggested
from study.rules.vocabulary import Vocabulary, vocabulary
from study.rules.writing import why_too_large
from tests.shared import SHARED_STUDIES
from tests.study.studies import study_bytes

NOTHING = Vocabulary(())
_FIVE_TIMES = "is more than 5 times the lower limit of the laboratory's range"


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Day = -6", "it is Day −6", ""),
        ("if Study Day ≤ 28", "the study day is at most Day 28", ""),
        ("if major rash", "the investigator says: “major rash”", ""),
        ("if opted out", "the site coordinator says: “opted out”", ""),
        ("Age >= 18", "age is at least 18 years", ""),
        ("aged 18 to 75 years", "age is 18 to 75 years", ""),
        ("ALT ≥ 3 x ULN", "ALT is at least 3 times the upper limit of the laboratory's range", ""),
        ("ALT or AST > 5 × LLN", f"ALT {_FIVE_TIMES} or AST {_FIVE_TIMES}", ""),
        ("Stopped once bedside PG is <60 mg/dL", "PG is less than 60 mg/dL", "Stopped once bedside"),
        ("Only females of childbearing potential", "sex is “female”", "of childbearing potential"),
        (
            "Only Females when needed to confirm postmenopausal status",
            "sex is “female” and the investigator says: “when needed to confirm postmenopausal status”",
            "",
        ),
        ("performed on Days -8, -1 and 28 only", "it is Day −8 or it is Day −1 or it is Day 28", "performed"),
        ("no more than 2 weeks from informed consent", "it is at most 2 weeks since informed consent", ""),
        ("Held if PG level is not 90 to 250 mg/dL", "PG level is not 90 to 250 mg/dL", "Held if"),
    ],
)
def test_words_of_protocols(text: str, words: str, left: str) -> None:
    found = suggested(text, NOTHING)
    assert found is not None
    assert found.rule.when is not None
    assert condition_words(found.rule.when) == words  # type: ignore[arg-type]  # no suggestion is a table
    assert found.left == left


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Height at screening only.",
        "Nasal inspection both for IMG and LY900018.",
        "Within 42 days of ALXN1840 administration.",  # before or after it, it does not say
        "Participants will be admitted at least 10 hours prior to enrollment.",
        "fasted at least 8 hours before any study procedures",
        "x" * 3_000,
    ],
)
def test_nothing_is_offered_where_nothing_is_understood(text: str) -> None:
    assert suggested(text, NOTHING) is None


def test_a_name_that_the_study_does_not_have_is_left_open() -> None:
    found = suggested("≥ 3 x ULN", NOTHING)
    assert found is not None
    assert found.open == ("",)
    found = suggested("QTcF > 500 ms", NOTHING)
    assert found is not None
    assert found.open == ("QTcF",)


def test_a_name_of_the_study_is_found_by_its_synonyms() -> None:
    words = vocabulary(Document.from_bytes(study_bytes("cdisc-pilot-lzzt-v4")))
    found = suggested("ALT > 3 x ULN", words)
    assert found is not None
    assert found.open == ()
    (term,) = terms_in(found.rule)
    assert isinstance(term, Observed)
    assert term.name == "Alanine Aminotransferase Concentration in Serum/Plasma"


_OFFERED = {
    "alexion-nct04573309-v4": 10,
    "cdisc-pilot-lzzt-v4": 6,
    "lilly-nct03421379-v3": 15,
    "lilly-nct03421379-v4": 15,
    "observational-v4": 4,
}
"""How many texts of each study are offered as a rule; read one by one."""


@pytest.mark.parametrize("study", SHARED_STUDIES)
def test_what_is_offered_in_the_shared_studies_can_be_set_or_says_what_is_open(study: str) -> None:
    document = Document.from_bytes(study_bytes(study))
    words = vocabulary(document)
    found = [
        (place, suggestion) for place in places(document) if (suggestion := suggested(place.text, words))
    ]
    for place, suggestion in found:
        assert not troubles(suggestion.rule), place.text
        unknown = [term for term in terms_in(suggestion.rule) if words.why_unknown(term)]
        assert bool(unknown) == bool(suggestion.open), place.text
    assert len(found) == _OFFERED[study]


def test_the_loop_of_alexion_is_offered_as_it_is_meant() -> None:
    document = Document.from_bytes(study_bytes("alexion-nct04573309-v4"))
    place = next(each for each in places(document) if each.kind == "ConditionAssignment")
    found = suggested(place.text, vocabulary(document))
    assert found is not None
    assert (found.left, found.open, found.rule.who) == ("", (), Who.SITE_COORDINATOR)
    assert condition_words(found.rule.when) == "it is Day −6"  # type: ignore[arg-type]


@given(
    st.text(max_size=80)
    | st.from_regex(r"(if |only )?(ALT|age|day) ?(<|≥|=) ?-?[0-9]{1,12} ?(x ULN|mg/dL|%%)?")
)
def test_any_text_is_offered_soundly_or_not_at_all(text: str) -> None:
    for leads in (False, True):
        found = suggested(text, NOTHING, leads=leads)
        assert found is None or not (troubles(found.rule) or why_too_large(found.rule))


@pytest.mark.parametrize(
    ("text", "question", "left", "passes"),
    [
        ("Not eligible: screen failure", "Not eligible", "screen failure", None),
        (
            "No progression, recovered: next cycle on Day 22, at most 6 cycles",
            "No progression, recovered",
            "next cycle on Day 22",
            6,
        ),
        ("Alive and in the study: next call, at most 8 calls", "Alive and in the study", "next call", 8),
        ("At most 6 cycles", "At most 6 cycles", "", None),
        ("Responder", "Responder", "", None),
    ],
)
def test_the_condition_of_a_way_is_asked_and_limits_its_passes(
    text: str, question: str, left: str, passes: int | None
) -> None:
    found = suggested(text, vocabulary(Document.from_bytes(sample_study_bytes())), leads=True)
    assert found is not None
    assert isinstance(found.rule.when, Comparison)
    assert isinstance(found.rule.when.left, Judged)
    assert (found.rule.when.left.question, found.left, found.rule.at_most) == (question, left, passes)


def test_a_value_is_found_by_the_beginning_of_its_name_and_spoken_of_in_its_unit() -> None:
    document = Document.from_bytes(sample_study_bytes())
    text = next(each.text for each in places(document) if each.text.startswith("Dose only with neutrophils"))
    found = suggested(text, vocabulary(document))
    assert found is not None
    names = [term.name for term in terms_in(found.rule) if isinstance(term, Observed)]
    assert names == ["Neutrophil Count in Blood", "Platelet Count in Blood"]
    assert found.open == ()
    assert "from a sample at most 24 hours old" in found.left
