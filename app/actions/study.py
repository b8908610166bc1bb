"""Actions: opening, importing, saving, exporting and passing on a study."""

from __future__ import annotations

from app.actions.action import Action, Menu
from app.actions.export import EXPORT
from study.language import QT_TRANSLATE_NOOP

STUDY: tuple[Action, ...] = (
    Action(
        "home",
        QT_TRANSLATE_NOOP("actions", "Home"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "All studies on the backend and on this computer"),
        icon="house",
        shortcut="Ctrl+H",
    ),
    Action(
        "new_study",
        QT_TRANSLATE_NOOP("actions", "New study…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Begin a study from a template, on the backend or in a file"),
        icon="plus",
        shortcut="Ctrl+N",
        words=QT_TRANSLATE_NOOP("keywords", "create template empty protocol begin"),
    ),
    Action(
        "open",
        QT_TRANSLATE_NOOP("actions", "Open file…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Open a USDM file as a working copy"),
        icon="folder-open",
        shortcut="Ctrl+O",
    ),
    Action(
        "import",
        QT_TRANSLATE_NOOP("actions", "Import file…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Send a USDM file to the backend as a study"),
        icon="upload",
        shortcut="Ctrl+I",
    ),
    Action(
        "save",
        QT_TRANSLATE_NOOP("actions", "Save"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Write every edit of a working copy to its file"),
        icon="save",
        shortcut="Ctrl+S",
        needs_study=True,
    ),
    Action(
        "save_as",
        QT_TRANSLATE_NOOP("actions", "Save as…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Write the study to another file and go on with that one"),
        shortcut="Ctrl+Alt+S",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "copy duplicate file"),
    ),
    *EXPORT,
    Action(
        "export_usdm",
        QT_TRANSLATE_NOOP("actions", "Export USDM…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Write the study as a USDM JSON file"),
        icon="file-json",
        shortcut="Ctrl+Shift+S",
        needs_study=True,
    ),
    Action(
        "export_soa",
        QT_TRANSLATE_NOOP("actions", "Export table as CSV…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Write the Schedule of Activities of this timeline as a CSV file"),
        icon="table-2",
        needs_study=True,
    ),
    Action(
        "export_graph",
        QT_TRANSLATE_NOOP("actions", "Export graph as PNG…"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Write the graph of this timeline as a picture"),
        icon="workflow",
        needs_study=True,
    ),
    Action(
        "copy_link",
        QT_TRANSLATE_NOOP("actions", "Copy link"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "Copy a link that opens this study at what is selected"),
        icon="link",
        shortcut="Ctrl+Shift+L",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "url share deep"),
    ),
    Action(
        "new_window",
        QT_TRANSLATE_NOOP("actions", "New window"),
        Menu.STUDY,
        QT_TRANSLATE_NOOP("actions", "A further window, with the same study in it where one is open"),
        icon="external-link",
        shortcut="Ctrl+Shift+N",
        words=QT_TRANSLATE_NOOP("keywords", "second"),
    ),
)
