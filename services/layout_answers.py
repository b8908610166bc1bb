"""What a backend answers of where cards stand, as typed values, and how places are sent to it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from services.answers import count_in, list_in, object_in, text_in
from services.backend_trouble import bad_answer
from study.language import translate
from study.shared_layout import ArrivedPlaces, PlacedCard, PlacesMessage, Spot, why_not_taken


def places_json(places: Sequence[PlacedCard]) -> list[dict[str, object]]:
    """The `places` of a `KeepLayoutInput`."""
    return [
        {
            "timelineId": each.timeline,
            "instanceId": each.instance,
            "corner": None if each.spot is None else [each.spot.x, each.spot.y],
            "byHand": each.spot is not None and each.spot.by_hand,
        }
        for each in places
    ]


def ignored(answer: object) -> int:
    """How many of the cards of `keepLayout` the study does not have."""
    return len(list_in(object_in(answer, "keepLayout"), "ignored"))


def study_layout(answer: object) -> ArrivedPlaces:
    """A `StudyLayout`."""
    fields = object_in(answer, "studyLayout")
    return ArrivedPlaces(
        count_in(fields, "number"), tuple(_placed(each) for each in list_in(fields, "places"))
    )


def _placed(answer: object) -> PlacedCard:
    fields = object_in(answer, "places")
    corner = fields.get("corner")
    spot = None
    if corner is not None:
        if not (isinstance(corner, list) and len(corner) == 2 and all(_is_number(at) for at in corner)):
            raise _no_place()
        spot = Spot(float(corner[0]), float(corner[1]), fields.get("byHand") is True)
    placed = PlacedCard(text_in(fields, "timelineId"), text_in(fields, "instanceId"), spot)
    if why_not_taken(PlacesMessage("1", (placed,))):
        raise _no_place()
    return placed


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _no_place() -> Exception:
    return bad_answer(translate("trouble", "The backend's answer has a place that is none."))
