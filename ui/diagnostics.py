"""The diagnostics bundle: shown file by file before it is written, so that nobody sends what they have not seen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QPlainTextEdit, QSplitter, QWidget

from study.language import translate
from ui.widgets.dialog import Dialog


class DiagnosticsDialog(Dialog):
    """Accepted when a person wants to save the bundle that they see."""

    def __init__(self, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            translate("diagnostics", "Diagnostics"),
            translate(
                "diagnostics",
                "This helps those who look after Maestro to find out what went wrong. It holds no study, no "
                "participant and no password. Read it first; nothing is sent anywhere.",
            ),
            QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel),
        )
        self._texts = dict(texts)
        self.files = QListWidget()
        self.files.setAccessibleName(translate("diagnostics", "Files in the bundle"))
        self.files.addItems(list(self._texts))
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(translate("diagnostics", "What the file says"))
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        # Logs are written from left to right in every language.
        self.preview.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.files.currentTextChanged.connect(
            lambda name: self.preview.setPlainText(self._texts.get(name, ""))
        )
        beside = QSplitter()
        beside.addWidget(self.files)
        beside.addWidget(self.preview)
        beside.setStretchFactor(1, 1)
        beside.setSizes([190, 520])
        self.body.addWidget(beside, 1)
        self.resize(760, 520)
        self.files.setCurrentRow(0)


def window_facts() -> dict[str, object]:
    """What only the window knows: Qt's version and platform, screens, scale, language."""
    from PySide6.QtCore import QLocale, qVersion

    screens = QGuiApplication.screens()
    return {
        "qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "locale": QLocale().name(),
        "screens": [
            {
                "width": screen.size().width(),
                "height": screen.size().height(),
                "scale": screen.devicePixelRatio(),
            }
            for screen in screens
        ],
    }
