"""Findings on time: anchors, values, windows, references that run in circles, order that contradicts time."""

from __future__ import annotations

from study.durations import is_clock_duration, nominal_seconds, parse_duration
from study.findings.chains import circles, neighbours
from study.findings.finding import Severity
from study.findings.survey import Survey, capital, several, title
from study.graph import is_fixed_reference
from study.json_types import JsonObject
from study.language import QT_TRANSLATE_NOOP, translate
from study.model import ScheduleTimeline, Timing
from study.timeline import PlannedTimes, Status
from study.wording import duration_text

_TYPES = {"C201356": "after", "C201357": "before", "C201358": "fixed reference"}
_RELATIONS = frozenset({"C201352", "C201353", "C201354", "C201355"})
_RELATION_WORDS = frozenset({"start to start", "start to end", "end to start", "end to end"})
_START_TO_START = "C201355"


def find_timing_problems(survey: Survey, timeline: ScheduleTimeline) -> None:
    """What is wrong with each Timing by itself, and with all timings of one timeline together."""
    for timing in timeline.timings:
        find_problems_of_timing(survey, timing)
    find_problems_between_timings(survey, timeline)


def find_problems_of_timing(survey: Survey, timing: Timing) -> None:
    """What is wrong with one Timing by itself."""
    subject = _subject(survey, timing)
    _check_type(survey, timing, subject)
    _check_ends(survey, timing, subject)
    _check_durations(survey, timing, subject)
    _check_window(survey, timing, subject)


def find_problems_between_timings(survey: Survey, timeline: ScheduleTimeline) -> None:
    """What is wrong with all timings of one timeline together, whatever their values and windows are."""
    timings = timeline.timings
    _check_anchors(survey, timeline, timings)
    _check_one_each(survey, timeline, timings)
    _check_cycles(survey, timings)


def find_time_order_problems(survey: Survey, planned: PlannedTimes) -> None:
    """Instances that follow each other on the path, but are planned the other way round (design.md: rule 3)."""
    known = {
        key: time
        for key, time in planned.times.items()
        if time.offset is not None and time.status in (Status.OK, Status.NOMINAL)
    }
    for earlier, later in neighbours(planned.graph, known):
        first, then = known[earlier], known[later]
        if first.offset is None or then.offset is None or first.time_base != then.time_base:
            continue
        slack = 0
        if first.offset.months != then.offset.months:
            # A month has 28 to 31 days: only what holds for any month is a contradiction.
            slack = 3 * 86_400 * abs(first.offset.months - then.offset.months)
        if nominal_seconds(then.offset) + slack < nominal_seconds(first.offset):
            survey.report(
                "MAESTRO-ORDER-TIME",
                Severity.WARNING,
                then.instance.raw,
                translate(
                    "findings",
                    "{instance} comes after {instance_2} in the schedule, but is planned before it. "
                    "Correct one of the two timings, or the order of the path.",
                ).format(instance=capital(title(then.instance.raw)), instance_2=title(first.instance.raw)),
            )


def _subject(survey: Survey, timing: Timing) -> str:
    """What a person would call it: the timed instance, else the timing's own title."""
    if timing.relative_from and timing.relative_from in survey.by_id:
        return capital(survey.title_of(timing.relative_from))
    return capital(title(timing.raw))


def _kind(timing: Timing) -> str:
    """ "before", "after", "fixed reference", or "" where the type says none of them."""
    if timing.type is None:
        return ""
    if timing.type.code:
        return _TYPES.get(timing.type.code, "")
    words = timing.type.decode.strip().casefold()
    return words if words in _TYPES.values() else ""


def _check_type(survey: Survey, timing: Timing, subject: str) -> None:
    if not _kind(timing):
        survey.report(
            "DDF00051",
            Severity.ERROR,
            timing.raw,
            translate(
                "findings",
                "The timing of {subject} is neither Before, After nor a Fixed Reference: its planned "
                "day is unknown. Choose one of the three.",
            ).format(subject=subject),
        )
    relation = timing.relative_to_from
    code = relation.code if relation else ""
    words = relation.decode.strip().casefold() if relation else ""
    if not (code in _RELATIONS if code else words in _RELATION_WORDS):
        survey.report(
            "DDF00104",
            Severity.WARNING,
            timing.raw,
            translate(
                "findings",
                "The timing of {subject} does not say from where to where it counts. Choose one, "
                "such as Start to Start.",
            ).format(subject=subject),
        )
    elif is_fixed_reference(timing) and not (code == _START_TO_START if code else words == "start to start"):
        survey.report(
            "DDF00036",
            Severity.INFO,
            timing.raw,
            translate(
                "findings", "{subject} is an anchor, and an anchor is Start to Start. Choose that."
            ).format(subject=subject),
        )


