"""Arms, ways, chains of timings, side timelines, where something is used, and finding a visit."""

from __future__ import annotations

import copy
from functools import cache

import pytest

from study.arm_paths import Why, arm_path, standing_text
from study.document import Document
from study.graph import ScheduleGraph, schedule_graph
from study.json_types import JsonObject
from study.model import StudyDesign, StudyVersion
from study.pathways import following, leading_to, neighbours
from study.side_timelines import Role, timeline_uses
from study.soa import ScheduleOfActivities, schedule_of_activities
from study.timing_chains import timing_chains
from study.visit_search import Ground, VisitSearch
from study.where_used import WhereUsed
from tests.shared import shared_study
from tests.ui.canvas.schedules import cycle, decision, instance, schedule

LZZT, ALEXION = "cdisc-pilot-lzzt-v4", "alexion-nct04573309-v4"


@cache
def main_table(name: str) -> tuple[ScheduleOfActivities, StudyDesign]:
    """The main timeline's table of a real study, and its design."""
    design = Document.from_bytes(shared_study(name)).designs()[0]
    assert design.main_timeline is not None
    return schedule_of_activities(design.main_timeline, design), design


def key(table: ScheduleOfActivities, title: str) -> str:
    """The key of the instance with this title."""
    return next(column.key for column in table.columns if column.title == title)


def titles(table: ScheduleOfActivities, keys: object) -> list[str]:
    """The titles of instances, in graph order."""
    wanted = set(keys)  # type: ignore[call-overload]
    return [column.title for column in table.columns if column.key in wanted]


# Arms


def two_arms() -> tuple[StudyDesign, ScheduleGraph]:
    """Arm A is screened, treated and followed up; arm B is only screened and followed up."""
    _, _, made = schedule(
        [
            instance("s", "d", "screening"),
            decision("d", "t", {"The participant is in arm B": "f"}),
            instance("t", "x", "treatment"),
            instance("x", "f", None),
            instance("f", None, "follow-up"),
        ]
    )
    raw: JsonObject = copy.deepcopy(made.raw)
    cells = [
        ("a", "screening"),
        ("a", "treatment"),
        ("a", "follow-up"),
        ("b", "follow-up"),
        ("b", "screening"),
    ]
    raw["arms"] = [{"id": "a", "name": "A"}, {"id": "b", "name": "B", "label": "Observation only"}]
    raw["elements"] = [{"id": f"el-{epoch}", "name": f"In {epoch}"} for _, epoch in cells[:3]]
    raw["studyCells"] = [
        {"id": f"{arm}-{epoch}", "armId": arm, "epochId": epoch, "elementIds": [f"el-{epoch}"]}
        for arm, epoch in cells
    ]
    raw["conditions"] = [
        {"id": "c1", "name": "c1", "text": "<p>Only for Observation only.</p>", "contextIds": ["f"]}
    ]
    design = StudyDesign(raw, StudyVersion({}))
    return design, schedule_graph(design.timelines[0], design)


def test_the_path_of_an_arm_comes_from_its_cells() -> None:
    design, graph = two_arms()
    a, b = (arm_path(arm, design, graph) for arm in design.arms)
    assert a.keys == {"s", "t", "x", "d", "f"}
    assert a.is_whole_timeline
    assert b.keys == {"s", "x", "d", "f"}
    assert not b.is_whole_timeline
    assert {each: standing.why for each, standing in b.standing.items()} == {
        "s": Why.EPOCH,
        "d": Why.NO_EPOCH,
        "t": Why.OTHER_ARMS,
        "x": Why.NO_EPOCH,
        "f": Why.EPOCH,
    }


def test_it_says_why_and_which_elements() -> None:
    design, graph = two_arms()
    b = arm_path(design.arms[1], design, graph)
    assert standing_text(b.standing["s"], "B") == "In arm B because of the epoch Screening"
    assert standing_text(b.standing["x"], "B") == "Not ruled out for arm B: the visit has no epoch"
    assert "only other arms have a cell for the epoch Treatment" in standing_text(b.standing["t"], "B")
    assert [(step.title, [each.title for each in step.elements]) for step in b.steps] == [
        ("Screening", ["In screening"]),
        ("Follow-up", ["In follow-up"]),
    ]


def test_conditions_and_footnotes_that_name_the_arm_are_told() -> None:
    design, graph = two_arms()
    a, b = (arm_path(arm, design, graph) for arm in design.arms)
    assert a.mentions == ()
    assert [(each.entity_id, each.keys) for each in b.mentions] == [("d-f", ("d",)), ("c1", ("f",))]


def test_an_epoch_of_no_cell_rules_no_arm_out() -> None:
    design, graph = two_arms()
    raw = copy.deepcopy(design.raw)
    raw["studyCells"] = []
    bare = StudyDesign(raw, StudyVersion({}))
    path = arm_path(bare.arms[0], bare, graph)
    assert {each.why for each in path.standing.values()} == {Why.NO_CELL, Why.NO_EPOCH}
    assert path.is_whole_timeline


