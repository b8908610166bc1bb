"""Actions: taking a schedule along, as a file or on paper."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

EXPORT: tuple[Action, ...] = (
    Action(
        "export",
        QT_TRANSLATE_NOOP("actions", "Export…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP(
            "actions", "Table, visit, graph or time axis as PDF, workbook, document or picture"
        ),
        icon="download",
        shortcut="Ctrl+E",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP(
            "keywords", "save as pdf xlsx excel docx word html csv svg png checklist take along"
        ),
    ),
    Action(
        "print",
        QT_TRANSLATE_NOOP("actions", "Print…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "On paper what is shown, seen before it is printed"),
        icon="file-text",
        shortcut="Ctrl+P",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "printer paper preview"),
    ),
)
