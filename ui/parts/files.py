"""Files: opening one as a working copy, importing one, exporting what is open."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from services.trouble import Trouble
from study.language import translate
from ui.widgets.dialog import Dialog, ok_cancel

if TYPE_CHECKING:
    from ui.home.entries import HomeEntry
    from ui.main_window import MainWindow


class Files:
    """The actions of the menu *Study*."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.on("home", window.show_home)
        window.on("new_study", self.new_study)
        window.on("open", self._pick_to_open)
        window.on("import", self._pick_to_import)
        for view in ("usdm", "soa", "graph"):
            window.on(f"export_{view}", partial(self._export, view))
        window.on("close_study", window.close_study)
        window.on("quit", window.close)
        home, program = window.home, window.program
        home.open_entry.connect(program.open_study)
        home.new_wanted.connect(self.new_study)
        home.open_file.connect(lambda path: window.open_path(Path(path)))
        home.import_file.connect(lambda path: program.import_file(Path(path)))
        home.dropped.connect(lambda paths: window.open_dropped([Path(path) for path in paths]))
        home.removal_wanted.connect(self._remove)

    def new_study(self) -> None:
        """Ask for a title and a template, and have the study made and opened."""
        from ui.edit_dialogs.new_study import NewStudyDialog

        importing = self._window.actions_by_id["import"]
        asked = NewStudyDialog(self._window, "" if importing.isEnabled() else importing.toolTip())
        while asked.exec():
            path = self._pick_new(asked.study_title) if asked.in_file else None
            if path is not None or not asked.in_file:
                self._window.program.create_study(asked.study_title, asked.template, path)
                break
        asked.deleteLater()

    def _pick_new(self, title: str) -> Path | None:
        """Where a new study is to be written."""
        memory = self._window.layout_memory
        begun = Path(str(memory.value("folder", ""))) / f"{_stem(title)}.json"
        kinds = translate("files", "USDM studies (*.json);;All files (*)")
        name, _ = QFileDialog.getSaveFileName(
            self._window, translate("files", "Keep the new study in"), str(begun), kinds
        )
        if not name:
            return None
        path = Path(name)
        memory.setValue("folder", str(path.parent))
        return path if path.suffix else path.with_suffix(".json")

    def _pick_to_open(self) -> None:
        if path := self._pick(translate("files", "Open a study")):
            self._window.open_path(path)

    def _pick_to_import(self) -> None:
        if path := self._pick(translate("files", "Import a study")):
            self._window.layout_memory.setValue("folder", str(path.parent))
            self._window.program.import_file(path)

    def _pick(self, title: str) -> Path | None:
        folder = str(self._window.layout_memory.value("folder", ""))
        kinds = translate("files", "USDM studies (*.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        return Path(name) if name else None

    def _remove(self, entry: HomeEntry) -> None:
        asked = Dialog(
            self._window,
            translate("home", "Take {title} off the list?").format(title=entry.title),
            translate(
                "home",
                "The file itself stays where it is. What you set for it on this computer goes: dates, "
                "and where cards were placed.",
            ),
            ok_cancel(),
        )
        if asked.exec():
            self._window.program.forget_file(entry.id)

    def _export(self, view: str) -> None:
        from ui.exports import export

        try:
            export(view, self._window)
        except Trouble as trouble:
            self._window.notices.warn(trouble)


def _stem(title: str) -> str:
    """A title as the name of a file, on every system."""
    kept = "".join(letter if letter.isalnum() or letter in " -_." else "-" for letter in title[:80])
    return " ".join(kept.split()).strip(" .-") or "study"
