"""What goes or stays with an epoch, an encounter, an activity, an arm or a timeline that is to be deleted."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from app.open_study import OpenStudy
from study.commands.activities import DeleteActivities
from study.commands.command import Command
from study.commands.epochs import DeleteEpoch
from study.language import translate
from study.model import Activity
from ui.edit_dialogs.asking import EditDialog, title_of


class DeleteStructureDialog(EditDialog):
    """Says how far a deletion reaches, and asks."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        heading: str,
        reach: str,
        command: Command,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            study,
            timeline,
            heading,
            translate("dialogs", "{reach} Undo brings it back.").format(reach=reach),
            translate("dialogs", "Delete"),
            parent,
        )
        self._command = command

    def command(self) -> Command | str:
        """What was asked for."""
        return self._command


class DeleteEpochDialog(DeleteStructureDialog):
    """Asks which epoch the visits of the one that goes are in then."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        epoch: str,
        others: list[str],
        reach: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Delete {name}").format(name=title_of(study, epoch)),
            reach,
            DeleteEpoch(epoch),
            parent,
        )
        self._epoch = epoch
        self.into = self.choice(
            translate("dialogs", "Its visits move to"),
            [*((other, title_of(study, other)) for other in others), ("", translate("dialogs", "None"))],
            others[0] if others else "",
        )

    def command(self) -> Command | str:
        """DeleteEpoch into the one that was chosen."""
        return DeleteEpoch(self._epoch, str(self.into.currentData()) or None)


class DeleteActivitiesDialog(DeleteStructureDialog):
    """Asks whether what stands in a group goes with it."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        heading: str,
        reach: str,
        activities: tuple[str, ...],
        parent: QWidget | None,
    ) -> None:
        super().__init__(study, timeline, heading, reach, DeleteActivities(activities), parent)
        self._activities = activities
        self.with_children = QCheckBox(translate("dialogs", "Delete all activities in it as well"))
        groups = [
            address
            for address in activities
            if (item := study.document.index.object_at(address)) is not None and Activity(item).children
        ]
        self.with_children.setVisible(bool(groups))
        self.with_children.toggled.connect(lambda _: self.refresh())
        self.form.addRow(self.with_children)

    def command(self) -> Command | str:
        """DeleteActivities."""
        return DeleteActivities(self._activities, self.with_children.isChecked())
