"""Edits carried over to what others did: nothing lost, nothing raised, and what touches the same field always told."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from study.annexe import Annexe, MarkKind, conditional_marks
from study.apply import apply, removal_of, setting_of
from study.change_set import ChangeSet, Recorded, Target, inverse_recorded, recorded
from study.changes import AddRef, Change, Insert, Move, Place, RemoveRef, Set, from_text, to_text
from study.commands.annexe_marks import ClassifyMarks, OneOfGroup
from study.commands.attributes import SetAttribute
from study.commands.command import Command
from study.commands.deletion import DeleteVisit
from study.commands.execute import execute
from study.commands.marks import SetMarks
from study.commands.timing import ShiftAfter
from study.commands.visits import AddVisit
from study.commands.windows import SetWindow
from study.document import Document
from study.json_types import ABSENT, JsonObject, JsonValue
from study.rebase import Rebased, rebase
from study.touched import touched_by
from tests.shared import SHARED_STUDIES
from tests.study.changing import drawn_changes, opened_pool, pool_of
from tests.study.damage import damaged
from tests.study.studies import FIXTURES, SAMPLE, assert_reopens, ordered, study_bytes
from tests.study.test_changes import CHANGES

_number = count(1)


def as_set(changes: Iterable[Change] | Sequence[Recorded], title: str = "Edit", **other: Any) -> ChangeSet:
    listed = list(changes)
    parts = tuple(each if isinstance(each, Recorded) else Recorded(each) for each in listed)
    made = ChangeSet(
        f"set-{next(_number):08}",
        "study",
        1,
        "me",
        "2026-03-03T16:30:00Z",
        Target.PROTOCOL,
        "edit",
        title,
        parts,
    )
    return replace(made, **other)


def fresh(prefix: str) -> str:
    return f"{prefix}_fresh{next(_number)}"


def small() -> Document:
    root = {
        "study": {
            "id": None,
            "name": "S",
            "versions": [
                {
                    "id": "V",
                    "studyDesigns": [
                        {
                            "id": "D",
                            "encounters": [_encounter(n) for n in range(1, 4)],
                            "activities": [],
                            "refs": {"id": "R", "ids": ["x", "y"]},
                        }
                    ],
                }
            ],
        }
    }
    return Document.from_bytes(json.dumps(root).encode())


def _encounter(n: int, last: int = 3) -> JsonObject:
    return {
        "id": f"E{n}",
        "name": f"E{n}",
        "previousId": f"E{n - 1}" if n > 1 else None,
        "nextId": f"E{n + 1}" if n < last else None,
    }


def on(document: Document, theirs: Sequence[ChangeSet], pending: Sequence[ChangeSet]) -> Rebased:
    """Their changes done on the document, the pending ones carried over; the document is left with theirs."""
    for each in theirs:
        apply(document, each.changes)
    before = document.to_bytes()
    rebased = rebase(pending, theirs, document, fresh)
    assert document.to_bytes() == before
    kept = [each.id for each in (*rebased.pending, *rebased.held, *rebased.already)]
    assert Counter(kept) == Counter(each.id for each in pending)
    assert {each.change_set for each in rebased.conflicts} == {each.id for each in rebased.held}
    return rebased


def done(document: Document, rebased: Rebased) -> Document:
    for each in rebased.pending:
        apply(document, each.changes)
    return document


def encounters(document: Document) -> list[str | None]:
    return [each.id for each in document.designs()[0].encounters]


def linked(document: Document) -> bool:
    every = document.designs()[0].encounters
    names = [each.id for each in every]
    return [each.raw["previousId"] for each in every] == [None, *names[:-1]] and [
        each.raw["nextId"] for each in every
    ] == [*names[1:], None]


class InsertEncounter(Command):
    """A command of the tests: an encounter behind another, linked in by a follow-up."""

    __slots__ = ("after", "identity")
    name = "insert_encounter"

    def __init__(self, identity: str, after: str) -> None:
        self.identity, self.after = identity, after

    def title(self, document: Document) -> str:
        return self.identity

    def carry_out(self, draft: object) -> None:
        entity = {"id": self.identity, "name": self.identity, "previousId": None, "nextId": None}
        draft.insert("D", "encounters", entity, self.after)  # type: ignore[attr-defined]


class RemoveEncounter(InsertEncounter):
    """Takes an encounter away."""

    __slots__ = ()

    def carry_out(self, draft: object) -> None:
        draft.remove(self.identity)  # type: ignore[attr-defined]


def by(command: Command, document: Document) -> ChangeSet:
    executed = execute(document, command, fresh)
    return as_set(executed.recorded, executed.title, command=executed.command)


# -- different things --------------------------------------------------------------------------------------------


def test_what_touches_different_things_is_carried_over_as_it_is() -> None:
    document = small()
    mine, theirs = as_set([Set("E1", "name", "E1", "One")]), as_set([Set("E1", "label", ABSENT, "1")])
    rebased = on(document, [theirs], [mine])
    assert rebased.pending == (mine,)
    assert rebased.conflicts == ()


def test_the_revision_that_it_is_now_made_on_is_said() -> None:
    document = small()
    rebased = rebase([as_set([Set("E1", "name", "E1", "One")])], [], document, fresh, revision=7)
    assert [each.base_revision for each in rebased.pending] == [7]


def test_two_people_mark_two_cells_of_one_visit() -> None:
    mine, theirs = (as_set([AddRef("R", "ids", name, Place("y"))]) for name in ("b", "a"))
    one = done(document := small(), on(document, [theirs], [mine]))
    two = done(document := small(), on(document, [mine], [theirs]))
    assert one.to_bytes() == two.to_bytes()
    assert one.index.unique["R"]["ids"] == ["x", "y", "a", "b"]


def test_a_place_falls_back_to_the_nearest_predecessor_that_is_left() -> None:
    document = small()
    theirs = [as_set([removal_of(document, "E2")])]
    apply(document, theirs[0].changes)
    theirs.append(as_set([removal_of(document, "E1")]))
    mine = as_set([Insert("D", "encounters", _encounter(9), Place("E2"))])
    rebased = on(small(), theirs, [mine])
    (change,) = rebased.pending[0].meant
    assert isinstance(change, Insert)
    assert change.place == Place(None)


def test_links_are_computed_again() -> None:
    document = small()
    mine = by(InsertEncounter("M", "E1"), document)
    theirs = by(InsertEncounter("T", "E1"), small())
    assert [each.derived for each in mine.recorded].count(True) > 1
    one = done(base := small(), on(base, [theirs], [mine]))
    two = done(base := small(), on(base, [mine], [theirs]))
    assert encounters(one) == ["E1", "M", "T", "E2", "E3"]
    assert linked(one)
    assert ordered(one.root) == ordered(two.root)


def test_what_was_put_behind_one_that_is_gone_is_linked_in_where_it_now_stands() -> None:
    mine = by(InsertEncounter("M", "E2"), small())
    theirs = by(RemoveEncounter("E2", ""), small())
    one = done(base := small(), on(base, [theirs], [mine]))
    two = done(base := small(), on(base, [mine], [theirs]))
    assert encounters(one) == encounters(two) == ["E1", "M", "E3"]
    assert linked(one)
    assert linked(two)


def test_an_undo_is_carried_over_too() -> None:
    document = small()
    executed = execute(document, RemoveEncounter("E2", ""), fresh)
    mine = as_set(executed.recorded)
    undo = as_set(inverse_recorded(mine, executed.inverse), undoes=mine.id)
    theirs = by(InsertEncounter("T", "E3"), small())
    base = small()
    rebased = on(base, [theirs], [mine, undo])
    assert encounters(done(base, rebased)) == ["E1", "E2", "E3", "T"]
    assert linked(base)
    alone = small()
    apply(alone, mine.changes)
    (left,) = rebase([undo], [by(InsertEncounter("T", "E1"), small())], alone, fresh).pending
    apply(alone, left.changes)
    assert linked(alone)


def test_the_same_on_both_sides_is_there_already() -> None:
    for change in (
        Set("E1", "name", "E1", "One"),
        AddRef("R", "ids", "z", Place("y")),
        RemoveRef("R", "ids", "x", Place(None)),
        removal_of(small(), "E2"),
        Insert("D", "activities", {"id": "A"}, Place(None)),
    ):
        mine, theirs = as_set([change]), as_set([change])
        rebased = on(small(), [theirs], [mine])
        assert (rebased.already, rebased.conflicts) == ((mine,), ())


@pytest.mark.parametrize("place", [1, 3])
def test_the_same_visit_deleted_by_both_is_gone_and_no_conflict(place: int) -> None:
    document = Document.from_bytes(study_bytes(SAMPLE))
    timeline = document.default_timeline()
    assert timeline is not None
    visit = [each.id or "" for each in timeline[2].instances if not each.is_decision][place]
    mine = by(DeleteVisit(visit), Document.from_bytes(study_bytes(SAMPLE)))
    theirs = by(DeleteVisit(visit), Document.from_bytes(study_bytes(SAMPLE)))
    rebased = on(document, [theirs], [mine])
    assert rebased.already == (mine,)
    assert not rebased.conflicts


def test_what_the_server_took_in_already_is_not_done_again() -> None:
    mine = as_set([Set("E1", "name", "E1", "One")])
    later = as_set([Set("E1", "name", "One", "Uno")])
    rebased = on(small(), [mine], [mine, later])
    assert (rebased.already, rebased.pending) == ((mine,), (later,))


def test_what_they_took_back_themselves_is_no_conflict() -> None:
    theirs = as_set([Set("E1", "name", "E1", "Eins")])
    back = as_set([Set("E1", "name", "Eins", "E1")], undoes=theirs.id)
    mine = as_set([removal_of(small(), "E1")])
    rebased = on(small(), [theirs, back], [mine])
    assert rebased.conflicts == ()


# -- the same thing ----------------------------------------------------------------------------------------------


def conflict_of(mine: ChangeSet, theirs: ChangeSet) -> tuple[JsonValue, JsonValue, JsonValue, str]:
    rebased = on(small(), [theirs], [mine])
    assert rebased.held == (mine,)
    (conflict,) = rebased.conflicts
    assert conflict.against == theirs.id
    return conflict.base, conflict.mine, conflict.theirs, conflict.reason


def test_one_field_two_values() -> None:
    mine, theirs = (as_set([Set("E1", "name", "E1", name)]) for name in ("Mine", "Theirs"))
    assert conflict_of(mine, theirs) == ("E1", "Mine", "Theirs", "It was changed meanwhile.")


def test_removed_here_and_changed_there() -> None:
    removed, changed = as_set([removal_of(small(), "E1")]), as_set([Set("E1", "name", "E1", "One")])
    base, mine, theirs, reason = conflict_of(removed, changed)
    assert (base["name"], mine, theirs["name"]) == ("E1", ABSENT, "One")
    assert reason == "It was changed or is used anew meanwhile, and is to be removed."
    base, mine, theirs, reason = conflict_of(changed, removed)
    assert (base, mine, theirs) == ("E1", "One", ABSENT)
    assert reason == "What it changes was removed meanwhile."


def test_removed_here_and_used_there() -> None:
    removed, used = as_set([removal_of(small(), "E1")]), as_set([AddRef("R", "ids", "E1", Place("y"))])
    assert conflict_of(removed, used)[3].startswith("It was changed or is used anew meanwhile")
    assert conflict_of(used, removed)[3] == "It refers to “E1”, which was removed meanwhile."


def test_moved_to_two_places() -> None:
    first = as_set([Move("E1", "D", "encounters", Place("E2"), "D", "encounters", Place(None))])
    second = as_set([Move("E1", "D", "encounters", Place("E3"), "D", "encounters", Place(None))])
    base, mine, theirs, reason = conflict_of(first, second)
    assert (base["after"], mine["after"], theirs["after"]) == (None, "E2", "E3")
    assert reason == "It was moved elsewhere meanwhile."


def test_a_list_written_whole_and_one_entry_of_it() -> None:
    whole = as_set([Set("R", "ids", ["x", "y"], ["y", "x"])])
    entry = as_set([AddRef("R", "ids", "z", Place("y"))])
    assert conflict_of(whole, entry)[1] == ["y", "x"]
    assert conflict_of(entry, whole)[3] == "The whole list was changed meanwhile."


def test_a_set_with_a_conflict_is_kept_out_whole_and_what_rests_on_it_says_so() -> None:
    first = as_set([Set("E1", "name", "E1", "Mine"), Set("E2", "name", "E2", "Also")], "Rename both")
    second = as_set([Set("E2", "name", "Also", "Again")])
    third = as_set([Set("E3", "name", "E3", "Three")])
    theirs = as_set([Set("E1", "name", "E1", "Theirs")])
    rebased = on(small(), [theirs], [first, second, third])
    assert (rebased.held, rebased.pending) == ((first, second), (third,))
    assert [each.reason for each in rebased.conflicts] == [
        "It was changed meanwhile.",
        "It builds on “Rename both”, which waits to be decided.",
    ]


def test_all_conflicts_of_a_set_are_told() -> None:
    mine = as_set([Set("E1", "name", "E1", "1"), Set("E2", "name", "E2", "2"), Set("E3", "name", "E3", "3")])
    theirs = as_set([Set("E1", "name", "E1", "i"), Set("E3", "name", "E3", "iii")])
    rebased = on(small(), [theirs], [mine])
    assert [(each.mine, each.theirs) for each in rebased.conflicts] == [("1", "i"), ("3", "iii")]


def test_a_base_that_never_was_is_told() -> None:
    mine = as_set([Set("E1", "name", "never", "Mine")])
    rebased = on(small(), [], [mine])
    (conflict,) = rebased.conflicts
    assert conflict.against == ""
    assert conflict.reason == "What it was made on is not there: the study says something else."


def test_what_would_lead_nowhere_in_another_file_is_told() -> None:
    marked = as_set([AddRef("R", "ids", "E9", Place("y"))])
    both: list[Change] = [
        AddRef("R", "ids", "New", Place("y")),
        Insert("D", "activities", {"id": "New"}, Place(None)),
    ]
    whole = as_set(both)
    rebased = on(small(), [], [marked, whole])
    assert (rebased.held, rebased.pending) == ((marked,), (whole,))
    assert rebased.conflicts[0].reason == "It refers to “E9”, which is not in the study."


def test_what_they_only_derived_gives_way_to_what_was_meant() -> None:
    mine = as_set([Set("E1", "nextId", "E2", "E3")])
    theirs = as_set(recorded([Set("E3", "name", "E3", "x")], [Set("E1", "nextId", "E2", None)]))
    base = small()
    rebased = on(base, [theirs], [mine])
    assert rebased.pending[0].changes == (Set("E1", "nextId", None, "E3"),)


# -- the annexe --------------------------------------------------------------------------------------------------


def test_what_is_kept_beside_is_carried_over_alike() -> None:
    document = Document.from_bytes(study_bytes(SAMPLE))
    timeline = document.designs()[0].main_timeline
    assert timeline is not None
    visit = next(each for each in timeline.instances if len(each.activities) > 2)
    a, b, c = [(visit.id or "", activity) for activity in visit.activities[:3]]

    def said(command: Command) -> ChangeSet:
        executed = execute(document, command, fresh, Annexe.empty())
        return as_set(executed.recorded, target=Target.ANNEXE)

    theirs = said(ClassifyMarks((a, b), MarkKind.OPTIONAL))
    other, clash = (
        said(ClassifyMarks((c,), MarkKind.CONDITIONAL)),
        said(ClassifyMarks((a,), MarkKind.CONDITIONAL)),
    )
    group, same = said(OneOfGroup(a[0], (a[1], b[1]))), said(ClassifyMarks((b,), MarkKind.OPTIONAL))
    annexe = Annexe.empty()
    apply(annexe, theirs.changes)
    before = annexe.to_bytes()
    rebased = rebase([other, clash, group, same], [theirs], document, fresh, annexe)
    assert annexe.to_bytes() == before
    assert [each.id for each in rebased.pending] == [other.id, group.id]
    assert (rebased.held, rebased.already) == ((clash,), (same,))
    for each in rebased.pending:
        apply(annexe, each.changes)
    assert conditional_marks(annexe) == {c}


# -- laws --------------------------------------------------------------------------------------------------------

SEEDS = st.integers(0, 2**32)
STUDIES = (SAMPLE, *FIXTURES)


def values(root: JsonValue) -> object:
    """Typed values; lists in order, but not in what order an object's attributes are written, which says nothing."""
    if type(root) is dict:
        return ("object", frozenset((key, values(item)) for key, item in root.items()))
    if type(root) is list:
        return ("array", tuple(values(item) for item in root))
    return ordered(root)


