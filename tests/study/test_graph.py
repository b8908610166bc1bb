"""The graph of a timeline: order along the path, loops, what is cut off, and damage."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.graph import EdgeKind, ScheduleGraph, components, schedule_graph
from tests.study.building import (
    EXIT,
    anchor,
    decision,
    design,
    sample_design,
    shared_design,
    timeline,
    timeline_named,
    timing,
    view,
    visit,
)


def graph_of(*instances: dict[str, Any], **options: Any) -> ScheduleGraph:
    return schedule_graph(view(timeline(list(instances), **options)))


def edges(graph: ScheduleGraph, kind: EdgeKind) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in graph.edges if edge.kind is kind]


def test_the_order_is_the_path_not_the_file() -> None:
    graph = graph_of(visit("c"), visit("a", "b"), visit("b", "c"), entry="a")
    assert graph.order == ("a", "b", "c")
    assert edges(graph, EdgeKind.ENTRY) == [("timeline", "a")]
    assert edges(graph, EdgeKind.DEFAULT) == [("a", "b"), ("b", "c")]
    assert edges(graph, EdgeKind.EXIT) == [("c", EXIT)]


def test_both_branches_stand_between_the_decision_and_where_they_meet() -> None:
    graph = graph_of(
        visit("end"), decision("d", "a", yes="b"), visit("a", "end"), visit("b", "end"), entry="d"
    )
    assert graph.order == ("d", "a", "b", "end")
    assert [edge.label for edge in graph.edges if edge.source == "d"] == ["otherwise", "yes"]
    assert not graph.loops


def test_a_branch_that_the_file_puts_first_stays_first_and_whole() -> None:
    graph = graph_of(
        decision("eligible", "dose", no="fail"),
        visit("fail", "told"),
        visit("told"),
        visit("dose", "week"),
        visit("week"),
    )
    assert graph.order == ("eligible", "fail", "told", "dose", "week")


def test_a_loop_stands_once_before_its_way_out() -> None:
    graph = graph_of(
        visit("screen", "day1"),
        visit("day1", "stop"),
        decision("stop", "end", go_on="day8"),  # the way out comes first in the file and as default
        visit("end"),
        visit("day8", "day15"),
        visit("day15", "day1"),
    )
    assert graph.order == ("screen", "day1", "stop", "day8", "day15", "end")
    (loop,) = graph.loops
    assert (loop.head, loop.tail, loop.body) == ("day1", "day15", ("day1", "stop", "day8", "day15"))
    assert loop.has_way_out
    assert [(e.source, e.target) for e in graph.edges if e.back] == [("day15", "day1")]


def test_a_loop_says_its_condition_and_its_way_out() -> None:
    graph = graph_of(visit("a", "b"), decision("b", "c", again="a"), visit("c"))
    (loop,) = graph.loops
    assert (loop.label, loop.body, loop.has_way_out) == ("again", ("a", "b"), True)


def test_a_loop_with_no_way_out_says_so() -> None:
    graph = graph_of(visit("a", "b"), visit("b", "c"), visit("c", "b"))
    (loop,) = graph.loops
    assert (loop.body, loop.has_way_out) == (("b", "c"), False)


def test_an_inner_loop_leads_into_the_outer_one_that_leads_nowhere() -> None:
    graph = graph_of(visit("a", "b"), decision("b", "c", stay="b"), visit("c", "a"))
    outer, inner = graph.loops
    assert (inner.body, inner.has_way_out) == (("b",), True)
    assert (outer.body, outer.has_way_out) == (("a", "b", "c"), False)


def test_what_cannot_be_reached_comes_last_in_file_order() -> None:
    graph = graph_of(
        visit("z", "y"), visit("y", "z"), visit("a", "b"), visit("b"), visit("x", "b"), entry="a"
    )
    assert graph.order == ("a", "b", "z", "y", "x")
    assert graph.unreachable == {"z", "y", "x"}
    assert [(loop.head, loop.tail, loop.has_way_out) for loop in graph.loops] == [("z", "y", False)]


def test_with_no_entry_it_starts_where_nothing_points_to() -> None:
    graph = graph_of(visit("b", "c"), visit("c"), visit("a", "b"), entry=None)
    assert graph.order == ("a", "b", "c")
    assert not edges(graph, EdgeKind.ENTRY)
    assert not graph.unreachable


def test_with_no_entry_and_only_a_circle_it_starts_at_the_first() -> None:
    graph = graph_of(visit("b", "a"), visit("a", "b"), entry=None)
    assert graph.order == ("b", "a")


def test_an_entry_that_leads_nowhere_is_dangling_and_the_path_still_found() -> None:
    graph = graph_of(visit("a", "b"), visit("b"), entry="gone")
    assert graph.order == ("a", "b")
    assert graph.dangling == (("timeline", "entryId", "gone"),)


def test_broken_references_are_listed_with_their_owner() -> None:
    first = visit("a", "nowhere")
    first["timelineExitId"] = "no_exit"
    raw = timeline([first, decision("d", "a", yes="void")], [timing("ghost", to="a"), timing("a", to="lost")])
    raw["instances"].append(visit("s", sub="no_timeline"))
    graph = schedule_graph(view(raw), design(raw))
    assert set(graph.dangling) == {
        ("a", "defaultConditionId", "nowhere"),
        ("a", "timelineExitId", "no_exit"),
        ("d", "conditionTargetId", "void"),
        ("s", "timelineId", "no_timeline"),
        ("timing_ghost", "relativeFromScheduledInstanceId", "ghost"),
        ("timing_a", "relativeToScheduledInstanceId", "lost"),
    }


def test_repeated_and_missing_ids_get_keys_by_their_place() -> None:
    nameless = visit("x")
    del nameless["id"]
    graph = graph_of(visit("a", "b"), visit("b"), visit("b"), nameless, visit("#4"))
    assert list(graph.instances) == ["a", "#2", "#3", "##4", "#4"]
    assert edges(graph, EdgeKind.DEFAULT) == [("a", "#2")]


def test_sub_timelines_hang_off_instances_and_activities() -> None:
    main = timeline([visit("a", "b", activities=("vitals", "pk", "pk")), visit("b", sub="rest")])
    pk = timeline([visit("p")], identity="pk_profile", main=False)
    rest = timeline([visit("r")], identity="rest", main=False)
    of = design(main, pk, rest, carried={"pk": "pk_profile"})
    found = [e for e in schedule_graph(view(main), of).edges if e.kind is EdgeKind.SUB_TIMELINE]
    assert [(e.source, e.target, e.entity_id) for e in found] == [
        ("a", "pk_profile", "pk"),
        ("b", "rest", ""),
    ]


def test_timing_edges_go_to_the_reference_and_an_anchor_has_none() -> None:
    graph = graph_of(visit("a", "b"), visit("b"), timings=[anchor("a"), timing("b", value="P7D", to="a")])
    (edge,) = graph.timing_edges
    assert (edge.source, edge.target, edge.label, edge.entity_id) == ("b", "a", "P7D", "timing_b")


def test_alexion_has_one_loop_and_a_pk_profile_in_eighteen_places() -> None:
    of = shared_design("alexion-nct04573309-v4")
    graph = schedule_graph(timeline_named(of, "ScheduleTimeline_5"), of)
    names = [graph.instances[key].name for key in graph.order]
    assert names == [
        instance.name for instance in graph.timeline.instances
    ]  # the file is in the path's order
    (loop,) = graph.loops
    assert [graph.instances[key].name for key in loop.body] == ["D-6-5_START", "D-6-5", "D-6-5_DECISION"]
    assert (loop.label, loop.has_way_out) == ("Day = -6", True)
    subs = [
        edge
        for one in of.timelines
        for edge in schedule_graph(one, of).edges
        if edge.kind is EdgeKind.SUB_TIMELINE and edge.target == "ScheduleTimeline_3"
    ]
    assert len(subs) == 18


def test_lillys_meal_comes_after_the_last_sample_though_planned_at_zero() -> None:
    of = shared_design("lilly-nct03421379-v4")
    graph = schedule_graph(timeline_named(of, "ScheduleTimeline_2"), of)
    assert [graph.instances[key].name for key in graph.order][-2:] == ["240_MIN", "MEAL"]


def test_the_observational_decision_leads_forward_both_ways() -> None:
    of = shared_design("observational-v4")
    graph = schedule_graph(of.timelines[0], of)
    names = [graph.instances[key].name for key in graph.order]
    assert names == ["SCREEN", "PRE DOSE", "DOSE", "D14", "PROG", "D28", "FU"]
    assert not graph.loops


def test_the_samples_screen_failure_stays_beside_its_decision() -> None:
    of = sample_design()
    graph = schedule_graph(of.timelines[0], of)
    names = [graph.instances[key].name for key in graph.order]
    assert names[names.index("ELIGIBLE") + 1] == "SCREEN_FAILURE"
    assert [graph.instances[loop.head].name for loop in graph.loops] == ["C_D1", "SURVIVAL_FU"]


@pytest.mark.parametrize(
    "shape", ["chain", "every visit loops to the first", "nested loops", "one decision to all"]
)
def test_thousands_of_instances_in_any_shape(shape: str) -> None:
    count = 3000
    names = [f"v{n}" for n in range(count)]
    instances: list[dict[str, Any]] = []
    for n, name in enumerate(names):
        after = names[n + 1] if n + 1 < count else None
        match shape:
            case "every visit loops to the first":
                instances.append(decision(name, after, again=names[0]))
            case "nested loops":
                instances.append(decision(name, after, again=names[count - 1 - n]))
            case "one decision to all" if n == 0:
                instances.append(decision(name, after, **{other: other for other in names}))
            case _:
                instances.append(visit(name, after))
    graph = graph_of(*instances)
    assert graph.order == tuple(names)
    assert all(loop.head in loop.body and loop.tail in loop.body for loop in graph.loops)


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, Any]:
    """A timeline of up to nine instances wired at random: loops, branches, dead ends, references to nothing."""
    names = [f"i{n}" for n in range(draw(st.integers(1, 9)))]
    target = st.sampled_from([*names, "missing"]) | st.none()
    instances = [
        decision(
            name, draw(target), **{f"c{n}": t for n, t in enumerate(draw(st.lists(target, max_size=3))) if t}
        )
        if draw(st.booleans())
        else visit(name, draw(target))
        for name in names
    ]
    return timeline(instances, entry=draw(target))


@given(graphs())
def test_order_holds_everything_once_and_follows_every_edge_but_those_back(raw: dict[str, Any]) -> None:
    graph = schedule_graph(view(raw))
    assert sorted(graph.order) == sorted(graph.instances)
    place = {key: n for n, key in enumerate(graph.order)}
    reachable = [key for key in graph.order if key not in graph.unreachable]
    assert list(graph.order[: len(reachable)]) == reachable
    for edge in graph.edges:
        if edge.kind in (EdgeKind.DEFAULT, EdgeKind.CONDITION) and edge.source not in graph.unreachable:
            assert edge.back == (place[edge.target] <= place[edge.source])


@given(graphs())
def test_each_back_edge_is_a_loop_and_without_them_nothing_goes_round(raw: dict[str, Any]) -> None:
    graph = schedule_graph(view(raw))
    path = [e for e in graph.edges if e.kind in (EdgeKind.DEFAULT, EdgeKind.CONDITION)]
    assert {(e.source, e.target) for e in path if e.back} == {(loop.tail, loop.head) for loop in graph.loops}
    forward: dict[str, list[str]] = {key: [] for key in graph.instances}
    for edge in path:
        if not edge.back:
            forward[edge.source].append(edge.target)
    assert len(set(components(forward).values())) == len(graph.instances)
    leaving = {e.source for e in graph.edges if e.kind is EdgeKind.EXIT}
    for loop in graph.loops:
        leads_out = any(e.source in loop.body and e.target not in loop.body for e in path)
        assert loop.has_way_out == (leads_out or bool(leaving & set(loop.body)))


@given(graphs())
def test_the_same_file_gives_the_same_graph(raw: dict[str, Any]) -> None:
    assert schedule_graph(view(raw)) == schedule_graph(view(raw))
