"""In the window: ids are repaired from the menu, as one step, after which everything can be edited."""

from __future__ import annotations

import json

from study.findings import find_problems
from tests.study.studies import SAMPLE, study_bytes
from tests.ui.real_window import opened
from ui.main_window import MainWindow


def test_ids_are_repaired_in_one_step_that_can_be_taken_back(window: MainWindow) -> None:
    root = json.loads(study_bytes(SAMPLE))
    activities = root["study"]["versions"][0]["studyDesigns"][0]["activities"]
    activities[2]["id"] = activities[1]["id"]
    del activities[3]["id"]
    content = json.dumps(root).encode()
    study = opened(window, content)
    assert {each.rule for each in study.findings} >= {"DDF00083", "MAESTRO-MISSING-ID"}
    window.actions_by_id["repair_ids"].trigger()
    assert [step.title for step in study.editor.steps.listed()] == ["Repair 2 ids"]
    rules = {each.rule for each in find_problems(study.document)}
    assert rules.isdisjoint({"DDF00083", "MAESTRO-MISSING-ID"})
    assert len({each.id for each in study.document.designs()[0].activities}) == len(activities)
    window.actions_by_id["undo"].trigger()
    assert study.document.to_bytes() == content


def test_where_nothing_is_to_be_repaired_that_is_said(window: MainWindow) -> None:
    study = opened(window, study_bytes(SAMPLE))
    told: list[str] = []
    study.editor.refused.connect(told.append)
    window.actions_by_id["repair_ids"].trigger()
    assert told == ["Every id in this study is there once: nothing is to be repaired."]
    assert not study.editor.steps.listed()
