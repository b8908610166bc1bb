"""Which command an attribute's edit is, and that each does what it says on real studies and takes it back whole."""

from __future__ import annotations

import itertools

import pytest

from study.apply import apply
from study.attribute_choices import offered, term_of, terms_in
from study.attribute_kinds import TITLE, WINDOW, Kind, attribute_of
from study.code_lists import EPOCH_TYPES, TELEPHONE_CALL, Term
from study.commands.by_attribute import command_for
from study.commands.execute import execute
from study.document import Document
from tests.shared import shared_study

ALEXION = "alexion-nct04573309-v4"
DAY_7 = "ScheduledActivityInstance_12"


@pytest.fixture
def document() -> Document:
    return Document.from_bytes(shared_study(ALEXION))


def done(document: Document, address: str, attribute: str, value: object) -> str:
    """Does it, takes it back to see that the bytes are the same, does it again; the title."""
    before = document.to_bytes()
    numbers = itertools.count()
    command = command_for(document, address, attribute, value)
    assert command.why_not(document) == ""
    executed = execute(document, command, lambda prefix: f"{prefix}_new{next(numbers)}")
    assert executed.recorded
    after = document.to_bytes()
    apply(document, executed.inverse)
    assert document.to_bytes() == before
    apply(document, [recorded.change for recorded in executed.recorded])
    assert document.to_bytes() == after
    return executed.title


def raw(document: Document, address: str) -> dict[str, object]:
    item = document.index.object_at(address)
    assert item is not None
    return item


def first(document: Document, kind: str) -> str:
    """The address of the first entity of a class."""
    return next(key for key, item in document.index.unique.items() if item.get("instanceType") == kind)


def timing_for(document: Document, visit: str) -> str:
    return next(
        key
        for key, item in document.index.unique.items()
        if item.get("relativeFromScheduledInstanceId") == visit
    )


def test_a_title_is_what_people_read(document: Document) -> None:
    assert done(document, "Encounter_4", TITLE, "Check-in") == "Rename Day -7 to Check-in"
    assert raw(document, "Encounter_4")["label"] == "Check-in"
    assert raw(document, "Encounter_4")["name"] == "E4"


def test_a_timing_is_set_at_its_visit(document: Document) -> None:
    timing = timing_for(document, "ScheduledActivityInstance_12")
    visit = raw(document, timing)["relativeFromScheduledInstanceId"]
    assert visit == "ScheduledActivityInstance_12"
    done(document, timing, "value", "P9D")
    assert raw(document, timing)["value"] == "P9D"
    done(document, timing, WINDOW, ("P1D", None))
    assert raw(document, timing)["windowLower"] == "P1D"
    assert not raw(document, timing)["windowUpper"]
    done(document, timing, "relativeToFrom", Term("C201353", "End to Start"))
    sides = raw(document, timing)["relativeToFrom"]
    assert isinstance(sides, dict)
    assert sides["code"] == "C201353"


def test_types_are_chosen_by_term_and_keep_their_id(document: Document) -> None:
    epoch = first(document, "StudyEpoch")
    before = raw(document, epoch)["type"]
    assert isinstance(before, dict)
    identity = before["id"]
    chosen = next(term for term in EPOCH_TYPES if term != term_of(before))
    done(document, epoch, "type", chosen)
    after = raw(document, epoch)["type"]
    assert term_of(after) == chosen
    assert isinstance(after, dict)
    assert after["id"] == identity


def test_contact_modes(document: Document) -> None:
    now = terms_in(document.index.unique["Encounter_4"]["contactModes"])
    done(document, "Encounter_4", "contactModes", (*now, TELEPHONE_CALL))
    assert terms_in(document.index.unique["Encounter_4"]["contactModes"]) == (*now, TELEPHONE_CALL)


def test_activities_of_a_visit_are_one_step(document: Document) -> None:
    design = document.designs()[0]
    visit = next(i for i in design.timelines[-1].instances if len(i.activities) > 2 and i.id)
    there = list(visit.activities)
    other = next(a.id for a in design.activities if a.id and a.id not in there and not a.children)
    title = done(document, visit.id or "", "activityIds", (*there[1:], other))
    assert visit.title in title
    assert set(visit.activities) == {*there[1:], other}


