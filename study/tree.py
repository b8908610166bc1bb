"""What changes are carried out on: the study's document, or the annexe beside it."""

from __future__ import annotations

from typing import Protocol

from study.index import Index
from study.json_types import JsonObject


class Tree(Protocol):
    """A JSON object with an index of what is in it. Written to only through `study.apply`."""

    root: JsonObject
    index: Index

    def note_change(self) -> None:
        """Says that `root` was written to."""
