"""The edits that went no further than this computer, as JSON that `maestro apply` takes."""

from __future__ import annotations

from collections.abc import Iterable

from services.journal import EditState, JournalEntry


def unsent_json(edits: Iterable[JournalEntry]) -> bytes | None:
    """A JSON list of the change sets that are pending or were refused, in order, each once; None where none is.

    The text of each is as it was kept, so that also what a newer program wrote goes along unchanged.
    """
    texts = {each.id: each.text for each in edits if each.state in (EditState.SAVED, EditState.REFUSED)}
    if not texts:
        return None
    return ("[\n" + ",\n".join(texts.values()) + "\n]\n").encode("utf-8", "surrogatepass")
