"""One action of the program as data: what it is called, where it stands, which keys it has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from study.language import QT_TRANSLATE_NOOP, translate


class Menu(StrEnum):
    """Where an action stands, in the order of the menu."""

    STUDY = QT_TRANSLATE_NOOP("actions", "Study")
    EDIT = QT_TRANSLATE_NOOP("actions", "Edit")
    VIEW = QT_TRANSLATE_NOOP("actions", "View")
    GRAPH = QT_TRANSLATE_NOOP("actions", "Graph")
    ARRANGE = QT_TRANSLATE_NOOP("actions", "Arrange")
    TABLE = QT_TRANSLATE_NOOP("actions", "Table")
    TIME = QT_TRANSLATE_NOOP("actions", "Time axis")
    SIMULATE = QT_TRANSLATE_NOOP("actions", "Simulate")
    GO = QT_TRANSLATE_NOOP("actions", "Go")
    CONNECTION = QT_TRANSLATE_NOOP("actions", "Connection")
    HELP = QT_TRANSLATE_NOOP("actions", "Help")

    @property
    def heading(self) -> str:
        """Its name in the language of the program."""
        return translate("actions", self.value)


@dataclass(frozen=True, slots=True)
class Action:
    """`shortcut` and those in `also` in Qt's portable text; `needs_study`: only with a study open, says why otherwise.

    `text` and `tip` are marked with QT_TRANSLATE_NOOP("actions", ...). `starts_group` draws a line above it in the
    menu; `checkable` actions show whether they are on. `words`, marked with QT_TRANSLATE_NOOP("keywords", ...), are
    what else a person might type to find it.
    """

    id: str
    text: str
    menu: Menu
    tip: str
    icon: str = ""
    shortcut: str = ""
    also: tuple[str, ...] = ()
    needs_study: bool = False
    starts_group: bool = False
    checkable: bool = False
    words: str = ""

    @property
    def title(self) -> str:
        """Its name in the language of the program."""
        return translate("actions", self.text)

    @property
    def hint(self) -> str:
        """What it does, in the language of the program."""
        return translate("actions", self.tip)

    @property
    def keywords(self) -> str:
        """What else finds it, in the language of the program."""
        return translate("keywords", self.words) if self.words else ""

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """All of its keys, the one that is shown first."""
        return (self.shortcut, *self.also) if self.shortcut else ()
