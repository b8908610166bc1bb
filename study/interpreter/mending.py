"""A run one event, or some time, later: only what that can have changed is worked out again.

Held by a law to give just what going along the whole run again gives.
"""

from __future__ import annotations

from heapq import heappop, heappush

from study.interpreter.facts import Place, consent_of
from study.interpreter.given import Given
from study.interpreter.going import decided_at, go_along, take
from study.interpreter.line import Here, Line
from study.interpreter.runs import attempt_of
from study.interpreter.status import Status
from study.interpreter.visits import entry_of
from study.interpreter.walking import Walk, forecasts_of


def mended(given: Given, former: Line, place: Place | None) -> tuple[Line, list[int]] | None:
    """The line with what was recorded at a place of it (None: elsewhere), and the visits that may be others, in order.

    None where the run has to be gone along from its beginning: a way that was taken is taken no more, or the anchor or
    its forecast has moved.
    """
    walk = former.walk if place is None else former.walk.with_places(given.facts.places)
    line = former.copied(walk)
    touched: set[Here] = set()
    if place is not None:
        touched = walk.again_from((place[1], place[2]))
        touched.add((place[1], place[2]))
    if place is not None and walk.timeline is given.plan.main and _has_moved(given, former, walk):
        return None
    for step in line.heads if place is not None else ():
        here = line.path[step]
        arrival = line.arrived(step)
        if walk.planned.get(here) != arrival:
            walk.arrive(*here, arrival)
            touched |= walk.follow_from(here)
    places = {line.visits[here] for here in touched if here in line.visits}
    if given.plan.judges_visits:  # anything recorded may be what their rules speak of, once they are due
        places |= {
            n
            for n, each in enumerate(line.occurrences)
            if (each.instance.conditions or each.instance.gates) and each.status is not Status.UPCOMING
        }
    while line.changes and line.changes[0][0] <= given.instant:
        places.add(heappop(line.changes)[1])
    changed = [n for n in sorted(places) if _again(given, line, n)]
    changed += _in_turn(given, line)
    before = len(line.entries)
    if not _decisions(given, line, touched, shared=place is None):
        return None
    return line, [*sorted(set(changed)), *range(before, len(line.entries))]


def _has_moved(given: Given, former: Line, walk: Walk) -> bool:
    """Whether the anchor, or its forecast, is on another day than before."""
    if walk.forecasts or not walk.has_happened():
        consented = consent_of(given.facts, attempt_of(walk.run))
        if forecasts_of(walk, consented) != walk.forecasts:
            return True
    return walk.anchored() != former.anchor


def _again(given: Given, line: Line, place: int) -> bool:
    """Works out a visit again; whether anything about it is another thing now."""
    entry = line.entries[place]
    here = line.path[entry.step]
    made = entry_of(given, line, entry.step, line.walk.counted(*here), line.first_open >= place)
    line.entries[place], line.occurrences[place] = made, made.occurrence
    if made.is_open:
        if made.change is not None:
            heappush(line.changes, (made.change, place))
        if made.in_turn and place not in line.in_turn:
            line.in_turn.append(place)
        line.first_open = min(line.first_open, place)
    elif place == line.first_open:
        line.find_first_open()
    return made.occurrence != entry.occurrence


def _in_turn(given: Given, line: Line) -> list[int]:
    """Those that no date tells are due as soon as all that comes before them is recorded."""
    changed = []
    for place in sorted(line.in_turn):
        entry = line.entries[place]
        if not entry.in_turn:
            line.in_turn.remove(place)
        elif entry.resolved != (line.first_open >= place) and _again(given, line, place):
            changed.append(place)
    return changed


def _decisions(given: Given, line: Line, touched: set[Here], *, shared: bool) -> bool:
    """Decides again where that may have another outcome, and goes on where a way is open now.

    False where another way than before would be taken.
    """
    for n, each in enumerate(line.decisions):
        here = line.path[each.step]
        waits = not each.way
        if not (waits or each.by_arrival or here in touched or any(way.rule for way in each.decision.ways)):
            continue
        decided, way = decided_at(
            given,
            line,
            each.step,
            each.visits,
            line.walk.counted(*here),
            line.arrived(each.step) if each.by_arrival else None,
            line.first_open >= each.visits,
        )
        assert decided is not None
        line.decisions[n] = decided
        if decided.way != each.way and not waits:
            return False
        if waits and way is not None:
            if shared:
                line.walk = line.walk.with_places(given.facts.places)
            line.own_path()
            line.arrival = line.walk.onward.get(here) or line.arrived(each.step)
            line.next_key = take(line, here[0], way)
            go_along(given, line)
            return True
    return True
