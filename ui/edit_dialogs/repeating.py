"""A block of visits that comes again and again until a week: how often, and until when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.repetition import RepeatBlock
from study.duration_input import NotUnderstoodError, read_duration
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, named


class RepeatDialog(EditDialog):
    """Asks after how long the visits come again, and until when from the anchor on."""

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
            translate("dialogs", "Repeat visits"),
            translate(
                "dialogs",
                "{visits}, with what is planned there, again and again. Each copy is a visit of its own.",
            ).format(visits=named(study, visits)),
            translate("dialogs", "Repeat"),
            parent,
            foresee,
        )
        self.every = self.field(translate("dialogs", "Every"), hint=translate("dialogs", "4 weeks, or 28 d"))
        self.until = self.field(
            translate("dialogs", "Until"), hint=translate("dialogs", "52 weeks, counted from the anchor")
        )

    def command(self) -> Command | str:
        """RepeatBlock of them."""
        try:
            every, until = read_duration(self.every.text()), read_duration(self.until.text())
        except NotUnderstoodError as misread:
            return misread.reason
        return RepeatBlock(self._visits, every, until)
