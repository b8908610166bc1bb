"""The list of actions: each is itself, has its picture, and is wired in the window."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from app.actions import ACTIONS, action
from tests.shared import ROOT


def test_ids_and_shortcuts_are_unique() -> None:
    assert [key for key, times in Counter(each.id for each in ACTIONS).items() if times > 1] == []
    shortcuts = Counter(QKeySequence(each.shortcut).toString() for each in ACTIONS if each.shortcut)
    assert [key for key, times in shortcuts.items() if times > 1] == []
    assert "" not in shortcuts  # each is one that Qt knows
    assert "F10" not in shortcuts  # it opens the menu


def test_every_icon_is_bundled() -> None:
    missing = [
        each.id for each in ACTIONS if each.icon and not (ROOT / f"resources/icons/{each.icon}.svg").is_file()
    ]
    assert missing == []


@pytest.mark.parametrize("each", ACTIONS, ids=lambda each: each.id)
def test_each_is_found_by_its_id_and_says_what_it_does(each: object) -> None:
    found = next(one for one in ACTIONS if one is each)
    assert action(found.id) is found
    assert found.text
    assert found.tip
    assert not found.tip.endswith(".")
