"""The text of a footnote, a new one or one that is there, with the formats that a protocol needs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QToolButton, QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.language import QT_TRANSLATE_NOOP, translate
from study.rich_text import RichText, Shape, read_rich, write_rich
from ui.edit_dialogs.asking import EditDialog
from ui.icons import icon
from ui.inspector.editing.rich import format_of, insert_rich, marks_of, read_document
from ui.theme import Theme
from ui.widgets.part import set_part

_BUTTONS = (
    ("b", "bold", QT_TRANSLATE_NOOP("dialogs", "Bold"), "Ctrl+B"),
    ("i", "italic", QT_TRANSLATE_NOOP("dialogs", "Italic"), "Ctrl+I"),
    ("sup", "superscript", QT_TRANSLATE_NOOP("dialogs", "Superscript"), "Ctrl+."),
    ("sub", "subscript", QT_TRANSLATE_NOOP("dialogs", "Subscript"), "Ctrl+,"),
)


class FootnoteDialog(EditDialog):
    """Asks for a text; `made` makes the command of its HTML, which is written as `like` is.

    A text whose formats cannot be kept is typed as it stands in the file.
    """

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        title: str,
        made: Callable[[str], Command],
        html: str = "",
        like: str = "",
        theme: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        does = translate("dialogs", "Change") if html else translate("dialogs", "Add")
        super().__init__(study, timeline, title, "", does, parent)
        self._made = made
        other = read_rich(like) if like else None
        empty = RichText((), other.shape if other is not None else Shape(paragraphs=True))
        rich = read_rich(html) if html else empty
        self._shape = rich.shape if rich is not None else None
        self.text = set_part(QTextEdit(), "field")
        self.text.setAccessibleName(translate("dialogs", "Text of the footnote"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(110)
        if rich is None:  # mark-up that the editor would lose is typed as it stands in the file
            self.text.setAcceptRichText(False)
            self.text.setPlainText(html)
        else:
            insert_rich(self.text.textCursor(), rich)
            self.form.addRow(self._bar(theme or Theme.light()))
        self.form.addRow(self.text)
        self.text.textChanged.connect(self.refresh)
        self.text.setFocus()

    def _bar(self, theme: Theme) -> QWidget:
        bar = QWidget()
        line = QHBoxLayout(bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        for mark, picture, words, keys in _BUTTONS:
            button = QToolButton()
            button.setIcon(icon(picture, theme.text_2, theme.text_3))
            button.setIconSize(QSize(16, 16))
            button.setAccessibleName(translate("dialogs", words))
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{translate('dialogs', words)} ({shown})")
            button.setShortcut(QKeySequence(keys))
            button.clicked.connect(lambda _checked=False, mark=mark: self._toggle(mark))
            line.addWidget(button)
        line.addStretch(1)
        return bar

    def _toggle(self, mark: str) -> None:
        now = marks_of(self.text.currentCharFormat())
        others = now - {"sup", "sub"} if mark in ("sup", "sub") else now
        self.text.mergeCurrentCharFormat(format_of(now - {mark} if mark in now else others | {mark}))
        self.text.setFocus()
        self.refresh()

    def html(self) -> str:
        """What is typed, as the file has texts."""
        if self._shape is None:
            return self.text.toPlainText()
        return write_rich(RichText(tuple(read_document(self.text)), self._shape))

    def command(self) -> Command | str:
        """What `made` makes of it."""
        if not self.text.toPlainText().strip():
            return translate("dialogs", "Type the text of the footnote.")
        return self._made(self.html())
