"""Which epoch visits are in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.epochs import AssignEpoch
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, named


class EpochDialog(EditDialog):
    """Asks into which epoch visits are put."""

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
            translate("dialogs", "Move to an epoch"),
            translate("dialogs", "Put {visits} into an epoch.").format(visits=named(study, visits)),
            translate("dialogs", "Move"),
            parent,
            foresee,
        )
        projection = study.projection_of(timeline)
        epochs = projection.design.epochs if projection is not None else ()
        instances = projection.graph.instances if projection is not None else {}
        now = instances[visits[0]].epoch if visits and visits[0] in instances else None
        self.epoch = self.choice(
            translate("dialogs", "Epoch"),
            [
                *((each.id, each.title) for each in epochs if each.id),
                ("", translate("dialogs", "None")),
            ],
            now or "",
        )

    def command(self) -> Command | str:
        """AssignEpoch for all of them."""
        return AssignEpoch(self._visits, str(self.epoch.currentData()) or None)
