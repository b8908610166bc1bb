"""The corner of the matrix, above the names: the filter, what else can be hidden, and the count of what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from study.language import translate
from ui.icons import icon
from ui.theme import SECONDARY_PX, Theme, font
from ui.widgets.text import lines_within

_LINE = 16
_TOLD_FOR = 2500  # milliseconds in which something that was done stands in place of the count


class _Count(QWidget):
    """One or two lines of quiet text."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.text = ""
        self._face = font(SECONDARY_PX)

    def set_text(self, text: str) -> None:
        self.text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, _LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, _LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._face)
        painter.setPen(self.theme.text_2)
        room = max(1, self.height() // _LINE)
        lines = lines_within(self.text, self._face, max(20, self.width()), min(2, room))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        leading = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as its own letters say
        for number, line in enumerate(lines):
            painter.drawText(QRectF(0, number * _LINE, self.width(), _LINE), leading, line)


class Corner(QWidget):
    """Signals: `typed(text)` as a person types in the filter, `left()` when they go on to the table."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("matrix", "Filter activities and visits"))
        self.field.setAccessibleName(translate("matrix", "Filter activities and visits"))
        self.field.setToolTip(
            translate("matrix", "Part of a name, a day, or both an activity and a visit: “ecg week 8”")
        )
        self.field.setClearButtonEnabled(True)
        self.field.setFont(font(SECONDARY_PX, tabular=False))
        self.field.setFixedHeight(28)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.options = QToolButton()
        self.options.setFixedSize(28, 28)
        self.options.setStyleSheet("padding: 0px;")
        self.options.setToolTip(translate("matrix", "What the table shows"))
        self.options.setAccessibleName(translate("matrix", "What the table shows"))
        self.options.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.options.hide()
        self.count = _Count(theme, self)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.field, 1)
        line.addWidget(self.options)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 4)
        column.setSpacing(4)
        column.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.count)
        self._summary = self._more = ""
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.timeout.connect(self._show_summary)
        self.set_theme(theme)

    def set_actions(self, actions: Sequence[QAction | None]) -> None:
        """What the button beside the field offers; None draws a line."""
        menu = QMenu(self)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        self.options.setMenu(menu)
        self.options.show()

    def set_summary(self, text: str, more: str = "") -> None:
        """The count of what is shown; `more` stands below it in the tooltip."""
        if (text, more) == (self._summary, self._more):
            return
        self._summary, self._more = text, more
        self._forget.stop()
        self._show_summary()

    def _show_summary(self) -> None:
        self.count.set_text(self._summary)
        if self._more:
            self.count.setToolTip(f"{self._summary}\n{self._more}")

    def tell(self, text: str) -> None:
        """Say for a moment what was done."""
        self.count.set_text(text)
        self._forget.start(_TOLD_FOR)

    def set_phrase(self, phrase: str) -> None:
        """Show the filter as it is; emits nothing."""
        if phrase != self.field.text():
            self.field.blockSignals(True)
            self.field.setText(phrase)
            self.field.blockSignals(False)

    def set_height(self, height: int) -> None:
        """How much room there is: two lines of count where it is enough."""
        self.count.setFixedHeight(2 * _LINE if height >= 28 + 2 * _LINE + 14 else _LINE)

    def set_marked(self, narrowed: bool, theme: Theme) -> None:
        """Show on the button that something is hidden."""
        self.options.setIcon(icon("list-filter", theme.accent if narrowed else theme.text_2))

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        self.count.theme = theme
        self.set_marked(False, theme)
        self.count.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears the filter, and leaves it where it is empty; Down and Enter go on to the table."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                if self.field.text():
                    self.field.clear()
                else:
                    self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
