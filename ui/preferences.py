"""What a person sets for themselves: language, appearance, and the size of everything."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from app.settings import SCALES, Settings
from study.language import translate
from ui.theme import APPEARANCES
from ui.translations import languages
from ui.widgets.dialog import Dialog, ok_cancel
from ui.widgets.part import text_label


class PreferencesDialog(Dialog):
    """Shows the settings that are in force; `settings` are those that were chosen."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, translate("preferences", "Preferences"), "", ok_cancel())
        self._before = settings
        self.appearance = _choice(
            {
                "": translate("preferences", "As the system"),
                "light": translate("preferences", "Light"),
                "dark": translate("preferences", "Dark"),
                "contrast-light": translate("preferences", "High contrast, light"),
                "contrast-dark": translate("preferences", "High contrast, dark"),
            },
            settings.appearance or "",
        )
        assert [self.appearance.itemData(n) for n in range(self.appearance.count())] == list(APPEARANCES)
        self.language = _choice(
            {"": translate("preferences", "As the system"), **languages()}, settings.language or ""
        )
        self.scale = _choice({percent: f"{percent} %" for percent in SCALES}, settings.scale)
        self.log_level = _choice(
            {
                "warning": translate("preferences", "Only what goes wrong"),
                "info": translate("preferences", "What happens"),
                "debug": translate("preferences", "Everything, to find a fault"),
            },
            settings.log_level,
        )
        self.log_level.setToolTip(
            translate("preferences", "The log stays on this computer and holds no study and no participant.")
        )
        self.author = QLineEdit(settings.author or "")
        self.author.setPlaceholderText(replace(settings, author=None).author_name)
        self.author.setMaxLength(200)
        self.author.setToolTip(
            translate("preferences", "Every edit carries this name; without one, that of this system's user.")
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields: tuple[tuple[str, QWidget], ...] = (
            (translate("preferences", "Your name, for edits"), self.author),
            (translate("preferences", "Appearance"), self.appearance),
            (translate("preferences", "Language"), self.language),
            (translate("preferences", "Size of text and everything"), self.scale),
            (translate("preferences", "Log"), self.log_level),
        )
        for words, field in fields:
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.body.addLayout(form)
        self._later = text_label(
            translate("preferences", "Language and size change when Maestro is started again."), "label"
        )
        self.body.addWidget(self._later)

    @property
    def settings(self) -> Settings:
        """What was chosen; the rest as before."""
        return replace(
            self._before,
            appearance=self.appearance.currentData() or None,
            language=self.language.currentData() or None,
            scale=int(self.scale.currentData()),
            log_level=str(self.log_level.currentData()),
            author=self.author.text().strip() or None,
        )


def _choice(words: dict[str, str] | dict[int, str], chosen: str | int) -> QComboBox:
    box = QComboBox()
    for value, text in words.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
