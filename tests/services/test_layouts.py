"""Places of cards through the library, at a real backend: sent, read by another, refused, and an older backend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from resources.sample import sample_study_bytes
from services.backend_trouble import BackendTrouble, Refused
from services.layout_answers import study_layout
from services.sync import Offline
from services.trouble import Trouble
from study.document import Document
from study.shared_layout import FARTHEST, ArrivedPlaces, PlacedCard, PlacesMessage, Spot
from tests.services.real_backend import RealBackend
from tests.services.test_outbox import SECONDS, Desk


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[RealBackend]:
    with RealBackend(tmp_path / "backend") as running:
        yield running


@pytest.fixture
def ada(tmp_path: Path, backend: RealBackend) -> Iterator[Desk]:
    desk = Desk(tmp_path / "ada", backend)
    yield desk
    desk.library.close()


@pytest.fixture
def study_id(ada: Desk) -> str:
    return ada.library.import_study(sample_study_bytes()).result(SECONDS).id


def placed(count: int, x: float) -> tuple[PlacedCard, ...]:
    """The first cards of the sample's main timeline, one below the other."""
    timeline = Document.from_bytes(sample_study_bytes()).designs()[0].main_timeline
    assert timeline is not None
    ids = [each.id or "" for each in timeline.instances][:count]
    return tuple(PlacedCard(timeline.id or "", each, Spot(x, 10.5 * at)) for at, each in enumerate(ids))


def test_what_is_sent_is_read_by_another_since_a_number(
    ada: Desk, backend: RealBackend, study_id: str, tmp_path: Path
) -> None:
    two = tuple(sorted(placed(2, 40.25), key=lambda each: each.card))
    mine = ada.library.exchange_layout(study_id, 0, PlacesMessage("m1", two)).result(SECONDS)
    assert mine == ArrivedPlaces(1, two)
    ben = Desk(tmp_path / "ben", backend)
    try:
        assert ben.library.exchange_layout(study_id, 0, None).result(SECONDS) == mine
        back = PlacedCard(*two[0].card, None)
        later = ben.library.exchange_layout(study_id, 1, PlacesMessage("m2", (back,))).result(SECONDS)
        assert later == ArrivedPlaces(2, (back,))
    finally:
        ben.library.close()
    again = ada.library.exchange_layout(study_id, 1, PlacesMessage("m1", two)).result(SECONDS)
    assert again == ArrivedPlaces(2, (back,))


def test_what_is_refused_says_why_and_the_rest_is_unharmed(ada: Desk, study_id: str) -> None:
    first, second = placed(2, 40.0)
    ada.library.exchange_layout(study_id, 0, PlacesMessage("m1", (first,))).result(SECONDS)
    far = PlacedCard(*second.card, Spot(FARTHEST * 2, 0.0))
    with pytest.raises(Refused) as caught:
        ada.library.exchange_layout(study_id, 0, PlacesMessage("m2", (first, far))).result(SECONDS)
    assert caught.value.code == "BAD_INPUT"
    now = ada.library.exchange_layout(study_id, 0, None).result(SECONDS)
    assert now == ArrivedPlaces(1, (first,))


def test_a_study_that_is_not_there_and_an_older_backend_take_nothing(
    ada: Desk, study_id: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    message = PlacesMessage("m1", placed(1, 40.0))
    assert ada.library.exchange_layout("nowhere", 0, message).result(SECONDS) is None
    with monkeypatch.context() as older:
        older.setattr("services.library_work.LAYOUT", "a word that no backend says")
        assert ada.library.exchange_layout(study_id, 0, message).result(SECONDS) is None
    assert ada.library.exchange_layout(study_id, 0, None).result(SECONDS) == ArrivedPlaces(0, ())
    path = tmp_path / "a.json"
    path.write_bytes(sample_study_bytes())
    file = ada.library.open_file(path).result(SECONDS).entry.id
    before = ada.library.traffic.requests
    assert ada.library.exchange_layout(file, 0, message).result(SECONDS) is None
    assert ada.library.traffic.requests == before


def test_offline_nothing_is_lost(ada: Desk, backend: RealBackend, study_id: str) -> None:
    backend.kill()
    ada.library.refresh().result(SECONDS)
    ada.until(Offline)
    with pytest.raises(BackendTrouble):
        ada.library.exchange_layout(study_id, 0, PlacesMessage("m1", placed(1, 4.0))).result(SECONDS)


@pytest.mark.parametrize(
    "place",
    [
        {"timelineId": "t", "instanceId": "i", "corner": [1.0]},
        {"timelineId": "t", "instanceId": "i", "corner": [float("nan"), 0]},
        {"timelineId": "t", "instanceId": "i", "corner": [1e9, 0]},
        {"timelineId": "t", "instanceId": "i", "corner": ["1", "2"]},
        {"timelineId": "", "instanceId": "i", "corner": None},
        {"instanceId": "i", "corner": None},
        7,
    ],
)
def test_an_answer_of_another_shape_is_told_as_such(place: object) -> None:
    with pytest.raises(Trouble):
        study_layout({"number": 1, "places": [place]})