def _check_ends(survey: Survey, timing: Timing, subject: str) -> None:
    timed, reference = timing.relative_from, timing.relative_to
    if is_fixed_reference(timing):
        if timed is None:
            survey.report(
                "DDF00011",
                Severity.ERROR,
                timing.raw,
                translate(
                    "findings", "The anchor {timing} does not say which instance it fixes. Choose one."
                ).format(timing=title(timing.raw)),
            )
        elif reference is not None and reference != timed:
            survey.report(
                "DDF00007",
                Severity.WARNING,
                timing.raw,
                translate(
                    "findings",
                    "{subject} is an anchor, yet it is timed from {reference}. Make it Before or After, "
                    "or let it refer to itself.",
                ).format(subject=subject, reference=survey.title_of(reference)),
            )
    elif timed is None:
        survey.report(
            "DDF00031",
            Severity.ERROR,
            timing.raw,
            translate(
                "findings",
                "The timing {timing} does not say what it times. Choose an instance, or remove the timing.",
            ).format(timing=title(timing.raw)),
        )
    elif reference is None:
        survey.report(
            "DDF00031",
            Severity.ERROR,
            timing.raw,
            translate(
                "findings",
                "{subject} does not say what it is timed from: its planned day is unknown. Choose an "
                "instance.",
            ).format(subject=subject),
        )
    elif timed == reference:
        survey.report(
            "DDF00031",
            Severity.ERROR,
            timing.raw,
            translate(
                "findings",
                "{subject} is timed from itself: its planned day is unknown. Choose another "
                "instance, or make it the anchor (Fixed Reference).",
            ).format(subject=subject),
        )


# (attribute, whether the duration is negative) -> what is told
_DURATION_FAULTS = {
    ("value", True): QT_TRANSLATE_NOOP(
        "findings",
        "The value of the timing of {subject}, “{text}”, is negative. Write it without a sign: Before or After "
        "says the direction.",
    ),
    ("value", False): QT_TRANSLATE_NOOP(
        "findings",
        "The value of the timing of {subject}, “{text}”, cannot be read as a duration. Write it as in P7D "
        "(7 days), P2W (2 weeks) or PT30M (30 minutes).",
    ),
    ("windowLower", True): QT_TRANSLATE_NOOP(
        "findings",
        "The window's lower limit of the timing of {subject}, “{text}”, is negative. Write it without a sign: "
        "a limit is a distance from the planned day.",
    ),
    ("windowLower", False): QT_TRANSLATE_NOOP(
        "findings",
        "The window's lower limit of the timing of {subject}, “{text}”, cannot be read as a duration. Write it "
        "as in P7D (7 days), P2W (2 weeks) or PT30M (30 minutes).",
    ),
    ("windowUpper", True): QT_TRANSLATE_NOOP(
        "findings",
        "The window's upper limit of the timing of {subject}, “{text}”, is negative. Write it without a sign: "
        "a limit is a distance from the planned day.",
    ),
    ("windowUpper", False): QT_TRANSLATE_NOOP(
        "findings",
        "The window's upper limit of the timing of {subject}, “{text}”, cannot be read as a duration. Write it "
        "as in P7D (7 days), P2W (2 weeks) or PT30M (30 minutes).",
    ),
}


def _check_durations(survey: Survey, timing: Timing, subject: str) -> None:
    for rule, attribute in (
        ("DDF00060", "value"),
        ("DDF00061", "windowLower"),
        ("DDF00062", "windowUpper"),
    ):
        written = timing.raw.get(attribute)
        if written is None or written == "":
            if attribute == "value":
                survey.report(
                    rule,
                    Severity.WARNING if is_fixed_reference(timing) else Severity.ERROR,
                    timing.raw,
                    translate(
                        "findings",
                        "The timing of {subject} has no value: its planned day is unknown. Give a duration "
                        "such as P7D.",
                    ).format(subject=subject),
                )
            continue
        if type(written) is str and parse_duration(written) is not None:
            continue
        text = str(written)[:40]
        is_negative = text.lstrip().startswith("-") or text.startswith("P-")
        survey.report(
            rule,
            Severity.WARNING if attribute == "value" and is_fixed_reference(timing) else Severity.ERROR,
            timing.raw,
            translate("findings", _DURATION_FAULTS[attribute, is_negative]).format(
                subject=subject, text=text
            ),
        )


