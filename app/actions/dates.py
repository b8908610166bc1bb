"""Actions: dates beside the schedule."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

DATES: tuple[Action, ...] = (
    Action(
        "show_dates",
        QT_TRANSLATE_NOOP("actions", "Dates"),
        Menu.VIEW,
        QT_TRANSLATE_NOOP("actions", "Anchor date, time zone and country of the site, and what took place"),
        icon="calendar-days",
        shortcut="F9",
        needs_study=True,
        checkable=True,
        words=QT_TRANSLATE_NOOP("keywords", "anchor calendar holiday weekday forecast"),
    ),
    Action(
        "type_anchor",
        QT_TRANSLATE_NOOP("actions", "Type the anchor date"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Give Day 1 a date: every view then shows dates beside days"),
        icon="calendar",
        shortcut="Ctrl+Alt+A",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "dose day 1 baseline randomisation"),
    ),
    Action(
        "took_place",
        QT_TRANSLATE_NOOP("actions", "Say when the visit took place"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Type the actual date of the selected visit, and see what moves"),
        shortcut="Ctrl+Shift+D",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "actual late early moved what if"),
    ),
    Action(
        "undo_dates",
        QT_TRANSLATE_NOOP("actions", "Take the last date back"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "The dates as they were before the last that was typed"),
        icon="undo-2",
        needs_study=True,
    ),
    Action(
        "redo_dates",
        QT_TRANSLATE_NOOP("actions", "Type the last date again"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "The dates as they were before the last was taken back"),
        icon="redo-2",
        needs_study=True,
    ),
    Action(
        "clear_dates",
        QT_TRANSLATE_NOOP("actions", "Clear all dates"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Take away the anchor date and all actual dates of this study"),
        needs_study=True,
    ),
)
