"""The dialog in the window: what it offers, what it shows before, what it writes, and what it says when it cannot."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Generator
from pathlib import Path
from typing import cast

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.verbs.export import ENDINGS
from resources.sample import sample_study_bytes
from services.trouble import Trouble
from study.dating import Anchor, Dating
from study.export.paper import A4
from tests.app.held_library import ENTRY
from tests.exporting import LZZT, awkward, document, sheet_of
from tests.ui.real_window import opened, real_window
from ui.export import printing
from ui.export.choice import Choice, choice_from, usual_paper
from ui.export.dialog import ExportDialog
from ui.export.soa_pages import SoaPages
from ui.main_window import MainWindow
from ui.parts.export import Export


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Generator[MainWindow, None, None]:
    with real_window(qtbot, tmp_path / "data") as made:
        yield made
        part = made.parts["Export"]
        assert isinstance(part, Export)
        if part.dialog is not None:
            part.dialog.reject()


def asked(qtbot: QtBot, window: MainWindow, action: str = "export") -> ExportDialog:
    """The dialog, with its first preview."""
    window.actions_by_id[action].trigger()
    part = window.parts["Export"]
    assert isinstance(part, Export)
    dialog = part.dialog
    assert dialog is not None
    if dialog.choice.view != "usdm":
        qtbot.waitUntil(lambda: dialog.preview.count > 0, timeout=20_000)
    return dialog


def choose(dialog: ExportDialog, **chosen: str) -> None:
    for name, code in chosen.items():
        box = getattr(dialog, name)
        place = box.findData(code)
        assert place >= 0, (name, code)
        box.setCurrentIndex(place)


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder that every save goes to, under the name that is suggested."""
    folder = tmp_path / "out"
    folder.mkdir()

    def chosen(parent: object, title: str, suggested: str, kinds: str) -> tuple[str, str]:
        return str(folder / Path(suggested).name), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(chosen))
    return folder


def written(qtbot: QtBot, window: MainWindow, dialog: ExportDialog, folder: Path) -> Path:
    """The file that Save writes."""
    with qtbot.waitSignal(window.program.told, timeout=20_000):
        dialog.save.click()
    files = list(folder.iterdir())
    assert len(files) == 1
    return files[0]


def test_every_view_has_its_formats_and_every_field_a_name(qtbot: QtBot, window: MainWindow) -> None:
    opened(window, sample_study_bytes())
    dialog = asked(qtbot, window)
    for view, endings in ENDINGS.items():
        choose(dialog, view=view)
        offered = [dialog.ending.itemData(n) for n in range(dialog.ending.count())]
        assert offered == list(endings)
    for field in (dialog.view, dialog.visit, dialog.ending, dialog.paper, dialog.orientation, dialog.fit):
        assert field.accessibleName()
    assert dialog.preview.sheet.accessibleName()
    assert dialog.preview.before.accessibleName()


def test_only_what_means_something_is_asked(qtbot: QtBot, window: MainWindow) -> None:
    opened(window, sample_study_bytes())
    dialog = asked(qtbot, window)

    def seen() -> set[str]:
        names = ("visit", "paper", "orientation", "fit", "type_size", "with_dates", "as_filtered")
        return {name for name in names if dialog.form.isRowVisible(getattr(dialog, name))}

    choose(dialog, view="soa", ending=".pdf")
    assert seen() == {"paper", "orientation", "type_size", "with_dates", "as_filtered"}
    choose(dialog, ending=".csv")
    assert seen() == {"with_dates", "as_filtered"}
    choose(dialog, view="visit", ending=".pdf")
    assert seen() == {"visit", "paper", "orientation", "with_dates"}
    choose(dialog, view="graph")
    assert seen() == {"paper", "orientation", "fit", "with_dates"}
    choose(dialog, view="usdm")
    assert seen() == set()
    assert not dialog.print.isEnabled()


