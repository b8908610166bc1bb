"""Cycles wrapped, unrolled and split; blocks of visits repeated."""

from __future__ import annotations

import pytest

from study.commands.cycles import SplitCycle, UnrollCycle, WrapInCycle
from study.commands.repetition import RepeatBlock
from study.document import Document
from study.graph import schedule_graph
from study.model import ScheduledInstance
from tests.study.commands.lawful import STUDIES, done, opened, refused
from tests.study.commands.planned_days import (
    ORDER,
    done_in_place,
    main_timeline,
    planned,
    titles,
    visit,
    when,
)

ALEXION, LZZT, LILLY_3, SAMPLE = STUDIES
DOSING = "May dosing go on?"


def loops(document: Document) -> list[tuple[str, ...]]:
    timeline = main_timeline(document)
    graph = schedule_graph(timeline)
    return [tuple(graph.instances[key].title for key in loop.body) for loop in graph.loops]


def instance(document: Document, title: str) -> ScheduledInstance:
    return ScheduledInstance(document.index.unique[visit(document, title)])


@pytest.mark.parametrize("name", [ALEXION, LILLY_3])
def test_visits_are_wrapped_in_a_cycle_with_a_way_out(name: str) -> None:
    document = opened(name)
    before = loops(document)
    path = titles(document)[-5:-3]
    chosen = tuple(visit(document, title) for title in path)
    executed = done_in_place(document, WrapInCycle(chosen, "No progression", called="Again?"))
    assert executed.title == f"Repeat {path[0]} to {path[1]} while “No progression”"
    assert loops(document) == [*before, (*path, "Again?")]
    assert instance(document, "Again?").default_condition == visit(document, titles(document)[-3])
    assert all(loop.has_way_out for loop in schedule_graph(main_timeline(document)).loops)


def test_a_cycle_can_have_a_length_and_a_way_out_of_its_own() -> None:
    document = opened(LZZT)
    chosen = (visit(document, "Week 4"), visit(document, "Week 6"))
    done(
        document,
        WrapInCycle(chosen, "Not yet", visit(document, "Week 26"), "Again?", "P4W"),
        ("MAESTRO-UNREACHABLE",),
    )
    assert instance(document, "Again?").default_condition == visit(document, "Week 26")
    assert when(document, "Again?").study_day == 57


def test_cycles_that_cannot_be_are_refused() -> None:
    document = opened(LZZT)
    apart = (visit(document, "Week 4"), visit(document, "Week 12"))
    assert "follow one another" in refused(document, WrapInCycle(apart, "Not yet"))
    assert "needs a visit behind it" in refused(
        document, WrapInCycle((visit(document, "Week 26"),), "Not yet")
    )
    assert "condition" in refused(document, WrapInCycle((visit(document, "Week 4"),), ""))
    assert "only decisions" in refused(document, UnrollCycle(visit(document, "Week 4"), 3))
    document = opened(SAMPLE)
    assert "ends no cycle" in refused(document, UnrollCycle(visit(document, "Eligible?"), 3))
    assert "1 to 200 passes" in refused(document, UnrollCycle(visit(document, DOSING), 0))
    assert "second pass" in refused(document, SplitCycle(visit(document, DOSING), 1))


def test_an_unrolled_cycle_is_so_many_passes_of_visits_each_at_its_day() -> None:
    document = opened(SAMPLE)
    executed = done(document, UnrollCycle(visit(document, DOSING), 3))
    assert executed.title == "Unroll Cycle n Day 1 to Cycle n Day 15 into 3 passes"
    path = titles(document)
    assert DOSING not in path
    at = path.index("Cycle n Day 1, pass 2")
    assert path[at : at + 4] == [f"Cycle n Day {day}, pass 2" for day in ("1", "1, leaving", "8", "15")]
    assert [when(document, f"Cycle n Day 8{end}").study_day for end in ("", ", pass 2", ", pass 3")] == [
        8,
        29,
        50,
    ]
    assert (when(document, "Cycle n Day 8, pass 3").window_open_day) == 49
    assert when(document, "Cycle n Day 1, pass 3").study_day == 43
    # The way out lies behind the last pass, in the path and in time.
    assert path[path.index("Cycle n Day 15, pass 3") + 1] == "End of treatment"
    assert when(document, "End of treatment").study_day == 22 + 42
    assert when(document, "Safety follow-up").study_day == 31 + 42
    assert loops(document) == [("Survival follow-up", "Call again?")]


