"""Actions: how the time axis shows planned times."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

AXIS: tuple[Action, ...] = (
    Action(
        "axis_packed",
        QT_TRANSLATE_NOOP("actions", "Pack visits"),
        Menu.TIME,
        QT_TRANSLATE_NOOP("actions", "Visits side by side, on as few rows as they need"),
        shortcut="Alt+Shift+P",
        needs_study=True,
        checkable=True,
        words=QT_TRANSLATE_NOOP("keywords", "lanes rows compact gantt"),
    ),
    Action(
        "axis_squeeze",
        QT_TRANSLATE_NOOP("actions", "Squeeze gaps"),
        Menu.TIME,
        QT_TRANSLATE_NOOP("actions", "Draw long empty times short, with a break mark"),
        shortcut="Alt+Shift+Q",
        needs_study=True,
        checkable=True,
        words=QT_TRANSLATE_NOOP("keywords", "compress break empty"),
    ),
    Action(
        "axis_fit",
        QT_TRANSLATE_NOOP("actions", "Fit the timeline"),
        Menu.TIME,
        QT_TRANSLATE_NOOP(
            "actions", "All of the timeline in view on the time axis; once more, all timelines"
        ),
        icon="maximize",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "whole all"),
    ),
    Action(
        "axis_notes",
        QT_TRANSLATE_NOOP("actions", "Overlaps and gaps"),
        Menu.TIME,
        QT_TRANSLATE_NOOP("actions", "List windows that overlap and long times with no visit"),
        needs_study=True,
        checkable=True,
        words=QT_TRANSLATE_NOOP("keywords", "windows collide free"),
    ),
)
