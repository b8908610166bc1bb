"""A new visit: what it is called, when it is, its window, and which visit it is like."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.visits import AddVisit
from study.duration_input import NotUnderstoodError, read_duration
from study.language import translate
from study.window_input import Window, read_window
from ui.edit_dialogs.asking import EditDialog, Foresee, title_of, visit_choices


class AddVisitDialog(EditDialog):
    """Asks for a visit that comes behind another one in the path; `like` is proposed as what it is like."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        after: str,
        like: str = "",
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        self._after = after
        title = (
            translate("dialogs", "Add a visit like {visit}").format(visit=title_of(study, like))
            if like
            else translate("dialogs", "Add a visit after {visit}").format(visit=title_of(study, after))
        )
        super().__init__(
            study,
            timeline,
            title,
            translate("dialogs", "It gets an encounter and a timing of its own."),
            translate("dialogs", "Add"),
            parent,
            foresee,
        )
        visits = visit_choices(study, timeline)
        self.called = self.field(translate("dialogs", "Name"), hint=translate("dialogs", "Week 10"))
        self.offset = self.field(
            translate("dialogs", "How long after"),
            hint=translate("dialogs", "4 weeks; empty for no time yet"),
        )
        self.reference = self.choice(translate("dialogs", "Counted from"), visits, like or after)
        self.window_field = self.field(
            translate("dialogs", "Window"), hint=translate("dialogs", "±3 d, or −3 d / +5 d; empty for none")
        )
        self.like = self.choice(
            translate("dialogs", "Like"), [("", translate("dialogs", "No other visit")), *visits], like
        )

    def command(self) -> Command | str:
        """AddVisit."""
        called = self.called.text().strip()
        if not called:
            return translate("dialogs", "Type what the visit is called.")
        offset, window = "", (None, None)
        try:
            if self.offset.text().strip():
                offset = read_duration(self.offset.text())
            typed: Window = (
                read_window(self.window_field.text()) if self.window_field.text().strip() else window
            )
        except NotUnderstoodError as misread:
            return misread.reason
        if typed != window and not offset:
            return translate("dialogs", "A window needs a time: type how long after which visit it is.")
        return AddVisit(
            called,
            after=self._after,
            offset=offset,
            reference=self.reference.currentData() if offset else "",
            window=typed,
            like=self.like.currentData(),
        )
