"""Which study to compare with: one that is kept on this computer, or a file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from services.library_entries import StudyEntry
from study.language import translate
from ui.widgets.dialog import Dialog


class OtherStudyDialog(Dialog):
    """A list of studies; `file_wanted` where a person would rather take a file."""

    def __init__(self, entries: Sequence[StudyEntry], parent: QWidget | None = None) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        compare = buttons.addButton(translate("compare", "Compare"), QDialogButtonBox.ButtonRole.AcceptRole)
        file = buttons.addButton(translate("compare", "A file…"), QDialogButtonBox.ButtonRole.ActionRole)
        super().__init__(
            parent,
            translate("compare", "Compare with"),
            translate("compare", "The study that you choose is what was; the open one is what is."),
            buttons,
        )
        self.file_wanted = False
        compare.setDefault(True)
        compare.setEnabled(bool(entries))
        self.list = QListWidget()
        self.list.setAccessibleName(translate("compare", "Studies kept on this computer"))
        self.list.setMinimumHeight(220)
        for entry in entries:
            words = ", ".join(part for part in (entry.title, entry.file_name) if part)
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, entry.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.body.addWidget(self.list)
        file.clicked.connect(self._take_file)
        self.list.setFocus()

    def study_id(self) -> str:
        """The study that is chosen, "" for none."""
        chosen = self.list.selectedItems()
        return str(chosen[0].data(Qt.ItemDataRole.UserRole)) if chosen else ""

    def title(self) -> str:
        """Its words in the list."""
        chosen = self.list.selectedItems()
        return chosen[0].text() if chosen else ""

    def _take_file(self) -> None:
        self.file_wanted = True
        self.accept()
