"""Every action of the program as data: menus, toolbar, shortcuts and tooltips are made from this one list."""

from __future__ import annotations

from app.actions.action import Action, Menu
from app.actions.axis import AXIS
from app.actions.canvas import CANVAS
from app.actions.compare import COMPARE
from app.actions.connection import CONNECTION
from app.actions.dates import DATES
from app.actions.edit import EDIT
from app.actions.edit_graph import EDIT_GRAPH
from app.actions.edit_table import EDIT_TABLE
from app.actions.help import HELP
from app.actions.matrix import MATRIX
from app.actions.navigate import NAVIGATE
from app.actions.program import PROGRAM
from app.actions.rules import RULES
from app.actions.search import SEARCH
from app.actions.simulate import SIMULATE
from app.actions.study import STUDY
from app.actions.text import TEXT
from app.actions.views import LAYOUT, VIEWS

__all__ = ["ACTIONS", "Action", "Menu", "action"]

# In the order in which they stand in each menu; each area of the program has a file of its own.
ACTIONS: tuple[Action, ...] = (
    *STUDY,
    *VIEWS,
    *EDIT,
    *CANVAS,
    *EDIT_GRAPH,
    *RULES,
    *SEARCH,
    *NAVIGATE,
    *MATRIX,
    *EDIT_TABLE,
    *AXIS,
    *DATES,
    *SIMULATE,
    *TEXT,
    *COMPARE,
    *CONNECTION,
    *HELP,
    *PROGRAM,
    *LAYOUT,
)


def action(identifier: str) -> Action:
    """The action with this id. Raises KeyError."""
    return _BY_ID[identifier]


_BY_ID = {each.id: each for each in ACTIONS}
