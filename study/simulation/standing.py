"""How what is planned stands for a participant: apart from simulating, so that a table can show it without."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """How an instance, or an activity in it, stands for a participant."""

    DONE = "done"
    OPEN = "open"
    """Due now, or overdue."""
    MISSED = "missed"
    AHEAD = "ahead"
    """Still to come."""
    OFF = "off"
    """Not required, or not on the participant's path."""
