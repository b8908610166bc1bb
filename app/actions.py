"""Every action of the program as data: menus, toolbar, shortcuts and tooltips are made from this one list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Menu(StrEnum):
    """Where an action stands, in the order of the menu."""

    STUDY = "Study"
    VIEW = "View"
    CONNECTION = "Connection"
    HELP = "Help"


@dataclass(frozen=True, slots=True)
class Action:
    """`shortcut` in Qt's portable text, "" for none; `needs_study`: only with a study open, says why otherwise.

    `starts_group` draws a line above it in the menu. `checkable` actions show whether they are on.
    """

    id: str
    text: str
    menu: Menu
    tip: str
    icon: str = ""
    shortcut: str = ""
    needs_study: bool = False
    starts_group: bool = False
    checkable: bool = False


ACTIONS: tuple[Action, ...] = (
    Action("home", "Home", Menu.STUDY, "All studies on the backend and on this computer", "house", "Ctrl+H"),
    Action("open", "Open file…", Menu.STUDY, "Open a USDM file as a working copy", "folder-open", "Ctrl+O"),
    Action(
        "import", "Import file…", Menu.STUDY, "Send a USDM file to the backend as a study", "upload", "Ctrl+I"
    ),
    Action(
        "export_usdm",
        "Export USDM…",
        Menu.STUDY,
        "Write the study as a USDM JSON file",
        "file-json",
        "Ctrl+Shift+S",
        needs_study=True,
        starts_group=True,
    ),
    Action(
        "export_soa",
        "Export table as CSV…",
        Menu.STUDY,
        "Write the Schedule of Activities of this timeline as a CSV file",
        "table-2",
        needs_study=True,
    ),
    Action(
        "export_graph",
        "Export graph as PNG…",
        Menu.STUDY,
        "Write the graph of this timeline as a picture",
        "workflow",
        needs_study=True,
    ),
    Action("close_study", "Close study", Menu.STUDY, "Back to all studies", "x", "Ctrl+W", True, True),
    Action("quit", "Quit", Menu.STUDY, "Close Maestro", "log-out", "Ctrl+Q"),
    Action(
        "view_graph",
        "Graph",
        Menu.VIEW,
        "The schedule as a graph",
        "workflow",
        "Ctrl+1",
        True,
        checkable=True,
    ),
    Action(
        "view_matrix",
        "Matrix",
        Menu.VIEW,
        "The schedule as a table",
        "table-2",
        "Ctrl+2",
        True,
        checkable=True,
    ),
    Action(
        "view_split", "Split", Menu.VIEW, "The graph over the table", "layers", "Ctrl+3", True, checkable=True
    ),
    Action("fit", "Fit the graph", Menu.VIEW, "The whole timeline in view", "maximize", "Ctrl+0", True, True),
    Action(
        "fit_selection", "Fit the selection", Menu.VIEW, "What is selected in view", "", "Ctrl+Shift+0", True
    ),
    Action("zoom_in", "Zoom in", Menu.VIEW, "Larger", "zoom-in", "Ctrl++", True),
    Action("zoom_out", "Zoom out", Menu.VIEW, "Smaller", "zoom-out", "Ctrl+-", True),
    Action("main_timeline", "Main timeline", Menu.VIEW, "Back to the main timeline", "route", "Ctrl+M", True),
    Action(
        "show_navigator",
        "Navigator",
        Menu.VIEW,
        "Timelines, epochs, arms and activities",
        "panel-left",
        "F6",
        starts_group=True,
        checkable=True,
    ),
    Action(
        "show_inspector",
        "Inspector",
        Menu.VIEW,
        "Everything about the selection",
        "panel-right",
        "F7",
        checkable=True,
    ),
    Action(
        "show_problems",
        "Problems",
        Menu.VIEW,
        "What is wrong or doubtful",
        "panel-bottom",
        "F8",
        checkable=True,
    ),
    Action("reset_layout", "Reset layout", Menu.VIEW, "All panes where they were at first"),
    Action(
        "refresh",
        "Ask the backend now",
        Menu.CONNECTION,
        "Look for new studies and revisions",
        "refresh-cw",
        "F5",
    ),
    Action("backend", "Backend…", Menu.CONNECTION, "Which backend this computer works with", "server"),
    Action(
        "passphrase",
        "Unlock with a passphrase…",
        Menu.CONNECTION,
        "Keep studies on this computer although there is no system keyring",
        "lock",
    ),
    Action(
        "sample",
        "Open the sample study",
        Menu.HELP,
        "A made-up oncology study that shows everything",
        "flask-conical",
    ),
    Action("shortcuts", "Keyboard shortcuts", Menu.HELP, "Every shortcut", "keyboard", "F1"),
    Action("about", "About Maestro", Menu.HELP, "Version and licences", "info"),
)


def action(identifier: str) -> Action:
    """The action with this id. Raises KeyError."""
    return _BY_ID[identifier]


_BY_ID = {each.id: each for each in ACTIONS}
