"""The path rewired: connected, disconnected, put on a way, moved within it; decisions and their branches."""

from __future__ import annotations

from study.commands.connections import EXIT, Connect, Disconnect, InsertOnEdge, ReorderVisit
from study.commands.decisions import AddBranch, AddDecision, RemoveBranch, SetBranch, SetDefaultBranch
from study.commands.path import Way, way_of
from study.document import Document
from study.graph import EdgeKind, schedule_graph
from study.model import ScheduledInstance
from tests.study.commands.lawful import STUDIES, done, opened, refused
from tests.study.commands.planned_days import ORDER, done_in_place, main_timeline, titles, visit, when

ALEXION, LZZT, LILLY_3, SAMPLE = STUDIES
CUT_OFF = "MAESTRO-UNREACHABLE"


def instance(document: Document, title: str) -> ScheduledInstance:
    return ScheduledInstance(document.index.unique[visit(document, title)])


def branch(document: Document, title: str) -> str:
    found = instance(document, title).condition_assignments[0].id
    assert found is not None
    return found


def test_every_way_that_the_graph_draws_can_be_named() -> None:
    document = opened(SAMPLE)
    ways = {edge.kind: way_of(edge) for edge in schedule_graph(main_timeline(document)).edges}
    assert ways[EdgeKind.ENTRY] == Way(str(main_timeline(document).id))
    condition = ways[EdgeKind.CONDITION]
    assert condition is not None
    assert condition.assignment in document.index.unique


def test_a_visit_is_led_past_others_and_back() -> None:
    document = opened(LZZT)
    executed = done_in_place(
        document, Connect(visit(document, "Week 6"), visit(document, "Week 12")), (CUT_OFF, ORDER, "DDF00087")
    )
    assert executed.title == "Lead from Week 6 to Week 12"
    assert "Week 8" not in titles(document)
    done_in_place(document, Connect(visit(document, "Week 6"), visit(document, "Week 8")))
    assert "Week 8" in titles(document)


def test_a_path_ends_where_it_is_said() -> None:
    document = opened(LZZT)
    executed = done_in_place(document, Connect(visit(document, "Week 24"), EXIT), (CUT_OFF,))
    assert executed.title == "End after Week 24"
    week_24 = instance(document, "Week 24")
    assert (week_24.default_condition, week_24.exit) == (None, main_timeline(document).exits[0].id)


def test_a_path_begins_where_it_is_said() -> None:
    document = opened(LZZT)
    timeline = str(main_timeline(document).id)
    executed = done_in_place(document, Connect(timeline, visit(document, "Screen Two")), (CUT_OFF,))
    assert executed.title == "Begin with Screen Two"
    assert titles(document)[0] == "Screen Two"


def test_connections_that_make_no_sense_are_refused() -> None:
    document = opened(SAMPLE)
    baseline, decision = visit(document, "Baseline"), visit(document, "Eligible?")
    assert "itself" in refused(document, Connect(baseline, baseline))
    assert "another timeline" in refused(document, Connect(baseline, visit(document, "1 h")))
    assert "straight to the end" in refused(document, Connect(decision, EXIT))
    assert "itself" in refused(document, Connect(decision, decision, branch(document, "Eligible?")))
    assert "not in the study" in refused(document, Connect(baseline, "gone"))
    assert "begins somewhere" in refused(document, Disconnect(str(main_timeline(document).id)))
    assert "default way" in refused(document, Disconnect(decision))


def test_what_is_disconnected_leads_nowhere() -> None:
    document = opened(LZZT)
    executed = done_in_place(document, Disconnect(visit(document, "Week 6")), (CUT_OFF, "DDF00008"))
    assert executed.title == "Disconnect Week 6 from Week 8"
    assert titles(document)[-1] == "Week 6"
    assert "nowhere" in refused(document, Disconnect(visit(document, "Week 6")))


def test_a_visit_dropped_on_a_way_is_led_through_there() -> None:
    document = opened(LZZT)
    week_4, week_24 = visit(document, "Week 4"), visit(document, "Week 24")
    executed = done_in_place(document, InsertOnEdge(week_4, week_24), (ORDER, "DDF00088"))
    assert executed.title == "Put Week 4 between Week 24 and Week 26"
    path = titles(document)
    assert path[-3:] == ["Week 24", "Week 4", "Week 26"]
    assert path[path.index("Week 2") + 1] == "Week 6"
    assert "already" in refused(document, InsertOnEdge(week_4, week_24))


