"""What can be added to a timeline at a place of its graph, as rows of the palette, each with its command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.matching import fit
from app.open_study import Projection
from study.commands.command import Command
from study.language import translate
from study.visit_input import TypedVisit, read_visit
from study.wording import duration_text, when_text
from ui.canvas.wishes import Spot
from ui.palette.offers import Offer

if TYPE_CHECKING:
    from study.commands.visits import AddVisit


MOST = 60
_MOST_LIKE = 400  # visits that another one may be like, in a list that nobody reads to its end


@dataclass(frozen=True, slots=True)
class Addition(Offer):
    """A row that adds something: `command` does it; where it is None, `dialog` names what is asked first.

    `names` says that the new visit's name is to be typed on its card afterwards.
    """

    command: Command | None = None
    dialog: str = ""
    names: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where something comes: behind `after` (an instance, or the timeline for its beginning), on its branch
    `assignment` where that is not ""; `selected` are the instances that were selected, in graph order."""

    after: str
    assignment: str = ""
    selected: tuple[str, ...] = ()
    words: str = ""


def place_of(spot: Spot, selected: Sequence[str], projection: Projection) -> Place:
    """Where a spot of the canvas is on the path; the ground means the selected visit, else the path's end."""
    graph, timeline = projection.graph, projection.timeline.id or ""
    title = {key: graph.instances[key].title for key in graph.order}
    if spot.way is not None:
        source = spot.way.source or timeline
        branch = spot.way.entity if spot.way.target in graph.instances else ""
        earlier, later = title.get(spot.way.source), title.get(spot.way.target)
        if earlier and later:
            words = translate("canvas", "between {earlier} and {later}").format(earlier=earlier, later=later)
        elif earlier:
            words = translate("canvas", "after {visit}").format(visit=earlier)
        else:
            words = translate("canvas", "at the beginning")
        return Place(source, branch, tuple(selected), words)
    after = spot.address or (selected[-1] if selected else "") or _last_on_path(projection)
    words = translate("canvas", "after {visit}").format(visit=title[after]) if after in title else ""
    return Place(
        after if after in title else timeline,
        "",
        tuple(selected) or ((spot.address,) if spot.address in title else ()),
        words or translate("canvas", "at the beginning"),
    )


def _last_on_path(projection: Projection) -> str:
    """The visit of the path that leads out; else the last in graph order."""
    graph = projection.graph
    on_path = [key for key in graph.order if key not in graph.unreachable]
    leaving = [key for key in on_path if graph.instances[key].exit is not None]
    return (leaving or on_path or [""])[-1]


