"""What a study's rules can speak of: its own observations, activities and visits; never a blinded arm."""

from __future__ import annotations

import pytest

from study.document import Document
from study.rules.model import CONSENT, Attribute, Done, Elapsed, Kind, Observed, Rule, StudyDay, Truth, Words
from study.rules.vocabulary import ARM, Group, vocabulary, why_not_said
from tests.study.rules.drawing import compare
from tests.study.studies import EVERY_STUDY, study_bytes


def document(name: str) -> Document:
    return Document.from_bytes(study_bytes(name))


@pytest.mark.parametrize("name", EVERY_STUDY)
def test_all_words_of_a_study_can_be_said_in_it(name: str) -> None:
    words = vocabulary(document(name))
    assert [word.title for word in words.words if words.why_unknown(word.term)] == []
    assert all(word.title for word in words.words)
    design = document(name).designs()[0]
    done = {
        word.term.of for word in words.words if isinstance(word.term, Done) and word.group is Group.ACTIVITY
    }
    assert done == {activity.id for activity in design.activities if activity.id}


def test_concepts_come_with_their_kind_units_and_other_names() -> None:
    words = vocabulary(document("cdisc-pilot-lzzt-v4"))
    (alt,) = words.by_name["alt"]
    assert (alt.kind, alt.units[0]) == (Kind.NUMBER, "U/L")
    assert isinstance(alt.term, Observed)
    (temperature,) = (word for word in words.words if word.title == "Temperature")
    assert temperature.units == ("Cel", "[degF]", "K")
    sexes = [word for word in words.by_name["sex"] if word.group is Group.PARTICIPANT]
    assert sexes[0].choices == ("female", "male")


@pytest.mark.parametrize(
    ("name", "hidden"), [("cdisc-pilot-lzzt-v4", True), ("alexion-nct04573309-v4", False)]
)
def test_a_blinded_arm_is_neither_offered_nor_taken(name: str, hidden: bool) -> None:
    words = vocabulary(document(name))
    assert words.hides_arm is hidden
    assert any(word.term == Attribute(ARM) for word in words.words) is not hidden
    reason = why_not_said(Rule(compare(Attribute(ARM), "=", Words("Placebo"))), words)
    assert ("blinded" in reason) is hidden


def test_what_the_study_does_not_have_is_refused() -> None:
    words = vocabulary(document("minimal-v4"))
    assert "not in this study" in words.why_unknown(Done("gone", "Week 99"))
    assert "Choose what “PG” is" in words.why_unknown(Observed("", "PG"))
    assert words.why_unknown(Elapsed(CONSENT, "consent")) == ""
    assert why_not_said(Rule(compare(Done("gone", "Week 99"), "=", Truth())), words)
    assert words.why_unknown(StudyDay()) == ""