def drawn(name: str, seed: int, size: int, prefix: str) -> list[ChangeSet]:
    """Edits of a study, each a set, drawn at random; what is new is called after its side."""
    document = Document.from_bytes(study_bytes(name))
    changes, _ = drawn_changes(document, seed, size, opened_pool(name, schedule=True))
    return [as_set([from_text(to_text(change).replace('"new_', f'"{prefix}_new_'))]) for change in changes]


def places(sets: Sequence[ChangeSet]) -> Counter[tuple[str, str, str | None]]:
    found: Counter[tuple[str, str, str | None]] = Counter()
    for each in sets:
        for change in each.changes:
            match change:
                case Insert() | Move():
                    found[change.owner, change.attribute, change.place.after] += 1
                case AddRef():
                    found[change.address, change.attribute, change.place.after] += 1
    return found


def moved(sets: Sequence[ChangeSet]) -> set[str | None]:
    return {change.entity for each in sets for change in each.changes if isinstance(change, Move)}


def owners_change(sets: Sequence[ChangeSet]) -> bool:
    return any(isinstance(c, Move) and c.owner != c.old_owner for each in sets for c in each.changes)


@given(SEEDS, SEEDS, st.integers(1, 4), st.integers(1, 4), st.sampled_from(STUDIES))
@settings(max_examples=15, deadline=None)
def test_either_order_gives_the_same_where_different_things_are_touched(
    seed: int, other: int, size: int, more: int, name: str
) -> None:
    check_either_order(name, drawn(name, seed, size, "m"), drawn(name, other, more, "t"))


