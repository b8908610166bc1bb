"""What every dialog of the program has: a title, a sentence, a body, and buttons."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ui.widgets.part import text_label


class Dialog(QDialog):
    """A title, a sentence, a body, and buttons."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, buttons: QDialogButtonBox) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        said = text_label(sentence, "label")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(text_label(title, "title"))
        if sentence:
            column.addWidget(said)
        column.addLayout(self.body)
        column.addWidget(buttons)
        self.buttons = buttons
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        # The default stays where it belongs, also while it cannot be pressed.
        made = [button for button in buttons.buttons() if isinstance(button, QPushButton)]
        for button in made:
            button.setAutoDefault(False)
        made[0].setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as its longest words need, and as high as all of them need at this width."""
        super().showEvent(event)
        width = max(self.width(), self._column.totalMinimumSize().width())
        height = max(self.height(), self._column.totalHeightForWidth(width))
        if (width, height) != (self.width(), self.height()):
            self.resize(width, height)


def ok_cancel() -> QDialogButtonBox:
    """The two buttons of most dialogs."""
    return QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
