"""A card over a view that has nothing to show yet: what is missing, and one button that begins it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.widgets.part import set_part, text_label

_WIDTH = 348
_LOWEST = 168  # as high as the words of the empty state that it covers


class Invitation(QFrame):
    """Lies in the middle of `area` of a view, which is asked again whenever the view has another size."""

    def __init__(self, view: QWidget, area: Callable[[], QRect], begin: Callable[[str], None]) -> None:
        super().__init__(view)
        set_part(self, "panel")
        self._area, self._what = area, ""
        self._title = set_part(text_label(""), "title")
        self._text = set_part(text_label(""), "label")
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = set_part(QPushButton(), "primary")
        self.button.clicked.connect(lambda _checked=False: begin(self._what))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        view.installEventFilter(self)
        self.hide()

    def invite(self, what: str, title: str, text: str, button: str) -> None:
        """Say what is missing and how it begins; `what` goes to `begin`. "" for nothing: it is not shown."""
        self._what = what
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(button)
        self.button.setAccessibleDescription(text)
        self.setVisible(bool(what))
        if what:
            self._place()
            self.raise_()

    def _place(self) -> None:
        area = self._area()
        width = min(_WIDTH, max(200, area.width() - 24))
        layout = self.layout()
        needed = layout.totalHeightForWidth(width) if layout is not None else 0
        height = max(_LOWEST, needed)
        self.setGeometry(
            area.center().x() - width // 2,
            max(area.top() + 4, area.center().y() - height // 2),
            width,
            height,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
