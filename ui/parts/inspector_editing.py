"""Editing in the inspector: a command of what a person kept, and what is said of it before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from study.attribute_kinds import TITLE, Kind, attribute_of
from study.commands.command import CannotError, Command
from study.model import Entity, Timing
from study.timeline import PlannedTime, planned_times
from study.wording import day_text
from ui.inspector.editing.asking import Asking, Judged, Place, Stands

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from study.attribute_choices import Offered
    from ui.main_window import MainWindow


class InspectorEditing:
    """Lets the inspector edit the study that is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.study_changed.connect(self._set_study)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        self._window.inspector.set_study(StudyAsked(study) if study is not None else None)


class StudyAsked(Asking):
    """The open study as the inspector's editors see it."""

    def __init__(self, study: OpenStudy) -> None:
        self._study = study

    def locked(self) -> str:
        """Why nothing of the study can be edited."""
        return self._study.editor.locked

    def stands(self, place: Place) -> Stands | None:
        """How an attribute is edited, and its value; None where what has it is gone."""
        from study.attribute_choices import term_of, terms_in

        item = self._study.document.index.object_at(place.address)
        if item is None:
            return None
        attribute = attribute_of(item, place.attribute)
        value: object = item.get(place.attribute)
        day, when = None, ""
        match attribute.kind:
            case Kind.RULE:
                value = value.get("text") if isinstance(value, dict) else None
            case Kind.WINDOW:
                timing = Timing(item)
                value = (timing.window_lower or None, timing.window_upper or None)
                planned = self._planned(timing)
                day = planned.study_day if planned is not None else None
            case Kind.CODE:
                value = term_of(item.get(place.attribute))
            case Kind.CODES:
                value = terms_in(item.get(place.attribute))
            case Kind.REFERENCES:
                value = tuple(each for each in item.get(place.attribute) or () if isinstance(each, str))
            case Kind.LINE if place.attribute == TITLE:
                value = Entity(item).title
        if place.attribute == "relativeToScheduledInstanceId":
            planned = self._planned(Timing(item))
            when = day_text(planned) if planned is not None and not planned.is_anchor else ""
        return Stands(attribute, value, day, when)

    def why_not(self, place: Place, value: object) -> str:
        """As the rule of the command says."""
        return self._study.editor.why_not(self._command(place, value))

    def judge(self, place: Place, value: object) -> Judged:
        """Why a value cannot be kept, or what else it would do."""
        from study.consequences import moved_words

        command = self._command(place, value)
        if error := self._study.editor.why_not(command):
            return Judged(error)
        document, projections = self._study.document, self._study.projections
        made = {each.timeline.id: each.planned for each in projections if each.timeline.id}
        try:
            with self._study.editor.previewed(command) as executed:
                told = [
                    moved_words(made[timeline.id], planned_times(timeline, design), self._visit(place))
                    for _, design, timeline in document.timelines()
                    if timeline.id in executed.changed.retimed and timeline.id in made
                ]
                return Judged(told="\n".join(line for line in told if line))
        except CannotError as cannot:
            return Judged(cannot.reason)

    def choices(self, place: Place) -> Sequence[Offered]:
        """What can be chosen at a place."""
        from study.attribute_choices import offered

        return offered(self._study.document, place.address, place.attribute)

    def keep(self, place: Place, value: object) -> str:
        """Makes the edit as one step; why not, where it cannot be made."""
        if error := self.judge(place, value).error:
            return error
        self._study.editor.do(self._command(place, value))
        return ""

    def _command(self, place: Place, value: object) -> Command:
        from study.commands.by_attribute import command_for

        return command_for(self._study.document, place.address, place.attribute, value)

    def _visit(self, place: Place) -> str:
        """The visit that a place is about: the one that a timing times, else itself."""
        item = self._study.document.index.object_at(place.address)
        if item is not None and item.get("instanceType") == "Timing":
            return Timing(item).relative_from or ""
        return place.address

    def _planned(self, timing: Timing) -> PlannedTime | None:
        """When the visit is that a timing says it of; None where another timing says it."""
        for projection in self._study.projections:
            planned = projection.planned.times.get(timing.relative_from or "")
            if planned is not None and planned.timing == timing:
                return planned
        return None
