"""Actions: simulating a participant on the schedule as it is drawn."""

from __future__ import annotations

from app.actions.action import Action, Menu
from study.language import QT_TRANSLATE_NOOP

SIMULATE: tuple[Action, ...] = (
    Action(
        "show_simulator",
        QT_TRANSLATE_NOOP("actions", "Simulation"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP("actions", "Run the schedule as it is drawn with a simulated participant"),
        icon="flask-conical",
        shortcut="Ctrl+Alt+P",
        needs_study=True,
        checkable=True,
        words=QT_TRANSLATE_NOOP("keywords", "run try participant what if play token"),
    ),
    Action(
        "show_simulated",
        QT_TRANSLATE_NOOP("actions", "Simulated participant"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP("actions", "What comes next, the events with a way back, deviations and conflicts"),
        icon="user",
        shortcut="Ctrl+Alt+Y",
        needs_study=True,
        checkable=True,
        words=QT_TRANSLATE_NOOP("keywords", "simulate events deviations conflicts pane"),
    ),
    Action(
        "simulate_start",
        QT_TRANSLATE_NOOP("actions", "Start, or start anew"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP(
            "actions", "A simulated participant gives consent: what the schedule then asks is shown"
        ),
        icon="refresh-cw",
        shortcut="Ctrl+Shift+F12",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "simulate begin consent restart again"),
    ),
    Action(
        "simulate_step",
        QT_TRANSLATE_NOOP("actions", "Step"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP("actions", "Have the next event of the simulated participant happen"),
        icon="step-forward",
        shortcut="F12",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "simulate next visit event"),
    ),
    Action(
        "simulate_run",
        QT_TRANSLATE_NOOP("actions", "Run, or pause"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP("actions", "Step by step to the end, or until a decision asks"),
        icon="play",
        shortcut="Ctrl+F12",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "simulate play stop animate"),
    ),
    Action(
        "simulate_run_to",
        QT_TRANSLATE_NOOP("actions", "Run to a date"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP("actions", "Until the day that is typed, or until a decision asks"),
        icon="fast-forward",
        shortcut="Alt+F12",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "simulate until day forward"),
    ),
    Action(
        "simulate_back",
        QT_TRANSLATE_NOOP("actions", "One event back"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP("actions", "As it was before the last event; Step has it happen again"),
        icon="step-back",
        shortcut="Shift+F12",
        needs_study=True,
        words=QT_TRANSLATE_NOOP("keywords", "simulate undo jump return"),
    ),
    Action(
        "simulate_visit",
        QT_TRANSLATE_NOOP("actions", "What if, at this visit"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP(
            "actions",
            "Do the selected visit on another day, skip it or one of its activities, record it late",
        ),
        icon="calendar-days",
        shortcut="Ctrl+Alt+W",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "simulate postpone skip late another day deviation"),
    ),
    Action(
        "simulate_participant",
        QT_TRANSLATE_NOOP("actions", "What if, to the participant"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP(
            "actions",
            "Withdraws consent, stops intervention, fails screening, is lost, dies, comes unscheduled",
        ),
        icon="user",
        shortcut="Ctrl+Alt+U",
        needs_study=True,
        words=QT_TRANSLATE_NOOP(
            "keywords", "simulate withdraw death lost screen failure unscheduled adverse event"
        ),
    ),
    Action(
        "simulate_group",
        QT_TRANSLATE_NOOP("actions", "Simulate a group"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP(
            "actions",
            "Visits a week, deviations to be expected, windows that are too tight: of many participants",
        ),
        icon="users",
        shortcut="Ctrl+Alt+G",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP(
            "keywords",
            "cohort enrolment workload forecast plot deviations windows compliance discontinuation",
        ),
    ),
    Action(
        "simulate_leave",
        QT_TRANSLATE_NOOP("actions", "Leave the simulation"),
        Menu.SIMULATE,
        QT_TRANSLATE_NOOP("actions", "All views as they were before; nothing of the simulation is kept"),
        icon="x",
        shortcut="Ctrl+Alt+X",
        needs_study=True,
        starts_group=True,
        words=QT_TRANSLATE_NOOP("keywords", "simulate end close stop"),
    ),
)
