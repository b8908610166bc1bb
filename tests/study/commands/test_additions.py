"""What the navigator and the grid add: an encounter that no visit takes place at yet, an element in some cells."""

from __future__ import annotations

import pytest

from study.commands.add_encounter import AddEncounter
from study.commands.new_element import GiveNewElement
from study.protocol_order import protocol_order
from tests.study.commands.lawful import BOTH, done, opened, refused


@pytest.mark.parametrize("name", BOTH)
def test_an_encounter_is_added_last_or_behind_another(name: str) -> None:
    document = opened(name)
    first = document.designs()[0].encounters[0]
    done(document, AddEncounter("Home visit", first.id))
    done(document, AddEncounter("Phone call"))
    order = [each.title for each in protocol_order(document.designs()[0].encounters)]
    assert order[order.index(first.title) + 1] == "Home visit"
    assert order[-1] == "Phone call"
    assert set(document.designs()[0].encounters[-1].raw) == set(first.raw)
    assert refused(document, AddEncounter(" ")) == "A name is missing: type one."


@pytest.mark.parametrize("name", BOTH)
def test_a_new_element_is_given_to_cells_in_one_step(name: str) -> None:
    document = opened(name)
    design = document.designs()[0]
    arm, epochs = str(design.arms[0].id), [str(each.id) for each in design.epochs[:2]]
    held = {c.epoch: list(c.elements) for c in design.cells if c.arm == arm}
    executed = done(document, GiveNewElement("Rescue", tuple((arm, epoch) for epoch in epochs)))
    assert executed.title == "Give 2 cells the new element Rescue"
    new = design.elements[-1]
    assert new.title == "Rescue"
    for epoch in epochs:
        cell = next(c for c in design.cells if (c.arm, c.epoch) == (arm, epoch))
        assert list(cell.elements) == [*held.get(epoch, []), new.id]
