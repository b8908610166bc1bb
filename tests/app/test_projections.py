"""What a projection takes over from the one before an edit is what would be made anew."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.projections import Projection
from study.apply import apply
from study.commands.activity_rows import ReorderActivities
from study.commands.attributes import SetAttribute
from study.commands.command import Command
from study.commands.execute import execute
from study.commands.marks import SetMarks
from study.document import Document
from study.where_used import WhereUsed, where_used
from tests.benchmarks.made_up import long_study
from tests.study.changing import drawn_changes, opened, opened_pool
from tests.study.studies import study_bytes, there

ALEXION = "alexion-nct04573309-v4"


def projections(document: Document) -> list[Projection]:
    return [Projection(design, timeline).whole() for _, design, timeline in document.timelines()]


@pytest.mark.parametrize("name", ["maestro-sample", ALEXION])
@given(seed=st.integers(0, 2**32), count=st.integers(1, 3))
@settings(max_examples=20)
def test_what_is_taken_over_is_what_would_be_made(name: str, seed: int, count: int) -> None:
    document = opened(name)
    before = projections(document)
    _, inverse = drawn_changes(document, seed, count, opened_pool(name, schedule=True))
    done = apply(document, apply(document, inverse).inverse)  # once more, to hear what it changed
    try:
        by_id = {each.timeline.id: each for each in before}
        for fresh in projections(document):
            old = by_id.get(fresh.timeline.id)
            if old is None:
                continue
            after = old.after(done.changed, fresh.design, fresh.timeline)
            assert after.graph == fresh.graph
            assert after.planned == fresh.planned
            assert after.soa == fresh.soa
    finally:
        apply(document, done.inverse)


def test_a_name_or_a_mark_keeps_graph_and_times_a_time_keeps_the_graph_alone() -> None:
    document = Document.from_bytes(study_bytes(ALEXION))
    found = document.default_timeline()
    assert found is not None
    _, design, timeline = found
    made = Projection(design, timeline).whole()
    instance = next(each for each in timeline.instances if not each.is_decision and each.activities)
    plain = next(a for a in design.activities if not a.sub_timeline and a.id not in instance.activities)
    timed = next(each for each in timeline.timings if each.relative_to and each.value)
    assert instance.id
    assert plain.id
    assert timed.id

    def after(command: SetAttribute | SetMarks) -> Projection:
        return made.after(execute(document, command, lambda prefix: prefix).changed, design, timeline)

    marked = after(SetMarks(((instance.id, plain.id),), marked=True))
    assert marked.graph is made.graph
    assert marked.planned is made.planned
    retimed = after(SetAttribute(timed.id, "value", "P900D"))
    assert retimed.graph is made.graph
    assert retimed.planned is not made.planned
    led = after(SetAttribute(instance.id, "defaultConditionId", None))
    assert led.graph is not made.graph


def _edit(document: Document, projection: Projection, picked: st.DataObject) -> Command:
    """A name, a time, a window, a mark or the order of two activities, anywhere in a timeline."""
    design, timeline = projection.design, projection.timeline
    activities = [each.id for each in design.activities if each.id]
    visits = [each.id for each in timeline.instances if each.id and not each.is_decision]
    named = [*activities, *visits, *(each.id for each in (*design.epochs, *design.encounters) if each.id)]
    timings = [each.id for each in timeline.timings if each.id]
    kind = picked.draw(st.sampled_from(["name", "time", "mark", "order"]))
    if kind == "name" or (kind == "time" and not timings) or (kind == "mark" and not visits):
        return SetAttribute(picked.draw(st.sampled_from(named)), "label", picked.draw(st.sampled_from("ABC")))
    if kind == "time":
        attribute = picked.draw(st.sampled_from(["value", "valueLabel", "windowLower", "windowUpper"]))
        value = picked.draw(st.sampled_from(["P3D", "P12W", "PT4H", "P2M", "no duration", None]))
        return SetAttribute(picked.draw(st.sampled_from(timings)), attribute, value)
    if kind == "mark":
        cell = st.tuples(st.sampled_from(visits), st.sampled_from(activities))
        return SetMarks(
            tuple(picked.draw(st.lists(cell, min_size=1, max_size=4, unique=True))),
            picked.draw(st.booleans()),
        )
    one, other = picked.draw(st.lists(st.sampled_from(activities), min_size=2, max_size=2, unique=True))
    return ReorderActivities((one,), other)


@pytest.mark.parametrize("name", there("maestro-sample", ALEXION, "lilly-nct03421379-v4"))
@given(picked=st.data())
@settings(max_examples=6, deadline=None)
def test_edit_after_edit_leaves_what_would_be_made_of_the_whole_document(
    name: str, picked: st.DataObject
) -> None:
    document = Document.from_bytes(study_bytes(name))
    kept = {each.timeline.id or "": each for each in projections(document)}
    for each in kept.values():
        where_used(each.soa, each.design)
    for _ in range(4):
        command = _edit(document, picked.draw(st.sampled_from(list(kept.values()))), picked)
        if command.why_not(document):
            continue
        changed = execute(document, command, lambda prefix: f"{prefix}_new").changed
        for fresh in projections(document):
            key = fresh.timeline.id or ""
            after = kept[key] = kept[key].after(changed, fresh.design, fresh.timeline)
            assert after.graph == fresh.graph
            assert after.planned == fresh.planned
            assert after.soa == fresh.soa
            assert after.soa.rows_at == fresh.soa.rows_at
            used, anew = where_used(after.soa, after.design), WhereUsed(fresh.soa, fresh.design)
            for address in document.index.unique:
                assert used(address) == anew(address), address


def test_what_one_edit_leaves_is_the_very_object_that_it_was() -> None:
    document = Document.from_bytes(long_study(60, 9))
    _, design, timeline = document.timelines()[0]
    made = Projection(design, timeline).whole()

    def after(command: Command) -> Projection:
        changed = execute(document, command, lambda prefix: prefix).changed
        return made.after(changed, design, timeline)

    named = after(SetAttribute("visit_7", "label", "Another"))
    assert named.soa.marks is made.soa.marks
    assert [c for c in range(60) if named.soa.columns[c] is not made.soa.columns[c]] == [7]
    timed = after(SetAttribute("timing_9", "value", "P64D"))
    times = made.planned.times.items()
    assert [key for key, time in times if timed.planned.times[key] is not time] == ["visit_9"]
    ordered = after(ReorderActivities(("activity_3",), "activity_4"))
    assert ordered.planned is made.planned
    assert [row.key for row in ordered.soa.rows][3:5] == ["activity_4", "activity_3"]
