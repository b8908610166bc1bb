"""The editor of formatted text: bold, italic, raised, lowered, lists; nothing that runs, loads or is lost."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QToolButton, QWidget

from study.language import QT_TRANSLATE_NOOP, translate
from study.narrative_html import safe_text
from study.rich_text import Block, RichText, Run, Shape, joined, read_rich, write_rich
from ui.icons import icon
from ui.inspector.editing.asking import Asking, Place
from ui.inspector.editing.editor import FieldEditor, Read, needed_words
from ui.inspector.editing.text import TextEditor, shown_text, tidied
from ui.theme import Theme
from ui.widgets.part import set_part

# Mark, icon, words, key.
_BUTTONS = (
    ("b", "bold", QT_TRANSLATE_NOOP("inspector", "Bold"), "Ctrl+B"),
    ("i", "italic", QT_TRANSLATE_NOOP("inspector", "Italic"), "Ctrl+I"),
    ("sup", "superscript", QT_TRANSLATE_NOOP("inspector", "Superscript"), "Ctrl+."),
    ("sub", "subscript", QT_TRANSLATE_NOOP("inspector", "Subscript"), "Ctrl+,"),
    ("ul", "list", QT_TRANSLATE_NOOP("inspector", "List"), "Ctrl+L"),
)
_KEYS = {
    Qt.Key.Key_B: "b",
    Qt.Key.Key_I: "i",
    Qt.Key.Key_Period: "sup",
    Qt.Key.Key_Comma: "sub",
    Qt.Key.Key_L: "ul",
}
_LOWEST, _HIGHEST = 64, 220  # pixels
_UNWANTED = re.compile(
    r"<\s*(?:script|style|iframe|frame|object|embed|img|image|link|meta|base|form|svg|math|video|audio)\b"
    r"|<[^>]*\son[a-z]+\s*=|javascript:|<[^>]*\b(?:src|href)\s*=",
    re.IGNORECASE,
)


class _RichLines(QTextEdit):
    """Text with its formats. Takes text from elsewhere without what is not kept, and loads nothing."""

    def __init__(self) -> None:
        super().__init__()
        set_part(self, "field")
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._fit)

    def _fit(self) -> None:
        height = round(self.document().size().height()) + 12
        self.setFixedHeight(min(max(height, _LOWEST), _HIGHEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing: neither pictures nor style sheets are ever fetched."""
        return None

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted, with the formats that can be kept; else its words."""
        rich = read_rich(safe_text(source.html()).html.replace("\n", " ")) if source.hasHtml() else None
        text = source.text() or (safe_text(source.html()).plain if source.hasHtml() else "")
        insert_rich(self.textCursor(), rich or RichText((Block((Run(tidied(text)),)),), Shape()))


class RichEditor(FieldEditor):
    """Formatted text, written back in the shape that the file has it in."""

    wide = True

    def __init__(
        self,
        place: Place,
        words: str,
        asking: Asking,
        theme: Theme,
        html: str,
        rich: RichText,
        *,
        required: bool,
    ) -> None:
        super().__init__(place, words, asking, theme)
        self._html, self._rich, self._required = html, rich, required
        self._hint = translate(
            "inspector", "Enter keeps it, Shift+Enter begins a new line, Escape gives it up."
        )
        self.lines = _RichLines()
        self.lines.setAccessibleName(words)
        self.buttons: dict[str, QToolButton] = {}
        self.put(self._bar())
        self.put(self.lines)
        self.listen(self.lines)
        self._fill(rich)
        self.lines.textChanged.connect(self.edited)
        self.lines.currentCharFormatChanged.connect(lambda _format: self._show_marks())
        self.lines.cursorPositionChanged.connect(self._show_marks)
        self._say("", "")

    def _bar(self) -> QWidget:
        bar = QWidget()
        line = QHBoxLayout(bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        for mark, picture, words, key in _BUTTONS:
            button = QToolButton()
            button.setIcon(icon(picture, self.theme.text_2, self.theme.text_3))
            button.setIconSize(QSize(16, 16))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the text
            button.setAccessibleName(translate("inspector", words))
            button.setToolTip(f"{translate('inspector', words)} ({key})")
            button.clicked.connect(lambda _checked=False, mark=mark: self.toggle(mark))
            self.buttons[mark] = button
            line.addWidget(button)
        line.addStretch(1)
        return bar

    # What is typed

    def rich(self) -> RichText:
        """The text with its formats as they stand in the input."""
        return RichText(tuple(read_document(self.lines)), self._rich.shape)

    def read(self) -> Read:
        """HTML in the file's shape."""
        html = write_rich(self.rich())
        if self._required and not self.rich().words.strip():
            return Read(error=needed_words())
        return Read(html)

    def is_changed(self) -> bool:
        """Whether another text or other formats stand there: what the file has is kept as it is where they do not."""
        return self.rich().blocks != self._as_shown

    def toggle(self, mark: str) -> None:
        """Gives what is selected, or what is typed next, a format, or takes it away."""
        cursor = self.lines.textCursor()
        if mark == "ul":
            if cursor.currentList() is not None:
                block = QTextBlockFormat()
                cursor.currentList().remove(cursor.block())
                cursor.setBlockFormat(block)
            else:
                cursor.createList(QTextListFormat.Style.ListDisc)
        else:
            now = marks_of(self.lines.currentCharFormat())
            wanted = (
                now - {mark}
                if mark in now
                else (now - {"sup", "sub"} if mark in ("sup", "sub") else now) | {mark}
            )
            self.lines.mergeCurrentCharFormat(format_of(wanted))
        self._show_marks()
        self.edited()

    def _show_marks(self) -> None:
        marks = marks_of(self.lines.currentCharFormat())
        for mark, button in self.buttons.items():
            button.setChecked(
                self.lines.textCursor().currentList() is not None if mark == "ul" else mark in marks
            )

    def _fill(self, rich: RichText) -> None:
        self.lines.clear()
        insert_rich(self.lines.textCursor(), rich)
        self._as_shown = tuple(read_document(self.lines))
        self.lines.document().clearUndoRedoStacks()
        self.lines.moveCursor(QTextCursor.MoveOperation.End)

    # As every editor

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys to the text."""
        self.lines.setFocus(reason)

    def describe(self, text: str) -> None:
        """Says it with the text."""
        self.lines.setAccessibleDescription(text)

    def study_changed(self) -> None:
        """Shows what stands there now, where nobody typed."""
        stands = self.asking.stands(self.place)
        html = stands.value if stands is not None and isinstance(stands.value, str) else ""
        rich = read_rich(html)
        if html != self._html and rich is not None and not self.is_changed():
            self._rich = rich
            self._fill(rich)
        self._html = html

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of formats are the text's, whatever else the window does by them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _mark_of(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def takes(self, event: QKeyEvent, watched: QWidget) -> bool:
        """Ctrl+B and its like; Shift+Enter begins a paragraph, or an item, and an empty item ends its list."""
        del watched
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and _is_shifted(event):
            cursor = self.lines.textCursor()
            if cursor.currentList() is not None and not cursor.block().text():
                self.toggle("ul")
            else:
                cursor.insertBlock()
                self.lines.setTextCursor(cursor)
            return True
        mark = _mark_of(event)
        if mark:
            self.toggle(mark)
        return bool(mark)


class SourceEditor(TextEditor):
    """HTML as it stands, where it holds more than can be edited with its formats."""

    def __init__(
        self, place: Place, words: str, asking: Asking, theme: Theme, html: str, *, required: bool = False
    ) -> None:
        super().__init__(place, words, asking, theme, html, required=required)
        self._hint = translate(
            "inspector",
            "This holds a table, a reference or the like: it is edited as it stands in the file, as HTML.",
        )
        self._unwanted = len(_UNWANTED.findall(html))
        self._say("", "")

    def read(self) -> Read:
        """The text; an error where what runs or loads was added to it."""
        read = super().read()
        if isinstance(read.value, str) and len(_UNWANTED.findall(read.value)) > self._unwanted:
            return Read(
                error=translate("inspector", "Scripts, pictures and links are not kept here. Take them out.")
            )
        return read


def rich_editor(
    place: Place, words: str, asking: Asking, theme: Theme, html: str, *, required: bool
) -> FieldEditor:
    """The editor for a text in HTML: with its formats where all of it can be kept, else as it stands."""
    rich = read_rich(html)
    if rich is None:
        return SourceEditor(place, words, asking, theme, html, required=required)
    return RichEditor(place, words, asking, theme, html, rich, required=required)


def insert_rich(cursor: QTextCursor, rich: RichText) -> None:
    """Puts a text with its formats where the cursor is, as one step of undo."""
    cursor.beginEditBlock()
    for number, block in enumerate(rich.blocks):
        if number:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            if cursor.currentList() is not None and not block.list:
                cursor.currentList().remove(cursor.block())
                cursor.setBlockFormat(QTextBlockFormat())
        if block.list and cursor.currentList() is None:
            cursor.createList(_style_of(block.list))
        for run in block.runs:
            cursor.insertText(shown_text(run.text).replace("\n", "\u2028"), format_of(run.marks))
    cursor.endEditBlock()


def read_document(edit: QTextEdit) -> list[Block]:
    """The blocks of what is typed, with their formats."""
    blocks: list[Block] = []
    block = edit.document().begin()
    while block.isValid():
        runs: list[Run] = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            text = tidied(fragment.text().replace("\u2028", "\n").replace("\ufffc", ""))
            runs.append(Run(text, marks_of(fragment.charFormat())))
            iterator += 1
        kind = ""
        if block.textList() is not None:
            style = block.textList().format().style()
            kind = "ol" if style == QTextListFormat.Style.ListDecimal else "ul"
        kept = joined(runs)
        if "".join(run.text for run in kept).strip():
            blocks.append(Block(kept, kind))
        block = block.next()
    return blocks


def marks_of(form: QTextCharFormat) -> frozenset[str]:
    """The marks of a character format."""
    raised = {
        QTextCharFormat.VerticalAlignment.AlignSuperScript: "sup",
        QTextCharFormat.VerticalAlignment.AlignSubScript: "sub",
    }.get(form.verticalAlignment(), "")
    found = {
        "b": form.fontWeight() >= QFont.Weight.DemiBold,
        "i": form.fontItalic(),
        "u": form.fontUnderline(),
        raised: bool(raised),
    }
    return frozenset(mark for mark, has in found.items() if has)


def format_of(marks: frozenset[str]) -> QTextCharFormat:
    """The character format of marks."""
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold if "b" in marks else QFont.Weight.Normal)
    form.setFontItalic("i" in marks)
    form.setFontUnderline("u" in marks)
    form.setVerticalAlignment(
        QTextCharFormat.VerticalAlignment.AlignSuperScript
        if "sup" in marks
        else QTextCharFormat.VerticalAlignment.AlignSubScript
        if "sub" in marks
        else QTextCharFormat.VerticalAlignment.AlignNormal
    )
    return form


def _style_of(kind: str) -> QTextListFormat.Style:
    return QTextListFormat.Style.ListDecimal if kind == "ol" else QTextListFormat.Style.ListDisc


def _is_shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def _mark_of(event: QKeyEvent) -> str:
    return (
        _KEYS.get(Qt.Key(event.key()), "") if event.modifiers() == Qt.KeyboardModifier.ControlModifier else ""
    )
