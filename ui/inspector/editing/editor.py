"""What all editors share: the input, what is said beside it while one types, and how it is kept or given up."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from study.language import translate
from ui.inspector.editing.asking import Asking, Place
from ui.theme import Theme
from ui.widgets.part import set_part, text_label

LEFT = 2
"""The step of an edit that ended because a person went elsewhere: the keys stay where they are."""

WRONG = "wrong"
"""The property of an input in which something stands that cannot be kept; the style sheet frames it."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the input means: a value, or an error; `told` says how it was understood ("= 28 days")."""

    value: object = None
    error: str = ""
    told: str = ""


class FieldEditor(QWidget):
    """One value being edited. Enter and Tab keep it, Escape gives it up.

    `kept(step)` when the value that `read()` gives is to become the study's: `step` is 0 by Enter, 1 by Tab, -1 by
    Shift+Tab, LEFT where a person went elsewhere by the mouse; `given_up(step)` when it stays as it was. What cannot
    be kept is said in `notes` below the input, which keeps what was typed. `wide`: whether the input wants the whole
    width of the page; where not, who places it places the notes over that width.
    """

    kept = Signal(int)
    given_up = Signal(int)
    wide = False

    def __init__(self, place: Place, words: str, asking: Asking, theme: Theme) -> None:
        super().__init__()
        self.place, self.words = place, words
        self.asking, self.theme = asking, theme
        self._hint = ""
        self._parts: list[QWidget] = []
        self.notes = QWidget(self)
        self._error = text_label("", "warning")
        self._told = text_label("", "secondary")
        below = QVBoxLayout(self.notes)
        below.setContentsMargins(0, 0, 0, 6)
        below.setSpacing(4)
        below.addWidget(self._error)
        below.addWidget(self._told)
        self._error.hide()
        self._told.hide()
        self.notes.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        if self.wide:
            self.column.addWidget(self.notes)

    # For each kind of editor

    def read(self) -> Read:
        """What the input means now."""
        raise NotImplementedError

    def is_changed(self) -> bool:
        """Whether what stands in the input differs from what the study says."""
        raise NotImplementedError

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys to the input."""
        raise NotImplementedError

    def study_changed(self) -> None:
        """The study was edited elsewhere: what nobody has typed in shows what stands there now."""

    # What is said

    def error(self) -> str:
        """What is said to be wrong; "" where nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    def told(self) -> str:
        """What is said of the value while it is typed."""
        return "" if self._told.isHidden() else self._told.text()

    def has_keys(self) -> bool:
        """Whether the input, or any part of the editor, has the keys."""
        focused = QApplication.focusWidget()
        return focused is self or (focused is not None and self.isAncestorOf(focused))

    def show_error(self, error: str) -> None:
        """Says beside the input why what stands in it cannot be kept."""
        self._say(error, self._told.text() if not error else "")
        if error:
            event = QAccessibleAnnouncementEvent(self, error)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def judged(self) -> Read:
        """What the input means, and what the study says of that."""
        read = self.read()
        if read.error or not self.is_changed():
            return read
        judged = self.asking.judge(self.place, read.value)
        told = "\n".join(part for part in (read.told, judged.told) if part)
        return Read(read.value, judged.error, told)

    def edited(self) -> None:
        """To be called at each key: says how the input is understood, what is wrong, what else it does."""
        read = self.judged()
        self._say(read.error, read.told)

    def _say(self, error: str, told: str) -> None:
        told = told or ("" if error else self._hint)
        for label, text in ((self._error, error), (self._told, told)):
            label.setText(text)
            label.setVisible(bool(text))
        self.notes.setVisible(bool(error or told))
        self._mark(wrong=bool(error))
        self.setAccessibleDescription(" ".join(part for part in (error, told) if part))
        self.describe(self.accessibleDescription())

    def _mark(self, *, wrong: bool) -> None:
        """Frames the input while what stands in it cannot be kept: the words below it alone are easily overlooked."""
        for part in self._parts:
            if part.property(WRONG) != wrong:
                part.setProperty(WRONG, wrong)
                part.style().unpolish(part)
                part.style().polish(part)

    def describe(self, text: str) -> None:
        """Tells assistive technology of the input what is said beside it."""

    # How it ends

    def put(self, widget: QWidget) -> None:
        """Places the input over what is said of it, and listens to its keys."""
        self.column.insertWidget(self.column.count() - (1 if self.wide else 0), widget)

    def listen(self, widget: QWidget) -> None:
        """Takes the keys that end an edit, and leaving it by the mouse, from one of the editor's parts."""
        self._parts.append(widget)
        widget.installEventFilter(self)

    def keep(self, step: int = 0) -> bool:
        """Keeps what stands in the input where it can be; whether the edit is over."""
        if not self.is_changed():
            self.given_up.emit(step)
            return True
        read = self.judged()
        if read.error:
            self.show_error(read.error)
            return False
        self.kept.emit(step)
        return True

    def give_up(self) -> None:
        """Leaves the value as it was."""
        self.given_up.emit(0)

    def takes(self, event: QKeyEvent, watched: QWidget) -> bool:  # noqa: ARG002 - for those that take more
        """Whether a kind of editor does something of its own with a key; asked before all others."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Tab and Escape; leaving by the mouse keeps what can be kept."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            ends = event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.ShortcutOverride and ends:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self.takes(event, watched) or self._ended(event)
        elif (
            isinstance(event, QFocusEvent) and event.lostFocus() and _by_mouse(event) and not self.has_keys()
        ):
            _Released(self)
        return False

    def _ended(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not held & Qt.KeyboardModifier.ShiftModifier
        ):
            self.keep()
        elif event.key() == Qt.Key.Key_Tab and not held:
            self.keep(1)
        elif event.key() == Qt.Key.Key_Backtab:
            self.keep(-1)
        else:
            return False
        return True

    def leave(self) -> None:
        """A person went elsewhere: what can be kept is kept, what cannot stays open with its error."""
        self.keep(LEFT)


def _by_mouse(event: QFocusEvent) -> bool:
    return event.reason() == Qt.FocusReason.MouseFocusReason


class _Released(QObject):
    """Ends an edit that was left by the mouse once the button is up: what is pressed must still be there till then."""

    def __init__(self, editor: FieldEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Waits for the button, then for what the click does."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            application = QApplication.instance()
            if application is not None:
                application.removeEventFilter(self)
            QTimer.singleShot(0, self, self._end)
        return False

    def _end(self) -> None:
        editor = self._editor
        self.deleteLater()
        if editor.isVisible() and not editor.has_keys():
            editor.leave()


def needed_words() -> str:
    """What is said where something must stand and nothing does."""
    return translate("inspector", "Something must stand here. Escape keeps what stood here before.")


def soft(widget: QWidget) -> QWidget:
    """Gives a part of an editor the ground of quiet boxes."""
    return set_part(widget, "soft")
