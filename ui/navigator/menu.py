"""What the navigator's menu offers: each offer says what it does, and why where it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.icons import icon
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done; `why_not` says why it cannot be now, `keys` in Qt's portable text.

    `is_on` ticks it, None for what is no choice; `inside` are offers of a menu of its own.
    """

    text: str
    act: Callable[[], object] = lambda: None
    why_not: str = ""
    keys: str = ""
    picture: str = ""
    is_on: bool | None = None
    inside: tuple[Offer, ...] = ()


Groups = Sequence[Sequence[Offer]]


def menu_of(groups: Groups, theme: Theme, parent: QWidget) -> QMenu:
    """A menu of these offers, with a line between groups."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for group in groups:
        if group and not menu.isEmpty():
            menu.addSeparator()
        _fill(menu, group, theme)
    return menu


def _fill(menu: QMenu, offers: Iterable[Offer], theme: Theme) -> None:
    for each in offers:
        shown = each.text.replace("&", "&&")
        if each.keys:  # shown, not bound: the list itself takes the key
            native = QKeySequence(each.keys).toString(QKeySequence.SequenceFormat.NativeText)
            shown = f"{shown}\t{native}"
        if each.inside:
            below = menu.addMenu(shown)
            below.setToolTipsVisible(True)
            _fill(below, each.inside, theme)
            made = below.menuAction()
        else:
            made = menu.addAction(shown)
            made.triggered.connect(lambda _=False, act=each.act: act())
        if each.is_on is not None:
            made.setCheckable(True)
            made.setChecked(each.is_on)
        if each.picture:
            made.setIcon(icon(each.picture, theme.text_2, theme.text_3))
        made.setEnabled(not each.why_not)
        made.setToolTip(each.why_not or each.text)
