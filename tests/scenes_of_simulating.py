"""Pictures of the simulator: a participant half-way, a decision that asks, a long study, and a group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from study.dating import Moment
from study.simulation.session import Session
from tests.scenes_of_editing import Alone
from ui.main_window import MainWindow
from ui.parts.simulator import SimulatorPart
from ui.simulator.what_if import WhatIf

Wait = Callable[[Callable[[], object], str], None]
Pictures = Iterator[QWidget | Alone | None]
_START = dt.date(2025, 3, 3)
_GROUP = 200
_OWN_WINDOW = (1240, 1120)  # pixels


def _begun(window: MainWindow, wait: Wait, day: dt.date = _START) -> SimulatorPart:
    part = window.parts["SimulatorPart"]
    assert isinstance(part, SimulatorPart)
    window.select("")
    window.show_pane("simulator")
    page = part.panel.start_page
    page.country.set_code("DE")
    page.day.set_moment(Moment(day))
    part.player.interval = 0
    page.begin()
    wait(lambda: part.player.session is not None, "the participant")
    return part


def _session(part: SimulatorPart) -> Session:
    assert part.player.session is not None
    return part.player.session


def _until(part: SimulatorPart, title: str) -> None:
    """Steps until the visit with this title comes next; decisions go the usual way."""
    while True:
        coming = _session(part).next()
        if coming.question is not None:
            part.player.answer(coming.question, coming.question.ways[-1].id)
        elif coming.occurrence is not None and coming.occurrence.instance.title == title:
            return
        else:
            part.player.step()


def _accept(part: SimulatorPart, wait: Wait) -> None:
    """What the dialog asks for happens."""
    dialog, at = part.asking.dialog, _session(part).at
    assert dialog is not None
    dialog.accept()
    wait(lambda: _session(part).at > at, "what was asked for")


def simulate(window: MainWindow, wait: Wait) -> Pictures:
    """A participant of the sample: a visit done late, an assessment missed, and what comes next."""
    part = _begun(window, wait)
    _until(part, "Cycle n Day 8")
    coming = _session(part).next().occurrence
    assert coming is not None
    part.asking.ask(WhatIf.SKIP_ACTIVITY, coming.place)
    _accept(part, wait)
    part.asking.ask(WhatIf.ANOTHER_DAY, coming.place, days=4)
    _accept(part, wait)
    part.player.step()
    part.side.tabs.setCurrentIndex(0)
    window.canvas.setFocus()
    yield None
    part.leave()


def decide(window: MainWindow, wait: Wait) -> Pictures:
    """A decision of the sample asks the investigator."""
    part = _begun(window, wait)
    while _session(part).next().question is None:
        part.player.step()
    window.canvas.setFocus()
    yield None
    part.leave()


def what_if(window: MainWindow, wait: Wait) -> Pictures:
    """LZZT: Week 8 on another day, and what moves with it."""
    part = _begun(window, wait)
    _until(part, "Week 8")
    coming = _session(part).next().occurrence
    assert coming is not None
    part.asking.ask(WhatIf.ANOTHER_DAY, coming.place, days=6)
    dialog = part.asking.dialog
    assert dialog is not None
    wait(dialog.isVisible, "the dialog")
    yield dialog
    dialog.reject()
    part.leave()


def simulate_long(window: MainWindow, wait: Wait) -> Pictures:
    """Alexion's study, half-way through treatment."""
    part = _begun(window, wait)
    _until(part, "Day 15")
    window.canvas.setFocus()
    yield None
    part.leave()


def group(window: MainWindow, wait: Wait) -> Pictures:
    """A group through the sample, in a window of its own: what is assumed beside what it comes to."""
    part = window.parts["SimulatorPart"]
    assert isinstance(part, SimulatorPart)
    panel, place = part.group.panel, part.group.place
    window.select("")
    part.group.show()
    panel.form.participants.setValue(_GROUP)
    panel.form.set_start(_START)
    panel.run()
    wait(lambda: not panel.is_running, "the group")
    assert panel.figures is not None
    place.put_apart()
    panel.window().resize(*_OWN_WINDOW)
    panel.form.participants.clearFocus()
    wait(lambda: panel.height() > _OWN_WINDOW[1] // 2, "its window")
    yield Alone(panel)
    place.bring_back()
    part.panel.show_side(0)
    part.dock.hide()
