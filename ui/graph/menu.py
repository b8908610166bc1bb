"""The menu of what can be done to something on the graph: what cannot says why in its tooltip."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.icons import icon
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be done; `why_not` says why it cannot be now, `keys` in Qt's portable text."""

    text: str
    act: Callable[[], object]
    why_not: str = ""
    picture: str = ""
    keys: str = ""


def menu_of(groups: Iterable[Iterable[Entry]], theme: Theme, parent: QWidget) -> QMenu:
    """A menu of these entries, with a line between groups."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for group in groups:
        if not menu.isEmpty():
            menu.addSeparator()
        for each in group:
            made = menu.addAction(each.text)
            if each.picture:
                made.setIcon(icon(each.picture, theme.text_2, theme.text_3))
            if each.keys:
                # Shown, not bound: the graph itself takes the key.
                shown = QKeySequence(each.keys).toString(QKeySequence.SequenceFormat.NativeText)
                made.setText(f"{each.text}\t{shown}")
            made.setEnabled(not each.why_not)
            made.setToolTip(each.why_not or each.text)
            made.triggered.connect(lambda _=False, act=each.act: act())
    return menu
