"""Printing pages, with the system's own dialog; what to do where there is no printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from services.trouble import Trouble
from study.language import translate
from ui.export.pages import DPI, Pages
from ui.export.pdf import page_layout


def has_printer() -> bool:
    """Whether the system knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def no_printer() -> Trouble:
    """What a person is told where there is none."""
    return Trouble(
        translate("export", "There is no printer on this computer."),
        kept=translate("export", "Nothing was printed; the study is unchanged."),
        advice=translate(
            "export", "Save it as a PDF instead and print that elsewhere, or ask for a printer."
        ),
    )


def ask_printer(pages: Pages, parent: QWidget | None) -> QPrinter | None:
    """The printer that a person chooses, set up for the pages; None where they choose none."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(pages.title)
    printer.setCreator(pages.imprint.program)
    set_up(printer, pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return printer


def set_up(printer: QPrinter, pages: Pages) -> None:
    """The paper of the pages, held as they are, without margins: the pages keep their own."""
    printer.setFullPage(True)
    layout: QPageLayout = page_layout(pages.paper)
    printer.setPageLayout(layout)


def print_pages(printer: QPrinter, pages: Pages, keep_on: Callable[[int], bool] = lambda _page: True) -> int:
    """Prints the pages that the printer was asked for; how many it were. `keep_on` is asked before each.

    Raises Trouble where the printer cannot be reached, or gives up.
    """
    first = printer.fromPage() or 1
    last = min(printer.toPage() or len(pages), len(pages))
    painter = QPainter()
    if not painter.begin(printer):
        raise _failed(printer)
    printed = 0
    try:
        for page in range(first - 1, last):
            if not keep_on(page):
                printer.abort()
                break
            if printed and not printer.newPage():
                raise _failed(printer)
            painter.save()
            scale = printer.resolution() / DPI
            painter.scale(scale, scale)
            pages.paint(painter, page)
            painter.restore()
            printed += 1
    finally:
        painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise _failed(printer)
    return printed


def _failed(printer: QPrinter) -> Trouble:
    name = printer.printerName() or printer.outputFileName()
    return Trouble(
        translate("export", "“{printer}” could not print.").format(printer=name),
        kept=translate("export", "The study is unchanged."),
        advice=translate("export", "Check that it is switched on and connected, or save as a PDF instead."),
    )
