"""Where the simulated group is: in the simulator's pane, or in a window of its own, where plots have room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from study.language import translate
from ui.simulator.group import GroupPanel
from ui.widgets.part import set_part, text_label

SIZE = QSize(1240, 860)


class GroupPlace(QWidget):
    """Holds the panel, and says where it is while it is apart. The window comes back when it is closed."""

    def __init__(self, panel: GroupPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "pane")
        self.panel = panel
        self._window: _GroupWindow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(panel)
        self._note = QWidget()
        note = QVBoxLayout(self._note)
        note.setContentsMargins(16, 16, 16, 16)
        note.setSpacing(8)
        note.addWidget(text_label(translate("simulation", "The group is in a window of its own."), "label"))
        self.back = QPushButton(translate("simulation", "Bring it back here"))
        self.back.clicked.connect(lambda _checked=False: self.bring_back())
        note.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        note.addStretch(1)
        self._note.hide()
        self._column.addWidget(self._note)
        panel.apart_asked.connect(self.turn)

    @property
    def is_apart(self) -> bool:
        """Whether the group is in a window of its own."""
        return self._window is not None

    def turn(self) -> None:
        """Out of the pane, or back into it."""
        if self.is_apart:
            self.bring_back()
        else:
            self.put_apart()

    def put_apart(self) -> None:
        """Into a window of its own, or that window to the front."""
        if self._window is None:
            self._window = _GroupWindow(self)
            self._column.removeWidget(self.panel)
            self._window.column.addWidget(self.panel)
            self._note.show()
            self.panel.show_place(is_apart=True)
            self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def bring_back(self) -> None:
        """Into the pane."""
        window, self._window = self._window, None
        if window is None:
            return
        self._note.hide()
        self._column.insertWidget(0, self.panel)
        self.panel.show_place(is_apart=False)
        self.panel.show()
        window.close()
        window.deleteLater()


class _GroupWindow(QWidget):
    def __init__(self, place: GroupPlace) -> None:
        super().__init__(place.window(), Qt.WindowType.Window)
        self._place = place
        set_part(self, "pane")
        self.setWindowTitle(translate("simulation", "Simulated group"))
        screen = place.screen().availableSize()
        self.resize(SIZE.boundedTo(screen * 0.92))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What it holds goes back into the pane."""
        super().closeEvent(event)
        self._place.bring_back()
