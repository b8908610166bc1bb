"""One section of the protocol's text: laid out bit by bit, its mentions linked, what is searched for lit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from study.language import translate
from study.narrative_html import SafeText
from study.narrative_mentions import Mention
from study.narrative_search import aligned, places_of
from ui.theme import BODY_PX, SECONDARY_PX, Theme, font

_MOST_LIT = 400
_LINK = "mention:"


class SectionBrowser(QTextBrowser):
    """Shows safe HTML and nothing else: it loads no image, style sheet or page, from the disk or the network.

    `mention_chosen(Mention)` when a person follows a link. `laid_out()` when the whole of a section stands.
    """

    mention_chosen = Signal(object)
    laid_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._waiting: list[str] = []
        self._shown: SafeText | None = None
        self._mention_finder: Callable[[str], Sequence[Mention]] | None = None
        self._mentions: list[Mention] = []
        self._pattern: re.Pattern[str] | None = None
        self._places: list[tuple[int, int]] = []
        self._current = -1
        self._address = ""
        self._plain = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(translate("text", "Protocol text"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._follow)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._lay_out_next)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing is ever loaded."""
        return None

    def set_mention_finder(self, finder: Callable[[str], Sequence[Mention]] | None) -> None:
        """Who says what words of a text name a visit, an activity or days."""
        self._mention_finder = finder

    def show_section(self, text: SafeText | None) -> None:
        """Shows a section from its beginning; None for nothing. A long one is laid out in parts."""
        self._shown = text
        self._places, self._current = [], -1
        self._mentions = []
        document = self.document()
        document.clear()
        document.setDefaultFont(font(BODY_PX, tabular=False))
        document.setDefaultStyleSheet(self._sheet())
        document.setDocumentMargin(16)
        self._waiting = list(text.parts) if text is not None else []
        self._lay_out_next()

    def set_search(self, pattern: re.Pattern[str] | None) -> None:
        """Lights what a search looks for."""
        self._pattern = pattern
        self._find()
        self._light()

    def set_selection(self, address: str) -> None:
        """Lights the mentions of what is selected."""
        self._address = address
        self._light()

    @property
    def is_laid_out(self) -> bool:
        """Whether the whole section stands."""
        return not self._waiting

    @property
    def hits(self) -> int:
        """How often the search is found in this section."""
        return len(self._places)

    def go_to_hit(self, number: int) -> bool:
        """Brings a place that was found into view; whether there is one with this number."""
        if not 0 <= number < len(self._places):
            return False
        self._current = number
        self._light()
        self._show(*self._places[number])
        return True

    def go_to_mention(self, address: str, number: int = 0) -> bool:
        """Brings a mention of an entity into view; whether there is one with this number."""
        named = [each for each in self._mentions if address in each.addresses]
        if not 0 <= number < len(named):
            return False
        self._current = -1
        self._light()
        self._show(named[number].start, named[number].end)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was gone to stays where it is while lines break anew."""
        top = self.cursorRect().top()
        was_seen = 0 <= top < event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top() - min(top, self.viewport().height() // 2))

    def set_theme(self, theme: Theme) -> None:
        """Lays the section out again in another theme."""
        self._theme = theme
        at, current = self.verticalScrollBar().value(), self._current
        self.show_section(self._shown)
        self._current = min(current, len(self._places) - 1)
        self._light()
        self.verticalScrollBar().setValue(at)

    # Laying out

    def _lay_out_next(self) -> None:
        if self._waiting:
            part = self._waiting.pop(0)
            start = self.document().characterCount() - 1
            if start <= 0:
                self.setHtml(part)
                self.moveCursor(QTextCursor.MoveOperation.Start)
            else:
                end = QTextCursor(self.document())
                end.movePosition(QTextCursor.MoveOperation.End)
                end.insertHtml(part)
            self._link(max(0, start))
        if self._waiting:
            self._next.start()
            return
        self._find()
        self._light()
        self.laid_out.emit()

    def _link(self, start: int) -> None:
        """Makes links of what is named from a place on."""
        self._plain = self.document().toPlainText()
        if self._mention_finder is None:
            return
        named = QTextCharFormat()
        named.setAnchor(True)
        named.setForeground(self._theme.accent)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for mention in self._mention_finder(self._plain[start:]):
            placed = Mention(
                mention.start + start, mention.end + start, mention.named, mention.addresses, mention.days
            )
            named.setAnchorHref(f"{_LINK}{len(self._mentions)}")
            cursor.setPosition(placed.start)
            cursor.setPosition(placed.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(named)
            self._mentions.append(placed)
        cursor.endEditBlock()

    def _follow(self, url: QUrl) -> None:
        text = url.toString()
        if text.startswith(_LINK) and text[len(_LINK) :].isdigit():
            number = int(text[len(_LINK) :])
            if number < len(self._mentions):
                self.mention_chosen.emit(self._mentions[number])

    # Lighting

    def _find(self) -> None:
        self._places = places_of(aligned(self._plain), self._pattern) if self._pattern is not None else []
        self._current = min(self._current, len(self._places) - 1)

    def _light(self) -> None:
        named = [each for each in self._mentions if self._address and self._address in each.addresses]
        lights = [self._lit(each.start, each.end, current=False, named=True) for each in named[:_MOST_LIT]]
        first = max(0, self._current - _MOST_LIT // 2)
        places = list(enumerate(self._places))[first : first + _MOST_LIT]
        lights += [
            self._lit(start, end, current=number == self._current, named=False)
            for number, (start, end) in places
        ]
        self.setExtraSelections(lights)

    def _lit(self, start: int, end: int, *, current: bool, named: bool) -> QTextEdit.ExtraSelection:
        light = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        if current:
            shape.setBackground(self._theme.accent)
            shape.setForeground(self._theme.on_accent)
        else:
            shape.setBackground(self._theme.accent_soft if named else self._theme.warning_soft)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        light.cursor = cursor
        light.format = shape
        return light

    def _show(self, start: int, end: int) -> None:
        """Brings a place into view, a third down, its beginning at the side it is read from."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(end)
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)

    def _sheet(self) -> str:
        theme = self._theme
        line, soft, quiet = theme.line.name(), theme.ground.name(), theme.text_2.name()
        return (
            f"body, p, li, td, th {{ color: {theme.text.name()}; }}"
            "p { margin: 0 0 8px 0; line-height: 140%; }"
            "li { margin: 0 0 4px 0; line-height: 140%; } ul, ol { margin: 0 0 8px 0; }"
            "h1, h2, h3, h4, h5, h6 { font-size: 14px; font-weight: 600; margin: 12px 0 6px 0; }"
            f"table {{ border-collapse: collapse; border: 1px solid {line}; margin: 4px 0 12px 0; }}"
            f"td, th {{ border: 1px solid {line}; padding: 4px 7px; vertical-align: top; }}"
            f"th {{ background: {soft}; font-weight: 600; text-align: left; }}"
            f"small {{ color: {quiet}; font-size: {round(SECONDARY_PX)}px; }}"
        )
