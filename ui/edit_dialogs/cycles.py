"""A treatment cycle around visits: when it is repeated, how long one takes, and what it is asked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.cycles import WrapInCycle
from study.duration_input import NotUnderstoodError, read_duration
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, named, visit_choices


class CycleDialog(EditDialog):
    """Asks while what the visits are repeated, and where the path goes on afterwards."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        visits: tuple[str, ...],
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        self._visits = visits
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Wrap in a cycle"),
            translate(
                "dialogs", "{visits} are repeated as long as a condition holds; a decision behind them asks."
            ).format(visits=named(study, visits))
            if len(visits) > 1
            else translate(
                "dialogs", "{visits} is repeated as long as a condition holds; a decision behind it asks."
            ).format(visits=named(study, visits)),
            translate("dialogs", "Wrap"),
            parent,
            foresee,
        )
        self.condition = self.field(
            translate("dialogs", "Repeat while"), hint=translate("dialogs", "no progression, at most 6 times")
        )
        self.every = self.field(
            translate("dialogs", "One cycle takes"), hint=translate("dialogs", "21 d; may stay empty")
        )
        self.called = self.field(
            translate("dialogs", "The decision asks"),
            hint=translate("dialogs", "Next cycle?; may stay empty"),
        )
        self.to = self.choice(
            translate("dialogs", "Else on to"),
            [
                ("", translate("dialogs", "What follows now")),
                *visit_choices(study, timeline, visits),
            ],
        )

    def command(self) -> Command | str:
        """WrapInCycle around them."""
        typed = self.every.text().strip()
        try:
            every = read_duration(typed) if typed else ""
        except NotUnderstoodError as misread:
            return misread.reason
        return WrapInCycle(
            self._visits,
            self.condition.text().strip(),
            str(self.to.currentData()),
            self.called.text().strip(),
            every,
        )
