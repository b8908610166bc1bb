"""One activity in the place of another, wherever that is planned."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.activities import SwapActivity
from study.commands.command import Command
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, title_of


class SwapDialog(EditDialog):
    """Asks which activity takes over the visits and footnotes of another; its list is searched by typing."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        old: str,
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        self._old = old
        name = title_of(study, old)
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Swap {activity}").format(activity=name),
            translate(
                "dialogs",
                "Wherever it is planned, in every timeline, another one is planned instead; its footnotes stay.",
            ),
            translate("dialogs", "Swap"),
            parent,
            foresee,
        )
        design = study.projection.design if study.projection is not None else None
        others = [
            (each.id, each.title)
            for each in (design.activities if design else ())
            if each.id and each.id != old
        ]
        self.new = self.choice(translate("dialogs", "Swap for"), others)
        self.keeps = self.choice(
            translate("dialogs", "{activity} itself").format(activity=name),
            [
                ("", translate("dialogs", "Goes from the list of activities")),
                ("kept", translate("dialogs", "Stays in the list, planned nowhere")),
            ],
        )

    def command(self) -> Command | str:
        """SwapActivity."""
        new = self.new.currentData()
        if not new:
            return translate("dialogs", "There is no other activity yet. Add one first.")
        return SwapActivity(self._old, str(new), keep_old=bool(self.keeps.currentData()))
