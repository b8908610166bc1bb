"""Find on the canvas: what matches is lit while typing, and one goes from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from study.language import translate
from study.visit_search import Ground, Match
from ui.accessible import announce
from ui.canvas.addresses import as_tooltip
from ui.graph.floating import Floating
from ui.theme import Theme, font
from ui.widgets.text import elided


class FindBar(Floating):
    """A field, the count ("2 of 7"), and the ways to the next and the one before. `closed` when it is put away."""

    typed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(translate("graph", "Find on the graph"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(translate("graph", "Name, day, activity or footnote"))
        self.field.setAccessibleName(translate("graph", "Find a visit"))
        self.field.setToolTip(
            translate("graph", "For example: Week 8, Day 57, ECG. Enter goes to the next, Shift+Enter back")
        )
        self.field.setMinimumWidth(210)
        self.field.setFixedHeight(26)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setFont(font(12))
        self.count.setMinimumWidth(96)
        self.before = self.button(
            translate("graph", "Previous match"),
            translate("graph", "Previous match (Shift+Enter)"),
            "chevron-up",
        )
        self.after = self.button(
            translate("graph", "Next match"), translate("graph", "Next match (Enter)"), "chevron-down"
        )
        self.away = self.button(translate("graph", "Close find"), translate("graph", "Close (Esc)"), "x")
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.away.clicked.connect(self.closed)
        for widget in (self.field, self.count, self.before, self.after, self.away):
            self.row.addWidget(widget)
        self.set_theme(theme)
        self.hide()

    def open(self) -> None:
        """Show it, with what was typed before marked for typing over."""
        self.show()
        self.adjustSize()
        self.field.setFocus()
        self.field.selectAll()

    def show_found(self, found: tuple[Match, ...], at: int) -> None:
        """Say how many there are, which one it is, and why it was found."""
        typed = bool(self.field.text().strip())
        if not typed:
            text = ""
        elif not found:
            text = translate("graph", "Nothing found")
        else:
            text = translate("graph", "{number} of {count}").format(number=at + 1, count=len(found))
        why = ground_text(found[at]) if typed and found and at >= 0 else ""
        for each in (self.before, self.after):
            each.setEnabled(len(found) > 0 and typed)
        self.count.setText(elided(f"{text} · {why}" if why else text, self.count.font(), 220))
        self.count.setToolTip(as_tooltip(why))
        self.adjustSize()
        if typed:
            announce(self.field, f"{text}. {why}" if why else text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Escape puts the bar away."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.stepped.emit(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)


def ground_text(match: Match) -> str:
    """Why something was found, where its name does not say it."""
    if match.ground is Ground.WINDOW:
        return translate("graph", "the day is in its window")
    if match.ground is Ground.ENCOUNTER:
        return translate("graph", "encounter {name}").format(name=match.text)
    if match.ground is Ground.ACTIVITY:
        return translate("graph", "activity {name}").format(name=match.text)
    if match.ground is Ground.FOOTNOTE:
        return translate("graph", "in a footnote")
    if match.ground is Ground.CONDITION:
        return translate("graph", "in a condition")
    return ""
