"""The sample study is whole: ids, references and linked lists hold, and it shows what there is to show."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from resources.sample import sample_study_bytes

Entity = dict[str, Any]

DURATION = re.compile(r"^P(?!$)(\d+W|(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$")


def entities(node: Any) -> Iterator[Entity]:
    """Every object of the document that says its class, parents first."""
    if isinstance(node, dict):
        if "instanceType" in node:
            yield node
        for value in node.values():
            yield from entities(value)
    elif isinstance(node, list):
        for value in node:
            yield from entities(value)


def days(duration: str) -> float:
    """A duration of the sample (weeks, or days with clock time) as days."""
    found = re.fullmatch(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?", duration)
    assert found, duration
    weeks, whole, hours, minutes = (int(part or 0) for part in found.groups())
    return weeks * 7 + whole + hours / 24 + minutes / 1440


@pytest.fixture(scope="module")
def root() -> Entity:
    """The sample as parsed JSON."""
    parsed: Entity = json.loads(sample_study_bytes())
    return parsed


@pytest.fixture(scope="module")
def version(root: Entity) -> Entity:
    """The one version of the sample."""
    (only,) = root["study"]["versions"]
    found: Entity = only
    return found


@pytest.fixture(scope="module")
def design(version: Entity) -> Entity:
    """The one design of the sample."""
    (only,) = version["studyDesigns"]
    found: Entity = only
    return found


@pytest.fixture(scope="module")
def by_id(root: Entity) -> dict[str, Entity]:
    """Every entity of the sample by its id."""
    return {entity["id"]: entity for entity in entities(root) if entity["id"] is not None}


@pytest.fixture(scope="module")
def timelines(design: Entity) -> dict[str, Entity]:
    """The schedule timelines by name."""
    return {timeline["name"]: timeline for timeline in design["scheduleTimelines"]}


def targets(instance: Entity) -> list[str]:
    """The instances that a path may take after this one."""
    assigned = [one["conditionTargetId"] for one in instance.get("conditionAssignments", [])]
    return [*assigned, *([instance["defaultConditionId"]] if instance["defaultConditionId"] else [])]


def default_path(timeline: Entity) -> list[Entity]:
    """The instances met by following the default conditions from the entry."""
    instances = {one["id"]: one for one in timeline["instances"]}
    path, at = [], timeline["entryId"]
    while at is not None:
        assert instances[at] not in path, "the default path of the sample ends at an exit"
        path.append(instances[at])
        at = instances[at]["defaultConditionId"]
    return path


def test_bytes_are_readable_and_stable() -> None:
    content = sample_study_bytes()
    assert content.isascii()
    assert content == (json.dumps(json.loads(content), indent=2, ensure_ascii=True) + "\n").encode()


def test_is_usdm_v4_of_our_own(root: Entity) -> None:
    assert (root["usdmVersion"], root["systemName"]) == ("4.0", "Maestro")
    assert root["study"]["name"] == "MAE-101"


def test_ids_are_unique_and_without_spaces(root: Entity) -> None:
    ids = [entity["id"] for entity in entities(root) if entity["instanceType"] != "Study"]
    assert all(isinstance(one, str) and one and " " not in one for one in ids)
    assert [one for one, count in Counter(ids).items() if count > 1] == []


def test_names_are_unique_within_a_class(root: Entity) -> None:
    names = Counter(
        (entity["instanceType"], entity["name"])
        for entity in entities(root)
        if entity.get("name") is not None
    )
    assert [one for one, count in names.items() if count > 1] == []


def test_every_entity_has_an_id_a_class_and_room_for_extensions(root: Entity) -> None:
    for entity in entities(root):
        if entity["instanceType"] != "Study":
            assert isinstance(entity["extensionAttributes"], list), entity["id"]
    assert all(set(node) >= {"id", "instanceType"} for node in entities(root))


def test_every_reference_resolves(root: Entity, by_id: dict[str, Entity]) -> None:
    broken = []
    for entity in entities(root):
        for attribute, value in entity.items():
            if attribute.endswith("Ids"):
                broken += [(entity["id"], attribute, one) for one in value if one not in by_id]
            elif attribute.endswith("Id") and value is not None and value not in by_id:
                broken.append((entity["id"], attribute, value))
    assert broken == []


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ("defaultConditionId", {"ScheduledActivityInstance", "ScheduledDecisionInstance"}),
        ("conditionTargetId", {"ScheduledActivityInstance", "ScheduledDecisionInstance"}),
        ("relativeToScheduledInstanceId", {"ScheduledActivityInstance", "ScheduledDecisionInstance"}),
        ("relativeFromScheduledInstanceId", {"ScheduledActivityInstance", "ScheduledDecisionInstance"}),
        ("entryId", {"ScheduledActivityInstance"}),
        ("timelineExitId", {"ScheduleTimelineExit"}),
        ("timelineId", {"ScheduleTimeline"}),
        ("epochId", {"StudyEpoch"}),
        ("encounterId", {"Encounter"}),
        ("scheduledAtId", {"Timing"}),
        ("activityIds", {"Activity"}),
        ("contextIds", {"Activity", "ScheduledActivityInstance"}),
        ("appliesToIds", {"Activity", "Procedure", "StudyVersion"}),
        ("elementIds", {"StudyElement"}),
    ],
)
def test_references_are_of_the_right_class(
    root: Entity, by_id: dict[str, Entity], attribute: str, expected: set[str]
) -> None:
    found = set()
    for entity in entities(root):
        value = entity.get(attribute)
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                found.add(by_id[one]["instanceType"])
    assert found
    assert found <= expected


def test_linked_lists_agree_with_the_order(version: Entity, design: Entity, root: Entity) -> None:
    side = {
        one["encounterId"]
        for timeline in design["scheduleTimelines"]
        if not timeline["mainTimeline"]
        for one in timeline["instances"]
        if "encounterId" in one
    }
    contents = root["study"]["documentedBy"][0]["versions"][0]["contents"]
    lists = [
        design["epochs"],
        design["activities"],
        [encounter for encounter in design["encounters"] if encounter["id"] not in side],
        design["eligibilityCriteria"],
        contents,
    ]
    for chain in lists:
        ids = [one["id"] for one in chain]
        assert [one["previousId"] for one in chain] == [None, *ids[:-1]]
        assert [one["nextId"] for one in chain] == [*ids[1:], None]


def test_groups_come_before_their_children(design: Entity) -> None:
    place = {activity["id"]: index for index, activity in enumerate(design["activities"])}
    groups = [activity for activity in design["activities"] if activity["childIds"]]
    assert [group["label"] for group in groups] == [
        "Eligibility",
        "Safety",
        "Laboratory and imaging",
        "Efficacy",
        "Treatment",
    ]
    for group in groups:
        first = place[group["id"]] + 1
        assert [place[child] for child in group["childIds"]] == list(
            range(first, first + len(group["childIds"]))
        )
        assert group["timelineId"] is None
        assert not group["definedProcedures"] + group["biomedicalConceptIds"] + group["bcSurrogateIds"]


def test_every_activity_says_what_is_done(design: Entity) -> None:
    for activity in design["activities"]:
        done = ("childIds", "definedProcedures", "biomedicalConceptIds", "bcCategoryIds", "bcSurrogateIds")
        assert any(activity[attribute] for attribute in done), activity["id"]


def test_every_arm_has_a_cell_for_every_epoch(design: Entity) -> None:
    cells = Counter((cell["armId"], cell["epochId"]) for cell in design["studyCells"])
    assert len(design["arms"]) == 3
    assert cells == Counter(
        {(arm["id"], epoch["id"]): 1 for arm in design["arms"] for epoch in design["epochs"]}
    )
    used = {element for cell in design["studyCells"] for element in cell["elementIds"]}
    assert used == {element["id"] for element in design["elements"]}


def test_transition_rules_come_in_pairs(design: Entity) -> None:
    ruled = design["encounters"] + design["elements"]
    for one in ruled:
        assert (one["transitionStartRule"] is None) == (one["transitionEndRule"] is None), one["id"]
    assert any(encounter["transitionStartRule"] for encounter in design["encounters"])


def test_timelines(timelines: dict[str, Entity]) -> None:
    assert [name for name, timeline in timelines.items() if timeline["mainTimeline"]] == ["MAIN"]
    assert set(timelines) == {"MAIN", "PK", "TUMOUR", "UNSCHEDULED", "EARLY_TERMINATION"}
    assert timelines["MAIN"]["plannedDuration"] is not None
    for timeline in timelines.values():
        assert timeline["entryCondition"]


def test_every_timeline_has_one_anchor_and_every_exit_is_taken(timelines: dict[str, Entity]) -> None:
    for timeline in timelines.values():
        anchors = [one for one in timeline["timings"] if one["type"]["decode"] == "Fixed Reference"]
        assert len(anchors) == 1
        taken = [one.get("timelineExitId") for one in timeline["instances"] if one.get("timelineExitId")]
        assert taken
        assert sorted(taken) == sorted(one["id"] for one in timeline["exits"])


def test_every_instance_goes_on_or_leaves(timelines: dict[str, Entity]) -> None:
    for timeline in timelines.values():
        own = {one["id"] for one in timeline["instances"]}
        for instance in timeline["instances"]:
            if instance["instanceType"] == "ScheduledDecisionInstance":
                assert instance["defaultConditionId"]
                assert instance["conditionAssignments"]
            else:
                ways = (instance["defaultConditionId"], instance["timelineExitId"])
                assert sum(one is not None for one in ways) == 1, instance["id"]
            assert set(targets(instance)) <= own - {instance["id"]}


def test_every_instance_is_reached_and_can_leave(timelines: dict[str, Entity]) -> None:
    for timeline in timelines.values():
        after = {one["id"]: targets(one) for one in timeline["instances"]}
        reached, todo = set(), [timeline["entryId"]]
        while todo:
            at = todo.pop()
            if at not in reached:
                reached.add(at)
                todo += after[at]
        assert reached == set(after)
        leaves = {one["id"] for one in timeline["instances"] if one.get("timelineExitId")}
        while grown := {one for one in after if set(after[one]) & leaves} - leaves:
            leaves |= grown
        assert leaves == set(after)


def test_timings_are_complete(timelines: dict[str, Entity]) -> None:
    for timeline in timelines.values():
        own = {one["id"] for one in timeline["instances"]}
        timed = [one["relativeFromScheduledInstanceId"] for one in timeline["timings"]]
        assert sorted(timed) == sorted(own)
        for timing in timeline["timings"]:
            fixed = timing["type"]["decode"] == "Fixed Reference"
            assert DURATION.match(timing["value"]), timing["id"]
            assert timing["valueLabel"]
            assert timing["relativeToScheduledInstanceId"] in own
            same = timing["relativeToScheduledInstanceId"] == timing["relativeFromScheduledInstanceId"]
            assert same == fixed
            window = [timing["windowLower"], timing["windowUpper"], timing["windowLabel"]]
            assert all(window) or window == [None, None, None], timing["id"]
            if fixed:
                assert window == [None, None, None]
                assert timing["relativeToFrom"]["decode"] == "Start to Start"
            assert all(DURATION.match(one) for one in window[:2] if one)


def test_timings_lead_to_the_anchor(timelines: dict[str, Entity]) -> None:
    for timeline in timelines.values():
        reference = {
            one["relativeFromScheduledInstanceId"]: one["relativeToScheduledInstanceId"]
            for one in timeline["timings"]
        }
        for start in reference:
            seen, at = {start}, start
            while reference[at] != at:
                at = reference[at]
                assert at not in seen, start
                seen.add(at)


@pytest.mark.parametrize(
    ("timeline", "instance", "expected"),
    [
        ("MAIN", "SCREEN", -28),
        ("MAIN", "BASELINE", -1),
        ("MAIN", "C_D1", 0),
        ("MAIN", "C_D8", 7),
        ("MAIN", "C_D15", 14),
        ("MAIN", "DOSING", 21),
        ("MAIN", "EOT", 21),
        ("MAIN", "SAFETY_FU", 30),
        ("MAIN", "SURVIVAL_FU", 114),
        ("PK", "PK_PREDOSE", -15 / 1440),
        ("PK", "PK_8H", 8 / 24),
        ("TUMOUR", "TA_SCAN", 42),
        ("TUMOUR", "TA_CONFIRM", 70),
    ],
)
def test_planned_offsets_from_the_anchor(
    timelines: dict[str, Entity], timeline: str, instance: str, expected: float
) -> None:
    timings = {one["relativeFromScheduledInstanceId"]: one for one in timelines[timeline]["timings"]}
    at, offset = f"Instance_{instance}", 0.0
    while (timing := timings[at])["type"]["decode"] != "Fixed Reference":
        sign = -1 if timing["type"]["decode"] == "Before" else 1
        assert timing["relativeToFrom"]["decode"] == "Start to Start"
        offset += sign * days(timing["value"])
        at = timing["relativeToScheduledInstanceId"]
    assert offset == pytest.approx(expected)


def test_screening_is_a_range(timelines: dict[str, Entity]) -> None:
    (timing,) = [one for one in timelines["MAIN"]["timings"] if one["name"] == "SCREEN"]
    assert timing["type"]["decode"] == "Before"
    assert [timing[one] for one in ("value", "windowLower", "windowUpper")] == ["P28D", "P0D", "P27D"]


def test_some_window_is_not_stated(timelines: dict[str, Entity]) -> None:
    visits = {one["id"] for one in timelines["MAIN"]["instances"] if one.get("encounterId")}
    open_ended = {
        one["name"]
        for one in timelines["MAIN"]["timings"]
        if one["relativeFromScheduledInstanceId"] in visits and one["windowLower"] is None
    }
    assert "SURVIVAL_FU" in open_ended


@pytest.mark.parametrize(
    ("timeline", "decision", "head", "passes"),
    [
        ("MAIN", "DOSING", "C_D1", 6),
        ("MAIN", "NEXT_CALL", "SURVIVAL_FU", 8),
        ("TUMOUR", "TA_DECISION", "TA_START", 20),
    ],
)
def test_loops_go_back_from_a_decision_and_say_their_limit(
    timelines: dict[str, Entity], timeline: str, decision: str, head: str, passes: int
) -> None:
    order = [one["id"] for one in timelines[timeline]["instances"]]
    (found,) = [one for one in timelines[timeline]["instances"] if one["name"] == decision]
    (back,) = found["conditionAssignments"]
    assert back["conditionTargetId"] == f"Instance_{head}"
    assert order.index(back["conditionTargetId"]) < order.index(found["id"])
    assert order.index(found["defaultConditionId"]) > order.index(found["id"])
    assert f"at most {passes}" in back["condition"]
    (limit,) = found["extensionAttributes"]
    assert limit["valueInteger"] == passes


def test_the_default_path_agrees_with_encounters_and_epochs(
    timelines: dict[str, Entity], design: Entity
) -> None:
    path = default_path(timelines["MAIN"])
    visits = list(dict.fromkeys(one["encounterId"] for one in path if one.get("encounterId")))
    linked = [one["id"] for one in design["encounters"] if one["id"] in visits]
    assert visits == linked
    epochs = [one["epochId"] for one in path]
    assert list(dict.fromkeys(epochs)) == [one["id"] for one in design["epochs"]]
    assert all(one["epochId"] for one in timelines["MAIN"]["instances"])


def test_pk_profile_hangs_off_an_activity(design: Entity, timelines: dict[str, Entity]) -> None:
    (carrier,) = [one for one in design["activities"] if one["timelineId"]]
    assert carrier["label"] == "PK plasma"
    assert carrier["timelineId"] == timelines["PK"]["id"]
    carried = [
        one["name"] for one in timelines["MAIN"]["instances"] if carrier["id"] in one.get("activityIds", [])
    ]
    assert carried == ["C_D1"]
    assert len(timelines["PK"]["instances"]) == 8
    assert all("T" in one["value"] for one in timelines["PK"]["timings"])


def test_the_profile_has_an_end_that_something_waits_for(timelines: dict[str, Entity]) -> None:
    waiting = [
        one for one in timelines["MAIN"]["timings"] if one["relativeToFrom"]["decode"] == "End to Start"
    ]
    assert [one["name"] for one in waiting] == ["C_D1_LEAVE"]
    assert waiting[0]["relativeToScheduledInstanceId"] == "Instance_C_D1"


def test_footnotes_are_html_and_say_where_they_belong(version: Entity) -> None:
    assert len(version["conditions"]) >= 6
    for condition in version["conditions"]:
        assert condition["text"].startswith("<div><p>")
        assert condition["text"].endswith("</p></div>")
        assert condition["appliesToIds"], condition["id"]
    assert "ECG on Day 8 only if QTc was above 450 ms on Day 1." in " ".join(
        condition["text"] for condition in version["conditions"]
    )


def test_footnotes_meet_a_mark(version: Entity, design: Entity, by_id: dict[str, Entity]) -> None:
    owner = {
        procedure["id"]: activity["id"]
        for activity in design["activities"]
        for procedure in activity["definedProcedures"]
    }
    for condition in version["conditions"]:
        activities = {owner.get(one, one) for one in condition["appliesToIds"]}
        for context in condition["contextIds"]:
            assert activities & set(by_id[context]["activityIds"]), (condition["id"], context)


def test_one_contact_is_by_telephone_and_settings_are_distinct(design: Entity) -> None:
    telephone = [
        one["name"]
        for one in design["encounters"]
        if [mode["decode"] for mode in one["contactModes"]] == ["Telephone Call"]
    ]
    assert telephone == ["SURVIVAL_FU"]
    for encounter in design["encounters"]:
        assert encounter["type"]["code"] == "C25716"
        for attribute in ("contactModes", "environmentalSettings"):
            codes = [code["code"] for code in encounter[attribute]]
            assert codes
            assert len(codes) == len(set(codes))


def test_encounters_are_scheduled_at_the_timing_of_their_instance(
    timelines: dict[str, Entity], by_id: dict[str, Entity], design: Entity
) -> None:
    for encounter in design["encounters"]:
        timed = by_id[encounter["scheduledAtId"]]["relativeFromScheduledInstanceId"]
        assert by_id[timed]["encounterId"] == encounter["id"]


def test_the_protocol_text_names_the_visits(version: Entity, root: Entity) -> None:
    contents = root["study"]["documentedBy"][0]["versions"][0]["contents"]
    numbers = {one["sectionNumber"]: one for one in contents}
    assert numbers["8.2.3"]["sectionTitle"] == "Cardiac safety"
    text = {one["id"]: one["text"] for one in version["narrativeContentItems"]}
    assert "Cycle n Day 8" in text[numbers["8.2.3"]["contentItemId"]]


def test_doses_say_product_route_and_frequency(version: Entity) -> None:
    given = [one for drug in version["studyInterventions"] for one in drug["administrations"]]
    assert len(given) == 4
    for one in given:
        assert all(one[attribute] for attribute in ("dose", "route", "frequency", "administrableProductId"))


def test_no_field_is_longer_than_sensible(root: Entity) -> None:
    limits = {"name": 40, "label": 80, "condition": 120, "text": 900, "description": 260}
    for entity in entities(root):
        for attribute, value in entity.items():
            if isinstance(value, str):
                assert len(value) <= limits.get(attribute, 200), (entity["id"], attribute)
