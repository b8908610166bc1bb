"""A new study: its title, the template that it begins as, and where it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from study.new_study_templates import TEMPLATES, Template
from ui.widgets.dialog import Dialog, ok_cancel
from ui.widgets.part import text_label

_INDENT = 26


class NewStudyDialog(Dialog):
    """Asks for a title, a template and a place. `no_backend` says why the study cannot be kept on the backend now."""

    def __init__(self, parent: QWidget | None = None, no_backend: str = "") -> None:
        super().__init__(
            parent,
            translate("new study", "New study"),
            translate("new study", "It opens at once; all of it can be changed, and every step taken back."),
            ok_cancel(),
        )
        self.title_field = QLineEdit()
        self.title_field.setPlaceholderText(translate("new study", "What the study is called"))
        self.title_field.setAccessibleName(translate("new study", "Title of the study"))
        self.title_field.textChanged.connect(lambda _: self._refresh())
        self.body.addWidget(text_label(translate("new study", "Title"), "label"))
        self.body.addWidget(self.title_field)
        self._templates = QButtonGroup(self)
        self.body.addSpacing(6)
        self.body.addWidget(text_label(translate("new study", "Begin with"), "label"))
        for number, template in enumerate(TEMPLATES):
            self._option(
                self._templates,
                number,
                translate("new study", template.title),
                translate("new study", template.purpose),
            )
        self._places = QButtonGroup(self)
        self.body.addSpacing(6)
        self.body.addWidget(text_label(translate("new study", "Keep it"), "label"))
        backend = self._option(
            self._places,
            0,
            translate("new study", "On the backend"),
            no_backend or translate("new study", "Colleagues see it, and it stays readable offline."),
        )
        backend.setEnabled(not no_backend)
        backend.setToolTip(no_backend)
        self._option(
            self._places,
            1,
            translate("new study", "In a file"),
            translate("new study", "A USDM file that you choose next; Save writes your edits to it."),
        )
        self._templates.button(0).setChecked(True)
        self._places.button(1 if no_backend else 0).setChecked(True)
        self._places.idToggled.connect(lambda *_: self._refresh())
        self.create_button: QPushButton = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.title_field.setFocus()
        self._refresh()

    @property
    def study_title(self) -> str:
        """The title as it was typed, on one line."""
        return " ".join(self.title_field.text().split())

    @property
    def template(self) -> Template:
        """The template that was chosen."""
        return TEMPLATES[self._templates.checkedId()]

    @property
    def in_file(self) -> bool:
        """Whether the study is to be kept in a file, not on the backend."""
        return self._places.checkedId() == 1

    def option(self, title: str) -> QAbstractButton:
        """The button of a template or place by what it is called. Raises StopIteration."""
        return next(
            b for group in (self._templates, self._places) for b in group.buttons() if b.text() == title
        )

    def _option(self, group: QButtonGroup, number: int, title: str, sentence: str) -> QRadioButton:
        made = QRadioButton(title)
        made.setAccessibleDescription(sentence)
        group.addButton(made, number)
        said: QLabel = text_label(sentence, "secondary")
        said.setMargin(0)
        # A click on the sentence is one on what it is about.
        said.mouseReleaseEvent = lambda _event: made.click()  # type: ignore[method-assign]
        held = QVBoxLayout()
        held.setSpacing(1)
        held.addWidget(made)
        inset = QVBoxLayout()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inset.setContentsMargins(0 if rtl else _INDENT, 0, _INDENT if rtl else 0, 0)
        inset.addWidget(said)
        held.addLayout(inset)
        self.body.addLayout(held)
        return made

    def _refresh(self) -> None:
        missing = "" if self.study_title else translate("new study", "A study needs a title: type one.")
        self.create_button.setEnabled(not missing)
        self.create_button.setToolTip(missing)
        self.create_button.setText(
            translate("new study", "Choose a file…") if self.in_file else translate("new study", "Create")
        )
