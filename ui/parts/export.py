"""Taking a schedule along: the dialog, its preview, files and printing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from services.trouble import Trouble
from study.language import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.export.choice import Choice
    from ui.export.dialog import ExportDialog
    from ui.export.job import Job
    from ui.main_window import MainWindow

_KEPT = "export"
_PREVIEW_WIDTH = 860  # pixels of a page at 100 %


class _Arrivals(QObject):
    """Pages of a preview, from the worker that paints them: which preview, the page, its place, how many."""

    page = Signal(int, object, int, int)

    def __init__(self, parent: QObject, show: Callable[[int, QImage, int, int], None]) -> None:
        super().__init__(parent)
        self._call = show
        self.page.connect(self._arrived)  # a slot of an object: called in its thread, whoever emits

    @Slot(int, object, int, int)
    def _arrived(self, asked: int, image: QImage, page: int, count: int) -> None:
        self._call(asked, image, page, count)


class Export:
    """The actions *Export* and *Print*. What they need is imported when it is asked for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.dialog: ExportDialog | None = None
        self._asked = 0  # counts previews, so that an old one is not shown over a newer one
        self._arrivals = _Arrivals(window, self._show)
        window.on("export", self.export)
        window.on("print", self.print)

    def export(self) -> None:
        """Asks what to write, and writes it."""
        self._open(for_printing=False)

    def print(self) -> None:
        """Asks what to print, and prints it."""
        self._open(for_printing=True)

    def _open(self, *, for_printing: bool) -> None:
        from ui.export.dialog import ExportDialog
        from ui.export.shown_here import is_narrowed

        window = self._window
        if window.study is None or self.dialog is not None:
            return
        dialog = self.dialog = ExportDialog(
            window,
            window.theme,
            self._first_choice(for_printing=for_printing),
            self._visits(),
            dates=window.study.dated() is not None,
            narrowed=is_narrowed(window),
            for_printing=for_printing,
        )
        dialog.preview_wanted.connect(self._preview)
        dialog.save_wanted.connect(self._save)
        dialog.print_wanted.connect(self._print)
        dialog.finished.connect(lambda _result: self._closed())
        dialog.open()
        self._preview(dialog.choice)

    def _closed(self) -> None:
        self._asked += 1
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _first_choice(self, *, for_printing: bool) -> Choice:
        """What was chosen last; the view and visit that are before the eyes."""
        from ui.export.choice import choice_from

        memory, study = self._window.layout_memory, self._window.study
        names = ("view", "ending", "paper", "orientation", "fitted", "size", "with_dates")
        choice = choice_from({name: memory.value(f"{_KEPT}/{name}", "") for name in names})
        projection = study.projection if study is not None else None
        if study is None or projection is None:
            return choice.of_view("usdm")
        keys = [column.key for column in projection.soa.columns]
        visit = study.selection if study.selection in keys else (keys[0] if keys else "")
        views = self._window.views
        seen = [name for name, widget in (("graph", "graph"), ("axis", "axis")) if views.is_seen(widget)]
        if choice.view != "visit" and not views.is_seen("matrix") and seen:
            choice = choice.of_view(seen[0])
        elif choice.view in ("graph", "axis") and choice.view not in seen:
            choice = choice.of_view("soa")
        if for_printing:
            choice = replace(choice.of_view("soa" if choice.view == "usdm" else choice.view), ending=".pdf")
        return replace(choice, visit=visit)

    def _visits(self) -> list[tuple[str, str]]:
        study = self._window.study
        projection = study.projection if study is not None else None
        if projection is None:
            return []
        return [
            (
                column.key,
                translate("export", "{visit}, {day}").format(visit=column.title, day=column.day_text)
                if column.day_text
                else column.title,
            )
            for column in projection.soa.columns
        ]

    # The preview

    def _preview(self, choice: Choice) -> None:
        from ui.export.job import page_images

        job = self._job(replace(choice, ending=".pdf"))
        if self.dialog is None or job is None or job.pages is None:
            return
        self._asked += 1
        asked, made, ratio = self._asked, job.pages, self.dialog.devicePixelRatioF()
        if not self.dialog.preview.count:
            self.dialog.preview.show_message(translate("export", "Preparing the preview…"))

        def work() -> None:
            pages = made()
            for n, image in enumerate(page_images(pages, _PREVIEW_WIDTH, ratio)):
                if asked != self._asked:  # another one is wanted by now
                    return
                self._arrivals.page.emit(asked, image, n, len(pages))

        if job.is_here:
            work()
            return
        program = self._window.program
        program.when_done(program.in_worker(work), lambda _: None, lambda error: self._failed(asked, error))

    def _show(self, asked: int, image: QImage, page: int, count: int) -> None:
        if self.dialog is not None and asked == self._asked:
            self.dialog.preview.add_page(image, page, count)

    def _failed(self, asked: int, _error: BaseException) -> None:
        if self.dialog is not None and asked == self._asked:
            self.dialog.preview.show_message(translate("export", "This cannot be previewed."))

    def _job(self, choice: Choice) -> Job | None:
        from ui.export.job import job_of

        return job_of(self._window, choice, dt.datetime.now().astimezone())

    # Files

    def _save(self, choice: Choice) -> None:
        from ui.exports import save

        dialog = self.dialog
        if dialog is None:
            return
        try:
            if save(self._window, dialog, choice):
                self._remember(choice)
                dialog.accept()
        except Trouble as trouble:
            dialog.warn(trouble)

    def _remember(self, choice: Choice) -> None:
        memory = self._window.layout_memory
        for name, value in choice.kept.items():
            memory.setValue(f"{_KEPT}/{name}", value)

    # Paper

    def _print(self, choice: Choice) -> None:
        from ui.export.printing import ask_printer, has_printer, no_printer, print_pages

        dialog = self.dialog
        if dialog is None:
            return
        if not has_printer():
            dialog.warn(no_printer(), (translate("export", "Save as PDF"), dialog.become_pdf))
            return
        job = self._job(replace(choice, ending=".pdf"))
        if job is None or job.pages is None:
            return
        made = job.pages()
        printer = ask_printer(made, dialog)
        if printer is None:
            return
        self._remember(choice)
        try:
            count = print_pages(printer, made)
        except Trouble as trouble:
            dialog.warn(trouble, (translate("export", "Save as PDF"), dialog.become_pdf))
            return
        dialog.accept()
        self._window.program.told.emit(translate("export", "%n page(s) sent to the printer.", "", count))
