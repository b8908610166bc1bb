"""What changes are carried out on: the study's document, or the annexe beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from study.changes import Change
from study.index import Index
from study.json_types import JsonObject


class Tree(Protocol):
    """A JSON object with an index of what is in it. Written to only through `study.apply`."""

    root: JsonObject
    index: Index

    def note_change(self, changes: Sequence[Change] | None = None) -> None:
        """Says that `root` was written to, by these changes or what they take back; None: nobody knows where."""
