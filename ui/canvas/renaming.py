"""The one editor that floats over the card whose name is typed: Enter keeps, Escape gives up, errors beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from study.language import translate
from ui.accessible import announce
from ui.canvas.wishes import Name
from ui.theme import font
from ui.widgets.part import set_part

if TYPE_CHECKING:
    from ui.canvas.editing import Desk
    from ui.canvas.view import ScheduleCanvas

_LEAST_WIDTH = 210
MOST = 10_000
"""Characters that a name may have."""


class Renaming(QObject):
    """Lies over a card while its name is typed."""

    def __init__(self, view: ScheduleCanvas) -> None:
        super().__init__(view)
        self._view = view
        self._desk: Desk | None = None
        self._address = ""
        self._before = ""
        self._box: QFrame | None = None
        self._ending = False
        self.field = QLineEdit()
        self.error = QLabel()

    def _made(self) -> QFrame:
        """The editor, made when it is first needed."""
        if self._box is None:
            box = self._box = set_part(QFrame(self._view), "panel")
            box.setObjectName("canvasRename")
            column = QVBoxLayout(box)
            column.setContentsMargins(4, 4, 4, 4)
            column.setSpacing(4)
            self.field.setFont(font(13, 600))
            self.field.setMaxLength(MOST)
            self.field.setAccessibleName(translate("canvas", "Name"))
            self.error.setTextFormat(Qt.TextFormat.PlainText)
            self.error.setWordWrap(True)
            set_part(self.error, "warning")
            self.error.hide()
            column.addWidget(self.field)
            column.addWidget(self.error)
            self.field.installEventFilter(self)
            self.field.textEdited.connect(self._judge)
            self._view.camera_moved.connect(self._place)
        return self._box

    @property
    def is_open(self) -> bool:
        """Whether a name is being typed."""
        return self._box is not None and not self._box.isHidden()

    def open(self, node: int, desk: Desk) -> None:
        """Lie over a card, its name selected."""
        scene = self._view.scene
        if scene is None:
            return
        box = self._made()
        self._desk = desk
        self._address = scene.content.address(node)
        self._before = scene.face(node).title
        self.field.setText(self._before)
        self.field.setAccessibleDescription(
            translate("canvas", "Name of {visit}. Enter keeps it, Escape gives it up.").format(
                visit=self._before
            )
        )
        self._say("")
        self._view.reveal(node)
        box.show()
        box.raise_()
        self._place()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        scene, box = self._view.scene, self._box
        node = scene.place_of(self._address) if scene is not None else None
        if scene is None or node is None or box is None or box.isHidden():
            return
        x, y, width, _ = scene.rects[node].tolist()
        left, top = self._view.camera.to_view((x, y))
        zoom = self._view.camera.zoom
        wide = max(_LEAST_WIDTH, round(width * zoom) if width > 100 else 0)
        box.setFixedWidth(min(wide, self._view.width() - 16))
        box.adjustSize()
        middle = left + width * zoom / 2
        at = round(middle - box.width() / 2)
        box.move(
            max(8, min(at, self._view.width() - box.width() - 8)),
            max(8, min(round(top) - 2, self._view.height() - box.height() - 8)),
        )

    def _wish(self) -> Name:
        return Name(self._address, self.field.text().strip())

    def _reason(self) -> str:
        if self.field.text().strip() == self._before or self._desk is None:
            return ""
        return self._desk.why_not(self._wish())

    def _judge(self) -> None:
        self._say(self._reason())

    def _say(self, reason: str) -> None:
        if reason and reason != self.error.text():
            announce(self.field, reason)
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        self._place()

    def keep(self) -> None:
        """Call it what was typed; where that cannot be, say why and go on."""
        reason = self._reason()
        if reason:
            self._say(reason)
            return
        wish, desk, changed = self._wish(), self._desk, self.field.text().strip() != self._before
        self.give_up()
        if changed and desk is not None:
            desk.do(wish)

    def give_up(self) -> None:
        """Leave the name as it was."""
        if self._box is not None and not self._ending:
            self._ending = True
            had = self.field.hasFocus()
            self._box.hide()
            if had:
                self._view.setFocus(Qt.FocusReason.PopupFocusReason)
            self._ending = False

    def scene_changed(self) -> None:
        """What is shown was made anew: the editor stays over its card where that is still there."""
        if self.is_open:
            scene = self._view.scene
            if scene is None or scene.place_of(self._address) is None:
                self.give_up()
            else:
                self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps, Escape gives up; going elsewhere keeps what is right and gives up what is not."""
        if watched is self.field and self.is_open:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self.keep()
                    return True
                if event.key() == Qt.Key.Key_Escape:
                    self.give_up()
                    return True
            override = event.type() == QEvent.Type.ShortcutOverride
            if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.FocusOut and not self._ending:
                if self._reason():
                    self.give_up()
                else:
                    self.keep()
        return super().eventFilter(watched, event)
