"""Actions: the rules beside the conditions of a study."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

RULES: tuple[Action, ...] = (
    Action(
        "edit_rule",
        QT_TRANSLATE_NOOP("actions", "Rule of the selected condition…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP(
            "actions", "Of a decision, a footnote, a timeline's entry or a transition: said, tried, and saved"
        ),
        icon="circle-check",
        shortcut="Ctrl+Shift+K",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "condition decide expression table logic if when"),
    ),
    Action(
        "next_rule",
        QT_TRANSLATE_NOOP("actions", "Go through the conditions that wait…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "The next condition whose rule is offered, or needs a look"),
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "rule condition confirm offered next"),
    ),
)
SHOW_RULES = Action(
    "show_rules",
    QT_TRANSLATE_NOOP("actions", "Conditions and rules"),
    Menu.VIEW,
    QT_TRANSLATE_NOOP("actions", "All conditions of the study, and whether a rule or a person decides them"),
    icon="circle-check",
    shortcut="Ctrl+Alt+K",
    checkable=True,
    words=QT_TRANSLATE_NOOP("keywords", "decision footnote transition entry"),
)
