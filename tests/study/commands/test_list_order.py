"""Arms, elements and encounters in another order: within their own list, their links kept, refused with a reason."""

from __future__ import annotations

import pytest

from study.commands.list_order import MoveInList
from study.protocol_order import protocol_order
from tests.study.commands.lawful import done, opened, refused
from tests.study.studies import SAMPLE


@pytest.mark.parametrize("listed", ["arms", "elements", "encounters"])
def test_one_is_put_behind_another_and_at_the_beginning(listed: str) -> None:
    document = opened(SAMPLE)
    design = document.designs()[0]

    def ids() -> list[str]:
        if listed == "encounters":
            return [each.id or "" for each in protocol_order(design.encounters)]
        return [str(each["id"]) for each in design.raw[listed] if isinstance(each, dict)]

    before = ids()
    done(document, MoveInList(before[0], before[1]), explains=("DDF00087",))
    assert ids() == [before[1], before[0], *before[2:]]
    done(document, MoveInList(before[0], None), explains=("DDF00087",))
    assert ids() == before


def test_what_cannot_be_put_there_says_why() -> None:
    document = opened(SAMPLE)
    design = document.designs()[0]
    arm, element, visit = design.arms[0], design.elements[0], design.timelines[0].instances[0]
    assert refused(document, MoveInList(arm.id or "", arm.id)) == f"“{arm.title}” does not come after itself."
    assert refused(document, MoveInList(arm.id or "", element.id)) == f"“{element.title}” is no arm."
    assert "in no list" in refused(document, MoveInList(visit.id or "", None))
    assert "not in the study" in refused(document, MoveInList("nobody", None))
