"""What is kept beside a protocol: said by commands, read back, undone to the byte, and kept where it is not known."""

from __future__ import annotations

from itertools import count

import pytest

from study.annexe import (
    ActivitySpan,
    Annexe,
    Cell,
    MarkKind,
    OneOf,
    conditional_marks,
    entry_id,
    one_of_groups,
    optional_marks,
    spans,
    times_in_visit,
)
from study.apply import ChangeRefusedError, apply
from study.change_set import Target
from study.changes import Set, UnknownFormatError
from study.commands.annexe_marks import (
    ClassifyMarks,
    DissolveGroup,
    OneOfGroup,
    RemoveSpan,
    Span,
    TimesInVisit,
)
from study.commands.command import CannotError, Command
from study.commands.execute import Executed, execute, previewed
from study.document import Document
from tests.study.studies import SAMPLE, study_bytes


class Beside:
    """The sample and its annexe, and what was done."""

    def __init__(self) -> None:
        self.document = Document.from_bytes(study_bytes(SAMPLE))
        self.annexe = Annexe.empty()
        self._number = count(1)
        timeline = self.document.designs()[0].main_timeline
        assert timeline is not None
        self.visits = [
            (instance.id or "", instance.activities) for instance in timeline.instances if instance.activities
        ]
        self.cells: tuple[Cell, ...] = tuple(
            (visit, activity) for visit, activities in self.visits[:2] for activity in activities
        )

    def do(self, command: Command) -> Executed:
        return execute(self.document, command, lambda p: f"{p}_{next(self._number)}", self.annexe)


@pytest.fixture
def beside() -> Beside:
    return Beside()


def test_a_mark_is_conditional_only_where_a_person_classed_it_so(beside: Beside) -> None:
    first, second, third = beside.cells[:3]
    assert conditional_marks(beside.annexe) == frozenset()
    done = beside.do(ClassifyMarks((first, second), MarkKind.CONDITIONAL))
    assert (done.title, done.target) == ("Class 2 assessments as conditional", Target.ANNEXE)
    beside.do(ClassifyMarks((second, third), MarkKind.OPTIONAL))
    assert conditional_marks(beside.annexe) == {first}
    assert optional_marks(beside.annexe) == {second, third}
    beside.do(ClassifyMarks((first, third), MarkKind.REQUIRED))
    assert conditional_marks(beside.annexe) == frozenset()
    assert optional_marks(beside.annexe) == {second}
    assert not beside.document.is_changed


def test_all_of_it_comes_back_from_bytes_and_goes_with_undo(beside: Beside) -> None:
    visit, activities = beside.visits[0]
    first, last = beside.visits[0][0], beside.visits[1][0]
    before = beside.annexe.to_bytes()
    assert beside.annexe.is_empty
    done = [
        beside.do(ClassifyMarks(beside.cells[:2], MarkKind.CONDITIONAL)),
        beside.do(OneOfGroup(visit, tuple(activities[:2]), "Imaging")),
        beside.do(TimesInVisit(visit, activities[0], 3)),
        beside.do(Span(activities[0], first, last, "daily")),
    ]
    again = Annexe.from_bytes(beside.annexe.to_bytes())
    assert not again.is_empty
    assert again.to_bytes() == beside.annexe.to_bytes()
    assert conditional_marks(again) == frozenset(beside.cells[:2])
    assert one_of_groups(again) == (OneOf("OneOf_1", "Imaging", visit, tuple(activities[:2])),)
    assert times_in_visit(again) == {(visit, activities[0]): 3}
    assert spans(again) == (ActivitySpan("Span_2", "daily", activities[0], first, last),)
    for executed in reversed(done):
        assert not executed.changed.retimed
        apply(beside.annexe, executed.inverse)
    assert beside.annexe.to_bytes() == before


def test_what_is_said_can_be_unsaid(beside: Beside) -> None:
    visit, activities = beside.visits[0]
    beside.do(OneOfGroup(visit, tuple(activities[:2])))
    beside.do(TimesInVisit(visit, activities[0], 2))
    beside.do(Span(activities[0], visit, beside.visits[1][0]))
    beside.do(DissolveGroup(one_of_groups(beside.annexe)[0].id))
    beside.do(TimesInVisit(visit, activities[0], 1))
    beside.do(RemoveSpan(spans(beside.annexe)[0].id))
    assert beside.annexe.is_empty


