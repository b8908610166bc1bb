"""Saving a working copy to its file, saying what the file lacks, and asking where another program wrote to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton
from shiboken6 import isValid

from study.language import translate
from ui.widgets.dialog import Dialog
from ui.widgets.part import text_label

if TYPE_CHECKING:
    from app.keeping import Keeping
    from app.open_study import OpenStudy
    from app.saving import FileConflict
    from ui.main_window import MainWindow

_MOST_TITLES = 8


class Saving:
    """Binds Save and Save as, looks at the file when the window comes to the front, and asks what only people know."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._keeping: Keeping | None = None
        window.on("save", window.program.saving.save)
        window.on("save_as", self._save_as)
        window.program.saving.conflict.connect(self._ask)
        window.program.saving.wrote.connect(lambda _: self._title())
        window.study_changed.connect(self._set_study)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._came_to_front)

    def _set_study(self, study: OpenStudy | None) -> None:
        if self._keeping is not None and isValid(self._keeping):
            self._keeping.changed.disconnect(self._title)
        self._keeping = study.keeping if study is not None else None
        if self._keeping is not None:
            self._keeping.changed.connect(self._title)
        self._title()

    def _title(self) -> None:
        """The window's title says whether the file holds everything."""
        study = self._window.study
        if study is None:
            return
        keeping = study.keeping
        is_behind = study.entry.source is not None and keeping is not None and bool(keeping.going_on)
        words = (
            translate("window", "{study}, not in the file yet – Maestro")
            if is_behind
            else translate("window", "{study} – Maestro")
        )
        self._window.setWindowTitle(words.format(study=study.title))

    def _came_to_front(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and isValid(self._window):
            self._window.program.saving.look()

    def _save_as(self) -> None:
        study = self._window.study
        if study is None:
            return
        if study.entry.source is None:  # the backend keeps it; a file of it is an export
            self._window.actions_by_id["export_usdm"].trigger()
            return
        path = self._pick(study.entry.source)
        if path is not None:
            self._window.program.saving.save_as(path)

    def _pick(self, beside: Path) -> Path | None:
        kinds = translate("files", "USDM studies (*.json);;All files (*)")
        name, _ = QFileDialog.getSaveFileName(
            self._window, translate("files", "Save the study as"), str(beside), kinds
        )
        return Path(name) if name else None

    def _ask(self, conflict: FileConflict) -> None:
        path = conflict.study.entry.source
        if path is None:
            return
        dialog = ConflictDialog(conflict, self._window)
        dialog.exec()
        saving = self._window.program.saving
        match dialog.choice:
            case "mine":
                other = self._pick(path)
                if other is not None:
                    saving.keep_mine(conflict, other)
            case "theirs":
                saving.take_theirs(conflict)
            case "both":
                saving.put_together(conflict)


class ConflictDialog(Dialog):
    """What was edited here and what another program wrote do not fit together: which edits, and what may be done."""

    def __init__(self, conflict: FileConflict, parent: MainWindow) -> None:
        self.choice = ""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        super().__init__(
            parent,
            translate("files", "{file} was changed by another program").format(
                file=conflict.study.entry.file_name
            ),
            translate(
                "files",
                "%n edit(s) of yours and what was written there change the same:",
                "",
                len(conflict.titles),
            ),
            buttons,
        )
        for title in conflict.titles[:_MOST_TITLES]:
            self.body.addWidget(text_label("• " + title))
        more = len(conflict.titles) - _MOST_TITLES
        if more > 0:
            self.body.addWidget(text_label(translate("files", "and %n more", "", more)))
        self.body.addWidget(
            text_label(
                translate("files", "Whatever you choose, no edit is lost: those left out can be exported."),
                "label",
            )
        )
        self._offer("mine", translate("files", "Keep mine as another file…"))
        self._offer("theirs", translate("files", "Take theirs"))
        self._offer("both", translate("files", "Take theirs, with the edits that fit"))

    def _offer(self, choice: str, words: str) -> None:
        button = QPushButton(words)
        button.setAutoDefault(False)

        def chosen() -> None:
            self.choice = choice
            self.accept()

        button.clicked.connect(chosen)
        self.body.addWidget(button)
