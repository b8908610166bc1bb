"""The time axis with its tools and what it found, as one pane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_study import Projection
from study.axis import time_axis
from study.dating import DatedTimes
from study.findings import Finding
from study.model import StudyDesign
from ui.axis.notes import NoteList, notes_of
from ui.axis.tools import AxisTools, Choice
from ui.axis.view import AxisView
from ui.theme import Theme, system_theme
from ui.widgets.focus_ring import FocusRing
from ui.widgets.part import set_part


class AxisPane(QWidget):
    """The planned times of a study's timelines, one under the other.

    Signals: `selected(address)` when a person chooses a visit or an epoch; `open_timeline(id)` when they open the
    sub-timeline that a visit runs; `options_changed()` when they pack visits, squeeze gaps or fold the notes.
    """

    selected = Signal(str)
    open_timeline = Signal(str)
    options_changed = Signal()

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        theme = theme or system_theme()
        set_part(self, "pane")
        self._projections: list[Projection] = []
        self._current: Projection | None = None
        self._chosen: dict[str, bool] = {}  # by timeline, what a person said of it
        self._arms: frozenset[str] = frozenset()
        self._made: tuple[object, ...] = ()
        self.tools = AxisTools(theme)
        self.view = AxisView(theme=theme)
        FocusRing(self.view)
        self.notes = NoteList(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.notes)
        self.view.selected.connect(self.selected)
        self.view.open_timeline.connect(self.open_timeline)
        self.tools.timeline_toggled.connect(self.show_timeline)
        self.tools.arm_toggled.connect(self.show_arm)
        self.tools.packed.connect(self.set_packed)
        self.tools.squeezed.connect(self.set_squeezed)
        self.tools.smaller.connect(self.view.zoom_out)
        self.tools.larger.connect(self.view.zoom_in)
        self.tools.fit.connect(self.view.fit)
        self.notes.chosen.connect(self._follow)
        self.notes.folded_changed.connect(self.options_changed)
        self.set_schedule(None)

    # What is shown

    def set_schedule(self, projection: Projection | None, others: Sequence[Projection] = ()) -> None:
        """Show the timeline of `projection`, with the `others` of its design to choose from; None: nothing.

        The main timeline stands first, then the design's order. At first those are shown that have more than one
        instance, and always the one of `projection`, which comes into view.
        """
        before, self._current = self._current, projection
        if projection is None:
            self._projections = []
        else:
            design = projection.design
            if before is None or before.design != design:
                self._chosen, self._arms = {}, frozenset()
            every = [projection, *(each for each in others if each.design == design)]
            order = {timeline: place for place, timeline in enumerate(design.timelines)}
            main = design.main_timeline
            every.sort(key=lambda each: (each.timeline != main, order.get(each.timeline, len(order))))
            self._projections = every
            if before is not None and before.timeline != projection.timeline:
                self._chosen.pop(projection.timeline.id or "", None)
        self._show()
        if projection is not None and before is not None and before.timeline != projection.timeline:
            self.view.show_section(projection.timeline.id or "")

    def set_missing(self, text: str) -> None:
        """What to say where there is no schedule; "" for that a study may be opened."""
        self.view.set_missing(text)

    def set_packed(self, packed: bool) -> None:
        """Pack visits into as few lanes as they need, or give each a row."""
        if packed != self.view.is_packed():
            self.view.set_packed(packed)
            self.tools.set_packed(packed)
            self.options_changed.emit()

    def set_squeezed(self, squeezed: bool) -> None:
        """Draw long empty times short, or as long as they are."""
        if squeezed != self.view.is_squeezed():
            self.view.set_squeezed(squeezed)
            self.tools.squeeze.setChecked(squeezed)
            self.options_changed.emit()

    def design(self) -> StudyDesign | None:
        """The design whose timelines are shown."""
        return self._current.design if self._current else None

    def shown(self) -> list[Projection]:
        """The timelines that are shown, in order."""
        return [each for each in self._projections if self._is_shown(each)]

    def arms(self) -> frozenset[str]:
        """The arms for each of which the main timeline stands there; none: it stands there once."""
        return self._arms

    def _is_shown(self, projection: Projection) -> bool:
        by_itself = projection is self._current or len(projection.timeline.instances) > 1
        main = projection.timeline == projection.design.main_timeline
        return self._chosen.get(projection.timeline.id or "", by_itself or main)

    def show_timeline(self, timeline_id: str, shown: bool = True) -> None:
        """Show or hide a timeline."""
        self._chosen[timeline_id] = shown
        self._show()
        if shown:
            self.view.show_section(timeline_id)

    def show_arm(self, arm_id: str, shown: bool = True) -> None:
        """Show the main timeline for an arm, or no more."""
        self._arms = self._arms | {arm_id} if shown else self._arms - {arm_id}
        self._show()

    def _show(self) -> None:
        """Make the axis anew where other timelines are shown, or they are others."""
        shown, design = self.shown(), self.design()
        made = (*(each.planned for each in shown), self._arms, design is None)
        if len(made) != len(self._made) or any(a is not b for a, b in zip(made, self._made, strict=True)):
            self._made = made
            axis = time_axis([each.planned for each in shown], design, self._arms) if design else None
            self.view.set_axis(axis)
            self.notes.set_notes(notes_of(self.view.facts()))
        self.tools.setEnabled(design is not None)
        timelines = [
            Choice(each.timeline.id or "", each.timeline.title, self._is_shown(each))
            for each in self._projections
        ]
        arms = (
            [Choice(arm.id, arm.title, arm.id in self._arms) for arm in design.arms if arm.id]
            if design
            else []
        )
        self.tools.set_choices(timelines, arms if len(arms) > 1 else [])

    def _follow(self, key: str) -> None:
        self.view.set_selection(key)
        self.selected.emit(key)

    # What it shares with the other views

    def set_selection(self, address: str) -> None:
        """Light what has this address and bring it into view; "" for none."""
        self.view.set_selection(address)

    def set_findings(self, findings: Mapping[str, Sequence[Finding]]) -> None:
        """Mark the visits of which findings speak; by the entity's id."""
        self.view.set_findings(findings)

    def set_differences(self, signs: Mapping[str, str] | None) -> None:
        """Mark the visits that differ from another study or file, each with a sign ("+", "−", "≠"); by their keys."""
        self.view.set_changes(signs or {})

    def set_dating(self, dates: Sequence[DatedTimes] | None) -> None:
        """Show the dates of timelines beside their days; None, or undated ones: days alone."""
        self.view.set_dating(dates or ())
        self.notes.set_notes(notes_of(self.view.facts()))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.tools.set_theme(theme)
        self.view.set_theme(theme)
        self.notes.set_theme(theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The axis takes the focus. Not as a proxy: Tab would pass by everything else in here."""
        self.view.setFocus(event.reason())