def _check_window(survey: Survey, timing: Timing, subject: str) -> None:
    lower, upper = timing.window_lower, timing.window_upper
    stated = [bool(lower), bool(upper), bool(timing.window_label)]
    if is_fixed_reference(timing):
        if lower or upper:
            survey.report(
                "DDF00025",
                Severity.WARNING,
                timing.raw,
                translate(
                    "findings",
                    "{subject} is an anchor, and an anchor has no window: all else is counted from it. "
                    "Remove the window.",
                ).format(subject=subject),
            )
        return
    if any(stated) and not all(stated):
        names = (
            translate("findings", "lower limit"),
            translate("findings", "upper limit"),
            translate("findings", "label"),
        )
        missing = [name for name, present in zip(names, stated, strict=True) if not present]
        survey.report(
            "DDF00006",
            Severity.INFO if lower and upper else Severity.WARNING,
            timing.raw,
            (
                translate(
                    "findings",
                    "The window of {subject} has no {missing}. State the whole window; what is not stated is "
                    "unknown, not zero.",
                )
                if len(missing) == 1
                else translate(
                    "findings",
                    "The window of {subject} has no {missing} and no {missing_2}. State the whole window; what "
                    "is not stated is unknown, not zero.",
                )
            ).format(subject=subject, missing=missing[0], missing_2=missing[-1]),
        )
    value = parse_duration(timing.value)
    if value is None or is_clock_duration(timing.value):
        return
    in_hours = [duration_text(text) for text in (lower, upper) if is_clock_duration(text) and _is_some(text)]
    if in_hours:
        survey.report(
            "MAESTRO-WINDOW-IN-HOURS",
            Severity.WARNING,
            timing.raw,
            translate(
                "findings",
                "{subject} is planned in whole days ({value}) and so has no time of day, but its "
                "window is in hours ({in_hours}): it cannot be judged. State the window in days, or "
                "the value in hours.",
            ).format(subject=subject, value=duration_text(timing.value), in_hours=several(in_hours)),
        )


def _is_some(text: str) -> bool:
    """Whether a duration is readable and not zero."""
    offset = parse_duration(text)
    return offset is not None and nominal_seconds(offset) > 0


def _check_anchors(survey: Survey, timeline: ScheduleTimeline, timings: tuple[Timing, ...]) -> None:
    anchors: dict[str, Timing] = {}
    for timing in timings:
        if is_fixed_reference(timing) and timing.relative_from:
            anchors.setdefault(timing.relative_from, timing)
    if not timeline.instances:
        return
    if not any(is_fixed_reference(timing) for timing in timings):
        survey.report(
            "DDF00009",
            Severity.ERROR,
            timeline.raw,
            translate(
                "findings",
                "The timeline {timeline} has no anchor: no planned day can be counted. Give one of "
                "its instances a Fixed Reference timing.",
            ).format(timeline=title(timeline.raw)),
        )
    for timing in list(anchors.values())[1:]:
        first = next(iter(anchors.values()))
        survey.report(
            "MAESTRO-SEVERAL-ANCHORS",
            Severity.INFO,
            timing.raw,
            translate(
                "findings",
                "{subject} is an anchor beside {subject_2}: what is timed from one cannot be "
                "compared with what is timed from the other before both have taken place. Time it "
                "from another instance if that is not meant.",
            ).format(subject=_subject(survey, timing), subject_2=_subject(survey, first)),
        )


def _check_one_each(survey: Survey, timeline: ScheduleTimeline, timings: tuple[Timing, ...]) -> None:
    first: dict[str, Timing] = {}
    for timing in timings:
        timed = timing.relative_from
        if timed is None or first.setdefault(timed, timing) == timing:
            continue
        survey.report(
            "MAESTRO-SEVERAL-TIMINGS",
            Severity.WARNING,
            timing.raw,
            translate("findings", "{subject} has several timings; {raw} stands first. Keep one.").format(
                subject=_subject(survey, timing), raw=title(first[timed].raw)
            ),
        )
    for instance in timeline.instances:
        # A decision is taken when the path comes to it, so it needs no time of its own.
        if instance.is_decision or not instance.id or instance.id in first:
            continue
        survey.report(
            "MAESTRO-UNTIMED",
            Severity.WARNING,
            instance.raw,
            translate(
                "findings",
                "{instance} has no timing: its planned day is unknown. Time it from another instance.",
            ).format(instance=capital(title(instance.raw))),
        )


def _check_cycles(survey: Survey, timings: tuple[Timing, ...]) -> None:
    by_timed: dict[str, Timing] = {}
    for timing in timings:
        if timing.relative_from:
            by_timed.setdefault(timing.relative_from, timing)
    relative = [t for t in by_timed.values() if not is_fixed_reference(t)]

    def following(raw: JsonObject) -> list[JsonObject]:
        timing = Timing(raw)
        target = by_timed.get(timing.relative_to) if timing.relative_to else None
        if target is None or target == timing or is_fixed_reference(target):
            return []
        return [target.raw]

    for circle in circles([t.raw for t in relative], following):
        names = [_subject(survey, Timing(raw)) for raw in circle]
        survey.report(
            "MAESTRO-TIMING-CYCLE",
            Severity.ERROR,
            circle[0],
            translate(
                "findings",
                "{names} are timed from each other in a circle: no planned day can be counted. Time "
                "one of them from an instance outside the circle, such as the anchor.",
            ).format(names=several(names)),
        )
