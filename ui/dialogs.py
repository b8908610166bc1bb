"""The few dialogs: which backend, a passphrase, about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from app.settings import Settings
from app.version import program_version
from services.connection_check import Tried
from services.transport import DIRECT
from study.language import translate
from ui.widgets.dialog import Dialog, ok_cancel
from ui.widgets.part import text_label


class BackendDialog(Dialog):
    """Which backend this computer works with. `tried()` when a person wants the connection tried."""

    tried = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            translate("dialogs", "Backend"),
            translate(
                "dialogs",
                "Studies on this computer stay here whichever backend you choose. "
                "An access token is kept in the system's keyring, never in a file.",
            ),
            ok_cancel(),
        )
        self._before = settings
        self.here = QRadioButton(translate("dialogs", "On this computer, started with Maestro"))
        self.elsewhere = QRadioButton(translate("dialogs", "At an address"))
        self.url = QLineEdit(settings.backend_url or "")
        self.url.setPlaceholderText("https://maestro.example.org/graphql")
        self.token = QLineEdit()
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.setPlaceholderText(
            translate("dialogs", "As given by who runs the backend; empty keeps the one there is")
        )
        self.site_ca = QLineEdit(settings.site_ca or "")
        self.site_ca.setPlaceholderText(
            translate("dialogs", "Certificate file of your site, if it has one of its own")
        )
        self.proxy = QLineEdit("" if settings.proxy == DIRECT else settings.proxy or "")
        self.proxy.setPlaceholderText(translate("dialogs", "The system's; or http://proxy.example.org:8080"))
        self.no_proxy = QCheckBox(translate("dialogs", "Go there without a proxy"))
        self.no_proxy.setChecked(settings.proxy == DIRECT)
        self.no_proxy.toggled.connect(self._refresh)
        self.try_button = QPushButton(translate("dialogs", "Try the connection"))
        self.try_button.clicked.connect(self._try)
        self.steps = text_label("", selectable=True)
        self.steps.setWordWrap(True)
        self.steps.hide()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setContentsMargins(22, 0, 0, 0)
        form.addRow(translate("dialogs", "Address"), self.url)
        form.addRow(translate("dialogs", "Access token"), self.token)
        form.addRow(translate("dialogs", "Site certificate"), self.site_ca)
        form.addRow(translate("dialogs", "Proxy"), self.proxy)
        form.addRow("", self.no_proxy)
        form.addRow("", self.try_button)
        form.addRow("", self.steps)
        for field in (self.url, self.token, self.site_ca, self.proxy):
            field.setToolTip(field.placeholderText())
        self.setMinimumWidth(560)
        self.body.addWidget(self.here)
        self.body.addWidget(self.elsewhere)
        self.body.addLayout(form)
        (self.elsewhere if settings.backend_url else self.here).setChecked(True)
        self.elsewhere.toggled.connect(self._refresh)
        self.url.textChanged.connect(self._refresh)
        self._refresh()

    @property
    def settings(self) -> Settings:
        """What was chosen."""
        if self.here.isChecked():
            return replace(self._before, backend_url=None, site_ca=None, proxy=None)
        return replace(
            self._before,
            backend_url=self.url.text().strip(),
            site_ca=self.site_ca.text().strip() or None,
            proxy=DIRECT if self.no_proxy.isChecked() else self.proxy.text().strip() or None,
        )

    def show_steps(self, steps: Sequence[Tried]) -> None:
        """What was tried and how it went, the step that failed with what to do."""
        lines = []
        for tried in steps:
            lines.append(f"{'✓' if tried.well else '✗'} {tried.seen}")
            if tried.advice:
                lines.append(tried.advice)
        self.steps.setText("\n".join(lines) or translate("dialogs", "Trying the connection…"))
        self.steps.show()
        self.try_button.setEnabled(bool(steps))
        self.adjustSize()

    def _try(self) -> None:
        self.show_steps(())
        self.tried.emit()

    def _refresh(self) -> None:
        away = self.elsewhere.isChecked()
        for field in (self.url, self.token, self.site_ca, self.no_proxy, self.try_button):
            field.setEnabled(away)
        self.proxy.setEnabled(away and not self.no_proxy.isChecked())
        readable = self.url.text().strip().startswith(("https://", "http://"))
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not away or readable)
        ok.setToolTip(
            "" if not away or readable else translate("dialogs", "Type an address that begins with https://")
        )


class PassphraseDialog(Dialog):
    """A passphrase in place of the system's keyring."""

    def __init__(self, parent: QWidget | None = None, *, is_set: bool) -> None:
        super().__init__(
            parent,
            translate("dialogs", "Passphrase"),
            translate(
                "dialogs",
                "It opens the studies that are kept on this computer, where the system has no keyring to keep the key. "
                "It is not stored.",
            )
            if is_set
            else translate(
                "dialogs",
                "It opens the studies that are kept on this computer, where the system has no keyring to keep the key. "
                "Choose one and remember it: without it they must be fetched again. It is not stored.",
            ),
            ok_cancel(),
        )
        self.text = QLineEdit()
        self.text.setEchoMode(QLineEdit.EchoMode.Password)
        self.text.setAccessibleName(translate("dialogs", "Passphrase"))
        self.again = QLineEdit()
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        self.again.setAccessibleName(translate("dialogs", "Passphrase again"))
        self._is_set = is_set
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(translate("dialogs", "Passphrase"), self.text)
        if not is_set:
            form.addRow(translate("dialogs", "Again"), self.again)
        self.body.addLayout(form)
        self.text.textChanged.connect(self._refresh)
        self.again.textChanged.connect(self._refresh)
        self.text.setFocus()
        self._refresh()

    def _refresh(self) -> None:
        same = self._is_set or self.text.text() == self.again.text()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.text.text()) and same)
        ok.setToolTip("" if same else translate("dialogs", "The two are not the same"))


class AboutDialog(Dialog):
    """Version and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        number = program_version() or translate("dialogs", "unknown version")
        super().__init__(
            parent,
            f"Maestro {number}",
            translate("dialogs", "Reads, checks and follows the schedule of a clinical study.")
            + "\n\n"
            + translate(
                "dialogs",
                "Apache License 2.0. Inter typeface: SIL Open Font License. Icons: Lucide, ISC License. "
                "Qt and PySide6: GNU LGPL 3. The other parts are listed in the documentation, each with its licence.",
            ),
            QDialogButtonBox(QDialogButtonBox.StandardButton.Close),
        )
