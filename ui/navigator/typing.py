"""The one line that lies over a row of the navigator while a name is typed; errors stand under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui.accessible import announce
from ui.widgets.part import set_part, text_label

# Another window in front, or a menu, does not mean that a person is done.
_ELSEWHERE = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
MOST = 10_000
"""Characters that a name may have."""


class NameLine(QFrame):
    """Enter keeps what is typed, Escape gives up, going elsewhere keeps it where it can be kept.

    `judge` says why a text cannot be; `keep` takes it; `gave_up` hears that nothing was kept.
    """

    def __init__(
        self,
        parent: QWidget,
        text: str,
        spoken: str,
        judge: Callable[[str], str],
        keep: Callable[[str], None],
        gave_up: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        set_part(self, "panel")
        self._before, self._judge, self._keep, self._gave_up = text, judge, keep, gave_up
        self._is_over = False
        self.field = QLineEdit(text)
        self.field.setMaxLength(MOST)
        self.field.setAccessibleName(spoken)
        self.field.setPlaceholderText(spoken)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(lambda _: self._refresh())
        self.error = text_label("", "warning")
        self.error.hide()
        self._area = QRect()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.error)
        self.field.selectAll()

    def lie_over(self, area: QRect) -> None:
        """Lie over a row: `area` in the parent's pixels."""
        self._area = QRect(area)
        self._place()

    def start(self) -> None:
        """Show it, with the keys."""
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        height = max(self._area.height(), self._column.totalHeightForWidth(self._area.width()))
        top = self._area.top() - max(0, (self.field.sizeHint().height() + 6 - self._area.height()) // 2)
        parent = self.parentWidget()
        assert parent is not None  # it is made with one
        top = max(0, min(top, parent.height() - height))
        self.setGeometry(self._area.left(), top, self._area.width(), height)

    def _refresh(self, *, say: bool = False) -> str:
        reason = self._judge(self.field.text().strip()) if self.field.text().strip() or say else ""
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        self._place()
        if reason and say:
            announce(self.field, reason)
        return reason

    def finish(self) -> None:
        """Keep what is typed; stays, and says why, where it cannot be kept."""
        text = self.field.text().strip()
        if self._is_over:
            return
        if text == self._before.strip():
            self.give_up()
        elif not self._refresh(say=True):
            self._is_over = True
            self.hide()
            self._keep(text)
            self.deleteLater()

    def give_up(self) -> None:
        """Change nothing."""
        if not self._is_over:
            self._is_over = True
            self.hide()
            self._gave_up()
            self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Escape, and leaving by mouse or Tab."""
        ours = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() in ours:
            event.accept()  # whatever the window does with them
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.finish()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.give_up()
                return True
        if (
            isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and event.reason() in _ELSEWHERE
        ):
            if self._judge(self.field.text().strip()):
                self.give_up()
            else:
                self.finish()
        return super().eventFilter(watched, event)
