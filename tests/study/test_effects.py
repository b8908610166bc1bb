"""What a change does to the visits of a timeline, in words, on a real study."""

from __future__ import annotations

from itertools import count

from study.commands.command import Command
from study.commands.deletion import DeleteVisits
from study.commands.epochs import AssignEpoch
from study.commands.execute import previewed
from study.commands.timing import ShiftAfter
from study.commands.visits import AddVisit
from study.commands.windows import SetWindow
from study.document import Document
from study.effects import Effects, effects, effects_text, seen
from study.timeline import planned_times
from tests.shared import shared_study

_NUMBERS = count()


def study() -> Document:
    return Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))


def key_of(document: Document, title: str) -> str:
    _, _, timeline = document.default_timeline() or (None, None, None)
    assert timeline is not None
    return next(each.id or "" for each in timeline.instances if each.title == title)


def of(document: Document, command: Command) -> Effects:
    found = document.default_timeline()
    assert found is not None
    _, design, timeline = found
    before = seen(planned_times(timeline, design))
    with previewed(document, command, lambda prefix: f"{prefix}_new{next(_NUMBERS)}"):
        return effects(before, seen(planned_times(timeline, design)))


def test_what_moves_is_told_with_both_days_and_what_stays_behind_it() -> None:
    document = study()
    what = of(document, ShiftAfter(key_of(document, "Week 8"), "P1W"))
    assert what
    assert key_of(document, "Week 8") not in what.moved
    was, now = what.moved[key_of(document, "Week 12")]
    assert (was.day, now.day) == ("Day 85", "Day 92")
    text = effects_text(what)
    assert text.startswith(f"{len(what.moved)} visits move: ")
    assert not what.stays


def test_one_that_stays_behind_what_moves_is_named() -> None:
    document = study()
    first = key_of(document, "Week 8")
    what = of(document, ShiftAfter(first, "P1W"))
    whole = Effects(what.moved, {first: next(iter(what.moved.values()))[0]}, {}, {}, {}, {})
    assert effects_text(whole).endswith(" stays where it is.")


def test_windows_epochs_what_comes_and_what_goes_are_told() -> None:
    document = study()
    week_8, week_12 = key_of(document, "Week 8"), key_of(document, "Week 12")
    assert "2 visits with another window: " in effects_text(
        of(document, SetWindow((week_8, week_12), "P1D", "P1D"))
    )
    other = next(e.id for d in document.designs() for e in d.epochs if e.title == "Follow Up")
    assert effects_text(of(document, AssignEpoch((week_8,), other))) == "1 visit in another epoch: Week 8."
    assert "Added: Call (Day 60, " in effects_text(of(document, AddVisit("Call", week_8, "P3D")))
    gone = of(document, DeleteVisits((week_12,)))
    assert effects_text(gone) == "Deleted: Week 12."
    assert not gone.moved


def test_a_change_of_nothing_that_visits_show_says_so() -> None:
    document = study()
    found = document.default_timeline()
    assert found is not None
    same = seen(planned_times(found[2], found[1]))
    assert not effects(same, same)
    assert effects_text(effects(same, same)) == "No visit changes."
