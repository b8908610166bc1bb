"""The palette of what can be added to the graph: a field over it, what fits where it was asked for, seen beforehand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent

from study.language import translate
from ui.canvas.view import ScheduleCanvas
from ui.palette.offers import Offer
from ui.palette.popup import Palette
from ui.theme import Theme
from ui.widgets.part import text_label
from ui.widgets.rows import Empty

_WIDTH, _HEIGHT = 600, 410
_GAP = 10
_ROWS, _INSIDE, _BETWEEN, _EMPTY = 9, 8, 6, 150


class AddPalette(Palette):
    """Asks what is to be added; `find` gives what fits a text.

    `seen` hears which offer is lit, None at the end, and says in words what it would do.
    """

    def __init__(
        self,
        canvas: ScheduleCanvas,
        at: tuple[float, float],
        words: tuple[str, str],
        find: Callable[[str], list[Offer]],
        theme: Theme,
        chosen: Callable[[Offer], None],
        seen: Callable[[Offer | None], str],
    ) -> None:
        """`at` is a point of the canvas; `words` what it asks, for screen readers and in the field."""
        self._canvas, self._find, self._seen, self._at = canvas, find, seen, at
        super().__init__(canvas.window(), (), (), theme, chosen)
        self.setAccessibleName(words[0])
        self.field.setAccessibleName(words[0])
        self.field.setPlaceholderText(words[1])
        self.list.set_empty(
            Empty(
                "search",
                translate("canvas", "Nothing of this name can be added here"),
                translate("canvas", "Type a name for a new visit, such as “Week 10 +4w ±3d”."),
            )
        )
        self.said = text_label("", "secondary")
        self.said.setContentsMargins(6, 2, 6, 2)
        self.list.setMinimumHeight(1)
        panel = self.list.parentWidget()
        column = panel.layout() if panel is not None else None
        assert column is not None
        column.addWidget(self.said)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.finished.connect(lambda _: seen(None))
        self.field.textChanged.connect(lambda _: self._place())
        self._place()
        self._tell(self.list.currentIndex())

    def _place(self) -> None:
        """As high as its rows; below the point where the highest has room, else above it; always in the window."""
        window = self._canvas.window()
        area = QRect(window.mapToGlobal(QPoint(0, 0)), window.size()).adjusted(12, 12, -12, -12)
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(_ROWS, len(self.list.items()))))
        most = min(_HEIGHT, area.height())
        above = self.field.sizeHint().height() + 2 * _INSIDE + 2 * _BETWEEN + 4
        above += 2 * self.said.fontMetrics().lineSpacing() + 4
        self.resize(min(_WIDTH, area.width()), min(most, above + (rows or _EMPTY)))
        point = self._canvas.mapToGlobal(QPoint(round(self._at[0]), round(self._at[1])))
        x = max(area.left(), min(point.x() - self.width() // 2, area.right() - self.width()))
        y = point.y() + _GAP
        if y + most > area.bottom():
            y = point.y() - _GAP - self.height()
        self.move(x, max(area.top(), min(y, area.bottom() - self.height())))

    def found(self, query: str) -> list[Offer]:
        """What can be added here."""
        return self._find(query)

    def _tell(self, index: QModelIndex) -> None:
        self.said.setText(self._seen(self.list.current_item() if index.isValid() else None))
        self.list.setAccessibleDescription(self.said.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab goes on to what comes after the graph, as if this had never been opened."""
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.field and key == Qt.Key.Key_Tab:
            self.reject()
            self._canvas.setFocus(Qt.FocusReason.TabFocusReason)
            self._canvas.focusNextChild()
            return True
        return super().eventFilter(watched, event)
