"""Visits copied and pasted: within a timeline, into another, into another study of another generation."""

from __future__ import annotations

import pytest

from study.commands.clipping import Clipping, PasteVisits, clip
from study.commands.command import CannotError
from study.commands.deletion import DeleteVisits
from study.commands.visits import AddVisit
from study.document import Document
from study.model import ScheduledInstance
from tests.study.commands.lawful import STUDIES, done, opened, refused
from tests.study.commands.planned_days import ORDER, done_in_place, main_timeline, titles, visit, when

ALEXION, LZZT, LILLY_3, SAMPLE = STUDIES
EXPLAINED = (ORDER, "DDF00088", "DDF00087", "MAESTRO-WINDOW-IN-HOURS")


def instance(document: Document, title: str) -> ScheduledInstance:
    return ScheduledInstance(document.index.unique[visit(document, title)])


def test_a_clipping_is_a_text_and_back() -> None:
    document = opened(SAMPLE)
    clipping = clip(document, [visit(document, "Cycle n Day 8"), visit(document, "Cycle n Day 15")])
    assert Clipping.from_text(clipping.to_text()) == clipping
    assert [ScheduledInstance(item).title for item in clipping.instances] == [
        "Cycle n Day 8",
        "Cycle n Day 15",
    ]
    instance(document, "Cycle n Day 8").raw["name"] = "changed afterwards"
    assert ScheduledInstance(clipping.instances[0]).name != "changed afterwards"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Week 8\tWeek 12",
        "{",
        "[]",
        "{}",
        '{"kind": "maestro-visits"}',
        '{"kind": "maestro-visits", "format": 2}',
        '{"kind": "maestro-visits", "format": 1, "instances": [{"name": "no id"}]}',
        "[" * 5000,
    ],
)
def test_other_texts_are_no_clipping(text: str) -> None:
    assert Clipping.from_text(text) is None


def test_copies_within_a_timeline_keep_their_times_and_have_ids_of_their_own() -> None:
    document = opened(LZZT)
    week_8, npi, week_26 = (visit(document, title) for title in ("Week 8", "Week NPI", "Week 26"))
    executed = done_in_place(document, PasteVisits(clip(document, [npi, week_8]), week_26), EXPLAINED)
    assert executed.title == "Paste 2 visits after Week 26"
    assert titles(document)[-3:] == ["Week 26", "Week 8, copy", "Week NPI, copy"]
    assert when(document, "Week 8, copy").offset == when(document, "Week 8").offset
    assert when(document, "Week NPI, copy").reference == visit(document, "Week 8, copy")
    assert instance(document, "Week 8, copy").activities == instance(document, "Week 8").activities
    assert instance(document, "Week 8, copy").encounter != instance(document, "Week 8").encounter
    assert instance(document, "Week 8, copy").encounter == instance(document, "Week NPI, copy").encounter


def test_what_is_cut_can_be_pasted_again() -> None:
    document = opened(LZZT)
    before = when(document, "Week 6")
    week_6 = visit(document, "Week 6")
    clipping = clip(document, [week_6])
    done_in_place(document, DeleteVisits((week_6,)))
    done_in_place(document, PasteVisits(clipping, visit(document, "Week 4")))
    assert titles(document)[titles(document).index("Week 4") + 1] == "Week 6"
    again = when(document, "Week 6")
    assert (again.offset, again.study_day, again.window_open) == (before.offset, 43, before.window_open)


def test_into_another_study_activities_are_matched_by_name_or_added() -> None:
    document, other = opened(LZZT), opened(SAMPLE)
    shared = {a.title.casefold() for a in document.designs()[0].activities}
    activities = {a.id: a.title for a in other.designs()[0].activities}
    wanted = [activities[a] for a in instance(other, "Baseline").activities]
    count = len(activities)
    assert len(shared) == len({a.title for a in document.designs()[0].activities})
    clipping = clip(other, [visit(other, "Baseline")])
    assert len(activities) == count
    done_in_place(document, PasteVisits(clipping, visit(document, "Week 26")), EXPLAINED)
    now = {a.id: a.title for a in document.designs()[0].activities}
    pasted = [now[a] for a in instance(document, "Baseline").activities]
    assert [title.casefold() for title in pasted] == [title.casefold() for title in wanted]
    assert len(now) == len(shared) + len({t.casefold() for t in wanted} - shared)
    assert when(document, "Baseline").reference == visit(document, "Dose")


@pytest.mark.parametrize(("source", "target"), [(SAMPLE, LILLY_3), (LILLY_3, SAMPLE)])
def test_across_generations_each_file_keeps_its_own(source: str, target: str) -> None:
    document, other = opened(target), opened(source)
    generation = document.capabilities.generation
    chosen = [str(i.id) for i in main_timeline(other).instances if i.encounter and not i.is_decision][-1:]
    title = ScheduledInstance(other.index.unique[chosen[0]]).title
    last = visit(document, titles(document)[-1])
    done_in_place(document, PasteVisits(clip(other, chosen), last), EXPLAINED)
    assert document.capabilities.generation == generation
    pasted = instance(document, title)
    encounter = document.index.unique[str(pasted.encounter)]
    assert ("extensionAttributes" in encounter) == (generation == 4)
    assert ("environmentalSettings" in encounter) == (generation == 4)
    assert ("environmentalSetting" in encounter) == (generation == 3)


def test_into_another_timeline_times_count_from_its_anchor() -> None:
    document = opened(SAMPLE)
    clipping = clip(document, [visit(document, "2 h")])
    scan = visit(document, "Confirming scan")
    done_in_place(document, PasteVisits(clipping, scan), EXPLAINED)
    pasted = next(
        t
        for d in document.designs()
        for line in d.timelines
        if line.id == "Timeline_TUMOUR"
        for t in line.timings
        if t.value == "PT2H"
    )
    assert pasted.relative_to == visit(document, "Interval starts")


def test_a_decision_is_pasted_with_the_visits_that_it_leads_to() -> None:
    document = opened(SAMPLE)
    chosen = [visit(document, title) for title in ("Cycle n Day 15", "May dosing go on?", "Cycle n Day 1")]
    eot = visit(document, "End of treatment")
    done(document, PasteVisits(clip(document, chosen), eot), (*EXPLAINED, "MAESTRO-ENDLESS-LOOP"))
    copy = instance(document, "May dosing go on?, copy")
    assert [a.target for a in copy.condition_assignments] == [visit(document, "Cycle n Day 1, copy")]
    assert copy.default_condition == visit(document, "Safety follow-up")


def test_what_cannot_be_copied_or_pasted_is_told() -> None:
    document = opened(SAMPLE)
    with pytest.raises(CannotError, match="several timelines"):
        clip(document, [visit(document, "Baseline"), visit(document, "1 h")])
    with pytest.raises(CannotError, match="not in the study"):
        clip(document, ["gone"])
    decision = clip(document, [visit(document, "Eligible?")])
    assert "Only decisions" in refused(document, PasteVisits(decision, visit(document, "Baseline")))
    visits = clip(document, [visit(document, "Baseline")])
    assert "not in the study" in refused(document, PasteVisits(visits, "gone"))


def test_pasting_twice_gives_no_name_twice() -> None:
    document = opened(LZZT)
    week_26 = visit(document, "Week 26")
    done(document, AddVisit("Week 28", week_26, "P2W"))
    clipping = clip(document, [week_26])
    for _ in range(2):
        done(document, PasteVisits(clipping, visit(document, "Week 28")), EXPLAINED)
    names = [i.name for i in main_timeline(document).instances]
    assert len(names) == len(set(names))
