"""Writing an export from the window: asks where to, a worker makes the bytes, and all or nothing is written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from services.trouble import Trouble
from study.language import translate
from ui.export.choice import FORMATS, SAID, Choice
from ui.export.job import job_of

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_LONGEST_NAME = 80
_FOLDER = "export/folder"


def export(view: str, window: MainWindow) -> bool:
    """The quick exports of the menu: the study as USDM, the table as CSV, the graph as PNG, as they are shown."""
    ending = {"usdm": ".json", "soa": ".csv", "graph": ".png"}[view]
    return save(window, window, Choice(view=view, ending=ending))


def save(window: MainWindow, parent: QWidget, choice: Choice) -> bool:
    """Asks for a file and writes the export to it; whether one was chosen. Raises Trouble where nothing can be made."""
    study = window.study
    if study is None:
        return False
    memory = window.layout_memory
    folder = Path(str(memory.value(_FOLDER, "") or memory.value("folder", "")))
    kind = translate("export", FORMATS[choice.ending])
    kinds = f"{kind} (*{choice.ending})"
    suggested = str(folder / (file_name(window, choice) + choice.ending))
    chosen, _ = QFileDialog.getSaveFileName(parent, translate("export", "Export"), suggested, kinds)
    if not chosen:
        return False
    path = Path(chosen)
    if path.suffix.lower() != choice.ending:
        path = path.with_name(path.name + choice.ending)
    said = translate("export", SAID[choice.view])
    job = job_of(window, choice, dt.datetime.now().astimezone())
    if job is None:
        raise Trouble(
            translate("export", "There is no timeline to export."),
            kept=translate("export", "Nothing was written."),
            advice=translate("export", "The study itself can be written as USDM."),
        )
    try:
        make = job.make()
    except ValueError as error:
        raise Trouble(
            translate("export", "{what} could not be painted.").format(what=said),
            kept=translate("export", "Nothing was written."),
        ) from error
    memory.setValue(_FOLDER, str(path.parent))
    window.program.write(path, make, said)
    return True


def file_name(window: MainWindow, choice: Choice) -> str:
    """A name for the file: the study's, and the visit's where it is about one."""
    study = window.study
    words = [study.title if study is not None else "Maestro"]
    projection = study.projection if study is not None else None
    if choice.view == "visit" and projection is not None:
        words += [column.title for column in projection.soa.columns if column.key == choice.visit]
    name = "".join(letter if letter.isalnum() or letter in "-_ " else "_" for letter in " ".join(words))
    return name[:_LONGEST_NAME].strip() or "Maestro"