def test_the_preview_follows_the_choice_and_turns_its_pages(qtbot: QtBot, window: MainWindow) -> None:
    opened(window, document(LZZT).to_bytes())
    dialog = asked(qtbot, window)
    choose(dialog, view="soa", orientation="landscape")
    qtbot.waitUntil(lambda: _wide(dialog) and dialog.preview.count == 2, timeout=20_000)
    qtbot.waitUntil(dialog.preview.after.isEnabled, timeout=20_000)
    dialog.preview.after.click()
    assert dialog.preview.page == 1
    assert "2" in dialog.preview.where.text()
    choose(dialog, orientation="portrait")
    qtbot.waitUntil(lambda: not _wide(dialog), timeout=20_000)


def _wide(dialog: ExportDialog) -> bool:
    image = dialog.preview.sheet.image
    return image is not None and image.width() > image.height()


def test_what_is_written_is_what_is_shown(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    study = opened(window, document(LZZT).to_bytes())
    assert study.projection is not None
    dose = next(key for key, time in study.projection.planned.times.items() if time.is_anchor)
    study.dates.change(Dating({dose: Anchor(dt.date(2025, 1, 7))}, zone="Europe/Berlin"))
    window.matrix.view.set_phrase("ECG")
    dialog = asked(qtbot, window)
    choose(dialog, view="soa", ending=".csv")
    assert dialog.with_dates.isChecked()
    assert dialog.as_filtered.isChecked()
    rows = list(csv.reader(io.StringIO(written(qtbot, window, dialog, saved).read_text("utf-8-sig"))))
    shown = [row[1] for row in rows if row[:1] == ["Shown"]]
    assert any("27 activities not shown" in text for text in shown)
    assert "Filter: “ECG”." in shown
    assert any("counted from Dose on 2025-01-07" in text for text in shown)
    titles = [row[0].strip() for row in rows[: rows.index([])]]
    assert [title for title in titles if "ECG" in title] == [
        "Ambulatory ECG placed",
        "Ambulatory ECG removed",
        "ECG",
    ]
    assert "ADAS-Cog" not in titles
    assert ["Made from", f"Revision {ENTRY.revision}"] in rows


def test_without_dates_and_filters_where_a_person_says_so(
    qtbot: QtBot, window: MainWindow, saved: Path
) -> None:
    study = opened(window, document(LZZT).to_bytes())
    assert study.projection is not None
    dose = next(key for key, time in study.projection.planned.times.items() if time.is_anchor)
    study.dates.change(Dating({dose: Anchor(dt.date(2025, 1, 7))}))
    window.matrix.view.set_phrase("ECG")
    dialog = asked(qtbot, window)
    choose(dialog, view="soa", ending=".csv")
    dialog.with_dates.setChecked(False)
    dialog.as_filtered.setChecked(False)
    text = written(qtbot, window, dialog, saved).read_text("utf-8-sig")
    assert "ADAS-Cog" in text
    assert "All visits and activities of this timeline are shown." in text
    assert "2025" not in text.split("About this table")[0]


@pytest.mark.parametrize(("view", "ending", "starts"), [
    ("soa", ".pdf", b"%PDF"),
    ("soa", ".xlsx", b"PK"),
    ("soa", ".docx", b"PK"),
    ("soa", ".html", b"<!DOCTYPE html>"),
    ("visit", ".pdf", b"%PDF"),
    ("graph", ".pdf", b"%PDF"),
    ("graph", ".svg", b"<?xml"),
    ("axis", ".pdf", b"%PDF"),
    ("axis", ".png", b"\x89PNG"),
])  # fmt: skip
def test_every_kind_of_file_is_written(
    qtbot: QtBot, window: MainWindow, saved: Path, view: str, ending: str, starts: bytes
) -> None:
    opened(window, sample_study_bytes())
    dialog = asked(qtbot, window)
    choose(dialog, view=view, ending=ending)
    path = written(qtbot, window, dialog, saved)
    assert path.suffix == ending
    assert path.read_bytes().startswith(starts)


def test_a_visit_is_the_one_that_is_selected(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    study = opened(window, document(LZZT).to_bytes())
    study.select("ScheduledActivityInstance_15")
    dialog = asked(qtbot, window)
    choose(dialog, view="visit", ending=".pdf")
    path = written(qtbot, window, dialog, saved)
    assert path.stem.endswith("Week 8")
    words = pypdfium2.PdfDocument(path.read_bytes())[0].get_textpage().get_text_range()
    assert "56 days after Dose, 3 days either way" in " ".join(words.split())


def test_what_was_chosen_is_remembered(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    opened(window, sample_study_bytes())
    dialog = asked(qtbot, window)
    choose(dialog, view="soa", ending=".xlsx", paper="letter")
    written(qtbot, window, dialog, saved)
    qtbot.waitUntil(lambda: cast(Export, window.parts["Export"]).dialog is None)
    again = asked(qtbot, window)
    assert (again.choice.ending, again.choice.paper) == (".xlsx", "letter")


def test_a_path_that_cannot_be_written_is_told_and_leaves_nothing(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened(window, sample_study_bytes())
    missing = tmp_path / "nowhere" / "table.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(missing), "")))
    dialog = asked(qtbot, window)
    choose(dialog, view="soa", ending=".pdf")
    with qtbot.waitSignal(window.program.noticed, timeout=20_000) as told:
        dialog.save.click()
    assert told.args is not None
    trouble = told.args[0]
    assert isinstance(trouble, Trouble)
    assert "does not exist" in trouble.happened
    assert trouble.kept
    assert trouble.advice
    assert not missing.parent.exists()
    assert list(tmp_path.rglob("*.part")) == []


def test_with_no_printer_there_is_the_pdf(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    opened(window, sample_study_bytes())
    dialog = asked(qtbot, window, "print")
    assert dialog.print.isDefault()
    choose(dialog, view="soa")
    dialog.print.click()
    assert any("no printer" in sentence for sentence in dialog.notices.sentences)
    dialog.become_pdf()
    assert dialog.choice.ending == ".pdf"
    assert dialog.save.isDefault()


def test_pages_are_printed_as_they_are_seen(qtbot: QtBot, tmp_path: Path) -> None:
    made = SoaPages(sheet_of(document(LZZT)), A4.held("landscape"))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing.set_up(printer, made)
    assert printing.print_pages(printer, made) == len(made) == 2
    found = pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())
    assert len(found) == 2
    assert "Page 2 of 2" in " ".join(found[1].get_textpage().get_text_range().split())
    width, height = found[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (297, 210)


@pytest.mark.expected_log("QPdfWriter|QPainter|QPrinter|open|QPdfEngine|QFSFileEngine|QSaveFile|QIODevice")
def test_a_printer_that_cannot_be_reached_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    made = SoaPages(sheet_of(awkward()), A4.held("landscape"))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    printing.set_up(printer, made)
    with pytest.raises(Trouble, match="could not print") as told:
        printing.print_pages(printer, made)
    assert told.value.kept
    assert "PDF" in told.value.advice


def test_a_study_with_no_timeline_can_be_taken_along_as_it_is(qtbot: QtBot, window: MainWindow) -> None:
    content = (
        awkward(visits=0).to_bytes().replace(b'"scheduleTimelines": [', b'"scheduleTimelines": [], "x": [')
    )
    opened(window, content)
    dialog = asked(qtbot, window)
    assert [dialog.view.itemData(n) for n in range(dialog.view.count())] == ["usdm"]
    assert dialog.choice == Choice(view="usdm", ending=".json", paper=dialog.choice.paper)


@pytest.mark.parametrize(
    ("locale", "paper"), [("en_US", "letter"), ("de_DE", "a4"), ("en_CA", "letter"), ("ja_JP", "a4")]
)
def test_paper_is_that_of_the_place(locale: str, paper: str) -> None:
    assert usual_paper(QLocale(locale)) == paper


def test_a_damaged_memory_is_as_at_first() -> None:
    kept = {
        "view": "dance",
        "ending": ".exe",
        "paper": "papyrus",
        "size": "huge",
        "orientation": "upside down",
    }
    assert choice_from(kept, QLocale("de_DE")) == Choice()
    assert choice_from(Choice(view="visit", paper="letter").kept, QLocale("de_DE")) == Choice(
        view="visit", paper="letter"
    )
