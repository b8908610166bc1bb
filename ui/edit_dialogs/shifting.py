"""Everything after a visit earlier or later by a duration."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.timing import ShiftAfter
from study.duration_input import NotUnderstoodError, read_duration
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, title_of


class ShiftDialog(EditDialog):
    """Asks by how much everything after a visit moves, and whether the visit moves with it."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        visit: str,
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        self._visit = visit
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Shift what comes after {visit}").format(visit=title_of(study, visit)),
            translate("dialogs", "What hangs on a visit that moves, moves with it."),
            translate("dialogs", "Shift"),
            parent,
            foresee,
        )
        self.by = self.field(translate("dialogs", "By"), hint=translate("dialogs", "1 week, or 7 d"))
        self.way = self.choice(
            translate("dialogs", "Direction"),
            [("later", translate("dialogs", "Later")), ("earlier", translate("dialogs", "Earlier"))],
        )
        self.with_it = QCheckBox(
            translate("dialogs", "And {visit} itself").format(visit=title_of(study, visit))
        )
        self.with_it.toggled.connect(lambda _: self.refresh())
        self.form.addRow("", self.with_it)

    def command(self) -> Command | str:
        """ShiftAfter the visit."""
        try:
            by = read_duration(self.by.text())
        except NotUnderstoodError as misread:
            return misread.reason
        return ShiftAfter(self._visit, by, self.way.currentData() == "earlier", self.with_it.isChecked())
