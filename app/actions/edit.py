"""Actions: taking a step back, doing it again, the history of all steps, and the edits that went no further."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

EDIT: tuple[Action, ...] = (
    Action(
        "undo",
        QT_TRANSLATE_NOOP("actions", "Undo"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Take back what was done last"),
        icon="undo-2",
        shortcut="Ctrl+Z",
        needs_study=True,
    ),
    Action(
        "redo",
        QT_TRANSLATE_NOOP("actions", "Redo"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Do again what was taken back last"),
        icon="redo-2",
        shortcut="Ctrl+Shift+Z",
        also=("Ctrl+Y",),
        needs_study=True,
    ),
    Action(
        "repair_ids",
        QT_TRANSLATE_NOOP("actions", "Repair ids"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Give an id of its own to whatever has none, or shares one"),
        icon="key-round",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "missing repeated duplicate identifiers cannot be edited"),
    ),
    Action(
        "export_unsent",
        QT_TRANSLATE_NOOP("actions", "Export unsent edits…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Write the edits that the backend, or the file, does not have as JSON"),
        icon="download",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "pending refused changes journal json"),
    ),
    Action(
        "send_again",
        QT_TRANSLATE_NOOP("actions", "Send refused edits again"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Have the backend look again at the edits that it did not accept"),
        icon="upload",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "retry pending rejected"),
    ),
    Action(
        "decide_refused",
        QT_TRANSLATE_NOOP("actions", "Decide about refused edits…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Field by field, keep what others did or put yours again"),
        icon="git-branch",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "conflict mine theirs merge rejected"),
    ),
    Action(
        "show_history",
        QT_TRANSLATE_NOOP("actions", "History"),
        Menu.VIEW,
        QT_TRANSLATE_NOOP("actions", "Every step, what it changed, and a way back to each"),
        icon="history",
        shortcut="Ctrl+Shift+H",
        checkable=True,
        words=QT_TRANSLATE_NOOP("keywords", "undo redo steps back changes audit"),
    ),
)
