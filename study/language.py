"""The words people read, in their language: one function that all layers ask, free of Qt.

Texts stand in the code in English, each in a context, and are extracted by Qt's `lupdate`, which knows the two names
`translate` and `QT_TRANSLATE_NOOP`. Who shows them to people installs a translator; with none they are English.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Translator = Callable[[str, str, str, int], str]
"""(context, English text, comment for who translates, number or -1) -> the text, "" where there is none."""

_PLURAL = re.compile(r"\(([a-z]+)\)")
_SINGULARS = {
    "ies": "y",
    "s": "",
    "es": "",
    "have": "has",
    "move": "moves",
    "name": "names",
    "are": "is",
    "were": "was",
    "them": "it",
}

_installed: list[Translator] = []
_writers: list[Callable[[int], str]] = []


def set_translator(translator: Translator | None) -> None:
    """Uses `translator` from now on; None for English."""
    _installed[:] = [translator] if translator is not None else []


def set_number_writer(writer: Callable[[int], str] | None) -> None:
    """Has whole numbers written by `writer` from now on; None for English: "1,200"."""
    _writers[:] = [writer] if writer is not None else []


def number_text(number: int) -> str:
    """A whole number as people of the language write it: "1,200"."""
    return _writers[0](number) if _writers else f"{number:,}"


def decimal_text(number: float, decimals: int | None = None) -> str:
    """A number as people of the language write it, with so many decimals, None: as many as it needs: "1.6"."""
    written = f"{number:g}" if decimals is None else f"{number:.{decimals}f}"
    return written.replace(".", translate("numbers", ".", "the sign before the decimals of a number"))


def translate(context: str, text: str, comment: str = "", n: int = -1) -> str:
    """`text` in the language of the program.

    Values go in afterwards: `translate("home", "Opened {title}").format(title=title)`. A number goes in as `%n`:
    `translate("matrix", "%n visit(s)", "", n)` gives "1 visit" and "2 visits". In English, `(s)`, `(es)` and `(ies)`
    end a word (`activit(ies)`), `(are)`, `(were)`, `(have)`, `(move)`, `(name)` and `(them)` stand for a whole one.
    All arguments but values of `n` are literals, or `lupdate` cannot find them.
    """
    if _installed and (found := _installed[0](context, text, comment, n)):
        return found
    return _english(text, n) if n >= 0 else text


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks `text` for translation where it is written down; `translate(context, text)` when it is shown."""
    return text


def _english(text: str, n: int) -> str:
    """`text` with its number put in, and its words in the singular or plural."""

    def chosen(found: re.Match[str]) -> str:
        plural = found.group(1)
        if plural not in _SINGULARS:
            return found.group(0)
        return _SINGULARS[plural] if n == 1 else plural

    return _PLURAL.sub(chosen, text).replace("%n", number_text(n))
