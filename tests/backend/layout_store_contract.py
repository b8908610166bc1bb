"""What every study store must do with places of cards. A subclass gives the fixture `store`."""

from __future__ import annotations

import pytest

from backend.store.layout import KeptLayout
from backend.store.port import RevisionConflictError, StudyStore, UnknownStudyError
from study.shared_layout import ArrivedPlaces, PlacedCard, PlacesMessage, Spot
from tests.backend.store_contract import request

HERE = Spot(10.5, -20.25)
THERE = Spot(400.0, 80.0, by_hand=False)


def placed(identity: str, **places: Spot | None) -> PlacesMessage:
    return PlacesMessage(identity, tuple(PlacedCard("main", card, spot) for card, spot in places.items()))


class LayoutStoreContract:
    def test_of_a_card_the_last_place_counts_and_others_stay(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        assert store.places_since(study.id, 0) == ArrivedPlaces(0, ())
        assert store.keep_places(study.id, placed("m1", a=HERE, b=THERE), "d1") == KeptLayout(1, False)
        assert store.keep_places(study.id, placed("m2", a=THERE, c=None), "d2") == KeptLayout(2, False)
        a, b, c = (
            PlacedCard("main", "a", THERE),
            PlacedCard("main", "b", THERE),
            PlacedCard("main", "c", None),
        )
        assert store.places_since(study.id, 0) == ArrivedPlaces(2, (b, a, c))
        assert store.places_since(study.id, 1) == ArrivedPlaces(2, (a, c))
        assert store.places_since(study.id, 2) == ArrivedPlaces(2, ())

    def test_the_same_message_is_taken_once(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        assert store.find_places(study.id, "m1", "d1") is None
        store.keep_places(study.id, placed("m1", a=HERE), "d1")
        store.keep_places(study.id, placed("m2", a=THERE), "d2")
        assert store.find_places(study.id, "m1", "d1") == KeptLayout(1, True)
        assert store.keep_places(study.id, placed("m1", a=HERE), "d1") == KeptLayout(1, True)
        assert store.places_since(study.id, 0) == ArrivedPlaces(2, (PlacedCard("main", "a", THERE),))

    def test_an_id_is_not_used_for_other_places_or_another_study(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        other = store.import_study(request(b"two", key="other")).study
        store.keep_places(study.id, placed("m1", a=HERE), "d1")
        for study_id, digest in ((study.id, "d2"), (other.id, "d1")):
            with pytest.raises(RevisionConflictError):
                store.keep_places(study_id, placed("m1", a=THERE), digest)
        assert store.places_since(study.id, 0).places == (PlacedCard("main", "a", HERE),)
        assert store.places_since(other.id, 0) == ArrivedPlaces(0, ())

    def test_a_layout_is_no_revision_and_leaves_no_audit_record(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        before = store.audit_trail(study.id)
        store.keep_places(study.id, placed("m1", a=HERE), "d1")
        assert store.get(study.id) == study
        assert store.audit_trail(study.id) == before
        assert store.changes_since(study.id, 0).newest == 1

    def test_an_unknown_study_has_no_layout(self, store: StudyStore) -> None:
        with pytest.raises(UnknownStudyError):
            store.keep_places("nowhere", placed("m1", a=HERE), "d1")
        with pytest.raises(UnknownStudyError):
            store.places_since("nowhere", 0)
