"""Actions: how the graph is laid out, and placing visits by hand."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

CANVAS: tuple[Action, ...] = (
    Action(
        "graph_to_scale",
        QT_TRANSLATE_NOOP("actions", "To scale"),
        Menu.GRAPH,
        QT_TRANSLATE_NOOP(
            "actions", "Visits at their planned time, with a ruler; else evenly spaced in their order"
        ),
        icon="chart-gantt",
        shortcut="Ctrl+Shift+R",
        needs_study=True,
        checkable=True,
        words=QT_TRANSLATE_NOOP("keywords", "ordinal ruler time scale spacing"),
    ),
    Action(
        "collapse_epoch",
        QT_TRANSLATE_NOOP("actions", "Collapse this epoch"),
        Menu.GRAPH,
        QT_TRANSLATE_NOOP("actions", "The epoch of what is selected as one block"),
        icon="minimize",
        shortcut="Ctrl+Shift+E",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "fold hide"),
    ),
    Action(
        "expand_epochs",
        QT_TRANSLATE_NOOP("actions", "Expand all epochs"),
        Menu.GRAPH,
        QT_TRANSLATE_NOOP("actions", "Every visit of every epoch"),
        shortcut="Ctrl+Alt+E",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "unfold show"),
    ),
    Action(
        "select_all_visits",
        QT_TRANSLATE_NOOP("actions", "Select all visits"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Every card of the graph (Ctrl+A in the graph)"),
        needs_study=True,
        starts_group=True,
    ),
    Action(
        "align_left",
        QT_TRANSLATE_NOOP("actions", "Align left edges"),
        Menu.ARRANGE,
        QT_TRANSLATE_NOOP("actions", "The selected visits in line with the leftmost"),
        needs_study=True,
    ),
    Action(
        "align_centre",
        QT_TRANSLATE_NOOP("actions", "Align centres"),
        Menu.ARRANGE,
        QT_TRANSLATE_NOOP("actions", "The selected visits one above the other"),
        needs_study=True,
    ),
    Action(
        "align_right",
        QT_TRANSLATE_NOOP("actions", "Align right edges"),
        Menu.ARRANGE,
        QT_TRANSLATE_NOOP("actions", "The selected visits in line with the rightmost"),
        needs_study=True,
    ),
    Action(
        "align_top",
        QT_TRANSLATE_NOOP("actions", "Align top edges"),
        Menu.ARRANGE,
        QT_TRANSLATE_NOOP("actions", "The selected visits in line with the topmost"),
        needs_study=True,
        starts_group=True,
    ),
    Action(
        "align_middle",
        QT_TRANSLATE_NOOP("actions", "Align middles"),
        Menu.ARRANGE,
        QT_TRANSLATE_NOOP("actions", "The selected visits in one row"),
        needs_study=True,
    ),
    Action(
        "align_bottom",
        QT_TRANSLATE_NOOP("actions", "Align bottom edges"),
        Menu.ARRANGE,
        QT_TRANSLATE_NOOP("actions", "The selected visits in line with the lowest"),
        needs_study=True,
    ),
    Action(
        "distribute_across",
        QT_TRANSLATE_NOOP("actions", "Distribute across"),
        Menu.ARRANGE,
        QT_TRANSLATE_NOOP("actions", "Equal space between the selected visits, from left to right"),
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "spread even"),
    ),
    Action(
        "distribute_down",
        QT_TRANSLATE_NOOP("actions", "Distribute down"),
        Menu.ARRANGE,
        QT_TRANSLATE_NOOP("actions", "Equal space between the selected visits, from top to bottom"),
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "spread even"),
    ),
    Action(
        "layout_again",
        QT_TRANSLATE_NOOP("actions", "Lay out again…"),
        Menu.ARRANGE,
        QT_TRANSLATE_NOOP("actions", "See where a new layout would put the visits, then apply or cancel it"),
        shortcut="Ctrl+Alt+R",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "tidy arrange automatic"),
    ),
)
