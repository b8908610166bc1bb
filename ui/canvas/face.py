"""What a card says: the few texts that painting needs, made when a card first comes into view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ui.canvas.shapes import Link, Node


@dataclass(frozen=True, slots=True)
class Chip:
    """A sub-timeline run inside a card: its words and the timeline's address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """Activities under one parent activity: its title ("" for those under none) and the names of those planned."""

    title: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardFace:
    """The texts of one card. `problem`: 0 none, 1 warning, 2 error; `letters` are footnotes.

    `date` stands beside the day where the study is dated: date and weekday by the locale. `encounter` is the
    encounter's name where it is not the card's. `mode` is a Lucide icon for how the visit takes place, "" where
    the file does not say, and `mode_text` says the same in words. `groups` are the activities planned here by their
    parents, in the schedule's order. `repeats` marks what a loop goes through again.
    """

    title: str
    day: str = ""
    window: str = ""
    meta: str = ""
    chips: tuple[Chip, ...] = ()
    letters: str = ""
    problem: int = 0
    date: str = ""
    encounter: str = ""
    mode: str = ""
    mode_text: str = ""
    groups: tuple[Group, ...] = ()
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class TimingArc:
    """A timing between two nodes: from the one it counts from to the one it times, with its sentence."""

    reference: int
    timed: int
    sentence: str
    address: str


class Content(Protocol):
    """A projection that the canvas can draw. Texts are asked for lazily, by place in `nodes` or `links`."""

    nodes: list[Node]
    links: list[Link]
    hues: list[int]  # of each node: place of its epoch in the design, -1 for none

    def face(self, node: int) -> CardFace:
        """The texts of a card or decision."""

    def tooltip(self, node: int) -> str:
        """The full texts of a node, in lines."""

    def address(self, node: int) -> str:
        """The selection address of a node; "" for an entry or exit without one."""

    def link_address(self, link: int) -> str:
        """The selection address of what makes a link; "" where nothing addressable does."""

    def epoch_title(self, epoch: str) -> str:
        """What a band is headed with."""

    def epoch_hue(self, epoch: str) -> int:
        """The place of an epoch in the design, -1 for none."""

    def timing(self, node: int) -> TimingArc | None:
        """The timing of a node where it counts from another one."""


def one_line(text: str, most: int = 400) -> str:
    """The text without line breaks and runs of space, cut where nobody would read on."""
    return " ".join(text[: most * 2].split())[:most]
