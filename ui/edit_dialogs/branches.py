"""Decisions and their branches: what is asked, under which condition another way is taken, and where it leads."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.decisions import AddBranch, AddDecision
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, title_of, visit_choices


class DecisionDialog(EditDialog):
    """Asks what a new decision decides, and for its first branch where there is to be one."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        after: str,
        assignment: str = "",
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        """`after`: the instance it stands behind, or the timeline for its beginning; `assignment`: on that branch."""
        self._after, self._assignment = after, assignment
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Add a decision"),
            translate(
                "dialogs", "After {visit}. Where no condition holds, the path goes on as it does now."
            ).format(visit=title_of(study, after)),
            translate("dialogs", "Add"),
            parent,
            foresee,
        )
        self.called = self.field(translate("dialogs", "It asks"), hint=translate("dialogs", "Responder?"))
        self.condition = self.field(
            translate("dialogs", "If"), hint=translate("dialogs", "no response; may stay empty")
        )
        self.to = self.choice(
            translate("dialogs", "Then to"),
            [
                ("", translate("dialogs", "No branch yet")),
                *visit_choices(study, timeline),
            ],
        )

    def command(self) -> Command | str:
        """AddDecision, with its first branch where both were given."""
        condition, to = self.condition.text().strip(), str(self.to.currentData())
        if condition and not to:
            return translate("dialogs", "Choose where the branch leads, or leave its condition empty.")
        return AddDecision(self.called.text().strip(), self._after, condition, to, self._assignment)


class BranchDialog(EditDialog):
    """Asks under which condition a decision leads elsewhere, and where."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        decision: str,
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        self._decision = decision
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Add a branch"),
            translate("dialogs", "A further way out of {decision}.").format(
                decision=title_of(study, decision)
            ),
            translate("dialogs", "Add"),
            parent,
            foresee,
        )
        self.condition = self.field(translate("dialogs", "If"), hint=translate("dialogs", "no response"))
        self.to = self.choice(translate("dialogs", "Then to"), visit_choices(study, timeline, (decision,)))

    def command(self) -> Command | str:
        """AddBranch."""
        return AddBranch(self._decision, self.condition.text().strip(), str(self.to.currentData() or ""))
