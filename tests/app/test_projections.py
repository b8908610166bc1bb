"""What a projection takes over from the one before an edit is what would be made anew."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.projections import Projection
from study.apply import apply
from study.commands.attributes import SetAttribute
from study.commands.execute import execute
from study.commands.marks import SetMarks
from study.document import Document
from tests.study.changing import drawn_changes, opened, opened_pool
from tests.study.studies import study_bytes

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
