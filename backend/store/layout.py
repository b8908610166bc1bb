"""What a store answers to places of cards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptLayout:
    """The number with which places are safe. `replayed`: they had been before, and nothing was written."""

    number: int
    replayed: bool
