"""The one editor that floats over a card or a condition: Enter keeps, Escape gives up, errors stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from study.language import translate
from ui.accessible import announce
from ui.canvas.addresses import address_of, found_at
from ui.canvas.hit import NOTHING, Hit
from ui.canvas.scene import Scene
from ui.canvas.wishes import Name
from ui.theme import font
from ui.widgets.part import set_part

if TYPE_CHECKING:
    from ui.canvas.editing import Desk
    from ui.canvas.view import ScheduleCanvas

# Another window in front, or a menu, does not mean that a person is done.
_ELSEWHERE = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_LEAST_WIDTH = 210
MOST = 10_000
"""Characters that a name may have."""


class _Box(QFrame):
    """A line to type in, with what is wrong with it below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_part(self, "panel")
        self.field = QLineEdit(self)
        self.field.setFont(font(13, 600))
        self.field.setMaxLength(MOST)
        self.field.setAccessibleName(translate("canvas", "Name"))
        self.error = set_part(QLabel(self), "warning")
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.setWordWrap(True)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.error)


class Renaming(QObject):
    """Lies over a card while its name is typed, over a branch while its condition is."""

    def __init__(self, view: ScheduleCanvas) -> None:
        super().__init__(view)
        self._view = view
        self._desk: Desk | None = None
        self._address = ""
        self._before = ""
        self._box: _Box | None = None
        self._ending = False

    def _made(self) -> _Box:
        """The editor, made when it is first needed."""
        if self._box is None:
            self._box = _Box(self._view)
            self._box.hide()
            self._box.field.installEventFilter(self)
            self._box.field.textEdited.connect(self._judge)
            self._view.camera_moved.connect(self._place)
        return self._box

    @property
    def field(self) -> QLineEdit:
        """What is typed in."""
        return self._made().field

    @property
    def error(self) -> QLabel:
        """Says why what is typed cannot be kept."""
        return self._made().error

    @property
    def is_open(self) -> bool:
        """Whether a name is being typed."""
        return self._box is not None and not self._box.isHidden()

    def open(self, what: Hit, desk: Desk) -> None:
        """Lie over a card, its name selected, or over a branch of a decision."""
        scene = self._view.scene
        address = address_of(scene, what)
        if scene is None or not address:
            return
        box = self._made()
        self._desk, self._address = desk, address
        if what.node is not None:
            self._before = scene.face(what.node).title
            self._view.reveal(what.node)
            words = translate("canvas", "Name of {visit}. Enter keeps it, Escape gives it up.")
            self.field.setAccessibleDescription(words.format(visit=self._before))
        elif what.link is not None:
            self._before = scene.content.links[what.link].label
            self.field.setAccessibleDescription(
                translate("canvas", "When this way is taken. Enter keeps it, Escape gives it up.")
            )
        self.field.setText(self._before)
        self._say("")
        box.show()
        box.raise_()
        self._place()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        scene, box = self._view.scene, self._box
        what = found_at(scene, self._address)
        if scene is None or what == NOTHING or box is None or box.isHidden():
            return
        x, y, width = _place_of(scene, what)
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
            had = self._view.window().focusWidget() is self.field
            self._box.hide()
            if had:
                self._view.setFocus(Qt.FocusReason.PopupFocusReason)
            self._ending = False

    def scene_changed(self) -> None:
        """What is shown was made anew: the editor stays over its card where that is still there."""
        if self.is_open:
            if found_at(self._view.scene, self._address) == NOTHING:
                self.give_up()
            else:
                self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps, Escape gives up; going elsewhere keeps what is right and gives up what is not."""
        if self._box is not None and watched is self._box.field and self.is_open:
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
            if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in _ELSEWHERE:
                if self._reason():
                    self.give_up()
                else:
                    self.keep()
        return super().eventFilter(watched, event)


def _place_of(scene: Scene, what: Hit) -> tuple[float, float, float]:
    """Left, top and width of what is typed over, in world units: a card, a condition's text, the middle of a way."""
    if what.node is not None:
        x, y, width, _ = scene.rects[what.node].tolist()
        return (x, y, width)
    assert what.link is not None
    label = scene.label_of(what.link)
    if label is not None:
        return (label.x, label.y, label.width)
    points = scene.points_of(what.link)
    x, y = points[len(points) // 2] if points else (0.0, 0.0)
    return (x, y, 0.0)
