"""Editing on the time axis: what a hand proposes there is foreseen, and done as a command when it lets go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from study.axis_edits import Foreseen, Proposal
from study.commands.command import CannotError
from study.timeline import PlannedTimes, planned_times

if TYPE_CHECKING:
    from app.open_study import OpenStudy, Projection
    from study.axis_commands import Shown
    from ui.main_window import MainWindow


class AxisEditing:
    """Answers what a proposal on the time axis would come to, and does it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._shown: tuple[tuple[PlannedTimes, ...], Shown] | None = None
        view = window.axis.view
        view.hand.foresee = self._foresee
        view.proposed.connect(lambda proposal: self._do([proposal]))
        view.proposed_together.connect(self._do)
        view.refused.connect(window.notices.tell)
        window.study_changed.connect(lambda _study: view.hand.give_up())

    def _foresee(self, proposal: Proposal) -> Foreseen:
        from study.axis_commands import Shown, command_of, foreseen

        study = self._window.study
        projection = study.projection_of(proposal.timeline) if study is not None else None
        if study is None or projection is None:
            return Foreseen()
        was = projection.planned.times.get(proposal.key)
        if was is None:
            return Foreseen()
        before = self._shown_now()
        try:
            with study.editor.previewed(command_of([proposal], projection.planned)):
                times = [planned_times(each.timeline, each.design) for each in self._window.axis.shown()]
                after = Shown.of(times, projection.design)
                now = next(each for each in times if each.timeline == projection.timeline).times[proposal.key]
                return foreseen(before, after, proposal, was, now)
        except CannotError as cannot:
            return Foreseen(reason=cannot.reason)

    def _shown_now(self) -> Shown:
        """Where visits stand before the proposal; made once for the schedule as it is."""
        from study.axis_commands import Shown

        shown: Sequence[Projection] = self._window.axis.shown()
        times = tuple(each.planned for each in shown)
        if self._shown is None or self._shown[0] != times:
            design = shown[0].design if shown else None
            self._shown = (times, Shown.of(times, design))
        return self._shown[1]

    def _do(self, proposals: list[Proposal]) -> None:
        from study.axis_commands import command_of

        study: OpenStudy | None = self._window.study
        projection = study.projection_of(proposals[0].timeline) if study is not None else None
        if study is None or projection is None:
            return
        try:
            command = command_of(proposals, projection.planned)
        except CannotError as cannot:
            self._window.notices.tell(cannot.reason)
            return
        study.editor.do(command)
