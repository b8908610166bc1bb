"""What hangs on what by timings: which instances are timed from one, directly and through others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from study.timeline import PlannedTimes


@dataclass(frozen=True, slots=True)
class TimingChains:
    """The instances of one timeline by what they are timed from (`PlannedTime.reference`)."""

    direct: Mapping[str, tuple[str, ...]]
    """The keys timed from each key, in graph order; keys from which nothing is timed are left out."""
    anchors: tuple[str, ...]
    """The instances that are a Fixed Reference, in graph order."""

    def moved_by(self, key: str) -> tuple[tuple[str, int], ...]:
        """All that moves where this moves, with how many timings away it is (1: timed from it); guarded."""
        found: dict[str, int] = {}
        waiting = [(key, 0)]
        for here, depth in waiting:
            for each in self.direct.get(here, ()):
                if each != key and each not in found:
                    found[each] = depth + 1
                    waiting.append((each, depth + 1))
        return tuple(found.items())


def timing_chains(planned: PlannedTimes) -> TimingChains:
    """The chains of one timeline, as its timings say; the anchor itself hangs on nothing."""
    direct: dict[str, list[str]] = {}
    anchors = []
    for key in planned.graph.order:
        time = planned.times[key]
        if time.is_anchor:
            anchors.append(key)
        elif time.reference and time.reference != key:
            direct.setdefault(time.reference, []).append(key)
    return TimingChains({key: tuple(each) for key, each in direct.items()}, tuple(anchors))
