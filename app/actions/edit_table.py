"""Actions: editing the protocol in the table."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

EDIT_TABLE: tuple[Action, ...] = (
    Action(
        "table_plan",
        QT_TRANSLATE_NOOP("actions", "Plan or no longer plan"),
        Menu.TABLE,
        QT_TRANSLATE_NOOP("actions", "All cells that are chosen, or none where all are (Space in the table)"),
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "mark unmark assessment cell toggle"),
    ),
    Action(
        "table_fill_down",
        QT_TRANSLATE_NOOP("actions", "Fill down"),
        Menu.TABLE,
        QT_TRANSLATE_NOOP(
            "actions", "Repeat the first row of what is chosen in the others (Ctrl+D in the table)"
        ),
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "copy marks repeat"),
    ),
    Action(
        "table_fill_across",
        QT_TRANSLATE_NOOP("actions", "Fill across"),
        Menu.TABLE,
        QT_TRANSLATE_NOOP(
            "actions", "Repeat the first column of what is chosen in the others (Ctrl+R in the table)"
        ),
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "copy marks repeat right"),
    ),
    Action(
        "table_paste",
        QT_TRANSLATE_NOOP("actions", "Paste marks"),
        Menu.TABLE,
        QT_TRANSLATE_NOOP(
            "actions", "A block from a spreadsheet, from the chosen cell on (Ctrl+V in the table)"
        ),
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "clipboard excel insert"),
    ),
    Action(
        "table_rename",
        QT_TRANSLATE_NOOP("actions", "Rename in the table"),
        Menu.TABLE,
        QT_TRANSLATE_NOOP(
            "actions", "Type another name for the activity or visit; Tab goes on to day and window (F2)"
        ),
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "label name day window"),
    ),
    Action(
        "table_add_activity",
        QT_TRANSLATE_NOOP("actions", "Add an activity…"),
        Menu.TABLE,
        QT_TRANSLATE_NOOP("actions", "Below the row that is chosen (Ins on a name in the table)"),
        icon="plus",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "new insert row assessment procedure"),
    ),
    Action(
        "table_add_visit",
        QT_TRANSLATE_NOOP("actions", "Add a visit…"),
        Menu.TABLE,
        QT_TRANSLATE_NOOP("actions", "After the column that is chosen (Ins on a visit in the table)"),
        icon="plus",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "new insert column encounter"),
    ),
)
