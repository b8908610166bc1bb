"""Actions: how the program looks, and leaving study and program."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

PROGRAM: tuple[Action, ...] = (
    Action(
        "preferences",
        QT_TRANSLATE_NOOP("actions", "Preferences…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Language, light or dark, and the size of everything"),
        icon="settings",
        shortcut="Ctrl+,",
        starts_group=True,
        words=QT_TRANSLATE_NOOP(
            "keywords", "settings options dark mode theme contrast language font zoom scale"
        ),
    ),
    Action(
        "close_study",
        QT_TRANSLATE_NOOP("actions", "Close study"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Back to all studies"),
        icon="x",
        shortcut="Ctrl+W",
        needs_study=True,
        starts_group=True,
    ),
    Action(
        "quit",
        QT_TRANSLATE_NOOP("actions", "Quit"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Close Maestro"),
        icon="log-out",
        shortcut="Ctrl+Q",
    ),
)
