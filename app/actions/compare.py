"""Actions: comparing the open study with another."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

COMPARE: tuple[Action, ...] = (
    Action(
        "compare_with",
        QT_TRANSLATE_NOOP("actions", "Compare with…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "See what differs from another study or file, in every view"),
        icon="files",
        shortcut="Ctrl+Alt+C",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "difference diff amendment version changed"),
    ),
    Action(
        "end_compare",
        QT_TRANSLATE_NOOP("actions", "End the comparison"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Show the study by itself again"),
        needs_study=True,
    ),
    Action(
        "show_compare",
        QT_TRANSLATE_NOOP("actions", "Differences"),
        Menu.VIEW,
        QT_TRANSLATE_NOOP("actions", "What differs from the study that this one is compared with"),
        icon="files",
        shortcut="Ctrl+Alt+D",
        needs_study=True,
        checkable=True,
    ),
    Action(
        "show_other_table",
        QT_TRANSLATE_NOOP("actions", "Table of the other study"),
        Menu.VIEW,
        QT_TRANSLATE_NOOP("actions", "The Schedule of Activities that this one is compared with, beside it"),
        icon="table-2",
        shortcut="Ctrl+Alt+T",
        needs_study=True,
        checkable=True,
        words=QT_TRANSLATE_NOOP("keywords", "side by side compare"),
    ),
    Action(
        "next_difference",
        QT_TRANSLATE_NOOP("actions", "Next difference"),
        Menu.GO,
        QT_TRANSLATE_NOOP("actions", "Go to the next difference, in all views"),
        icon="chevron-down",
        shortcut="F3",
        needs_study=True,
        starts_group=True,
    ),
    Action(
        "previous_difference",
        QT_TRANSLATE_NOOP("actions", "Previous difference"),
        Menu.GO,
        QT_TRANSLATE_NOOP("actions", "Go to the difference before, in all views"),
        icon="chevron-up",
        shortcut="Shift+F3",
        needs_study=True,
    ),
)
