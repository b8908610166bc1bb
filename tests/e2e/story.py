"""A protocol adapted by hand: what a person does in the window to add a treatment cycle and what belongs to it.

Told of any study by the names of its visits and activities, so that it can be told of several, and in the process
that is killed as well as in the test that looks at what is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.open_study import OpenStudy
from study.model import ScheduledInstance
from study.timeline import PlannedTime
from tests.e2e.by_hand import Hand
from ui.axis.frame import ROW
from ui.matrix.gestures import Part

FIRST, SECOND = "Cycle 1 Day 1", "Cycle 1 Day 8"
CONDITION = "no progression, at most 6 times"
DECISION = "Next cycle?"
DAY = 86_400
MOST_UP = 6
"""Visits between the one whose window was typed and the one to be moved, at most."""
MOST_SMALLER = 6
"""Steps in which the graph is made smaller until both visits are in sight, at most."""
LEAST_A_DAY = 40.0
"""Pixels of a day on the time axis from which on a hand takes hold of a window's end with ease."""


@dataclass(frozen=True, slots=True)
class Told:
    """A study's own names in the story, all on its main timeline.

    `after`: the visit behind which the cycle comes; `windowed`, `window`: the visit whose window is typed in the
    table, and as what; `activities`: a run of rows, none of them a group, that are to be marked.
    """

    after: str
    windowed: str
    window: str
    activities: tuple[str, ...]


ALEXION = Told(
    "40",
    "EOS",
    "-2 d / +5 d",
    (
        "Chemistry, hematology, Coagulation",
        "Urinalysis",
        "Urine/serum pregnancy tests",
        "Retained serum sample (safety)",
        "Vitals sign measurements",
        "12-lead ECG (triplicate)",
        "Adverse events",
    ),
)
SAMPLE = Told(
    "End of treatment",
    "Safety follow-up",
    "±5 d",
    ("Vital signs", "12-lead ECG", "Physical examination", "ECOG performance status", "Adverse events"),
)


def told_by_hand(hand: Hand, study: OpenStudy, told: Told) -> Iterator[str]:
    """Does it all, and gives a word after each part, when it stands in the document."""
    window = hand.window
    hand.until(window.canvas.isVisible, "the graph")
    two_visits(hand, study, told)
    yield "visits"
    cycle(hand, study)
    yield "cycle"
    typed_window(hand, study, told)
    yield "window typed"
    dragged(hand, study, told)
    yield "visit dragged"
    block(hand, study, told)
    yield "block marked"
    half_undone(hand, study, told)
    yield "half of it undone"
    done_again(hand, study, told)
    yield "done again"


def two_visits(hand: Hand, study: OpenStudy, told: Told) -> None:
    """In the palette of the graph, as text: each after the one before."""
    hand.clicks += 1
    view = hand.table.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=hand.header_line(told.after, Part.NAME))
    assert study.selection == address(study, told.after)
    hand.window.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    for text in (f"{FIRST} +2d ±1d", f"{SECOND} +1w ±1d"):
        hand.press("A")
        hand.palette()
        hand.type(text)
        assert hand.window.canvas.editing.foreseen.coming, "nothing is foreseen"
        hand.press("Return")
        hand.until(lambda: not hand.has_palette(), "the palette's end")
    assert successor(study, told.after) == FIRST
    assert successor(study, FIRST) == SECOND


def cycle(hand: Hand, study: OpenStudy) -> None:
    """Both selected on the graph, wrapped in a cycle with its decision."""
    canvas = hand.window.canvas
    window = hand.window
    window.select(address(study, FIRST))
    canvas.fit_selection()
    hand.card(FIRST)
    for _ in range(MOST_SMALLER):
        if hand.is_in_graph(SECOND):
            break
        hand.press("-")
        hand.card(FIRST)
    for title, keys in ((FIRST, Qt.KeyboardModifier.NoModifier), (SECOND, Qt.KeyboardModifier.ShiftModifier)):
        hand.clicks += 1
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, keys, hand.card(title))
    hand.press("A")
    hand.palette()
    hand.type("cycle")
    with hand.answering(hand.filled_in(CONDITION, "10 d", DECISION)):
        hand.press("Return")
    decision = instance(study, DECISION)
    assert decision.is_decision
    assert [each.target for each in decision.condition_assignments] == [address(study, FIRST)]
    assert successor(study, SECOND) == DECISION


def typed_window(hand: Hand, study: OpenStudy, told: Told) -> None:
    """Over the header of the table."""
    view = hand.table
    hand.double_click(view.viewport(), hand.header_line(told.windowed, Part.WINDOW))
    assert view.hand.inline.is_open
    hand.press("Ctrl+A")
    hand.type(told.window)
    hand.press("Return")
    assert not view.hand.inline.is_open, view.hand.inline.error.text()


