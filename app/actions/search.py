"""Actions: search across all studies."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

SEARCH: tuple[Action, ...] = (
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
)
