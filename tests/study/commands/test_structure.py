"""Epochs, arms, elements and cells: added, deleted, split, merged and assigned."""

from __future__ import annotations

import pytest

from study.code_lists import FOLLOW_UP_EPOCH, PLACEBO_ARM
from study.commands.arms import AddArm, DeleteArm
from study.commands.cells import AddElement, AssignElements, DeleteElement, MergeCells, SplitCell
from study.commands.epochs import AddEpoch, AssignEpoch, DeleteEpoch, MergeEpochs, MoveEpoch, SplitEpoch
from study.document import Document
from study.model import StudyCell, StudyDesign
from study.protocol_order import protocol_order
from tests.study.commands.lawful import BOTH, STUDIES, done, opened, refused
from tests.study.studies import SAMPLE

ALEXION, LZZT, LILLY_3 = STUDIES[:3]
ORDER = ("DDF00088",)
"""The order of epochs then differs from the schedule's, which is what moving one means."""


def design_of(document: Document) -> StudyDesign:
    return document.designs()[0]


def epochs(document: Document) -> list[str]:
    """The titles in protocol order, the list's order being the same."""
    design = design_of(document)
    ordered = protocol_order(design.epochs)
    assert [e.id for e in ordered] == [e.id for e in design.epochs]
    return [epoch.title for epoch in ordered]


def epoch_id(document: Document, title: str) -> str:
    return next(str(e.id) for e in design_of(document).epochs if e.title == title)


def in_epoch(document: Document, epoch: str | None) -> list[str]:
    return [str(i.id) for t in design_of(document).timelines for i in t.instances if i.epoch == epoch]


def cell(document: Document, arm: str, epoch: str) -> StudyCell | None:
    return next((c for c in design_of(document).cells if (c.arm, c.epoch) == (arm, epoch)), None)


@pytest.mark.parametrize("name", STUDIES)
def test_an_epoch_is_added_in_its_place_with_a_code_of_cdisc(name: str) -> None:
    document = opened(name)
    before = epochs(document)
    first = epoch_id(document, before[0])
    executed = done(document, AddEpoch("Extension", FOLLOW_UP_EPOCH, after=first))
    assert executed.title == "Add the epoch Extension"
    assert epochs(document) == [before[0], "Extension", *before[1:]]
    new, like = (design_of(document).epochs[n] for n in (1, 0))
    assert new.type is not None
    assert (new.type.code, new.type.decode) == ("C202578", "Follow-Up Epoch")
    assert like.type is not None
    assert new.type.raw["codeSystemVersion"] == like.type.raw["codeSystemVersion"]
    assert set(new.raw) == set(like.raw)


@pytest.mark.parametrize("name", STUDIES)
def test_a_deleted_epoch_takes_its_cells_and_leaves_its_visits(name: str) -> None:
    document = opened(name)
    title = epochs(document)[1]
    epoch = epoch_id(document, title)
    there = in_epoch(document, epoch)
    executed = done(document, DeleteEpoch(epoch))
    assert f"{len(there)} visit" in executed.title
    assert set(there) <= set(in_epoch(document, None))
    assert title not in epochs(document)
    assert all(c.epoch != epoch for c in design_of(document).cells)
    assert f'"{epoch}"' not in document.to_bytes().decode()


def test_a_deleted_epoch_can_hand_its_visits_to_another() -> None:
    document = opened(LZZT)
    titles = epochs(document)
    gone, into = epoch_id(document, titles[2]), epoch_id(document, titles[1])
    there = in_epoch(document, gone)
    done(document, DeleteEpoch(gone, into=into))
    assert set(there) <= set(in_epoch(document, into))
    assert "another epoch" in refused(document, DeleteEpoch(into, into=into))


@pytest.mark.parametrize("name", BOTH)
def test_an_epoch_is_moved_with_its_links(name: str) -> None:
    document = opened(name)
    before = epochs(document)
    done(document, MoveEpoch(epoch_id(document, before[-1]), None), explains=ORDER)
    assert epochs(document) == [before[-1], *before[:-1]]
    done(
        document,
        MoveEpoch(epoch_id(document, before[0]), epoch_id(document, before[1])),
        explains=ORDER,
    )
    assert epochs(document) == [before[-1], before[1], before[0], *before[2:-1]]


@pytest.mark.parametrize("name", STUDIES)
def test_an_epoch_is_split_at_a_visit_and_merged_again(name: str) -> None:
    document = opened(name)
    found = document.default_timeline()
    assert found is not None
    by_epoch: dict[str, list[str]] = {}
    for instance in found[2].instances:
        if instance.epoch:
            by_epoch.setdefault(instance.epoch, []).append(str(instance.id))
    epoch, within = max(by_epoch.items(), key=lambda each: len(each[1]))
    before = epochs(document)
    old_cells = len(design_of(document).cells)
    everyone = in_epoch(document, epoch)
    arms = sum(c.epoch == epoch for c in design_of(document).cells)

    done(document, SplitEpoch(within[2], "Second half"), explains=ORDER)
    new = epoch_id(document, "Second half")
    assert within[2] in in_epoch(document, new)
    assert within[0] in in_epoch(document, epoch)
    assert sorted([*in_epoch(document, epoch), *in_epoch(document, new)]) == sorted(everyone)
    assert len(design_of(document).cells) == old_cells + arms
    assert epochs(document).index("Second half") == 1 + [e.id for e in design_of(document).epochs].index(
        epoch
    )

    done(document, MergeEpochs((new, epoch)), explains=ORDER)
    assert epochs(document) == before
    assert in_epoch(document, epoch) == everyone
    assert len(design_of(document).cells) == old_cells