def dragged(hand: Hand, study: OpenStudy, told: Told) -> None:
    """On the time axis, the second visit of the cycle a day later, and the end of its window a day later."""
    window, view = hand.window, hand.window.axis.view
    before = planned(study, SECOND).study_day
    hand.press("Ctrl+4")
    hand.until(lambda: view.height() > window.height() / 3, "the time axis")
    assert study.selection == address(study, told.windowed)
    view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    for _ in range(MOST_UP):
        if study.selection == address(study, SECOND):
            break
        hand.press("Up")
    while view.frame().sections[0].scale.density < LEAST_A_DAY / DAY:
        hand.press("+")
    assert study.selection == address(study, SECOND)
    start = _on_axis(hand, study, 0)
    hand.drag(view.viewport(), start, _on_axis(hand, study, 1), Qt.KeyboardModifier.ControlModifier)
    assert planned(study, SECOND).study_day == (before or 0) + 1
    hand.press("Up", "Down")  # back in the middle
    start = _on_axis(hand, study, 1.5)
    hand.drag(view.viewport(), start, _on_axis(hand, study, 2.5), Qt.KeyboardModifier.ControlModifier)
    now = planned(study, SECOND)
    assert now.window_close_day == (now.study_day or 0) + 2
    hand.press("Ctrl+3")
    hand.until(window.canvas.isVisible, "the graph")


def _on_axis(hand: Hand, study: OpenStudy, days: float) -> QPointF:
    """The point of the time axis so many days after the second visit's planned time, in its row."""
    view, key = hand.window.axis.view, address(study, SECOND)
    frame = view.frame().sections[0]
    place = frame.facts.place[key]
    at = frame.section.visits[place].at + days * DAY
    point = QPointF(frame.x(at), frame.row_top(frame.lanes[place]) - view.frame().scroll + ROW / 2)
    assert view.viewport().rect().contains(point.toPoint())
    return point


def block(hand: Hand, study: OpenStudy, told: Told) -> None:
    """A block of activities at the first visit of the cycle, and by the fill handle at the second."""
    view = hand.table
    first, last = told.activities[0], told.activities[-1]
    hand.press("Ctrl+2")
    hand.until(lambda: view.height() > hand.window.height() / 3, "the table")
    hand.cell(last, SECOND)
    start, end = QPointF(hand.cell(first, FIRST)), QPointF(hand.cell(last, FIRST))
    hand.drag(view.viewport(), start, end)
    assert len(view.chosen()) == len(told.activities)
    hand.press("Space")
    assert marked(study, told) == {FIRST: set(told.activities), SECOND: set()}
    corner = QPointF(view.cell_rect(hand.row(last), hand.column(FIRST)).bottomRight()) - QPointF(2, 2)
    beside = QPointF(view.cell_rect(hand.row(last), hand.column(SECOND)).center())
    hand.drag(view.viewport(), corner, beside)
    assert marked(study, told) == {FIRST: set(told.activities), SECOND: set(told.activities)}


def half_undone(hand: Hand, study: OpenStudy, told: Told) -> None:
    """The second half is taken back."""
    hand.press("Ctrl+Z")
    assert marked(study, told) == {FIRST: set(told.activities), SECOND: set()}


def done_again(hand: Hand, study: OpenStudy, told: Told) -> None:
    """And done again."""
    hand.press("Ctrl+Shift+Z")
    assert marked(study, told) == {FIRST: set(told.activities), SECOND: set(told.activities)}


# What stands in the study


def instance(study: OpenStudy, title: str) -> ScheduledInstance:
    """A visit or decision of the main timeline by its name."""
    assert study.projection is not None
    graph = study.projection.graph
    return next(graph.instances[key] for key in graph.order if graph.instances[key].title == title)


def address(study: OpenStudy, title: str) -> str:
    """Its address."""
    assert study.projection is not None
    graph = study.projection.graph
    return next(key for key in graph.order if graph.instances[key].title == title)


def successor(study: OpenStudy, title: str) -> str:
    """What the path goes on to from there."""
    assert study.projection is not None
    return study.projection.graph.instances[instance(study, title).default_condition or ""].title


def planned(study: OpenStudy, title: str) -> PlannedTime:
    """When it is planned."""
    assert study.projection is not None
    return study.projection.planned.times[address(study, title)]


def marked(study: OpenStudy, told: Told) -> dict[str, set[str]]:
    """Which of the story's activities stand at both visits of the cycle in the document."""
    assert study.projection is not None
    titles = {each.id: each.title for each in study.projection.design.activities}
    return {
        visit: {titles[each] for each in instance(study, visit).activities} & set(told.activities)
        for visit in (FIRST, SECOND)
    }