def test_references(document: Document) -> None:
    design = document.designs()[0]
    main = design.main_timeline
    assert main is not None
    visit = next(i for i in main.instances if i.epoch and i.encounter and i.id)
    epoch = next(e.id for e in design.epochs if e.id != visit.epoch)
    done(document, visit.id or "", "epochId", epoch)
    assert visit.epoch == epoch
    done(document, visit.id or "", "encounterId", None)
    assert visit.encounter is None


def test_a_branch_and_its_condition(document: Document) -> None:
    branch = first(document, "ConditionAssignment")
    done(document, branch, "condition", "no response by then")
    assert raw(document, branch)["condition"] == "no response by then"
    targets = [each.value for each in offered(document, branch, "conditionTargetId")]
    other = next(each for each in targets if each != raw(document, branch)["conditionTargetId"])
    done(document, branch, "conditionTargetId", other)
    assert raw(document, branch)["conditionTargetId"] == other


def test_a_rule_comes_and_goes_with_its_text(document: Document) -> None:
    assert raw(document, "Encounter_4")["transitionStartRule"] is None
    done(document, "Encounter_4", "transitionStartRule", "Consent is signed")
    rule = raw(document, "Encounter_4")["transitionStartRule"]
    assert isinstance(rule, dict)
    assert rule["instanceType"] == "TransitionRule"
    assert rule["text"] == "Consent is signed"
    done(document, "Encounter_4", "transitionStartRule", "Consent was signed")
    assert rule["text"] == "Consent was signed"
    done(document, "Encounter_4", "transitionStartRule", "")
    assert raw(document, "Encounter_4")["transitionStartRule"] is None


@pytest.mark.parametrize(
    ("kind", "attribute", "value"),
    [
        ("ScheduleTimeline", "entryCondition", "An adverse event occurs"),
        ("ScheduleTimeline", "description", "Side"),
        ("Condition", "text", "<p>Only in the US</p>"),
        ("StudyElement", "transitionEndRule", "Last dose"),
        ("Indication", "isRareDisease", None),
    ],
)
def test_other_attributes(document: Document, kind: str, attribute: str, value: object) -> None:
    address = first(document, kind)
    if value is None:
        value = not raw(document, address)[attribute]
    done(document, address, attribute, value)
    now = raw(document, address)[attribute]
    assert (now["text"] if isinstance(now, dict) else now) == value


def test_what_is_offered_for_a_reference_can_be_asked_why_not(document: Document) -> None:
    timeline = next(t for _, _, t in document.timelines() if t.main)
    visit = next(i for i in timeline.instances if i.title == "-7").id or ""
    timing = timing_for(document, visit)
    rows = offered(document, timing, "relativeToScheduledInstanceId")
    assert len(rows) == len(timeline.instances)
    reasons = {
        row.words: command_for(document, timing, "relativeToScheduledInstanceId", row.value).why_not(document)
        for row in rows
    }
    assert "cannot be timed from itself" in reasons["Day −7"]
    assert "timed from one another" in reasons["D-6-5_START"]
    assert reasons["Day 1"] == ""


def test_codes_of_this_study_are_offered_beside_the_list(document: Document) -> None:
    rows = offered(document, first(document, "StudyEpoch"), "type")
    assert {term.code for term in EPOCH_TYPES} <= {row.more for row in rows}
    used = {
        item["type"]["code"]
        for item in document.index.unique.values()
        if item.get("instanceType") == "StudyEpoch"
    }
    assert used <= {row.more for row in rows}


def test_what_is_gone_has_a_reason(document: Document) -> None:
    for attribute, value in ((TITLE, "x"), ("epochId", None), ("text", "x"), ("type", EPOCH_TYPES[0])):
        assert command_for(document, "nothing", attribute, value).why_not(document)


def test_ids_and_classes_and_the_unknown_are_not_edited(document: Document) -> None:
    item = raw(document, "Encounter_4")
    for attribute in ("id", "instanceType", "previousId", "somethingOfTheirs"):
        found = attribute_of(item, attribute)
        assert not found.is_edited
        assert found.why
    assert attribute_of(item, "somethingOfTheirs").kind is Kind.UNKNOWN
