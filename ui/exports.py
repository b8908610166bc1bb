"""Exports from the window: asks where to, has a worker make the bytes, and writes them whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.open_study import OpenStudy
from app.program import Program
from app.verbs import VerbError
from app.verbs.export import export_bytes
from services.trouble import Trouble
from study.document import Document
from ui.canvas.export import graph_png
from ui.theme import Theme

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of export: `what` a person calls it, the file dialog's `kind`, and how its bytes are made."""

    what: str
    kind: str
    ending: str
    make: Callable[[Document, str | None, Theme], bytes]


EXPORTS = {
    "usdm": Export(
        "The study", "USDM JSON (*.json)", ".json", lambda document, _timeline, _theme: document.to_bytes()
    ),
    "soa": Export(
        "The table",
        "CSV (*.csv)",
        ".csv",
        lambda document, timeline, _theme: export_bytes(document, "soa", ".csv", timeline),
    ),
    "graph": Export("The graph", "PNG (*.png)", ".png", graph_png),
}


def export(
    view: str, study: OpenStudy, program: Program, theme: Theme, folder: Path, window: QWidget
) -> None:
    """Asks for a file in `folder` and writes the `view` (usdm, soa, graph) of the timeline shown to it."""
    kind = EXPORTS[view]
    name = "".join(letter if letter.isalnum() or letter in "-_ " else "_" for letter in study.title)
    suggested = str(folder / (name[:_LONGEST_NAME] + kind.ending))
    chosen, _ = QFileDialog.getSaveFileName(window, f"Export {kind.what.lower()}", suggested, kind.kind)
    if not chosen:
        return
    path = Path(chosen if Path(chosen).suffix else chosen + kind.ending)
    timeline = study.projection.timeline.id if study.projection else None
    # The document belongs to this thread, painting a long timeline takes a while: a worker gets its bytes.
    content = study.document.to_bytes()

    def made() -> bytes:
        try:
            return kind.make(Document.from_bytes(content), timeline, theme)
        except (ValueError, VerbError) as error:
            raise Trouble(
                f"{kind.what} could not be exported: {error}.", kept="The study is unchanged."
            ) from error

    program.write(path, made, kind.what)
