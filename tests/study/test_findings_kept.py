"""Findings that are kept up through edits are those that are found anew, whatever was changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.apply import apply, setting_of
from study.commands.activity_rows import ReorderActivities
from study.commands.attributes import SetAttribute
from study.commands.execute import execute
from study.commands.marks import SetMarks
from study.document import Document
from study.findings import Finding, find_problems
from study.findings.kept import KeptFindings
from study.model import Timing
from tests.study.changing import drawn_changes, opened, opened_pool
from tests.study.studies import study_bytes

SAMPLE, ALEXION = "maestro-sample", "alexion-nct04573309-v4"


def _told(findings: tuple[Finding, ...] | list[Finding]) -> list[Finding]:
    return list(findings)


@pytest.mark.parametrize("name", [SAMPLE, ALEXION, "lilly-nct03421379-v3"])
@given(seed=st.integers(0, 2**32), count=st.integers(1, 3))
@settings(max_examples=25)
def test_kept_findings_are_those_found_anew(name: str, seed: int, count: int) -> None:
    document, pool = opened(name), opened_pool(name, schedule=True)
    kept = KeptFindings(document)
    assert _told(kept.all) == find_problems(document)
    _, inverse = drawn_changes(document, seed, count, pool)
    done = apply(document, apply(document, inverse).inverse)  # once more, to hear what it changed
    try:
        kept.update(done.changed)
        assert _told(kept.all) == find_problems(document)
    finally:
        undone = apply(document, done.inverse)
    kept.update(undone.changed)
    assert _told(kept.all) == find_problems(document)


@pytest.mark.parametrize("attribute", ["label", "value", "windowLower", "defaultConditionId", "encounterId"])
def test_every_instance_and_timing_with_an_attribute_gone(attribute: str) -> None:
    document = Document.from_bytes(study_bytes(ALEXION))
    kept = KeptFindings(document)
    differed = 0
    for _, _, timeline in document.timelines():
        for item in (*timeline.instances[::4], *timeline.timings[::4]):
            if attribute not in item.raw or not item.id:
                continue
            done = execute(document, SetAttribute(item.id, attribute, None), lambda prefix: prefix + "_new")
            differed += kept.update(done.changed)
            assert _told(kept.all) == find_problems(document)
            kept.update(apply(document, done.inverse).changed)
    assert _told(kept.all) == find_problems(document)
    assert differed or attribute in ("label", "encounterId")


def test_a_name_that_a_finding_mentions_is_said_anew() -> None:
    document = Document.from_bytes(study_bytes(SAMPLE))
    kept = KeptFindings(document)
    _, _, timeline = next(found for found in document.timelines() if len(found[2].instances) > 2)
    instance = timeline.instances[1]
    assert instance.id
    kept.update(
        execute(document, SetAttribute(instance.id, "defaultConditionId", "nowhere"), lambda p: p).changed
    )
    mentioning = [finding for finding in kept.all if finding.entity_id == instance.id]
    assert mentioning
    assert all(instance.title in finding.message for finding in mentioning)
    assert kept.update(execute(document, SetAttribute(instance.id, "label", "Another"), lambda p: p).changed)
    assert all("Another" in f.message for f in kept.all if f.entity_id == instance.id)
    assert _told(kept.all) == find_problems(document)


def test_a_mark_that_lets_a_timeline_run_itself_is_found_at_once() -> None:
    document = Document.from_bytes(study_bytes("maestro-sample"))
    kept = KeptFindings(document)
    runs = next(a for design in document.designs() for a in design.activities if a.sub_timeline)
    inner = next(t for _, _, t in document.timelines() if t.id == runs.sub_timeline)
    assert runs.id
    assert inner.instances[0].id
    mark = SetMarks(((inner.instances[0].id, runs.id),), marked=True)
    kept.update(execute(document, mark, lambda prefix: prefix).changed)
    assert any(each.rule == "MAESTRO-SUB-TIMELINE-CIRCLE" for each in kept.all)
    assert kept.all == tuple(find_problems(document))


@pytest.mark.parametrize("name", [SAMPLE, ALEXION])
@settings(max_examples=8, deadline=None)
@given(picked=st.data())
def test_activities_in_another_order_are_found_in_that_order(name: str, picked: st.DataObject) -> None:
    document = Document.from_bytes(study_bytes(name))
    design = document.designs()[0]
    for each in (design.activities[1], design.activities[-1]):  # something to be found about some of them
        apply(document, [setting_of(document, each.id or "", "nextId", "nowhere")])
    kept = KeptFindings(document)
    survey = kept._survey
    assert any(finding.entity_type == "Activity" for finding in kept.all)
    for _ in range(3):
        ids = [each.id or "" for each in design.activities]
        one, other = picked.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
        command = ReorderActivities((one,), other)
        if command.why_not(document):
            continue
        kept.update(execute(document, command, lambda prefix: prefix).changed)
        assert _told(kept.all) == find_problems(document)
        assert kept._survey is survey, "the whole document was walked for the order of two activities"


def test_a_window_of_one_timing_asks_no_other_timing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document.from_bytes(study_bytes(ALEXION))
    kept = KeptFindings(document)
    found = document.default_timeline()
    assert found is not None
    timed = next(each for each in found[2].timings if each.relative_to and each.value)
    asked: list[Timing] = []
    monkeypatch.setattr(
        "study.findings.kept.find_problems_of_timing", lambda _survey, timing: asked.append(timing)
    )
    assert timed.id
    kept.update(execute(document, SetAttribute(timed.id, "windowLower", "P1W"), lambda p: p).changed)
    assert asked == [timed]
