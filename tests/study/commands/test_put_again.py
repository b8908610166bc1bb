"""Edits that did not fit, decided by field: what mine and theirs are, mine put again, refused where it cannot be."""

from __future__ import annotations

from itertools import count

from study.annexe import Annexe
from study.change_set import ChangeSet, Recorded, Target
from study.commands.attributes import SetAttribute
from study.commands.command import Command
from study.commands.deletion import DeleteVisits
from study.commands.execute import execute
from study.commands.marks import SetMarks
from study.commands.put_again import PutAgain, fields_of, put_again
from study.commands.visits import AddVisit
from study.json_types import ABSENT
from study.model import ScheduledInstance
from tests.study.commands.lawful import done, opened, refused
from tests.study.commands.planned_days import visit
from tests.study.studies import SAMPLE


def edit_of(*commands: Command) -> ChangeSet:
    """What these commands do, as one edit that was made on the study as it was."""
    document, numbers = opened(SAMPLE), count(1)
    recorded: list[Recorded] = []
    for command in commands:
        recorded += execute(document, command, lambda prefix: f"{prefix}_mine{next(numbers)}").recorded
    return ChangeSet(
        "11111111-0000-4000-8000-000000000000",
        "one",
        1,
        "Ada",
        "2026-11-23T10:00:00Z",
        Target.PROTOCOL,
        "several",
        "Tidy up",
        tuple(recorded),
    )


def test_each_field_says_what_it_was_what_it_is_and_mine() -> None:
    document = opened(SAMPLE)
    d8 = visit(document, "Cycle n Day 8")
    edit = edit_of(SetAttribute(d8, "label", "Mine"), SetAttribute(d8, "description", "Also mine"))
    done(document, SetAttribute(d8, "label", "Theirs"))
    label, description = fields_of(edit, document, Annexe.empty())
    assert (label.base, label.mine, label.theirs) == ("Cycle n Day 8", "Mine", "Theirs")
    assert label.is_met
    assert not label.is_done
    assert not description.is_met
    executed = done(document, put_again(edit, (description,)))
    assert executed.title == "Again: Tidy up"
    item = ScheduledInstance(document.index.unique[d8])
    assert (item.label, item.description) == ("Theirs", "Also mine")
    done(document, put_again(edit, (label,)))
    assert item.label == "Mine"
    assert all(each.is_done for each in fields_of(edit, document, Annexe.empty()))


def test_marks_and_new_visits_are_put_again_and_links_follow() -> None:
    document = opened(SAMPLE)
    d8 = visit(document, "Cycle n Day 8")
    activity = next(
        a.id or ""
        for a in document.designs()[0].activities
        if a.id not in ScheduledInstance(document.index.unique[d8]).activities and not a.children
    )
    edit = edit_of(SetMarks(((d8, activity),), marked=True), AddVisit("Extra", d8, "P1W"))
    fields = fields_of(edit, document, Annexe.empty())
    assert {each.theirs for each in fields if each.mine == activity} == {ABSENT}
    done(document, put_again(edit, fields))
    assert activity in ScheduledInstance(document.index.unique[d8]).activities
    assert "Extra" in [i.title for i in document.designs()[0].timelines[0].instances]
    assert not any(
        each.theirs is ABSENT for each in fields_of(edit, document, Annexe.empty()) if each.base is ABSENT
    )


def test_what_is_gone_cannot_be_put_again_and_says_why() -> None:
    document = opened(SAMPLE)
    d8 = visit(document, "Cycle n Day 8")
    edit = edit_of(SetAttribute(d8, "label", "Mine"))
    done(document, DeleteVisits((d8,)), explains=("DDF00009", "MAESTRO-UNREACHABLE"))
    (field,) = fields_of(edit, document, Annexe.empty())
    assert "not in the study" in field.why_not
    assert refused(document, put_again(edit, (field,))) == field.why_not
    assert refused(document, PutAgain((), "x")) == "Nothing is chosen."
