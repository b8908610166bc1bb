"""The dialog in which a person chooses what to take along, and sees it before it is written or printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.verbs.export import ENDINGS, ON_PAPER
from services.trouble import Trouble
from study.language import translate
from ui.export.choice import FORMATS, SIZES, VIEWS, Choice
from ui.export.preview import Preview
from ui.notices import Notices
from ui.theme import Theme
from ui.widgets.part import set_part, text_label

_LONG = 40  # characters
_SETTLE_MS = 120  # after the last choice, before the preview is made


class ExportDialog(QDialog):
    """What, which format, which paper; the preview beside it.

    Signals: `preview_wanted(Choice)` when another preview is to be shown with `show_preview`; `save_wanted(Choice)` and
    `print_wanted(Choice)` when a person decided. The dialog stays until it is told to close.
    """

    preview_wanted = Signal(object)
    save_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        choice: Choice,
        visits: Sequence[tuple[str, str]],
        *,
        dates: bool,
        narrowed: bool,
        for_printing: bool = False,
    ) -> None:
        """`visits` are (key, words); `dates`: there are some; `narrowed`: the table shows less than all."""
        super().__init__(parent)
        self._choice = choice
        self._dates, self._narrowed, self._has_visits = dates, narrowed, bool(visits)
        self._is_filling = False
        self.setWindowTitle(translate("export", "Print") if for_printing else translate("export", "Export"))
        self.setSizeGripEnabled(True)
        self.notices = Notices(theme)
        self.preview = Preview(theme)
        self._make_fields(visits)
        self.save = QPushButton(translate("export", "Save…"))
        self.print = QPushButton(translate("export", "Print…"))
        self.cancel = QPushButton(translate("export", "Cancel"))
        self.save.clicked.connect(lambda: self.save_wanted.emit(self._choice))
        self.print.clicked.connect(lambda: self.print_wanted.emit(self._choice))
        self.cancel.clicked.connect(self.reject)
        for button in (self.save, self.print, self.cancel):
            button.setAutoDefault(False)
        (self.print if for_printing else self.save).setDefault(True)
        self._lay_out()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask_preview)
        self._fill()
        self._ask_preview()

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return self._choice

    # Building

    def _make_fields(self, visits: Sequence[tuple[str, str]]) -> None:
        self.view = _combo([(view, translate("export", text)) for view, text in VIEWS.items()])
        self.visit = _combo(list(visits))
        self.ending = _combo([])
        self.paper = _combo([("a4", translate("export", "A4")), ("letter", translate("export", "Letter"))])
        self.orientation = _combo(
            [
                ("", translate("export", "As usual")),
                ("landscape", translate("export", "Landscape")),
                ("portrait", translate("export", "Portrait")),
            ]
        )
        self.fit = _combo(
            [
                ("pages", translate("export", "Legible, on several pages")),
                ("page", translate("export", "All on one page")),
            ]
        )
        self.type_size = _combo([(str(size), _points(size)) for size in SIZES])
        self.with_dates = QCheckBox(translate("export", "With dates"))
        self.as_filtered = QCheckBox(translate("export", "As filtered and merged in the table"))
        for box in (
            self.view,
            self.visit,
            self.ending,
            self.paper,
            self.orientation,
            self.fit,
            self.type_size,
        ):
            box.currentIndexChanged.connect(lambda _index: self._changed())
        self.with_dates.toggled.connect(lambda _on: self._changed())
        self.as_filtered.toggled.connect(lambda _on: self._changed())

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setVerticalSpacing(10)
        self.form.setHorizontalSpacing(12)
        for text, field in (
            (translate("export", "What"), self.view),
            (translate("export", "Visit"), self.visit),
            (translate("export", "Format"), self.ending),
            (translate("export", "Paper"), self.paper),
            (translate("export", "Held"), self.orientation),
            (translate("export", "Size"), self.fit),
            (translate("export", "Text"), self.type_size),
        ):
            label = QLabel(text)
            set_part(label, "label")
            label.setBuddy(field)
            field.setAccessibleName(text)
            self.form.addRow(label, field)
        self.form.addRow(self.with_dates)
        self.form.addRow(self.as_filtered)
        self.hint = text_label("", "label")
        leading = QVBoxLayout()
        leading.addLayout(self.form)
        leading.addWidget(self.hint)
        leading.addStretch(1)
        side = QWidget()
        side.setLayout(leading)
        leading.setContentsMargins(0, 0, 0, 0)
        side.setMinimumWidth(300)
        side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        beside = QHBoxLayout()
        beside.setSpacing(20)
        beside.addWidget(side)
        beside.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.print)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(text_label(self.windowTitle(), "title"))
        column.addWidget(self.notices)
        column.addLayout(beside, 1)
        column.addLayout(buttons)
        self.resize(1040, 620)

    # Choosing

    def _fill(self) -> None:
        """The fields as the choice says, those without a meaning hidden."""
        self._is_filling = True
        choice = self._choice
        if not self._has_visits:
            self._keep_only("usdm")
        _choose(self.view, choice.view)
        endings = ENDINGS[choice.view]
        if [self.ending.itemData(n) for n in range(self.ending.count())] != list(endings):
            self.ending.clear()
            for ending in endings:
                self.ending.addItem(
                    translate("export", "{format} ({ending})").format(
                        format=translate("export", FORMATS[ending]), ending=ending
                    ),
                    ending,
                )
        _choose(self.ending, choice.ending)
        _choose(self.visit, choice.visit)
        _choose(self.paper, choice.paper)
        _choose(self.orientation, choice.orientation)
        _choose(self.fit, "page" if choice.fitted else "pages")
        _choose(self.type_size, str(choice.size))
        self.with_dates.setChecked(choice.with_dates and self._dates)
        self.with_dates.setEnabled(self._dates)
        self.with_dates.setToolTip("" if self._dates else translate("export", "Type an anchor date first"))
        self.as_filtered.setChecked(choice.as_filtered and self._narrowed)
        self.as_filtered.setEnabled(self._narrowed)
        self.as_filtered.setToolTip(
            "" if self._narrowed else translate("export", "The table shows all there is")
        )
        on_paper = choice.ending in ON_PAPER
        picture = choice.view in ("graph", "axis")
        for field, shown in (
            (self.visit, choice.view == "visit"),
            (self.paper, on_paper),
            (self.orientation, on_paper and choice.ending != ".xlsx"),
            (self.fit, choice.is_paged and picture),
            (self.type_size, choice.is_paged and choice.view == "soa"),
            (self.with_dates, choice.view != "usdm"),
            (self.as_filtered, choice.view == "soa"),
        ):
            self.form.setRowVisible(field, shown)
        self.print.setEnabled(choice.view != "usdm")
        self.hint.setText(_hint(choice))
        self.hint.setVisible(bool(self.hint.text()))
        self._is_filling = False

    def _keep_only(self, view: str) -> None:
        """Nothing but the study itself can be taken along where there is no timeline."""
        for n in reversed(range(self.view.count())):
            if self.view.itemData(n) != view:
                self.view.removeItem(n)
        self._choice = self._choice.of_view(view)

    def _changed(self) -> None:
        if self._is_filling:
            return
        choice = replace(
            self._choice,
            ending=str(self.ending.currentData() or self._choice.ending),
            visit=str(self.visit.currentData() or ""),
            paper=str(self.paper.currentData()),
            orientation=str(self.orientation.currentData()),
            fitted=self.fit.currentData() == "page",
            size=float(str(self.type_size.currentData())),
        )
        if self._dates:
            choice = replace(choice, with_dates=self.with_dates.isChecked())
        if self._narrowed:
            choice = replace(choice, as_filtered=self.as_filtered.isChecked())
        choice = choice.of_view(str(self.view.currentData()))
        if choice == self._choice:
            return
        self._choice = choice
        self.notices.clear()
        self._fill()
        self._settle.start()

    def _ask_preview(self) -> None:
        self._settle.stop()
        if self._choice.view == "usdm":
            self.preview.show_message(translate("export", "The study as it is, for other programs."))
            return
        self.preview_wanted.emit(self._choice)

    # Told from outside

    def warn(self, trouble: Trouble, instead: tuple[str, Callable[[], None]] | None = None) -> None:
        """Shows what went wrong above the fields, with what a person may do `instead`: (its words, a call)."""
        if instead is None:
            self.notices.warn(trouble)
        else:
            self.notices.offer(trouble.message, *instead)

    def become_pdf(self) -> None:
        """Chooses PDF, for what cannot be printed."""
        self._choice = replace(self._choice, ending=".pdf")
        self._fill()
        self.save.setDefault(True)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle.start()


def _combo(listed: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    for code, text in listed:
        box.addItem(text, code)
    longest = max((len(text) for _, text in listed), default=0)
    if longest > _LONG:  # names of visits: the list shows them whole
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(18)
    return box


def _choose(box: QComboBox, code: str) -> None:
    found = box.findData(code)
    box.setCurrentIndex(max(0, found))


def _points(size: float) -> str:
    if not size:
        return translate("export", "As fits best")
    return translate("export", "{size} pt").format(size=QLocale().toString(size, "g", 3))


def _hint(choice: Choice) -> str:
    if choice.ending in (".svg", ".png"):
        return translate("export", "A picture of its own size. The preview shows it on paper.")
    if choice.ending in (".xlsx", ".docx", ".html", ".csv"):
        return translate("export", "The preview shows the same content as a PDF has it.")
    return ""