class Additions:
    """What can be added at one place: `found` gives the rows for what is typed."""

    def __init__(self, place: Place, projection: Projection) -> None:
        self.place, self.projection = place, projection
        self._graph = projection.graph
        self._visits = [
            key for key in self._graph.order if not self._graph.instances[key].is_decision and key[0] != "#"
        ]

    def found(self, query: str) -> list[Offer]:
        """The rows: with nothing typed what people add most; else a visit of that name, then what fits."""
        typed = " ".join(query.split())
        if not typed:
            return [*self._always(), *self._other_rows(), *self._like_rows()][:MOST]
        read = read_visit(typed)
        rated: list[tuple[float, int, Offer]] = []
        for place, offer in enumerate(self._all()):
            rating = max(
                fit(typed, offer.title), 0.6 * fit(typed, f"{offer.title} {offer.hint} {offer.words}")
            )
            if rating:
                rated.append((-rating, place, offer))
        rated.sort(key=lambda each: each[:2])
        fitting = [offer for *_, offer in rated]
        named = self._typed_row(read)
        best = -rated[0][0] if rated else 0.0
        own_first = read.is_timed or bool(read.error) or best < 0.9 or bool(self._likeness(read.name)[1])
        return ([named, *fitting] if own_first else [*fitting[:1], named, *fitting[1:]])[:MOST]

    def _all(self) -> list[Offer]:
        return [*self._always(), *self._other_rows(), *self._like_rows(), *self._activity_rows()]

    # Rows

    def _typed_row(self, read: TypedVisit) -> Addition:
        name, like = self._likeness(read.name)
        name = name or self._fresh_name()
        command = self._visit(name, read, like)
        title = translate("canvas", "Visit “{name}”").format(name=name)
        if like:
            title = translate("canvas", "Visit “{name}” like {visit}").format(
                name=name, visit=self._graph.instances[like].title
            )
        return Addition(
            translate("canvas", "Visit"),
            title,
            "plus",
            _nothing,
            hint=self._when_words(read),
            why_not=read.error,
            command=command,
        )

    def _likeness(self, typed: str) -> tuple[str, str]:
        """A typed name without "like Week 8", and the visit that this means: with no name the one it comes after."""
        name, found, other = f" {typed} ".partition(f" {translate('canvas', 'like')} ")
        wanted = " ".join(other.split()).casefold()
        if not found:
            return typed, ""
        if not wanted:
            return (name.strip(), self.place.after) if self.place.after in self._visits else (typed, "")
        titles = {key: self._graph.instances[key].title.casefold() for key in self._visits}
        meant = [key for key, title in titles.items() if title == wanted]
        return (name.strip(), meant[0]) if meant else (typed, "")

    def _visit(self, name: str, read: TypedVisit, like: str = "") -> AddVisit:
        from study.commands.visits import AddVisit

        window = read.window if read.window is not None else (None, None)
        return AddVisit(
            name,
            self.place.after,
            read.offset,
            window=window,
            like=like,
            assignment=self.place.assignment,
        )

    def _when_words(self, read: TypedVisit) -> str:
        """What was understood: "4 weeks after Week 6, 3 days either way"."""
        from study.commands.visits import window_words

        before = self._graph.instances.get(self.place.after)
        words = self.place.words
        if read.offset and before is not None:
            words = translate("canvas", "{duration} after {visit}").format(
                duration=duration_text(read.offset), visit=before.title
            )
        elif read.offset:
            words = translate("canvas", "{duration} after the anchor").format(
                duration=duration_text(read.offset)
            )
        window = window_words(read.window) if read.window is not None else ""
        return f"{words}, {window}" if window else words

    def _fresh_name(self) -> str:
        taken = {instance.title for instance in self._graph.instances.values()}
        called, number = translate("canvas", "New visit"), 2
        while called in taken:
            called = translate("canvas", "New visit {number}").format(number=number)
            number += 1
        return called

    def _always(self) -> Iterator[Offer]:
        words = self.place.words
        kind = translate("canvas", "Visit")
        yield Addition(
            kind,
            translate("canvas", "New visit"),
            "plus",
            _nothing,
            hint=words,
            words=translate("keywords", "add insert create card"),
            command=self._visit(self._fresh_name(), TypedVisit("")),
            names=True,
        )
        like = self.place.after
        if like in self._visits:
            title = self._graph.instances[like].title
            yield Addition(
                kind,
                translate("canvas", "Visit like {visit}").format(visit=title),
                "copy",
                _nothing,
                hint=words,
                words=translate("keywords", "copy duplicate same"),
                command=self._visit(self._fresh_name(), TypedVisit(""), like),
                names=True,
            )

    def _other_rows(self) -> Iterator[Offer]:
        """Decisions, cycles, branches, the way out and side timelines; most are asked about in a dialog."""
        from study.commands.connections import EXIT, Connect

        place = self.place
        instance = self._graph.instances.get(place.after)
        more = translate("canvas", "Decision")
        if instance is not None and instance.is_decision and not place.assignment:
            yield Addition(
                more,
                translate("canvas", "Branch of {decision}…").format(decision=instance.title),
                "git-branch",
                _nothing,
                words=translate("keywords", "condition way otherwise"),
                dialog="branch",
            )
        yield Addition(
            more,
            translate("canvas", "Decision…"),
            "diamond",
            _nothing,
            hint=place.words,
            words=translate("keywords", "condition question branch if"),
            dialog="decision",
        )
        if place.selected:
            yield Addition(
                translate("canvas", "Cycle"),
                translate("canvas", "Cycle around what is selected…"),
                "repeat",
                _nothing,
                hint=self._selected_words(),
                words=translate("keywords", "loop repeat treatment wrap"),
                dialog="cycle",
            )
            yield Addition(
                translate("canvas", "Visits"),
                translate("canvas", "Repeat what is selected until…"),
                "copy",
                _nothing,
                hint=self._selected_words(),
                words=translate("keywords", "block again every weeks copies series"),
                dialog="repeat",
            )
        if instance is not None and not instance.is_decision and instance.exit is None:
            yield Addition(
                translate("canvas", "Exit"),
                translate("canvas", "End of the timeline"),
                "log-out",
                _nothing,
                hint=place.words,
                words=translate("keywords", "exit out leave"),
                command=Connect(place.after, EXIT),
            )
        yield Addition(
            translate("canvas", "Timeline"),
            translate("canvas", "Side timeline…"),
            "route",
            _nothing,
            hint=translate("canvas", "an event starts it"),
            words=translate("keywords", "unscheduled adverse event"),
            dialog="side_timeline",
        )
        yield Addition(
            translate("canvas", "Timeline"),
            translate("canvas", "Early termination…"),
            "log-out",
            _nothing,
            hint=translate("canvas", "like the end of the study"),
            words=translate("keywords", "withdrawal discontinuation leave early stop"),
            dialog="early_termination",
        )
        if len(self.place.selected) == 1 and instance is not None and not instance.is_decision:
            yield Addition(
                translate("canvas", "Timeline"),
                translate("canvas", "Timeline inside a visit…"),
                "log-in",
                _nothing,
                hint=self._selected_words(),
                words=translate("keywords", "sub-timeline profile samples steps"),
                dialog="sub_timeline",
            )

    def _selected_words(self) -> str:
        names = [self._graph.instances[key].title for key in self.place.selected]
        if len(names) == 1:
            return names[0]
        return translate("canvas", "{first} to {last}").format(first=names[0], last=names[-1])

    def _like_rows(self) -> Iterator[Offer]:
        times = self.projection.planned.times
        for key in self._visits[:_MOST_LIKE]:
            if key == self.place.after:
                continue
            yield Addition(
                translate("canvas", "Visit"),
                translate("canvas", "Visit like {visit}").format(visit=self._graph.instances[key].title),
                "copy",
                _nothing,
                hint=when_text(times[key]) if key in times else "",
                command=self._visit(self._fresh_name(), TypedVisit(""), key),
                names=True,
            )

    def _activity_rows(self) -> Iterator[Offer]:
        """Activities that are not planned yet at the selected visits."""
        from study.commands.marks import SetMarks

        chosen = [key for key in self.place.selected if key in self._visits]
        if not chosen:
            return
        names = ", ".join(self._graph.instances[key].title for key in chosen[:3])
        if len(chosen) > 3:
            names = translate("canvas", "%n visit(s)", "", len(chosen))
        for activity in self.projection.design.activities:
            if activity.id is None:
                continue
            missing = [key for key in chosen if activity.id not in self._graph.instances[key].activities]
            if missing:
                yield Addition(
                    translate("canvas", "Activity"),
                    activity.title,
                    "clipboard-list",
                    _nothing,
                    hint=translate("canvas", "plan it at {visits}").format(visits=names),
                    words=activity.description or "",
                    command=SetMarks(tuple((key, activity.id) for key in missing), marked=True),
                )


def _nothing() -> None:
    """A row of the palette is carried out by who opened it."""
