"""The Home page: opens, imports, takes dropped files, lists what is at hand, says when it is offline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from study.language import QT_TRANSLATE_NOOP, translate
from ui.home.entries import HomeEntry, Section, sections
from ui.home.study_list import EntryDelegate, entry_words
from ui.icons import icon, icon_pixmap
from ui.theme import RADIUS_BAND, RADIUS_CARD, Theme, font, system_theme
from ui.widgets.flow import FlowLayout
from ui.widgets.part import set_part, text_label
from ui.widgets.rows import ITEM, Empty, RowsView
from ui.widgets.words import clock_text

_WIDEST = 920
_REFRESH_MS = 30_000
_HINT = QT_TRANSLATE_NOOP("home", "What is on this computer stays readable with no network.")
_FIRST_HINT = QT_TRANSLATE_NOOP(
    "home", "Start with the sample, open a USDM file (Ctrl+O), or drop one anywhere on this page."
)


def _empty() -> Empty:
    return Empty(
        "folder-open",
        translate("home", "No studies yet"),
        translate(
            "home",
            "Begin one with Ctrl+N, open a USDM file (JSON, version 3 or 4) with Ctrl+O, or drop one on this page. "
            "Import sends it to the backend, so that others see it and it stays readable offline.",
        ),
    )


class HomePage(QWidget):
    """The studies at hand.

    Signals: `open_entry(id)` for a listed study; `open_file(path)` and `import_file(path)` once a person has
    picked a file; `dropped(paths)` for the files dropped on the page; `removal_wanted(HomeEntry)` to take a file off
    the list; `search_wanted()` to search all studies; `new_wanted()` to begin a study.
    """

    open_entry = Signal(str)
    open_file = Signal(str)
    import_file = Signal(str)
    dropped = Signal(list)
    removal_wanted = Signal(object)
    search_wanted = Signal()
    new_wanted = Signal()

    def __init__(
        self, parent: QWidget | None = None, theme: Theme | None = None, own_shortcut: bool = True
    ) -> None:
        """`own_shortcut` False leaves Ctrl+O to the program's actions."""
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._folder = ""
        set_part(self, "ground")
        self.setAcceptDrops(True)
        self._title = text_label(translate("home", "Studies"))
        self._title.setFont(font(22, 600, tabular=False))
        self._hint = text_label(translate("home", _HINT), "label")
        self.new_button = QPushButton(" " + translate("home", "New study…"))
        self.new_button.setToolTip(translate("home", "Begin a study from a template (Ctrl+N)"))
        self.new_button.setAccessibleName(translate("home", "New study"))
        self.new_button.clicked.connect(lambda _checked=False: self.new_wanted.emit())
        self.open_button = QPushButton(" " + translate("home", "Open file…"))
        self.open_button.setToolTip(translate("home", "Open a USDM file from this computer (Ctrl+O)"))
        set_part(self.open_button, "primary")
        self.import_button = QPushButton(" " + translate("home", "Import…"))
        self.import_button.setToolTip(translate("home", "Send a USDM file to the backend"))
        self.open_button.setAccessibleName(translate("home", "Open file"))
        self.import_button.setAccessibleName(translate("home", "Import"))
        self.search_button = QPushButton(" " + translate("home", "Search all studies…"))
        self.search_button.setToolTip(
            translate("home", "Find words in every study on this computer (Ctrl+Shift+F)")
        )
        self.search_button.setAccessibleName(translate("home", "Search all studies"))
        self.search_button.clicked.connect(lambda _checked=False: self.search_wanted.emit())
        self.open_button.clicked.connect(self.pick_to_open)
        self.import_button.clicked.connect(self.pick_to_import)
        self._banner = QFrame()
        self._banner_icon = QLabel()
        self._banner_text = text_label("")
        self._list = RowsView(entry_words, _empty(), self._theme)
        self._list.setAccessibleName(translate("home", "Studies and files"))
        self._list.setItemDelegate(EntryDelegate(self._list))
        self._list.chosen.connect(self._choose)
        self._remove = QAction(translate("home", "Remove from the list"), self._list)
        self._remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self._remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._remove.triggered.connect(self._ask_removal)
        self._list.addAction(self._remove)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._veil = _DropVeil(self)
        self._lay_out()
        if own_shortcut:
            shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.pick_to_open)
        self._clock = QTimer(self)
        self._clock.setInterval(_REFRESH_MS)
        self._clock.timeout.connect(self._list.viewport().update)
        self.set_offline(None)
        self._dress()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        for button in (self.open_button, self.new_button, self.import_button, self.search_button):
            flow.addWidget(button)
        top = QVBoxLayout()
        top.setSpacing(14)
        top.addLayout(words)
        top.addWidget(buttons)
        banner = QHBoxLayout(self._banner)
        banner.setContentsMargins(12, 8, 12, 8)
        banner.setSpacing(10)
        banner.addWidget(self._banner_icon, 0, Qt.AlignmentFlag.AlignTop)
        banner.addWidget(self._banner_text, 1)
        self._card = set_part(QFrame(), "panel")
        card = QVBoxLayout(self._card)
        card.setContentsMargins(1, 1, 1, 7)
        card.addWidget(self._list)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(24, 36, 24, 24)
        inside.setSpacing(16)
        inside.addLayout(top)
        inside.addWidget(self._banner)
        inside.addWidget(self._card, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addStretch(1)
        page.addWidget(column, 1000)
        page.addStretch(1)

    # What is shown

    def set_entries(self, entries: Sequence[HomeEntry]) -> None:
        """List studies and files; what was lit stays lit."""
        lit = self._list.current_item()
        rows = sections(list(entries))
        self._list.set_items(rows)
        at_hand = any(entry.where != "sample" for entry in entries)
        self._hint.setText(translate("home", _HINT if at_hand or not entries else _FIRST_HINT))
        ids = [item.id if isinstance(item, HomeEntry) else "" for item in rows]
        if isinstance(lit, HomeEntry) and lit.id in ids:
            self._list.set_current_row(ids.index(lit.id))

    def entries(self) -> list[HomeEntry]:
        """The entries, in the order shown."""
        return [item for item in self._list.items() if isinstance(item, HomeEntry)]

    def set_offline(self, since: datetime | None, words: str = "") -> None:
        """Say that the backend cannot be reached, since when; None for online.

        `words` replaces the sentence, e.g. where the backend was never reached.
        """
        offline = since is not None or bool(words)
        if offline:
            text = words
            if not text and since is not None:
                text = translate("home", "Offline since {time}. Showing what is on this computer.").format(
                    time=clock_text(since)
                )
            self._banner_text.setText(text)
        self._banner.setVisible(offline)

    def set_can_import(self, reason: str = "") -> None:
        """Disable Import with a reason for its tooltip; "" enables it."""
        self.import_button.setEnabled(not reason)
        self.import_button.setToolTip(reason or translate("home", "Send a USDM file to the backend"))

    def set_folder(self, folder: str) -> None:
        """The folder in which the file dialogs start."""
        self._folder = folder

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list takes the focus. Not as a proxy: Tab would pass by everything else in here."""
        self._list.setFocus(event.reason())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._list.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        theme = self._theme
        self.open_button.setIcon(icon("folder-open", theme.on_accent))
        self.import_button.setIcon(icon("upload", theme.text_2, theme.text_3))
        self.search_button.setIcon(icon("search", theme.text_2, theme.text_3))
        self.new_button.setIcon(icon("plus", theme.text_2, theme.text_3))
        for button in (self.open_button, self.import_button, self.new_button):
            button.setIconSize(QSize(15, 15))
        self._banner_icon.setPixmap(icon_pixmap("wifi-off", theme.warning, 16))
        self._banner.setStyleSheet(
            f"QFrame {{ background: {theme.warning_soft.name()}; border-radius: {RADIUS_CARD}px; }}"
        )
        self._veil.theme = theme

    # Opening

    def pick_to_open(self) -> None:
        """Ask for a file to open."""
        if path := self._pick(translate("files", "Open a study")):
            self.open_file.emit(path)

    def pick_to_import(self) -> None:
        """Ask for a file to import."""
        if path := self._pick(translate("files", "Import a study to the backend")):
            self.import_file.emit(path)

    def _pick(self, title: str) -> str:
        path, _ = QFileDialog.getOpenFileName(
            self, title, self._folder, translate("files", "USDM studies (*.json);;All files (*)")
        )
        if path:
            self._folder = str(Path(path).parent)
        return path

    def _choose(self, item: Section | HomeEntry) -> None:
        if isinstance(item, HomeEntry) and not item.unavailable:
            self.open_entry.emit(item.id)

    # Removing

    def _ask_removal(self) -> None:
        item = self._list.current_item()
        if isinstance(item, HomeEntry) and item.where == "file":
            self.removal_wanted.emit(item)

    def _show_menu(self, point: QPoint) -> None:
        """What can be done with a file on the list. The key for menus asks for the row that is lit."""
        index = self._list.indexAt(point)
        if index.isValid() and isinstance(index.data(ITEM), HomeEntry):
            self._list.setCurrentIndex(index)
        item = self._list.current_item()
        if not isinstance(item, HomeEntry) or item.where != "file":
            return
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("home", "Open")).triggered.connect(lambda: self._choose(item))
        menu.addAction(self._remove)
        menu.popup(self._list.viewport().mapToGlobal(point))

    # Dropping

    @staticmethod
    def _paths(mime: QMimeData) -> list[str]:
        return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if self._paths(event.mimeData()):
            event.acceptProposedAction()
            self._veil.cover()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over the files."""
        self._veil.hide()
        event.acceptProposedAction()
        if paths := self._paths(event.mimeData()):
            self.dropped.emit(paths)

    # Time

    def showEvent(self, event: QShowEvent) -> None:
        """Keep "2 min ago" true while the page shows."""
        super().showEvent(event)
        self._clock.start()
        self._list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._clock.stop()
        super().hideEvent(event)


class _DropVeil(QWidget):
    """Covers the page while files are dragged over it, and says what dropping does."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.theme = system_theme()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        page.installEventFilter(self)

    def cover(self) -> None:
        """Show over the whole page."""
        self.setGeometry(self._page.rect())
        self.raise_()
        self.show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the page's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._page.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft ground, a dashed border, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self.theme.accent_soft)
        ground.setAlphaF(0.92)
        area = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        painter.setBrush(ground)
        painter.setPen(QPen(self.theme.accent, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area, RADIUS_BAND, RADIUS_BAND)
        painter.setFont(font(16, 600, tabular=False))
        painter.setPen(self.theme.accent)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), translate("home", "Drop to open the study"))