def test_an_activity_is_in_one_group_of_a_visit(beside: Beside) -> None:
    visit, activities = next(each for each in beside.visits if len(each[1]) >= 4)
    a, b, c, d = activities[:4]
    beside.do(OneOfGroup(visit, (a, b, c)))
    beside.do(OneOfGroup(visit, (c, d)))
    assert [group.activities for group in one_of_groups(beside.annexe)] == [(a, b), (c, d)]
    beside.do(OneOfGroup(visit, (b, c, d)))
    assert [group.activities for group in one_of_groups(beside.annexe)] == [(b, c, d)]


def test_titles_name_what_is_meant(beside: Beside) -> None:
    (visit, activity), document = beside.cells[0], beside.document
    here, what = document.entity(visit), document.entity(activity)
    assert here is not None
    assert what is not None
    assert TimesInVisit(visit, activity, 3).title(document) == f"Do {what.title} 3 times at {here.title}"
    assert (
        ClassifyMarks(beside.cells[:1], MarkKind.OPTIONAL).title(document)
        == f"Class {what.title} at {here.title} as optional"
    )


def test_rules_say_why_not(beside: Beside) -> None:
    visit, activities = beside.visits[0]
    unplanned = next(
        each.id
        for each in beside.document.designs()[0].activities
        if each.id is not None and each.id not in activities
    )
    for command, words in (
        (ClassifyMarks(((visit, unplanned),), MarkKind.OPTIONAL), "is not planned at"),
        (ClassifyMarks((("Nowhere", unplanned),), MarkKind.OPTIONAL), "is not in the study any more"),
        (OneOfGroup(visit, (activities[0], activities[0])), "two activities or more"),
        (TimesInVisit(visit, activities[0], 0), "from 1 to 999"),
        (Span(activities[0], visit, visit), "where it begins and where it ends"),
    ):
        with pytest.raises(CannotError, match=words):
            beside.do(command)
    with pytest.raises(CannotError):
        beside.do(DissolveGroup("OneOf_9"))
    assert beside.annexe.to_bytes() == Annexe.empty().to_bytes()


def test_a_preview_leaves_nothing(beside: Beside) -> None:
    command = ClassifyMarks(beside.cells[:1], MarkKind.CONDITIONAL)
    with previewed(beside.document, command, lambda prefix: prefix, beside.annexe):
        assert conditional_marks(beside.annexe) == {beside.cells[0]}
    assert beside.annexe.is_empty


def test_what_is_said_of_one_cell_is_one_field() -> None:
    assert entry_id("mark", ("a:b", "c")) != entry_id("mark", ("a", "b:c"))
    annexe = Annexe.empty()
    with pytest.raises(ChangeRefusedError):
        apply(annexe, [Set(entry_id("mark", ("a", "b")), "kind", "optional", "conditional")])


@pytest.mark.parametrize("data", [b'{"format": 2, "marks": []}', b'{"marks": []}', b'{"format": true}'])
def test_an_unknown_format_is_refused(data: bytes) -> None:
    with pytest.raises(UnknownFormatError, match="It is kept as it is"):
        Annexe.from_bytes(data)


@pytest.mark.parametrize("data", [b"[]", b"{", b'{"format": 1, "format": 1}', b"\xff"])
def test_what_is_no_annexe_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="annexe"):
        Annexe.from_bytes(data)


def test_damaged_entries_say_nothing() -> None:
    annexe = Annexe.from_bytes(
        b'{"format": 1, "marks": [7, {"id": null, "kind": "conditional"}], "times": [{"times": "x"}],'
        b' "groups": {"a": 1}, "spans": null, "more": [1.10]}'
    )
    assert conditional_marks(annexe) == frozenset()
    assert (times_in_visit(annexe), one_of_groups(annexe), spans(annexe)) == ({}, (), ())
    assert b"1.10" in annexe.to_bytes()
