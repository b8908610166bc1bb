"""The search panel: a field, a filter by kind, and what is found in all studies, study by study."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from services.search import MOST_COUNTED, SearchHit, SearchResults
from study.language import QT_TRANSLATE_NOOP, translate
from study.search_texts import SearchKind
from ui.icons import icon
from ui.search.rows import HitDelegate, MoreHits, row_words, rows_of
from ui.theme import Theme, system_theme
from ui.widgets.part import set_part, text_label
from ui.widgets.rows import Empty, RowsView

_SIZE = (760, 600)
_BUSY_AFTER = 300
_KINDS = (
    (None, QT_TRANSLATE_NOOP("search", "Everything")),
    (SearchKind.VISIT, QT_TRANSLATE_NOOP("search", "Visits")),
    (SearchKind.ACTIVITY, QT_TRANSLATE_NOOP("search", "Activities")),
    (SearchKind.FOOTNOTE, QT_TRANSLATE_NOOP("search", "Footnotes")),
    (SearchKind.TIMING, QT_TRANSLATE_NOOP("search", "Timings")),
    (SearchKind.DESIGN, QT_TRANSLATE_NOOP("search", "Arms, epochs and titles")),
    (SearchKind.CRITERION, QT_TRANSLATE_NOOP("search", "Criteria")),
    (SearchKind.OBJECTIVE, QT_TRANSLATE_NOOP("search", "Objectives")),
    (SearchKind.CODE, QT_TRANSLATE_NOOP("search", "Codes")),
    (SearchKind.NARRATIVE, QT_TRANSLATE_NOOP("search", "Protocol text")),
)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def _hints() -> Empty:
    return Empty(
        "search",
        translate("search", "Search all studies on this computer"),
        translate(
            "search",
            "A visit, an activity, a code, words of a footnote or of the protocol. "
            "Put words in quotes to find them side by side. Works with no network.",
        ),
    )


def _nothing(query: str) -> Empty:
    return Empty(
        "search",
        translate("search", "Nothing found for “{query}”").format(query=query[:60]),
        translate(
            "search",
            "Try fewer or shorter words, or another kind. Studies are found once they are kept "
            "on this computer: open one to keep it.",
        ),
    )


class SearchPanel(QDialog):
    """`asked(query, SearchKind or None, study id or "")` while a person types; `chosen(SearchHit, query)` for a pick.

    The answer to the query that was typed last is shown, whatever the order in which answers come.
    """

    asked = Signal(str, object, str)
    chosen = Signal(object, str)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._query: tuple[str, SearchKind | None, str] = ("", None, "")
        self._results = SearchResults("")
        self.setWindowTitle(translate("search", "Search all studies"))
        self.setObjectName("search")
        self.resize(*_SIZE)
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("search", "Visit, activity, code, or words of the protocol"))
        self.field.setAccessibleName(translate("search", "Search all studies"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumHeight(34)
        self.field.textChanged.connect(lambda _text: self._ask())
        self.field.installEventFilter(self)
        self.kind = QComboBox()
        self.kind.setAccessibleName(translate("search", "Kind of what is searched"))
        for value, words in _KINDS:
            self.kind.addItem(translate("search", words), value)
        self.kind.currentIndexChanged.connect(lambda _index: self._ask())
        self.list = RowsView(row_words, _hints(), self._theme)
        self.list.setAccessibleName(translate("search", "What was found"))
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.chosen.connect(self._choose)
        self.count = text_label("", "secondary")
        self.count.setContentsMargins(16, 0, 16, 0)
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(_BUSY_AFTER)
        self._busy.timeout.connect(lambda: self.count.setText(translate("search", "Searching…")))
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 8)
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        set_part(self, "pane")
        self.set_theme(self._theme)

    def open_at(self, query: str = "") -> None:
        """Comes up with the field ready to be typed in, what was typed before marked."""
        if query:
            self.field.setText(query)
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text().strip():
            self.asked.emit(*self._query)

    def show_results(
        self, query: str, kind: SearchKind | None, study_id: str, results: SearchResults
    ) -> None:
        """Shows an answer, unless something else was asked since."""
        if (query, kind, study_id) != self._query:
            return
        self._busy.stop()
        self._results = results
        self.list.set_empty(_nothing(query) if query.strip() else _hints())
        self.list.set_items(rows_of(results, one_study=bool(study_id)))
        first = next((n for n, row in enumerate(self.list.items()) if isinstance(row, SearchHit)), -1)
        self.list.set_current_row(first)
        self.list.scrollToTop()
        self.count.setText(_told(results) if query.strip() else "")

    def results(self) -> SearchResults:
        """The answer that is shown."""
        return self._results

    def set_theme(self, theme: Theme) -> None:
        """Paints in another theme."""
        self._theme = theme
        self.list.set_theme(theme)
        for action in self.field.actions():
            if action.objectName() == "glass":
                action.setIcon(icon("search", theme.text_2))
                return
        glass = self.field.addAction(icon("search", theme.text_2), QLineEdit.ActionPosition.LeadingPosition)
        glass.setObjectName("glass")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Enter in the field move and choose in the list: hands stay where they type."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._move(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.current_item())
                return True
        return super().eventFilter(watched, event)

    def _ask(self, study_id: str = "") -> None:
        self._query = (self.field.text(), self.kind.currentData(), study_id)
        if not self._query[0].strip():
            self.show_results(*self._query, SearchResults(""))
            return
        self._busy.start()
        self.asked.emit(*self._query)

    def _move(self, event: QKeyEvent) -> None:
        items = self.list.items()
        hits = [row for row, item in enumerate(items) if isinstance(item, SearchHit | MoreHits)]
        if not hits:
            return
        row = self.list.currentIndex().row()
        place = hits.index(row) if row in hits else 0
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}.get(Qt.Key(event.key()), 8)
        self.list.by_keyboard = True
        self.list.set_current_row(hits[max(0, min(len(hits) - 1, place + step))])

    def _choose(self, item: Any) -> None:
        if isinstance(item, MoreHits):
            self._ask(item.study_id)
        elif isinstance(item, SearchHit):
            self.chosen.emit(item, self.field.text())
            self.hide()


def _told(results: SearchResults) -> str:
    """How many there are: "12 results in 3 studies"."""
    if not results.hits:
        found = translate("search", "No results")
    else:
        if results.found > MOST_COUNTED:
            found = translate("search", "More than %n result(s)", "", MOST_COUNTED)
        else:
            inside = translate("search", "in %n stud(ies)", "", results.studies)
            words = translate("search", "%n result(s)", "", results.found)
            found = translate("search", "{results} {inside}").format(results=words, inside=inside)
    if results.unread:
        waiting = translate("search", "%n stud(ies) (are) still being read.", "", results.unread)
        return translate("search", "{found}. {waiting}").format(found=found, waiting=waiting)
    return found
