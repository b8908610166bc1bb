"""What the sheet of keys lists: the shortcuts of all actions by their menu, and the keys of each view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from app.actions import ACTIONS, Menu
from study.language import QT_TRANSLATE_NOOP, translate

_ARROWS = ("Left", "Right", "Up", "Down")

VIEW_KEYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    QT_TRANSLATE_NOOP("shortcuts", "Everywhere"): (
        (QT_TRANSLATE_NOOP("shortcuts", "Menu of all actions"), ("F10",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Next, previous part"), ("Tab", "Shift+Tab")),
        (QT_TRANSLATE_NOOP("shortcuts", "Leave a field, a list, what is under way"), ("Esc",)),
    ),
    QT_TRANSLATE_NOOP("shortcuts", "In the navigator"): (
        (QT_TRANSLATE_NOOP("shortcuts", "Go there, fold and unfold"), ("Return", "Left", "Right")),
        (QT_TRANSLATE_NOOP("shortcuts", "Rename"), ("F2",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Add, delete"), ("Ins", "Del")),
        (QT_TRANSLATE_NOOP("shortcuts", "Move a row up, down"), ("Alt+Up", "Alt+Down")),
        (QT_TRANSLATE_NOOP("shortcuts", "Choose several rows"), ("Shift+Up", "Shift+Down")),
        (QT_TRANSLATE_NOOP("shortcuts", "What can be done here"), ("Menu", "Shift+F10")),
    ),
    QT_TRANSLATE_NOOP("shortcuts", "In arms and elements"): (
        (QT_TRANSLATE_NOOP("shortcuts", "Choose the elements of a cell"), ("Return", "F2", "Space")),
        (QT_TRANSLATE_NOOP("shortcuts", "Empty the cells"), ("Del",)),
        (QT_TRANSLATE_NOOP("shortcuts", "What can be done here"), ("Menu", "Shift+F10")),
    ),
    QT_TRANSLATE_NOOP("shortcuts", "In the graph"): (
        (QT_TRANSLATE_NOOP("shortcuts", "Along the arrows"), ("Left", "Right")),
        (QT_TRANSLATE_NOOP("shortcuts", "Visit above, below"), ("Up", "Down")),
        (QT_TRANSLATE_NOOP("shortcuts", "First, last visit"), ("Home", "End")),
        (QT_TRANSLATE_NOOP("shortcuts", "One screen back, on"), ("PgUp", "PgDown")),
        (QT_TRANSLATE_NOOP("shortcuts", "Open the sub-timeline"), ("Return",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Describe the visit"), ("I",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Closer, further, 100 %"), ("+", "-", "0")),
        (QT_TRANSLATE_NOOP("shortcuts", "All of it, the selection"), ("F", "Shift+F")),
        (QT_TRANSLATE_NOOP("shortcuts", "Select all visits"), ("Ctrl+A",)),
        (
            QT_TRANSLATE_NOOP("shortcuts", "Move what is selected"),
            tuple(f"Ctrl+{arrow}" for arrow in _ARROWS),
        ),
        (
            QT_TRANSLATE_NOOP("shortcuts", "Move it further"),
            tuple(f"Ctrl+Shift+{arrow}" for arrow in _ARROWS),
        ),
        (QT_TRANSLATE_NOOP("shortcuts", "Pan with the mouse while held"), ("Space",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Add here (Tab too, after a click)"), ("A", "Ins")),
        (QT_TRANSLATE_NOOP("shortcuts", "Rename"), ("F2",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Lead a way to another visit"), ("C",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Next, previous arrow of the visit"), ("E", "Shift+E")),
        (QT_TRANSLATE_NOOP("shortcuts", "Duplicate"), ("Ctrl+D",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Cut, copy, paste visits"), ("Ctrl+X", "Ctrl+C", "Ctrl+V")),
        (QT_TRANSLATE_NOOP("shortcuts", "Delete visits or arrow"), ("Del",)),
        (QT_TRANSLATE_NOOP("shortcuts", "What can be done here"), ("Menu", "Shift+F10")),
    ),
    QT_TRANSLATE_NOOP("shortcuts", "In the table"): (
        (QT_TRANSLATE_NOOP("shortcuts", "Cell by cell"), _ARROWS),
        (QT_TRANSLATE_NOOP("shortcuts", "To the edge"), tuple(f"Ctrl+{arrow}" for arrow in _ARROWS)),
        (QT_TRANSLATE_NOOP("shortcuts", "Start, end of the row"), ("Home", "End")),
        (QT_TRANSLATE_NOOP("shortcuts", "First, last cell"), ("Ctrl+Home", "Ctrl+End")),
        (QT_TRANSLATE_NOOP("shortcuts", "One screen up, down"), ("PgUp", "PgDown")),
        (QT_TRANSLATE_NOOP("shortcuts", "Choose cells"), tuple(f"Shift+{arrow}" for arrow in _ARROWS)),
        (QT_TRANSLATE_NOOP("shortcuts", "Choose the row, the column"), ("Shift+Space", "Ctrl+Space")),
        (QT_TRANSLATE_NOOP("shortcuts", "Choose all, copy"), ("Ctrl+A", "Ctrl+C")),
        (QT_TRANSLATE_NOOP("shortcuts", "Open the sub-timeline"), ("Return",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Plan or no longer plan; fold a group"), ("Space",)),
        (QT_TRANSLATE_NOOP("shortcuts", "No longer plan"), ("Del",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Fill down, across"), ("Ctrl+D", "Ctrl+R")),
        (QT_TRANSLATE_NOOP("shortcuts", "Cut, paste marks"), ("Ctrl+X", "Ctrl+V")),
        (QT_TRANSLATE_NOOP("shortcuts", "Rename; Tab goes on to day and window"), ("F2",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Add an activity, a visit"), ("Ins",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Move a row or a visit"), tuple(f"Alt+{arrow}" for arrow in _ARROWS)),
        (QT_TRANSLATE_NOOP("shortcuts", "Narrower, wider names"), ("Alt+Shift+Left", "Alt+Shift+Right")),
        (QT_TRANSLATE_NOOP("shortcuts", "Larger, smaller"), ("Ctrl++", "Ctrl+-")),
    ),
    QT_TRANSLATE_NOOP("shortcuts", "On the time axis"): (
        (QT_TRANSLATE_NOOP("shortcuts", "Visit by visit"), _ARROWS),
        (QT_TRANSLATE_NOOP("shortcuts", "First, last visit"), ("Home", "End")),
        (QT_TRANSLATE_NOOP("shortcuts", "One screen up, down"), ("PgUp", "PgDown")),
        (QT_TRANSLATE_NOOP("shortcuts", "Earlier, later"), ("Shift+Left", "Shift+Right")),
        (QT_TRANSLATE_NOOP("shortcuts", "Closer, further, all of it"), ("+", "-", "F")),
        (QT_TRANSLATE_NOOP("shortcuts", "Open the sub-timeline"), ("Return",)),
        (QT_TRANSLATE_NOOP("shortcuts", "Plan the visit earlier, later"), ("Ctrl+Left", "Ctrl+Right")),
        (
            QT_TRANSLATE_NOOP("shortcuts", "Plan all later visits earlier, later"),
            ("Ctrl+Shift+Left", "Ctrl+Shift+Right"),
        ),
        (QT_TRANSLATE_NOOP("shortcuts", "Wider, narrower window"), ("Ctrl+Up", "Ctrl+Down")),
        (QT_TRANSLATE_NOOP("shortcuts", "What can be done here"), ("Menu", "Shift+F10")),
    ),
    QT_TRANSLATE_NOOP("shortcuts", "In the inspector"): (
        (QT_TRANSLATE_NOOP("shortcuts", "Edit a value"), ("Return", "F2")),
        (QT_TRANSLATE_NOOP("shortcuts", "Keep it and go on, go back"), ("Tab", "Shift+Tab")),
        (QT_TRANSLATE_NOOP("shortcuts", "Begin a new line"), ("Shift+Return",)),
        (
            QT_TRANSLATE_NOOP("shortcuts", "Bold, italic, raised, lowered, list"),
            ("Ctrl+B", "Ctrl+I", "Ctrl+.", "Ctrl+,", "Ctrl+L"),
        ),
        (QT_TRANSLATE_NOOP("shortcuts", "Choose in a list"), ("Up", "Down", "PgUp", "PgDown")),
        (QT_TRANSLATE_NOOP("shortcuts", "Add to a list, take out"), ("Space",)),
    ),
    QT_TRANSLATE_NOOP("shortcuts", "In Problems"): (
        (QT_TRANSLATE_NOOP("shortcuts", "Mend what is lit"), ("Ctrl+Return",)),
    ),
}
"""By where they are understood: what they do, marked for translation, and the keys in Qt's portable text."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What a person can do, and with which keys, as they stand on the keyboard; `words` find it as well."""

    title: str
    keys: str
    words: str = ""

    def fits(self, phrase: str) -> bool:
        """Whether all words of a phrase are in it."""
        here = f"{self.title} {self.keys} {self.words}".casefold()
        return all(word in here for word in phrase.casefold().split())


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The rows of one menu or view."""

    title: str
    rows: tuple[KeyRow, ...]


def key_groups(phrase: str = "") -> list[KeyGroup]:
    """All keys that fit a phrase: by menu, then by view. A heading that fits keeps all that is under it."""
    groups = [
        KeyGroup(
            menu.heading,
            tuple(
                KeyRow(each.title.rstrip("…"), keys_text(each.shortcuts), each.keywords)
                for each in ACTIONS
                if each.menu is menu and each.shortcut
            ),
        )
        for menu in Menu
    ]
    groups += [
        KeyGroup(
            translate("shortcuts", place),
            tuple(KeyRow(translate("shortcuts", title), keys_text(keys)) for title, keys in rows),
        )
        for place, rows in VIEW_KEYS.items()
    ]
    found = [
        group
        if KeyRow(group.title, "").fits(phrase)
        else KeyGroup(group.title, tuple(row for row in group.rows if row.fits(phrase)))
        for group in groups
    ]
    return [group for group in found if group.rows]


def keys_text(keys: Sequence[str]) -> str:
    """Keys as they are called on this system, one beside the other; the four arrows in a word."""
    stems = {key.removesuffix(key.rsplit("+", 1)[-1]) for key in keys}
    if len(keys) == len(_ARROWS) and [key.rsplit("+", 1)[-1] for key in keys] == list(_ARROWS):
        held = stems.pop()
        name = translate("shortcuts", "Arrow keys")
        return f"{QKeySequence(held + 'A').toString(_NATIVE)[:-1]}{name}" if held else name
    return translate("shortcuts", ", ").join(QKeySequence(key).toString(_NATIVE) for key in keys)


_NATIVE = QKeySequence.SequenceFormat.NativeText


def as_text(groups: Sequence[KeyGroup]) -> str:
    """The sheet as plain text, to be pasted and printed: a heading, then a line for each, keys first."""
    parts = []
    for group in groups:
        widest = max(len(row.keys) for row in group.rows)
        lines = [f"  {row.keys.ljust(widest)}  {row.title}" for row in group.rows]
        parts.append("\n".join([group.title, *lines]))
    return "\n\n".join(parts) + "\n"
