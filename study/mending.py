"""What a command can mend of what a finding says: where there is one way only, and nothing has to be guessed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from study.code_lists import Term
from study.commands.by_attribute import command_for
from study.commands.command import Command
from study.commands.planned import Sides, timing_at
from study.commands.repair_ids import RepairIds
from study.commands.visits import window_words
from study.commands.windows import SetWindow
from study.document import Document
from study.duration_input import NotUnderstoodError
from study.findings import Finding
from study.json_types import JsonObject
from study.language import translate
from study.model import Timing
from study.window_input import read_window


@dataclass(frozen=True, slots=True)
class Mending:
    """What a button says, and the command behind it."""

    words: str
    command: Command


def mending_of(document: Document, finding: Finding) -> Mending | None:
    """How a finding can be mended now; None where a person has to decide."""
    find = _MENDING.get(finding.rule)
    if find is None:
        return None
    item = document.index.object_at(finding.entity_id) if finding.entity_id else None
    made = find(document, finding, item)
    return made if made is not None and not made.command.why_not(document) else None


def _ids(_document: Document, _finding: Finding, _item: JsonObject | None) -> Mending | None:
    return Mending(translate("problems", "Repair ids"), RepairIds())


def _window(document: Document, _finding: Finding, item: JsonObject | None) -> Mending | None:
    """A label without limits that says them; limits without a label."""
    timing = _timing_of_visit(document, item)
    if timing is None or not timing.relative_from:
        return None
    lower, upper = timing.window_lower or None, timing.window_upper or None
    if lower and upper:
        words = translate("problems", "Say the window in words too")
        return Mending(words, SetWindow((timing.relative_from,), lower, upper))
    if lower or upper or not timing.window_label:
        return None
    try:
        said = read_window(timing.window_label)
    except NotUnderstoodError:
        return None
    if None in said:
        return None
    words = translate("problems", "Set the window that is said: {window}").format(window=window_words(said))
    return Mending(words, SetWindow((timing.relative_from,), *said))


def _anchor_window(document: Document, _finding: Finding, item: JsonObject | None) -> Mending | None:
    timing = _timing_of_visit(document, item)
    if timing is None or not timing.relative_from:
        return None
    return Mending(translate("problems", "Remove the window"), SetWindow((timing.relative_from,), None, None))


def _anchor_sides(document: Document, finding: Finding, item: JsonObject | None) -> Mending | None:
    if item is None:
        return None
    command = command_for(document, finding.entity_id, "relativeToFrom", Term(*Sides.START_TO_START.value))
    return Mending(translate("problems", "Make it Start to Start"), command)


def _cleared(attribute: str) -> Callable[[Document, Finding, JsonObject | None], Mending | None]:
    """What refers to nothing refers to nothing by choice: the attribute is emptied."""

    def find(document: Document, finding: Finding, item: JsonObject | None) -> Mending | None:
        if item is None or not item.get(attribute):
            return None
        command = command_for(document, finding.entity_id, attribute, None)
        return Mending(translate("problems", "Take the reference out"), command)

    return find


def _timing_of_visit(document: Document, item: JsonObject | None) -> Timing | None:
    """The timing, where it is the one that its visit follows."""
    if item is None:
        return None
    timing = Timing(item)
    return timing if timing_at(document, timing.relative_from or "") == timing else None


_MENDING: dict[str, Callable[[Document, Finding, JsonObject | None], Mending | None]] = {
    "DDF00083": _ids,
    "MAESTRO-MISSING-ID": _ids,
    "MAESTRO-REPEATED-ID": _ids,
    "DDF00006": _window,
    "DDF00025": _anchor_window,
    "DDF00036": _anchor_sides,
    "DDF00065": _cleared("timelineId"),
    "DDF00105": _cleared("epochId"),
    "DDF00106": _cleared("encounterId"),
    "DDF00107": _cleared("timelineId"),
    "DDF00127": _cleared("scheduledAtId"),
    "DDF00152": _cleared("timelineId"),
}
