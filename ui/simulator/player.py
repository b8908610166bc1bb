"""Plays a simulated participant: one step, step by step at a speed, to a date, or back; never for long at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from study.interpreter.course import Decision
from study.interpreter.events import Event
from study.simulation.session import MOST_STEPS, NextKind, RefusedError, Session

SLICE_MS = 25
"""How long the window is held at most while all is run at once, one step more or less."""
SPEEDS = (1400, 700, 250, 0)
"""Milliseconds from one step to the next: slow, normal, fast, at once."""
NORMAL = 700


class Player(QObject):
    """The session that is played. `changed(int)`: it stands elsewhere, and the token takes so many ms to get there.

    `ran()` when a run starts or ends; `refused(str)` where something was not recorded.
    """

    changed = Signal(int)
    ran = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.interval = NORMAL
        self._until: dt.date | None = None
        self._is_running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)

    @property
    def is_running(self) -> bool:
        """Whether it goes on by itself."""
        return self._is_running

    def begin(self, session: Session) -> None:
        """Play another participant, from consent on."""
        self.pause()
        self.session = session.stepped()
        self.changed.emit(0)

    def end(self) -> None:
        """Play nobody."""
        self.pause()
        self.session = None

    def replace(self, session: Session) -> None:
        """Go on with a session that something was done to."""
        self.pause()
        self.session = session
        self.changed.emit(self._motion())

    # What people ask

    def step(self) -> None:
        """Have the next event happen."""
        self.pause()
        self._step(self._motion())

    def back(self) -> None:
        """As it was before the last event; consent stays."""
        if self.session is not None and self.session.at > 1:
            self.jump(self.session.at - 1)

    def jump(self, at: int) -> None:
        """As it was after so many events."""
        self.pause()
        if self.session is not None:
            self.session = self.session.back_to(at)
            self.changed.emit(0)

    def run(self, until: dt.date | None = None) -> None:
        """Go on by itself until a question, the end, or a day."""
        if self.session is None:
            return
        self._until = until
        self._is_running = True
        self.ran.emit()
        self._timer.start(0)

    def pause(self) -> None:
        """Stop going on."""
        self._timer.stop()
        if self._is_running:
            self._is_running = False
            self.ran.emit()

    def answer(self, question: Decision, way: str) -> None:
        """Take a way for a person."""
        if self.session is not None:
            self._carry(lambda session: session.answered(question, way), self._motion())

    def do(self, event: Event) -> None:
        """Have something happen that a person asked for."""
        self.pause()
        if self.session is not None:
            self._carry(lambda session: session.tried(event), self._motion())

    # Going on

    def _motion(self) -> int:
        return 0 if self.interval == 0 else min(500, round(self.interval * 0.7))

    def _carry(self, by: Callable[[Session], Session], motion: int) -> bool:
        assert self.session is not None
        try:
            made = by(self.session)
        except RefusedError as error:
            self.pause()
            self.refused.emit(str(error))
            return False
        if made is self.session:
            return False
        self.session = made
        self.changed.emit(motion)
        return True

    def _step(self, motion: int) -> bool:
        return self.session is not None and self._carry(lambda session: session.stepped(), motion)

    def _tick(self) -> None:
        if self.session is None or not self._is_running:
            return
        if self.interval:
            if not self._goes_on() or not self._step(self._motion()):
                self._arrive()
                return
            self._timer.start(self.interval)
            return
        clock = QElapsedTimer()
        clock.start()
        session = self.session
        try:
            while self._goes_on(session):
                session = session.stepped()
                if clock.elapsed() >= SLICE_MS:
                    break
        except RefusedError as error:
            self.session = session
            self.pause()
            self.refused.emit(str(error))
            self.changed.emit(0)
            return
        at_rest = not self._goes_on(session)
        self.session = session
        if at_rest:
            self._arrive()
        else:
            self._timer.start(0)

    def _goes_on(self, session: Session | None = None) -> bool:
        session = session or self.session
        assert session is not None
        if session.at >= MOST_STEPS:
            return False
        coming = session.next()
        if coming.kind in (NextKind.QUESTION, NextKind.END) or coming.event is None:
            return False
        return self._until is None or (coming.day is not None and coming.day <= self._until)

    def _arrive(self) -> None:
        """The end of a run; time goes on to the day that was asked for, where nothing asks before it."""
        session, until = self.session, self._until
        assert session is not None
        if until is not None and session.next().kind is not NextKind.QUESTION:
            self.session = session.on_day(until)
        self._until = None
        self.pause()
        self.changed.emit(0)
