"""The small parts of the inspector: values that wrap, can be selected and copied, with links; and chips."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import quote, unquote

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from study.language import translate
from ui.inspector.fields import Value
from ui.theme import SECONDARY_PX, Theme, font
from ui.widgets.part import set_part
from ui.widgets.text import breakable, elided, one_line, text_width, unbroken

_LONGEST_WORD = 12
"""Letters from which on a word may break: the column of values is narrow."""


def rich(values: Sequence[Value], theme: Theme) -> str:
    """Values as Qt's rich text, all content escaped: one a line, links in the accent, missing in warning."""
    lines = []
    for value in values:
        text = escape(breakable(value.text, _LONGEST_WORD)).replace("\n", "<br>")
        if value.address:
            style = f"color:{theme.accent.name()};text-decoration:none"
            address = quote(value.address, safe="", errors="surrogatepass")  # JSON can hold half a character
            text = f'<a href="entity:{address}" style="{style}">{text}</a>'
        elif value.missing:
            text = f'<span style="color:{theme.warning.name()}">{text}</span>'
        if value.key:
            style = f"color:{theme.accent.name()};text-decoration:none"
            key = quote(value.key, safe="", errors="surrogatepass")
            text = f'{text} <a href="ask:{key}" style="{style}">{escape(value.ask)}</a>'
        lines.append(text)
    return f'<div style="white-space:pre-wrap">{"<br>".join(lines)}</div>'


class ValueLabel(QLabel):
    """One or more values. The text can be selected and copied; `link_chosen(address)` on a click or Enter.

    `asked(key)` where the link asks for more or less of a value; `words_clicked()` on a click beside all links that
    selects nothing.
    """

    link_chosen = Signal(str)
    asked = Signal(str)
    words_clicked = Signal()

    def __init__(self, values: Sequence[Value], theme: Theme, part: str = "") -> None:
        super().__init__()
        self._followed = False
        self._plain = "\n".join(value.text for value in values)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(rich(values, theme))
        self.setWordWrap(True)
        self.setMinimumWidth(20)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        if any(value.address or value.key for value in values):
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self.linkActivated.connect(self._follow)
        self.setAccessibleName(one_line(self._plain))
        hints = [value.hint for value in values if value.hint]
        if len(hints) == 1:
            self.setToolTip(f"<qt>{escape(hints[0])}</qt>")
        if part:
            set_part(self, part)

    def plain(self) -> str:
        """The values as they are, a line each."""
        return self._plain

    def copied(self) -> str:
        """What Copy takes: the selection, else everything."""
        chosen = unbroken(self.selectedText()).replace("\u2029", "\n").replace("\u2028", "\n")
        return chosen or self._plain

    def _follow(self, link: str) -> None:
        self._followed = True
        if link.startswith("ask:"):
            self.asked.emit(unquote(link.removeprefix("ask:"), errors="surrogatepass"))
        else:
            self.link_chosen.emit(unquote(link.removeprefix("entity:")))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.copied())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by Tab comes to a link, not to the words around it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setSelection(0, 0)
            super().focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Through its links, then on: going back, QLabel begins with its last link again, and never lets go."""
        before = self.selectionStart()
        stays = super().focusNextPrevChild(forward) and self.hasFocus()
        if forward or not stays or before < 0 or self.selectionStart() < before:
            return stays or not self.hasFocus()
        self.setSelection(0, 0)
        return QWidget.focusNextPrevChild(self, False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tells a click on the words from one on a link, and from a selection."""
        self._followed = False
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self._followed and not self.hasSelectedText():
            self.words_clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy without the marks that let long words break."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer Copy."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("inspector", "Copy")).triggered.connect(self._copy)
        menu.popup(event.globalPos())


class Chip(QPushButton):
    """A short link in a pill, elided where the line is narrower. `link_chosen(address)` on a click or key."""

    link_chosen = Signal(str)

    def __init__(self, value: Value) -> None:
        super().__init__()
        self._value = value
        self._words = elided(value.text, font(SECONDARY_PX, tabular=False), 230)
        set_part(self, "chip")
        self._whole = QSize(-1, -1)
        self.setText(self._words.replace("&", "&&"))
        self.setAccessibleName(one_line(value.text))
        hint = f"{value.text}\n{value.hint}" if value.hint else value.text
        if hint != self._words:
            self.setToolTip(f"<qt>{escape(hint)}</qt>")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.link_chosen.emit(self._value.address))

    def sizeHint(self) -> QSize:
        """As wide as all its words."""
        if self._whole.width() < 0:
            self.ensurePolished()
            self._whole = super().sizeHint()
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide to the room there is."""
        super().resizeEvent(event)
        text, over = self._words, self.sizeHint().width() - event.size().width()
        if over > 0:
            face = font(SECONDARY_PX, tabular=False)
            text = elided(text, face, max(8.0, text_width(text, face) - over))
        self.setText(text.replace("&", "&&"))
