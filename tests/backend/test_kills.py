"""A short run of the kills that `python -m tests.kills backend` does by the hundred."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.kills.backend import LOSSES, figures


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_a_backend_that_is_killed_while_it_accepts_loses_nothing(tmp_path: Path) -> None:
    found = figures(tmp_path, times=4, seed=20261123)
    assert {name: found[name] for name in LOSSES} == dict.fromkeys(LOSSES, 0), found
    assert found["trouble"] == ""
    assert isinstance(found["edits_made"], int)
    assert found["edits_made"] >= 4
