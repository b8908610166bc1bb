"""A `Dating` as JSON text and back: how it is kept beside a study."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from study.changes import UnknownFormatError
from study.dating import Anchor, Dating, Moment

FORMAT = 1


def dating_to_json(dating: Dating) -> str:
    """One line of JSON with `"format": 1`; dates and times as ISO 8601."""
    return json.dumps(
        {
            "format": FORMAT,
            "anchors": {
                key: {**_written(Moment(anchor.date, anchor.time)), "happened": anchor.happened}
                for key, anchor in sorted(dating.anchors.items())
            },
            "actual": {key: _written(moment) for key, moment in sorted(dating.actual.items())},
            "zone": dating.zone,
            "country": dating.country,
            "subdivision": dating.subdivision,
        }
    )


def dating_from_json(text: str) -> Dating:
    """What `dating_to_json` wrote. Raises UnknownFormatError for another format, ValueError where it is no dating."""
    try:
        kept = json.loads(text)
    except ValueError as error:
        raise ValueError("This is no dating") from error
    if not isinstance(kept, dict):
        raise ValueError("This is no dating")
    if kept.get("format") != FORMAT:
        raise UnknownFormatError(f"These dates are kept in format {kept.get('format')}, not {FORMAT}")
    try:
        return Dating(
            anchors={str(key): _anchor(each) for key, each in kept["anchors"].items()},
            actual={str(key): _moment(each) for key, each in kept["actual"].items()},
            zone=str(kept["zone"]),
            country=str(kept["country"]),
            subdivision=str(kept["subdivision"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError("This is no dating") from error


def _written(moment: Moment) -> dict[str, str]:
    if moment.time is None:
        return {"date": moment.date.isoformat()}
    return {"date": moment.date.isoformat(), "time": moment.time.isoformat()}


def _moment(kept: dict[str, Any]) -> Moment:
    at = kept.get("time")
    return Moment(dt.date.fromisoformat(kept["date"]), dt.time.fromisoformat(at) if at is not None else None)


def _anchor(kept: dict[str, Any]) -> Anchor:
    moment = _moment(kept)
    return Anchor(moment.date, moment.time, kept["happened"] is True)
