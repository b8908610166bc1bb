"""The laws of a person's edit as one value: nothing lost on the way, taken back exactly, refused with a reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.annexe import Annexe
from study.apply import ChangeRefusedError, apply, removal_of, setting_of
from study.change_set import (
    LONGEST_TEXT,
    ChangeSet,
    Recorded,
    Target,
    change_set_from_json,
    change_set_json,
    change_set_text,
    inverse_recorded,
    read_change_set,
    recorded,
)
from study.changes import AddRef, Change, Insert, Move, Place, RemoveRef, Set, UnknownFormatError, to_text
from study.document import Document
from study.history import History, Step
from study.json_types import ABSENT, JsonObject, JsonValue, same
from tests.shared import SHARED_STUDIES
from tests.study.changing import drawn_changes, opened_pool
from tests.study.studies import FIXTURES, SAMPLE, ordered, study_bytes
from tests.study.test_changes import CHANGES

SEEDS = st.integers(0, 2**32)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{7,20}", fullmatch=True)
CHANGE_SETS = st.builds(
    ChangeSet,
    IDS,
    TEXTS,
    st.integers(0, 2**53 - 1),
    TEXTS,
    st.sampled_from(["2026-03-03T16:30:00Z", "2026-03-03T16:30:00.123456Z"]),
    st.sampled_from(Target),
    TEXTS,
    TEXTS,
    st.lists(st.builds(Recorded, CHANGES, st.booleans()), max_size=3).map(tuple),
    TEXTS,
    st.none() | IDS,
)
_number = count(1)


def as_set(changes: tuple[Recorded, ...], undoes: str | None = None, title: str = "Edit") -> ChangeSet:
    return ChangeSet(
        f"change-set-{next(_number)}",
        "study",
        3,
        "A. Author",
        "2026-03-03T16:30:00Z",
        Target.PROTOCOL,
        "edit",
        title,
        changes,
        "because",
        undoes,
    )


# -- serialised --------------------------------------------------------------------------------------------------


@given(CHANGE_SETS)
@settings(max_examples=60)
def test_a_change_set_comes_back_from_its_text(change_set: ChangeSet) -> None:
    text = change_set_text(change_set)
    again = read_change_set(text)
    assert "\n" not in text
    assert text.isascii()
    assert change_set_text(again) == text
    assert replace(again, recorded=()) == replace(change_set, recorded=())
    assert [each.derived for each in again.recorded] == [each.derived for each in change_set.recorded]
    assert [to_text(each) for each in again.changes] == [to_text(each) for each in change_set.changes]


def example() -> JsonObject:
    change = Set("A", "name", "a", "b")
    return change_set_json(as_set(recorded([change], [Set("B", "previousId", None, "A")])))


def test_what_is_only_derived_is_flagged_and_nothing_else_is() -> None:
    meant, derived = example()["changes"]
    assert "derived" not in meant
    assert derived["derived"] is True
    assert change_set_from_json(example()).meant == (Set("A", "name", "a", "b"),)


@pytest.mark.parametrize(
    "edit",
    [
        lambda v: v.update(format=2),
        lambda v: v.update(format=True),
        lambda v: v.pop("format"),
        lambda v: v.update(target="biobank"),
        lambda v: v["changes"][0].update(format=9),
        lambda v: v["changes"][0].update(kind="erase"),
    ],
)
def test_what_a_newer_program_made_is_kept_and_refused(edit: Callable[[JsonObject], object]) -> None:
    value = example()
    edit(value)
    text = json.dumps(value)
    with pytest.raises(UnknownFormatError, match="kept as it is"):
        read_change_set(text)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda v: v.pop("id"), '"id"'),
        (lambda v: v.update(id="a b c d e f"), '"id" of a change set must be 8 to 64'),
        (lambda v: v.update(id=7), '"id"'),
        (lambda v: v.update(baseRevision=-1), '"baseRevision"'),
        (lambda v: v.update(baseRevision=True), '"baseRevision"'),
        (lambda v: v.update(baseRevision=1.0), '"baseRevision"'),
        (lambda v: v.update(baseRevision=2**60), '"baseRevision"'),
        (lambda v: v.update(capturedAt="yesterday"), '"capturedAt"'),
        (lambda v: v.update(capturedAt="2026-03-03T16:30:00+01:00"), '"capturedAt"'),
        (lambda v: v.update(undoes="?"), '"undoes"'),
        (lambda v: v.update(title="x" * (LONGEST_TEXT + 1)), "more than 10000 characters"),
        (lambda v: v.update(author=None), '"author"'),
        (lambda v: v.update(changes={}), '"changes"'),
        (lambda v: v.update(changes=[7]), "A change must be a JSON object"),
        (lambda v: v["changes"][0].pop("address"), '"address"'),
        (lambda v: v["changes"][0].update(derived="yes"), '"derived"'),
        (lambda v: v["changes"].append({"format": 1, "kind": "add_ref", "address": "A"}), '"attribute"'),
    ],
)
def test_malformed_ones_are_refused_with_a_sentence(edit: Callable[[JsonObject], object], words: str) -> None:
    value = example()
    edit(value)
    with pytest.raises(ValueError, match=r"must|has more than") as refused:
        read_change_set(json.dumps(value))
    assert not isinstance(refused.value, UnknownFormatError)
    assert words in str(refused.value)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("text", ["", "[]", "7", "{", '{"format": 1, "format": 1}', "[" * 300, "null"])
def test_what_is_no_change_set_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="change set"):
        read_change_set(text)


# -- taken back --------------------------------------------------------------------------------------------------


@given(SEEDS, st.lists(st.integers(1, 3), min_size=1, max_size=4), st.sampled_from([SAMPLE, *FIXTURES]))
@settings(max_examples=10, deadline=None)
def test_undoing_everything_gives_the_first_bytes(seed: int, sizes: list[int], name: str) -> None:
    check_history(name, seed, sizes)


@pytest.mark.parametrize("name", SHARED_STUDIES)
def test_undoing_everything_gives_the_first_bytes_of_a_shared_study(name: str) -> None:
    check_history(name, 20261123, [2, 2])


def check_history(name: str, seed: int, sizes: list[int]) -> None:
    """Sets of drawn changes done one after the other, each sent as text; every prefix opens; all of it undone."""
    data = study_bytes(name)
    drawing = Document.from_bytes(data)
    changes, _ = drawn_changes(drawing, seed, sum(sizes), opened_pool(name))
    document, history = Document.from_bytes(data), History()
    states = [ordered(document.root)]
    for size in sizes:
        part, changes = changes[:size], changes[size:]
        flagged = tuple(Recorded(change, at % 2 == 1) for at, change in enumerate(part))
        made = read_change_set(change_set_text(as_set(flagged)))
        applied = apply(document, made.changes)
        inverse = inverse_recorded(made, applied.inverse)
        assert [each.derived for each in inverse] == [each.derived for each in reversed(made.recorded)]
        history.did(Step(made, inverse, applied.changed))
        states.append(ordered(document.root))
    assert states[-1] == ordered(drawing.root)
    for step in reversed(list(history.steps)):
        # Every prefix of the history is a document that opens and says the same.
        assert ordered(Document.from_bytes(document.to_bytes()).root) == states.pop()
        undo = read_change_set(change_set_text(as_set(step.inverse, step.change_set.id)))
        apply(document, undo.changes)
        history.undid(undo)
    assert document.to_bytes() == data
    assert [each.undoes for each in history.log].count(None) == len(sizes)
    replayed = Document.from_bytes(data)
    for each in history.log:
        apply(replayed, each.changes)
    assert replayed.to_bytes() == data


def test_an_inverse_has_a_change_for_each() -> None:
    with pytest.raises(ValueError, match="one change for each"):
        inverse_recorded(as_set(recorded([Set("A", "name", "a", "b")])), ())


def test_a_change_set_is_said_to_be_made_on_another_revision() -> None:
    made = as_set(())
    assert (made.base_revision, made.on(9).base_revision) == (3, 9)
    assert replace(made.on(9), base_revision=3) == made


# -- bad input ---------------------------------------------------------------------------------------------------


def lzzt_like() -> Document:
    return Document.from_bytes(study_bytes(SAMPLE))


def visits(document: Document) -> list[str]:
    timeline = document.designs()[0].main_timeline
    assert timeline is not None
    return [each.id or "" for each in timeline.instances if not each.is_decision]


def bad_changes() -> dict[str, tuple[list[Change], str]]:
    """Changes that do not fit the sample, and the reason that is told."""
    document = lzzt_like()
    a, b = visits(document)[:2]
    name = document.index.unique[a].get("name")
    removal = removal_of(document, a)
    activities: list[JsonValue] = document.index.unique[a]["activityIds"]
    timeline = removal.owner
    new: JsonObject = {"id": "New_1", "name": "new"}
    return {
        "gone": ([Set("Gone", "name", "x", "y")], "“Gone” is not there any more."),
        "removed before": ([removal, Set(a, "name", name, "x")], f"“{a}” is not there any more."),
        "old value": ([Set(a, "name", "never", "x")], "“name” has another value than when this was planned."),
        "absent is not null": (
            [Set(a, "noSuchAttribute", None, "x")],
            "“noSuchAttribute” has another value than when this was planned.",
        ),
        "twice": (
            [Set(a, "name", name, "x"), Set(a, "name", name, "x")],
            "“name” has another value than when this was planned.",
        ),
        "inserted twice": (
            [
                Insert(timeline, "instances", new, Place(None)),
                Insert(timeline, "instances", new, Place(None)),
            ],
            "The id “New_1” is taken.",
        ),
        "removed twice": ([removal, removal], f"“{a}” is not there any more."),
        "not what it was": (
            [Set(a, "name", name, "x"), removal],
            f"“{a}” is not what it was when its removal was planned.",
        ),
        "out of order": (
            [Set("New_1", "name", "new", "x"), Insert(timeline, "instances", new, Place(None))],
            "“New_1” is not there any more.",
        ),
        "marked twice": (
            [AddRef(a, "activityIds", activities[0], Place(None))],
            f"“{activities[0]}” is there already.",
        ),
        "unmarked twice": (
            [RemoveRef(a, "activityIds", "Nobody", Place(None))],
            "“Nobody” is not there any more.",
        ),
        "no such neighbour": (
            [Insert(timeline, "instances", new, Place("Nobody"))],
            "“Nobody”, behind which this belongs, is not there.",
        ),
        "no list": ([AddRef(a, "name", "x", Place(None))], f"“name” of “{a}” is not a list."),
        "into itself": (
            [Move(timeline, a, "activityIds", Place(None), *_home(document, timeline))],
            f"“{timeline}” cannot be moved into itself.",
        ),
        "an id": ([Set(a, "id", a, "Other")], "An id is not changed by setting it: others refer to it."),
        "an id of another": (
            [Insert(timeline, "instances", {"id": b}, Place(None))],
            f"The id “{b}” is taken.",
        ),
        "no id": (
            [Insert(timeline, "instances", {"name": "x"}, Place(None))],
            "What is inserted must have an id of its own.",
        ),
        "the study": (
            [Set("$root", "study", document.study.raw, None)],
            "The study itself cannot be replaced.",
        ),
    }


def _home(document: Document, address: str) -> tuple[str, str, Place]:
    stood = removal_of(document, address)
    return stood.owner, stood.attribute, stood.place


@pytest.mark.parametrize("what", bad_changes())
def test_what_does_not_fit_is_refused_with_its_reason_and_the_rest_unharmed(what: str) -> None:
    changes, reason = bad_changes()[what]
    document = lzzt_like()
    good = setting_of(document, "$study", "description", "harmless")
    sent = read_change_set(change_set_text(as_set(recorded([good, *changes]))))
    with pytest.raises(ChangeRefusedError) as refused:
        apply(document, sent.changes)
    assert refused.value.reason == reason
    assert document.to_bytes() == study_bytes(SAMPLE)
    apply(document, [good])  # it can still be edited
    assert document.study.raw["description"] == "harmless"


def test_a_set_made_on_a_revision_that_never_was_changes_nothing_that_it_does_not_find() -> None:
    document = lzzt_like()
    made = replace(
        as_set(recorded([Set("$study", "name", "from a study that never was", "x")])), base_revision=999
    )
    with pytest.raises(ChangeRefusedError):
        apply(document, read_change_set(change_set_text(made)).changes)
    assert document.to_bytes() == study_bytes(SAMPLE)


def test_ten_thousand_changes_in_one_message() -> None:
    document = lzzt_like()
    visit = visits(document)[0]
    first = document.index.unique[visit].get("description", ABSENT)
    values: list[JsonValue] = [first, *(f"text {n}" for n in range(10_000))]
    changes = [Set(visit, "description", old, new) for old, new in pairwise(values)]
    made = read_change_set(change_set_text(as_set(recorded(changes))))
    assert len(made.changes) == 10_000
    applied = apply(document, made.changes)
    assert document.index.unique[visit]["description"] == "text 9999"
    assert applied.changed.attributes == {(visit, "description")}
    apply(document, applied.inverse)
    assert document.to_bytes() == study_bytes(SAMPLE)
    spoiled = [*made.changes[:-1], Set(visit, "description", "never", "x")]
    with pytest.raises(ChangeRefusedError):
        apply(document, spoiled)
    assert document.to_bytes() == study_bytes(SAMPLE)


@given(CHANGES)
@settings(max_examples=80)
def test_whatever_comes_is_refused_or_taken_back(change: Change) -> None:
    for tree in (Document.from_bytes(study_bytes(FIXTURES[0])), Annexe.empty()):
        before = ordered(tree.root)
        with suppress(ChangeRefusedError):
            apply(tree, apply(tree, [change]).inverse)
        assert same(ordered(tree.root), before)
