"""Actions: learning the program."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

HELP: tuple[Action, ...] = (
    Action(
        "sample",
        QT_TRANSLATE_NOOP("actions", "Open the sample study"),
        Menu.HELP,
        QT_TRANSLATE_NOOP("actions", "A made-up oncology study that shows everything"),
        icon="flask-conical",
    ),
    Action(
        "tour",
        QT_TRANSLATE_NOOP("actions", "Take the tour"),
        Menu.HELP,
        QT_TRANSLATE_NOOP("actions", "A minute on what the window shows"),
        icon="map",
        words=QT_TRANSLATE_NOOP("keywords", "help introduction learn"),
    ),
    Action(
        "shortcuts",
        QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"),
        Menu.HELP,
        QT_TRANSLATE_NOOP("actions", "Every shortcut"),
        icon="keyboard",
        shortcut="F1",
    ),
    Action(
        "diagnostics",
        QT_TRANSLATE_NOOP("actions", "Diagnostics…"),
        Menu.HELP,
        QT_TRANSLATE_NOOP(
            "actions", "What the program is and did, to read and to save for those who look after it"
        ),
        icon="stethoscope",
        words=QT_TRANSLATE_NOOP("keywords", "log crash support error"),
    ),
    Action(
        "about",
        QT_TRANSLATE_NOOP("actions", "About Maestro"),
        Menu.HELP,
        QT_TRANSLATE_NOOP("actions", "Version and licences"),
        icon="info",
    ),
)
