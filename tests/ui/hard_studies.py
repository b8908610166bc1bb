"""Studies that are hard to show, made by code from the sample: far too much of something, nothing of it, or worse."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from resources.sample import sample_study_bytes

Json = dict[str, Any]

LONG = "A visit whose name nobody ever thought of cutting, " * 40  # 2,040 characters
RIGHT_TO_LEFT = "زيارة الفحص الأولى – ביקור ראשון \u202e12\u202c"
EMOJI = "👩🏽‍⚕️🧪" * 12 + "Week 8"
HIDDEN = "We\u200bek\u200d \ufeff8\u00ad\u2060"
LINES = "Week 8\nsecond line\r\nthird\ttab\u2028fourth\x00nul\x07bell"
LABELS = (LONG, RIGHT_TO_LEFT, EMOJI, HIDDEN, LINES, "", " ", "W" * 2000, "\ud800 alone")

HOSTILE = (
    "<div><script>document.title='x'</script><style>*{display:none;color:#fff} @import url(http://127.0.0.1:9/a.css);"
    "</style><p style='color:white;font-size:0;display:none;position:absolute;background:url(http://127.0.0.1:9/b)'>"
    "Blood is drawn at Week 8.</p><img src='http://127.0.0.1:9/pixel.png' onerror='alert(1)' alt='scheme'>"
    "<img src='file:///etc/hostname'><a href='javascript:alert(1)' onclick='alert(2)'>here</a>"
    "<a href='http://127.0.0.1:9/go'>there</a><iframe src='http://127.0.0.1:9/f'></iframe><svg onload='alert(3)'/>"
    "<object data='http://127.0.0.1:9/o'></object><table width='99999' border='9'><tr>"
    + "<td colspan='9000' bgcolor='url(http://127.0.0.1:9/c)'>cell</td>" * 120
    + "<tr><td>never closed<b><i><ul><li>one<li>two &nbsp &#x0; &#xD800; &bogus; <!-- open comment"
)


def sample() -> Json:
    """The sample as JSON, to be changed."""
    made: Json = json.loads(sample_study_bytes())
    return made


def version_of(root: Json) -> Json:
    """The one study version."""
    found: Json = root["study"]["versions"][0]
    return found


def design_of(root: Json) -> Json:
    """The one study design."""
    found: Json = version_of(root)["studyDesigns"][0]
    return found


def main_of(root: Json) -> Json:
    """The main timeline."""
    found: Json = design_of(root)["scheduleTimelines"][0]
    return found


def as_bytes(root: Json) -> bytes:
    """The file."""
    return json.dumps(root).encode()


def _instance(like: Json, key: str, following: str | None, **more: Any) -> Json:
    made = copy.deepcopy(like) | {"id": key, "name": key, "label": key, "defaultConditionId": following}
    return made | {"timelineExitId": None if following else "Exit_MAIN"} | more


def crowded_visit() -> bytes:
    """300 instances of one encounter, one after the other."""
    root = sample()
    main = main_of(root)
    like = main["instances"][0]
    main["instances"] = [
        _instance(like, f"Instance_{n}", f"Instance_{n + 1}" if n < 299 else None) for n in range(300)
    ]
    main["entryId"] = "Instance_0"
    main["timings"] = []
    return as_bytes(root)


def heavy_card() -> bytes:
    """One instance with 80 activities more."""
    root = sample()
    design = design_of(root)
    like = next(each for each in design["activities"] if not each["childIds"])
    more = [
        copy.deepcopy(like) | {"id": f"More_{n}", "name": f"M{n}", "label": f"Sample for biomarker {n} of 80"}
        for n in range(80)
    ]
    design["activities"] += more
    main_of(root)["instances"][0]["activityIds"] += [each["id"] for each in more]
    return as_bytes(root)


def odd_labels() -> bytes:
    """Every name and label of whatever people read is one of LABELS."""
    root = sample()
    count = 0

    def change(value: Any) -> None:
        nonlocal count
        if isinstance(value, list):
            for each in value:
                change(each)
        elif isinstance(value, dict):
            for name, inside in value.items():
                if name in (
                    "label",
                    "description",
                    "text",
                    "valueLabel",
                    "windowLabel",
                    "decode",
                ) and isinstance(inside, str):
                    if name != "decode" or count % 2:
                        value[name] = LABELS[count % len(LABELS)]
                    count += 1
                else:
                    change(inside)

    root["study"]["label"] = root["study"]["name"] = LONG
    design = design_of(root)
    for part in ("arms", "epochs", "elements", "encounters", "activities"):
        change(design[part])
    for timeline in design["scheduleTimelines"]:
        timeline["label"] = LABELS[count % len(LABELS)]
        for each in timeline["instances"]:
            each["label"] = each["name"] = LABELS[count % len(LABELS)]
            count += 1
        for each in timeline["timings"]:
            each["label"] = each["windowLabel"] = each["valueLabel"] = LABELS[count % len(LABELS)]
            count += 1
    change(version_of(root)["conditions"])
    change(version_of(root)["titles"])
    return as_bytes(root)


def hostile_text() -> bytes:
    """Footnotes, notes and narrative of HTML that wants to run, to ask and to hide."""
    root = sample()
    version = version_of(root)
    for each in (*version["conditions"], *version["narrativeContentItems"], *version["notes"]):
        each["text"] = HOSTILE
    for each in design_of(root)["scheduleTimelines"]:
        each["description"] = each["entryCondition"] = HOSTILE
    for name in ("activities", "encounters", "epochs", "arms"):
        for each in design_of(root)[name]:
            each["description"] = each["label"] = HOSTILE[:400]
    return as_bytes(root)


def main_timelines(count: int) -> bytes:
    """As many of the timelines are the main one as `count` says."""
    root = sample()
    for n, each in enumerate(design_of(root)["scheduleTimelines"]):
        each["mainTimeline"] = n < count
    return as_bytes(root)


def no_timelines() -> bytes:
    """A design that has no schedule."""
    root = sample()
    design_of(root)["scheduleTimelines"] = []
    return as_bytes(root)


def empty_timeline() -> bytes:
    """A main timeline with no instance, and another with one that nothing leads to."""
    root = sample()
    timelines = design_of(root)["scheduleTimelines"]
    timelines[0] |= {"instances": [], "timings": [], "exits": [], "entryId": None}
    timelines[1]["entryId"] = "nowhere"
    return as_bytes(root)


def no_designs() -> bytes:
    """A study version with no design."""
    root = sample()
    version_of(root)["studyDesigns"] = []
    return as_bytes(root)


def seconds_beside_years() -> bytes:
    """Times of a second, of years and of more than any calendar holds, in one timeline."""
    root = sample()
    timings = main_of(root)["timings"]
    values = (
        "PT1S",
        "P40Y",
        "PT0.001S",
        "P1M",
        "P99999Y",
        "PT999999999H",
        "P0D",
        "-P3D",
        "P1Y2M10DT2H30M",
        "x",
        "",
    )
    for n, each in enumerate(timings):
        if each["type"]["decode"] != "Fixed Reference":
            each["value"] = values[n % len(values)]
            each["windowLower"] = values[(n + 1) % len(values)]
            each["windowUpper"] = values[(n + 3) % len(values)]
    return as_bytes(root)


def pieces(count: int = 40) -> bytes:
    """A graph in as many pieces as `count`, three visits each, only the first of which the entry leads to."""
    root = sample()
    main = main_of(root)
    like = main["instances"][0]
    main["instances"] = [
        _instance(like, f"Piece_{piece}_{n}", f"Piece_{piece}_{n + 1}" if n < 2 else None)
        for piece in range(count)
        for n in range(3)
    ]
    main["entryId"] = "Piece_0_0"
    main["timings"] = []
    return as_bytes(root)


def no_ids() -> bytes:
    """Instances, activities and encounters that have lost their ids, or share one."""
    root = sample()
    for n, each in enumerate(main_of(root)["instances"]):
        each["id"] = None if n % 3 == 0 else "Instance_same" if n % 3 == 1 else each["id"]
    for n, each in enumerate(design_of(root)["activities"]):
        if n % 4 == 0:
            each.pop("id")
    return as_bytes(root)


def bare() -> bytes:
    """Nothing that is not needed to be a study at all."""
    return as_bytes({"study": {"versions": [{"studyDesigns": [{"scheduleTimelines": [{}]}]}]}})


HARD: dict[str, Callable[[], bytes]] = {
    "crowded visit": crowded_visit,
    "heavy card": heavy_card,
    "odd labels": odd_labels,
    "hostile text": hostile_text,
    "no main timeline": lambda: main_timelines(0),
    "three main timelines": lambda: main_timelines(3),
    "no timelines": no_timelines,
    "empty timeline": empty_timeline,
    "no designs": no_designs,
    "seconds beside years": seconds_beside_years,
    "forty pieces": pieces,
    "no ids": no_ids,
    "bare": bare,
}
"""Each by what is wrong with it."""
