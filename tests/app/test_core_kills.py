"""The core is killed while it edits and saves: a few times here, two hundred with `python -m tests.kills core`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.kills import core


@pytest.mark.skipif(sys.platform == "win32", reason="the core's process is split off, which Windows cannot")
def test_nothing_that_was_saved_is_lost_and_nothing_is_done_twice(tmp_path: Path) -> None:
    figures = core.figures(tmp_path, 5, seed=20261123)
    assert {name: figures[name] for name in core.LOSSES} == dict.fromkeys(core.LOSSES, 0)
    told = figures["edits_told_as_saved"]
    assert isinstance(told, int)
    assert told > 5
