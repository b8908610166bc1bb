"""A cell of the design goes with its arm, with its epoch, and with the last of its elements."""

from __future__ import annotations

from study.changes import RemoveRef
from study.commands.draft import Draft
from study.commands.follow_ups.gone_references import gone_ids


def drop_gone_cells(draft: Draft) -> None:
    """Remove the cells whose arm or epoch is gone, and those that lost their last element in this step."""
    emptied = {
        recorded.change.address
        for recorded in draft.recorded
        if isinstance(recorded.change, RemoveRef) and recorded.change.attribute == "elementIds"
    }
    gone = gone_ids(draft)
    if not gone and not emptied:
        return
    for design in draft.document.designs():
        for cell in design.cells:
            address = draft.document.index.address_of(cell.raw)
            if address is None:
                continue
            if cell.arm in gone or cell.epoch in gone or (address in emptied and not cell.elements):
                draft.remove(address)
