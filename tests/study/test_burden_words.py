"""The difference between what two revisions ask for, in words."""

from __future__ import annotations

from study.burden import burden, burden_difference
from study.burden_words import difference_line, difference_lines
from study.commands.deletion import DeleteVisits
from study.commands.execute import execute
from study.commands.marks import SetMarks
from study.document import Document
from tests.study.studies import SAMPLE, study_bytes


def test_more_and_less_are_said_with_their_sign() -> None:
    document = Document.from_bytes(study_bytes(SAMPLE))
    found = document.default_timeline()
    assert found is not None
    _, design, timeline = found
    before = burden(timeline, design)
    assert difference_line(burden_difference(before, before)) == ""
    assert difference_lines(burden_difference(before, before)) == []
    visit = next(each for each in timeline.instances if len(each.activities) > 2 and not each.is_decision)
    title, taken = visit.title, visit.activities[:1]
    assert visit.id is not None
    execute(document, SetMarks(tuple((visit.id, each) for each in taken), False), str)
    less = burden_difference(before, burden(timeline, design))
    assert less.assessments < 0
    assert f"−{-less.assessments} assessment" in difference_line(less)
    execute(document, DeleteVisits((visit.id,)), str)
    gone = burden_difference(before, burden(timeline, design))
    assert difference_line(gone).startswith("−1 visit")
    assert any(title in line for line in difference_lines(gone))
