"""Editors of plain text: one line, or several."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from study.language import translate
from ui.inspector.editing.asking import Asking, Place
from ui.inspector.editing.editor import FieldEditor, Read, needed_words
from ui.theme import Theme
from ui.widgets.part import set_part

LONGEST_LINE = 1_000  # characters of a name or label; longer ones are a text that landed in the wrong place
LONGEST_TEXT = 100_000
_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029\u0085\v\f]+\s*")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LOWEST, _HIGHEST = 3, 12  # lines of text that are seen at least and at most


def shown_text(text: str) -> str:
    """A text as a field can hold it: half a character, which JSON can hold, would end the program."""
    return text.encode("utf-8", "replace").decode("utf-8")


def tidied(text: str) -> str:
    """A text without control characters."""
    return _CONTROLS.sub("", text)


class LineEditor(FieldEditor):
    """One line of text."""

    def __init__(
        self, place: Place, words: str, asking: Asking, theme: Theme, text: str, *, required: bool = False
    ) -> None:
        super().__init__(place, words, asking, theme)
        self._required = required
        self._before = text
        self.line = QLineEdit(shown_text(text))
        self.line.setMaxLength(1_000_000)  # what is too long is said, never cut in silence
        self.line.setAccessibleName(words)
        self.line.setMinimumHeight(28)
        self.put(self.line)
        self.listen(self.line)
        self.line.textEdited.connect(self.edited)
        self.line.selectAll()

    def text(self) -> str:
        """What is typed, on one line, with no control characters."""
        return _CONTROLS.sub("", _BREAKS.sub(" ", self.line.text())).strip()

    def read(self) -> Read:
        """The text; an error where it is too long, or empty and needed."""
        text = self.text()
        if not text and self._required:
            return Read(error=needed_words())
        if len(text) > LONGEST_LINE:
            return Read(error=_too_long(len(text), LONGEST_LINE))
        return Read(text)

    def is_changed(self) -> bool:
        """Whether another text stands there than before."""
        return self.line.text() != shown_text(self._before) and self.text() != self._before

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys to the line."""
        self.line.setFocus(reason)

    def describe(self, text: str) -> None:
        """Says it with the line."""
        self.line.setAccessibleDescription(text)

    def study_changed(self) -> None:
        """Shows what stands there now, where nobody has typed."""
        stands = self.asking.stands(self.place)
        text = stands.value if stands is not None and type(stands.value) is str else ""
        if not self.is_changed() and text != self._before:
            self.line.setText(shown_text(text))
            self.line.selectAll()
        self._before = text


class _Lines(QPlainTextEdit):
    """As high as its text, between a few lines and a dozen."""

    def __init__(self, text: str) -> None:
        super().__init__(shown_text(text))
        set_part(self, "field")
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        lines = min(max(self.document().size().toSize().height(), _LOWEST), _HIGHEST)
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing()) + 18)

    def resizeEvent(self, event: object) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()


class TextEditor(FieldEditor):
    """Several lines of text: Shift+Enter begins a new one."""

    wide = True

    def __init__(
        self, place: Place, words: str, asking: Asking, theme: Theme, text: str, *, required: bool = False
    ) -> None:
        super().__init__(place, words, asking, theme)
        self._required = required
        self._before = text
        self._hint = translate(
            "inspector", "Enter keeps it, Shift+Enter begins a new line, Escape gives it up."
        )
        self.lines = _Lines(text)
        self.lines.setAccessibleName(words)
        self.put(self.lines)
        self.listen(self.lines)
        self.lines.textChanged.connect(self.edited)
        self.lines.moveCursor(QTextCursor.MoveOperation.End)
        self._say("", "")

    def text(self) -> str:
        """What is typed, without control characters and blanks at its ends."""
        text = self.lines.toPlainText().replace("\r\n", "\n").replace("\r", "\n")
        return _CONTROLS.sub("", text).strip()

    def read(self) -> Read:
        """The text; an error where it is too long, or empty and needed."""
        text = self.text()
        if not text and self._required:
            return Read(error=needed_words())
        if len(text) > LONGEST_TEXT:
            return Read(error=_too_long(len(text), LONGEST_TEXT))
        return Read(text)

    def is_changed(self) -> bool:
        """Whether another text stands there than before."""
        typed = self.lines.toPlainText()
        return typed != shown_text(self._before) and self.text() != self._before.strip()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys to the text."""
        self.lines.setFocus(reason)

    def describe(self, text: str) -> None:
        """Says it with the text."""
        self.lines.setAccessibleDescription(text)

    def study_changed(self) -> None:
        """Shows what stands there now, where nobody has typed."""
        stands = self.asking.stands(self.place)
        text = stands.value if stands is not None and type(stands.value) is str else ""
        if not self.is_changed() and text != self._before:
            self.lines.setPlainText(shown_text(text))
        self._before = text

    def takes(self, event: QKeyEvent, watched: QWidget) -> bool:
        """Nothing of its own: Shift+Enter goes on to the text."""
        del event, watched
        return False


def _too_long(length: int, longest: int) -> str:
    return translate("inspector", "{number} characters are too long: {longest} at most.").format(
        number=length, longest=longest
    )
