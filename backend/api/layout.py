"""Where the cards of a study's graphs stand: what is sent, what is answered, and how it is read."""

from __future__ import annotations

import strawberry

from backend.api.context import Backend
from backend.api.errors import ApiError, ErrorCode
from backend.layouts import PlacesRefusedError
from study import shared_layout
from study.shared_layout import Spot


@strawberry.input(description="Where an instance of a timeline is to stand.")
class PlacedCardInput:
    timeline_id: strawberry.ID
    instance_id: strawberry.ID
    corner: list[float] | None = strawberry.field(
        description="x and y of the top left corner in pixels at 100 %, from -1,000,000 to 1,000,000; null: where "
        "the layout puts it by itself."
    )
    by_hand: bool = strawberry.field(
        default=True, description="A person put it there; otherwise a layout did, which may move it again."
    )


@strawberry.input(description="Places of cards of one study.")
class KeepLayoutInput:
    study_id: strawberry.ID
    id: strawberry.ID = strawberry.field(
        description="Chosen by the client, 1 to 200 characters. The same id with the same places is answered as "
        "the first time and changes nothing."
    )
    places: list[PlacedCardInput] = strawberry.field(description="1 to 1,000, each card once.")


@strawberry.type(description="Where an instance of a timeline stands.")
class PlacedCard:
    timeline_id: strawberry.ID
    instance_id: strawberry.ID
    corner: list[float] | None = strawberry.field(
        description="x and y of the top left corner in pixels at 100 %; null: where the layout puts it by itself."
    )
    by_hand: bool

    @staticmethod
    def of(place: shared_layout.PlacedCard) -> PlacedCard:
        spot = place.spot
        return PlacedCard(
            timeline_id=strawberry.ID(place.timeline),
            instance_id=strawberry.ID(place.instance),
            corner=None if spot is None else [spot.x, spot.y],
            by_hand=spot is not None and spot.by_hand,
        )


@strawberry.type(description="Cards of a study's graphs, each as it stands now.")
class StudyLayout:
    study_id: strawberry.ID
    number: int = strawberry.field(description="Of what was placed last, counted from 1 in each study.")
    places: list[PlacedCard]


@strawberry.type(description="The places are safe, those of what the study does not have excepted.")
class KeepLayoutPayload:
    number: int = strawberry.field(description="Of cards placed twice, the place with the higher one counts.")
    ignored: list[PlacedCard] = strawberry.field(
        description="Cards that the study does not have at its newest revision: deleted meanwhile, or never there."
    )
    replayed: bool = strawberry.field(
        description="True where they had been kept before: nothing changed now."
    )


async def keep_layout(backend: Backend, wanted: KeepLayoutInput) -> KeepLayoutPayload:
    """Keep the places and tell the subscribers. Raises ApiError, StoreError; nothing is kept then."""
    message = shared_layout.PlacesMessage(str(wanted.id), tuple(_placed(each) for each in wanted.places))
    study_id = str(wanted.study_id)
    try:
        kept = await backend.in_thread(backend.layouts.keep, study_id, message)
    except PlacesRefusedError as error:
        raise ApiError(ErrorCode.BAD_INPUT, str(error)) from error
    if not kept.replayed and len(kept.ignored) < len(message.places):
        backend.hints.publish(study_id, kept.revision)
    ignored = [PlacedCard.of(each) for each in kept.ignored]
    return KeepLayoutPayload(number=kept.number, ignored=ignored, replayed=kept.replayed)


async def study_layout(backend: Backend, study_id: str, since: int) -> StudyLayout:
    """The cards that were placed after a number. Raises UnknownStudyError."""
    arrived = await backend.in_thread(backend.store.places_since, study_id, since)
    places = [PlacedCard.of(each) for each in arrived.places]
    return StudyLayout(study_id=strawberry.ID(study_id), number=arrived.number, places=places)


def _placed(card: PlacedCardInput) -> shared_layout.PlacedCard:
    corner = card.corner
    if corner is not None and len(corner) != 2:
        raise ApiError(ErrorCode.BAD_INPUT, "A corner has two coordinates, x and y. Nothing was changed.")
    spot = None if corner is None else Spot(corner[0], corner[1], card.by_hand)
    return shared_layout.PlacedCard(str(card.timeline_id), str(card.instance_id), spot)
