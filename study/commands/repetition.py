"""Repeating visits: a block that comes again every so often until a week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft, timeline_of
from study.commands.new_visits import put_on_way, way_behind
from study.commands.path import in_order, instance_at, spoken, why_no_visits
from study.commands.planned import ZERO, times_at, untimed, why_no_duration
from study.commands.runs import Called, copy_run, time_copies, times_over, why_no_run
from study.document import Document
from study.durations import add, nominal_seconds, parse_duration
from study.language import translate
from study.wording import duration_text

MOST_REPETITIONS = 200


@dataclass(frozen=True, slots=True)
class RepeatBlock(Command):
    """Repeats visits that follow one another, each time `every` later, as long as all lie not after `until`.

    `every` and `until` are ISO 8601; `until` counts from the anchor ("P24W" is Week 24). The copies' names say which
    repetition they are; no name that is there changes.
    """

    name: ClassVar[str] = "repeat_block"
    visits: tuple[str, ...]
    every: str
    until: str

    def why_not(self, document: Document) -> str:
        """Not where the visits do not follow one another, have no time, or would not fit once more."""
        for value in (self.every, self.until):
            if reason := why_no_duration(value):
                return reason
        if reason := why_no_run(document, self.visits):
            return reason
        run = self._run(document)
        times = times_at(document, run[0])
        for visit in run:
            planned = times.times[visit]
            if planned.offset is None:
                return planned.reason or untimed(document, visit)
        if parse_duration(self.every) == ZERO:
            return translate("commands", "Say after how long the visits come again.")
        last = instance_at(document, run[-1])
        if last is not None and last.is_decision:
            return translate("commands", "“{name}” is a decision: a block ends with a visit.").format(
                name=spoken(document, run[-1])
            )
        count = self.count(document)
        if count == 0:
            return translate("commands", "Once more would be later than {until}.").format(
                until=duration_text(self.until)
            )
        if count > MOST_REPETITIONS:
            return translate("commands", "At most %n repetition(s) at once.", "", MOST_REPETITIONS)
        return ""

    def title(self, document: Document) -> str:
        """ "Repeat Week 2 to Week 4 every 4 weeks until 24 weeks, 5 times"."""
        run = self._run(document) or [""]
        words = (
            translate(
                "commands",
                "Repeat {first} every {duration} until {until}, %n time(s)",
                "",
                self.count(document),
            )
            if len(run) == 1
            else translate(
                "commands",
                "Repeat {first} to {last} every {duration} until {until}, %n time(s)",
                "",
                self.count(document),
            )
        )
        return words.format(
            first=spoken(document, run[0]),
            last=spoken(document, run[-1]),
            duration=duration_text(self.every),
            until=duration_text(self.until),
        )

    def carry_out(self, draft: Draft) -> None:
        """Copy the block behind itself, as often as it fits, where its first visit belongs in time."""
        document = draft.document
        run = self._run(document)
        count = self.count(document)
        times = times_at(document, run[0])
        every = parse_duration(self.every) or ZERO
        base = times.times[run[0]].time_base
        first = times.times[run[0]].offset or ZERO
        behind = run[-1]
        for number in range(1, count + 1):
            shift = times_over(every, number)
            way = way_behind(document, times, behind, add(first, shift), base)
            called = _repetition_name(number + 1)
            names = copy_run(draft, run, called, way)
            put_on_way(draft, way, names[run[0]], names[run[-1]])
            time_copies(draft, names, shift, called)
            behind = names[run[-1]]

    def count(self, document: Document) -> int:
        """How often the block comes again."""
        every, until = parse_duration(self.every), parse_duration(self.until)
        run = self._run(document)
        if every is None or until is None or not run:
            return 0
        if why_no_visits(document, run):
            return 0
        times = times_at(document, run[0])
        offsets = [times.times[visit].offset for visit in run]
        latest = max((nominal_seconds(offset) for offset in offsets if offset is not None), default=0)
        step = nominal_seconds(every)
        return max(0, (nominal_seconds(until) - latest) // step) if step > 0 else 0

    def _run(self, document: Document) -> list[str]:
        timeline = timeline_of(document, self.visits[0]) if self.visits else None
        return in_order(document, timeline, self.visits) if timeline is not None else list(self.visits)


def _repetition_name(number: int) -> Called:
    def called(title: str) -> str:
        return translate("commands", "{visit}, repetition {number}").format(visit=title, number=number)

    return called
