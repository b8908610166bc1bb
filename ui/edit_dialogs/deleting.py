"""Visits and decisions that are to go, and what goes or moves with them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.deletion import DeleteVisits
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, named


class DeleteDialog(EditDialog):
    """Says what goes with what is deleted, and asks."""

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
            translate("dialogs", "Delete {visits}").format(visits=named(study, visits)),
            translate(
                "dialogs",
                "The path leads past what goes; what was timed from it keeps its planned day. Undo brings it back.",
            ),
            translate("dialogs", "Delete"),
            parent,
            foresee,
        )

    def command(self) -> Command | str:
        """DeleteVisits."""
        return DeleteVisits(self._visits)
