"""Encounters: assigned, new ones made in their place, contact and place in bulk, merged and deleted."""

from __future__ import annotations

import pytest

from study.code_lists import (
    CLINIC,
    CODE_LISTS,
    CONTACT_MODES,
    ENVIRONMENTAL_SETTINGS,
    IN_PERSON,
    TELEPHONE_CALL,
    Term,
    term_named,
    terms_for,
)
from study.commands.encounters import (
    AssignEncounter,
    DeleteEncounter,
    MergeEncounters,
    SetContactModes,
    SetEnvironmentalSettings,
)
from study.document import Document
from study.model import Encounter, ScheduledInstance
from study.protocol_order import protocol_order
from tests.shared import SHARED_STUDIES
from tests.study.commands.lawful import BOTH, STUDIES, done, opened, refused
from tests.study.studies import SAMPLE, there

ORDER = ("DDF00087",)


def encounters(document: Document) -> tuple[Encounter, ...]:
    return document.designs()[0].encounters


def visits(document: Document) -> list[ScheduledInstance]:
    found = document.default_timeline()
    assert found is not None
    return [i for i in found[2].instances if not i.is_decision]


@pytest.mark.parametrize("name", STUDIES)
def test_a_new_encounter_stands_behind_that_of_the_visit_before(name: str) -> None:
    document = opened(name)
    before, visit = visits(document)[1:3]
    executed = done(document, AssignEncounter((str(visit.id),), called="Home visit"), explains=ORDER)
    assert executed.title.endswith("take place at a new encounter: Home visit")
    order = [e.id for e in protocol_order(encounters(document))]
    new = next(e for e in encounters(document) if e.title == "Home visit")
    assert visit.encounter == new.id
    assert order[order.index(before.encounter) + 1] == new.id
    assert set(new.raw) == set(encounters(document)[0].raw)
    done(document, AssignEncounter((str(visit.id), str(before.id)), str(new.id)), explains=ORDER)
    assert before.encounter == new.id
    done(document, AssignEncounter((str(visit.id),)))
    assert visit.encounter is None


@pytest.mark.parametrize("name", BOTH)
def test_contact_and_place_are_said_of_many_at_once(name: str) -> None:
    document = opened(name)
    every = tuple(str(e.id) for e in encounters(document))
    done(document, SetContactModes(every, (TELEPHONE_CALL,)))
    assert all([c.code for c in e.contact_modes] == ["C171537"] for e in encounters(document))
    done(document, SetContactModes(every[:2], (IN_PERSON, TELEPHONE_CALL)))
    kept = encounters(document)[0].contact_modes
    assert [c.code for c in kept] == ["C175574", "C171537"]

    attribute = "environmentalSettings" if document.capabilities.generation == 4 else "environmentalSetting"
    other = "environmentalSetting" if document.capabilities.generation == 4 else "environmentalSettings"
    done(document, SetEnvironmentalSettings(every, ENVIRONMENTAL_SETTINGS[2:]))
    assert all([c.decode for c in e.environmental_settings] == ["Home"] for e in encounters(document))
    assert all(attribute in e.raw and other not in e.raw for e in encounters(document))
    done(document, SetEnvironmentalSettings(every, ()))
    assert all(e.raw[attribute] == [] for e in encounters(document))


def test_a_code_that_is_there_stays_the_same_code() -> None:
    document = opened(SAMPLE)
    encounter = encounters(document)[0]
    before = [c.id for c in encounter.environmental_settings]
    executed = done(document, SetEnvironmentalSettings((str(encounter.id),), (CLINIC,)))
    assert executed.recorded == ()
    assert [c.id for c in encounter.environmental_settings] == before


@pytest.mark.parametrize("name", STUDIES)
def test_a_deleted_encounter_leaves_its_visits(name: str) -> None:
    document = opened(name)
    visit = visits(document)[1]
    encounter = str(visit.encounter)
    marks = visit.activities
    done(document, DeleteEncounter(encounter))
    assert (visit.encounter, visit.activities) == (None, marks)
    assert len(protocol_order(encounters(document))) == len(encounters(document))
    assert f'"{encounter}"' not in document.to_bytes().decode()


@pytest.mark.parametrize("name", BOTH)
def test_merged_encounters_have_all_visits(name: str) -> None:
    document = opened(name)
    kept, *others = list(dict.fromkeys(str(v.encounter) for v in visits(document) if v.encounter))[:3]
    moved = [v for v in visits(document) if v.encounter in others]
    done(document, MergeEncounters(kept, tuple(others)), explains=ORDER)
    assert {v.encounter for v in moved} == {kept}
    assert not {str(e.id) for e in encounters(document)} & set(others)


def test_all_encounters_can_be_deleted() -> None:
    document = opened(SAMPLE)
    for encounter in [str(e.id) for e in encounters(document)]:
        done(document, DeleteEncounter(encounter), explains=ORDER)


def test_what_cannot_be_done_is_refused_with_a_sentence() -> None:
    document = opened(SAMPLE)
    visit, encounter = str(visits(document)[0].id), str(encounters(document)[0].id)
    assert "no visit" in refused(document, AssignEncounter((encounter,), encounter))
    assert "no encounter" in refused(document, AssignEncounter((visit,), visit))
    assert "type one" in refused(document, AssignEncounter((visit,), called=" "))
    assert "Nothing is chosen" in refused(document, SetContactModes((), (IN_PERSON,)))
    assert "two encounters" in refused(document, MergeEncounters(encounter, (encounter,)))


@pytest.mark.parametrize("name", there(*SHARED_STUDIES))
def test_the_code_lists_hold_what_real_studies_use(name: str) -> None:
    document = opened(name)
    used: set[tuple[str, str, str]] = set()
    for item in document.index.unique.values():
        holder = document.index.owner_of(item)
        if item.get("instanceType") != "Code" or holder is None:
            continue
        if terms_for(str(holder[0].get("instanceType")), holder[1]):
            used.add((str(holder[0]["instanceType"]), holder[1], str(item["code"])))
    assert used
    for kind, attribute, code in used:
        assert code in [term.code for term in terms_for(kind, attribute)], (kind, attribute)


def test_a_term_is_found_by_what_a_person_types() -> None:
    assert term_named(CONTACT_MODES, " telephone  call ") == TELEPHONE_CALL
    assert term_named(CONTACT_MODES, "c175574") == IN_PERSON
    assert term_named(CONTACT_MODES, "pigeon") is None
    assert terms_for("Study", "name") == ()
    for terms in CODE_LISTS.values():
        assert len({term.code for term in terms}) == len({term.decode for term in terms}) == len(terms)
        assert all(isinstance(term, Term) for term in terms)
