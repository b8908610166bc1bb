"""How often an activity is done within a visit, and how long it goes on: asked, for what USDM has no place for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.annexe_marks import Span
from study.commands.command import Command
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, title_of, visit_choices


class SpanDialog(EditDialog):
    """Asks from which visit to which an activity goes on, and what is said of it."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        activity: str,
        first: str,
        last: str,
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        self._activity = activity
        super().__init__(
            study,
            timeline,
            translate("dialogs", "{activity} goes on").format(activity=title_of(study, activity)),
            translate(
                "dialogs",
                "What is done all the while between two visits, such as a diary. In the table it is a line from one to "
                "the other.",
            ),
            translate("dialogs", "Go on"),
            parent,
            foresee,
        )
        projection = study.projection_of(timeline)
        instances = projection.graph.instances if projection is not None else {}
        visits = visit_choices(study, timeline, tuple(k for k, each in instances.items() if each.is_decision))
        self.first = self.choice(translate("dialogs", "From"), visits, first)
        self.last = self.choice(translate("dialogs", "To"), visits, last)
        self.said = self.field(translate("dialogs", "How"), hint=translate("dialogs", "daily, for instance"))

    def command(self) -> Command | str:
        """Span."""
        first, last = str(self.first.currentData() or ""), str(self.last.currentData() or "")
        return Span(self._activity, first, last, self.said.text().strip())


class TimesDialog(EditDialog):
    """Asks how many times within a visit something is done."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        made: Callable[[int], Command],
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        self._made = made
        super().__init__(
            study,
            timeline,
            translate("dialogs", "How often in the visit"),
            translate("dialogs", "How many times within one visit this is done."),
            translate("dialogs", "Set"),
            parent,
            foresee,
        )
        self.times = self.field(
            translate("dialogs", "Times"), hint=translate("dialogs", "a number from 1 to 999")
        )

    def command(self) -> Command | str:
        """What `made` makes of the number."""
        text = self.times.text().strip()
        if not text.isdecimal() or len(text) > 3:
            return translate("dialogs", "Type a number from 1 to 999.")
        return self._made(int(text))
