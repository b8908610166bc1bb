"""Actions: the protocol's text beside the schedule."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

TEXT: tuple[Action, ...] = (
    Action(
        "show_text",
        QT_TRANSLATE_NOOP("actions", "Protocol text"),
        Menu.VIEW,
        QT_TRANSLATE_NOOP(
            "actions", "The protocol's own words beside the schedule, linked where they name a visit"
        ),
        icon="file-text",
        shortcut="F4",
        needs_study=True,
        checkable=True,
        words=QT_TRANSLATE_NOOP("keywords", "narrative document section read words"),
    ),
    Action(
        "text_beside",
        QT_TRANSLATE_NOOP("actions", "Text beside the table"),
        Menu.GO,
        QT_TRANSLATE_NOOP(
            "actions", "Show where the text names what is selected, beside its row or column of marks"
        ),
        icon="panel-right",
        shortcut="Ctrl+Shift+Y",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "marks disagree compare footnote passage named"),
    ),
    Action(
        "next_mention",
        QT_TRANSLATE_NOOP("actions", "Next place that names it"),
        Menu.GO,
        QT_TRANSLATE_NOOP("actions", "Go to the next place of the text that names what is selected"),
        shortcut="Ctrl+Shift+J",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "mention passage"),
    ),
)
