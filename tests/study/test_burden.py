"""The burden of a schedule: what is counted, where it comes from, and what an edit makes more or less."""

from __future__ import annotations

import json
from random import Random

import pytest

from study.burden import Burden, Evidence, burden, burden_difference, sample_evidence, study_burden
from study.burden_words import difference_line, difference_lines
from study.commands.activities import DeleteActivities
from study.commands.execute import previewed
from study.commands.marks import SetMarks
from study.document import Document
from study.model import StudyDesign, StudyVersion
from tests.study import building
from tests.study.commands.lawful import STUDIES, numbered, opened
from tests.study.damage import damaged
from tests.study.studies import EVERY_STUDY, SAMPLE, study_bytes


def asked(document: Document) -> Burden:
    found = study_burden(document)
    assert found is not None
    return found


@pytest.mark.parametrize("name", EVERY_STUDY)
def test_without_sub_timelines_the_assessments_are_the_marks(name: str) -> None:
    document = Document.from_bytes(study_bytes(name))
    found = document.default_timeline()
    assert found is not None
    _, design, timeline = found
    counted = burden(timeline, design)
    runs = {a.id for a in design.activities if a.sub_timeline}
    known = {a.id for a in design.activities}
    plain = sum(a in known and a not in runs for i in timeline.instances for a in i.activities)
    if any(i.sub_timeline or runs.intersection(i.activities) for i in timeline.instances):
        assert counted.assessments > plain
    else:
        assert counted.assessments == plain
    assert 0 <= counted.samples_by_name <= counted.samples <= counted.assessments
    assert len({i for visit in counted.visits for i in visit.instances}) == sum(
        not i.is_decision for i in timeline.instances
    )


def sub_timeline_design(*offsets: str) -> StudyDesign:
    """A visit whose activity "Profile" runs a sub-timeline of samples at these offsets."""
    steps = [f"step{n}" for n in range(len(offsets))]
    sub = building.timeline(
        [
            building.visit(step, steps[n + 1] if n + 1 < len(steps) else None, activities=("blood",))
            for n, step in enumerate(steps)
        ],
        [
            building.anchor(step) if n == 0 else building.timing(step, "After", offset, steps[0])
            for n, (step, offset) in enumerate(zip(steps, offsets, strict=True))
        ],
        main=False,
        identity="profile",
    )
    main = building.timeline(
        [building.visit("day", activities=("run", "ecg"))], [building.anchor("day")], identity="main"
    )
    return StudyDesign(
        {
            "scheduleTimelines": [main, sub],
            "activities": [
                {"id": "run", "name": "Profile", "timelineId": "profile"},
                {"id": "ecg", "name": "ECG"},
                {"id": "blood", "name": "Blood sample"},
            ],
        },
        StudyVersion({}),
    )


def test_a_sub_timeline_counts_by_what_is_planned_in_it_and_says_the_hours() -> None:
    design = sub_timeline_design("PT0H", "PT30M", "PT4H")
    (visit,) = burden(design.timelines[0], design).visits
    assert (visit.assessments, visit.samples, visit.samples_by_name) == (4, 3, 3)
    assert visit.seconds == 4 * 3600


def test_a_profile_over_days_says_nothing_of_hours_at_the_site() -> None:
    design = sub_timeline_design("PT0H", "P2D")
    counted = burden(design.timelines[0], design)
    assert counted.visits[0].seconds is None
    assert counted.seconds is None


def test_timelines_that_run_each_other_in_a_circle_are_counted_once() -> None:
    design = sub_timeline_design("PT0H", "PT1H")
    design.raw["activities"][2]["timelineId"] = "profile"
    assert burden(design.timelines[0], design).assessments == 3


def test_what_says_that_a_sample_is_taken_is_told_apart() -> None:
    document = opened(SAMPLE)
    design = document.designs()[0]
    by_title = {a.title: a.id for a in design.activities}
    evidence = sample_evidence(design)
    assert evidence[str(by_title["Haematology"])] is Evidence.PROCEDURE
    assert by_title["12-lead ECG"] not in evidence
    assert by_title["Vital signs"] not in evidence


def test_a_concept_with_a_specimen_is_a_sample_whatever_it_is_called() -> None:
    document = opened(STUDIES[1])
    design = document.designs()[0]
    by_title = {a.title: str(a.id) for a in design.activities}
    evidence = sample_evidence(design)
    assert evidence[by_title["Chemistry"]] is Evidence.CONCEPT
    assert evidence[by_title["Hematology"]] is Evidence.NAME
    assert by_title["Vital Signs and Temperature"] not in evidence


def test_what_an_edit_asks_for_more_is_said_before_it_is_done() -> None:
    document = opened(SAMPLE)
    before = asked(document)
    design = document.designs()[0]
    haematology = next(str(a.id) for a in design.activities if a.title == "Haematology")
    timeline = design.main_timeline
    assert timeline is not None
    free = [str(i.id) for i in timeline.instances if not i.is_decision and haematology not in i.activities][
        :2
    ]
    command = SetMarks(tuple((instance, haematology) for instance in free), marked=True)
    with previewed(document, command, numbered()):
        difference = burden_difference(before, asked(document))
    assert (difference.visits, difference.assessments, difference.samples) == (0, 2, 2)
    assert [(more, samples) for _, more, samples in difference.changed] == [(1, 1), (1, 1)]
    assert difference_line(difference) == "+2 assessments · +2 samples"
    assert f"Planned assessments: {before.assessments}, now {before.assessments + 2}" in difference_lines(
        difference
    )
    assert difference_lines(burden_difference(before, asked(document))) == []

    with previewed(document, DeleteActivities((haematology,)), numbered()):
        fewer = burden_difference(before, asked(document))
    assert fewer.samples < 0
    assert difference_line(fewer).endswith(f"−{-fewer.samples} samples")


def test_what_is_counted_once_is_known() -> None:
    counted = asked(opened(SAMPLE))
    assert counted.has_loops


@pytest.mark.parametrize("seed", range(20))
def test_no_damage_makes_it_fail(seed: int) -> None:
    document = Document.from_bytes(json.dumps(damaged("sample", Random(seed), 8)).encode())
    for _, design, timeline in document.timelines():
        counted = burden(timeline, design)
        assert counted.assessments == sum(visit.assessments for visit in counted.visits)