def test_a_real_loop_unrolls_day_by_day() -> None:
    document = opened(ALEXION)
    done(document, UnrollCycle(visit(document, "D-6-5_DECISION"), 2))
    assert [when(document, title).study_day for title in ("-6 through -5", "-6 through -5, pass 2")] == [
        -6,
        -5,
    ]
    assert titles(document)[titles(document).index("-6 through -5, pass 2") + 1] == "-4"
    assert loops(document) == []


def test_a_cycle_goes_on_differently_from_a_pass_on() -> None:
    document = opened(SAMPLE)
    executed = done(document, SplitCycle(visit(document, DOSING), 3))
    assert executed.title == "Let Cycle n Day 1 to Cycle n Day 15 differ from pass 3 on"
    ways = instance(document, DOSING).condition_assignments
    later = visit(document, "Cycle n Day 1, from pass 3")
    assert [way.target for way in ways] == [visit(document, "Cycle n Day 1"), later]
    assert ways[0].condition.endswith("up to pass 2")
    assert ways[1].condition.endswith("from pass 3 on")
    assert instance(document, DOSING).default_condition == visit(document, "End of treatment")
    second = instance(document, f"{DOSING[:-1]}?, from pass 3")
    assert [way.target for way in second.condition_assignments] == [later]
    assert len(loops(document)) == 3


def test_a_block_is_repeated_until_a_week() -> None:
    document = opened(LZZT)
    week_26 = visit(document, "Week 26")
    executed = done_in_place(document, RepeatBlock((week_26,), "P4W", "P40W"))
    assert executed.title == "Repeat Week 26 every 4 weeks until 40 weeks, 3 times"
    assert titles(document)[-4:] == ["Week 26", *(f"Week 26, repetition {n}" for n in (2, 3, 4))]
    assert [when(document, title).study_day for title in titles(document)[-4:]] == [183, 211, 239, 267]
    last = when(document, "Week 26, repetition 4")
    assert last.timing is not None
    assert (last.timing.value, last.timing.value_label, last.window_open_day) == ("P38W", "38 Weeks", 264)
    design = document.designs()[0]
    assert [e.label for e in design.encounters][-3:] == [f"Week 26, repetition {n}" for n in (2, 3, 4)]
    assert design.encounters[-1].scheduled_at == last.timing.id


def test_what_is_timed_within_a_block_is_timed_within_its_repetition() -> None:
    document = opened(LZZT)
    block = (visit(document, "Week 20"), visit(document, "Week 20 NPI"))
    done_in_place(document, RepeatBlock(block, "P8W", "P30W"), ("DDF00088", ORDER))
    copy = visit(document, "Week 20, repetition 2")
    assert when(document, "Week 20 NPI, repetition 2").reference == copy
    assert when(document, "Week 20 NPI, repetition 2").study_day == 155 + 56
    both = {instance(document, f"Week 20{npi}, repetition 2").encounter for npi in ("", " NPI")}
    assert len(both) == 1


def test_blocks_that_cannot_be_repeated_are_refused() -> None:
    document = opened(LZZT)
    week_26 = (visit(document, "Week 26"),)
    assert "later than 20 weeks" in refused(document, RepeatBlock(week_26, "P4W", "P20W"))
    assert "after how long" in refused(document, RepeatBlock(week_26, "P0D", "P40W"))
    assert "At most 200" in refused(document, RepeatBlock(week_26, "P1D", "P10Y"))
    assert "no duration" in refused(document, RepeatBlock(week_26, "4", "P40W"))


def test_no_name_that_is_there_is_changed() -> None:
    document = opened(SAMPLE)
    before = [(i.id, i.name, i.label) for i in main_timeline(document).instances]
    done(document, UnrollCycle(visit(document, DOSING), 4))
    after = [(i.id, i.name, i.label) for i in main_timeline(document).instances]
    assert [each for each in after if each in before] == [e for e in before if e[2] != DOSING]
    assert len({name for _, name, _ in after}) == len(after)
    assert all(time.offset is not None for time in planned(document).values())