@given(SEEDS, SEEDS)
@settings(max_examples=3, deadline=None)
def test_either_order_on_a_shared_study(seed: int, other: int) -> None:
    name = SHARED_STUDIES[1]
    check_either_order(name, drawn(name, seed, 3, "m"), drawn(name, other, 3, "t"))


def check_either_order(name: str, mine: Sequence[ChangeSet], theirs: Sequence[ChangeSet]) -> None:
    one = Document.from_bytes(study_bytes(name))
    two = Document.from_bytes(study_bytes(name))
    here, there_ = on(one, theirs, mine), on(two, mine, theirs)  # whatever they touch, nothing raises
    touched_mine = touched_by(change for each in mine for change in each.changes)
    touched_theirs = touched_by(change for each in theirs for change in each.changes)
    assume(not touched_mine.meets(touched_theirs))
    assume(not (owners_change(mine) and owners_change(theirs)))
    assert here.conflicts == ()
    assert there_.conflicts == ()
    # Of several that one side put behind the same neighbour the newest stands first; beside others' it is by id.
    both = places(mine).keys() & places(theirs).keys()
    assume(all(places(mine)[at] == places(theirs)[at] == 1 for at in both))
    # And nothing is behind a neighbour that the other side puts elsewhere: it stays with it, or stays where it was.
    assume(not moved(mine) & {after for _, _, after in places(theirs)})
    assume(not moved(theirs) & {after for _, _, after in places(mine)})
    assert values(done(one, here).root) == values(done(two, there_).root)


