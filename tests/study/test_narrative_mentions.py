"""What a text says of an activity: by the part of its name that sets it apart, and on which days."""

from __future__ import annotations

import json

import pytest

from resources.sample import sample_study_bytes
from study.document import Document
from study.narrative_mentions import Named, Names, names_of, nearest_days
from tests.shared import shared_study


def names(*titles: str) -> tuple[Names, dict[str, str]]:
    """The names of the sample with these activities at its end, and their titles by id."""
    content = json.loads(sample_study_bytes())
    design = content["study"]["versions"][0]["studyDesigns"][0]
    made = {f"Extra_{number}": title for number, title in enumerate(titles)}
    design["activities"] += [
        {"id": key, "name": title, "label": title, "childIds": [], "instanceType": "Activity"}
        for key, title in made.items()
    ]
    return names_of(Document.from_bytes(json.dumps(content).encode()).designs()[0]), made


def named(text: str, *titles: str) -> list[str]:
    """The activities that a text names, in order, by their titles."""
    found, made = names(*titles)
    return [made[each.addresses[0]] for each in found.mentions(text) if each.addresses[0] in made]


def test_names_that_begin_alike_are_known_by_what_sets_them_apart() -> None:
    doses = ("Trialine 15 mg/day", "Trialine 30 mg/day")
    assert named("Start with 15 mg/day, then 30 mg/day.", *doses) == list(doses)
    assert named("Trialine 30 mg/day is given.", *doses) == [doses[1]]


@pytest.mark.parametrize(
    "titles",
    [
        ("Trialine 30 mg/day",),  # nothing that it could be taken for
        ("Trialine 30 mg/day", "Other 15 mg/day"),
        ("Trialine tablets given", "Trialine tablets returned"),  # no number: words that anything may mean
    ],
)
def test_other_names_are_only_known_in_full(titles: tuple[str, ...]) -> None:
    assert named("Of 30 mg/day, given or returned.", *titles) == []


def test_days_right_behind_a_name_are_said_of_it_more_clearly_than_others() -> None:
    found, _ = names("Trialine 15 mg/day", "Trialine 30 mg/day")
    text = (
        "After 30 mg/day, whatever comes of it, see Day 8. Then 30 mg/day on Day 8. "
        "Give 30 mg/day on Day 1 through Day 8. On Day 8 stop 30 mg/day. No days for 30 mg/day."
    )
    mentions = found.mentions(text)
    ranks = nearest_days(text, mentions)
    doses = [place for place, each in enumerate(mentions) if each.named is Named.ACTIVITY]
    assert [ranks.get(place) for place in doses] == [2, 1, 0, 2, None]


def test_the_real_text_says_on_which_days_a_dose_is_given() -> None:
    document = Document.from_bytes(shared_study("alexion-nct04573309-v4"))
    design = document.designs()[0]
    text = "15 mg/day on Day 1 through Day 28 and then increase to 30 mg/day on Day 29 through Day 39."
    mentions = names_of(design).mentions(text)
    titles = {activity.id: activity.title for activity in design.activities}
    said = [titles[each.addresses[0]] for each in mentions if each.named is Named.ACTIVITY]
    assert said == ["ALXN1840 15 mg/day", "ALXN1840 30 mg/day"]
    assert [each.days for each in mentions if each.days] == [(1, 28), (29, 39)]
    assert set(nearest_days(text, mentions).values()) == {0}
