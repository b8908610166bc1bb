"""What starts a timeline and with which visit, and the timeline of those who leave early."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.side_timelines import AddEarlyTermination, SetEntry
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, title_of, visit_choices


class EntryDialog(EditDialog):
    """Asks what starts a timeline, and with which of its visits it begins."""

    def __init__(
        self, study: OpenStudy, timeline: str, parent: QWidget | None = None, foresee: Foresee | None = None
    ) -> None:
        super().__init__(
            study,
            timeline,
            translate("dialogs", "What starts {timeline}").format(timeline=title_of(study, timeline)),
            translate("dialogs", "The event or condition in words, and the visit with which it begins."),
            translate("dialogs", "Set"),
            parent,
            foresee,
        )
        found = study.document.find_timeline(timeline)
        self._condition = found[2].entry_condition if found is not None else ""
        self._entry = (found[2].entry or "") if found is not None else ""
        self.event_field = self.field(
            translate("dialogs", "Starts when"),
            self._condition,
            translate("dialogs", "An adverse event occurs"),
        )
        self.first = self.choice(
            translate("dialogs", "Begins with"), visit_choices(study, timeline), self._entry
        )

    def command(self) -> Command | str:
        """SetEntry of what is another one than now."""
        said, entry = self.event_field.text().strip(), str(self.first.currentData() or "")
        if not said:
            return translate("dialogs", "Say what starts it, such as “An adverse event occurs”.")
        condition = said if said != self._condition else None
        begins = entry if entry and entry != self._entry else None
        if condition is None and begins is None:
            return translate("dialogs", "This is as it is now.")
        return SetEntry(self.timeline, condition, begins)


class EarlyTerminationDialog(EditDialog):
    """Asks what those who leave early still have done: a visit like another one, mostly the last of the study."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        like: str = "",
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Add early termination"),
            translate(
                "dialogs",
                "A timeline of its own for those who leave early, with one visit like the one that you choose.",
            ),
            translate("dialogs", "Add"),
            parent,
            foresee,
        )
        decisions: tuple[str, ...] = ()
        last = ""
        projection = study.projection_of(timeline)
        if projection is not None:
            graph = projection.graph
            decisions = tuple(key for key, each in graph.instances.items() if each.is_decision)
            on_path = [key for key in graph.order if key not in graph.unreachable and key not in decisions]
            leaving = [key for key in on_path if graph.instances[key].exit is not None]
            last = (leaving or on_path or [""])[-1]
        self.like = self.choice(
            translate("dialogs", "Its visit is like"),
            visit_choices(study, timeline, decisions),
            like if like and like not in decisions else last,
        )
        self.called = self.field(translate("dialogs", "Name"), translate("dialogs", "Early termination"))
        self.event_field = self.field(
            translate("dialogs", "What starts it"),
            translate("dialogs", "The participant leaves the study before its end"),
        )

    def command(self) -> Command | str:
        """AddEarlyTermination."""
        like, called = str(self.like.currentData() or ""), self.called.text().strip()
        event = self.event_field.text().strip()
        if not like:
            return translate("dialogs", "There is no visit yet that it could be like. Add one first.")
        if not called:
            return translate("dialogs", "A name is missing: type one.")
        if not event:
            return translate("dialogs", "Say what starts it, such as “Consent is withdrawn”.")
        return AddEarlyTermination(like, called, event)
