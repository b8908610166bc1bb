"""Actions: editing the protocol on the graph."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

EDIT_GRAPH: tuple[Action, ...] = (
    Action(
        "add_to_graph",
        QT_TRANSLATE_NOOP("actions", "Add to the graph…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP(
            "actions", "A visit, a decision, a cycle, an activity, after what is selected (A in the graph)"
        ),
        icon="plus",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "insert new visit decision cycle branch side timeline"),
    ),
    Action(
        "rename_visit",
        QT_TRANSLATE_NOOP("actions", "Rename visit"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Type another name on its card (F2 in the graph)"),
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "name label call"),
    ),
    Action(
        "connect_visit",
        QT_TRANSLATE_NOOP("actions", "Lead a way to…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "From the selected visit to another one (C in the graph)"),
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "connect edge arrow next"),
    ),
    Action(
        "duplicate_visits",
        QT_TRANSLATE_NOOP("actions", "Duplicate visits"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Another one like what is selected (Ctrl+D in the graph)"),
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "copy clone same like"),
    ),
    Action(
        "cut_visits",
        QT_TRANSLATE_NOOP("actions", "Cut visits"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP(
            "actions", "To be pasted elsewhere, in this study or another (Ctrl+X in the graph)"
        ),
        needs_study=True,
    ),
    Action(
        "copy_visits",
        QT_TRANSLATE_NOOP("actions", "Copy visits"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP(
            "actions", "To be pasted elsewhere, in this study or another (Ctrl+C in the graph)"
        ),
        needs_study=True,
    ),
    Action(
        "paste_visits",
        QT_TRANSLATE_NOOP("actions", "Paste visits"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "After what is selected (Ctrl+V in the graph)"),
        needs_study=True,
    ),
    Action(
        "delete_visits",
        QT_TRANSLATE_NOOP("actions", "Delete visits or arrow"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "What is selected in the graph (Del in the graph)"),
        icon="trash-2",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "remove"),
    ),
    Action(
        "set_windows",
        QT_TRANSLATE_NOOP("actions", "Windows of the selected visits…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "How early and how late they may be, for all of them at once"),
        icon="timer",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "either way bulk days"),
    ),
    Action(
        "shift_after",
        QT_TRANSLATE_NOOP("actions", "Shift everything after this visit…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Later or earlier by a duration, seen before it is done"),
        icon="chevrons-right",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "move later earlier week delay"),
    ),
    Action(
        "repeat_visits",
        QT_TRANSLATE_NOOP("actions", "Repeat visits until…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "The selected visits again, every so many weeks, until a week"),
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "block again every weeks copies series"),
    ),
    Action(
        "wrap_in_cycle",
        QT_TRANSLATE_NOOP("actions", "Wrap in a cycle…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "Repeat the selected visits as long as a condition holds"),
        icon="repeat",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "loop repeat treatment cycle"),
    ),
    Action(
        "add_decision",
        QT_TRANSLATE_NOOP("actions", "Add a decision…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "After the selected visit, with a branch or without"),
        icon="diamond",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "branch condition question if"),
    ),
    Action(
        "move_to_epoch",
        QT_TRANSLATE_NOOP("actions", "Move visits to an epoch…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "The selected visits into another epoch"),
        icon="milestone",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "assign period"),
    ),
    Action(
        "add_side_timeline",
        QT_TRANSLATE_NOOP("actions", "Add a side timeline…"),
        Menu.EDIT,
        QT_TRANSLATE_NOOP("actions", "With one visit, which an event starts"),
        icon="route",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "unscheduled adverse event early termination"),
    ),
)

ASKED: dict[str, str] = {
    "add_to_graph": "add",
    "rename_visit": "rename",
    "connect_visit": "connect",
    "duplicate_visits": "duplicate",
    "cut_visits": "cut",
    "copy_visits": "copy",
    "paste_visits": "paste",
    "delete_visits": "delete",
    "set_windows": "window",
    "shift_after": "shift",
    "repeat_visits": "repeat",
    "wrap_in_cycle": "cycle",
    "add_decision": "decision",
    "move_to_epoch": "epoch",
    "add_side_timeline": "side_timeline",
}
"""What each of them asks of the graph that is at work."""
