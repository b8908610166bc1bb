"""The path of an arm through a timeline: from its cells, its elements, and what conditions say of it.

USDM gives instances no arm. What is known comes from StudyCell (armId x epochId -> elementIds): an instance is on an
arm's path where a cell of the arm has the instance's epoch. This is the protocol's plan; it says of no participant
which arm they are in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from study.graph import ScheduleGraph
from study.json_types import JsonObject
from study.language import translate
from study.model import Condition, StudyArm, StudyDesign, StudyElement, objects
from study.wording import reading_text


class Why(StrEnum):
    """Why an instance is on an arm's path, or is not."""

    EPOCH = "epoch"  # a cell of the arm has its epoch
    NO_EPOCH = "no epoch"  # it has no epoch, so that no cell can say
    NO_CELL = "no cell"  # no cell of any arm has its epoch
    OTHER_ARMS = "other arms"  # only cells of other arms have its epoch


@dataclass(frozen=True, slots=True)
class Standing:
    """How an instance stands to an arm; `epoch` is the title of its epoch, "" for none."""

    why: Why
    epoch: str = ""

    @property
    def on_path(self) -> bool:
        """Whether it is shown as part of the path: what no cell rules out is."""
        return self.why is not Why.OTHER_ARMS


@dataclass(frozen=True, slots=True)
class ArmStep:
    """One cell of the arm: its epoch by id and title, and the elements in it."""

    epoch: str
    title: str
    elements: tuple[StudyElement, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that names the arm or its population: the condition of a way out, or a footnote, by id."""

    entity_id: str
    text: str
    keys: tuple[str, ...]  # the instances that it is about, in this timeline


@dataclass(frozen=True, slots=True)
class ArmPath:
    """An arm on one timeline: how every instance stands to it by key, its cells in the order of the epochs."""

    arm: StudyArm
    standing: Mapping[str, Standing]
    steps: tuple[ArmStep, ...]
    mentions: tuple[Mention, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The instances on the path."""
        return frozenset(key for key, each in self.standing.items() if each.on_path)

    @property
    def is_whole_timeline(self) -> bool:
        """Whether no instance is left out."""
        return all(each.on_path for each in self.standing.values())


def arm_path(arm: StudyArm, design: StudyDesign, graph: ScheduleGraph) -> ArmPath:
    """The path of `arm` through one timeline. Never raises on damaged input."""
    elements = {element.id: element for element in design.elements if element.id}
    titles: dict[str | None, str] = {epoch.id: epoch.title for epoch in design.epochs if epoch.id}
    order = {identity: place for place, identity in enumerate(titles)}
    mine = [cell for cell in design.cells if cell.arm is not None and cell.arm == arm.id]
    epochs = {cell.epoch for cell in mine}
    celled = {cell.epoch for cell in design.cells if cell.arm is not None}

    def standing(epoch: str | None) -> Standing:
        if epoch is None:
            return Standing(Why.NO_EPOCH)
        title = titles.get(epoch, epoch)
        if epoch in epochs:
            return Standing(Why.EPOCH, title)
        return Standing(Why.OTHER_ARMS if epoch in celled else Why.NO_CELL, title)

    steps = [
        ArmStep(
            cell.epoch or "",
            titles.get(cell.epoch, cell.epoch or ""),
            tuple(elements[each] for each in cell.elements if each in elements),
        )
        for cell in sorted(mine, key=lambda cell: order.get(cell.epoch, len(order)))
    ]
    return ArmPath(
        arm,
        {key: standing(instance.epoch) for key, instance in graph.instances.items()},
        tuple(steps),
        tuple(_mentions(arm, design, graph)),
    )


def standing_text(standing: Standing, arm: str) -> str:
    """Why, in a sentence: "In arm Placebo because of the epoch Treatment"."""
    if standing.why is Why.EPOCH:
        text = translate("arms", "In arm {arm} because of the epoch {epoch}")
    elif standing.why is Why.OTHER_ARMS:
        text = translate("arms", "Not in arm {arm}: only other arms have a cell for the epoch {epoch}")
    elif standing.why is Why.NO_CELL:
        text = translate("arms", "Not ruled out for arm {arm}: no arm has a cell for the epoch {epoch}")
    else:
        text = translate("arms", "Not ruled out for arm {arm}: the visit has no epoch")
    return text.format(arm=arm, epoch=standing.epoch)


def _mentions(arm: StudyArm, design: StudyDesign, graph: ScheduleGraph) -> Iterator[Mention]:
    pattern = _names(arm, design)
    if pattern is None:
        return
    for key, instance in graph.instances.items():
        for way in instance.condition_assignments:
            if pattern.search(way.condition):
                yield Mention(way.id or "", way.condition, (key,))
    for condition in design.conditions:
        text = reading_text(condition.text)
        if pattern.search(text):
            yield Mention(condition.id or "", text, _about(condition, graph))


def _about(condition: Condition, graph: ScheduleGraph) -> tuple[str, ...]:
    named = {*condition.contexts, *condition.applies_to}
    return tuple(
        key
        for key, instance in graph.instances.items()
        if instance.id in named or not named.isdisjoint(instance.activities)
    )


def _names(arm: StudyArm, design: StudyDesign) -> re.Pattern[str] | None:
    """The names of the arm and its populations as words.

    A name of one or two letters, or one that an epoch has as well ("Treatment"), counts only behind the word "arm".
    """
    names = {arm.label.strip(), arm.name.strip()}
    ids = arm.raw.get("populationIds")
    populations = {each for each in ids if isinstance(each, str)} if isinstance(ids, list) else set()
    for raw in _populations(design):
        if raw.get("id") in populations:
            names |= {text.strip() for text in (raw.get("label"), raw.get("name")) if isinstance(text, str)}
    names.discard("")
    shared = {text.strip().casefold() for epoch in design.epochs for text in (epoch.label, epoch.name)}
    words = [
        re.escape(name) if len(name) > 2 and name.casefold() not in shared else rf"arm\s+{re.escape(name)}"
        for name in sorted(names)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None


def _populations(design: StudyDesign) -> list[JsonObject]:
    population = design.raw.get("population")
    found = [population] if isinstance(population, dict) else []
    for each in list(found):
        found += objects(each.get("cohorts"))
    return found + design.on_version_or_design("analysisPopulations")
