"""Both values of a difference beside one another: what was and what is, with the words that differ marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from study.differences import Difference, StudyDifference
from study.differences_words import Piece, word_differences
from study.language import translate
from ui.theme import BODY_PX, Theme, caps_font, font
from ui.widgets.part import set_part, text_label

_MOST = 60_000
"""Characters of a value that are shown."""


class Values(QWidget):
    """Two columns: "was" and "is". Never HTML: texts are shown as they are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: StudyDifference | None = None
        set_part(self, "pane")
        self.was, self.now = QTextEdit(), QTextEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for title, edit in (
            (translate("compare", "Was"), self.was),
            (translate("compare", "Is"), self.now),
        ):
            edit.setReadOnly(True)
            edit.setFrameShape(QFrame.Shape.NoFrame)
            edit.setStyleSheet("QTextEdit { border: none; padding: 0 10px; }")
            edit.setAccessibleName(title)
            edit.setTabChangesFocus(True)
            column = QVBoxLayout()
            column.setContentsMargins(0, 8, 0, 0)
            column.setSpacing(4)
            head = text_label(title.upper(), "caps")
            head.setFont(caps_font())
            head.setContentsMargins(16, 0, 16, 0)
            column.addWidget(head)
            column.addWidget(edit, 1)
            row.addLayout(column, 1)

    def show_difference(self, item: StudyDifference | None) -> None:
        """Shows both values of a difference; None for nothing."""
        self._shown = item
        if item is None:
            self.was.clear()
            self.now.clear()
            return
        was, now = item.was[:_MOST], item.now[:_MOST]
        if item.is_text:
            pieces: Sequence[Piece] = word_differences(was, now)
        else:
            pieces = (Piece(was, Difference.REMOVED), Piece(now, Difference.ADDED))
        self._write(self.was, [each for each in pieces if each.difference is not Difference.ADDED], item)
        self._write(self.now, [each for each in pieces if each.difference is not Difference.REMOVED], item)

    def set_theme(self, theme: Theme) -> None:
        """Paints in another theme."""
        self._theme = theme
        self.show_difference(self._shown)

    def _write(self, edit: QTextEdit, pieces: Sequence[Piece], item: StudyDifference) -> None:
        theme = self._theme
        edit.clear()
        cursor = QTextCursor(edit.document())
        cursor.beginEditBlock()
        first = 0
        for piece in pieces:
            shape = QTextCharFormat()
            shape.setFont(font(BODY_PX, tabular=False))
            shape.setForeground(theme.text)
            if piece.difference is not None and item.is_text:
                # Struck out or underlined as well: never colour alone.
                removed = piece.difference is Difference.REMOVED
                shape.setForeground(theme.error if removed else theme.ok)
                shape.setFontStrikeOut(removed)
                shape.setFontUnderline(not removed)
                first = first or cursor.position()
            cursor.insertText(piece.text, shape)
        if not any(piece.text for piece in pieces):
            shape = QTextCharFormat()
            shape.setForeground(theme.text_2)
            cursor.insertText(translate("compare", "nothing"), shape)
        cursor.endEditBlock()
        cursor.setPosition(first)
        edit.setTextCursor(cursor)
        edit.ensureCursorVisible()
        edit.setAlignment(Qt.AlignmentFlag.AlignLeading)
