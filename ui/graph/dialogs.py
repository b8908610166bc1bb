"""Which dialog asks for what an edit on the graph still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from ui.graph.additions import Place

if TYPE_CHECKING:
    from ui.edit_dialogs.asking import EditDialog, Foresee


WITHOUT_VISITS = ("side_timeline", "decision", "early_termination", "entry")
"""What can be asked with nothing selected."""


def dialog_for(
    what: str,
    study: OpenStudy,
    timeline: str,
    visits: tuple[str, ...],
    place: Place,
    parent: QWidget,
    foresee: Foresee,
) -> EditDialog:
    """The dialog for an edit of these visits, of which there is one at least where it needs any. Raises KeyError."""
    from ui.edit_dialogs.branches import BranchDialog, DecisionDialog
    from ui.edit_dialogs.cycles import CycleDialog
    from ui.edit_dialogs.deleting import DeleteDialog
    from ui.edit_dialogs.epochs import EpochDialog
    from ui.edit_dialogs.repeating import RepeatDialog
    from ui.edit_dialogs.shifting import ShiftDialog
    from ui.edit_dialogs.side_timelines import SideTimelineDialog
    from ui.edit_dialogs.starting import EarlyTerminationDialog, EntryDialog
    from ui.edit_dialogs.sub_timelines import SubTimelineDialog
    from ui.edit_dialogs.windows import WindowDialog

    if what == "side_timeline":
        return SideTimelineDialog(study, timeline, visits[-1] if visits else "", parent, foresee)
    if what == "early_termination":
        return EarlyTerminationDialog(
            study, timeline, visits[-1] if len(visits) == 1 else "", parent, foresee
        )
    if what == "entry":
        return EntryDialog(study, timeline, parent, foresee)
    if what == "sub_timeline":
        return SubTimelineDialog(study, timeline, visits[-1], parent, foresee)
    if what == "decision":
        return DecisionDialog(study, timeline, place.after, place.assignment, parent, foresee)
    if what == "shift":
        return ShiftDialog(study, timeline, visits[-1], parent, foresee)
    if what == "branch":
        return BranchDialog(study, timeline, visits[-1], parent, foresee)
    of_all = {
        "window": WindowDialog,
        "cycle": CycleDialog,
        "repeat": RepeatDialog,
        "epoch": EpochDialog,
        "deletion": DeleteDialog,
    }
    return of_all[what](study, timeline, visits, parent, foresee)
