"""A new study from each template: opens without errors, can be edited at once, and holds nothing made up."""

from __future__ import annotations

from itertools import count

import pytest

from study.commands.activities import AddActivity
from study.document import Document
from study.findings import Severity, find_problems
from study.new_study import new_study
from study.new_study_templates import CYCLES, EMPTY, PARALLEL, TEMPLATES, Template
from study.soa import ScheduleOfActivities, schedule_of_activities
from tests.study.commands.lawful import done
from tests.study.studies import assert_reopens


def made(template: Template, title: str = "MAE-202") -> Document:
    numbers = count(1)
    return Document.from_bytes(
        new_study(title, template, fresh_id=lambda prefix: f"{prefix}_{next(numbers)}")
    )


def table(document: Document) -> ScheduleOfActivities:
    found = document.default_timeline()
    assert found is not None
    return schedule_of_activities(found[2], found[1])


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.key)
def test_a_new_study_opens_with_nothing_wrong(template: Template) -> None:
    document = made(template)
    assert_reopens(document)
    assert document.capabilities.generation == 4
    assert document.title == "MAE-202"
    assert [f for f in find_problems(document) if f.severity is not Severity.INFO] == []
    assert not document.index.repeated
    assert document.versions()[0].raw["organizations"] == []
    assert document.versions()[0].raw["dateValues"] == []


def test_an_empty_study_has_a_first_day_to_go_on_from() -> None:
    document = made(EMPTY)
    soa = table(document)
    assert [column.day_text for column in soa.columns] == ["Day 1"]
    assert soa.rows == ()
    done(document, AddActivity("Vital signs"))
    assert [row.title for row in table(document).rows] == ["Vital signs"]


def test_the_parallel_study_has_two_arms_and_visits_over_sixteen_weeks() -> None:
    document = made(PARALLEL)
    soa = table(document)
    days = [column.planned.study_day for column in soa.columns]
    assert days == [-28, 1, 15, 29, 57, 85, 113]
    assert [run.title for run in soa.epochs] == ["Screening", "Treatment", "Follow-up"]
    design = document.designs()[0]
    assert len(design.arms) == 2
    assert len(design.cells) == 6
    assert {row.title for row in soa.rows if row.is_group} == {
        *("Eligibility", "Treatment", "Safety", "Laboratory", "Efficacy")
    }
    randomised = next(r for r, row in enumerate(soa.rows) if row.title == "Randomisation")
    assert [soa.columns[c].title for r, c in soa.marks if r == randomised] == ["Day 1"]


def test_cycles_come_again_and_have_a_way_out() -> None:
    soa = table(made(CYCLES))
    (loop,) = soa.planned.graph.loops
    assert loop.has_way_out
    titles = {column.key: column.title for column in soa.columns}
    assert titles[loop.head] == "Cycle Day 1"
    assert [c.title for c in soa.columns if c.is_decision] == ["Another cycle?"]


@pytest.mark.parametrize("title", ["", "  ", "\ud83d\ude00"])
def test_a_title_that_is_none_is_refused_with_a_sentence(title: str) -> None:
    with pytest.raises(ValueError, match="title"):
        made(EMPTY, title)


@pytest.mark.parametrize("title", ["x" * 10_000, "دراسة", "e\u0301"])
def test_any_title_is_kept(title: str) -> None:
    assert made(EMPTY, title).title == title
