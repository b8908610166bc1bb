"""Actions: finding a visit, words of the text, a place in any study, or anything."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

SEARCH: tuple[Action, ...] = (
    Action(
        "find_visit",
        QT_TRANSLATE_NOOP("actions", "Find a visit…"),
        Menu.GO,
        QT_TRANSLATE_NOOP("actions", "Find by name, day, activity or footnote, and go there"),
        icon="search",
        shortcut="Ctrl+F",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "search jump week day"),
    ),
    Action(
        "search_text",
        QT_TRANSLATE_NOOP("actions", "Search the protocol's text"),
        Menu.GO,
        QT_TRANSLATE_NOOP("actions", "Find words in the text of this protocol"),
        icon="search",
        shortcut="Ctrl+Shift+X",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "narrative find in document"),
    ),
    Action(
        "search_studies",
        QT_TRANSLATE_NOOP("actions", "Search all studies…"),
        Menu.GO,
        QT_TRANSLATE_NOOP(
            "actions", "Find names, texts, codes, footnotes and the protocol's words in every study"
        ),
        icon="search",
        shortcut="Ctrl+Shift+F",
        words=QT_TRANSLATE_NOOP("keywords", "find global everywhere library full text"),
    ),
    Action(
        "palette",
        QT_TRANSLATE_NOOP("actions", "Find or do anything…"),
        Menu.GO,
        QT_TRANSLATE_NOOP("actions", "Every action, and every place in the study, by typing a few letters"),
        icon="search",
        shortcut="Ctrl+K",
    ),
)
