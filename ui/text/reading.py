"""Reads the protocol's text ahead, a little at a time, while the window goes on: what is found and named where.

The views ask this; it holds words and places, and no text of its own that the document does not have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from study.narrative import ProtocolText, Section
from study.narrative_mentions import Names, nearest_days
from study.narrative_search import aligned, places_of

_BUDGET_MS = 6
"""How long the window may be held at a time, unless a single section takes longer."""


@dataclass(frozen=True, slots=True)
class At:
    """A section: which text, which place in it."""

    text: int
    place: int


class Reading(QObject):
    """`progressed()` now and then, and at the end, when more has been read."""

    progressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: Sequence[ProtocolText] = ()
        self._names: Names | None = None
        self._left: list[At] = []
        self._words: dict[At, str] = {}
        self._named: dict[str, dict[At, int]] = defaultdict(dict)
        self._on_days: dict[str, list[tuple[int, At, int]]] = defaultdict(list)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def start(self, texts: Sequence[ProtocolText], names: Names | None) -> None:
        """Reads other texts from now on."""
        self._texts, self._names = texts, names
        self._words.clear()
        self._named.clear()
        self._on_days.clear()
        self._left = [
            At(number, section.place)
            for number, text in enumerate(texts)
            for section in text.sections
            if not section.is_empty
        ]
        self._left.reverse()
        if self._left:
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def is_done(self) -> bool:
        """Whether everything has been read."""
        return not self._left

    def finish(self) -> None:
        """Reads what is left at once."""
        while self._left:
            self._read(self._left.pop())
        self._timer.stop()

    def section(self, at: At) -> Section:
        """The section at a place."""
        return self._texts[at.text].sections[at.place]

    def named(self, address: str) -> Mapping[At, int]:
        """The sections that name an entity, in order, and how often."""
        return self._named.get(address, {})

    def says_when(self, address: str) -> tuple[At, int] | None:
        """Where the text says most clearly on which days an entity is: a section, and the mention's number in it."""
        self.finish()
        ranked = [
            (rank, at.text, at.place, number, at) for rank, at, number in self._on_days.get(address, ())
        ]
        if not ranked:
            return None
        *_, number, at = min(ranked, key=lambda each: each[:4])
        return at, number

    def found(self, pattern: re.Pattern[str]) -> dict[At, int]:
        """The sections that hold what is looked for, in order, and how often; headings count once."""
        self.finish()
        counts: dict[At, int] = {}
        for number, text in enumerate(self._texts):
            for section in text.sections:
                at = At(number, section.place)
                count = len(places_of(self._words.get(at, ""), pattern))
                if count:
                    counts[at] = count
        return counts

    def in_heading(self, pattern: re.Pattern[str]) -> list[At]:
        """The sections whose number or title holds what is looked for."""
        return [
            At(number, section.place)
            for number, text in enumerate(self._texts)
            for section in text.sections
            if pattern.search(aligned(section.heading))
        ]

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._left and clock.elapsed() < _BUDGET_MS:
            self._read(self._left.pop())
        if not self._left:
            self._timer.stop()
            self.progressed.emit()

    def _read(self, at: At) -> None:
        text = self._texts[at.text]
        plain = text.text_of(text.sections[at.place]).plain
        self._words[at] = aligned(plain)
        if self._names is None:
            return
        mentions = self._names.mentions(plain)
        days = nearest_days(plain, mentions)
        for place, mention in enumerate(mentions):
            for address in mention.addresses:
                of = self._named[address]
                if place in days:
                    self._on_days[address].append((days[place], at, of.get(at, 0)))
                of[at] = of.get(at, 0) + 1
