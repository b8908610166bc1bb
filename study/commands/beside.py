"""Where a row goes that is put behind another: apart, so that who moves rows needs no commands to say it."""

from __future__ import annotations

from typing import Final

BESIDE: Final = ""
"""The group that the row stands in behind which others are put."""
