"""Actions: the backend and what is kept on this computer."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

CONNECTION: tuple[Action, ...] = (
    Action(
        "refresh",
        QT_TRANSLATE_NOOP("actions", "Ask the backend now"),
        Menu.CONNECTION,
        QT_TRANSLATE_NOOP("actions", "Look for new studies and revisions"),
        icon="refresh-cw",
        shortcut="F5",
    ),
    Action(
        "backend",
        QT_TRANSLATE_NOOP("actions", "Backend…"),
        Menu.CONNECTION,
        QT_TRANSLATE_NOOP("actions", "Which backend this computer works with"),
        icon="server",
    ),
    Action(
        "passphrase",
        QT_TRANSLATE_NOOP("actions", "Unlock with a passphrase…"),
        Menu.CONNECTION,
        QT_TRANSLATE_NOOP("actions", "Keep studies on this computer although there is no system keyring"),
        icon="lock",
    ),
)