@given(SEEDS, st.sampled_from(STUDIES), st.data())
@settings(max_examples=15, deadline=None)
def test_the_same_field_is_always_told(seed: int, name: str, data: st.DataObject) -> None:
    document = Document.from_bytes(study_bytes(name))
    pool = opened_pool(name, schedule=True)
    address = data.draw(st.sampled_from(pool.addresses))
    item = document.index.object_at(address)
    assert item is not None
    attribute = data.draw(st.sampled_from([key for key in item if key not in ("id", "study")]))
    mine, theirs = (as_set([setting_of(document, address, attribute, value)]) for value in ("mine", "theirs"))
    others = drawn(name, seed, 3, "t")
    assume(not touched_by(c for each in others for c in each.changes).meets(touched_by(theirs.changes)))
    rebased = on(document, [theirs, *others], [mine])
    assert rebased.held == (mine,)
    (conflict,) = rebased.conflicts
    assert (conflict.mine, conflict.theirs) == ("mine", "theirs")
    assert ordered(conflict.base) == ordered(
        Document.from_bytes(study_bytes(name)).index.object_at(address)[attribute]  # type: ignore[index]
    )


@pytest.mark.parametrize("name", [SAMPLE, SHARED_STUDIES[1]])
def test_marks_of_two_people_in_one_visit(name: str) -> None:
    document = Document.from_bytes(study_bytes(name))
    timeline = document.designs()[0].main_timeline
    assert timeline is not None
    visit = next(each for each in timeline.instances if each.activities)
    free = [
        each.id for each in document.designs()[0].activities if each.id and each.id not in visit.activities
    ][:4]
    cells = [(visit.id or "", each) for each in free]
    mine, theirs = (
        by(SetMarks(tuple(part), marked=True), Document.from_bytes(study_bytes(name)))
        for part in (cells[:2], cells[2:])
    )
    one, two = Document.from_bytes(study_bytes(name)), Document.from_bytes(study_bytes(name))
    assert done(one, on(one, [theirs], [mine])).to_bytes() == done(two, on(two, [mine], [theirs])).to_bytes()
    after = one.index.object_at(visit.id or "")
    assert after is not None
    assert set(free) <= set(after["activityIds"])


