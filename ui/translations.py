"""The language of the program: Qt's translators for its own words and Qt's, and the locale of dates and numbers."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from study.language import Translator, number_text, set_number_writer, set_translator

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "translations"

SYSTEM = ""
ENGLISH = "en"
_PLAIN = {ENGLISH: "en_GB"}
"""The country whose dates are written where the system says none: the day before the month, as in clinical records."""

PSEUDO = "en-XA"
"""Longer words with accents, for tests: what does not change or is cut off shows at once."""
PSEUDO_MIRRORED = "ar-XB"
"""The same from right to left."""

_ACCENTS = str.maketrans("aceinouyACEINOUY", "àçéîñöûýÀÇÉÎÑÖÛÝ")
_KEPT = re.compile(r"\{[^{}]*\}|%n|\((?:s|es|ies|is|are|move|name|was|were|have|them)\)|<[^<>]*>|&[a-z]+;")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_LONGER = 0.4


def languages() -> dict[str, str]:
    """The languages there are, by their code, each called as its own people call it."""
    codes = [ENGLISH, *sorted(path.stem.removeprefix("maestro_") for path in FOLDER.glob("maestro_*.qm"))]
    return {code: QLocale(code).nativeLanguageName().capitalize() for code in codes}


def use_language(application: QApplication, wanted: str = SYSTEM) -> str:
    """Has everything that is made from now on speak `wanted`, a code; SYSTEM: as the system does.

    Returns the language that is spoken: English where the wanted one does not exist. Dates and numbers follow the
    system's locale where its language is the one spoken, else the language's own.
    """
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    # The locale of the moment: who asks for dates another way changes that alone.
    set_number_writer(_written)
    system = QLocale.system()
    if wanted in (PSEUDO, PSEUDO_MIRRORED):
        mirrored = wanted == PSEUDO_MIRRORED
        set_translator(_pseudo(mirrored=mirrored))
        QLocale.setDefault(QLocale("ar" if mirrored else "en"))
        way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        application.setLayoutDirection(way)
        return wanted
    asked = [wanted] if wanted else [name.split("-")[0] for name in system.uiLanguages()]
    spoken = next((code for code in asked if code in languages()), ENGLISH)
    locale = system if system.name().startswith(spoken) else QLocale(_PLAIN.get(spoken, spoken))
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    set_translator(None)
    if spoken != ENGLISH:
        own = _installed(application, FOLDER, f"maestro_{spoken}")
        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _installed(application, folder, f"qtbase_{spoken}")
        if own is not None:
            set_translator(_asking(own))
    return spoken


def _written(number: int) -> str:
    locale = QLocale()
    return f"{number:,}" if locale.language() is QLocale.Language.C else locale.toString(number)


def _installed(application: QApplication, folder: Path, name: str) -> QTranslator | None:
    translator = QTranslator(application)
    if not translator.load(name, str(folder)):
        translator.deleteLater()
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def _asking(translator: QTranslator) -> Translator:
    """Asks one translator; numbers are written as the locale writes them."""

    def ask(context: str, text: str, comment: str, n: int) -> str:
        found = str(translator.translate(context, text, comment or None, n))
        return found.replace("%n", number_text(n)) if n >= 0 else found

    return ask


def _padding(length: int) -> str:
    """Words of seven letters, as long as all of them are to be: a text of several words gets more of them."""
    return "".join(" " if place % 8 == 7 else "~" for place in range(length))


def _pseudo(*, mirrored: bool) -> Translator:
    def ask(_context: str, text: str, _comment: str, n: int) -> str:
        if not _LETTERS.search(_KEPT.sub("", text)):
            return text if n < 0 else text.replace("%n", number_text(n))
        changed, at = "", 0
        for kept in _KEPT.finditer(text):
            changed += text[at : kept.start()].translate(_ACCENTS) + kept.group(0)
            at = kept.end()
        changed += text[at:].translate(_ACCENTS)
        if n >= 0:
            changed = changed.replace("%n", number_text(n))
        longer = _padding(max(1, round(len(text) * _LONGER)))
        # Right-to-left mark and embedding, as a text in such a language would have.
        return f"\u200f[{changed}{longer}]\u200f" if mirrored else f"[{changed}{longer}]"

    return ask