def test_all_arms_of_a_real_blinded_study_have_the_same_visits() -> None:
    table, design = main_table(LZZT)
    paths = [arm_path(arm, design, table.planned.graph) for arm in design.arms]
    assert len(paths) == 3
    assert all(path.is_whole_timeline for path in paths)
    assert [len(path.steps) for path in paths] == [5, 5, 5]


# Ways


def test_what_leads_to_a_visit_and_what_follows_it() -> None:
    graph, _, _ = cycle()
    assert leading_to(graph, "c").keys == {"a", "b", "c"}
    assert following(graph, "c").keys == {"c", "d", "e", "f"}  # the way back to b is not gone
    assert following(graph, "c").steps == {("c", "d"), ("d", "e"), ("e", "f")}
    assert leading_to(graph, "c").steps == {("a", "b"), ("b", "c")}


def test_neighbours_include_the_way_back() -> None:
    graph, _, _ = cycle()
    around = neighbours(graph)
    assert around["b"] == (["a", "d"], ["c"])
    assert around["d"] == (["c"], ["e", "b"])


# Timings


def test_only_the_call_hangs_on_week_8() -> None:
    table, _ = main_table(LZZT)
    chains = timing_chains(table.planned)
    assert titles(table, chains.anchors) == ["Dose"]
    assert titles(table, [each for each, _ in chains.moved_by(key(table, "Week 8"))]) == ["Week NPI"]
    moved = dict(chains.moved_by(key(table, "Dose")))
    assert len(moved) == 15
    assert moved[key(table, "Week 8")] == 1
    assert moved[key(table, "Week NPI")] == 2


# Side timelines


def test_a_timeline_says_what_starts_it() -> None:
    _, design = main_table(ALEXION)
    uses = {use.timeline.title: use for use in timeline_uses(design)}
    assert next(iter(uses)) == "Main Timeline"
    assert uses["Main Timeline"].role is Role.MAIN
    assert uses["PKPD Timeline"].role is Role.SUB
    assert len(uses["PKPD Timeline"].starts) == 18
    assert {start.activity.title for start in uses["PKPD Timeline"].starts if start.activity} == {
        "PK/PD/safety assessments"
    } or all(start.activity for start in uses["PKPD Timeline"].starts)
    assert uses["Adverse Event Timeline"].role is Role.SIDE
    assert uses["Adverse Event Timeline"].timeline.entry_condition == "Subject suffers an adverse event"


# Where used


def test_where_something_is_used() -> None:
    table, design = main_table(LZZT)
    used = WhereUsed(table, design)
    by_title = {activity.title: activity.id or "" for activity in design.activities}
    row = next(n for n, row in enumerate(table.rows) if row.title == "ECG")
    marked = [table.columns[c].key for c in range(len(table.columns)) if (row, c) in table.marks]
    assert list(used(by_title["ECG"])) == marked
    assert len(marked) == 10
    epoch = next(epoch for epoch in design.epochs if epoch.title == "Screening")
    assert titles(table, used(epoch.id or "")) == ["Screen One", "Screen Two"]
    footnote = next(condition for condition in design.conditions if condition.title == "HA1C")
    assert titles(table, used(footnote.id or "")) == ["Screen One"]
    week_8 = table.planned.times[key(table, "Week 8")].instance
    assert titles(table, used(week_8.encounter or "")) == ["Week 8", "Week NPI"]
    element = next(element for element in design.elements if element.title == "Screening")
    assert titles(table, used(element.id or "")) == ["Screen One", "Screen Two"]
    assert used("nothing") == ()


def test_a_group_is_used_where_its_activities_are() -> None:
    table, design = main_table(ALEXION)
    used = WhereUsed(table, design)
    group = next(activity for activity in design.activities if activity.children)
    below = {each for child in group.children for each in used(child)}
    assert set(used(group.id or "")) >= below > set()


# Finding


@pytest.mark.parametrize(
    ("query", "found", "ground"),
    [
        ("Week 8", ["Week 8", "Week NPI"], Ground.TITLE),
        ("week 2", ["Week 2"], Ground.TITLE),
        ("Day 57", ["Week 8"], Ground.DAY),
        ("day 58", ["Week 8"], Ground.WINDOW),
        ("informed consent", ["Screen One"], Ground.ACTIVITY),
        ("insulin-dependent", ["Screen One"], Ground.FOOTNOTE),
        ("no such thing", [], None),
        ("  ", [], None),
    ],
)
def test_a_visit_is_found_by_name_day_activity_or_footnote(
    query: str, found: list[str], ground: Ground | None
) -> None:
    table, design = main_table(LZZT)
    matches = VisitSearch(table, design).find(query)
    assert titles(table, [match.key for match in matches]) == found
    assert (matches[0].ground if matches else None) == ground


def test_a_number_that_is_not_whole_is_found_where_nothing_else_is() -> None:
    table, design = main_table(LZZT)
    assert titles(table, [m.key for m in VisitSearch(table, design).find("Day 5")]) == ["Week 8"]


def test_a_day_within_a_range_finds_it() -> None:
    table, design = main_table(ALEXION)
    assert titles(table, [m.key for m in VisitSearch(table, design).find("Day −20")]) == ["-42 to -9"]
    assert titles(table, [m.key for m in VisitSearch(table, design).find("Week 2")]) == ["15"]