# -- what people do ----------------------------------------------------------------------------------------------


def commands(side: str) -> dict[str, Command]:
    """What two people may do to the same corner of the sample; `side` tells what each says of their own."""
    timeline = Document.from_bytes(study_bytes(SAMPLE)).designs()[0].main_timeline
    assert timeline is not None
    visits = {each.name: each.id or "" for each in timeline.instances}
    first, second, third = visits["C_D1"], visits["C_D8"], visits["SAFETY_FU"]
    activity = next(each for each in timeline.instances if each.id == third).activities[0]
    mine = side == "m"
    return {
        "add": AddVisit(f"Extra {side}", after=second, offset="P3D", like=second),
        "add later": AddVisit(f"Late {side}", after=third, offset="P3D", like=third),
        "delete": DeleteVisit(second),
        "window": SetWindow((second, third), "P1D", "P4D" if mine else "P5D"),
        "shift": ShiftAfter(first, "P2D" if mine else "P3D"),
        "mark": SetMarks(((second, activity), (third, activity)), marked=mine),
        "rename": SetAttribute(second, "label", f"Day 8 {side}"),
    }


@pytest.mark.parametrize("what", commands("m"))
def test_what_two_people_do_is_the_same_in_either_order_or_told_to_both(what: str) -> None:
    mine = by(commands("m")[what], Document.from_bytes(study_bytes(SAMPLE)))
    for name, command in commands("t").items():
        theirs = by(command, Document.from_bytes(study_bytes(SAMPLE)))
        one, two = (Document.from_bytes(study_bytes(SAMPLE)) for _ in range(2))
        here, back = on(one, [theirs], [mine]), on(two, [mine], [theirs])
        assert bool(here.conflicts) == bool(back.conflicts), name
        if not here.conflicts:
            assert values(done(one, here).root) == values(done(two, back).root), name
            assert_reopens(one)


