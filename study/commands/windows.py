"""Windows of visits, one or many: earlier, later, or not stated, which differs from zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import CannotError, Command
from study.commands.draft import Draft, timeline_of
from study.commands.path import spoken, why_no_visits
from study.commands.planned import timings_by_instance, untimed, why_no_window, write_window
from study.commands.visits import window_words
from study.document import Document
from study.graph import is_fixed_reference
from study.language import translate


@dataclass(frozen=True, slots=True)
class SetWindow(Command):
    """Gives visits a window: `lower` earlier and `upper` later, ISO 8601 magnitudes; None: not stated.

    A range ("Day −42 to −9") is a lower side of zero with a long upper one, as USDM has it.
    """

    name: ClassVar[str] = "set_window"
    visits: tuple[str, ...]
    lower: str | None
    upper: str | None

    def why_not(self, document: Document) -> str:
        """Not an anchor, which has no window (DDF00025), not what has no timing, not what nobody can read."""
        if reason := why_no_visits(document, self.visits) or why_no_window((self.lower, self.upper)):
            return reason
        timeline = timeline_of(document, self.visits[0])
        timings = timings_by_instance(timeline) if timeline is not None else {}
        for visit in self.visits:
            timing = timings.get(visit)
            if timing is None or timing.id not in document.index.unique:
                return untimed(document, visit)
            if is_fixed_reference(timing) and (self.lower, self.upper) != (None, None):
                return translate("commands", "“{name}” is an anchor: it has no window.").format(
                    name=spoken(document, visit)
                )
        return ""

    def title(self, document: Document) -> str:
        """ "Allow Week 8 3 days either way", "Allow 12 visits 3 days either way", "Clear the window of Week 8"."""
        words = window_words((self.lower, self.upper))
        if len(self.visits) == 1:
            visit = spoken(document, self.visits[0])
            if not words:
                return translate("commands", "Clear the window of {visit}").format(visit=visit)
            return translate("commands", "Set the window of {visit}: {window}").format(
                visit=visit, window=words
            )
        if not words:
            return translate("commands", "Clear the windows of %n visit(s)", "", len(self.visits))
        return translate("commands", "Set the windows of %n visit(s): {window}", "", len(self.visits)).format(
            window=words
        )

    def carry_out(self, draft: Draft) -> None:
        """Write both sides; the label goes with them where it only repeats them."""
        timings = timings_by_instance(draft.timeline_of(self.visits[0]))
        for visit in dict.fromkeys(self.visits):
            timing = timings.get(visit)
            if timing is None or timing.id is None:
                raise CannotError(untimed(draft.document, visit))
            write_window(draft, timing.id, (self.lower, self.upper))
