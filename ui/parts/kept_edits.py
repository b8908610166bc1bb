"""How far edits are kept: the words in the status bar, what was recovered, what was refused, and closing the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
from shiboken6 import isValid

from app.library_link import is_on_its_way, was_refused
from app.unsent import unsent_json
from services.journal import EditState, JournalEntry
from study.change_set import ChangeSet, read_change_set
from study.language import translate
from ui.parts.typed import keep_what_is_typed
from ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from app.keeping import Keeping
    from app.open_study import OpenStudy
    from services.catching_up import ArrivedChanges, RefusedEdit
    from ui.edit_dialogs.deciding import Decision
    from ui.main_window import MainWindow


_AT_WORK_MS = 300  # until it is looked again whether a hand is still in the middle of something


class KeptEdits:
    """Says Saving, Saved and Accepted, and lets no window close over an edit that is not on disk."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._is_closing = False
        self._was_told: OpenStudy | None = None
        self._keeping: Keeping | None = None
        self._arrived = ""
        self._shows_latest = False
        self._to_decide = ""
        """The study that is opened again without the edits that are to be decided."""
        window.on("export_unsent", self.export)
        window.study_changed.connect(self._set_study)
        window.study_shown.connect(self._tell_recovered)
        window.may_close.append(self._may_close)
        window.program.leaving.connect(lambda: keep_what_is_typed(window))
        window.program.link.saved.connect(self._close_at_last)
        window.program.link.edit_refused.connect(self._tell_refused)
        window.program.link.changes_arrived.connect(self._tell_arrived)
        window.program.link.differs.connect(self._show_latest)
        window.on("send_again", self._send_again)
        window.on("decide_refused", self.decide)

    def _set_study(self, study: OpenStudy | None) -> None:
        if self._keeping is not None and isValid(self._keeping):
            self._keeping.changed.disconnect(self._show)
        self._keeping = study.keeping if study is not None else None
        if self._keeping is not None:
            self._keeping.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        study = self._window.study
        keeping = study.keeping if study is not None else None
        if study is None or keeping is None or not keeping.was_edited:
            self._window.status.set_edits(None)
            return
        self._window.status.set_edits(keeping.state, in_file=study.entry.source is not None)

    # What was found again

    def _tell_recovered(self) -> None:
        study = self._window.study
        if study is None or study is self._was_told:
            return
        self._was_told = study
        if self._shows_latest:  # notices go with the study that was shown before
            self._shows_latest = False
            self._window.notices.tell(self._arrived)
        if self._to_decide == study.entry.id:
            self._to_decide = ""
            self.decide()
            return
        count, unfit = len(study.recovered.pending), study.recovered.unfit
        if count:
            sentence = (
                translate("history", "Here again, and not sent yet: %n edit(s).", "", count)
                if study.entry.source is None
                else translate("history", "Here again, and not in the file yet: %n edit(s).", "", count)
            )
            self._window.notices.offer(
                sentence,
                translate("history", "Show the history"),
                partial(self._window.show_pane, "history"),
            )
        if unfit:
            sentence = translate(
                "history",
                "Kept beside the study, because it has changed since: %n edit(s). {reason}",
                "",
                len(unfit),
            ).format(reason=unfit[0].reason)
            self._window.notices.offer(sentence, translate("history", "Decide…"), self.decide)

    # What the backend answers

    def _tell_refused(self, refused: RefusedEdit) -> None:
        study = self._window.study if isValid(self._window) else None
        if study is None or study.entry.id != refused.study_id:
            return
        made = next((each for each in study.editor.history.log if each.id == refused.edit_id), None)
        sentence = translate(
            "history", "The backend did not accept “{title}”: {reason} It is kept here, and can be exported."
        ).format(title=made.title if made is not None else refused.edit_id, reason=refused.reason)
        self._window.notices.offer(
            sentence,
            translate("history", "Decide…"),
            self.decide,
        )

    def _tell_arrived(self, arrived: ArrivedChanges) -> None:
        study = self._window.study if isValid(self._window) else None
        if study is None or study.entry.id != arrived.study_id or not arrived.change_sets:
            return
        last = arrived.change_sets[-1]
        if study.is_apart and was_refused(study) and not is_on_its_way(study):
            self._window.notices.offer(
                translate(
                    "history",
                    "“{title}” by {author} does not fit beside what was edited here; nothing is lost.",
                ).format(title=last.title, author=last.author),
                translate("history", "Put both together"),
                partial(self._window.program.open_study, study.entry.id),
            )
        else:
            self._arrived = translate("history", "{author}: {title}").format(
                author=last.author, title=last.title
            )
            self._window.notices.tell(self._arrived)

    def _show_latest(self, study: OpenStudy) -> None:
        """Shows what the backend has, with nobody's edit missing, as soon as no hand is in the middle of something."""
        if not isValid(self._window) or self._window.study is not study or is_on_its_way(study):
            return
        if _is_at_work(self._window):
            QTimer.singleShot(_AT_WORK_MS, self._window, lambda: self._show_latest(study))
        else:
            self._shows_latest = True
            self._window.program.open_study(study.entry.id)

    def _send_again(self) -> None:
        study = self._window.study
        if study is None:
            return
        program, study_id = self._window.program, study.entry.id

        def found(edits: list[JournalEntry]) -> None:
            refused = [each.id for each in edits if each.state is EditState.REFUSED]
            if not refused:
                self._window.notices.tell(translate("history", "No edit of this study was refused."))
                return
            program.when_done(
                program.library.try_edits_again(refused), lambda _: program.open_study(study_id)
            )

        program.when_done(program.library.edits(study_id), found)

    def decide(self) -> None:
        """Has a person decide, field by field, about the edits that did not fit beside what others did.

        Where they stand in the document still it is opened again first, as the others have it.
        """
        study = self._window.study
        if study is None:
            return
        program = self._window.program

        def found(edits: list[JournalEntry]) -> None:
            now = self._window.study if isValid(self._window) else None
            if now is not study:
                return
            refused = [each for each in edits if each.state is EditState.REFUSED]
            if not refused:
                self._window.notices.tell(translate("history", "No edit of this study was refused."))
            elif {each.id for each in refused} & {each.id for each in study.editor.history.log}:
                self._to_decide = study.entry.id
                program.open_study(study.entry.id)
            else:
                self._decide(study, refused)

        program.when_done(program.library.edits(study.entry.id), found)

    def _decide(self, study: OpenStudy, refused: list[JournalEntry]) -> None:
        from ui.edit_dialogs.deciding import DecideDialog

        readable: list[tuple[JournalEntry, ChangeSet]] = []
        for entry in refused:
            try:
                readable.append((entry, read_change_set(entry.text)))
            except ValueError:
                continue  # of a newer program: it is kept, and can be exported
        if not readable:
            self._window.notices.tell(
                translate("history", "These edits cannot be read here. They are kept, and can be exported.")
            )
            return
        dialog = DecideDialog(study, readable, self._window)
        if dialog.exec():
            done = [each.entry.id for each in dialog.decisions if self._decided(study, each)]
            if done:
                program = self._window.program
                program.when_done(program.library.mark_edits_decided(done), lambda _: None)
                if study.keeping is not None:
                    study.keeping.were_decided(done)
                self._window.notices.tell(translate("history", "Decided: %n edit(s).", "", len(done)))
        dialog.deleteLater()

    @staticmethod
    def _decided(study: OpenStudy, decision: Decision) -> bool:
        """Put what was chosen again; whether that could be done, or theirs is kept. Else it waits as before."""
        command = decision.command()
        if command is None:
            return True
        return study.editor.do(command) is not None

    # What is taken along

    def export(self) -> None:
        """Writes the edits that went no further than here to a file, as `maestro apply` takes them."""
        window, study = self._window, self._window.study
        if study is None:
            return
        program, keeping = window.program, study.keeping
        on_their_way = list(keeping.unsaved) if keeping is not None else []
        title = study.title

        def found(edits: list[JournalEntry]) -> None:
            content = unsent_json([*edits, *on_their_way])
            if content is None:
                window.notices.tell(
                    translate("history", "Every edit is where it belongs: there is none to export.")
                )
                return
            folder = str(window.layout_memory.value("folder", ""))
            proposal = str(Path(folder) / f"{_file_name(title)}-edits.json")
            kinds = translate("files", "Edits (*.json)")
            name, _ = QFileDialog.getSaveFileName(
                window, translate("history", "Export unsent edits"), proposal, kinds
            )
            if name:
                program.write(Path(name), lambda: content, translate("history", "What was not sent"))

        program.when_done(program.library.edits(study.entry.id), found)

    # Closing

    def _may_close(self) -> bool:
        keep_what_is_typed(self._window)
        link = self._window.program.link
        if not link.unsaved_count:
            return True
        trouble = next((each.state.trouble for each in link.keepings if each.state.trouble), None)
        for keeping in link.keepings:
            keeping.try_now()
        if trouble is None:
            self._is_closing = True
            self._window.notices.tell(
                translate("history", "The last edits are being saved; the window closes by itself.")
            )
            return False
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(translate("history", "Close and lose them"), QDialogButtonBox.ButtonRole.AcceptRole)
        asked = Dialog(
            self._window,
            translate("history", "Not saved: %n edit(s)", "", link.unsaved_count),
            translate(
                "history",
                "{reason} Cancel, make room and wait for “Saved” below, or export the unsent edits. Closing now "
                "loses them.",
            ).format(reason=trouble.happened),
            buttons,
        )
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setDefault(True)
        cancel.setFocus()
        return bool(asked.exec())

    def _close_at_last(self) -> None:
        if self._is_closing and isValid(self._window) and not self._window.program.link.unsaved_count:
            self._is_closing = False
            self._window.close()


def _is_at_work(window: MainWindow) -> bool:
    """Whether a person holds the mouse, has a menu or dialog open, or is typing into a field."""
    if QApplication.mouseButtons() or QApplication.activePopupWidget() or QApplication.activeModalWidget():
        return True
    typing = QApplication.focusWidget()
    if isinstance(typing, QLineEdit):
        return window.isAncestorOf(typing) and typing.isModified()
    if isinstance(typing, QTextEdit | QPlainTextEdit):
        document = typing.document()
        return window.isAncestorOf(typing) and not typing.isReadOnly() and document.isModified()
    return False


def _file_name(title: str) -> str:
    """A study's title as part of the name of a file."""
    return (
        "".join(letter if letter.isalnum() or letter in " -_" else "-" for letter in title)[:60].strip()
        or "study"
    )