def test_what_would_go_with_something_removed_is_told_where_they_changed_it() -> None:
    mine = by(commands("m")["delete"], Document.from_bytes(study_bytes(SAMPLE)))
    theirs = by(commands("t")["window"], Document.from_bytes(study_bytes(SAMPLE)))
    rebased = on(Document.from_bytes(study_bytes(SAMPLE)), [theirs], [mine])
    assert rebased.held == (mine,)
    assert {each.against for each in rebased.conflicts} == {theirs.id}
    assert {each.theirs["instanceType"] for each in rebased.conflicts} == {"Timing"}


@given(st.lists(CHANGES, max_size=4), st.lists(CHANGES, max_size=3), SEEDS)
@settings(max_examples=25, deadline=None)
def test_whatever_comes_nothing_raises_and_nothing_is_lost(
    mine: list[Change], theirs: list[Change], seed: int
) -> None:
    document = Document.from_bytes(json.dumps(damaged("minimal-v4", Random(seed), 6)).encode())
    drawn_here, back = drawn_changes(document, seed, 3, pool_of(document))
    apply(document, back)
    pending = [as_set([change]) for change in (*mine, *drawn_here)]
    before = document.to_bytes()
    rebased = rebase(pending, [as_set(theirs)], document, fresh, Annexe.empty())
    assert document.to_bytes() == before
    kept = [each.id for each in (*rebased.pending, *rebased.held, *rebased.already)]
    assert Counter(kept) == Counter(each.id for each in pending)
    done(document, rebased)
