"""The history pane: every step at one side, what the step looked at changed at the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSplitter, QVBoxLayout, QWidget

from app.all_steps import ListedStep
from study.language import translate
from ui.history.steps import StepDelegate, StepRow, ToldDelegate, step_words, told_words
from ui.history.told import Told
from ui.theme import Theme, system_theme
from ui.widgets.part import set_part, text_label
from ui.widgets.rows import ITEM, Empty, RowsView

Tell = Callable[[ListedStep], Sequence[Told]]


def _none_open() -> Empty:
    return Empty(
        "history",
        translate("history", "No study is open"),
        translate("history", "Every step of an edit is listed here, with a way back to each."),
    )


def _nothing_done() -> Empty:
    return Empty(
        "history",
        translate("history", "Nothing was changed yet"),
        translate(
            "history",
            "Every step stands here once it is done. Ctrl+Z takes the last one back; nothing is lost.",
        ),
    )


def _as_opened() -> Empty:
    return Empty(
        "file-text",
        translate("history", "As it was opened"),
        translate("history", "Press Enter or click to take back every step; each can be done again."),
    )


class HistoryPane(QWidget):
    """The steps of a study. `jump(int)`: so many of them are to be done; `chosen(str)`: go to what changed.

    `looked_at(ListedStep or None)`: the step that a person points at, with the mouse or the arrow keys.
    `reason_given(str)`: why the edits that follow are made, "" for no reason. `menu_asked(ListedStep, QPoint)`: what
    can be done with a step, at a point of the screen; by the right button, or the keys for a menu.
    """

    jump = Signal(int)
    chosen = Signal(str)
    looked_at = Signal(object)
    reason_given = Signal(str)
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        theme = theme or system_theme()
        set_part(self, "pane")
        self._tell: Tell = lambda _step: ()
        self._looked_at: StepRow | None = None
        self.steps = RowsView(step_words, _none_open(), theme)
        self.steps.setUniformItemSizes(True)
        self.steps.setAccessibleName(translate("history", "Steps"))
        self.steps.setItemDelegate(StepDelegate(self.steps))
        self.steps.chosen.connect(self._choose)
        self.steps.current.connect(self._point_at)
        self.steps.entered.connect(self._hover)
        self.steps.viewport().installEventFilter(self)
        self.steps.installEventFilter(self)
        self.changes = RowsView(told_words, None, theme)
        self.changes.setUniformItemSizes(True)
        self.changes.setAccessibleName(translate("history", "What the step changed"))
        self.changes.setItemDelegate(ToldDelegate(self.changes))
        self.changes.chosen.connect(self._go_to)
        self._reason = text_label("", "label", selectable=True)
        self._reason.setContentsMargins(16, 6, 12, 2)
        self._reason.hide()
        beside = QFrame()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._reason)
        column.addWidget(self.changes, 1)
        self.why = QLineEdit()
        self.why.setMaxLength(2_000)
        self.why.setPlaceholderText(translate("history", "Why, for the edits that follow (optional)"))
        self.why.setAccessibleName(translate("history", "Reason for the edits that follow"))
        self.why.setToolTip(
            translate(
                "history", "Goes with every edit from now on, into the audit record, until it is cleared."
            )
        )
        self.why.setClearButtonEnabled(True)
        self.why.textChanged.connect(lambda text: self.reason_given.emit(text.strip()))
        self._why_row = QWidget()
        why_row = QVBoxLayout(self._why_row)
        why_row.setContentsMargins(12, 4, 12, 8)
        why_row.addWidget(self.why)
        past = QWidget()
        under = QVBoxLayout(past)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self.steps, 1)
        under.addWidget(self._why_row)
        self.halves = QSplitter(Qt.Orientation.Horizontal)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(past)
        self.halves.addWidget(beside)
        self.halves.setSizes([480, 520])
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.halves)

    def set_steps(self, listed: Sequence[ListedStep] | None, tell: Tell | None = None) -> None:
        """Lists the steps, the oldest first, and lights where the document stands; None where no study is open.

        `tell` gives what a step changed, in words.
        """
        self._tell = tell or self._tell
        done = sum(step.is_done for step in listed or ())
        rows = [StepRow(at + 1, step, at + 1 == done) for at, step in enumerate(listed or ())]
        if rows:
            rows.insert(0, StepRow(0, None, done == 0))
        self.steps.set_empty(_none_open() if listed is None else _nothing_done())
        self.steps.set_items(rows)
        self.changes.setVisible(bool(rows))
        self._why_row.setVisible(listed is not None)
        if rows:
            self.steps.set_current_row(done)
            self.steps.scrollTo(self.steps.rows.index(done))
        self._look_at(rows[done] if rows else None)

    def rows(self) -> Sequence[StepRow]:
        """The states that are listed, the oldest first."""
        return self.steps.items()

    def told(self) -> Sequence[Told]:
        """What is told of the step that is looked at."""
        return self.changes.items()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.steps.set_theme(theme)
        self.changes.set_theme(theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list of steps takes the focus."""
        self.steps.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse leaves the list: what is lit there is told again. The right button and its keys ask for a menu."""
        if isinstance(event, QContextMenuEvent) and watched in (self.steps, self.steps.viewport()):
            self._ask_menu(event)
            return True
        if event.type() is QEvent.Type.Leave and watched is self.steps.viewport():
            self._look_at(self.steps.current_item())
            self.looked_at.emit(None)
        return super().eventFilter(watched, event)

    def _ask_menu(self, event: QContextMenuEvent) -> None:
        view = self.steps
        index = view.currentIndex()
        at = view.visualRect(index).bottomLeft() + QPoint(24, 0)
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            index, at = view.indexAt(event.pos()), event.pos()
        row = index.data(ITEM)
        if isinstance(row, StepRow) and row.step is not None:
            self.menu_asked.emit(row.step, view.viewport().mapToGlobal(at))

    def _hover(self, index: QModelIndex) -> None:
        self._point_at(index.data(ITEM))

    def _point_at(self, row: StepRow) -> None:
        self._look_at(row)
        self.looked_at.emit(row.step)

    def _look_at(self, row: StepRow | None) -> None:
        if row is self._looked_at:
            return
        self._looked_at = row
        step = row.step if row is not None else None
        self.changes.set_empty(_as_opened() if row is not None and step is None else None)
        self.changes.set_items(self._tell(step) if step is not None else ())
        reason = step.edit.change_set.reason if step is not None and step.edit is not None else ""
        self._reason.setText(translate("history", "Reason: {reason}").format(reason=reason) if reason else "")
        self._reason.setVisible(bool(reason))

    def _choose(self, row: StepRow) -> None:
        if not row.is_here:
            self.jump.emit(row.position)

    def _go_to(self, told: Any) -> None:
        if told.address:
            self.chosen.emit(told.address)
