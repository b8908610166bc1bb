"""Editing in the inspector: a command of what a person kept, and what is said of it before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from study.attribute_kinds import Kind, attribute_of
from study.commands.attributes import SetAttribute
from study.commands.command import CannotError, Command
from study.json_types import JsonValue
from ui.inspector.editing.asking import Asking, Choice, Judged, Place, Stands

if TYPE_CHECKING:
    from app.open_study import OpenStudy
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
        item = self._study.document.index.object_at(place.address)
        if item is None:
            return None
        attribute = attribute_of(item, place.attribute)
        value = item.get(place.attribute)
        if attribute.kind is Kind.RULE:
            value = value.get("text") if type(value) is dict else None
        return Stands(attribute, value)

    def judge(self, place: Place, value: object) -> Judged:
        """Why a value cannot be kept, or what else it would do."""
        command = self._command(place, value)
        if error := self._study.editor.why_not(command):
            return Judged(error)
        try:
            with self._study.editor.previewed(command):
                return Judged()
        except CannotError as cannot:
            return Judged(cannot.reason)

    def choices(self, place: Place) -> Sequence[Choice]:
        """What can be chosen at a place."""
        del place
        return ()

    def keep(self, place: Place, value: object) -> str:
        """Makes the edit as one step; why not, where it cannot be made."""
        if error := self.judge(place, value).error:
            return error
        self._study.editor.do(self._command(place, value))
        return ""

    def _command(self, place: Place, value: object) -> Command:
        plain: JsonValue = value if value is None or isinstance(value, str | bool) else None
        return SetAttribute(place.address, place.attribute, plain)
