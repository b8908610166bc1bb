"""What a finding is, and the rules that findings are made under."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters. None of them blocks opening."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `entity_id` is "" where the entity has none; `timeline_id` is where to look, "" if nowhere."""

    rule: str
    severity: Severity
    entity_id: str
    entity_type: str
    message: str
    timeline_id: str = ""


# Rule id -> what it asks. DDF rules are those of CDISC's conformance rules for USDM; MAESTRO rules are the
# program's own, where CDISC has none.
RULES = {
    "DDF00006": "A window has a label, a lower and an upper limit, or none of them.",
    "DDF00007": "A Fixed Reference points to one instance only.",
    "DDF00008": "An activity instance has either a default condition or a timeline exit.",
    "DDF00009": "Each timeline has an anchor: an instance with a Fixed Reference timing.",
    "DDF00011": "An anchor timing names the instance that it fixes.",
    "DDF00012": "A study design has exactly one main timeline.",
    "DDF00016": "A condition applies to an activity or to something in one.",
    "DDF00018": "Nothing is its own child.",
    "DDF00019": "An instance does not go on to itself.",
    "DDF00021": "Nothing is its own previous.",
    "DDF00022": "Nothing is its own next.",
    "DDF00023": "Previous and next agree.",
    "DDF00024": "An epoch refers to epochs of the same design.",
    "DDF00025": "An anchor has no window.",
    "DDF00026": "An instance does not run its own timeline as a sub-timeline.",
    "DDF00028": "An activity's previous and next are activities of the same design.",
    "DDF00029": "An encounter's previous and next are encounters of the same design.",
    "DDF00031": "A timing that is no anchor names two different instances.",
    "DDF00036": "A Fixed Reference is Start to Start.",
    "DDF00037": "At least one instance of a timeline points to an exit.",
    "DDF00038": "A decision has a default.",
    "DDF00044": "A condition does not lead back to its own decision.",
    "DDF00046": "A timing names instances of its own timeline.",
    "DDF00047": "A study cell's elements are elements of the same design.",
    "DDF00050": "An arm's populations exist.",
    "DDF00051": "A timing's type is Before, After or Fixed Reference.",
    "DDF00060": "A timing's value is an ISO 8601 duration, not negative.",
    "DDF00061": "A window's lower limit is an ISO 8601 duration, not negative.",
    "DDF00062": "A window's upper limit is an ISO 8601 duration, not negative.",
    "DDF00064": "A decision has no timeline exit.",
    "DDF00065": "A decision has no sub-timeline.",
    "DDF00071": "A study cell's arm is an arm of the same design.",
    "DDF00072": "A study cell's epoch is an epoch of the same design.",
    "DDF00083": "Within a study version, every id is unique.",
    "DDF00087": "The order of encounters agrees with the schedule's.",
    "DDF00088": "The order of epochs agrees with the schedule's.",
    "DDF00091": "What a condition applies to exists.",
    "DDF00102": "An instance's exit is an exit of its own timeline.",
    "DDF00104": "A timing says from which side to which side it counts.",
    "DDF00105": "An instance's epoch is an epoch of the same design.",
    "DDF00106": "An instance's encounter is an encounter of the same design.",
    "DDF00107": "An instance's sub-timeline is a timeline of the same design.",
    "DDF00108": "A timeline has an exit.",
    "DDF00114": "A condition's contexts exist.",
    "DDF00127": "An encounter is scheduled at a timing of the same design.",
    "DDF00152": "An activity's sub-timeline is a timeline of the same design.",
    "DDF00240": "A procedure's study intervention exists.",
    "DDF00252": "An element's study interventions exist.",
    "DDF00254": "An activity's children are activities of the same design.",
    "DDF00262": "What is referred to exists.",
    "MAESTRO-BRANCH": "Every condition of a decision leads somewhere, and a decision has at least one.",
    "MAESTRO-CHILD-CIRCLE": "Groups of activities do not contain each other.",
    "MAESTRO-DECISION-ASKS": "A decision is decided by rules, or a person is asked each time.",
    "MAESTRO-ENDLESS-LOOP": "Every loop has a way out.",
    "MAESTRO-ENTRY": "A timeline says which instance it starts with.",
    "MAESTRO-MISSING-ID": "Everything has an id.",
    "MAESTRO-NO-TIMELINE": "A study design has a timeline, and a timeline has instances.",
    "MAESTRO-ORDER-CIRCLE": "Previous and next do not run in a circle.",
    "MAESTRO-ORDER-TIME": "The order of the schedule agrees with the planned times.",
    "MAESTRO-REPEATED-ID": "An id is not used again in another version of the study.",
    "MAESTRO-RULE": "A rule can be used, and stands beside the text that it was made for.",
    "MAESTRO-SEVERAL-ANCHORS": "A timeline has one anchor: several are time bases of their own.",
    "MAESTRO-SEVERAL-TIMINGS": "An instance has one timing.",
    "MAESTRO-SUB-TIMELINE-CIRCLE": "Timelines do not run each other in a circle.",
    "MAESTRO-TIMING-CYCLE": "Instances are not timed from each other in a circle.",
    "MAESTRO-UNREACHABLE": "Every instance lies on a way from the entry.",
    "MAESTRO-UNTIMED": "Every activity instance has a timing.",
    "MAESTRO-WINDOW-IN-HOURS": "A window in hours stands beside a time of day, not beside whole days.",
}
