"""What a person must be told, in a bar over the page: it waits to be read and covers nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from ui.icons import icon, icon_pixmap
from ui.theme import Theme
from ui.widgets.part import set_part, text_label
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from app.program import Work
    from services.trouble import Trouble

GOOD_NEWS_MS = 6_000
MOST = 3
_TITLE_WIDTH = 320


class _Notice(QFrame):
    """One notice, with what can be done about it."""

    def __init__(self, theme: Theme, name: str, words: str, *, warning: bool) -> None:
        super().__init__()
        set_part(self, "card")
        self.words = words
        self._name, self._warning = name, warning
        self._picture = QLabel()
        label = text_label(words, selectable=True)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(translate("notices", "Dismiss"))
        self.close_button.setToolTip(translate("notices", "Dismiss (Esc)"))
        self.close_button.setIconSize(QSize(15, 15))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 8, 8, 8)
        self.row.setSpacing(10)
        self.row.addWidget(self._picture)
        self.row.addWidget(label, 1)
        self.row.addWidget(self.close_button)
        self.setAccessibleName(words)
        self.dress(theme)

    def offer(self, text: str, act: Callable[[], None]) -> None:
        """A button that does something about it."""
        button = QPushButton(text)
        button.clicked.connect(act)
        self.row.insertWidget(2, button)

    def dress(self, theme: Theme) -> None:
        good = theme.ok if self._name == "circle-check" else theme.accent
        self._picture.setPixmap(icon_pixmap(self._name, theme.warning if self._warning else good, 17))
        self.close_button.setIcon(icon("x", theme.text_2, size=15))


class Notices(QWidget):
    """The newest notices, newest last; the same words stand here once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 12, 0)
        self._column.setSpacing(6)
        self._shown: list[_Notice] = []
        self._refusal: _Notice | None = None

    def warn(self, trouble: Trouble) -> None:
        """Shows what went wrong until somebody dismisses it."""
        self._add(_Notice(self._theme, "triangle-alert", trouble.message, warning=True))

    def tell(self, sentence: str) -> None:
        """Shows good news for a few seconds."""
        notice = self._add(_Notice(self._theme, "circle-check", sentence, warning=False))
        if notice is not None:
            QTimer.singleShot(GOOD_NEWS_MS, notice, lambda: self._dismiss(notice))

    def offer(self, sentence: str, text: str, act: Callable[[], None]) -> None:
        """Shows a sentence with a button."""
        notice = self._add(_Notice(self._theme, "info", sentence, warning=False))
        if notice is not None:

            def done() -> None:
                self._dismiss(notice)
                act()

            notice.offer(text, done)

    def refuse(self, reason: str) -> None:
        """Shows why something was not done, calmly: until the next reason, or until `reconcile`."""
        self.reconcile()
        self._refusal = self._add(_Notice(self._theme, "info", reason, warning=False))

    def reconcile(self) -> None:
        """Something was done since: why another thing was not is past."""
        refusal, self._refusal = self._refusal, None
        if refusal is not None:
            self._dismiss(refusal)

    @property
    def sentences(self) -> list[str]:
        """What is said now."""
        return [notice.words for notice in self._shown]

    def clear(self) -> None:
        """Dismisses all."""
        for notice in list(self._shown):
            self._dismiss(notice)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        for notice in self._shown:
            notice.dress(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses the newest."""
        if event.key() == Qt.Key.Key_Escape and self._shown:
            self._dismiss(self._shown[-1])
        else:
            super().keyPressEvent(event)

    def _add(self, notice: _Notice) -> _Notice | None:
        if notice.words in self.sentences:
            notice.deleteLater()
            return None
        notice.close_button.clicked.connect(lambda: self._dismiss(notice))
        self._shown.append(notice)
        self._column.addWidget(notice)
        self._column.setContentsMargins(12, 10, 12, 0)
        while len(self._shown) > MOST:
            self._dismiss(self._shown[0])
        return notice

    def _dismiss(self, notice: _Notice) -> None:
        if notice in self._shown:
            self._shown.remove(notice)
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        if not self._shown:
            self._column.setContentsMargins(12, 0, 12, 0)


class WorkBar(QFrame):
    """Long work under way: what it is, how far, and a way to give it up."""

    def __init__(self, cancel: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "pane")
        self._title = text_label("")
        self._title.setWordWrap(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self.cancel_button = QPushButton(translate("notices", "Cancel"))
        self.cancel_button.setToolTip(translate("notices", "Give this up; nothing is changed"))
        self.cancel_button.clicked.connect(cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._bar)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        # Work that is over before one could read of it is not announced.
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(150)
        self._delay.timeout.connect(self.show)
        self.hide()

    def set_work(self, work: Work | None) -> None:
        """Shows the work, or hides when there is none."""
        if work is None:
            self._delay.stop()
            self.hide()
            return
        line = one_line(work.title)
        self._title.setText(
            self._title.fontMetrics().elidedText(line, Qt.TextElideMode.ElideMiddle, _TITLE_WIDTH)
        )
        self._title.setToolTip(line)
        self._bar.setRange(0, work.total)
        self._bar.setValue(work.done)
        self._bar.setAccessibleName(work.title)
        if not self.isVisible() and not self._delay.isActive():
            self._delay.start()