def test_a_visit_moved_within_the_path_keeps_its_time_and_takes_its_encounter_along() -> None:
    document = opened(LZZT)
    week_24, week_26 = visit(document, "Week 24"), visit(document, "Week 26")
    executed = done_in_place(document, ReorderVisit(week_24, week_26), (ORDER, "DDF00088"))
    assert executed.title == "Move Week 24 behind Week 26 in the path"
    assert titles(document)[-2:] == ["Week 26", "Week 24"]
    assert instance(document, "Week 24").exit is not None
    design = document.designs()[0]
    by_id = {e.id: e for e in design.encounters}
    assert by_id[instance(document, "Week 26").encounter].next == instance(document, "Week 24").encounter
    assert "already" in refused(document, ReorderVisit(week_24, week_26))


def test_to_the_beginning() -> None:
    document = opened(LILLY_3)
    timeline = str(main_timeline(document).id)
    second = titles(document)[1]
    done_in_place(document, ReorderVisit(visit(document, second), timeline), (ORDER, "DDF00088"))
    assert titles(document)[0] == second


# Decisions


def test_a_decision_is_put_behind_a_visit_with_its_branch() -> None:
    document = opened(LZZT)
    week_8, week_26 = visit(document, "Week 8"), visit(document, "Week 26")
    executed = done_in_place(document, AddDecision("Responder?", week_8, "No response", week_26))
    assert executed.title == "Add the decision Responder? after Week 8"
    decision = instance(document, "Responder?")
    assert decision.is_decision
    assert decision.default_condition == visit(document, "Week NPI")
    assert decision.epoch == instance(document, "Week 8").epoch
    assert [(a.condition, a.target) for a in decision.condition_assignments] == [("No response", week_26)]
    assert when(document, "Responder?").study_day == 57
    assert titles(document)[titles(document).index("Week 8") + 1] == "Responder?"


def test_a_decision_has_the_shape_of_its_generation() -> None:
    shapes = {}
    for name in (LILLY_3, LZZT):
        document = opened(name)
        first = str(main_timeline(document).entry)
        done(document, AddDecision("Go on?", first, "No", titles_end(document)))
        shapes[name] = set(instance(document, "Go on?").raw)
    assert "timelineExitId" in shapes[LILLY_3]
    assert "extensionAttributes" not in shapes[LILLY_3]
    assert "timelineExitId" not in shapes[LZZT]
    assert "extensionAttributes" in shapes[LZZT]


def titles_end(document: Document) -> str:
    return visit(document, titles(document)[-1])


def test_a_decision_at_the_end_is_refused() -> None:
    document = opened(LZZT)
    assert "needs a visit behind it" in refused(document, AddDecision("Go on?", visit(document, "Week 26")))


def test_branches_are_added_changed_and_removed() -> None:
    document = opened(SAMPLE)
    dosing, follow_up = visit(document, "May dosing go on?"), visit(document, "Safety follow-up")
    done_in_place(document, AddBranch(dosing, "Toxicity", follow_up))
    first, second = instance(document, "May dosing go on?").condition_assignments
    assert (second.condition, second.target) == ("Toxicity", follow_up)
    added = str(second.id)
    end = visit(document, "End of study")
    done_in_place(document, SetBranch(added, "Toxicity, grade 4", end))
    assert (second.condition, second.target) == ("Toxicity, grade 4", end)
    executed = done_in_place(document, RemoveBranch(added))
    assert executed.title == "Remove the branch “Toxicity, grade 4” of May dosing go on?"
    assert instance(document, "May dosing go on?").condition_assignments == (first,)
    executed = done_in_place(document, SetDefaultBranch(dosing, follow_up), (CUT_OFF,))
    assert executed.title == "Lead from May dosing go on? otherwise to Safety follow-up"
    assert instance(document, "May dosing go on?").default_condition == follow_up


def test_branches_that_make_no_sense_are_refused() -> None:
    document = opened(SAMPLE)
    dosing, baseline = visit(document, "May dosing go on?"), visit(document, "Baseline")
    assert "only decisions" in refused(document, AddBranch(baseline, "No", dosing))
    assert "condition" in refused(document, AddBranch(dosing, "  ", baseline))
    assert "too long" in refused(document, AddBranch(dosing, "x" * 20_000, baseline))
    assert "itself" in refused(document, AddBranch(dosing, "No", dosing))
    assert "another timeline" in refused(document, SetDefaultBranch(dosing, visit(document, "1 h")))
    assert "not in the study" in refused(document, RemoveBranch("gone"))
    assert "not in the study" in refused(document, SetBranch("gone", "No"))