def test_merging_keeps_every_element() -> None:
    document = opened(LZZT)
    titles = epochs(document)
    first, second = epoch_id(document, titles[0]), epoch_id(document, titles[1])
    arm = str(design_of(document).arms[0].id)
    had = [e for epoch in (first, second) if (c := cell(document, arm, epoch)) for e in c.elements]
    done(document, MergeEpochs((first, second)))
    merged = cell(document, arm, first)
    assert merged is not None
    assert merged.elements == tuple(dict.fromkeys(had))
    assert "beside each other" in refused(document, MergeEpochs((first, epoch_id(document, titles[-1]))))


@pytest.mark.parametrize("name", BOTH)
def test_visits_are_put_into_an_epoch_and_out_of_any(name: str) -> None:
    document = opened(name)
    last = epoch_id(document, epochs(document)[-1])
    found = document.default_timeline()
    assert found is not None
    two = tuple(str(i.id) for i in found[2].instances[:2])
    done(document, AssignEpoch(two, last), explains=ORDER)
    assert set(two) <= set(in_epoch(document, last))
    done(document, AssignEpoch(two, None), explains=ORDER)
    assert set(two) <= set(in_epoch(document, None))


@pytest.mark.parametrize("name", BOTH)
def test_an_arm_is_added_like_another_and_deleted_with_its_cells(name: str) -> None:
    document = opened(name)
    first = design_of(document).arms[0]
    cells = [c for c in design_of(document).cells if c.arm == first.id]
    executed = done(document, AddArm("Second dose", PLACEBO_ARM, like=str(first.id)))
    assert executed.title == f"Add the arm Second dose, like {first.title}"
    new = design_of(document).arms[-1]
    assert set(new.raw) == set(first.raw)
    copied = [c for c in design_of(document).cells if c.arm == new.id]
    assert [(c.epoch, c.elements) for c in copied] == [(c.epoch, c.elements) for c in cells]
    done(document, DeleteArm(str(first.id)))
    assert all(c.arm != first.id for c in design_of(document).cells)
    assert design_of(document).elements


@pytest.mark.parametrize("name", BOTH)
def test_elements_are_assigned_and_their_cell_comes_and_goes(name: str) -> None:
    document = opened(name)
    done(document, AddElement("Rescue treatment"))
    done(document, AddEpoch("Rescue"))
    arm, epoch = str(design_of(document).arms[0].id), epoch_id(document, "Rescue")
    new, old = str(design_of(document).elements[-1].id), str(design_of(document).elements[0].id)
    assert cell(document, arm, epoch) is None
    done(document, AssignElements(arm, epoch, (new, old)))
    made = cell(document, arm, epoch)
    assert made is not None
    assert list(made.elements) == [new, old]
    done(document, AssignElements(arm, epoch, (old, new)))
    assert list(made.elements) == [old, new]
    done(document, AssignElements(arm, epoch, (new,)))
    assert list(made.elements) == [new]
    done(document, DeleteElement(new))
    assert cell(document, arm, epoch) is None
    done(document, AssignElements(arm, epoch, (old,)))
    done(document, AssignElements(arm, epoch, ()))
    assert cell(document, arm, epoch) is None


def test_a_cell_that_shares_its_element_is_split_off_and_merged_again() -> None:
    document = opened(LZZT)
    design = design_of(document)
    shared = next(
        c for c in design.cells if any(c.elements == o.elements and o.id != c.id for o in design.cells)
    )
    like = next(c for c in design.cells if c.elements == shared.elements and c.id != shared.id)
    element = shared.elements[0]
    count = len(design.elements)
    done(document, SplitCell(str(shared.id)))
    assert list(like.elements) == [element]
    assert element not in shared.elements
    assert len(design_of(document).elements) == count + 1
    assert "shares its elements with no other" in refused(document, SplitCell(str(shared.id)))
    done(document, MergeCells((str(like.id), str(shared.id))))
    assert shared.elements == like.elements


def test_all_epochs_arms_and_elements_can_be_deleted() -> None:
    document = opened(SAMPLE)
    for epoch in [str(e.id) for e in design_of(document).epochs]:
        done(document, DeleteEpoch(epoch))
    for arm in [str(a.id) for a in design_of(document).arms]:
        done(document, DeleteArm(arm))
    for element in [str(e.id) for e in design_of(document).elements]:
        done(document, DeleteElement(element))
    assert not design_of(document).cells


def test_what_cannot_be_done_is_refused_with_a_sentence() -> None:
    document = opened(SAMPLE)
    epoch, arm = str(design_of(document).epochs[0].id), str(design_of(document).arms[0].id)
    element = str(design_of(document).elements[0].id)
    found = document.default_timeline()
    assert found is not None
    first = str(found[2].instances[0].id)
    assert "type one" in refused(document, AddEpoch(" "))
    assert "no epoch" in refused(document, AddEpoch("Extension", after=arm))
    assert "after itself" in refused(document, MoveEpoch(epoch, epoch))
    assert "first of its epoch" in refused(document, SplitEpoch(first, "Second half"))
    assert "two epochs" in refused(document, MergeEpochs((epoch,)))
    assert "no arm" in refused(document, DeleteArm(epoch))
    assert "no element" in refused(document, AssignElements(arm, epoch, (arm,)))
    assert "no cell" in refused(document, SplitCell(element))
    assert "Nothing is chosen" in refused(document, AssignEpoch((), epoch))
