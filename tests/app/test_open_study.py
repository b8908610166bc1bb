"""An open study: its timelines, its one selection, and the places of its findings."""

from __future__ import annotations

import gc
import json
import weakref
from typing import Any

import pytest

from app.memory import large_objects, let_go
from app.open_study import OpenStudy, Projection, prepared
from resources.sample import sample_study_bytes
from services.library_entries import Freshness, StudyEntry, Where
from study.change_set import change_set_text, read_change_set
from study.commands.attributes import SetAttribute
from study.commands.deletion import DeleteVisits
from study.commands.rename import RenameEntity
from study.decode import PIECEWISE_FROM
from study.document import Document, DocumentError
from study.findings import find_problems
from tests.shared import ROOT

V4 = ROOT / "tests/fixtures/minimal-v4.usdm.json"
ENTRY = StudyEntry("id", "Title", "a.json", "4.0", 1, Where.BOTH, 1, True, None, None, None)


def opened(content: bytes) -> OpenStudy:
    return OpenStudy(prepared(content), ENTRY, Freshness.CURRENT)


def test_the_main_timeline_is_shown_first() -> None:
    study = opened(sample_study_bytes())
    assert study.projection is not None
    assert study.projection.timeline.id == "Timeline_MAIN"
    assert study.projection.soa.timeline.id == "Timeline_MAIN"


def test_selecting_an_instance_of_another_timeline_shows_that_timeline() -> None:
    study = opened(sample_study_bytes())
    shown: list[bool] = []
    selected: list[str] = []
    study.timeline_changed.connect(lambda: shown.append(True))
    study.selection_changed.connect(selected.append)
    other = next(t for _, _, t in study.document.timelines() if t.id == "Timeline_PK").instances[0].id
    assert other is not None
    study.select(other)
    assert study.projection is not None
    assert study.projection.timeline.id == "Timeline_PK"
    study.select(other)
    assert (shown, selected) == ([True], [other])
    study.show_main_timeline()
    assert study.projection.timeline.id == "Timeline_MAIN"
    assert study.selection == other


def test_an_unknown_timeline_changes_nothing() -> None:
    study = opened(sample_study_bytes())
    before = study.projection
    assert not study.show_timeline("Timeline_NOBODY")
    assert study.projection is before


def damaged() -> bytes:
    root: Any = json.loads(V4.read_text(encoding="utf-8"))
    for timeline in root["study"]["versions"][0]["studyDesigns"][0]["scheduleTimelines"]:
        timeline["instances"][0]["encounterId"] = "Encounter_NOBODY"
    return json.dumps(root).encode()


def test_a_finding_leads_to_its_place() -> None:
    study = opened(damaged())
    assert study.projection is not None
    here = study.projection.timeline.id
    finding = next(each for each in study.findings if each.timeline_id and each.timeline_id != here)
    study.go_to(finding)
    assert study.projection.timeline.id == finding.timeline_id
    assert study.selection == finding.entity_id
    assert finding in study.findings_by_entity[finding.entity_id]


def test_a_study_without_a_schedule_opens() -> None:
    root = json.loads(V4.read_text(encoding="utf-8"))
    root["study"]["versions"][0]["studyDesigns"][0]["scheduleTimelines"] = []
    study = opened(json.dumps(root).encode())
    assert study.projection is None
    study.show_main_timeline()
    study.select("$study")
    assert study.selection == "$study"


def test_what_is_no_study_is_refused() -> None:
    with pytest.raises(DocumentError):
        prepared(b"{}")
    assert gc.isenabled()


def large() -> bytes:
    """The sample, with so many accented words that it counts as large and is cut inside characters."""
    root = json.loads(sample_study_bytes())
    items = root["study"]["versions"][0]["narrativeContentItems"]
    for number in range(60):
        items.append(items[0] | {"id": f"Made_{number}", "text": "é€😀" * 10_000 + "x" * number})
    return json.dumps(root, ensure_ascii=False).encode()


def test_a_large_study_is_read_as_any_other_and_the_collector_works_again() -> None:
    content = large()
    assert len(content) > PIECEWISE_FROM
    document = prepared(content).document
    assert document.root == json.loads(content)
    assert document.to_bytes() == content
    assert gc.isenabled()
    gc.unfreeze()


def test_a_large_cut_off_study_is_refused_with_the_collector_at_work() -> None:
    with pytest.raises(DocumentError, match="cut off"):
        prepared(large()[:-20])
    assert gc.isenabled()
    gc.unfreeze()


def test_the_collector_rests_until_the_last_reader_is_done() -> None:
    with large_objects():
        with large_objects():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()


def test_letting_go_takes_a_document_apart() -> None:
    document = Document.from_bytes(sample_study_bytes())
    let_go(document)
    assert document.root == {}
    assert (document.index.unique, document.index.owners) == ({}, {})


def test_an_open_study_is_freed_without_the_cycle_collector() -> None:
    # Large studies are hidden from the collector: nothing of them may hang in a cycle.
    gc.collect()
    gc.disable()
    try:
        made = prepared(sample_study_bytes())
        document = weakref.ref(made.document)
        del made
        assert document() is None
    finally:
        gc.enable()


def test_going_to_another_timeline_computes_nothing_in_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    study = opened(sample_study_bytes())
    monkeypatch.setattr("app.open_study.projected", lambda *_: pytest.fail("projected in the window"))
    for _, _, timeline in study.document.timelines():
        assert timeline.id is not None
        assert study.show_timeline(timeline.id)
        assert study.projection is not None
        assert study.projection.timeline == timeline


def test_what_was_only_tried_leaves_the_very_objects_that_views_and_findings_hold() -> None:
    study = opened(sample_study_bytes())
    editor = study.editor
    assert study.projection is not None
    visit = study.projection.timeline.instances[2].id
    assert visit is not None
    assert editor.do(RenameEntity(visit, "Before"))  # from here on findings are kept up
    first, held = study.document.to_bytes(), study.document.entity(visit)
    assert held is not None
    with editor.previewed(DeleteVisits((visit,))):
        assert study.document.entity(visit) is None
    assert study.document.to_bytes() == first
    found = study.document.entity(visit)
    assert found is not None
    assert found.raw is held.raw
    for shown in study.projections:
        made = Projection(shown.design, shown.timeline)
        assert (shown.graph, shown.planned, shown.soa) == (made.graph, made.planned, made.soa)
    assert editor.do(RenameEntity(visit, "After"))
    assert editor.do(SetAttribute(visit, "epochId", None))
    assert study.findings == tuple(find_problems(study.document))
    while editor.undo():
        pass
    assert study.document.to_bytes() == sample_study_bytes()


def test_every_edit_can_be_read_again_however_long_its_names_and_its_reason() -> None:
    study = opened(sample_study_bytes())
    assert study.projection is not None
    visit = study.projection.timeline.instances[2].id
    assert visit is not None
    made = [
        study.editor.do(SetAttribute(visit, "label", "n" * 20_000), reason="r" * 20_000),
        study.editor.do(SetAttribute(visit, "label", "m" * 20_000)),
    ]
    assert study.editor.do(RenameEntity(visit, "\ud800")) is None, (
        "half a character could not be written to a file"
    )
    while study.editor.undo():
        pass
    assert all(made)
    assert len(study.editor.history.log) == 4
    for each in study.editor.history.log:
        assert read_change_set(change_set_text(each)) == each
