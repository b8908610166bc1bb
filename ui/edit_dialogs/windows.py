"""The window of one visit, or of many at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.windows import SetWindow
from study.duration_input import NotUnderstoodError
from study.language import translate
from study.window_input import Window, read_window
from ui.edit_dialogs.asking import EditDialog, Foresee, named, title_of


class WindowDialog(EditDialog):
    """Asks how early and how late visits may be. Those that can have no window, such as the anchor, are left out."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        visits: tuple[str, ...],
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        able = tuple(each for each in visits if not study.editor.why_not(SetWindow((each,), "P1D", "P1D")))
        left_out = [each for each in visits if each not in able]
        self._visits = able or visits
        sentence = translate("dialogs", "How early and how late {visits} may be.").format(
            visits=named(study, self._visits)
        )
        if able and left_out:
            names = ", ".join(title_of(study, each) for each in left_out[:4])
            sentence += " " + translate("dialogs", "Left out, as they can have no window: {names}.").format(
                names=names
            )
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Window"),
            sentence,
            translate("dialogs", "Set window"),
            parent,
            foresee,
        )
        self.window_field = self.field(
            translate("dialogs", "Window"), hint=translate("dialogs", "±3 d, or −3 d / +5 d, or “not stated”")
        )

    def command(self) -> Command | str:
        """SetWindow for all of them."""
        text = self.window_field.text().strip()
        if not text:
            return translate("dialogs", "Type a window such as “±3 d”; “not stated” takes it away.")
        try:
            window: Window = read_window(text)
        except NotUnderstoodError as misread:
            return misread.reason
        return SetWindow(self._visits, *window)
